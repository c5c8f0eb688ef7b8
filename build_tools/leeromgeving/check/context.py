"""What every rule may look at, and the one way through all models of a file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files
from pathlib import PurePosixPath

from ..findings import Finding, did_you_mean, field_name
from ..load import ANALYSEVRAGEN, BEGRIPPEN, Loaded, kind_of, module_of, names
from ..model import (
    Bestand,
    EenModule,
    Mediabestand,
    Model,
    Onderdeel,
    Tekst,
    Vragenlijst,
    adres,
    block_anchors,
)
from ..model.base import markdown_fields
from .markdown import Found, Kind, scan

Loc = tuple[str | int, ...]
SIGNS = re.compile(r"[#<\[]|^[=-]+ *$|^(~~~|```)", re.MULTILINE)
"""Without one of these a text holds nothing that the rules look at."""


def icons() -> list[str]:
    """The names of the icons that authors choose from; those in `ui/` belong to templates."""
    folder = files("leeromgeving").joinpath("assets", "icons")
    return sorted(file.name.removesuffix(".svg") for file in folder.iterdir() if file.is_file())


@dataclass(frozen=True)
class Context:
    """All that was loaded, and what follows from it; rules only read."""

    loaded: Loaded
    today: date

    def finding(self, pad: str, loc: Loc, code: str, line: int = 0, /, **values: str) -> Finding:
        """A finding at a place in a file; `line` (from 1) when it is known better than by `loc`."""
        place = self.loaded.documents[pad].place(loc)
        column = 1 if line else place.column
        return Finding(
            pad, line or place.line, column, code, field_name(loc), tuple(sorted(values.items()))
        )

    @cached_property
    def models(self) -> list[tuple[Bestand, Loc, Model]]:
        """Every model of every file of the right shape: file, place, model."""
        return [
            (bestand, loc, model)
            for bestand in self.loaded.bestanden.values()
            for loc, model in walk(bestand)
        ]

    @cached_property
    def texts(self) -> list["Text"]:
        """Every Markdown text that may hold something that the rules look at."""
        return [
            Text(bestand, (*loc, *place), text, _level_above(model, loc, place[0]))
            for bestand, loc, model in self.models
            for place, text in markdown_of(model)
            if SIGNS.search(text)
        ]

    def line(self, pad: str, loc: Loc) -> int:
        """The line (from 1) of a place in a file."""
        return self.loaded.documents[pad].place(loc).line

    @cached_property
    def names(self) -> Mapping[str, list[str]]:
        """The ids that exist per kind, also of files with mistakes; the key is the YAML key."""
        documents = list(self.loaded.documents.values())
        aanbod = [
            f"{PurePosixPath(document.path).stem}/{id}"
            for document in documents
            for id in names([document], "catalog/aanbod/*.yml", "aanbod")
        ]
        themas = names(documents, "catalog/themas.yml", "themas")
        return {
            "thema": themas,
            "themas": themas,
            "doelgroep": names(documents, "catalog/leeromgeving.yml", "doelgroepen"),
            "icoon": icons(),
            "module": self.module_names,
            "aanbod": aanbod,
            "leerroute": self._stems("catalog/leerroutes/"),
        }

    @cached_property
    def unreadable(self) -> frozenset[str]:
        """Files with content that can't be read, or are missing: nobody knows what they hold."""
        paths = {finding.path for finding in self.loaded.findings}
        return frozenset(
            path for path in paths - self.loaded.documents.keys() if kind_of(path) is not None
        )

    @cached_property
    def module_names(self) -> list[str]:
        """Folders with a module.yml, readable or not."""
        paths = (finding.path for finding in self.loaded.findings)
        all_paths = {*self.loaded.documents, *paths}
        return sorted(
            {module_of(p) for p in all_paths if PurePosixPath(p).match("modules/*/module.yml")}
        )

    @cached_property
    def onderdeel_names(self) -> Mapping[str, list[str]]:
        """Per module folder the names of the files beside module.yml."""
        result: dict[str, list[str]] = {}
        paths = {*self.loaded.documents, *(finding.path for finding in self.loaded.findings)}
        for path in sorted(paths):
            place = PurePosixPath(path)
            if place.match("modules/*/*.yml") and len(place.parts) == 3 and place.stem != "module":
                result.setdefault(module_of(path), []).append(place.stem)
        return result

    def _stems(self, folder: str) -> list[str]:
        paths = {*self.loaded.documents, *(finding.path for finding in self.loaded.findings)}
        return sorted(PurePosixPath(path).stem for path in paths if path.startswith(folder))

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str] | None]:
        """Every address of the site → the headings on it; None where they aren't known."""
        return {**self.generated, **dict.fromkeys(self.loaded.handwritten)}

    @cached_property
    def generated(self) -> Mapping[str, frozenset[str] | None]:
        """The same for the addresses that the content makes."""
        result: dict[str, frozenset[str] | None] = dict.fromkeys(adres.OVERVIEWS)
        if begrippen := names(self.loaded.documents.values(), BEGRIPPEN, "begrippen"):
            result[adres.BEGRIPPEN] = frozenset(begrippen)
        result |= {adres.module_uri(name): None for name in self.module_names}
        bestanden = self.loaded.bestanden.values()
        moments = {bestand.moment for bestand in bestanden if isinstance(bestand, Vragenlijst)}
        result |= {
            adres.vragenlijst_uri(name, moment): None
            for name in self.module_names
            for moment in moments
        }
        result |= {adres.thema_uri(name): None for name in self.names["thema"]}
        result |= {adres.leerroute_uri(name): None for name in self.names["leerroute"]}
        result |= {adres.aanbieder_uri(name): None for name in self._stems("catalog/aanbod/")}
        if ANALYSEVRAGEN in self.loaded.paths:
            result[adres.ANALYSEVRAGEN] = None
        for module, onderdelen in self.onderdeel_names.items():
            result |= {adres.onderdeel_uri(module, onderdeel): None for onderdeel in onderdelen}
        for bestand in self.loaded.bestanden.values():
            if isinstance(bestand, EenModule):
                result[adres.module_uri(bestand.id)] = self._headings(bestand)
            elif isinstance(bestand, Onderdeel):
                uri = adres.onderdeel_uri(module_of(bestand.pad), bestand.id)
                result[uri] = self._headings(bestand)
        return result

    def _headings(self, bestand: Bestand) -> frozenset[str]:
        """The anchors on the page of a module or onderdeel."""
        found = set(block_anchors(getattr(bestand, "inhoud", ()))) - {""}
        if isinstance(bestand, EenModule):
            found |= {
                own for own, key in adres.MODULE_ANCHORS.items() if getattr(bestand, key, None)
            }
        return frozenset(found.union(self._koppen.get(bestand.pad, ())))

    @cached_property
    def _koppen(self) -> Mapping[str, list[str]]:
        """The anchors of the headings within the texts of a page, by its file."""
        result: dict[str, list[str]] = {}
        for text in self.texts:
            if text.level:
                koppen = (adres.anchor(found.text) for found in text.found("kop"))
                result.setdefault(text.bestand.pad, []).extend(koppen)
        return result

    def media_of(self, pad: str) -> Mapping[str | None, Mediabestand]:
        """The media beside a file, by the name that its blocks use (`media/film.mp4`)."""
        return self._media_by_folder.get(pad.rpartition("/")[0], {})

    @cached_property
    def _media_by_folder(self) -> Mapping[str, dict[str | None, Mediabestand]]:
        result: dict[str, dict[str | None, Mediabestand]] = {}
        for path, media in self.loaded.media.items():
            folder = f"modules/{module_of(path)}"
            result.setdefault(folder, {})[path.removeprefix(f"{folder}/")] = media
        return result


@dataclass(frozen=True)
class Text:
    """One Markdown text and its place."""

    bestand: Bestand
    loc: Loc
    markdown: str
    level: int
    """Level of the heading above it; 0 where headings, images and `media/` don't work."""

    def line(self, context: Context, line: int) -> int:
        """The file's line (from 1) of a line (from 0) in the text."""
        place = context.loaded.documents[self.bestand.pad].place(self.loc)
        return place.text_line + line if place.text_line else place.line

    def found(self, kind: Kind) -> Iterator[Found]:
        """All of one kind in the text."""
        found = scan(self.markdown, blocks=self.level > 0)
        return (item for item in found if item.kind == kind)


def markdown_of(model: Model) -> Iterator[tuple[Loc, str]]:
    """The Markdown texts that a model itself holds, by key and, in a list, position."""
    for key in markdown_fields(type(model)):
        value = getattr(model, key)
        if isinstance(value, str):
            yield (key,), value
        elif isinstance(value, tuple):
            yield from (((key, i), item) for i, item in enumerate(value) if isinstance(item, str))


def _level_above(model: Model, loc: Loc, key: str | int) -> int:
    if isinstance(model, Tekst):
        return 1 if loc == ("inhoud", 0) and not model.titel else 2
    return 2 if isinstance(model, EenModule) and key == "inleiding" else 0


def walk(model: Model, loc: Loc = ()) -> Iterator[tuple[Loc, Model]]:
    """A model and every model in it, each with its place in the file."""
    yield loc, model
    for name, value in model:
        if isinstance(value, Model):
            yield from walk(value, (*loc, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Model):
                    yield from walk(item, (*loc, name, index))


def repeated(values: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The positions of values that stood earlier in the row, each with the first position."""
    first: dict[str, int] = {}
    for index, value in enumerate(values):
        if first.setdefault(value, index) != index:
            yield index, first[value]


def choice(value: str, choices: Iterable[str]) -> dict[str, str]:
    """What a message names about a value that is not among `choices`."""
    choices = list(choices)
    return {
        "waarde": value,
        "bedoelde": did_you_mean(value, choices),
        "keuzes": ", ".join(choices) or "(er zijn er nog geen)",
    }
