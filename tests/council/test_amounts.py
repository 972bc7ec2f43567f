"""Amounts in Indonesian words, as they stand below a total."""

import pytest

from council.amounts import in_words, rupiah_in_words

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (2019, "dua ribu sembilan belas"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_100, "satu juta seribu seratus"),
        (22_500_000, "dua puluh dua juta lima ratus ribu"),
        (19_634_114_500, "sembilan belas miliar enam ratus tiga puluh empat juta "
         "seratus empat belas ribu lima ratus"),
        (10**12, "satu triliun"),
        (-5, "minus lima"),
    ],
)  # fmt: skip
def test_a_number_is_written_out(number, words):
    assert in_words(number) == words


def test_every_small_number_has_its_own_words():
    assert len({in_words(number) for number in range(20_000)}) == 20_000


def test_rupiah_begin_with_a_capital_letter():
    assert rupiah_in_words(1_250_000) == "Satu juta dua ratus lima puluh ribu rupiah"


def test_what_nobody_writes_out_is_refused():
    with pytest.raises(ValueError):
        in_words(10**18)
