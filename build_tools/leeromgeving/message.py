"""What one message to authors is made of. The messages themselves: `messages.py`, in Dutch, B1."""

from typing import Literal, NamedTuple


class Message(NamedTuple):
    """What an author reads for one code."""

    ernst: Literal["fout", "opmerking"]
    wat: str
    """What is wrong, with the value."""
    herstel: str
    """How to mend it."""


def fout(wat: str, herstel: str) -> Message:
    """A mistake that stops the build."""
    return Message("fout", wat, herstel)


def opmerking(wat: str, herstel: str) -> Message:
    """A remark that never stops the build."""
    return Message("opmerking", wat, herstel)
