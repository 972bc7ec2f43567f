import council.bits
import council.models.documents
import council.models.jobs
import council.models.outbox
import council.names
import council.stored_files
import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import phonenumber_field.modelfields
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from council.tables import together


def take_triggers_away(apps, schema_editor):
    from council.data_version import unwatch

    unwatch(schema_editor.connection)


class Migration(migrations.Migration):
    """`migrate` puts the triggers of the counter of public changes on afterwards."""

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="DailyWork",
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
                    models.CharField(max_length=40, unique=True, verbose_name="name"),
                ),
                ("done_on", models.DateField(verbose_name="done on")),
            ],
            options={
                "verbose_name": "daily work",
                "verbose_name_plural": "daily work",
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="DataVersion",
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
                ("number", models.BigIntegerField(default=0, verbose_name="number")),
            ],
            options={
                "verbose_name": "version of the data",
                "verbose_name_plural": "versions of the data",
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                (
                    "code",
                    models.CharField(
                        help_text="Kemendagri code, such as 13.76.04.1002.",
                        max_length=13,
                        primary_key=True,
                        serialize=False,
                        verbose_name="region code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        db_index=True, max_length=100, verbose_name="name"
                    ),
                ),
                ("kind", models.CharField(max_length=12, verbose_name="kind")),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "province"),
                            (2, "city or regency"),
                            (3, "district (kecamatan)"),
                            (4, "village (kelurahan or desa)"),
                        ],
                        verbose_name="level",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="council.region",
                        verbose_name="part of",
                    ),
                ),
                (
                    "postal_code",
                    models.CharField(
                        blank=True, max_length=5, verbose_name="postal code"
                    ),
                ),
            ],
            options={
                "verbose_name": "region",
                "verbose_name_plural": "regions",
                "ordering": ["code"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="KeptCount",
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
                ("kind", models.CharField(max_length=12, verbose_name="kind of page")),
                (
                    "given",
                    models.CharField(
                        blank=True, max_length=130, verbose_name="among those with"
                    ),
                ),
                ("question", models.CharField(max_length=20, verbose_name="question")),
                (
                    "answer",
                    models.CharField(blank=True, max_length=100, verbose_name="answer"),
                ),
                ("number", models.IntegerField(verbose_name="number")),
            ],
            options={
                "verbose_name": "kept number",
                "verbose_name_plural": "kept numbers",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "given", "question", "answer"),
                        name="an_answer_is_counted_once",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="KeptBits",
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
                ("kind", models.CharField(max_length=12, verbose_name="kind of page")),
                ("part", models.IntegerField(verbose_name="part")),
                ("question", models.CharField(max_length=20, verbose_name="question")),
                (
                    "answer",
                    models.CharField(blank=True, max_length=100, verbose_name="answer"),
                ),
                ("bits", council.bits.BitsField(verbose_name="pages")),
            ],
            options={
                "verbose_name": "kept pages",
                "verbose_name_plural": "kept pages",
                "indexes": [
                    models.Index(fields=["kind", "part"], name="kept_bits_of_a_part")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "question", "answer", "part"),
                        name="an_answer_keeps_a_page_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
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
                ("kind", models.CharField(max_length=12, verbose_name="kind of page")),
                ("object_id", models.BigIntegerField(verbose_name="record")),
                (
                    "slug",
                    models.SlugField(
                        db_index=False,
                        max_length=200,
                        verbose_name="address on the portal",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in English"
                    ),
                ),
                (
                    "place",
                    models.CharField(blank=True, max_length=200, verbose_name="place"),
                ),
                (
                    "place_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=200,
                        verbose_name="place, in English",
                    ),
                ),
                (
                    "family",
                    models.CharField(
                        blank=True, max_length=10, verbose_name="craft family"
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(blank=True, null=True, verbose_name="first day"),
                ),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="last day"),
                ),
                ("shown_at", models.DateTimeField(verbose_name="public from")),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "key",
                    models.CharField(
                        db_index=True, max_length=250, verbose_name="name in stems"
                    ),
                ),
                ("document", models.TextField(verbose_name="words and stems")),
                (
                    "answers",
                    models.TextField(blank=True, verbose_name="answers to filters"),
                ),
            ],
            options={
                "verbose_name": "search entry",
                "verbose_name_plural": "search entries",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "object_id"), name="a_page_has_one_search_entry"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
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
                    "word",
                    models.CharField(max_length=40, unique=True, verbose_name="word"),
                ),
                (
                    "stem",
                    models.CharField(db_index=True, max_length=40, verbose_name="stem"),
                ),
                (
                    "is_name",
                    models.BooleanField(default=False, verbose_name="stands in a name"),
                ),
            ],
            options={
                "verbose_name": "known word",
                "verbose_name_plural": "known words",
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RegionAlias",
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
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="council.region",
                        verbose_name="region",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="other name")),
            ],
            options={
                "verbose_name": "other name of a region",
                "verbose_name_plural": "other names of regions",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region", "name"), name="a_region_has_each_alias_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Unit",
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
                    "region",
                    models.OneToOneField(
                        blank=True,
                        help_text="Empty only for the national root.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unit",
                        to="council.region",
                        verbose_name="region",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=13,
                        unique=True,
                        verbose_name="region code",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("pusat", "Dekranas (national)"),
                            ("provinsi", "Dekranasda of a province"),
                            ("kabkota", "Dekranasda of a city or regency"),
                            ("kecamatan", "Dekranasda of a kecamatan"),
                            ("kelurahan", "Dekranasda of a kelurahan or desa"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="level",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        max_length=150,
                        unique=True,
                        verbose_name="address on the portal",
                    ),
                ),
                ("about", models.TextField(blank=True, verbose_name="about")),
                (
                    "about_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="about, in English",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="office address"
                    ),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True,
                        max_length=128,
                        region=None,
                        verbose_name="office phone",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="office e-mail"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "time_zone",
                    models.CharField(
                        choices=[
                            ("Asia/Jakarta", "WIB"),
                            ("Asia/Makassar", "WITA"),
                            ("Asia/Jayapura", "WIT"),
                        ],
                        default="Asia/Jakarta",
                        max_length=20,
                        verbose_name="time zone",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
            ],
            options={
                "verbose_name": "unit",
                "verbose_name_plural": "units",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("code", models.F("region_id")),
                            models.Q(("code", ""), ("region__isnull", True)),
                            _connector="OR",
                        ),
                        name="unit_code_is_its_region_code",
                        violation_error_message="The unit's code must be its region's code.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Division",
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
                        related_name="divisions",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As your council says it, such as Bidang Daya Saing.",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=120,
                        verbose_name="name in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "division",
                "verbose_name_plural": "divisions",
                "ordering": ["unit", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "name"),
                        name="a_unit_has_each_division_once",
                        violation_error_message="This unit has a division of that name.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Organization",
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
                        related_name="organizations",
                        to="council.unit",
                        verbose_name="kept by",
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="full name")),
                (
                    "short_name",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="short name"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opd", "government agency (OPD)"),
                            ("brand", "brand"),
                            ("resto", "restaurant or café"),
                            ("mall", "shopping centre"),
                            ("marketplace", "marketplace"),
                            ("bank", "bank or state company"),
                            ("akademisi", "university or vocational school"),
                            ("komunitas", "community or association"),
                            ("media", "media"),
                            ("desainer", "designer"),
                            ("kub", "joint business group (KUB)"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organizations",
                        to="council.region",
                        verbose_name="region",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "organisation",
                "verbose_name_plural": "organisations",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "name"),
                        name="a_unit_keeps_each_organisation_once",
                        violation_error_message="Your unit already keeps this organisation.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PressClipping",
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
                        related_name="clippings",
                        to="council.unit",
                        verbose_name="kept by",
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="headline")),
                ("medium", models.CharField(max_length=100, verbose_name="medium")),
                (
                    "url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="web address"
                    ),
                ),
                ("published_on", models.DateField(verbose_name="date of publication")),
                (
                    "published_time",
                    models.TimeField(
                        blank=True,
                        help_text="In the unit's own time zone.",
                        null=True,
                        verbose_name="time of publication",
                    ),
                ),
                (
                    "photo_credit",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="photo credit"
                    ),
                ),
                (
                    "excerpt",
                    models.TextField(blank=True, verbose_name="what it reports"),
                ),
                (
                    "excerpt_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="what it reports, in English",
                    ),
                ),
            ],
            options={
                "verbose_name": "press clipping",
                "verbose_name_plural": "press clippings",
                "ordering": ["-published_on", "-published_time"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Person",
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
                        help_text="The unit that keeps this person's record.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="council.unit",
                        verbose_name="kept by",
                    ),
                ),
                (
                    "full_name",
                    models.CharField(
                        db_index=True,
                        max_length=150,
                        validators=[council.names.validate_name],
                        verbose_name="full name",
                    ),
                ),
                (
                    "title_before",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="title before the name"
                    ),
                ),
                (
                    "title_after",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="title after the name"
                    ),
                ),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("perempuan", "woman"), ("laki-laki", "man")],
                        max_length=10,
                        verbose_name="gender",
                    ),
                ),
                (
                    "birth_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of birth"
                    ),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="phone"
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail"
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="address"
                    ),
                ),
                (
                    "origin",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="council.region",
                        verbose_name="home region",
                    ),
                ),
                (
                    "nik_encrypted",
                    models.TextField(
                        blank=True, editable=False, verbose_name="NIK, encrypted"
                    ),
                ),
                (
                    "nik_digest",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=64,
                        verbose_name="NIK, digest",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["full_name"],
                "permissions": [("reveal_nik", "Can see a person's NIK")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("nik_digest", ""), _negated=True),
                        fields=("nik_digest",),
                        name="a_nik_belongs_to_one_person",
                        violation_error_message="This NIK is already registered.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Message",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "e-mail"), ("phone", "phone message")],
                        default="email",
                        max_length=10,
                        verbose_name="channel",
                    ),
                ),
                (
                    "sender",
                    models.CharField(blank=True, max_length=254, verbose_name="sender"),
                ),
                (
                    "recipients",
                    models.JSONField(default=list, verbose_name="recipients"),
                ),
                (
                    "subject",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="subject"
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="text")),
                ("html_body", models.TextField(blank=True, verbose_name="HTML text")),
                (
                    "headers",
                    models.JSONField(blank=True, default=dict, verbose_name="headers"),
                ),
                (
                    "message_id",
                    models.CharField(
                        default=council.models.outbox.new_message_id,
                        editable=False,
                        max_length=255,
                        unique=True,
                        verbose_name="message id",
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        blank=True,
                        help_text="What the message tells, so that it is told once.",
                        max_length=120,
                        verbose_name="cause",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("pending", "waiting"),
                            ("sending", "being sent"),
                            ("sent", "sent"),
                            ("failed", "not delivered"),
                        ],
                        default="pending",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "attempts",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="attempts"
                    ),
                ),
                (
                    "next_try_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="next try at"
                    ),
                ),
                (
                    "claimed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="claimed at"
                    ),
                ),
                (
                    "sent_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="sent at"),
                ),
                (
                    "last_error",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="last error"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="created at"
                    ),
                ),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "pending")),
                        fields=["next_try_at"],
                        name="message_due",
                    ),
                    models.Index(
                        condition=models.Q(("status", "sending")),
                        fields=["claimed_at"],
                        name="message_sending",
                    ),
                    models.Index(
                        condition=models.Q(("status", "failed")),
                        fields=["unit", "created_at"],
                        name="message_failed",
                    ),
                    models.Index(fields=["status", "sent_at"], name="message_sent"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("cause", ""), _negated=True),
                        fields=("channel", "cause"),
                        name="one_message_per_cause_and_channel",
                        violation_error_message="This message has been written already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonAlias",
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="council.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        max_length=150,
                        validators=[council.names.validate_name],
                        verbose_name="other spelling",
                    ),
                ),
            ],
            options={
                "verbose_name": "other spelling of a name",
                "verbose_name_plural": "other spellings of names",
                "ordering": ["name"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Consent",
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consents",
                        to="council.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("profil", "show my maker page to the public"),
                            ("telepon", "show my WhatsApp number on my page"),
                            ("tautan", "show my marketplace links on my page"),
                            (
                                "peta",
                                "show my workshop on the map, rounded to a kilometre",
                            ),
                            ("pesan", "send me news of trainings and exhibitions"),
                            ("pelatih", "let every council find me as an instructor"),
                            ("mengajar", "show a line about me where I teach"),
                        ],
                        max_length=20,
                        verbose_name="purpose",
                    ),
                ),
                (
                    "notice_version",
                    models.CharField(
                        max_length=20, verbose_name="version of the notice"
                    ),
                ),
                (
                    "given_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="given at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="withdrawn at"
                    ),
                ),
            ],
            options={
                "verbose_name": "consent",
                "verbose_name_plural": "consents",
                "ordering": ["-given_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("person", "purpose"),
                        name="a_purpose_is_consented_once_at_a_time",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="User",
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
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="last login"
                    ),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={
                            "unique": "A user with that username already exists."
                        },
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[
                            django.contrib.auth.validators.UnicodeUsernameValidator()
                        ],
                        verbose_name="username",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="first name"
                    ),
                ),
                (
                    "last_name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="last name"
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="date joined"
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
                        blank=True,
                        max_length=128,
                        region=None,
                        verbose_name="phone number",
                    ),
                ),
                (
                    "phone_verified_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="phone verified at"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        help_text="Staff see this unit and everything below it, nothing else.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="staff",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="user",
                        to="council.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Has a published password; cannot sign in where DEBUG is off.",
                        verbose_name="example account",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("email", ""), _negated=True),
                        fields=("email",),
                        name="an_email_belongs_to_one_account",
                        violation_error_message="This e-mail address is already used.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("phone", ""), _negated=True),
                        fields=("phone",),
                        name="a_phone_number_belongs_to_one_account",
                        violation_error_message="This phone number is already used.",
                    ),
                ],
                "indexes": [],
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="AuditEntry",
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
                    "who",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="audit_entries",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audit_entries",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                ("what", models.CharField(max_length=60, verbose_name="what")),
                (
                    "subject_type",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="kind of record"
                    ),
                ),
                (
                    "subject_id",
                    models.CharField(blank=True, max_length=64, verbose_name="record"),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=300, verbose_name="reason"),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="recorded at"
                    ),
                ),
                (
                    "ip",
                    models.GenericIPAddressField(
                        blank=True, null=True, verbose_name="internet address"
                    ),
                ),
            ],
            options={
                "verbose_name": "audit entry",
                "verbose_name_plural": "audit log",
                "ordering": ["-recorded_at", "-pk"],
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        fields=["subject_type", "subject_id"], name="audit_subject"
                    ),
                    models.Index(
                        fields=["unit", "recorded_at"], name="audit_unit_moment"
                    ),
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Document",
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
                        related_name="documents",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "file",
                    council.stored_files.OwnedFileField(
                        max_length=120,
                        storage=council.models.documents.private_storage,
                        upload_to=council.models.documents.private_path,
                        verbose_name="file",
                    ),
                ),
                (
                    "original_name",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=150,
                        verbose_name="original name",
                    ),
                ),
                (
                    "content_type",
                    models.CharField(
                        choices=[
                            ("application/pdf", "application/pdf"),
                            ("image/jpeg", "image/jpeg"),
                            ("image/png", "image/png"),
                        ],
                        editable=False,
                        max_length=40,
                        verbose_name="kind of file",
                    ),
                ),
                (
                    "size",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="size"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=council.models.documents.new_public_id,
                        editable=False,
                        max_length=32,
                        unique=True,
                        verbose_name="public id",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="documents",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="created at",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["-created_at", "-pk"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Job",
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
                        related_name="jobs",
                        to="council.unit",
                        verbose_name="unit",
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                (
                    "subject",
                    models.CharField(
                        help_text="The key of the record it is about: one order at a time for each.",
                        max_length=40,
                        verbose_name="subject",
                    ),
                ),
                (
                    "title",
                    models.CharField(max_length=250, verbose_name="what is done"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("menunggu", "waiting for the worker"),
                            ("berjalan", "being done"),
                            ("selesai", "done"),
                            ("gagal", "failed"),
                            ("batal", "cancelled"),
                        ],
                        default="menunggu",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0, verbose_name="done")),
                ("total", models.PositiveIntegerField(default=0, verbose_name="of")),
                (
                    "error",
                    models.CharField(
                        blank=True, max_length=250, verbose_name="why it failed"
                    ),
                ),
                (
                    "file",
                    council.stored_files.OwnedFileField(
                        blank=True,
                        editable=False,
                        max_length=120,
                        storage=council.models.documents.private_storage,
                        upload_to=council.models.jobs.job_path,
                        verbose_name="file",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="jobs",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ordered by",
                    ),
                ),
                ("worker", models.CharField(blank=True, editable=False, max_length=32)),
                (
                    "attempts",
                    models.PositiveSmallIntegerField(default=0, editable=False),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="ordered at"
                    ),
                ),
                (
                    "seen_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="last step at"
                    ),
                ),
                (
                    "finished_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="finished at"
                    ),
                ),
            ],
            options={
                "verbose_name": "job",
                "verbose_name_plural": "jobs",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["menunggu", "berjalan"])),
                        fields=["created_at"],
                        name="job_due",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["menunggu", "berjalan"])),
                        fields=("kind", "subject"),
                        name="the_same_work_is_ordered_once_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalUnit",
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
                        blank=True,
                        db_index=True,
                        editable=False,
                        max_length=13,
                        verbose_name="region code",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("pusat", "Dekranas (national)"),
                            ("provinsi", "Dekranasda of a province"),
                            ("kabkota", "Dekranasda of a city or regency"),
                            ("kecamatan", "Dekranasda of a kecamatan"),
                            ("kelurahan", "Dekranasda of a kelurahan or desa"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="level",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        max_length=150, verbose_name="address on the portal"
                    ),
                ),
                ("about", models.TextField(blank=True, verbose_name="about")),
                (
                    "about_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="about, in English",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="office address"
                    ),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True,
                        max_length=128,
                        region=None,
                        verbose_name="office phone",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="office e-mail"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "time_zone",
                    models.CharField(
                        choices=[
                            ("Asia/Jakarta", "WIB"),
                            ("Asia/Makassar", "WITA"),
                            ("Asia/Jayapura", "WIT"),
                        ],
                        default="Asia/Jakarta",
                        max_length=20,
                        verbose_name="time zone",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(default=False, verbose_name="example data"),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty only for the national root.",
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
                "verbose_name": "historical unit",
                "verbose_name_plural": "historical units",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDivision",
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
                        help_text="As your council says it, such as Bidang Daya Saing.",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=120,
                        verbose_name="name in English",
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
                "verbose_name": "historical division",
                "verbose_name_plural": "historical divisions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOrganization",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="full name")),
                (
                    "short_name",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="short name"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opd", "government agency (OPD)"),
                            ("brand", "brand"),
                            ("resto", "restaurant or café"),
                            ("mall", "shopping centre"),
                            ("marketplace", "marketplace"),
                            ("bank", "bank or state company"),
                            ("akademisi", "university or vocational school"),
                            ("komunitas", "community or association"),
                            ("media", "media"),
                            ("desainer", "designer"),
                            ("kub", "joint business group (KUB)"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="kept by",
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
                "verbose_name": "historical organisation",
                "verbose_name_plural": "historical organisations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPressClipping",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="headline")),
                ("medium", models.CharField(max_length=100, verbose_name="medium")),
                (
                    "url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="web address"
                    ),
                ),
                ("published_on", models.DateField(verbose_name="date of publication")),
                (
                    "published_time",
                    models.TimeField(
                        blank=True,
                        help_text="In the unit's own time zone.",
                        null=True,
                        verbose_name="time of publication",
                    ),
                ),
                (
                    "photo_credit",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="photo credit"
                    ),
                ),
                (
                    "excerpt",
                    models.TextField(blank=True, verbose_name="what it reports"),
                ),
                (
                    "excerpt_en",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        verbose_name="what it reports, in English",
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
                        verbose_name="kept by",
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
                "verbose_name": "historical press clipping",
                "verbose_name_plural": "historical press clippings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPerson",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "full_name",
                    models.CharField(
                        db_index=True,
                        max_length=150,
                        validators=[council.names.validate_name],
                        verbose_name="full name",
                    ),
                ),
                (
                    "title_before",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="title before the name"
                    ),
                ),
                (
                    "title_after",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="title after the name"
                    ),
                ),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("perempuan", "woman"), ("laki-laki", "man")],
                        max_length=10,
                        verbose_name="gender",
                    ),
                ),
                (
                    "birth_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of birth"
                    ),
                ),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="phone"
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail"
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="address"
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
                        help_text="The unit that keeps this person's record.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.unit",
                        verbose_name="kept by",
                    ),
                ),
                (
                    "origin",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="council.region",
                        verbose_name="home region",
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
                "verbose_name": "historical person",
                "verbose_name_plural": "historical people",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(migrations.RunPython.noop, take_triggers_away),
    ]
    operations = together(operations)
