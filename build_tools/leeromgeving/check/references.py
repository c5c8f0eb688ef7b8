"""Rules about names: they exist, they are unique, and every file is somebody's."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..findings import Finding
from ..load import module_of
from ..model import (
    Audio,
    Bestand,
    Download,
    Leerroute,
    ModuleStap,
    Onderdeel,
    Verder,
    Video,
    adres,
)
from ..model.base import MEDIA_PATH, SLUG
from .context import Context, Loc, choice, repeated
from .markdown import scan

WHERE = {
    "thema": "catalog/themas.yml",
    "themas": "catalog/themas.yml",
    "doelgroep": "catalog/leeromgeving.yml",
    "module": "de map modules",
    "aanbod": "de map catalog/aanbod",
    "leerroute": "de map catalog/leerroutes",
}
"""A key that refers to something → where that something stands. The same key means the same
thing in every file."""
MEDIA_KEYS = ("bestand", "transcript", "poster", "ondertiteling")


def names_exist(context: Context) -> Iterator[Finding]:
    """M202, M604: what a key refers to exists."""
    for bestand, loc, model in context.models:
        for key, value in model:
            if key in WHERE or key == "icoon":
                yield from _names_exist(context, bestand.pad, loc, key, value)


def _names_exist(
    context: Context, pad: str, loc: Loc, key: str, value: object
) -> Iterator[Finding]:
    listed = isinstance(value, tuple)
    for index, name in enumerate(value if isinstance(value, tuple) else (value,)):
        if isinstance(name, str) and name not in context.names[key]:
            if _file_with(key, name) in context.unreadable:
                continue
            place = (*loc, key, index) if listed else (*loc, key)
            values = choice(name, context.names[key])
            if key == "icoon":
                yield context.finding(pad, place, "M604", **values)
            else:
                yield context.finding(pad, place, "M202", **values, waar=WHERE[key])


def _file_with(key: str, name: str) -> str:
    """The file that should hold what a key refers to."""
    if key == "aanbod":
        return f"catalog/aanbod/{name.partition('/')[0]}.yml"
    return WHERE.get(key, "")


def onderdelen_of_steps_exist(context: Context) -> Iterator[Finding]:
    """M202: the onderdelen that a leerroute picks are onderdelen of that module."""
    for bestand in context.loaded.bestanden.values():
        if not isinstance(bestand, Leerroute):
            continue
        for number, stap in enumerate(bestand.stappen):
            if not isinstance(stap, ModuleStap) or stap.module not in context.module_names:
                continue
            present = context.onderdeel_names.get(stap.module, [])
            for index, name in enumerate(stap.onderdelen):
                if name not in present:
                    loc = ("stappen", number, "onderdelen", index)
                    waar = f"de map modules/{stap.module}"
                    values = choice(name, present)
                    yield context.finding(bestand.pad, loc, "M202", **values, waar=waar)


def one_suggestion_each(context: Context) -> Iterator[Finding]:
    """C702: a suggestion of what to do next goes to exactly one thing."""
    keys = ("module", "aanbod", "leerroute")
    for bestand, loc, model in context.models:
        if isinstance(model, Verder):
            aantal = sum(getattr(model, key) is not None for key in keys)
            if aantal != 1:
                values = {"aantal": str(aantal), "keuzes": ", ".join(keys)}
                yield context.finding(bestand.pad, loc, "C702", **values)


def names_are_unique(context: Context) -> Iterator[Finding]:
    """M201, M205: an id stands once per kind in a file, a name once in a list of names."""
    for bestand, loc, model in context.models:
        for key, value in model:
            if isinstance(value, tuple):
                yield from _unique_in_list(context, bestand.pad, (*loc, key), value)


def _unique_in_list(
    context: Context, pad: str, loc: Loc, items: tuple[object, ...]
) -> Iterator[Finding]:
    with_id = [(index, item.id) for index, item in enumerate(items) if hasattr(item, "id")]
    for later, earlier in repeated(id for _, id in with_id):
        index, id = with_id[later]
        eerder = context.line(pad, (*loc, with_id[earlier][0], "id"))
        yield context.finding(pad, (*loc, index, "id"), "M201", id=id, eerder=str(eerder))
    if loc[-1] not in ("inhoudsopgave", "hints") and all(isinstance(item, str) for item in items):
        for later, _ in repeated(map(str, items)):
            yield context.finding(pad, (*loc, later), "M205", waarde=str(items[later]))


def onderdelen_are_listed_and_present(context: Context) -> Iterator[Finding]:
    """M203, M204, M206: module.yml and the files beside it name each other."""
    documents = context.loaded.documents
    for module in sorted(context.onderdeel_names.keys() - set(context.module_names)):
        first = context.onderdeel_names[module][0]
        path = f"modules/{module}/{first}.yml"
        yield Finding(path, 1, 0, "M206", values=(("map", f"modules/{module}"),))
    for module in context.module_names:
        pad = f"modules/{module}/module.yml"
        if pad not in documents:
            continue
        listed = documents[pad].data.get("onderdelen", [])
        present = context.onderdeel_names.get(module, [])
        if not isinstance(listed, list):
            continue
        for index, name in enumerate(listed):
            if isinstance(name, str) and name not in present:
                values = choice(name, present) | {"bestand": f"modules/{module}/{name}.yml"}
                yield context.finding(pad, ("onderdelen", index), "M203", **values)
        for name in present:
            if name not in listed:
                yield Finding(
                    f"modules/{module}/{name}.yml", 1, 0, "M204",
                    values=(("module", pad), ("waarde", name)),
                )  # fmt: skip


def names_can_be_addresses(context: Context) -> Iterator[Finding]:
    """M207: a file or folder name can be a part of an address and is not reserved."""
    keuzes = ", ".join(sorted(adres.RESERVED))
    for pad, bestand in context.loaded.bestanden.items():
        reserved = isinstance(bestand, Onderdeel) and bestand.id in adres.RESERVED
        if reserved or not SLUG.fullmatch(bestand.id):
            yield Finding(pad, 1, 0, "M207", values=(("keuzes", keuzes), ("waarde", bestand.id)))


def former_names_are_free(context: Context) -> Iterator[Finding]:
    """M210: a former name is not the name of a page of today, nor of two."""
    taken = set(context.anchors)
    for bestand in context.loaded.bestanden.values():
        for index, name in enumerate(getattr(bestand, "voorheen", ())):
            uri = former_uri(bestand, name)
            if uri in taken or (isinstance(bestand, Onderdeel) and name in adres.RESERVED):
                yield context.finding(bestand.pad, ("voorheen", index), "M210", waarde=name)
            taken.add(uri)


def former_uri(bestand: Bestand, name: str) -> str:
    """The address that a page had under a former name."""
    if isinstance(bestand, Onderdeel):
        return adres.onderdeel_uri(module_of(bestand.pad), name)
    if isinstance(bestand, Leerroute):
        return adres.leerroute_uri(name)
    return adres.module_uri(name)


def written_pages_have_their_own_address(context: Context) -> Iterator[Finding]:
    """M211: a hand-written page does not stand where a generated page comes."""
    for uri in sorted(context.generated.keys() & context.loaded.handwritten.keys()):
        pad = context.loaded.handwritten[uri]
        yield Finding(pad, 1, 0, "M211", values=(("waarde", uri),))


def media_exist_and_are_used(context: Context) -> Iterator[Finding]:
    """M208, M209: every named media file is there, and every media file is named."""
    used = set()
    for bestand, loc, name in _media_names(context):
        path = f"{bestand.pad.rpartition('/')[0]}/{name}"
        used.add(path)
        if path not in context.loaded.media:
            kind = PurePosixPath(name).suffix
            present = [p for p in context.media_of(bestand.pad) if p and p.endswith(kind)]
            values = {"bestand": path, "bedoelde": choice(name, present)["bedoelde"]}
            yield context.finding(bestand.pad, loc, "M208", **values)
    broken = {
        module_of(path)
        for path in context.loaded.documents.keys() | context.unreadable
        if path.startswith("modules/") and path not in context.loaded.bestanden
    }
    for path in context.loaded.media.keys() - used:
        if module_of(path) not in broken:
            yield Finding(path, 1, 0, "M209")


def _media_names(context: Context) -> Iterator[tuple[Bestand, Loc, str]]:
    """Every media file that a file names, in a key or in a text."""
    for bestand, loc, model in context.models:
        if isinstance(model, Audio | Video | Download):
            for key in MEDIA_KEYS:
                if name := getattr(model, key, None):
                    yield bestand, (*loc, key), name
    for text in context.texts:
        if text.level and "media/" in text.markdown:
            for found in scan(text.markdown):
                if MEDIA_PATH.fullmatch(found.target):
                    yield text.bestand, text.loc, found.target
