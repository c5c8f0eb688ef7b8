"""The glossary for learners, and the explanation of a word where a page uses it first.

A word becomes a button that opens its explanation (the Popover API of HTML): by tap, key and
pointer, without a script. Older browsers and paper show the explanations at the end of the page.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from unicodedata import normalize

from markupsafe import Markup

from ..model import Begrip, Leeromgeving, adres
from .page import Page, make_page
from .render import render
from .text import inline

BEGRIPPEN_YML = "catalog/begrippen.yml"
NOT_TO_EXPLAIN = (
    r"<(a|button|code|details|h[1-6]|label|legend|pre|select|summary|svg|template|textarea"
    r"|borg-[a-z-]+)\b.*?</\1>"  # links, names and oefeningen: no button fits in there
    r'|<li class="card".*?</ul>'  # a card is one large link
    r'|<section class="facts".*?</section>|<ul class="sources">.*?</ul>'
    r"|<[^>]*>"
    r"|(?:^|(?<=\n))\#{1,6}\ [^\n]*"
    r"|(`+).*?\2"
    r"|!?\[[^\]]*\]\([^)]*\)"
    r"|https?://\S+"
)
"""What a page holds besides running text, in HTML and in Markdown."""
BUTTON = Markup(
    '<button type="button" class="begrip" popovertarget="begrip-{id}" title="{kort}">'
    "{woord}</button>"
)


def begrippen_page(leeromgeving: Leeromgeving) -> Page:
    """All words by the alphabet, under their first letter."""
    begrippen = sorted(leeromgeving.begrippen.values(), key=_alphabetic)
    return make_page(
        adres.BEGRIPPEN,
        "begrippen.md.j2",
        BEGRIPPEN_YML if begrippen else leeromgeving.basisgegevens.pad,
        title="Begrippen",
        description="Woorden en afkortingen van je werk en van deze site, in gewone taal.",
        soort="begrippen",
        letters=[
            (letter, list(group))
            for letter, group in groupby(begrippen, lambda b: _alphabetic(b)[0])
        ],
    )


def _alphabetic(begrip: Begrip) -> str:
    """Capital letters first of all without accents: É stands with E."""
    return normalize("NFKD", begrip.term).upper()


def explainer(begrippen: Mapping[str, Begrip]) -> Callable[[Page], Page]:
    """What adds to a page the explanation of every word of the glossary, at its first use."""
    forms = {form: begrip for begrip in begrippen.values() for form in _forms(begrip)}
    if not forms:
        return lambda page: page
    words = _alternatives(forms)
    written_out = _alternatives(begrip.voluit or begrip.term for begrip in begrippen.values())
    pattern = re.compile(
        rf"{NOT_TO_EXPLAIN}|(?<![\w-])(?:(?P<woord>{words})|{written_out})(?!\w)", re.DOTALL
    )

    def explain(page: Page) -> Page:
        head, mark, body = page.text.partition("\n---\n")
        used: dict[str, Begrip] = {}

        def button(match: re.Match[str]) -> str:
            woord = match["woord"]
            if woord is None or forms[woord].id in used:
                return match[0]
            begrip = used.setdefault(forms[woord].id, forms[woord])
            kort = begrip.voluit or inline(begrip.uitleg).striptags()
            return BUTTON.format(id=begrip.id, kort=kort, woord=woord)

        body = pattern.sub(button, body)
        if not used:
            return page
        uri = adres.of_markdown(page.uri)
        uitleg = render("begrippen-uitleg.md.j2", uri, begrippen=used.values())
        return replace(page, utf8=f"{head}{mark}{body}\n{uitleg}\n".encode())

    return explain


def _alternatives(texts: Iterable[str]) -> str:
    """A pattern for any of these, the longest that fits."""
    return "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))


def _forms(begrip: Begrip) -> Iterator[str]:
    """How a word may stand in a text: also with the capital that begins a sentence."""
    for form in (begrip.term, *begrip.ook):
        yield form
        yield form[0].upper() + form[1:]
