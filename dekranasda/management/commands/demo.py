"""Loads the demonstration: what the news reported, and examples around it."""

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import transaction

from artisans.models import Craft
from council.models import Region
from dekranasda.demonstration import (
    ACCOUNTS,
    certificates,
    councils,
    dossiers,
    english,
    events,
    flagships,
    instructors,
    labels,
    makers,
    news,
    other_days,
    people,
    pictures,
    places,
    preparing,
    queues,
    reaching,
    registration_desk,
    results,
    revisions,
    showcase,
    sign_ins,
    training_templates,
    trainings,
)

STEPS = (
    councils,
    people,
    news,
    makers,
    showcase,
    flagships,
    labels,
    places,
    events,
    trainings,
    sign_ins,
    training_templates,
    preparing,
    queues,
    other_days,
    instructors,
    results,
    certificates,
    dossiers,
    english,
    revisions,
    reaching,
    registration_desk,
)
BAR = 30


class Command(BaseCommand):
    help = "Load the demonstration data; what is there already stays as it is."

    def add_arguments(self, parser):
        parser.add_argument(
            "--accounts", action="store_true", help="only print the accounts"
        )
        parser.add_argument(
            "--without-pictures", action="store_true", help="do not draw pictures"
        )

    def handle(self, *, accounts, without_pictures, **options):
        if not settings.DEBUG:
            raise CommandError(
                "Data contoh hanya untuk mencoba portal (DEBUG=1). Akunnya memakai "
                "kata sandi yang diketahui umum."
            )
        if accounts:
            self.print_accounts()
            return
        load_when_empty(Region, "regions")
        load_when_empty(Craft, "crafts")
        self.build()
        if not without_pictures:
            pictures.build(self.progress("Gambar"))
        self.stdout.write("Data contoh siap.")

    @transaction.atomic
    def build(self):
        progress = self.progress("Data contoh")
        for done, step in enumerate(STEPS, 1):
            step.build()
            progress(done, len(STEPS))

    def progress(self, what):
        """A bar on a terminal; elsewhere nothing, so that logs stay readable."""

        def show(done, total):
            if not self.stdout.isatty():
                return
            bar = "█" * (done * BAR // total)
            end = "\n" if done == total else ""
            self.stdout.write(f"\r{what:12} {bar:{BAR}} {done}/{total}", ending=end)
            self.stdout.flush()

        return show

    def print_accounts(self):
        width = max(len(name) for name, _password, _who in ACCOUNTS)
        for name, password, who in ACCOUNTS:
            self.stdout.write(f"{name:{width}}  {password:20}  {who}")


def load_when_empty(model, loader):
    if not model.objects.exists():
        call_command(loader)
