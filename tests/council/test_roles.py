import pytest

from django.apps import apps
from django.contrib.auth.models import Group, Permission

from council.roles import ROLES, apply_roles, codenames

pytestmark = pytest.mark.django_db


def held_by(role):
    permissions = Group.objects.get(name=role).permissions.select_related(
        "content_type"
    )
    return {f"{p.content_type.app_label}.{p.codename}" for p in permissions}


@pytest.mark.parametrize("role", ROLES)
def test_migrate_gives_each_role_what_the_file_says(role):
    assert held_by(role) == codenames(role)


def test_a_permission_given_by_hand_is_taken_back():
    observers = Group.objects.get(name="Pengamat")
    observers.permissions.add(Permission.objects.get(codename="delete_training"))

    apply_roles(apps)

    assert held_by("Pengamat") == codenames("Pengamat")


def test_the_observer_only_reads():
    actions = {name.split(".")[1].split("_")[0] for name in codenames("Pengamat")}

    assert actions == {"view"}


def test_only_the_verifier_reveals_a_nik():
    may = [role for role in ROLES if "council.reveal_nik" in codenames(role)]

    assert may == ["Verifikator"]


def test_no_role_manages_accounts():
    touched = {name for role in ROLES for name in codenames(role)}

    assert not [name for name in touched if name.endswith(("_user", "_group"))]
