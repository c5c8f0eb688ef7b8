"""The real content: no fout, and what the issue and the ontwerp ask of it."""

from datetime import date
from pathlib import Path

from leeromgeving.check import check
from leeromgeving.load import load
from leeromgeving.model import (
    Basismodule,
    JuistOnjuist,
    Meerkeuze,
    Meervoudig,
    Oefening,
    Onderdeel,
    SpecialistischeModule,
)

ROOT = Path(__file__).parent.parent
LOADED = load(ROOT)
CONTENT = LOADED.leeromgeving()


def test_no_fout_and_only_known_opmerkingen() -> None:
    """Placeholders and unchecked links are listed; nothing else may be left."""
    codes = {finding.code for finding in check(LOADED, date(2026, 11, 22))}
    assert codes <= {"M310", "C701"}


def test_every_module_says_that_it_is_a_concept_with_sources() -> None:
    for module in CONTENT.modules.values():
        assert module.ontwikkeling.status == "concept"
        assert module.bronnen
        assert module.leerdoelen


def test_every_page_teaches_by_doing() -> None:
    pages: list[Basismodule | Onderdeel] = [*CONTENT.onderdelen.values()]
    pages += [module for module in CONTENT.modules.values() if isinstance(module, Basismodule)]
    for page in pages:
        oefeningen = [blok for blok in page.inhoud if isinstance(blok, Oefening)]
        assert len(oefeningen) >= 2, page.pad


def test_sgg_is_a_model_for_other_modules() -> None:
    sgg = CONTENT.modules["sgg"]
    assert isinstance(sgg, SpecialistischeModule)
    onderdelen = CONTENT.onderdelen_van(sgg)
    assert 7 <= len(onderdelen) <= 9
    assert 75 <= sgg.duur <= 105
    kinds = {type(blok) for onderdeel in onderdelen for blok in onderdeel.inhoud}
    assert {Meerkeuze, Meervoudig, JuistOnjuist} <= kinds
    assert {"Tekst", "Audio", "Video", "Download", "Link"} <= {kind.__name__ for kind in kinds}


def test_basismodules_take_ten_to_twenty_minutes() -> None:
    basis = [module for module in CONTENT.modules.values() if isinstance(module, Basismodule)]
    assert len(basis) >= 2
    assert all(10 <= module.duur <= 20 for module in basis)


def test_no_link_claims_to_be_checked() -> None:
    """Nobody could open a link from here, so none says so."""
    assert all(aanbod.gecontroleerd is None for _, aanbod in CONTENT.aanbod.values())
