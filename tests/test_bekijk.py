"""`leeromgeving bekijk`, as a process: a mistake shows in the browser and goes away when mended."""

import re
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


def wait_for(address: str, shows: Callable[[str], bool], status: int = 200) -> str:
    """The page once it shows what it should, with this status."""
    deadline = time.monotonic() + PATIENCE
    body = "nothing yet"
    while time.monotonic() < deadline:
        try:
            found, body = _get(address)
            if found == status and shows(body):
                return body
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.1)
    pytest.fail(f"{address} never showed it; last: {body[:500]}")


def _get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return response.status, str(response.read(), "utf-8")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, str(error.read(), "utf-8")


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


def test_an_edit_shows_wherever_it_is_read(project: Path, address: str) -> None:
    module = project / "modules/voorbeeld/module.yml"
    wait_for(f"{address}modules/voorbeeld/", lambda body: "Voorbeeldmodule" in body)
    module.write_text(module.read_text("utf-8").replace("Voorbeeldmodule", "Nieuwe naam"), "utf-8")
    for page in ("modules/voorbeeld/", "basismodules/", "zoeken/"):
        wait_for(f"{address}{page}", lambda body: "Nieuwe naam" in body)


def test_a_module_comes_and_goes_and_search_follows(project: Path, address: str) -> None:
    module, page = project / "modules/nieuw", f"{address}modules/nieuw/"
    index = f"{address}pagefind/pagefind-entry.json"
    before = in_index(wait_for(index, lambda body: in_index(body) > 0))
    wait_for(page, lambda body: "Deze pagina bestaat niet" in body, 404)
    shutil.copytree(project / "modules/vormen", module)
    wait_for(page, lambda body: "Alle vormen" in body)
    wait_for(index, lambda body: in_index(body) == before + 1)
    shutil.rmtree(module)
    wait_for(page, lambda body: "Deze pagina bestaat niet" in body, 404)
    wait_for(index, lambda body: in_index(body) == before)


def in_index(entry: str) -> int:
    """The number of pages that can be found; 0 while that is being written."""
    count = re.search(r'"page_count": (\d+)', entry)
    return int(count[1]) if count else 0


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


def test_a_mistake_in_the_settings_shows_and_goes_away(project: Path, address: str) -> None:
    settings = project / "mkdocs.yml"
    good = settings.read_text("utf-8")
    wait_for(address, lambda body: "<h1" in body)
    settings.write_text(f"{good}\nhooks: [mijn.py]\n", "utf-8")
    broken = wait_for(address, lambda body: "De site kan niet gemaakt worden" in body)
    assert "geen &#x27;hooks&#x27;" in broken
    assert "livereload" in broken, "the page recovers by itself"
    settings.write_text(good, "utf-8")
    for page in (address, f"{address}over/", f"{address}modules/voorbeeld/"):
        wait_for(page, lambda body: "Kim" in body or "<main" in body)
