"""The day in a date as some program writes it; what comes after the date (a time) is dropped."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CALENDAR = ZoneInfo("Europe/Amsterdam")
EARLIEST = date(2000, 1, 1)
"""LimeSurvey writes 1980 when a survey keeps no dates."""
MONTHS = (
    ("jan", "januari", "january"),
    ("feb", "februari", "february"),
    ("mrt", "maart", "mar", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augustus", "august"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
PARTS = {
    "dag": r"(?P<dag>\d{1,2})",
    "maand": r"(?P<maand>\d{1,2}|[a-z]{3,9})",
    "jaar": r"(?P<jaar>\d{4}|\d{2})",
}
BETWEEN = r"\s?[-/., ]\s?"
ISO = "jaar-maand-dag"


def _pattern(volgorde: str) -> re.Pattern[str]:
    date_itself = BETWEEN.join(PARTS[part] for part in volgorde.split("-"))
    return re.compile(rf"(?:[a-z]+[.,]? ?[ ,])?{date_itself}(?!\d).*", re.DOTALL)


PATTERNS = {volgorde: _pattern(volgorde) for volgorde in ("dag-maand-jaar", "maand-dag-jaar", ISO)}
"""A day of the week may come first: `maandag, 4 maart 2024, 10:15`."""


def day_of(text: str, volgorde: str) -> date | None:
    """The day in a text; None when it is no date in this order.

    A date that starts with a year of four digits is read in ISO order, whatever `volgorde` says.
    """
    plain = " ".join(text.split()).lower()
    order = ISO if re.match(r"\d{4}\D", plain) else volgorde
    match = PATTERNS[order].fullmatch(plain)
    if match is None:
        return None
    month = MONTH_NUMBER.get(match["maand"], match["maand"])
    year = int(match["jaar"]) + (2000 if len(match["jaar"]) == 2 else 0)
    try:
        return date(year, int(month), int(match["dag"]))
    except ValueError:
        return None


def moment_of(text: str) -> datetime | None:
    """An ISO 8601 moment, UTC without an offset, in the Netherlands; None for no such."""
    try:
        moment = datetime.fromisoformat(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(CALENDAR)
    except (ValueError, OverflowError):
        return None


def day_of_moment(text: str) -> date | None:
    """The day in the Netherlands of such a moment; None for no such."""
    moment = moment_of(text)
    return moment.date() if moment else None


def can_be(day: date, today: date) -> bool:
    """Whether something can have come in on that day."""
    return EARLIEST <= day <= today
