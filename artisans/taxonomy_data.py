"""
The craft vocabulary as files, and putting it into the database.

`craft_taxonomy.csv` is the council's own list of crafts; the other files add the
families, English names and short texts. Loading twice changes nothing.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from council.search_kept import written_in_bulk

from .models import Craft, Material, Motif, ProductKind

DATA = Path(__file__).parent / "data"
COLUMNS = {"material": "materials", "kind": "product_kinds", "motif": "typical_motifs"}
MODELS = {"material": Material, "kind": ProductKind, "motif": Motif}


def read(name: str) -> list[dict]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def crafts() -> Iterator[Craft]:
    """Every craft of the taxonomy with its family, English name and texts."""
    english = {row["slug"]: row for row in read("crafts_english.csv")}
    texts = {row["slug"]: row for row in read("craft_texts.csv")}
    for row in read("craft_taxonomy.csv"):
        slug = row["slug"]
        text = texts.get(slug, {})
        yield Craft(
            slug=slug,
            name=row["name"],
            name_en=english[slug]["name_en"],
            family=english[slug]["family"],
            technique=row["technique"].replace("|", ", "),
            typical_motifs=", ".join(named_motifs(row["typical_motifs"])),
            origin=row["origin_region"],
            about=text.get("about", ""),
            about_en=text.get("about_en", ""),
            kbli_2020=row["kbli2020"].replace("|", ", "),
            kbli_2025=row["kbli2025"].replace("|", ", "),
        )


def parts_of(text: str) -> list[str]:
    """The single words of a column that lists several."""
    return [word.strip() for word in re.split(r"[|,;]", text) if word.strip()]


def named_motifs(text: str) -> Iterator[str]:
    """The motifs of a craft as its makers say them, without "any" and "none"."""
    tidy = tidy_words("motif")
    return (word for word in parts_of(text) if tidy.get(word, (word, ""))[0])


def tidy_words(kind: str) -> dict[str, tuple[str, str]]:
    """What a word of the taxonomy is called here, in Indonesian and English."""
    return {
        row["found"]: (row["name"], row["name_en"])
        for row in read("words.csv")
        if row["list"] == kind
    }


def words(kind: str) -> Iterator:
    """Every material, kind or motif of the taxonomy, once."""
    model, tidy = MODELS[kind], tidy_words(kind)
    crafts_by_name, english = {}, {}
    for row in read("craft_taxonomy.csv"):
        for found in parts_of(row[COLUMNS[kind]]):
            name, name_en = tidy.get(found, (found, ""))
            if name:
                crafts_by_name.setdefault(name, []).append(row)
                english.setdefault(name, name_en)
    for name, rows in sorted(crafts_by_name.items()):
        word = model(slug=slugify(name), name=name, name_en=english[name])
        if kind == "motif":
            word.origin = only_origin(rows)
        yield word


def only_origin(rows: list[dict]) -> str:
    """Where a motif comes from, when one craft of one place is known for it."""
    origin = rows[0]["origin_region"]
    is_everywhere = len(rows) > 1 or "nasional" in origin or ";" in origin
    return "" if is_everywhere else origin


def vocabulary() -> Iterator:
    """Everything the taxonomy holds, ready to be kept."""
    yield from crafts()
    for kind in MODELS:
        yield from words(kind)


@transaction.atomic
def load(progress=lambda done, total: None) -> tuple[int, int]:
    """
    Add what is missing and correct what differs; say how many of each.

    Words that councils added stay as they are.
    """
    wanted = list(vocabulary())
    added = changed = done = 0
    for model in [Craft, *MODELS.values()]:
        rows = [row for row in wanted if type(row) is model]
        new, different = compared(model, rows)
        model.objects.bulk_create(new)
        if different:
            model.objects.bulk_update(different, field_names(model))
        added, changed, done = (
            added + len(new),
            changed + len(different),
            done + len(rows),
        )
        progress(done, len(wanted))
    if added or changed:
        written_in_bulk(Craft, *MODELS.values())
    return added, changed


def compared(model, rows) -> tuple[list, list]:
    """The rows that are not kept yet, and those kept with another text."""
    kept = {row.slug: row for row in model.objects.all()}
    new = [row for row in rows if row.slug not in kept]
    different = []
    for row in rows:
        own = kept.get(row.slug)
        if own and any(
            getattr(own, name) != getattr(row, name) for name in field_names(model)
        ):
            row.pk = own.pk
            different.append(row)
    return new, different


def field_names(model) -> list[str]:
    return [field.name for field in model._meta.local_fields if field.name != "id"]
