"""The podcasts: valid by a schema, true about their files, the same each time."""

from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree
from PIL import Image
from tinytag import TinyTag

from leeromgeving.engines.mkdocs_run import BuildError, build_site
from leeromgeving.load import load
from leeromgeving.pages import feeds, make_pages
from leeromgeving.pages.podcast import podcast_guid

TESTS = Path(__file__).parent
SCHEMA = etree.RelaxNG(etree.parse(TESTS / "podcast.rng"))
MINI = TESTS / "projects" / "mini"
SITE = "https://voorbeeld.example/leren/"
NAMES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
SECOND = """  - soort: audio
    titel: Luister <nog> eens & wacht
    bestand: media/stilte.mp3
    transcript: media/stilte.txt
    datum: 2026-07-01
"""


def feeds_of(project: Path) -> dict[str, str]:
    return dict(feeds(load(project).leeromgeving(), SITE))


def channel(text: str) -> ElementTree.Element:
    found = ElementTree.fromstring(text).find("channel")
    assert found is not None
    return found


def texts(parent: ElementTree.Element, path: str) -> list[str]:
    return [element.text or "" for element in parent.iterfind(path, NAMES)]


@pytest.fixture
def two(project: Path) -> Path:
    """The small project with a second, older recording, in a module that is a concept."""
    module = project / "modules/voorbeeld/module.yml"
    text = module.read_text("utf-8")
    placeholder = (
        "  - soort: audio\n    titel: Voorbeeldgesprek\n    volgt: een opname van een gesprek\n"
    )
    assert placeholder in text
    module.write_text(text.replace(placeholder, SECOND), "utf-8")
    for name in ("stilte.mp3", "stilte.txt"):
        source = project / "modules/proef/media" / name
        (project / "modules/voorbeeld/media" / name).write_bytes(source.read_bytes())
    return project


def test_there_is_one_for_everything_and_one_per_module_that_can_be_heard(project: Path) -> None:
    assert list(feeds_of(project)) == ["podcast.xml", "modules/proef/podcast.xml"]


def test_without_recordings_there_are_none_and_no_page_offers_them(project: Path) -> None:
    part = project / "modules/proef/eerste-stap.yml"
    text = part.read_text("utf-8")
    start, end = text.index("    bestand:"), text.index("  - soort: tekst")
    part.write_text(f"{text[:start]}    volgt: een opname\n{text[end:]}", "utf-8")
    assert feeds_of(project) == {}
    pages = make_pages(load(project).leeromgeving())
    assert not [page.uri for page in pages if "podcast.xml" in page.text]


def test_every_feed_is_valid(two: Path) -> None:
    for path, text in feeds_of(two).items():
        assert SCHEMA.validate(etree.fromstring(text.encode())), (path, SCHEMA.error_log)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('length="4376"', 'length=""'),
        ("<language>nl</language>", ""),
        ("<itunes:explicit>false", "<itunes:explicit>clean"),
        ("https://voorbeeld.example/leren/modules/proef/media/stilte.txt", "../media/stilte.txt"),
        ("+0200</pubDate>", "</pubDate>"),
        ("<podcast:locked owner=", "<podcast:locked eigenaar="),
    ],
)
def test_the_schema_refuses_what_is_wrong(old: str, new: str) -> None:
    text = feeds_of(MINI)["podcast.xml"]
    assert old in text
    assert not SCHEMA.validate(etree.fromstring(text.replace(old, new).encode()))


def test_a_recording_on_two_pages_is_one_episode(two: Path) -> None:
    module = two / "modules/voorbeeld/module.yml"
    text = module.read_text("utf-8")
    module.write_text(text.replace(SECOND, SECOND + SECOND.replace("nog", "nog eens")), "utf-8")
    guids = texts(channel(feeds_of(two)["podcast.xml"]), "item/guid")
    assert guids == ["modules/proef/media/stilte.mp3", "modules/voorbeeld/media/stilte.mp3"]


def test_newest_first_with_the_module_and_its_status(two: Path) -> None:
    whole = channel(feeds_of(two)["podcast.xml"])
    assert texts(whole, "item/title") == [
        "Proefmodule – Twee seconden stilte",
        "Voorbeeldmodule – Luister <nog> eens & wacht",
    ]
    first, second = texts(whole, "item/description")
    assert first == "Je luistert naar stilte."
    assert second.endswith("Status van deze module: concept.")
    (title,) = texts(channel(feeds_of(two)["modules/voorbeeld/podcast.xml"]), "item/title")
    assert title == "Luister <nog> eens & wacht"


def test_the_day_of_a_recording_is_a_day_in_the_netherlands(two: Path) -> None:
    days = texts(channel(feeds_of(two)["podcast.xml"]), "item/pubDate")
    assert days == ["Mon, 05 Oct 2026 12:00:00 +0200", "Wed, 01 Jul 2026 12:00:00 +0200"]
    assert [parsedate_to_datetime(day).day for day in days] == [5, 1]


def test_addresses_lengths_and_transcripts_are_those_of_the_built_site(two: Path) -> None:
    build_site(two, two / "site", lambda total: None)
    root = "https://voorbeeld.example/"
    feed = channel((two / "site/podcast.xml").read_text("utf-8"))
    for item in feed.iterfind("item"):
        enclosure, transcript = item.find("enclosure"), item.find("podcast:transcript", NAMES)
        assert enclosure is not None
        assert transcript is not None
        sound = two / "site" / enclosure.attrib["url"].removeprefix(root)
        assert sound.stat().st_size == int(enclosure.attrib["length"])
        (duration,) = texts(item, "itunes:duration")
        assert int(duration) == round(TinyTag.get(sound).duration or 0)
        assert (two / "site" / transcript.attrib["url"].removeprefix(root)).is_file()
        (link,) = texts(item, "link")
        page, _, anchor = link.removeprefix(root).partition("#")
        assert f'id="{anchor}"' in (two / "site" / page / "index.html").read_text("utf-8")
    image = feed.find("itunes:image", NAMES)
    assert image is not None
    with Image.open(two / "site" / image.attrib["href"].removeprefix(root)) as picture:
        assert picture.width == picture.height
        assert 1400 <= picture.width <= 3000
    module = (two / "site/modules/proef/index.html").read_text("utf-8")
    assert 'type="application/rss+xml" title="Proefmodule" href="podcast.xml"' in module


def test_the_identity_is_that_of_the_specification() -> None:
    """Both examples of docs/tags/guid.md in Podcastindex-org/podcast-namespace."""
    assert str(podcast_guid("https://podnews.net/rss")) == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    example = podcast_guid("https://mp3s.nashownotes.com/pc20rss.xml/")
    assert str(example) == "917393e3-1b1e-5cef-ace4-edaa54e1f810"


def test_the_same_content_gives_the_same_feeds() -> None:
    assert feeds_of(MINI) == feeds_of(MINI)


def test_without_an_address_of_the_site_the_build_says_what_is_missing(project: Path) -> None:
    config = project / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    config.write_text("".join(x for x in lines if not x.startswith("site_url")), "utf-8")
    with pytest.raises(BuildError, match="ontbreekt het adres van de site"):
        build_site(project, project / "site", lambda total: None)
