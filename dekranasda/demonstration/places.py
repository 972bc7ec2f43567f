"""
Where a visitor could go: centres, galleries, routes and collections.

What the news named is real and says only what was reported; everything else is
invented and marked.
"""

from datetime import time

from django.utils import timezone
from django.utils.text import slugify

from artisans.models import (
    Business,
    Centre,
    Collection,
    CollectionItem,
    Craft,
    CraftRoute,
    Outlet,
    Placement,
    Product,
    RouteStop,
)
from council.consents import give
from council.models import Consent

from .councils import unit
from .makers import WORKSHOPS

KAMPUNG, SENTRA = Centre.Kind.VILLAGE, Centre.Kind.CENTRE
# city, village, name, kind, stage, crafts, workshops
CENTRES = [
    ("13.76", "13.76.05.1005", "Sentra Tenun Balai Panjang", SENTRA, "aktif", ["tenun-balai-panjang"], ["Tenun Balai Tangah", "Palanta Tenun"]),
    ("13.76", None, "Sentra Rendang Payakumbuh", SENTRA, "aktif", ["rendang-kuliner"], ["Rendang Payo"]),
    ("18.72", None, "Kampung Batik Kota Metro", KAMPUNG, "rencana", ["batik-metro"], []),
    ("13.71", "13.71.03.1008", "Kampung Sulam Ranah", KAMPUNG, "aktif", ["sulaman-benang-emas", "sulam-suji-cair", "bordir-kerancang"], ["Sulam Rabuang", "Suji Mawar", "Kerancang Halus", "Bordir Anggrek Hutan"]),
    ("12.74", "12.74.01.1003", "Sentra Kerang Muara", SENTRA, "aktif", ["kerajinan-kerang"], ["Kerang Kuala", "Mutiara Pantai Johor"]),
    ("36.74", "36.74.04.1003", "Kampung Kriya Tepi Situ", KAMPUNG, "rintisan", ["anyaman-purun-eceng", "anyaman-bambu", "ecoprint"], ["Eceng Situ Rompong", "Bambu Keranggan", "Anyam Sawah Baru", "Jejak Daun Ciputat"]),
    ("18.72", "18.72.01.1003", "Sentra Tapis Benang Emas", SENTRA, "aktif", ["tapis"], ["Tapis Ganjar Asri", "Cucuk Emas"]),
]  # fmt: skip
# name: what is told in Indonesian and English; hours and way only where invented
TOLD = {
    "Sentra Tenun Balai Panjang": (
        "Salah satu dari dua pusat industri yang ditunjukkan Payakumbuh kepada tamu studi tiru dari Bukittinggi pada 2021. Di sini songket dan tenun ATBM dikerjakan.",
        "One of the two centres that Payakumbuh showed its guests from Bukittinggi in 2021. Songket and handloom cloth are made here.",
    ),
    "Sentra Rendang Payakumbuh": (
        "Pusat rendang Kota Payakumbuh, disebut dalam studi tiru 2021 bersama sentra tenun. Rendang dimasak berjam-jam hingga kering dan tahan lama.",
        "The rendang centre of Payakumbuh, named in the 2021 study visit beside the weaving centre. Rendang simmers for hours until it is dry and keeps.",
    ),
    "Kampung Batik Kota Metro": (
        "Rencana Dekranasda Kota Metro dari rapat koordinasi 1 September 2021: kampung batik di wilayah 29, di lingkungan Rumah Canting Batik 29.",
        "A plan of Dekranasda Kota Metro from its meeting of 1 September 2021: a batik village in area 29, around Rumah Canting Batik 29.",
    ),
    "Kampung Sulam Ranah": (
        "Di gang ini hampir setiap teras punya pemidangan. Duduklah sebentar: penyulam dengan senang hati menunjukkan perbedaan benang emas dan suji cair.",
        "Nearly every porch of this lane holds an embroidery frame. Sit down for a moment: the embroiderers gladly show how gold thread differs from suji cair.",
    ),
    "Sentra Kerang Muara": (
        "Kulit kerang dari muara dicuci, dipilah menurut warna, lalu disusun menjadi cermin dan lampu. Pengunjung boleh mencoba menyusun sebuah bingkai kecil.",
        "Shells from the estuary are washed, sorted by colour and set into mirrors and lamps. Visitors may try a small frame.",
    ),
    "Kampung Kriya Tepi Situ": (
        "Eceng gondok diangkat dari situ, dijemur di tepi jalan, lalu dianyam. Rintisan ini baru buka pada akhir pekan.",
        "Water hyacinth is lifted from the lake, dried along the road, then plaited. This first trial opens at weekends only.",
    ),
    "Sentra Tapis Benang Emas": (
        "Benang emas dijahitkan satu per satu pada kain tenun. Selembar tapis pengantin bisa memakan waktu tiga bulan.",
        "Gold thread is couched onto handwoven cloth, one stitch at a time. A bridal tapis may take three months.",
    ),
}  # fmt: skip
# name: hours, hours in English, way, way in English, latitude, longitude
VISIT = {
    "Kampung Sulam Ranah": ("Senin-Sabtu 09.00-16.00", "Monday to Saturday 9 am to 4 pm", "Sepuluh menit berjalan kaki dari pusat kota. Parkir di lapangan dekat gapura.", "Ten minutes on foot from the centre. Park on the field beside the gate.", -0.9512, 100.3606),
    "Sentra Kerang Muara": ("Setiap hari 08.00-17.00", "Every day 8 am to 5 pm", "Dari stasiun naik becak motor ke arah muara, sekitar lima menit.", "From the station take a motor becak towards the estuary, about five minutes.", 2.9687, 99.8012),
    "Kampung Kriya Tepi Situ": ("Sabtu-Minggu 09.00-15.00", "Saturday and Sunday 9 am to 3 pm", "Dari stasiun naik angkutan kota, turun di gerbang situ.", "From the railway station take a city minibus to the lake gate.", -6.3121, 106.7489),
    "Sentra Tapis Benang Emas": ("Senin-Jumat 09.00-15.00", "Monday to Friday 9 am to 3 pm", "Lima menit dari terminal. Kabari sehari sebelumnya bila datang bersama rombongan.", "Five minutes from the bus terminal. Say the day before if you come as a group.", -5.1135, 105.3067),
    "Galeri Kriya Padang": ("Senin-Sabtu 09.00-17.00", "Monday to Saturday 9 am to 5 pm", "Di depan halte bus kota. Tersedia jalan landai untuk kursi roda.", "Opposite the city bus stop, with a ramp for wheelchairs.", -0.9389, 100.3621),
    "Pojok Kriya Bandara": ("Setiap hari 06.00-20.00", "Every day 6 am to 8 pm", "Setelah pemeriksaan keamanan, di sebelah ruang tunggu.", "After security, beside the waiting room.", -0.7869, 100.2806),
    "Gerai Kriya Tangsel": ("Setiap hari 10.00-21.00", "Every day 10 am to 9 pm", "Lantai dasar, dekat pintu timur.", "Ground floor, near the east door.", -6.2843, 106.7118),
    "Galeri Kriya Payakumbuh": ("Selasa-Minggu 09.00-16.00", "Tuesday to Sunday 9 am to 4 pm", "Dari terminal ikuti jalan utama ke barat, sekitar satu kilometer.", "From the terminal follow the main road west for a kilometre.", -0.2244, 100.6321),
    "Galeri Kriya Tanjungbalai": ("Senin-Jumat 09.00-16.00", "Monday to Friday 9 am to 4 pm", "Di seberang alun-alun kota.", "Across from the city square.", 2.9648, 99.7958),
}  # fmt: skip
GALLERY, SHOP, CORNER = Outlet.Kind.GALLERY, Outlet.Kind.SHOP, Outlet.Kind.CORNER
SEKAM = "Sekam (Sentra Metro Kreatif)"
# city, village, name, kind, host, story, story in English
OUTLETS = [
    ("18.72", None, SEKAM, GALLERY, "", "Galeri yang dipelopori Dekranasda Kota Metro. Pelaku usaha menitipkan produk di sini, dan pengurus memakainya untuk rapat.", "The gallery that Dekranasda Kota Metro started. Makers place their products here, and the council holds its meetings among them."),
    ("13.71", "13.71.03.1008", "Galeri Kriya Padang", GALLERY, "", "Sulaman, songket, dan batik tanah liek dari kecamatan-kecamatan Kota Padang, dipajang bergiliran setiap tiga bulan.", "Embroidery, songket and clay-dyed batik from all over Padang, shown in turns of three months."),
    ("13.71", None, "Pojok Kriya Bandara", CORNER, "Bandara (contoh)", "Oleh-oleh yang muat di bagasi kabin, masing-masing dengan nama pembuatnya.", "Gifts that fit into hand luggage, each with its maker's name."),
    ("36.74", None, "Gerai Kriya Tangsel", SHOP, "Mal (contoh)", "Satu lemari untuk setiap kecamatan Tangerang Selatan.", "One cabinet for each kecamatan of Tangerang Selatan."),
    ("13.76", None, "Galeri Kriya Payakumbuh", GALLERY, "", "Rajutan dan tenun berdampingan, dengan meja kecil untuk mencoba hakpen.", "Crochet beside woven cloth, with a small table to try the hook."),
    ("12.74", "12.74.01.1003", "Galeri Kriya Tanjungbalai", GALLERY, "", "Kerang, songket, dan batik kota pelabuhan di satu ruang yang sejuk.", "Shell work, songket and batik of the port in one cool room."),
]  # fmt: skip
REAL = {"Sentra Tenun Balai Panjang", "Sentra Rendang Payakumbuh"}
REAL |= {"Kampung Batik Kota Metro", SEKAM}
ADDRESSES = {
    "Kampung Batik Kota Metro": "Wilayah 29, lingkungan Rumah Canting Batik 29",
    "Kampung Sulam Ranah": "Gang Contoh 3",
    "Sentra Kerang Muara": "Jl. Contoh Muara 8",
    "Kampung Kriya Tepi Situ": "Jl. Contoh Situ 1",
    "Sentra Tapis Benang Emas": "Jl. Contoh Tapis 12",
    "Galeri Kriya Padang": "Jl. Contoh Raya 21",
    "Galeri Kriya Payakumbuh": "Jl. Contoh Utama 5",
    "Galeri Kriya Tanjungbalai": "Jl. Contoh Alun-alun 2",
}
PRODUCTS_PLACED, MAKERS_PLACED = 5, 2
# slug: look, scene, motif, colour; nobody draws what really stands somewhere
PLACES_DRAWN = {
    "kampung-sulam-ranah": ("benang emas", "bengkel", "", 0),
    "sentra-kerang-muara": ("kerang", "bengkel", "", 2),
    "kampung-kriya-tepi-situ": ("anyam", "bengkel", "", 3),
    "sentra-tapis-benang-emas": ("tapis", "bengkel", "", 1),
    "galeri-kriya-padang": ("batik", "umbul", "tanah liek", 4),
    "pojok-kriya-bandara": ("songket", "umbul", "bintang", 3),
    "gerai-kriya-tangsel": ("batik", "umbul", "mega mendung", 0),
    "galeri-kriya-payakumbuh": ("granny", "bengkel", "", 3),
    "galeri-kriya-tanjungbalai": ("batik", "umbul", "kerang", 8),
}
# slug: look, motif in the drawings, colour
MOTIFS_DRAWN = {
    "kawung": ("batik", "kawung", 1),
    "parang": ("batik", "parang", 1),
    "truntum": ("batik", "truntum", 9),
    "mega-mendung": ("batik", "mega mendung", 0),
    "jlamprang": ("batik", "ceplok", 3),
    "buketan": ("batik", "buketan", 5),
    "kerang": ("batik", "kerang", 8),
    "siger": ("batik", "siger", 6),
    "pucuk-rebung": ("batik", "pucuk rebung", 2),
    "itiak-pulang-patang": ("batik", "itiak pulang patang", 10),
    "nago-besaung": ("songket", "naga besaung", 0),
    "bungo-cino": ("songket", "bintang", 2),
    "bunga-tanjung": ("songket", "bunga tanjung", 4),
    "saik-galamai": ("songket", "saik galamai", 1),
    "tampuk-manggis": ("songket", "tampuk manggis", 5),
    "garis": ("lurik", "", 1),
    "abstrak": ("batik", "ciprat", 7),
    "mata-itik": ("mata itik", "", 1),
}
# city: languages beside Indonesian, and a middle around which workshops lie
SPOKEN = {
    "13.71": ("min", -0.93, 100.39),
    "12.74": ("ms", 2.97, 99.80),
    "36.74": ("su", -6.31, 106.71),
    "13.76": ("min", -0.23, 100.63),
    "18.72": ("ljp", -5.11, 105.31),
}
# city, title, English, introduction, English, getting around, English, stops
ROUTES = [
    ("13.76", "Sehari di antara benang", "A day among threads", "Dari alat tenun ke hakpen, dengan rendang di tengahnya. Semua tempat berdekatan.", "From the loom to the crochet hook, with rendang in between. All stops lie close together.", "Dengan sepeda motor atau mobil, sekitar 12 kilometer.", "By motorbike or car, about 12 kilometres.", [
        (1, "Sentra Tenun Balai Panjang", "09:00", 90, "Minta mencoba menyelipkan satu benang emas.", "Ask to lay one gold thread yourself."),
        (1, "Sentra Rendang Payakumbuh", "11:30", 75, "Makan siang, lalu lihat kuali besarnya.", "Have lunch, then look at the great pans."),
        (1, "Rajut Payobasung", "13:30", 60, "Kabari sehari sebelumnya agar ada yang menunggu.", "Say the day before that you come."),
        (1, "Hakpen Ibuah", "15:00", 45, "Pilih warna untuk sebuah gantungan kunci.", "Choose the colours of a key ring."),
        (1, "Galeri Kriya Payakumbuh", "", 45, "Tutup hari dengan melihat semuanya sekali lagi.", "End the day by seeing it all once more."),
    ]),
    ("13.71", "Dua hari di Ranah sulaman", "Two days in the land of embroidery", "Hari pertama di gang para penyulam, hari kedua di bengkel perak dan batik.", "The first day in the lane of the embroiderers, the second with clay-dyed batik and carving.", "Hari pertama berjalan kaki, hari kedua dengan mobil.", "On foot the first day, by car the second.", [
        (1, "Kampung Sulam Ranah", "09:30", 120, "Duduk di teras dan lihat pemidangan dari dekat.", "Sit on a porch and watch the frames closely."),
        (1, "Sulam Rabuang", "13:00", 60, "Tanyakan cara merawat benang emas.", "Ask how gold thread is cared for."),
        (1, "Galeri Kriya Padang", "15:00", 60, "", ""),
        (2, "Tanah Liek Ranah", "09:00", 90, "Coba mencelup secarik kain dengan tanah.", "Dip a strip of cloth in clay."),
        (2, "Ukir Surian", "11:30", 60, "", ""),
    ]),
]  # fmt: skip
# city, title, English, introduction, English, and per craft why
COLLECTIONS = [
    ("13.71", "Emas di ujung benang", "Gold at the end of the thread", "Benang emas tidak pernah tergesa. Enam karya ini memperlihatkan apa yang terjadi ketika seseorang duduk cukup lama.", "Gold thread is never in a hurry. These pieces show what happens when somebody sits long enough.", None, {
        "sulaman-benang-emas": ("Setiap helai emas dijepit dengan tusuk yang hampir tidak terlihat.", "Each gold strand is held by a stitch you can hardly see."),
        "songket-pandai-sikek": ("Motifnya dihitung benang demi benang, tanpa gambar di atas kertas.", "The pattern is counted thread by thread, with nothing drawn on paper."),
        "tapis": ("Emasnya dijahit, bukan ditenun, jadi kilaunya bisa diraba.", "The gold is sewn, not woven, so that you can feel it shine."),
        "songket": ("Penenunnya memilih sedikit emas, agar warna dasarnya ikut bicara.", "The weaver used little gold, so that the ground may speak too."),
        "tenun-balai-panjang": ("Pola lama dengan warna yang lebih tenang, cocok untuk rumah masa kini.", "An old pattern in quieter colours, at home in a house of today."),
        "perak": ("Satu-satunya logam di sini, ditarik setipis benang.", "The only metal here, drawn as fine as thread."),
    }),
    ("12.74", "Dari laut", "From the sea", "Kulit kerang yang dulu dibuang kini menjadi cahaya di dinding.", "Shells once thrown away are now light on a wall.", None, {
        "kerajinan-kerang": ("Warnanya tidak dicat: begitulah kerang tumbuh.", "Nothing is painted: this is how the shell grew."),
        "batik-kito": ("Kerang yang sama, kali ini digambar dengan malam.", "The same shell, this time drawn in wax."),
        "batok-kelapa": ("Tempurung dari pantai yang sama, digosok sampai berkilau.", "Coconut from the same shore, rubbed until it shines."),
        "anyaman-pandan": ("Daunnya tumbuh di belakang pantai dan wanginya bertahan lama.", "The leaf grows behind the beach and keeps its scent."),
    }),
    ("36.74", "Hadiah kecil yang punya cerita", "Small gifts with a story", "Semua di bawah seratus lima puluh ribu rupiah, semua muat di satu tas.", "All below Rp150,000, and all fit into one bag.", 150_000, {
        "rajut-crochet": ("Tidak ada dua yang sama, karena benangnya sisa.", "No two are alike: the yarn is left over."),
        "manik-kaca": ("Dulunya botol, sekarang kalung.", "It was a bottle; now it is a necklace."),
        "quilling-kertas": ("Ringan dikirim dan bertahan lebih lama daripada bunga.", "Light to post, and it outlasts flowers."),
        "perca-quilt": ("Sisa kain penjahit tetangga yang menjadi utuh lagi.", "A neighbour's offcuts, whole again."),
        "makrame": ("Hanya tali dan simpul, tanpa satu jahitan pun.", "Only cord and knots, and not one stitch."),
        "anyaman-bambu": ("Bambunya dari kebun di belakang bengkel.", "The bamboo grows behind the workshop."),
    }),
]  # fmt: skip


def build():
    settle_makers()
    makers = Business.objects.in_bulk(field_name="slug")
    for row in CENTRES:
        centre(makers, *row)
    for row in OUTLETS:
        outlet(makers, *row)
    for row in ROUTES:
        route(makers, *row)
    for row in COLLECTIONS:
        collection(*row)


def settle_makers():
    """Give the invented workshops languages and, where they agree, a rounded place."""
    new = Business.objects.filter(is_example=True, languages=[], latitude=None)
    slugs = [slugify(name) for rows in WORKSHOPS.values() for _craft, name in rows]
    for business in new.select_related("owner__person"):
        if business.slug not in slugs:
            continue
        number = slugs.index(business.slug)
        own, south, east = SPOKEN[business.village_id[:5]]
        business.languages = ["id", own] + ["en"] * (number % 3 == 0)
        business.latitude = round(south + (number * 7 % 5 - 2) / 100, 2)
        business.longitude = round(east + (number * 3 % 7 - 3) / 100, 2)
        business.has_public_map = number % 2 == 0
        business.save_without_historical_record(
            update_fields=["languages", "latitude", "longitude", "has_public_map"]
        )
        if business.has_public_map:
            give(business.owner.person, Consent.Purpose.PUBLIC_MAP)


def keep(model, code, title, **fields):
    """A row of a council, made once, and whether it had to be made."""
    name = "name" if hasattr(model, "name") else "title"
    defaults = {
        name: title,
        "unit": unit(code),
        "published_at": timezone.now(),
        "is_example": title not in REAL,
        **fields,
    }
    return model.objects.get_or_create(slug=slugify(title), defaults=defaults)


def visit(title) -> dict:
    """What a visitor is told; of a real place only what was reported."""
    fields = {"address": ADDRESSES.get(title, "")}
    if title in VISIT:
        names = ("hours", "hours_en", "getting_there", "getting_there_en")
        names += ("latitude", "longitude")
        fields |= dict(zip(names, VISIT[title], strict=True))
    return fields


def centre(makers, code, village, title, kind, stage, crafts, workshops):
    about, about_en = TOLD[title]
    place, is_new = keep(
        Centre, code, title, kind=kind, stage=stage, city_id=code, village_id=village,
        about=about, about_en=about_en, **visit(title),
    )  # fmt: skip
    if is_new:
        place.crafts.set(Craft.objects.filter(slug__in=crafts))
        place.makers.set(named(makers, workshops))


def named(makers, names):
    slugs = [slugify(name) for name in names]
    return [makers[slug] for slug in slugs if slug in makers]


def outlet(makers, code, village, title, kind, host, about, about_en):
    place, is_new = keep(
        Outlet, code, title, kind=kind, host=host, city_id=code, village_id=village,
        about=about, about_en=about_en, **visit(title),
    )  # fmt: skip
    if not is_new:
        return
    today = timezone.localdate()
    here = Business.objects.published().in_city(code).order_by("pk")
    shown = list(here[: MAKERS_PLACED + PRODUCTS_PLACED])
    for business in shown[:MAKERS_PLACED]:
        Placement.objects.create(outlet=place, business=business, starts_on=today)
    for business in shown[MAKERS_PLACED:]:
        if product := business.products.published().first():
            Placement.objects.create(outlet=place, product=product, starts_on=today)


def route(
    makers, code, title, title_en, intro, intro_en, around, around_en, stops
):  # fmt: skip
    made, is_new = keep(
        CraftRoute, code, title, title_en=title_en, city_id=code, intro=intro,
        intro_en=intro_en, getting_around=around, getting_around_en=around_en,
    )  # fmt: skip
    if not is_new:
        return
    for order, (day, name, clock, minutes, hint, hint_en) in enumerate(stops, 1):
        if place := place_called(makers, name):
            RouteStop.objects.create(
                route=made, day=day, order=order, minutes=minutes, hint=hint,
                hint_en=hint_en, start_time=time.fromisoformat(clock) if clock else None,
                **place,
            )  # fmt: skip


def place_called(makers, name) -> dict:
    """The place of a stop, as the field that points to it; nothing if it is shut."""
    slug = slugify(name)
    if found := Centre.objects.filter(slug=slug).first():
        return {"centre": found}
    if found := Outlet.objects.filter(slug=slug).first():
        return {"outlet": found}
    maker = makers.get(slug)
    return {"business": maker} if maker and maker.receives_visitors else {}


def collection(code, title, title_en, intro, intro_en, ceiling, whys):
    made, is_new = keep(
        Collection, code, title, title_en=title_en, intro=intro, intro_en=intro_en
    )
    if not is_new:
        return
    for order, (craft, (why, why_en)) in enumerate(whys.items(), 1):
        if product := one_of(craft, ceiling):
            CollectionItem.objects.create(
                collection=made, product=product, order=order, why=why, why_en=why_en
            )


def one_of(craft, ceiling):
    """A public product of a craft that costs no more than the ceiling."""
    products = Product.objects.published().filter(craft__slug=craft)
    if ceiling:
        products = products.filter(price__lte=ceiling)
    return products.order_by("business__slug", "pk").first()
