"""The content model: frozen types, a YAML key is a field (see ARCHITECTURE.md, glossary)."""

from . import adres
from .analyse import Analysevragen, Beantwoord
from .base import FROM_PLACE, TAG_PREFIX, Bestand, Model
from .begrip import Begrip, Begrippen
from .blok import Audio, Blok, Download, Link, Tekst, Video, block_anchors
from .catalogus import (
    Aanbieder,
    Aanbod,
    AanbodStap,
    Basisgegevens,
    Leerroute,
    ModuleStap,
    PraktijkStap,
    Thema,
    Themas,
)
from .doelstelling import Doelstelling, Doelstellingen, Indicator
from .formulier import Optie, Veld, velden
from .koppeling import Koppeling
from .leeromgeving import EenModule, Leeromgeving, Mediabestand
from .module import (
    Basismodule,
    Bron,
    Kennisvraag,
    Leerdoel,
    Module,
    Onderdeel,
    SpecialistischeModule,
    Verder,
)
from .oefening import (
    GAT,
    Antwoord,
    Casus,
    Flitskaarten,
    Invullen,
    JuistOnjuist,
    Koppelen,
    Meerkeuze,
    Meervoudig,
    Oefening,
    Reflectie,
    Volgorde,
    plain_word,
)
from .vragenlijst import Bevroren, Vragenlijst

__all__ = [
    "FROM_PLACE",
    "GAT",
    "TAG_PREFIX",
    "Aanbieder",
    "Aanbod",
    "AanbodStap",
    "Analysevragen",
    "Antwoord",
    "Audio",
    "Basisgegevens",
    "Basismodule",
    "Beantwoord",
    "Begrip",
    "Begrippen",
    "Bestand",
    "Bevroren",
    "Blok",
    "Bron",
    "Casus",
    "Doelstelling",
    "Doelstellingen",
    "Download",
    "EenModule",
    "Flitskaarten",
    "Indicator",
    "Invullen",
    "JuistOnjuist",
    "Kennisvraag",
    "Koppelen",
    "Koppeling",
    "Leerdoel",
    "Leeromgeving",
    "Leerroute",
    "Link",
    "Mediabestand",
    "Meerkeuze",
    "Meervoudig",
    "Model",
    "Module",
    "ModuleStap",
    "Oefening",
    "Onderdeel",
    "Optie",
    "PraktijkStap",
    "Reflectie",
    "SpecialistischeModule",
    "Tekst",
    "Thema",
    "Themas",
    "Veld",
    "Verder",
    "Video",
    "Volgorde",
    "Vragenlijst",
    "adres",
    "block_anchors",
    "plain_word",
    "velden",
]
