"""What stands in a cell of a closed question → codes of ours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import Veld

ANYTHING = "*"
"""In a list: any other text, such as what somebody typed at "anders"."""
BETWEEN = re.compile(r"[;,]")
CHOSEN = frozenset({"y", "yes", "j", "ja", "1"})
NOT_CHOSEN = frozenset({"", "n", "no", "nee", "0"})
"""What stands in a column of its own for one choice."""


@dataclass(frozen=True)
class Choices:
    """The texts that a cell may hold, as words."""

    codes: Mapping[str, str]
    other: str | None = None
    """Code of any other text."""

    def one(self, cell: str) -> str | None:
        """The code of a cell with one choice; None for an unknown text."""
        return self.codes.get(as_word(cell), self.other)

    def several(self, cell: str) -> Iterator[tuple[str, str | None]]:
        """Each choice in a cell with its code, None for an unknown text.

        Programs join choices by `;`, a line break or `, `, and a choice may hold a comma itself:
        so the longest known text comes first.
        """
        rest = as_word(cell.replace("\n", ";"))
        while rest := rest.strip("; ,"):
            found = [text for text in self.codes if _starts_with(rest, text)]
            text = max(found, key=len) if found else BETWEEN.split(rest, maxsplit=1)[0]
            yield text, self.codes.get(text, self.other)
            rest = rest[len(text) :]


def choices_of(veld: Veld, answers: Mapping[str, str] | None) -> Choices:
    """What a list of the koppeling says; without one the codes and texts of our own form.

    A list may serve several fields, so a code that this one doesn't know is left out.
    """
    own = {optie.code: optie.code for optie in veld.opties}
    if answers is None:
        answers = own | {optie.tekst: optie.code for optie in veld.opties}
    known = {as_word(text): code for text, code in answers.items() if code in own}
    return Choices(known, known.pop(ANYTHING, None))


def is_chosen(cell: str) -> bool | None:
    """Whether a column of one choice says so; None for a text that says neither."""
    word = as_word(cell)
    return True if word in CHOSEN else False if word in NOT_CHOSEN else None


def as_word(text: str) -> str:
    """A text as it is compared: capitals and kinds of white space make no difference."""
    return " ".join(text.split()).casefold()


def _starts_with(rest: str, text: str) -> bool:
    return rest.startswith(text) and (len(rest) == len(text) or rest[len(text)] in "; ,")
