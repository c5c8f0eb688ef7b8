"""Whole small projects, read at once: every finding as an author sees it in one run.

`projects/mini` is good content; `projects/fouten` holds mistakes as an office makes them, at least
one for every code. Renew the texts after reading the difference: `python tests/test_projects.py`.
"""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from leeromgeving.check import check
from leeromgeving.cli import main
from leeromgeving.findings import Finding, as_text, summary
from leeromgeving.load import load
from leeromgeving.messages import MESSAGES

PROJECTS = Path(__file__).parent / "projects"
MINI = PROJECTS / "mini"
FOUTEN = PROJECTS / "fouten"
TODAY = date(2026, 11, 22)

NOT_IN_A_FOLDER = {
    "V100",  # no content can bring it
    "V122",  # only in doelstellingen.yml, whose other mistakes would then be unseen
    "Y001",  # a file that can't be opened can't be committed either
    "Y003",  # half a megabyte for one finding: see cases/lezen.yml
}


def findings_of(project: Path) -> list[Finding]:
    return check(load(project), TODAY)


def report(project: Path) -> str:
    """What `leeromgeving controleer` shows on that day."""
    findings = findings_of(project)
    return f"{as_text(findings, project)}\n{summary(findings)}\n"


def golden(project: Path) -> Path:
    return project.with_suffix(".txt")


@pytest.mark.parametrize("project", [MINI, FOUTEN], ids=lambda project: project.name)
def test_report_equals_the_golden_text(project: Path) -> None:
    assert report(project) == golden(project).read_text(encoding="utf-8")


def test_mini_has_opmerkingen_only() -> None:
    assert [finding for finding in findings_of(MINI) if finding.is_fout] == []


def test_every_code_occurs() -> None:
    assert {finding.code for finding in findings_of(FOUTEN)} == MESSAGES.keys() - NOT_IN_A_FOLDER


def test_git_keeps_the_bytes_of_other_editors() -> None:
    """See .gitattributes; a checkout that mends these files tests less than it says."""
    welkom = (FOUTEN / "modules" / "rustig-beginnen" / "welkom.yml").read_bytes()
    assert welkom.startswith(b"\xef\xbb\xbftitel: Welkom\r\n")
    assert b"\r\nicoon:zon\r\n" in (FOUTEN / "catalog" / "leerroutes" / "zomer.yml").read_bytes()
    kladblok = (FOUTEN / "catalog" / "leerroutes" / "kladblok.yml").read_bytes()
    assert kladblok.startswith(b"\xff\xfet\x00")
    assert b"\xe9\xe9n" in (FOUTEN / "modules" / "geplakt" / "windows.yml").read_bytes()


def test_controleer_shows_the_report_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """On any later day too: the only date that passes in the project has passed already."""
    monkeypatch.chdir(FOUTEN)
    result = CliRunner().invoke(main, ["controleer"])
    assert result.exit_code == 1
    assert result.output == golden(FOUTEN).read_text(encoding="utf-8")


def renew() -> None:
    for project in (MINI, FOUTEN):
        golden(project).write_text(report(project), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()
