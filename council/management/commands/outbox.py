import logging
import signal
import threading

from django.db import Error as DatabaseError
from django.db import close_old_connections

from council import jobs
from council.management.strict import StrictCommand, whole_number
from council.outbox import deliver_due

log = logging.getLogger("council.outbox")


class Command(StrictCommand):
    help = (
        "Mengirim surel dan pesan telepon yang menunggu di kotak keluar, dan "
        "mengerjakan pekerjaan panjang yang dipesan pengurus."
    )
    # The worker serves no pages: it starts without looking at them.
    requires_system_checks = []

    def add_arguments(self, parser):
        how_often = parser.add_mutually_exclusive_group()
        how_often.add_argument(
            "--once", action="store_true", help="kirim yang menunggu, lalu selesai"
        )
        how_often.add_argument(
            "--loop", action="store_true", help="terus mengirim sampai dihentikan"
        )
        parser.add_argument(
            "--now",
            action="store_true",
            help="kirim juga yang masih menunggu giliran dicoba ulang",
        )
        parser.add_argument(
            "--pause",
            type=whole_number(least=1, most=3600),
            default=2,
            metavar="DETIK",
            help="jeda antarputaran pada --loop (bawaan: 2)",
        )

    def handle(self, *, loop, now, pause, **options):
        if loop:
            self.deliver_until_stopped(pause, now=now)
            return
        sent = 0
        while count := deliver_due(now=now):
            sent += count
            now = False
        jobs.work(between=deliver_due)
        self.stdout.write(f"{sent} pesan terkirim.")

    def deliver_until_stopped(self, pause, *, now):
        """Deliver until Ctrl-C or SIGTERM; a message being sent is finished first."""
        stopped = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_signal: stopped.set())
        self.stdout.write("Kotak keluar berjalan. Tekan Ctrl-C untuk berhenti.")
        self.stdout.flush()
        while not stopped.is_set():
            sent = 0
            try:
                sent = deliver_due(now=now, stopped=stopped.is_set)
                now = False
                jobs.work(
                    between=lambda: deliver_due(stopped=stopped.is_set),
                    stopped=stopped.is_set,
                )
            except DatabaseError as error:
                # The database restarts now and then; the worker outlives it.
                log.warning("database not available: %s", type(error).__name__)
            close_old_connections()
            if not sent:
                stopped.wait(pause)
        self.stdout.write("Kotak keluar dihentikan.")
