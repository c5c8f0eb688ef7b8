"""What people wait for: an author for an edit to show, a visitor for a page to come."""

import gzip
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from corpus import PROJECT, make_modules
from peers import ENVIRONMENT, Builder
from playwright.sync_api import Browser, sync_playwright

sys.path.append(str(PROJECT / "tests"))

from setup import find_chromium

EDITS = 5
POLL = 0.01
"""Seconds between two looks at the page."""
REST = 3.0
"""Seconds between two edits, so that what goes on in the background can end."""
PATIENCE = 300.0
"""Seconds after which an edit counts as never shown."""
MODULE, FIRST, LATER = "module-0001", "verkennen", "kijken"
COMPRESSED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".webmanifest")
"""What a host sends with gzip; images, fonts and Pagefind's own pieces are small already."""
IDLE = 1.0
"""Seconds after `load` that still belong to a visit."""
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def edits(builder: Builder, folder: Path) -> list[float]:
    """Seconds from a saved file to a served page with the new sentence, for each edit."""
    page = next(make_modules(10))[1]
    file = folder / builder.page.format(module=MODULE, slug=FIRST)
    sentence = page.data["inhoud"][-1]["tekst"].splitlines()[0].removeprefix("- ")
    taken = []
    with _serving(builder, folder) as port:
        _shown(port, sentence)
        for number in range(EDITS):
            time.sleep(REST)
            new = f"Dit is wijziging nummer {number}."
            file.write_text(file.read_text("utf-8").replace(sentence, new), "utf-8")
            taken.append(_shown(port, new))
            sentence = new
    return taken


@contextmanager
def _serving(builder: Builder, folder: Path) -> Iterator[int]:
    """The program while it serves its project; gives the port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    command = [str(part).format(port=port) for part in builder.serve]
    process = subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield port
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _shown(port: int, sentence: str) -> float:
    """Seconds until the page holds a sentence; raises TimeoutError."""
    start = time.monotonic()
    while time.monotonic() - start < PATIENCE:
        if sentence.encode() in _get(port, f"/modules/{MODULE}/{FIRST}/"):
            return time.monotonic() - start
        time.sleep(POLL)
    raise TimeoutError(f"'{sentence}' was never shown")


def _get(port: int, path: str) -> bytes:
    """A page as it is now; empty while there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder, lets browsers keep all of it, and notes what they ask for."""

    def __init__(self, *args: Any, asked: list[Path], **options: Any) -> None:
        self.asked = asked
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=86400")
        super().end_headers()

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        self.asked.append(file / "index.html" if file.is_dir() else file)
        super().do_GET()

    def log_message(self, *args: Any) -> None:
        pass


def weigh(site: Path) -> tuple[int, int]:
    """Bytes that a browser fetches for a page on a first visit, and then for another page."""
    asked: list[Path] = []
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Handler, directory=str(site), asked=asked)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
            return _visit(browser, f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()


def _visit(browser: Browser, base: str, asked: list[Path]) -> tuple[int, int]:
    """A service worker stays out: what it fetches for later is no part of a visit."""
    page = browser.new_context(service_workers="block").new_page()
    weights = []
    for slug in (FIRST, LATER):
        asked.clear()
        page.goto(f"{base}/modules/{MODULE}/{slug}/", wait_until="load")
        page.wait_for_timeout(1000 * IDLE)
        weights.append(sum(map(_weight, asked)))
    browser.close()
    return weights[0], weights[1]


def _weight(file: Path) -> int:
    """Bytes on the wire; what isn't there weighs nothing."""
    if not file.is_file():
        return 0
    content = file.read_bytes()
    return len(gzip.compress(content, 9)) if file.suffix in COMPRESSED else len(content)
