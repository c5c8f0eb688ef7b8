"""Rules about oefeningen: each answer explains itself, each story ends (ontwerp §4.2)."""

from collections.abc import Iterator

from ..findings import Finding
from ..model import (
    GAT,
    Casus,
    Flitskaarten,
    Invullen,
    JuistOnjuist,
    Kennisvraag,
    Koppelen,
    Meerkeuze,
    Meervoudig,
    Model,
    Volgorde,
    plain_word,
)
from ..model.oefening import Casusstap, Gat
from .context import Context, Loc, choice, repeated

ITEMS: tuple[tuple[type[Model], str, str, str], ...] = (
    (Meerkeuze, "antwoorden", "feedback", "tekst"),
    (Meervoudig, "antwoorden", "feedback", "tekst"),
    (Kennisvraag, "antwoorden", "feedback", "tekst"),
    (Volgorde, "stappen", "feedback", "tekst"),
    (Koppelen, "paren", "feedback", "links"),
    (Koppelen, "paren", "feedback", "rechts"),
    (Casusstap, "keuzes", "gevolg", "tekst"),
    (Gat, "anders", "feedback", "tekst"),
    (Flitskaarten, "kaarten", "achter", "voor"),
)
"""Model, its list, and per item of it: what explains it, what the deelnemer tells it apart by."""


def answers_are_marked(context: Context) -> Iterator[Finding]:
    """M301, M302: as many right answers as the form asks."""
    for bestand, loc, model in context.models:
        if not isinstance(model, Meerkeuze | Meervoudig):
            continue
        right = sum(antwoord.goed for antwoord in model.antwoorden)
        if isinstance(model, Meerkeuze) and right != 1:
            yield context.finding(bestand.pad, (*loc, "antwoorden"), "M301", aantal=str(right))
        if isinstance(model, Meervoudig) and right in (0, len(model.antwoorden)):
            yield context.finding(bestand.pad, (*loc, "antwoorden"), "M302")


def answers_differ(context: Context) -> Iterator[Finding]:
    """M303, M304: an explanation belongs to its own answer, and no answer stands twice."""
    for bestand, loc, model in context.models:
        for kind, items, why, tekst in ITEMS:
            if isinstance(model, kind):
                yield from _repeated(context, bestand.pad, (*loc, items), model, "M304", tekst)
                if tekst != "rechts":  # the feedback of a pair was looked at with its left side
                    yield from _repeated(context, bestand.pad, (*loc, items), model, "M303", why)
        if isinstance(model, JuistOnjuist) and model.feedback.juist == model.feedback.onjuist:
            eerder = context.line(bestand.pad, (*loc, "feedback", "juist"))
            yield context.finding(
                bestand.pad, (*loc, "feedback", "onjuist"), "M303", eerder=str(eerder)
            )


def _repeated(
    context: Context, pad: str, loc: Loc, model: Model, code: str, key: str
) -> Iterator[Finding]:
    texts = [" ".join(getattr(item, key).split()) for item in getattr(model, str(loc[-1]))]
    for later, earlier in repeated(texts):
        eerder = context.line(pad, (*loc, earlier, key))
        yield context.finding(pad, (*loc, later, key), code, eerder=str(eerder))


def distractors_are_wrong(context: Context) -> Iterator[Finding]:
    """M304: what belongs nowhere may not be the right side of a pair."""
    for bestand, loc, model in context.models:
        if not isinstance(model, Koppelen):
            continue
        rechts = [paar.rechts for paar in model.paren]
        for index, afleider in enumerate(model.afleiders):
            if afleider in rechts:
                place = (*loc, "paren", rechts.index(afleider), "rechts")
                eerder = str(context.line(bestand.pad, place))
                yield context.finding(
                    bestand.pad, (*loc, "afleiders", index), "M304", eerder=eerder
                )


def gaps_are_described(context: Context) -> Iterator[Finding]:
    """M320, M321, M325: every ___ has words that can be typed, none right and wrong at once."""
    for bestand, loc, model in context.models:
        if isinstance(model, Invullen):
            aantal = len(GAT.findall(model.zin))
            if aantal != len(model.gaten):
                values = {"aantal": str(aantal), "gaten": str(len(model.gaten))}
                yield context.finding(bestand.pad, (*loc, "zin"), "M320", **values)
        if isinstance(model, Gat):
            places: list[Loc] = [("goed", index) for index in range(len(model.goed))]
            places += [("anders", index, "tekst") for index in range(len(model.anders))]
            words = [*model.goed, *(item.tekst for item in model.anders)]
            for place, word in zip(places, words, strict=True):
                if not plain_word(word):
                    yield context.finding(bestand.pad, (*loc, *place), "M325", waarde=word)
            for later, earlier in repeated(map(plain_word, words)):
                eerder = str(context.line(bestand.pad, (*loc, *places[earlier])))
                values = {"waarde": words[later], "eerder": eerder}
                yield context.finding(bestand.pad, (*loc, *places[later]), "M321", **values)


def stories_come_to_an_end(context: Context) -> Iterator[Finding]:
    """M202, M322-M324: every choice leads somewhere, every step is met, no step is a dead end."""
    for bestand, loc, model in context.models:
        if isinstance(model, Casus):
            for place, code, values in _problems_of(model):
                yield context.finding(bestand.pad, (*loc, "stappen", *place), code, **values)


def _problems_of(casus: Casus) -> Iterator[tuple[Loc, str, dict[str, str]]]:
    """Place within `stappen`, code and values of every mistake."""
    known = [stap.id for stap in casus.stappen]
    complete = True
    for index, stap in enumerate(casus.stappen):
        is_question = stap.vraag is not None and len(stap.keuzes) >= 2
        if is_question == (stap.einde is not None) or (stap.einde and (stap.vraag or stap.keuzes)):
            complete = False
            yield (index,), "M322", {"id": stap.id}
        for number, keuze in enumerate(stap.keuzes):
            if keuze.naar not in known:
                complete = False
                values = {**choice(keuze.naar, known), "waar": "de stappen van deze casus"}
                yield (index, "keuzes", number, "naar"), "M202", values
    if not complete:
        return  # what can be reached depends on what is still to be mended
    forth = {stap.id: {keuze.naar for keuze in stap.keuzes} for stap in casus.stappen}
    back = {id: {other for other in forth if id in forth[other]} for id in forth}
    met = _reachable(forth, {known[0]})
    ending = _reachable(back, {stap.id for stap in casus.stappen if stap.einde})
    for index, id in enumerate(known):
        if id not in met:
            yield (index, "id"), "M323", {"id": id}
        elif id not in ending:
            yield (index, "id"), "M324", {"id": id}


def _reachable(ways: dict[str, set[str]], start: set[str]) -> set[str]:
    """All that one comes to from `start`."""
    found, new = set(start), set(start)
    while new:
        new = set().union(*(ways[id] for id in new)) - found
        found |= new
    return found
