"""Rules about vragenlijsten: scales exist, editions in use never change (ontwerp §7)."""

import re
from collections.abc import Iterator

from ..findings import Finding
from ..freeze import REGISTER, asked_hashes, content_hash, frozen_asked_hashes, frozen_hashes
from ..load import edition
from ..model import Basisgegevens, Kennisvraag, Vragenlijst
from .context import Context, choice, walk

EDITION_NAME = re.compile(r"evaluation/vragenlijsten/[a-z0-9-]+/v[1-9][0-9]*\.yml")
FEWEST_KENNISVRAGEN = 2


def _vragenlijsten(context: Context) -> Iterator[Vragenlijst]:
    for bestand in context.loaded.bestanden.values():
        if isinstance(bestand, Vragenlijst):
            yield bestand


def scales_exist(context: Context) -> Iterator[Finding]:
    """E801: a question's scale stands in the same questionnaire."""
    for vragenlijst in _vragenlijsten(context):
        for index, vraag in enumerate(vragenlijst.vragen):
            schaal = getattr(vraag, "schaal", None)
            if schaal is not None and schaal not in vragenlijst.schalen:
                loc = ("vragen", index, "schaal")
                yield context.finding(
                    vragenlijst.pad, loc, "E801", **choice(schaal, vragenlijst.schalen)
                )


def editions_in_use_never_change(context: Context) -> Iterator[Finding]:
    """E802, E803, E804: what is in use is noted, and holds what it held then."""
    hashes = frozen_hashes(context.loaded)
    for vragenlijst in _vragenlijsten(context):
        document = context.loaded.documents[vragenlijst.pad]
        frozen = hashes.get(vragenlijst.pad)
        if frozen is not None and frozen != content_hash(document):
            volgende = f"v{edition(vragenlijst) + 1}.yml"
            yield context.finding(vragenlijst.pad, ("vragen",), "E802", volgende=volgende)
        if (vragenlijst.status == "in-gebruik") != (frozen is not None):
            yield context.finding(vragenlijst.pad, ("status",), "E803", pad=vragenlijst.pad)
    for index, pad in enumerate(hashes):
        if pad not in context.loaded.paths:
            loc = ("edities", index, "bestand")
            yield context.finding(REGISTER, loc, "E804", bestand=pad)


def editions_have_their_name(context: Context) -> Iterator[Finding]:
    """E805, E806: `<naam>/v1.yml`; one questionnaire for each moment."""
    folders: dict[str, str] = {}
    for vragenlijst in _vragenlijsten(context):
        if not EDITION_NAME.fullmatch(vragenlijst.pad):
            yield Finding(vragenlijst.pad, 1, 0, "E805")
        folder = vragenlijst.pad.rpartition("/")[0]
        if folders.setdefault(vragenlijst.moment, folder) != folder:
            ander = folders[vragenlijst.moment]
            yield context.finding(vragenlijst.pad, ("moment",), "E806", ander=ander)


def modules_ask_what_was_learned(context: Context) -> Iterator[Finding]:
    """E807, E808, E810: two to four kennisvragen per module, each with one right answer."""
    for module in context.loaded.modules():
        aantal = len(module.kennisvragen)
        if aantal == 0:
            yield context.finding(module.pad, (), "E808")
        elif aantal < FEWEST_KENNISVRAGEN:
            yield context.finding(module.pad, ("kennisvragen",), "E807")
        for loc, model in walk(module):
            if isinstance(model, Kennisvraag) and sum(a.goed for a in model.antwoorden) != 1:
                goed = sum(antwoord.goed for antwoord in model.antwoorden)
                yield context.finding(module.pad, (*loc, "antwoorden"), "E810", aantal=str(goed))


def only_editions_in_use_are_sent(context: Context) -> Iterator[Finding]:
    """E809: with a receiver, the newest edition of each questionnaire is in use."""
    gegevens = context.loaded.bestanden.get("catalog/leeromgeving.yml")
    if not (isinstance(gegevens, Basisgegevens) and gegevens.ontvanger):
        return
    newest = {v.moment: v for v in sorted(_vragenlijsten(context), key=edition)}
    for vragenlijst in newest.values():
        if vragenlijst.status != "in-gebruik":
            yield context.finding(vragenlijst.pad, ("status",), "E809", pad=vragenlijst.pad)


def asked_words_never_change(context: Context) -> Iterator[Finding]:
    """E811, E812: answers are counted by the id of a leerdoel or kennisvraag, so its words stay."""
    frozen = frozen_asked_hashes(context.loaded)
    current = asked_hashes(context.loaded)
    gegevens = context.loaded.bestanden.get("catalog/leeromgeving.yml")
    is_receiving = isinstance(gegevens, Basisgegevens) and bool(gegevens.ontvanger)
    for module in context.loaded.modules():
        for key in ("leerdoelen", "kennisvragen"):
            for index, item in enumerate(getattr(module, key)):
                naam = f"{module.id}/{type(item).__name__.lower()}/{item.id}"
                if frozen.get(naam, current[naam]) != current[naam]:
                    yield context.finding(module.pad, (key, index), "E811", waarde=item.id)
                elif is_receiving and naam not in frozen:
                    yield context.finding(module.pad, (key, index), "E812", waarde=item.id)


def asked_names_stay(context: Context) -> Iterator[Finding]:
    """E813: what was asked about is still there, as far as its module can be read."""
    current = asked_hashes(context.loaded)
    readable = {module.id for module in context.loaded.modules()}
    unknown = set(context.module_names) - readable
    for index, naam in enumerate(frozen_asked_hashes(context.loaded)):
        if naam not in current and naam.partition("/")[0] not in unknown:
            loc = ("gevraagd", index, "naam")
            yield context.finding(REGISTER, loc, "E813", waarde=naam)
