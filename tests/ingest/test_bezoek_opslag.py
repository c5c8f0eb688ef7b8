"""Files of visits in the store: each counts once, a log that has grown takes its own place."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from ingest.sources import ignore
from leeromgeving.ingest.bezoek import Uitkomst, read, store
from leeromgeving.ingest.result import Misfit
from leeromgeving.model.bezoekkoppeling import Bezoekkoppeling, Plausible, Webserver
from leeromgeving.store import connect
from leeromgeving.store.tables import bezoek, levering

SITE = "https://leren.example/"
LOG = Webserver(id="log", pad="", site=SITE, soort="webserver")
PLAUSIBLE = Plausible(id="plausible", pad="", site=SITE, soort="plausible")
PADEN = frozenset({"", "modules/"})


@pytest.fixture
def connection(store_url: str) -> Iterator[Connection]:
    engine = connect(store_url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


class Folder:
    """Writes files and imports them."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        self.connection, self.folder = connection, folder

    def take(self, koppeling: Bezoekkoppeling, name: str, text: str) -> Uitkomst | Misfit:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        gelezen = read(koppeling, file, PADEN, date(2026, 11, 22), ignore)
        assert gelezen.misfits == ()
        return store(self.connection, gelezen)

    def log(self, *days: int, name: str = "access.log", bron: Webserver = LOG) -> Uitkomst | Misfit:
        """A log with one view at noon on each of these days of November."""
        return self.take(bron, name, "".join(map(view, days)))

    def plausible(self, *days: int, views: int = 1) -> Uitkomst | Misfit:
        """An export with one page on each of these days of November."""
        rows = "".join(f"2026-11-{day:02},leren.example,/,1,1,{views}\n" for day in days)
        return self.take(
            PLAUSIBLE, "export.csv", f"date,hostname,page,visits,visitors,pageviews\n{rows}"
        )

    def views(self) -> int:
        return self.connection.execute(select(func.sum(bezoek.c.weergaven))).scalar() or 0

    def leveringen(self) -> int:
        return self.connection.execute(select(func.count()).select_from(levering)).scalar_one()


def view(day: int, path: str = "/modules/") -> str:
    return (
        f'192.0.2.7 - - [{day:02}/Nov/2026:12:00:00 +0100] "GET {path} HTTP/1.1" 200 1 "-" '
        '"Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"\n'
    )


@pytest.fixture
def folder(connection: Connection, tmp_path: Path) -> Folder:
    return Folder(connection, tmp_path)


def test_the_same_file_counts_once(folder: Folder) -> None:
    assert folder.log(1, 2, 3) == "nieuw"
    assert folder.log(1, 2, 3, name="access.log.1") == "bekend"
    assert (folder.views(), folder.leveringen()) == (3, 1)


def test_a_log_that_has_grown_replaces_what_it_was(folder: Folder) -> None:
    folder.log(1, 2)
    assert folder.log(1, 2, 2, 3, name="access.log.1") == "vervangen"
    assert (folder.views(), folder.leveringen()) == (4, 1)
    row = folder.connection.execute(select(levering)).one()
    assert (row.bestand, row.tot, row.geteld) == ("access.log.1", "2026-11-03", 4)


def test_an_older_copy_of_a_log_changes_nothing(folder: Folder) -> None:
    folder.log(1, 2, 3)
    assert folder.log(1, 2) == "bekend"
    assert folder.views() == 3


def test_rotated_logs_share_the_day_on_which_they_were_rotated(folder: Folder) -> None:
    assert folder.log(3, 4, 5) == "nieuw"
    assert folder.log(5, 6, name="access.log.1") == "nieuw"
    assert folder.log(2, 3, name="access.log.3.gz") == "nieuw"
    assert folder.views() == 7


def test_a_log_over_days_that_are_known_is_refused(folder: Folder) -> None:
    folder.log(3, 4, 5)
    misfit = folder.log(2, 3, 4, 5, 6, name="alles.log")
    assert isinstance(misfit, Misfit)
    assert "van 2026-11-03 tot en met 2026-11-05" in misfit.tekst
    assert "access.log" in misfit.tekst
    assert isinstance(folder.log(4, name="midden.log"), Misfit)
    assert (folder.views(), folder.leveringen()) == (3, 1)


def test_another_server_has_a_koppeling_of_its_own(folder: Folder) -> None:
    other = LOG.model_copy(update={"id": "tweede"})
    assert folder.log(3, 4, 5) == "nieuw"
    assert folder.log(3, 4, 5, bron=other) == "nieuw"
    assert (folder.views(), folder.leveringen()) == (6, 2)


def test_an_export_from_the_same_day_on_replaces_what_it_was(folder: Folder) -> None:
    folder.plausible(1, 2)
    assert folder.plausible(1, 2, 3, views=2) == "vervangen"
    assert (folder.views(), folder.leveringen()) == (6, 1)


def test_an_export_may_not_share_a_day(folder: Folder) -> None:
    folder.plausible(1, 2)
    misfit = folder.plausible(2, 3)
    assert isinstance(misfit, Misfit)
    assert "Exporteer opnieuw vanaf 2026-11-01" in misfit.tekst
    assert "dagen na 2026-11-02" in misfit.tekst
    assert folder.plausible(3, 4) == "nieuw"
    assert folder.views() == 4


def test_a_grown_file_may_not_run_into_another_either(folder: Folder) -> None:
    folder.plausible(1, 2)
    folder.plausible(3, 4)
    assert isinstance(folder.plausible(1, 2, 3), Misfit)
    assert folder.views() == 4


def test_pages_that_came_later_are_counted_when_a_log_is_read_again(folder: Folder) -> None:
    """The same file with more pages on the site reaches further in what it counts."""
    file = folder.folder / "access.log"
    file.write_text(view(1) + view(1, "/themas/"), encoding="utf-8")
    for paden, outcome in ((PADEN, "nieuw"), (PADEN | {"themas/"}, "vervangen")):
        gelezen = read(LOG, file, paden, date(2026, 11, 22), ignore)
        assert store(folder.connection, gelezen) == outcome
    assert folder.views() == 2
