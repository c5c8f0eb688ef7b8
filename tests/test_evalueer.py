"""The command `leeromgeving evalueer`: what it makes, refuses and says."""

import errno
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leeromgeving.cli import evalueren, main
from leeromgeving.evaluate.voorbeeld import fill
from leeromgeving.load import load
from leeromgeving.store import DEFAULT_URL, Bezoek, connect
from leeromgeving.store.write import add_bezoeken


@pytest.fixture(autouse=True)
def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small project is the current folder."""
    monkeypatch.chdir(project)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def visited(*dagen: str) -> None:
    """A store with a visit on each of these days."""
    engine = connect(DEFAULT_URL)
    with engine.begin() as connection:
        add_bezoeken(connection, [Bezoek(dag, "", "direct", 1, 1) for dag in dagen])
    engine.dispose()


def tables(project: Path, name: str) -> list[object]:
    """The tables of a report, as its JSON holds them."""
    report = json.loads((project / "site-stuurgroep" / name).read_text("utf-8"))
    return [blok for hoofdstuk in report["hoofdstukken"] for blok in hoofdstuk["blokken"]]


def test_an_example_says_that_it_is_one(project: Path) -> None:
    result = run("evalueer", "2026", "--voorbeeld")
    assert result.exit_code == 0, result.output
    assert "alles in dit rapport is verzonnen" in result.output
    folder = project / "site-stuurgroep"
    assert (folder / "evaluatie-2026-fictief.pdf").read_bytes().startswith(b"%PDF")
    for page in folder.rglob("index.html"):
        assert "deze cijfers zijn verzonnen" in page.read_text("utf-8")
    assert not (project / "evaluation" / "resultaten").exists()


@pytest.mark.parametrize("periode", ["2026-3", "2026-01", "vorig jaar", "2026-1/2026-2"])
def test_only_a_year_or_half_a_year(periode: str) -> None:
    result = run("evalueer", periode, "--voorbeeld")
    assert result.exit_code == 2
    assert "Kies een heel jaar (2026) of een half jaar" in result.output


def test_without_answers_it_says_so(project: Path) -> None:
    result = run("evalueer", "2026")
    assert result.exit_code == 1
    assert "Er is nog geen opslag" in result.output
    assert not (project / "site-stuurgroep").exists()


def test_with_a_fout_in_the_content_the_former_report_stays(project: Path) -> None:
    run("evalueer", "2026", "--voorbeeld")
    themas = project / "catalog" / "themas.yml"
    themas.write_text(themas.read_text("utf-8") + "extra: x\n", "utf-8")
    result = run("evalueer", "2026", "--voorbeeld")
    assert result.exit_code == 1
    assert "V102" in result.output
    assert (project / "site-stuurgroep" / "index.html").exists()


def test_a_period_that_still_runs_is_provisional(project: Path) -> None:
    visited("2099-01-01", "2025-06-30")
    assert "loopt nog" in run("evalueer", "2099").output
    assert "voorlopig" in (project / "site-stuurgroep/index.html").read_text("utf-8")
    assert "loopt nog" not in run("evalueer", "2025-1").output


def test_a_period_without_anything_leaves_the_former_report(project: Path) -> None:
    visited("2025-06-30")
    assert run("evalueer", "2025-1").exit_code == 0
    result = run("evalueer", "2025-2")
    assert result.exit_code == 1
    assert "Over 2025-2 is er niets" in result.output
    assert "Klopt de periode?" in result.output
    assert (project / "site-stuurgroep/evaluatie-2025-1.pdf").exists()


def test_a_report_comes_in_the_folder_that_was_asked(project: Path) -> None:
    folder = project / "evaluation/resultaten/site-stuurgroep"
    for _ in range(2):
        result = run("evalueer", "2026-1", "--voorbeeld", "--map", str(folder))
        assert result.exit_code == 0, result.output
        assert str(folder / "index.html") in result.output
        assert not (folder / "rest.txt").exists(), "a former report is replaced whole"
        (folder / "rest.txt").touch()
    assert not (project / "site-stuurgroep").exists()


@pytest.mark.parametrize("name", ["verslag.docx", "index.html", "LEESMIJ.txt"])
def test_documents_of_somebody_are_never_replaced(project: Path, name: str) -> None:
    folder = project / "stukken"
    folder.mkdir()
    (folder / name).write_text("van mij", "utf-8")
    for target in (folder, folder / name, project, Path()):
        result = run("evalueer", "2026", "--voorbeeld", "--map", str(target))
        assert result.exit_code == 1
        assert "is geen rapport van eerder. Kies een andere map met --map." in result.output
    assert [file.read_text("utf-8") for file in folder.iterdir()] == ["van mij"]


def test_an_empty_folder_may_be_filled(project: Path) -> None:
    (project / "leeg").mkdir()
    assert run("evalueer", "2026", "--voorbeeld", "--map", "leeg").exit_code == 0
    assert (project / "leeg" / "index.html").exists()


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.EACCES, "de gebruiker mag daar niet schrijven"),
        (errno.EROFS, "de gebruiker mag daar niet schrijven"),
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EIO, "dat kan daar niet (EIO)"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told_in_dutch(
    number: int, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, "Some English")

    monkeypatch.setattr(evalueren, "write_report", fail)
    result = run("evalueer", "2026", "--voorbeeld")
    assert result.exit_code == 1
    assert f"site-stuurgroep: {told}" in result.output
    assert "Kies een andere map met --map, of vraag het de serverbeheerder." in result.output
    assert "English" not in result.output


def test_an_export_gives_the_same_figures_as_the_store(project: Path) -> None:
    engine = connect(DEFAULT_URL)
    fill(engine, load(project).leeromgeving())
    engine.dispose()
    assert run("evalueer", "2025").exit_code == 0
    of_store = tables(project, "evaluatie-2025.json")
    assert run("exporteer", "antwoorden").exit_code == 0
    (export,) = (project / "evaluation/resultaten").glob("export-*")
    result = run("evalueer", "2025", "--export", str(export))
    assert result.exit_code == 0, result.output
    of_export = tables(project, "evaluatie-2025.json")
    (note,) = [blok for blok in of_export if "geteld uit een export" in str(blok)]
    assert [blok for blok in of_export if blok != note] == of_store


def test_a_folder_without_an_export(tmp_path: Path) -> None:
    result = run("evalueer", "2025", "--export", str(tmp_path))
    assert result.exit_code == 1
    assert "Dit kon niet geteld worden" in result.output
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)


def test_made_up_figures_are_never_mixed_with_exported_ones(tmp_path: Path) -> None:
    result = run("evalueer", "2026", "--voorbeeld", "--export", str(tmp_path))
    assert result.exit_code == 2
    assert "niet allebei" in result.output
