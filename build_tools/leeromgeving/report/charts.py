"""Charts as static SVG: pure, from a block of the report to text.

The attributes are what the PDF shows; a page gives the same drawing its own colours and letters by
the classes (light and dark). Colour never carries anything alone: choices stand in the order of
their scale with their number in them, and every chart has its table.
"""

import math
from itertools import accumulate

from markupsafe import Markup

from ..compose.document import Likert, Staven
from ..compose.format import interval, number
from .svg import INK, LINE, Drawing, percent, text_width, wrap

BAR, GAP, TIP = 24, 14, 4
"""Pixels: the height of a bar, the room below it, and how far a line sticks out of it."""
STEPS = {"aantal": 4, "percentage": 4, "getal": 5}
"""As many as fit on the axis of a phone."""
ROUND = {"aantal": (1, 2, 5, 10), "percentage": (1, 2.5, 5, 10), "getal": (1, 2, 5, 10)}
"""A step on an axis is one of these times a power of ten."""
LEAST = {"aantal": 1.0, "percentage": 0.01, "getal": 0.1}
"""The smallest step that `number` shows."""
BOLD = 1.12
"""How much wider bold letters are."""
LOW, HIGH = ("#b4502f", "#efbfa6"), ("#0b5563", "#9ccdd3")
"""Strong and soft: brown-red against blue-green, also apart for who is colour-blind."""
MIDDLE, ON_STRONG = "#dcd8d0", "#ffffff"
BAR_COLOUR, TRACK, NORM = "#4a8f9b", "#efeae0", "#9c2d1a"


def chart(blok: Likert | Staven, fictief: bool, width: int) -> Markup:
    """The drawing of a block; `width` in pixels is the least at which it will be shown."""
    drawing = Drawing(blok.id, width, fictief)
    return _likert(blok, drawing) if isinstance(blok, Likert) else _staven(blok, drawing)


def _likert(blok: Likert, drawing: Drawing) -> Markup:
    """Diverging stacked bars around the middle of the scale.

    After Robbins and Heiberger, "Plotting Likert and Other Rating Scales" (JSM 2011).
    """
    tones = [_tone(place, len(blok.schaal)) for place in range(len(blok.schaal))]
    drawing.legend([(words, *tone[:2]) for words, tone in zip(blok.schaal, tones, strict=True)])
    lefts = [_left(counts) for _, counts in blok.rijen if sum(counts)] or [0.5]
    left = max(lefts)
    span = left + 1 - min(lefts)
    for label, counts in blok.rijen:
        total = sum(counts)
        _label(drawing, label, f"n = {number(total, 'aantal')}")
        drawing.line((left / span,) * 2, (-TIP, BAR + TIP), INK, "nul")
        ends = accumulate(counts)
        for count, end, tone in zip(counts, ends, tones, strict=True):
            if count:
                start = left - _left(counts) + (end - count) / total
                _segment(drawing, start / span, count / total / span, count, *tone)
        drawing.y += BAR + GAP
    drawing.paragraph("Het getal in een vak is hoe vaak dit is gekozen.")
    return drawing.svg(
        blok.titel,
        "Gestapelde balken, van de laagste keuze links naar de hoogste rechts; de middelste keuze "
        "staat onder elkaar. Alle getallen staan in de tabel hierna.",
    )


def _staven(blok: Staven, drawing: Drawing) -> Markup:
    """Horizontal bars from zero, an interval as a whisker, the norm as a dashed line."""
    ticks = _ticks(blok)

    def at(value: float) -> float:
        return (value - ticks[0]) / (ticks[-1] - ticks[0])

    norm = "" if blok.norm is None else f"norm: {number(blok.norm, blok.soort)}"
    if blok.norm is not None:
        _mark(drawing, at(blok.norm), norm, "norm-tekst", NORM)
        drawing.y += LINE
    for label, value, between in blok.rijen:
        shown = f" ({interval(*between, blok.soort)})" if between else ""
        _label(drawing, label, number(value, blok.soort) + shown)
        drawing.block("0", "100%", BAR, TRACK, "baan")
        drawing.line((at(0), at(0)), (-TIP, BAR + TIP), INK, "nul")
        start, end = sorted((at(0), at(value)))
        drawing.block(percent(start), percent(end - start), BAR, BAR_COLOUR, "staaf")
        if between:
            _whisker(drawing, at(between[0]), at(between[1]))
        if blok.norm is not None:
            place = (at(blok.norm),) * 2
            drawing.line(place, (-TIP, BAR + TIP), NORM, "norm", dash="5 3")
        drawing.y += BAR + GAP
    drawing.y -= GAP
    for tick in ticks:
        words = number(tick, blok.soort, digits=1 if blok.soort == "getal" else 0)
        _mark(drawing, at(tick), words)
    drawing.y += LINE
    if any(between for _, _, between in blok.rijen):
        drawing.paragraph("Het streepje toont tussen welke waarden de echte waarschijnlijk ligt.")
    return drawing.svg(
        blok.titel,
        f"Liggende balken{f', met een lijn bij de {norm}' if norm else ''}. "
        "Alle getallen staan in de tabel hierna.",
    )


def _left(counts: tuple[int, ...]) -> float:
    """The share (0–1) left of the middle: the low choices and half of the middle one."""
    half = len(counts) // 2
    middle = counts[half] / 2 if len(counts) % 2 else 0
    return (sum(counts[:half]) + middle) / (sum(counts) or 1)


def _tone(place: int, choices: int) -> tuple[str, str, str]:
    """Of a choice on a scale: its colour, its class, and the colour of letters on it."""
    distance = 2 * place - (choices - 1)
    if not distance:
        return MIDDLE, "midden", INK
    side, (strong, soft) = ("laag", LOW) if distance < 0 else ("hoog", HIGH)
    if abs(distance) == choices - 1:
        return strong, f"{side}-sterk", ON_STRONG
    return soft, f"{side}-zacht", INK


def _segment(
    drawing: Drawing, start: float, share: float, count: int, colour: str, css: str, on: str
) -> None:
    """One part of a stacked bar, with its number where that fits."""
    drawing.block(percent(start), percent(share), BAR, colour, css)
    words = number(count, "aantal")
    if share * drawing.width >= text_width(words) + 6:
        place = percent(start + share / 2)
        drawing.text(words, place, BAR / 2 + 4.5, css=f"op-{css}", anchor="middle", colour=on)


def _label(drawing: Drawing, words: str, shown: str) -> None:
    """Above a bar: what it is about at the left, its value at the right or on a line below it."""
    room = drawing.width - text_width(shown) - 12
    beside = room > drawing.width / 2
    for line in wrap(words, (room if beside else drawing.width) / BOLD):
        drawing.text(line, "0", LINE - 5, bold=True)
        drawing.y += LINE
    drawing.y -= LINE if beside else 0
    drawing.text(shown, "100%", LINE - 5, anchor="end")
    drawing.y += LINE + TIP


def _mark(drawing: Drawing, place: float, words: str, css: str = "", colour: str = "") -> None:
    """Words at a place along the width, kept inside the drawing."""
    anchor = "start" if place < 0.15 else "end" if place > 0.85 else "middle"
    drawing.text(words, percent(place), LINE - 5, css=css, anchor=anchor, colour=colour)


def _whisker(drawing: Drawing, low: float, high: float) -> None:
    middle = BAR / 2
    drawing.line((low, high), (middle, middle), INK, "interval")
    for end in (low, high):
        drawing.line((end, end), (middle - 5, middle + 5), INK, "interval")


def _ticks(blok: Staven) -> list[float]:
    """Round values around all that is drawn, zero among them.

    Shares always run to 100 %, so that charts can be compared.
    """
    values = [0.0, *([] if blok.norm is None else [blok.norm])]
    for _, value, between in blok.rijen:
        values += [value, *(between or ())]
    low, high = min(values), max(values)
    if blok.soort == "percentage":
        high = max(high, 1.0)
    step = max((high - low) / STEPS[blok.soort], LEAST[blok.soort])
    power = 10.0 ** math.floor(math.log10(step) + 1e-9)
    rounded = (power * part for part in ROUND[blok.soort])
    step = next(size for size in rounded if size >= step * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), max(math.ceil(high / step - 1e-9), 1)
    return [place * step for place in range(first, last + 1)]
