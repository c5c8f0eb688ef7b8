"""What one file adds up to: views by day, page and herkomst, and what was left out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ..store import Bezoek
from ..store.rows import Herkomst

NO_PAGE = (
    "in dit bestand staat geen enkele weergave van een pagina van de site. "
    "Kijk of je het goede bestand koos, en of 'site' in de koppeling klopt."
)
Cel = tuple[str, str, Herkomst]
"""ISO date, address of a page, and where its visitor came from."""


class Reden(StrEnum):
    """Why a line or row is no view of a page; a line counts under the first that holds."""

    LEEG = "lege regels"
    ONLEESBAAR = "onleesbare regels"
    GEEN_VERZOEK = "regels zonder verzoek"
    ANDERE_METHODE = "andere verzoeken dan het ophalen van een pagina"
    ANDERE_SITE = "andere site"
    GEEN_PAGINA = "geen pagina van de site"
    FOUT_OF_OMLEIDING = "fout of omleiding"
    DAG = "dag in de toekomst of van voor 2000"
    GEBEURTENIS = "gebeurtenis in plaats van een weergave"
    ZONDER_ADRES = "zonder adres"
    GEEN_WEERGAVEN = "nul weergaven"
    BOTS = "bots"
    """Comes last: it tells how many views of pages were a bot's."""


@dataclass
class Telling:
    """Tables that add up: two parts of a source together give what the whole gives."""

    begin: bytes = b""
    """What tells this file from others of its source, also after it has grown."""
    weergaven: Counter[Cel] = field(default_factory=Counter)
    eerste: Counter[Cel] | None = None
    """First views in a session; None when the source can't say."""
    geteld: int = 0
    """Lines or rows; a row of an export can hold many views."""
    weggelaten: Counter[Reden] = field(default_factory=Counter)
    dagen: set[str] = field(default_factory=set)
    """ISO dates that the file tells about: of a longer period the first and the last."""

    @property
    def gelezen(self) -> int:
        """Lines or rows that were read: counted and left out."""
        return self.geteld + self.weggelaten.total()

    def bezoeken(self) -> Iterator[Bezoek]:
        """The views as the store keeps them."""
        for cel, weergaven in self.weergaven.items():
            yield Bezoek(*cel, weergaven, None if self.eerste is None else self.eerste[cel])
