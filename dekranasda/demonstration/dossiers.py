"""An invented training whose file is complete, and the ceilings that it kept to."""

import io
from datetime import timedelta

from PIL import Image, ImageDraw

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from council.documents import keep_document
from council.models import Message, Person
from programs.models import ActivityPerson
from trainings.certification import issue, why_not_yet
from trainings.models import (
    Certificate,
    Dossier,
    DossierDocument,
    PayCeiling,
    PayRate,
    Training,
)

from .councils import CITIES, unit
from .kept import clipping

COMPLETE = "pelatihan-sulaman-bayang"
TEXTS = {
    "letter_number": "005/14/DKRN-PDG/2026",
    "bring": "Fotokopi KTP\nGunting kecil dan pemidangan, bila ada\nContoh karya sendiri",
    "background": "Sulaman bayang adalah kekayaan Kota Padang, tetapi penyulam yang "
    "menguasainya tinggal sedikit dan sebagian besar berusia lanjut. Pasar kerudung "
    "dan selendang meminta motif baru yang tetap bercirikan daerah.",
    "legal_basis": "Keputusan Ketua Dekranasda Kota Padang tentang Panitia Pelatihan "
    "(contoh)\nDPA Dinas Perindustrian dan Perdagangan, kegiatan pembinaan IKM (contoh)",
    "purpose": "Menambah penyulam muda yang menguasai sulaman bayang.\nSetiap peserta "
    "menyelesaikan satu selendang yang layak dijual.",
    "obstacles": "Benang emas terlambat datang pada hari pertama.\nTiga peserta belum "
    "pernah memakai pemidangan.",
    "solutions": "Hari pertama diisi teori motif; praktik digeser ke siang.\nPelatih "
    "mendampingi mereka satu jam sesudah sesi.",
    "conclusion": "Pelatihan berjalan sesuai rencana dan semua peserta menyelesaikan "
    "karya pertamanya.",
    "next_steps": "Lima karya terbaik dibawa ke pameran kota.\nTahap lanjutan diusulkan "
    "pada raker tahun depan.",
}  # fmt: skip
RATES = (
    (PayRate.Receiver.PARTICIPANTS, "uang_saku", "hari", 100_000, None),
    (PayRate.Receiver.PARTICIPANTS, "transpor", "hari", 50_000, None),
    (PayRate.Receiver.INSTRUCTORS, "honor", "jp", 150_000, 5),
    (PayRate.Receiver.INSTRUCTORS, "penginapan", "kali", 900_000, None),
)
CEILINGS = (
    ("peserta", "uang_saku", "hari", 110_000),
    ("peserta", "transpor", "hari", 75_000),
    ("pelatih", "honor", "jp", 200_000),
)
DOCUMENTS = (
    ("sk", "SK panitia pelatihan (contoh)"),
    ("materi", "Materi sulaman bayang (contoh)"),
    ("kuitansi", "Kuitansi bahan praktik (contoh)"),
    ("notulen", "Notulen pembukaan (contoh)"),
)
PHOTOS = (
    ("Pembukaan pelatihan (gambar)", "spanduk", 1),
    ("Peserta memilih benang (gambar)", "bengkel", 3),
    ("Praktik menyulam selendang (gambar)", "bidang", 5),
    ("Karya yang selesai (gambar)", "bidang", 2),
)
SYLLABUS = (
    "Mengenal motif dan makna sulaman bayang\nMemilih kain, benang, dan pemidangan\n"
    "Menyulam bayang dengan rapi\nMenghitung harga pokok selendang"
)


def build():
    before = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    today = timezone.localdate()
    for code in CITIES:
        keep_ceilings(unit(code), {today.year, (today - timedelta(days=208)).year})
    for training in Training.objects.filter(slug=COMPLETE, dossier=None):
        complete(training)
    # Nobody has these numbers: what was written to them is not kept.
    Message.objects.filter(pk__gt=before, cause__startswith="certificate-").delete()


def keep_ceilings(council, years):
    for year in years:
        for receiver, kind, measure, most in CEILINGS:
            PayCeiling.objects.get_or_create(
                unit=council,
                year=year,
                receiver=receiver,
                kind=kind,
                measure=measure,
                defaults={"most": most, "basis": "Standar harga satuan kota (contoh)"},
            )


def complete(training):
    """Fill everything that the file and its papers ask for."""
    dossier = Dossier.objects.create(
        training=training,
        letter_on=training.starts_on - timedelta(days=10),
        due_on=training.ends_on + timedelta(days=30),
        **TEXTS,
    )
    for receiver, kind, measure, amount, tax in RATES:
        facts = {"kind": kind, "measure": measure, "amount": amount}
        dossier.rates.create(receiver=receiver, tax_percent=tax, **facts)
    for kind, title in DOCUMENTS:
        keep_paper(dossier, kind, title)
    speakers(training)
    training.press.add(
        clipping(
            "13.71",
            "Dua belas perajin Padang belajar sulaman bayang (contoh)",
            medium="Koran Contoh",
            published_on=training.ends_on,
            url="https://koran.example/sulaman-bayang",
        )
    )
    for group in training.classes.all():
        group.syllabus = group.syllabus or SYLLABUS
        group.save(update_fields=["syllabus"])
        has_any = Certificate.objects.of_class(group).exists()
        if not (has_any or why_not_yet(group)):
            issue(group)


def keep_paper(dossier, kind, title):
    council = dossier.training.unit
    document = keep_document(scan(title), unit=council, title=title)
    DossierDocument.objects.create(dossier=dossier, kind=kind, document=document)


def scan(title) -> SimpleUploadedFile:
    """A sheet of paper with nothing but its title on it."""
    sheet = Image.new("RGB", (620, 877), "white")
    ImageDraw.Draw(sheet).text((60, 80), title, "black")
    content = io.BytesIO()
    sheet.save(content, "JPEG", quality=70)
    return SimpleUploadedFile(f"{title}.jpg", content.getvalue(), "image/jpeg")


def speakers(training):
    """Who opened it, and who reported."""
    roles = ActivityPerson.Role
    for role, name, post in (
        (roles.OPENER, "Bambang Contoh", "Kepala Dinas Perindustrian dan Perdagangan"),
        (roles.REPORTER, "Rina Contoh", "Ketua Panitia"),
    ):
        person, _made = Person.objects.get_or_create(
            unit=training.unit, full_name=name, is_example=True
        )
        ActivityPerson.objects.create(
            activity=training, person=person, role=role, post=post
        )
