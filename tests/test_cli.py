"""What somebody at the command line meets."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leeromgeving.cli import main


@pytest.fixture(autouse=True)
def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small project is the current folder."""
    monkeypatch.chdir(project)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def break_content(project: Path) -> None:
    file = project / "catalog" / "themas.yml"
    file.write_text(file.read_text("utf-8") + "extra: x\n", "utf-8")


def test_help_is_dutch() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "Gebruik: leeromgeving OPDRACHT" in result.output
    assert "Opties:" in result.output
    assert not {"Usage", "Options", "Commands", "Show"} & set(result.output.split())
    assert "Gebruik: leeromgeving bouw" in run("bouw", "--help").output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bouwen"], "Deze opdracht bestaat niet"),
        (["bouw", "--snel"], "De optie --snel bestaat niet"),
        (["bekijk", "--poort", "x"], "De waarde bij --poort kan niet"),
        (["controleer", "--formaat"], "ontbreekt een waarde"),
        (["controleer", "alles"], "te veel"),
        (["evalueer"], "Er ontbreekt iets: 'PERIODE'. Bijvoorbeeld: leeromgeving evalueer 2026\n"),
        (["importeer", "x.yml"], "Bijvoorbeeld: leeromgeving importeer evaluation/koppelingen/"),
        (["ontvang"], "Er ontbreekt iets: '--site'. Adres van de site"),
    ],
)
def test_a_wrong_call_is_told_in_dutch(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert "--help" in result.output


def test_a_vragenlijst_that_is_not_there() -> None:
    for name in ("v2.yml", "mkdocs.yml"):
        result = run("bevries", name)
        assert result.exit_code == 1
        assert result.output == f"{name} bestaat niet, of is geen vragenlijst.\n"


def test_outside_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("controleer")
    assert result.exit_code == 2
    assert "Dit is geen leeromgeving" in result.output


def test_good_content(project: Path) -> None:
    result = run("controleer")
    assert result.exit_code == 0
    assert "0 fouten" in result.output


def test_a_mistake_stops_the_build_and_leaves_the_site_alone(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("de vorige", "utf-8")
    break_content(project)
    result = run("bouw")
    assert result.exit_code == 1
    assert "fout V102" in result.output
    assert "extra: x" in result.output, "the author's own line is shown"
    assert [p.name for p in (project / "site").iterdir()] == ["index.html"]
    assert not list(project.glob(".site*"))


def test_github_annotations(project: Path) -> None:
    break_content(project)
    result = run("controleer", "--formaat", "github")
    assert result.exit_code == 1
    assert "::error file=catalog/themas.yml,line=" in result.stdout
    assert all(line.startswith("::") for line in result.stdout.splitlines())


def test_bouw_makes_the_whole_site_and_replaces_the_old_one(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "oud.html").write_text("oud", "utf-8")
    result = run("bouw")
    assert result.exit_code == 0, result.output
    assert "De site staat in" in result.output
    assert (project / "site" / "index.html").is_file()
    assert (project / "site" / "pagefind" / "pagefind.js").is_file()
    assert not (project / "site" / "oud.html").exists()
    assert {p.name for p in project.iterdir() if p.name.startswith(".site")} == set()


def test_an_engine_failure_leaves_the_site_alone(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("de vorige", "utf-8")
    (project / "docs" / "kapot.md").write_text("# Kapot\n\n[weg](bestaat-niet.md)\n", "utf-8")
    result = run("bouw")
    assert result.exit_code == 1
    assert "De site is niet gebouwd" in result.output
    assert (project / "site" / "index.html").read_text("utf-8") == "de vorige"


@pytest.mark.parametrize("command", ["bouw", "bekijk"])
def test_a_broken_mkdocs_yml_is_no_traceback(command: str, project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    result = run(command)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "de vorige site is er nog" not in result.output, "there is none"


def test_version_stands_in_one_place() -> None:
    root = Path(__file__).parent.parent
    declared = next(
        line.split('"')[1]
        for line in (root / "pyproject.toml").read_text("utf-8").splitlines()
        if line.startswith("version")
    )
    assert run("--version").output.strip() == declared
