"""`leeromgeving importeer`: what is told, what is stored, and when nothing is."""

from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine, func, select

from ingest.sources import csv_of
from leeromgeving.cli import importeren, main
from leeromgeving.store import SETTING, connect
from leeromgeving.store.tables import antwoord, bezoek, inzending, levering, oefenresultaat, tekst
from receive.project import prepare

BRON = "evaluation/koppelingen/enquete.yml"
KOPPELING = """\
soort: limesurvey
vragenlijst: module/v1
module: voorbeeld
sleutel: id
dag: submitdate
velden:
  - veld: cijfer
    kolom: C1
  - veld: beter
    kolom: W1
"""
HEAD = ["id", "submitdate", "C1", "W1"]
FIRST = [
    ["1", "2026-03-31 10:00:00", "8", "Bel 06-12345678"],
    ["2", "2026-04-01 10:00:00", "7", ""],
]
Import = Callable[..., Result]


class Clock(datetime):
    """It is the 10th of April: the half year of these answers still runs."""

    moment = "2026-04-10T12:00:00"

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Clock":
        return cls.fromisoformat(cls.moment).replace(tzinfo=tz)


@pytest.fixture
def importeer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store_url: str) -> Import:
    """Runs the command in a project with its questionnaires in use; the store is empty."""
    project = prepare(tmp_path / "project")
    (project / BRON).parent.mkdir(parents=True)
    (project / BRON).write_text(KOPPELING, "utf-8")
    monkeypatch.chdir(project)
    monkeypatch.setenv(SETTING, store_url)
    monkeypatch.setattr(importeren, "datetime", Clock)

    def run(*names: str, koppeling: str = BRON) -> Result:
        return CliRunner().invoke(main, ["importeer", koppeling, *names], catch_exceptions=False)

    return run


@pytest.fixture
def count(store_url: str, importeer: Import) -> Callable[[], dict[str, int]]:
    """How many rows each table holds."""

    def counting() -> dict[str, int]:
        engine: Engine = connect(store_url)
        tables = (inzending, antwoord, tekst, oefenresultaat, bezoek, levering)
        with engine.connect() as connection:
            found = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in tables
            }
        engine.dispose()
        return {name: number for name, number in found.items() if number}

    return counting


Count = Callable[[], dict[str, int]]


def test_a_file_twice_and_a_longer_one_later(importeer: Import, count: Count) -> None:
    Path("a.csv").write_bytes(csv_of([HEAD, *FIRST, ["3", "", "1", ""]]))
    result = importeer("a.csv")
    assert result.exit_code == 0, result.output
    assert result.stdout == (
        "a.csv: 3 gelezen, 2 inzendingen erbij.\n"
        "  Van 31 maart 2026 tot en met 1 april 2026.\n"
        "  Niet meegeteld: 1 niet afgemaakt.\n"
    )
    stored = {"inzending": 2, "antwoord": 2, "tekst": 1, "levering": 1}
    assert count() == stored

    again = importeer("a.csv")
    assert (again.exit_code, again.stdout[:25]) == (0, "a.csv was al ingelezen op")
    assert "er verandert niets" in again.stdout
    assert count() == stored

    Path("b.csv").write_bytes(csv_of([HEAD, *FIRST, ["3", "2026-04-02", "1", ""]]))
    grown = importeer("b.csv")
    assert "3 gelezen, 1 inzending erbij." in grown.stdout
    assert "Niet meegeteld: 2 al eerder ingelezen." in grown.stdout
    assert count() == {"inzending": 3, "antwoord": 3, "tekst": 1, "levering": 2}


def test_a_half_broken_file_stores_nothing_of_any_file(importeer: Import, count: Count) -> None:
    Path("goed.csv").write_bytes(csv_of([HEAD, *FIRST]))
    Path("half.csv").write_bytes(csv_of([HEAD, *FIRST, ["3", "2026-04-02", "elf", "Kim"]]))
    result = importeer("goed.csv", "half.csv")
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "half.csv:4: kolom 'C1': het antwoord 'elf' kennen we niet. Zet het in de lijst bij "
        "'cijfer', met de code die het bij ons is.\n"
        "Er is niets ingelezen: 1 ding klopt niet.\n"
    )
    assert "Kim" not in result.output
    assert count() == {}


def test_twenty_misfits_are_shown_and_the_rest_is_counted(importeer: Import) -> None:
    rows = [[str(number), "2026-03-31", f"x{number}", ""] for number in range(25)]
    Path("a.csv").write_bytes(csv_of([HEAD, *rows]))
    result = importeer("a.csv")
    assert result.stderr.count("a.csv:") == 20
    assert "… en nog 5 andere." in result.stderr
    assert "25 dingen kloppen niet" in result.stderr


def rows(first: int, last: int, day: str) -> list[list[str]]:
    return [[str(number), day, "8", ""] for number in range(first, last + 1)]


def test_too_few_answers_never_come_to_a_half_year_that_is_over(
    importeer: Import, count: Count, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Clock, "moment", "2026-07-01T12:00:00")
    Path("a.csv").write_bytes(csv_of([HEAD, *rows(1, 3, "2026-03-31")]))
    assert importeer("a.csv").exit_code == 0, "there was nothing to subtract it from"
    stored = count()
    Path("b.csv").write_bytes(csv_of([HEAD, *rows(1, 7, "2026-03-31")]))
    result = importeer("b.csv")
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "Dit zijn 4 vragenlijsten over 2026-1. Dat is te weinig om later toe te voegen: lees ze "
        "samen met meer antwoorden in. Er is niets ingelezen.\n"
    )
    assert count() == stored
    Path("c.csv").write_bytes(csv_of([HEAD, *rows(8, 8, "2026-03-31"), *rows(9, 9, "2026-07-01")]))
    assert importeer("b.csv", "c.csv").exit_code == 0, "five together"
    Path("d.csv").write_bytes(csv_of([HEAD, *rows(10, 10, "2026-07-01")]))
    assert importeer("d.csv").exit_code == 0, "this half year still runs"


def test_what_opruimen_takes_out_does_not_come_back(importeer: Import, count: Count) -> None:
    old = [["3", "2025-06-30", "8", ""], ["4", "2025-07-01", "8", ""]]
    Path("a.csv").write_bytes(csv_of([HEAD, *FIRST, *old]))
    result = importeer("a.csv")
    assert "4 gelezen, 3 inzendingen erbij." in result.stdout
    assert "Niet meegeteld: 1 ouder dan we bewaren." in result.stdout
    assert count()["inzending"] == 3


def test_a_koppeling_with_another_name_does_not_count_twice(
    importeer: Import, count: Count
) -> None:
    Path("a.csv").write_bytes(csv_of([HEAD, *FIRST]))
    assert importeer("a.csv").exit_code == 0
    stored = count()
    other = Path(BRON).rename("evaluation/koppelingen/anders.yml")
    result = importeer("a.csv", koppeling=other.as_posix())
    assert result.exit_code == 1
    assert "wat met koppeling 'enquete' is ingelezen, en die is er niet meer" in result.stderr
    assert "leeromgeving wis --bron enquete" in result.stderr
    assert count() == stored


@pytest.mark.parametrize("name", ["weg.csv", "."])
def test_a_file_that_cannot_be_opened(importeer: Import, name: str) -> None:
    result = importeer(name)
    assert result.exit_code == 1
    assert "kijk of het er staat en of je het mag lezen" in result.stderr


def test_exercise_results_stand_apart(importeer: Import, count: Count) -> None:
    Path("evaluation/koppelingen/oefenen.yml").write_text(
        "soort: xapi\noefeningen:\n  - begint_met: https://x.example/\n    module: proef\n"
        "    oefening: Proef\n",
        "utf-8",
    )
    statement = (
        '{"verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}, "object": {"id": '
        '"https://x.example/1"}, "timestamp": "2026-03-31T10:00:00Z", "actor": {"name": "Kim"}}\n'
    )
    Path("x.json").write_text(statement + statement.replace("Kim", "Sam"), "utf-8")
    result = importeer("x.json", koppeling="evaluation/koppelingen/oefenen.yml")
    assert "x.json: 2 gelezen, 2 oefenresultaten erbij." in result.stdout
    assert count() == {"oefenresultaat": 2, "levering": 1}

    later = statement.replace("2026-03-31", "2026-04-01")
    Path("y.json").write_text(statement + statement.replace("Kim", "Sam") + later, "utf-8")
    importeer("y.json", koppeling="evaluation/koppelingen/oefenen.yml")
    assert count() == {"oefenresultaat": 2, "levering": 2}, "a later attempt takes its place"


def test_visits_go_the_same_way(importeer: Import, count: Count) -> None:
    Path("evaluation/koppelingen/site.yml").write_text(
        "soort: webserver\nsite: https://leren.example/\n", "utf-8"
    )
    Path("access.log").write_text(
        '192.0.2.1 - - [31/Mar/2026:10:00:00 +0200] "GET /modules/proef/ HTTP/1.1" 200 99 "-" '
        '"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"\n'
        '192.0.2.1 - - [31/Mar/2026:10:00:00 +0200] "GET /favicon.ico HTTP/1.1" 200 99 "-" '
        '"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"\n',
        "utf-8",
    )
    result = importeer("access.log", koppeling="evaluation/koppelingen/site.yml")
    assert result.exit_code == 0, result.output
    assert "access.log: 2 gelezen, 1 regel telt mee." in result.stdout
    assert count() == {"bezoek": 1, "levering": 1}
    again = importeer("access.log", koppeling="evaluation/koppelingen/site.yml")
    assert "access.log was al ingelezen op" in again.stdout


@pytest.mark.parametrize("store_url", ["sqlite:///nergens.sqlite"])
class TestRefusals:
    """What is refused before a file is read; the store is not made."""

    @pytest.fixture(autouse=True)
    def no_store_is_made(self, importeer: Import) -> Iterator[None]:
        Path("a.csv").write_bytes(csv_of([HEAD, *FIRST]))
        yield
        assert not Path("nergens.sqlite").exists()

    def test_no_koppeling(self, importeer: Import) -> None:
        result = importeer("a.csv", koppeling="evaluation/koppelingen/weg.yml")
        assert result.exit_code == 1
        assert f"weg.yml bestaat niet. Kies uit: {BRON}." in result.stderr
        other = importeer("a.csv", koppeling="mkdocs.yml")
        assert f"mkdocs.yml is geen koppeling. Kies uit: {BRON}." in other.stderr
        Path(BRON).unlink()
        assert importeer("a.csv").stderr == (
            f"{BRON} bestaat niet. Hoe je een koppeling maakt, staat in de handleiding bij "
            "Importeren.\n"
        )

    def test_a_questionnaire_that_is_not_in_use(self, importeer: Import) -> None:
        Path("evaluation/vragenlijsten/bevroren.yml").unlink()
        file = Path("evaluation/vragenlijsten/module/v1.yml")
        file.write_text(file.read_text("utf-8").replace("in-gebruik", "concept"), "utf-8")
        later = Path("evaluation/vragenlijsten/na-acht-weken/v1.yml")
        later.write_text(later.read_text("utf-8").replace("in-gebruik", "concept"), "utf-8")
        result = importeer("a.csv")
        assert result.exit_code == 1
        assert "leeromgeving bevries evaluation/vragenlijsten/module/v1.yml" in result.stderr

    def test_a_project_with_a_mistake(self, importeer: Import) -> None:
        Path(BRON).write_text(KOPPELING.replace("cijfer", "cijfers"), "utf-8")
        result = importeer("a.csv")
        assert result.exit_code == 1
        assert f"{BRON}:7: fout E821" in result.stderr
        assert "los eerst deze fouten op" in result.stderr

    def test_no_file(self, importeer: Import) -> None:
        assert importeer().exit_code == 2


def test_a_store_that_cannot_be_opened(importeer: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.csv").write_bytes(csv_of([HEAD, *FIRST]))
    Path("bestand").touch()
    monkeypatch.setenv(SETTING, "sqlite:///bestand/opslag.sqlite")
    result = importeer("a.csv")
    assert result.exit_code == 1
    assert "De opslag doet het niet" in result.stderr
