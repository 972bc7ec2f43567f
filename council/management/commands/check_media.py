from datetime import timedelta

from django.apps import apps
from django.core.files.storage import default_storage, storages
from django.utils import timezone

from council.management.strict import StrictCommand
from council.stored_files import OwnedFileField

# A file is written before its row: a younger one may still get its row.
OLD_ENOUGH = timedelta(days=1)
PRIVATE_FOLDERS = ("documents", "certificates", "signatures", "jobs")


class Command(StrictCommand):
    help = "Mencocokkan berkas tersimpan dengan datanya: yang hilang, yang tak bertuan."

    def add_arguments(self, parser):
        parser.add_argument(
            "--delete",
            action="store_true",
            help="hapus berkas tak bertuan yang lebih tua dari satu hari",
        )

    def handle(self, *, delete, **options):
        kept = set(names_of_rows())
        ownerless = missing = 0
        for storage, folder in [
            (default_storage, "photos"),
            *((storages["private"], folder) for folder in PRIVATE_FOLDERS),
        ]:
            found = set(names_in(storage, folder))
            mine = {name for name in kept if name.startswith(f"{folder}/")}
            missing += len(mine - found)
            for name in found - mine:
                if is_old(storage, name):
                    ownerless += 1
                    if delete:
                        storage.delete(name)
        verb = "dihapus" if delete else "tak bertuan"
        self.stdout.write(f"{missing} berkas hilang, {ownerless} berkas {verb}.")


def names_of_rows():
    """Every file that a row of the portal names."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if not isinstance(field, OwnedFileField) or not model._meta.managed:
                continue
            rows = model._base_manager.exclude(**{field.name: ""})
            for row in rows.only(field.name).iterator(chunk_size=2000):
                yield from getattr(row, field.attname).stored_names()


def names_in(storage, folder):
    """Every file below a folder; there may be none yet."""
    if not storage.exists(folder):
        return
    folders, files = storage.listdir(folder)
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from names_in(storage, f"{folder}/{name}")


def is_old(storage, name) -> bool:
    return storage.get_modified_time(name) < timezone.now() - OLD_ENOUGH
