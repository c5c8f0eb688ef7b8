"""Numbers as Dutch readers write them."""

import pytest

from leeromgeving.compose.document import VERBORGEN, Kolom
from leeromgeving.compose.format import Soort, interval, number
from leeromgeving.report.format import cell


@pytest.mark.parametrize(
    ("value", "soort", "shown"),
    [
        (1234567, "aantal", "1.234.567"),
        (0, "aantal", "0"),
        (0.636, "percentage", "64\xa0%"),
        (0.125, "percentage", "13\xa0%"),
        (0.145, "percentage", "15\xa0%"),  # 14.499999999999998 in binary
        (1, "percentage", "100\xa0%"),
        (-0.05, "percentage", "−5\xa0%"),
        (3.755, "getal", "3,76"),
        (-0.004, "getal", "0,00"),
        (1234.5, "getal", "1.234,50"),
    ],
)
def test_a_number_in_dutch(value: float, soort: Soort, shown: str) -> None:
    assert number(value, soort) == shown


def test_words_instead_of_a_number_stay_words() -> None:
    assert cell(VERBORGEN, Kolom("Mee eens", "percentage")) == "verborgen"


def test_an_interval_names_its_unit_once() -> None:
    assert interval(0.51, 0.75, "percentage") == "51 tot 75\xa0%"
    assert interval(-0.2, 3.44, "getal") == "−0,20 tot 3,44"
