"""The only reader of YAML: bytes → text values with the line of every key and list item.

Every scalar stays the text that the author typed (`nee`, `12:30`, `1.10`, `010`); only an empty
value, `~` and `null` become None (YAML 1.2.2, §10.3.2). The model decides what a text means, so
the meaning of a value depends on its field and never on its looks.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from .findings import Finding

MAX_BYTES = 512 * 1024
MAX_DEPTH = 20
MAX_VALUES = 50_000
"""Values per file, each alias counted as all that it stands for (no billion laughs)."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})

CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that YAML does not allow (YAML 1.2.2, §5.1), NUL apart."""

SYNTAX_CODES = (
    (re.compile(r"mapping values are not allowed"), "Y015"),
    (re.compile(r"quoted scalar"), "Y016"),
    (re.compile(r"\ba tag\b"), "Y007"),
    (re.compile(r"cannot start any token|alias|anchor"), "Y017"),
    (re.compile(r"flow"), "Y018"),
    (re.compile(r"expected ':'"), "Y019"),
    (re.compile(r"comment or line break"), "Y021"),
    (re.compile(r"expected key|'-' indicator|block|indent"), "Y020"),
)
"""libyaml's words for what it could not read → our code; the first that fits. Else Y004."""

AT_START = frozenset({"Y016", "Y018", "Y019"})
"""libyaml notices these at the end (of the file); the author looks where it started."""

AFTER = {"'": "Y016", '"': "Y016", "]": "Y018", "}": "Y018"}
"""What looks like wrong indentation is something else when it comes after one of these."""

REASONS = {PermissionError: "je hebt er geen rechten voor", FileNotFoundError: "het is er niet"}
"""Why a file could not be opened."""


class Place(NamedTuple):
    """Where a key or list item stands; all counted from 1."""

    line: int
    column: int
    text_line: int
    """First line with text of a literal value (`|`), whose lines are the file's lines; else 0."""


class Mapping(dict[str, Any]):
    """A YAML mapping that knows where its keys stand."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, Place] = {}


class Sequence(list[Any]):
    """A YAML list that knows where its items stand."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Place] = []


@dataclass(frozen=True)
class Document:
    """One YAML file: its values, and where each of them stands."""

    path: str
    """Relative to the project, with `/`."""
    data: Mapping

    def place(self, loc: Iterable[str | int]) -> Place:
        """The deepest place on the way `loc` that the file has; the first line for none."""
        value: Any = self.data
        place = Place(1, 1, 0)
        for part in loc:
            if isinstance(value, Mapping) and part in value.places:
                place, value = value.places[str(part)], value[str(part)]
            elif isinstance(value, Sequence) and isinstance(part, int) and part < len(value):
                place, value = value.places[part], value[part]
            else:
                break
        return place


def read(file: Path, path: str) -> tuple[Document | None, list[Finding]]:
    """Read a file; None with at least one fout when it has no usable mapping.

    `path` is how findings name the file. Findings: Y001-Y022.
    """
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [unreadable(path, error)]
    return parse(raw, path)


def unreadable(path: str, error: OSError) -> Finding:
    """The finding (Y001) about a file that could not be opened."""
    return _at_start(path, "Y001", reden=REASONS.get(type(error), "de oorzaak is onbekend"))


def parse(raw: bytes, path: str) -> tuple[Document | None, list[Finding]]:
    """The same as `read`, from bytes."""
    if len(raw) > MAX_BYTES:
        return None, [_at_start(path, "Y003", grens=str(MAX_BYTES // 1024))]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Finding(path, line, 1, "Y002")]
    if "\0" in text:
        return None, [_at_start(path, "Y002")]
    if control := CONTROL.search(text):
        return None, [Finding(path, text.count("\n", 0, control.start()) + 1, 1, "Y014")]
    builder = _Builder(path, text)
    data = builder.build()
    if data is None:
        return None, builder.findings
    return Document(path, data), builder.findings


def _blank_lines(text: str) -> int:
    """How many lines the model strips from the start of a text."""
    return text[: len(text) - len(text.lstrip())].count("\n")


def _at_start(path: str, code: str, **values: str) -> Finding:
    return Finding(path, 1, 0, code, values=tuple(values.items()))


class _StopReadingError(Exception):
    """The rest of the file can't be trusted; the finding stands in the list already."""


@dataclass
class _Builder:
    """Turns libyaml's events into values; keeps what an author has to mend."""

    path: str
    text: str
    findings: list[Finding] = field(default_factory=list)
    count: int = 0
    anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    """Anchor → its value, and how many values that stands for."""

    def build(self) -> Mapping | None:
        parser = yaml.CBaseLoader(self.text)
        self.lines = self.text.splitlines()
        self.next = parser.get_event
        try:
            return self._document()
        except yaml.YAMLError as error:
            self._syntax(error)
        except _StopReadingError:
            pass
        finally:
            parser.dispose()
        return None

    def _document(self) -> Mapping | None:
        self.next()  # the stream's start
        event = self.next()
        if not isinstance(event, yaml.DocumentStartEvent):
            self.findings.append(_at_start(self.path, "Y010"))
            return None
        value, place = self._value(self.next(), 1)
        self.next()  # the document's end
        extra = self.next()
        if isinstance(extra, yaml.DocumentStartEvent):
            self._add("Y011", extra)
        if value is None:
            self.findings.append(_at_start(self.path, "Y010"))
            return None
        if not isinstance(value, Mapping):
            self.findings.append(Finding(self.path, place.line, place.column, "Y012"))
            return None
        return value

    def _value(self, event: Any, depth: int) -> tuple[Any, Place]:
        """The value that starts with `event`, and its own place."""
        self.count += 1
        self._bound(event, depth)
        mark = event.start_mark
        text_line = 0
        before = self.count
        if getattr(event, "tag", None) is not None:
            self._add("Y007", event)
        if isinstance(event, yaml.ScalarEvent):
            value: Any = self._scalar(event)
            text_line = mark.line + 2 + _blank_lines(event.value) if event.style == "|" else 0
        elif isinstance(event, yaml.AliasEvent):
            value = self._alias(event)
        elif isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(depth)
        else:
            value = self._sequence(depth)
        if event.anchor and not isinstance(event, yaml.AliasEvent):
            self.anchors[event.anchor] = (value, self.count - before + 1)
        return value, Place(mark.line + 1, mark.column + 1, text_line)

    def _bound(self, event: Any, depth: int) -> None:
        if self.count > MAX_VALUES:
            self._add("Y008", event, grens=str(MAX_VALUES))
            raise _StopReadingError
        if depth > MAX_DEPTH:
            self._add("Y009", event, grens=str(MAX_DEPTH))
            raise _StopReadingError

    def _scalar(self, event: Any) -> str | None:
        if event.style == '"' and ("\0" in event.value or CONTROL.search(event.value)):
            self._add("Y014", event)  # written as an escape: "\x1b"
        if event.style not in (None, ""):
            return str(event.value)
        if " " in event.value:
            self._warn_of_comment(event)
        return None if event.value in NULLS else str(event.value)

    def _warn_of_comment(self, event: Any) -> None:
        """A sentence that goes on after ` #` loses its end without the author noticing."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :].strip() if end.line < len(self.lines) else ""
        if rest.startswith("#"):
            self._add("Y022", event, rest=rest[:60])

    def _alias(self, event: Any) -> Any:
        if event.anchor not in self.anchors:
            self._add("Y017", event)
            raise _StopReadingError
        value, size = self.anchors[event.anchor]
        self.count += size
        self._bound(event, 0)
        return value

    def _mapping(self, depth: int) -> Mapping:
        mapping = Mapping()
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._add("Y013", event)
                raise _StopReadingError
            key = self._scalar(event) or event.value
            mark: Any = event.start_mark
            value, place = self._value(self.next(), depth + 1)
            if key in mapping:
                self._add("Y006", event, sleutel=key, eerder=str(mapping.places[key].line))
                continue
            mapping[key] = value
            mapping.places[key] = Place(mark.line + 1, mark.column + 1, place.text_line)
        return mapping

    def _sequence(self, depth: int) -> Sequence:
        sequence = Sequence()
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            value, place = self._value(event, depth + 1)
            sequence.append(value)
            sequence.places.append(place)
        return sequence

    def _add(self, code: str, event: Any, **values: str) -> None:
        mark = event.start_mark
        self.findings.append(
            Finding(self.path, mark.line + 1, mark.column + 1, code, values=tuple(values.items()))
        )

    def _syntax(self, error: yaml.YAMLError) -> None:
        words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
        code = next((code for pattern, code in SYNTAX_CODES if pattern.search(words)), "Y004")
        which = "context_mark" if code in AT_START else "problem_mark"
        mark = getattr(error, which, None)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        lines = self.text.rstrip().split("\n")
        line = min(line, len(lines) - 1)
        if code == "Y020" and (before := lines[line][:column].rstrip()):
            code = AFTER.get(before[-1], code)
        if lines[line][: column + 1].lstrip(" ").startswith("\t"):
            code = "Y005"
        self.findings.append(Finding(self.path, line + 1, column + 1, code))
