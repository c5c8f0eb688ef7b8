"""Small groups: not shown, and not to be found by whoever holds every report ever made.

The attacker here knows linear algebra and that nobody answers less than zero times, and nothing of
the rules in `verbergen.py`: unknown are all cells module × instelling × half year, also empty ones.
"""

from collections.abc import Mapping
from itertools import chain, combinations, product
from typing import Any

import numpy
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from leeromgeving.evaluate.verbergen import Cel, Groep, zichtbaar

KLEIN = 5
HALVES = ("2026-1", "2026-2", "2027-1")
Cellen = Mapping[Cel, int]


def members(groep: Groep, cellen: Cellen) -> frozenset[Cel]:
    return frozenset(
        cel
        for cel in cellen
        if cel.halfjaar.startswith(groep.periode)
        and groep.module in (None, cel.module)
        and groep.instelling in (None, cel.instelling)
    )


def size(cells: frozenset[Cel], cellen: Cellen) -> int:
    return sum(cellen[cel] for cel in cells)


def subsets(items: set[Any]) -> list[tuple[Any, ...]]:
    return list(chain.from_iterable(combinations(items, k) for k in range(1, len(items) + 1)))


def targets(cellen: Cellen) -> set[frozenset[Cel]]:
    """Everything worth finding: cells, and any union of modules or instellingen over the halves."""
    found = {frozenset({cel}) for cel in cellen}
    for cel in cellen:
        found.add(frozenset(c for c in cellen if c[:2] == cel[:2] and c[2][:4] == cel[2][:4]))
    for part in (0, 1):
        rows = {(cel[part], cel.halfjaar) for cel in cellen if cel.halfjaar < "2027"}
        found |= {
            frozenset(cel for cel in cellen if (cel[part], cel.halfjaar) in chosen)
            for chosen in subsets(rows)
        }
    return found


def derived(cellen: Cellen, published: frozenset[Groep]) -> list[frozenset[Cel]]:
    """The small targets whose size follows from the sizes of what is published.

    Over all tables with non-negative cells a sum is fixed just when it is a combination of the
    published sums, leaving out the cells that can only be empty.
    """
    order = sorted(cellen)
    groups = [members(groep, cellen) for groep in published]
    rows = numpy.array([[float(cel in group) for cel in order] for group in groups])
    empty = forced_empty(order, cellen, rows)
    left = [index for index, cel in enumerate(order) if cel not in empty]
    small = [group for group in targets(cellen) if 0 < size(group, cellen) < KLEIN]
    if not small or not left:
        return []
    wanted = numpy.array([[float(order[i] in group) for i in left] for group in small])
    basis = rows[:, left].T if groups else numpy.zeros((len(left), 1))
    solution = numpy.linalg.lstsq(basis, wanted.T, rcond=None)[0]
    error = numpy.abs(basis @ solution - wanted.T).max(axis=0)
    return [group for group, wrong in zip(small, error, strict=True) if wrong < 1e-6]


def forced_empty(order: list[Cel], cellen: Cellen, rows: Any) -> set[Cel]:
    """The cells that are empty in every table with the published sums."""
    empty = {cel for cel in order if cellen[cel] == 0}
    sums = rows @ numpy.array([cellen[cel] for cel in order]) if len(rows) else None
    while empty and sums is not None:
        aim = [-float(cel in empty) for cel in order]
        fullest = linprog(aim, A_eq=rows, b_eq=sums, bounds=(0, 1_000)).x
        can_be_more = {cel for cel, value in zip(order, fullest, strict=True) if value > 1e-6}
        if not empty & can_be_more:
            break
        empty -= can_be_more
    return empty if sums is not None else set()


def successive_reports(cellen: Cellen) -> frozenset[Groep]:
    """All that is ever published: a report on each half year and year as soon as it is over."""
    published: set[Groep] = set()
    for periode in ("2026-1", "2026-2", "2026", "2027-1"):
        so_far = {
            cel: n
            for cel, n in cellen.items()
            if cel.halfjaar <= (f"{periode}-2" if len(periode) == 4 else periode)
        }
        published |= {g for g in zichtbaar(so_far, KLEIN) if g.periode.startswith(periode)}
    return frozenset(published)


def table(*sizes: tuple[int, int]) -> dict[Cel, int]:
    """Modules a, b, … with these sizes in the first and the second half of 2026."""
    return {
        Cel(name, "", f"2026-{half}"): n
        for name, row in zip("abcde", sizes, strict=False)
        for half, n in enumerate(row, 1)
    }


@st.composite
def tables(draw: st.DrawFn) -> dict[Cel, int]:
    modules = ["m1", "m2", "m3", "m4"][: draw(st.integers(1, 4))]
    instellingen = ["", "i1", "i2"][: draw(st.integers(1, 3))]
    halves = HALVES[: draw(st.integers(1, 3))]
    sizes = st.sampled_from([0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 20])
    return {Cel(*key): draw(sizes) for key in product(modules, instellingen, halves)}


@settings(max_examples=150, deadline=None)
@example(table((6, 5), (1, 4), (5, 0)))
@given(tables())
def test_no_small_group_follows_from_all_reports_together(cellen: dict[Cel, int]) -> None:
    published = successive_reports(cellen)
    assert all(size(members(groep, cellen), cellen) >= KLEIN for groep in published)
    assert derived(cellen, published) == []


@settings(max_examples=100, deadline=None)
@given(tables())
def test_a_later_report_decides_the_same_about_what_was_published(cellen: dict[Cel, int]) -> None:
    over = {groep for groep in zichtbaar(cellen, KLEIN) if groep.periode != "2027"}
    assert successive_reports(cellen) == over


@settings(max_examples=50, deadline=None)
@given(tables())
def test_the_total_of_a_first_half_year_is_shown_from_klein(cellen: dict[Cel, int]) -> None:
    total = size(members(Groep("2026-1"), cellen), cellen)
    assert (Groep("2026-1") in zichtbaar(cellen, KLEIN)) == (total >= KLEIN)


def everything(cellen: Cellen) -> frozenset[Groep]:
    periods = {cel.halfjaar for cel in cellen} | {cel.halfjaar[:4] for cel in cellen}
    return frozenset(
        Groep(periode, *who)
        for periode in periods
        for cel in cellen
        for who in ((None, None), (cel.module, None), (None, cel.instelling))
    )


@given(st.integers(KLEIN, 50), st.integers(1, 5), st.integers(1, 4))
def test_when_every_group_is_large_all_are_shown(n: int, modules: int, instellingen: int) -> None:
    cellen = {
        Cel(f"m{m}", f"i{i}", half): n
        for m in range(modules)
        for i in range(instellingen)
        for half in HALVES
    }
    assert zichtbaar(cellen, KLEIN) == everything(cellen)


@settings(max_examples=50, deadline=None)
@given(tables())
def test_a_part_is_shown_beside_its_whole_only(cellen: dict[Cel, int]) -> None:
    groups = zichtbaar(cellen, KLEIN)
    assert {Groep(groep.periode) for groep in groups} <= groups


def shown(periode: str, *sizes: tuple[int, int]) -> str:
    groups = zichtbaar(table(*sizes), KLEIN)
    return "".join(sorted(g.module for g in groups if g.periode == periode and g.module))


def test_beside_one_small_group_the_next_smallest_is_hidden_too() -> None:
    assert shown("2026-1", (20, 0), (9, 0), (7, 0), (3, 0)) == "ab"


def test_several_small_groups_hide_each_other() -> None:
    assert shown("2026-1", (20, 0), (9, 0), (3, 0), (2, 0)) == "ab"


def test_a_year_stays_hidden_when_it_gives_a_small_half_away() -> None:
    sizes = (20, 20), (20, 3), (20, 4), (3, 20), (4, 20)
    assert shown("2026-1", *sizes) == "abc"
    assert shown("2026-2", *sizes) == "ade"
    assert shown("2026", *sizes) == "a"


def test_two_small_halves_make_a_year() -> None:
    assert shown("2026", (4, 4), (3, 4), (20, 20)) == "abc"


@pytest.mark.parametrize("sizes", [((20, 0), (3, 0)), ((20, 20), (20, 3), (3, 20))])
def test_the_attacker_finds_what_is_not_kept_from_subtraction(
    sizes: tuple[tuple[int, int], ...],
) -> None:
    """The test of the test: hiding only what is small itself is not enough."""
    cellen = table(*sizes)
    only_primary = frozenset(
        groep for groep in everything(cellen) if size(members(groep, cellen), cellen) >= KLEIN
    )
    assert derived(cellen, only_primary)
