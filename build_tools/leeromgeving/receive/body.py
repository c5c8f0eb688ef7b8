"""The body of a request → values; None when it can't be read as what it claims to be."""

import json
from dataclasses import dataclass
from typing import Any, get_args
from urllib.parse import parse_qsl

from ..store.rows import Herkomst
from .accept import Pair

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
MAX_PAIRS = 500
"""More than any form has choices."""


@dataclass(frozen=True)
class View:
    """What the beacon of a page tells."""

    path: str
    """As the browser knows it: `/modules/sgg/`."""
    herkomst: Herkomst
    is_first: bool


def read_pairs(body: bytes, kind: str) -> list[Pair] | None:
    """The names and values of a form, sent as `kind` (`FORM` or `JSON`)."""
    return _json_pairs(body) if kind == JSON else _form_pairs(body)


def read_view(body: bytes) -> View | None:
    """A page view, sent as JSON."""
    match dict(_json_object(body) or ()):
        case {"pad": str(path), "herkomst": herkomst, "eerste": bool(is_first), **others} if (
            not others and herkomst in get_args(Herkomst) and herkomst != "onbekend"
        ):
            return View(path, herkomst, is_first)
    return None


def _form_pairs(body: bytes) -> list[Pair] | None:
    try:
        return parse_qsl(
            body.decode(), keep_blank_values=True, errors="strict", max_num_fields=MAX_PAIRS
        )
    except ValueError:  # not UTF-8, or too many
        return None


def _json_pairs(body: bytes) -> list[Pair] | None:
    """A value is a text or a list of texts."""
    members = _json_object(body)
    if members is None:
        return None
    pairs = [
        (name, value)
        for name, values in members
        for value in (values if isinstance(values, list) else [values])
    ]
    return pairs if all(isinstance(value, str) for _, value in pairs) else None


def _json_object(body: bytes) -> tuple[tuple[str, Any], ...] | None:
    """The members of a JSON object, also those with the same name; an object inside is a tuple."""
    try:
        value = json.loads(body, object_pairs_hook=tuple)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, tuple) else None
