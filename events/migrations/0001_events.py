import django.db.models.deletion
import simple_history.models
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
            name="HistoricalEvent",
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
                    "host_name",
                    models.CharField(
                        blank=True,
                        help_text="When others organise it, such as ASEPHI for Inacraft.",
                        max_length=150,
                        verbose_name="organised by",
                    ),
                ),
                (
                    "edition",
                    models.CharField(blank=True, max_length=40, verbose_name="edition"),
                ),
                (
                    "edition_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=40,
                        verbose_name="edition, in English",
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        blank=True,
                        help_text="Such as: free.",
                        max_length=120,
                        verbose_name="admission",
                    ),
                ),
                (
                    "admission_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=120,
                        verbose_name="admission, in English",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "stands",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="stands"
                    ),
                ),
                (
                    "visitors",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="visitors"
                    ),
                ),
                (
                    "sales",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="value of sales (rupiah)"
                    ),
                ),
                (
                    "lessons",
                    models.TextField(
                        blank=True,
                        help_text="What a study visit taught.",
                        verbose_name="lessons to apply",
                    ),
                ),
                (
                    "lessons_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="lessons to apply, in English",
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
                "verbose_name": "historical event",
                "verbose_name_plural": "historical events",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Event",
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
                    "host_name",
                    models.CharField(
                        blank=True,
                        help_text="When others organise it, such as ASEPHI for Inacraft.",
                        max_length=150,
                        verbose_name="organised by",
                    ),
                ),
                (
                    "edition",
                    models.CharField(blank=True, max_length=40, verbose_name="edition"),
                ),
                (
                    "edition_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=40,
                        verbose_name="edition, in English",
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        blank=True,
                        help_text="Such as: free.",
                        max_length=120,
                        verbose_name="admission",
                    ),
                ),
                (
                    "admission_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=120,
                        verbose_name="admission, in English",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "stands",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="stands"
                    ),
                ),
                (
                    "visitors",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="visitors"
                    ),
                ),
                (
                    "sales",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="value of sales (rupiah)"
                    ),
                ),
                (
                    "lessons",
                    models.TextField(
                        blank=True,
                        help_text="What a study visit taught.",
                        verbose_name="lessons to apply",
                    ),
                ),
                (
                    "lessons_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="lessons to apply, in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "indexes": [],
                "constraints": [],
            },
            bases=("programs.activity",),
        ),
    ]
    operations = together(operations)
