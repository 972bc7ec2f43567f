"""A small town of pages that the queries of `search_queries.csv` look for."""

from artisans.models import Craft, Material, Motif, ProductKind
from artisans.taxonomy_data import load
from council.models import PersonAlias, RegionAlias
from tests.factories import (
    create_artisan,
    create_business,
    create_class,
    create_event,
    create_product,
    create_region,
    create_training,
    create_unit,
)

VILLAGES = {
    "13.71.08.1003": "Lubuk Kilangan",
    "13.76.04.1002": "Parit Muko Aie",
    "12.74.01.1001": "Pulau Simardan",
    "36.74.04.1001": "Sarua",
    "36.74.07.2001": "Keranggan",
    "18.72.01.1001": "Metro",
}
PLACES = {
    "13": "Sumatera Barat",
    "13.71": "Kota Padang",
    "13.76": "Kota Payakumbuh",
    "13.76.04": "Lamposi Tigo Nagori",
    "12": "Sumatera Utara",
    "12.74": "Kota Tanjungbalai",
    "36": "Banten",
    "36.74": "Kota Tangerang Selatan",
    "36.74.04": "Ciputat",
    "36.74.07": "Setu",
    "18": "Lampung",
    "18.72": "Kota Metro",
}
COUNCILS = {
    "13.71": "Dekranasda Kota Padang",
    "13.76": "Dekranasda Kota Payakumbuh",
    "12.74": "Dekranasda Kota Tanjungbalai",
    "36.74": "Dekranasda Kota Tangerang Selatan",
    "36.74.04": "Dekranasda Kecamatan Ciputat",
    "18.72": "Dekranasda Kota Metro",
}
OTHER_PLACE_NAMES = {
    "13.76.04.1002": "Parik Muko Aia",
    "36.74": "Tangsel",
    "12.74": "Tanjung Balai",
}
# Name, owner, village, crafts.
MAKERS = [
    ("Songket Galamai", "Nurhayati Siregar", "13.71.08.1003", ["songket"]),
    ("Rumah Kerang Asahan", "Estelita", "12.74.01.1001", ["kerajinan-kerang"]),
    ("Bambu Keranggan", "Tukimin", "36.74.07.2001", ["anyaman-bambu"]),
    ("Tenun Lamposi", "Pasriyani", "13.76.04.1002", ["tenun-balai-panjang"]),
    ("Jejak Daun", "Helwani", "36.74.04.1001", ["ecoprint"]),
    ("Canting Bumi Sai", "Truetami Ajeng", "18.72.01.1001", ["batik-lampung"]),
    ("Rajut Melati", "Farida Lubis", "36.74.04.1001", ["rajut-crochet"]),
    ("Ukir Surian", "Saluki", "13.76.04.1002", ["ukiran-minang"]),
]
OTHER_NAMES = {"Truetami Ajeng": "Treutami", "Helwani": "Elwani"}
# Name, English name, maker, craft, kind, materials.
PRODUCTS = [
    ("Selendang Pucuk Rebung", "Bamboo shoot shawl", 0, "songket", "selendang", ["sutra"]),
    ("Kain Songket Bungo Cino", "Songket cloth", 0, "songket", "kain", ["benang-emas"]),
    ("Lampu Hias Kerang", "Shell lamp", 1, "kerajinan-kerang", "lampu", ["kulit-kerang"]),
    ("Bros Kerang Mutiara", "Shell brooch", 1, "kerajinan-kerang", "bros", ["kulit-kerang"]),
    ("Keranjang Piknik", "Picnic basket", 2, "anyaman-bambu", "keranjang", ["bambu"]),
    ("Besek Hantaran", "Gift box", 2, "anyaman-bambu", "kotak", ["bambu"]),
    ("Sarung Balai Panjang", "Handwoven sarong", 3, "tenun-balai-panjang", "sarung", ["katun"]),
    ("Pasmina Daun Jati", "Teak leaf scarf", 4, "ecoprint", "pasmina", ["katun"]),
    ("Kemeja Siger", "Siger shirt", 5, "batik-lampung", "kemeja", ["katun"]),
    ("Boneka Kelinci", "Rabbit doll", 6, "rajut-crochet", "boneka", ["benang-katun"]),
    ("Taplak Meja Bunga", "Flower tablecloth", 6, "rajut-crochet", "taplak-meja", ["benang-katun"]),
    ("Kotak Perhiasan", "Jewellery box", 7, "ukiran-minang", "kotak", ["kayu-surian"]),
]  # fmt: skip


def build():
    load()
    for code, name in {**PLACES, **VILLAGES}.items():
        create_region(code=code, name=name)
    for code, name in OTHER_PLACE_NAMES.items():
        RegionAlias.objects.create(region_id=code, name=name)
    for code, name in COUNCILS.items():
        create_unit(code=code, name=name)
    add_products(add_makers())
    add_activities()


def add_makers():
    makers = []
    for name, owner, village, crafts in MAKERS:
        region = create_region(code=village)
        unit = create_unit(code=village[:5])
        artisan = create_artisan(full_name=owner, unit=unit, village=region)
        if other := OTHER_NAMES.get(owner):
            PersonAlias.objects.create(person=artisan.person, name=other)
        maker = create_business(
            owner=artisan, name=name, village=region, slug=slug_of(name)
        )
        maker.crafts.set(Craft.objects.filter(slug__in=crafts))
        makers.append(maker)
    return makers


def add_products(makers):
    for name, name_en, maker, craft, kind, materials in PRODUCTS:
        product = create_product(
            business=makers[maker],
            name=name,
            name_en=name_en,
            slug=slug_of(name),
            craft=Craft.objects.get(slug=craft),
            kind=ProductKind.objects.get_or_create(slug=kind, defaults={"name": kind})[
                0
            ],
        )
        product.materials.set(Material.objects.filter(slug__in=materials))
    Motif.objects.get_or_create(slug="siger", defaults={"name": "siger"})


def add_activities():
    padang, city = create_unit(code="13.71"), create_unit(code="36.74")
    songket = create_training(
        title="Pelatihan Songket Tingkat Dasar", slug="songket-dasar", unit=padang
    )
    create_class(training=songket, craft=Craft.objects.get(slug="songket"))
    photos = create_training(
        title="Foto Produk dengan Ponsel", slug="foto-produk", unit=city
    )
    photos.title_en = "Product photos by phone"
    photos.save()
    create_event(title="Padang Craft Week", slug="padang-craft-week", unit=padang)
    create_event(title="Bazar Kriya Tangsel", slug="bazar-kriya", unit=city)
    create_event(title="Gelar Rendang Nusantara", slug="gelar-rendang", unit=padang)


def slug_of(name: str) -> str:
    return name.lower().replace(" ", "-")
