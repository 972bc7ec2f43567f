from artisans.reminders import remind
from council.management.strict import StrictCommand


class Command(StrictCommand):
    help = (
        "Mengingatkan perajin bahwa masa tayang e-Katalog, TKDN, atau sertifikat halal "
        "produknya segera habis. Aman dijalankan berkali-kali."
    )

    def handle(self, **options):
        self.stdout.write(f"{remind()} pengingat ditulis.")
