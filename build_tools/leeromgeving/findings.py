"""A finding: one mistake or remark about a file, as a value that can be sorted and shown.

Everything that reads or checks content returns findings; only the CLI and the engines show them.
"""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from .message import Message
from .messages import MESSAGES

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake (fout) or remark (opmerking) at a place in a file."""

    path: str
    """Relative to the project, with `/`."""
    line: int
    """From 1; 1 too when the file can't be read at all."""
    column: int
    """From 1; 0 when the finding is about the file as a whole."""
    code: str
    """Key of `MESSAGES`."""
    veld: str = ""
    """Where in the file: keys and positions from 1, as in `inhoud › 2 › titel`."""
    values: tuple[tuple[str, str], ...] = ()
    """What the message names, by placeholder."""

    @property
    def message(self) -> Message:
        """The message that belongs to the code."""
        return MESSAGES[self.code]

    @property
    def is_fout(self) -> bool:
        """A fout stops the build; an opmerking never does."""
        return self.message.ernst == "fout"

    @property
    def text(self) -> str:
        """What is wrong and how to mend it: Dutch sentences, one line."""
        filled = f"{self.message.wat} {self.message.herstel}".format_map(dict(self.values))
        return visible(" ".join((f"{filled} ({self.veld})" if self.veld else filled).split()))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message.ernst} {self.code}: {self.text}"


def field_name(loc: Iterable[str | int]) -> str:
    """A place in a file as an author reads it: `inhoud › 2 › titel`, positions from 1."""
    return " › ".join(str(part + 1) if isinstance(part, int) else part for part in loc)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A sentence that offers the nearest choice, with a space before it; empty without one."""
    nearest = difflib.get_close_matches(word, list(choices), n=1, cutoff=0.7)
    return f" Bedoelde je '{nearest[0]}'?" if nearest else ""


def has_fout(findings: Iterable[Finding]) -> bool:
    """Whether anything stops the build."""
    return any(finding.is_fout for finding in findings)


def summary(findings: Sequence[Finding]) -> str:
    """The last line of a report, such as `2 fouten en 1 opmerking in 2 bestanden.`."""
    if not findings:
        return "Geen fouten gevonden."
    fouten = sum(finding.is_fout for finding in findings)
    opmerkingen = len(findings) - fouten
    bestanden = len({finding.path for finding in findings})
    return (
        f"{fouten} {'fout' if fouten == 1 else 'fouten'} en "
        f"{opmerkingen} {'opmerking' if opmerkingen == 1 else 'opmerkingen'} in "
        f"{bestanden} {'bestand' if bestanden == 1 else 'bestanden'}."
    )


def as_text(findings: Iterable[Finding], project: Path) -> str:
    """Findings grouped per file, each with the author's own line under it."""
    parts = []
    for path, group in groupby(sorted(findings), key=lambda finding: finding.path):
        lines = _lines(project / path)
        parts.append(f"\n{path}\n")
        for finding in group:
            parts.append(f"  {finding}\n")
            if (
                finding.column
                and finding.line <= len(lines)
                and (own := lines[finding.line - 1].strip())
            ):
                parts.append(f"      {finding.line} | {visible(own[:100])}\n")
    return "".join(parts)


def as_github(findings: Iterable[Finding]) -> str:
    """Findings as workflow commands, which GitHub shows beside the changed lines.

    Escapes as the workflow-commands documentation asks: %, CR, LF, and in properties also : and ,.
    """
    return "".join(
        f"::{'error' if finding.is_fout else 'notice'} "
        f"file={_property(finding.path)},line={finding.line},col={max(finding.column, 1)},"
        f"title={_property(finding.message.ernst + ' ' + finding.code)}::{_data(finding.text)}\n"
        for finding in sorted(findings)
    )


def visible(text: str) -> str:
    """A terminal would obey what an author can't even see."""
    return CONTROL.sub("\ufffd", text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _lines(path: Path) -> list[str]:
    """The lines of a file for showing; none when it can't be read as text."""
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError):
        return []
