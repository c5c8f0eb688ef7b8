"""The example: the same everywhere, as the receiver would take it, and with all that stands out."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from leeromgeving.evaluate import voorbeeld
from leeromgeving.evaluate.formules import verschil
from leeromgeving.evaluate.periode import Periode
from leeromgeving.evaluate.tellingen import Tellingen, count_store
from leeromgeving.evaluate.voorbeeld import LEERSYSTEEM, NEWEST, WEBLOG, WEINIG, special_module
from leeromgeving.evaluate.voorbeeld_invullen import Dice, bijzonder
from leeromgeving.load import load
from leeromgeving.model import Basismodule, EenModule, adres, velden
from leeromgeving.receive.accept import EDITION, KEY, MODULE, accept, forms_in_use
from leeromgeving.store import connect
from leeromgeving.store.rows import FORMULIER
from leeromgeving.store.tables import levering, tekst

ROOT = Path(__file__).parent.parent.parent
MINI = ROOT / "tests" / "projects" / "mini"
REAL = load(ROOT).leeromgeving()
FIRST, *_ = REAL.modules
WITH_ALL = special_module(REAL).id
SPECIAL = bijzonder(REAL.modules[WITH_ALL])
CONTENTS = {
    "real": REAL,
    "mini": load(MINI).leeromgeving(),
    "one module": replace(REAL, modules={WITH_ALL: REAL.modules[WITH_ALL]}),
}
ELSEWHERE = """
import sys
from pathlib import Path
from leeromgeving.evaluate import voorbeeld
from leeromgeving.load import load
leeromgeving = load(Path(sys.argv[1])).leeromgeving()
forms = list(voorbeeld.inzendingen(leeromgeving))
print(repr((forms, voorbeeld.bezoeken(leeromgeving, forms))))
"""


def test_draws_are_the_same_in_every_python() -> None:
    dice = Dice("voorbeeld")
    assert [dice.below(100) for _ in range(8)] == [55, 25, 99, 13, 73, 3, 16, 59]
    assert dice.day(Periode(2026, 2)) == "2026-07-21"


def test_the_example_does_not_depend_on_the_order_of_sets() -> None:
    def text(hash_seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", ELSEWHERE, str(MINI)]
        return subprocess.run(command, env=environment, check=True, capture_output=True).stdout

    assert text("1") == text("2") != b""


def test_the_special_module_is_the_last_one_with_onderdelen() -> None:
    specialist = REAL.modules[WITH_ALL]
    basis = [module for module in REAL.modules.values() if isinstance(module, Basismodule)]
    after = specialist.model_copy(update={"id": "b"})

    def special(*modules: EenModule) -> str:
        return special_module(replace(REAL, modules={m.id: m for m in modules})).id

    assert special(specialist, after, *basis) == "b"
    assert special(*basis) == basis[-1].id


def test_another_module_leaves_the_answers_of_the_others_as_they_were() -> None:
    """Only who is first or special gets another number of forms."""
    modules = dict(REAL.modules)
    middle = modules[list(modules)[1]]
    more = middle.model_copy(update={"id": f"{middle.id}-2"})
    added = dict(sorted({**modules, more.id: more}.items()))

    def answers(modules: dict[str, EenModule]) -> set[tuple[str, object]]:
        forms = voorbeeld.inzendingen(replace(REAL, modules=modules))
        return {(form.sleutel, form.antwoorden) for form in forms}

    assert answers(modules) < answers(added)


@pytest.mark.parametrize("name", CONTENTS)
def test_every_form_is_one_that_the_receiver_takes(name: str) -> None:
    content = CONTENTS[name]
    in_use = {
        editie: vragenlijst.model_copy(update={"status": "in-gebruik"})
        for editie, vragenlijst in content.edities.items()
    }
    allowed = forms_in_use(replace(content, edities=in_use))
    forms = list(voorbeeld.inzendingen(content))
    assert {(form.vragenlijst, form.module) for form in forms} == allowed.keys()
    for form in forms:
        hidden = [(EDITION, form.vragenlijst), (MODULE, form.module), (KEY, form.sleutel)]
        texts = [(text.veld, text.tekst) for text in form.teksten]
        pairs = [*hidden, *form.antwoorden, *texts]
        assert accept(allowed, pairs, form.dag, "") == form


def test_the_whole_example_is_stored_and_counted(store_url: str) -> None:
    engine = connect(store_url)
    voorbeeld.fill(engine, REAL)
    counts = count_store(engine)
    with engine.connect() as connection:
        texts = list(connection.execute(select(tekst)))
        files = {row.bron: row for row in connection.execute(select(levering))}
    engine.dispose()

    forms = list(voorbeeld.inzendingen(REAL))
    assert sum(counts.inzendingen.values()) == len(forms)
    assert {cell.periode for cell in counts.inzendingen} == {"2025-1", "2025-2", "2026-1", "2026-2"}
    assert {cell.bron for cell in counts.inzendingen} == {FORMULIER}

    assert len(texts) == sum(len(form.teksten) for form in forms) > 8
    aside = [row for row in texts if row.staat != "beoordeeld"]
    assert [(row.staat, row.redenen) for row in aside] == [("opzij", "telefoonnummer")]

    assert files.keys() == {WEBLOG, LEERSYSTEEM}
    assert all("fictief" in row.bestand for row in files.values())
    logged = sum(n for cell, n in counts.weergaven.items() if cell.bron == WEBLOG)
    assert files[WEBLOG].geteld == logged < files[WEBLOG].gelezen
    assert '"bots"' in files[WEBLOG].weggelaten
    assert files[LEERSYSTEEM].geteld == sum(counts.oefenresultaten.values())
    assert {cell.gehaald for cell in counts.oefenresultaten} == {0, 1}


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Tellingen:
    """The example of the real content, counted."""
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('voorbeeld') / 'opslag.sqlite'}")
    voorbeeld.fill(engine, REAL)
    result = count_store(engine)
    engine.dispose()
    return result


def test_the_first_module_and_the_last_instelling_are_small_enough_to_hide(
    counts: Tellingen,
) -> None:
    forms: Counter[tuple[str, str]] = Counter()
    for cell, n in counts.inzendingen.items():
        if cell.periode == str(NEWEST) and cell.vragenlijst.startswith("module/"):
            forms["module", cell.module] += n
            forms["instelling", cell.instelling] += n
    first, *_, last = (instelling.id for instelling in REAL.basisgegevens.instellingen)
    assert forms["module", FIRST] == forms["instelling", last] == WEINIG
    assert WEINIG < REAL.basisgegevens.kleine_groep < forms["instelling", first]


def test_most_get_one_kennisvraag_wrong_and_the_others_right(counts: Tellingen) -> None:
    editie = REAL.vragenlijsten["na-de-module"]
    for veld in velden(editie, REAL.modules[WITH_ALL], REAL.basisgegevens):
        if veld.goed:
            own = {c.code: 0 for c in counts.antwoorden}
            for cell, n in counts.antwoorden.items():
                if (cell.module, cell.veld) == (WITH_ALL, veld.naam):
                    own[cell.code] += n
            share = own[veld.goed] / sum(own.values())
            assert share < 0.5 if veld.onderwerp == SPECIAL.kennisvraag else share > 0.7


def test_one_leerdoel_has_no_gain_and_the_others_have(counts: Tellingen) -> None:
    pairs: dict[str, Counter[tuple[int, int]]] = {}
    for cell, n in counts.paren.items():
        if cell.module == WITH_ALL:
            leerdoel = cell.veld.rpartition(".")[2]
            pairs.setdefault(leerdoel, Counter())[int(cell.voor), int(cell.na)] += n
    assert pairs.keys() == {leerdoel.id for leerdoel in REAL.modules[WITH_ALL].leerdoelen}
    for leerdoel, own in pairs.items():
        gain = verschil(own)
        assert gain
        has_gain = leerdoel != SPECIAL.leerdoel
        assert gain.gemiddelde > 0.5 if has_gain else abs(gain.gemiddelde) < 0.2


def test_few_open_one_onderdeel(counts: Tellingen) -> None:
    rare = _views(counts, adres.onderdeel_uri(WITH_ALL, SPECIAL.onderdeel))
    others = [
        _views(counts, adres.onderdeel_uri(WITH_ALL, onderdeel))
        for module, onderdeel in REAL.onderdelen
        if module == WITH_ALL and onderdeel != SPECIAL.onderdeel
    ]
    assert 0 < rare < min(others) / 4


def _views(counts: Tellingen, pad: str) -> int:
    return sum(n for c, n in counts.weergaven.items() if (c.bron, c.pad) == (FORMULIER, pad))


def test_answers_are_part_of_the_first_views_of_their_page(counts: Tellingen) -> None:
    forms: Counter[tuple[str, str]] = Counter()
    for cell, n in counts.inzendingen.items():
        moment = REAL.edities[cell.vragenlijst].moment
        forms[cell.periode, adres.vragenlijst_uri(cell.module, moment)] += n
    first: Counter[tuple[str, str]] = Counter()
    for seen, n in counts.eerste_weergaven.items():
        assert seen.bron == FORMULIER
        first[seen.periode, seen.pad] += n
    assert all(n <= first[key] for key, n in forms.items())
    assert 0.4 < sum(forms.values()) / sum(first[key] for key in forms) < 0.7


def test_level_three_has_fewer_answers_and_weekends_fewer_visits(counts: Tellingen) -> None:
    forms: Counter[str] = Counter()
    for cell, n in counts.inzendingen.items():
        forms[REAL.edities[cell.vragenlijst].moment] += n
    assert 0 < forms["na-acht-weken"] < forms["na-de-module"] / 2
    visits = [0] * 7
    for (dag, _), n in counts.bezoekdagen.items():
        visits[date.fromisoformat(dag).weekday()] += n
    assert 0 < max(visits[5:]) < min(visits[:5]) / 2
