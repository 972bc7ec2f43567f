from artisans import competence_reminders, reminders
from council.management.strict import StrictCommand


class Command(StrictCommand):
    help = (
        "Mengingatkan perajin bahwa masa tayang e-Katalog, TKDN, atau sertifikat halal "
        "produknya, atau sertifikat kompetensinya, segera habis. "
        "Aman dijalankan berkali-kali."
    )

    def handle(self, **options):
        written = reminders.remind() + competence_reminders.remind()
        self.stdout.write(f"{written} pengingat ditulis.")
