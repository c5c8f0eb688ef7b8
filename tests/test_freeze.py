"""`leeromgeving bevries`: an edition in use never changes afterwards."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leeromgeving.check import check
from leeromgeving.cli import main
from leeromgeving.load import load

MINI = Path(__file__).parent / "projects" / "mini"
EDITION = "evaluation/vragenlijsten/module/v1.yml"
REGISTER = "evaluation/vragenlijsten/bevroren.yml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "project"
    shutil.copytree(MINI, copy)
    monkeypatch.chdir(copy)
    return copy


def bevries(bestand: str = EDITION) -> Result:
    return CliRunner().invoke(main, ["bevries", bestand])


def codes(project: Path) -> set[str]:
    findings = check(load(project), date(2026, 11, 22))
    return {finding.code for finding in findings if finding.code.startswith("E8")}


def test_it_says_so_in_the_file_and_in_the_register(project: Path) -> None:
    before = (project / EDITION).read_text("utf-8")
    result = bevries()
    assert result.exit_code == 0, result.output
    assert (project / EDITION).read_text("utf-8") == before.replace("concept", "in-gebruik", 1)
    assert EDITION in (project / REGISTER).read_text("utf-8")
    assert not codes(project) & {"E802", "E803", "E804"}
    assert not list(project.rglob("*.nieuw"))


def test_layout_and_comments_may_change_but_content_may_not(project: Path) -> None:
    bevries()
    file = project / EDITION
    frozen = file.read_text("utf-8")
    file.write_text(f"# een aantekening\n{frozen}\n", "utf-8")
    assert "E802" not in codes(project)
    file.write_text(frozen.replace("bewaren: ", "bewaren: 1"), "utf-8")
    assert "E802" in codes(project)


def test_status_alone_does_not_put_an_edition_into_use(project: Path) -> None:
    file = project / EDITION
    file.write_text(file.read_text("utf-8").replace("concept", "in-gebruik", 1), "utf-8")
    assert "E803" in codes(project)


def test_an_edition_in_use_may_not_disappear(project: Path) -> None:
    bevries()
    (project / EDITION).unlink()
    assert "E804" in codes(project)


def test_an_edition_with_mistakes_is_refused(project: Path) -> None:
    file = project / EDITION
    file.write_text(file.read_text("utf-8").replace("schaal: eens", "schaal: weg", 1), "utf-8")
    result = bevries()
    assert result.exit_code == 1
    assert "E801" in result.output
    assert not (project / REGISTER).exists()


@pytest.mark.parametrize("bestand", ["catalog/themas.yml", "bestaat/niet.yml"])
def test_what_is_no_vragenlijst_is_refused(project: Path, bestand: str) -> None:
    assert bevries(bestand).exit_code == 1


def test_twice_changes_nothing(project: Path) -> None:
    bevries()
    before = (project / REGISTER).read_bytes()
    result = bevries()
    assert result.exit_code == 0
    assert "was al in gebruik" in result.output
    assert (project / REGISTER).read_bytes() == before


def test_what_is_asked_of_a_module_is_frozen_too_but_its_feedback_is_not(project: Path) -> None:
    bevries()
    file = project / "modules/proef/module.yml"
    frozen = file.read_text("utf-8")
    file.write_text(
        frozen.replace("feedback: Samen zie je meer", "feedback: Twee zien meer"), "utf-8"
    )
    assert "E811" not in codes(project)
    file.write_text(frozen.replace("leren: Ik kan", "leren: Ik kan nu"), "utf-8")
    assert "E811" in codes(project)


def test_a_new_leerdoel_is_added_and_the_others_stay_as_they_were(project: Path) -> None:
    bevries()
    file = project / "modules/proef/module.yml"
    first, rest = file.read_text("utf-8").split("leerdoelen:\n", 1)
    new = "  - id: nieuw\n    leren: Ik kan iets nieuws.\n    gedrag: Ik doe iets nieuws.\n"
    changed = rest.replace("leren: Ik kan", "leren: Ik kan nu", 1)
    file.write_text(f"{first}leerdoelen:\n{new}{changed}", "utf-8")
    assert "proef/leerdoel/nieuw" in bevries().output
    assert "proef/leerdoel/nieuw" in (project / REGISTER).read_text("utf-8")
    assert "E811" in codes(project)
