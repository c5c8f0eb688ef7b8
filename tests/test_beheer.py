"""What somebody meets who looks after answers: beoordeel, opruimen, exporteer antwoorden, wis."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from leeromgeving.cli import main
from leeromgeving.store import DEFAULT_URL, Bezoek, Inzending, OpenTekst, connect
from leeromgeving.store.halfjaar import last_day_to_go
from leeromgeving.store.tables import inzending, tekst
from leeromgeving.store.write import add_bezoeken, add_inzendingen

TODAY = date.today().isoformat()
LONG_AGO = "2001-01-01"
Texts = list[tuple[str, str, str]]


@pytest.fixture(autouse=True)
def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small project is the current folder, with the store where it usually is."""
    monkeypatch.chdir(project)


def run(*arguments: str, typed: str = "") -> Result:
    result = CliRunner().invoke(main, list(arguments), input=typed)
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result


def form(sleutel: str, *teksten: OpenTekst, dag: str = TODAY, editie: str = "module/v1") -> None:
    engine = connect(DEFAULT_URL)
    with engine.begin() as connection:
        item = Inzending(sleutel, editie, "voorbeeld", dag, antwoorden=(("cijfer", "8"),))
        add_inzendingen(connection, [Inzending(**{**vars(item), "teksten": teksten})])
        add_bezoeken(connection, [Bezoek(dag, "", "direct", 1, 1)])
    engine.dispose()


def texts() -> Texts:
    engine = connect(DEFAULT_URL)
    with engine.connect() as connection:
        columns = (tekst.c.tekst, tekst.c.staat, tekst.c.redenen)
        rows = connection.execute(select(*columns).order_by(tekst.c.sleutel)).all()
    engine.dispose()
    return [tuple(row) for row in rows]


def keys() -> list[str]:
    engine = connect(DEFAULT_URL)
    with engine.connect() as connection:
        rows = list(connection.execute(select(inzending.c.sleutel)).scalars())
    engine.dispose()
    return sorted(rows)


def on_disk(word: str) -> bool:
    folder = Path(DEFAULT_URL.removeprefix("sqlite:///")).parent
    return any(word.encode() in file.read_bytes() for file in folder.iterdir())


def test_each_text_is_shown_with_its_question_and_what_to_look_for() -> None:
    form("a", OpenTekst("beter", "Bel 0612345678\r\n\x1b[2Jgroet", ("telefoonnummer",)))
    result = run("beoordeel", typed="s\n")
    assert result.exit_code == 0
    assert "Tekst 1 van 1" in result.output
    assert "Module: Voorbeeldmodule" in result.output
    assert "Vraag: Wat kan beter?" in result.output
    assert "hier staat misschien in: telefoonnummer" in result.output
    assert "  | Bel 0612345678\n  | \ufffd[2Jgroet\n" in result.output
    assert "Nog te beoordelen: 1." in result.output


def test_decisions_are_stored_at_once_though_it_stops_halfway() -> None:
    for number in range(5):
        form(f"{number}", OpenTekst("beter", f"Tekst {number}"))
    result = run("beoordeel", typed="b\nhuh\nw\no\na\nAnders gezegd\n")  # then Ctrl-D
    assert result.exit_code == 1
    assert "Typ b, a, w, o of s." in result.output
    assert "Bewaard: 1. Aangepast: 1. Weggehaald: 1. Nog te beoordelen: 2." in result.output
    assert texts() == [
        ("Tekst 0", "beoordeeld", ""),
        ("Tekst 2", "nieuw", ""),
        ("Anders gezegd", "beoordeeld", ""),
        ("Tekst 4", "nieuw", ""),
    ]
    assert not on_disk("Tekst 1"), "what was taken out"
    assert not on_disk("Tekst 3"), "what was changed"


def test_an_edit_that_leaves_traces_asks_again() -> None:
    form("a", OpenTekst("beter", "Mail jan@x.nl of 0612345678", ("e-mailadres", "telefoonnummer")))
    result = run("beoordeel", typed="a\nMail jan@x.nl\nb\n")
    assert "hier staat misschien in: e-mailadres.\n  | Mail jan@x.nl\n" in result.output
    assert texts() == [("Mail jan@x.nl", "beoordeeld", "e-mailadres")]
    assert "Aangepast: 1." in result.output


def test_an_unknown_question_is_shown_by_its_name() -> None:
    form("a", OpenTekst("weg", "Tekst"), editie="weg/v9")
    result = run("beoordeel", typed="b\n")
    assert "Vragenlijst: weg/v9\nVraag: weg\n" in result.output
    assert texts() == [("Tekst", "beoordeeld", "")]


@pytest.mark.parametrize(
    ("today", "months", "last"),
    [
        ("2026-11-22", 24, "2024-12-31"),
        ("2026-06-30", 24, "2024-06-30"),
        ("2026-07-01", 24, "2024-12-31"),
        ("2026-01-15", 1, "2025-12-31"),
        ("2026-12-31", 12, "2025-12-31"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-03-30", 1, "2024-02-29"),
    ],
)
def test_a_half_year_goes_whole_once_it_is_over(today: str, months: int, last: str) -> None:
    assert last_day_to_go(date.fromisoformat(today), months).isoformat() == last


def test_opruimen_keeps_what_is_promised() -> None:
    form("oud", OpenTekst("beter", "geheim"), dag=LONG_AGO)
    form("nieuw")
    trial = run("opruimen", "--proef")
    assert trial.exit_code == 0
    assert "module/v1, hoogstens 12 maanden bewaard: 1 inzending te verwijderen" in trial.output
    assert keys() == ["nieuw", "oud"]
    for what in ("1 inzending", "0 inzendingen"):
        result = run("opruimen")
        assert result.exit_code == 0
        assert f"module/v1, hoogstens 12 maanden bewaard: {what} verwijderd" in result.output
    assert keys() == ["nieuw"]
    assert not on_disk("geheim")


def test_opruimen_never_skips_an_unknown_vragenlijst() -> None:
    form("weg", dag=LONG_AGO, editie="weg/v9")
    form("oud", dag=LONG_AGO)
    result = run("opruimen")
    assert result.exit_code == 1
    assert "weg/v9: deze vragenlijst bestaat niet (meer)" in result.output
    assert keys() == ["weg"], "the others are cleared all the same"


def test_opruimen_works_though_a_module_has_a_mistake(project: Path) -> None:
    (project / "modules/voorbeeld/module.yml").write_text("titel: [", "utf-8")
    form("oud", dag=LONG_AGO)
    assert run("opruimen").exit_code == 0
    assert keys() == []


def test_exporteer_antwoorden_writes_a_folder_that_is_not_in_git(project: Path) -> None:
    form("a", OpenTekst("beter", "Tekst"))
    result = run("exporteer", "antwoorden")
    folder = Path(f"evaluation/resultaten/export-{TODAY}")
    assert "antwoord: 1 rij\n" in result.output
    assert str(folder) in result.output
    assert "a;beter;Tekst;nieuw;" in (folder / "tekst.csv").read_text("utf-8-sig")
    (folder.parent / f".{folder.name}-abc").mkdir()
    for command in (("opruimen",), ("wis", "--alles", "--ja")):
        told = run(*command).output
        assert f"In {folder} staan nog antwoorden." in told
        assert f"In {folder.parent}/.{folder.name}-abc staan nog antwoorden." in told
    form("a")
    again = run("exporteer", "antwoorden")
    assert again.exit_code == 1
    assert "bestaat al. Gooi die map eerst weg, of kies een andere" in again.output
    assert "exporteer antwoorden --map evaluation/resultaten/export-2\n" in again.output
    assert run("exporteer", "antwoorden", "--map", "elders").exit_code == 0
    (project / "bestand").write_text("", "utf-8")
    failed = run("exporteer", "antwoorden", "--map", "bestand/map").output
    assert f"De export kon niet geschreven worden in {Path('bestand/map')}" in failed


@pytest.mark.parametrize(
    "what",
    [
        ["--alles"],
        ["--module", "voorbeeld"],
        ["--vragenlijst", "module/v1"],
        ["--bron", "formulier"],
    ],
)
def test_wis_asks_for_a_word_first(what: list[str]) -> None:
    form("a", OpenTekst("beter", "geheim"))
    refused = run("wis", *what, typed="ja\n")
    assert refused.exit_code == 1
    assert "1 inzending\n" in refused.output
    assert "Er is niets gewist." in refused.output
    assert keys() == ["a"]
    assert run("wis", *what, typed="wis\n").exit_code == 0
    assert keys() == []
    assert not on_disk("geheim")
    assert "Daarvan staat niets" in run("wis", *what, "--ja").output


def test_wis_alles_reminds_of_exports() -> None:
    for key in ("a", "b"):
        form(key)
        run("exporteer", "antwoorden", "--map", f"evaluation/resultaten/export-{key}")
    assert "export-a" not in run("wis", "--vragenlijst", "module/v1", "--ja").output
    for _ in range(2):
        result = run("wis", "--alles", "--ja")
        for key in ("a", "b"):
            folder = Path(f"evaluation/resultaten/export-{key}")
            assert f"In {folder} staan nog antwoorden. Gooi die map weg" in result.output


@pytest.mark.parametrize("what", [[], ["--alles", "--module", "voorbeeld"]])
def test_wis_wants_one_thing(what: list[str]) -> None:
    form("a")
    result = run("wis", "--ja", *what)
    assert result.exit_code == 2
    assert "Kies één van" in result.output
    assert keys() == ["a"]


@pytest.mark.parametrize("command", ["beoordeel", "opruimen", "exporteer antwoorden"])
@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite:///bestaat/niet.sqlite", "Er is nog geen opslag: bestaat/niet.sqlite"),
        ("zomaar", "De opslag doet het niet: dit is geen adres van een opslag."),
        ("mysql://x@localhost/y", "De opslag doet het niet: dit is geen adres van een opslag."),
        ("postgresql://x@localhost:poort/y", "dit is geen adres van een opslag."),
        ("sqlite:///file:x?mode=memory&uri=true", "dit is geen adres van een opslag."),
        ("sqlite://", "De opslag doet het niet: deze opslag blijft niet bestaan."),
        ("sqlite:///:memory:", "De opslag doet het niet: deze opslag blijft niet bestaan."),
        ("postgresql://x:wachtwoord@127.0.0.1:1/y", "De opslag doet het niet"),
        ("sqlite:///mkdocs.yml", "De opslag doet het niet: dit bestand is geen opslag"),
    ],
)
def test_a_store_that_fails_is_told(command: str, url: str, told: str) -> None:
    result = run(*command.split(), "--opslag", url)
    assert result.exit_code == 1
    assert told in result.output
    assert "wachtwoord" not in result.output
    assert not Path("bestaat").exists()
