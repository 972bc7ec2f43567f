from django.apps import AppConfig, apps
from django.core.management import CommandError
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class CouncilConfig(AppConfig):
    name = "council"
    verbose_name = _("Council")
    # What no public page reads; `council.data_version` watches the rest.
    unseen_models = frozenset(
        {
            "AuditEntry",
            "DailyWork",
            "DataVersion",
            "Document",
            "Job",
            "Message",
            "User",
        }
    )

    def ready(self):
        pre_migrate.connect(refuse_older_tables, sender=self)
        # `migrate` is the one moment when every permission can be known.
        post_migrate.connect(apply_committed_roles, sender=self)
        post_migrate.connect(watch_public_tables, sender=self)
        from .bits import teach

        connection_created.connect(teach)


def refuse_older_tables(using="default", **kwargs):
    """Their steps were drawn together before the first release; none leads on."""
    steps = MigrationRecorder(connections[using]).applied_migrations()
    if ("council", "0001_initial") in steps:
        raise CommandError(
            "Basis data ini dibuat oleh versi percobaan sebelum rilis pertama dan "
            "tidak dapat diteruskan. Mulailah dengan basis data kosong; pada SQLite "
            "hapus berkasnya (db.sqlite3)."
        )


def apply_committed_roles(using="default", **kwargs):
    from django.contrib.auth.management import create_permissions

    from .roles import apply_roles

    for name in ("council", "artisans", "programs", "trainings", "events"):
        create_permissions(apps.get_app_config(name), verbosity=0, using=using)
    apply_roles(apps)


def watch_public_tables(using="default", **kwargs):
    from .data_version import watch

    watch(using)
