"""`bouw --motor markdown`, the folder for other engines, and `afwerken`, after one of those."""

import errno
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from leeromgeving.cli import main


@pytest.fixture(autouse=True)
def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small project is the current folder."""
    monkeypatch.chdir(project)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_folder_holds_all_that_an_engine_needs(project: Path) -> None:
    result = run("bouw", "--motor", "markdown")
    assert result.exit_code == 0, result.output
    assert f"De pagina's staan in {project / 'markdown'}\n" in result.output
    assert result.output.endswith("Daarna: leeromgeving afwerken markdown/site\n")
    assert {path.name for path in project.glob("markdown/*")} == {"docs", "thema", "mkdocs.yml"}
    assert not (project / "site").exists()
    settings = yaml.safe_load((project / "markdown/mkdocs.yml").read_text("utf-8"))
    assert settings["site_url"] == "https://voorbeeld.example/"
    assert "leeromgeving" not in str(settings["plugins"])
    assert settings["theme"]["name"] is None, "not even Material is needed"


def test_the_same_content_gives_the_same_folder_whatever_stood_there(project: Path) -> None:
    run("bouw", "--motor", "markdown")
    first = tree(project / "markdown")
    (project / "markdown/docs/oud.md").write_text("# Oud\n", "utf-8")
    run("bouw", "--motor", "markdown")
    assert tree(project / "markdown") == first


def test_a_mistake_leaves_the_folder_alone(project: Path) -> None:
    run("bouw", "--motor", "markdown")
    before = tree(project / "markdown")
    (project / "catalog/themas.yml").write_text("themas: []\n", "utf-8")
    result = run("bouw", "--motor", "markdown")
    assert result.exit_code == 1
    assert "De site is niet gebouwd; de vorige is er nog." in result.output
    assert tree(project / "markdown") == before


def test_a_folder_that_cannot_be_written_is_told_and_not_half_there(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    result = run("bouw", "--motor", "markdown")
    assert result.exit_code == 1
    assert f"De map markdown kon niet geschreven worden in {project}: de schijf is vol." in (
        result.output
    )
    assert "--map" not in result.output, "this command has no such option"
    assert not [path for path in project.iterdir() if "markdown" in path.name]


def test_an_engine_that_is_not_known() -> None:
    result = run("bouw", "--motor", "hugo")
    assert result.exit_code == 2
    assert "De waarde bij --motor kan niet." in result.output


@pytest.mark.parametrize("lacks", ["site", "index.html", "assets"])
def test_only_a_site_of_ours_is_finished(lacks: str, small: Path) -> None:
    gone = small if lacks == "site" else small / lacks
    gone.unlink() if gone.is_file() else shutil.rmtree(gone)
    shutil.rmtree(small / "pagefind", ignore_errors=True)
    result = run("afwerken", str(small))
    assert result.exit_code == 1
    assert f"In {small} staat geen site van de leeromgeving" in result.output
    assert not (small / "pagefind").exists()


def test_finishing_makes_the_index_and_what_works_offline(small: Path) -> None:
    whole = tree(small)
    shutil.rmtree(small / "pagefind")
    shutil.rmtree(small / "offline")
    for name in ("sw.js", "manifest.webmanifest"):
        (small / name).unlink()
    result = run("afwerken", str(small))
    assert result.exit_code == 0
    assert result.output == f"Klaar. De site staat in {small}\n"
    assert tree(small).keys() == whole.keys() - {"offline/index.html"}


def test_an_index_that_cannot_be_made_is_told(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(1, "pagefind")

    monkeypatch.setattr(subprocess, "run", fail)
    result = run("afwerken", str(small))
    assert result.exit_code == 1
    assert "De site kon niet afgemaakt worden: " in result.output
