"""The words that the site shows for the fixed values of the content model."""

from collections.abc import Iterable

from ..model import Leeromgeving
from ..model.catalogus import Fase
from .wording import listed, lower_first

FASEN: dict[Fase, str] = {
    "inventariseren": "Inventariseren",
    "ontwikkelen": "Ontwikkelen en uitproberen",
    "in-gebruik": "In gebruik en opschalen",
    "evalueren": "Evalueren, borgen en kennisdelen",
}
"""The four phases of the ontwerp (hoofdstuk 10), in order."""
FASE_UITLEG: dict[Fase, str] = {
    "inventariseren": "We kijken wat er al is en wat nog nodig is.",
    "ontwikkelen": "Een ontwikkelgroep maakt een module en probeert die uit.",
    "in-gebruik": "De module is klaar en meer mensen leren ermee.",
    "evalueren": "We kijken wat het oplevert, houden het bij en delen wat we leren.",
}
TIMES = (5, 15, 30)
"""Minutes that a deelnemer may have."""
SOORTEN = {"basis": "Basismodule", "specialistisch": "Specialistische module"}
STATUSSEN = {"voorstel": "Voorstel", "concept": "Concept", "vastgesteld": "Vastgesteld"}
TOEGANG = {
    "vrij": "Vrij toegankelijk",
    "lidmaatschap": "Met lidmaatschap",
    "aanmelden": "Na aanmelden",
    "intern": "Alleen voor eigen medewerkers",
    "onbekend": "Nog niet bekend",
}
WERKVORMEN = {
    "e-learning": "E-learning",
    "leergang": "Leergang",
    "training": "Training",
    "leerplatform": "Leerplatform",
}
AANBOD_STATUS = {"beschikbaar": "Beschikbaar", "in-ontwikkeling": "In ontwikkeling"}
LINK_TEXT = {
    "deborg": "Opent een andere website: die van De Borg.",
    "kennisvindplaats": "Opent een andere website: een kennisvindplaats.",
    "externe-module": "Opent een andere website, met een module van een andere organisatie.",
    "overig": "Opent een andere website.",
}
"""Where a link block leads, by its `waarheen`."""


def doelgroep_names(leeromgeving: Leeromgeving, doelgroep: Iterable[str]) -> list[str]:
    """The names of the groups that something is for."""
    names = {groep.id: groep.titel for groep in leeromgeving.basisgegevens.doelgroepen}
    return [names[slug] for slug in doelgroep]


def thema_names(leeromgeving: Leeromgeving, themas: Iterable[str]) -> list[str]:
    """The names of themes; what has none is general."""
    names = [leeromgeving.themas[slug].titel for slug in themas if slug in leeromgeving.themas]
    return names or ["Algemeen"]


def doelgroep_text(leeromgeving: Leeromgeving, doelgroep: Iterable[str]) -> str:
    """The same as one phrase: `Begeleiders en startende basispsychologen`."""
    first, *rest = doelgroep_names(leeromgeving, doelgroep)
    return listed([first, *map(lower_first, rest)])
