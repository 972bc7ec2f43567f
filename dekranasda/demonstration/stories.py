"""Short stories for the invented makers, put together from parts that fit."""

from artisans.models import Craft

Family = Craft.Family
REASONS = {
    Family.BATIK: ("mencoba mencanting taplak untuk tetangga", "waxing a tablecloth for a neighbour"),
    Family.WEAVING: ("memperbaiki alat tenun peninggalan nenek", "mending a grandmother's loom"),
    Family.EMBROIDERY: ("menyulam mukena untuk adiknya menikah", "embroidering for a sister's wedding"),
    Family.KNITTING: ("merajut topi bayi untuk Posyandu", "crocheting baby caps for the clinic"),
    Family.PLAITING: ("menganyam tikar untuk surau", "plaiting mats for the prayer house"),
    Family.WOOD: ("memahat sisa papan di bengkel ayah", "carving offcuts in a father's workshop"),
    Family.SHELL: ("mengumpulkan kulit kerang sisa dapur", "gathering the shells left in the kitchen"),
    Family.METAL: ("membantu paman menempa setelah pulang sekolah", "helping an uncle at the anvil after school"),
    Family.CLAY: ("membuat celengan untuk dijual di pasar malam", "making money boxes for the night market"),
    Family.LEATHER: ("memperbaiki tas kulit milik guru", "mending a teacher's leather bag"),
    Family.FOOD: ("memasak untuk kenduri tetangga", "cooking for a neighbour's feast"),
    Family.OTHER: ("membuat hiasan untuk pelaminan saudara", "making ornaments for a cousin's wedding"),
}  # fmt: skip
PLACES = (
    ("teras belakang rumah", "the back porch"),
    ("ruang tamu yang sempit", "a narrow front room"),
    ("garasi pinjaman", "a borrowed garage"),
    ("kios kecil di pasar", "a small stall in the market"),
)
NOW = (
    ("Kini {n} tetangga ikut bekerja, kebanyakan ibu rumah tangga yang mengatur jamnya sendiri.", "Today {n} neighbours work along, most of them mothers who set their own hours."),
    ("Sekarang {n} orang bekerja di sini, dan dua di antaranya dulu murid pelatihan.", "Now {n} people work here, two of whom first came as trainees."),
    ("Hari ini {n} perajin muda belajar di meja yang sama.", "Today {n} young makers learn at the same table."),
    ("Pesanan dikerjakan {n} orang, satu per satu, tanpa terburu-buru.", "Orders pass through {n} pairs of hands, one by one and without haste."),
)  # fmt: skip
QUOTES = (
    "Kalau dikerjakan tergesa, hasilnya ikut gelisah.",
    "Tangan boleh lelah, mata tetap harus rapi.",
    "Saya ingin anak-anak tahu motif ini punya nama.",
    "Yang halus itu yang sabar.",
    "Pembeli kembali bukan karena murah, tetapi karena awet.",
    "Setiap helai saya ingat siapa yang mengerjakannya.",
    "Bahan sisa pun punya cerita kalau kita mau dengar.",
    "Dulu hobi, sekarang dapur ikut mengepul.",
    "Belajar dari nenek, lalu mengajar tetangga.",
    "Warna alam tidak bisa disuruh cepat.",
)


def story(seed, owner, line, year) -> tuple[str, str]:
    """Two or three sentences, in Indonesian and in English."""
    place, place_en = seed.choice(PLACES)
    reason, reason_en = REASONS[owner.main_craft.family]
    now, now_en = seed.choice(NOW)
    count = seed.randint(3, 14)
    first = owner.person.full_name.split()[0]
    indonesian = (
        f"{first} memulai usaha ini pada {year} di {place}, setelah {reason}. "
        f"{line.touch} {now.format(n=count)}"
    )
    english = (
        f"{first} began in {year} in {place_en}, after {reason_en}. "
        f"{line.touch_en} {now_en.format(n=count)}"
    )
    return indonesian, english
