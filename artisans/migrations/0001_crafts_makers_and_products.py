import artisans.marketplaces
import artisans.models.flagships
import artisans.models.labels
import artisans.models.languages
import artisans.models.papers
import artisans.models.status
import artisans.wildlife
import council.images
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import phonenumber_field.modelfields
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from council.tables import together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("council", "0001_ground_floor"),
    ]

    operations = [
        migrations.CreateModel(
            name="Craft",
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
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="name in English"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(max_length=100, unique=True, verbose_name="slug"),
                ),
                (
                    "family",
                    models.CharField(
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
                        verbose_name="family",
                    ),
                ),
                (
                    "technique",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="how it is made"
                    ),
                ),
                (
                    "technique_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="how it is made, in English",
                    ),
                ),
                (
                    "typical_motifs",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="typical motifs"
                    ),
                ),
                (
                    "typical_motifs_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="typical motifs, in English",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="where it comes from"
                    ),
                ),
                (
                    "origin_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="where it comes from, in English",
                    ),
                ),
                ("about", models.TextField(blank=True, verbose_name="about")),
                (
                    "about_en",
                    models.TextField(blank=True, verbose_name="about, in English"),
                ),
                (
                    "kbli_2020",
                    models.CharField(
                        blank=True, max_length=30, verbose_name="KBLI 2020"
                    ),
                ),
                (
                    "kbli_2025",
                    models.CharField(
                        blank=True, max_length=30, verbose_name="KBLI 2025"
                    ),
                ),
            ],
            options={
                "verbose_name": "craft",
                "verbose_name_plural": "crafts",
                "ordering": ["name"],
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Material",
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
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="name in English"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(max_length=100, unique=True, verbose_name="slug"),
                ),
                (
                    "is_protected",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Products made of it are refused and leave the showcase.",
                        verbose_name="protected wildlife",
                    ),
                ),
                (
                    "is_animal",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Worn goods of it need a halal certificate (PP 42/2024).",
                        verbose_name="of an animal",
                    ),
                ),
            ],
            options={
                "verbose_name": "material",
                "verbose_name_plural": "materials",
                "ordering": ["name"],
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ProductKind",
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
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="name in English"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(max_length=100, unique=True, verbose_name="slug"),
                ),
            ],
            options={
                "verbose_name": "kind of product",
                "verbose_name_plural": "kinds of products",
                "ordering": ["name"],
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCollection",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
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
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "title_en",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="title in English"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=160, verbose_name="address on the portal"
                    ),
                ),
                (
                    "intro",
                    models.TextField(
                        blank=True,
                        help_text="What holds these pieces together, in two or three sentences.",
                        verbose_name="introduction",
                    ),
                ),
                (
                    "intro_en",
                    models.TextField(
                        blank=True, verbose_name="introduction, in English"
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
                        verbose_name="curated by",
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
                "verbose_name": "historical collection",
                "verbose_name_plural": "historical collections",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Collection",
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
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leave empty to keep it a draft.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="collections",
                        to="council.unit",
                        verbose_name="curated by",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "title_en",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="title in English"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=160,
                        unique=True,
                        verbose_name="address on the portal",
                    ),
                ),
                (
                    "intro",
                    models.TextField(
                        blank=True,
                        help_text="What holds these pieces together, in two or three sentences.",
                        verbose_name="introduction",
                    ),
                ),
                (
                    "intro_en",
                    models.TextField(
                        blank=True, verbose_name="introduction, in English"
                    ),
                ),
            ],
            options={
                "verbose_name": "collection",
                "verbose_name_plural": "collections",
                "ordering": ["-published_at", "title"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCentre",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
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
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        max_length=160, verbose_name="address on the portal"
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        help_text="Street and number, or a landmark people know.",
                        max_length=255,
                        verbose_name="address",
                    ),
                ),
                (
                    "getting_there",
                    models.TextField(
                        blank=True,
                        help_text="From the station, terminal or airport, and where to park.",
                        verbose_name="how to get there",
                    ),
                ),
                (
                    "getting_there_en",
                    models.TextField(
                        blank=True, verbose_name="how to get there, in English"
                    ),
                ),
                (
                    "hours",
                    models.CharField(
                        blank=True,
                        help_text="Such as: Monday to Saturday 09.00-16.00.",
                        max_length=150,
                        verbose_name="visiting hours",
                    ),
                ),
                (
                    "hours_en",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="visiting hours, in English",
                    ),
                ),
                (
                    "about",
                    models.TextField(
                        blank=True,
                        help_text="What a visitor will see, hear and learn.",
                        verbose_name="story",
                    ),
                ),
                (
                    "about_en",
                    models.TextField(blank=True, verbose_name="story, in English"),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True,
                        help_text="A number kept for visitors, not that of a private person.",
                        max_length=128,
                        region=None,
                        verbose_name="phone of the place",
                    ),
                ),
                (
                    "picture",
                    models.TextField(blank=True, max_length=100, verbose_name="photo"),
                ),
                (
                    "picture_alt",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="what the photo shows"
                    ),
                ),
                (
                    "picture_alt_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="what the photo shows, in English",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        help_text="Decimal degrees of a place open to the public, such as -0.9471.",
                        max_digits=7,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                -11.2, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                6.3, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=7,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                94.8, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                141.2, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sentra", "craft centre (sentra)"),
                            ("kampung", "craft village (kampung kriya)"),
                        ],
                        default="sentra",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("rencana", "planned"),
                            ("rintisan", "pilot"),
                            ("aktif", "active"),
                        ],
                        default="aktif",
                        max_length=10,
                        verbose_name="stage",
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
                    "city",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"level": 2},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.region",
                        verbose_name="city or regency",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"level": 4},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.region",
                        verbose_name="kelurahan or desa",
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
                "verbose_name": "historical craft centre",
                "verbose_name_plural": "historical craft centres",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOutlet",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
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
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        max_length=160, verbose_name="address on the portal"
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        help_text="Street and number, or a landmark people know.",
                        max_length=255,
                        verbose_name="address",
                    ),
                ),
                (
                    "getting_there",
                    models.TextField(
                        blank=True,
                        help_text="From the station, terminal or airport, and where to park.",
                        verbose_name="how to get there",
                    ),
                ),
                (
                    "getting_there_en",
                    models.TextField(
                        blank=True, verbose_name="how to get there, in English"
                    ),
                ),
                (
                    "hours",
                    models.CharField(
                        blank=True,
                        help_text="Such as: Monday to Saturday 09.00-16.00.",
                        max_length=150,
                        verbose_name="visiting hours",
                    ),
                ),
                (
                    "hours_en",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="visiting hours, in English",
                    ),
                ),
                (
                    "about",
                    models.TextField(
                        blank=True,
                        help_text="What a visitor will see, hear and learn.",
                        verbose_name="story",
                    ),
                ),
                (
                    "about_en",
                    models.TextField(blank=True, verbose_name="story, in English"),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True,
                        help_text="A number kept for visitors, not that of a private person.",
                        max_length=128,
                        region=None,
                        verbose_name="phone of the place",
                    ),
                ),
                (
                    "picture",
                    models.TextField(blank=True, max_length=100, verbose_name="photo"),
                ),
                (
                    "picture_alt",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="what the photo shows"
                    ),
                ),
                (
                    "picture_alt_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="what the photo shows, in English",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        help_text="Decimal degrees of a place open to the public, such as -0.9471.",
                        max_digits=7,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                -11.2, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                6.3, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=7,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                94.8, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                141.2, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("galeri", "gallery"),
                            ("gerai", "shop"),
                            ("pojok", "corner in an airport, hotel or mall"),
                        ],
                        default="galeri",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "host",
                    models.CharField(
                        blank=True,
                        help_text="The airport, hotel or mall it stands in.",
                        max_length=120,
                        verbose_name="inside",
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
                    "city",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"level": 2},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.region",
                        verbose_name="city or regency",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"level": 4},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.region",
                        verbose_name="kelurahan or desa",
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
                "verbose_name": "historical outlet",
                "verbose_name_plural": "historical outlets",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Outlet",
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
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leave empty to keep it a draft.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        max_length=160,
                        unique=True,
                        verbose_name="address on the portal",
                    ),
                ),
                (
                    "city",
                    models.ForeignKey(
                        limit_choices_to={"level": 2},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="council.region",
                        verbose_name="city or regency",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"level": 4},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="council.region",
                        verbose_name="kelurahan or desa",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        help_text="Street and number, or a landmark people know.",
                        max_length=255,
                        verbose_name="address",
                    ),
                ),
                (
                    "getting_there",
                    models.TextField(
                        blank=True,
                        help_text="From the station, terminal or airport, and where to park.",
                        verbose_name="how to get there",
                    ),
                ),
                (
                    "getting_there_en",
                    models.TextField(
                        blank=True, verbose_name="how to get there, in English"
                    ),
                ),
                (
                    "hours",
                    models.CharField(
                        blank=True,
                        help_text="Such as: Monday to Saturday 09.00-16.00.",
                        max_length=150,
                        verbose_name="visiting hours",
                    ),
                ),
                (
                    "hours_en",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="visiting hours, in English",
                    ),
                ),
                (
                    "about",
                    models.TextField(
                        blank=True,
                        help_text="What a visitor will see, hear and learn.",
                        verbose_name="story",
                    ),
                ),
                (
                    "about_en",
                    models.TextField(blank=True, verbose_name="story, in English"),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True,
                        help_text="A number kept for visitors, not that of a private person.",
                        max_length=128,
                        region=None,
                        verbose_name="phone of the place",
                    ),
                ),
                (
                    "picture",
                    council.images.PhotoField(blank=True, verbose_name="photo"),
                ),
                (
                    "picture_alt",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="what the photo shows"
                    ),
                ),
                (
                    "picture_alt_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="what the photo shows, in English",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        help_text="Decimal degrees of a place open to the public, such as -0.9471.",
                        max_digits=7,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                -11.2, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                6.3, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=7,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                94.8, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                141.2, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("galeri", "gallery"),
                            ("gerai", "shop"),
                            ("pojok", "corner in an airport, hotel or mall"),
                        ],
                        default="galeri",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "host",
                    models.CharField(
                        blank=True,
                        help_text="The airport, hotel or mall it stands in.",
                        max_length=120,
                        verbose_name="inside",
                    ),
                ),
            ],
            options={
                "verbose_name": "outlet",
                "verbose_name_plural": "outlets",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("latitude__isnull", True), ("longitude__isnull", True)
                            ),
                            models.Q(
                                ("latitude__isnull", False),
                                ("longitude__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_outlet_on_the_map_has_both_numbers",
                        violation_error_message="Give both latitude and longitude, or neither.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCraftRoute",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
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
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "title_en",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="title in English"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=160, verbose_name="address on the portal"
                    ),
                ),
                ("intro", models.TextField(blank=True, verbose_name="introduction")),
                (
                    "intro_en",
                    models.TextField(
                        blank=True, verbose_name="introduction, in English"
                    ),
                ),
                (
                    "getting_around",
                    models.CharField(
                        blank=True,
                        help_text="Such as: by motorbike or car, 18 kilometres in all.",
                        max_length=200,
                        verbose_name="how to get around",
                    ),
                ),
                (
                    "getting_around_en",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="how to get around, in English",
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
                    "city",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"level": 2},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.region",
                        verbose_name="city or regency",
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
                "verbose_name": "historical craft route",
                "verbose_name_plural": "historical craft routes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="CraftRoute",
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
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leave empty to keep it a draft.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="routes",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "city",
                    models.ForeignKey(
                        limit_choices_to={"level": 2},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="routes",
                        to="council.region",
                        verbose_name="city or regency",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "title_en",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="title in English"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=160,
                        unique=True,
                        verbose_name="address on the portal",
                    ),
                ),
                ("intro", models.TextField(blank=True, verbose_name="introduction")),
                (
                    "intro_en",
                    models.TextField(
                        blank=True, verbose_name="introduction, in English"
                    ),
                ),
                (
                    "getting_around",
                    models.CharField(
                        blank=True,
                        help_text="Such as: by motorbike or car, 18 kilometres in all.",
                        max_length=200,
                        verbose_name="how to get around",
                    ),
                ),
                (
                    "getting_around_en",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="how to get around, in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "craft route",
                "verbose_name_plural": "craft routes",
                "ordering": ["title"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalArtisan",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "registered_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="registered at"
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The nearest council to the artisan's village.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="home unit",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"level": 4},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.region",
                        verbose_name="kelurahan or desa",
                    ),
                ),
                (
                    "main_craft",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.craft",
                        verbose_name="main craft",
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
                "verbose_name": "historical artisan",
                "verbose_name_plural": "historical artisans",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Artisan",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="artisan",
                        to="council.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        help_text="The nearest council to the artisan's village.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="artisans",
                        to="council.unit",
                        verbose_name="home unit",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"level": 4},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="artisans",
                        to="council.region",
                        verbose_name="kelurahan or desa",
                    ),
                ),
                (
                    "main_craft",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="artisans",
                        to="artisans.craft",
                        verbose_name="main craft",
                    ),
                ),
                (
                    "registered_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="registered at"
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
            ],
            options={
                "verbose_name": "artisan",
                "verbose_name_plural": "artisans",
                "ordering": ["person__full_name"],
                "indexes": [
                    models.Index(
                        fields=["-registered_at", "-id"],
                        name="artisan_newest_for_staff",
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Motif",
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
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="name in English"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(max_length=100, unique=True, verbose_name="slug"),
                ),
                (
                    "origin",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="where it comes from"
                    ),
                ),
                (
                    "origin_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="where it comes from, in English",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"level__lte": 2},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="motifs",
                        to="council.region",
                        verbose_name="province, city or regency it is known from",
                    ),
                ),
                (
                    "meaning",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="Two or three sentences, as its people tell it.",
                        verbose_name="meaning",
                    ),
                ),
                (
                    "meaning_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="meaning, in English",
                    ),
                ),
                (
                    "is_restricted",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        verbose_name="limited by custom (motif larangan)",
                    ),
                ),
                (
                    "limits",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="Who wears it, when, and what custom asks of others.",
                        verbose_name="limits of use",
                    ),
                ),
                (
                    "limits_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="limits of use, in English",
                    ),
                ),
                (
                    "holder",
                    models.CharField(
                        choices=[
                            ("belum", "not looked into yet"),
                            ("komunal", "communal: it belongs to a community"),
                            ("pencipta", "a known creator or holder"),
                        ],
                        db_default="belum",
                        default="belum",
                        max_length=10,
                        verbose_name="whose it is",
                    ),
                ),
                (
                    "held_by",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="community, council or body that holds it",
                    ),
                ),
                (
                    "held_by_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="who holds it, in English",
                    ),
                ),
                (
                    "filing",
                    models.CharField(
                        choices=[
                            ("belum", "not filed"),
                            ("diajukan", "filed, waiting for the answer"),
                            ("tercatat", "recorded"),
                        ],
                        db_default="belum",
                        default="belum",
                        max_length=10,
                        verbose_name="status of the intellectual property",
                    ),
                ),
                (
                    "right",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("merek", "trademark"),
                            ("merek-kolektif", "collective trademark"),
                            ("hak-cipta", "copyright"),
                            ("desain-industri", "industrial design"),
                            ("indikasi-geografis", "geographical indication"),
                            ("kik", "communal intellectual property (KIK)"),
                        ],
                        db_default="",
                        default="",
                        max_length=20,
                        verbose_name="kind of intellectual property",
                    ),
                ),
                (
                    "record_number",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=60,
                        verbose_name="number of the record",
                    ),
                ),
                (
                    "picture",
                    council.images.PhotoField(
                        blank=True, db_default="", default="", verbose_name="picture"
                    ),
                ),
                (
                    "picture_alt",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
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
                    "crafts",
                    models.ManyToManyField(
                        blank=True,
                        related_name="motifs",
                        to="artisans.craft",
                        verbose_name="crafts",
                    ),
                ),
            ],
            options={
                "verbose_name": "motif",
                "verbose_name_plural": "motifs",
                "ordering": ["name"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_restricted", False),
                            models.Q(("limits", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_motif_limited_by_custom_says_how",
                        violation_error_message="Say what custom asks, so that readers can respect it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("holder", "komunal"), _negated=True),
                            ("right__in", ["", "kik", "indikasi-geografis"]),
                            _connector="OR",
                        ),
                        name="a_communal_motif_is_nobodys_own",
                        violation_error_message="A communal motif can only be recorded as communal property or as a geographical indication.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalBusiness",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=150, verbose_name="business name"),
                ),
                (
                    "brand",
                    models.CharField(blank=True, max_length=100, verbose_name="brand"),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=160, verbose_name="address on the portal"
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("perorangan", "sole proprietor"),
                            ("kub", "joint business group (KUB)"),
                            ("koperasi", "cooperative"),
                            ("cv", "CV"),
                            ("pt", "PT"),
                            ("pt-perorangan", "single-person PT"),
                            ("yayasan", "foundation"),
                            ("lainnya", "other"),
                        ],
                        default="perorangan",
                        max_length=15,
                        verbose_name="legal form",
                    ),
                ),
                (
                    "industry",
                    models.CharField(
                        choices=[
                            ("kerajinan", "craft (kriya)"),
                            ("sandang", "clothing"),
                            ("pangan", "food"),
                        ],
                        default="kerajinan",
                        max_length=10,
                        verbose_name="branch of industry",
                    ),
                ),
                (
                    "founded_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1900)],
                        verbose_name="year founded",
                    ),
                ),
                (
                    "nib",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="13 digits, from oss.go.id; the public does not see it.",
                        max_length=13,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{13}$", "A NIB has 13 digits."
                            )
                        ],
                        verbose_name="NIB",
                    ),
                ),
                (
                    "kbli_2020",
                    artisans.models.papers.CodesField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=100,
                        verbose_name="KBLI 2020",
                    ),
                ),
                (
                    "kbli_2025",
                    artisans.models.papers.CodesField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=100,
                        verbose_name="KBLI 2025",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="address"
                    ),
                ),
                (
                    "story",
                    models.TextField(
                        blank=True,
                        help_text="Two or three sentences a visitor remembers.",
                        verbose_name="story",
                    ),
                ),
                (
                    "story_en",
                    models.TextField(blank=True, verbose_name="story, in English"),
                ),
                (
                    "quote",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="one quote"
                    ),
                ),
                (
                    "quote_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="one quote, in English",
                    ),
                ),
                (
                    "portrait",
                    models.TextField(
                        blank=True, max_length=100, verbose_name="portrait or workshop"
                    ),
                ),
                (
                    "portrait_alt",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="what the picture shows",
                    ),
                ),
                (
                    "portrait_alt_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="what the picture shows, in English",
                    ),
                ),
                (
                    "portrait_focus",
                    models.CharField(
                        choices=[
                            ("top-left", "top left"),
                            ("top", "top"),
                            ("top-right", "top right"),
                            ("left", "left"),
                            ("center", "centre"),
                            ("right", "right"),
                            ("bottom-left", "bottom left"),
                            ("bottom", "bottom"),
                            ("bottom-right", "bottom right"),
                        ],
                        db_default="center",
                        default="center",
                        max_length=12,
                        verbose_name="what must stay when it is cropped",
                    ),
                ),
                (
                    "visiting",
                    models.CharField(
                        blank=True,
                        help_text="Such as: Monday to Friday 09.00-16.00, by appointment.",
                        max_length=150,
                        verbose_name="how to visit",
                    ),
                ),
                (
                    "visiting_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="how to visit, in English",
                    ),
                ),
                (
                    "languages",
                    artisans.models.languages.LanguagesField(
                        blank=True,
                        db_default=models.Value([], models.JSONField()),
                        default=list,
                        verbose_name="languages spoken with visitors",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Two decimals, such as -0.95: about a kilometre, so that no house is shown.",
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                -11.2, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                6.3, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                94.8, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                141.2, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True,
                        max_length=128,
                        region=None,
                        verbose_name="WhatsApp number",
                    ),
                ),
                (
                    "has_public_phone",
                    models.BooleanField(
                        default=False,
                        help_text="Only with the maker's consent (UU 27/2022, article 20).",
                        verbose_name="WhatsApp shown to the public",
                    ),
                ),
                (
                    "has_public_links",
                    models.BooleanField(
                        default=False,
                        help_text="Only with the maker's consent (UU 27/2022, article 20).",
                        verbose_name="marketplace links shown to the public",
                    ),
                ),
                (
                    "has_public_map",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Only with the maker's consent (UU 27/2022, article 20).",
                        verbose_name="rounded place shown on the map",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "draft"),
                            ("diajukan", "waiting for verification"),
                            ("perbaikan", "needs revision"),
                            ("terverifikasi", "verified"),
                            ("ditolak", "refused"),
                        ],
                        default="draf",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_reason",
                    models.CharField(
                        blank=True,
                        help_text="What the maker is told when the page is sent back or refused.",
                        max_length=250,
                        verbose_name="reason",
                    ),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="submitted at"
                    ),
                ),
                (
                    "verified_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="verified at"
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
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.artisan",
                        verbose_name="owner",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"level": 4},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.region",
                        verbose_name="kelurahan or desa",
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
                "verbose_name": "historical business",
                "verbose_name_plural": "historical businesses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Business",
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
                        related_name="businesses",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="businesses",
                        to="artisans.artisan",
                        verbose_name="owner",
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=150, verbose_name="business name"),
                ),
                (
                    "brand",
                    models.CharField(blank=True, max_length=100, verbose_name="brand"),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=160,
                        unique=True,
                        verbose_name="address on the portal",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("perorangan", "sole proprietor"),
                            ("kub", "joint business group (KUB)"),
                            ("koperasi", "cooperative"),
                            ("cv", "CV"),
                            ("pt", "PT"),
                            ("pt-perorangan", "single-person PT"),
                            ("yayasan", "foundation"),
                            ("lainnya", "other"),
                        ],
                        default="perorangan",
                        max_length=15,
                        verbose_name="legal form",
                    ),
                ),
                (
                    "industry",
                    models.CharField(
                        choices=[
                            ("kerajinan", "craft (kriya)"),
                            ("sandang", "clothing"),
                            ("pangan", "food"),
                        ],
                        default="kerajinan",
                        max_length=10,
                        verbose_name="branch of industry",
                    ),
                ),
                (
                    "founded_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1900)],
                        verbose_name="year founded",
                    ),
                ),
                (
                    "nib",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="13 digits, from oss.go.id; the public does not see it.",
                        max_length=13,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{13}$", "A NIB has 13 digits."
                            )
                        ],
                        verbose_name="NIB",
                    ),
                ),
                (
                    "kbli_2020",
                    artisans.models.papers.CodesField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=100,
                        verbose_name="KBLI 2020",
                    ),
                ),
                (
                    "kbli_2025",
                    artisans.models.papers.CodesField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=100,
                        verbose_name="KBLI 2025",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        limit_choices_to={"level": 4},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="businesses",
                        to="council.region",
                        verbose_name="kelurahan or desa",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="address"
                    ),
                ),
                (
                    "story",
                    models.TextField(
                        blank=True,
                        help_text="Two or three sentences a visitor remembers.",
                        verbose_name="story",
                    ),
                ),
                (
                    "story_en",
                    models.TextField(blank=True, verbose_name="story, in English"),
                ),
                (
                    "quote",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="one quote"
                    ),
                ),
                (
                    "quote_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="one quote, in English",
                    ),
                ),
                (
                    "portrait",
                    council.images.PhotoField(
                        blank=True, verbose_name="portrait or workshop"
                    ),
                ),
                (
                    "portrait_alt",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="what the picture shows",
                    ),
                ),
                (
                    "portrait_alt_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="what the picture shows, in English",
                    ),
                ),
                (
                    "portrait_focus",
                    models.CharField(
                        choices=[
                            ("top-left", "top left"),
                            ("top", "top"),
                            ("top-right", "top right"),
                            ("left", "left"),
                            ("center", "centre"),
                            ("right", "right"),
                            ("bottom-left", "bottom left"),
                            ("bottom", "bottom"),
                            ("bottom-right", "bottom right"),
                        ],
                        db_default="center",
                        default="center",
                        max_length=12,
                        verbose_name="what must stay when it is cropped",
                    ),
                ),
                (
                    "visiting",
                    models.CharField(
                        blank=True,
                        help_text="Such as: Monday to Friday 09.00-16.00, by appointment.",
                        max_length=150,
                        verbose_name="how to visit",
                    ),
                ),
                (
                    "visiting_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="how to visit, in English",
                    ),
                ),
                (
                    "languages",
                    artisans.models.languages.LanguagesField(
                        blank=True,
                        db_default=models.Value([], models.JSONField()),
                        default=list,
                        verbose_name="languages spoken with visitors",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Two decimals, such as -0.95: about a kilometre, so that no house is shown.",
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                -11.2, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                6.3, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                94.8, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                141.2, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True,
                        max_length=128,
                        region=None,
                        verbose_name="WhatsApp number",
                    ),
                ),
                (
                    "has_public_phone",
                    models.BooleanField(
                        default=False,
                        help_text="Only with the maker's consent (UU 27/2022, article 20).",
                        verbose_name="WhatsApp shown to the public",
                    ),
                ),
                (
                    "has_public_links",
                    models.BooleanField(
                        default=False,
                        help_text="Only with the maker's consent (UU 27/2022, article 20).",
                        verbose_name="marketplace links shown to the public",
                    ),
                ),
                (
                    "has_public_map",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Only with the maker's consent (UU 27/2022, article 20).",
                        verbose_name="rounded place shown on the map",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "draft"),
                            ("diajukan", "waiting for verification"),
                            ("perbaikan", "needs revision"),
                            ("terverifikasi", "verified"),
                            ("ditolak", "refused"),
                        ],
                        default="draf",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_reason",
                    models.CharField(
                        blank=True,
                        help_text="What the maker is told when the page is sent back or refused.",
                        max_length=250,
                        verbose_name="reason",
                    ),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="submitted at"
                    ),
                ),
                (
                    "verified_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="verified at"
                    ),
                ),
                (
                    "home_turn",
                    models.PositiveBigIntegerField(
                        db_default=0,
                        default=0,
                        editable=False,
                        verbose_name="turn on the home page",
                    ),
                ),
                (
                    "list_turn",
                    models.PositiveBigIntegerField(
                        db_default=0,
                        default=0,
                        editable=False,
                        verbose_name="turn in the lists",
                    ),
                ),
                (
                    "last_shown_on",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="On the home page, the first page of the list, or a craft's page.",
                        null=True,
                        verbose_name="last shown in front",
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
                        related_name="businesses",
                        to="artisans.craft",
                        verbose_name="crafts",
                    ),
                ),
            ],
            options={
                "verbose_name": "business",
                "verbose_name_plural": "businesses",
                "ordering": ["name"],
                "permissions": [("verify_business", "Can decide what the public sees")],
                "indexes": [
                    models.Index(fields=["status", "name"], name="business_by_name"),
                    models.Index(
                        fields=["status", "home_turn", "id"], name="business_at_home"
                    ),
                    models.Index(
                        fields=["status", "list_turn", "id"], name="business_in_list"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "village", "name"),
                        name="an_owner_has_each_business_once_in_a_village",
                        violation_error_message="This owner already has a business of that name in this village.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("nib", ""), _negated=True),
                        fields=("nib",),
                        name="a_nib_belongs_to_one_business",
                        violation_error_message="This NIB is noted with another business.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("latitude__isnull", True), ("longitude__isnull", True)
                            ),
                            models.Q(
                                ("latitude__isnull", False),
                                ("longitude__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_maker_on_the_map_has_both_numbers",
                        violation_error_message="Give both latitude and longitude, or neither.",
                    ),
                ],
            },
            bases=(artisans.models.status.ReviewedPage, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCompetenceCertificate",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "scheme",
                    models.CharField(
                        help_text="The occupation that was tested, such as: Pembatik Tulis.",
                        max_length=150,
                        verbose_name="scheme",
                    ),
                ),
                (
                    "issuer",
                    models.CharField(
                        help_text="Such as: LSP Batik (BNSP).",
                        max_length=150,
                        verbose_name="issued by",
                    ),
                ),
                ("number", models.CharField(max_length=80, verbose_name="number")),
                ("issued_on", models.DateField(verbose_name="issued on")),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="As on the certificate; leave empty if it names no last day.",
                        null=True,
                        verbose_name="valid until",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
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
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.document",
                        verbose_name="scan",
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
                "verbose_name": "historical competence certificate",
                "verbose_name_plural": "historical competence certificates",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="CompetenceCertificate",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="competence_certificates",
                        to="artisans.artisan",
                        verbose_name="artisan",
                    ),
                ),
                (
                    "scheme",
                    models.CharField(
                        help_text="The occupation that was tested, such as: Pembatik Tulis.",
                        max_length=150,
                        verbose_name="scheme",
                    ),
                ),
                (
                    "craft",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="artisans.craft",
                        verbose_name="craft",
                    ),
                ),
                (
                    "issuer",
                    models.CharField(
                        help_text="Such as: LSP Batik (BNSP).",
                        max_length=150,
                        verbose_name="issued by",
                    ),
                ),
                ("number", models.CharField(max_length=80, verbose_name="number")),
                ("issued_on", models.DateField(verbose_name="issued on")),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="As on the certificate; leave empty if it names no last day.",
                        null=True,
                        verbose_name="valid until",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="council.document",
                        verbose_name="scan",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
            ],
            options={
                "verbose_name": "competence certificate",
                "verbose_name_plural": "competence certificates",
                "ordering": ["expires_on", "pk"],
                "indexes": [
                    models.Index(fields=["expires_on"], name="competence_ends")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("issuer", "number"),
                        name="a_body_gives_a_competence_number_once",
                        violation_error_message="This number of this body is known already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on", None),
                            ("expires_on__gt", models.F("issued_on")),
                            _connector="OR",
                        ),
                        name="a_competence_ends_after_it_begins",
                        violation_error_message="It must end after the day it was issued.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalShopLink",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "marketplace",
                    models.CharField(
                        choices=[
                            ("tokopedia", "Tokopedia"),
                            ("shopee", "Shopee"),
                            ("tiktok_shop", "TikTok Shop"),
                            ("lazada", "Lazada"),
                            ("blibli", "Blibli"),
                            ("padi", "PaDi UMKM"),
                            ("ekatalog", "LKPP e-Catalogue"),
                            ("instagram", "Instagram"),
                            ("lainnya", "other"),
                        ],
                        max_length=12,
                        verbose_name="marketplace",
                    ),
                ),
                ("url", models.URLField(max_length=300, verbose_name="web address")),
                (
                    "business",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.business",
                        verbose_name="business",
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
                "verbose_name": "historical marketplace link",
                "verbose_name_plural": "historical marketplace links",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ShopLink",
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
                    "business",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shop_links",
                        to="artisans.business",
                        verbose_name="business",
                    ),
                ),
                (
                    "marketplace",
                    models.CharField(
                        choices=[
                            ("tokopedia", "Tokopedia"),
                            ("shopee", "Shopee"),
                            ("tiktok_shop", "TikTok Shop"),
                            ("lazada", "Lazada"),
                            ("blibli", "Blibli"),
                            ("padi", "PaDi UMKM"),
                            ("ekatalog", "LKPP e-Catalogue"),
                            ("instagram", "Instagram"),
                            ("lainnya", "other"),
                        ],
                        max_length=12,
                        verbose_name="marketplace",
                    ),
                ),
                ("url", models.URLField(max_length=300, verbose_name="web address")),
            ],
            options={
                "verbose_name": "marketplace link",
                "verbose_name_plural": "marketplace links",
                "ordering": ["marketplace"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("business", "url"),
                        name="a_business_has_each_link_once",
                        violation_error_message="This link is already listed.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalProduct",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "ecatalog_url",
                    models.URLField(
                        blank=True,
                        db_default="",
                        help_text="Such as: https://katalog.inaproc.id/… (government buying).",
                        max_length=300,
                        validators=[artisans.marketplaces.validate_e_catalogue_address],
                        verbose_name="address in e-Katalog",
                    ),
                ),
                (
                    "ecatalog_until_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="in e-Katalog until"
                    ),
                ),
                (
                    "tkdn_percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="As on the certificate or the maker's own declaration.",
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="TKDN, domestic content (percent)",
                    ),
                ),
                (
                    "tkdn_until_on",
                    models.DateField(
                        blank=True,
                        help_text="A certificate lasts five years (Permenperin 35/2025).",
                        null=True,
                        verbose_name="TKDN valid until",
                    ),
                ),
                (
                    "halal_number",
                    models.CharField(
                        blank=True,
                        db_default="",
                        help_text="Goods with animal parts need one (UU 33/2014, PP 42/2024).",
                        max_length=40,
                        verbose_name="halal certificate number",
                    ),
                ),
                (
                    "halal_until_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty if the certificate names no last day.",
                        null=True,
                        verbose_name="halal valid until",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        max_length=120,
                        validators=[artisans.wildlife.refuse_protected_wildlife],
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        max_length=120,
                        validators=[artisans.wildlife.refuse_protected_wildlife],
                        verbose_name="name in English",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=160, verbose_name="address on the portal"
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True,
                        validators=[artisans.wildlife.refuse_protected_wildlife],
                        verbose_name="description",
                    ),
                ),
                (
                    "description_en",
                    models.TextField(
                        blank=True,
                        validators=[artisans.wildlife.refuse_protected_wildlife],
                        verbose_name="description, in English",
                    ),
                ),
                (
                    "price",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Leave empty to let buyers ask.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="price (rupiah)",
                    ),
                ),
                (
                    "price_up_to",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Only for a price range.",
                        null=True,
                        verbose_name="up to (rupiah)",
                    ),
                ),
                (
                    "price_unit",
                    models.CharField(
                        blank=True,
                        help_text="Such as: piece, set, metre.",
                        max_length=30,
                        verbose_name="price per",
                    ),
                ),
                (
                    "price_unit_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=30,
                        verbose_name="price per, in English",
                    ),
                ),
                (
                    "size",
                    models.CharField(blank=True, max_length=80, verbose_name="size"),
                ),
                (
                    "size_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=80,
                        verbose_name="size, in English",
                    ),
                ),
                (
                    "weight_grams",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="With its packing, for the postage.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="weight (grams)",
                    ),
                ),
                (
                    "is_made_to_order",
                    models.BooleanField(default=False, verbose_name="made to order"),
                ),
                (
                    "lead_time_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="lead time (days)"
                    ),
                ),
                (
                    "minimum_order",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Leave empty if one piece can be bought.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="smallest order (pieces)",
                    ),
                ),
                (
                    "capacity_per_month",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many the maker can finish in a usual month.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="pieces a month",
                    ),
                ),
                (
                    "is_gift",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="The maker says that orders of many pieces can be delivered.",
                        verbose_name="offered as a souvenir in numbers",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "draft"),
                            ("diajukan", "waiting for verification"),
                            ("perbaikan", "needs revision"),
                            ("terverifikasi", "verified"),
                            ("ditolak", "refused"),
                        ],
                        default="draf",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_reason",
                    models.CharField(blank=True, max_length=250, verbose_name="reason"),
                ),
                (
                    "added_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="added at"
                    ),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="submitted at"
                    ),
                ),
                (
                    "verified_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="verified at"
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "business",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.business",
                        verbose_name="maker",
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
                    "kind",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.productkind",
                        verbose_name="kind",
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
                "verbose_name": "historical product",
                "verbose_name_plural": "historical products",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Product",
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
                    "ecatalog_url",
                    models.URLField(
                        blank=True,
                        db_default="",
                        help_text="Such as: https://katalog.inaproc.id/… (government buying).",
                        max_length=300,
                        validators=[artisans.marketplaces.validate_e_catalogue_address],
                        verbose_name="address in e-Katalog",
                    ),
                ),
                (
                    "ecatalog_until_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="in e-Katalog until"
                    ),
                ),
                (
                    "tkdn_percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="As on the certificate or the maker's own declaration.",
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="TKDN, domestic content (percent)",
                    ),
                ),
                (
                    "tkdn_until_on",
                    models.DateField(
                        blank=True,
                        help_text="A certificate lasts five years (Permenperin 35/2025).",
                        null=True,
                        verbose_name="TKDN valid until",
                    ),
                ),
                (
                    "halal_number",
                    models.CharField(
                        blank=True,
                        db_default="",
                        help_text="Goods with animal parts need one (UU 33/2014, PP 42/2024).",
                        max_length=40,
                        verbose_name="halal certificate number",
                    ),
                ),
                (
                    "halal_until_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty if the certificate names no last day.",
                        null=True,
                        verbose_name="halal valid until",
                    ),
                ),
                (
                    "business",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="products",
                        to="artisans.business",
                        verbose_name="maker",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        max_length=120,
                        validators=[artisans.wildlife.refuse_protected_wildlife],
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        max_length=120,
                        validators=[artisans.wildlife.refuse_protected_wildlife],
                        verbose_name="name in English",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=160,
                        unique=True,
                        verbose_name="address on the portal",
                    ),
                ),
                (
                    "craft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="products",
                        to="artisans.craft",
                        verbose_name="craft",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="products",
                        to="artisans.productkind",
                        verbose_name="kind",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True,
                        validators=[artisans.wildlife.refuse_protected_wildlife],
                        verbose_name="description",
                    ),
                ),
                (
                    "description_en",
                    models.TextField(
                        blank=True,
                        validators=[artisans.wildlife.refuse_protected_wildlife],
                        verbose_name="description, in English",
                    ),
                ),
                (
                    "price",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Leave empty to let buyers ask.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="price (rupiah)",
                    ),
                ),
                (
                    "price_up_to",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Only for a price range.",
                        null=True,
                        verbose_name="up to (rupiah)",
                    ),
                ),
                (
                    "price_unit",
                    models.CharField(
                        blank=True,
                        help_text="Such as: piece, set, metre.",
                        max_length=30,
                        verbose_name="price per",
                    ),
                ),
                (
                    "price_unit_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=30,
                        verbose_name="price per, in English",
                    ),
                ),
                (
                    "size",
                    models.CharField(blank=True, max_length=80, verbose_name="size"),
                ),
                (
                    "size_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=80,
                        verbose_name="size, in English",
                    ),
                ),
                (
                    "weight_grams",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="With its packing, for the postage.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="weight (grams)",
                    ),
                ),
                (
                    "is_made_to_order",
                    models.BooleanField(default=False, verbose_name="made to order"),
                ),
                (
                    "lead_time_days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="lead time (days)"
                    ),
                ),
                (
                    "minimum_order",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Leave empty if one piece can be bought.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="smallest order (pieces)",
                    ),
                ),
                (
                    "capacity_per_month",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many the maker can finish in a usual month.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="pieces a month",
                    ),
                ),
                (
                    "is_gift",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="The maker says that orders of many pieces can be delivered.",
                        verbose_name="offered as a souvenir in numbers",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "draft"),
                            ("diajukan", "waiting for verification"),
                            ("perbaikan", "needs revision"),
                            ("terverifikasi", "verified"),
                            ("ditolak", "refused"),
                        ],
                        default="draf",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_reason",
                    models.CharField(blank=True, max_length=250, verbose_name="reason"),
                ),
                (
                    "added_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="added at"
                    ),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="submitted at"
                    ),
                ),
                (
                    "verified_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="verified at"
                    ),
                ),
                (
                    "home_turn",
                    models.PositiveBigIntegerField(
                        db_default=0,
                        default=0,
                        editable=False,
                        verbose_name="turn on the home page",
                    ),
                ),
                (
                    "list_turn",
                    models.PositiveBigIntegerField(
                        db_default=0,
                        default=0,
                        editable=False,
                        verbose_name="turn in the lists",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "materials",
                    models.ManyToManyField(
                        blank=True,
                        related_name="products",
                        to="artisans.material",
                        verbose_name="materials",
                    ),
                ),
                (
                    "motifs",
                    models.ManyToManyField(
                        blank=True,
                        related_name="products",
                        to="artisans.motif",
                        verbose_name="motifs",
                    ),
                ),
            ],
            options={
                "verbose_name": "product",
                "verbose_name_plural": "products",
                "ordering": ["-verified_at", "-pk"],
                "permissions": [("verify_product", "Can decide what the public sees")],
                "indexes": [
                    models.Index(
                        fields=["status", "-verified_at", "-id"], name="product_newest"
                    ),
                    models.Index(
                        fields=["-added_at", "-id"], name="product_newest_for_staff"
                    ),
                    models.Index(
                        condition=models.Q(("ecatalog_until_on__isnull", False)),
                        fields=["ecatalog_until_on"],
                        name="product_listing_ends",
                    ),
                    models.Index(
                        condition=models.Q(("tkdn_until_on__isnull", False)),
                        fields=["tkdn_until_on"],
                        name="product_tkdn_ends",
                    ),
                    models.Index(
                        condition=models.Q(("halal_until_on__isnull", False)),
                        fields=["halal_until_on"],
                        name="product_halal_ends",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("is_gift", True), ("status", "terverifikasi")
                        ),
                        fields=["price", "id"],
                        name="product_gifts",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("is_gift", True), ("status", "terverifikasi")
                        ),
                        fields=["business"],
                        name="product_gifts_of_maker",
                    ),
                    models.Index(
                        models.OrderBy(
                            django.db.models.functions.comparison.Coalesce(
                                "verified_at", "added_at"
                            ),
                            descending=True,
                        ),
                        models.OrderBy(models.F("id"), descending=True),
                        condition=models.Q(("status", "terverifikasi")),
                        name="product_shown_newest",
                    ),
                    models.Index(
                        models.F("craft"),
                        models.OrderBy(
                            django.db.models.functions.comparison.Coalesce(
                                "verified_at", "added_at"
                            ),
                            descending=True,
                        ),
                        models.OrderBy(models.F("id"), descending=True),
                        condition=models.Q(("status", "terverifikasi")),
                        name="product_shown_of_craft",
                    ),
                    models.Index(
                        django.db.models.functions.comparison.Coalesce(
                            "price", 2147483647
                        ),
                        models.F("id"),
                        condition=models.Q(("status", "terverifikasi")),
                        name="product_shown_cheapest",
                    ),
                    models.Index(
                        models.OrderBy(
                            django.db.models.functions.comparison.Coalesce("price", 0),
                            descending=True,
                        ),
                        models.OrderBy(models.F("id"), descending=True),
                        condition=models.Q(("status", "terverifikasi")),
                        name="product_shown_dearest",
                    ),
                    models.Index(
                        models.F("name"),
                        models.F("id"),
                        condition=models.Q(("status", "terverifikasi")),
                        name="product_shown_by_name",
                    ),
                    models.Index(
                        models.OrderBy(models.F("home_turn"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        condition=models.Q(("status", "terverifikasi")),
                        name="product_shown_at_home",
                    ),
                    models.Index(
                        models.OrderBy(models.F("list_turn"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        condition=models.Q(("status", "terverifikasi")),
                        name="product_shown_in_turn",
                    ),
                    models.Index(
                        models.F("craft"),
                        models.OrderBy(models.F("list_turn"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        condition=models.Q(("status", "terverifikasi")),
                        name="product_shown_of_craft_in_turn",
                    ),
                    models.Index(
                        condition=models.Q(("status", "terverifikasi")),
                        fields=["business", "-verified_at", "-id"],
                        name="product_newest_of_maker",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("price_up_to__isnull", True),
                            models.Q(
                                ("price__isnull", False),
                                ("price_up_to__gt", models.F("price")),
                            ),
                            _connector="OR",
                        ),
                        name="a_price_range_goes_upwards",
                        violation_error_message="The upper price must be higher than the lower price.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_gift", False),
                            models.Q(
                                ("capacity_per_month__gt", 0),
                                ("capacity_per_month__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_souvenir_says_how_many_a_month",
                        violation_error_message="A souvenir in numbers says how many pieces a month can be made.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ecatalog_until_on__isnull", True),
                            models.Q(("ecatalog_url", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_listing_that_ends_has_an_address",
                        violation_error_message="Write the address in e-Katalog, or leave its last day empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tkdn_percent__isnull", True),
                            models.Q(
                                ("tkdn_percent__gte", 0), ("tkdn_percent__lte", 100)
                            ),
                            _connector="OR",
                        ),
                        name="tkdn_is_between_0_and_100_percent",
                        violation_error_message="TKDN is between 0 and 100 percent.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tkdn_until_on__isnull", True),
                            ("tkdn_percent__isnull", False),
                            _connector="OR",
                        ),
                        name="tkdn_that_ends_has_a_percentage",
                        violation_error_message="Write the TKDN percentage, or leave its last day empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("halal_until_on__isnull", True),
                            models.Q(("halal_number", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="halal_that_ends_has_a_number",
                        violation_error_message="Write the halal certificate number, or leave its last day empty.",
                    ),
                ],
            },
            bases=(artisans.models.status.ReviewedPage, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMotifClaim",
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
                        blank=True,
                        help_text="The name the maker gives to their own drawing.",
                        max_length=150,
                        verbose_name="name as filed",
                    ),
                ),
                (
                    "right",
                    models.CharField(
                        choices=[
                            ("merek", "trademark"),
                            ("merek-kolektif", "collective trademark"),
                            ("hak-cipta", "copyright"),
                            ("desain-industri", "industrial design"),
                            ("indikasi-geografis", "geographical indication"),
                            ("kik", "communal intellectual property (KIK)"),
                        ],
                        max_length=20,
                        verbose_name="kind of intellectual property",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("rencana", "planned"),
                            ("diajukan", "filed, waiting for the answer"),
                            ("tercatat", "recorded"),
                            ("batal", "given up"),
                        ],
                        default="rencana",
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                (
                    "filed_on",
                    models.DateField(blank=True, null=True, verbose_name="filed on"),
                ),
                (
                    "record_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the record"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "business",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.business",
                        verbose_name="maker",
                    ),
                ),
                (
                    "motif",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Leave empty for a new drawing that is not in the library.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.motif",
                        verbose_name="motif",
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
                "verbose_name": "historical motif claim",
                "verbose_name_plural": "historical motif claims",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MotifClaim",
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
                    "business",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="motif_claims",
                        to="artisans.business",
                        verbose_name="maker",
                    ),
                ),
                (
                    "motif",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty for a new drawing that is not in the library.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="artisans.motif",
                        verbose_name="motif",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="The name the maker gives to their own drawing.",
                        max_length=150,
                        verbose_name="name as filed",
                    ),
                ),
                (
                    "right",
                    models.CharField(
                        choices=[
                            ("merek", "trademark"),
                            ("merek-kolektif", "collective trademark"),
                            ("hak-cipta", "copyright"),
                            ("desain-industri", "industrial design"),
                            ("indikasi-geografis", "geographical indication"),
                            ("kik", "communal intellectual property (KIK)"),
                        ],
                        max_length=20,
                        verbose_name="kind of intellectual property",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("rencana", "planned"),
                            ("diajukan", "filed, waiting for the answer"),
                            ("tercatat", "recorded"),
                            ("batal", "given up"),
                        ],
                        default="rencana",
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                (
                    "filed_on",
                    models.DateField(blank=True, null=True, verbose_name="filed on"),
                ),
                (
                    "record_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the record"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "motif claim",
                "verbose_name_plural": "motif claims",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("motif__isnull", False),
                            models.Q(("name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_claim_names_its_motif",
                        violation_error_message="Choose a motif, or write the name as filed.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Centre",
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
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leave empty to keep it a draft.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        max_length=160,
                        unique=True,
                        verbose_name="address on the portal",
                    ),
                ),
                (
                    "city",
                    models.ForeignKey(
                        limit_choices_to={"level": 2},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="council.region",
                        verbose_name="city or regency",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"level": 4},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="council.region",
                        verbose_name="kelurahan or desa",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        help_text="Street and number, or a landmark people know.",
                        max_length=255,
                        verbose_name="address",
                    ),
                ),
                (
                    "getting_there",
                    models.TextField(
                        blank=True,
                        help_text="From the station, terminal or airport, and where to park.",
                        verbose_name="how to get there",
                    ),
                ),
                (
                    "getting_there_en",
                    models.TextField(
                        blank=True, verbose_name="how to get there, in English"
                    ),
                ),
                (
                    "hours",
                    models.CharField(
                        blank=True,
                        help_text="Such as: Monday to Saturday 09.00-16.00.",
                        max_length=150,
                        verbose_name="visiting hours",
                    ),
                ),
                (
                    "hours_en",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="visiting hours, in English",
                    ),
                ),
                (
                    "about",
                    models.TextField(
                        blank=True,
                        help_text="What a visitor will see, hear and learn.",
                        verbose_name="story",
                    ),
                ),
                (
                    "about_en",
                    models.TextField(blank=True, verbose_name="story, in English"),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True,
                        help_text="A number kept for visitors, not that of a private person.",
                        max_length=128,
                        region=None,
                        verbose_name="phone of the place",
                    ),
                ),
                (
                    "picture",
                    council.images.PhotoField(blank=True, verbose_name="photo"),
                ),
                (
                    "picture_alt",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="what the photo shows"
                    ),
                ),
                (
                    "picture_alt_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=150,
                        verbose_name="what the photo shows, in English",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        help_text="Decimal degrees of a place open to the public, such as -0.9471.",
                        max_digits=7,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                -11.2, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                6.3, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=7,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                94.8, "This lies outside Indonesia."
                            ),
                            django.core.validators.MaxValueValidator(
                                141.2, "This lies outside Indonesia."
                            ),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sentra", "craft centre (sentra)"),
                            ("kampung", "craft village (kampung kriya)"),
                        ],
                        default="sentra",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("rencana", "planned"),
                            ("rintisan", "pilot"),
                            ("aktif", "active"),
                        ],
                        default="aktif",
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                (
                    "crafts",
                    models.ManyToManyField(
                        blank=True,
                        related_name="centres",
                        to="artisans.craft",
                        verbose_name="crafts",
                    ),
                ),
                (
                    "makers",
                    models.ManyToManyField(
                        blank=True,
                        related_name="centres",
                        to="artisans.business",
                        verbose_name="makers",
                    ),
                ),
            ],
            options={
                "verbose_name": "craft centre",
                "verbose_name_plural": "craft centres",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("latitude__isnull", True), ("longitude__isnull", True)
                            ),
                            models.Q(
                                ("latitude__isnull", False),
                                ("longitude__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_centre_on_the_map_has_both_numbers",
                        violation_error_message="Give both latitude and longitude, or neither.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="BusinessRevision",
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
                ("changes", models.JSONField(default=dict, verbose_name="changes")),
                (
                    "before",
                    models.JSONField(default=dict, verbose_name="how it stood before"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "draft"),
                            ("diajukan", "waiting for verification"),
                            ("perbaikan", "needs revision"),
                            ("terverifikasi", "verified"),
                            ("ditolak", "refused"),
                        ],
                        default="draf",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_reason",
                    models.CharField(blank=True, max_length=250, verbose_name="reason"),
                ),
                (
                    "edition",
                    models.PositiveIntegerField(default=0, verbose_name="edition"),
                ),
                (
                    "started_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="started at"
                    ),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="submitted at"
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
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="artisans.business",
                        verbose_name="business",
                    ),
                ),
                (
                    "portrait",
                    council.images.PhotoField(
                        blank=True, verbose_name="portrait or workshop"
                    ),
                ),
            ],
            options={
                "verbose_name": "change of a business",
                "verbose_name_plural": "changes of businesses",
                "ordering": ["-submitted_at", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["status", "-submitted_at"], name="business_revisions"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status__in", ["draf", "diajukan", "perbaikan"])
                        ),
                        fields=("page",),
                        name="a_business_has_one_open_revision",
                        violation_error_message="A change of this business waits already.",
                    )
                ],
            },
            bases=(artisans.models.status.Reviewed, models.Model),
        ),
        migrations.CreateModel(
            name="FlagshipMark",
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
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="flagship_marks",
                        to="artisans.product",
                        verbose_name="product",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        help_text="The maker's own council, or one above it.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="flagship_marks",
                        to="council.unit",
                        verbose_name="council",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        default=artisans.models.flagships.this_year,
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
            ],
            options={
                "verbose_name": "flagship mark",
                "verbose_name_plural": "flagship marks",
                "ordering": ["-year", "unit"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("product", "unit", "year"),
                        name="a_product_is_a_units_flagship_once_a_year",
                        violation_error_message="This product is the council's flagship of that year already.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalTechniqueLabel",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "technique",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tulis", "hand-drawn batik (tulis)"),
                            ("cap", "stamped batik (cap)"),
                            ("kombinasi", "stamped and hand-drawn batik"),
                            ("cetak", "print with a batik motif"),
                            ("gedogan", "woven on a backstrap loom"),
                            ("atbm", "woven on a handloom (ATBM)"),
                            ("mesin", "woven by machine"),
                        ],
                        max_length=10,
                        verbose_name="technique",
                    ),
                ),
                (
                    "dye",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("alam", "natural dyes"),
                            ("sintetis", "synthetic dyes"),
                        ],
                        max_length=10,
                        verbose_name="dyes",
                    ),
                ),
                (
                    "findings",
                    models.CharField(
                        blank=True,
                        help_text="Such as: seen at the workshop; the wax is on both sides.",
                        max_length=250,
                        verbose_name="how it was checked",
                    ),
                ),
                (
                    "findings_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=250,
                        verbose_name="how it was checked, in English",
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(
                        default=django.utils.timezone.localdate,
                        verbose_name="checked on",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        db_index=True,
                        default=artisans.models.labels.new_code,
                        editable=False,
                        max_length=24,
                        verbose_name="code",
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="withdrawn at"
                    ),
                ),
                (
                    "withdrawn_reason",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="why it was withdrawn"
                    ),
                ),
                (
                    "withdrawn_reason_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=250,
                        verbose_name="why it was withdrawn, in English",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.product",
                        verbose_name="product",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The maker's own council, or one above it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="council that checked",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
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
                "verbose_name": "historical technique label",
                "verbose_name_plural": "historical technique labels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="TechniqueLabel",
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
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="labels",
                        to="artisans.product",
                        verbose_name="product",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        help_text="The maker's own council, or one above it.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="technique_labels",
                        to="council.unit",
                        verbose_name="council that checked",
                    ),
                ),
                (
                    "technique",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tulis", "hand-drawn batik (tulis)"),
                            ("cap", "stamped batik (cap)"),
                            ("kombinasi", "stamped and hand-drawn batik"),
                            ("cetak", "print with a batik motif"),
                            ("gedogan", "woven on a backstrap loom"),
                            ("atbm", "woven on a handloom (ATBM)"),
                            ("mesin", "woven by machine"),
                        ],
                        max_length=10,
                        verbose_name="technique",
                    ),
                ),
                (
                    "dye",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("alam", "natural dyes"),
                            ("sintetis", "synthetic dyes"),
                        ],
                        max_length=10,
                        verbose_name="dyes",
                    ),
                ),
                (
                    "findings",
                    models.CharField(
                        blank=True,
                        help_text="Such as: seen at the workshop; the wax is on both sides.",
                        max_length=250,
                        verbose_name="how it was checked",
                    ),
                ),
                (
                    "findings_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=250,
                        verbose_name="how it was checked, in English",
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(
                        default=django.utils.timezone.localdate,
                        verbose_name="checked on",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=artisans.models.labels.new_code,
                        editable=False,
                        max_length=24,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="withdrawn at"
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
                    ),
                ),
                (
                    "withdrawn_reason",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="why it was withdrawn"
                    ),
                ),
                (
                    "withdrawn_reason_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=250,
                        verbose_name="why it was withdrawn, in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "technique label",
                "verbose_name_plural": "technique labels",
                "ordering": ["-checked_on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("product",),
                        name="a_product_has_one_valid_label",
                        violation_error_message="This product has a valid label. Withdraw it before giving another.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("technique", ""), _negated=True),
                            models.Q(("dye", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_label_says_technique_or_dyes",
                        violation_error_message="Say the technique, the dyes, or both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at", None),
                            models.Q(("withdrawn_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_withdrawn_label_says_why",
                        violation_error_message="Say why the label is withdrawn.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ProductPhoto",
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
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="artisans.product",
                        verbose_name="product",
                    ),
                ),
                ("image", council.images.PhotoField(verbose_name="photo")),
                (
                    "alt",
                    models.CharField(
                        help_text="For people who cannot see it, such as: red shawl with gold shoots.",
                        max_length=150,
                        verbose_name="what the photo shows",
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
                    "focus",
                    models.CharField(
                        choices=[
                            ("top-left", "top left"),
                            ("top", "top"),
                            ("top-right", "top right"),
                            ("left", "left"),
                            ("center", "centre"),
                            ("right", "right"),
                            ("bottom-left", "bottom left"),
                            ("bottom", "bottom"),
                            ("bottom-right", "bottom right"),
                        ],
                        db_default="center",
                        default="center",
                        max_length=12,
                        verbose_name="what must stay when it is cropped",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=0, verbose_name="order"),
                ),
            ],
            options={
                "verbose_name": "photo",
                "verbose_name_plural": "photos",
                "ordering": ["order", "pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="CollectionItem",
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
                    "collection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="artisans.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="collection_items",
                        to="artisans.product",
                        verbose_name="product",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        help_text="One sentence, such as: the only shawl here dyed with secang bark.",
                        max_length=250,
                        verbose_name="why it was chosen",
                    ),
                ),
                (
                    "why_en",
                    models.CharField(
                        blank=True,
                        max_length=250,
                        verbose_name="why it was chosen, in English",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=0, verbose_name="order"),
                ),
            ],
            options={
                "verbose_name": "product of a collection",
                "verbose_name_plural": "products of a collection",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("collection", "product"),
                        name="a_collection_holds_each_product_once",
                        violation_error_message="This product is in the collection already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True),
                        name="a_chosen_product_says_why",
                        violation_error_message="Say in one sentence why it was chosen.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="DailyCount",
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
                ("counted_on", models.DateField(verbose_name="day")),
                (
                    "business",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daily_counts",
                        to="artisans.business",
                        verbose_name="maker",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daily_counts",
                        to="artisans.product",
                        verbose_name="product",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("lihat", "looked at"),
                            ("whatsapp", "WhatsApp"),
                            ("tokopedia", "Tokopedia"),
                            ("shopee", "Shopee"),
                            ("tiktok_shop", "TikTok Shop"),
                            ("lazada", "Lazada"),
                            ("blibli", "Blibli"),
                            ("padi", "PaDi UMKM"),
                            ("ekatalog", "LKPP e-Catalogue"),
                            ("instagram", "Instagram"),
                            ("lainnya", "another shop"),
                        ],
                        max_length=12,
                        verbose_name="channel",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(default=0, verbose_name="number"),
                ),
            ],
            options={
                "verbose_name": "daily count",
                "verbose_name_plural": "daily counts",
                "ordering": ["-counted_on", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["business", "counted_on"], name="count_of_maker"
                    ),
                    models.Index(fields=["counted_on"], name="count_by_day"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("product__isnull", True)),
                        fields=("business", "counted_on", "channel"),
                        name="a_maker_has_one_count_a_day_and_channel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("product__isnull", False)),
                        fields=("product", "counted_on", "channel"),
                        name="a_product_has_one_count_a_day_and_channel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Enquiry",
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
                    "business",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enquiries",
                        to="artisans.business",
                        verbose_name="maker",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="enquiries",
                        to="artisans.product",
                        verbose_name="product",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="name of who asks"
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail"
                    ),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="phone"
                    ),
                ),
                (
                    "wish",
                    models.CharField(
                        choices=[
                            ("satuan", "one piece or a few"),
                            ("partai", "a larger order"),
                            ("kerja-sama", "cooperation"),
                        ],
                        max_length=10,
                        verbose_name="what they want",
                    ),
                ),
                (
                    "quantity",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="how many",
                    ),
                ),
                (
                    "needed_on",
                    models.DateField(blank=True, null=True, verbose_name="needed by"),
                ),
                ("message", models.TextField(blank=True, verbose_name="message")),
                (
                    "language",
                    models.CharField(
                        default="id", max_length=5, verbose_name="language"
                    ),
                ),
                (
                    "notice_version",
                    models.CharField(
                        max_length=20, verbose_name="version of the notice"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("baru", "new"),
                            ("dijawab", "answered"),
                            ("ditutup", "closed"),
                        ],
                        default="baru",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                (
                    "form_number",
                    models.CharField(
                        editable=False, max_length=32, verbose_name="number of the form"
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="asked at"
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="answered at"
                    ),
                ),
                (
                    "forgotten_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="forgotten at"
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
            ],
            options={
                "verbose_name": "question to a maker",
                "verbose_name_plural": "questions to makers",
                "ordering": ["-asked_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["state", "-asked_at"], name="enquiry_by_state"
                    ),
                    models.Index(
                        fields=["business", "-asked_at"], name="enquiry_of_maker"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("email", ""), _negated=True),
                            models.Q(("phone", ""), _negated=True),
                            ("forgotten_at__isnull", False),
                            _connector="OR",
                        ),
                        name="who_asks_can_be_answered",
                        violation_error_message="Write a phone number or an e-mail.",
                    ),
                    models.UniqueConstraint(
                        fields=("business", "form_number"),
                        name="a_form_asks_a_maker_once",
                        violation_error_message="This question was sent already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Placement",
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
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="artisans.outlet",
                        verbose_name="outlet",
                    ),
                ),
                (
                    "business",
                    models.ForeignKey(
                        blank=True,
                        help_text="For several works of one maker.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="artisans.business",
                        verbose_name="maker",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="artisans.product",
                        verbose_name="product",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="from"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty while it stands there.",
                        null=True,
                        verbose_name="until",
                    ),
                ),
            ],
            options={
                "verbose_name": "placement",
                "verbose_name_plural": "placements",
                "ordering": ["-starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("business__isnull", False), ("product__isnull", True)
                            ),
                            models.Q(
                                ("business__isnull", True), ("product__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_placement_is_of_a_maker_or_of_a_product",
                        violation_error_message="Choose a maker or a product, not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="a_placement_ends_after_it_starts",
                        violation_error_message="The last day is before the first day.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ProductRevision",
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
                ("changes", models.JSONField(default=dict, verbose_name="changes")),
                (
                    "before",
                    models.JSONField(default=dict, verbose_name="how it stood before"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "draft"),
                            ("diajukan", "waiting for verification"),
                            ("perbaikan", "needs revision"),
                            ("terverifikasi", "verified"),
                            ("ditolak", "refused"),
                        ],
                        default="draf",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_reason",
                    models.CharField(blank=True, max_length=250, verbose_name="reason"),
                ),
                (
                    "edition",
                    models.PositiveIntegerField(default=0, verbose_name="edition"),
                ),
                (
                    "started_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="started at"
                    ),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="submitted at"
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
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="artisans.product",
                        verbose_name="product",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of a product",
                "verbose_name_plural": "changes of products",
                "ordering": ["-submitted_at", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["status", "-submitted_at"], name="product_revisions"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status__in", ["draf", "diajukan", "perbaikan"])
                        ),
                        fields=("page",),
                        name="a_product_has_one_open_revision",
                        violation_error_message="A change of this product waits already.",
                    )
                ],
            },
            bases=(artisans.models.status.Reviewed, models.Model),
        ),
        migrations.CreateModel(
            name="RouteStop",
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
                    "route",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stops",
                        to="artisans.craftroute",
                        verbose_name="route",
                    ),
                ),
                (
                    "day",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(7),
                        ],
                        verbose_name="day",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=0, verbose_name="order"),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stops",
                        to="artisans.centre",
                        verbose_name="centre",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stops",
                        to="artisans.outlet",
                        verbose_name="outlet",
                    ),
                ),
                (
                    "business",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only a maker who says how to visit.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stops",
                        to="artisans.business",
                        verbose_name="maker",
                    ),
                ),
                (
                    "start_time",
                    models.TimeField(
                        blank=True, null=True, verbose_name="arrive at about"
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes there"
                    ),
                ),
                (
                    "hint",
                    models.CharField(
                        blank=True,
                        help_text="Such as: ask to try the loom; say the day before that you come.",
                        max_length=200,
                        verbose_name="what to do there",
                    ),
                ),
                (
                    "hint_en",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="what to do there, in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "stop",
                "verbose_name_plural": "stops",
                "ordering": ["day", "order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("business", None),
                                ("centre__isnull", False),
                                ("outlet", None),
                            ),
                            models.Q(
                                ("business", None),
                                ("centre", None),
                                ("outlet__isnull", False),
                            ),
                            models.Q(
                                ("business__isnull", False),
                                ("centre", None),
                                ("outlet", None),
                            ),
                            _connector="OR",
                        ),
                        name="a_stop_is_one_place",
                        violation_error_message="Choose one: a centre, an outlet or a maker.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HistoricalLabelReport",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "seen_where",
                    models.CharField(max_length=200, verbose_name="where it was seen"),
                ),
                (
                    "what",
                    models.TextField(max_length=1500, verbose_name="what is wrong"),
                ),
                (
                    "form_number",
                    models.CharField(
                        db_index=True,
                        editable=False,
                        max_length=32,
                        verbose_name="number of the form",
                    ),
                ),
                (
                    "reported_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="reported at"
                    ),
                ),
                (
                    "settled_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="settled at"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        help_text="A report with an outcome is settled.",
                        max_length=250,
                        verbose_name="what was done",
                    ),
                ),
                (
                    "forgotten_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="forgotten at"
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="artisans.techniquelabel",
                        verbose_name="technique label",
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
                "verbose_name": "historical report of a misused label",
                "verbose_name_plural": "historical reports of misused labels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="LabelReport",
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
                    "label",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="artisans.techniquelabel",
                        verbose_name="technique label",
                    ),
                ),
                (
                    "seen_where",
                    models.CharField(max_length=200, verbose_name="where it was seen"),
                ),
                (
                    "what",
                    models.TextField(max_length=1500, verbose_name="what is wrong"),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        max_length=120,
                        verbose_name="how to reach the person",
                    ),
                ),
                (
                    "form_number",
                    models.CharField(
                        editable=False,
                        max_length=32,
                        unique=True,
                        verbose_name="number of the form",
                    ),
                ),
                (
                    "reported_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="reported at"
                    ),
                ),
                (
                    "settled_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="settled at"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        help_text="A report with an outcome is settled.",
                        max_length=250,
                        verbose_name="what was done",
                    ),
                ),
                (
                    "forgotten_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="forgotten at"
                    ),
                ),
            ],
            options={
                "verbose_name": "report of a misused label",
                "verbose_name_plural": "reports of misused labels",
                "ordering": ["-reported_at", "-pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RevisionPhoto",
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
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="artisans.productrevision",
                        verbose_name="change of a product",
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="artisans.productphoto",
                        verbose_name="public photo",
                    ),
                ),
                ("image", council.images.PhotoField(blank=True, verbose_name="photo")),
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
                    "focus",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("top-left", "top left"),
                            ("top", "top"),
                            ("top-right", "top right"),
                            ("left", "left"),
                            ("center", "centre"),
                            ("right", "right"),
                            ("bottom-left", "bottom left"),
                            ("bottom", "bottom"),
                            ("bottom-right", "bottom right"),
                        ],
                        max_length=12,
                        verbose_name="what must stay when it is cropped",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=0, verbose_name="order"),
                ),
                (
                    "is_removed",
                    models.BooleanField(default=False, verbose_name="to be removed"),
                ),
            ],
            options={
                "verbose_name": "photo of a change",
                "verbose_name_plural": "photos of changes",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("revision", "kept"),
                        name="a_revision_names_a_public_photo_once",
                    )
                ],
                "indexes": [],
            },
        ),
    ]
    operations = together(operations)
