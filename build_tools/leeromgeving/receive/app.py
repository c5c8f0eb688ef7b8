"""The receiver as a web application: answers of forms, views of pages, nothing else.

Takes only what a page of the site sends, and says "ontvangen" only of what is on disk. The log
tells what was refused and by which rule; never what was in it or who sent it.
"""

import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from ..check import page_addresses
from ..load import Loaded
from ..store import Bezoek, Inzending
from ..store.find import find_inzending
from .accept import EMPTY, UUID, Refusal, accept, forms_in_use
from .body import FORM, JSON, read_pairs, read_view
from .guard import Guard
from .html import Html, style
from .limits import MAX_BODY, Rate, client_of, read_body
from .site import Site
from .writer import Probe, StoreError, Writer

CALENDAR = ZoneInfo("Europe/Amsterdam")
ANSWERS_A_MINUTE = 60
"""Of one client. An instelling has one address for hundreds of people, and a whole team may send
at the end of a training; a team of more than one a second there is not."""
OTHERS_A_MINUTE = 600
"""Of one client, views above all: people look at more pages than they fill in forms."""
RETRY_AFTER = 10
"""Seconds, when nothing can be stored now."""
MAX_RUNNING = 400
"""Requests at the same time; the server lets in some more connections than that, to be told so."""
UNREADABLE = "Wat je stuurde, is niet te lezen. Laad de vragenlijst opnieuw."
TOO_LARGE = f"Je antwoorden zijn samen te groot: meer dan {MAX_BODY // 1024} kB. Maak ze korter."
TOO_SLOW = "Het versturen duurde te lang. Probeer het nog een keer."
TOO_OFTEN = "Er komt nu veel tegelijk binnen van jouw netwerk. Probeer het over een minuut opnieuw."
LATER = "Het lukt nu niet om antwoorden op te slaan. Probeer het straks nog een keer."
BUSY = "Deze pagina is nu even niet te maken. Probeer het straks nog een keer."
BACK = "Ga terug met de knop van je browser: je antwoorden staan er nog."
log = logging.getLogger("leeromgeving.ontvanger")


class Refused(HTTPException):
    """A request that is not taken; `melding` is Dutch for who sent it, `rule` is for the log."""

    def __init__(self, status: int, melding: str, rule: str, wait: int = 0) -> None:
        # After these a body may still be on its way: only a new connection starts clean.
        headers = {"Connection": "close"} if status in (408, 413) else {}
        headers |= {"Retry-After": str(wait)} if wait else {}
        super().__init__(status, melding, headers)
        self.rule = rule


def make_app(loaded: Loaded, engine: Engine, site: Site, behind_proxy: bool = False) -> ASGIApp:
    """The application for content without fouten, on an open store.

    `behind_proxy` says that `X-Forwarded-For` can be believed.
    """
    receiver = Receiver(loaded, engine, site, behind_proxy)
    cors = Middleware(CORSMiddleware, allow_origins=[site.origin], allow_methods=["POST"])
    app = Starlette(
        routes=receiver.routes(),
        middleware=[cors],
        exception_handlers={HTTPException: receiver.refuse, Exception: receiver.fail},
        lifespan=receiver.lifespan,
    )
    app.router.redirect_slashes = False  # it would believe the Host that a client made up
    return Guard(app)


class Receiver:
    """What the routes share."""

    def __init__(self, loaded: Loaded, engine: Engine, site: Site, behind_proxy: bool) -> None:
        leeromgeving = loaded.leeromgeving()
        self._forms = forms_in_use(leeromgeving)
        self._uris = page_addresses(loaded)
        self._html = Html(site, leeromgeving.basisgegevens)
        self._site, self._engine, self._behind_proxy = site, engine, behind_proxy
        self._writer = Writer(engine)
        self._answer_rate, self._other_rate = Rate(ANSWERS_A_MINUTE), Rate(OTHERS_A_MINUTE)
        self._running = 0

    def routes(self) -> list[Route]:
        """All addresses."""
        return [
            Route("/", self.start),
            Route("/stijl.css", self.style),
            Route("/gezond", self.health),
            Route("/antwoorden", self.answers, methods=["POST"]),
            Route("/antwoorden/{sleutel}", self.received),
            Route("/bezoek", self.view, methods=["POST"]),
        ]

    @asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        """Start the writer; at the end it writes all that waits."""
        self._writer.start()
        yield
        await run_in_threadpool(self._writer.stop)

    async def start(self, request: Request) -> Response:
        """What this address is, for who comes by."""
        text = "Hier komen ingevulde vragenlijsten binnen. Meer is er niet te zien."
        return HTMLResponse(self._html.message("Ontvanger", text))

    async def style(self, request: Request) -> Response:
        """The stylesheet of the receiver's own pages."""
        return Response(style(), media_type="text/css")

    async def health(self, request: Request) -> Response:
        """For monitoring: 200 when the store can write."""
        with self._admitted(request, self._other_rate):
            await self._store(Probe())
        return JSONResponse({"melding": "De ontvanger werkt."})

    async def answers(self, request: Request) -> Response:
        """Store the answers of a form; the same key again is acknowledged and stored once."""
        with self._admitted(request, self._answer_rate):
            taken = await self._accepted(request)
            await self._store(taken)
        if _wants_json(request):
            return JSONResponse({"melding": "Ontvangen. Dank je wel!"}, 201)
        # Relative, so that a proxy may give the receiver a folder of its own.
        return RedirectResponse(f"antwoorden/{taken.sleutel}", 303)

    async def received(self, request: Request) -> Response:
        """Where a form without JavaScript ends: that it came in, and what was right."""
        sleutel = request.path_params["sleutel"]
        if not UUID.fullmatch(sleutel):
            raise HTTPException(404)
        with self._admitted(request, self._other_rate):
            found = await run_in_threadpool(self._find, sleutel)
        if found is None:
            raise HTTPException(404)
        form = self._forms.get((found.vragenlijst, found.module))
        return HTMLResponse(self._html.received(form, dict(found.antwoorden)))

    async def view(self, request: Request) -> Response:
        """Count a view of a page that the site has; any other is not counted, and no fault."""
        with self._admitted(request, self._other_rate):
            view = read_view(await _body(request))
            if view is None:
                raise Refused(400, "Dit bezoek is niet te lezen.", "onleesbaar bezoek")
            uri = self._site.uri_of(view.path)
            if uri in self._uris:
                await self._store(Bezoek(_today(), uri, view.herkomst, 1, int(view.is_first)))
        return Response(status_code=204)

    @contextmanager
    def _admitted(self, request: Request, rate: Rate) -> Iterator[None]:
        """Sent only from the site; not too often, and not too many at the same time."""
        if request.method == "POST" and not self._site.is_origin_of(request):
            where = self._site.url("")
            raise Refused(403, f"Alleen wat je op {where} invult, komt hier binnen.", "herkomst")
        if wait := rate.wait(client_of(request, self._behind_proxy)):
            raise Refused(429, TOO_OFTEN, "te vaak", wait)
        if self._running >= MAX_RUNNING:
            raise Refused(503, LATER, "te veel tegelijk", RETRY_AFTER)
        self._running += 1
        try:
            yield
        finally:
            self._running -= 1

    async def _accepted(self, request: Request) -> Inzending:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in (FORM, JSON):
            raise Refused(415, UNREADABLE, "soort bericht")
        pairs = read_pairs(await _body(request), kind)
        if pairs is None:
            raise Refused(400, UNREADABLE, "onleesbaar")
        taken = accept(self._forms, pairs, _today(), str(uuid4()))
        if isinstance(taken, Refusal):
            rule = f"{taken.rule} ({taken.veld})" if taken.veld else taken.rule
            raise Refused(422, taken.melding, rule)
        return taken

    async def _store(self, value: Inzending | Bezoek | Probe) -> None:
        try:
            await self._writer.store(value)
        except StoreError:
            raise Refused(503, LATER, "niet opgeslagen", RETRY_AFTER) from None

    def _find(self, sleutel: str) -> Inzending | None:
        try:
            with self._engine.connect() as connection:
                return find_inzending(connection, sleutel)
        except SQLAlchemyError as error:
            rule = f"opslag niet te lezen: {type(error).__name__}"
            raise Refused(503, BUSY, rule, RETRY_AFTER) from None

    async def refuse(self, request: Request, error: Exception) -> Response:
        """Tell in Dutch why not."""
        if isinstance(error, Refused):
            log.warning("Geweigerd (%d): %s", error.status_code, error.rule)
            return self._problem(request, error.status_code, error.detail, error.headers)
        assert isinstance(error, HTTPException)  # of Starlette itself: 404 and 405
        return self._problem(request, error.status_code, "Deze pagina is er niet.", error.headers)

    async def fail(self, request: Request, error: Exception) -> Response:
        """A mistake of ours; `Guard` logs it."""
        return self._problem(request, 500, LATER)

    def _problem(
        self, request: Request, status: int, melding: str, headers: Mapping[str, str] | None = None
    ) -> Response:
        if _wants_json(request):
            return JSONResponse({"melding": melding}, status, headers)
        is_sent = request.method == "POST"
        titel = "Niet ontvangen" if is_sent else "Dat lukt niet"
        depth = request.url.path.count("/") - 1
        has_answers = is_sent and melding != EMPTY.melding
        page = self._html.message(titel, melding, *[BACK] * has_answers, depth=depth)
        return HTMLResponse(page, status, headers)


async def _body(request: Request) -> bytes:
    try:
        body = await read_body(request)
    except TimeoutError:
        raise Refused(408, TOO_SLOW, "te traag") from None
    except ClientDisconnect:
        raise Refused(400, UNREADABLE, "afgebroken") from None
    if body is None:
        raise Refused(413, TOO_LARGE, "te groot")
    return body


def _wants_json(request: Request) -> bool:
    return JSON in request.headers.get("accept", "")


def _today() -> str:
    return datetime.now(CALENDAR).date().isoformat()
