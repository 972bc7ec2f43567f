"""National holidays and joint leave days, shown lightly on the calendar."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "holidays_id_2021_2027.csv"


@dataclass(frozen=True)
class Holiday:
    """A day on which offices are closed."""

    held_on: date
    name: str
    is_joint_leave: bool


@cache
def all_holidays() -> dict[date, Holiday]:
    """Every known holiday by its date; the government names them year by year."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [
            Holiday(
                held_on=date.fromisoformat(row["date"]),
                name=row["name_id"],
                is_joint_leave=row["kind"] == "cuti_bersama",
            )
            for row in csv.DictReader(file)
        ]
    return {holiday.held_on: holiday for holiday in rows}


def holiday_on(day: date) -> Holiday | None:
    return all_holidays().get(day)
