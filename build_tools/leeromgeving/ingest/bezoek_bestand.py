"""Files of visits as bytes: plain, gzip or bzip2, whole or line by line, within bounded memory."""

import bz2
import gzip
import zlib
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from .result import Misfit, Seen
from .tables import MAX_BYTES, TOO_BIG

BLOCK = 1 << 18
"""Bytes that are read at a time."""
LONGEST_LINE = 64 * 1024
"""Bytes; web servers allow an address of 8 kB and headers of about as much."""
PACKED: dict[bytes, Callable[[BinaryIO], Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open}
"""How a packed file starts → what opens it."""
DAMAGE = (OSError, EOFError, zlib.error)
"""What reading a file that is cut off or broken raises."""
DAMAGED = (
    "hier houdt het bestand te vroeg op, of is het beschadigd. Haal het opnieuw op; "
    "misschien is het niet helemaal gedownload."
)
UNREADABLE = "dit bestand kan niet gelezen worden. Bestaat het nog, en mag je het openen?"


class MisfitError(Exception):
    """Nothing of this file may be stored; `misfits` says why."""

    def __init__(self, *misfits: Misfit) -> None:
        super().__init__(misfits)
        self.misfits = misfits


def lines(file: Path, seen: Seen) -> Iterator[bytes]:
    """Every line, without its end; one that is far too long comes cut off, as one line.

    Raises MisfitError when the file can't be read up to its end.
    """
    return chain.from_iterable(_lists_of_lines(file, seen))


def content(file: Path, seen: Seen) -> bytes:
    """The whole file. Raises MisfitError when it can't be read or is too big."""
    data = bytearray()
    try:
        for block in _blocks(file, seen):
            data += block
            if len(data) > MAX_BYTES:
                raise MisfitError(Misfit(1, TOO_BIG))
    except DAMAGE as error:
        raise _unreadable(error, 1) from error
    return bytes(data)


def _lists_of_lines(file: Path, seen: Seen) -> Iterator[list[bytes]]:
    regel, rest = 1, b""
    try:
        for block in _blocks(file, seen):
            *whole, rest = (rest + block).split(b"\n")
            rest = rest[: LONGEST_LINE + 1]
            regel += len(whole)
            yield whole
    except DAMAGE as error:
        raise _unreadable(error, regel) from error
    if rest:
        yield [rest]


def _blocks(file: Path, seen: Seen) -> Iterator[bytes]:
    """What is in the file; its first bytes say how it is packed, not its name."""
    with file.open("rb") as packed:
        magic = packed.read(3)
        packed.seek(0)
        unpack = next((unpack for start, unpack in PACKED.items() if magic.startswith(start)), None)
        stream = unpack(packed) if unpack else packed
        at = 0
        while block := stream.read(BLOCK):
            yield block
            seen(packed.tell() - at)
            at = packed.tell()


def _unreadable(error: Exception, regel: int) -> MisfitError:
    from_system = isinstance(error, OSError) and error.errno is not None
    return MisfitError(Misfit(1, UNREADABLE) if from_system else Misfit(regel, DAMAGED))
