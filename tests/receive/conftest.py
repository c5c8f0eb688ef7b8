"""A project with its questionnaires in use, and a receiver on a store of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from leeromgeving.load import Loaded, load
from leeromgeving.store import connect
from receive.client import Client, running
from receive.project import prepare


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The small project with both questionnaires in use; nobody may change it."""
    return load(prepare(tmp_path_factory.mktemp("in-gebruik") / "project"))


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    """An empty store, on both databases."""
    engine = connect(store_url)
    yield engine
    engine.dispose()


@pytest.fixture
def client(loaded: Loaded, engine: Engine) -> Iterator[Client]:
    """A receiver, on both databases."""
    with running(loaded, engine) as client:
        yield client


@pytest.fixture
def project_loaded(project: Path) -> Loaded:
    """The small project as it stands: nothing is in use."""
    return load(project)
