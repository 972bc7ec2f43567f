"""The five councils, what they lie in, their divisions, agencies and partners."""

from django.utils.text import slugify

from council.models import Division, Organization, Region, Unit

CITIES = {
    "13.71": "Dekranasda Kota Padang",
    "12.74": "Dekranasda Kota Tanjungbalai",
    "36.74": "Dekranasda Kota Tangerang Selatan",
    "13.76": "Dekranasda Kota Payakumbuh",
    "18.72": "Dekranasda Kota Metro",
}
ABOUT = {
    "": "Dewan Kerajinan Nasional menghimpun Dekranasda dari seluruh provinsi.",
    "13.71": (
        "Dekranasda Kota Padang mendampingi industri kecil dan menengah kerajinan: "
        "sulaman, bordir, songket, dan batik tanah liek. Masa bakti pengurus 2019-2024."
    ),
    "12.74": (
        "Dekranasda Kota Tanjungbalai mengembangkan kriya kota pelabuhan: batik, tenun "
        "songket, dan kerajinan kulit kerang."
    ),
    "36.74": (
        "Dekranasda Kota Tangerang Selatan bekerja bersama 7 kecamatan dan 54 "
        "kelurahan, serta Kawan Dekra: merek, mal, dan resto yang membuka pintu bagi "
        "perajin."
    ),
    "13.76": (
        "Dekranasda Kota Payakumbuh membina sandang, pangan, dan kerajinan tangan: "
        "rajutan, Sentra Tenun Balai Panjang, dan Sentra Rendang Payakumbuh."
    ),
    "18.72": (
        "Dekranasda Kota Metro menampilkan karya perajin di Sekam dan mencari ciri "
        "khas batik kota, dengan cerita yang menonjolkan sisi humanis."
    ),
}
DIVISIONS = {
    "13.71": [
        "Bidang Wirausaha Baru",
        "Bidang Manajemen Usaha",
        "Bidang Daya Saing Produk",
        "Bidang Promosi, Humas, dan Publikasi",
    ],
    "12.74": ["Bidang Daya Saing Produk", "Bidang Wirausaha Baru"],
    "36.74": [
        "Bidang Daya Saing Produk",
        "Bidang Kemitraan",
        "Bidang Promosi dan Humas",
    ],
    "13.76": ["Bidang Manajemen Usaha", "Bidang Daya Saing Produk"],
    "18.72": [
        "Divisi Daya Saing",
        "Divisi Humas dan Promosi",
        "Tim Kreatif dan Konsultan",
    ],
}
Kind = Organization.Kind
# keeper, full name, short name, kind, region
ORGANISATIONS = [
    ("13.71", "Dinas Tenaga Kerja dan Industri Kota Padang", "Disnakerin", Kind.AGENCY, "13.71"),
    ("12.74", "Dinas Perdagangan dan Perindustrian Kota Tanjungbalai", "Disdagper", Kind.AGENCY, "12.74"),
    ("36.74", "Dinas Perindustrian dan Perdagangan Kota Tangerang Selatan", "Disperindag", Kind.AGENCY, "36.74"),
    ("13.76", "Dinas Tenaga Kerja dan Perindustrian Kota Payakumbuh", "Disnakerin", Kind.AGENCY, "13.76"),
    (
        "13.76",
        "Dinas Penanaman Modal Pelayanan Terpadu Satu Pintu Perindustrian dan Tenaga "
        "Kerja Kota Bukittinggi",
        "DPMPTSPPTK", Kind.AGENCY, "13.75",
    ),
    ("18.72", "Dinas UMKM Kota Metro", "Dinas UMKM", Kind.AGENCY, "18.72"),
    ("36.74", "Uniqlo", "", Kind.BRAND, None),
    ("36.74", "Ikea", "", Kind.BRAND, None),
    ("36.74", "Resto terkemuka (nama tidak disebut berita)", "", Kind.RESTAURANT, "36.74"),
    ("36.74", "Mal di Tangerang Selatan (nama tidak disebut berita)", "", Kind.MALL, "36.74"),
    ("36.74", "Toko Hijau (disebut demikian dalam berita)", "Toko Hijau", Kind.MARKETPLACE, None),
    ("36.74", "Toko Orange (disebut demikian dalam berita)", "Toko Orange", Kind.MARKETPLACE, None),
]  # fmt: skip
NOTES = {
    "Uniqlo": "Kawan Dekra: disebut dalam Raker 2024 untuk mendongkrak penjualan.",
    "Ikea": "Kawan Dekra: disebut dalam Raker 2024 untuk mendongkrak penjualan.",
    "Dinas UMKM": "Sudah melakukan banyak pelatihan (Rakor 1 September 2021).",
}


def build():
    for code in sorted({code[:2] for code in CITIES}):
        region = Region.objects.get(code=code)
        keep_unit(code, f"Dekranasda Provinsi {region.name}")
    keep_unit("", "Dekranas")
    for code, name in CITIES.items():
        keep_unit(code, name)
    build_below("36.74")
    units = Unit.objects.in_bulk(["", *CITIES], field_name="code")
    for code, names in DIVISIONS.items():
        for name in names:
            Division.objects.get_or_create(unit=units[code], name=name)
    for code, name, short, kind, region in ORGANISATIONS:
        fields = {"short_name": short, "kind": kind, "region_id": region}
        fields["note"] = NOTES.get(short or name, "")
        Organization.objects.get_or_create(unit=units[code], name=name, defaults=fields)


def build_below(code):
    """The kecamatan and kelurahan of a city, each with a council of its own."""
    known = set(Unit.objects.values_list("code", flat=True))
    levels = {3: "Kecamatan", 4: "Kelurahan"}
    for region in Region.objects.below(code).exclude(pk__in=known):
        keep_unit(region.pk, f"Dekranasda {levels[region.level]} {region.name}")


def keep_unit(code, name):
    slug = slugify(name)
    fields = {"name": name, "slug": slug, "about": ABOUT.get(code, "")}
    if len(code) <= len("36.74.04"):
        # A kelurahan is reached through its kecamatan.
        fields["email"] = f"{slug}@kontak.example"
    Unit.objects.get_or_create(
        code=code, defaults={"region_id": code or None, **fields}
    )


def unit(code) -> Unit:
    return Unit.objects.get(code=code)


def agency(short) -> Organization:
    return Organization.objects.get(short_name=short)
