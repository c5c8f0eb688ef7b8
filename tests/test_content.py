"""The real content: no fout, and what the issue and the ontwerp ask of it."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from leeromgeving.check import check
from leeromgeving.check.context import walk
from leeromgeving.check.minutes import count_words
from leeromgeving.load import load
from leeromgeving.model import Basismodule, Model, Oefening, Onderdeel, SpecialistischeModule

ROOT = Path(__file__).parent.parent
LOADED = load(ROOT)
CONTENT = LOADED.leeromgeving()
EXPLAIN = {"feedback", "juist", "onjuist", "gevolg", "ging_goed", "kan_beter"}
"""The fields that tell why an answer does or does not fit."""
JUDGEMENT = re.compile(
    r"^(ja|nee|goed|fout|klopt|juist|onjuist|precies|helaas)\b[^.!]*[.!]\s*", re.I
)


def _pages() -> list[Basismodule | Onderdeel]:
    """Every page with blocks."""
    basis = [module for module in CONTENT.modules.values() if isinstance(module, Basismodule)]
    return [*CONTENT.onderdelen.values(), *basis]


def _explanations(page: Model) -> Iterator[str]:
    """All that a deelnemer reads about an answer, of kennisvragen too."""
    for _, model in walk(page):
        for key, value in model:
            if key in EXPLAIN and isinstance(value, str):
                yield value


def test_no_fout_and_only_known_opmerkingen() -> None:
    """Placeholders and unchecked links are listed; nothing else may be left."""
    codes = {finding.code for finding in check(LOADED, date(2026, 11, 22))}
    assert codes <= {"M310", "C701"}


def test_every_module_says_that_it_is_a_concept_with_sources() -> None:
    for module in CONTENT.modules.values():
        assert module.ontwikkeling.status == "concept"
        assert module.bronnen
        assert module.leerdoelen


def test_every_module_says_something_about_every_analysevraag() -> None:
    """An answer with its source, or what is still to be found out (ontwerp §4.2)."""
    assert CONTENT.analysevragen
    asked = {vraag.id for vraag in CONTENT.analysevragen.analysevragen}
    for module in CONTENT.modules.values():
        assert {item.vraag for item in module.analyse} == asked, module.pad


def test_every_page_teaches_by_doing() -> None:
    """Three oefeningen in every onderdeel, two in every basismodule."""
    for page in _pages():
        least = 3 if isinstance(page, Onderdeel) else 2
        assert sum(isinstance(blok, Oefening) for blok in page.inhoud) >= least, page.pad


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page.pad)
def test_every_answer_says_why(page: Basismodule | Onderdeel) -> None:
    """Feedback is more than a judgement: what follows it still says something."""
    thin = [text for text in _explanations(page) if count_words(JUDGEMENT.sub("", text)) < 6]
    assert not thin


@pytest.mark.parametrize("text", ["Goed.", "Dat klopt niet.", "Goed zo! Ga vooral zo door."])
def test_a_bare_judgement_would_be_seen(text: str) -> None:
    assert count_words(JUDGEMENT.sub("", text)) < 6


def test_sgg_is_a_model_for_other_modules() -> None:
    sgg = CONTENT.modules["sgg"]
    assert isinstance(sgg, SpecialistischeModule)
    onderdelen = CONTENT.onderdelen_van(sgg)
    assert 7 <= len(onderdelen) <= 9
    assert 75 <= sgg.duur <= 105
    kinds = {type(blok) for onderdeel in onderdelen for blok in onderdeel.inhoud}
    assert set(get_args(Oefening)) <= kinds
    assert {"Tekst", "Audio", "Video", "Download", "Link"} <= {kind.__name__ for kind in kinds}


def test_basismodules_take_ten_to_twenty_minutes() -> None:
    basis = [module for module in CONTENT.modules.values() if isinstance(module, Basismodule)]
    assert len(basis) >= 2
    assert all(10 <= module.duur <= 20 for module in basis)


def test_no_link_claims_to_be_checked() -> None:
    """Nobody could open a link from here, so none says so."""
    assert all(aanbod.gecontroleerd is None for _, aanbod in CONTENT.aanbod.values())
