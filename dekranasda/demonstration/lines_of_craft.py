"""
What the invented makers make: per craft its products, motifs and prices.

Every line is ordinary craft of its city; names and prices are invented.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Thing:
    """A kind of product: its words, its scene in the picture, and its price."""

    kind: str
    scene: str
    name: str
    name_en: str
    price: int
    size: str = ""
    look: str = ""


@dataclass(frozen=True)
class Line:
    """What one craft makes here."""

    craft: str
    look: str
    colours: str
    things: tuple
    motifs: tuple = (("", "", "", ""),)
    materials: tuple = ()
    touch: str = ""
    touch_en: str = ""


# ground colours in the order of the drawings' palettes
WORN = (
    ("biru indigo", "indigo blue"), ("cokelat soga", "soga brown"), ("hitam", "black"),
    ("merah mengkudu", "madder red"), ("putih gading", "ivory"),
    ("gading soga", "ivory and soga"), ("ungu manggis", "mangosteen purple"),
    ("hijau daun", "leaf green"), ("toska", "sea green"), ("biru malam", "night blue"),
    ("terakota", "terracotta"), ("krem pasir", "sand"),
)  # fmt: skip
REGAL = (
    ("merah mengkudu", "madder red"), ("hitam", "black"), ("ungu manggis", "mangosteen"),
    ("biru indigo", "indigo blue"), ("hijau daun", "leaf green"),
    ("merah anggur", "wine red"), ("toska perak", "silver on sea green"),
    ("biru malam perak", "silver on night blue"),
)  # fmt: skip
YARN = (
    ("gading", "ivory"), ("toska", "sea green"), ("ungu", "purple"), ("lumut", "moss"),
    ("indigo", "indigo"), ("merah muda", "rose"), ("kunyit", "turmeric"),
    ("pasir", "sand"),
)  # fmt: skip
SILK = (
    ("gading", "ivory"), ("biru malam", "night blue"), ("merah", "red"),
    ("toska", "sea green"), ("ungu manggis", "mangosteen"), ("merah muda", "blush"),
    ("hijau", "green"), ("hitam", "black"),
)  # fmt: skip
PLAIN = (("", ""), ("", ""), ("", ""), ("", ""), ("", ""))
PALETTES = {"worn": WORN, "regal": REGAL, "yarn": YARN, "silk": SILK, "": PLAIN}

# slug in the vocabulary, name in the drawings, Indonesian, English
KAWUNG = ("kawung", "kawung", "kawung", "kawung")
PARANG = ("parang", "parang", "parang", "parang")
TRUNTUM = ("truntum", "truntum", "truntum", "truntum")
MEGA = ("mega-mendung", "mega mendung", "mega mendung", "layered clouds")
CEPLOK = ("jlamprang", "ceplok", "jlamprang", "jlamprang")
BUKETAN = ("buketan", "buketan", "buketan", "flower bouquet")
SEASHELL = ("kerang", "kerang", "kerang", "seashell")
SIGER = ("siger", "siger", "siger", "siger crown")
SHOOTS = ("pucuk-rebung", "pucuk rebung", "pucuk rebung", "bamboo shoot")
DUCKS = (
    "itiak-pulang-patang",
    "itiak pulang patang",
    "itiak pulang patang",
    "homing ducks",
)
BIRD = ("burung-hong", "tanah liek", "burung hong", "phoenix")
SPLASH = ("abstrak", "ciprat", "ciprat", "splashed")
STAR = ("bungo-cino", "bintang", "bungo cino", "bungo cino star")
TANJUNG = ("bunga-tanjung", "bunga tanjung", "bunga tanjung", "tanjung flower")
SAIK = ("saik-galamai", "saik galamai", "saik galamai", "saik galamai")
NAGA = ("nago-besaung", "naga besaung", "nago besaung", "facing dragons")
MANGGIS = ("tampuk-manggis", "tampuk manggis", "tampuk manggis", "mangosteen")
FLORA = ("flora", "", "flora", "floral")
FLORA_FULL = ("bunga", "penuh", "bunga tabur", "scattered flower")

CLOTH = (
    Thing("kain-panjang", "kain", "Kain panjang", "long cloth", 650_000, "105 × 240 cm"),
    Thing("selendang", "selendang", "Selendang", "shawl", 325_000, "55 × 190 cm"),
    Thing("kemeja", "kemeja", "Kemeja", "shirt", 285_000, "S, M, L, XL"),
    Thing("sarung", "lipat", "Sarung", "sarong", 310_000, "110 × 200 cm"),
    Thing("tas-jinjing", "tas", "Tas jinjing", "tote bag", 165_000, "38 × 35 cm"),
    Thing("busana", "rompi", "Rompi", "vest", 240_000, "all size"),
    Thing("busana", "kebaya", "Tunik", "tunic", 345_000, "M, L, XL"),
    Thing("taplak", "taplak", "Taplak meja panjang", "table runner", 195_000, "40 × 180 cm"),
)  # fmt: skip
WOVEN = (
    Thing("kain", "kain", "Kain", "cloth", 1_450_000, "100 × 200 cm"),
    Thing("selendang", "selendang", "Selendang", "shawl", 750_000, "60 × 190 cm"),
    Thing("kain-sandang", "gantung", "Kain sandang", "shoulder cloth", 980_000, "55 × 180 cm"),
    Thing("tas", "tas kulit", "Tas tangan", "handbag", 420_000, "28 × 22 cm"),
    Thing("dompet", "dompet", "Dompet pesta", "evening purse", 185_000, "24 × 14 cm"),
    Thing("peci", "peci", "Peci", "cap", 145_000, "no. 6–10"),
    Thing("hiasan-dinding", "bingkai", "Hiasan dinding", "framed panel", 375_000, "40 × 50 cm"),
    Thing("bantal", "bantal", "Sarung bantal", "cushion cover", 160_000, "45 × 45 cm"),
)  # fmt: skip
SEWN = (
    Thing("kerudung", "lipat", "Kerudung", "headscarf", 135_000, "115 × 115 cm"),
    Thing("kebaya", "kebaya", "Kebaya", "kebaya", 485_000, "M, L, XL"),
    Thing("mukena", "lipat", "Mukena", "prayer robe", 365_000, "all size"),
    Thing("tas", "tas", "Tas", "bag", 195_000, "32 × 28 cm"),
    Thing("taplak", "taplak", "Taplak", "table runner", 225_000, "40 × 160 cm"),
    Thing("bantal", "bantal", "Sarung bantal", "cushion cover", 125_000, "45 × 45 cm"),
    Thing("dompet", "dompet", "Dompet", "purse", 75_000, "20 × 12 cm"),
)  # fmt: skip
GOLDEN = (
    Thing("hiasan-dinding", "bingkai", "Hiasan dinding", "framed panel", 650_000, "50 × 60 cm"),
    Thing("selendang", "gantung", "Selendang pengantin", "bridal shawl", 1_250_000, "60 × 200 cm"),
    Thing("bantal", "bantal", "Bantal hias", "cushion", 275_000, "40 × 40 cm"),
    Thing("dompet", "dompet", "Dompet", "purse", 145_000, "22 × 13 cm"),
    Thing("tas", "tas kulit", "Tas pesta", "evening bag", 320_000, "24 × 18 cm"),
    Thing("kebaya", "kebaya", "Baju kurung", "formal tunic", 1_850_000, "M, L"),
)  # fmt: skip
KNITS = (
    Thing("tas", "tas", "Tas", "bag", 175_000, "34 × 30 cm", "granny"),
    Thing("boneka-rajut", "boneka", "Boneka beruang", "bear doll", 95_000, "28 cm", "polos"),
    Thing("taplak", "taplak", "Taplak", "table runner", 185_000, "35 × 150 cm", "crochet"),
    Thing("dompet", "dompet", "Dompet", "purse", 65_000, "20 × 12 cm", "crochet"),
    Thing("syal", "selendang", "Syal", "scarf", 120_000, "25 × 170 cm", "rajut"),
    Thing("bantal", "bantal", "Sarung bantal", "cushion cover", 110_000, "40 × 40 cm", "granny"),
    Thing("peci", "peci", "Kopiah", "cap", 55_000, "all size", "rajut"),
)  # fmt: skip
SHELLWORK = (
    Thing("bingkai-cermin", "cermin kerang", "Cermin bingkai kerang", "shell mirror", 285_000, "60 cm"),
    Thing("kotak-tisu", "kotak", "Kotak tisu kerang", "shell tissue box", 95_000, "25 × 14 cm"),
    Thing("kalung", "kalung", "Kalung kerang", "shell necklace", 65_000, "45 cm"),
    Thing("gelang", "gelang kerang", "Gelang kerang", "shell bracelets", 25_000, "6–7 cm"),
    Thing("lampu", "lampu", "Lampu gantung kerang", "shell lamp", 450_000, "35 cm"),
    Thing("anting", "anting", "Anting kerang", "shell earrings", 35_000, "6 cm"),
    Thing("bingkai-cermin", "cermin", "Cermin mozaik kerang", "shell mosaic mirror", 340_000, "50 × 70 cm"),
    Thing("kotak", "kotak", "Kotak perhiasan lapis mutiara", "mother-of-pearl box", 175_000, "18 × 12 cm", "nacre"),
)  # fmt: skip
PLAITS = (
    Thing("keranjang", "keranjang", "Keranjang", "basket", 125_000, "30 × 28 cm"),
    Thing("tas", "tas", "Tas anyam", "plaited bag", 145_000, "35 × 28 cm"),
    Thing("lampu", "lampu", "Kap lampu", "lamp shade", 235_000, "35 cm", "mata itik"),
    Thing("kotak", "kotak", "Kotak anyam", "plaited box", 65_000, "22 × 15 cm"),
    Thing("tikar", "lipat", "Tikar", "mat", 180_000, "120 × 180 cm"),
    Thing("tas", "tas bundar", "Tas bundar", "round bag", 210_000, "24 cm", "lilit"),
    Thing("nampan", "lilitan", "Nampan lilit", "coiled tray", 115_000, "32 cm", "lilit"),
)  # fmt: skip
CARVED = (
    Thing("relief", "panel", "Panel ukir", "carved panel", 950_000, "60 × 80 cm"),
    Thing("bingkai-cermin", "cermin", "Bingkai cermin ukir", "carved mirror frame", 780_000, "60 × 80 cm"),
    Thing("kotak", "kotak", "Kotak ukir", "carved box", 265_000, "25 × 18 cm"),
    Thing("mangkuk", "mangkuk kayu", "Mangkuk dan sendok kayu", "wooden bowls", 145_000, "15–22 cm", "kayu"),
)  # fmt: skip
POTTED = (
    Thing("vas", "vas", "Vas", "vase", 135_000, "32 cm"),
    Thing("pot", "pot", "Pot tanaman", "plant pot", 75_000, "22 cm"),
    Thing("kendi", "kendi", "Kendi", "water jug", 85_000, "30 cm"),
    Thing("vas", "tempayan", "Guci", "jar", 210_000, "38 cm"),
)  # fmt: skip
GLAZED = (
    Thing("cangkir", "cangkir", "Cangkir", "cup", 55_000, "250 ml"),
    Thing("mangkuk", "mangkuk", "Mangkuk saji", "serving bowl", 120_000, "22 cm"),
    Thing("vas", "tempayan", "Vas", "vase", 185_000, "28 cm"),
    Thing("vas", "vas", "Vas tinggi", "tall vase", 225_000, "36 cm"),
)  # fmt: skip

LINES = {
    "batik-tulis": Line(
        "batik-tulis", "batik", "worn", CLOTH,
        (BUKETAN, KAWUNG, MEGA, CEPLOK, TRUNTUM),
        ("kain-mori", "malam", "pewarna"),
        "Digambar dengan canting, dicelup berulang hingga warnanya dalam.",
        "Drawn with the canting and dyed again and again until the colour is deep.",
    ),
    "batik-cap": Line(
        "batik-cap", "batik", "worn", CLOTH, (CEPLOK, PARANG, KAWUNG, SHOOTS),
        ("kain-mori", "malam"),
        "Dicap dengan cap tembaga, rapi berulang dari tepi ke tepi.",
        "Stamped with a copper block, even from edge to edge.",
    ),
    "batik-tanah-liat": Line(
        "batik-tanah-liat", "batik", "worn", CLOTH, (BIRD, DUCKS, SHOOTS),
        ("sutra", "tanah-liat", "malam"),
        "Warnanya dari rendaman tanah liat, sejuk dan tidak pernah persis sama.",
        "Its colour comes from a bath of clay and is never quite the same twice.",
    ),
    "batik-kito": Line(
        "batik-kito", "batik", "worn", CLOTH, (SEASHELL,), ("kain-mori", "malam"),
        "Motifnya kerang dan biota laut, kebanggaan kota pelabuhan.",
        "Shells and sea life, the pride of a harbour town.",
    ),
    "batik-metro": Line(
        "batik-metro", "batik", "worn", CLOTH, (SIGER, SHOOTS, BUKETAN),
        ("kain-mori", "malam"),
        "Siger dan tumpal disusun ulang untuk dipakai sehari-hari.",
        "The siger crown, set anew for everyday wear.",
    ),
    "batik-ciprat": Line(
        "batik-ciprat", "batik", "worn", CLOTH, (SPLASH,), ("kain-mori", "malam"),
        "Malam diciprat bebas, jadi setiap helai hanya ada satu.",
        "Wax is thrown freely, so there is only one of each.",
    ),
    "ecoprint": Line(
        "ecoprint", "batik", "worn", CLOTH, (("daun", "daun", "daun", "leaf"),),
        ("katun", "daun"),
        "Daun dari pekarangan dikukus di atas kain sampai jejaknya tinggal.",
        "Leaves from the yard are steamed on the cloth until they leave their trace.",
    ),
    "shibori-jumputan": Line(
        "shibori-jumputan", "batik", "worn", CLOTH,
        (("pelangi", "jumputan", "pelangi", "rainbow ring"),), ("katun", "pewarna"),
        "Kain diikat satu-satu sebelum dicelup, lalu dibuka seperti kejutan.",
        "The cloth is tied knot by knot, dyed, and opened like a surprise.",
    ),
    "lurik": Line(
        "lurik", "lurik", "worn", CLOTH, (("garis", "", "garis", "striped"),),
        ("benang-katun",),
        "Ditenun dengan alat tenun bukan mesin, garis demi garis.",
        "Woven by hand, stripe after stripe.",
    ),
    "songket": Line(
        "songket", "songket", "regal", WOVEN, (SHOOTS[:1] + ("bintang",) + SHOOTS[2:], TANJUNG, MANGGIS),
        ("benang-emas", "benang-katun"),
        "Benang emas disungkit helai demi helai di atas kain dasar.",
        "Gold thread is lifted into the ground cloth, one thread at a time.",
    ),
    "songket-palembang": Line(
        "songket-palembang", "songket", "regal", WOVEN, (NAGA, STAR),
        ("sutra", "benang-emas"),
        "Sutra dan benang emas, tiga bulan di alat tenun.",
        "Silk and gold thread, three months on the loom.",
    ),
    "songket-pandai-sikek": Line(
        "songket-pandai-sikek", "songket", "regal", WOVEN, (SAIK, STAR),
        ("sutra", "benang-makau"),
        "Benang makau memenuhi bidang kain, berat dan berkilau.",
        "Metallic thread fills the cloth, heavy and gleaming.",
    ),
    "tenun-balai-panjang": Line(
        "tenun-balai-panjang", "songket", "regal", WOVEN, (SAIK, TANJUNG, MANGGIS),
        ("katun", "benang-emas"),
        "Tenunan Balai Panjang yang ringan, enak dipakai seharian.",
        "A light Balai Panjang weave that is easy to wear all day.",
    ),
    "tapis": Line(
        "tapis", "tapis", "regal", WOVEN, ((SHOOTS[0], "", "pucuk rebung", "bamboo shoot"), ("gajah", "", "gajah", "elephant")),
        ("katun", "benang-emas"),
        "Benang emas disulam cucuk pada kain tenun bergaris.",
        "Gold thread couched onto striped weaving.",
    ),
    "tenun-ulos": Line(
        "tenun-ulos", "ulos", "worn", WOVEN, (("sadum", "", "sadum", "sadum"),), ("katun",),
        "Ditenun gedogan; rumbainya dipilin dengan tangan.",
        "Woven on a backstrap loom, its fringe twisted by hand.",
    ),
    "bordir": Line(
        "bordir", "bordir", "silk", SEWN, (FLORA, FLORA_FULL), ("kain", "benang-bordir"),
        "Bunga dibordir penuh, rapi sampai sisi dalam.",
        "Embroidered flowers, as neat inside as out.",
    ),
    "bordir-kerancang": Line(
        "bordir-kerancang", "kerancang", "", SEWN, (("kerancang", "", "kerancang", "eyelet"),),
        ("kain", "benang"),
        "Lubang kerancang dijahit tepi satu per satu.",
        "Every eyelet is cut and bound by hand.",
    ),
    "sulaman-benang-emas": Line(
        "sulaman-benang-emas", "benang emas", "regal", GOLDEN,
        (("bunga", "", "bunga", "flower"), (SHOOTS[0], "", "pucuak rabuang", "bamboo shoot")),
        ("beludru", "benang-emas"),
        "Benang emas dilekatkan di atas beludru dengan tusuk halus.",
        "Gold thread laid on velvet with fine stitches.",
    ),
    "sulam-suji-cair": Line(
        "sulam-suji-cair", "bordir", "silk", SEWN, (("mawar", "penuh", "mawar", "rose"),),
        ("sutra", "benang"),
        "Gradasi warnanya mengalir dari kelopak ke kelopak.",
        "Its shades run from petal to petal.",
    ),
    "payet": Line(
        "payet", "manik", "yarn", (
            Thing("tas", "tas", "Tas manik", "beaded bag", 265_000, "26 × 20 cm"),
            Thing("dompet", "dompet", "Dompet manik", "beaded purse", 125_000, "20 × 12 cm"),
            Thing("hiasan-dinding", "bingkai", "Hiasan manik", "beaded panel", 320_000, "40 × 50 cm"),
            Thing("bantal", "bantal", "Bantal manik", "beaded cushion", 210_000, "40 × 40 cm"),
        ), (("flora", "", "", ""),), ("payet", "manik"),
        "Manik disusun menurut pola, satu demi satu.",
        "Beads set to a chart, one by one.",
    ),
    "rajut-crochet": Line(
        "rajut-crochet", "crochet", "yarn", KNITS, (("", "", "", ""),),
        ("benang-rajut", "katun"),
        "Dirajut dengan hakpen dari benang katun yang lembut.",
        "Crocheted from soft cotton yarn.",
    ),
    "makrame": Line(
        "makrame", "makrame", "", (
            Thing("hiasan-dinding", "tirai", "Hiasan dinding makrame", "macramé hanging", 185_000, "50 × 80 cm"),
            Thing("tas", "tas", "Tas makrame", "macramé bag", 165_000, "30 × 30 cm"),
            Thing("bantal", "bantal", "Bantal makrame", "macramé cushion", 145_000, "40 × 40 cm"),
            Thing("tirai", "tirai", "Tirai makrame", "macramé curtain", 325_000, "90 × 180 cm"),
        ), (("", "", "", ""),), ("tali-katun",),
        "Simpulnya rapat dan rata, tanpa satu pun jahitan.",
        "Even, close knots without a single seam.",
    ),
    "kerajinan-kerang": Line(
        "kerajinan-kerang", "kerang", "", SHELLWORK, (("kerang", "", "", ""), ("biota-laut", "", "", "")),
        ("kulit-kerang", "resin"),
        "Kulit kerang dari nelayan setempat, dibersihkan, dipilih, lalu dirangkai.",
        "Shells from local fishermen, cleaned, chosen and set.",
    ),
    "batok-kelapa": Line(
        "batok-kelapa", "kayu", "", (
            Thing("mangkuk", "mangkuk kayu", "Mangkuk batok", "coconut bowls", 45_000, "12–14 cm"),
            Thing("lampu", "lampu", "Lampu batok", "coconut lamp", 165_000, "20 cm", "mata itik"),
            Thing("tas", "tas kulit", "Tas batok", "coconut bag", 185_000, "22 cm"),
            Thing("kotak", "kotak", "Kotak batok", "coconut box", 75_000, "15 × 10 cm"),
        ), (("", "", "", ""),), ("tempurung-kelapa",),
        "Tempurung digosok sampai halus tanpa cat.",
        "Shells polished until smooth, without paint.",
    ),
    "anyaman-bambu": Line(
        "anyaman-bambu", "keranjang", "", PLAITS, (("mata-itik", "", "mata itik", "duck's eye"), ("sasag", "", "sasag", "sasag")),
        ("bambu",),
        "Bambu diraut tipis, dikeringkan, lalu dianyam rapat.",
        "Bamboo split thin, dried and plaited close.",
    ),
    "anyaman-pandan": Line(
        "anyaman-pandan", "anyam", "", PLAITS, (("kotak", "", "kotak", "check"), ("belah-ketupat", "", "belah ketupat", "diamond")),
        ("pandan", "mansiang"),
        "Daun mansiang dan pandan dijemur, dicelup, lalu dianyam.",
        "Sedge and pandan leaves are dried, dyed and plaited.",
    ),
    "anyaman-purun-eceng": Line(
        "anyaman-purun-eceng", "anyam", "", PLAITS, (("geometris", "", "geometris", "geometric"),),
        ("eceng-gondok",),
        "Eceng gondok dari situ menjadi tas yang ringan dan kuat.",
        "Water hyacinth from the lake becomes a light, strong bag.",
    ),
    "ukiran-minang": Line(
        "ukiran-minang", "ukir", "", CARVED, (("pucuk-rebung", "relung", "pucuak rabuang", "bamboo shoot"), ("saik-galamai", "wajik", "saik galamai", "saik galamai")),
        ("kayu-surian", "kayu-jati"),
        "Dipahat di atas kayu surian, berpola rumah gadang.",
        "Cut into surian wood after the patterns of the rumah gadang.",
    ),
    "bubut-kayu": Line(
        "bubut-kayu", "kayu", "", (
            Thing("mangkuk", "mangkuk kayu", "Mangkuk kayu", "wooden bowls", 135_000, "16–22 cm"),
            Thing("kotak", "kotak", "Kotak kayu", "wooden box", 155_000, "22 × 16 cm"),
            Thing("vas", "vas", "Vas kayu", "wooden vase", 175_000, "30 cm"),
            Thing("nampan", "nampan", "Nampan kayu", "wooden tray", 120_000, "32 cm"),
        ), (("", "", "", ""),), ("kayu-mahoni", "kayu-sonokeling"),
        "Dibubut dari sisa kayu mebel dan diminyaki aman pangan.",
        "Turned from furniture offcuts and oiled for food.",
    ),
    "gerabah": Line(
        "gerabah", "gerabah", "", POTTED, (("", "", "", ""),), ("tanah-liat",),
        "Diputar dengan tangan dan dibakar dengan kayu.",
        "Thrown by hand and fired with wood.",
    ),
    "keramik-hias": Line(
        "keramik-hias", "keramik", "", GLAZED, (("", "", "", ""),), ("tanah-liat", "glasir"),
        "Glasirnya diracik sendiri; tiap bakaran memberi warna lain.",
        "The glaze is mixed here; every firing gives another colour.",
    ),
    "perak": Line(
        "perak", "perak", "", (
            Thing("bros", "filigri", "Bros perak filigri", "silver filigree brooch", 425_000, "5 cm"),
            Thing("anting", "filigri", "Anting perak filigri", "silver filigree earrings", 285_000, "3 cm"),
            Thing("perhiasan", "filigri", "Set perhiasan perak", "silver jewellery set", 1_150_000),
            Thing("nampan", "nampan", "Nampan perak tempa", "beaten silver tray", 1_650_000, "25 cm"),
        ), (("bunga", "", "bunga", "flower"),), ("perak",),
        "Kawat perak sehalus rambut dipilin lalu dipatri.",
        "Silver wire as fine as hair is twisted and soldered.",
    ),
    "kulit-tas": Line(
        "kulit-tas", "kulit", "", (
            Thing("tas", "tas kulit", "Tas kulit", "leather bag", 650_000, "30 × 24 cm"),
            Thing("dompet", "dompet", "Dompet kulit", "leather wallet", 185_000, "20 × 11 cm"),
            Thing("tas", "tas", "Tas jinjing kulit", "leather tote", 725_000, "36 × 32 cm"),
            Thing("sandal", "sandal", "Sandal kulit", "leather sandals", 195_000, "38–43"),
        ), (("", "", "", ""),), ("kulit-sapi-nabati",),
        "Kulit samak nabati, dijahit tangan dengan benang lilin.",
        "Vegetable-tanned leather, sewn by hand with waxed thread.",
    ),
    "alas-kaki": Line(
        "alas-kaki", "batik", "worn", (
            Thing("sandal", "sandal", "Sandal batik", "batik sandals", 125_000, "36–42"),
            Thing("tas", "tas kulit", "Tas kulit batik", "batik and leather bag", 365_000, "28 × 22 cm"),
            Thing("dompet", "dompet", "Dompet batik", "batik wallet", 95_000, "20 × 11 cm"),
            Thing("tas-jinjing", "tas", "Tas jinjing batik", "batik tote", 155_000, "36 × 34 cm"),
        ), (TRUNTUM, KAWUNG, CEPLOK), ("kulit", "kain"),
        "Sol kulit, tali dari kain batik pilihan.",
        "Leather soles with straps of chosen batik.",
    ),
    "manik-kaca": Line(
        "manik-kaca", "manik", "yarn", (
            Thing("kalung", "kalung manik", "Kalung manik kaca", "glass bead necklace", 115_000, "45 cm"),
            Thing("gelang", "gelang", "Gelang manik kaca", "glass bead bracelets", 45_000, "6–7 cm"),
            Thing("kalung", "kalung manik", "Kalung etnik", "ethnic necklace", 145_000, "50 cm"),
            Thing("dompet", "dompet", "Dompet manik kaca", "glass bead purse", 135_000, "18 × 11 cm"),
        ), (("", "", "", ""),), ("kaca-daur-ulang", "manik"),
        "Kaca bekas dilelehkan menjadi manik baru.",
        "Old glass melted into new beads.",
    ),
    "kuningan-tembaga": Line(
        "kuningan-tembaga", "kuningan", "", (
            Thing("talam", "nampan", "Talam kuningan", "brass tray", 385_000, "32 cm"),
            Thing("vas", "tempayan", "Vas kuningan", "brass vase", 465_000, "26 cm"),
            Thing("mangkuk", "mangkuk", "Mangkuk tembaga", "copper bowl", 285_000, "20 cm"),
            Thing("kotak", "kotak", "Kotak kuningan", "brass box", 345_000, "16 × 11 cm"),
        ), (("", "", "", ""),), ("kuningan", "tembaga"),
        "Ditempa dari lembaran, bekas palunya sengaja ditinggal.",
        "Beaten from sheet, the hammer marks left on purpose.",
    ),
    "quilling-kertas": Line(
        "quilling-kertas", "kertas", "", (
            Thing("hiasan", "bingkai", "Hiasan quilling", "quilled panel", 165_000, "30 × 40 cm"),
            Thing("hantaran", "kotak", "Kotak hantaran", "ceremonial gift box", 125_000, "30 × 20 cm"),
            Thing("kartu", "bingkai", "Kartu ucapan bingkai", "framed greeting card", 35_000, "A5"),
            Thing("lampu", "lampu", "Lampion kertas", "paper lantern", 85_000, "30 cm"),
        ), (("", "", "", ""),), ("kertas-daur-ulang",),
        "Gulungan kertas kecil disusun menjadi bunga.",
        "Small rolls of paper set into flowers.",
    ),
    "perca-quilt": Line(
        "perca-quilt", "perca", "worn", (
            Thing("penutup-tempat-tidur", "lipat", "Selimut perca", "patchwork quilt", 485_000, "150 × 200 cm"),
            Thing("tas", "tas", "Tas perca", "patchwork bag", 115_000, "34 × 30 cm"),
            Thing("bantal", "bantal", "Bantal perca", "patchwork cushion", 85_000, "40 × 40 cm"),
            Thing("taplak", "taplak", "Taplak perca", "patchwork runner", 135_000, "35 × 150 cm"),
        ), (("", "", "", ""),), ("kain-perca",),
        "Sisa kain penjahit disusun kembali menjadi utuh.",
        "Tailors' offcuts made whole again.",
    ),
    "rendang-kuliner": Line(
        "rendang-kuliner", "batik", "worn", (
            Thing("rendang-kemasan", "kemasan", "Rendang daging kemasan", "packed beef rendang", 95_000, "250 g"),
            Thing("rendang-kemasan", "kemasan", "Rendang telur kemasan", "packed egg rendang", 45_000, "200 g"),
            Thing("rendang-kemasan", "kemasan", "Rendang suir kemasan", "packed shredded rendang", 75_000, "200 g"),
            Thing("rendang-kemasan", "kemasan", "Bumbu rendang kemasan", "rendang spice paste", 35_000, "200 g"),
        ), ((SHOOTS[0], "pucuk rebung", "", ""), ("", "itiak pulang patang", "", "")),
        ("daging-sapi", "rempah"),
        "Dimasak berjam-jam sampai kering dan harum.",
        "Simmered for hours until dry and fragrant.",
    ),
}  # fmt: skip
