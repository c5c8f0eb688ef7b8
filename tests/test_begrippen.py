"""The glossary: where a page explains a word, and where it doesn't."""

import re

import pytest
from markdown import Markdown
from markdown.extensions.tables import TableExtension

from leeromgeving.engines.html_blocks import HtmlBlocks
from leeromgeving.model import Begrip
from leeromgeving.pages import Page, make_pages
from leeromgeving.pages.begrippen import explainer
from test_content import CONTENT

LVB = Begrip.model_validate(
    {"id": "lvb", "term": "LVB", "voluit": "lichte beperking", "uitleg": "Meer tijd *nodig*."}
)
PLAN = Begrip.model_validate(
    {
        "id": "plan",
        "term": "plan",
        "ook": ["plannen", "plan van aanpak"],
        "uitleg": "Wat je <doet>.",
    }
)
BUTTON = re.compile(r'<button type="button" class="begrip" [^>]*>([^<]*)</button>')
WET = Begrip.model_validate(
    {"id": "wet", "term": "W", "voluit": "Het grote plan", "uitleg": "Een naam, geen plan."}
)
EXPLAIN = explainer({begrip.id: begrip for begrip in (LVB, PLAN, WET)})


def explained(body: str) -> str:
    page = EXPLAIN(Page("modules/m/index.md", f"---\ntitle: LVB\n---\n{body}".encode()))
    assert page.text.startswith("---\ntitle: LVB\n---\n")
    return page.text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Een LVB is een LVB.", ["LVB"]),
        ("**LVB**-zorg", ["LVB"]),
        ("Een lichte beperking met een plan (LVB)", ["plan", "LVB"]),
        ("Een plan van\naanpak.", ["plan van\naanpak"]),
        ("Een IQ < 85 met LVB\n\n## LVB", ["LVB"]),
        ("###LVB en plan\n[LVB]: /lvb/", []),
        ("[een [LVB] plan](/over/) [het plan][LVB] kim@plan.nl www.plan.nl", []),
        ("~~~\nLVB\n~~~", []),
        ('<section class="facts"><p>LVB</p></section><ul class="sources"><li>LVB</li></ul>', []),
        ('<p class="kind">LVB</p> <p class="small">LVB</p> plan', ["plan"]),
        ('<li class="tile"><a href="x">x</a><p>LVB</p></li></ul>', []),
        ("Plannen, en een plan.", ["Plannen"]),
        ("Het plan van aanpak.", ["plan van aanpak"]),
        ("| Kop | LVB |\n| --- | --- |", ["LVB"]),
        ("<ul><li>LVB</li></ul>", ["LVB"]),
        ("## LVB\n\nTekst", []),
        ("## LVB\nEen LVB", ["LVB"]),
        ("een lvb, LVBer, niet-LVB, plannetje", []),
        ('<a href="/LVB/">LVB</a> <label>LVB</label> <h2 id="LVB">LVB</h2>', []),
        ("[LVB](/lvb/) ![LVB](media/LVB.svg) https://lvb.example/LVB `LVB` ``LVB ` plan``", []),
        ("<borg-keuze data-id='x'><p>LVB</p></borg-keuze> plan", ["plan"]),
        ('<li class="card"><p>LVB</p><ul><li>x</li></ul></li> plan', ["plan"]),
    ],
)
def test_the_first_use_in_running_text_is_explained(body: str, words: list[str]) -> None:
    assert BUTTON.findall(explained(body)) == words


def test_the_button_opens_the_explanation_that_stands_on_the_page() -> None:
    text = explained("Een LVB en een plan.")
    assert 'popovertarget="begrip--lvb" title="lichte beperking">LVB<' in text
    assert 'popovertarget="begrip--plan" title="Wat je &lt;doet&gt;.">plan<' in text
    assert text.count('<div popover id="begrip--lvb">') == 1
    assert "<p>Meer tijd <em>nodig</em>.</p>" in text
    assert 'href="../../begrippen/#lvb"' in text


def test_a_name_that_holds_the_word_is_no_use_of_it() -> None:
    text = explained("Het grote plan, een plan.")
    assert "Het grote plan, een <button" in text


def test_a_word_in_a_table_breaks_no_cell() -> None:
    streep = PLAN.model_copy(update={"uitleg": "Dit | dat."})
    page = explainer({"plan": streep})(Page("x.md", b"---\n---\n| a | plan |\n|---|---|"))
    (row,) = [line for line in page.text.splitlines() if line.startswith("| a")]
    assert row.count("|") == 3


@pytest.mark.parametrize(
    "text",
    [
        "LVB is **vet** en [een link](/over/).",
        "(LVB) is *zo*.",
        "- LVB\n- plan",
        "| LVB |\n| --- |",
    ],
)
def test_a_text_that_begins_with_a_button_stays_markdown(text: str) -> None:
    marked = (
        explained(text)
        .partition("---\ntitle: LVB\n---\n")[2]
        .partition('\n<div class="begrippen"')[0]
    )
    for extensions in ([TableExtension()], [TableExtension(), HtmlBlocks()]):
        html = [Markdown(extensions=extensions).convert(each) for each in (marked, text)]
        plain = re.sub(r'<span class="begrip-heel">(.*?)</span>', r"\1", BUTTON.sub(r"\1", html[0]))
        assert plain == html[1]


def test_a_page_without_such_words_stays_as_it_is() -> None:
    page = Page("x.md", b"---\ntitle: x\n---\nGewone tekst.")
    assert EXPLAIN(page) is page
    assert explainer({})(page) is page


def test_the_page_of_the_glossary_stands_by_the_alphabet() -> None:
    (page,) = [page for page in make_pages(CONTENT) if page.uri == "begrippen/index.md"]
    terms = re.findall(r"<dt>(.*?)</dt>", page.text)
    assert len(terms) == len(CONTENT.begrippen) >= 40
    letters = [letter.upper() for letter in re.findall(r"<h2 id=[^>]*>(.)</h2>", page.text)]
    assert letters == sorted(set(letters))


NOT_TEXT = re.compile(
    r"(?s)---\n.*?\n---\n|<(template|svg|h[1-6])\b.*?</\1>|<li class=\"card\".*?</ul>"
    r"|<p class=\"(?:kind|small)\".*?</p>"
    r"|<ul class=\"sources\">.*?</ul>|<[^>]*>|\[[^\]]*\]\([^)]*\)|(?m:^#+ [^\n]*)"
)
"""Headings, and the names of sources and of other pages, are not."""


@pytest.mark.parametrize(
    "page",
    [page for page in make_pages(CONTENT) if re.search(r'"(basismodule|onderdeel)"', page.text)],
    ids=lambda page: page.uri,
)
def test_every_abbreviation_of_the_real_content_is_explained_at_its_first_use(page: Page) -> None:
    body = page.text.partition('<div class="begrippen"')[0]
    seen = NOT_TEXT.sub(" ", body)
    for begrip in CONTENT.begrippen.values():
        if begrip.voluit and re.search(rf"(?<![\w-]){re.escape(begrip.term)}(?!\w)", seen):
            is_marked = f'popovertarget="begrip--{begrip.id}"' in body
            assert is_marked or begrip.voluit.lower() in seen.lower(), begrip.term
