from artisans.rotation import rotate
from council.management.strict import StrictCommand


class Command(StrictCommand):
    help = "Menggilir perajin di beranda dan daftar; sehari sekali, aman diulang."

    def handle(self, **options):
        shown = rotate()
        if shown:
            self.stdout.write(f"{shown} perajin tampil di depan mulai hari ini.")
        else:
            self.stdout.write("Giliran hari ini sudah diatur.")
