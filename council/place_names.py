"""What places are called, with all that they lie in, for many rows at once."""

from .models import Region


def names_of(region) -> list[str]:
    """What a place and all it lies in are called, other spellings included."""
    names = []
    while region:
        names += [region.name, *(alias.name for alias in region.aliases.all())]
        region = region.parent
    return names


def name_places(rows, paths) -> None:
    """
    Load what `names_of` the regions at these paths needs, in two queries.

    The code is the tree (36.74.04 lies in 36.74), so that no join is needed.
    """
    holders = [end_of(row, path) for path in paths for row in rows]
    codes = {code_at(*holder) for holder in holders} - {None}
    if not codes:
        return
    wanted = {above for code in codes for above in with_codes_above(code)}
    regions = Region.objects.prefetch_related("aliases").in_bulk(wanted)
    for region in regions.values():
        if region.parent_id in regions:
            region.parent = regions[region.parent_id]
    for holder, name in holders:
        if region := regions.get(code_at(holder, name)):
            setattr(holder, name, region)


def end_of(row, path: str) -> tuple:
    """The record that keeps the region, and the name by which it does."""
    *steps, name = path.split("__")
    for step in steps:
        row = getattr(row, step)
    return row, name


def code_at(holder, name: str) -> str | None:
    return getattr(holder, f"{name}_id")


def with_codes_above(code: str) -> list[str]:
    """36.74.04 gives 36, 36.74 and 36.74.04."""
    parts = code.split(".")
    return [".".join(parts[: depth + 1]) for depth in range(len(parts))]
