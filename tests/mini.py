"""The small project as a site of its own, with or without a receiver."""

import shutil
from pathlib import Path

from leeromgeving.engines.mkdocs_run import build_site
from leeromgeving.freeze import freeze
from leeromgeving.load import load

TESTS = Path(__file__).parent
THEME = TESTS.parent / "build_tools/leeromgeving/engines/material"


def copy_mini(folder: Path) -> Path:
    """A copy of the small project that builds where it stands."""
    project = folder / "project"
    shutil.copytree(TESTS / "projects/mini", project)
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    own = "../../../build_tools/leeromgeving/engines/material"
    config.write_text(text.replace(own, THEME.as_posix()), "utf-8")
    return project


def tree(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by its path."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def add_receiver(project: Path, receiver: str) -> None:
    """Give a project a receiver, and put its questionnaires into use."""
    with (project / "catalog/leeromgeving.yml").open("a", encoding="utf-8") as gegevens:
        gegevens.write(f"ontvanger: {receiver}\n")
    for vragenlijst in load(project).leeromgeving().vragenlijsten.values():
        freeze(project, load(project), vragenlijst)


def build_mini(folder: Path, receiver: str = "") -> Path:
    """The site of the small project, with or without a receiver."""
    project = copy_mini(folder)
    if receiver:
        add_receiver(project, receiver)
    build_site(project, project / "site", lambda total: None)
    return project / "site"
