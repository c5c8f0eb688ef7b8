"""What several tests start from."""

import shutil
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
THEME = TESTS.parent / "build_tools" / "leeromgeving" / "engines" / "material"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project that builds where it stands."""
    copy = tmp_path / "project"
    shutil.copytree(TESTS / "projects" / "mini", copy)
    config = copy / "mkdocs.yml"
    relative = "../../../build_tools/leeromgeving/engines/material"
    config.write_text(config.read_text("utf-8").replace(relative, THEME.as_posix()), "utf-8")
    return copy
