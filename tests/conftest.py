import os
from contextvars import ContextVar
from itertools import groupby

import pytest

from django.core.cache import cache
from django.db import connection, transaction
from django.template import Template
from django.test import Client, TransactionTestCase
from django.test.utils import instrumented_test_render
from django.utils import translation

from artisans import counting

from .emptied import Emptied
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


is_drawing = ContextVar("is_drawing", default=False)


def draw(template, context):
    """Keep the context of a page, not those of its hundreds of fields."""
    if is_drawing.get():
        return template.nodelist.render(context)
    token = is_drawing.set(True)
    try:
        return instrumented_test_render(template, context)
    finally:
        is_drawing.reset(token)


@pytest.fixture(scope="session", autouse=True)
def _pages_keep_one_context(django_test_environment):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", draw)
        yield


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Rate limits and counts of one test never reach the next."""
    cache.clear()
    counting.notes.clear()


@pytest.fixture(autouse=True)
def _own_language():
    """A test that reads English leaves the next one in Indonesian."""
    yield
    translation.deactivate()


@pytest.fixture
def client():
    return CarefulClient()


def signed_in(user=None):
    client = CarefulClient()
    if user is not None:
        client.force_login(user, backend="council.sign_in.NameBackend")
    return client


@pytest.fixture
def visit():
    """Sign a user in and give the client: `visit(user).get(url)`."""
    return signed_in


@pytest.fixture(scope="module")
def shared_rows(django_db_setup, django_db_blocker):
    """
    Keep what a fixture of the module writes until its last test.

    Each test still takes back its own changes. For walks, whose scenes cost more
    than their steps. Tests of the module that share nothing come first.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def pytest_collection_modifyitems(items):
    modules = groupby(items, lambda item: item.path)
    items[:] = [
        item for _path, tests in modules for item in sorted(tests, key=shares_rows)
    ]


def shares_rows(item):
    return "shared_rows" in item.fixturenames


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    """Uploads of a test stay in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "public"
    settings.PRIVATE_MEDIA_ROOT = tmp_path / "private"
    # Each client would read every static file anew; the live server has its own way.
    settings.WHITENOISE_USE_FINDERS = False


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, tmp_path_factory):
    """SQLite is tested as it runs: a file, so that threads queue for it."""
    if connection.vendor == "sqlite":
        path = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(path)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """What a test committed is taken away again, and no more than that."""
    with django_db_blocker.unblock():
        emptied = Emptied()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            TransactionTestCase, "_fixture_teardown", lambda test: emptied.again()
        )
        yield


def pytest_terminal_summary(terminalreporter):
    for report in wrongly_skipped(terminalreporter):
        terminalreporter.write_line(f"skipped: {report.nodeid} {reason_of(report)}")


def pytest_sessionfinish(session, exitstatus):
    """Where everything must run, what was skipped has failed."""
    reporter = session.config.pluginmanager.getplugin("terminalreporter")
    if reporter and exitstatus == 0 and any(wrongly_skipped(reporter)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def wrongly_skipped(reporter):
    if os.environ.get("CI") != "true":
        return []
    here = "SQLite" if connection.vendor == "sqlite" else "PostgreSQL"
    others = {"SQLite", "PostgreSQL"} - {here}
    fine = tuple(f"only on {other}" for other in others)
    skipped = reporter.stats.get("skipped", [])
    return [report for report in skipped if not reason_of(report).endswith(fine)]


def reason_of(report):
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
