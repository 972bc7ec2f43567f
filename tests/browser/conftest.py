"""A real Chromium for the tests of this folder: the one of the machine."""

import os
import shutil
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings

from .town import Town

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_itemcollected(item):
    """Mark at once: `-m "not browser"` chooses before lists are rearranged."""
    if Path(__file__).parent in item.path.parents:
        item.add_marker(pytest.mark.browser)
        if not CHROMIUM:
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    # Their town empties the database, rows of migrations too, which others need.
    items.sort(key=lambda item: "browser" in item.keywords)


@pytest.fixture(scope="session", autouse=True)
def _playwright_beside_django():
    """Playwright keeps an event loop, which Django takes for a mistake."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "id-ID", "service_workers": "block"}


@pytest.fixture(scope="module")
def _own_files(tmp_path_factory):
    """Photos of a module's town stay as long as the town does."""
    folder = tmp_path_factory.mktemp("files")
    with override_settings(
        MEDIA_ROOT=folder / "public", PRIVATE_MEDIA_ROOT=folder / "private"
    ):
        yield


@pytest.fixture(scope="module", autouse=True)
def transactional_db(django_db_setup, django_db_blocker):
    """
    Keep what a module writes until its end.

    Under pytest-django's own name, so that it prepares the test database and
    runs these tests after those that roll back.
    """
    with django_db_blocker.unblock():
        name = Path(connection.settings_dict["NAME"]).name
        assert name.startswith("test"), f"{name} is not a test database"
        try:
            yield
        finally:
            call_command("flush", interactive=False, verbosity=0)
            # Beside Playwright's loop Django keeps a connection of its own, which
            # nobody else would find to close.
            connection.close()


@pytest.fixture(scope="module")
def town(_own_files, transactional_db):
    """A town that the tests of a module share."""
    return Town()


@pytest.fixture(scope="session")
def server():
    """The portal in a thread of the tests, with their settings and database."""
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()


@pytest.fixture(scope="module")
def window(browser, browser_context_args, server):
    """Open a window of the browser for somebody: `window(user, width=360)`."""
    opened = []

    def open_window(user=None, *, width=1280, **options):
        context = browser.new_context(
            **browser_context_args,
            base_url=server,
            reduced_motion="reduce",
            timezone_id="Asia/Jakarta",
            viewport={"width": width, "height": 800},
            **options,
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        if user is not None:
            context.add_cookies([session_cookie(user, server)])
        return context.new_page()

    yield open_window
    for context in opened:
        context.close()


def session_cookie(user, address):
    """What the browser would keep after signing in."""
    client = Client()
    client.force_login(user, backend="council.sign_in.NameBackend")
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": address}
