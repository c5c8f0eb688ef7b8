"""A folder that is never half: made aside, and renamed when it is whole."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def made_aside(folder: Path) -> Iterator[Path]:
    """The path at which to make a new `folder`; it takes the old one's place when nothing failed.

    Raises OSError when that can't be done; the old folder is there then.
    """
    aside = folder.with_name(f".{folder.name}-nieuw")
    old = folder.with_name(f".{folder.name}-oud")
    if old.exists() and not folder.exists():  # somebody was killed between the two renames
        old.rename(folder)
    shutil.rmtree(aside, ignore_errors=True)
    try:
        yield aside
        _replace(folder, aside, old)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


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
