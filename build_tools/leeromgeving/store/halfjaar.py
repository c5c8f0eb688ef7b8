"""Half years, the smallest periode of a report: what closes together also goes together."""

from calendar import monthrange
from datetime import date


def halfjaar(dag: str) -> str:
    """The half year that a day (ISO date) is in: `2026-1`."""
    return f"{dag[:4]}-{'1' if dag[5:7] < '07' else '2'}"


def last_day_to_go(today: date, months: int) -> date:
    """The last day of which answers go, when they are kept for at most that many months.

    A half year that is over goes as a whole, with its oldest answer: one that shrinks day by day
    would give single persons away in reports that follow each other (ontwerp §7). Only in the half
    year that still runs they go by the day; in a shorter month it is that month's last day.
    """
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    last = date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
    end = date(last.year, 6, 30) if last.month <= 6 else date(last.year, 12, 31)
    return end if end < today else last
