"""A folder that is never half: made aside, and renamed when it is whole."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def made_aside(folder: Path) -> Iterator[Path]:
    """The path at which to make a new `folder`; it takes the old one's place when nothing failed.

    Of two at the same time each makes its own, and the last one stays. Raises OSError when that
    can't be done; the old folder is there then.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    old = folder.with_name(f".{folder.name}-oud")
    if old.exists() and not folder.exists():  # somebody was killed between the two renames
        old.rename(folder)
    with TemporaryDirectory(
        prefix=f".{folder.name}-", dir=folder.parent, ignore_cleanup_errors=True
    ) as own:
        aside = Path(own) / folder.name  # inside, since only its owner may look into `own` itself
        yield aside
        _replace(folder, aside, old)


def _replace(folder: Path, aside: Path, old: Path) -> None:
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    try:
        aside.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
