"""Drawing in SVG from the top down: elements, letters and how wide they are."""

import math
from collections.abc import Mapping

from markupsafe import Markup

FONT = "Libertinus Serif"
"""In the PDF; a page gives a chart the letters of the page."""
SIZE, LINE = 14, 20
"""Pixels: letters, and from one line to the next."""
INK, NOTE, PAPER = "#1b2a2f", "#714c00", "#ffffff"
NARROW, WIDE = frozenset("fijlrtI.,:;'’‘|!()[] /-"), frozenset("mwMW@%…—")


def text_width(content: str) -> float:
    """About how wide a text is, in pixels: rather too wide, as fonts differ per device."""
    return SIZE * sum(_sign_width(sign) for sign in content)


def _sign_width(sign: str) -> float:
    if sign in NARROW:
        return 0.4
    return 1.0 if sign in WIDE or sign > "\u2e7f" else 0.75 if sign.isupper() else 0.64


def wrap(content: str, width: float) -> list[str]:
    """A text as lines that fit; a word that is too long by itself is cut."""
    lines = [""]
    for word in content.split(" "):
        if lines[-1] and text_width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
            continue
        if lines[-1]:
            lines.append("")
        for sign in word:
            if lines[-1] and text_width(lines[-1] + sign) > width:
                lines.append("")
            lines[-1] += sign
    return lines


def percent(share: float) -> str:
    """A place or a width as a part of the whole width."""
    return f"{100 * share:.2f}%"


def element(name: str, attributes: Mapping[str, object], content: str = "") -> Markup:
    """An SVG element without its empty attributes; `content` is escaped unless it is Markup."""
    given = [pair for pair in attributes.items() if pair[1] != ""]
    written = Markup("").join(Markup(' {}="{}"').format(*pair) for pair in given)
    return Markup("<{0}{1}>{2}</{0}>").format(name, written, content)


class Drawing:
    """A drawing that grows downward.

    Places along the width are shares of it (`percent`), heights are pixels from `y`: so one drawing
    fits every screen from `width` pixels up, and its letters keep their size.
    """

    def __init__(self, id: str, width: int, fictief: bool) -> None:
        self.id = f"figuur-{id}-{width}"
        self.width = width
        self.y: float = 0
        self._parts: list[Markup] = []
        if fictief:
            self.paragraph("Fictief: deze cijfers zijn verzonnen", css="fictief", colour=NOTE)
            self.y += 4

    def text(
        self,
        content: str,
        x: str,
        height: float,
        *,
        css: str = "",
        anchor: str = "",
        colour: str = "",
        bold: bool = False,
    ) -> None:
        """One line of text, that stands `height` pixels lower than `y`."""
        look = {"class": css, "text-anchor": anchor, "fill": colour}
        weight = {"font-weight": 600 if bold else ""}
        place = {"x": x, "y": self.y + height}
        self._parts.append(element("text", {**look, **weight, **place}, content))

    def paragraph(self, content: str, css: str = "", colour: str = "") -> None:
        """A text over the full width."""
        for line in wrap(content, self.width):
            self.text(line, "0", LINE - 5, css=css, colour=colour)
            self.y += LINE

    def block(
        self, x: str, width: str, height: float, colour: str, css: str, top: float = 0
    ) -> None:
        """A rectangle, with a thin edge in the colour of the page."""
        place = {"class": css, "x": x, "y": self.y + top, "width": width, "height": height}
        self._parts.append(element("rect", {**place, "fill": colour, "stroke": PAPER}))

    def line(
        self, x: tuple[float, float], y: tuple[float, float], colour: str, css: str, dash: str = ""
    ) -> None:
        """A line from the first to the second x (shares) and y; `dash` as in SVG."""
        place = {"class": css, "x1": percent(x[0]), "x2": percent(x[1])}
        ends = {"y1": self.y + y[0], "y2": self.y + y[1]}
        look = {"stroke": colour, "stroke-width": 2, "stroke-dasharray": dash}
        self._parts.append(element("line", {**place, **ends, **look}))

    def legend(self, items: list[tuple[str, str, str]]) -> None:
        """Patches of colour, each with what it means: (words, colour, class); as many as fit."""
        x = 0
        for words, colour, css in items:
            lines = wrap(words, self.width - 20)
            needed = 20 + math.ceil(max(text_width(line) for line in lines))
            if x and x + needed > self.width:
                x = 0
                self.y += LINE
            self.block(f"{x}", "13", 13, colour, css, top=3)
            for line in lines[:-1]:
                self.text(line, f"{x + 20}", LINE - 5)
                self.y += LINE
            self.text(lines[-1], f"{x + 20}", LINE - 5)
            x += needed + 12
        self.y += LINE + 8

    def svg(self, title: str, description: str) -> Markup:
        """The whole as one accessible image (WAI-ARIA Graphics: role, title and description)."""
        names = (f"{self.id}-titel", f"{self.id}-uitleg")
        head = element("title", {"id": names[0]}, title)
        head += element("desc", {"id": names[1]}, description)
        attributes = {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "grafiek",
            "role": "img",
            "aria-labelledby": names[0],
            "aria-describedby": names[1],
            "width": self.width,
            "height": self.y,
            "font-family": FONT,
            "font-size": SIZE,
            "fill": INK,
        }
        return element("svg", attributes, head + Markup("\n").join(("", *self._parts, "")))
