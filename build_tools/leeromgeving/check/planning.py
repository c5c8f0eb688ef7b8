"""Rules about time and status: promised against measured minutes, review dates, adoption."""

from collections.abc import Iterator

from ..findings import Finding
from ..load import module_of
from ..model import Aanbieder, Basismodule, EenModule, Onderdeel, SpecialistischeModule
from .context import Context
from .minutes import WORDS_PER_MINUTE, Duur, count_words, measure

THIN = 0.7
"""Share of the promised minutes under which content is too thin for its promise."""


def promised_minutes_are_kept(context: Context) -> Iterator[Finding]:
    """M401, M402, M403: nothing takes longer than it promises, or much shorter (ontwerp §4.2)."""
    parts: dict[str, list[tuple[Onderdeel, Duur]]] = {}
    for bestand in context.loaded.bestanden.values():
        if isinstance(bestand, Onderdeel):
            measured = measure(bestand.inhoud, context.media_of(bestand.pad))
            parts.setdefault(module_of(bestand.pad), []).append((bestand, measured))
            yield from _against_promise(context, bestand, measured)
    for module in context.loaded.modules():
        own = Duur(lezen=count_words(module.inleiding or "") / WORDS_PER_MINUTE)
        if isinstance(module, Basismodule):
            measured = own + measure(module.inhoud, context.media_of(module.pad))
            yield from _against_promise(context, module, measured)
        else:
            yield from _of_specialist(context, module, own, parts.get(module.id, []))


def _of_specialist(
    context: Context,
    module: SpecialistischeModule,
    own: Duur,
    parts: list[tuple[Onderdeel, Duur]],
) -> Iterator[Finding]:
    if len(parts) != len(context.onderdeel_names.get(module.id, [])):
        return  # a part with mistakes can't be measured; its own findings come first
    yield from _against_promise(context, module, sum((part for _, part in parts), own))
    som = sum(onderdeel.duur for onderdeel, _ in parts)
    if som > module.duur:
        yield context.finding(module.pad, ("duur",), "M403", som=str(som), duur=str(module.duur))


def _against_promise(
    context: Context, bestand: EenModule | Onderdeel, measured: Duur
) -> Iterator[Finding]:
    values = {"gemeten": measured.gemeten, "duur": str(bestand.duur), "som": measured.som}
    if measured.totaal > bestand.duur:
        yield context.finding(bestand.pad, ("duur",), "M401", **values)
    elif measured.totaal < THIN * bestand.duur:
        yield context.finding(bestand.pad, ("duur",), "M402", **values)


def status_is_true(context: Context) -> Iterator[Finding]:
    """M601, M602, M603: only what was adopted says so; a review date that passed is listed."""
    for module in context.loaded.modules():
        ontwikkeling = module.ontwikkeling
        adopted = ontwikkeling.status == "vastgesteld"
        if adopted and ontwikkeling.vastgesteld is None:
            yield context.finding(module.pad, ("ontwikkeling", "status"), "M601")
        if not adopted and ontwikkeling.vastgesteld is not None:
            yield context.finding(module.pad, ("ontwikkeling", "vastgesteld"), "M602")
        if ontwikkeling.herzien_voor and ontwikkeling.herzien_voor <= context.today:
            datum = ontwikkeling.herzien_voor.isoformat()
            loc = ("ontwikkeling", "herzien_voor")
            yield context.finding(module.pad, loc, "M603", datum=datum)


def links_are_checked_by_somebody(context: Context) -> Iterator[Finding]:
    """C701: external offer whose link nobody has looked at yet."""
    for bestand in context.loaded.bestanden.values():
        if isinstance(bestand, Aanbieder):
            for index, aanbod in enumerate(bestand.aanbod):
                if aanbod.link and aanbod.gecontroleerd is None:
                    loc = ("aanbod", index, "link")
                    yield context.finding(bestand.pad, loc, "C701", titel=aanbod.titel)
