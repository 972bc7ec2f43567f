"""Old releases have holes that were closed since; none may come back."""

from importlib.metadata import version

import pytest

pytestmark = pytest.mark.once
FLOORS = {
    "Django": (5, 2, 19),
    "django-allauth": (65, 21, 1),
    "pillow": (13, 0, 0),
    "gunicorn": (27, 0, 1),
    "django-filter": (26, 2),
    "whitenoise": (6, 12, 0),
    "psycopg2-binary": (2, 9, 13),
}


@pytest.mark.parametrize("name", FLOORS)
def test_a_library_is_not_older_than_its_last_repair(name):
    numbers = tuple(int(part) for part in version(name).split("."))

    assert numbers >= FLOORS[name]
