"""Serves the portal on this machine: web server and outbox worker together."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

LOADERS = ["regions", "crafts", "demo"]
# Beside the pictures of the demonstration: who deletes them gets them again.
LOADED = settings.MEDIA_ROOT.parent / "loaded"
PATIENCE = 30


class Command(BaseCommand):
    help = "Try the portal out on this machine, with its demonstration data."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--without-pictures", action="store_true", help="do not draw pictures"
        )

    def handle(self, *, port, without_pictures, **options):
        if not settings.DEBUG:
            raise CommandError(
                "Perintah ini hanya untuk mencoba (DEBUG=1). "
                "Cara menjalankan yang sebenarnya ada di docs/operations.md."
            )
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, interrupt)
        processes = []
        try:
            flags = ["--without-pictures"] if without_pictures else []
            self.prepare_data(processes, demo_flags=flags)
            start_all(processes, port)
            wait_for_answer(port, processes)
            self.print_welcome(port)
            wait_for_end(processes)
        except KeyboardInterrupt:
            self.stdout.write("\nPortal dihentikan.")
        finally:
            stop_all(processes)

    def prepare_data(self, processes, *, demo_flags):
        """Migrate and load, each only when something is missing."""
        executor = MigrationExecutor(connection)
        is_new = not executor.loader.applied_migrations
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.say("Menyiapkan basis data …")
            call_command("migrate", verbosity=0, interactive=False)
        if is_new:
            LOADED.unlink(missing_ok=True)
        done = LOADED.read_text().splitlines() if LOADED.exists() else []
        database = str(connection.settings_dict["NAME"])
        for loader in LOADERS:
            line = f"{loader} {database}"
            if line not in done:
                flags = demo_flags if loader == "demo" else []
                processes.append(start("manage.py", loader, *flags))
                if processes[-1].wait():
                    raise CommandError(f"Data awal tidak termuat: {loader}.")
                processes.clear()
                done.append(line)
                LOADED.parent.mkdir(parents=True, exist_ok=True)
                LOADED.write_text("\n".join(done) + "\n")
        # WhiteNoise warns when the folder of collectstatic is not there.
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        # The processes started below open connections of their own.
        connection.close()

    def print_welcome(self, port):
        from dekranasda.demonstration import ACCOUNTS

        address = f"http://127.0.0.1:{port}"
        width = max(len(name) for name, _, _ in ACCOUNTS)
        self.say(f"\nPortal Dekranasda siap:  {address}/")
        self.say(f"Bahasa Inggris:          {address}/en/")
        self.say(f"Ruang kerja pengurus:    {address}/admin/")
        self.say("\nAkun contoh (nama, kata sandi, siapa):")
        for name, password, who in ACCOUNTS:
            self.say(f"  {name:{width}}  {password:20}  {who}")
        self.say("\nTekan Ctrl-C untuk berhenti.")

    def say(self, sentence):
        self.stdout.write(sentence)
        self.stdout.flush()


def interrupt(*_):
    raise KeyboardInterrupt


def start_all(processes, port):
    """Start the web server and the workers."""
    address = os.environ.get("PUBLIC_BASE_URL") or f"http://127.0.0.1:{port}"
    # One process, because the in-memory cache of a try-out is not shared.
    web = ["-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    web += ["--log-level", "warning", "dekranasda.wsgi"]
    processes += [
        start(*web, PUBLIC_BASE_URL=address),
        start("manage.py", "outbox", "--loop", PUBLIC_BASE_URL=address),
        start("manage.py", "offers", "--loop", PUBLIC_BASE_URL=address),
    ]


def start(*command, **environment):
    """Start a part as the head of its own group, so that it can be stopped whole."""
    return subprocess.Popen(  # noqa: S603 (our own words)
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env={**os.environ, **environment},
        # Ctrl-C reaches this process alone, which then stops the parts.
        start_new_session=True,
    )


def wait_for_answer(port, processes):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        refuse_when_ended(processes)
        visitor = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        with closing(visitor), suppress(OSError, HTTPException):
            visitor.request("GET", "/healthz")
            visitor.getresponse().read()
            return
        time.sleep(0.1)
    raise CommandError("Server web tidak menjawab; pesan di atas menyebut sebabnya.")


def wait_for_end(processes):
    while True:
        refuse_when_ended(processes)
        time.sleep(0.5)


def refuse_when_ended(processes):
    for process in processes:
        if process.poll() is not None:
            raise CommandError(
                "Sebagian portal berhenti sendiri; pesan di atas menyebut sebabnya."
            )


def stop_all(processes):
    """Stop every process and its children: asked first, then made to."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    for name in (signal.SIGTERM, signal.SIGKILL):
        for process in processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, name)
        for process in processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
