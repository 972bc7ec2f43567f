from datetime import timedelta
from io import StringIO

import pytest
from allauth.account.models import EmailAddress

from django.core.management import call_command
from django.utils import timezone

from council.models import User
from tests.factories import create_person, create_staff, create_user

pytestmark = pytest.mark.django_db

OLD = timezone.now() - timedelta(days=31)


def test_purge_frees_addresses_that_nobody_proved():
    stale = create_user(phone="+6281200000001", date_joined=OLD)
    fresh = create_user(phone="+6281200000002")
    proven = create_user(email="nadia@contoh.id", date_joined=OLD)
    EmailAddress.objects.create(user=proven, email=proven.email, verified=True)
    kept = {
        fresh,
        proven,
        create_user(phone="+6281200000003", phone_verified_at=OLD, date_joined=OLD),
        create_user(last_login=OLD, date_joined=OLD),
        create_user(person=create_person(), date_joined=OLD),
        create_staff(date_joined=OLD),
    }

    call_command("purge", stdout=StringIO())

    assert set(User.objects.all()) == kept
    assert create_user(phone=stale.phone).pk


def test_a_dry_run_only_counts():
    create_user(phone="+6281200000001", date_joined=OLD)
    told = StringIO()

    call_command("purge", "--dry-run", stdout=told)

    assert "akun yang tidak pernah dibuktikan: 1 akan dihapus" in told.getvalue()
    assert User.objects.exists()
