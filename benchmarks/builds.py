"""What a build takes, and whether what came of it is whole.

`python benchmarks/builds.py <folder>` prints the seconds that our own part of a build takes,
from YAML to pages, without what MkDocs makes of them.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from corpus import as_markdown, make_modules
from peers import ENVIRONMENT, Builder

WORD = re.compile(r"\w+")
MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
LINK = re.compile(r"\]\([^)]*\)")


class BuildError(Exception):
    """A build that failed; the text is the end of what the program said."""


@dataclass(frozen=True)
class Build:
    """What one build took."""

    cpu: float
    """Seconds, user and system, of the program and all that it started and waited for."""
    wall: float
    """Seconds on the clock."""
    megabytes: float
    """Resident memory at its peak, of the largest of these processes."""


def build(builder: Builder, folder: Path) -> Build:
    """Build a project, from nothing unless the builder repeats; raises BuildError."""
    if not builder.repeats:
        for name in (builder.site, *builder.kept):
            shutil.rmtree(folder / name, ignore_errors=True)
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        command = list(map(str, builder.build))
        process = subprocess.Popen(
            command, cwd=folder, env=ENVIRONMENT, stdout=output, stderr=output
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode(errors="replace").split()
    if process.returncode:
        raise BuildError(" ".join(said)[-200:])
    return Build(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def missing(site: Path, pages: int) -> str:
    """What a site lacks of the corpus: pages, or words of the first of them; empty when whole."""
    modules = [page for module in make_modules(pages) for page in as_markdown(module)]
    files = [site / page.uri / "index.html" for page, _ in modules]
    absent = sum(not file.is_file() for file in files)
    if absent:
        return f"{absent} of {pages} pages missing"
    shown = set(WORD.findall(unescape(MARKUP.sub(" ", files[1].read_text("utf-8")))))
    words = WORD.findall(LINK.sub("] ", modules[1][1]))
    lacking = [word for word in words if word not in shown]
    return f"{len(lacking)} of {len(words)} words missing" if lacking else ""


def own_part(folder: Path) -> tuple[float, float]:
    """CPU seconds in a process of its own: of reading alone, and of reading, checking, pages."""
    done = subprocess.run(
        [sys.executable, __file__, str(folder)], check=True, capture_output=True, text=True
    )
    reading, all_of_it = done.stdout.split()
    return float(reading), float(all_of_it)


def _own_part(folder: Path) -> tuple[float, float]:
    from leeromgeving.check import check
    from leeromgeving.load import load
    from leeromgeving.pages import make_pages

    start = time.process_time()
    loaded = load(folder)
    reading = time.process_time() - start
    check(loaded, date.today())
    make_pages(loaded.leeromgeving())
    return reading, time.process_time() - start


if __name__ == "__main__":
    print(*_own_part(Path(sys.argv[1])))
