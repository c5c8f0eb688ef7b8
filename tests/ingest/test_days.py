"""The day in a date, in the order that the koppeling says; months by name in two languages."""

from datetime import date

import pytest

from leeromgeving.ingest.days import can_be, day_of, day_of_moment

DAY, MONTH, YEAR = "dag-maand-jaar", "maand-dag-jaar", "jaar-maand-dag"


@pytest.mark.parametrize(
    ("text", "volgorde", "expected"),
    [
        ("4-3-2026 10:15:00", DAY, "2026-03-04"),
        ("04/03/26", DAY, "2026-03-04"),
        ("4.3.2026", DAY, "2026-03-04"),
        ("04/03/2026 1:15:00 PM", MONTH, "2026-04-03"),
        ("dinsdag, 31 maart 2026, 23:59", DAY, "2026-03-31"),
        ("di 31 mrt. 2026", DAY, "2026-03-31"),
        ("Tuesday, 31 March 2026, 11:59 PM", DAY, "2026-03-31"),
        ("Tuesday, March 31, 2026", MONTH, "2026-03-31"),
        ("2026/03/31 10:15:00 AM GMT+2", DAY, "2026-03-31"),
        ("2026-03-31T23:59:59", MONTH, "2026-03-31"),
        ("2026-03-31 23:59:59", YEAR, "2026-03-31"),
        ("31-3-2026", MONTH, None),
        ("31-3-2026", YEAR, None),
        ("30-2-2026", DAY, None),
        ("31 maat 2026", DAY, None),
        ("46112.5", DAY, None),
        ("31-3-20261", DAY, None),
        ("", DAY, None),
    ],
)
def test_day_of(text: str, volgorde: str, expected: str | None) -> None:
    assert day_of(text, volgorde) == (date.fromisoformat(expected) if expected else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-31T21:59:59Z", "2026-03-31"),
        ("2026-03-31T22:00:00Z", "2026-04-01"),
        ("2026-03-31T22:00:00", "2026-04-01"),
        ("2026-12-31T23:00:00.123456789+00:00", "2027-01-01"),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59Z", None),
        ("None", None),
    ],
)
def test_day_of_moment(text: str, expected: str | None) -> None:
    assert day_of_moment(text) == (date.fromisoformat(expected) if expected else None)


def test_nothing_comes_in_tomorrow_or_in_1980() -> None:
    today = date(2026, 11, 22)
    days = [date(1980, 1, 1), date(2000, 1, 1), today, date(2026, 11, 23)]
    assert [can_be(day, today) for day in days] == [False, True, True, False]
