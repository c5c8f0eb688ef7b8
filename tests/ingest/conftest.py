"""The mini project with its questionnaires in use, and a short way to read a file for it."""

from pathlib import Path

import pytest

from ingest.sources import TODAY, Read, ignore, koppeling_of
from leeromgeving.ingest.read import read
from leeromgeving.ingest.result import Gelezen
from leeromgeving.load import load
from leeromgeving.receive.accept import Forms, forms_in_use
from receive.project import prepare


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    """The forms of the mini project."""
    project = prepare(tmp_path_factory.mktemp("in-gebruik") / "project")
    return forms_in_use(load(project).leeromgeving())


@pytest.fixture
def read_file(tmp_path: Path, forms: Forms) -> Read:
    """Reads a file of the mini project."""

    def reading(yaml: str, name: str, content: bytes | str) -> Gelezen:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(koppeling_of(yaml), file, forms, TODAY, ignore)

    return reading
