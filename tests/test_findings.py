"""A finding as authors and GitHub see it."""

from pathlib import Path

import pytest

from leeromgeving.findings import (
    Finding,
    as_github,
    as_text,
    did_you_mean,
    field_name,
    has_fout,
    summary,
)
from leeromgeving.messages import MESSAGES

FOUT = Finding(
    "modules/proef/eerste-stap.yml", 12, 5, "V104", "inhoud › 2 › duur", (("waarde", "kort"),)
)
OPMERKING = Finding("modules/proef/media/los.pdf", 1, 1, "M209")


def test_finding_as_text() -> None:
    assert str(FOUT) == (
        "modules/proef/eerste-stap.yml:12: fout V104: 'kort' is geen geheel getal. "
        "Schrijf alleen cijfers, zoals 15. (inhoud › 2 › duur)"
    )


def test_finding_without_field_has_no_parentheses() -> None:
    assert str(OPMERKING) == (
        "modules/proef/media/los.pdf:1: opmerking M209: het mediabestand wordt nergens gebruikt. "
        "Verwijder het, of gebruik het in een blok."
    )


def test_text_is_one_line_whatever_an_author_wrote() -> None:
    finding = Finding("x.yml", 1, 1, "V104", values=(("waarde", "een\n  twee\r\n{drie}"),))
    assert "\n" not in finding.text
    assert "'een twee {drie}'" in finding.text


def test_severity() -> None:
    assert FOUT.is_fout
    assert not OPMERKING.is_fout
    assert has_fout([OPMERKING, FOUT])
    assert not has_fout([OPMERKING])
    assert not has_fout([])


def test_findings_sort_by_path_line_and_column() -> None:
    places = [("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 2, 9), ("a.yml", 2, 1)]
    found = sorted(Finding(*place, "Y010") for place in places)
    assert [(f.path, f.line, f.column) for f in found] == sorted(places)


def test_as_text_groups_per_file_with_the_own_line(tmp_path: Path) -> None:
    long = "titel: " + "lang " * 40
    (tmp_path / "b.yml").write_text(f"\ufeff  {long}\n\n   duur: kort  \n", encoding="utf-8")
    findings = [
        Finding("b.yml", 3, 4, "V104", "duur", (("waarde", "kort"),)),
        Finding("a.yml", 7, 1, "Y010"),
        Finding("b.yml", 1, 1, "V112", "titel"),
        Finding("b.yml", 2, 1, "Y010"),
        Finding("b.yml", 99, 1, "Y010"),
    ]
    lines = as_text(findings, tmp_path).split("\n")
    empty = (
        "fout Y010: dit bestand is leeg of bevat alleen aantekeningen. "
        "Vul het, of verwijder het bestand."
    )
    assert lines[:4] == ["", "a.yml", f"  a.yml:7: {empty}", ""]
    assert lines[4] == "b.yml"
    assert lines[5].startswith("  b.yml:1: fout V112: ")
    assert lines[6] == f"      1 | {long[:100]}"
    assert lines[7] == f"  b.yml:2: {empty}"
    assert lines[8].startswith("  b.yml:3: fout V104: ")
    assert lines[9:] == ["      3 | duur: kort", f"  b.yml:99: {empty}", ""]


def test_as_text_shows_no_line_of_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(b"\xff\xfe")
    text = as_text([Finding("x.yml", 1, 1, "Y002")], tmp_path)
    assert text.count("\n") == 3


def test_no_control_character_reaches_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("titel: rood \x1b[31m\n", encoding="utf-8")
    finding = Finding("x.yml", 1, 1, "V104", values=(("waarde", "rood \x1b[31m"),))
    text = as_text([finding], tmp_path)
    assert "\x1b" not in text + as_github([finding])
    assert "titel: rood \ufffd[31m" in text


def test_as_text_of_nothing_is_empty(tmp_path: Path) -> None:
    assert as_text([], tmp_path) == ""


def test_as_github() -> None:
    assert as_github([FOUT]) == (
        "::error file=modules/proef/eerste-stap.yml,line=12,col=5,title=fout V104::"
        "'kort' is geen geheel getal. Schrijf alleen cijfers, zoals 15. (inhoud › 2 › duur)\n"
    )
    assert as_github([OPMERKING]).startswith("::notice file=modules/proef/media/los.pdf,line=1,")


def test_as_github_escapes() -> None:
    finding = Finding("map/a,b:c%\n.yml", 1, 2, "V104", values=(("waarde", "100%: a, b"),))
    assert as_github([finding]) == (
        "::error file=map/a%2Cb%3Ac%25%0A.yml,line=1,col=2,title=fout V104::"
        "'100%25: a, b' is geen geheel getal. Schrijf alleen cijfers, zoals 15.\n"
    )


def test_as_github_sorts() -> None:
    assert as_github([OPMERKING, FOUT]) == as_github([FOUT]) + as_github([OPMERKING])


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([], "Geen fouten gevonden."),
        ([FOUT], "1 fout en 0 opmerkingen in 1 bestand."),
        ([OPMERKING], "0 fouten en 1 opmerking in 1 bestand."),
        ([FOUT, OPMERKING], "1 fout en 1 opmerking in 2 bestanden."),
        ([FOUT, FOUT, OPMERKING, OPMERKING], "2 fouten en 2 opmerkingen in 2 bestanden."),
    ],
)
def test_summary(findings: list[Finding], expected: str) -> None:
    assert summary(findings) == expected


def test_did_you_mean() -> None:
    assert did_you_mean("titl", ["tekst", "titel"]) == " Bedoelde je 'titel'?"
    assert did_you_mean("xyz", ["tekst", "titel"]) == ""
    assert did_you_mean("titel", []) == ""


def test_field_name_counts_from_one() -> None:
    assert (
        field_name(("inhoud", 0, "antwoorden", 2, "tekst")) == "inhoud › 1 › antwoorden › 3 › tekst"
    )
    assert field_name(()) == ""


@pytest.mark.parametrize("code", MESSAGES)
def test_message_is_two_sentences(code: str) -> None:
    ernst, wat, herstel = MESSAGES[code]
    assert ernst in ("fout", "opmerking")
    assert wat[0].islower() or not wat[0].isalpha()
    assert herstel[0].isupper()
    assert herstel.endswith(".")
    assert wat.endswith((".", "{bedoelde}"))
