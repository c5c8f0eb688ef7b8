"""A report on a small data set of which every figure was calculated by hand.

Twelve deelnemers filled in the form of `voorbeeld` in the first half of 2026; in the second half
six did, and three that of `proef`. The calculations stand beside the expected rows.
"""

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from leeromgeving.compose.document import VERBORGEN, Hoofdstuk, Rapport, Tabel, Waarde
from leeromgeving.compose.rapport import Aard, compose_rapport
from leeromgeving.evaluate.bronnen import read_bronnen
from leeromgeving.evaluate.periode import parse_periode
from leeromgeving.evaluate.tellingen import count_store
from leeromgeving.load import load
from leeromgeving.store import Bezoek, Inzending, Levering, OpenTekst, connect
from leeromgeving.store.manage import keep, unread
from leeromgeving.store.write import add_bezoeken, add_inzendingen, add_levering

MINI = Path(__file__).parent.parent / "projects" / "mini"
BRUIKBAAR = [*"33333332211", "nvt"]
PAREN = ["12"] * 4 + ["13"] * 2 + ["22"] * 4 + ["21", "23"]
STILTE = "111111111222"  # 1 is right
INSTELLINGEN = ["noord"] * 7 + [""] * 5


def forms() -> Iterator[Inzending]:
    number = count(1)

    def form(
        module: str, dag: str, instelling: str, answers: Mapping[str, str], text: str = ""
    ) -> Inzending:
        return Inzending(
            sleutel=f"00000000-0000-4000-8000-{next(number):012}",
            vragenlijst="module/v1",
            module=module,
            dag=dag,
            instelling=instelling,
            antwoorden=tuple(answers.items()),
            teksten=(OpenTekst("beter", text),) if text else (),
        )

    for index, (code, paar, kennis) in enumerate(zip(BRUIKBAAR, PAREN, STILTE, strict=True)):
        answers = {
            "bruikbaar": code,
            "leerdoel.herkennen.voor": paar[0],
            "leerdoel.herkennen.na": paar[1],
            "kennis.stilte": kennis,
        }
        text = ("Meer voorbeelden.", "=1+1")[index] if index < 2 else ""
        yield form("voorbeeld", f"2026-0{1 + index % 6}-15", INSTELLINGEN[index], answers, text)
    for _ in range(6):
        yield form("voorbeeld", "2026-07-01", "noord", {"bruikbaar": "3"})
    for _ in range(3):
        yield form("proef", "2026-12-31", "noord", {"bruikbaar": "1"})


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = connect(store_url)
    log = Levering(
        "x", "log", "access.log", "2026-07-02", "2026-06-01", "2026-06-30", 50, 30, {"bots": 20}
    )
    with engine.begin() as connection:
        add_inzendingen(connection, list(forms()))
        for text in unread(connection):
            if text.tekst != "=1+1":
                keep(connection, text, text.tekst, ())
        form = "modules/voorbeeld/vragenlijst/"
        add_bezoeken(
            connection,
            [
                Bezoek("2026-03-02", form, "intern", 25, 16),
                Bezoek("2026-03-03", form, "direct", 5, 4),
                Bezoek("2026-03-03", "modules/voorbeeld/", "zoekmachine", 40, 30),
                Bezoek("2026-08-03", "", "direct", 7, 7),
            ],
        )
        add_levering(connection, log)
        add_bezoeken(connection, [Bezoek("2026-06-01", "", "direct", 30, None)], "log", "x")
    yield engine
    engine.dispose()


def report(engine: Engine, tekst: str, aard: Aard = "fictief") -> Rapport:
    leeromgeving, periode = load(MINI).leeromgeving(), parse_periode(tekst)
    return compose_rapport(
        leeromgeving, count_store(engine), read_bronnen(engine, periode), periode, aard
    )


def rows(rapport: Rapport, id: str) -> dict[Waarde, tuple[Waarde, ...]]:
    """The rows of a table by their first cell."""
    tabel: Tabel = next(tabel for tabel in rapport.tabellen if tabel.id == id)
    return {rij[0]: rij[1:] for rij in tabel.rijen}


def chapter(rapport: Rapport, id: str) -> Hoofdstuk:
    return next(hoofdstuk for hoofdstuk in rapport.hoofdstukken if hoofdstuk.id == id)


def test_a_scale(engine: Engine) -> None:
    found = rows(report(engine, "2026-1"), "module-v1-alle-bruikbaar")
    # Eleven answers and one n.v.t.; in order 1 1 2 2 3 3 3 3 3 3 3: the sixth is 3.
    # 7/11 = 0.636. Wilson: (0.63636 + 3.8416/22) / (1 + 3.8416/11) = 0.60106, plus or minus
    # 1.96/1.34924 × √(0.63636 × 0.36364/11 + 3.8416/484) = 0.24727: from 0.354 to 0.848.
    n, share, low, high, note, *counts = found["Ik kan dit in mijn werk gebruiken."]
    assert (n, note) == (11, "indicatief")
    assert [share, low, high] == pytest.approx([0.63636, 0.35379, 0.84833], abs=1e-5)
    # Three choices, n.v.t., nobody skipped it; the sixth answer; between the third and the ninth.
    assert counts == [2, 2, 7, 1, 0, "3", "2 tot 3"]


def test_before_and_now(engine: Engine) -> None:
    # Differences: +1 five times, +2 twice, 0 four times, -1 once. Sum 8, mean 8/12 = 0.6667.
    # Squares 5 + 8 + 1 = 14; variance (14 - 64/12)/11 = 0.78788; standard error 0.25624;
    # t of 11 degrees is 2.20099: 0.6667 ± 0.5640.
    found = rows(report(engine, "2026-1"), "module-v1-voorbeeld-leerdoel")
    n, mean, low, high, *counts = found["Ik kan een voorbeeld herkennen."]
    assert n == 12
    assert [mean, low, high] == pytest.approx([0.66667, 0.10269, 1.23064], abs=1e-4)
    assert counts == [7, 4, 1, "indicatief"]


def test_kennisvragen(engine: Engine) -> None:
    # 9/12 = 0.75. Wilson: (0.75 + 3.8416/24) / (1 + 3.8416/12) = 0.68937, plus or minus
    # 1.96/1.32013 × √(0.75 × 0.25/12 + 3.8416/576) = 0.22169.
    rapport = report(engine, "2026-1")
    n, *share, note = rows(rapport, "module-v1-voorbeeld-kennis")["Wat geeft stilte aan Kim?"]
    assert (n, note) == (12, "indicatief")
    assert share == pytest.approx([0.75, 0.46769, 0.91106], abs=1e-5)
    assert rows(rapport, "kennisvragen-per-module")["Voorbeeldmodule"][0] == 12


def test_response_is_forms_against_first_views(engine: Engine) -> None:
    found = rows(report(engine, "2026-1"), "respons-voorbeeld")
    assert found["Vragenlijst: Wat vond je ervan?"] == (12, 20, 0.6)  # 16 + 4 first views
    assert found["Vragenlijst: Wat doe je er nu mee?"] == (VERBORGEN, 0, VERBORGEN)
    assert found["Weergaven van de module"] == (40, "–", "–")


def compared(rapport: Rapport, id: str) -> dict[Waarde, tuple[Waarde, ...]]:
    """The rows of a comparison of the one statement, by group."""
    tabel = next(tabel for tabel in rapport.tabellen if tabel.id == f"module-v1-alle-niveau-1-{id}")
    return {rij[1]: rij[2:] for rij in tabel.rijen}


def test_instellingen_and_halves_side_by_side(engine: Engine) -> None:
    halves = compared(report(engine, "2026-2"), "per-half-jaar")
    assert halves["2026-1"][0] == 11
    assert halves["2026-1"][1:4] == pytest.approx([0.63636, 0.35379, 0.84833], abs=1e-5)
    nine = (9, "te weinig", "te weinig", "te weinig", "")  # nine answers: no percentage
    assert halves["2026-2"] == nine
    reactie = str(chapter(report(engine, "2026-1"), "reactie"))
    # Five gave no instelling, but one of those said n.v.t.: four. With those of Noord (7) beside
    # all (11) they would be known, so both stay hidden.
    assert "Per instelling: te weinig antwoorden om te tonen." in reactie


def test_what_would_give_a_small_group_away_is_hidden_too(engine: Engine) -> None:
    """Of nine forms three are of `proef`: with those six of `voorbeeld` they would be known."""
    half = report(engine, "2026-2")
    assert rows(half, "ingevuld")["module/v1"][0] == 9
    whole = report(engine, "2026")
    assert rows(whole, "ingevuld")["module/v1"][0] == 21
    for rapport in (half, whole):  # 18 of the year - the 12 of the first half = 6
        assert "Per module: te weinig antwoorden om te tonen." in str(chapter(rapport, "reactie"))
        assert "module-v1-voorbeeld-bruikbaar" not in {tabel.id for tabel in rapport.tabellen}


def test_visits_are_of_one_source_and_imports_are_accounted_for(engine: Engine) -> None:
    rapport = report(engine, "2026-1")
    assert rows(rapport, "bezoek-per-module")["Voorbeeldmodule"] == (40,)
    assert rows(rapport, "bezoek-bronnen") == {
        "de telling van de site zelf": (2, 70),
        "ingelezen: log": (1, 30),
    }
    account = rows(rapport, "leveringen")["log"]
    assert account == ("1 juni 2026 tot en met 30 juni 2026", 50, 30, "bots: 20")
    assert "access.log" not in str(rapport)


def test_only_texts_that_were_read(engine: Engine) -> None:
    rapport = report(engine, "2026-1")
    assert "Meer voorbeelden." in str(chapter(rapport, "module-voorbeeld"))
    assert "=1+1" not in str(rapport)
    assert "1 eigen tekst wacht" in str(rapport.hoofdstukken[0])
    assert "Meer voorbeelden." not in str(report(engine, "2026-2"))


def test_nothing_at_all(store_url: str) -> None:
    engine = connect(store_url)
    rapport = report(engine, "2026")
    engine.dispose()
    front = str(rapport.hoofdstukken[0])
    assert "niemand heeft geteld" in front
    assert "Er zijn te weinig vragenlijsten ingevuld" in front
    assert front.count("te weinig antwoorden om iets te zeggen") == 4  # one thing, three levels
    assert "om iets aan te wijzen" in str(chapter(rapport, "wat-kan-beter"))


def test_level_four_by_hand(engine: Engine) -> None:
    """Half a year; the interval of 7/11 and of 9/12 as above."""
    rapport = report(engine, "2026-1")
    assert rows(rapport, "doelstellingen") == {
        "Deelnemers hebben iets aan de modules.": ("deels gehaald",),
        "De site wordt gebruikt.": ("gehaald",),
        "Er staat iets op.": ("deels gehaald",),
        "Begeleiders doen mee.": ("te weinig gegevens",),  # nobody said so
    }
    within = "(de norm ligt binnen de marge)"
    assert rows(rapport, "doel-bruikbaar-indicatoren") == {
        "Deelnemers kunnen het gebruiken.": (
            "minstens 60\xa0%", "64\xa0%", "35 tot 85\xa0%", 11, f"gehaald {within}"
        ),
        "De kennisvragen zijn goed.": (
            "minstens 80\xa0%", "75\xa0%", "47 tot 91\xa0%", 12, f"niet gehaald {within}"
        ),
        "Deelnemers gaan vooruit.": (
            "minstens 0,50", "0,67", "0,10 tot 1,23", 12, f"gehaald {within}"
        ),
    }  # fmt: skip
    assert rows(rapport, "doel-gebruik-indicatoren") == {
        "De modules worden bekeken.": ("minstens 70", "70", "–", "–", "gehaald"),  # 25 + 5 + 40
        "Er komen vragenlijsten binnen.": ("minstens 11", "12", "–", "–", "gehaald"),
    }
    assert rows(rapport, "doel-inhoud-indicatoren") == {
        "Er zijn modules.": ("minstens 2", "3", "–", "–", "gehaald"),
        "De modules zijn bijgewerkt.": (  # one of three
            "minstens 50\xa0%", "33\xa0%", "–", "–", "niet gehaald"
        ),
    }  # fmt: skip
    told = str(chapter(rapport, "resultaat"))
    assert (
        "vastgesteld op 1 februari 2026 door de verzonnen stuurgroep. Dat is na het begin" in told
    )
    assert "Dat vragen we niet." in told


def test_a_year_asks_twice_as_much_and_a_gap_is_no_verdict(engine: Engine) -> None:
    """Nobody counted after August: 70 views don't say 'missed'. But 21 forms are all there were."""
    found = rows(report(engine, "2026"), "doel-gebruik-indicatoren")
    bekeken = ("minstens 140", "–", "–", "–", "te weinig gegevens")
    assert found["De modules worden bekeken."] == bekeken
    ingevuld = ("minstens 22", "21", "–", "–", "niet gehaald")
    assert found["Er komen vragenlijsten binnen."] == ingevuld


def test_what_runs_is_not_missed_yet(engine: Engine) -> None:
    rapport = report(engine, "2026", "voorlopig")
    found = rows(rapport, "doel-gebruik-indicatoren")["Er komen vragenlijsten binnen."]
    assert found[-1] == "te weinig gegevens"


def test_a_group_is_counted_at_its_moment_only(engine: Engine) -> None:
    """Six begeleiders after the module; seven after eight weeks don't count for this goal."""
    moments = ["module/v1"] * 6 + ["na-acht-weken/v1"] * 7
    rol = (("rol", "begeleider"),)
    with engine.begin() as connection:
        add_inzendingen(
            connection,
            [
                Inzending(f"rol-{n}", editie, "voorbeeld", "2026-03-01", antwoorden=rol)
                for n, editie in enumerate(moments)
            ],
        )
    found = rows(report(engine, "2026-1"), "doel-begeleiders-indicatoren")
    assert found["Begeleiders vullen een vragenlijst in."][1] == "6"


def test_answers_to_what_is_gone_are_told(engine: Engine) -> None:
    """A kennisvraag that got a new id, and a module that was taken away."""
    old = {"kennis.weg": "1"}
    gone = [
        Inzending(f"weg-{n}", "module/v1", module, "2026-03-01", antwoorden=tuple(old.items()))
        for n, module in enumerate(["voorbeeld"] * 6 + ["opgeheven"] * 6)
    ]
    with engine.begin() as connection:
        add_inzendingen(connection, gone)
    rapport = report(engine, "2026-1")
    assert rows(rapport, "verdwenen") == {
        "Voorbeeldmodule: kennis.weg": ("module/v1", 6),
        "opgeheven: kennis.weg": ("module/v1", 6),
    }
    assert "vragen of modules die er niet meer zijn" in str(rapport.hoofdstukken[0])


def test_imported_forms_are_no_response(engine: Engine) -> None:
    """Six imported ones: 18 forms, but the site asked for twelve."""
    imported = [
        Inzending(f"in-{n}", "module/v1", "voorbeeld", "2026-03-01", bron="enquete",
                  antwoorden=(("bruikbaar", "3"),))
        for n in range(6)
    ]  # fmt: skip
    with engine.begin() as connection:
        add_inzendingen(connection, imported)
        answers = Levering(
            "y", "enquete", "jan.csv", "2026-07-02", "2026-03-01", "2026-03-01", 6, 6
        )
        add_levering(connection, answers)
    rapport = report(engine, "2026-1")
    assert rows(rapport, "ingevuld")["module/v1"][0] == 18
    found = rows(rapport, "respons-voorbeeld")["Vragenlijst: Wat vond je ervan?"]
    assert found == (12, 20, 0.6)
    assert rows(rapport, "leveringen")["enquete"] == tuple([VERBORGEN] * 4)


def test_the_same_counts_give_the_same_report(engine: Engine) -> None:
    assert report(engine, "2026") == report(engine, "2026")


def test_a_period_that_still_runs_is_provisional(engine: Engine) -> None:
    rapport = report(engine, "2026", "voorlopig")
    assert rapport.ondertitel == "Over heel 2026, voorlopig: deze periode loopt nog"
