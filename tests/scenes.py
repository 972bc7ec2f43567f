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
    EligibilityRule,
    HeadCount,
    Meeting,
    Program,
)
from trainings.copying import kept_as_template
from trainings.models import (
    Allotment,
    Answer,
    DoorCode,
    Dossier,
    Engagement,
    Enrolment,
    Exemption,
    FeedbackRequest,
    FollowUp,
    HelperLink,
    Instructor,
    MemberEnrolment,
    MessageText,
    NumberPattern,
    Offer,
    PayCeiling,
    Question,
    QueueWeights,
    Requirement,
    Score,
    SeatTransfer,
    Session,
    SheetPhoto,
    Signatory,
    Training,
    TrainingClass,
    WalkIn,
    Work,
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
        self._results()

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

    def _prepared(self, training, group):
        """What the training asks, answered, and kept as a template."""
        unit, word = self.unit, self.word
        question = self._make(Question, training=training, text=f"Apa {word}?")
        self._make(
            Requirement,
            training=training,
            training_class=group,
            kind=Requirement.Kind.DECLARATION,
            text=f"Saya {word}",
        )
        self._make(
            Answer,
            artisan=self.artisan,
            training=training,
            question=question,
            text=f"Jawab {word}",
        )
        self._make(
            Exemption,
            artisan=self.artisan,
            training_class=group,
            reason=f"Sebab {word}",
        )
        self._keep(kept_as_template(training, f"Templat {word}"))
        self._make(EligibilityRule, unit=unit, fund_source="csr", basis=f"Surat {word}")

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
        self._prepared(training, group)
        self._make(Engagement, training_class=group, instructor=self.person)
        instructor = self._make(
            Instructor, person=self.person, institution=f"Sekolah {word}"
        )
        instructor.skills.create(craft=create_craft(), evidence=f"Bukti {word}")
        self._make(
            Enrolment,
            training_class=group,
            artisan=self.artisan,
            status=Enrolment.Status.CONFIRMED,
            ticket=1,
            request_key=word,
        )
        self._attendance(group)
        self._make(
            MessageText,
            unit=unit,
            training=training,
            situation=MessageText.Situation.WAITING,
            subject=f"Perihal {word}",
            body=f"Isi {word}",
            whatsapp=f"Pesan {word}",
        )
        self._seats_of_units(group)
        self._certificates()

    def _attendance(self, group):
        word, now = self.word, timezone.now()
        self.session_now = group.sessions.create(
            held_on=timezone.localdate(),
            start_time=time(0),
            end_time=time(23, 59),
            topic=word,
        )
        self._make(DoorCode, session=self.session_now, code=f"PINTU{word.upper()}")
        self._make(
            HelperLink,
            training_class=group,
            session=self.session_now,
            helper=f"Pembantu {word}",
            code=f"BANTU{word.upper()}",
            opens_at=now - timedelta(hours=1),
            closes_at=now + timedelta(hours=5),
        )
        self._make(WalkIn, session=self.session_now, name=f"{word} Datang", key=word)
        document = self.rows[Document]
        self._make(SheetPhoto, session=self.session_now, document=document)

    def _seats_of_units(self, group):
        unit, word = self.unit, self.word
        enrolment = self.rows[Enrolment]
        self.rows[MemberEnrolment] = MemberEnrolment.objects.get(pk=enrolment.pk)
        ends_at = timezone.now() + timedelta(hours=5)
        self._make(Offer, enrolment=enrolment, ends_at=ends_at)
        allotment = self._make(
            Allotment, training_class=group, unit=unit, seats=0, returns_on=DAY
        )
        village = create_unit(code=f"{unit.code}.1001", name=f"Dekranasda Desa {word}")
        self._make(
            SeatTransfer, allotment=allotment, to_unit=village, seats=1, note=word
        )
        self._make(QueueWeights, unit=unit, applies_on=DAY, why=f"Sebab {word}")

    def _results(self):
        word, seat = self.word, self.rows[Enrolment]
        today = timezone.localdate()
        until = today + timedelta(days=60)
        self._make(
            Score, enrolment=seat, kind="awal", points=60, note=f"Catatan {word}"
        )
        self._make(
            Work, enrolment=seat, name=f"Dompet {word}", photo="x.webp", alt=word
        )
        self._make(FeedbackRequest, enrolment=seat, closes_on=until)
        self._make(
            FollowUp,
            enrolment=seat,
            months=3,
            due_on=today,
            closes_on=until,
            words=f"Kabar {word}",
        )

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
        self._papers()
        work = {"kind": "certificates", "subject": word}
        self._make(Job, unit=unit, title=f"Kerja {word}", **work)

    def _papers(self):
        unit, word = self.unit, self.word
        dossier = self._make(
            Dossier,
            training=self.rows[Training],
            letter_number=f"005/{word}",
            background=f"Latar {word}",
        )
        rate = {"receiver": "peserta", "kind": "transpor", "measure": "hari"}
        dossier.rates.create(amount=50_000, **rate)
        dossier.photos.create(caption=f"Foto {word}", photo="x.webp")
        self._make(
            PayCeiling, unit=unit, year=2026, most=60_000, basis=f"SSH {word}", **rate
        )
