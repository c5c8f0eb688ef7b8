"""Ask a receiver something, and start one."""

import json
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import uvicorn
from sqlalchemy import Engine

from leeromgeving.load import Loaded
from leeromgeving.receive.accept import Pair
from leeromgeving.receive.app import make_app
from leeromgeving.receive.site import Site, parse_site

ORIGIN = "https://voorbeeld.example"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    """By name in lower case."""
    text: str


@dataclass(frozen=True)
class Client:
    """Talks to a receiver on this machine as a page of the site does."""

    port: int

    def ask(self, method: str, path: str, body: Any = None, **headers: str | None) -> Reply:
        """Header names with `_` for `-`; None leaves a header out."""
        sent = {"origin": ORIGIN, "content-type": FORM, **headers}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            named = {name.replace("_", "-"): value for name, value in sent.items() if value}
            connection.request(method, path, body, named)
            response = connection.getresponse()
            known = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, known, response.read().decode())
        finally:
            connection.close()

    def send(self, *pairs: Pair, **headers: str | None) -> Reply:
        """Post a form."""
        return self.ask("POST", "/antwoorden", urlencode(pairs), **headers)

    def tell(self, view: Mapping[str, Any], **headers: str | None) -> Reply:
        """Post a page view, as navigator.sendBeacon does."""
        return self.ask("POST", "/bezoek", json.dumps(view), content_type="text/plain", **headers)


def form(*pairs: Pair, sleutel: str = "", module: str = "proef") -> tuple[Pair, ...]:
    """What the page of a questionnaire sends."""
    hidden = (("_vragenlijst", "module/v1"), ("_module", module), ("_sleutel", sleutel))
    return (*hidden, ("_website", ""), *pairs)


def new_key() -> str:
    return str(uuid4())


def site_at(address: str) -> Site:
    site = parse_site(address)
    assert site
    return site


@contextmanager
def running(
    loaded: Loaded, engine: Engine, behind_proxy: bool = False, site: str = ORIGIN
) -> Iterator[Client]:
    """A receiver on a free port in a thread of its own."""
    app = make_app(loaded, engine, site_at(site), behind_proxy)
    server = uvicorn.Server(
        uvicorn.Config(app, log_config=None, lifespan="on", proxy_headers=False)
    )
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield Client(listener.getsockname()[1])  # who comes too early waits in the backlog
    finally:
        server.should_exit = True
        thread.join()
