"""The glossary for learners, and the explanation of a word where a page uses it first.

A word becomes a button that opens its explanation (the Popover API of HTML): by tap, key and
pointer, without a script. Older browsers and paper show the explanations at the end of the page.
"""

import re
from collections.abc import Callable, Iterable, Mapping
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
    r'|<li class="(?:card|tile)".*?</ul>'  # one large link
    r'|<p class="(?:kind|small)".*?</p>|<span class="rows__fact".*?</span>'
    r'|<section class="facts".*?</section>|<ul class="sources">.*?</ul>'
    r"|<[/!a-zA-Z][^>]*>"
    r"|^ {0,3}(?:#|\[[^\]\n]+\]:)[^\n]*"  # headings, and addresses of links
    r"|(~~~+|`+).*?\2"
    r"|!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^)]*\)|\[[^\]]*\])"
    r"|https?://\S+"
)
"""What a page holds besides running text, in HTML and in Markdown."""
BUTTON = Markup(
    '<button type="button" class="begrip" popovertarget="begrip--{id}" title="{kort}">'
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
    forms = {form: begrip for begrip in begrippen.values() for form in begrip.vormen}
    if not forms:
        return lambda page: page
    written_out = (begrip.voluit for begrip in begrippen.values() if begrip.voluit)
    words = _alternatives({*forms, *written_out})
    pattern = re.compile(
        rf"{NOT_TO_EXPLAIN}|(?<![\w@.-])(?P<haak>\(?)(?P<woord>{words})(?![\w@])(?P<sluit>\)?)",
        re.DOTALL | re.MULTILINE,
    )

    def explain(page: Page) -> Page:
        head, mark, body = page.text.partition("\n---\n")
        used: dict[str, Begrip] = {}

        def button(match: re.Match[str]) -> str:
            begrip = forms.get(" ".join((match["woord"] or "").split()))
            if begrip is None or begrip.id in used:
                return match[0]
            used[begrip.id] = begrip
            kort = begrip.voluit or inline(begrip.uitleg).striptags()
            html = BUTTON.format(id=begrip.id, kort=kort, woord=match["woord"])
            whole = f"{match['haak']}{html}{match['sluit']}"
            if match["haak"]:
                whole = f'<span class="begrip-heel">{whole}</span>'
            return whole.replace("|", "&#124;")  # in a table | is the edge of a cell

        body = pattern.sub(button, body)
        if not used:
            return page
        uri = adres.of_markdown(page.uri)
        uitleg = render("begrippen-uitleg.md.j2", uri, begrippen=used.values())
        return replace(page, utf8=f"{head}{mark}{body}\n{uitleg}\n".encode())

    return explain


def _alternatives(texts: Iterable[str]) -> str:
    """A pattern for any of these, the longest that fits; a line may end within."""
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    return "|".join(re.escape(text).replace(r"\ ", r"\s+") for text in longest_first)
