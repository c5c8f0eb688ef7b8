"""The front page: five things to know, decisions asked, a sentence per level, what is unknown."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..evaluate.bezoekcijfers import Bezoekcijfers, bezoekcijfers
from ..evaluate.bronnen import Bronnen
from ..evaluate.cijfers import Cijfers
from ..evaluate.doelen import Doeluitkomst
from ..evaluate.formules import Aandeel
from ..evaluate.periode import Periode
from ..evaluate.uitkomsten import aandeel_samen
from ..evaluate.verbergen import Groep
from . import niveauzinnen
from .bezoekhoofdstuk import naam_van
from .document import Blok, Hoofdstuk, Kop, Lijst
from .format import number


@dataclass(frozen=True)
class Samenvatting:
    """What the front page is made of."""

    cijfers: Cijfers
    bezoek: Bezoekcijfers
    doelen: tuple[Doeluitkomst, ...]
    verbeterpunten: dict[str, tuple[str, ...]]
    """By the title of the module."""
    bronnen: Bronnen

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
        yield self._answers()
        yield self._best_and_worst()
        yield niveauzinnen.resultaat(self.doelen)
        yield self._first_hint()

    def _levels(self) -> Iterator[str]:
        yield f"Reactie: {_lower(niveauzinnen.reactie(self.cijfers))}"
        yield f"Leren: {_lower(niveauzinnen.leren(self.cijfers))}"
        yield f"Gedrag: {_lower(niveauzinnen.gedrag(self.cijfers))}"
        yield f"Resultaat: {_lower(niveauzinnen.resultaat(self.doelen))}"

    def _visits(self) -> str:
        if not self.bezoek.bron:
            return "Over het bezoek weten we niets: niemand heeft geteld."
        periode, tellingen = self.cijfers.periode, self.cijfers.tellingen
        modules = self.cijfers.leeromgeving.modules.values()
        most = max(modules, key=self.bezoek.van_module, default=None)
        best = f" Het meest bekeken: ‘{most.titel}’." if most else ""
        former = bezoekcijfers(tellingen, periode.vorige, self.bezoek.bron)
        compared = f", in {periode.vorige.woorden} {_amount(former.totaal)}" if former.dagen else ""
        return (
            f"De pagina's zijn in {periode.woorden} {_amount(self.bezoek.totaal)} keer "
            f"bekeken{compared}.{best}"
        )

    def _answers(self) -> str:
        told = []
        for vragenlijst in self.cijfers.edities:
            now = self.cijfers.inzendingen(vragenlijst.editie, self.cijfers.groep)
            former = self.cijfers.inzendingen(vragenlijst.editie, Groep(str(self._former)))
            if now is not None:
                before = "" if former is None else f", in {self._former.woorden} {_amount(former)}"
                told.append(f"‘{vragenlijst.titel}’ {_amount(now)} keer{before}")
        if not told:
            return "Er zijn te weinig vragenlijsten ingevuld om er iets van te laten zien."
        return f"Zo vaak is een vragenlijst ingevuld: {'; '.join(told)}."

    @property
    def _former(self) -> Periode:
        return self.cijfers.periode.vorige

    def _best_and_worst(self) -> str:
        """The statements of level 1 that most and fewest agree with."""
        shares: dict[str, Aandeel] = {}
        for _, vraag, schaal in niveauzinnen.stellingen(self.cijfers, "1"):
            share = aandeel_samen(self.cijfers, vraag.id, schaal.vanaf)
            if vraag.per is None and niveauzinnen.is_enough(share):
                shares[niveauzinnen.bare(vraag.tekst)] = share
        if len(shares) < 2:
            return niveauzinnen.reactie(self.cijfers)
        order = sorted(shares, key=lambda tekst: shares[tekst].aandeel)
        best, worst = (
            f"‘{tekst}’ ({number(shares[tekst].aandeel, 'percentage')})"
            for tekst in (order[-1], order[0])
        )
        return f"Deelnemers zijn het vaakst eens met {best}, het minst vaak met {worst}."

    def _first_hint(self) -> str:
        for titel, punten in self.verbeterpunten.items():
            if punten:
                return f"Valt op bij ‘{titel}’: {_lower(punten[0])}"
        return "De cijfers wijzen bij geen module iets aan dat beter kan."

    def _decisions(self) -> Iterator[str]:
        if any(doel.doelstelling.vastgesteld is None for doel in self.doelen):
            yield "Stel de normen bij de doelstellingen vast, of pas ze aan: ze zijn een voorstel."
        missed = [d.doelstelling.titel for d in self.doelen if d.oordeel == "niet gehaald"]
        if missed:
            titels = "; ".join(f"‘{niveauzinnen.bare(titel)}’" for titel in missed)
            yield f"Bespreek wat nodig is voor wat niet gehaald is: {titels}."
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
        if thin := sum(doel.oordeel == "te weinig gegevens" for doel in self.doelen):
            yield f"Over {thin} van de doelstellingen zijn er te weinig gegevens."
        if self.bezoek.bron and not self.bezoek.is_heel(self.cijfers.periode):
            yield f"Het bezoek van de hele periode: {naam_van(self.bezoek.bron)} telde niet steeds."
        if self.cijfers.verdwenen():
            yield (
                "Wat antwoorden betekenen op vragen of modules die er niet meer zijn. Ze staan bij "
                "‘Methode en grenzen’."
            )
        if waiting := self.bronnen.ongelezen:
            words = "eigen tekst wacht" if waiting == 1 else "eigen teksten wachten"
            yield f"{waiting} {words} nog op het Borgbureau. Dat staat niet in dit rapport."


def _amount(n: int) -> str:
    return number(n, "aantal")


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
