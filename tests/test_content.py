"""The real content: no fout, and what the issue and the ontwerp ask of it."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from leeromgeving.check import check
from leeromgeving.check.context import Context
from leeromgeving.check.minutes import measure
from leeromgeving.findings import has_fout
from leeromgeving.load import load
from leeromgeving.model import (
    AanbodStap,
    Audio,
    Basismodule,
    Blok,
    Download,
    Link,
    ModuleStap,
    Oefening,
    Onderdeel,
    PraktijkStap,
    Reflectie,
    SpecialistischeModule,
    Video,
)

ROOT = Path(__file__).parent.parent
LOADED = load(ROOT)
CONTENT = LOADED.leeromgeving()
TODAY = date(2026, 11, 22)
oplevering = pytest.mark.oplevering


def _pages() -> list[Basismodule | Onderdeel]:
    """Every page with blocks."""
    basis = [module for module in CONTENT.modules.values() if isinstance(module, Basismodule)]
    return [*CONTENT.onderdelen.values(), *basis]


def test_no_fout() -> None:
    assert not has_fout(check(LOADED, TODAY))


@oplevering
def test_only_known_opmerkingen() -> None:
    """Placeholders and unchecked links are listed; nothing else may be left.

    So sentences are short, figures have their source and feedback explains: see `leesbaarheid.py`.
    """
    codes = {finding.code for finding in check(LOADED, TODAY)}
    assert codes <= {"M310", "C701"}


@oplevering
def test_every_module_says_that_it_is_a_concept() -> None:
    assert {module.ontwikkeling.status for module in CONTENT.modules.values()} == {"concept"}


@oplevering
def test_every_module_says_something_about_every_analysevraag() -> None:
    """An answer with its source, or what is still to be found out (ontwerp §4.2)."""
    assert CONTENT.analysevragen
    asked = {vraag.id for vraag in CONTENT.analysevragen.analysevragen}
    for module in CONTENT.modules.values():
        assert {item.vraag for item in module.analyse} == asked, module.pad


@oplevering
def test_every_page_teaches_by_doing() -> None:
    """Three oefeningen in every onderdeel, two in every basismodule."""
    for page in _pages():
        least = 3 if isinstance(page, Onderdeel) else 2
        assert sum(isinstance(blok, Oefening) for blok in page.inhoud) >= least, page.pad


@oplevering
def test_sgg_is_a_model_for_other_modules() -> None:
    sgg = CONTENT.modules["sgg"]
    assert isinstance(sgg, SpecialistischeModule)
    onderdelen = CONTENT.onderdelen_van(sgg)
    assert 7 <= len(onderdelen) <= 9
    assert 75 <= sum(_minutes(onderdeel) for onderdeel in onderdelen) <= 105
    made = [blok for onderdeel in onderdelen for blok in onderdeel.inhoud if not _is_to_come(blok)]
    assert set(get_args(Oefening)) <= {type(blok) for blok in made}
    assert sum(isinstance(blok, Reflectie) for blok in made) >= 3
    assert any(isinstance(blok, Video) and blok.ondertiteling for blok in made)
    assert any(isinstance(blok, Audio) and blok.transcript for blok in made)
    assert any(isinstance(blok, Download) for blok in made)
    assert {"deborg", "kennisvindplaats"} <= {b.waarheen for b in made if isinstance(b, Link)}


@oplevering
def test_basismodules_take_ten_to_twenty_minutes() -> None:
    basis = [module for module in CONTENT.modules.values() if isinstance(module, Basismodule)]
    assert len(basis) >= 8
    for module in basis:
        assert 10 <= _minutes(module) <= module.duur <= 20, module.pad


@oplevering
def test_every_leerroute_mixes_reading_work_and_offer_of_others() -> None:
    """Blended learning (ontwerp §5.2); that each step has its reason is a matter of shape."""
    assert len(CONTENT.leerroutes) >= 4
    for leerroute in CONTENT.leerroutes.values():
        kinds = {type(stap) for stap in leerroute.stappen}
        assert kinds == {ModuleStap, PraktijkStap, AanbodStap}, leerroute.pad


@oplevering
def test_no_theme_pretends_a_module() -> None:
    """Only of SGG do the sources say that it is being made (ontwerp §10)."""
    phases = {thema.id: thema.fase for thema in CONTENT.themas.values()}
    assert len(phases) == 6
    assert {id for id, fase in phases.items() if fase != "inventariseren"} == {"sgg"}
    assert {module.thema for module in CONTENT.modules.values()} <= {"sgg", None}


def _minutes(page: Basismodule | Onderdeel) -> float:
    """As measured, without the inleiding."""
    media = Context(LOADED, TODAY).media_of(page.pad)
    return measure(page.inhoud, media).totaal


def _is_to_come(blok: Blok) -> bool:
    return bool(getattr(blok, "volgt", None))


@oplevering
def test_no_link_claims_to_be_checked() -> None:
    """Nobody could open a link from here, so none says so."""
    assert all(aanbod.gecontroleerd is None for _, aanbod in CONTENT.aanbod.values())
