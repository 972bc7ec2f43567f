"""Pieces of pages are kept while nothing public changes, and no longer."""

from itertools import count

import pytest

from django.template import Context, Template
from django.utils import translation

from council import kept_pieces
from council.kept_pieces import KeptPieces, kept


@pytest.fixture
def standing(monkeypatch):
    """A standing that the test sets, for a store of its own."""
    monkeypatch.setattr(kept_pieces, "PIECES", KeptPieces())
    monkeypatch.setattr(kept_pieces, "SOURCES", [])
    numbers = {"now": 1}
    kept_pieces.follow(lambda: numbers["now"])
    return numbers


@pytest.fixture
def numbered():
    numbers = count(1)
    return lambda: next(numbers)


@pytest.mark.django_db(transaction=True)
def test_a_piece_is_made_once_and_anew_when_something_changed(standing, numbered):
    assert [kept(("card", 7), numbered) for _ in range(3)] == [1, 1, 1]
    assert kept(("card", 8), numbered) == 2

    standing["now"] = 2

    assert kept(("card", 7), numbered) == 3


@pytest.mark.django_db
def test_inside_a_transaction_nothing_is_kept(standing, numbered):
    assert [kept(("card", 7), numbered) for _ in range(2)] == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_while_nobody_knows_how_things_stand_nothing_is_kept(standing, numbered):
    standing["now"] = None

    assert [kept(("card", 7), numbered) for _ in range(2)] == [1, 2]


def test_a_piece_made_while_somebody_wrote_is_not_kept():
    pieces = KeptPieces()

    def made_late():
        pieces.get("other", lambda: "new", standing=2)
        return "old"

    assert pieces.get("card", made_late, standing=1) == "old"
    assert pieces.get("card", lambda: "new", standing=2) == "new"


def test_pieces_not_asked_for_longest_make_room():
    pieces = KeptPieces(most_bytes=300)
    for name in "abc":
        pieces.get(name, lambda: "x" * 100, standing=1)
    pieces.get("a", lambda: "gone", standing=1)
    pieces.get("d", lambda: "x" * 100, standing=1)

    assert set(pieces.pieces) == {"a", "c", "d"}
    assert pieces.bytes == 300


@pytest.mark.django_db(transaction=True)
def test_a_template_keeps_a_piece_for_each_language(standing):
    template = Template('{% keep "card" key %}{{ text }}{% endkeep %}')

    def shown(**context):
        return template.render(Context(context))

    assert shown(key=1, text="satu") == "satu"
    assert shown(key=1, text="dua") == "satu"
    assert shown(key=2, text="dua") == "dua"
    with translation.override("en"):
        assert shown(key=1, text="one") == "one"
