"""The reader of YAML: texts stay what the author typed, and every place is the author's."""

import time
from typing import Any

import pytest

from leeromgeving.findings import Finding
from leeromgeving.source import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_VALUES,
    Document,
    Mapping,
    Place,
    Sequence,
    parse,
)

TYPED = ["nee", "no", "on", "Yes", "12:30", "1.10", "010", "0x1F", "1e3", "2027-09-01", "- x"]


def _document(text: str) -> Document:
    document, findings = parse(text.encode(), "x.yml")
    assert findings == []
    assert document is not None
    return document


def _value(text: str) -> Any:
    return _document(f"titel: {text}\n").data["titel"]


def _only_finding(raw: str | bytes) -> Finding:
    raw = raw.encode() if isinstance(raw, str) else raw
    document, findings = parse(raw, "x.yml")
    assert document is None
    assert len(findings) == 1
    return findings[0]


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.code, finding.line, finding.column


@pytest.mark.parametrize("typed", TYPED[:-1])
def test_scalar_stays_what_the_author_typed(typed: str) -> None:
    assert _value(typed) == typed


@pytest.mark.parametrize("typed", TYPED)
def test_quoted_scalar_stays_the_same_text(typed: str) -> None:
    assert _value(f"'{typed}'") == typed
    assert _value(f'"{typed}"') == typed


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL", "# later"])
def test_only_nothing_is_none(typed: str) -> None:
    assert _value(typed) is None


@pytest.mark.parametrize("typed", ["''", "'~'", "'null'", '""'])
def test_quotes_make_nothing_a_text(typed: str) -> None:
    assert _value(typed) == typed[1:-1]


def test_mapping_and_list_keep_their_order() -> None:
    data = _document("b: 1\na: [y, x]\nc: {z: 1, w: 2}\n").data
    assert isinstance(data, Mapping)
    assert isinstance(data["a"], Sequence)
    assert list(data) == ["b", "a", "c"]
    assert data["a"] == ["y", "x"]
    assert list(data["c"]) == ["z", "w"]


def test_folded_and_literal_text() -> None:
    assert _value(">-\n  een\n  twee\n\n  drie") == "een twee\ndrie"
    assert _value("|\n  een\n  twee\n") == "een\ntwee\n"


def test_windows_line_ends_and_bom_make_no_difference() -> None:
    with_them, _ = parse("\ufefftitel: x\r\ntekst: |\r\n  een\r\n  twee\r\n".encode(), "x.yml")
    assert with_them == _document("titel: x\ntekst: |\n  een\n  twee\n")


def test_alias_twice_is_the_same_value() -> None:
    data = _document("a: &naam {titel: x}\nb: *naam\nc: *naam\n").data
    assert data["a"] == data["b"] == data["c"] == {"titel": "x"}


def test_places_of_keys_and_items() -> None:
    document = _document("titel: x\nlijst:\n  - een\n  - id: twee\n    naam: drie\n")
    assert document.place(()) == Place(1, 1, 0)
    assert document.place(("titel",)) == Place(1, 1, 0)
    assert document.place(("lijst",)) == Place(2, 1, 0)
    assert document.place(("lijst", 0)) == Place(3, 5, 0)
    assert document.place(("lijst", 1)) == Place(4, 5, 0)
    assert document.place(("lijst", 1, "naam")) == Place(5, 5, 0)


def test_place_that_the_file_does_not_have_is_the_deepest_it_has() -> None:
    document = _document("titel: x\nlijst:\n  - id: een\n")
    assert document.place(("lijst", 0, "weg", "ook-weg")) == Place(3, 5, 0)
    assert document.place(("lijst", 7)) == Place(2, 1, 0)
    assert document.place(("weg",)) == Place(1, 1, 0)


def test_text_line_is_the_first_line_with_text() -> None:
    document = _document("a: |\n  een\nb: |-  # opmerking\n\n\n  drie\nc: >\n  vier\nd: 'vijf'\n")
    assert document.place(("a",)).text_line == 2
    assert document.place(("b",)).text_line == 6
    assert document.place(("c",)).text_line == 0
    assert document.place(("d",)).text_line == 0


def test_text_line_of_literal_text_in_a_list() -> None:
    document = _document("lijst:\n  - |\n    een\n  - tekst: |\n      twee\n")
    assert document.place(("lijst", 0)).text_line == 3
    assert document.place(("lijst", 1, "tekst")).text_line == 5


def test_largest_file_can_be_read_and_one_byte_more_not() -> None:
    start = b"a: x\n#"
    raw = start + b"x" * (MAX_BYTES - len(start))
    assert parse(raw, "x.yml")[1] == []
    assert _place(_only_finding(raw + b"x")) == ("Y003", 1, 0)


def test_deepest_file_can_be_read_and_one_level_more_not() -> None:
    # The file itself is level 1, so its value is level 2.
    lists = MAX_DEPTH - 1
    assert parse(f"a: {'[' * lists}{']' * lists}".encode(), "x.yml")[1] == []
    assert _place(_only_finding(f"a: {'[' * (lists + 1)}")) == ("Y009", 1, 4 + lists)


def test_largest_number_of_values_can_be_read_and_more_not() -> None:
    items = MAX_VALUES - 2
    assert parse(f"a: [{'x,' * items}]".encode(), "x.yml")[1] == []
    assert _only_finding(f"a: [{'x,' * (items + 1)}]").code == "Y008"


def test_billion_laughs_stops_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    start = time.monotonic()
    assert _only_finding("\n".join(lines)).code == "Y008"
    assert time.monotonic() - start < 1


def test_alias_of_itself_stops() -> None:
    assert _place(_only_finding("a: &a\n  - *a\n")) == ("Y017", 2, 5)


def test_key_twice_keeps_the_first_and_says_where() -> None:
    document, findings = parse(b"titel: een\nduur: 1\ntitel: twee\ntitel: drie\n", "x.yml")
    assert document is not None
    assert document.data == {"titel": "een", "duur": "1"}
    assert [_place(finding) for finding in findings] == [("Y006", 3, 1), ("Y006", 4, 1)]
    assert [dict(finding.values)["eerder"] for finding in findings] == ["1", "1"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_unicode_is_reported_at_the_first_line(encoding: str) -> None:
    assert _place(_only_finding("titel: een\nduur: 1\n".encode(encoding)))[:2] == ("Y002", 1)


def test_latin_1_is_reported_at_its_line() -> None:
    assert _place(_only_finding("titel: een\nduur: 1\nnaam: één\n".encode("latin-1"))) == (
        "Y002", 3, 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    "sign", ["\x00", "\x01", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff"]
)
def test_invisible_sign_is_reported_at_its_line(sign: str) -> None:
    finding = _only_finding(f"titel: een\nnaam: t{sign}wee\n")
    assert _place(finding) == (("Y002", 1, 0) if sign == "\x00" else ("Y014", 2, 1))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 'b\nc: d\n", ("Y016", 1, 4)),
        ("a: b\nc: 'd' e\n", ("Y016", 2, 8)),
        ("a: [b\nc: d\n", ("Y018", 1, 4)),
        ("a: [b] c\n", ("Y018", 1, 8)),
        ("a: b\nc\nd: e\n", ("Y019", 2, 1)),
        ("a: b: c\n", ("Y015", 1, 5)),
        ("a:\n  b: 1\n c: 2\n", ("Y020", 3, 2)),
        ("a: | b\n  c\n", ("Y021", 1, 6)),
        ("a:\n\tb: 1\n", ("Y005", 2, 1)),
        ("a: @b\n", ("Y017", 1, 4)),
    ],
)
def test_syntax_is_reported_where_the_author_looks(text: str, place: tuple[str, int, int]) -> None:
    assert _place(_only_finding(text)) == place
    assert _place(_only_finding(text.replace("\n", "\r\n"))) == place


def test_syntax_at_the_end_of_the_file_has_a_line_of_the_file() -> None:
    finding = _only_finding("a: b\nc: [d,\n")
    assert _place(finding) == ("Y018", 2, 1)
