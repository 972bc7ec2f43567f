from council.management.strict import StrictCommand
from trainings.feedback import ask_all
from trainings.follow_ups import ask_and_remind


class Command(StrictCommand):
    help = (
        "Menanyakan pendapat peserta sesudah sesi terakhir, dan kabar mereka 3, 6, dan "
        "12 bulan sesudah pelatihan. Aman dijalankan berkali-kali."
    )

    def handle(self, **options):
        opinions, done = ask_all(), ask_and_remind()
        self.stdout.write(
            f"{opinions} umpan balik dan {done.asked} kabar ditanyakan, "
            f"{done.reminded} diingatkan."
        )
