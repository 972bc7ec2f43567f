from artisans.competence_reminders import remind as remind_of_competences
from artisans.reminders import remind as remind_of_certificates
from council.management.strict import StrictCommand
from trainings.reminders import remind as remind_of_trainings

# Each writes what is due and not written yet, and says how many.
REMINDERS = [remind_of_certificates, remind_of_competences, remind_of_trainings]


class Command(StrictCommand):
    help = (
        "Mengingatkan perajin: e-Katalog, TKDN, sertifikat halal, atau sertifikat "
        "kompetensi segera habis, "
        "pendaftaran segera ditutup, pelatihan segera dimulai. Aman dijalankan "
        "berkali-kali."
    )

    def handle(self, **options):
        number = sum(remind() for remind in REMINDERS)
        self.stdout.write(f"{number} pengingat ditulis.")
