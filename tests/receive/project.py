"""The small project, ready to receive answers."""

import shutil
from pathlib import Path

from leeromgeving.freeze import freeze
from leeromgeving.load import load
from leeromgeving.model import Vragenlijst

MINI = Path(__file__).parent.parent / "projects" / "mini"


def prepare(folder: Path) -> Path:
    """A copy at `folder` with every questionnaire in use."""
    shutil.copytree(MINI, folder)
    for path, bestand in load(folder).bestanden.items():
        if isinstance(bestand, Vragenlijst):
            loaded = load(folder)
            vragenlijst = loaded.bestanden[path]
            assert isinstance(vragenlijst, Vragenlijst)
            freeze(folder, loaded, vragenlijst)
    return folder
