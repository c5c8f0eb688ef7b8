"""Kill -9 under load: what was acknowledged is in the store, once, with its own answers."""

from pathlib import Path

from receive.kill import crash_postgresql, run
from receive.project import prepare


def test_killed_again_and_again(tmp_path: Path, store_url: str) -> None:
    def halfway() -> None:
        if store_url.startswith("postgresql"):
            crash_postgresql(store_url)

    outcome = run(prepare(tmp_path / "in-gebruik"), store_url, kills=2, seed=7, halfway=halfway)
    assert outcome.is_sound, outcome
