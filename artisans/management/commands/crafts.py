from artisans.taxonomy_data import load
from council.management.progress import Progress
from council.management.strict import StrictCommand


class Command(StrictCommand):
    help = "Memuat kosakata kriya: jenis kriya, bahan, jenis produk, dan motif."

    def handle(self, **options):
        added, changed = load(Progress(self.stdout, "Kosakata kriya"))
        self.stdout.write(f"Kosakata kriya: {added} ditambahkan, {changed} diperbarui.")
