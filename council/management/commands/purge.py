from council import retention
from council.management.strict import StrictCommand


class Command(StrictCommand):
    help = (
        "Menghapus data yang masa simpannya habis: isi pesan terkirim, sesi lama, "
        "akun yang tidak pernah dibuktikan."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="hanya menghitung, tidak menghapus apa pun",
        )

    def handle(self, *, dry_run, **options):
        verb = "akan dihapus" if dry_run else "dihapus"
        for name, count in retention.purge(dry_run=dry_run).items():
            self.stdout.write(f"{name}: {count} {verb}")
