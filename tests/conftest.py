"""What several tests start from."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from mini import build_mini
from postgres import new_database, running_server

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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site."""
    return build_mini(tmp_path_factory.mktemp("small"))


@pytest.fixture
def small(built: Path, tmp_path: Path) -> Path:
    """A copy of a small site, to change."""
    return shutil.copytree(built, tmp_path / "leren")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server of our own."""
    with running_server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store: each test runs on both databases."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'opslag.sqlite'}"
    server: str = request.getfixturevalue("postgres_server")
    return new_database(server, f"test-{uuid4()}")
