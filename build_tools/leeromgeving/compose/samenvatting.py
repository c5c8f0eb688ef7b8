"""The front page: five things to know, decisions asked, a sentence per level, what is unknown."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..evaluate.bezoekcijfers import Bezoekcijfers
from ..evaluate.cijfers import Cijfers
from ..evaluate.doelen import Doeluitkomst, Oordeel
from ..evaluate.formules import AANTALLEN_TOT, Aandeel, aandeel
from ..evaluate.uitkomsten import kennis_samen, schaal_samen, verschil_samen, vragen_van
from ..model.vragenlijst import Stelling
from .bezoekhoofdstuk import naam_van
from .blokken import eens_met
from .document import Blok, Hoofdstuk, Kop, Lijst
from .format import interval, number

TE_WEINIG = "er zijn te weinig antwoorden om iets te zeggen"


@dataclass(frozen=True)
class Samenvatting:
    """What the front page is made of."""

    cijfers: Cijfers
    bezoek: Bezoekcijfers
    doelen: tuple[Doeluitkomst, ...]
    verbeterpunten: dict[str, tuple[str, ...]]
    """By the title of the module."""
    ongelezen: int
    """Free texts that nobody read yet."""

    def hoofdstuk(self) -> Hoofdstuk:
        """The chapter."""
        blokken: list[Blok] = [
            Kop("vijf-dingen", "Vijf dingen om te weten"),
            Lijst(tuple(self._five_things()), genummerd=True),
            Kop("besluiten", "Besluiten die we van de stuurgroep vragen"),
            Lijst(tuple(self._decisions()), genummerd=True),
            Kop("vier-niveaus", "De vier niveaus in één zin"),
            Lijst(tuple(self._levels())),
            Kop("wat-we-niet-weten", "Wat we niet weten"),
            Lijst(tuple(self._unknown())),
        ]
        return Hoofdstuk("samenvatting", "In het kort", tuple(blokken))

    def _five_things(self) -> Iterator[str]:
        yield self._visits()
        yield self._reaction()
        yield self._learning()
        yield self._behaviour()
        yield self._goals()

    def _levels(self) -> Iterator[str]:
        yield f"Reactie: {_lower(self._reaction())}"
        yield f"Leren: {_lower(self._learning())} {self._self_rated()}"
        yield f"Gedrag: {_lower(self._behaviour())}"
        yield f"Resultaat: {_lower(self._goals())}"

    def _visits(self) -> str:
        if not self.bezoek.bron:
            return "Over het bezoek weten we niets: niemand heeft geteld."
        modules = self.cijfers.leeromgeving.modules.values()
        most = max(modules, key=self.bezoek.van_module, default=None)
        best = f" Het meest bekeken: ‘{most.titel}’." if most else ""
        return (
            f"De pagina's zijn {number(self.bezoek.totaal, 'aantal')} keer bekeken in "
            f"{self.cijfers.periode.woorden}.{best}"
        )

    def _reaction(self) -> str:
        """The first statement of level 1, which is the one on usefulness."""
        for vragenlijst, vraag in vragen_van(self.cijfers, Stelling):
            if vraag.niveau != "1" or vraag.per is not None:
                continue
            groep = self.cijfers.groep
            per_code = self.cijfers.antwoorden(vragenlijst.editie, vraag.id, groep)
            share = eens_met(per_code, vragenlijst.schalen[vraag.schaal]) if per_code else None
            if share and share.n >= AANTALLEN_TOT:
                return f"{_percent(share)} van de deelnemers is het eens met ‘{vraag.tekst}’."
        return f"Over wat deelnemers van de modules vonden: {TE_WEINIG}."

    def _learning(self) -> str:
        share = kennis_samen(self.cijfers, self.cijfers.leeromgeving.modules.values())
        if share is None or share.n < AANTALLEN_TOT:
            return f"Over wat deelnemers leerden: {TE_WEINIG}."
        return f"{_percent(share)} van de antwoorden op kennisvragen is goed."

    def _self_rated(self) -> str:
        found = verschil_samen(self.cijfers, self.cijfers.leeromgeving.modules.values())
        if found is None or found.interval is None or found.n < AANTALLEN_TOT:
            return ""
        step = number(found.gemiddelde, "getal")
        return (
            f"Zelf geven deelnemers hun leerdoelen nu gemiddeld {step} stap hoger dan vóór de "
            f"module (marge {interval(*found.interval, 'getal')}, n\xa0=\xa0{found.n})."
        )

    def _behaviour(self) -> str:
        for vragenlijst, vraag in vragen_van(self.cijfers, Stelling):
            if vraag.niveau != "3" or vraag.per is None:
                continue
            modules = self.cijfers.leeromgeving.modules.values()
            schaal = vragenlijst.schalen[vraag.schaal]
            samen = schaal_samen(self.cijfers, vragenlijst, vraag, modules)
            n = sum(samen[str(code)] for code in range(1, len(schaal) + 1))
            often = sum(samen[str(code)] for code in range(3, len(schaal) + 1))
            share = aandeel(often, n)
            if share and share.n >= AANTALLEN_TOT:
                return (
                    f"In {_percent(share)} van de gevallen zeggen deelnemers na acht weken dat zij "
                    f"‘{schaal[min(2, len(schaal) - 1)]}’ of vaker doen wat ze leerden."
                )
        return f"Over wat deelnemers in hun werk doen: {TE_WEINIG}."

    def _goals(self) -> str:
        if not self.doelen:
            return "Er zijn nog geen doelstellingen om aan te toetsen."
        counts = {o: sum(d.oordeel == o for d in self.doelen) for o in ORDER}
        told = [f"{n} {words}" for words, n in counts.items() if n]
        return f"Van de {len(self.doelen)} doelstellingen zijn er {', '.join(told)}."

    def _decisions(self) -> Iterator[str]:
        if any(doel.doelstelling.vastgesteld is None for doel in self.doelen):
            yield "Stel de normen bij de doelstellingen vast, of pas ze aan: ze zijn een voorstel."
        missed = sum(doel.oordeel == "niet gehaald" for doel in self.doelen)
        if missed:
            words = "het doel dat" if missed == 1 else f"de {missed} doelen die"
            verb = "is" if missed == 1 else "zijn"
            yield f"Bespreek wat nodig is voor {words} niet gehaald {verb} (zie niveau 4)."
        groups = [f"‘{titel}’ ({len(p)})" for titel, p in self.verbeterpunten.items() if p]
        if groups:
            yield f"Vraag de ontwikkelgroepen naar ‘Wat kan beter’ te kijken: {', '.join(groups)}."
        if any(doel.oordeel == "te weinig gegevens" for doel in self.doelen):
            yield "Besluit hoe we aan meer antwoorden komen."

    def _unknown(self) -> Iterator[str]:
        yield "Wat deelnemers vinden die geen vragenlijst invulden."
        yield "Of deelnemers echt doen wat zij zeggen, en wat cliënten ervan merken."
        yield (
            "Of dezelfde mensen na acht weken antwoordden: we volgen niemand. Eén persoon kan ook "
            "meer vragenlijsten invullen."
        )
        thin = [d.doelstelling.titel for d in self.doelen if d.oordeel == "te weinig gegevens"]
        if thin:
            yield f"Over {len(thin)} van de doelstellingen zijn er te weinig gegevens."
        if self.bezoek.bron and self.bezoek.eerste is None:
            bron = naam_van(self.bezoek.bron)
            yield f"De respons: {bron} kan eerste bezoeken niet onderscheiden."
        if self.ongelezen:
            words = "eigen tekst wacht" if self.ongelezen == 1 else "eigen teksten wachten"
            yield f"{self.ongelezen} {words} nog op het Borgbureau. Dat staat niet in dit rapport."


ORDER: tuple[Oordeel, ...] = ("gehaald", "deels gehaald", "niet gehaald", "te weinig gegevens")


def _percent(share: Aandeel) -> str:
    return (
        f"{number(share.aandeel, 'percentage')} (marge "
        f"{interval(share.laag, share.hoog, 'percentage')}, n\xa0=\xa0{share.n})"
    )


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
