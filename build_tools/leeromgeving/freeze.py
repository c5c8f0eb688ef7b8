"""An edition of a vragenlijst is put into use once, and never changes afterwards.

Answers are counted by the codes of their edition; a changed edition would change what they mean.
"""

import hashlib
import json
from pathlib import Path

from .load import Loaded
from .model import Bevroren, Vragenlijst
from .source import Document

REGISTER = "evaluation/vragenlijsten/bevroren.yml"
HEADER = "# Gemaakt door `leeromgeving bevries`. Verander dit bestand niet zelf.\n"


def content_hash(document: Document) -> str:
    """SHA-256 of what an edition holds, as hexadecimal digits.

    Of the parsed content, so that comments and layout may change; without `status`, which freezing
    itself changes.
    """
    content = {key: value for key, value in document.data.items() if key != "status"}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def frozen_hashes(loaded: Loaded) -> dict[str, str]:
    """Path of each edition in use → the hash of its content at that moment."""
    register = loaded.bestanden.get(REGISTER)
    edities = register.edities if isinstance(register, Bevroren) else ()
    return {editie.bestand: editie.hash for editie in edities}


def freeze(project: Path, loaded: Loaded, vragenlijst: Vragenlijst) -> None:
    """Put an edition into use: note its hash, then say so in its file.

    Cut off between the two, the check names it (E803) and running this again mends it.
    """
    document = loaded.documents[vragenlijst.pad]
    hashes = frozen_hashes(loaded) | {vragenlijst.pad: content_hash(document)}
    lines = "".join(
        f"  - bestand: {pad}\n    hash: {hash}\n" for pad, hash in sorted(hashes.items())
    )
    _replace(project / REGISTER, f"{HEADER}edities:\n{lines}")
    file = project / vragenlijst.pad
    text = file.read_bytes().decode("utf-8-sig").splitlines(keepends=True)
    place = document.place(("status",))
    text[place.line - 1] = text[place.line - 1].replace("concept", "in-gebruik", 1)
    _replace(file, "".join(text))


def _replace(file: Path, text: str) -> None:
    """Write aside, then rename: a reader never sees half a file."""
    aside = file.with_name(f".{file.name}.nieuw")
    aside.write_bytes(text.encode())
    aside.replace(file)
