"""All tests, in the order in which they fail fastest; run by `make test`.

Arguments are for pytest.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
STEPS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("pytest", "-n", "2", "--dist", "loadgroup", *sys.argv[1:]),
)

for step in STEPS:
    print(f"== {' '.join(step)}", flush=True)
    done = subprocess.run([sys.executable, "-m", *step], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)
