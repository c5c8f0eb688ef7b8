"""Whatever the scan lets pass, Python-Markdown makes no foreign HTML, image or script of it."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from leeromgeving.check.markdown import scan
from leeromgeving.engines.html_blocks import HtmlBlocks
from leeromgeving.model.base import WEB_ADDRESS
from leeromgeving.pages.text import inline, paragraphs

PIECES = (
    "<script>", "<b onclick=x>", "</b>", "<!-- -->", "<?x?>", "<img/src=x@y>", "<x@y>", "<", ">",
    "<a@b.example>", "<https://a.example/>", "&lt;", "[", "]", "(", ")", "![", "[r]", ":", "!",
    "](javascript:a)", "](https://a.example/)", "](https://a.example/x.png)", " javascript:a",
    "[r]: javascript:b", "[r]: https://a.example/x.png", "`", "``", "```", "~~~", "{.py}", "\n",
    "\n\n", "    ", "\t", "  \n", "- ", "1. ", "> ", "\\", "a", "#", "### k", "|", "---", " ", '"',
    "'", "*", "_",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map(lambda pieces: "".join(pieces).strip())
EXTENSIONS = ["toc", "tables", "fenced_code", "sane_lists"]
"""Those of our mkdocs.yml, and the one that MkDocs adds."""
ENGINES = (Markdown(extensions=EXTENSIONS), Markdown(extensions=[*EXTENSIONS, HtmlBlocks()]))
"""As any engine does it, and as MkDocs does with our plugin."""
MANY = settings(max_examples=1_000, deadline=None)


class Foreign(HTMLParser):
    """Collects what no text of an author may bring to a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = "".join((dict(attrs).get("href") or "").split())
        if tag in ("script", "b", "img") or address.startswith("javascript:"):
            self.found.append(self.get_starttag_text() or tag)

    def handle_comment(self, data: str) -> None:
        self.found.append(data)

    def handle_pi(self, data: str) -> None:
        self.found.append(data)


def passes(text: str, *, blocks: bool) -> bool:
    return all(
        found.kind == "kop" or (found.kind == "link" and WEB_ADDRESS.fullmatch(found.target))
        for found in scan(text, blocks=blocks)
    )


@MANY
@given(TEXTS)
def test_nothing_foreign_in_a_block_of_text(text: str) -> None:
    if passes(text, blocks=True):
        for engine in ENGINES:
            assert Foreign(engine.reset().convert(text)).found == []


@MANY
@given(TEXTS)
def test_nothing_foreign_in_a_short_text(text: str) -> None:
    if passes(text, blocks=False):
        assert Foreign(paragraphs(text)).found == []
        assert Foreign(inline(text)).found == []
