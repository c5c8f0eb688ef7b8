"""The site that answers come from: the only origin that is listened to, and where links lead."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from starlette.requests import Request

DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Site:
    """Where the site stands."""

    origin: str
    """As a browser writes it: `https://leeromgeving.example`."""
    path: str
    """Of the start page, with a slash at the end: `/`."""

    def url(self, uri: str) -> str:
        """The whole address of a page."""
        return f"{self.origin}{self.path}{uri}"

    def is_origin_of(self, request: Request) -> bool:
        """Whether a page of the site sent this.

        A browser always names the origin of a post to another host; `Referer` counts only without.
        """
        origin = request.headers.get("origin")
        if origin is not None:
            return origin == self.origin
        return request.headers.get("referer", "").startswith(f"{self.origin}/")

    def uri_of(self, path: str) -> str:
        """The address of a page as the content knows it, from the path that a browser knows."""
        inside = unquote(path).removeprefix(self.path).removesuffix("index.html")
        return inside if not inside or inside.endswith("/") else f"{inside}/"


def parse_site(address: str) -> Site | None:
    """The site at an address of http or https; None when it is no such address."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    is_plain = not (parts.query or parts.fragment or parts.username or parts.password)
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname or not is_plain:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    shown = "" if port in (None, DEFAULT_PORTS[parts.scheme]) else f":{port}"
    return Site(f"{parts.scheme}://{host}{shown}", f"{parts.path.rstrip('/')}/")
