"""How much one client may ask, send and take its time for. Nothing of it is ever written down."""

import asyncio
import ipaddress
import secrets
import time
from collections.abc import Callable
from hashlib import blake2b

from starlette.requests import Request

MAX_BODY = 8 * 1024
"""Bytes. A filled-in form is a tenth of it; own words of 1,000 characters fit several times."""
MAX_SKIPPED = 32 * MAX_BODY
"""Bytes that are read of a body that is too large: who hears it too early gets no answer at all."""
BODY_SECONDS = 10.0
"""What a body may take; at 8 KB the slowest mobile network needs less."""
WINDOW = 60
"""Seconds."""
MAX_CLIENTS = 10_000
"""Clients that are counted at the same time: about 1 MB."""


async def read_body(request: Request) -> bytes | None:
    """The body; None when it is larger than `MAX_BODY`. Raises TimeoutError, ClientDisconnect.

    Counts what arrives, so a client that doesn't say or lies about the length gains nothing.
    """
    body, size = bytearray(), 0
    async with asyncio.timeout(BODY_SECONDS):
        async for chunk in request.stream():
            size += len(chunk)
            body += chunk[: MAX_BODY + 1 - len(body)]
            if size > MAX_SKIPPED:
                break
    return bytes(body) if size <= MAX_BODY else None


def client_of(request: Request, behind_proxy: bool) -> str:
    """The address that a request came from; an IPv6 client owns the whole network (/64) of it.

    Behind a proxy the last hop that `X-Forwarded-For` names: the one that our own proxy saw.
    """
    address = request.client.host if request.client else ""
    if behind_proxy:
        hops = request.headers.getlist("x-forwarded-for")
        address = hops[-1].rpartition(",")[2].strip() if hops else address
    try:
        known = ipaddress.IPv6Address(address)
    except ValueError:
        return address
    if known.ipv4_mapped:
        return str(known.ipv4_mapped)
    return str(ipaddress.IPv6Network((known, 64), strict=False))


class Rate:
    """At most `most` requests per client per minute.

    Knows a client by a hash with a random key (BLAKE2, RFC 7693, is a MAC by itself); each minute
    the key and the counts are forgotten together.
    """

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._start_window()

    def _start_window(self) -> None:
        self._until = self._clock() + WINDOW
        self._key = secrets.token_bytes(32)
        self._counts: dict[bytes, int] = {}

    def wait(self, client: str) -> int:
        """Count a request; returns the seconds to wait when it is one too many, else 0."""
        if self._clock() >= self._until:
            self._start_window()
        # Not hmac.digest: it lets go of the GIL, and then waits for the writer to get it back.
        name = blake2b(client.encode(), key=self._key, digest_size=16).digest()
        count = self._counts.get(name, 0)
        if count >= self._most or (not count and len(self._counts) >= MAX_CLIENTS):
            return max(1, round(self._until - self._clock()))
        self._counts[name] = count + 1
        return 0
