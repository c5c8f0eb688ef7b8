"""Counting views in a web server log, against GoAccess on the same file in one run.

`python benchmarks/bezoek.py [lines]` prints a page in Markdown; five million lines without one.
GoAccess: apt-get install goaccess. The log is made up, with a fixed seed: people who open some
pages with what belongs to them, scrapers that look like people and come from an address of their
own each time, bots that say so, attacks, redirects, and lines that are cut off.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from leeromgeving.ingest.bezoek import read
from leeromgeving.model.bezoekkoppeling import Webserver

LINES = 5_000_000
SEED = 2026
START = datetime(2026, 1, 1, tzinfo=UTC)
TODAY = START.date() + timedelta(days=400)
DAYS = 181
PARTS = ("", "herkennen/", "begrijpen/", "doen/", "praten/", "oefenen/", "vragenlijst/")
PAGES = ["", "modules/", "themas/", "leerroutes/", "opleidingsaanbod/", "contact/"] + [
    f"modules/module-{number}/{part}" for number in range(24) for part in PARTS
]
ASSETS = (
    "assets/leeromgeving/site.1f3a.css",
    "assets/leeromgeving/scripts/site.js",
    "assets/leeromgeving/scripts/oefening.js",
    "assets/leeromgeving/icons/boek.svg",
    "favicon.svg",
)
ATTACKS = ("wp-login.php", ".env", "xmlrpc.php", "admin/config.php", "vendor/phpunit/eval.php")
REFERRERS = {
    "-": 50,
    "https://www.google.com/": 25,
    "https://www.bing.com/": 5,
    "https://intranet.zorg.example/leren": 15,
    "https://duckduckgo.com/": 5,
}
"""Where visitors came from → how many of a hundred."""
SITE = "https://leren.example/"
BOTS = [
    f"Mozilla/5.0 (compatible; {name}/{version}.{minor}; +https://{name.lower()}.example/bot.html)"
    for name in (
        "Googlebot",
        "bingbot",
        "AhrefsBot",
        "SemrushBot",
        "PetalBot",
        "GPTBot",
        "YandexBot",
    )
    for version in range(1, 5)
    for minor in range(10)
] + ["curl/8.7.1", "python-requests/2.32.3", "Go-http-client/2.0", "-"]
SYSTEMS = (
    "Windows NT 10.0; Win64; x64",
    "X11; Linux x86_64",
    "Macintosh; Intel Mac OS X 10_15_7",
    *(
        f"Linux; Android {version}; {model}"
        for version in range(9, 17)
        for model in ("K", "SM-A{}")
    ),
)
OURS = """
import sys
sys.path.insert(0, sys.argv[1])
from bezoek import ours
ours(sys.argv[2])
"""


def agents(dice: random.Random) -> list[str]:
    """Browsers: apps put the build of a telephone in theirs, so there are many."""
    return [
        f"Mozilla/5.0 ({dice.choice(SYSTEMS).format(dice.randrange(100, 999))}) "
        "AppleWebKit/537.36 (KHTML, like Gecko) "
        f"Chrome/{dice.randrange(110, 145)}.0.{dice.choice((0, dice.randrange(9_000)))}.0 "
        f"{dice.choice(('', 'Mobile '))}Safari/537.36"
        for _ in range(30_000)
    ]


def visits(dice: random.Random) -> Iterator[list[str]]:
    """Requests of one visitor, as what follows the time: people, bots and attackers by turns."""
    people = agents(dice)
    kinds, weights = list(REFERRERS), list(REFERRERS.values())
    while True:
        # Two of three use one of the few hundred browsers that most people have.
        agent = dice.choice(people[:300] if dice.random() < 0.67 else people)
        kind = dice.random()
        if kind < 0.25:
            yield list(session(dice, agent, dice.choices(kinds, weights)[0]))
        elif kind < 0.95:
            yield [view(dice, dice.choice(PAGES), "-", agent)]
        elif kind < 0.98:
            bot = dice.choice(BOTS)
            yield [view(dice, page, "-", bot) for page in dice.choices(PAGES, k=20)]
        elif kind < 0.995:
            paths = [f"{dice.choice(ATTACKS)}?{dice.randbytes(4).hex()}" for _ in range(20)]
            yield [f'"GET /{path} HTTP/1.1" 404 162 "-" "{agent}"' for path in paths]
        else:
            yield [dice.choice(('"-" 408 - "-" "-"', '"GET /modules/ HT', '"\\x16\\x03" 400 0'))]


def session(dice: random.Random, agent: str, referrer: str) -> Iterator[str]:
    """A person opens a few pages; the first brings style and scripts along.

    One in seven comes by a link that the sender gave a number of its own (fbclid, mc_eid …).
    """
    query = f"?fbclid={dice.randbytes(20).hex()}" if dice.random() < 0.15 else ""
    for number in range(dice.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        page = dice.choice(PAGES)
        if dice.random() < 0.05 and page:
            yield f'"GET /{page[:-1]} HTTP/1.1" 301 169 "{referrer}" "{agent}"'
        yield view(dice, f"{page}{query}", referrer, agent)
        referrer, query = f"{SITE}{page}{query}", ""
        for asset in ASSETS if number == 0 else ASSETS[3:4]:
            status = dice.choice(("200 5120", "304 0"))
            yield f'"GET /{asset} HTTP/1.1" {status} "{referrer}" "{agent}"'


def view(dice: random.Random, page: str, referrer: str, agent: str) -> str:
    """The request for one page."""
    return f'"GET /{page} HTTP/1.1" 200 {dice.randrange(30_000)} "{referrer}" "{agent}"'


def write_log(file: Path, lines: int) -> None:
    """Write a log in the Combined format, spread over half a year."""
    dice = random.Random(SEED)
    written = 0
    with file.open("w", encoding="utf-8", newline="\n") as log:
        for requests in visits(dice):
            address = f"{dice.randrange(11, 200)}.{dice.randrange(256)}.{dice.randrange(256)}.7"
            moment = START + timedelta(days=DAYS) * (written / lines)
            stamp = moment.strftime("%d/%b/%Y:%H:%M:%S +0000")
            for request in requests[: lines - written]:
                log.write(f"{address} - - [{stamp}] {request}\n")
            written += len(requests)
            if written >= lines:
                return


@dataclass(frozen=True)
class Run:
    """What one program used."""

    name: str
    seconds: float
    """CPU, of all its processes."""
    megabytes: float
    """At its peak."""
    said: str


def run(name: str, command: list[str]) -> Run:
    """Run a program to its end and measure it."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode()
    if process.returncode:
        sys.exit(f"{name} failed with {process.returncode}")
    return Run(name, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def best(name: str, command: list[str]) -> Run:
    """The cheaper of two runs: what else the machine does only makes them dearer."""
    return min((run(name, command) for _ in range(2)), key=lambda one: one.seconds)


def ours(file: str) -> None:
    """Count a log as `leeromgeving importeer` does, and say what came of it."""
    koppeling = Webserver(id="log", pad="", site=SITE, soort="webserver")
    levering = read(koppeling, Path(file), frozenset(PAGES), TODAY, lambda size: None).levering
    left_out = ", ".join(f"{number:,} {reden}" for reden, number in levering.weggelaten.items())
    print(f"{levering.gelezen:,} lines read, {levering.geteld:,} counted; left out: {left_out}")


CAUTION = (
    "The log is made up, and its mix decides about memory: GoAccess keeps every visitor, we keep "
    "none. A fifth of these lines are of scrapers that ask once, each from an address of its own. "
    "With earlier mixes the ratio of memory was 3.2× (no such scrapers) and 5.9× (a tenth), that "
    "of CPU 4.0× to 5.8×. On a short log (50,000 lines) GoAccess takes less CPU: we start slower.\n"
)


def page(lines: int, megabytes: float, runs: list[Run]) -> str:
    """The figures, ratios first."""
    own, *others = runs
    rows = "".join(f"| {one.name} | {one.seconds:.1f} | {one.megabytes:.0f} |\n" for one in runs)
    ratios = "".join(
        f"| {one.name} | {one.seconds / own.seconds:.1f}× | "
        f"{one.megabytes / own.megabytes:.1f}× |\n"
        for one in others
    )
    return (
        "# Views in a web server log\n\n"
        f"{lines:,} lines ({megabytes:,.0f} MB, Combined), seed {SEED}; one after another in the "
        "same run, the best of two; made by `benchmarks/bezoek.py`.\n\n"
        f"| against ours | CPU | memory |\n|---|---|---|\n{ratios}\n"
        f"| | CPU seconds | peak MB |\n|---|---|---|\n{rows}\n"
        f"Ours: {own.said}\n\n{CAUTION}"
    )


def main(lines: int) -> None:
    """Make the log, run both, print the page."""
    goaccess = shutil.which("goaccess")
    if goaccess is None:
        sys.exit("GoAccess is missing: apt-get install goaccess")
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "access.log")
        write_log(log, lines)
        own = [sys.executable, "-c", OURS, str(Path(__file__).parent), str(log)]
        theirs = [goaccess, str(log), "--no-global-config", "--log-format=COMBINED"]
        theirs += ["--ignore-crawlers", "--no-progress", "-o", str(Path(folder, "report.json"))]
        runs = [best("ours", own), best("GoAccess", theirs)]
        print(page(lines, log.stat().st_size / 1e6, runs), end="")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LINES)
