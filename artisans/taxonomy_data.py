"""
The craft vocabulary as files, and putting it into the database.

`craft_taxonomy.csv` is the council's own list of crafts; the other files add the
families, short texts and all that is said in English. Loading twice changes nothing.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from council.languages import IN_ENGLISH, translated_fields
from council.models import Region
from council.search_kept import written_in_bulk

from .models import Craft, Material, Motif, ProductKind

DATA = Path(__file__).parent / "data"
COLUMNS = {"material": "materials", "kind": "product_kinds", "motif": "typical_motifs"}
# Materials for which worn goods need a halal certificate (UU 33/2014, PP 42/2024).
OF_ANIMALS = {"kulit", "tanduk", "tulang", "sutra"}
# What the root decides beside the data, and no loading takes back.
DECIDED = {"is_protected"}
MODELS = {"material": Material, "kind": ProductKind, "motif": Motif}
# What the library tells of a motif: filled once, then the council's own words.
FROM_FILE = ["meaning", "meaning_en", "limits", "limits_en"]
FROM_FILE += ["holder", "filing", "right", "is_restricted"]
TOLD = [*FROM_FILE, "held_by", "held_by_en", "record_number"]
TOLD += ["picture", "picture_alt", "picture_alt_en"]


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
        technique = row["technique"].replace("|", ", ")
        yield Craft(
            slug=slug,
            name=row["name"],
            name_en=english[slug]["name_en"],
            family=english[slug]["family"],
            technique=technique,
            technique_en=in_english("technique", technique),
            typical_motifs=", ".join(named_motifs(row["typical_motifs"])),
            typical_motifs_en=", ".join(english_motifs(row["typical_motifs"])),
            origin=row["origin_region"],
            origin_en=in_english("origin", row["origin_region"]),
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


def english_motifs(text: str) -> Iterator[str]:
    tidy = tidy_words("motif")
    return (tidy.get(word, (word, word))[1] for word in named_motifs(text))


@cache
def phrases() -> dict[tuple[str, str], str]:
    """How crafts are made and where they come from, in English."""
    rows = read("phrases_english.csv")
    return {(row["list"], row["name"]): row["name_en"] for row in rows}


def in_english(kind: str, phrase: str) -> str:
    return phrases().get((kind, phrase), "")


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
            word.origin_en = in_english("origin", word.origin)
            tell(word)
        if kind == "material":
            word.is_animal = is_of_animals(name)
        yield word


@cache
def motif_texts() -> dict[str, dict]:
    """What the library tells of its motifs, by slug."""
    return {row["slug"]: row for row in read("motif_texts.csv")}


def tell(motif: Motif) -> None:
    """Give a motif its meaning, limits and standing, where the library knows them."""
    if text := motif_texts().get(motif.slug):
        motif.region_id = text["region"] or None
        for name in FROM_FILE:
            setattr(motif, name, text[name])
        motif.is_restricted = text["is_restricted"] == "1"


def motif_links() -> set[tuple[str, str]]:
    """Which craft is known for which motif, as pairs of slugs."""
    tidy = tidy_words("motif")
    return {
        (row["slug"], slugify(name))
        for row in read("craft_taxonomy.csv")
        for found in parts_of(row[COLUMNS["motif"]])
        if (name := tidy.get(found, (found, ""))[0])
    }


def is_of_animals(name: str) -> bool:
    """Whether a material is leather, horn, bone or silk; shells are not asked for."""
    return name.split()[0] in OF_ANIMALS and not name.startswith("kulit kerang")


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
    place_motifs(row for row in wanted if isinstance(row, Motif))
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
    link_motifs()
    if added or changed:
        written_in_bulk(Craft, *MODELS.values())
    return added, changed


def place_motifs(motifs) -> None:
    """Leave out regions that are not loaded."""
    motifs = list(motifs)
    codes = {motif.region_id for motif in motifs if motif.region_id}
    known = set(Region.objects.filter(pk__in=codes).values_list("pk", flat=True))
    for motif in motifs:
        if motif.region_id not in known:
            motif.region_id = None


def link_motifs() -> None:
    """Tie motifs to the crafts that are known for them."""
    links = Motif.crafts.through.objects
    kept = set(links.values_list("craft__slug", "motif__slug"))
    if missing := motif_links() - kept:
        crafts = dict(Craft.objects.values_list("slug", "pk"))
        motifs = dict(Motif.objects.values_list("slug", "pk"))
        links.bulk_create(
            links.model(craft_id=crafts[craft], motif_id=motifs[motif])
            for craft, motif in missing
        )


def compared(model, rows) -> tuple[list, list]:
    """The rows that are not kept yet, and those kept with another text."""
    kept = {row.slug: row for row in model.objects.all()}
    new = [row for row in rows if row.slug not in kept]
    different = []
    for row in rows:
        own = kept.get(row.slug)
        if own and is_changed(own, row):
            row.pk = own.pk
            different.append(row)
    return new, different


def is_changed(own, row) -> bool:
    """Whether the file says more than is kept; what a council told stays."""
    for name in translated_fields(type(row)):
        english = f"{name}{IN_ENGLISH}"
        setattr(row, english, getattr(row, english) or getattr(own, english))
    if isinstance(row, Motif):
        row.region_id = own.region_id or row.region_id
        if own.meaning or not row.meaning:
            for name in TOLD:
                setattr(row, name, getattr(own, name))
    columns = [row._meta.get_field(name).attname for name in field_names(type(row))]
    return any(getattr(own, name) != getattr(row, name) for name in columns)


def field_names(model) -> list[str]:
    names = [field.name for field in model._meta.local_fields]
    return [name for name in names if name not in {"id", *DECIDED}]
