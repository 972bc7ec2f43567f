from django.core.management.base import CommandError

from council.jobs import run_now
from council.management.progress import Progress
from council.management.strict import StrictCommand
from council.models import User
from trainings.certificate_jobs import print_later
from trainings.certification import CertificateRefused, issue
from trainings.models import Training


class Command(StrictCommand):
    help = (
        "Menerbitkan sertifikat setiap kelas sebuah pelatihan dan mencetaknya. "
        "Aman dijalankan berkali-kali: yang sudah terbit tidak terbit lagi."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "training", metavar="PELATIHAN", help="alamat pelatihan di portal (slug)"
        )
        parser.add_argument(
            "--by", metavar="AKUN", help="nama akun pengurus yang menerbitkan"
        )

    def handle(self, *, training, by, **options):
        found = Training.objects.filter(slug=training).first()
        if found is None:
            raise CommandError(f"Tidak ada pelatihan dengan alamat {training}.")
        officer = User.objects.filter(username=by, is_staff=True).first()
        if by and officer is None:
            raise CommandError(f"Tidak ada akun pengurus bernama {by}.")
        done = [self.one_class(each, officer) for each in found.classes.all()]
        if not all(done):
            raise CommandError("Tidak semua kelas mendapat sertifikat.")

    def one_class(self, training_class, officer) -> bool:
        """Issue and print the certificates of a class; say whether it went well."""
        try:
            given = issue(training_class, by=officer)
        except CertificateRefused as refusal:
            self.stderr.write(f"{training_class.name}: {refusal}")
            return False
        job = run_now(
            print_later(training_class, by=officer),
            told=Progress(self.stdout, training_class.name),
        )
        if not job.is_done:
            self.stderr.write(f"{training_class.name}: {job.error}")
            return False
        self.stdout.write(
            f"{training_class.name}: {len(given)} sertifikat baru, {job.total} berlaku."
        )
        return True
