from django.db import migrations
from django.db.models import Exists, OuterRef

SOME = 1000


def add_marks(apps, schema_editor):
    """Give whatever was written before marks existed the mark it stands on."""
    Attendance = apps.get_model("trainings", "Attendance")
    Mark = apps.get_model("trainings", "Mark")
    marks = Mark.objects.filter(
        session=OuterRef("session"), enrolment=OuterRef("enrolment"), undone_at=None
    )
    rows = Attendance.objects.filter(~Exists(marks)).order_by("pk")
    missing = [
        Mark(
            session_id=row.session_id,
            enrolment_id=row.enrolment_id,
            status=row.status,
            way=row.way,
            key=f"semula-{row.pk}",
            made_at=row.recorded_at,
            made_by_id=row.recorded_by_id,
        )
        for row in rows.iterator(chunk_size=SOME)
    ]
    Mark.objects.bulk_create(missing, batch_size=SOME)


class Migration(migrations.Migration):
    dependencies = [
        ("trainings", "0013_competences_on_certificates"),
    ]

    operations = [
        migrations.RunPython(add_marks, migrations.RunPython.noop, elidable=True),
    ]
