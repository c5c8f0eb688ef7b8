"""Made-up answers and visits, so that a report shows on a machine where nobody answered yet.

The same for the same content, on every machine and every Python. Whatever the content is: one
module (`special_module`) has all that a report must be able to point at, and the first has few
answers. What an editor needs to know about it stands in `evaluation/voorbeeld/README.md`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import Engine

from ..model import EenModule, Leeromgeving, SpecialistischeModule, Vragenlijst, adres, velden
from ..receive.scan import scan
from ..store import Bezoek, Inzending, Levering, Oefenresultaat, OpenTekst
from ..store.halfjaar import halfjaar
from ..store.manage import keep, unread
from ..store.rows import Herkomst
from ..store.write import add_bezoeken, add_inzendingen, add_levering, add_oefenresultaten
from .periode import Periode, parse_periode
from .voorbeeld_invullen import Bijzonder, Dice, Formulier, asks_instelling, bijzonder

AANTALLEN = {Periode(2025, 1): 15, Periode(2025, 2): 30, Periode(2026, 1): 45, Periode(2026, 2): 60}
"""Forms after the module that the special module gets; others get two thirds of it."""
NEWEST = Periode(2026, 2)
WEINIG = 3
"""Forms that the first module gets; and those of the last instelling, in the newest half year."""
LATER = 3
"""One in so many also answers after eight weeks."""
TEKSTEN = {
    "na-de-module": (
        "Bel me gerust voor meer uitleg: 06 12 34 56 78.",
        "Ik had graag nog een filmpje gezien.",
        "De voorbeelden lijken op mijn werk, dat helpt.",
        "Een korte samenvatting aan het eind zou fijn zijn.",
        "Sommige zinnen moest ik twee keer lezen.",
        "Graag meer oefeningen bij het laatste stuk.",
        "Op mijn telefoon werkte alles goed.",
        "De uitleg over samenwerken mag iets langer.",
    ),
    "na-acht-weken": (
        "We bespreken het nu in het teamoverleg.",
        "Een collega die met me meekeek.",
        "De kaart hangt bij ons op kantoor.",
        "Rustig blijven oefenen, elke dienst een beetje.",
    ),
}
"""Answers to the first open question, by moment; the scan puts the very first aside."""
SITE = {
    "": 3,
    adres.MODULES: 1.5,
    adres.OPLEIDINGSAANBOD: 2,
    adres.LEERROUTES: 0.4,
    adres.THEMAS: 0.3,
}
"""Views of pages, on average for each form that comes in after a module."""
START, ONDERDEEL, RARELY, LEERROUTE = 3.7, 2.6, 0.3, 0.1
"""The same for the page of the module, an onderdeel, the onderdeel that few open, a leerroute."""
NOT_SENT, FIRST = 0.8, 0.7
"""Forms that are opened and not sent, per form that is; share of first views of other pages."""
HERKOMST: tuple[Herkomst, ...] = ("intern", "direct", "zoekmachine", "elders", "onbekend")
WEBLOG, LEERSYSTEEM = "voorbeeld-weblog", "voorbeeld-leersysteem"
"""Names of koppelingen; there are no such files."""
RESULTATEN = 40


def fill(engine: Engine, leeromgeving: Leeromgeving) -> None:
    """Put the example into an empty store, all of it or nothing; raises SQLAlchemyError."""
    forms = list(inzendingen(leeromgeving))
    own = {form.sleutel for form in forms}
    views = bezoeken(leeromgeving, forms)
    logged = [replace(v, eerste=None) for v in views if halfjaar(v.dag) == str(NEWEST)]
    geteld = sum(view.weergaven for view in logged)
    left_out = {"bots": geteld // 2, "geen pagina van de site": geteld * 6}
    weblog = _levering(WEBLOG, "fictief-access.log.gz", geteld, left_out)
    with engine.begin() as connection:
        add_inzendingen(connection, forms)
        for text in unread(connection):
            if text.sleutel in own and not text.redenen:
                keep(connection, text, text.tekst, ())
        add_bezoeken(connection, views)
        add_levering(connection, weblog)
        add_bezoeken(connection, logged, WEBLOG, weblog.sleutel)
        add_levering(connection, _levering(LEERSYSTEEM, "fictief-xapi.json", RESULTATEN, {}))
        add_oefenresultaten(connection, oefenresultaten(leeromgeving), LEERSYSTEEM)


@dataclass(frozen=True)
class _Ronde:
    """The forms of one module and questionnaire in one half year."""

    module: EenModule
    editie: Vragenlijst
    periode: Periode
    aantal: int
    texts: Sequence[str]
    """For the first forms, one each."""
    special: Bijzonder
    rare: int
    """So many forms come from the last instelling."""


def special_module(leeromgeving: Leeromgeving) -> EenModule:
    """The last specialistische module, for its onderdelen; without any, the last module."""
    modules = list(leeromgeving.modules.values())
    with_onderdelen = [m for m in modules if isinstance(m, SpecialistischeModule)]
    return (with_onderdelen or modules)[-1]


def _rondes(leeromgeving: Leeromgeving) -> Iterator[_Ronde]:
    modules, the_special = leeromgeving.modules.values(), special_module(leeromgeving)
    for place, module in enumerate(modules):
        is_special = module is the_special
        special = bijzonder(module) if is_special else Bijzonder()
        for editie in leeromgeving.vragenlijsten.values():
            is_later = editie.moment == "na-acht-weken"
            for periode, most in AANTALLEN.items():
                aantal = most if is_special else most * 2 // 3 if place else WEINIG
                is_newest = periode == NEWEST
                texts = TEKSTEN[editie.moment][place :: len(modules)] if is_newest else ()
                rare = WEINIG if is_special and is_newest and not is_later else 0
                aantal = aantal // LATER if is_later else aantal
                yield _Ronde(module, editie, periode, aantal, texts, special, rare)


def inzendingen(leeromgeving: Leeromgeving) -> Iterator[Inzending]:
    """The forms, as the receiver would have stored them."""
    for ronde in _rondes(leeromgeving):
        module, editie = ronde.module, ronde.editie
        fields = velden(editie, module, leeromgeving.basisgegevens)
        vragen = {vraag.id: vraag for vraag in editie.vragen}
        asks = next((v.id for v in editie.vragen if asks_instelling(v)), "")
        own_words = next((veld.naam for veld in fields if veld.invoer == "open"), "")
        for index in range(ronde.aantal):
            name = f"voorbeeld/{editie.editie}/{module.id}/{ronde.periode}/{index}"
            dice = Dice(name)
            form = Formulier(vragen, fields, ronde.special, index < ronde.rare)
            given = form.fill_in(dice)
            text = ronde.texts[index] if own_words and index < len(ronde.texts) else ""
            yield Inzending(
                sleutel=str(uuid5(NAMESPACE_URL, name)),
                vragenlijst=editie.editie,
                module=module.id,
                dag=dice.day(ronde.periode),
                instelling="".join(given.get(asks, ())),
                antwoorden=tuple((naam, code) for naam, codes in given.items() for code in codes),
                teksten=(OpenTekst(own_words, text, scan(text)),) if text else (),
            )


def bezoeken(leeromgeving: Leeromgeving, forms: Iterable[Inzending]) -> list[Bezoek]:
    """Views as the site's own beacon counts them, sorted; each form was opened at least."""
    views: Counter[tuple[str, str, Herkomst]] = Counter()
    first: Counter[tuple[str, str, Herkomst]] = Counter()
    for form in forms:
        dice = Dice(f"{form.sleutel}/bezoek")
        periode = parse_periode(halfjaar(form.dag))
        moment = leeromgeving.edities[form.vragenlijst].moment
        herkomst: Herkomst = "direct" if moment == "na-acht-weken" else "intern"
        pad = adres.vragenlijst_uri(form.module, moment)
        opened = [(form.dag, pad, herkomst)]
        opened += [(dice.day(periode), pad, herkomst)] * dice.number(NOT_SENT)
        first.update(opened)
        if moment == "na-de-module":
            for pad, mean in _pages(leeromgeving, form.module):
                for _ in range(dice.number(mean)):
                    view = (dice.day(periode), pad, HERKOMST[dice.low(len(HERKOMST))])
                    views[view] += 1
                    first[view] += dice.chance(FIRST)
        views.update(opened)
    return [Bezoek(*view, number, first[view]) for view, number in sorted(views.items())]


def _pages(leeromgeving: Leeromgeving, id: str) -> Iterator[tuple[str, float]]:
    """Pages, with how often each is seen for a form that comes in after the module."""
    module = leeromgeving.modules[id]
    yield from SITE.items()
    yield adres.module_uri(id), START
    if isinstance(module, SpecialistischeModule):
        rare = bijzonder(module).onderdeel if module is special_module(leeromgeving) else ""
        for onderdeel in module.onderdelen:
            mean = RARELY if onderdeel == rare else ONDERDEEL
            yield adres.onderdeel_uri(id, onderdeel), mean
    for leerroute in leeromgeving.leerroutes:
        yield adres.leerroute_uri(leerroute), LEERROUTE


def oefenresultaten(leeromgeving: Leeromgeving) -> Iterator[Oefenresultaat]:
    """Results of one made-up exercise of the special module, in the newest half year."""
    module = special_module(leeromgeving).id
    for index in range(RESULTATEN):
        dice = Dice(f"voorbeeld/oefening/{module}/{index}")
        sleutel = str(uuid5(NAMESPACE_URL, f"voorbeeld/oefening/{module}/{index}"))
        score = dice.high(11, 2) / 10
        dag = dice.day(NEWEST)
        yield Oefenresultaat(sleutel, dag, module, "Verzonnen oefening", score >= 0.6, score)


def _levering(bron: str, bestand: str, geteld: int, left_out: dict[str, int]) -> Levering:
    gelezen = geteld + sum(left_out.values())
    van, tot = NEWEST.van, NEWEST.tot
    return Levering(bron, bron, bestand, tot, van, tot, gelezen, geteld, left_out)
