"""Rules about what reads and teaches well: short sentences, pauses, variety, sources, feedback.

Source: plain language, a mix of building blocks and feedback that explains (ontwerp §4.2, §5.2).
All are opmerkingen: an author may know better.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate, chain, groupby

from ..findings import Finding
from ..load import module_of
from ..model import Basisgegevens, Bestand, EenModule, Model, Tekst
from ..model.oefening import Antwoord, Einde, Gat, Keuze, Paar, StellingFeedback, Uitgelegd
from .context import Context, Loc, Text, markdown_of
from .figures import figures, names_a_source, names_of
from .markdown import HEADING, own_images
from .minutes import dutch
from .sentences import MEAN_WORDS, MOST_WORDS, read_sentences, words_in

MOST_TOGETHER = 400
"""Words of running text with nothing between."""
FEWEST_KINDS = 3
"""Of building blocks on a page."""
PLAIN = frozenset({"tekst", "audio", "video", "download", "link"})
"""The building blocks that are no form of oefening."""
FIRST_WORDS = 5
"""By which an author finds a long sentence."""
ON_PAGE = ("inleiding", "inhoud")
"""The keys whose texts a deelnemer reads one after the other, on the file's own page."""
EXPLAINS: Mapping[type[Model], tuple[str, ...]] = {
    Antwoord: ("feedback",),
    StellingFeedback: ("juist", "onjuist"),
    Uitgelegd: ("feedback",),
    Paar: ("feedback",),
    Gat: ("feedback",),
    Keuze: ("gevolg",),
    Einde: ("ging_goed", "kan_beter"),
}
"""The texts that tell why something does or does not fit."""
JUDGEMENT = re.compile(
    r"(?:[^\w‘“\"]*\b(?:goede?|foute?|juiste?|onjuiste?|klopt|precies|helaas|jammer|mooi|knap|prima|"
    r"super|top|fijn|sterk|perfect|bravo|oeps|bijna|inderdaad|natuurlijk|ja|nee|niet|wel|geen|dat|"
    r"dit|het|de|een|is|was|dus|ook|zo|nog|eens|weer|heel|erg|helemaal|gedaan|gezien|gekozen|gezegd|"
    r"antwoord|keuze|gelijk|werk|je|jij|jouw|hebt|had|deed|ging|gaat|ga|vooral|door|verder|probeer|"
    r"opnieuw|volgende|keer|beter|heb|hoor|waar|geweldig|uitstekend|correct|zeker|oké|kijk|lees|terug|in|naar|tekst|hierboven)\b)+\W*",
    re.IGNORECASE,
)
"""A text of only these words says that something is right or wrong, and no more.

What somebody says, between quotes, is a consequence and no judgement.
"""

BETWEEN = "\n\n"
"""Joins texts that are looked at together; it ends a sentence."""
Place = tuple[Loc, str]
"""Where a text stands in its file, and what it says."""


def sentences_are_short(context: Context) -> Iterator[Finding]:
    """M521, M522: a sentence has at most 25 words, those of a page 15 on average."""
    for bestand, on_page, others in _texts_by_file(context):
        for texts in (on_page, others):
            for long in read_sentences(_joined(texts)).long:
                begin = " ".join(long.text.split()[:FIRST_WORDS])
                values = {"begin": begin, "aantal": str(long.words), "grens": str(MOST_WORDS)}
                yield _at(context, bestand, texts, long.line, "M521", **values)
        mean = read_sentences(_joined(on_page)).mean
        if mean > MEAN_WORDS and hasattr(bestand, "inhoud"):
            values = {"aantal": dutch(mean), "grens": str(MEAN_WORDS)}
            yield context.finding(bestand.pad, ("inhoud",), "M522", **values)


def _texts_by_file(context: Context) -> Iterator[tuple[Bestand, list[Place], list[Place]]]:
    """Each file with the texts that its page shows one after the other, and its other texts."""
    for pad, group in groupby(context.models, key=lambda each: each[0].pad):
        on_page: list[Place] = []
        others: list[Place] = []
        for _, loc, model in group:
            for place, markdown in markdown_of(model):
                where = (*loc, *place)
                (on_page if where[0] in ON_PAGE else others).append((where, markdown))
        yield context.loaded.bestanden[pad], on_page, others


def texts_have_pauses(context: Context) -> Iterator[Finding]:
    """M523: after 400 words comes a heading, a picture, an oefening or another block."""
    for bestand in context.loaded.bestanden.values():
        for texts in _texts_together(bestand):
            if sum(len(markdown.split()) for _, markdown in texts) > MOST_TOGETHER:
                for line, words in _long_stretches(_joined(texts)):
                    values = {"aantal": str(words), "grens": str(MOST_TOGETHER)}
                    yield _at(context, bestand, texts, line, "M523", **values)


def _texts_together(bestand: Bestand) -> Iterator[list[Place]]:
    """Texts of a page that follow each other with nothing between, not even a title."""
    if inleiding := getattr(bestand, "inleiding", None):
        yield [(("inleiding",), inleiding)]
    texts: list[Place] = []
    for index, blok in enumerate(getattr(bestand, "inhoud", ())):
        if not isinstance(blok, Tekst) or blok.titel:
            yield texts
            texts = []
        if isinstance(blok, Tekst):
            texts.append((("inhoud", index, "tekst"), blok.tekst))
    yield texts


def _long_stretches(markdown: str) -> Iterator[tuple[int, int]]:
    """Line (from 0) and words of each long stretch without heading or picture."""
    breaks = sorted(f.span() for f in (*HEADING.finditer(markdown), *own_images(markdown)))
    edges = [0, *chain.from_iterable(breaks), len(markdown)]
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        words = words_in(markdown[start:stop])
        if words > MOST_TOGETHER:
            begin = stop - len(markdown[start:stop].lstrip())
            yield markdown.count("\n", 0, begin), words


def pages_mix_building_blocks(context: Context) -> Iterator[Finding]:
    """M524: at least three of the six building blocks (ontwerp §4.2); not what is still to come."""
    for bestand in context.loaded.bestanden.values():
        if inhoud := getattr(bestand, "inhoud", ()):
            present = [blok for blok in inhoud if not getattr(blok, "volgt", None)]
            kinds = {blok.soort if blok.soort in PLAIN else "oefening": None for blok in present}
            if len(kinds) < FEWEST_KINDS:
                soorten = " en ".join(kinds) or "geen"
                yield context.finding(bestand.pad, ("inhoud",), "M524", soorten=soorten)


def figures_have_a_source(context: Context) -> Iterator[Finding]:
    """M525: between the same two headings stands where a figure comes from."""
    gegevens = context.loaded.bestanden.get("catalog/leeromgeving.yml")
    own = gegevens.organisatie if isinstance(gegevens, Basisgegevens) else ""
    names = {module.id: names_of(module.bronnen, own) for module in context.loaded.modules()}
    for bestand, loc, model in context.models:
        if not isinstance(model, Tekst | EenModule):
            continue
        key = "tekst" if isinstance(model, Tekst) else "inleiding"
        markdown = getattr(model, key) or ""
        for figure in figures(markdown):
            known = names.get(module_of(bestand.pad))
            told = f"{model.titel}\n{figure.section}"
            if known is not None and not names_a_source(told, known):
                texts = [((*loc, key), markdown)]
                yield _at(context, bestand, texts, figure.line, "M525", waarde=figure.text)


def explanations_explain(context: Context) -> Iterator[Finding]:
    """M526: a deelnemer reads why an answer does or does not fit, not only that (ontwerp §4.2)."""
    for bestand, loc, model in context.models:
        for key in EXPLAINS.get(type(model), ()):
            if JUDGEMENT.fullmatch(getattr(model, key)):
                yield context.finding(bestand.pad, (*loc, key), "M526")


def _joined(texts: list[Place]) -> str:
    return BETWEEN.join(markdown for _, markdown in texts)


def _at(
    context: Context, bestand: Bestand, texts: list[Place], line: int, code: str, **values: str
) -> Finding:
    """A finding at a line (from 0) of joined texts."""
    lines = (markdown.count("\n") + len(BETWEEN) for _, markdown in texts)
    starts = list(accumulate(lines, initial=0))
    index = bisect_right(starts, line) - 1
    loc, markdown = texts[index]
    at = Text(bestand, loc, markdown, 0).line(context, line - starts[index])
    return context.finding(bestand.pad, loc, code, at, **values)
