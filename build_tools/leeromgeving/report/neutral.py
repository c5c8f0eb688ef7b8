"""Texts of a report made harmless, once for all five forms.

Characters that no reader can see can still be obeyed: by a terminal, by a text editor (the order of
reading), or by XML and UTF-8, which refuse them. What a form has signs of its own for (HTML, CSV)
is that form's job.
"""

import re
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

T = TypeVar("T")
SPACE = re.compile(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")
UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f"  # control characters
    r"\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the order of reading
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # halves of a character, and no characters at all
)
REPLACEMENT = "\ufffd"


def neutral(value: T) -> T:
    """The same value (dataclasses, tuples) with every text on one line and nothing unseen in it."""
    if isinstance(value, str):
        return cast(T, UNSEEN.sub(REPLACEMENT, SPACE.sub(" ", value)).strip())
    if isinstance(value, tuple):
        return cast(T, tuple(neutral(part) for part in value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: neutral(getattr(value, f.name)) for f in fields(value)})
    return value
