import pytest

from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

pytestmark = pytest.mark.django_db


def test_a_database_of_before_the_first_release_is_refused_in_a_sentence():
    call_command("migrate", verbosity=0)
    MigrationRecorder(connection).record_applied("council", "0001_initial")

    with pytest.raises(CommandError, match="sebelum rilis pertama"):
        call_command("migrate", verbosity=0)
