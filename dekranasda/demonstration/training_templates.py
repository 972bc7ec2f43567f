"""Templates of trainings that councils hold again and again, one for each craft."""

from dataclasses import dataclass

from artisans.models import Craft
from trainings.models import Question, Requirement, TrainingTemplate

from .councils import unit

Kind = Requirement.Kind
JP_A_DAY = 8
FACILITIES = "Alat dan bahan\nMakan siang\nUang transpor\nSertifikat keikutsertaan"


@dataclass(frozen=True)
class Outline:
    """What is taught in a training of some days, one topic a day at least."""

    name: str
    craft: str
    days: int
    competences: tuple
    quota: int = 20
    minimum: int = 10


OUTLINES = (
    Outline("Bordir", "bordir", 4, ("Mengenal mesin dan benang", "Memindahkan motif", "Membordir penuh dan tepi", "Merapikan sisi dalam")),
    Outline("Sulaman benang emas", "sulaman-benang-emas", 5, ("Memilih beludru dan benang", "Meregangkan kain di pamedangan", "Menempel benang emas", "Mengisi motif", "Merawat hasil sulaman")),
    Outline("Tenun songket", "songket", 10, ("Menghani benang", "Memasang lungsi", "Menyungkit motif dasar", "Menenun rapat dan rata", "Menghitung harga pokok kain"), 10, 6),
    Outline("Kerajinan kulit kerang", "kerajinan-kerang", 4, ("Memilih dan membersihkan kerang", "Memotong dan menghaluskan", "Menyusun dan merekat", "Finishing dan pengemasan")),
    Outline("Batik tulis", "batik-tulis", 6, ("Membuat pola", "Memakai canting", "Mewarnai", "Melorod malam", "Menjaga mutu dan limbah")),
    Outline("Batik cap", "batik-cap", 4, ("Mengenal cap dan malam", "Mengecap rapi", "Mewarnai", "Melorod malam")),
    Outline("Rajut", "rajut-crochet", 3, ("Tusuk dasar", "Membaca pola", "Merangkai tas dan boneka")),
    Outline("Ecoprint", "ecoprint", 3, ("Memordan kain", "Memilih daun", "Mengukus dan mengunci warna")),
    Outline("Shibori dan jumputan", "shibori-jumputan", 3, ("Melipat dan mengikat", "Mencelup warna", "Merancang motif sendiri")),
    Outline("Tenun ATBM", "lurik", 8, ("Menyetel ATBM", "Menghani dan menggulung", "Menenun polos dan lurik", "Memperbaiki benang putus"), 10, 6),
    Outline("Anyaman", "anyaman-pandan", 4, ("Menyiapkan bahan", "Anyaman dasar", "Membentuk wadah", "Mencegah jamur")),
    Outline("Tas kulit", "kulit-tas", 5, ("Memilih kulit", "Membuat pola", "Menjahit tangan dan mesin", "Memasang aksesori"), 15, 8),
    Outline("Perhiasan dan aksesori", "aksesori", 4, ("Merangkai manik dan kawat", "Mengukur dan menyesuaikan", "Merancang satu set", "Mengemas")),
    Outline("Kemasan dan foto produk", "", 2, ("Kemasan yang melindungi dan bercerita", "Foto dengan ponsel dan cahaya jendela"), 25),
    Outline("Pemasaran digital", "", 3, ("Menulis keterangan produk", "Lokapasar dan katalog", "Melayani pesan pembeli"), 25),
    Outline("Pembukuan dan harga pokok", "", 2, ("Mencatat uang masuk dan keluar", "Menghitung harga pokok dan harga jual"), 25),
    Outline("Legalitas: NIB, halal, dan merek", "", 2, ("NIB dan KBLI di OSS", "Sertifikat halal dan pendaftaran merek"), 25),
    Outline("Keselamatan dan kesehatan kerja (K3)", "", 1, ("Bahaya bahan, alat, dan panas", "Alat pelindung dan pertolongan pertama"), 25),
)  # fmt: skip


def build():
    root = unit("")
    known = set(
        TrainingTemplate.objects.filter(unit=root).values_list("name", flat=True)
    )
    for outline in OUTLINES:
        if outline.name not in known:
            keep(root, outline)


def keep(root, outline):
    crafts = [outline.craft] if outline.craft else []
    TrainingTemplate.objects.create(
        unit=root,
        name=outline.name,
        craft=Craft.objects.filter(slug__in=crafts).first(),
        content={
            "training": training_of(outline),
            "crafts": crafts,
            "days": [],
            "parties": [],
            **ASKED,
            "classes": [class_of(outline)],
        },
        is_example=True,
    )


ASKED = {
    "asks": [
        {"order": 1, "kind": Kind.AGE, "youngest": 18},
        {
            "order": 2,
            "kind": Kind.DECLARATION,
            "text": "Saya bersedia hadir pada semua sesi.",
        },
    ],
    "questions": [
        {
            "order": 1,
            "text": "Berapa lama Anda sudah membuat kriya ini?",
            "kind": Question.Kind.CHOICE,
            "choices": "Belum pernah\nKurang dari 2 tahun\n2 tahun atau lebih",
        }
    ],
}


def training_of(outline) -> dict:
    return {
        "title": f"Pelatihan {outline.name}",
        "summary": f"{outline.competences[0]} sampai siap menjual, {outline.days} hari.",
        "description": "Peserta belajar dengan praktik dan membawa pulang hasilnya.",
        "goal": "Perajin mampu membuat dan menjual karyanya sendiri.",
        "audience": "Perajin dan calon perajin",
        "facilities": FACILITIES,
        "start_time": "09:00:00",
        "end_time": "15:30:00",
        "length": outline.days,
    }


def class_of(outline) -> dict:
    return {
        "name": "Kelas Utama",
        "quota": outline.quota,
        "minimum": outline.minimum,
        "syllabus": "\n".join(outline.competences),
        "lesson_hours": outline.days * JP_A_DAY,
        "craft": outline.craft,
        "moments": {
            "opens_at": [-30, "08:00:00"],
            "closes_at": [-7, "16:00:00"],
            "decide_at": [-5, "12:00:00"],
        },
        "sessions": [session_of(outline, day) for day in range(outline.days)],
        "asks": [],
        "questions": [],
    }


def session_of(outline, day) -> dict:
    topic = outline.competences[min(day, len(outline.competences) - 1)]
    hours = {"start_time": "09:00:00", "end_time": "15:30:00"}
    return {"day": day, "topic": topic, **hours}
