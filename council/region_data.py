"""
Indonesia's regions from the committed files: 38 provinces to 83,762 villages.

Codes and names of the Ministry of Home Affairs (Kemendagri) with postal codes,
compiled by Cahya DSN (`wilayah` and `wilayah_kodepos`) under the MIT licence, which
stands beside the files: `council/data/regions/LICENSE-*.txt`.
"""

import csv
import gzip
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction

from council.models import Region, RegionAlias
from council.search_kept import written_in_bulk

FOLDER = Path(__file__).parent / "data" / "regions"
BATCH = 2000
FIELDS = ["name", "kind", "level", "parent_id", "postal_code"]


@dataclass(frozen=True)
class Loaded:
    """How many regions there are, and how many had to be written."""

    regions: int
    written: int
    aliases: int


@transaction.atomic
def load(progress=lambda done, total: None) -> Loaded:
    """Bring the regions to what the files say; a second time writes nothing."""
    wanted = dict(facts())
    known = {
        code: fields
        for code, *fields in Region.objects.order_by().values_list("code", *FIELDS)
    }
    changed = [
        Region(code=code, **dict(zip(FIELDS, fields, strict=True)))
        for code, fields in wanted.items()
        if known.get(code) != fields
    ]
    for start in range(0, len(changed), BATCH):
        Region.objects.bulk_create(
            changed[start : start + BATCH],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=[field.removesuffix("_id") for field in FIELDS],
        )
        progress(min(start + BATCH, len(changed)), len(changed))
    if changed:
        # The first searches would be planned for an empty table.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE council_region")
    aliases = load_aliases()
    if changed:
        written_in_bulk(Region)
    return Loaded(len(wanted), len(changed), aliases)


def load_aliases() -> int:
    """Keep the other spellings that the files name; those of staff stay."""
    aliases = [
        RegionAlias(region_id=row["code"], name=name.strip())
        for row in rows("villages_seed_cities.csv")
        for name in row["alt_names"].split(";")
        if name.strip()
    ]
    RegionAlias.objects.bulk_create(aliases, ignore_conflicts=True)
    return len(aliases)


def facts():
    """Yield each region's code with its FIELDS; what a region lies in comes first."""
    files = {
        Region.Level.PROVINCE: "provinces.csv",
        Region.Level.REGENCY: "regencies.csv",
        Region.Level.DISTRICT: "districts.csv",
        Region.Level.VILLAGE: "villages_all.csv.gz",
    }
    kinds = {Region.Level.PROVINCE: "provinsi", Region.Level.DISTRICT: "kecamatan"}
    for level, name in files.items():
        for row in rows(name):
            code, kind = row["code"], row.get("kind") or kinds[level]
            parent = code.rpartition(".")[0] or None
            fields = [row["name"], kind, level.value, parent]
            yield code, [*fields, row.get("postal_code", "")]


def rows(name):
    """Read one of the files as a dictionary a line."""
    is_packed = name.endswith(".gz")
    with (gzip.open if is_packed else open)(
        FOLDER / name, "rt", encoding="utf-8", newline=""
    ) as file:
        yield from csv.DictReader(file)
