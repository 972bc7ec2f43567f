"""The certificates of a class, printed by the worker, and in one file to hand out."""

import io
import zipfile

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.translation import gettext as _

from council.jobs import JobFailed, kind, order
from council.pdf import PrintingFailed

from .certificate_papers import content_of, file_name, print_missing
from .models import Certificate

KIND = "certificates"


def print_later(training_class, *, by=None):
    """Let the worker print the certificates of a class."""
    title = _("Certificates of %(class)s") % {"class": training_class}
    unit = training_class.training.unit
    return order(KIND, subject=training_class.pk, title=title, unit=unit, owner=by)


def list_of(job) -> str:
    """Where staff find the certificates one by one."""
    address = reverse("admin:trainings_certificate_changelist")
    return f"{address}?enrolment__training_class__id__exact={job.subject}"


@kind(KIND, result=list_of, permission="trainings.view_certificate")
def print_class(job):
    """Print what is not printed yet, then pack everything that is valid."""
    valid = Certificate.objects.valid().filter(
        enrolment__training_class=int(job.subject)
    )
    valid = valid.select_related("unit", "craft").order_by("year", "sequence")
    total = valid.count()
    missing = list(valid.filter(file=""))
    done = total - len(missing)
    yield done, total
    try:
        for _each in print_missing(missing):
            done += 1
            yield done, total
        pack(job, valid)
    except PrintingFailed as error:
        raise JobFailed(
            _(
                "A certificate could not be printed. Those before it are ready; order "
                "the rest once more."
            )
        ) from error


def pack(job, certificates) -> None:
    """Put every PDF into one file; it is destroyed after a week."""
    packed = io.BytesIO()
    # PDF is packed already.
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for each in certificates.iterator(chunk_size=50):
            archive.writestr(file_name(each), content_of(each))
    job.file.save("", ContentFile(packed.getvalue()), save=False)
