"""What `bekijk` shows while the content has mistakes: the findings, on every address."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from ..findings import Finding, as_text, has_fout, summary
from .links import page_path
from .page import Page, front_matter

META = {
    "title": "Er staan fouten in de inhoud",
    "description": "Herstel de bestanden die hier staan; daarna komt de pagina vanzelf terug.",
    "soort": "fouten",
    "zoeken": False,
}


def findings_pages(uris: Iterable[str], findings: Sequence[Finding], project: Path) -> list[Page]:
    """A page with all fouten for each of `uris`, the addresses of the site."""
    fouten = [finding for finding in findings if finding.is_fout]
    assert has_fout(findings), "without a fout there is a real site to show"
    listed = escape(as_text(fouten, project).strip()).replace("\n\n", "\n&#10;")
    text = (
        f"{front_matter({**META, 'bron': fouten[0].path})}\n# Er staan fouten in de inhoud\n\n"
        "Herstel de bestanden hieronder en sla ze op. Daarna komt deze pagina vanzelf terug.\n\n"
        f'<pre class="bevindingen" tabindex="0">{listed}</pre>\n\n{summary(fouten)}\n'
    )
    return [Page(page_path(uri), text.encode()) for uri in uris]
