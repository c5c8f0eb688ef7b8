"""Every case in cases/*.yml: what edits on the mini project bring, and nothing else.

A case has a `naam`, edits in this order and `verwacht`, the whole list of findings on top of the
mini project's own, each as `path:line code veld`:

- `verwijder`: files that go;
- `schrijf`: files with `tekst` (as often as `keer` says) or bytes in `hex`;
- `vervang`: in `bestand` the text `oud`, which stands there exactly once, becomes `nieuw`;
- `onleesbaar`: files that can't be opened.

`zegt` are words that the new findings must hold together.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from leeromgeving.check import check
from leeromgeving.findings import Finding
from leeromgeving.load import load
from leeromgeving.messages import MESSAGES
from leeromgeving.model import Bestand
from leeromgeving.shape import validate
from leeromgeving.source import parse

TESTS = Path(__file__).parent
MINI = TESTS / "projects" / "mini"
CASES = TESTS / "cases"
MANUAL = TESTS.parent / "docs" / "handleiding" / "meldingen.md"
TODAY = date(2026, 11, 22)

OF_MINI = [
    "catalog/aanbod/voorbeeldhuis.yml:21 C701 aanbod › 1 › link",
    "modules/proef/tweede-stap.yml:5 M524 inhoud",
    "modules/voorbeeld/module.yml:82 M310 inhoud › 7 › volgt",
    "modules/voorbeeld/module.yml:85 M310 inhoud › 8 › volgt",
    "modules/vormen/module.yml:34 M524 inhoud",
]
"""The mini project's own findings: all of them opmerkingen."""
UNREACHABLE = {"V100"}
"""What no content can bring; see `test_unknown_kind_of_error_has_a_message_too`."""


@dataclass(frozen=True)
class Case:
    """One entry of a file with cases; all values as text."""

    naam: str
    verwacht: tuple[str, ...]
    zegt: tuple[str, ...] = ()
    verwijder: tuple[str, ...] = ()
    schrijf: tuple[dict[str, str], ...] = ()
    vervang: tuple[dict[str, str], ...] = ()
    onleesbaar: tuple[str, ...] = ()

    def codes(self) -> set[str]:
        """The codes that the case expects."""
        return {code for line in self.verwacht for code in re.findall(r":\d+ (\S+)", line)}

    def prepare(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Make the edits in a copy of the mini project."""
        for name in self.verwijder:
            (project / name).unlink()
        for new in self.schrijf:
            file = project / new["bestand"]
            file.parent.mkdir(parents=True, exist_ok=True)
            if "hex" in new:
                file.write_bytes(bytes.fromhex(new["hex"]))
            else:
                file.write_bytes(new["tekst"].encode() * int(new.get("keer", 1)))
        for edit in self.vervang:
            file = project / edit["bestand"]
            text = file.read_bytes().decode()
            assert text.count(edit["oud"]) == 1, f"not exactly once in {file}: {edit['oud']!r}"
            file.write_bytes(text.replace(edit["oud"], edit["nieuw"]).encode())
        if self.onleesbaar:
            _lock(monkeypatch, {project / name for name in self.onleesbaar})


def _lock(monkeypatch: pytest.MonkeyPatch, files: set[Path]) -> None:
    """Make files refuse to open, also for root, who may read everything."""
    open_file = Path.open

    def locked(file: Path, *args: Any, **kwargs: Any) -> Any:
        if file in files:
            raise PermissionError(13, "Permission denied", str(file))
        return open_file(file, *args, **kwargs)

    monkeypatch.setattr(Path, "open", locked)


def _cases() -> Iterator[tuple[str, Case]]:
    for file in sorted(CASES.glob("*.yml")):
        # BaseLoader leaves every value the text that stands there.
        for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            values: dict[str, Any] = {
                key: tuple(value) if isinstance(value, list) else value
                for key, value in entry.items()
            }
            yield f"{file.stem}: {entry['naam']}", Case(**values)


ALL = dict(_cases())


def _line(finding: Finding) -> str:
    return f"{finding.path}:{finding.line} {finding.code} {finding.veld}".strip()


def _without_line(line: str) -> str:
    """A finding of the mini project stays the same one when lines above it come or go."""
    return re.sub(r":\d+ ", " ", line, count=1)


def _findings(project: Path) -> list[Finding]:
    return check(load(project), TODAY)


def test_mini_project_has_only_these_findings() -> None:
    found = _findings(MINI)
    assert [_line(finding) for finding in found] == OF_MINI
    assert not any(finding.is_fout for finding in found)


@pytest.mark.parametrize("name", ALL)
def test_case(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case, project = ALL[name], tmp_path / "mini"
    shutil.copytree(MINI, project, ignore=shutil.ignore_patterns("site", ".site-*"))
    case.prepare(project, monkeypatch)

    own = {_without_line(line) for line in OF_MINI}
    new = [f for f in _findings(project) if _without_line(_line(f)) not in own]

    text = "\n".join(str(finding) for finding in new)
    assert sorted(map(_line, new)) == sorted(case.verwacht), text
    for words in case.zegt:
        assert words in text
    assert "None" not in text


def test_names_of_cases_differ() -> None:
    count = sum(
        len(yaml.load(file.read_bytes(), Loader=yaml.BaseLoader)) for file in CASES.glob("*.yml")
    )
    assert count == len(ALL)


def test_every_code_has_a_case() -> None:
    used = {code for case in ALL.values() for code in case.codes()}
    assert used == MESSAGES.keys() - UNREACHABLE


def test_unknown_kind_of_error_has_a_message_too() -> None:
    class Voorbeeld(Bestand):
        getal: float

    document, _ = parse(b"getal: veel", "x.yml")
    assert document is not None
    bestand, findings = validate(document, TypeAdapter(Voorbeeld), Voorbeeld, "x")
    assert bestand is None
    assert [_line(finding) for finding in findings] == ["x.yml:1 V100 getal"]
    assert findings[0].text.startswith("'veel' kan hier niet.")


def test_every_code_has_a_paragraph_in_the_manual() -> None:
    parts = re.split(r"^### ", MANUAL.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    explained = [part.split(":", 1)[0] for part in parts]
    assert explained == sorted(MESSAGES, key=_place_in_manual)
    for part in parts:
        assert part.partition("\n")[2].strip(), part


def _place_in_manual(code: str) -> tuple[int, str]:
    return "YVMCE".index(code[0]), code
