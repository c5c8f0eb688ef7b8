"""Only whole years and half years: two reports never overlap in part."""

import pytest

from leeromgeving.evaluate.periode import parse_periode
from leeromgeving.store.halfjaar import halfjaar


@pytest.mark.parametrize(
    ("tekst", "halfjaren", "van", "tot", "woorden"),
    [
        ("2026", ("2026-1", "2026-2"), "2026-01-01", "2026-12-31", "heel 2026"),
        ("2026-1", ("2026-1",), "2026-01-01", "2026-06-30", "het eerste halfjaar van 2026"),
        ("2026-2", ("2026-2",), "2026-07-01", "2026-12-31", "het tweede halfjaar van 2026"),
    ],
)
def test_a_periode(
    tekst: str, halfjaren: tuple[str, ...], van: str, tot: str, woorden: str
) -> None:
    periode = parse_periode(tekst)
    assert (periode.halfjaren, periode.van, periode.tot) == (halfjaren, van, tot)
    assert (periode.woorden, str(periode)) == (woorden, tekst)


@pytest.mark.parametrize(
    "tekst",
    ["", "26", "2026-3", "2026-01", "2026-1 ", "2026-1\n", "1999", "2026-01-01..03-31"],
)
def test_any_other_is_refused_and_says_why(tekst: str) -> None:
    with pytest.raises(ValueError, match="zodat periodes elkaar niet overlappen"):
        parse_periode(tekst)


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        ("2026-01-01", "2026-1"),
        ("2026-06-30", "2026-1"),
        ("2026-07-01", "2026-2"),
        ("2026-12-31", "2026-2"),
    ],
)
def test_the_half_year_of_a_day(dag: str, verwacht: str) -> None:
    assert halfjaar(dag) == verwacht
