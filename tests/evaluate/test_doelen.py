"""Level 4: from what was measured to a verdict per doelstelling."""

from itertools import product
from typing import Any

import pytest
from pydantic import TypeAdapter

from leeromgeving.evaluate.doelen import Meting, Oordeel, combine, judge, judge_indicator
from leeromgeving.evaluate.formules import AANTALLEN_TOT
from leeromgeving.evaluate.periode import Periode
from leeromgeving.model import Doelstelling, Indicator
from leeromgeving.model.doelstelling import FEWEST

JAAR, HALFJAAR = Periode(2026), Periode(2026, 2)
WEINIG: Oordeel = "te weinig gegevens"
KNOWN: tuple[Oordeel, ...] = ("gehaald", "niet gehaald")
INDICATOR: TypeAdapter[Indicator] = TypeAdapter(Indicator)


def indicator(soort: str, norm: str, **more: str) -> Indicator:
    data: dict[str, Any] = {"id": "i", "titel": "Iets", "waarom": "Daarom", "soort": soort}
    return INDICATOR.validate_python({**data, "norm": norm, **more})


BRUIKBAAR = indicator("aandeel", "75", vraag="bruikbaar", vanaf="4", minstens="30")


@pytest.mark.parametrize(
    ("oordelen", "oordeel"),
    [
        (["gehaald"], "gehaald"),
        (["niet gehaald"], "niet gehaald"),
        ([WEINIG], WEINIG),
        (["gehaald", "gehaald"], "gehaald"),
        (["gehaald", "niet gehaald"], "deels gehaald"),
        (["gehaald", WEINIG], WEINIG),
        (["niet gehaald", "niet gehaald"], "niet gehaald"),
        (["niet gehaald", WEINIG], WEINIG),
        ([WEINIG, WEINIG], WEINIG),
        (["gehaald", "gehaald", "niet gehaald"], "deels gehaald"),
        (["gehaald", "gehaald", WEINIG], WEINIG),
        (["gehaald", "niet gehaald", WEINIG], "deels gehaald"),
        (["gehaald", WEINIG, WEINIG], WEINIG),
        (["niet gehaald", "niet gehaald", WEINIG], WEINIG),
        (["niet gehaald", WEINIG, WEINIG], WEINIG),
    ],
)
def test_verdict_of_a_doelstelling(oordelen: list[Oordeel], oordeel: Oordeel) -> None:
    assert combine(oordelen) == oordeel
    assert combine(oordelen[::-1]) == oordeel


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_verdict_holds_whatever_the_missing_indicators_would_have_told(number: int) -> None:
    for oordelen in product((*KNOWN, WEINIG), repeat=number):
        options = (KNOWN if oordeel == WEINIG else (oordeel,) for oordeel in oordelen)
        possible = {_whole(complete) for complete in product(*options)}
        assert combine(oordelen) == (possible.pop() if len(possible) == 1 else WEINIG)


def _whole(oordelen: tuple[Oordeel, ...]) -> Oordeel:
    """The rule of the issue, for indicators that all have data."""
    if all(oordeel == "gehaald" for oordeel in oordelen):
        return "gehaald"
    if all(oordeel == "niet gehaald" for oordeel in oordelen):
        return "niet gehaald"
    return "deels gehaald"


@pytest.mark.parametrize(
    ("meting", "oordeel", "onzeker"),
    [
        (Meting(0.75, 30, (0.60, 0.86)), "gehaald", True),
        (Meting(0.74, 30, (0.59, 0.85)), "niet gehaald", True),
        (Meting(0.90, 100, (0.82, 0.94)), "gehaald", False),
        (Meting(0.50, 100, (0.40, 0.60)), "niet gehaald", False),
        (Meting(0.80, 100, (0.75, 0.86)), "gehaald", False),
        (Meting(0.70, 100, (0.65, 0.75)), "niet gehaald", True),
        (Meting(1.00, 29, (0.88, 1.00)), WEINIG, False),
        (Meting(0.50, 29, (0.30, 0.80)), WEINIG, False),
        (Meting(None, 40), WEINIG, False),
        (Meting(None), WEINIG, False),
        (Meting(0.80), WEINIG, False),
    ],
)
def test_the_estimate_decides_and_the_interval_tells_how_sure(
    meting: Meting, oordeel: Oordeel, onzeker: bool
) -> None:
    uitkomst = judge_indicator(BRUIKBAAR, meting, JAAR)
    assert (uitkomst.oordeel, uitkomst.onzeker) == (oordeel, onzeker)
    assert uitkomst.norm == 0.75


@pytest.mark.parametrize(
    ("soort", "more", "in_half_a_year", "in_a_year"),
    [
        ("bezoek", {"pad": "modules/"}, 20, 40),
        ("antwoorden", {}, 20, 40),
        ("inhoud", {"telt": "modules"}, 20, 20),
        ("bijgewerkt", {}, 0.2, 0.2),
        ("goed", {"minstens": "10"}, 0.2, 0.2),
    ],
)
def test_only_what_is_counted_per_half_year_doubles_in_a_year(
    soort: str, more: dict[str, str], in_half_a_year: float, in_a_year: float
) -> None:
    own = indicator(soort, "20", **more)
    for periode, norm in ((HALFJAAR, in_half_a_year), (JAAR, in_a_year)):
        met = judge_indicator(own, Meting(norm, 10), periode)
        missed = judge_indicator(own, Meting(norm - 0.01, 10), periode)
        assert (met.norm, met.oordeel, missed.oordeel) == (norm, "gehaald", "niet gehaald")


def test_a_difference_is_judged_to_the_tenth() -> None:
    own = indicator("verschil", "0.3", vraag="voor-en-na", minstens="10")
    assert judge_indicator(own, Meting(3 / 10, 10), JAAR).oordeel == "gehaald"
    assert judge_indicator(own, Meting(29 / 100, 100), JAAR).oordeel == "niet gehaald"


def test_a_count_needs_no_answers_but_a_hidden_one_can_not_be_judged() -> None:
    own = indicator("antwoorden", "10", doelgroep="ketenpartner")
    assert judge_indicator(own, Meting(0), HALFJAAR).oordeel == "niet gehaald"
    assert judge_indicator(own, Meting(None), HALFJAAR).oordeel == WEINIG


def test_a_doelstelling_keeps_its_indicators_in_order() -> None:
    bekeken = indicator("bezoek", "20")
    indicatoren = (BRUIKBAAR, bekeken)
    own = Doelstelling(id="d", titel="Doel", bron="§1", indicatoren=indicatoren, vastgesteld=None)
    uitkomst = judge(own, [Meting(0.9, 50, (0.8, 0.95)), Meting(39)], JAAR)
    assert uitkomst.oordeel == "deels gehaald"
    assert [one.indicator for one in uitkomst.indicatoren] == [BRUIKBAAR, bekeken]
    assert [one.norm for one in uitkomst.indicatoren] == [0.75, 40]
    with pytest.raises(ValueError, match="zip"):
        judge(own, [Meting(1)], JAAR)


def test_below_what_a_report_shows_nothing_is_judged() -> None:
    assert FEWEST == AANTALLEN_TOT
