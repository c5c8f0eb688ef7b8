"""One page as Lighthouse sees it; `make bewijs` asks more pages, and how fast they are."""

from pathlib import Path

from phone import ask, complaints, served


def test_a_page_is_accessible_findable_and_made_well(site: Path) -> None:
    with served(site) as base:
        assert complaints(ask(f"{base}modules/sgg/gedrag-beoordelen/")) == []
