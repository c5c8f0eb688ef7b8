"""An edition of a vragenlijst is put into use once, and never changes afterwards.

Answers are counted by the codes of their edition; a changed edition would change what they mean.
"""

import hashlib
import json
from pathlib import Path

from .load import Loaded
from .model import Bevroren, Kennisvraag, Leerdoel, Vragenlijst
from .source import Document

REGISTER = "evaluation/vragenlijsten/bevroren.yml"
HEADER = "# Gemaakt door `leeromgeving bevries`. Verander dit bestand niet zelf.\n"


def content_hash(document: Document) -> str:
    """SHA-256 of what an edition holds, as hexadecimal digits.

    Of the parsed content, so that comments and layout may change; without `status`, which freezing
    itself changes.
    """
    return _hash({key: value for key, value in document.data.items() if key != "status"})


def asked_hashes(loaded: Loaded) -> dict[str, str]:
    """What vragenlijsten ask about each module → the hash of its words, without feedback.

    By name: `sgg/leerdoel/beoordelen`, `sgg/kennisvraag/zwijgen`.
    """
    hashes = {}
    for module in loaded.modules():
        items: tuple[Leerdoel | Kennisvraag, ...] = (*module.leerdoelen, *module.kennisvragen)
        for item in items:
            hashes[f"{module.id}/{type(item).__name__.lower()}/{item.id}"] = _hash(_words(item))
    return hashes


def _words(item: Leerdoel | Kennisvraag) -> list[object]:
    if isinstance(item, Leerdoel):
        return [item.leren, item.gedrag]
    return [item.vraag, [[antwoord.tekst, antwoord.goed] for antwoord in item.antwoorden]]


def _hash(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _register(loaded: Loaded) -> Bevroren:
    register = loaded.bestanden.get(REGISTER)
    if isinstance(register, Bevroren):
        return register
    return Bevroren(id="bevroren", pad=REGISTER, edities=(), gevraagd=())


def frozen_hashes(loaded: Loaded) -> dict[str, str]:
    """Path of each edition in use → the hash of its content at that moment."""
    return {editie.bestand: editie.hash for editie in _register(loaded).edities}


def frozen_asked_hashes(loaded: Loaded) -> dict[str, str]:
    """Name of each leerdoel and kennisvraag that was asked → its hash at that moment."""
    return {item.naam: item.hash for item in _register(loaded).gevraagd}


def freeze(project: Path, loaded: Loaded, vragenlijst: Vragenlijst) -> None:
    """Put an edition into use, with what it asks of each module: note hashes, then say so.

    What was noted before stays as it was. Cut off between the two files, the check names it (E803)
    and running this again mends it.
    """
    document = loaded.documents[vragenlijst.pad]
    edities = frozen_hashes(loaded) | {vragenlijst.pad: content_hash(document)}
    gevraagd = asked_hashes(loaded) | frozen_asked_hashes(loaded)
    register = f"{HEADER}edities:\n{_lines('bestand', edities)}"
    _replace(project / REGISTER, f"{register}gevraagd:\n{_lines('naam', gevraagd)}")
    if vragenlijst.status == "in-gebruik":
        return
    file = project / vragenlijst.pad
    text = file.read_bytes().decode("utf-8-sig").splitlines(keepends=True)
    place = document.place(("status",))
    text[place.line - 1] = text[place.line - 1].replace("concept", "in-gebruik", 1)
    _replace(file, "".join(text))


def _lines(key: str, hashes: dict[str, str]) -> str:
    return "".join(
        f"  - {key}: {name}\n    hash: {hash}\n" for name, hash in sorted(hashes.items())
    )


def _replace(file: Path, text: str) -> None:
    """Write aside, then rename: a reader never sees half a file."""
    aside = file.with_name(f".{file.name}.nieuw")
    aside.write_bytes(text.encode())
    aside.replace(file)
