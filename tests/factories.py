"""Builders: a test names only what it is about, the rest is filled in here."""

import io
from datetime import time, timedelta
from itertools import count

from PIL import Image

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.text import slugify

from artisans import revising
from artisans.models import (
    Artisan,
    Business,
    Centre,
    Collection,
    CollectionItem,
    Craft,
    CraftRoute,
    Enquiry,
    LabelReport,
    Motif,
    Outlet,
    Product,
    ProductKind,
    ProductPhoto,
    TechniqueLabel,
)
from artisans.models.businesses import Status
from council.images import photo_from_picture
from council.models import Person, PressClipping, Region, Unit, User
from events.models import Event
from programs.models import Activity, EligibilityRule, Meeting, Program
from trainings.enrolment import enrol
from trainings.models import (
    Attendance,
    Certificate,
    Dossier,
    Engagement,
    Enrolment,
    FollowUp,
    Instructor,
    PayCeiling,
    Question,
    Requirement,
    Session,
    Signatory,
    Training,
    TrainingClass,
)
from trainings.models.instructors import POOL

number = count(1)
REGIONS = {
    "13": "Sumatera Barat",
    "13.71": "Kota Padang",
    "36": "Banten",
    "36.74": "Kota Tangerang Selatan",
    "36.74.01": "Serpong",
    "36.74.01.1001": "Buaran",
    "36.74.04": "Ciputat",
    "36.74.04.1001": "Sarua",
}


def create_region(*, code="36.74.04.1001", name=""):
    """Give the region of a code, with everything it lies in."""
    if region := Region.objects.filter(code=code).first():
        return region
    parent = create_region(code=code.rsplit(".", 1)[0]) if "." in code else None
    return Region.objects.create(
        code=code,
        name=name or REGIONS.get(code, f"Wilayah {code}"),
        level=len(code.split(".")),
        parent=parent,
        kind="wilayah",
    )


def create_unit(*, code="36.74", name="", **fields):
    """Give the unit of a region code; an empty code is the national root."""
    region = create_region(code=code) if code else None
    name = name or (f"Dekranasda {region.name}" if region else "Dekranas")
    unit = Unit.objects.filter(code=code).first()
    return unit or Unit.objects.create(
        region=region, name=name, slug=slugify(f"{name} {code}"), **fields
    )


def create_user(*, username="", password=None, **fields):
    username = username or f"orang{next(number)}"
    return User.objects.create_user(username=username, password=password, **fields)


def create_staff(*, unit=None, role="Pengelola unit", **fields):
    """Give a staff account of a unit, with a role from the committed file."""
    from django.contrib.auth.models import Group

    user = create_user(unit=unit or create_unit(), is_staff=True, **fields)
    user.groups.set(Group.objects.filter(name=role))
    return user


def create_person(*, unit=None, full_name="", **fields):
    return Person.objects.create(
        unit=unit or create_unit(),
        full_name=full_name or f"Perajin Contoh {'abcdefghij'[next(number) % 10]}",
        **fields,
    )


def create_craft(*, slug="songket", name="", **fields):
    fields.setdefault("family", Craft.Family.WEAVING)
    return Craft.objects.get_or_create(
        slug=slug, defaults={"name": name or slug.title(), **fields}
    )[0]


def create_artisan(*, unit=None, user=None, complete=True, full_name="", **fields):
    """Give an artisan, with a profile complete enough to join a training."""
    unit, said = unit or create_unit(code="36.74.04"), {}
    if complete:
        said = {"phone": f"+62811{next(number):07d}", "gender": Person.Gender.WOMAN}
        fields.setdefault("village", create_region(code="36.74.04.1001"))
        fields.setdefault("main_craft", create_craft())
    person = create_person(unit=unit, full_name=full_name, **said)
    if user:
        user.person = person
        user.save(update_fields=["person"])
    return Artisan.objects.create(person=person, unit=unit, **fields)


def create_business(*, owner=None, name="", verified=True, **fields):
    owner = owner or create_artisan(unit=fields.get("unit"))
    name = name or f"Kriya Contoh {next(number)}"
    fields.setdefault("unit", owner.unit)
    fields.setdefault("village", create_region())
    fields.setdefault("slug", slugify(f"{name} {next(number)}"))
    if verified:
        fields.setdefault("status", Status.VERIFIED)
        fields.setdefault("verified_at", timezone.now())
    return Business.objects.create(owner=owner, name=name, **fields)


def create_product(*, business=None, name="", verified=True, craft=None, **fields):
    name = name or f"Selendang Contoh {next(number)}"
    kind = (
        fields.pop("kind", None)
        or ProductKind.objects.get_or_create(
            slug="selendang", defaults={"name": "selendang"}
        )[0]
    )
    fields.setdefault("slug", slugify(f"{name} {next(number)}"))
    if fields.get("is_gift"):
        fields.setdefault("capacity_per_month", 100)
    if verified:
        fields.setdefault("status", Status.VERIFIED)
        fields.setdefault("verified_at", timezone.now())
    return Product.objects.create(
        business=business or create_business(),
        name=name,
        craft=craft or create_craft(),
        kind=kind,
        **fields,
    )


def create_label(*, product=None, technique="atbm", dye="", **fields):
    """Give a valid technique label by the product's own council."""
    product = product or create_product()
    fields.setdefault("unit", product.business.unit)
    return TechniqueLabel.objects.create(
        product=product, technique=technique, dye=dye, **fields
    )


def create_label_report(*, label=None, **fields):
    fields.setdefault("seen_where", "Kios contoh")
    fields.setdefault("what", "Tergantung pada kain cetak.")
    fields.setdefault("form_number", f"{next(number):032x}")
    return LabelReport.objects.create(label=label or create_label(), **fields)


def create_picture(*, colour="brown"):
    """Give a value for a photo field."""
    return photo_from_picture(Image.new("RGB", (400, 500), colour), quick=True)


def create_upload(*, name="kain.jpg", colour="brown"):
    """Give a photo as a phone sends it."""
    content = io.BytesIO()
    Image.new("RGB", (400, 500), colour).save(content, "JPEG")
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


def create_photo(*, product, alt="Foto contoh", **fields):
    return ProductPhoto.objects.create(
        product=product, image=create_picture(), alt=alt, **fields
    )


def create_revision(*, page=None, sent=True, changes=None, **fields):
    """Give what a maker wants changed on a public page, in the staff's queue."""
    page = page or create_product()
    field = "story" if isinstance(page, Business) else "description"
    changes = changes or {field: "Ditenun dengan benang baru"}
    before = {name: revising.value_of(page, name) for name in changes}
    fields.setdefault("status", Status.SUBMITTED if sent else Status.DRAFT)
    fields.setdefault("edition", 1)
    return page.revisions.create(
        changes=changes, before=before, submitted_at=timezone.now(), **fields
    )


def create_program(*, unit=None, title="", year=2026, **fields):
    fields.setdefault("status", Program.Status.RUNNING)
    return Program.objects.create(
        unit=unit or create_unit(),
        title=title or f"Program contoh {next(number)}",
        year=year,
        **fields,
    )


def _dated(fields, days_ahead, title):
    today = timezone.localdate()
    fields.setdefault("starts_on", today + timedelta(days=days_ahead))
    fields.setdefault("ends_on", fields["starts_on"] + timedelta(days=1))
    fields.setdefault("slug", slugify(f"{title} {next(number)}"))
    return fields


def create_activity(
    *, unit=None, title="Kegiatan contoh", published=True, days_ahead=14, **fields
):
    fields.setdefault("kind", Activity.Kind.MENTORING)
    return Activity.objects.create(
        unit=unit or create_unit(),
        title=title,
        published_at=timezone.now() if published else None,
        **_dated(fields, days_ahead, title),
    )


def create_event(
    *, unit=None, title="Pameran contoh", published=True, days_ahead=14, **fields
):
    fields.setdefault("kind", Activity.Kind.EXHIBITION)
    return Event.objects.create(
        unit=unit or create_unit(),
        title=title,
        published_at=timezone.now() if published else None,
        **_dated(fields, days_ahead, title),
    )


def create_meeting(
    *, unit=None, title="Raker contoh", published=True, days_ahead=-14, **fields
):
    fields.setdefault("meeting_kind", Meeting.MeetingKind.RAKER)
    fields.setdefault("year", 2026)
    return Meeting.objects.create(
        unit=unit or create_unit(),
        title=title,
        published_at=timezone.now() if published else None,
        **_dated(fields, days_ahead, title),
    )


def create_clipping(*, unit=None, title="Berita contoh", **fields):
    fields.setdefault("medium", "Kabar Contoh")
    fields.setdefault("published_on", timezone.localdate())
    return PressClipping.objects.create(
        unit=unit or create_unit(), title=title, **fields
    )


def create_training(
    *, unit=None, title="Pelatihan contoh", published=True, days_ahead=14, **fields
):
    return Training.objects.create(
        unit=unit or create_unit(),
        title=title,
        published_at=timezone.now() if published else None,
        **_dated(fields, days_ahead, title),
    )


def create_class(*, training=None, name="", quota=10, **fields):
    """Give a class whose registration is open now."""
    now = timezone.now()
    fields.setdefault("opens_at", now - timedelta(days=1))
    fields.setdefault("closes_at", now + timedelta(days=7))
    return TrainingClass.objects.create(
        training=training or create_training(),
        name=name or f"Kelas {next(number)}",
        craft=fields.pop("craft", None) or create_craft(),
        quota=quota,
        **fields,
    )


def join(training_class, artisan=None):
    """Register an artisan through the one door."""
    artisan = artisan or create_artisan()
    return enrol(artisan, training_class, request_key=f"key-{artisan.pk}")


def create_enquiry(*, business=None, product=None, **fields):
    """Give a question of a visitor, about a product or about a maker."""
    business = business or (product.business if product else create_business())
    fields.setdefault("name", "Penanya Contoh")
    fields.setdefault("email", "penanya@contoh.example")
    fields.setdefault("wish", Enquiry.Wish.ONE_PIECE)
    fields.setdefault("message", "Apakah masih ada?")
    fields.setdefault("form_number", f"{next(number):032x}")
    return Enquiry.objects.create(business=business, product=product, **fields)


def create_motif(*, slug="pucuk-rebung", name="", **fields):
    return Motif.objects.get_or_create(
        slug=slug, defaults={"name": name or slug.replace("-", " "), **fields}
    )[0]


def _placed(fields, name, published, code):
    fields.setdefault("unit", create_unit(code=code))
    fields.setdefault("city", create_region(code=code[:5]))
    fields.setdefault("slug", slugify(f"{name} {next(number)}"))
    fields.setdefault("published_at", timezone.now() if published else None)
    return fields


def create_centre(*, name="Sentra contoh", published=True, code="36.74", **fields):
    return Centre.objects.create(name=name, **_placed(fields, name, published, code))


def create_outlet(*, name="Galeri contoh", published=True, code="36.74", **fields):
    return Outlet.objects.create(name=name, **_placed(fields, name, published, code))


def create_route(*, title="Rute contoh", published=True, code="36.74", **fields):
    fields = _placed(fields, title, published, code)
    return CraftRoute.objects.create(title=title, **fields)


def create_collection(*products, title="Koleksi contoh", published=True, **fields):
    """Give a collection of the products in this order."""
    fields = _placed(fields, title, published, "36.74")
    del fields["city"]
    collection = Collection.objects.create(title=title, **fields)
    for order, product in enumerate(products):
        CollectionItem.objects.create(
            collection=collection, product=product, why="Sebab rapi.", order=order
        )
    return collection


def create_requirement(kind, *, training_class, for_all=False, **fields):
    """Give a requirement of a class, or of all classes of its training."""
    return Requirement.objects.create(
        training=training_class.training,
        training_class=None if for_all else training_class,
        kind=kind,
        **fields,
    )


def create_question(text="Ukuran baju?", *, training_class, for_all=True, **fields):
    """Give a question of all classes of a training, or of one class alone."""
    return Question.objects.create(
        training=training_class.training,
        training_class=None if for_all else training_class,
        text=text,
        **fields,
    )


def create_rule(*, unit=None, areas=(), crafts=(), **fields):
    """Give a rule of a source of funds, of tobacco excise unless named."""
    fields.setdefault("fund_source", Activity.FundSource.TOBACCO)
    fields.setdefault("basis", "Surat Contoh 12/2026")
    rule = EligibilityRule.objects.create(unit=unit or create_unit(), **fields)
    rule.areas.set(areas)
    rule.crafts.set(crafts)
    return rule


def create_instructor(
    *crafts, unit=None, full_name="", in_pool=True, person=None, **fields
):
    """Give an instructor of these crafts, whom every council finds."""
    if person is None:
        who = {
            "full_name": full_name
            or f"Pelatih Contoh {'abcdefghij'[next(number) % 10]}"
        }
        who |= {
            name: fields.pop(name)
            for name in ("phone", "email", "origin")
            if name in fields
        }
        person = create_person(unit=unit, **who)
    instructor = Instructor.objects.create(person=person, **fields)
    for craft in crafts:
        instructor.skills.create(craft=craft)
    if in_pool:
        instructor.agree(POOL, True)
    return instructor


def create_session(*, training_class, start="09:00", end="12:00", **fields):
    fields.setdefault("held_on", training_class.training.starts_on)
    session = Session.objects.create(
        training_class=training_class, start_time=start, end_time=end, **fields
    )
    session.refresh_from_db()
    return session


def create_engagement(*, training_class=None, instructor=None, **fields):
    """Give an instructor who was asked and has not answered yet."""
    fields.setdefault("invited_at", timezone.now())
    return Engagement.objects.create(
        training_class=training_class or create_class(),
        instructor=(instructor or create_instructor()).person,
        **fields,
    )


def create_participant(*, training_class=None, artisan=None):
    """Give a confirmed seat, also in a class whose door is closed by now."""
    training_class = training_class or create_class()
    ticket = training_class.enrolments.count() + 1
    return Enrolment.objects.create(
        training_class=training_class,
        artisan=artisan or create_artisan(),
        status=Enrolment.Status.CONFIRMED,
        ticket=ticket,
        request_key=f"peserta-{ticket}",
    )


def create_held_session(*present, training_class, held_on):
    """Give a session that took place, with those who were there."""
    session = Session.objects.create(
        training_class=training_class,
        held_on=held_on,
        start_time=time(9),
        end_time=time(12),
        status=Session.Status.HELD,
    )
    for enrolment in present:
        Attendance.objects.create(
            session=session,
            enrolment=enrolment,
            status=Attendance.Status.PRESENT,
            way=Attendance.Way.LIST,
        )
    return session


def create_follow_up(*, enrolment=None, months=3, days_open=30, **fields):
    """Give a question that was sent today and can be answered for some days."""
    today = timezone.localdate()
    return FollowUp.objects.create(
        enrolment=enrolment or create_participant(),
        months=months,
        due_on=fields.pop("due_on", today),
        closes_on=today + timedelta(days=days_open),
        sent_at=fields.pop("sent_at", timezone.now()),
        **fields,
    )


def create_signatory(*, unit=None, name="Hj. Contoh, S.E.", **fields):
    fields.setdefault("post", "Ketua Dekranasda")
    fields.setdefault("from_on", timezone.localdate() - timedelta(days=400))
    return Signatory.objects.create(unit=unit or create_unit(), name=name, **fields)


def create_attended_class(*attended, sessions=5, training=None, signed=True, **fields):
    """
    Give a class that is over, with a participant for each number of sessions attended.

    Its sessions of four hours took place on the days before yesterday.
    """
    training = training or create_training(days_ahead=-sessions - 1)
    made = create_class(training=training, quota=max(len(attended), 1), **fields)
    today = timezone.localdate()
    held = Session.objects.bulk_create(
        Session(
            training_class=made,
            held_on=today - timedelta(days=sessions - place),
            start_time=time(8),
            end_time=time(12),
            topic=f"Materi {place + 1}",
            status=Session.Status.HELD,
        )
        for place in range(sessions)
    )
    for ticket, number in enumerate(attended, 1):
        add_participant(made, held[:number], ticket=ticket)
    if signed:
        create_signatory(unit=training.unit)
    return made


def add_participant(training_class, attended=(), *, ticket=1, artisan=None):
    """Seat an artisan in a class, present at those sessions."""
    enrolment = Enrolment.objects.create(
        training_class=training_class,
        artisan=artisan or create_artisan(unit=training_class.training.unit),
        status=Enrolment.Status.CONFIRMED,
        ticket=ticket,
        request_key=f"contoh-{ticket}",
    )
    Attendance.objects.bulk_create(
        Attendance(
            session=session,
            enrolment=enrolment,
            status=Attendance.Status.PRESENT,
            way=Attendance.Way.LIST,
        )
        for session in attended
    )
    return enrolment


def create_certificate(*, enrolment=None, **fields):
    """Give a certificate as it stands, without asking whether it was earned."""
    if enrolment is None:
        enrolment = create_attended_class(5).enrolments.get()
    group, today = enrolment.training_class, timezone.localdate()
    sequence = next(number)
    fields.setdefault("number", f"{sequence:03}/SERT/CONTOH/{today.year}")
    fields.setdefault("name", enrolment.artisan.person.titled_name)
    return Certificate.objects.create(
        enrolment=enrolment,
        unit=group.training.unit,
        year=today.year,
        sequence=sequence,
        title=group.training.title,
        class_name=group.name,
        craft=group.craft,
        starts_on=today - timedelta(days=5),
        ends_on=today - timedelta(days=1),
        minutes=1200,
        issued_on=today,
        **fields,
    )


def create_dossier(*, training=None, rates=(), **fields):
    """Give the file of a training; each rate is receiver, kind, measure, amount."""
    training = training or create_training()
    dossier = Dossier.objects.create(training=training, **fields)
    for receiver, kind, measure, amount, *tax in rates:
        dossier.rates.create(
            receiver=receiver,
            kind=kind,
            measure=measure,
            amount=amount,
            tax_percent=tax[0] if tax else None,
        )
    return dossier


def create_ceiling(*, unit=None, most=100_000, **fields):
    facts = {"receiver": "peserta", "kind": "transpor", "measure": "hari"}
    fields.setdefault("year", timezone.localdate().year)
    return PayCeiling.objects.create(
        unit=unit or create_unit(), most=most, basis="SSH contoh", **(facts | fields)
    )
