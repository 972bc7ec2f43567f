from council.management.strict import StrictCommand
from trainings.inviting import remind_silent


class Command(StrictCommand):
    help = (
        "Mengingatkan, satu kali, pelatih yang tiga hari belum menjawab undangan "
        "mengajar. Aman dijalankan berkali-kali."
    )

    def handle(self, **options):
        self.stdout.write(f"{remind_silent()} pengingat ditulis.")
