"""Amounts written out, as receipts and letters in Indonesia ask for (terbilang)."""

DIGITS = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
)
GROUPS = (
    (10**15, "kuadriliun"),
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
)
BEYOND = 10**18


def in_words(number: int) -> str:
    """The number in Indonesian words: 1.250 is seribu dua ratus lima puluh."""
    if number < 0:
        return f"minus {in_words(-number)}"
    if number >= BEYOND:
        raise ValueError("Nobody writes out amounts that large.")
    if number <= 11:
        return DIGITS[number]
    if number < 1000:
        return below_thousand(number)
    if number < 10**6:
        return joined(number, 1000, "ribu", one="seribu")
    size, name = next(each for each in GROUPS if number >= each[0])
    return joined(number, size, name)


def below_thousand(number: int) -> str:
    if number < 20:
        return f"{DIGITS[number - 10]} belas"
    if number < 100:
        return joined(number, 10, "puluh")
    return joined(number, 100, "ratus", one="seratus")


def joined(number: int, size: int, name: str, one: str = "") -> str:
    """So many of a size, and what is left: dua ratus | tiga puluh."""
    many, rest = divmod(number, size)
    head = one if one and many == 1 else f"{in_words(many)} {name}"
    return f"{head} {in_words(rest)}" if rest else head


def rupiah_in_words(amount: int) -> str:
    """As it stands below a total: Satu juta rupiah."""
    return f"{in_words(amount)} rupiah".capitalize()
