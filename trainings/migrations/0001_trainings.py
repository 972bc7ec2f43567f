import artisans.models.languages
import council.images
import council.links
import council.models.documents
import council.names
import council.stored_files
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import simple_history.models
import trainings.models.certificates
import trainings.models.feedback
import trainings.models.numbering
import trainings.models.signatories
from django.conf import settings
from django.db import migrations, models

from council.tables import together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("programs", "0001_activities_and_programs"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalTraining",
            fields=[
                (
                    "activity_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="programs.activity",
                    ),
                ),
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pelatihan", "training"),
                            ("workshop", "workshop"),
                            ("pembinaan", "mentoring"),
                            ("pameran", "exhibition or bazaar"),
                            ("studi_tiru", "study visit"),
                            ("kolaborasi", "collaboration with partners"),
                            ("kurasi", "curation of products"),
                            ("lomba", "contest"),
                            ("bantuan", "handover of equipment"),
                            ("fasilitasi_hki", "intellectual property support"),
                            ("promosi", "promotion"),
                            ("rapat", "meeting"),
                            ("pelantikan", "inauguration"),
                            ("silaturahmi", "gathering"),
                            ("peragaan", "fashion show"),
                        ],
                        max_length=15,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "title_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="title in English"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=200, verbose_name="address on the portal"
                    ),
                ),
                (
                    "summary",
                    models.CharField(
                        blank=True,
                        help_text="Shown in lists.",
                        max_length=200,
                        verbose_name="in one sentence",
                    ),
                ),
                (
                    "summary_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="in one sentence, in English",
                    ),
                ),
                (
                    "description",
                    models.TextField(blank=True, verbose_name="description"),
                ),
                (
                    "description_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="description, in English",
                    ),
                ),
                ("goal", models.TextField(blank=True, verbose_name="goal")),
                (
                    "goal_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="goal, in English",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        blank=True,
                        help_text="Such as: weavers under 35.",
                        max_length=150,
                        verbose_name="for whom",
                    ),
                ),
                (
                    "audience_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="for whom, in English",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("penyelenggara", "we organise it"),
                            ("peserta", "we take part"),
                        ],
                        default="penyelenggara",
                        max_length=15,
                        verbose_name="our part",
                    ),
                ),
                (
                    "scale",
                    models.CharField(
                        choices=[
                            ("kelurahan", "kelurahan"),
                            ("kecamatan", "kecamatan"),
                            ("kota", "city or regency"),
                            ("provinsi", "province"),
                            ("nasional", "national"),
                            ("internasional", "international"),
                        ],
                        default="kota",
                        max_length=15,
                        verbose_name="scale",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(db_index=True, verbose_name="first day"),
                ),
                ("ends_on", models.DateField(db_index=True, verbose_name="last day")),
                (
                    "start_time",
                    models.TimeField(blank=True, null=True, verbose_name="from"),
                ),
                (
                    "end_time",
                    models.TimeField(blank=True, null=True, verbose_name="until"),
                ),
                (
                    "venue",
                    models.CharField(blank=True, max_length=200, verbose_name="venue"),
                ),
                (
                    "venue_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="venue, in English",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="address"
                    ),
                ),
                (
                    "picture",
                    models.TextField(
                        blank=True, max_length=100, verbose_name="picture"
                    ),
                ),
                (
                    "picture_alt",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="what the picture shows",
                    ),
                ),
                (
                    "picture_alt_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="what the picture shows, in English",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("rencana", "planned"),
                            ("berjalan", "running"),
                            ("selesai", "done"),
                            ("ditunda", "postponed"),
                            ("dibatalkan", "cancelled"),
                        ],
                        default="rencana",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_reason",
                    models.CharField(
                        blank=True,
                        help_text="Why it was postponed or cancelled; the public reads it.",
                        max_length=250,
                        verbose_name="reason",
                    ),
                ),
                (
                    "status_reason_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=250,
                        verbose_name="reason, in English",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leave empty to keep it a draft.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "fund_source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("apbd_opd", "regional budget (APBD) through an agency"),
                            ("hibah", "regional grant (NPHD)"),
                            ("apbn_dak", "state budget (APBN or DAK)"),
                            ("dbhcht", "tobacco excise share (DBHCHT)"),
                            ("csr", "CSR or TJSL"),
                            ("mitra", "partner's contribution"),
                            ("swadaya", "members' own funds"),
                            ("usaha", "gallery's income"),
                            ("lainnya", "other lawful source"),
                        ],
                        max_length=10,
                        verbose_name="source of funds",
                    ),
                ),
                (
                    "budget_planned",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="budget (rupiah)"
                    ),
                ),
                (
                    "budget_spent",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="spent (rupiah)"
                    ),
                ),
                (
                    "outcome",
                    models.TextField(blank=True, verbose_name="what came of it"),
                ),
                (
                    "outcome_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="what came of it, in English",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "requirements",
                    models.TextField(
                        blank=True,
                        help_text="One requirement a line.",
                        verbose_name="requirements",
                    ),
                ),
                (
                    "requirements_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="requirements, in English",
                    ),
                ),
                (
                    "facilities",
                    models.TextField(
                        blank=True,
                        help_text="Such as: tools, materials, lunch, transport money.",
                        verbose_name="what participants receive",
                    ),
                ),
                (
                    "facilities_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="what participants receive, in English",
                    ),
                ),
                (
                    "certificate_percent",
                    models.PositiveSmallIntegerField(
                        db_default=80,
                        default=80,
                        help_text="Percent of the sessions a participant must attend.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="attendance for the certificate",
                    ),
                ),
                (
                    "has_own_button",
                    models.BooleanField(
                        db_default=True,
                        default=True,
                        help_text="On their own page, in the hours of the session. Without it they scan the QR code at the door, or staff keep the list.",
                        verbose_name="participants mark themselves present",
                    ),
                ),
                (
                    "has_session_reminders",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Three days and one day before the beginning it is done anyway.",
                        verbose_name="remind before each session",
                    ),
                ),
                (
                    "certificate_score",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("akhir", "test after"),
                            ("produk", "assessment of the product"),
                        ],
                        db_default="",
                        help_text="Leave empty where attendance alone decides.",
                        max_length=10,
                        verbose_name="points for the certificate",
                    ),
                ),
                (
                    "certificate_points",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Such as: 70 of 100.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="least points for the certificate",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The unit that carries it out.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="programs.program",
                        verbose_name="program",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.region",
                        verbose_name="region",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical training",
                "verbose_name_plural": "historical trainings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                (
                    "activity_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="programs.activity",
                    ),
                ),
                (
                    "requirements",
                    models.TextField(
                        blank=True,
                        help_text="One requirement a line.",
                        verbose_name="requirements",
                    ),
                ),
                (
                    "requirements_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="requirements, in English",
                    ),
                ),
                (
                    "facilities",
                    models.TextField(
                        blank=True,
                        help_text="Such as: tools, materials, lunch, transport money.",
                        verbose_name="what participants receive",
                    ),
                ),
                (
                    "facilities_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="what participants receive, in English",
                    ),
                ),
                (
                    "certificate_percent",
                    models.PositiveSmallIntegerField(
                        db_default=80,
                        default=80,
                        help_text="Percent of the sessions a participant must attend.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="attendance for the certificate",
                    ),
                ),
                (
                    "has_own_button",
                    models.BooleanField(
                        db_default=True,
                        default=True,
                        help_text="On their own page, in the hours of the session. Without it they scan the QR code at the door, or staff keep the list.",
                        verbose_name="participants mark themselves present",
                    ),
                ),
                (
                    "has_session_reminders",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Three days and one day before the beginning it is done anyway.",
                        verbose_name="remind before each session",
                    ),
                ),
                (
                    "certificate_score",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("akhir", "test after"),
                            ("produk", "assessment of the product"),
                        ],
                        db_default="",
                        help_text="Leave empty where attendance alone decides.",
                        max_length=10,
                        verbose_name="points for the certificate",
                    ),
                ),
                (
                    "certificate_points",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Such as: 70 of 100.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="least points for the certificate",
                    ),
                ),
            ],
            options={
                "verbose_name": "training",
                "verbose_name_plural": "trainings",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("certificate_points", None), ("certificate_score", "")
                            ),
                            models.Q(
                                models.Q(("certificate_score", ""), _negated=True),
                                ("certificate_points__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="points_are_asked_of_one_score",
                        violation_error_message="Choose whose points count for the certificate, and how many are needed; or leave both empty.",
                    )
                ],
                "indexes": [],
            },
            bases=("programs.activity",),
        ),
        migrations.CreateModel(
            name="HistoricalPayCeiling",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("uang_saku", "pocket money"),
                            ("transpor", "transport money"),
                            ("honor", "fee"),
                            ("penginapan", "lodging"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "receiver",
                    models.CharField(
                        choices=[
                            ("peserta", "participants"),
                            ("pelatih", "instructors"),
                        ],
                        max_length=10,
                        verbose_name="for",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("hari", "per day attended"),
                            ("jp", "per lesson hour (JP)"),
                            ("kali", "once"),
                        ],
                        max_length=6,
                        verbose_name="paid",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "most",
                    models.PositiveBigIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000000),
                        ],
                        verbose_name="at most (rupiah)",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        help_text="The regulation or standard of prices that says so.",
                        max_length=200,
                        verbose_name="basis",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ceiling of payments",
                "verbose_name_plural": "historical ceilings of payments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PayCeiling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("uang_saku", "pocket money"),
                            ("transpor", "transport money"),
                            ("honor", "fee"),
                            ("penginapan", "lodging"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "receiver",
                    models.CharField(
                        choices=[
                            ("peserta", "participants"),
                            ("pelatih", "instructors"),
                        ],
                        max_length=10,
                        verbose_name="for",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("hari", "per day attended"),
                            ("jp", "per lesson hour (JP)"),
                            ("kali", "once"),
                        ],
                        max_length=6,
                        verbose_name="paid",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pay_ceilings",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "most",
                    models.PositiveBigIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000000),
                        ],
                        verbose_name="at most (rupiah)",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        help_text="The regulation or standard of prices that says so.",
                        max_length=200,
                        verbose_name="basis",
                    ),
                ),
            ],
            options={
                "verbose_name": "ceiling of payments",
                "verbose_name_plural": "ceilings of payments",
                "ordering": ["-year", "unit", "receiver", "kind"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "year", "receiver", "kind", "measure"),
                        name="a_council_has_each_ceiling_once_a_year",
                        violation_error_message="This ceiling is already written down.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("measure", "jp"), ("receiver", "peserta"), _negated=True
                        ),
                        name="a_ceiling_for_participants_is_not_by_lessons",
                        violation_error_message="Participants are paid by day or once.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalInstructor",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "institution",
                    models.CharField(
                        blank=True,
                        help_text="Such as: SMKN 8 Surabaya. Empty for whoever works alone.",
                        max_length=150,
                        verbose_name="institution",
                    ),
                ),
                (
                    "languages",
                    artisans.models.languages.LanguagesField(
                        blank=True,
                        db_default=[],
                        default=list,
                        verbose_name="languages of teaching",
                    ),
                ),
                (
                    "fee",
                    models.CharField(
                        blank=True,
                        help_text="Such as: Rp150.000 a lesson of 45 minutes, and the journey.",
                        max_length=200,
                        verbose_name="fee",
                    ),
                ),
                (
                    "certificates",
                    models.TextField(
                        blank=True,
                        help_text="One a line: scheme, body, until when.",
                        verbose_name="certificates of competence",
                    ),
                ),
                (
                    "public_line",
                    models.CharField(
                        blank=True,
                        help_text="Shown below the name on the page of a training, where agreed.",
                        max_length=160,
                        verbose_name="line for the public",
                    ),
                ),
                (
                    "public_line_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=160,
                        verbose_name="line for the public, in English",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="It stays inside your council.",
                        verbose_name="note",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Name, phone, e-mail and home region stand with the person.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.person",
                        verbose_name="person",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical instructor",
                "verbose_name_plural": "historical instructors",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Instructor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        help_text="Name, phone, e-mail and home region stand with the person.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="as_instructor",
                        to="council.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "institution",
                    models.CharField(
                        blank=True,
                        help_text="Such as: SMKN 8 Surabaya. Empty for whoever works alone.",
                        max_length=150,
                        verbose_name="institution",
                    ),
                ),
                (
                    "languages",
                    artisans.models.languages.LanguagesField(
                        blank=True,
                        db_default=[],
                        default=list,
                        verbose_name="languages of teaching",
                    ),
                ),
                (
                    "fee",
                    models.CharField(
                        blank=True,
                        help_text="Such as: Rp150.000 a lesson of 45 minutes, and the journey.",
                        max_length=200,
                        verbose_name="fee",
                    ),
                ),
                (
                    "certificates",
                    models.TextField(
                        blank=True,
                        help_text="One a line: scheme, body, until when.",
                        verbose_name="certificates of competence",
                    ),
                ),
                (
                    "public_line",
                    models.CharField(
                        blank=True,
                        help_text="Shown below the name on the page of a training, where agreed.",
                        max_length=160,
                        verbose_name="line for the public",
                    ),
                ),
                (
                    "public_line_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=160,
                        verbose_name="line for the public, in English",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="It stays inside your council.",
                        verbose_name="note",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=council.links.new_code,
                        editable=False,
                        max_length=24,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
            ],
            options={
                "verbose_name": "instructor",
                "verbose_name_plural": "instructors",
                "ordering": ["person__full_name"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalNumberPattern",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        db_index=True,
                        error_messages={"unique": "Another council uses this code."},
                        help_text="Stands where the pattern says {KODE}, such as: TGS.",
                        max_length=20,
                        verbose_name="code of the council",
                    ),
                ),
                (
                    "pattern",
                    models.CharField(
                        default="{urut 3 digit}/SERT/DKRN-{KODE}/{bulan Romawi}/{tahun}",
                        help_text="{urut 3 digit} counts from 1 each year; {KODE}, {bulan Romawi}, {bulan} and {tahun} are filled in. Numbers given before do not change.",
                        max_length=80,
                        validators=[trainings.models.numbering.validate_pattern],
                        verbose_name="pattern of numbers",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical numbering of certificates",
                "verbose_name_plural": "historical numbering of certificates",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="NumberPattern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="number_pattern",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "Another council uses this code."},
                        help_text="Stands where the pattern says {KODE}, such as: TGS.",
                        max_length=20,
                        unique=True,
                        verbose_name="code of the council",
                    ),
                ),
                (
                    "pattern",
                    models.CharField(
                        default="{urut 3 digit}/SERT/DKRN-{KODE}/{bulan Romawi}/{tahun}",
                        help_text="{urut 3 digit} counts from 1 each year; {KODE}, {bulan Romawi}, {bulan} and {tahun} are filled in. Numbers given before do not change.",
                        max_length=80,
                        validators=[trainings.models.numbering.validate_pattern],
                        verbose_name="pattern of numbers",
                    ),
                ),
            ],
            options={
                "verbose_name": "numbering of certificates",
                "verbose_name_plural": "numbering of certificates",
                "ordering": ["unit"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="NumberCounter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="council.unit",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "year"), name="a_council_counts_each_year_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="TrainingTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        help_text="The units below can use it too.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="training_templates",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "craft",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty for what every craft needs, such as packaging.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="artisans.craft",
                        verbose_name="craft",
                    ),
                ),
                ("content", models.JSONField(editable=False, verbose_name="content")),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
            ],
            options={
                "verbose_name": "training template",
                "verbose_name_plural": "training templates",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "name"),
                        name="a_unit_has_each_template_once",
                        violation_error_message="This unit has a template of that name.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalQueueWeights",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "applies_on",
                    models.DateField(
                        help_text="For classes whose registration opens on this day or later.",
                        verbose_name="in force from",
                    ),
                ),
                (
                    "few_trainings",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="All points without any, none from 3 on.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="few trainings in 24 months",
                    ),
                ),
                (
                    "district_share",
                    models.PositiveSmallIntegerField(
                        default=20,
                        help_text="When the kecamatan had fewer seats than its share of the artisans.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="kecamatan under its share",
                    ),
                ),
                (
                    "craft_match",
                    models.PositiveSmallIntegerField(
                        default=20,
                        help_text="Half the points for a related craft.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="craft of the class",
                    ),
                ),
                (
                    "women_led",
                    models.PositiveSmallIntegerField(
                        default=10,
                        help_text="When the artisan is a woman.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="led by a woman",
                    ),
                ),
                (
                    "complete_profile",
                    models.PositiveSmallIntegerField(
                        default=10,
                        help_text="When a business page of the artisan is verified.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="complete profile",
                    ),
                ),
                (
                    "waited_in_vain",
                    models.PositiveSmallIntegerField(
                        default=10,
                        help_text="When a waiting list of 24 months gave no seat.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="waited in vain",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        help_text="Everybody can read this.",
                        max_length=300,
                        verbose_name="why these weights",
                    ),
                ),
                (
                    "why_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=300,
                        verbose_name="why these weights, in English",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Its trainings and those of the units below it use these weights.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical weights of the fair queue",
                "verbose_name_plural": "historical weights of the fair queue",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="QueueWeights",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        help_text="Its trainings and those of the units below it use these weights.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="queue_weights",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "applies_on",
                    models.DateField(
                        help_text="For classes whose registration opens on this day or later.",
                        verbose_name="in force from",
                    ),
                ),
                (
                    "few_trainings",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="All points without any, none from 3 on.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="few trainings in 24 months",
                    ),
                ),
                (
                    "district_share",
                    models.PositiveSmallIntegerField(
                        default=20,
                        help_text="When the kecamatan had fewer seats than its share of the artisans.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="kecamatan under its share",
                    ),
                ),
                (
                    "craft_match",
                    models.PositiveSmallIntegerField(
                        default=20,
                        help_text="Half the points for a related craft.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="craft of the class",
                    ),
                ),
                (
                    "women_led",
                    models.PositiveSmallIntegerField(
                        default=10,
                        help_text="When the artisan is a woman.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="led by a woman",
                    ),
                ),
                (
                    "complete_profile",
                    models.PositiveSmallIntegerField(
                        default=10,
                        help_text="When a business page of the artisan is verified.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="complete profile",
                    ),
                ),
                (
                    "waited_in_vain",
                    models.PositiveSmallIntegerField(
                        default=10,
                        help_text="When a waiting list of 24 months gave no seat.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="waited in vain",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        help_text="Everybody can read this.",
                        max_length=300,
                        verbose_name="why these weights",
                    ),
                ),
                (
                    "why_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=300,
                        verbose_name="why these weights, in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "weights of the fair queue",
                "verbose_name_plural": "weights of the fair queue",
                "ordering": ["unit__code", "-applies_on"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "applies_on"),
                        name="a_council_has_one_set_of_weights_a_day",
                        violation_error_message="The unit has weights from this day already.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalTrainingClass",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="class")),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=120,
                        verbose_name="class, in English",
                    ),
                ),
                (
                    "quota",
                    models.PositiveSmallIntegerField(
                        help_text="Number of seats.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="quota",
                    ),
                ),
                ("opens_at", models.DateTimeField(verbose_name="registration opens")),
                ("closes_at", models.DateTimeField(verbose_name="registration closes")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("berlangsung", "takes place"),
                            ("dibatalkan", "cancelled"),
                        ],
                        default="berlangsung",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        choices=[
                            ("langsung", "first come, first served"),
                            ("seleksi", "applications, decided by the council"),
                        ],
                        db_default="langsung",
                        default="langsung",
                        max_length=10,
                        verbose_name="how seats are given",
                    ),
                ),
                (
                    "has_fair_queue",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Who waits is ordered by points with public weights.",
                        verbose_name="fair queue",
                    ),
                ),
                (
                    "has_offers",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Whoever is next must accept within a set time; else it passes on.",
                        verbose_name="free seats are offered",
                    ),
                ),
                (
                    "syllabus",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="One competence a line; the certificate lists them.",
                        verbose_name="competences taught",
                    ),
                ),
                (
                    "syllabus_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="competences taught, in English",
                    ),
                ),
                (
                    "lesson_hours",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="One JP is 45 minutes.",
                        null=True,
                        verbose_name="lesson hours (JP)",
                    ),
                ),
                (
                    "minimum",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="With fewer participants the class may not take place.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="minimum",
                    ),
                ),
                (
                    "decide_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="When you decide; you are reminded if the minimum is not met.",
                        null=True,
                        verbose_name="go or no-go",
                    ),
                ),
                (
                    "went_ahead_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="decided to go ahead at",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("luring", "on site"), ("daring", "online")],
                        db_default="luring",
                        default="luring",
                        max_length=10,
                        verbose_name="how it is held",
                    ),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="If not the training's.",
                        max_length=200,
                        verbose_name="venue",
                    ),
                ),
                (
                    "venue_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="venue, in English",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=255,
                        verbose_name="address",
                    ),
                ),
                (
                    "meeting_link",
                    models.URLField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="Only participants see it.",
                        verbose_name="meeting link",
                    ),
                ),
                (
                    "meeting_note",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="Such as the meeting's code; only participants see it.",
                        max_length=200,
                        verbose_name="how to get in",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                (
                    "craft",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.craft",
                        verbose_name="craft",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical class",
                "verbose_name_plural": "historical classes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="TrainingClass",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="classes",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="class")),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=120,
                        verbose_name="class, in English",
                    ),
                ),
                (
                    "craft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="training_classes",
                        to="artisans.craft",
                        verbose_name="craft",
                    ),
                ),
                (
                    "quota",
                    models.PositiveSmallIntegerField(
                        help_text="Number of seats.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="quota",
                    ),
                ),
                (
                    "taken",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="seats taken"
                    ),
                ),
                (
                    "reserved",
                    models.PositiveSmallIntegerField(
                        db_default=0,
                        default=0,
                        editable=False,
                        verbose_name="seats kept for units",
                    ),
                ),
                (
                    "last_ticket",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="last queue number"
                    ),
                ),
                ("opens_at", models.DateTimeField(verbose_name="registration opens")),
                ("closes_at", models.DateTimeField(verbose_name="registration closes")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("berlangsung", "takes place"),
                            ("dibatalkan", "cancelled"),
                        ],
                        default="berlangsung",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        choices=[
                            ("langsung", "first come, first served"),
                            ("seleksi", "applications, decided by the council"),
                        ],
                        db_default="langsung",
                        default="langsung",
                        max_length=10,
                        verbose_name="how seats are given",
                    ),
                ),
                (
                    "has_fair_queue",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Who waits is ordered by points with public weights.",
                        verbose_name="fair queue",
                    ),
                ),
                (
                    "has_offers",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Whoever is next must accept within a set time; else it passes on.",
                        verbose_name="free seats are offered",
                    ),
                ),
                (
                    "syllabus",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="One competence a line; the certificate lists them.",
                        verbose_name="competences taught",
                    ),
                ),
                (
                    "syllabus_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="competences taught, in English",
                    ),
                ),
                (
                    "lesson_hours",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="One JP is 45 minutes.",
                        null=True,
                        verbose_name="lesson hours (JP)",
                    ),
                ),
                (
                    "minimum",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="With fewer participants the class may not take place.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="minimum",
                    ),
                ),
                (
                    "decide_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="When you decide; you are reminded if the minimum is not met.",
                        null=True,
                        verbose_name="go or no-go",
                    ),
                ),
                (
                    "went_ahead_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="decided to go ahead at",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("luring", "on site"), ("daring", "online")],
                        db_default="luring",
                        default="luring",
                        max_length=10,
                        verbose_name="how it is held",
                    ),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="If not the training's.",
                        max_length=200,
                        verbose_name="venue",
                    ),
                ),
                (
                    "venue_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="venue, in English",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=255,
                        verbose_name="address",
                    ),
                ),
                (
                    "meeting_link",
                    models.URLField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="Only participants see it.",
                        verbose_name="meeting link",
                    ),
                ),
                (
                    "meeting_note",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="Such as the meeting's code; only participants see it.",
                        max_length=200,
                        verbose_name="how to get in",
                    ),
                ),
            ],
            options={
                "verbose_name": "class",
                "verbose_name_plural": "classes",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("taken__lte", models.F("quota"))),
                        name="seats_taken_stay_within_the_quota",
                        violation_error_message="The quota cannot be lower than the seats already taken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "quota__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("taken"), "+", models.F("reserved")
                                ),
                            )
                        ),
                        name="seats_taken_or_kept_stay_within_the_quota",
                        violation_error_message="Seats taken and seats kept for units exceed the quota.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="registration_closes_after_it_opens",
                        violation_error_message="Registration closes before it opens.",
                    ),
                    models.UniqueConstraint(
                        fields=("training", "name"),
                        name="a_training_has_each_class_once",
                        violation_error_message="This training has a class of that name.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalDossier",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "letter_number",
                    models.CharField(
                        blank=True,
                        help_text="As in your register, such as 005/27/DKRN/XI/2026.",
                        max_length=120,
                        verbose_name="number of the invitation",
                    ),
                ),
                (
                    "letter_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty for the day it is printed.",
                        null=True,
                        verbose_name="date of the invitation",
                    ),
                ),
                (
                    "bring",
                    models.TextField(
                        blank=True,
                        help_text="One thing a line.",
                        verbose_name="what to bring",
                    ),
                ),
                ("background", models.TextField(blank=True, verbose_name="background")),
                (
                    "legal_basis",
                    models.TextField(
                        blank=True,
                        help_text="One decree, budget document (DPA) or grant (NPHD) a line.",
                        verbose_name="legal basis",
                    ),
                ),
                (
                    "purpose",
                    models.TextField(blank=True, verbose_name="aim and purpose"),
                ),
                (
                    "obstacles",
                    models.TextField(
                        blank=True,
                        help_text="One a line; write “None” if there were none.",
                        verbose_name="obstacles",
                    ),
                ),
                (
                    "solutions",
                    models.TextField(
                        blank=True,
                        help_text="One a line, in the order of the obstacles.",
                        verbose_name="solutions",
                    ),
                ),
                ("conclusion", models.TextField(blank=True, verbose_name="conclusion")),
                ("next_steps", models.TextField(blank=True, verbose_name="follow-up")),
                (
                    "due_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="report due on"
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical file of a training",
                "verbose_name_plural": "historical files of trainings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dossier",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                (
                    "letter_number",
                    models.CharField(
                        blank=True,
                        help_text="As in your register, such as 005/27/DKRN/XI/2026.",
                        max_length=120,
                        verbose_name="number of the invitation",
                    ),
                ),
                (
                    "letter_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty for the day it is printed.",
                        null=True,
                        verbose_name="date of the invitation",
                    ),
                ),
                (
                    "bring",
                    models.TextField(
                        blank=True,
                        help_text="One thing a line.",
                        verbose_name="what to bring",
                    ),
                ),
                ("background", models.TextField(blank=True, verbose_name="background")),
                (
                    "legal_basis",
                    models.TextField(
                        blank=True,
                        help_text="One decree, budget document (DPA) or grant (NPHD) a line.",
                        verbose_name="legal basis",
                    ),
                ),
                (
                    "purpose",
                    models.TextField(blank=True, verbose_name="aim and purpose"),
                ),
                (
                    "obstacles",
                    models.TextField(
                        blank=True,
                        help_text="One a line; write “None” if there were none.",
                        verbose_name="obstacles",
                    ),
                ),
                (
                    "solutions",
                    models.TextField(
                        blank=True,
                        help_text="One a line, in the order of the obstacles.",
                        verbose_name="solutions",
                    ),
                ),
                ("conclusion", models.TextField(blank=True, verbose_name="conclusion")),
                ("next_steps", models.TextField(blank=True, verbose_name="follow-up")),
                (
                    "due_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="report due on"
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a training",
                "verbose_name_plural": "files of trainings",
                "ordering": ["-training__starts_on", "pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Skill",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "instructor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="skills",
                        to="trainings.instructor",
                        verbose_name="instructor",
                    ),
                ),
                (
                    "craft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instructor_skills",
                        to="artisans.craft",
                        verbose_name="craft",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("dasar", "for beginners"),
                            ("mahir", "for the advanced"),
                            ("empu", "master of the craft"),
                        ],
                        default="dasar",
                        max_length=6,
                        verbose_name="level",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        help_text="Such as: taught in Palembang in 2024; SKKNI certificate.",
                        max_length=200,
                        verbose_name="what shows it",
                    ),
                ),
            ],
            options={
                "verbose_name": "skill",
                "verbose_name_plural": "skills",
                "ordering": ["craft__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instructor", "craft"),
                        name="an_instructor_has_each_craft_once",
                        violation_error_message="This craft is already listed.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Availability",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "instructor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="periods",
                        to="trainings.instructor",
                        verbose_name="instructor",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("bisa", "can teach"), ("berhalangan", "cannot")],
                        max_length=12,
                        verbose_name="on these days",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Only your council sees it.",
                        max_length=150,
                        verbose_name="note",
                    ),
                ),
            ],
            options={
                "verbose_name": "period of availability",
                "verbose_name_plural": "periods of availability",
                "ordering": ["starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="a_period_ends_after_it_starts",
                        violation_error_message="The last day is before the first day.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalSignatory",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As it is printed, such as: Hj. Siti Aminah, S.E.",
                        max_length=150,
                        validators=[council.names.validate_name],
                        verbose_name="name with titles",
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        help_text="Such as: Ketua Dekranasda Kota Tangerang Selatan.",
                        max_length=120,
                        verbose_name="post",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="signs from")),
                (
                    "until_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty while in office.",
                        null=True,
                        verbose_name="signs until",
                    ),
                ),
                (
                    "signature",
                    models.TextField(
                        blank=True,
                        max_length=120,
                        verbose_name="picture of the signature",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="place from the left"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Leave empty for all trainings of the unit and of those below.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.training",
                        verbose_name="only for the training",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical signatory",
                "verbose_name_plural": "historical signatories",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Signatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty for all trainings of the unit and of those below.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="trainings.training",
                        verbose_name="only for the training",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As it is printed, such as: Hj. Siti Aminah, S.E.",
                        max_length=150,
                        validators=[council.names.validate_name],
                        verbose_name="name with titles",
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        help_text="Such as: Ketua Dekranasda Kota Tangerang Selatan.",
                        max_length=120,
                        verbose_name="post",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="signs from")),
                (
                    "until_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty while in office.",
                        null=True,
                        verbose_name="signs until",
                    ),
                ),
                (
                    "signature",
                    council.stored_files.OwnedFileField(
                        blank=True,
                        max_length=120,
                        storage=council.models.documents.private_storage,
                        upload_to=trainings.models.signatories.signature_path,
                        verbose_name="picture of the signature",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="place from the left"
                    ),
                ),
            ],
            options={
                "verbose_name": "signatory",
                "verbose_name_plural": "signatories",
                "ordering": ["unit", "order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="who_signs_stops_after_beginning",
                        violation_error_message="The last day is before the first.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalMessageText",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "situation",
                    models.CharField(
                        choices=[
                            ("diajukan", "the application has arrived"),
                            ("didukung", "the home unit endorses the application"),
                            ("terdaftar", "is registered at once"),
                            ("diterima", "the application is accepted"),
                            ("cadangan", "is put in reserve"),
                            ("ditolak", "the application is not accepted"),
                            ("menunggu", "is on the waiting list"),
                            ("ditawari", "a seat is offered"),
                            ("lewat", "the offer has passed on"),
                            ("ambil", "accepted the offered seat"),
                            ("naik", "got a seat that became free"),
                            ("batal", "the registration is cancelled"),
                            ("pindah", "the class gets other days"),
                            ("tunda", "the training is postponed, the date follows"),
                            (
                                "tutup",
                                "reminder: registration closes, something is missing",
                            ),
                            ("segera", "reminder: the training begins in three days"),
                            ("besok", "reminder: the training begins tomorrow"),
                            ("sesi", "reminder: the next session"),
                        ],
                        max_length=12,
                        verbose_name="situation",
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        max_length=120, verbose_name="subject of the e-mail"
                    ),
                ),
                (
                    "body",
                    models.TextField(
                        help_text="Say the status first.",
                        max_length=2000,
                        verbose_name="text of the e-mail",
                    ),
                ),
                (
                    "whatsapp",
                    models.TextField(
                        help_text="Short; staff send it with one tap.",
                        max_length=700,
                        verbose_name="WhatsApp text",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Leave empty for every training of the unit.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical text of a message",
                "verbose_name_plural": "historical texts of messages",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MessageText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="message_texts",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty for every training of the unit.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="message_texts",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                (
                    "situation",
                    models.CharField(
                        choices=[
                            ("diajukan", "the application has arrived"),
                            ("didukung", "the home unit endorses the application"),
                            ("terdaftar", "is registered at once"),
                            ("diterima", "the application is accepted"),
                            ("cadangan", "is put in reserve"),
                            ("ditolak", "the application is not accepted"),
                            ("menunggu", "is on the waiting list"),
                            ("ditawari", "a seat is offered"),
                            ("lewat", "the offer has passed on"),
                            ("ambil", "accepted the offered seat"),
                            ("naik", "got a seat that became free"),
                            ("batal", "the registration is cancelled"),
                            ("pindah", "the class gets other days"),
                            ("tunda", "the training is postponed, the date follows"),
                            (
                                "tutup",
                                "reminder: registration closes, something is missing",
                            ),
                            ("segera", "reminder: the training begins in three days"),
                            ("besok", "reminder: the training begins tomorrow"),
                            ("sesi", "reminder: the next session"),
                        ],
                        max_length=12,
                        verbose_name="situation",
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        max_length=120, verbose_name="subject of the e-mail"
                    ),
                ),
                (
                    "body",
                    models.TextField(
                        help_text="Say the status first.",
                        max_length=2000,
                        verbose_name="text of the e-mail",
                    ),
                ),
                (
                    "whatsapp",
                    models.TextField(
                        help_text="Short; staff send it with one tap.",
                        max_length=700,
                        verbose_name="WhatsApp text",
                    ),
                ),
            ],
            options={
                "verbose_name": "text of a message",
                "verbose_name_plural": "texts of messages",
                "ordering": ["situation", "unit__code"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("training", None)),
                        fields=("unit", "situation"),
                        name="a_council_words_a_situation_once",
                        violation_error_message="The unit has a text for this situation. Change that one.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("training__isnull", False)),
                        fields=("training", "situation"),
                        name="a_training_words_a_situation_once",
                        violation_error_message="The training has a text for this situation. Change that one.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAllotment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("seats", models.PositiveSmallIntegerField(verbose_name="seats")),
                (
                    "returns_on",
                    models.DateField(
                        help_text="From this morning unused seats are everybody's.",
                        verbose_name="goes back on",
                    ),
                ),
                (
                    "returned_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="went back at",
                    ),
                ),
                (
                    "returned",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="seats that went back"
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="for the artisans of",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical seats of a unit",
                "verbose_name_plural": "historical seats per unit",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Allotment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="allotments",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allotments",
                        to="council.unit",
                        verbose_name="for the artisans of",
                    ),
                ),
                ("seats", models.PositiveSmallIntegerField(verbose_name="seats")),
                (
                    "taken",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="seats taken"
                    ),
                ),
                (
                    "returns_on",
                    models.DateField(
                        help_text="From this morning unused seats are everybody's.",
                        verbose_name="goes back on",
                    ),
                ),
                (
                    "returned_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="went back at",
                    ),
                ),
                (
                    "returned",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="seats that went back"
                    ),
                ),
            ],
            options={
                "verbose_name": "seats of a unit",
                "verbose_name_plural": "seats per unit",
                "ordering": ["unit__code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("training_class", "unit"),
                        name="a_unit_has_its_seats_in_a_class_once",
                        violation_error_message="This unit has seats in the class already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("taken__lte", models.F("seats"))),
                        name="a_unit_takes_no_more_than_its_seats",
                        violation_error_message="More of these seats are taken already.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalSession",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("held_on", models.DateField(verbose_name="day")),
                ("start_time", models.TimeField(verbose_name="from")),
                ("end_time", models.TimeField(verbose_name="until")),
                (
                    "topic",
                    models.CharField(blank=True, max_length=200, verbose_name="topic"),
                ),
                (
                    "topic_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="topic, in English",
                    ),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        help_text="If not the training's.",
                        max_length=200,
                        verbose_name="venue",
                    ),
                ),
                (
                    "venue_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="venue, in English",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("direncanakan", "planned"),
                            ("terlaksana", "held"),
                            ("batal", "did not take place"),
                        ],
                        db_default="direncanakan",
                        default="direncanakan",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical session",
                "verbose_name_plural": "historical sessions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="day")),
                ("start_time", models.TimeField(verbose_name="from")),
                ("end_time", models.TimeField(verbose_name="until")),
                (
                    "topic",
                    models.CharField(blank=True, max_length=200, verbose_name="topic"),
                ),
                (
                    "topic_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="topic, in English",
                    ),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        help_text="If not the training's.",
                        max_length=200,
                        verbose_name="venue",
                    ),
                ),
                (
                    "venue_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="venue, in English",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("direncanakan", "planned"),
                            ("terlaksana", "held"),
                            ("batal", "did not take place"),
                        ],
                        db_default="direncanakan",
                        default="direncanakan",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "ordering": ["held_on", "start_time"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end_time__gt", models.F("start_time"))),
                        name="a_session_ends_after_it_starts",
                        violation_error_message="A session must end after it begins.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalEngagement",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diundang", "invited"),
                            ("bersedia", "confirmed"),
                            ("menolak", "declined"),
                            ("ditarik", "invitation withdrawn"),
                        ],
                        default="diundang",
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                (
                    "terms",
                    models.TextField(
                        blank=True,
                        db_default="",
                        help_text="The instructor reads it in the invitation.",
                        max_length=1000,
                        verbose_name="fee, journey and lodging",
                    ),
                ),
                (
                    "pick_reason",
                    models.CharField(
                        blank=True,
                        db_default="",
                        max_length=200,
                        verbose_name="why this instructor",
                    ),
                ),
                (
                    "invited_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="invited at"
                    ),
                ),
                (
                    "times_sent",
                    models.PositiveSmallIntegerField(
                        db_default=0, default=0, verbose_name="times sent"
                    ),
                ),
                (
                    "reminded_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="reminded at"
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="answered at"
                    ),
                ),
                (
                    "times_answered",
                    models.PositiveSmallIntegerField(
                        db_default=0, default=0, verbose_name="times answered"
                    ),
                ),
                (
                    "answer_reason",
                    models.CharField(
                        blank=True,
                        db_default="",
                        max_length=300,
                        verbose_name="what the instructor wrote",
                    ),
                ),
                (
                    "other_days",
                    models.CharField(
                        blank=True,
                        db_default="",
                        max_length=300,
                        verbose_name="other days that suit",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "instructor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.person",
                        verbose_name="instructor",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical instructor",
                "verbose_name_plural": "historical instructors",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Engagement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="engagements",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "instructor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="engagements",
                        to="council.person",
                        verbose_name="instructor",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diundang", "invited"),
                            ("bersedia", "confirmed"),
                            ("menolak", "declined"),
                            ("ditarik", "invitation withdrawn"),
                        ],
                        default="diundang",
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        blank=True,
                        default=council.links.new_code,
                        editable=False,
                        max_length=24,
                        null=True,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                (
                    "terms",
                    models.TextField(
                        blank=True,
                        db_default="",
                        help_text="The instructor reads it in the invitation.",
                        max_length=1000,
                        verbose_name="fee, journey and lodging",
                    ),
                ),
                (
                    "pick_reason",
                    models.CharField(
                        blank=True,
                        db_default="",
                        max_length=200,
                        verbose_name="why this instructor",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
                (
                    "invited_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="invited at"
                    ),
                ),
                (
                    "times_sent",
                    models.PositiveSmallIntegerField(
                        db_default=0, default=0, verbose_name="times sent"
                    ),
                ),
                (
                    "reminded_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="reminded at"
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="answered at"
                    ),
                ),
                (
                    "times_answered",
                    models.PositiveSmallIntegerField(
                        db_default=0, default=0, verbose_name="times answered"
                    ),
                ),
                (
                    "answer_reason",
                    models.CharField(
                        blank=True,
                        db_default="",
                        max_length=300,
                        verbose_name="what the instructor wrote",
                    ),
                ),
                (
                    "other_days",
                    models.CharField(
                        blank=True,
                        db_default="",
                        max_length=300,
                        verbose_name="other days that suit",
                    ),
                ),
            ],
            options={
                "verbose_name": "instructor",
                "verbose_name_plural": "instructors",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("training_class", "instructor"),
                        name="an_instructor_teaches_a_class_once",
                        violation_error_message="This instructor already teaches this class.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PayRate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("uang_saku", "pocket money"),
                            ("transpor", "transport money"),
                            ("honor", "fee"),
                            ("penginapan", "lodging"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "receiver",
                    models.CharField(
                        choices=[
                            ("peserta", "participants"),
                            ("pelatih", "instructors"),
                        ],
                        max_length=10,
                        verbose_name="for",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("hari", "per day attended"),
                            ("jp", "per lesson hour (JP)"),
                            ("kali", "once"),
                        ],
                        max_length=6,
                        verbose_name="paid",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rates",
                        to="trainings.dossier",
                        verbose_name="file of a training",
                    ),
                ),
                (
                    "amount",
                    models.PositiveBigIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000000000),
                        ],
                        verbose_name="amount (rupiah)",
                    ),
                ),
                (
                    "tax_percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Held back, such as PPh 21. Empty for none.",
                        max_digits=4,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="tax (percent)",
                    ),
                ),
            ],
            options={
                "verbose_name": "rate of payment",
                "verbose_name_plural": "rates of payment",
                "ordering": ["-receiver", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "receiver", "kind"),
                        name="a_training_pays_each_kind_once",
                        violation_error_message="This training has a rate of that kind.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("measure", "jp"), ("receiver", "peserta"), _negated=True
                        ),
                        name="participants_are_not_paid_by_lessons",
                        violation_error_message="Participants are paid by day or once.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ActivityPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="trainings.dossier",
                        verbose_name="file of a training",
                    ),
                ),
                ("photo", council.images.PhotoField(verbose_name="photo")),
                (
                    "caption",
                    models.CharField(
                        help_text="Printed below it, without names.",
                        max_length=150,
                        verbose_name="what the photo shows",
                    ),
                ),
                (
                    "taken_on",
                    models.DateField(blank=True, null=True, verbose_name="taken on"),
                ),
            ],
            options={
                "verbose_name": "photo of the training",
                "verbose_name_plural": "photos of the training",
                "ordering": ["taken_on", "pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="DossierDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="trainings.dossier",
                        verbose_name="file of a training",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sk", "decree or budget document"),
                            ("materi", "teaching material or syllabus"),
                            ("kuitansi", "receipt"),
                            ("notulen", "minutes"),
                            ("lainnya", "other"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dossier_place",
                        to="council.document",
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "document of the training",
                "verbose_name_plural": "documents of the training",
                "ordering": ["kind", "pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "material",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="what was taught",
                    ),
                ),
                (
                    "instructor",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="instructor",
                    ),
                ),
                (
                    "organisation",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="how it was organised",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="in own words")),
                (
                    "month_on",
                    models.DateField(
                        default=trainings.models.feedback.this_month,
                        editable=False,
                        verbose_name="month",
                    ),
                ),
            ],
            options={
                "verbose_name": "feedback",
                "verbose_name_plural": "feedback",
                "ordering": ["words"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("material__range", (1, 5)),
                            ("instructor__range", (1, 5)),
                            ("organisation__range", (1, 5)),
                        ),
                        name="ratings_go_from_1_to_5",
                        violation_error_message="Ratings go from 1 to 5.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="GroupRegistration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_registrations",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_registrations",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registered by",
                    ),
                ),
                (
                    "registered_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="registered at"
                    ),
                ),
                (
                    "request_key",
                    models.CharField(max_length=40, verbose_name="request key"),
                ),
                (
                    "is_all_or_nothing",
                    models.BooleanField(verbose_name="all of them or nobody"),
                ),
                (
                    "is_refused",
                    models.BooleanField(
                        default=False, verbose_name="nobody was registered"
                    ),
                ),
            ],
            options={
                "verbose_name": "registration of a group",
                "verbose_name_plural": "registrations of groups",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("training_class", "request_key"),
                        name="a_group_is_answered_once",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                ("left", models.JSONField(default=list, verbose_name="earlier hours")),
                ("taken", models.JSONField(default=list, verbose_name="new hours")),
                (
                    "is_postponed",
                    models.BooleanField(default=False, verbose_name="postponed"),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=250, verbose_name="reason"),
                ),
                (
                    "told",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="people told"
                    ),
                ),
                (
                    "moved_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="moved at"
                    ),
                ),
                (
                    "moved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="moved by",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of the days",
                "verbose_name_plural": "changes of the days",
                "ordering": ["pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Requirement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss_asked",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty when all classes ask for it.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss_asked",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=0, verbose_name="order"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("domisili", "lives in a region"),
                            ("usia", "age"),
                            ("usaha", "owns a craft business"),
                            (
                                "belum_dilatih",
                                "not trained in the same craft for years",
                            ),
                            ("nib", "has a NIB"),
                            ("dokumen", "document to upload"),
                            ("fotokopi", "document to bring"),
                            ("alat", "brings own tools"),
                            ("pernyataan", "declaration to tick"),
                        ],
                        max_length=15,
                        verbose_name="what is asked",
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        blank=True,
                        help_text="The document, the tools, or the declaration word for word.",
                        max_length=300,
                        verbose_name="in words",
                    ),
                ),
                (
                    "text_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=300,
                        verbose_name="in words, in English",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="council.region",
                        verbose_name="region",
                    ),
                ),
                (
                    "youngest",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="age from"
                    ),
                ),
                (
                    "oldest",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="age up to"
                    ),
                ),
                (
                    "years",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="years"
                    ),
                ),
            ],
            options={
                "verbose_name": "requirement",
                "verbose_name_plural": "requirements",
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("youngest", None),
                            ("oldest", None),
                            ("oldest__gte", models.F("youngest")),
                            _connector="OR",
                        ),
                        name="the_youngest_is_not_older_than_the_oldest",
                        violation_error_message="The highest age is below the lowest.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss_asked",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty when all classes ask for it.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss_asked",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=0, verbose_name="order"),
                ),
                ("text", models.CharField(max_length=200, verbose_name="question")),
                (
                    "help",
                    models.CharField(blank=True, max_length=200, verbose_name="help"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("teks", "text"),
                            ("angka", "number"),
                            ("pilihan", "one of several answers"),
                            ("berkas", "file"),
                        ],
                        default="teks",
                        max_length=10,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "choices",
                    models.TextField(
                        blank=True,
                        help_text="One answer a line.",
                        verbose_name="answers to choose from",
                    ),
                ),
                (
                    "is_required",
                    models.BooleanField(default=True, verbose_name="must be answered"),
                ),
            ],
            options={
                "verbose_name": "question",
                "verbose_name_plural": "own questions",
                "ordering": ["order", "pk"],
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exemptions",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "artisan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exemptions",
                        to="artisans.artisan",
                        verbose_name="artisan",
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="reason")),
                (
                    "lacking",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="what was lacking",
                    ),
                ),
                (
                    "lacking_by_language",
                    models.JSONField(
                        db_default={},
                        default=dict,
                        verbose_name="what was lacking, by language",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="given by",
                    ),
                ),
                (
                    "given_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="given at"
                    ),
                ),
            ],
            options={
                "verbose_name": "exemption",
                "verbose_name_plural": "exemptions",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("training_class", "artisan"),
                        name="an_artisan_is_exempted_once_in_a_class",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SeatTransfer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "allotment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transfers",
                        to="trainings.allotment",
                        verbose_name="from the seats of",
                    ),
                ),
                (
                    "to_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats_offered",
                        to="council.unit",
                        verbose_name="offered to",
                    ),
                ),
                (
                    "seats",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="seats",
                    ),
                ),
                (
                    "note",
                    models.CharField(blank=True, max_length=200, verbose_name="note"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("terbuka", "waits for an answer"),
                            ("diterima", "accepted"),
                            ("ditolak", "declined"),
                            ("ditarik", "withdrawn"),
                        ],
                        default="terbuka",
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                (
                    "offered_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="offered at"
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="answered at"
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="offered by",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
            ],
            options={
                "verbose_name": "offer of seats",
                "verbose_name_plural": "offers of seats between units",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "terbuka")),
                        fields=("allotment", "to_unit"),
                        name="a_unit_is_offered_the_same_seats_once",
                        violation_error_message="This unit has an open offer already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("seats__gte", 1)),
                        name="an_offer_of_seats_is_of_at_least_one",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalEnrolment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "applied"),
                            ("terdaftar", "confirmed"),
                            ("menunggu", "on the waiting list"),
                            ("ditawari", "offered a seat"),
                            ("ditolak", "refused"),
                            ("batal", "cancelled"),
                        ],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("ticket", models.PositiveIntegerField(verbose_name="queue number")),
                (
                    "request_key",
                    models.CharField(
                        help_text="The same form sent again carries the same key.",
                        max_length=40,
                        verbose_name="request key",
                    ),
                ),
                (
                    "enrolled_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="registered at"
                    ),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="confirmed at"
                    ),
                ),
                (
                    "cancelled_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="cancelled at"
                    ),
                ),
                (
                    "cancel_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="reason"),
                ),
                (
                    "points",
                    models.PositiveSmallIntegerField(
                        db_default=0, default=0, verbose_name="points"
                    ),
                ),
                (
                    "points_lines",
                    models.JSONField(
                        blank=True, null=True, verbose_name="why these points"
                    ),
                ),
                (
                    "passes",
                    models.PositiveSmallIntegerField(
                        db_default=0, default=0, verbose_name="offers not answered"
                    ),
                ),
                (
                    "endorsed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="endorsed at"
                    ),
                ),
                (
                    "endorsement",
                    models.CharField(
                        blank=True,
                        db_default="",
                        max_length=200,
                        verbose_name="why the home unit endorses",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="decided at"
                    ),
                ),
                (
                    "decision_reason",
                    models.CharField(
                        blank=True,
                        db_default="",
                        max_length=200,
                        verbose_name="reason of the decision",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "artisan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.artisan",
                        verbose_name="artisan",
                    ),
                ),
                (
                    "endorsed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="endorsed by",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "allotment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.allotment",
                        verbose_name="seat of the unit",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical enrolment",
                "verbose_name_plural": "historical enrolments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolments",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "artisan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolments",
                        to="artisans.artisan",
                        verbose_name="artisan",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "applied"),
                            ("terdaftar", "confirmed"),
                            ("menunggu", "on the waiting list"),
                            ("ditawari", "offered a seat"),
                            ("ditolak", "refused"),
                            ("batal", "cancelled"),
                        ],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("ticket", models.PositiveIntegerField(verbose_name="queue number")),
                (
                    "request_key",
                    models.CharField(
                        help_text="The same form sent again carries the same key.",
                        max_length=40,
                        verbose_name="request key",
                    ),
                ),
                (
                    "enrolled_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="registered at"
                    ),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="confirmed at"
                    ),
                ),
                (
                    "cancelled_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="cancelled at"
                    ),
                ),
                (
                    "cancel_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="reason"),
                ),
                (
                    "points",
                    models.PositiveSmallIntegerField(
                        db_default=0, default=0, verbose_name="points"
                    ),
                ),
                (
                    "points_lines",
                    models.JSONField(
                        blank=True, null=True, verbose_name="why these points"
                    ),
                ),
                (
                    "passes",
                    models.PositiveSmallIntegerField(
                        db_default=0, default=0, verbose_name="offers not answered"
                    ),
                ),
                (
                    "endorsed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="endorsed at"
                    ),
                ),
                (
                    "endorsed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="endorsed by",
                    ),
                ),
                (
                    "endorsement",
                    models.CharField(
                        blank=True,
                        db_default="",
                        max_length=200,
                        verbose_name="why the home unit endorses",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="decided at"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "decision_reason",
                    models.CharField(
                        blank=True,
                        db_default="",
                        max_length=200,
                        verbose_name="reason of the decision",
                    ),
                ),
                (
                    "allotment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolments",
                        to="trainings.allotment",
                        verbose_name="seat of the unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "enrolment",
                "verbose_name_plural": "enrolments",
                "ordering": ["ticket"],
                "indexes": [
                    models.Index(
                        fields=[
                            "training_class",
                            "status",
                            "passes",
                            "-points",
                            "ticket",
                        ],
                        name="enrolment_line",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "batal"), _negated=True),
                        fields=("training_class", "artisan"),
                        name="one_enrolment_per_artisan_and_class",
                        violation_error_message="This artisan is already registered.",
                    ),
                    models.UniqueConstraint(
                        fields=("training_class", "ticket"),
                        name="a_queue_number_is_given_once",
                    ),
                    models.UniqueConstraint(
                        fields=("training_class", "artisan", "request_key"),
                        name="a_request_is_answered_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HelperLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "training_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="helper_links",
                        to="trainings.trainingclass",
                        verbose_name="class",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty for every session of the class.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="helper_links",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
                ("helper", models.CharField(max_length=80, verbose_name="helper")),
                (
                    "code",
                    models.CharField(
                        default=council.links.new_code,
                        editable=False,
                        max_length=32,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("opens_at", models.DateTimeField(verbose_name="works from")),
                ("closes_at", models.DateTimeField(verbose_name="works until")),
                (
                    "made_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="made at",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="withdrawn at"
                    ),
                ),
            ],
            options={
                "verbose_name": "helper's link",
                "verbose_name_plural": "helpers' links",
                "ordering": ["-made_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="a_helpers_link_ends_after_it_begins",
                        violation_error_message="The link must end after it begins.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="DoorCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "session",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="door_code",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=council.links.new_code,
                        max_length=32,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="made at"
                    ),
                ),
            ],
            options={
                "verbose_name": "code at the door",
                "verbose_name_plural": "codes at the door",
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sheets",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="sheet")),
                ("rows", models.JSONField(default=list, verbose_name="rows")),
                (
                    "printed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="printed at"
                    ),
                ),
                (
                    "printed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="printed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "paper sheet",
                "verbose_name_plural": "paper sheets",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "number"), name="a_sheet_has_its_number_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="TaughtLessons",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="taught",
                        to="trainings.dossier",
                        verbose_name="file of a training",
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="taught",
                        to="trainings.engagement",
                        verbose_name="instructor",
                    ),
                ),
                (
                    "lessons",
                    models.PositiveSmallIntegerField(verbose_name="lesson hours (JP)"),
                ),
            ],
            options={
                "verbose_name": "lesson hours taught",
                "verbose_name_plural": "lesson hours taught",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement",),
                        name="lessons_taught_are_written_once",
                        violation_error_message="The hours of this instructor are already written down.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "artisan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="artisans.artisan",
                        verbose_name="artisan",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                (
                    "requirement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="trainings.requirement",
                        verbose_name="requirement",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="trainings.question",
                        verbose_name="question",
                    ),
                ),
                (
                    "text",
                    models.CharField(blank=True, max_length=500, verbose_name="answer"),
                ),
                (
                    "document",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answer",
                        to="council.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "given_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="given at"
                    ),
                ),
            ],
            options={
                "verbose_name": "answer",
                "verbose_name_plural": "answers to trainings",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("question__isnull", False), ("requirement", None)
                            ),
                            models.Q(
                                ("question", None), ("requirement__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_is_to_a_requirement_or_a_question",
                    ),
                    models.UniqueConstraint(
                        fields=("artisan", "question"),
                        name="a_question_is_answered_once",
                    ),
                    models.UniqueConstraint(
                        fields=("artisan", "requirement"),
                        name="a_requirement_is_met_once",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MemberEnrolment",
            fields=[],
            options={
                "verbose_name": "registration of a member",
                "verbose_name_plural": "registrations of our members",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("trainings.enrolment",),
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="trainings.enrolment",
                        verbose_name="participant",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("hadir", "present"),
                            ("izin", "excused"),
                            ("sakit", "ill"),
                            ("alpa", "absent without notice"),
                        ],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("daftar", "list of the council"),
                            ("qr", "QR code at the door"),
                            ("sendiri", "the participant's button"),
                            ("pembantu", "helper's link"),
                            ("kertas", "signed paper"),
                        ],
                        max_length=10,
                        verbose_name="written down by",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="recorded at"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "verbose_name_plural": "attendances",
                "ordering": ["session", "enrolment"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "enrolment"),
                        name="a_participant_is_listed_once_a_session",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="trainings.enrolment",
                        verbose_name="participant",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("awal", "test before"),
                            ("akhir", "test after"),
                            ("produk", "assessment of the product"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "points",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="points",
                    ),
                ),
                (
                    "note",
                    models.CharField(blank=True, max_length=300, verbose_name="note"),
                ),
                (
                    "given_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="given at"
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="given by",
                    ),
                ),
            ],
            options={
                "verbose_name": "score",
                "verbose_name_plural": "scores",
                "ordering": ["enrolment", "kind"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("enrolment", "kind"),
                        name="a_score_of_a_kind_is_given_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("points__gte", 0), ("points__lte", 100)),
                        name="points_lie_between_0_and_100",
                        violation_error_message="Points go from 0 to 100.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marks",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marks",
                        to="trainings.enrolment",
                        verbose_name="participant",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("hadir", "present"),
                            ("izin", "excused"),
                            ("sakit", "ill"),
                            ("alpa", "absent without notice"),
                        ],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("daftar", "list of the council"),
                            ("qr", "QR code at the door"),
                            ("sendiri", "the participant's button"),
                            ("pembantu", "helper's link"),
                            ("kertas", "signed paper"),
                        ],
                        max_length=10,
                        verbose_name="written down by",
                    ),
                ),
                ("key", models.CharField(max_length=40, verbose_name="request key")),
                ("made_at", models.DateTimeField(verbose_name="made at")),
                (
                    "received_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="received at"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "helper_link",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="marks",
                        to="trainings.helperlink",
                        verbose_name="helper's link",
                    ),
                ),
                (
                    "undone_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="undone at"
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
            ],
            options={
                "verbose_name": "mark",
                "verbose_name_plural": "marks",
                "ordering": ["made_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "enrolment", "key"),
                        name="a_mark_is_received_once",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="WalkIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="walk_ins",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
                (
                    "name",
                    models.CharField(blank=True, max_length=120, verbose_name="name"),
                ),
                (
                    "phone",
                    models.CharField(blank=True, max_length=20, verbose_name="phone"),
                ),
                ("key", models.CharField(max_length=40, verbose_name="request key")),
                (
                    "written_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        verbose_name="written down at",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written down by",
                    ),
                ),
                (
                    "helper_link",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="trainings.helperlink",
                        verbose_name="helper's link",
                    ),
                ),
                (
                    "settled_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="settled at"
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="settled by",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="trainings.enrolment",
                        verbose_name="participant",
                    ),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=200, verbose_name="reason"),
                ),
            ],
            options={
                "verbose_name": "walk-in",
                "verbose_name_plural": "walk-ins",
                "ordering": ["written_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "key"), name="a_walk_in_is_written_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SheetPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheet_photos",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="photos",
                        to="trainings.sheet",
                        verbose_name="paper sheet",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sheet_photo",
                        to="council.document",
                        verbose_name="photo",
                    ),
                ),
                (
                    "kept_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="kept at"
                    ),
                ),
            ],
            options={
                "verbose_name": "photo of a sheet",
                "verbose_name_plural": "photos of sheets",
                "ordering": ["kept_at", "pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="trainings.enrolment",
                        verbose_name="participant",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="council.unit",
                        verbose_name="issued by",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=council.links.new_code,
                        editable=False,
                        max_length=32,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("number", models.CharField(max_length=120, verbose_name="number")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "sequence",
                    models.PositiveIntegerField(verbose_name="place in the sequence"),
                ),
                (
                    "name",
                    models.CharField(max_length=260, verbose_name="name with titles"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="training")),
                ("class_name", models.CharField(max_length=120, verbose_name="class")),
                (
                    "craft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="artisans.craft",
                        verbose_name="craft",
                    ),
                ),
                (
                    "venue",
                    models.CharField(blank=True, max_length=420, verbose_name="place"),
                ),
                ("starts_on", models.DateField(verbose_name="first day attended")),
                ("ends_on", models.DateField(verbose_name="last day attended")),
                (
                    "minutes",
                    models.PositiveIntegerField(verbose_name="minutes attended"),
                ),
                (
                    "lessons",
                    models.JSONField(default=list, verbose_name="sessions attended"),
                ),
                (
                    "competences",
                    models.JSONField(
                        db_default=[], default=list, verbose_name="competences taught"
                    ),
                ),
                (
                    "signatories",
                    models.JSONField(default=list, verbose_name="signatories"),
                ),
                ("issued_on", models.DateField(verbose_name="issued on")),
                (
                    "issued_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="issued at"
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by whom",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("berlaku", "valid"),
                            ("diganti", "replaced"),
                            ("ditarik", "withdrawn"),
                        ],
                        default="berlaku",
                        max_length=10,
                        verbose_name="standing",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacement",
                        to="trainings.certificate",
                        verbose_name="replaces",
                    ),
                ),
                (
                    "ended_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="replaced or withdrawn at"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="replaced or withdrawn by",
                    ),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=250, verbose_name="reason"),
                ),
                (
                    "file",
                    council.stored_files.OwnedFileField(
                        blank=True,
                        editable=False,
                        max_length=120,
                        storage=council.models.documents.private_storage,
                        upload_to=trainings.models.certificates.certificate_path,
                        verbose_name="file",
                    ),
                ),
            ],
            options={
                "verbose_name": "certificate",
                "verbose_name_plural": "certificates",
                "ordering": ["-year", "-sequence"],
                "permissions": [
                    ("correct_certificate", "Can replace and withdraw certificates")
                ],
                "indexes": [models.Index(fields=["number"], name="certificate_number")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "berlaku")),
                        fields=("enrolment",),
                        name="a_participant_has_one_valid_certificate",
                        violation_error_message="This participant has a valid certificate.",
                    ),
                    models.UniqueConstraint(
                        fields=("unit", "year", "sequence"),
                        name="a_certificate_number_is_given_once",
                    ),
                    models.UniqueConstraint(
                        fields=("unit", "number"),
                        name="no_two_certificates_look_the_same",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("state", "berlaku")),
                            models.Q(
                                ("ended_at__isnull", False),
                                models.Q(("state", "berlaku"), _negated=True),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_certificate_that_ended_says_when_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback_request",
                        to="trainings.enrolment",
                        verbose_name="participant",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=council.links.new_code,
                        editable=False,
                        max_length=24,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("closes_on", models.DateField(verbose_name="open until")),
                (
                    "is_answered",
                    models.BooleanField(default=False, verbose_name="answered"),
                ),
            ],
            options={
                "verbose_name": "request for feedback",
                "verbose_name_plural": "requests for feedback",
                "ordering": ["pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="trainings.enrolment",
                        verbose_name="participant",
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (3, "after 3 months"),
                            (6, "after 6 months"),
                            (12, "after 12 months"),
                        ],
                        verbose_name="stage",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=council.links.new_code,
                        editable=False,
                        max_length=24,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="asked from")),
                ("closes_on", models.DateField(verbose_name="closed from")),
                (
                    "asked_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="asked at"
                    ),
                ),
                (
                    "sent_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Empty when neither a phone number nor an e-mail is known.",
                        null=True,
                        verbose_name="written to at",
                    ),
                ),
                (
                    "reminded_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="reminded at"
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="answered at"
                    ),
                ),
                (
                    "declined_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="declined at"
                    ),
                ),
                (
                    "called_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="last called at"
                    ),
                ),
                (
                    "calls",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="calls not answered"
                    ),
                ),
                (
                    "forgotten_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="forgotten at"
                    ),
                ),
                (
                    "producing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ya", "yes, regularly"),
                            ("kadang", "sometimes"),
                            ("tidak", "no"),
                        ],
                        max_length=8,
                        verbose_name="still producing",
                    ),
                ),
                (
                    "obstacle",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pembeli", "few buyers"),
                            ("modal", "no money to start"),
                            ("bahan", "materials or tools are hard to get"),
                            ("waktu", "no time"),
                            ("mahir", "not skilled enough yet"),
                            ("keluarga", "health or family"),
                            ("lain", "something else"),
                        ],
                        max_length=10,
                        verbose_name="what stands in the way",
                    ),
                ),
                (
                    "has_new_product",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="new product"
                    ),
                ),
                (
                    "product_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="name of the product"
                    ),
                ),
                (
                    "helpers",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(500)],
                        verbose_name="people who help",
                    ),
                ),
                (
                    "turnover",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nihil", "sold nothing yet"),
                            ("sampai-1", "up to Rp1 million"),
                            ("sampai-5", "Rp1 to 5 million"),
                            ("sampai-15", "Rp5 to 15 million"),
                            ("lebih", "more than Rp15 million"),
                        ],
                        max_length=10,
                        verbose_name="sales in a month",
                    ),
                ),
                (
                    "need",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("latihan", "further training"),
                            ("pasar", "buyers and exhibitions"),
                            ("modal", "capital"),
                            ("alat", "tools and materials"),
                            ("izin", "licences, halal or trade mark"),
                            ("kemasan", "packaging and photos"),
                            ("lain", "something else"),
                        ],
                        max_length=10,
                        verbose_name="what would help next",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="in own words"
                    ),
                ),
                (
                    "rung",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("produktif", "productive"),
                            ("sebagian", "partly"),
                            ("belum", "not yet"),
                        ],
                        max_length=10,
                        verbose_name="rung of the ladder",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[("tautan", "by the link"), ("telepon", "by phone")],
                        max_length=8,
                        verbose_name="answered",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written down by",
                    ),
                ),
            ],
            options={
                "verbose_name": "follow-up",
                "verbose_name_plural": "follow-ups",
                "ordering": ["-due_on", "enrolment"],
                "indexes": [
                    models.Index(fields=["closes_on", "rung"], name="open_follow_ups")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("enrolment", "months"),
                        name="a_participant_is_asked_once_a_stage",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="trainings.groupregistration",
                        verbose_name="registration of a group",
                    ),
                ),
                (
                    "artisan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="artisans.artisan",
                        verbose_name="artisan",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trainings.enrolment",
                        verbose_name="enrolment",
                    ),
                ),
                (
                    "is_earlier",
                    models.BooleanField(
                        default=False, verbose_name="was registered before"
                    ),
                ),
                (
                    "refusal",
                    models.CharField(
                        blank=True, max_length=400, verbose_name="why not"
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a member of a group",
                "verbose_name_plural": "answers to members of groups",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registration", "artisan"),
                        name="a_member_is_answered_once_in_a_group",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offers",
                        to="trainings.enrolment",
                        verbose_name="enrolment",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=council.links.new_code,
                        max_length=22,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("terbuka", "waits for an answer"),
                            ("diterima", "accepted"),
                            ("ditolak", "declined"),
                            ("lewat", "not answered in time"),
                            ("ditarik", "withdrawn"),
                        ],
                        default="terbuka",
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                (
                    "offered_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="offered at"
                    ),
                ),
                ("ends_at", models.DateTimeField(verbose_name="answer by")),
                (
                    "answered_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="answered at"
                    ),
                ),
            ],
            options={
                "verbose_name": "offer",
                "verbose_name_plural": "offers",
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(fields=["status", "ends_at"], name="offers_that_end")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "terbuka")),
                        fields=("enrolment",),
                        name="one_open_offer_per_enrolment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Work",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="work",
                        to="trainings.enrolment",
                        verbose_name="participant",
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=120, verbose_name="what was made"),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=120,
                        verbose_name="what was made, in English",
                    ),
                ),
                (
                    "grades",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="grades by criterion"
                    ),
                ),
                ("photo", council.images.PhotoField(blank=True, verbose_name="photo")),
                (
                    "alt",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="what the photo shows"
                    ),
                ),
                (
                    "alt_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="what the photo shows, in English",
                    ),
                ),
                (
                    "public_page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="shown_works",
                        to="trainings.training",
                        verbose_name="shown to the public at",
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="taken back by the maker at"
                    ),
                ),
            ],
            options={
                "verbose_name": "work of a participant",
                "verbose_name_plural": "works of participants",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("public_page", None),
                            models.Q(
                                models.Q(("photo", ""), _negated=True),
                                models.Q(("alt", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_public_work_has_a_photo_and_its_words",
                        violation_error_message="To show it, add a photo and say what the photo shows.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCertificate",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        db_index=True,
                        default=council.links.new_code,
                        editable=False,
                        max_length=32,
                        verbose_name="code",
                    ),
                ),
                ("number", models.CharField(max_length=120, verbose_name="number")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "sequence",
                    models.PositiveIntegerField(verbose_name="place in the sequence"),
                ),
                (
                    "name",
                    models.CharField(max_length=260, verbose_name="name with titles"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="training")),
                ("class_name", models.CharField(max_length=120, verbose_name="class")),
                (
                    "venue",
                    models.CharField(blank=True, max_length=420, verbose_name="place"),
                ),
                ("starts_on", models.DateField(verbose_name="first day attended")),
                ("ends_on", models.DateField(verbose_name="last day attended")),
                (
                    "minutes",
                    models.PositiveIntegerField(verbose_name="minutes attended"),
                ),
                (
                    "lessons",
                    models.JSONField(default=list, verbose_name="sessions attended"),
                ),
                (
                    "competences",
                    models.JSONField(
                        db_default=[], default=list, verbose_name="competences taught"
                    ),
                ),
                (
                    "signatories",
                    models.JSONField(default=list, verbose_name="signatories"),
                ),
                ("issued_on", models.DateField(verbose_name="issued on")),
                (
                    "issued_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="issued at"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("berlaku", "valid"),
                            ("diganti", "replaced"),
                            ("ditarik", "withdrawn"),
                        ],
                        default="berlaku",
                        max_length=10,
                        verbose_name="standing",
                    ),
                ),
                (
                    "ended_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="replaced or withdrawn at"
                    ),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=250, verbose_name="reason"),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.enrolment",
                        verbose_name="participant",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="issued by",
                    ),
                ),
                (
                    "craft",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.craft",
                        verbose_name="craft",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by whom",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="trainings.certificate",
                        verbose_name="replaces",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="replaced or withdrawn by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical certificate",
                "verbose_name_plural": "historical certificates",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
    operations = together(operations)
