"""
Scenes for the walks: two neighbouring kecamatan, each with a row of every kind.

Every text of a unit's rows carries its canary word, so that one unit's word on
the other's page is a leak, wherever it stands.
"""

from datetime import date, time, timedelta

from django.utils import timezone

from artisans.models import (
    Artisan,
    Business,
    BusinessRevision,
    Centre,
    Collection,
    CollectionItem,
    CompetenceCertificate,
    CraftRoute,
    Enquiry,
    FlagshipMark,
    MotifClaim,
    Outlet,
    Placement,
    ProductPhoto,
    ProductRevision,
    RouteStop,
    ShopLink,
)
from artisans.models.businesses import Status
from council.models import (
    AuditEntry,
    Consent,
    Division,
    Document,
    Job,
    Message,
    Organization,
    Person,
    PersonAlias,
    PressClipping,
)
from events.models import Event
from programs.models import (
    Activity,
    ActivityDay,
    ActivityParty,
    ActivityPerson,
    AgendaItem,
    HeadCount,
    Meeting,
    Program,
)
from trainings.models import (
    Engagement,
    Enrolment,
    NumberPattern,
    Session,
    Signatory,
    Training,
    TrainingClass,
)

from .factories import (
    create_certificate,
    create_craft,
    create_label,
    create_label_report,
    create_motif,
    create_product,
    create_region,
    create_unit,
    create_user,
)

DAY = date(2026, 12, 1)


class Scene:
    """One unit with a row of every scoped model, all carrying its canary word."""

    def __init__(self, *, code, word):
        self.word = word
        self.rows = {}
        self.unit = self._keep(create_unit(code=code, name=f"Dekranasda {word}"))
        self.village = create_region(code=f"{code}.1001")
        self._people()
        self._showcase()
        self._places()
        self._revisions()
        self._plan()
        self._trainings()

    def _keep(self, row):
        self.rows.setdefault(type(row), row)
        return row

    def _make(self, model, **fields):
        return self._keep(model.objects.create(**fields))

    def _people(self):
        unit, word = self.unit, self.word
        person = self._make(Person, unit=unit, full_name=f"{word} Orang")
        self.person = person
        self._make(PersonAlias, person=person, name=f"{word} Alias")
        self._make(Consent, person=person, purpose=Consent.Purpose.MESSAGES)
        self._make(Division, unit=unit, name=f"Bidang {word}")
        kind = Organization.Kind.AGENCY
        self._make(Organization, unit=unit, name=f"Dinas {word}", kind=kind)
        self._make(
            PressClipping,
            unit=unit,
            title=f"Berita {word}",
            medium=f"Koran {word}",
            published_on=DAY,
        )
        self._make(Message, unit=unit, subject=f"Pesan {word}", recipients=[])
        self._make(AuditEntry, unit=unit, what=f"lihat {word}")
        self._make(
            Document,
            unit=unit,
            title=f"Berkas {word}",
            file=f"documents/{word}.pdf",
            original_name=f"{word}.pdf",
            content_type="application/pdf",
            size=9,
            uploaded_by=create_user(first_name=word),
        )

    def _showcase(self):
        unit, word = self.unit, self.word
        self.artisan = self._make(
            Artisan,
            person=self.person,
            unit=unit,
            village=self.village,
            main_craft=create_craft(),
        )
        business = self._make(
            Business,
            unit=unit,
            owner=self.artisan,
            name=f"Usaha {word}",
            slug=f"usaha-{word.lower()}",
            village=self.village,
            status=Status.SUBMITTED,
        )
        self._make(
            ShopLink,
            business=business,
            marketplace="lainnya",
            url=f"https://toko.example/{word}",
        )
        product = create_product(
            business=business,
            name=f"Selendang {word}",
            slug=f"selendang-{word.lower()}",
        )
        self._keep(product)
        self._make(FlagshipMark, product=product, unit=unit, year=2026)
        label = self._keep(create_label(product=product, findings=f"Dilihat {word}"))
        self._keep(create_label_report(label=label, seen_where=f"Kios {word}"))
        self._make(ProductPhoto, product=product, alt=f"Foto {word}", image="x.webp")
        self._make(
            Enquiry,
            business=business,
            product=product,
            name=f"{word} Penanya",
            email="penanya@contoh.example",
            wish=Enquiry.Wish.BULK,
            message=f"Pertanyaan {word}",
            form_number=word,
        )

    def _places(self):
        unit, word = self.unit, self.word
        business = self.rows[Business]
        self.motif = create_motif()
        shown = {"unit": unit, "published_at": timezone.now()}
        city = self.village.parent.parent
        centre = self._make(
            Centre, name=f"Sentra {word}", slug=f"sentra-{word}", city=city, **shown
        )
        outlet = self._make(
            Outlet, name=f"Galeri {word}", slug=f"galeri-{word}", city=city, **shown
        )
        self._make(Placement, outlet=outlet, business=business)
        collection = self._make(
            Collection, title=f"Koleksi {word}", slug=f"koleksi-{word}", **shown
        )
        product = business.products.get()
        self._make(
            CollectionItem, collection=collection, product=product, why=f"Sebab {word}"
        )
        route = self._make(
            CraftRoute, title=f"Rute {word}", slug=f"rute-{word}", city=city, **shown
        )
        self._make(RouteStop, route=route, centre=centre)
        self._make(
            MotifClaim, business=business, name=f"Motif {word}", right="hak-cipta"
        )

    def _revisions(self):
        word, business = self.word, self.rows[Business]
        product = business.products.get()
        for model, page in ((ProductRevision, product), (BusinessRevision, business)):
            field = "name" if page is product else "brand"
            self._make(
                model,
                page=page,
                changes={field: f"Baru {word}"},
                before={field: getattr(page, field)},
                status=Status.SUBMITTED,
            )

    def _plan(self):
        unit, word = self.unit, self.word
        dates = {"starts_on": DAY, "ends_on": DAY, "published_at": timezone.now()}
        program = self._make(Program, unit=unit, title=f"Program {word}", year=2026)
        self.meeting = self._make(
            Meeting,
            unit=unit,
            title=f"Raker {word}",
            slug=f"raker-{word.lower()}",
            meeting_kind=Meeting.MeetingKind.RAKER,
            year=2026,
            **dates,
        )
        self._make(AgendaItem, meeting=self.meeting, title=f"Acara {word}")
        activity = self._make(
            Activity,
            unit=unit,
            program=program,
            title=f"Kegiatan {word}",
            slug=f"kegiatan-{word.lower()}",
            kind=Activity.Kind.MENTORING,
            **dates,
        )
        self._make(ActivityDay, activity=activity, held_on=DAY)
        self._make(ActivityParty, activity=activity, unit=unit, role="penyelenggara")
        self._make(
            ActivityPerson, activity=activity, person=self.person, role="pembuka"
        )
        self._make(HeadCount, activity=activity, category="peserta", total=9)
        self._make(
            Event,
            unit=unit,
            title=f"Pameran {word}",
            slug=f"pameran-{word.lower()}",
            kind=Activity.Kind.EXHIBITION,
            **dates,
        )

    def _trainings(self):
        unit, word = self.unit, self.word
        training = self._make(
            Training,
            unit=unit,
            title=f"Pelatihan {word}",
            slug=f"pelatihan-{word.lower()}",
            starts_on=DAY,
            ends_on=DAY,
            published_at=timezone.now(),
        )
        now = timezone.now()
        group = self._make(
            TrainingClass,
            training=training,
            name=f"Kelas {word}",
            craft=create_craft(),
            quota=5,
            taken=1,
            last_ticket=1,
            opens_at=now - timedelta(days=1),
            closes_at=now + timedelta(days=5),
        )
        hours = {"start_time": time(9), "end_time": time(12)}
        self._make(
            Session, training_class=group, held_on=DAY, topic=f"Topik {word}", **hours
        )
        self._make(Engagement, training_class=group, instructor=self.person)
        self._make(
            Enrolment,
            training_class=group,
            artisan=self.artisan,
            status=Enrolment.Status.CONFIRMED,
            ticket=1,
            request_key=word,
        )
        self._certificates()

    def _certificates(self):
        unit, word = self.unit, self.word
        self._keep(
            create_certificate(
                enrolment=self.rows[Enrolment],
                number=f"001/{word}",
                name=f"{word} Nama",
            )
        )
        self._make(
            Signatory, unit=unit, name=f"Ketua {word}", post="Ketua", from_on=DAY
        )
        self._make(NumberPattern, unit=unit, code=word)
        self._make(
            CompetenceCertificate,
            artisan=self.artisan,
            scheme=f"Skema {word}",
            issuer="LSP Contoh",
            number=word,
            issued_on=date(2025, 1, 1),
        )
        work = {"kind": "certificates", "subject": word}
        self._make(Job, unit=unit, title=f"Kerja {word}", **work)
