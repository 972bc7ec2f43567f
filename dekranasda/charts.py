"""Charts drawn as SVG by templates: coordinates here, no script, no library."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """One bar: its name, its value, the list behind it, and what would be full."""

    label: str
    value: int
    url: str = ""
    total: int = 0


@dataclass(frozen=True)
class DrawnBar:
    """A bar with its place on the drawing, in SVG units."""

    bar: Bar
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        return self.x + self.width // 2


HEIGHT, STEP, GAP = 120, 48, 12


def bar_chart(bars: list[Bar]) -> dict:
    """Place upright bars side by side; the highest fills the height."""
    highest = max((bar.value for bar in bars), default=0) or 1
    drawn = []
    for number, bar in enumerate(bars):
        height = round(bar.value / highest * HEIGHT)
        drawn.append(
            DrawnBar(bar, number * STEP + GAP // 2, HEIGHT - height, STEP - GAP, height)
        )
    return {
        "bars": drawn,
        "width": len(bars) * STEP,
        "height": HEIGHT,
        "base": HEIGHT + 18,
        "full_height": HEIGHT + 26,
        "is_empty": not any(bar.value for bar in bars),
    }


def lying_bars(bars: list[Bar]) -> list[DrawnBar]:
    """Place bars that lie in the rows of a table; the longest fills the width."""
    longest = max((bar.value for bar in bars), default=0) or 1
    return [DrawnBar(bar, 0, 0, round(bar.value / longest * 100), 10) for bar in bars]


@dataclass(frozen=True)
class Part:
    """One part of a whole, as it lies in a bar of a hundred."""

    name: str
    label: str
    value: int
    x: float
    width: float


def parts_of_hundred(values: list[tuple[str, str, int]]) -> list[Part]:
    """Lay parts end to end; together they fill the bar. Nothing drawn for nothing."""
    total = sum(value for _name, _label, value in values)
    parts, x = [], 0.0
    for name, label, value in values:
        width = round(value / total * 100, 2) if total else 0
        if width:
            parts.append(Part(name, label, value, round(x, 2), width))
        x += width
    return parts
