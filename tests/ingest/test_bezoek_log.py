"""What a web server's log counts: views of pages by people, and every other line by its reason."""

import bz2
import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.sources import ignore
from leeromgeving.ingest import bezoek_log
from leeromgeving.ingest.bezoek import read
from leeromgeving.ingest.bezoek_adres import Site
from leeromgeving.ingest.bezoek_bestand import BLOCK, LONGEST_LINE, MisfitError, lines
from leeromgeving.ingest.bezoek_log import Judge, count
from leeromgeving.ingest.bezoek_telling import Cel, Reden, Telling
from leeromgeving.ingest.result import Gelezen
from leeromgeving.model.bezoekkoppeling import Webserver

TODAY = date(2026, 11, 22)
PADEN = frozenset({"", "modules/", "modules/sgg/", "modules/sgg/grenzen/", "thema/één/"})
SITE = Site.at("https://leren.example/", PADEN)
KOPPELING = Webserver(id="log", pad="", site="https://leren.example/", soort="webserver")
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0"
GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
SEEN: Cel = ("2026-11-20", "modules/sgg/", "direct")


def line(
    request: str = "GET /modules/sgg/ HTTP/1.1",
    *,
    time: str = "20/Nov/2026:10:15:00 +0100",
    numbers: str = "200 5120",
    referrer: str = "-",
    agent: str = FIREFOX,
    client: str = "192.0.2.7 - -",
) -> bytes:
    """A line in the Combined format."""
    return f'{client} [{time}] "{request}" {numbers} "{referrer}" "{agent}"'.encode()


def caddy(**changed: object) -> bytes:
    """A line of Caddy's access log."""
    entry = {
        "level": "info",
        "ts": 1795338900.25,  # 2026-11-22 10:15 in the Netherlands
        "logger": "http.log.access",
        "msg": "handled request",
        "request": {
            "remote_ip": "192.0.2.7",
            "proto": "HTTP/2.0",
            "method": "GET",
            "host": "leren.example",
            "uri": "/modules/sgg/",
            "headers": {"User-Agent": [FIREFOX], "Referer": ["https://www.google.com/"]},
        },
        "status": 200,
        "size": 5120,
    }
    return json.dumps(entry | changed).encode()


def verdict(text: bytes) -> Cel | Reden:
    return Judge(SITE, TODAY).verdict(text)


def whole(file: Path) -> Gelezen:
    return read(KOPPELING, file, PADEN, TODAY, ignore)


# What a line counts as


@pytest.mark.parametrize(
    "text",
    [
        line(),
        line(numbers="304 -"),
        line("GET /modules/sgg HTTP/1.1"),
        line("GET /modules/sgg/index.html HTTP/1.1"),
        line("GET /modules/sgg/?utm_source=nieuwsbrief HTTP/1.1"),
        line("GET /modules/s%67g/ HTTP/2.0"),
        line("GET /modules/sgg/"),
        line("GET https://leren.example/modules/sgg/ HTTP/1.1"),
        line(client="leren.example:443 192.0.2.7 - -"),
        line(client="www.Leren.example 192.0.2.7 - jan"),
        line(client="192.0.2.7 - Jan de Vries"),
        line(client="2001:db8::7 - -"),
        line() + b' "203.0.113.9" rt=0.003',
        line() + b"\r",
    ],
)
def test_a_view_of_a_page_counts(text: bytes) -> None:
    assert verdict(text) == SEEN


@pytest.mark.parametrize(
    ("text", "reden"),
    [
        (line(agent=GOOGLEBOT), Reden.BOTS),
        (line(agent=""), Reden.BOTS),
        (line(agent="-"), Reden.BOTS),
        (line("GET /assets/site.css HTTP/1.1"), Reden.GEEN_PAGINA),
        (line("GET /wp-login.php HTTP/1.1", numbers="404 12"), Reden.GEEN_PAGINA),
        (line("GET /modules/oud/ HTTP/1.1"), Reden.GEEN_PAGINA),
        (line("GET //modules/sgg/ HTTP/1.1"), Reden.GEEN_PAGINA),
        (line(numbers="301 0"), Reden.FOUT_OF_OMLEIDING),
        (line(numbers="500 0"), Reden.FOUT_OF_OMLEIDING),
        (line(numbers="206 10"), Reden.FOUT_OF_OMLEIDING),
        (line("HEAD /modules/sgg/ HTTP/1.1"), Reden.ANDERE_METHODE),
        (line("POST /modules/sgg/ HTTP/1.1"), Reden.ANDERE_METHODE),
        (line("GET http://elders.example/modules/sgg/ HTTP/1.1"), Reden.ANDERE_SITE),
        (line(client="elders.example:80 192.0.2.7 - -"), Reden.ANDERE_SITE),
        (line("-", numbers="408 -", agent="-"), Reden.GEEN_VERZOEK),
        (line("", numbers="400 0", agent="-"), Reden.GEEN_VERZOEK),
        (line("\\x16\\x03\\x01\\x00", numbers="400 150"), Reden.GEEN_VERZOEK),
        (line(time="23/Nov/2026:10:15:00 +0100"), Reden.DAG),
        (line(time="20/Nov/1999:10:15:00 +0100"), Reden.DAG),
        (line(time="31/Feb/2026:10:15:00 +0100"), Reden.ONLEESBAAR),
        (line(time="20/Nop/2026:10:15:00 +0100"), Reden.ONLEESBAAR),
        (line(time="20/Nov/2026:10:15:00"), Reden.ONLEESBAAR),
        (line(numbers="200"), Reden.ONLEESBAAR),
        (line(numbers="2000 12"), Reden.ONLEESBAAR),
        (b"Nov 20 10:15:00 server nginx: started", Reden.ONLEESBAAR),
        (b"", Reden.LEEG),
        (b" \r", Reden.LEEG),
    ],
)
def test_any_other_line_is_left_out_for_a_reason(text: bytes, reden: Reden) -> None:
    assert verdict(text) is reden


def test_a_view_by_a_bot_of_what_is_no_page_is_no_lost_view() -> None:
    """`bots` says how many views of pages were a bot's, so it comes last."""
    assert verdict(line("GET /favicon.ico HTTP/1.1", agent=GOOGLEBOT)) is Reden.GEEN_PAGINA


@pytest.mark.parametrize(
    ("referrer", "herkomst"),
    [
        ("-", "direct"),
        ("", "direct"),
        ("https://leren.example/modules/", "intern"),
        ("https://www.leren.example", "intern"),
        ("https://www.google.nl/", "zoekmachine"),
        ("https://duckduckgo.com/?q=grenzen", "zoekmachine"),
        ("https://nl.search.yahoo.com/", "zoekmachine"),
        ("android-app://com.google.android.googlequicksearchbox/", "zoekmachine"),
        ("https://docs.google.com/document/1", "elders"),
        ("https://leren.example.elders.example/", "elders"),
        ("https://elders.example/?van=https://leren.example/", "elders"),
        ("http://[oeps", "elders"),
    ],
)
def test_herkomst_comes_from_the_referrer(referrer: str, herkomst: str) -> None:
    assert verdict(line(referrer=referrer)) == ("2026-11-20", "modules/sgg/", herkomst)


def test_common_log_says_nothing_about_herkomst_or_bots() -> None:
    common = b'192.0.2.7 - - [20/Nov/2026:10:15:00 +0100] "GET / HTTP/1.1" 200 5120'
    assert verdict(common) == ("2026-11-20", "", "onbekend")


@pytest.mark.parametrize(
    ("time", "dag"),
    [
        ("31/Dec/2025:22:59:59 +0000", "2025-12-31"),
        ("31/Dec/2025:23:00:00 +0000", "2026-01-01"),
        ("30/Jun/2026:22:00:00 +0000", "2026-07-01"),  # summer time: two hours
        ("31/Dec/2025:18:00:00 -0500", "2026-01-01"),
        ("01/Jan/2026:04:29:59 +0530", "2025-12-31"),
        ("01/Jan/2026:04:30:00 +0530", "2026-01-01"),
    ],
)
def test_a_day_is_a_day_in_the_netherlands(time: str, dag: str) -> None:
    assert verdict(line(time=time)) == (dag, "modules/sgg/", "direct")


def test_quotes_that_apache_escapes_stay_inside_their_field() -> None:
    assert verdict(line(referrer='https://elders.example/\\"x\\" 1')) == (*SEEN[:2], "elders")
    assert verdict(line(agent='Mozilla/5.0 \\" \\"Googlebot')) is Reden.BOTS
    assert verdict(line(agent=FIREFOX + '\\" 200 1 \\"')) == SEEN
    assert verdict(line('GET /\\"modules/sgg/ HTTP/1.1')) is Reden.GEEN_PAGINA


@pytest.mark.parametrize("end", range(1, len(line())))
def test_a_truncated_line_never_counts_as_more_than_it_says(end: int) -> None:
    """Cut off before the user agent ends it is odd; only the Common part may stand by itself."""
    outcome = verdict(line()[:end])
    common = ("2026-11-20", "modules/sgg/", "onbekend")
    assert outcome in (Reden.ONLEESBAAR, Reden.GEEN_VERZOEK, Reden.GEEN_PAGINA, common)


def test_a_line_that_runs_on_into_the_next_is_odd() -> None:
    cut = line()[: line().index(b" 5120")]
    assert verdict(cut + b" 51" + line()) is Reden.ONLEESBAAR


def test_bytes_that_are_no_text_are_no_page() -> None:
    assert verdict(line().replace(b"sgg", b"\xff\xfe")) is Reden.GEEN_PAGINA
    assert verdict(line().replace(b"Firefox", b"\xff\xfe")) == SEEN


def test_an_address_with_accents_is_found_in_either_form() -> None:
    for path in ("/thema/één/", "/thema/%C3%A9%C3%A9n/"):
        assert verdict(line(f"GET {path} HTTP/1.1")) == ("2026-11-20", "thema/één/", "direct")


def test_a_site_below_a_path_counts_only_what_is_below_it() -> None:
    judge = Judge(Site.at("https://deborg.example/leren", PADEN), TODAY)
    path = "https://deborg.example"
    assert judge.verdict(line("GET /leren/modules/sgg HTTP/1.1")) == SEEN
    assert judge.verdict(line("GET /leren HTTP/1.1")) == ("2026-11-20", "", "direct")
    assert judge.verdict(line("GET /modules/sgg/ HTTP/1.1")) is Reden.GEEN_PAGINA
    below = line("GET /leren/modules/sgg/ HTTP/1.1", referrer=f"{path}/leren/")
    beside = line("GET /leren/modules/sgg/ HTTP/1.1", referrer=f"{path}/nieuws/")
    assert judge.verdict(below) == (*SEEN[:2], "intern")
    assert judge.verdict(beside) == (*SEEN[:2], "elders")


# Caddy


def test_caddy_counts_alike() -> None:
    assert verdict(caddy()) == ("2026-11-22", "modules/sgg/", "zoekmachine")
    assert verdict(caddy(ts="2026-11-21T23:30:00Z"))[0] == "2026-11-22"
    assert verdict(caddy(status=404)) is Reden.FOUT_OF_OMLEIDING
    assert verdict(caddy(msg="certificate obtained", request=None)) is Reden.ONLEESBAAR
    assert verdict(b'{"level":"info","msg":"serving"}') is Reden.GEEN_VERZOEK


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({"method": "HEAD"}, Reden.ANDERE_METHODE),
        ({"host": "elders.example"}, Reden.ANDERE_SITE),
        ({"uri": "/favicon.ico"}, Reden.GEEN_PAGINA),
        ({"headers": {}}, Reden.BOTS),
        ({"headers": {"User-Agent": [FIREFOX]}}, ("2026-11-22", "modules/sgg/", "direct")),
        ({"headers": {"User-Agent": "x"}}, Reden.BOTS),
        ({"headers": {"User-Agent": [7]}}, Reden.ONLEESBAAR),
        ({"headers": []}, Reden.ONLEESBAAR),
        ({"host": None}, Reden.ONLEESBAAR),
    ],
)
def test_a_request_of_caddy(changed: dict[str, object], outcome: Cel | Reden) -> None:
    request = json.loads(caddy())["request"] | changed
    assert verdict(caddy(request=request)) == outcome


@pytest.mark.parametrize(
    "text",
    [
        caddy()[:-1],
        caddy(ts=None),
        caddy(ts=1e300),
        caddy(ts=float("nan")),
        caddy(ts="gisteren"),
        b'{"request":' + b"[" * 60_000,
        b'{"request":{"method":"GET","uri":"\\ud800","host":""}}',
    ],
)
def test_json_that_is_not_caddys_is_odd(text: bytes) -> None:
    assert verdict(text) is Reden.ONLEESBAAR


# A whole file


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "access.log": bytes,
    "access.log.2.gz": gzip.compress,
    "oud.log": bz2.compress,
}
LOG = b"\n".join([line(), line(agent=GOOGLEBOT), b"", line("GET /a.css HTTP/1.1"), line()[:60]])


@pytest.mark.parametrize("name", PACKERS)
def test_a_log_is_counted_however_it_is_packed(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(PACKERS[name](LOG))
    gelezen = whole(file)
    levering = gelezen.levering
    assert gelezen.misfits == ()
    assert [(*SEEN, 1, None)] == [
        (b.dag, b.pad, b.herkomst, b.weergaven, b.eerste) for b in gelezen.bezoeken
    ]
    assert (levering.gelezen, levering.geteld) == (5, 1)
    assert (levering.van, levering.tot) == ("2026-11-20", "2026-11-20")
    assert levering.weggelaten == {
        "bots": 1,
        "lege regels": 1,
        "geen pagina van de site": 1,
        "onleesbare regels": 1,
    }


@pytest.mark.parametrize("name", PACKERS)
def test_progress_is_told_in_bytes_of_the_file(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(PACKERS[name](b"\n".join([line()] * 5_000)))
    told: list[int] = []
    read(KOPPELING, file, PADEN, TODAY, told.append)
    assert sum(told) == file.stat().st_size


def test_packing_and_growing_leave_a_log_the_same(tmp_path: Path) -> None:
    keys = set()
    for name, data in (("a", LOG), ("b", gzip.compress(LOG)), ("c", LOG + b"\n" + line())):
        (tmp_path / name).write_bytes(data)
        keys.add(whole(tmp_path / name).levering.sleutel)
    assert len(keys) == 1
    (tmp_path / "d").write_bytes(line(client="198.51.100.1 - -") + b"\n" + LOG)
    assert whole(tmp_path / "d").levering.sleutel not in keys


def test_logs_that_start_with_the_same_rubbish_are_not_the_same(tmp_path: Path) -> None:
    for name, client in (("a", "192.0.2.7 - -"), ("b", "192.0.2.8 - -")):
        (tmp_path / name).write_bytes(b"-- rotated --\n" + line(client=client))
    keys = {whole(tmp_path / name).levering.sleutel for name in "ab"}
    assert len(keys) == 2


def test_nothing_of_a_visitor_is_kept(tmp_path: Path) -> None:
    (tmp_path / "access.log").write_bytes(line(client="192.0.2.7 - jan", referrer="http://x.nl/me"))
    kept = repr(whole(tmp_path / "access.log"))
    for secret in ("192.0.2.7", "jan", "Firefox", "x.nl", "10:15"):
        assert secret not in kept


@pytest.mark.parametrize(
    ("data", "regel", "says"),
    [
        (b"", 1, "logregel"),
        (b"naam;antwoord\n1;ja\n", 1, "logregel"),
        (line("GET /elders/ HTTP/1.1"), 1, "'site' in de koppeling"),
        (gzip.compress(LOG)[:-12], 1, "te vroeg op"),
        (bz2.compress(LOG)[:-12], 1, "te vroeg op"),
        (b"\x1f\x8b\x08rommel", 1, "te vroeg op"),
        (b"BZh rommel", 1, "te vroeg op"),
    ],
)
def test_a_file_that_is_no_log_of_this_site_is_refused(
    tmp_path: Path, data: bytes, regel: int, says: str
) -> None:
    (tmp_path / "access.log").write_bytes(data)
    gelezen = whole(tmp_path / "access.log")
    [misfit] = gelezen.misfits
    assert (misfit.regel, gelezen.bezoeken) == (regel, ())
    assert says in misfit.tekst


def test_a_damaged_end_is_told_by_its_line(tmp_path: Path) -> None:
    """Random addresses, so that gzip has more than one block to give before the end."""
    log = b"".join(line(f"GET /{n * 7919 % 99991:x} HTTP/1.1") + b"\n" for n in range(20_000))
    (tmp_path / "access.log").write_bytes(gzip.compress(line() + b"\n" + log)[:-2_000])
    [misfit] = whole(tmp_path / "access.log").misfits
    assert 1 < misfit.regel <= 20_000


@pytest.mark.parametrize("missing", ["er-niet.log", "."])
def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, missing: str) -> None:
    [misfit] = whole(tmp_path / missing).misfits
    assert "kan niet gelezen worden" in misfit.tekst


def test_a_line_without_end_is_one_odd_line_in_little_memory(tmp_path: Path) -> None:
    file = tmp_path / "access.log"
    endless = b"x" * (2 * BLOCK + LONGEST_LINE)
    file.write_bytes(line() + b"\n" + endless + b"\n" + line() + b"\n")
    found = list(lines(file, ignore))
    assert len(found) == 3
    assert max(map(len, found)) <= BLOCK + LONGEST_LINE + 1
    assert whole(file).levering.weggelaten == {"onleesbare regels": 1}


def test_verdicts_that_are_forgotten_are_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays bounded when every line is different."""
    monkeypatch.setattr(bezoek_log, "REMEMBERED", 2)
    judge = Judge(SITE, TODAY)
    agents = [FIREFOX.replace("144", str(version)) for version in range(100, 120)]
    found = [judge.verdict(line(agent=agent)) for agent in [*agents, GOOGLEBOT, *agents]]
    assert found == [SEEN] * 20 + [Reden.BOTS] + [SEEN] * 20
    assert len(judge._is_bot) <= 2


# Whatever comes in

ANY_LINE = st.one_of(
    st.sampled_from(LOG.split(b"\n")),
    st.builds(lambda at, bit: line()[:at] + bit + line()[at:], st.integers(0, 150), st.binary()),
    st.builds(lambda start, end: line()[start:end], st.integers(0, 150), st.integers(0, 250)),
    st.builds(lambda at, bit: caddy()[:at] + bit + caddy()[at:], st.integers(0, 300), st.binary()),
    st.binary(),
).map(lambda raw: raw.replace(b"\n", b""))


def counted(found: Iterable[bytes]) -> Telling | None:
    try:
        return count(iter(found), SITE, TODAY)
    except MisfitError:
        return None


@settings(deadline=None)
@given(st.lists(ANY_LINE))
def test_every_line_is_counted_or_left_out(found: list[bytes]) -> None:
    telling = counted([line(), *found])
    assert telling
    assert telling.gelezen == 1 + len(found)
    assert telling.weergaven.total() + telling.weggelaten.total() == telling.gelezen


@settings(deadline=None)
@given(st.lists(ANY_LINE), st.integers(0, 30))
def test_two_halves_of_a_log_add_up_to_the_whole(found: list[bytes], at: int) -> None:
    first, second = [line(), *found[:at]], [line(), *found[at:]]
    parts = [counted(first), counted(second)]
    both = counted(first + second)
    assert both
    assert sum((part.weergaven for part in parts if part), Counter()) == both.weergaven
    assert sum((part.weggelaten for part in parts if part), Counter()) == both.weggelaten


@settings(deadline=None)
@given(st.one_of(st.binary(), st.binary().map(gzip.compress), st.binary().map(bz2.compress)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for packed_or_cut in (data, data[:-3], b"\x1f\x8b" + data, b"BZh" + data):
        with NamedTemporaryFile() as file:
            file.write(packed_or_cut)
            file.flush()
            gelezen = whole(Path(file.name))
        assert gelezen.misfits
        assert gelezen.bezoeken == ()
