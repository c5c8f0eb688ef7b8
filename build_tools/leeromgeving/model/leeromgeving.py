"""Leeromgeving: the whole content, looked up by id. Made by `load.py`, read by everything after."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .analyse import Analysevragen
from .begrip import Begrip
from .catalogus import (
    Aanbieder,
    Aanbod,
    AanbodStap,
    Basisgegevens,
    Leerroute,
    ModuleStap,
    PraktijkStap,
    Thema,
)
from .doelstelling import Doelstellingen
from .module import Basismodule, Onderdeel, SpecialistischeModule
from .vragenlijst import Vragenlijst

EenModule = Basismodule | SpecialistischeModule


@dataclass(frozen=True)
class Mediabestand:
    """A file in a module's `media/` folder."""

    pad: str
    """Path relative to the project, with `/`."""
    grootte: int
    """Bytes."""
    seconden: float | None
    """Length of audio or video; None when the file has none or it can't be read."""
    tekst: str | None = None
    """The text of a transcript (.txt) or of captions (.vtt); None for other files."""
    maat: tuple[int, int] | None = None
    """Width and height of an image in pixels; None when it is none or can't be read."""
    onveilig: tuple[str, ...] = ()
    """What an SVG holds that could run or fetch something."""


@dataclass(frozen=True)
class Leeromgeving:
    """Every concept by its id, in the order of the site (themes) or of the file names."""

    basisgegevens: Basisgegevens
    themas: Mapping[str, Thema]
    modules: Mapping[str, EenModule]
    onderdelen: Mapping[tuple[str, str], Onderdeel]
    """By (module id, onderdeel id)."""
    aanbieders: Mapping[str, Aanbieder]
    leerroutes: Mapping[str, Leerroute]
    vragenlijsten: Mapping[str, Vragenlijst]
    """The newest edition for each `moment`."""
    edities: Mapping[str, Vragenlijst]
    """Every edition by the name that answers refer to: `module/v1`."""
    analysevragen: Analysevragen | None
    """None when the project has no list of questions for its ontwikkelgroepen."""
    begrippen: Mapping[str, Begrip]
    """In the order of the file; empty without a glossary."""
    doelstellingen: Doelstellingen | None
    """None when the project has no goals to evaluate."""
    media: Mapping[str, Mediabestand]
    """By path relative to the project."""

    def onderdelen_van(self, module: SpecialistischeModule) -> tuple[Onderdeel, ...]:
        """The onderdelen of a module in its own order."""
        return tuple(self.onderdelen[module.id, slug] for slug in module.onderdelen)

    def duur_van(self, stap: ModuleStap | AanbodStap | PraktijkStap) -> int | None:
        """Minutes of a step of a leerroute; None when an external provider doesn't say."""
        if isinstance(stap, PraktijkStap):
            return stap.duur
        if isinstance(stap, AanbodStap):
            return self.aanbod[stap.aanbod][1].duur
        if stap.onderdelen:
            return sum(self.onderdelen[stap.module, slug].duur for slug in stap.onderdelen)
        return self.modules[stap.module].duur

    @cached_property
    def aanbod(self) -> dict[str, tuple[Aanbieder, Aanbod]]:
        """External offer by `aanbieder/aanbod`."""
        return {
            f"{aanbieder.id}/{aanbod.id}": (aanbieder, aanbod)
            for aanbieder in self.aanbieders.values()
            for aanbod in aanbieder.aanbod
        }

    def media_van(self, page: EenModule | Onderdeel, name: str | None) -> Mediabestand | None:
        """The media file `name` beside the YAML file of `page`; None when it isn't there."""
        return self.media.get(f"{page.pad.rpartition('/')[0]}/{name}") if name else None
