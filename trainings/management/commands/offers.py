import logging
import signal
import threading

from django.db import Error as DatabaseError
from django.db import close_old_connections

from council.management.strict import StrictCommand, whole_number
from trainings.enrolment import pass_on

log = logging.getLogger("trainings.offers")


class Command(StrictCommand):
    help = "Meneruskan tawaran kursi yang lewat waktu dan mengembalikan kuota titipan."

    def add_arguments(self, parser):
        parser.add_argument(
            "--loop", action="store_true", help="terus bekerja sampai dihentikan"
        )
        parser.add_argument(
            "--pause",
            type=whole_number(least=1, most=3600),
            default=20,
            metavar="DETIK",
            help="jeda antarputaran pada --loop (bawaan: 20)",
        )

    def handle(self, *, loop, pause, **options):
        if loop:
            self.work_until_stopped(pause)
        else:
            self.stdout.write(f"{pass_on()} tawaran dan titipan diteruskan.")

    def work_until_stopped(self, pause):
        stopped = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_signal: stopped.set())
        while not stopped.is_set():
            try:
                pass_on()
            except DatabaseError as error:
                # The database restarts now and then; the worker outlives it.
                log.warning("database not available: %s", type(error).__name__)
            close_old_connections()
            stopped.wait(pause)
