from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone


class OnTheUnitsClock:
    """Shows and reads moments on the clock of the unit of the signed-in officer."""

    def changeform_view(self, request, *args, **kwargs):
        unit = request.user.unit
        zone = ZoneInfo(unit.time_zone if unit else settings.TIME_ZONE)
        with timezone.override(zone):
            response = super().changeform_view(request, *args, **kwargs)
            # The form's moments are written only when the page is drawn.
            return response.render() if hasattr(response, "render") else response
