from datetime import time, timedelta

from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft
from council.images import PhotoField
from council.languages import english_field, shown_field
from council.models import (
    Organization,
    Person,
    PressClipping,
    Region,
    SavedWhole,
    Unit,
)
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .programs import Program

MOST_MONEY = 10**15


class ActivityQuerySet(ScopedQuerySet):
    def published(self):
        """What the public may see; a postponed or cancelled one still says so."""
        return self.filter(published_at__lte=timezone.now())

    def between(self, first, last):
        """Activities with at least one day from `first` to `last`."""
        return self.filter(starts_on__lte=last, ends_on__gte=first)

    def upcoming(self, today=None):
        today = today or timezone.localdate()
        return self.filter(ends_on__gte=today).order_by("starts_on", "start_time", "pk")

    def past(self, today=None):
        today = today or timezone.localdate()
        return self.filter(ends_on__lt=today).order_by("-starts_on", "-pk")

    def beside_trainings(self):
        """Everything that has its page among the events, meetings included."""
        return self.exclude(kind=Activity.Kind.TRAINING)

    def with_attended(self):
        """Add `attended`: how many took part, where a number is known."""
        counts = HeadCount.objects.filter(
            activity=OuterRef("pk"), category__in=HeadCount.TOOK_PART
        )
        total = counts.order_by().values("activity").annotate(sum=Sum("total"))
        return self.annotate(attended=Subquery(total.values("sum")))

    def with_page_parts(self):
        """Load what the page of one activity shows, in a fixed number of queries."""
        return self.select_related("unit", "region", "program__unit").prefetch_related(
            "parties__unit",
            "parties__organization",
            "people__person",
            "head_counts",
            "days",
            "crafts",
            "press",
        )


class Activity(SavedWhole):
    """
    Anything with a date and a place: a training, exhibition, meeting or visit.

    Trainings, events and meetings are activities with more to say, so that one
    calendar, one budget and one report hold them all.
    """

    class Kind(models.TextChoices):
        TRAINING = "pelatihan", _("training")
        WORKSHOP = "workshop", _("workshop")
        MENTORING = "pembinaan", _("mentoring")
        EXHIBITION = "pameran", _("exhibition or bazaar")
        STUDY_VISIT = "studi_tiru", _("study visit")
        COLLABORATION = "kolaborasi", _("collaboration with partners")
        CURATION = "kurasi", _("curation of products")
        CONTEST = "lomba", _("contest")
        AID = "bantuan", _("handover of equipment")
        IP = "fasilitasi_hki", _("intellectual property support")
        PROMOTION = "promosi", _("promotion")
        MEETING = "rapat", _("meeting")
        INAUGURATION = "pelantikan", _("inauguration")
        GATHERING = "silaturahmi", _("gathering")
        FASHION_SHOW = "peragaan", _("fashion show")

    class Status(models.TextChoices):
        PLANNED = "rencana", _("planned")
        RUNNING = "berjalan", _("running")
        DONE = "selesai", _("done")
        POSTPONED = "ditunda", _("postponed")
        CANCELLED = "dibatalkan", _("cancelled")

    class Role(models.TextChoices):
        ORGANISER = "penyelenggara", _("we organise it")
        PARTICIPANT = "peserta", _("we take part")

    class Scale(models.TextChoices):
        VILLAGE = "kelurahan", _("kelurahan")
        DISTRICT = "kecamatan", _("kecamatan")
        CITY = "kota", _("city or regency")
        PROVINCE = "provinsi", _("province")
        NATIONAL = "nasional", _("national")
        INTERNATIONAL = "internasional", _("international")

        @classmethod
        def of_level(cls, level):
            """The scale on which a council of that level mostly works."""
            levels = Unit.Level
            return {
                levels.VILLAGE: cls.VILLAGE,
                levels.DISTRICT: cls.DISTRICT,
                levels.PROVINCE: cls.PROVINCE,
                levels.NATIONAL: cls.NATIONAL,
            }.get(level, cls.CITY)

    class FundSource(models.TextChoices):
        AGENCY = "apbd_opd", _("regional budget (APBD) through an agency")
        GRANT = "hibah", _("regional grant (NPHD)")
        STATE = "apbn_dak", _("state budget (APBN or DAK)")
        TOBACCO = "dbhcht", _("tobacco excise share (DBHCHT)")
        CSR = "csr", _("CSR or TJSL")
        PARTNER = "mitra", _("partner's contribution")
        MEMBERS = "swadaya", _("members' own funds")
        GALLERY = "usaha", _("gallery's income")
        OTHER = "lainnya", _("other lawful source")

    OFF = [Status.CANCELLED, Status.POSTPONED]

    unit_path = "unit"
    read_with = {"people": {}, "head_counts": {}}

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="activities",
        verbose_name=_("unit"),
        help_text=_("The unit that carries it out."),
    )
    program = models.ForeignKey(
        Program,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("program"),
    )
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    title = models.CharField(_("title"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    slug = models.SlugField(_("address on the portal"), max_length=200, unique=True)
    summary = models.CharField(
        _("in one sentence"), max_length=200, blank=True, help_text=_("Shown in lists.")
    )
    summary_en = models.CharField(
        _("in one sentence, in English"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
    )
    description = models.TextField(_("description"), blank=True)
    description_en = models.TextField(
        _("description, in English"), blank=True, default="", db_default=""
    )
    goal = models.TextField(_("goal"), blank=True)
    goal_en = models.TextField(
        _("goal, in English"), blank=True, default="", db_default=""
    )
    audience = models.CharField(
        _("for whom"),
        max_length=150,
        blank=True,
        help_text=_("Such as: weavers under 35."),
    )
    audience_en = models.CharField(
        _("for whom, in English"), max_length=150, blank=True, default="", db_default=""
    )
    role = models.CharField(
        _("our part"), max_length=15, choices=Role, default=Role.ORGANISER
    )
    scale = models.CharField(
        _("scale"), max_length=15, choices=Scale, default=Scale.CITY
    )
    starts_on = models.DateField(_("first day"), db_index=True)
    ends_on = models.DateField(_("last day"), db_index=True)
    start_time = models.TimeField(_("from"), null=True, blank=True)
    end_time = models.TimeField(_("until"), null=True, blank=True)
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    venue_en = english_field(_("venue, in English"), max_length=200)
    address = models.CharField(_("address"), max_length=255, blank=True)
    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("region"),
    )
    crafts = models.ManyToManyField(
        Craft, related_name="activities", verbose_name=_("crafts"), blank=True
    )
    picture = PhotoField(_("picture"), blank=True)
    picture_alt = models.CharField(
        _("what the picture shows"), max_length=150, blank=True
    )
    picture_alt_en = models.CharField(
        _("what the picture shows, in English"),
        max_length=150,
        blank=True,
        default="",
        db_default="",
    )
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.PLANNED
    )
    status_reason = models.CharField(
        _("reason"),
        max_length=250,
        blank=True,
        help_text=_("Why it was postponed or cancelled; the public reads it."),
    )
    status_reason_en = english_field(_("reason, in English"), max_length=250)
    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        blank=True,
        help_text=_("Leave empty to keep it a draft."),
    )
    fund_source = models.CharField(
        _("source of funds"), max_length=10, choices=FundSource, blank=True
    )
    budget_planned = models.PositiveBigIntegerField(
        _("budget (rupiah)"), null=True, blank=True
    )
    budget_spent = models.PositiveBigIntegerField(
        _("spent (rupiah)"), null=True, blank=True
    )
    outcome = models.TextField(_("what came of it"), blank=True)
    outcome_en = english_field(_("what came of it, in English"))
    press = models.ManyToManyField(
        PressClipping,
        related_name="activities",
        verbose_name=_("press clippings"),
        blank=True,
    )
    is_example = models.BooleanField(_("example data"), default=False)

    objects = ActivityQuerySet.as_manager()
    history = HistoricalRecords(inherit=True)

    class Meta:
        ordering = ["-starts_on", "title"]
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints = [
            models.CheckConstraint(
                name="an_activity_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day is before the first day."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The page of the training or event; other activities stand on the calendar."""
        section = "trainings" if self.kind == self.Kind.TRAINING else "events"
        try:
            return reverse(f"{section}:detail", args=[self.slug])
        except NoReverseMatch:
            return reverse("calendar")

    def clean(self):
        self.refuse_odd_money()
        has_times = self.start_time is not None and self.end_time is not None
        is_one_day = has_times and self.starts_on == self.ends_on
        if is_one_day and self.end_time <= self.start_time:
            raise ValidationError({"end_time": _("It must end after it begins.")})
        if not (self.program_id and self.unit_id):
            return
        if not self.unit.code.startswith(self.program.unit.code):
            raise ValidationError(
                {"program": _("This program belongs to another council.")}
            )

    def refuse_odd_money(self):
        """Refuse sums that the totals of a year could not hold."""
        for name in ("budget_planned", "budget_spent"):
            try:
                MaxValueValidator(MOST_MONEY)(getattr(self, name) or 0)
            except ValidationError as error:
                raise ValidationError({name: error}) from error

    shown_title = shown_field("title")
    shown_summary = shown_field("summary")
    shown_description = shown_field("description")
    shown_goal = shown_field("goal")
    shown_audience = shown_field("audience")
    shown_picture_alt = shown_field("picture_alt")
    shown_venue = shown_field("venue")
    shown_status_reason = shown_field("status_reason")
    shown_outcome = shown_field("outcome")

    @property
    def is_published(self) -> bool:
        return self.published_at is not None and self.published_at <= timezone.now()

    @property
    def is_off(self) -> bool:
        """Whether it will not take place as announced."""
        return self.status in {self.Status.CANCELLED, self.Status.POSTPONED}

    @property
    def is_postponed(self) -> bool:
        """Whether it waits for new dates."""
        return self.status == self.Status.POSTPONED

    @property
    def hours(self) -> list[tuple]:
        """Day, beginning and end of each of its days; all day where no hour is set."""
        start, end = self.start_time or time.min, self.end_time or time.max
        if end <= start:
            start, end = time.min, time.max
        length = (self.ends_on - self.starts_on).days + 1
        days = [self.starts_on + timedelta(days=number) for number in range(length)]
        listed = [
            (each.held_on, each.start_time, each.end_time) for each in self.days.all()
        ]
        return [
            (day, its_start or start, its_end or end)
            for day, its_start, its_end in listed or [(day, None, None) for day in days]
        ]

    def publish(self) -> None:
        """Show it to the public; publishing twice changes nothing."""
        if self.published_at is None:
            self.published_at = timezone.now()
            self.save(update_fields=["published_at"])

    def finish(self) -> None:
        """Note that it took place."""
        self.stand(self.Status.DONE)

    def postpone(self, reason: str, reason_en: str = "") -> None:
        """Put it off and say why; new dates follow later."""
        self.stand(self.Status.POSTPONED, reason, reason_en)

    def cancel(self, reason: str, reason_en: str = "") -> None:
        """Call it off and say why."""
        self.stand(self.Status.CANCELLED, reason, reason_en)

    def stand(self, status: str, reason: str = "", reason_en: str = "") -> None:
        """Note how it stands; the English of an earlier reason goes with that."""
        self.status = status
        self.status_reason, self.status_reason_en = reason, reason_en
        self.save(update_fields=["status", "status_reason", "status_reason_en"])


class ActivityDay(models.Model):
    """One day of an activity whose days have gaps."""

    unit_path = "activity__unit"

    activity = models.ForeignKey(
        Activity,
        on_delete=models.CASCADE,
        related_name="days",
        verbose_name=_("activity"),
    )
    held_on = models.DateField(_("day"))
    start_time = models.TimeField(_("from"), null=True, blank=True)
    end_time = models.TimeField(_("until"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["held_on"]
        verbose_name = _("day")
        verbose_name_plural = _("days")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "held_on"],
                name="an_activity_has_each_day_once",
                violation_error_message=_("This day is already listed."),
            )
        ]

    def __str__(self):
        return str(self.held_on)

    def clean(self):
        activity = self.activity
        if self.held_on and not activity.starts_on <= self.held_on <= activity.ends_on:
            raise ValidationError(
                {"held_on": _("This day is outside the activity's dates.")}
            )


class ActivityParty(models.Model):
    """A unit or organisation and what it does in an activity."""

    class Role(models.TextChoices):
        ORGANISER = "penyelenggara", _("organiser")
        CO_ORGANISER = "bersama", _("co-organiser")
        FUNDER = "pendana", _("funder")
        HOST = "tuan_rumah", _("host")
        GUEST = "tamu", _("guest")
        PARTNER = "mitra", _("partner")
        PARTICIPANT = "peserta", _("participant")

    unit_path = "activity__unit"

    activity = models.ForeignKey(
        Activity,
        on_delete=models.CASCADE,
        related_name="parties",
        verbose_name=_("activity"),
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit"),
    )
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activity_roles",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=15, choices=Role)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints = [
            models.CheckConstraint(
                name="a_party_is_a_unit_or_an_organisation",
                condition=Q(unit__isnull=True, organization__isnull=False)
                | Q(unit__isnull=False, organization__isnull=True),
                violation_error_message=_("Choose either a unit or an organisation."),
            )
        ]

    def __str__(self):
        return str(self.unit or self.organization)


class ActivityPerson(models.Model):
    """A person and what they do in an activity, with the post they held then."""

    class Role(models.TextChoices):
        OPENER = "pembuka", _("opens it")
        SPEAKER = "narasumber", _("speaker")
        REPORTER = "pelapor", _("reports on it")
        INSTRUCTOR = "pelatih", _("instructor")
        JUROR = "juri", _("juror")
        HOST = "penerima", _("receives the guests")
        LEADER = "ketua_rombongan", _("leads the delegation")
        GUEST = "undangan", _("invited guest")

    unit_path = "activity__unit"
    personal_data = {
        "person": general(_("reports of activities"), seen_by=_("the public")),
        "post": general(_("reports of activities"), seen_by=_("the public")),
        "post_en": general(_("reports of activities"), seen_by=_("the public")),
    }

    activity = models.ForeignKey(
        Activity,
        on_delete=models.CASCADE,
        related_name="people",
        verbose_name=_("activity"),
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="activity_roles",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=16, choices=Role)
    post = models.CharField(_("post at that time"), max_length=150, blank=True)
    post_en = english_field(_("post at that time, in English"), max_length=150)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("person and role")
        verbose_name_plural = _("people and roles")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "person", "role"],
                name="a_person_has_each_role_once_in_an_activity",
                violation_error_message=_("This person already has this role."),
            )
        ]

    def __str__(self):
        return str(self.person)

    shown_post = shown_field("post")


class HeadCount(models.Model):
    """How many came, when names are not known, broken down where it is known."""

    class Category(models.TextChoices):
        PARTICIPANTS = "peserta", _("participants")
        REPRESENTATIVES = "perwakilan", _("representatives")
        GUESTS = "undangan", _("invited guests")
        COMMITTEE = "panitia", _("committee")
        SPEAKERS = "narasumber", _("speakers")
        VISITORS = "pengunjung", _("visitors")
        BUSINESSES = "ikm", _("businesses (IKM)")

    TOOK_PART = [Category.PARTICIPANTS, Category.REPRESENTATIVES]

    unit_path = "activity__unit"

    activity = models.ForeignKey(
        Activity,
        on_delete=models.CASCADE,
        related_name="head_counts",
        verbose_name=_("activity"),
    )
    category = models.CharField(_("who"), max_length=12, choices=Category)
    group = models.CharField(
        _("part"), max_length=120, blank=True, help_text=_("Such as: songket class.")
    )
    group_en = english_field(_("part, in English"), max_length=120)
    total = models.PositiveIntegerField(_("total"))
    women = models.PositiveIntegerField(_("of whom women"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("head count")
        verbose_name_plural = _("head counts")
        constraints = [
            models.CheckConstraint(
                name="women_are_part_of_the_total",
                condition=Q(women__isnull=True) | Q(women__lte=F("total")),
                violation_error_message=_("There are more women than people."),
            )
        ]

    def __str__(self):
        return f"{self.total} {self.get_category_display()}"

    shown_group = shown_field("group")
