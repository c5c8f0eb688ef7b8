"""The types that every concept is made of: what one YAML value may be.

The YAML reader hands over text only (see `source.py`); these types turn it into numbers,
dates and truth values. Each error type raised here has a Dutch message in `messages.py`.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
ONE_DECIMAL = re.compile(r"-?[0-9]{1,9}(\.[0-9])?")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WEB_ADDRESS = re.compile(r"https?://[^\s/$.?#<>\"]+\.[^\s<>\"]*")
MEDIA_PATH = re.compile(r"media/[a-z0-9][a-z0-9_.-]*(/[a-z0-9][a-z0-9_.-]*)*")


def _whole_number(value: object) -> object:
    if isinstance(value, str) and WHOLE_NUMBER.fullmatch(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("geheel_getal", "whole number expected")


def _one_decimal(value: object) -> object:
    if isinstance(value, str) and ONE_DECIMAL.fullmatch(value):
        return float(value)
    if isinstance(value, float):
        return value
    raise PydanticCustomError("getal", "number with at most one decimal expected")


def _truth(value: object) -> object:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("waar_onwaar", "true or false expected")


def _iso_date(value: object) -> object:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("datum", "ISO date expected")


def _one_line(value: str) -> str:
    if len(value.splitlines()) > 1:
        raise PydanticCustomError("een_regel", "one line expected")
    return value


def _matching(pattern: re.Pattern[str], error: str) -> AfterValidator:
    """A check that the whole text matches `pattern`; raises the error type `error`."""

    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise PydanticCustomError(error, "pattern does not match")
        return value

    return AfterValidator(check)


TAG_PREFIX = "\x1fsoort="
"""Marks the part of a pydantic error location that names a union's member, not a YAML key.

It starts with a control character, which the reader refuses: no key can look like it.
"""


def soort_tag(value: Any) -> str | None:
    """The tag of the union member that a value claims to be by its `soort`; None without one."""
    soort = value.get("soort") if isinstance(value, dict) else getattr(value, "soort", None)
    return f"{TAG_PREFIX}{soort}" if isinstance(soort, str) else None


def key_tag(*keys: str) -> Callable[[Any], str | None]:
    """What gives the tag of the union member that a value is by the one of `keys` that it has.

    That tag is None for a value with none of them, or several.
    """

    def tag(value: Any) -> str | None:
        given = value if isinstance(value, dict) else getattr(type(value), "model_fields", ())
        present = [key for key in keys if key in given]
        return f"{TAG_PREFIX}{present[0]}" if len(present) == 1 else None

    return tag


MARKDOWN = "markdown"
"""In the metadata of a type: its text is Markdown. All other text is shown as it is typed."""
Tekst = Annotated[str, Field(min_length=1, max_length=50_000), MARKDOWN]
"""Text of any number of lines, Markdown without raw HTML."""
Regel = Annotated[str, Field(min_length=1, max_length=1_000), AfterValidator(_one_line)]
"""Text of one line, shown as it is typed."""
Zin = Annotated[Regel, MARKDOWN]
"""Text of one line with emphasis and links, no more."""
Samenvatting = Annotated[
    str, Field(min_length=1, max_length=200), AfterValidator(_one_line), MARKDOWN
]
"""One line that also serves search engines and overviews: at most 200 characters."""
Slug = Annotated[
    str,
    Field(max_length=100, json_schema_extra={"pattern": f"^{SLUG.pattern}$"}),
    _matching(SLUG, "slug"),
]
"""ASCII, lower case, words joined by hyphens: file name, id and address in one."""
Webadres = Annotated[
    str, _matching(WEB_ADDRESS, "webadres"), Field(json_schema_extra={"format": "uri"})
]
"""An absolute http(s) address."""
Mediapad = Annotated[str, _matching(MEDIA_PATH, "mediapad")]
"""A file in the module's own folder `media/`, with `/` between folders."""
Minuten = Annotated[int, BeforeValidator(_whole_number), Field(ge=1, le=1_000)]
"""Whole minutes."""
Aantal = Annotated[int, BeforeValidator(_whole_number), Field(ge=1, le=10_000)]
"""A count."""
Percentage = Annotated[int, BeforeValidator(_whole_number), Field(ge=1, le=100)]
"""Whole percents."""
Getal = Annotated[float, BeforeValidator(_one_decimal), Field(ge=0.1, le=100)]
"""A number with at most one decimal, written with a point."""
Jaartal = Annotated[int, BeforeValidator(_whole_number), Field(ge=1900, le=2100)]
"""A year of publication."""
Datum = Annotated[date, BeforeValidator(_iso_date)]
"""An ISO date (2027-09-01)."""
WaarOnwaar = Annotated[bool, BeforeValidator(_truth)]
"""`true` or `false`, no other words."""


class Model(BaseModel):
    """Base of every concept: immutable, and every key is known."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


@cache
def markdown_fields(model: type[Model]) -> frozenset[str]:
    """The fields of a model whose text is Markdown; a field with several texts counts too."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if MARKDOWN in field.metadata or _holds_markdown(field.annotation)
    )


def _holds_markdown(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated and MARKDOWN in annotation.__metadata__:
        return True
    return any(_holds_markdown(part) for part in get_args(annotation))


class Bestand(Model):
    """A concept that is a YAML file of its own; the loader fills in both fields."""

    id: SkipJsonSchema[str]
    """File or folder name without extension; the slug in the address."""
    pad: SkipJsonSchema[str]
    """Path of the YAML file relative to the project, with `/`."""


FROM_PLACE = frozenset(Bestand.model_fields)
"""Keys that follow from where a file stands, so an author can't write them."""
