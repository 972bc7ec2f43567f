import pytest

from django.core.cache import cache
from django.test import Client

from .pages import faults_of


class CarefulClient(Client):
    """A client that checks the rules of every page on each page it opens."""

    def request(self, **request):
        response = super().request(**request)
        kind = response.headers.get("Content-Type", "")
        if kind.startswith("text/html") and not response.streaming and response.content:
            self.look_at(response, request["PATH_INFO"])
        return response

    def look_at(self, response, path):
        if getattr(response, "is_part", False):
            return
        is_admin = "/admin/" in path
        faults = faults_of(response.content.decode(), is_admin=is_admin)
        assert faults == [], f"{path}: {faults}"


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Rate limits of one test never reach the next."""
    cache.clear()


@pytest.fixture
def client():
    return CarefulClient()


@pytest.fixture
def visit():
    """Sign a user in and give the client: `visit(user).get(url)`."""

    def signed_in(user=None):
        client = CarefulClient()
        if user is not None:
            client.force_login(
                user, backend="django.contrib.auth.backends.ModelBackend"
            )
        return client

    return signed_in


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    """Uploads of a test stay in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "public"
    settings.PRIVATE_MEDIA_ROOT = tmp_path / "private"
