"""The long proofs, one by one; run by `make bewijs`. Each prints the page that it becomes."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "tests"))

from setup import install  # noqa: E402

PROGRAMS = {"wrk": "wrk", "goaccess": "goaccess", "java": "default-jre-headless"}
"""What the proofs start → Debian's package that brings it."""
PROOFS = {
    "tellen": "tellen.md",
    "lighthouse": "lighthouse.md",
    "spark": "spark.md",
    "bezoek": "bezoek.md",
    "ontvanger": "ontvanger.md",
    "bouwen": "README.md",
}
"""The scripts, the quick ones first, with the page that each becomes."""


def main(names: list[str]) -> int:
    """Run the named proofs, or all; gives the number that failed."""
    for program, package in PROGRAMS.items():
        if shutil.which(program) is None:
            install(package, f"Install {program} and try again.")
    failed = 0
    for name in names or PROOFS:
        print(f"== {name}", flush=True)
        done = subprocess.run(
            [sys.executable, str(HERE / f"{name}.py")],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        print(done.stdout, flush=True)
        if done.returncode:
            failed += 1
        else:
            (HERE / PROOFS[name]).write_text(done.stdout, encoding="utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
