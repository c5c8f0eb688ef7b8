"""Templates → Markdown text: one Jinja environment with the filters that templates use.

Every value is escaped for HTML unless it is Markup. `compact` takes the empty lines out of HTML,
because an empty line would end the HTML for a strict Markdown parser.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..model import GAT, plain_word
from . import text, wording
from .labels import LINK_TEXT
from .links import link_to_files, link_to_urls, relative_url

GAP = "\ue000"
"""Stands for a gap while Markdown is rendered; for private use, so nobody types it."""
SENTENCE_END = re.compile(r"(?<=[.!?])['’”]* +")
LOOKS = re.compile(r' (xmlns|fill|stroke[a-z-]*)="[^"]*"')
"""Attributes that a file needs by itself, but the class `icon` gives on a page."""


def render(template: str, here: str, **context: Any) -> str:
    """The text of a template for the page at the address `here`."""
    return _environment().get_template(template).render(here=here, **context).strip()


@cache
def icon(name: str) -> Markup:
    """An icon of ours as inline SVG, hidden from screen readers: the text beside it says it."""
    svg = (files("leeromgeving") / "assets" / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    svg = LOOKS.sub("", svg.strip())
    return Markup(svg.replace("<svg", '<svg class="icon" aria-hidden="true"', 1))


def html_environment(package: str) -> Environment:
    """Jinja for the templates of a package: every value escaped, a missing one is our mistake."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _environment() -> Environment:
    environment = html_environment("leeromgeving.pages")
    environment.globals |= {
        "icon": icon,
        "url": _url,
        "amount": wording.amount,
        "link_text": LINK_TEXT,
    }
    environment.filters |= {
        "compact": _compact,
        "inline": _inline,
        "around_gaps": _around_gaps,
        "gap_sentences": _gap_sentences,
        "plain_word": plain_word,
        "paragraphs": _paragraphs,
        "plain_paragraphs": text.plain_paragraphs,
        "markdown": _markdown,
        "minutes": wording.minutes,
        "length_text": wording.length,
        "size": wording.size,
        "file_type": wording.file_type,
        "day": wording.day,
        "listed": wording.listed,
    }
    return environment


@pass_context
def _url(context: Context, target: str) -> str:
    return relative_url(target, context["here"])


@pass_context
def _inline(context: Context, value: str) -> Markup:
    """Markdown as HTML; what is HTML already stays as it is."""
    if isinstance(value, Markup):
        return value
    return Markup(link_to_urls(text.inline(value), context["here"]))


@pass_context
def _around_gaps(context: Context, zin: str) -> list[Markup]:
    """The parts of a sentence between its gaps; a link or emphasis may go on after a gap."""
    return _inline(context, GAT.sub(GAP, zin)).split(GAP)


def _gap_sentences(zin: str) -> list[str]:
    """For every gap the sentence that it stands in, as plain text: the name of its field."""
    sentences = SENTENCE_END.split(text.inline(GAT.sub(GAP, zin)).striptags())
    return [
        sentence.replace(GAP, "…") for sentence in sentences for _ in range(sentence.count(GAP))
    ]


@pass_context
def _paragraphs(context: Context, value: str) -> Markup:
    return Markup(link_to_urls(text.paragraphs(value), context["here"]))


@pass_context
def _markdown(context: Context, value: str) -> Markup:
    return Markup(link_to_files(value, context["here"]))


def _compact(html: str) -> Markup:
    return Markup("\n".join(filter(None, map(str.strip, str(html).split("\n")))))
