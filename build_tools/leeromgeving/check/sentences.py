"""The sentences of a Markdown text, found by pattern, as in `markdown.py`.

A heading, a cell of a table, a list item and a paragraph each end a sentence, whatever sign they
end with. A colon ends none. A word is what stands between spaces, but for signs alone; pictures
and addresses hold none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .markdown import FENCED, OWN_IMAGE
from .minutes import LINK_TARGET, WORD

MOST_WORDS = 25
"""Of a sentence."""
MEAN_WORDS = 15
"""Of the sentences of a page, at most."""
QUOTE = "‘’'\"“”„"
ABBREVIATIONS = (
    r"[^\W\d_eu]\.\w",  # o.a., d.w.z., m.b.t.; e.a., e.d. and a.u.b. may as well end a sentence
    "p",
    "[bB]v|ca|[dD]r|[iI]r|[mM]r|[mM]w|nr|vs",
    "art|blz|dec|[dD]hr|[dD]rs|evt|[fF]am|fig|[iI]ng|max|min|nrs|pag|par|tel|vgl|zgn",
    "[bB]ijv|excl|hfst|incl|[mM]evr|[pP]rof|resp",
)
"""What a sentence goes on after, by length: a regular expression looks back over a known length."""
NOT_AFTER = "".join(rf"(?<!\b(?:{words})\.)" for words in ABBREVIATIONS)
END = re.compile(
    rf"""[.!?…\n|](?:                            # an end begins with one of these: fast
      (?<=[.!?…])(?<![.!?…]{{2}}){NOT_AFTER}
        [.!?…]*[{QUOTE})\]*_]*\s+                # signs, and behind them what begins a sentence:
        (?!\d+[.)][ \t])(?:                      #   not the number of a list item,
          (?=[{QUOTE}(\[*_]*[A-ZÀ-ÖØ-Þ])         #   but a capital,
          | (?=[{QUOTE}*_]*\d)                   #   a number, though not the year in (2019),
          | (?=[’'][kmnst][ ][A-ZÀ-ÖØ-Þ]) )      #   or as in: ’s Avonds
      | (?<=\n)[ \t>]*(?:                        # a line that belongs to nothing above it:
          (?=\n)                                 #   an empty one,
          | \#{{1,6}}(.*)                          #   a heading, which is itself a sentence,
          | (?:[-*+]|\d+[.)])[ \t]+ )            #   a list item
      | (?<=\|)[ \t:|-]*(?:\d+[.)][ \t]+)?       # the edge of a cell
    )""",
    re.VERBOSE,
)


class LongSentence(NamedTuple):
    """A sentence of more than `MOST_WORDS`, without its last sign."""

    line: int
    """Line in the text, from 0."""
    words: int
    text: str


class Sentences(NamedTuple):
    """What the rules ask about the sentences of a text."""

    mean: float
    """Words of a sentence; signs alone may be among them while that does no harm."""
    long: tuple[LongSentence, ...]


@lru_cache(maxsize=10_000)
def read_sentences(markdown: str) -> Sentences:
    """How long the sentences of a text are; 0 words when there are none."""
    sentences = split(markdown)
    if not sentences:
        return Sentences(0, ())
    lengths = [len(sentence.split()) for sentence in sentences]
    if max(lengths) <= MOST_WORDS and sum(lengths) <= MEAN_WORDS * len(lengths):
        return Sentences(sum(lengths) / len(lengths), ())
    lengths = [words_in(sentence) for sentence in sentences]
    long = tuple(_long_ones(_shown(markdown), sentences, lengths))
    return Sentences(sum(lengths) / len(lengths), long)


def words_in(text: str) -> int:
    """How many words a text has: no more than `text.split()`, which is faster."""
    return sum(1 for word in text.split() if WORD.search(word))


def split(markdown: str) -> list[str]:
    """Every sentence of a text; only the last may keep its sign."""
    parts = END.split(f"\n{_shown(markdown)}")
    return [part for part in parts if part and (part[0].isalnum() or WORD.search(part))]


def _long_ones(shown: str, sentences: list[str], lengths: list[int]) -> Iterator[LongSentence]:
    """Those of more than `MOST_WORDS`, of all sentences in order."""
    stop = 0
    for sentence, words in zip(map(str.strip, sentences), lengths, strict=True):
        start = shown.index(sentence, stop)
        stop = start + len(sentence)
        if words > MOST_WORDS:
            yield LongSentence(shown.count("\n", 0, start), words, sentence)


def _shown(markdown: str) -> str:
    """A text without pictures, addresses and code, on as many lines."""
    if "](" in markdown:
        markdown = OWN_IMAGE.sub(_lines, markdown)
        markdown = LINK_TARGET.sub(lambda target: f"]{_lines(target)}", markdown)
    if "```" in markdown or "~~~" in markdown:
        markdown = FENCED.sub(_lines, markdown)
    return markdown


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")
