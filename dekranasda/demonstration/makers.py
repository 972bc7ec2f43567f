"""Invented artisans with their businesses, so that the portal shows what it is for."""

from datetime import timedelta
from random import Random

from django.utils import timezone
from django.utils.text import slugify

from artisans.marketplaces import Marketplace
from artisans.models import Artisan, Business, Craft, ShopLink
from artisans.models.businesses import Status
from council.consents import give
from council.models import Consent, Person, Region, Unit

from .lines_of_craft import LINES
from .names import invented_phone, people
from .stories import QUOTES, story

MEMBERS = 96
# city, crafts in order: one business each
WORKSHOPS = {
    "13.71": [
        ("sulaman-benang-emas", "Sulam Rabuang"), ("bordir", "Bordir Anggrek Hutan"),
        ("batik-tanah-liat", "Tanah Liek Ranah"), ("songket-pandai-sikek", "Songket Galamai"),
        ("bordir-kerancang", "Kerancang Halus"), ("sulam-suji-cair", "Suji Mawar"),
        ("perak", "Perak Limau Manis"), ("ukiran-minang", "Ukir Surian"),
        ("alas-kaki", "Langkah Batik"), ("anyaman-pandan", "Anyam Pasie"),
        ("batok-kelapa", "Batok Purus"), ("payet", "Manik Andalas"),
        ("kuningan-tembaga", "Tempa Pauh"), ("kerajinan-kerang", "Kerang Teluk Bayur"), ("batik-tulis", "Canting Jati Baru"),
    ],
    "12.74": [
        ("kerajinan-kerang", "Kerang Kuala"), ("batik-kito", "Batik Kito Bahari"),
        ("songket", "Songket Asahan"), ("kerajinan-kerang", "Mutiara Pantai Johor"),
        ("batok-kelapa", "Batok Sirantau"), ("quilling-kertas", "Hantaran Melati"),
        ("tenun-ulos", "Ulos Perjuangan"), ("anyaman-pandan", "Pandan Sei Raja"),
        ("songket", "Benang Emas Gading"), ("manik-kaca", "Manik Bahari"),
        ("bordir", "Bordir Bunga Laut"), ("anyaman-bambu", "Bambu Pulau Simardan"),
    ],
    "36.74": [
        ("ecoprint", "Jejak Daun Ciputat"), ("batik-cap", "Batik Situ Gintung"),
        ("makrame", "Simpul Bintaro"), ("keramik-hias", "Tungku Serpong"),
        ("anyaman-purun-eceng", "Eceng Situ Rompong"), ("shibori-jumputan", "Celup Pelangi"),
        ("perca-quilt", "Perca Rempoa"), ("kulit-tas", "Kulit Jelita"),
        ("bubut-kayu", "Bubut Jombang"), ("quilling-kertas", "Kertas Gulung"),
        ("manik-kaca", "Kaca Pamulang"), ("batik-tulis", "Canting Setu"),
        ("rajut-crochet", "Rajut Pondok Ranji"), ("payet", "Kilau Cipayung"),
        ("anyaman-bambu", "Bambu Keranggan"), ("lurik", "Lurik Serua"),
        ("bordir", "Bordir Parigi"), ("anyaman-bambu", "Anyam Sawah Baru"),
        ("rajut-crochet", "Rajut Serua Indah"),
    ],
    "13.76": [
        ("tenun-balai-panjang", "Tenun Balai Tangah"), ("rajut-crochet", "Rajut Payobasung"),
        ("rendang-kuliner", "Rendang Payo"), ("anyaman-pandan", "Mansiang Jaya"),
        ("rajut-crochet", "Hakpen Ibuah"), ("tenun-balai-panjang", "Palanta Tenun"),
        ("bordir-kerancang", "Kerancang Koto"), ("ukiran-minang", "Pahat Tigo Koto"),
        ("rendang-kuliner", "Randang Talago"), ("sulaman-benang-emas", "Sulam Padang Tiakar"),
        ("gerabah", "Gerabah Parambahan"), ("perak", "Filigri Balai Jaring"),
    ],
    "18.72": [
        ("batik-metro", "Batik Siger Yosodadi"), ("tapis", "Tapis Ganjar Asri"),
        ("batik-ciprat", "Ciprat Ceria"), ("gerabah", "Gerabah Tejosari"),
        ("anyaman-bambu", "Anyam Mulyojati"), ("tapis", "Cucuk Emas"),
        ("rajut-crochet", "Rajut Imopuro"), ("perca-quilt", "Perca Hadimulyo"),
        ("batik-tulis", "Canting Banjarsari"), ("ecoprint", "Daun Purwosari"),
        ("kulit-tas", "Kulit Iringmulyo"), ("keramik-hias", "Tungku Karangrejo"),
    ],
}  # fmt: skip
# What happens on the way to the public: kept out of the showcase, work for staff.
REVISE = Status.NEEDS_REVISION
ON_THE_WAY = {
    "Perak Limau Manis": (Status.SUBMITTED, ""),
    "Kerang Teluk Bayur": (REVISE, "Lengkapi alamat dan satu foto tempat kerja."),
    "Benang Emas Gading": (Status.SUBMITTED, ""),
    "Lurik Serua": (Status.SUBMITTED, ""),
    "Bubut Jombang": (REVISE, "Cerita usaha masih sama dengan usaha lain."),
    "Kilau Cipayung": (Status.DRAFT, ""),
    "Bordir Parigi": (Status.SUBMITTED, ""),
    "Randang Talago": (Status.DRAFT, ""),
    "Canting Banjarsari": (Status.SUBMITTED, ""),
    "Kulit Iringmulyo": (
        Status.REFUSED,
        "Barang jadi dari pabrik, bukan buatan sendiri.",
    ),
}
HOME = "Jejak Daun Ciputat"
SHOPS = {
    Marketplace.TOKOPEDIA: "https://www.tokopedia.com/contoh-{slug}",
    Marketplace.SHOPEE: "https://shopee.co.id/contoh-{slug}",
    Marketplace.INSTAGRAM: "https://www.instagram.com/contoh.{slug}",
}
VISITING = (
    "Senin-Sabtu 09.00-16.00, dengan janji",
    "Setiap hari 10.00-17.00",
    "Selasa-Minggu 09.00-15.00",
    "",
)


def build():
    if Artisan.objects.filter(is_example=True).exists():
        return
    units = Unit.objects.in_bulk(field_name="code")
    crafts = Craft.objects.in_bulk(field_name="slug")
    invented = enumerate(people(), 1)
    villages = {code: list(Region.objects.villages().below(code)) for code in WORKSHOPS}
    number = 0
    for code, workshops in WORKSHOPS.items():
        for slug, name in workshops:
            village = place_of(name, villages[code], number)
            owner = artisan(units, village, crafts[slug], *next(invented))
            workshop(owner, name, LINES[slug], number)
            number += 1
    members(units, villages, crafts, invented)


def place_of(name, villages, number):
    """The village a workshop is named after, or one further on for each."""
    named = [village for village in villages if village.name in name]
    named = named or [v for v in villages if v.name.split()[0] == name.split()[-1]]
    if name == HOME:
        named = [village for village in villages if village.name == "Ciputat"]
    return named[0] if named else villages[(number * 5) % len(villages)]


def artisan(units, village, craft, number, who) -> Artisan:
    full_name, is_woman = who
    unit = nearest(units, village.pk)
    person = Person.objects.create(
        unit=unit,
        full_name=full_name,
        gender=Person.Gender.WOMAN if is_woman else Person.Gender.MAN,
        phone=invented_phone(number),
        is_example=True,
    )
    return Artisan.objects.create(
        person=person,
        unit=unit,
        village=village,
        main_craft=craft,
        is_example=True,
        registered_at=timezone.now() - timedelta(days=7 * (number % 60) + 20),
    )


def nearest(units, code) -> Unit:
    while code not in units:
        code = code.rpartition(".")[0]
    return units[code]


def workshop(owner, name, line, number):
    seed = Random(name)  # noqa: S311 (example data)
    year = 1996 + (number * 7) % 28
    words, words_en = story(seed, owner, line, year)
    status, reason = ON_THE_WAY.get(name, (Status.VERIFIED, ""))
    now = timezone.now()
    slug = slugify(name)
    business = Business.objects.create(
        owner=owner,
        unit=owner.unit,
        name=name,
        slug=slug,
        form=Business.Form.GROUP if number % 11 == 3 else Business.Form.PERSON,
        industry=industry_of(line.craft),
        founded_year=year,
        village=owner.village,
        address=f"Jl. Contoh No. {number + 1}, RT 00{number % 9 + 1}",
        story=words,
        story_en=words_en,
        quote=QUOTES[number % len(QUOTES)],
        visiting=VISITING[number % 4],
        phone=owner.person.phone,
        has_public_phone=number % 3 != 1,
        has_public_links=number % 4 != 2,
        status=status,
        status_reason=reason,
        submitted_at=now - timedelta(days=number % 9 + 1, hours=number),
        verified_at=verified_on(number) if status == Status.VERIFIED else None,
        is_example=True,
    )
    business.crafts.add(owner.main_craft)
    shops = list(SHOPS)[: number % 4]
    for shop in shops:
        url = SHOPS[shop].format(slug=slug)
        ShopLink.objects.create(business=business, marketplace=shop, url=url)
    agree(business)


def verified_on(number):
    return timezone.now() - timedelta(days=3 * number + 12)


def industry_of(craft):
    if craft == "rendang-kuliner":
        return Business.Industry.FOOD
    is_worn = craft.startswith(("bordir", "sulam", "batik", "rajut"))
    return Business.Industry.CLOTHING if is_worn else Business.Industry.CRAFT


def agree(business):
    """Consents that fit what the page shows."""
    purposes = Consent.Purpose
    person = business.owner.person
    for purpose, is_given in (
        (purposes.PUBLIC_PROFILE, business.status == Status.VERIFIED),
        (purposes.PUBLIC_PHONE, business.has_public_phone),
        (purposes.PUBLIC_LINKS, business.has_public_links),
        (purposes.MESSAGES, True),
    ):
        if is_given:
            give(person, purpose)


def members(units, villages, crafts, invented):
    """Artisans without a page of their own yet, who come to the trainings."""
    slugs = sorted(LINES)
    codes = list(villages)
    for number in range(MEMBERS):
        places = villages[codes[(number * 2 + number // 5) % len(codes)]]
        village = places[(number * 11) % len(places)]
        craft = crafts[slugs[(number * 7) % len(slugs)]]
        artisan(units, village, craft, *next(invented))
