"""Names of people who do not exist, for the invented makers."""

from itertools import cycle

WOMEN = (
    "Ratna", "Melani", "Nurhayati", "Yuliana", "Tukiyem", "Desi", "Rosmawati", "Fitri",
    "Nova", "Marlina", "Sri", "Kartini", "Dian", "Ngatini", "Elvira", "Upik", "Yenny",
    "Maria", "Siti", "Batari",
)  # fmt: skip
MEN = (
    "Suparman", "Bakhtiar", "Hendrik", "Zulkifli", "Wagiman", "Arif", "Bambang", "Made",
    "Andi", "Joko",
)  # fmt: skip
LAST = (
    "Wulandari", "Kusumadewi", "Siregar", "Lubis", "Manurung", "Anggraini", "Tanjung",
    "Handayani", "Sitorus", "Hakim", "Lestari", "Nasution", "Permata", "Sukaesih",
    "Priyono", "Chandra", "Nurjanah", "Suarta", "Toja", "Santoso",
)  # fmt: skip


def people():
    """Yield (full name, is a woman) without repeating; one in nine has one name."""
    firsts = [(name, True) for name in WOMEN] + [(name, False) for name in MEN]
    firsts.sort(key=lambda first: sum(map(ord, first[0])) % 17)
    mononyms = iter(firsts)
    used = set()
    for number, (first, is_woman) in enumerate(cycle(firsts)):
        if number % 9 == 4 and (alone := next(mononyms, None)):
            yield alone
            continue
        turn = number // len(firsts)
        last = LAST[(number * 7 + turn * 3) % len(LAST)]
        name = f"{first} {last}"
        if name not in used and first != last:
            used.add(name)
            yield name, is_woman


def invented_phone(number: int) -> str:
    """A number that no operator gives: 0811-0000 and four digits."""
    return f"+62811000{number:05d}"
