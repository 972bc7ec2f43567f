from council.management.progress import Progress
from council.management.strict import StrictCommand
from council.region_data import load


class Command(StrictCommand):
    help = "Memuat seluruh wilayah Indonesia; aman dijalankan berulang kali."

    def handle(self, **options):
        loaded = load(Progress(self.stdout, "Wilayah"))
        if not loaded.written:
            self.stdout.write(f"{loaded.regions} wilayah sudah termuat.")
            return
        self.stdout.write(
            f"{loaded.regions} wilayah termuat, {loaded.written} di antaranya baru "
            f"atau berubah; {loaded.aliases} nama lain."
        )
