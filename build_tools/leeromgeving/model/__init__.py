"""The content model: frozen types, a YAML key is a field (see ARCHITECTURE.md, glossary)."""

from . import adres
from .base import FROM_PLACE, TAG_PREFIX, Bestand, Model
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
from .oefening import Antwoord, JuistOnjuist, Meerkeuze, Meervoudig, Oefening
from .vragenlijst import Bevroren, Vragenlijst

__all__ = [
    "FROM_PLACE",
    "TAG_PREFIX",
    "Aanbieder",
    "Aanbod",
    "AanbodStap",
    "Antwoord",
    "Audio",
    "Basisgegevens",
    "Basismodule",
    "Bestand",
    "Bevroren",
    "Blok",
    "Bron",
    "Doelstelling",
    "Doelstellingen",
    "Download",
    "EenModule",
    "Indicator",
    "JuistOnjuist",
    "Kennisvraag",
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
    "SpecialistischeModule",
    "Tekst",
    "Thema",
    "Themas",
    "Veld",
    "Verder",
    "Video",
    "Vragenlijst",
    "adres",
    "block_anchors",
    "velden",
]
