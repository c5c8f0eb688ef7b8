"""A site that is brought up to date equals, to the byte, one that is made of nothing.

Without the index for search, which `bekijk` renews afterwards, and what only `bouw` makes.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, cycle, repeat
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import Mock, patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bewerken import LEERROUTE, Edit, edits, toggle_copy, tour, write_page
from caches import forget
from leeromgeving.engines.made import Made
from leeromgeving.engines.mkdocs_plugin import LeeromgevingPlugin
from leeromgeving.engines.mkdocs_run import _Preview
from mini import copy_mini, tree

BUILT, RESTARTED = "built", "restarted"
"""After edits: the site is built; the same by a new `bekijk`, with what the old one kept."""
After = str | int
"""One of these; or the number of pages after which the build fails."""
afters: st.SearchStrategy[After] = st.sampled_from([BUILT, BUILT, BUILT, RESTARTED, 0, 3, 6])


class Session:
    """A project with `bekijk` beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.project = folder, copy_mini(folder)
        self.ports = cycle([8000, 8000, 8001])
        self.restart()
        self.made()

    def _preview(self) -> _Preview:
        no_index = Mock(spec=ThreadPoolExecutor)
        return _Preview(self.project, Path(mkdtemp(dir=self.folder)), no_index)

    def restart(self) -> None:
        """Begin in an empty folder, with what `.cache/` kept, and maybe on another port."""
        self.preview = self._preview()
        self.url = f"http://127.0.0.1:{next(self.ports)}/"

    def fail(self, pages: int) -> None:
        """Build, but after so many pages the disk is full."""
        outcomes = chain(repeat(None, pages), repeat(OSError("disk full")))
        fails = patch.object(LeeromgevingPlugin, "on_post_page", side_effect=outcomes)
        with fails, suppress(OSError):  # what is left to make may be less than that
            self.preview.build(self.url)

    def made(self) -> dict[str, bytes]:
        self.preview.build(self.url)
        self.preview.made.keep()
        return tree(self.preview.site)

    def made_of_nothing(self) -> dict[str, bytes]:
        clean = self._preview()
        clean.made = Made(clean.site / "no-cache")
        clean.extra = self.preview.extra  # pages with fouten have the frame of the last good site
        clean.build(self.url)
        return tree(clean.site)


def assert_same(made: dict[str, bytes], expected: dict[str, bytes]) -> None:
    assert made.keys() == expected.keys()
    assert [path for path, content in made.items() if content != expected[path]] == []


NEW_PAGE = [(write_page, "leerroutes/aap", "Tekst.")]
NO_PAGE = [(write_page, "leerroutes/aap", "")]
COPY = [(toggle_copy, LEERROUTE, "aap")]
"""Comes, and the second time goes; at the address of that page."""


@settings(max_examples=4, deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.lists(edits(), min_size=1, max_size=3), afters), min_size=4, max_size=7
    )
)
@example(steps=[(each, BUILT) for each in tour()])
@example(steps=[(NEW_PAGE, BUILT), (NO_PAGE, BUILT)])
@example(steps=[(COPY, BUILT), (COPY + NEW_PAGE, BUILT), (COPY + NO_PAGE, BUILT)])
@example(steps=[([], RESTARTED), ([], RESTARTED)])
@example(steps=[(COPY, 3), (COPY, BUILT)])
@example(steps=[(COPY, BUILT), (COPY, 3), (NEW_PAGE, BUILT)])
def test_after_any_edits(
    steps: list[tuple[list[Edit], After]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    session = Session(tmp_path_factory.mktemp("bijwerken"))
    for step, after in steps:
        for edit, *arguments in step:
            edit(session.project, *arguments)
        if isinstance(after, int):
            session.fail(after)
            continue
        if after == RESTARTED:
            session.restart()
        assert_same(session.made(), session.made_of_nothing())
    made = session.made()
    forget()
    assert_same(made, session.made_of_nothing())
