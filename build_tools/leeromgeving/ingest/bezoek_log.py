"""Web server logs: Common and Combined (with or without vhost), and Caddy's JSON, in one pass.

Most lines are about files that belong to a page, and in a log the same requests, hours, referrers
and user agents come back. So a line is first cut at its request only, each of those gets its
verdict once, and the rest is looked at when the request was for a page.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, TypeVar

from .bezoek_adres import Site
from .bezoek_bestand import MisfitError
from .bezoek_telling import NO_PAGE, Cel, Reden, Telling
from .bots import is_bot
from .days import CALENDAR, MONTH_NUMBER, can_be, day_of_moment
from .result import Misfit

V = TypeVar("V")
STATUS = rb" (\d{3}) (?:\d+|-)"
COMBINED = re.compile(STATUS + rb' "([^"]*)" "([^"]*)".*', re.DOTALL)
"""What follows the request: status, size, referrer, user agent, and what else a server adds."""
QUOTED = rb'"((?:[^"\\]|\\.)*)"'
"""With quotes inside: Apache writes one as `\\"`, nginx as `\\x22`."""
COMMON_OR_ESCAPED = re.compile(STATUS + rb"(?: " + QUOTED + rb" " + QUOTED + rb".*|\s*)", re.DOTALL)
TIME = re.compile(rb"\[(\d\d)/([A-Z][a-z]{2})/(\d{4}):(\d\d(?::\d\d)?)([+-]\d{4})\] ")
TIME_AT, MINUTES_AT, SECONDS_AT, ZONE_AT = -29, -14, -11, -7
"""Places in what ends in `[22/Nov/2026:10:15:00 +0100] `."""
SPACES = 5
"""In the same, without a vhost before it."""
SEEN = (b"200", b"304")
"""Statuses of a page that was shown: sent, or still good in the browser (RFC 9110, 15.4.5)."""
REMEMBERED = 1 << 15
"""Verdicts of one kind; a busy log of half a year has about as many different user agents."""
STRANGE = (Reden.LEEG, Reden.ONLEESBAAR)
NO_ACCESS_LOG = (
    AttributeError,
    IndexError,
    KeyError,
    OSError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What comes of JSON that looks like Caddy's and isn't; OSError of a time out of all bounds."""
NO_LOG = (
    "geen enkele regel is een logregel die we kennen. Kies in je webserver het formaat Combined, "
    "of bij Caddy het formaat JSON."
)


def count(lines: Iterator[bytes], site: Site, today: date) -> Telling:
    """Every line of a log, counted or left out; its begin is the first line that can be read.

    Raises MisfitError when it is no log, or not of this site.
    """
    verdict, telling = Judge(site, today).verdict, Telling()
    tally: Counter[Any] = Counter()  # by Cel and by Reden
    for line in lines:
        outcome = verdict(line)
        tally[outcome] += 1
        if outcome not in STRANGE:
            telling.begin = line
            break
    tally.update(map(verdict, lines))
    telling.weggelaten.update({reden: tally.pop(reden) for reden in Reden if reden in tally})
    telling.weergaven, telling.geteld = tally, tally.total()
    telling.dagen = {dag for dag, _, _ in tally}
    if not telling.begin:
        raise MisfitError(Misfit(1, NO_LOG))
    if not telling.geteld and not telling.weggelaten[Reden.BOTS]:
        raise MisfitError(Misfit(1, NO_PAGE))
    return telling


class Remembered(dict[bytes, V]):
    """A verdict on each different text, given once.

    It forgets them all when there are too many: someone can make up addresses without end.
    """

    def __init__(self, judge: Callable[[bytes], V]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, text: bytes) -> V:
        if len(self) >= REMEMBERED:
            self.clear()
        verdict = self[text] = self._judge(text)
        return verdict


class Judge:
    """Says what a line counts as: a cell of the table, or why it is no view of a page."""

    def __init__(self, site: Site, today: date) -> None:
        self._today = today
        self._page = Remembered(lambda request: _page(site, request))
        self._day = Remembered(lambda stamp: _day(today, stamp))
        self._is_own = Remembered(lambda host: site.is_own(_text(host)))
        self._is_bot = Remembered(lambda agent: is_bot(_text(agent)))
        self._herkomst = Remembered(lambda referrer: site.herkomst(_text(referrer)))

    def verdict(self, line: bytes) -> Cel | Reden:
        """On one line, without its end."""
        parts = line.split(b'"', 2)
        if len(parts) < 3:
            return Reden.ONLEESBAAR if line.strip() else Reden.LEEG
        client, request, rest = parts
        if client == b"{":
            return self._of_caddy(line)
        pad = self._page[request]
        if type(pad) is Reden:
            return pad
        simple = None if b"\\" in rest else COMBINED.fullmatch(rest)
        found = simple or COMMON_OR_ESCAPED.fullmatch(rest)
        if found is None:
            return Reden.ONLEESBAAR
        if client.count(b" ") > SPACES and not self._is_of_site(client):
            return Reden.ANDERE_SITE
        zone = client[ZONE_AT:]
        dag = self._day[client[TIME_AT:MINUTES_AT] + zone]
        dag = dag or self._day[client[TIME_AT:SECONDS_AT] + zone]
        status, referrer, agent = found.groups()
        return self._view(pad, status, dag, referrer, agent)

    def _view(
        self,
        pad: str,
        status: bytes,
        dag: str | Reden,
        referrer: bytes | None,
        agent: bytes | None,
    ) -> Cel | Reden:
        """The verdict on a request for a page; None is what the format doesn't tell."""
        if status not in SEEN:
            return Reden.FOUT_OF_OMLEIDING
        if type(dag) is Reden:
            return dag
        if agent is not None and self._is_bot[agent]:
            return Reden.BOTS
        return dag, pad, "onbekend" if referrer is None else self._herkomst[referrer]

    def _is_of_site(self, client: bytes) -> bool:
        """Whether `vhost address - user [time] ` names our site; a user's name can have spaces."""
        first, second, *_ = client.split(b" ", 2)
        return second == b"-" or self._is_own[first]

    def _of_caddy(self, line: bytes) -> Cel | Reden:
        """Caddy's access log has one JSON object per line; its other messages have no request."""
        try:
            entry = json.loads(line)
            if "request" not in entry:
                return Reden.GEEN_VERZOEK
            request, headers = entry["request"], entry["request"].get("headers", {})
            pad = self._page[f"{request['method']} {request['uri']} HTTP/".encode()]
            if type(pad) is Reden:
                return pad
            if not self._is_own[request["host"].encode()]:
                return Reden.ANDERE_SITE
            referrer = headers.get("Referer", [""])[0].encode()
            agent = headers.get("User-Agent", [""])[0].encode()
            status, dag = str(entry["status"]).encode(), self._allowed(entry["ts"])
            return self._view(pad, status, dag, referrer, agent)
        except NO_ACCESS_LOG:
            return Reden.ONLEESBAAR

    def _allowed(self, moment: float | str) -> str | Reden:
        if isinstance(moment, str):
            return _iso(day_of_moment(moment), self._today)
        return _iso(datetime.fromtimestamp(moment, CALENDAR).date(), self._today)


def _page(site: Site, request: bytes) -> str | Reden:
    """`GET /modules/ HTTP/1.1` → the page; its version is missing in HTTP 0.9."""
    method, _, rest = request.partition(b" ")
    if not rest or not method.isalpha():
        return Reden.GEEN_VERZOEK
    if method != b"GET":
        return Reden.ANDERE_METHODE
    return site.page(_text(rest.rpartition(b" HTTP/")[0] or rest))


def _day(today: date, stamp: bytes) -> str | Reden:
    """The day in the Netherlands of `[22/Nov/2026:10+0100] ` or `[22/Nov/2026:10:15+0530] `.

    Empty when the minutes are needed to tell; without them there are few hours to remember.
    """
    match = TIME.fullmatch(stamp)
    if match is None:
        return Reden.ONLEESBAAR
    day, month, year, time, offset = (_text(part) for part in match.groups())
    if ":" not in time and not offset.endswith("00"):
        return ""
    number = MONTH_NUMBER.get(month.lower(), 0)
    return _iso(day_of_moment(f"{year}-{number:02}-{day}T{time}{offset}"), today)


def _iso(day: date | None, today: date) -> str | Reden:
    if day is None:
        return Reden.ONLEESBAAR
    return day.isoformat() if can_be(day, today) else Reden.DAG


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
