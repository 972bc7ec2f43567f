"""
Pieces of pages that this process made before: cards, panels of filters, numbers.

A piece serves every page it stands on, for as long as nothing public changes. The
roof says how things stand (`follow`); until it does, and inside a transaction,
which reads what others may never see, every piece is made anew.
"""

from collections import OrderedDict
from threading import Lock

from django.db import connection

MOST_BYTES = 12 * 1024**2
# What a piece that is no text is taken to weigh.
USUAL_WEIGHT = 2000


class KeptPieces:
    """Pieces by what they were made of; those not asked for longest make room."""

    def __init__(self, most_bytes=MOST_BYTES):
        self.most_bytes, self.bytes = most_bytes, 0
        self.pieces = OrderedDict()
        self.standing = None
        self.lock = Lock()

    def get(self, key, make, standing):
        """The piece, made now unless it was made while things stood the same."""
        with self.lock:
            if standing != self.standing:
                self.pieces.clear()
                self.bytes, self.standing = 0, standing
            if key in self.pieces:
                self.pieces.move_to_end(key)
                return self.pieces[key]
        piece = make()
        self.keep(key, piece, standing)
        return piece

    def keep(self, key, piece, standing):
        with self.lock:
            # While it was made, somebody may have written, or made the same.
            if standing != self.standing or key in self.pieces:
                return
            self.pieces[key] = piece
            self.bytes += weight_of(piece)
            while self.bytes > self.most_bytes:
                self.bytes -= weight_of(self.pieces.popitem(last=False)[1])


def weight_of(piece) -> int:
    return len(piece) if isinstance(piece, str) else USUAL_WEIGHT


PIECES = KeptPieces()
LASTING = KeptPieces()
SOURCES = []


def follow(standing) -> None:
    """Keep pieces from now on, as long as `standing()` gives the same number."""
    SOURCES[:] = [standing]


def kept(key: tuple, make):
    """The piece of that key, or what `make` gives."""
    standing = None
    if SOURCES and not connection.in_atomic_block:
        standing = SOURCES[0]()
    return make() if standing is None else PIECES.get(key, make, standing)


def kept_for_good(key: tuple, make):
    """The same of what only a new release changes: menus, the foot of every page."""
    return LASTING.get(key, make, standing=0) if SOURCES else make()
