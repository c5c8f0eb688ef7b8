"""The real site, built once, served as strictly as a host may, and Debian's Chromium to read it."""

import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from leeromgeving.engines.mkdocs_run import build_site

ROOT = Path(__file__).parent.parent.parent
CSP = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NewPage = Callable[..., Page]


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


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the site, served under the strict CSP."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, directory=str(site), **kwargs)

        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", CSP)
            super().end_headers()

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield running
        running.close()


@pytest.fixture
def new_page(browser: Browser, base: str) -> Iterator[NewPage]:
    """A page in a context of its own; fails afterwards on any complaint that nobody expected."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []  # of the console, and what was asked of other hosts

    def make(**options: Any) -> Page:
        settings: dict[str, Any] = {"base_url": base, "locale": "nl-NL", "reduced_motion": "reduce"}
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


def _is_own(url: str, base: str) -> bool:
    return url.startswith((base, "data:", "blob:"))
