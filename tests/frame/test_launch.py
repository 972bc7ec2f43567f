"""What `make run` says where it cannot start."""

import socket
import subprocess
import sys
from types import SimpleNamespace

import pytest

from django.conf import settings

from dekranasda import launch

ROOT = settings.BASE_DIR
pytestmark = pytest.mark.skipif(
    "postgresql" in settings.DATABASES["default"]["ENGINE"],
    reason="asks no database; only on SQLite",
)


@pytest.fixture
def empty_folder(tmp_path, monkeypatch):
    """A checkout without `.venv`."""
    monkeypatch.setattr(launch, "ROOT", tmp_path)
    monkeypatch.setattr(launch, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(launch, "VENV_PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(launch, "PIP_LOG", tmp_path / ".venv/pip.log")
    (tmp_path / "requirements.txt").write_text("")
    return tmp_path


def installs_nothing(monkeypatch):
    """Only note what would be installed."""
    installed = []
    monkeypatch.setattr(launch, "install", installed.append)
    monkeypatch.setattr(launch, "make_environment", pretend_environment)
    return installed


def pretend_environment():
    launch.VENV_PYTHON.parent.mkdir(parents=True)
    launch.VENV_PYTHON.touch()


def test_refuses_an_older_python():
    with pytest.raises(launch.CannotStart, match=r"3\.11 .* ini Python 3\.9\.18\.$"):
        launch.check_python((3, 9, 18, "final", 0))


@pytest.mark.parametrize("port", ["", "abc", "0", "65536", "-1", "8000.5"])
def test_refuses_a_port_that_is_none(port):
    with pytest.raises(launch.CannotStart, match="PORT harus angka 1 sampai 65535"):
        launch.read_port(port)


def test_refuses_a_taken_port_in_one_sentence():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        result = subprocess.run(
            [sys.executable, "-m", "dekranasda.launch", "serve"],
            cwd=ROOT,
            env={"PORT": port, "PATH": ""},
            capture_output=True,
            text=True,
            timeout=30,
        )

    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr == (
        f"Port {port} sedang dipakai program lain. Tutup program itu "
        "atau jalankan: make run PORT=8001\n"
    )


def test_says_how_to_get_the_venv_module(empty_folder, monkeypatch):
    (empty_folder / "python").write_text("#!/bin/sh\nexit 1\n")
    (empty_folder / "python").chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(empty_folder / "python"))

    with pytest.raises(launch.CannotStart, match="apt install python3-venv"):
        launch.prepare("requirements.txt")
    assert not (empty_folder / ".venv").exists()


def test_says_when_the_disk_is_full(empty_folder, monkeypatch):
    monkeypatch.setattr(
        launch.shutil, "disk_usage", lambda path: SimpleNamespace(free=1000)
    )

    with pytest.raises(launch.CannotStart, match="Ruang penyimpanan tidak cukup"):
        launch.prepare("requirements.txt")


def test_says_when_nothing_can_be_downloaded(empty_folder, monkeypatch):
    (empty_folder / "requirements.txt").write_text("no-such-library==1.0\n")
    for name in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/simple")

    with pytest.raises(launch.CannotStart, match="Periksa sambungan internet"):
        launch.prepare("requirements.txt")
    assert not (empty_folder / ".venv/installed-requirements.txt").exists()


def test_installs_once_and_again_when_the_requirements_change(
    empty_folder, monkeypatch
):
    installed = installs_nothing(monkeypatch)

    launch.prepare("requirements.txt")
    launch.prepare("requirements.txt")
    assert installed == ["requirements.txt"]

    (empty_folder / "requirements.txt").write_text("# another line\n")
    launch.prepare("requirements.txt")
    assert installed == ["requirements.txt", "requirements.txt"]


def test_an_environment_for_tests_serves_too(empty_folder, monkeypatch):
    installed = installs_nothing(monkeypatch)
    (empty_folder / "requirements-dev.txt").write_text("")

    launch.prepare("requirements.txt", "requirements-dev.txt")
    launch.prepare("requirements.txt")

    assert installed == ["requirements-dev.txt"]
