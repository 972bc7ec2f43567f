"""The files of a deployment agree with each other and with the settings."""

import re
import subprocess
import sys

import pytest

from django.conf import settings

from .servers import SECRETS

ROOT = settings.BASE_DIR
pytestmark = pytest.mark.skipif(
    "postgresql" in settings.DATABASES["default"]["ENGINE"],
    reason="asks no database; only on SQLite",
)
SMALLEST = {"DEBUG": "0", **SECRETS}


def read(path):
    return (ROOT / path).read_text()


def start_with(variables):
    """Start Django with nothing in its environment but these variables."""
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_port_is_the_same_everywhere():
    assert "EXPOSE 8000" in read("Dockerfile")
    assert "0.0.0.0:8000" in read("Dockerfile")
    assert "server web:8000" in read("deploy/nginx.conf")
    assert 'bind = "127.0.0.1:8000"' in read("gunicorn.conf.py")
    assert '"127.0.0.1", 8000' in read("deploy/is_alive.py")


def test_nginx_refuses_what_the_guard_refuses():
    assert "client_max_body_size 12m" in read("deploy/nginx.conf")


@pytest.mark.parametrize("path", ["Dockerfile", ".ci/run", "docs/operations.md"])
def test_what_a_pdf_is_drawn_with_is_installed_everywhere(path):
    assert "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in read(path)


@pytest.mark.parametrize("source", ["compose.yaml", "deploy/env.example"])
def test_every_variable_of_a_deployment_is_in_the_table(source):
    names = set(re.findall(r"^ *([A-Z][A-Z_]+)[:=]", read(source), re.MULTILINE))
    names -= {name for name in names if name.startswith("POSTGRES_")}

    missing = [n for n in names if f"`{n}`" not in read("docs/operations.md")]

    assert missing == []


def test_every_variable_the_settings_read_is_in_the_table():
    names = re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', read("dekranasda/settings.py"))

    missing = [n for n in names if f"`{n}`" not in read("docs/operations.md")]

    assert names
    assert missing == []


def test_production_starts_with_its_secrets():
    assert start_with(SMALLEST).returncode == 0


@pytest.mark.parametrize("name", SECRETS)
def test_production_names_the_secret_it_misses(name):
    result = start_with({k: v for k, v in SMALLEST.items() if k != name})

    assert result.returncode != 0
    assert name in result.stderr.splitlines()[-1]


def test_production_names_every_secret_it_misses_at_once():
    result = start_with({"DEBUG": "0"})

    for name in SECRETS:
        assert name in result.stderr.splitlines()[-1]
