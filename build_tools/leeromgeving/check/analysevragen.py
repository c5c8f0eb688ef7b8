"""Rules about the analysevragen: what a module says on them, and on which it is silent."""

from collections.abc import Iterator

from ..findings import Finding
from ..load import ANALYSEVRAGEN, names
from .context import Context, choice, repeated


def answers_go_with_a_question(context: Context) -> Iterator[Finding]:
    """M202, M205: what a module says is about questions of the list, each of them once."""
    if ANALYSEVRAGEN in context.unreadable:
        return
    asked = _asked(context)
    for module in context.loaded.modules():
        vragen = [item.vraag for item in module.analyse]
        for index, vraag in enumerate(vragen):
            if vraag not in asked:
                values = choice(vraag, asked) | {"waar": ANALYSEVRAGEN}
                yield context.finding(module.pad, ("analyse", index, "vraag"), "M202", **values)
        for later, _ in repeated(vragen):
            loc = ("analyse", later, "vraag")
            yield context.finding(module.pad, loc, "M205", waarde=vragen[later])


def every_question_is_considered(context: Context) -> Iterator[Finding]:
    """M605: a module says something on every question, if only that it is still open."""
    for module in context.loaded.modules():
        considered = {item.vraag for item in module.analyse}
        silent = [vraag for vraag in _asked(context) if vraag not in considered]
        if silent:
            values = {"keuzes": ", ".join(dict.fromkeys(silent))}
            yield context.finding(module.pad, ("analyse",), "M605", **values)


def _asked(context: Context) -> list[str]:
    return names(context.loaded.documents.values(), ANALYSEVRAGEN, "analysevragen")
