from django.core.management.base import BaseCommand
from django.db import transaction

from council import nik
from council.models import Person
from council.second_factors import renew_secrets


class Command(BaseCommand):
    help = (
        "Mengenkripsi ulang semua NIK dan rahasia aplikasi autentikator "
        "dengan kunci pertama dalam NIK_KEY."
    )

    @transaction.atomic
    def handle(self, **options):
        people = Person.objects.exclude(nik_encrypted="").order_by("pk")
        people = people.select_for_update()
        for person in people.iterator(chunk_size=500):
            number = nik.decrypt(person.nik_encrypted)
            # Past `save()`, so that a new key leaves no trace in the history.
            Person.objects.filter(pk=person.pk).update(
                nik_encrypted=nik.encrypt(number), nik_digest=nik.digest(number)
            )
        self.stdout.write(f"{people.count()} NIK memakai kunci terbaru.")
        self.stdout.write(f"{renew_secrets()} rahasia masuk memakai kunci terbaru.")
