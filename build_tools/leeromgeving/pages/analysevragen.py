"""What ontwikkelgroepen know about their modules, and what is still open (ontwerp §4.2)."""

from collections import Counter
from collections.abc import Iterator

from ..model import Beantwoord, Leeromgeving, adres
from .page import Page, make_page


def analysevragen_pages(leeromgeving: Leeromgeving) -> Iterator[Page]:
    """One page for who makes modules, out of search and menu; none without questions."""
    lijst = leeromgeving.analysevragen
    if not lijst:
        return
    modules = leeromgeving.modules.values()
    answers = [item for module in modules for item in module.analyse]
    yield make_page(
        adres.ANALYSEVRAGEN,
        "analysevragen.md.j2",
        lijst.pad,
        title="Analysevragen",
        description="Wat de ontwikkelgroepen over hun modules weten, en wat nog open is.",
        soort="analysevragen",
        more={"zoeken": False},
        lijst=lijst,
        beantwoord=Counter(item.vraag for item in answers if isinstance(item, Beantwoord)),
        modules=[
            (module, adres.module_uri(module.id), {item.vraag: item for item in module.analyse})
            for module in modules
        ],
    )
