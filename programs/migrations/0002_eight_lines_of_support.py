"""The eight lines along which a council supports the craft industry."""

from django.db import migrations

LINES = [
    ("Penumbuhan wirausaha baru", "New entrepreneurs"),
    ("Pembinaan IKM melalui pengembangan produk", "Product development"),
    ("Peningkatan kemampuan sentra", "Stronger craft centres"),
    ("Bantuan mesin dan peralatan produksi", "Machines and equipment"),
    ("Perluasan akses pasar melalui promosi dan pameran", "Promotion and exhibitions"),
    ("Fasilitasi pendaftaran hak kekayaan intelektual", "Intellectual property"),
    ("Pembinaan industri rumah tangga", "Home industries"),
    ("Industri kreatif berbasis sumber daya lokal", "Local resources"),
]


def add_lines(apps, schema_editor):
    SupportLine = apps.get_model("programs", "SupportLine")
    for order, (name, name_en) in enumerate(LINES, 1):
        SupportLine.objects.get_or_create(
            name=name, defaults={"name_en": name_en, "order": order}
        )


class Migration(migrations.Migration):
    dependencies = [("programs", "0001_activities_and_programs")]

    operations = [migrations.RunPython(add_lines, migrations.RunPython.noop)]
