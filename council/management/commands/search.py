from council.management.progress import Progress
from council.management.strict import StrictCommand
from council.search_kept import rebuild_all


class Command(StrictCommand):
    help = "Menyusun ulang indeks pencarian dari semua halaman publik."

    def handle(self, **options):
        counts = rebuild_all(lambda title: Progress(self.stdout, f"{title:10}"))
        for kind, number in counts.items():
            self.stdout.write(f"{kind}: {number} halaman")
