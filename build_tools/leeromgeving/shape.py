"""Does a document have the shape of its model? pydantic's errors → findings with line and field."""

import re
from collections.abc import Callable, Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Tag, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .findings import Finding, did_you_mean, field_name
from .model import FROM_PLACE, TAG_PREFIX, Bestand, Model
from .source import Document

Loc = tuple[str | int, ...]
Values = dict[str, str]

QUOTED = re.compile(r"'([^']+)'")
EXAMPLES = {"@": "info@deborg.nl", "/": "vgn-academie/leertrajecten"}
"""A good example for each pattern, by a character that the pattern holds."""


def validate(
    document: Document, adapter: TypeAdapter[Any], annotation: Any, id: str
) -> tuple[Bestand | None, list[Finding]]:
    """The model that a document describes; None with findings (V1xx) when it doesn't fit.

    `annotation` is the type that `adapter` validates; `id` follows from the file's place.
    """
    data = {**document.data, "id": id, "pad": document.path}
    own = [
        _finding(document, (key,), "V102", _unknown_key(annotation, (), document.data, key))
        for key in FROM_PLACE & document.data.keys()
    ]
    try:
        bestand = adapter.validate_python(data)
    except ValidationError as error:
        return None, own + [
            finding
            for details in error.errors(include_url=False)
            for finding in _translate(document, annotation, details)
        ]
    return (None if own else bestand), own


def _translate(document: Document, annotation: Any, details: ErrorDetails) -> Iterator[Finding]:
    tagged: Loc = details["loc"]
    loc = tuple(part for part in tagged if not _is_tag(part))
    kind, value, ctx = details["type"], details["input"], details.get("ctx", {})
    if kind == "missing":
        yield _finding(document, loc[:-1], "V101", {"sleutel": str(loc[-1])}, shown=loc)
    elif kind == "extra_forbidden":
        key = str(loc[-1])
        yield _finding(document, loc, "V102", _unknown_key(annotation, tagged, document.data, key))
    elif kind == "union_tag_invalid":
        wrong = str(ctx["tag"]).removeprefix(TAG_PREFIX)
        yield _finding(
            document, (*loc, "soort"), "V105", _choice(wrong, _kinds(annotation, tagged))
        )
    elif value is None and kind != "literal_error":
        yield _finding(document, loc, "V112", {})
    elif kind == "union_tag_not_found":
        yield _without_tag(document, annotation, tagged, loc, value)
    elif kind == "too_short" and len(value) >= ctx["min_length"]:
        return  # pydantic counts only the valid items; the invalid ones have their own finding
    else:
        code, values = _SIMPLE.get(kind, _other)(value, ctx)
        yield _finding(document, loc, code, values)


def _without_tag(document: Document, annotation: Any, tagged: Loc, loc: Loc, value: Any) -> Finding:
    if not isinstance(value, dict):
        return _finding(document, loc, "V108", {})
    members = _tags(_at(annotation, tagged)).values()
    code = "V121" if all(_has_field(member, "soort") for member in members) else "V120"
    return _finding(document, loc, code, {"keuzes": ", ".join(_kinds(annotation, tagged))})


def _simple(code: str, key: str = "") -> Callable[[Any, dict[str, Any]], tuple[str, Values]]:
    """A translation that shows the value, and the bound `key` of pydantic's context."""

    def translate(value: Any, ctx: dict[str, Any]) -> tuple[str, Values]:
        return code, {"waarde": _show(value), "grens": str(ctx.get(key, ""))}

    return translate


def _other(value: Any, ctx: dict[str, Any]) -> tuple[str, Values]:
    return "V100", {"waarde": _show(value)}


def _literal(value: Any, ctx: dict[str, Any]) -> tuple[str, Values]:
    return "V105", _choice(_show(value), QUOTED.findall(str(ctx["expected"])))


def _pattern(value: Any, ctx: dict[str, Any]) -> tuple[str, Values]:
    example = next(text for sign, text in EXAMPLES.items() if sign in str(ctx["pattern"]))
    return "V119", {"waarde": _show(value), "voorbeeld": example}


def _bound(value: Any, ctx: dict[str, Any]) -> tuple[str, Values]:
    grens = f"minstens {ctx['ge']}" if "ge" in ctx else f"hoogstens {ctx['le']}"
    return "V118", {"waarde": _show(value), "grens": grens}


_SIMPLE: dict[str, Callable[[Any, dict[str, Any]], tuple[str, Values]]] = {
    "string_type": _simple("V103"),
    "geheel_getal": _simple("V104"),
    "getal": _simple("V122"),
    "literal_error": _literal,
    "datum": _simple("V106"),
    "tuple_type": _simple("V107"),
    "model_type": _simple("V108"),
    "model_attributes_type": _simple("V108"),
    "waar_onwaar": _simple("V109"),
    "too_short": _simple("V110", "min_length"),
    "too_long": _simple("V111", "max_length"),
    "string_too_short": _simple("V112"),
    "string_too_long": _simple("V113", "max_length"),
    "slug": _simple("V114"),
    "webadres": _simple("V115"),
    "mediapad": _simple("V116"),
    "een_regel": _simple("V117"),
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
    "string_pattern_mismatch": _pattern,
}


def _finding(
    document: Document, loc: Loc, code: str, values: Values, shown: Loc | None = None
) -> Finding:
    place = document.place(loc)
    veld = field_name(loc if shown is None else shown)
    return Finding(
        document.path, place.line, place.column, code, veld, tuple(sorted(values.items()))
    )


def _unknown_key(annotation: Any, tagged: Loc, data: Any, key: str) -> Values:
    """What V102 names: the key, the keys of the model that it stands in, the nearest one."""
    root = (
        tagged if tagged and _is_tag(tagged[0]) else (f"{TAG_PREFIX}{data.get('soort')}", *tagged)
    )
    model = _at(annotation, root[:-1] if tagged else root)
    names = [n for n in getattr(model, "model_fields", {}) if n not in FROM_PLACE]
    return {"sleutel": key, "bedoelde": did_you_mean(key, names), "keuzes": ", ".join(names)}


def _choice(wrong: str, right: list[str]) -> Values:
    return {"waarde": wrong, "bedoelde": did_you_mean(wrong, right), "keuzes": ", ".join(right)}


def _show(value: Any) -> str:
    """A value as a message names it: short, and no Python notation."""
    if value is None:
        return "leeg"
    if isinstance(value, dict | list):
        return "een lijst of groep"
    text = " ".join(str(value)[:200].split())
    return text if len(text) <= 60 else f"{text[:57]}..."


def _is_tag(part: str | int) -> bool:
    return isinstance(part, str) and part.startswith(TAG_PREFIX)


def _members(annotation: Any) -> list[Any]:
    """The types that an annotation allows, without Annotated, None or tuple around them."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in (Union, UnionType):
        args = [arg for arg in get_args(annotation) if arg is not type(None)]
        return [member for arg in args for member in _members(arg)]
    if origin is tuple:
        return _members(get_args(annotation)[0])
    return [annotation]


def _tags(annotation: Any) -> dict[str, Any]:
    """The tagged members of a union by tag, in their own order."""
    if get_origin(annotation) is Annotated:
        first, *extra = get_args(annotation)
        own = next((item.tag for item in extra if isinstance(item, Tag)), None)
        return {own: first} if own else _tags(first)
    if get_origin(annotation) in (Union, UnionType, tuple):
        return {tag: m for arg in get_args(annotation) for tag, m in _tags(arg).items()}
    return {}


def _kinds(annotation: Any, tagged: Loc) -> list[str]:
    """The values of `soort`, or the keys to choose from, that a place allows, in own order."""
    return [tag.removeprefix(TAG_PREFIX) for tag in _tags(_at(annotation, tagged))]


def _at(annotation: Any, tagged: Loc) -> Any:
    """The type at a place, tags included in `tagged`; used only to word a finding."""
    for part in tagged:
        if isinstance(part, int):
            continue  # `_members` and `_tags` look through lists
        if _is_tag(part):
            annotation = _tags(annotation).get(str(part), annotation)
        else:
            model = next((m for m in _members(annotation) if _has_field(m, part)), None)
            if model is None:
                return None
            annotation = model.model_fields[part].rebuild_annotation()
    members = _members(annotation)
    return members[0] if len(members) == 1 else annotation


def _has_field(annotation: Any, name: str) -> bool:
    return (
        isinstance(annotation, type)
        and issubclass(annotation, Model)
        and name in annotation.model_fields
    )
