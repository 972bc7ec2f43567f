"""National holidays and joint leave days, shown lightly on the calendar."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from council.languages import shown_field

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Holiday:
    """A day on which offices are closed."""

    held_on: date
    name: str
    name_en: str
    is_joint_leave: bool

    shown_name = shown_field("name")


def read(name: str) -> list[dict]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def all_holidays() -> dict[date, Holiday]:
    """Every known holiday by its date; the government names them year by year."""
    english = {row["name_id"]: row["name_en"] for row in read("holidays_english")}
    rows = [
        Holiday(
            held_on=date.fromisoformat(row["date"]),
            name=row["name_id"],
            name_en=english.get(row["name_id"], ""),
            is_joint_leave=row["kind"] == "cuti_bersama",
        )
        for row in read("holidays_id_2021_2027")
    ]
    return {holiday.held_on: holiday for holiday in rows}


def holiday_on(day: date) -> Holiday | None:
    return all_holidays().get(day)
