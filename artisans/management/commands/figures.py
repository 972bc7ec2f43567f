from datetime import timedelta

from django.utils import timezone

from artisans.figures import tell_makers
from council.management.strict import StrictCommand


class Command(StrictCommand):
    help = "Mengabari perajin angka kunjungan bulan lalu; aman dijalankan berkali-kali."

    def handle(self, **options):
        month = timezone.localdate().replace(day=1) - timedelta(days=1)
        told = tell_makers(month.replace(day=1))
        self.stdout.write(f"{told} perajin dikabari angka bulan {month:%m/%Y}.")
