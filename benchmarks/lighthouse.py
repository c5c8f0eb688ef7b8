"""Lighthouse on a phone: how fast, accessible and findable four pages are; run by `make bewijs`.

Builds the site, serves it as a host does (gzip) and asks Lighthouse with its own model of a phone
on a slow network, RUNS times per page; the page that is printed shows medians.
"""

import os
import platform
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).parent.parent
sys.path.append(str(PROJECT / "tests"))

from leeromgeving.engines.mkdocs_run import build_site  # noqa: E402
from phone import CATEGORIES, ask, complaints, scores, served  # noqa: E402

PAGES = {
    "Startpagina": "",
    "Start van SGG": "modules/sgg/",
    "Onderdeel van SGG": "modules/sgg/gedrag-beoordelen/",
    "Opleidingsaanbod": "opleidingsaanbod/",
}
RUNS = 3


def main() -> int:
    """Print the page; gives 1 when a category scores too little."""
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build_site(PROJECT, site, lambda total: None)
        print("# Lighthouse on a phone\n")
        print(
            f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, median of {RUNS} runs"
        )
        print("(performance: lowest–highest), Lighthouse's own phone and slow 4G.\n")
        print(
            "| Page | Performance | Accessibility | Best practices | SEO |\n|---|---|---|---|---|"
        )
        with served(site) as base:
            for titel, uri in PAGES.items():
                reports = [ask(base + uri) for _ in range(RUNS)]
                runs = [scores(report) for report in reports]
                middle = {name: median(run[name] for run in runs) for name in CATEGORIES}
                speed = [run["performance"] for run in runs]
                print(
                    f"| {titel} | {middle['performance']} ({min(speed)}–{max(speed)})"
                    f" | {middle['accessibility']} | {middle['best-practices']} | {middle['seo']} |"
                )
                worst += sum(middle[name] < least for name, least in CATEGORIES.items())
                for complaint in sorted({c for report in reports for c in complaints(report)}):
                    print(f"{titel}: {complaint}", file=sys.stderr)
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
