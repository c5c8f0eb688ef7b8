"""Every formula agrees with an independent calculation on the answers themselves."""

import warnings
from collections import Counter

import numpy
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from leeromgeving.evaluate.formules import (
    Respons,
    Verdeling,
    aandeel,
    boven_het_midden,
    eens,
    gemiddelde,
    kwartielen,
    student_t,
    verdeling,
    verschil,
)

scales = st.lists(st.integers(0, 400), min_size=2, max_size=10)
pairs = st.dictionaries(
    st.tuples(st.integers(1, 5), st.integers(1, 5)), st.integers(1, 300), min_size=1, max_size=25
)


def answers(aantallen: list[int]) -> list[int]:
    return [point for point, aantal in enumerate(aantallen, 1) for _ in range(aantal)]


@given(scales)
def test_quartiles_are_those_of_numpy(aantallen: list[int]) -> None:
    found = kwartielen(aantallen)
    if found is None:
        assert not answers(aantallen)
    else:
        assert found == pytest.approx(numpy.percentile(answers(aantallen), [25, 50, 75]), abs=1e-9)
        assert found[1] == numpy.median(answers(aantallen))


@given(st.integers(0, 5_000), st.integers(0, 5_000))
@example(0, 384)
@example(384, 0)
def test_a_share_has_wilsons_interval(aantal: int, more: int) -> None:
    assume(aantal + more)
    found = aandeel(aantal, aantal + more)
    assert found is not None
    alpha = 2 * stats.norm.sf(1.96)
    expected = proportion_confint(aantal, aantal + more, alpha=alpha, method="wilson")
    assert (found.laag, found.hoog) == pytest.approx(expected, abs=1e-12)
    assert found.laag <= found.aandeel <= found.hoog


def test_a_share_by_hand() -> None:
    """N = 12, 10 right: Newcombe's formula worked out on paper."""
    found = aandeel(10, 12)
    assert found is not None
    assert (found.aandeel, found.laag, found.hoog) == pytest.approx(
        (0.8333, 0.5520, 0.9530), abs=5e-5
    )


@given(scales)
def test_what_lies_above_the_middle_agrees(aantallen: list[int]) -> None:
    found = eens(aantallen, boven_het_midden(aantallen))
    middle = (len(aantallen) + 1) / 2  # of five points the third
    high = sum(answer > middle for answer in answers(aantallen))
    assert (found and found.aantal) == (high if answers(aantallen) else None)
    assert found is None or found.aandeel == high / sum(aantallen)


@pytest.mark.parametrize("freedom", [*range(1, 40), 99, 100, 199, 200, 201, 1_000, 10**7])
def test_students_t(freedom: int) -> None:
    assert student_t(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-11)


@given(pairs)
def test_a_paired_difference_is_that_of_scipy(paren: dict[tuple[int, int], int]) -> None:
    found = verschil(paren)
    assert found is not None
    voor, na = numpy.array([pair for pair, aantal in paren.items() for _ in range(aantal)]).T
    steps = na - voor
    assert found.gemiddelde == pytest.approx(steps.mean(), abs=1e-12)
    assert found.n == len(steps)
    assert found.beter == (steps > 0).sum()
    assert found.gelijk == (steps == 0).sum()
    assert found.slechter == (steps < 0).sum()
    if len(steps) == 1:
        assert found.interval is None
    elif steps.std() == 0:  # scipy has no answer then
        assert found.interval == (steps[0], steps[0])
    else:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            low, high = stats.ttest_rel(na, voor).confidence_interval()
        assert found.interval == pytest.approx((low, high), rel=1e-9, abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=50))
def test_a_mean_of_scores(scores: list[float]) -> None:
    assert gemiddelde(Counter(scores)) == pytest.approx(numpy.mean(scores), abs=1e-12)


def test_nvt_is_told_beside_and_never_counted() -> None:
    found = verdeling({"1": 1, "5": 3, "nvt": 4}, ("1", "2", "3", "4", "5", "nvt"))
    assert found == Verdeling((1, 0, 0, 0, 3), nvt=4)
    assert found.n == 4


def test_without_answers_there_is_no_figure() -> None:
    empty = verdeling({"nvt": 4}, ("1", "2"))
    assert kwartielen(empty.aantallen) is None
    assert eens(empty.aantallen, 2) is None
    assert aandeel(0, 0) is None
    assert verschil({}) is None
    assert gemiddelde({}) is None


def test_response_is_a_share_of_first_views() -> None:
    assert Respons(30, 120).aandeel == 0.25
    assert Respons(0, 0).aandeel is None


def test_more_forms_than_views_is_no_response_of_over_100_percent() -> None:
    found = Respons(30, 20)
    assert found.kan_niet
    assert found.aandeel is None
    assert not Respons(20, 20).kan_niet
