"""Which groups may be shown, so that no small group is shown or follows by subtraction.

A report asks for everybody, each module over all instellingen, and each instelling over all
modules (never a module within an instelling), per half year and per year. Two instellingen of 20
and 3 beside their total of 23 would give the 3 away: then the 20 stays hidden too (secondary
suppression; Hundepool et al., Statistical Disclosure Control, 2012, chapter 4).

Why a few remainders are all there is to guard:

- Whoever knows the margins of a table, and not which of its cells are empty, can derive sums of
  whole rows or of whole columns only. So modules and instellingen are each guarded by themselves.
- Within one of the two and one year, a row's year is shown as the sum of its shown halves, or while
  both halves are hidden. What follows then is a sum of what is shown and of: what is hidden of the
  first half; of the second; what is hidden of both and in no shown year; and, when of one half
  nothing remains there, the other half of the shown years. Each is kept at 0 or at least `klein`.

Decisions about a half year look at nothing else, and years share nothing: a later report decides
the same about what an earlier one has shown. `tests/evaluate/test_verbergen.py` attacks this with
general linear algebra.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

Rows = dict[str, list[int]]
"""Modules or instellingen → how many in the first and in the second half of the year."""


class Cel(NamedTuple):
    """What is counted; no one sees it by itself."""

    module: str
    instelling: str
    """Code, or empty when none was given: a category as any other."""
    halfjaar: str
    """`2026-1`."""


class Groep(NamedTuple):
    """What a report may ask for; at most one of `module` and `instelling` is given."""

    periode: str
    """`2026-1` or `2026`."""
    module: str | None = None
    """None: all modules."""
    instelling: str | None = None
    """None: all instellingen."""


def zichtbaar(cellen: Mapping[Cel, int], klein: int) -> frozenset[Groep]:
    """The groups of at least `klein` that may be shown; every other group is 'too small'.

    `cellen`: how many answers (forms) each cell has. Any subset may be shown just as well, so for
    two ways of counting the same answers the intersection of both is safe.
    """
    jaren = {cel.halfjaar[:4] for cel in cellen}
    return frozenset(groep for jaar in jaren for groep in _of_year(jaar, cellen, klein))


def _of_year(jaar: str, cellen: Mapping[Cel, int], klein: int) -> Iterator[Groep]:
    modules: Rows = {}
    instellingen: Rows = {}
    for cel, n in cellen.items():
        if cel.halfjaar.startswith(jaar):
            half = int(cel.halfjaar[-1]) - 1
            modules.setdefault(cel.module, [0, 0])[half] += n
            instellingen.setdefault(cel.instelling, [0, 0])[half] += n
    total = [sum(row[half] for row in modules.values()) for half in (0, 1)]
    periods = (f"{jaar}-1", f"{jaar}-2", jaar)
    whole = _shown_totals(total, klein)
    yield from (Groep(periods[index]) for index in whole)
    for name, index in _shown_rows(modules, total, klein):
        if index in whole:  # a part is shown beside its whole only
            yield Groep(periods[index], module=name)
    for name, index in _shown_rows(instellingen, total, klein):
        if index in whole:
            yield Groep(periods[index], instelling=name)


def _shown_totals(total: list[int], klein: int) -> set[int]:
    """Of the first half (0), the second (1) and the year (2): which totals may be shown."""
    shown = {half for half in (0, 1) if total[half] >= klein}
    rest = sum(total) - sum(total[half] for half in shown)
    if sum(total) >= klein and (not shown or not 0 < rest < klein):
        shown.add(2)
    return shown


def _shown_rows(rows: Rows, total: list[int], klein: int) -> Iterator[tuple[str, int]]:
    """The (row, period index) that may be shown beside the totals of those periods."""
    shown: Rows = {name: [0, 0] for name in rows}
    for half in (0, 1):
        sizes = {name: [row[half], 0] for name, row in rows.items()}
        for name in _largest(sizes, [total[half], 0], klein):
            shown[name][half] = rows[name][half]
            yield name, half
    yield from ((name, 2) for name, row in rows.items() if any(row) and shown[name] == row)
    hidden = {name: row for name, row in rows.items() if not any(shown[name])}
    rest = [total[half] - sum(row[half] for row in shown.values()) for half in (0, 1)]
    yield from ((name, 2) for name in _largest(hidden, rest, klein))


def _largest(sizes: Rows, rest: list[int], klein: int) -> set[str]:
    """Of rows by the size of their two halves: those whose sum may be shown, from large to small.

    `rest`: what is hidden in each half before any of these is shown, at least the sum of `sizes`.
    """
    shown, left, inside = set(), rest, [0, 0]
    for name, row in sorted(sizes.items(), key=lambda item: (-sum(item[1]), item[0])):
        left_then = [left[half] - row[half] for half in (0, 1)]
        inside_then = [inside[half] + row[half] for half in (0, 1)]
        follows = [sum(left_then)] + [
            inside_then[1 - half] for half in (0, 1) if not left_then[half]
        ]
        if sum(row) >= klein and not any(0 < n < klein for n in follows):
            shown.add(name)
            left, inside = left_then, inside_then
    return shown
