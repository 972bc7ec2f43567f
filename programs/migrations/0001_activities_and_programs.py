import artisans.models.papers
import council.images
import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from council.tables import together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("artisans", "0001_crafts_makers_and_products"),
    ]

    operations = [
        migrations.CreateModel(
            name="SupportLine",
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
                    "name",
                    models.CharField(max_length=150, unique=True, verbose_name="name"),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="name in English"
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=0, verbose_name="order"),
                ),
            ],
            options={
                "verbose_name": "line of support",
                "verbose_name_plural": "lines of support",
                "ordering": ["order", "name"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalEligibilityRule",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "fund_source",
                    models.CharField(
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
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Leave empty when it holds every year.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "family",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("batik", "batik and dyed cloth"),
                            ("tenun", "weaving and songket"),
                            ("sulam", "embroidery"),
                            ("rajut", "knitting and crochet"),
                            ("anyam", "plaiting"),
                            ("kayu", "wood and carving"),
                            ("kerang", "shell, bone and coconut"),
                            ("logam", "metal and jewellery"),
                            ("tanah", "clay, glass and stone"),
                            ("kulit", "leather"),
                            ("pangan", "food"),
                            ("lain", "other crafts"),
                        ],
                        max_length=10,
                        verbose_name="craft family",
                    ),
                ),
                (
                    "is_nib_needed",
                    models.BooleanField(default=False, verbose_name="a NIB is needed"),
                ),
                (
                    "kbli_2020",
                    artisans.models.papers.CodesField(
                        blank=True,
                        help_text="First digits are enough: 131 is every code that begins so.",
                        max_length=100,
                        verbose_name="KBLI 2020",
                    ),
                ),
                (
                    "kbli_2025",
                    artisans.models.papers.CodesField(
                        blank=True, max_length=100, verbose_name="KBLI 2025"
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        help_text="Where it is written, with number and date.",
                        max_length=200,
                        verbose_name="law or letter",
                    ),
                ),
                (
                    "basis_url",
                    models.URLField(blank=True, verbose_name="address of the text"),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The rule holds for it and for every unit below.",
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
                "verbose_name": "historical rule of a source of funds",
                "verbose_name_plural": "historical rules of sources of funds",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="EligibilityRule",
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
                        help_text="The rule holds for it and for every unit below.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="eligibility_rules",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "fund_source",
                    models.CharField(
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
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Leave empty when it holds every year.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "family",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("batik", "batik and dyed cloth"),
                            ("tenun", "weaving and songket"),
                            ("sulam", "embroidery"),
                            ("rajut", "knitting and crochet"),
                            ("anyam", "plaiting"),
                            ("kayu", "wood and carving"),
                            ("kerang", "shell, bone and coconut"),
                            ("logam", "metal and jewellery"),
                            ("tanah", "clay, glass and stone"),
                            ("kulit", "leather"),
                            ("pangan", "food"),
                            ("lain", "other crafts"),
                        ],
                        max_length=10,
                        verbose_name="craft family",
                    ),
                ),
                (
                    "is_nib_needed",
                    models.BooleanField(default=False, verbose_name="a NIB is needed"),
                ),
                (
                    "kbli_2020",
                    artisans.models.papers.CodesField(
                        blank=True,
                        help_text="First digits are enough: 131 is every code that begins so.",
                        max_length=100,
                        verbose_name="KBLI 2020",
                    ),
                ),
                (
                    "kbli_2025",
                    artisans.models.papers.CodesField(
                        blank=True, max_length=100, verbose_name="KBLI 2025"
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        help_text="Where it is written, with number and date.",
                        max_length=200,
                        verbose_name="law or letter",
                    ),
                ),
                (
                    "basis_url",
                    models.URLField(blank=True, verbose_name="address of the text"),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "areas",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Artisans who live in one of them, or in any part of it.",
                        related_name="+",
                        to="council.region",
                        verbose_name="areas",
                    ),
                ),
                (
                    "crafts",
                    models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        to="artisans.craft",
                        verbose_name="crafts",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule of a source of funds",
                "verbose_name_plural": "rules of sources of funds",
                "ordering": ["unit__code", "fund_source", "pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalProgram",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
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
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "title_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="title in English",
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
                    "horizon",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pendek", "short term"),
                            ("menengah", "medium term"),
                            ("panjang", "long term"),
                        ],
                        max_length=10,
                        verbose_name="horizon",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("usulan", "proposed"),
                            ("dibahas", "discussed at the raker"),
                            ("disetujui", "approved"),
                            ("dianggarkan", "budgeted"),
                            ("berjalan", "running"),
                            ("selesai", "done"),
                            ("ditunda", "postponed"),
                            ("dibatalkan", "cancelled"),
                        ],
                        default="usulan",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
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
                    "line",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="programs.supportline",
                        verbose_name="line of support",
                    ),
                ),
                (
                    "division",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.division",
                        verbose_name="division",
                    ),
                ),
                (
                    "lead_agency",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The agency (OPD) that plans and pays for it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.organization",
                        verbose_name="lead agency",
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
                "verbose_name": "historical program",
                "verbose_name_plural": "historical programs",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Program",
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
                        related_name="programs",
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
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "title_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="title in English",
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
                    "horizon",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pendek", "short term"),
                            ("menengah", "medium term"),
                            ("panjang", "long term"),
                        ],
                        max_length=10,
                        verbose_name="horizon",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programs",
                        to="programs.supportline",
                        verbose_name="line of support",
                    ),
                ),
                (
                    "division",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programs",
                        to="council.division",
                        verbose_name="division",
                    ),
                ),
                (
                    "lead_agency",
                    models.ForeignKey(
                        blank=True,
                        help_text="The agency (OPD) that plans and pays for it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programs",
                        to="council.organization",
                        verbose_name="lead agency",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("usulan", "proposed"),
                            ("dibahas", "discussed at the raker"),
                            ("disetujui", "approved"),
                            ("dianggarkan", "budgeted"),
                            ("berjalan", "running"),
                            ("selesai", "done"),
                            ("ditunda", "postponed"),
                            ("dibatalkan", "cancelled"),
                        ],
                        default="usulan",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
            ],
            options={
                "verbose_name": "program",
                "verbose_name_plural": "programs",
                "ordering": ["-year", "unit", "title"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "year", "title"),
                        name="a_unit_has_each_program_once_a_year",
                        violation_error_message="This unit already has a program of that title in this year.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalActivity",
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
                "verbose_name": "historical activity",
                "verbose_name_plural": "historical activities",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Activity",
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
                        help_text="The unit that carries it out.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="programs.program",
                        verbose_name="program",
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
                        max_length=200,
                        unique=True,
                        verbose_name="address on the portal",
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
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="council.region",
                        verbose_name="region",
                    ),
                ),
                (
                    "picture",
                    council.images.PhotoField(blank=True, verbose_name="picture"),
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
                    "crafts",
                    models.ManyToManyField(
                        blank=True,
                        related_name="activities",
                        to="artisans.craft",
                        verbose_name="crafts",
                    ),
                ),
                (
                    "press",
                    models.ManyToManyField(
                        blank=True,
                        related_name="activities",
                        to="council.pressclipping",
                        verbose_name="press clippings",
                    ),
                ),
            ],
            options={
                "verbose_name": "activity",
                "verbose_name_plural": "activities",
                "ordering": ["-starts_on", "title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="an_activity_ends_after_it_starts",
                        violation_error_message="The last day is before the first day.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ActivityDay",
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
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="days",
                        to="programs.activity",
                        verbose_name="activity",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="day")),
                (
                    "start_time",
                    models.TimeField(blank=True, null=True, verbose_name="from"),
                ),
                (
                    "end_time",
                    models.TimeField(blank=True, null=True, verbose_name="until"),
                ),
            ],
            options={
                "verbose_name": "day",
                "verbose_name_plural": "days",
                "ordering": ["held_on"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("activity", "held_on"),
                        name="an_activity_has_each_day_once",
                        violation_error_message="This day is already listed.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ActivityParty",
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
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="programs.activity",
                        verbose_name="activity",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activity_roles",
                        to="council.organization",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("penyelenggara", "organiser"),
                            ("bersama", "co-organiser"),
                            ("pendana", "funder"),
                            ("tuan_rumah", "host"),
                            ("tamu", "guest"),
                            ("mitra", "partner"),
                            ("peserta", "participant"),
                        ],
                        max_length=15,
                        verbose_name="role",
                    ),
                ),
            ],
            options={
                "verbose_name": "party",
                "verbose_name_plural": "parties",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("organization__isnull", False), ("unit__isnull", True)
                            ),
                            models.Q(
                                ("organization__isnull", True), ("unit__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_party_is_a_unit_or_an_organisation",
                        violation_error_message="Choose either a unit or an organisation.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ActivityPerson",
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
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="programs.activity",
                        verbose_name="activity",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activity_roles",
                        to="council.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("pembuka", "opens it"),
                            ("narasumber", "speaker"),
                            ("pelapor", "reports on it"),
                            ("pelatih", "instructor"),
                            ("juri", "juror"),
                            ("penerima", "receives the guests"),
                            ("ketua_rombongan", "leads the delegation"),
                            ("undangan", "invited guest"),
                        ],
                        max_length=16,
                        verbose_name="role",
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="post at that time"
                    ),
                ),
                (
                    "post_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="post at that time, in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "person and role",
                "verbose_name_plural": "people and roles",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("activity", "person", "role"),
                        name="a_person_has_each_role_once_in_an_activity",
                        violation_error_message="This person already has this role.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HeadCount",
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
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="head_counts",
                        to="programs.activity",
                        verbose_name="activity",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("peserta", "participants"),
                            ("perwakilan", "representatives"),
                            ("undangan", "invited guests"),
                            ("panitia", "committee"),
                            ("narasumber", "speakers"),
                            ("pengunjung", "visitors"),
                            ("ikm", "businesses (IKM)"),
                        ],
                        max_length=12,
                        verbose_name="who",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        help_text="Such as: songket class.",
                        max_length=120,
                        verbose_name="part",
                    ),
                ),
                (
                    "group_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=120,
                        verbose_name="part, in English",
                    ),
                ),
                ("total", models.PositiveIntegerField(verbose_name="total")),
                (
                    "women",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="of whom women"
                    ),
                ),
            ],
            options={
                "verbose_name": "head count",
                "verbose_name_plural": "head counts",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("women__isnull", True),
                            ("women__lte", models.F("total")),
                            _connector="OR",
                        ),
                        name="women_are_part_of_the_total",
                        violation_error_message="There are more women than people.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalMeeting",
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
                    "meeting_kind",
                    models.CharField(
                        choices=[
                            ("raker", "annual working meeting (raker)"),
                            ("rakerda", "regional working meeting (rakerda)"),
                            ("rakor", "coordination meeting (rakor)"),
                            ("rapat_pengurus", "board meeting"),
                            ("rapat_bidang", "division meeting"),
                        ],
                        max_length=15,
                        verbose_name="kind of meeting",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="The year that is planned.",
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="for the year",
                    ),
                ),
                (
                    "theme",
                    models.CharField(blank=True, max_length=150, verbose_name="theme"),
                ),
                (
                    "theme_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="theme, in English",
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
                "verbose_name": "historical meeting",
                "verbose_name_plural": "historical meetings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Meeting",
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
                    "meeting_kind",
                    models.CharField(
                        choices=[
                            ("raker", "annual working meeting (raker)"),
                            ("rakerda", "regional working meeting (rakerda)"),
                            ("rakor", "coordination meeting (rakor)"),
                            ("rapat_pengurus", "board meeting"),
                            ("rapat_bidang", "division meeting"),
                        ],
                        max_length=15,
                        verbose_name="kind of meeting",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="The year that is planned.",
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="for the year",
                    ),
                ),
                (
                    "theme",
                    models.CharField(blank=True, max_length=150, verbose_name="theme"),
                ),
                (
                    "theme_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="theme, in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
                "indexes": [],
                "constraints": [],
            },
            bases=("programs.activity",),
        ),
        migrations.CreateModel(
            name="LaterResult",
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
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="later_results",
                        to="programs.activity",
                        verbose_name="activity",
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(verbose_name="months later"),
                ),
                (
                    "productive",
                    models.PositiveIntegerField(default=0, verbose_name="productive"),
                ),
                (
                    "partly",
                    models.PositiveIntegerField(
                        default=0, verbose_name="partly productive"
                    ),
                ),
                (
                    "not_yet",
                    models.PositiveIntegerField(
                        default=0, verbose_name="not yet productive"
                    ),
                ),
            ],
            options={
                "verbose_name": "later result",
                "verbose_name_plural": "later results",
                "ordering": ["activity", "months"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("activity", "months"),
                        name="a_result_is_kept_once_a_stage",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agenda",
                        to="programs.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=1, verbose_name="order"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="item")),
                (
                    "title_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="item, in English",
                    ),
                ),
                (
                    "presenter",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="presented by"
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes"
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True, verbose_name="what was said or decided"
                    ),
                ),
                (
                    "outcome_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="what was said or decided, in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "agenda item",
                "verbose_name_plural": "agenda items",
                "ordering": ["order", "pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.AddField(
            model_name="historicalprogram",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="programs.meeting",
                verbose_name="decided at",
            ),
        ),
        migrations.AddField(
            model_name="program",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="programs",
                to="programs.meeting",
                verbose_name="decided at",
            ),
        ),
    ]
    operations = together(operations)
