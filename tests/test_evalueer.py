"""The command `leeromgeving evalueer`: what it makes, refuses and says."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leeromgeving.cli import main
from leeromgeving.evaluate.voorbeeld import fill
from leeromgeving.load import load
from leeromgeving.store import connect


@pytest.fixture(autouse=True)
def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small project is the current folder."""
    monkeypatch.chdir(project)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


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
    connect("sqlite:///evaluation/resultaten/opslag.sqlite").dispose()
    assert "loopt nog" in run("evalueer", "2099").output
    assert "voorlopig" in (project / "site-stuurgroep/index.html").read_text("utf-8")
    assert "loopt nog" not in run("evalueer", "2025-1").output


def test_an_export_gives_the_same_figures_as_the_store(project: Path) -> None:
    url = "sqlite:///evaluation/resultaten/opslag.sqlite"
    engine = connect(url)
    fill(engine, load(project).leeromgeving())
    engine.dispose()
    assert run("evalueer", "2025").exit_code == 0
    of_store = tables(project, "evaluatie-2025.json")
    assert run("exporteer").exit_code == 0
    (export,) = (project / "evaluation/resultaten").glob("export-*")
    result = run("evalueer", "2025", "--export", str(export))
    assert result.exit_code == 0, result.output
    assert tables(project, "evaluatie-2025.json") == of_store


def test_a_folder_without_an_export(tmp_path: Path) -> None:
    result = run("evalueer", "2025", "--export", str(tmp_path))
    assert result.exit_code == 1
    assert "Dit kon niet geteld worden" in result.output
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
