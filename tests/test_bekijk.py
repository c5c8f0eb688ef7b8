"""`leeromgeving bekijk`, as a process: a mistake shows in the browser and goes away when mended."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 60
"""Seconds until a page must show what it should; a ready page ends the wait at once."""


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """Run the server; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "leeromgeving", "bekijk", "--poort", str(port)]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        yield f"http://127.0.0.1:{port}/"
        process.terminate()


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The address of the running server."""
    with serving(project) as running:
        yield running


def wait_for(address: str, shows: Callable[[str], bool]) -> str:
    """The page once it shows what it should."""
    deadline = time.monotonic() + PATIENCE
    body = "nothing yet"
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                body = str(response.read(), "utf-8")
            if shows(body):
                return body
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.1)
    pytest.fail(f"{address} never showed it; last: {body[:500]}")


def test_a_mistake_shows_on_every_known_page_and_goes_away(project: Path, address: str) -> None:
    module = next(project.glob("modules/*/module.yml"))
    page = f"{address}modules/{module.parent.name}/"
    good = module.read_text("utf-8")
    wait_for(page, lambda body: "<h1" in body)
    module.write_text(f"{good}\nverzonnen_sleutel: <b>x</b>\n", "utf-8")
    broken = wait_for(page, lambda body: "Er staan fouten in de inhoud" in body)
    assert "V102" in broken
    assert "<b>x</b>" not in broken, "the author's line is shown as text"
    assert "livereload" in broken, "the page recovers by itself"
    module.write_text(good, "utf-8")
    wait_for(page, lambda body: "Er staan fouten" not in body and "<h1" in body)


def test_it_starts_without_questionnaires_too(project: Path) -> None:
    """Only modules/ and catalog/ must be there."""
    shutil.rmtree(project / "evaluation")
    with serving(project) as address:
        wait_for(address, lambda body: "<h1" in body)


def test_it_starts_with_a_mistake_too(project: Path, address: str) -> None:
    (project / "catalog" / "themas.yml").write_text("themas: [\n", "utf-8")
    module = next(project.glob("modules/*/module.yml")).parent.name
    for page in (address, f"{address}modules/{module}/"):
        body = wait_for(page, lambda body: "Er staan fouten in de inhoud" in body)
        assert "catalog/themas.yml" in body
