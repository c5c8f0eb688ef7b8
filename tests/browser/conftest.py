"""The real site, built once, served as strictly as a host may, and Debian's Chromium to read it."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from keeping import until
from leeromgeving.engines.mkdocs_run import build_site
from setup import find_chromium

ROOT = Path(__file__).parent.parent.parent
NO_WORKER: Literal["block"] = "block"
"""Service workers are for test_offline.py: elsewhere each page would first fetch the shell."""
CSP = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE = (ROOT / "tests/node_modules/axe-core/axe.min.js").read_text("utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE = {"width": 390, "height": 844}
NewPage = Callable[..., Page]
Serve = Callable[..., str]
Violations = Callable[[Page], list[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build_site(ROOT, folder, lambda total: None)
    return folder


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under the strict CSP, silently; scripts may talk to the receiver too."""

    def __init__(self, *args: Any, receiver: str, cache: str, **options: Any) -> None:
        self.cache = cache
        self.csp = f"{CSP}; connect-src 'self' {receiver}; form-action 'self' {receiver}"
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.csp)
        self.send_header("Cache-Control", self.cache)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    """A browser may hang up halfway a film: that is no mistake."""

    def handle_error(self, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve a folder on this machine; gives its address.

    `receiver` is the address of one, if any; `cache` is how long browsers may read without asking.
    """
    running: list[Server] = []

    def start(folder: Path, receiver: str = "", cache: str = "no-cache") -> str:
        handler = partial(Handler, directory=str(folder), receiver=receiver, cache=cache)
        server = Server(("127.0.0.1", 0), handler)
        running.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def base(site: Path, serve: Serve) -> str:
    """The address of the real site."""
    return serve(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_browser(browser: Browser, base: str, tmp_path: Path) -> Iterator[Callable[[], Page]]:
    """A browser with what it kept on its disk; the one that was open is closed first."""
    running: list[BrowserContext] = []

    def start() -> Page:
        for context in running:
            context.close()
        running[:] = [
            browser.browser_type.launch_persistent_context(
                tmp_path,
                executable_path=find_chromium(),
                args=CHROMIUM_FLAGS,
                base_url=base,
                service_workers=NO_WORKER,
            )
        ]
        return running[0].pages[0]

    yield start
    running[0].close()


@pytest.fixture
def new_page(browser: Browser, base: str) -> Iterator[NewPage]:
    """A page in a context of its own; fails afterwards on any complaint that nobody expected."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []  # of the console, and what was asked of other hosts

    def make(**options: Any) -> Page:
        settings: dict[str, Any] = {"base_url": base, "locale": "nl-NL", "reduced_motion": "reduce"}
        settings["service_workers"] = NO_WORKER
        context = browser.new_context(**{**settings, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda r: None if _is_own(r.url, base) else complaints.append(r.url))
        return page

    yield make
    for context in contexts:
        assert context.cookies() == []
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def silent(built: Path, serve: Serve) -> str:
    """The address of a site without a receiver."""
    return serve(built)


@pytest.fixture
def visit(browser: Browser) -> Iterator[NewPage]:
    """Open an address as a deelnemer on a phone; fails afterwards on any mistake in a script."""
    contexts: list[BrowserContext] = []
    mistakes: list[str] = []

    def make(address: str, init: str = "", **options: Any) -> Page:
        settings: dict[str, Any] = {"viewport": PHONE, "locale": "nl-NL"}
        settings["service_workers"] = NO_WORKER
        context = browser.new_context(**{**settings, "reduced_motion": "reduce", **options})
        contexts.append(context)
        if init:
            context.add_init_script(init)
        page = context.new_page()
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.goto(address)
        return page

    yield make
    for context in contexts:
        assert context.cookies() == []
        context.close()
    assert mistakes == []


@pytest.fixture
def learner(visit: NewPage) -> NewPage:
    """Open an address in a browser that takes service workers; ready when the worker answers."""

    def make(address: str, **options: Any) -> Page:
        page = visit(address, service_workers="allow", **options)
        page.evaluate("navigator.serviceWorker.ready")
        until(page, "navigator.serviceWorker.controller !== null")
        return page

    return make


@pytest.fixture(scope="session")
def violations() -> Violations:
    """What axe finds on a page (WCAG 2.2 A and AA), one line per node."""

    def find(page: Page) -> list[str]:
        page.evaluate(AXE)
        found: dict[str, Any] = page.evaluate(
            "tags => axe.run({runOnly: {type: 'tag', values: tags}})", WCAG
        )
        return [
            f"{violation['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    return find


def _is_own(url: str, base: str) -> bool:
    return url.startswith((base, "data:", "blob:"))
