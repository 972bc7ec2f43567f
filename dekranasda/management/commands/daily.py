import logging
import signal
import threading

from django.core.management import CommandError, call_command
from django.db import Error as DatabaseError
from django.db import close_old_connections

from council.management.strict import StrictCommand
from dekranasda.daily import do_due

log = logging.getLogger("dekranasda.daily")

LOOK_EVERY, TRY_AGAIN_AFTER = 60, 900


class Command(StrictCommand):
    help = (
        "Mengerjakan tugas yang sudah tiba waktunya dan belum selesai hari ini: "
        "giliran, angka, penghapusan, sesi, indeks pencarian, undangan pelatih, "
        "kabar setelah pelatihan, dan pengingat. Aman diulang."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--loop", action="store_true", help="terus menunggu tugas berikutnya"
        )

    def handle(self, *, loop, **options):
        if loop:
            self.work_until_stopped()
        elif failed := do_due(run=self.run_one):
            raise CommandError(f"Belum selesai: {', '.join(failed)}. Lihat log.")

    def run_one(self, name):
        call_command(name, stdout=self.stdout)

    def work_until_stopped(self):
        """Look every minute until Ctrl-C or SIGTERM; work begun is finished first."""
        stopped = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_signal: stopped.set())
        self.stdout.write("Tugas harian berjalan. Tekan Ctrl-C untuk berhenti.")
        self.stdout.flush()
        while not stopped.is_set():
            failed = self.look()
            close_old_connections()
            stopped.wait(TRY_AGAIN_AFTER if failed else LOOK_EVERY)
        self.stdout.write("Tugas harian dihentikan.")

    def look(self) -> list[str]:
        try:
            return do_due(run=self.run_one)
        except DatabaseError as error:
            # The database restarts now and then; the worker outlives it.
            log.warning("database not available: %s", type(error).__name__)
            return []
