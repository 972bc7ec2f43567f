"""
The invented texts in English; some stay in Indonesian, as they will in real life.

`english.csv` says each text once, wherever it stands.
"""

import csv
from pathlib import Path

from council.languages import IN_ENGLISH, lacks, parts_of, translated_fields
from dekranasda.english import READ

FILE = Path(__file__).parent / "english.csv"


def build():
    words = read()
    for model in [*READ, *parts()]:
        for name in translated_fields(model):
            fill(model, name, words)


def read() -> dict[str, str]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {row["indonesian"]: row["english"] for row in csv.DictReader(lines)}


def parts():
    """What is read on the pages of others, such as sessions and photos."""
    return {part.related_model for model in READ for part in parts_of(model)}


def fill(model, name, words):
    """Say in English what nobody has; other words than these stay as they are."""
    rows = model.objects.filter(lacks(model, name), **{f"{name}__in": list(words)})
    for row in rows:
        setattr(row, f"{name}{IN_ENGLISH}", words[getattr(row, name)])
        row.save(update_fields=[f"{name}{IN_ENGLISH}"])
