import pytest

from django.contrib.auth.models import Group

from council.models import User
from programs.models import SupportLine
from tests.factories import create_product, create_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_a_test_commits_is_gone_at_the_next(time):
    assert not User.objects.exists()
    assert Group.objects.exists() and SupportLine.objects.exists()

    create_product()
    create_user()
