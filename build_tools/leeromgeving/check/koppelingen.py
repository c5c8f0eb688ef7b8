"""Rules about koppelingen: what they name exists in our own questionnaires (ontwerp §7)."""

from collections.abc import Iterable, Iterator, Mapping

from ..findings import Finding
from ..model import Basisgegevens, Model, Veld, Vragenlijst, velden
from ..model.koppeling import Antwoordkoppeling, Oefenobject, Veldkolom, Xapi
from .context import Context, Loc, choice, repeated, walk
from .references import WHERE

EITHER = {
    Antwoordkoppeling: ("module", "modules"),
    Veldkolom: ("kolom", "kolommen"),
    Oefenobject: ("object", "begint_met"),
}
"""Of these keys exactly one says it."""
Fields = dict[str, list[Veld]]
"""Name of a field → the field in the form of each module that has it."""


def _koppelingen(context: Context) -> Iterator[Antwoordkoppeling | Xapi]:
    for bestand in context.loaded.bestanden.values():
        if isinstance(bestand, Antwoordkoppeling | Xapi):
            yield bestand


def one_key_says_it(context: Context) -> Iterator[Finding]:
    """E824: one module or a column of modules; one column or several; one way to find objects."""
    for koppeling in _koppelingen(context):
        for loc, model in walk(koppeling):
            for kind, keys in EITHER.items():
                aantal = sum(bool(getattr(model, key, None)) for key in keys)
                if isinstance(model, kind) and aantal != 1:
                    values = {"aantal": str(aantal), "keuzes": ", ".join(keys)}
                    yield context.finding(koppeling.pad, loc, "E824", **values)


def everything_stands_once(context: Context) -> Iterator[Finding]:
    """E823: a field, a column or an xAPI object stands in one place."""
    for koppeling in _koppelingen(context):
        pad, items = koppeling.pad, list(walk(koppeling))
        for keys in (("veld",), ("kolom", "kolommen"), ("object", "begint_met")):
            named = [(name, place) for loc, model in items for name, place in _at(model, loc, keys)]
            for later, earlier in repeated(name for name, _ in named):
                name, place = named[later]
                eerder = str(context.line(pad, named[earlier][1]))
                yield context.finding(pad, place, "E823", waarde=name, eerder=eerder)


def _at(model: Model, loc: Loc, keys: tuple[str, ...]) -> Iterator[tuple[str, Loc]]:
    for key in keys:
        value = getattr(model, key, None)
        if isinstance(value, str):
            yield value, (*loc, key)
        elif isinstance(value, dict):
            yield from ((name, (*loc, key, name)) for name in value)


def named_modules_exist(context: Context) -> Iterator[Finding]:
    """M202: the modules that the values of a column stand for."""
    for koppeling in _koppelingen(context):
        if isinstance(koppeling, Antwoordkoppeling) and koppeling.modules:
            for name, module in koppeling.modules.namen.items():
                if module not in context.module_names:
                    loc = ("modules", "namen", name)
                    values = choice(module, context.module_names)
                    yield context.finding(
                        koppeling.pad, loc, "M202", **values, waar=WHERE["module"]
                    )


def columns_fit_the_form(context: Context) -> Iterator[Finding]:
    """E820, E821, E822, E825, E826: edition, fields, lists and codes exist."""
    edities = {
        bestand.editie: bestand
        for bestand in context.loaded.bestanden.values()
        if isinstance(bestand, Vragenlijst)
    }
    for koppeling in _koppelingen(context):
        if not isinstance(koppeling, Antwoordkoppeling):
            continue
        if koppeling.vragenlijst not in edities:
            values = choice(koppeling.vragenlijst, edities)
            yield context.finding(koppeling.pad, ("vragenlijst",), "E820", **values)
            continue
        fields = _fields(context, koppeling, edities[koppeling.vragenlijst])
        if fields:
            yield from _columns_fit(context, koppeling, fields)
            yield from _lists_fit(context, koppeling, fields)


def _fields(context: Context, koppeling: Antwoordkoppeling, vragenlijst: Vragenlijst) -> Fields:
    """The fields of the forms that a koppeling is about; none when they aren't known yet."""
    named = koppeling.modules.namen.values() if koppeling.modules else ()
    basis = context.loaded.bestanden.get("catalog/leeromgeving.yml")
    fields: Fields = {}
    if not isinstance(basis, Basisgegevens):
        return fields
    for module in context.loaded.modules():
        if module.id in (koppeling.module, *named):
            try:
                own = velden(vragenlijst, module, basis)
            except (KeyError, RuntimeError):
                return {}  # E801 or E810 says so
            for veld in own:
                fields.setdefault(veld.naam, []).append(veld)
    return fields


def _codes(fields: list[Veld]) -> list[str]:
    return list(dict.fromkeys(optie.code for veld in fields for optie in veld.opties))


def _columns_fit(
    context: Context, koppeling: Antwoordkoppeling, fields: Fields
) -> Iterator[Finding]:
    for index, item in enumerate(koppeling.velden):
        pad, loc = koppeling.pad, ("velden", index)
        if item.veld not in fields:
            values = choice(item.veld, fields) | {"editie": koppeling.vragenlijst}
            yield context.finding(pad, (*loc, "veld"), "E821", **values)
            continue
        invoer, codes = fields[item.veld][0].invoer, _codes(fields[item.veld])
        if item.kolommen and invoer != "meer":
            yield context.finding(
                pad, (*loc, "kolommen"), "E825", sleutel="kolommen", veld=item.veld
            )
        elif item.lijst and (invoer == "open" or item.kolommen):
            yield context.finding(pad, (*loc, "lijst"), "E825", sleutel="lijst", veld=item.veld)
        elif item.lijst and item.lijst not in koppeling.lijsten:
            values = choice(item.lijst, koppeling.lijsten)
            yield context.finding(pad, (*loc, "lijst"), "E826", **values)
        else:
            place = (*loc, "kolommen")
            yield from _codes_exist(context, pad, place, item.kolommen, codes, item.veld)


def _lists_fit(context: Context, koppeling: Antwoordkoppeling, fields: Fields) -> Iterator[Finding]:
    """A list may serve several fields: one of them knows each code."""
    for name, answers in koppeling.lijsten.items():
        served = [item.veld for item in koppeling.velden if item.lijst == name]
        codes = _codes([veld for one in served for veld in fields.get(one, ())])
        if codes:
            place = ("lijsten", name)
            yield from _codes_exist(
                context, koppeling.pad, place, answers, codes, ", ".join(served)
            )


def _codes_exist(
    context: Context,
    pad: str,
    loc: Loc,
    answers: Mapping[str, str],
    codes: Iterable[str],
    veld: str,
) -> Iterator[Finding]:
    for text, code in answers.items():
        if code not in codes:
            yield context.finding(pad, (*loc, text), "E822", **choice(code, codes), veld=veld)
