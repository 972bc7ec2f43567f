"""
What five reports told: each scene with its dates, numbers, people and agenda.

Nothing is added to a report; where the database asks for more than was reported,
the text says that it is an estimate.
"""

from datetime import date, time

from artisans.models import Artisan, Business, Craft
from artisans.models.businesses import Status
from council.models import Division
from events.models import Event
from programs.models import (
    Activity,
    ActivityParty,
    ActivityPerson,
    AgendaItem,
    HeadCount,
    Meeting,
    Program,
    SupportLine,
)
from trainings.models import Engagement, Session, Training, TrainingClass

from .councils import agency, unit
from .kept import at, clipping, heads, keep_activity, parties, people
from .people import named

Party, Person = ActivityParty.Role, ActivityPerson.Role
Count, Kind = HeadCount.Category, Activity.Kind
Horizon, State = Program.Horizon, Program.Status
NO_DAY = "Tanggal terbit tidak tercatat; dipakai tanggal acara."

VENTURES, PRODUCTS, CENTRES, MACHINES, MARKETS, RIGHTS, HOMES, LOCAL = range(1, 9)


def build():
    padang()
    tanjungbalai()
    tangsel()
    payakumbuh()
    metro()


def agenda(meeting, *items):
    for order, (title, presenter, outcome) in enumerate(items, 1):
        AgendaItem.objects.create(
            meeting=meeting,
            order=order,
            title=title,
            presenter=presenter,
            outcome=outcome,
        )


def program(code, year, title, **fields):
    line = fields.pop("line", None)
    if line:
        fields["line"] = SupportLine.objects.get(order=line)
    division = fields.pop("division", "")
    if division:
        fields["division"] = Division.objects.get(unit=unit(code), name=division)
    fields.setdefault("status", State.APPROVED)
    return Program.objects.get_or_create(
        unit=unit(code), year=year, title=title, defaults=fields
    )[0]


def padang():
    press = clipping(
        "13.71",
        "Susun Program Kerja 2024, Dekranasda Siap Kembangkan IKM di Kota Padang",
        medium="bdadinfo.com",
        published_on=date(2024, 2, 22),
        photo_credit="Humas Pemko Padang",
        excerpt=f"Raker menyusun program kerja 2024. {NO_DAY}",
    )
    raker, is_new = keep_activity(
        Meeting,
        "13.71",
        "Rapat Kerja Dekranasda Kota Padang Tahun 2024",
        slug="raker-padang-2024",
        meeting_kind=Meeting.MeetingKind.RAKER,
        year=2024,
        starts_on=date(2024, 2, 22),
        venue="Suasso Resto Padang",
        region_id="13.71",
        status=Activity.Status.DONE,
        published_at=at(date(2024, 2, 22), "17:00"),
        summary="Dekranasda Kota Padang siap mengembangkan IKM.",
        description=(
            "Industri kerajinan berpeluang besar, dan banyak masyarakat bergantung "
            "padanya. Raker mengevaluasi kegiatan 2023, lalu setiap Ketua Bidang "
            "memaparkan rencana 2024. Pengurus masa bakti 2019-2024 setiap tahun "
            "membuat kegiatan sendiri atau berpartisipasi dalam event besar berskala "
            "lokal dan nasional."
        ),
        goal="Program kerja yang lebih baik untuk mengembangkan IKM di Kota Padang.",
        outcome=(
            "Program jangka pendek, menengah, dan panjang; sinergi dengan OPD; "
            "kebijakan penggunaan produk lokal pada event Kota Padang dibahas."
        ),
        press=[press],
    )
    if is_new:
        parties(
            raker, (Party.ORGANISER, "13.71"), (Party.PARTICIPANT, agency_of("13.71"))
        )
        people(
            raker,
            (Person.OPENER, "Genny Hendri Septa", "Ketua Dekranasda Kota Padang"),
            (
                Person.GUEST,
                "Vanny Andree Algamar",
                "Wakil Ketua II Dekranasda Kota Padang",
            ),
            (
                Person.SPEAKER,
                "Ferri Erviyan Rinaldy",
                "Kepala Dinas Tenaga Kerja dan Industri Kota Padang, Ketua Harian Dekranasda",
            ),
        )
        agenda(
            raker,
            ("Pembukaan", "Ketua", "OPD yang menjadi pengurus diharapkan memberi dukungan konkret dan melibatkan Dekranasda dalam kegiatannya."),
            ("Evaluasi kegiatan tahun 2023", "Pengurus", ""),
            ("Paparan dan masukan untuk 2024", "masing-masing Ketua Bidang", ""),
            ("Program jangka pendek, menengah, dan panjang", "Ketua Harian", "Disusun untuk 2024."),
            ("Sinergi program dengan OPD dan pemangku kepentingan", "Ketua Harian", ""),
            ("Pemanfaatan TI untuk pemasaran produk unggulan", "Ketua Harian", ""),
            ("Kebijakan penggunaan produk lokal pada event Kota Padang", "Ketua Harian", "Dibahas."),
        )  # fmt: skip
    shared = {"meeting": raker, "lead_agency": agency_of("13.71")}
    quality = "Bidang Daya Saing Produk"
    promotion = "Bidang Promosi, Humas, dan Publikasi"
    skills = "Meningkatkan kemampuan teknis pengrajin."
    for title, horizon, line, division, goal in (
        ("Pelatihan bordir", Horizon.SHORT, PRODUCTS, quality, skills),
        ("Pelatihan sulaman benang emas", Horizon.SHORT, PRODUCTS, quality, skills),
        ("Pembinaan langsung ke IKM dan pelaku usaha kerajinan", "", HOMES, "Bidang Manajemen Usaha", "Mendatangi IKM dan pelaku usaha di tempatnya bekerja."),
        ("Pemasaran produk unggulan berbasis TI", "", MARKETS, promotion, "Memanfaatkan informasi dan teknologi untuk memasarkan produk unggulan."),
        ("Penggunaan produk lokal pada event Kota Padang", "", MARKETS, promotion, "Kebijakan yang dibahas dalam raker: produk lokal dipakai pada acara kota."),
    ):  # fmt: skip
        program(
            "13.71",
            2024,
            title,
            horizon=horizon,
            line=line,
            division=division,
            goal=goal,
            **shared,
        )


def agency_of(code):
    """The agency that guides a city's council, the first that was kept."""
    names = {"13.71": "Padang", "12.74": "Tanjungbalai", "36.74": "Tangerang Selatan"}
    names |= {"13.76": "Payakumbuh", "18.72": "Metro"}
    return unit(code).organizations.get(kind="opd", name__endswith=names[code])


def tanjungbalai():
    press = clipping(
        "12.74",
        "Pemko Tanjungbalai Gelar Pelatihan Tenun Songket dan Kerajinan Kulit Kerang",
        medium="hetanews.com",
        published_on=date(2018, 9, 4),
        excerpt=f"Pelatihan dua kelas dibuka Asisten Ekbangsos. {NO_DAY}",
    )
    lines = {
        VENTURES: "Penumbuhan wirausaha baru",
        PRODUCTS: "Pengembangan produk IKM",
        CENTRES: "Peningkatan kemampuan sentra",
        MACHINES: "Bantuan mesin dan peralatan produksi",
        MARKETS: "Promosi dan pameran",
        RIGHTS: "Fasilitasi pendaftaran hak kekayaan intelektual",
        HOMES: "Pembinaan industri rumah tangga",
        LOCAL: "Industri kreatif berbasis sumber daya lokal",
    }
    vision = (
        "Sejalan dengan visi BERSIH: Berprestasi, Religius, Sejahtera, Indah, Harmonis."
    )
    for line, title in lines.items():
        local = program(
            "12.74",
            2018,
            title,
            line=line,
            goal=vision,
            lead_agency=agency("Disdagper"),
            status=State.DONE,
        )
    training, is_new = keep_activity(
        Training,
        "12.74",
        "Pelatihan Tenun Songket dan Kerajinan Kulit Kerang",
        program=local,
        starts_on=date(2018, 9, 4),
        venue="Pendopo rumah dinas Wali Kota",
        region_id="12.74",
        role=Activity.Role.PARTICIPANT,
        status=Activity.Status.DONE,
        published_at=at(date(2018, 8, 20), "08:00"),
        fund_source=Activity.FundSource.AGENCY,
        summary="Dua kelas: 10 penenun songket dan 20 perajin kulit kerang.",
        goal="Meningkatkan perekonomian masyarakat.",
        description=(
            "Dihadiri Staf Ahli, Pimpinan OPD, dan masyarakat peserta. Setelah batik, "
            "kota ini mengembangkan songket: digagas sejak masa Wali Kota Sutrisno "
            "Hadi dan diusulkan kembali oleh Dekranasda. IKM berperan "
            "sangat strategis dan harus berdaya saing menghadapi Masyarakat Ekonomi "
            f"ASEAN (MEA). {vision} Masa pendaftaran dan jam sesi tidak disebut "
            "berita; yang tercatat di sini perkiraan."
        ),
        crafts=Craft.objects.filter(slug__in=["songket", "kerajinan-kerang"]),
        press=[press],
    )
    if not is_new:
        return
    parties(training, (Party.ORGANISER, agency("Disdagper")), (Party.PARTNER, "12.74"))
    people(
        training,
        (Person.OPENER, "Abdul Hayyi Nasution", "Asisten Ekbangsos Kota Tanjungbalai"),
        (
            Person.REPORTER,
            "Arman",
            "Kepala Dinas Perdagangan dan Perindustrian Kota Tanjungbalai",
        ),
    )
    heads(
        training,
        (Count.PARTICIPANTS, "Tenun songket", 10),
        (Count.PARTICIPANTS, "Kerajinan kulit kerang", 20),
    )
    for name, craft, quota, instructors in (
        ("Kelas Tenun Songket", "songket", 10, ("Helwani", "Pasriyani")),
        ("Kelas Kerajinan Kulit Kerang", "kerajinan-kerang", 20, ("Tukimin", "Saluki")),
    ):
        group = TrainingClass.objects.create(
            training=training,
            name=name,
            craft=Craft.objects.get(slug=craft),
            quota=quota,
            opens_at=at(date(2018, 8, 20), "08:00"),
            closes_at=at(date(2018, 9, 3), "16:00"),
        )
        Session.objects.create(
            training_class=group,
            held_on=date(2018, 9, 4),
            start_time=time(8),
            end_time=time(16),
            topic="Pembukaan dan praktik hari pertama (jam perkiraan)",
        )
        for instructor in instructors:
            Engagement.objects.create(
                training_class=group,
                instructor=named(instructor),
                status=Engagement.Status.CONFIRMED,
            )


def tangsel():
    press = clipping(
        "36.74",
        "Gelar Raker 2024, Dekranasda Kota Tangsel Selaraskan Program Kerja",
        medium="SINDOnews",
        published_on=date(2024, 3, 7),
        published_time=time(18, 47),
        photo_credit="Foto/Dok",
        excerpt="Dihadiri 80 perwakilan dari tingkat kelurahan hingga kecamatan.",
    )
    raker, is_new = keep_activity(
        Meeting,
        "36.74",
        "Raker Dekranasda se-Kota Tangsel 2024",
        slug="raker-tangsel-2024",
        meeting_kind=Meeting.MeetingKind.RAKER,
        year=2024,
        theme="Kolaborasi",
        starts_on=date(2024, 3, 6),
        venue="Kantor Pemkot Tangsel",
        region_id="36.74",
        status=Activity.Status.DONE,
        published_at=at(date(2024, 3, 7), "18:47"),
        summary="80 perwakilan kelurahan dan kecamatan menyelaraskan program kriya.",
        description=(
            "Raker membahas program kerja dan menyelaraskan kriya di tingkat kecamatan "
            "hingga kelurahan. Dekranasda menjadi fasilitator bagi UMKM, crafter, dan "
            "pengusaha kuliner, dan membuka kolaborasi seluas-luasnya lewat Kawan "
            "Dekra: mal di Tangerang Selatan dan merek terkenal. Dekranasda tidak "
            "menjadi lokapasar, tetapi bekerja sama dengan Toko Hijau dan Toko Orange."
        ),
        goal=(
            "Sinkronisasi dan harmonisasi kegiatan kriya antarwilayah agar program "
            "tidak saling tumpang tindih dan visi misi Dekranasda se-Kota tercapai; "
            "silaturahmi sebelum puasa."
        ),
        outcome=(
            "Dinas memfasilitasi anggaran dan perencanaan; pelaksanaan oleh Dekra "
            "masing-masing; semua tetap berkoordinasi dengan Dekra kota."
        ),
        press=[press],
    )
    if is_new:
        parties(raker, (Party.ORGANISER, "36.74"), (Party.FUNDER, agency_of("36.74")))
        people(
            raker,
            (
                Person.SPEAKER,
                "Truetami Ajeng",
                "Ketua Dekranasda Kota Tangerang Selatan",
            ),
            (
                Person.SPEAKER,
                "Appgraid Purwanto",
                "Kabid Perindustrian dan Perdagangan",
            ),
        )
        heads(raker, (Count.REPRESENTATIVES, "kelurahan hingga kecamatan", 80))
        agenda(
            raker,
            ("Program kerja 2024", "Ketua", ""),
            ("Kolaborasi dengan merek dan resto", "Ketua", "Uniqlo, Ikea, dan resto-resto terkemuka, untuk mendongkrak penjualan crafter."),
            ("Sinkronisasi dan harmonisasi kegiatan kriya antarwilayah", "Kabid Perindustrian dan Perdagangan", "Kriya adalah industri kecil, binaan dinas perindustrian dan perdagangan."),
            ("Penyamaan jadwal pelaksanaan", "Kabid Perindustrian dan Perdagangan", "Mencocokkan lini masa pelatihan dan pembinaan antara kota dan kecamatan."),
            ("Produk yang akan diusung", "setiap wilayah", ""),
            ("Silaturahmi sebelum puasa", "", "Tujuan kedua raker."),
        )  # fmt: skip
    shared = {"meeting": raker, "lead_agency": agency_of("36.74")}
    for title, line, division, goal in (
        ("Kolaborasi dengan merek dan resto (Kawan Dekra)", MARKETS, "Bidang Kemitraan", "Mendongkrak penjualan crafter bersama Uniqlo, Ikea, resto terkemuka, dan mal."),
        ("Penyelarasan kriya kecamatan dan kelurahan", CENTRES, "Bidang Daya Saing Produk", "Satu jadwal untuk kota, 7 kecamatan, dan 54 kelurahan."),
        ("Pelatihan dan pembinaan kriya wilayah", HOMES, "Bidang Daya Saing Produk", "Dilaksanakan Dekra masing-masing, dengan anggaran dan perencanaan dari dinas."),
        ("Penjualan lewat lokapasar mitra", MARKETS, "Bidang Promosi dan Humas", "Bekerja sama dengan Toko Hijau dan Toko Orange; portal ini bukan lokapasar."),
    ):  # fmt: skip
        program("36.74", 2024, title, line=line, division=division, goal=goal, **shared)


def payakumbuh():
    press = clipping(
        "13.76",
        "DPMPTSPPTK Bukittinggi Belajar Pengembangan IKM ke Payakumbuh",
        medium="KLIKPOSITIF",
        published_on=date(2021, 10, 11),
        photo_credit="Ade Suhendra",
        excerpt="Studi tiru pengembangan dan pembinaan industri kerajinan.",
    )
    knitting = Craft.objects.filter(slug="rajut-crochet")
    fayari()
    centres = program(
        "13.76",
        2021,
        "Pembinaan industri sandang, pangan, dan kerajinan",
        line=CENTRES,
        goal="Sentra Rendang Payakumbuh dan Sentra Tenun Balai Panjang sebagai pusat pembinaan.",
        lead_agency=agency_of("13.76"),
        status=State.DONE,
    )
    visit, is_new = keep_activity(
        Event,
        "13.76",
        "Studi tiru Bukittinggi: pengembangan dan pembinaan industri kerajinan",
        slug="studi-tiru-bukittinggi-2021",
        kind=Kind.STUDY_VISIT,
        program=centres,
        starts_on=date(2021, 10, 11),
        venue="Industri Rajutan Fayari (Payocraft), Kelurahan Parik Muko Aia",
        region_id="13.76.04.1002",
        status=Activity.Status.DONE,
        published_at=at(date(2021, 10, 11), "18:00"),
        summary="Tamu dari Bukittinggi belajar membina IKM sandang, pangan, dan kerajinan.",
        description=(
            "Rombongan mempelajari pembinaan melalui Sentra Rendang Payakumbuh dan "
            "Sentra Tenun Balai Panjang, lalu dibawa ke lokasi Industri Rajutan Fayari "
            "“Payocraft” di Kelurahan Parik Muko Aia, Kecamatan Lamposi Tigo Nagori, "
            "yang digawangi Latifah Maya Sari. Bukittinggi dikenal sebagai Kota Wisata."
        ),
        goal="Pengembangan dan pembinaan industri kerajinan.",
        outcome="Ketua rombongan terkesan dan menyampaikan apresiasi atas informasi yang menarik.",
        lessons="Menjadi acuan dan langkah ke depan yang akan diterapkan di Kota Bukittinggi.",
        crafts=knitting,
        press=[press],
    )
    if is_new:
        parties(
            visit,
            (Party.HOST, "13.76"),
            (Party.HOST, agency_of("13.76")),
            (Party.GUEST, agency("DPMPTSPPTK")),
        )
        people(
            visit,
            (
                Person.LEADER,
                "Meta",
                "Kepala Bidang Industri, DPMPTSPPTK Kota Bukittinggi",
            ),
            (Person.HOST, "Bambang Hermanto", "Kepala Bidang Perindustrian"),
            (Person.HOST, "Hayatil Mardhiyah", "Kepala Seksi Industri Sandang"),
            (Person.HOST, "Latifah Maya Sari", "Kelompok Usaha Rajutan Fayari"),
        )
    workshop, is_new = keep_activity(
        Activity,
        "13.76",
        "Workshop bagi 10 IKM pengrajin rajutan",
        kind=Kind.WORKSHOP,
        program=centres,
        starts_on=date(2021, 10, 1),
        region_id="13.76",
        audience="IKM pengrajin rajutan",
        status=Activity.Status.DONE,
        published_at=at(date(2021, 10, 11), "18:00"),
        summary="Disnakerin dan Dekranasda Kota Payakumbuh, untuk 10 IKM rajutan.",
        goal="Berproduksi secara mandiri.",
        description=(
            "Tanggal workshop tidak disebut berita; Oktober 2021 adalah perkiraan, "
            "karena diceritakan dalam laporan 11 Oktober 2021."
        ),
        crafts=knitting,
        press=[press],
    )
    if is_new:
        both = ((Party.ORGANISER, agency_of("13.76")), (Party.CO_ORGANISER, "13.76"))
        parties(workshop, *both)
        heads(workshop, (Count.BUSINESSES, "pengrajin rajutan", 10))


def fayari():
    """The knitters' group of the report: named, without any invented product."""
    craft = Craft.objects.get(slug="rajut-crochet")
    owner, _made = Artisan.objects.get_or_create(
        person=named("Latifah Maya Sari"),
        defaults={
            "unit": unit("13.76"),
            "village_id": "13.76.04.1002",
            "main_craft": craft,
        },
    )
    group, is_new = Business.objects.get_or_create(
        slug="kelompok-usaha-rajutan-fayari",
        defaults={
            "owner": owner,
            "unit": owner.unit,
            "name": "Kelompok Usaha Rajutan Fayari",
            "brand": "Payocraft",
            "form": Business.Form.GROUP,
            "village_id": owner.village_id,
            "story": (
                "Kelompok rajutan di Kelurahan Parik Muko Aia ini menerima tamu studi "
                "tiru dari Bukittinggi pada 11 Oktober 2021."
            ),
            "story_en": (
                "This knitters' group in Parik Muko Aia received the study visit from "
                "Bukittinggi on 11 October 2021."
            ),
            "status": Status.VERIFIED,
            "verified_at": at(date(2021, 10, 11), "18:00"),
        },
    )
    if is_new:
        group.crafts.add(craft)


def metro():
    press = clipping(
        "18.72",
        "Dekranasda Kota Metro Dukung Produk UMKM dan Menggelar Rakor Internal",
        medium="Harian Koridor",
        published_on=date(2021, 9, 1),
        photo_credit="Husni",
        excerpt="Rapat koordinasi pengurus internal di Sekam.",
    )
    rakor, is_new = keep_activity(
        Meeting,
        "18.72",
        "Rakor internal pengurus Dekranasda Kota Metro",
        slug="rakor-metro-2021",
        meeting_kind=Meeting.MeetingKind.RAKOR,
        year=2021,
        starts_on=date(2021, 9, 1),
        venue="Sekam (Sentra Metro Kreatif)",
        region_id="18.72",
        status=Activity.Status.DONE,
        published_at=at(date(2021, 9, 1), "17:00"),
        summary="Pengurus mencari pemecahan masalah dan ciri khas Kota Metro.",
        description=(
            "Kegiatan sudah dijalankan walau terkendala beberapa hal. UMKM terbantu "
            "oleh kegiatan yang dipelopori Dekranasda, terlebih dengan Sekam Metro."
        ),
        goal="Mendukung UMKM demi peningkatan perekonomian; menonjolkan sisi humanis.",
        outcome=(
            "Ketua meminta seluruh anggota serius menggarap UMKM, memikirkan "
            "kekhasan Kota Metro, serta kesulitan dan sasaran promosinya."
        ),
        press=[press],
    )
    if is_new:
        parties(rakor, (Party.ORGANISER, "18.72"))
        people(
            rakor,
            (Person.OPENER, "Silfia Naharani Wahdi", "Ketua Dekranasda Kota Metro"),
            (Person.SPEAKER, "Siti Aisyiah", "Ketua Harian Dekranasda Kota Metro"),
            (Person.SPEAKER, "Estelita", "Divisi Daya Saing"),
            (Person.SPEAKER, "Farida", "Divisi Humas dan Promosi"),
            (Person.SPEAKER, "Ari", "Tim Kreatif dan Konsultan"),
        )
        agenda(
            rakor,
            ("Kendala kegiatan", "Ketua", "Kendala: kegiatan berjalan, namun terkendala beberapa hal. Pemecahan: dibuatkan dalam rapat."),
            ("Pelatihan bagi UMKM", "Ketua Harian", "Dinas UMKM sudah melakukan banyak pelatihan."),
            ("Kampung Batik", "Divisi Daya Saing", "Direncanakan di wilayah 29, lingkungan Rumah Canting Batik 29."),
            ("Promosi di dalam dan di luar Pemerintah Kota Metro", "Divisi Humas dan Promosi", "Pemecahan: memanfaatkan ASN yang memiliki banyak pengikut."),
            ("Media sosial yang kurang interaksi (engagement)", "Tim Kreatif dan Konsultan", "Konten bercerita (“sharing the drama”): 2 sampai 3 video dan 2 sampai 3 meme sehari."),
            ("Ciri khas Kota Metro", "Tim Kreatif dan Konsultan", "Pembanding: lurik dari Klaten dan Mega Mendung dari Cirebon."),
        )  # fmt: skip
    shared = {"meeting": rakor, "lead_agency": agency_of("18.72"), "horizon": ""}
    for title, line, division, goal, status in (
        ("Kampung Batik", CENTRES, "Divisi Daya Saing", "Direncanakan di wilayah 29, di lingkungan Rumah Canting Batik 29.", State.APPROVED),
        ("Batik ciri khas Kota Metro", LOCAL, "Divisi Daya Saing", "Kota Metro harus memiliki kerajinan berciri khas.", State.APPROVED),
        ("Promosi bersama ASN berpengikut banyak", MARKETS, "Divisi Humas dan Promosi", "Promosi produk UMKM di dalam dan di luar Pemerintah Kota Metro.", State.APPROVED),
        ("Konten bercerita setiap hari", MARKETS, "Tim Kreatif dan Konsultan", "2 sampai 3 video dan 2 sampai 3 meme sehari, menonjolkan sisi humanis.", State.APPROVED),
    ):  # fmt: skip
        program(
            "18.72",
            2021,
            title,
            line=line,
            division=division,
            goal=goal,
            status=status,
            **shared,
        )
