"""A project folder → the content that has its right shape, plus findings about the rest.

What a file is follows from its place (`KINDS`). Rules between files are in `check/`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, cast

from pydantic import TypeAdapter
from tinytag import TinyTag, TinyTagException

from . import images
from .findings import Finding
from .model import (
    Aanbieder,
    Analysevragen,
    Basisgegevens,
    Basismodule,
    Begrippen,
    Bestand,
    Bevroren,
    Doelstellingen,
    EenModule,
    Koppeling,
    Leeromgeving,
    Leerroute,
    Mediabestand,
    Module,
    Onderdeel,
    SpecialistischeModule,
    Themas,
    Vragenlijst,
    adres,
)
from .shape import validate
from .source import Document, read, unreadable

ANALYSEVRAGEN = "catalog/analysevragen.yml"
BEGRIPPEN = "catalog/begrippen.yml"
DOELSTELLINGEN = "evaluation/doelstellingen.yml"
KINDS: dict[str, Any] = {
    "catalog/leeromgeving.yml": Basisgegevens,
    "catalog/themas.yml": Themas,
    ANALYSEVRAGEN: Analysevragen,
    BEGRIPPEN: Begrippen,
    "catalog/aanbod/*.yml": Aanbieder,
    "catalog/leerroutes/*.yml": Leerroute,
    DOELSTELLINGEN: Doelstellingen,
    "evaluation/koppelingen/*.yml": Koppeling,
    "evaluation/vragenlijsten/bevroren.yml": Bevroren,
    "evaluation/vragenlijsten/*/*.yml": Vragenlijst,
    "modules/*/module.yml": Module,
    "modules/*/*.yml": Onderdeel,
}
"""Where a file stands → what it holds; the first that fits."""
REQUIRED = ("catalog/leeromgeving.yml", "catalog/themas.yml")
FOLDERS = ("catalog", "modules")
DOCS = "docs"
"""Pages written by hand."""
CONTENT = (*FOLDERS, "evaluation/koppelingen", "evaluation/vragenlijsten")
"""All folders that hold content; only the first two must be there."""
ADAPTERS: dict[str, TypeAdapter[Any]] = {
    pattern: TypeAdapter(annotation) for pattern, annotation in KINDS.items()
}
YAML_NAME = re.compile(r".*\.ya?ml", re.IGNORECASE)
MEDIA = re.compile(
    r"modules/[^/]+/media/(?!.*\.(md|markdown|mdown|mkdn?|html?|xhtml|css|m?js)$).*", re.IGNORECASE
)
"""Everything to see, hear or keep; no pages and scripts, which would join the site's own."""
WITH_TEXT = (".txt", ".vtt")
"""Media whose text the rules or the pages look at."""
NO_CONTENT = re.compile(r"(\..*|.*~|~\$.*|Thumbs\.db|desktop\.ini)", re.IGNORECASE)
"""What file managers and other programs leave behind."""
PAGE = ".md"


@dataclass(frozen=True)
class WasRead:
    """What came of one content file."""

    findings: list[Finding] = field(default_factory=list)
    document: Document | None = None
    bestand: Bestand | None = None
    media: Mediabestand | None = None


Stamp = tuple[int, int]
"""When a file changed (ns), and its size in bytes."""
Seen = dict[str, tuple[Stamp, WasRead]]
"""By path: what was read of a file, and its stamp just before."""


@dataclass
class Loaded:
    """All that was read of a project."""

    paths: list[str] = field(default_factory=list)
    """Every content file, readable or not, sorted."""
    documents: dict[str, Document] = field(default_factory=dict)
    """Every readable file by path, also those with the wrong shape."""
    bestanden: dict[str, Bestand] = field(default_factory=dict)
    """Every file of the right shape by path, in order of path."""
    media: dict[str, Mediabestand] = field(default_factory=dict)
    """By path."""
    handwritten: dict[str, str] = field(default_factory=dict)
    """Address of each hand-written page → its path in the project."""
    findings: list[Finding] = field(default_factory=list)

    def modules(self) -> list[EenModule]:
        """The modules of the right shape."""
        return [
            bestand
            for bestand in self.bestanden.values()
            if isinstance(bestand, Basismodule | SpecialistischeModule)
        ]

    def leeromgeving(self) -> Leeromgeving:
        """The whole as one value; only for a project without fouten (KeyError otherwise)."""
        themas = cast(Themas, self.bestanden["catalog/themas.yml"])
        edities = sorted(
            (b for b in self.bestanden.values() if isinstance(b, Vragenlijst)), key=edition
        )
        begrippen = cast(Begrippen | None, self.bestanden.get(BEGRIPPEN))
        return Leeromgeving(
            basisgegevens=cast(Basisgegevens, self.bestanden["catalog/leeromgeving.yml"]),
            themas={thema.id: thema for thema in themas.themas},
            modules={module.id: module for module in self.modules()},
            onderdelen={
                (module_of(bestand.pad), bestand.id): bestand
                for bestand in self.bestanden.values()
                if isinstance(bestand, Onderdeel)
            },
            aanbieders={b.id: b for b in self.bestanden.values() if isinstance(b, Aanbieder)},
            vragenlijsten={vragenlijst.moment: vragenlijst for vragenlijst in edities},
            edities={vragenlijst.editie: vragenlijst for vragenlijst in edities},
            leerroutes={b.id: b for b in self.bestanden.values() if isinstance(b, Leerroute)},
            analysevragen=cast(Analysevragen | None, self.bestanden.get(ANALYSEVRAGEN)),
            begrippen={each.id: each for each in begrippen.begrippen} if begrippen else {},
            doelstellingen=cast(Doelstellingen | None, self.bestanden.get(DOELSTELLINGEN)),
            media=self.media,
        )


def edition(vragenlijst: Vragenlijst) -> int:
    """The number of an edition: 2 for `v2.yml`; 0 for a name that says none."""
    number = vragenlijst.id.removeprefix("v")
    return int(number) if number.isdecimal() else 0


def module_of(path: str) -> str:
    """The module (folder) that a path under `modules/` belongs to."""
    return path.split("/")[1]


def load(project: Path, seen: Seen | None = None) -> Loaded:
    """Read every content file under `project`. Findings: Y0xx, V1xx, C703, C704.

    With `seen` of a time before, files that haven't changed since aren't read again.
    """
    paths = _content_paths(project)
    loaded = Loaded(paths)
    seen = {} if seen is None else seen
    for path in sorted(set(REQUIRED) - set(paths)):
        loaded.findings.append(Finding(path, 1, 0, "C704", values=(("bestand", path),)))
    for path in paths:
        was_read = _read_again(project, path, seen)
        loaded.findings += was_read.findings
        if was_read.document:
            loaded.documents[path] = was_read.document
        if was_read.bestand:
            loaded.bestanden[path] = was_read.bestand
        if was_read.media:
            loaded.media[path] = was_read.media
    for page in handwritten_files(project):
        if page.suffix == PAGE:
            path = page.relative_to(project).as_posix()
            loaded.handwritten[adres.of_markdown(path.removeprefix(f"{DOCS}/"))] = path
            loaded.findings += _unreadable_page(page, path)
    return loaded


def handwritten_files(project: Path) -> Iterator[Path]:
    """Every file in `docs/` that is for the site, sorted."""
    for file in sorted((project / DOCS).rglob("*")):
        place = file.relative_to(project / DOCS)
        if file.is_file() and not any(NO_CONTENT.fullmatch(part) for part in place.parts):
            yield file


def _unreadable_page(page: Path, path: str) -> Iterator[Finding]:
    """Y001, Y002: a page written by hand can be read."""
    try:
        page.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Finding(path, error.object.count(b"\n", 0, error.start) + 1, 1, "Y002")
    except OSError as error:
        yield unreadable(path, error)


def _content_paths(project: Path) -> list[str]:
    """Every file in the content folders, sorted, relative to the project with `/`."""
    files = [file for folder in CONTENT for file in (project / folder).rglob("*")]
    files += (project / DOELSTELLINGEN).parent.glob("*.y*ml")  # other things stand there too
    return sorted(
        file.relative_to(project).as_posix()
        for file in files
        if file.is_file() and not NO_CONTENT.fullmatch(file.name)
    )


@cache
def kind_of(path: str) -> str | None:
    """The key of `KINDS` that a path falls under; None for a file in the wrong place."""
    place = PurePosixPath(path)
    return next(
        (
            pattern
            for pattern in KINDS
            if place.match(pattern) and len(place.parts) == pattern.count("/") + 1
        ),
        None,
    )


def _read_again(project: Path, path: str, seen: Seen) -> WasRead:
    """What came of a file, read only if it changed."""
    try:
        stat = (project / path).stat()
    except OSError as error:
        return WasRead([unreadable(path, error)])
    stamp = (stat.st_mtime_ns, stat.st_size)
    if path in seen and seen[path][0] == stamp:
        return seen[path][1]
    was_read = _read(project, path)
    if not any(finding.code == "Y001" for finding in was_read.findings):  # it may open later
        seen[path] = stamp, was_read
    return was_read


def _read(project: Path, path: str) -> WasRead:
    if MEDIA.fullmatch(path):
        return _read_media(project, path)
    kind = kind_of(path) if YAML_NAME.fullmatch(path) else None
    if kind is None:
        return WasRead([_misplaced(path)])
    document, findings = read(project / path, path)
    if document is None:
        return WasRead(findings)
    place = PurePosixPath(path)
    id = place.parent.name if place.name == "module.yml" else place.stem
    bestand, of_shape = validate(document, ADAPTERS[kind], KINDS[kind], id)
    return WasRead([*findings, *of_shape], document, bestand)


def _read_media(project: Path, path: str) -> WasRead:
    file = project / path
    tekst, grootte, findings = None, 0, []
    try:
        grootte = file.stat().st_size
        if file.suffix in WITH_TEXT:
            tekst = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        findings.append(Finding(path, 1, 0, "Y002"))
    except OSError as error:
        findings.append(unreadable(path, error))
    maat = images.read_size(file) if file.suffix in images.SUFFIXES else None
    onveilig = tuple(images.unsafe_parts(file)) if maat and file.suffix == ".svg" else ()
    media = Mediabestand(path, grootte, _seconds(file), tekst, maat, onveilig)
    return WasRead(findings, media=media)


def _seconds(file: Path) -> float | None:
    """The length of a recording in seconds; None when it is no recording that can be read."""
    if not TinyTag.is_supported(file):
        return None
    try:
        return TinyTag.get(file, tags=False).duration
    except (TinyTagException, OSError, ValueError):
        return None


def _misplaced(path: str) -> Finding:
    return Finding(
        path, 1, 0, "C703", values=(("keuzes", ", ".join((*KINDS, "modules/*/media/*"))),)
    )


def names(documents: Iterable[Document], kind: str, key: str) -> list[str]:
    """The ids in the list `key` of every document of a kind, valid or not, as typed."""
    return [
        item["id"]
        for document in documents
        if kind_of(document.path) == kind
        for item in document.data.get(key) or ()
        if isinstance(item, dict) and isinstance(item.get("id"), str)
    ]
