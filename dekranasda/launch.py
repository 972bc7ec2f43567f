"""
Makes the environment of the portal ready, then runs a command inside it.

`python3 -m dekranasda.launch serve` is `make run`; with `develop COMMAND…` the
tools that check the portal are installed too. Needs nothing but Python itself. What
goes wrong is told in one Indonesian sentence.
"""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
PIP_LOG = VENV / "pip.log"
SPACE_NEEDED = 600_000_000

NO_SPACE = "Ruang penyimpanan tidak cukup: sediakan sekurangnya 600 MB, lalu ulangi."
NO_VENV = (
    "Modul venv Python belum terpasang. Di Debian dan Ubuntu: "
    "sudo apt install python3-venv, lalu ulangi."
)
NO_PIP = (
    "Pustaka tidak dapat diunduh. Periksa sambungan internet, lalu ulangi. "
    f"Catatannya ada di {PIP_LOG.relative_to(ROOT)}."
)


class CannotStart(Exception):
    """The portal cannot start here. The message is written for its reader."""


def main(arguments):
    try:
        check_python(sys.version_info)
        if arguments == ["serve"]:
            port = read_port(os.environ.get("PORT", "8000"))
            prepare("requirements.txt")
            # A shell that says otherwise is meant for some other program.
            os.environ["DEBUG"] = "1"
            run_inside(["python", "manage.py", "serve", "--port", str(port)])
        elif arguments[:1] == ["develop"] and len(arguments) > 1:
            prepare("requirements.txt", "requirements-dev.txt")
            run_inside(arguments[1:])
        raise CannotStart("Pakai: python3 -m dekranasda.launch serve")
    except CannotStart as sentence:
        print(sentence, file=sys.stderr)
    except OSError as error:
        print(NO_SPACE if is_no_space(str(error)) else error, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nDihentikan.", file=sys.stderr)
    return 1


def check_python(version):
    if version < (3, 11):
        found = ".".join(str(part) for part in version[:3])
        raise CannotStart(
            f"Portal ini memerlukan Python 3.11 atau lebih baru; ini Python {found}."
        )


def read_port(text):
    """Give the port to serve at, known to be free on this machine."""
    if not (text.isdecimal() and 1 <= int(text) <= 65535):
        raise CannotStart(f"PORT harus angka 1 sampai 65535, bukan {text!r}.")
    with socket.socket() as probe:
        # A port that was closed a moment ago is free for a server.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except PermissionError:
            raise CannotStart(
                f"Port {text} hanya untuk administrator. Pakai: make run PORT=8001"
            ) from None
        except OSError:
            raise CannotStart(
                f"Port {text} sedang dipakai program lain. Tutup program itu "
                "atau jalankan: make run PORT=8001"
            ) from None
    return int(text)


def prepare(*requirements):
    """Install the requirements into `.venv`, unless they already are."""
    stamp = VENV / f"installed-{requirements[-1]}"
    wanted = fingerprint(requirements)
    if VENV_PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    if shutil.disk_usage(ROOT).free < SPACE_NEEDED:
        raise CannotStart(NO_SPACE)
    if not VENV_PYTHON.exists():
        make_environment()
    say("Memasang pustaka; sekali saja, sekitar satu menit …")
    install(requirements[-1])
    for name in requirements:
        used = requirements[: requirements.index(name) + 1]
        (VENV / f"installed-{name}").write_text(fingerprint(used))


def fingerprint(requirements):
    texts = [(ROOT / name).read_bytes() for name in requirements]
    version = sys.version.encode()
    return hashlib.sha256(b"\0".join([version, *texts])).hexdigest()


def make_environment():
    say(f"Membuat lingkungan Python di {VENV.relative_to(ROOT)} …")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(command, capture_output=True, text=True)  # noqa: S603 (our own words)
    if made.returncode:
        output = made.stdout + made.stderr
        # A half-made environment would look like a whole one next time.
        shutil.rmtree(VENV, ignore_errors=True)
        raise CannotStart(NO_SPACE if is_no_space(output) else NO_VENV)


def install(requirements):
    command = [VENV_PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--quiet", "--retries", "2", "--requirement", ROOT / requirements]
    with PIP_LOG.open("w") as log:
        done = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603 (our own words)
    if done.returncode:
        raise CannotStart(NO_SPACE if is_no_space(PIP_LOG.read_text()) else NO_PIP)


def is_no_space(text):
    return "No space left" in text or "Disk quota exceeded" in text


def run_inside(command):
    """Become the command, with the programs of `.venv` first in its path."""
    bin_folder = str(VENV / "bin")
    os.environ["PATH"] = os.pathsep.join([bin_folder, os.environ["PATH"]])
    os.environ["VIRTUAL_ENV"] = str(VENV)
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execvp(command[0], command)  # noqa: S606 (no shell is wanted)


def say(sentence):
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
