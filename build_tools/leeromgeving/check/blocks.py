"""Rules about one block: oefeningen that teach, media that everybody can follow (WCAG 1.2)."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..findings import Finding
from ..model import Audio, Download, JuistOnjuist, Kennisvraag, Meerkeuze, Meervoudig, Model, Video
from .context import Context, Loc, repeated, walk

ONE_OF: dict[type[Model], tuple[str, ...]] = {
    Audio: ("bestand", "volgt"),
    Video: ("bestand", "url", "volgt"),
    Download: ("bestand", "volgt"),
}
"""A block has exactly one of these keys."""
WITH_FILE: dict[type[Model], tuple[str, ...]] = {
    Audio: ("transcript",),
    Video: ("ondertiteling", "transcript", "poster"),
}
"""What an own recording brings along: WCAG 2.2, 1.2.1-1.2.3; the poster so that nothing shifts."""
SUFFIXES = {
    (Audio, "bestand"): (".mp3", ".m4a", ".ogg", ".opus"),
    (Video, "bestand"): (".mp4",),
    (Audio, "transcript"): (".txt",),
    (Video, "transcript"): (".txt",),
    (Video, "ondertiteling"): (".vtt",),
    (Video, "poster"): (".webp", ".avif", ".jpg", ".png"),
}
"""What browsers play and we can measure."""


def answers_are_marked(context: Context) -> Iterator[Finding]:
    """M301, M302: as many right answers as the form asks."""
    for pad, loc, model in _models(context):
        if not isinstance(model, Meerkeuze | Meervoudig):
            continue
        right = sum(antwoord.goed for antwoord in model.antwoorden)
        if isinstance(model, Meerkeuze) and right != 1:
            yield context.finding(pad, (*loc, "antwoorden"), "M301", aantal=str(right))
        if isinstance(model, Meervoudig) and right in (0, len(model.antwoorden)):
            yield context.finding(pad, (*loc, "antwoorden"), "M302")


def answers_differ(context: Context) -> Iterator[Finding]:
    """M303, M304: feedback belongs to its own answer, and no answer stands twice."""
    for pad, loc, model in _models(context):
        if isinstance(model, Meerkeuze | Meervoudig | Kennisvraag):
            for code, key in (("M303", "feedback"), ("M304", "tekst")):
                texts = [" ".join(getattr(item, key).split()) for item in model.antwoorden]
                for later, earlier in repeated(texts):
                    eerder = context.line(pad, (*loc, "antwoorden", earlier, key))
                    place = (*loc, "antwoorden", later, key)
                    yield context.finding(pad, place, code, eerder=str(eerder))
        elif isinstance(model, JuistOnjuist) and model.feedback.juist == model.feedback.onjuist:
            eerder = context.line(pad, (*loc, "feedback", "juist"))
            yield context.finding(pad, (*loc, "feedback", "onjuist"), "M303", eerder=str(eerder))


def media_have_one_source(context: Context) -> Iterator[Finding]:
    """M305, M310: a file, an address or a promise: one of them; promises are listed."""
    for pad, loc, model in _models(context):
        if keys := ONE_OF.get(type(model)):
            present = [key for key in keys if getattr(model, key) is not None]
            if len(present) != 1:
                aantal = "geen" if not present else "meer dan één"
                yield context.finding(pad, loc, "M305", aantal=aantal, keuzes=", ".join(keys))
            elif present == ["volgt"]:
                volgt = str(getattr(model, "volgt", "")).rstrip(".")
                yield context.finding(pad, (*loc, "volgt"), "M310", volgt=volgt)


def media_are_accessible(context: Context) -> Iterator[Finding]:
    """M306, M307: who can't hear or see has another way; who can't know is told beforehand."""
    for pad, loc, model in _models(context):
        if isinstance(model, Audio | Video) and model.bestand:
            for key in WITH_FILE[type(model)]:
                if getattr(model, key) is None:
                    yield context.finding(pad, loc, "M306", soort=model.soort, sleutel=key)
        if isinstance(model, Video) and model.url:
            for key in ("bedrijf", "duur"):
                if getattr(model, key) is None:
                    yield context.finding(pad, loc, "M307", sleutel=key)


def media_fit_their_key(context: Context) -> Iterator[Finding]:
    """M308, M309: a file's kind suits its key, and the length of a recording can be read."""
    for pad, loc, model in _models(context):
        media = context.media_of(pad) if isinstance(model, Audio | Video) else {}
        for (kind, key), suffixes in SUFFIXES.items():
            name = getattr(model, key) if isinstance(model, kind) else None
            if name is None or name not in media:
                continue
            if PurePosixPath(name).suffix not in suffixes:
                values = {"bestand": name, "sleutel": key, "keuzes": ", ".join(suffixes)}
                yield context.finding(pad, (*loc, key), "M308", **values)
            elif key == "bestand" and media[name].seconden is None:
                yield context.finding(pad, (*loc, key), "M309", bestand=name)


def _models(context: Context) -> Iterator[tuple[str, Loc, Model]]:
    for bestand in context.loaded.bestanden.values():
        for loc, model in walk(bestand):
            yield bestand.pad, loc, model
