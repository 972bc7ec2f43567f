"""Builds a portal of any size from invented rows, to measure what it bears."""

import time

from django.conf import settings
from django.core.management import CommandError, call_command

from artisans.models import Craft
from council.management.progress import Progress
from council.management.strict import StrictCommand, whole_number
from council.models import Region
from dekranasda.scaling import building

MOST = 10_000_000


class Command(StrictCommand):
    help = "Isi portal dengan data buatan dalam jumlah besar, untuk mengukur."

    def add_arguments(self, parser):
        number = whole_number(least=0, most=MOST)
        parser.add_argument("--businesses", type=number, default=2000)
        parser.add_argument("--products", type=number, default=10_000)
        parser.add_argument("--trainings", type=number, default=200)
        parser.add_argument("--without-pictures", action="store_true")
        parser.add_argument(
            "--remove", action="store_true", help="hapus lagi semua data buatan ini"
        )

    def handle(self, *, remove, **options):
        if not settings.DEBUG:
            raise CommandError("Data buatan hanya untuk mengukur portal (DEBUG=1).")
        if remove:
            self.stdout.write(f"{building.remove()} produk buatan dihapus.")
            return
        self.build(options)

    def build(self, options):
        if options["products"] and not options["businesses"]:
            raise CommandError("Produk memerlukan perajin: isi --businesses.")
        for model, loader in ((Region, "regions"), (Craft, "crafts")):
            if not model.objects.exists():
                call_command(loader, stdout=self.stdout)
        began = time.monotonic()
        rate = building.build(
            businesses=options["businesses"],
            products=options["products"],
            trainings=options["trainings"],
            with_pictures=not options["without_pictures"],
            progress=lambda title: Progress(self.stdout, f"{title:10}"),
        )
        took = time.monotonic() - began
        self.stdout.write(
            f"Data buatan siap dalam {took:.0f} detik: {rate:.0f} produk per detik "
            f"ditulis, {options['products'] / took:.0f} dengan pencariannya."
        )
