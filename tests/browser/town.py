"""
A town with at least one row behind every page that a browser opens.

Slugs are fixed, so that the tests may write addresses as visitors see them.
"""

import io
from datetime import time, timedelta

from PIL import Image, ImageDraw

from django.core.files.base import ContentFile
from django.utils import timezone

from artisans.models import Material, Motif, ProductPhoto, ShopLink
from council.images import photo_from_picture
from council.models import Message, Organization
from programs.models import (
    Activity,
    ActivityParty,
    ActivityPerson,
    AgendaItem,
    HeadCount,
    SupportLine,
)
from tests.factories import (
    add_participant,
    create_artisan,
    create_attended_class,
    create_business,
    create_centre,
    create_class,
    create_clipping,
    create_collection,
    create_craft,
    create_event,
    create_follow_up,
    create_instructor,
    create_label,
    create_label_report,
    create_meeting,
    create_outlet,
    create_person,
    create_product,
    create_program,
    create_question,
    create_revision,
    create_route,
    create_staff,
    create_training,
    create_unit,
    create_user,
)
from trainings.attending.helping import lend
from trainings.attending.sheets import door_code_of, keep_photo
from trainings.attending.walk_ins import write_down
from trainings.certificate_jobs import print_later
from trainings.certification import issue, reissue, withdraw
from trainings.enrolment import cancel, cancel_training, enrol
from trainings.feedback import ask, give
from trainings.inviting import invite
from trainings.models import Engagement, FeedbackRequest, Session

PRODUCTS = 26
STORY = "Kain ditenun di rumah, sehelai demi sehelai. " * 6
# Name of the training: days from now, quota, artisans who ask for a seat.
STATES = {
    "buka": (20, 20, 2),
    "sedikit": (21, 5, 4),
    "tunggu": (22, 2, 4),
    "belum": (40, 10, 0),
    "tutup": (5, 10, 3),
    "batal": (30, 10, 2),
    "selesai": (-60, 10, 0),
}


def drawn_picture(width=960, height=720):
    """A picture with edges and colours, of the weight of a photo of cloth."""
    picture = Image.effect_noise((width // 3, height // 3), 60).convert("RGB")
    picture = picture.resize((width, height), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for step in range(0, width, 24):
        colour = (31 + step % 200, 60, 140 - step % 90)
        draw.line([(step, 0), (width - step, height)], fill=colour, width=7)
    return picture


def jpeg_file():
    """The bytes that a phone would upload."""
    target = io.BytesIO()
    drawn_picture().save(target, "JPEG", quality=85)
    return target.getvalue()


class Town:
    """The councils of a city and one kecamatan, their people and their work."""

    def __init__(self, *, picture=None):
        self.picture = picture or photo_from_picture(
            drawn_picture(480, 360), quick=True
        )
        self._councils()
        self._accounts()
        self._showcase()
        self._places()
        self._trainings()
        self._plan()
        self._messages()
        self._certificates()
        self._teaching()
        self._offer()
        self._results()

    def _councils(self):
        self.root = create_unit(code="")
        self.city = create_unit(
            code="36.74",
            about="Membina perajin di kota ini sejak lama.",
            address="Jalan Contoh 1",
            phone="+62811000001",
            email="kantor@contoh.id",
        )
        self.unit = create_unit(code="36.74.04", name="Dekranasda Kecamatan Ciputat")
        create_unit(code="36.74.04.1001")
        create_unit(code="13.71")

    def _accounts(self):
        self.admin = create_user(
            username="admin", first_name="Ayu", is_staff=True, is_superuser=True
        )
        self.officer = create_staff(
            unit=self.unit, username="petugas", first_name="Bram Contoh"
        )
        self.artisan = create_user(
            username="perajin",
            first_name="Nadia Contoh",
            email="nadia@contoh.id",
            phone="+628110000111",
            phone_verified_at=timezone.now(),
        )
        self.nadia = create_artisan(
            user=self.artisan, unit=self.unit, full_name="Nadia Contoh"
        )
        self.newcomer = create_user(
            username="baru", first_name="Siti Contoh", phone="+628110000112"
        )

    def _showcase(self):
        songket = create_craft(
            slug="songket",
            technique="tenun pakan tambahan",
            typical_motifs="pucuk rebung",
            origin="Sumatera Barat",
            about=STORY,
        )
        batik = create_craft(slug="batik-tulis", family="batik")
        self.business = create_business(
            owner=self.nadia,
            name="Tenun Nadia",
            slug="tenun-nadia",
            story=STORY,
            quote="Benang tidak boleh tergesa.",
            portrait=self.picture,
            portrait_alt="Nadia di depan alat tenun",
            visiting="dengan janji",
            founded_year=2015,
            phone="+628110000111",
            has_public_phone=True,
            has_public_links=True,
        )
        self.business.crafts.set([songket, batik])
        ShopLink.objects.create(
            business=self.business,
            marketplace="lainnya",
            url="https://toko.contoh.id/nadia",
        )
        self.product = create_product(
            business=self.business,
            name="Selendang Pucuk Rebung",
            slug="selendang-pucuk-rebung",
            description=STORY,
            price=850_000,
            price_up_to=1_250_000,
            size="200 × 50 cm",
            is_made_to_order=True,
            lead_time_days=14,
            craft=songket,
        )
        self.product.materials.add(Material.objects.create(name="sutra", slug="sutra"))
        self.product.motifs.add(
            Motif.objects.create(name="pucuk rebung", slug="pucuk-rebung")
        )
        self.photo = self.add_photo(self.product)
        self.add_photo(self.product, 1)
        self.revision = create_revision(page=self.product)
        self.product.mark_as_flagship(self.city)
        self.label = create_label(product=self.product, dye="alam", findings="Dilihat.")
        self.report = create_label_report(label=self.label)
        create_business(name="Batik Menunggu", slug="batik-menunggu", verified=False)
        create_business(name="Ukir Tetangga", unit=create_unit(code="13.71"))
        for number in range(PRODUCTS):
            product = create_product(
                business=self.business,
                name=f"Kain Batik {number}",
                slug=f"kain-batik-{number}",
                craft=batik,
                price=100_000 + number,
                is_example=number % 5 == 0,
                is_gift=True,
                capacity_per_month=400 if number % 2 else 60,
            )
            if number % 3:
                self.add_photo(product)
        self.old_label = create_label(product=product, technique="tulis")
        self.old_label.withdraw(by=None, reason="Ternyata kain cetak.")

    def _places(self):
        lies = {"latitude": "-6.3121", "longitude": "106.7489"}
        told = {"about": STORY, "hours": "Senin 09.00", "getting_there": STORY}
        looks = {"picture": self.picture, "picture_alt": "Kain di jemuran"}
        for motif in Motif.objects.all():
            motif.meaning = motif.limits = STORY
            motif.is_restricted = True
            motif.picture, motif.picture_alt = self.picture, "Kain di jemuran"
            motif.save()
        centre = create_centre(
            name="Sentra Tenun", slug="sentra-tenun", **told, **looks, **lies
        )
        centre.makers.add(self.business)
        centre.crafts.set(self.business.crafts.all())
        create_centre(name="Kampung Rencana", stage="rencana", kind="kampung")
        outlet = create_outlet(
            name="Galeri Kota", slug="galeri-kota", **told, **looks, **lies
        )
        outlet.placements.create(business=self.business)
        outlet.placements.create(product=self.product)
        create_collection(
            *self.business.products.all()[:6], title="Pilihan", slug="pilihan-kota"
        )
        route = create_route(title="Sehari menenun", slug="sehari-menenun")
        route.stops.create(centre=centre, hint=STORY[:200], minutes=60)
        route.stops.create(day=2, outlet=outlet)
        route.stops.create(day=2, business=self.business)

    def add_photo(self, product, order=0):
        return ProductPhoto.objects.create(
            product=product, image=self.picture, alt="Kain berwarna biru", order=order
        )

    def _trainings(self):
        self.classes, self.trainings = {}, {}
        for name, (days, quota, seekers) in STATES.items():
            training = create_training(
                unit=self.unit,
                title=f"Pelatihan {name}",
                slug=f"pelatihan-{name}",
                days_ahead=days,
                summary="Belajar menenun dari awal.",
                description=STORY,
                venue="Balai Warga",
                address="Jalan Contoh 2, Ciputat",
                start_time=time(9),
                end_time=time(15),
                requirements="Membawa gunting\nBerusia 17 tahun",
                facilities="Bahan dan makan siang",
                audience="perajin pemula",
                picture=self.picture if name == "buka" else "",
                picture_alt="Benang di atas meja" if name == "buka" else "",
                is_example=name == "buka",
            )
            self.trainings[name] = training
            self.classes[name] = self._class_of(training, name, quota, seekers)
        cancel_training(
            self.trainings["batal"], reason="Pelatih sakit.", by=self.officer
        )
        self.seat = enrol(self.nadia, self.classes["sedikit"], request_key="kursi")
        # What the council thinks of later, the artisan still hands in.
        create_question(training_class=self.seat.training_class, is_required=False)
        self.place = enrol(self.nadia, self.classes["tunggu"], request_key="antre")
        gone = enrol(self.nadia, self.classes["buka"], request_key="batal")
        self.gone = cancel(gone, reason="Ada acara keluarga.")
        create_training(unit=self.unit, title="Draf pelatihan", published=False)
        self._lesson(self.seat.training_class)

    def _lesson(self, group):
        now = timezone.now()
        self.lesson = group.sessions.create(
            held_on=timezone.localdate(), start_time=time(0), end_time=time(23, 59)
        )
        self.door = door_code_of(self.lesson)
        self.link = lend(
            group,
            by=self.officer,
            helper="Rina",
            session=self.lesson,
            opens_at=now - timedelta(hours=1),
            closes_at=now + timedelta(hours=5),
        )
        self.guest = write_down(self.lesson, name="Tamu", phone="", key="tamu")
        signed = ContentFile(jpeg_file(), name="lembar.jpg")
        self.sheet_photo = keep_photo(self.lesson, signed, by=self.officer)

    def _class_of(self, training, name, quota, seekers):
        now = timezone.now()
        group = create_class(training=training, name="Kelas Songket", quota=quota)
        Session.objects.create(
            training_class=group,
            held_on=training.starts_on,
            start_time=time(9),
            end_time=time(12),
            topic="Mengenal benang",
        )
        Engagement.objects.create(
            training_class=group,
            instructor=create_person(full_name="Ratna Contoh", origin=self.city.region),
            status=Engagement.Status.CONFIRMED,
        )
        for number in range(seekers):
            enrol(create_artisan(), group, request_key=f"{name}-{number}")
        if name == "belum":
            group.opens_at = now + timedelta(days=3)
        if name in {"tutup", "selesai"}:
            group.closes_at = now - timedelta(hours=1)
        group.save(update_fields=["opens_at", "closes_at"])
        return group

    def _plan(self):
        agency = Organization.objects.create(
            unit=self.city, name="Dinas Perindustrian Contoh", kind="opd"
        )
        clipping = create_clipping(
            unit=self.city,
            title="Pameran ramai dikunjungi",
            url="https://kabar.contoh.id/1",
        )
        meeting = create_meeting(
            unit=self.city, slug="raker-contoh", theme="Kriya naik kelas"
        )
        AgendaItem.objects.create(meeting=meeting, title="Laporan", minutes=30)
        AgendaItem.objects.create(meeting=meeting, title="Program", outcome="Disetujui")
        line, _ = SupportLine.objects.get_or_create(name="Pelatihan dan pembinaan")
        self.program = create_program(
            unit=self.city,
            title="Menenun untuk pemula",
            goal="Perajin baru di tiap kecamatan.",
            line=line,
            lead_agency=agency,
            meeting=meeting,
        )
        past = create_event(
            unit=self.city,
            title="Pameran lalu",
            slug="pameran-lalu",
            days_ahead=-20,
            status=Activity.Status.DONE,
            outcome="Dua puluh usaha mendapat pembeli.",
            description=STORY,
            program=self.program,
        )
        past.press.add(clipping)
        ActivityParty.objects.create(activity=past, organization=agency, role="pendana")
        ActivityPerson.objects.create(
            activity=past,
            person=create_person(unit=self.city),
            role="pembuka",
            post="Ketua",
        )
        HeadCount.objects.create(activity=past, category="peserta", total=40, women=31)
        for number in range(5):
            create_event(
                unit=self.unit,
                title=f"Pameran mendatang {number}",
                slug=f"pameran-mendatang-{number}",
                days_ahead=1,
                venue="Alun-alun",
                picture=self.picture if number == 0 else "",
                picture_alt="Umbul-umbul" if number == 0 else "",
            )
        off = create_event(unit=self.unit, title="Pameran batal", slug="pameran-batal")
        off.cancel("Hujan lebat.")

    def _messages(self):
        Message.objects.create(
            unit=self.unit,
            subject="Kabar",
            recipients=["nadia@contoh.id"],
            body="Isi",
            status=Message.Status.FAILED,
            last_error="tidak sampai",
        )

    def _certificates(self):
        """Nadia's is valid; others' are replaced and withdrawn, and one has none."""
        training = create_training(
            unit=self.unit, title="Pelatihan lampau", slug="pelatihan-lampau"
        )
        group = create_attended_class(5, 5, 2, training=training, name="Kelas Lampau")
        self.earned = add_participant(
            group, group.sessions.all(), ticket=9, artisan=self.nadia
        )
        given = {each.enrolment_id: each for each in issue(group)}
        self.certificate = given.pop(self.earned.pk)
        first, second = given.values()
        self.replaced = first
        reissue(first, by=None, reason="Nama salah tulis.")
        withdraw(second, by=None, reason="Bukan peserta.")
        self.withdrawn = second
        self.certified = group
        self.job = print_later(group)

    def _teaching(self):
        """An instructor who is asked for a class, and says nothing yet."""
        self.teacher = create_instructor(
            create_craft(), unit=self.unit, full_name="Sari Contoh"
        )
        self.invited = invite(self.classes["belum"], self.teacher, by=self.officer)

    def _offer(self):
        """A seat that became free and is offered to Nadia."""
        training = create_training(unit=self.unit, title="Ditawari", days_ahead=9)
        group = create_class(training=training, quota=1, has_offers=True)
        seat = enrol(create_artisan(), group, request_key="dulu")
        self.offered = enrol(self.nadia, group, request_key="tawar")
        cancel(seat)
        self.offer = self.offered.offers.get()

    def _results(self):
        """Questions to those who were in the class that is over."""
        ask(self.certified)
        requests = FeedbackRequest.objects.order_by("pk")
        self.asked, self.answered = requests[:2]
        give(self.answered, material=5, instructor=4, organisation=5, words="")
        self.follow_up = create_follow_up(enrolment=self.earned)
