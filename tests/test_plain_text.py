"""Text that nobody scans is shown as it is typed: only fields of a Markdown type become HTML.

What the check scans follows from the same types (`check/texts.py`), so no link or image of an
author reaches a page unseen.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from leeromgeving.check.references import WHERE
from leeromgeving.load import load
from leeromgeving.model import Model
from leeromgeving.model.base import MARKDOWN, Regel
from leeromgeving.pages import make_pages

MINI = Path(__file__).parent / "projects" / "mini"
POISON = "Zie [hier](javascript:alert(1)) ![x](https://elders.example/x.png) <b>nu</b>"


def marks(annotation: Any) -> Iterator[Any]:
    """Everything that says something about a type or its parts."""
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from marks(part)


(ONE_LINE,) = (part for part in marks(Regel) if type(part).__name__ == "AfterValidator")


def is_plain_line(model: Model, name: str) -> bool:
    field = type(model).model_fields[name]
    found = [*field.metadata, *marks(field.annotation)]
    return ONE_LINE in found and MARKDOWN not in found and name not in WHERE


def poisoned(model: Model, seen: set[str]) -> Model:
    """A copy in which every plain line holds Markdown and HTML; `seen` gets their names."""
    new: dict[str, Any] = {}
    for name, value in model:
        if isinstance(value, Model):
            new[name] = poisoned(value, seen)
        elif isinstance(value, tuple) and value and isinstance(value[0], Model):
            new[name] = tuple(poisoned(item, seen) for item in value)
        elif value and is_plain_line(model, name):
            seen.add(f"{type(model).__name__}.{name}")
            if isinstance(value, str):
                new[name] = POISON
            elif isinstance(value, dict):
                new[name] = {key: (POISON,) * len(texts) for key, texts in value.items()}
            else:
                new[name] = (POISON,) * len(value)
    return model.model_copy(update=new)


def test_plain_text_stays_text_on_every_page() -> None:
    loaded, seen = load(MINI), set[str]()
    for pad, bestand in loaded.bestanden.items():
        loaded.bestanden[pad] = poisoned(bestand, seen)  # type: ignore[assignment]
    bodies = [page.text.split("---\n", 2)[2] for page in make_pages(loaded.leeromgeving())]
    text = "\n".join(bodies)
    assert {"Casus.titel", "Gat.goed", "Bron.titel", "Benoemd.titel", "Vragenlijst.schalen"} <= seen
    assert "[hier](javascript:alert(1))" in text
    for obeyed in ('href="javascript', '<img src="https', "<b>nu"):
        assert obeyed not in text
