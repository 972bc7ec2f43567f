"""What places are called, with all that they lie in, for many rows at once."""

from .models import Region


def names_of(region) -> list[str]:
    """What a place and all it lies in are called, other spellings included."""
    if region is None:
        return []
    if not hasattr(region, "every_name"):
        aliases = (alias.name for alias in region.aliases.all())
        region.every_name = [region.name, *aliases, *names_of(region.parent)]
    return region.every_name


def name_places(rows, paths, known: dict[str, Region]) -> None:
    """
    Load what `names_of` the regions at these paths needs, in two queries.

    The code is the tree (36.74.04 lies in 36.74), so that no join is needed. Those
    known before are not read again.
    """
    holders = [end_of(row, path) for path in paths for row in rows]
    codes = {code_at(*holder) for holder in holders} - {None}
    wanted = {above for code in codes for above in with_codes_above(code)}
    learn(wanted - known.keys(), known)
    for holder, name in holders:
        if region := known.get(code_at(holder, name)):
            setattr(holder, name, region)


def learn(codes: set[str], known: dict[str, Region]) -> None:
    if not codes:
        return
    regions = Region.objects.prefetch_related("aliases").in_bulk(codes)
    known.update(regions)
    for region in regions.values():
        if region.parent_id in known:
            region.parent = known[region.parent_id]


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
