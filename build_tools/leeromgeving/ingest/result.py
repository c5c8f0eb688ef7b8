"""What reading one foreign file gives; stored as a whole, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass

from ..store import Bezoek, Inzending, Levering, Oefenresultaat

Seen = Callable[[int], None]
"""Is told how many bytes of a file were dealt with since the last time: for a progress bar."""


@dataclass(frozen=True)
class Misfit:
    """A row or line that doesn't fit the koppeling: then nothing of the file is stored."""

    regel: int
    """From 1, the header included: as an editor or a spreadsheet counts."""
    tekst: str
    """Dutch: what is wrong and how to mend it, without the content of an answer."""


@dataclass(frozen=True)
class Gelezen:
    """The whole of one file."""

    levering: Levering
    inzendingen: tuple[Inzending, ...] = ()
    oefenresultaten: tuple[Oefenresultaat, ...] = ()
    vervallen: tuple[str, ...] = ()
    """Keys of oefenresultaten that a later attempt took the place of."""
    bezoeken: tuple[Bezoek, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    """Dutch: what doesn't stop the import but should be known."""
    grensdag_gedeeld: bool = False
    """Visits of a source with moments: its first and last day may go on in another file."""
