"""
Sets of pages as bits, so that a database counts at once what two of them share.

A page is one bit, by its key; a part of a set holds the bits of 8,192 keys, which fit
beside others on one sheet of the database. PostgreSQL has words for them; SQLite is
taught the same when a connection opens.
"""

from dataclasses import dataclass

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper

PER_PART = 8192


class BitsField(models.Field):
    """The bits of one part, the lowest key first."""

    def db_type(self, connection):
        return f"bit({PER_PART})" if connection.vendor == "postgresql" else "blob"


def place_of(key: int) -> tuple[int, int]:
    """In which part a page is, and the set that holds only this page of the part."""
    part, place = divmod(key, PER_PART)
    return part, 1 << (PER_PART - 1 - place)


def as_value(bits: int) -> str | bytes:
    """The bits as this database reads them."""
    if connection.vendor == "postgresql":
        return f"x{bits:0{PER_PART // 4}x}"
    return as_bytes(bits)


def as_bytes(bits: int) -> bytes:
    return bits.to_bytes(PER_PART // 8, "big")


@dataclass(frozen=True)
class Words:
    """How a database says what is done with bits."""

    # Those in one of two sets but not in both, and how many are in both.
    turned: str
    shared: str
    # Of many rows: the bits that all of them have, and those of their keys.
    common: str
    of_keys: str


WORDS = {
    "postgresql": Words(
        turned="{} # {}",
        shared="bit_count({} & {})::int",
        common="bit_and({})",
        of_keys=f"bit_or(set_bit(0::bit({PER_PART}), mod({{}}, {PER_PART})::int, 1))",
    ),
    "sqlite": Words(
        turned="bits_turned({}, {})",
        shared="bits_shared({}, {})",
        common="bits_common({})",
        of_keys="bits_of_keys({})",
    ),
}


def teach(sender, connection: BaseDatabaseWrapper, **kwargs) -> None:
    """Let a new connection to SQLite know the words."""
    if connection.vendor == "sqlite":
        told = connection.connection
        told.create_function("bits_turned", 2, turned, deterministic=True)
        told.create_function("bits_shared", 2, shared, deterministic=True)
        told.create_aggregate("bits_common", 1, Common)
        told.create_aggregate("bits_of_keys", 1, OfKeys)


def as_number(bits: bytes) -> int:
    return int.from_bytes(bits, "big")


def turned(one: bytes, other: bytes) -> bytes:
    return as_bytes(as_number(one) ^ as_number(other))


def shared(one: bytes, other: bytes) -> int:
    return (as_number(one) & as_number(other)).bit_count()


class Common:
    """The bits that all rows have."""

    def __init__(self):
        self.bits = -1

    def step(self, bits):
        self.bits &= as_number(bits)

    def finalize(self):
        return as_bytes(self.bits)


class OfKeys:
    """The bits of the keys in all rows."""

    def __init__(self):
        self.bits = 0

    def step(self, key):
        self.bits |= place_of(key)[1]

    def finalize(self):
        return as_bytes(self.bits)
