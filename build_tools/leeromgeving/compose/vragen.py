"""The questions of an edition → blocks, for one module or for all modules together."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..evaluate.bronnen import GelezenTekst
from ..evaluate.cijfers import Cijfers
from ..evaluate.formules import Aandeel, verschil
from ..evaluate.uitkomsten import grens, kennis, per_leerdoel, verschillen
from ..evaluate.verbergen import Groep
from ..model import EenModule, Vragenlijst
from ..model.vragenlijst import EenVraag, Kennisvragen, Keuze, Open, Stelling, VoorEnNa
from .blokken import (
    MARGE,
    VERSCHIL,
    PerCode,
    Schaal,
    deelrij,
    keuzeblok,
    schaalblok,
    staven,
    tabelblok,
    verschilcellen,
)
from .document import Alinea, Blok, Citaten, Kolom, Tabel


@dataclass(frozen=True)
class Vragen:
    """The questions of a level in an edition."""

    cijfers: Cijfers
    vragenlijst: Vragenlijst
    niveau: str
    module: EenModule | None = None
    """None: all modules together, without what is asked per leerdoel or kennisvraag."""
    teksten: tuple[GelezenTekst, ...] = ()

    @property
    def groep(self) -> Groep:
        """Whose answers."""
        return Groep(str(self.cijfers.periode), module=self.module.id if self.module else None)

    def blokken(self) -> Iterator[Blok]:
        """The blocks, in the order of the form; statements on one scale stand together."""
        vragen = [
            vraag
            for vraag in self.vragenlijst.vragen
            if vraag.niveau == self.niveau and not _is_background(vraag)
        ]
        for _, same in groupby(vragen, key=self._together):
            yield from self._blokken_van(list(same))

    def _together(self, vraag: EenVraag) -> tuple[object, ...]:
        if isinstance(vraag, Stelling) and vraag.per is None:
            return vraag.schaal, self.schaal(vraag).vanaf
        return (vraag.id,)

    def _blokken_van(self, vragen: list[EenVraag]) -> Iterator[Blok]:
        vraag = vragen[0]
        if isinstance(vraag, Stelling) and vraag.per is None:
            yield self._statements([v for v in vragen if isinstance(v, Stelling)])
        elif isinstance(vraag, Open):
            yield from self._texts(vraag)
        elif not isinstance(vraag, Stelling | VoorEnNa | Kennisvragen):
            yield self._choices(vraag)
        elif self.module:
            yield from self._of_module(vraag, self.module)

    def _of_module(
        self, vraag: Stelling | VoorEnNa | Kennisvragen, module: EenModule
    ) -> Iterator[Blok]:
        if isinstance(vraag, Stelling):
            found = per_leerdoel(self.cijfers, self.vragenlijst, vraag, module)
            rows = [(veld.tekst, per_code) for veld, per_code in found]
            yield self._scale(vraag, "Per leerdoel", rows, f"{vraag.tekst} ")
        elif isinstance(vraag, VoorEnNa):
            yield self._differences(vraag, module)
        elif module.kennisvragen:
            yield self._knowledge(vraag, module)

    def _statements(self, vragen: list[Stelling]) -> Blok:
        editie = self.vragenlijst.editie
        rows = [(v.tekst, self.cijfers.antwoorden(editie, v.id, self.groep)) for v in vragen]
        return self._scale(vragen[0], "Wat deelnemers van stellingen vinden", rows)

    def _scale(
        self, vraag: Stelling, titel: str, rows: list[tuple[str, PerCode]], noot: str = ""
    ) -> Blok:
        forms = self.cijfers.inzendingen(self.vragenlijst.editie, self.groep)
        schaal, noot = self.schaal(vraag), f"{noot}{self._source}"
        return schaalblok(self._id(vraag), titel, schaal, rows, forms, noot)

    def schaal(self, vraag: Stelling) -> Schaal:
        """The scale of a statement."""
        keuzes = self.vragenlijst.schalen[vraag.schaal]
        return Schaal(keuzes, grens(self.cijfers.leeromgeving, vraag, keuzes))

    def _choices(self, vraag: EenVraag) -> Blok:
        editie = self.vragenlijst.editie
        module = self.module.id if self.module else next(iter(self.cijfers.leeromgeving.modules))
        opties = self.cijfers.velden(self.vragenlijst, module)[vraag.id].opties
        return keuzeblok(
            self._id(vraag),
            vraag.tekst,
            opties,
            self.cijfers.antwoorden(editie, vraag.id, self.groep),
            self.cijfers.beantwoord(editie, vraag.id, self.groep),
            self._source,
        )

    def _differences(self, vraag: VoorEnNa, module: EenModule) -> Blok:
        rows = tuple(
            (leren, *verschilcellen(verschil(paren or {})))
            for leren, paren in verschillen(self.cijfers, self.vragenlijst, vraag, module)
        )
        steps = len(self.vragenlijst.schalen[vraag.schaal])
        noot = (
            f"In stappen op een schaal van {steps}. Boven nul: deelnemers zien vooruitgang. "
            f"{self._source}"
        )
        titel = "Vóór de module en nu: wat deelnemers zelf zeggen"
        return tabelblok(Tabel(self._id(vraag), titel, (Kolom("leerdoel"), *VERSCHIL), rows, noot))

    def _knowledge(self, vraag: Kennisvragen, module: EenModule) -> Blok:
        found = kennis(self.cijfers, self.vragenlijst, vraag, module)
        rows = [(veld.tekst, share) for veld, share in found]
        titel = "Kennisvragen: welk deel is goed?"
        kolommen = (Kolom("kennisvraag"), Kolom("n", "aantal"), Kolom("goed", "percentage"), *MARGE)
        cells = tuple(deelrij(label, share) for label, share in rows)
        return staven(Tabel(self._id(vraag), titel, kolommen, cells, self._source), rows)

    def _texts(self, vraag: Open) -> Iterator[Blok]:
        """Only per module, and only of a group that is large enough."""
        if not self.module:
            return
        items = tuple(
            tekst.tekst
            for tekst in self.teksten
            if (tekst.vragenlijst, tekst.module, tekst.veld)
            == (self.vragenlijst.editie, self.module.id, vraag.id)
        )
        if items and self.cijfers.inzendingen(self.vragenlijst.editie, self.groep) is not None:
            yield Alinea(f"‘{vraag.tekst}’ Dit schreven deelnemers, gelezen door het Borgbureau:")
            yield Citaten(items)

    def vergelijking(
        self, id: str, titel: str, eerste: str, groepen: list[tuple[str, Groep]]
    ) -> Iterator[Blok]:
        """Each statement for several groups, one under another; none without statements."""
        stellingen = [
            vraag
            for vraag in self.vragenlijst.vragen
            if isinstance(vraag, Stelling) and vraag.per is None and vraag.niveau == self.niveau
        ]
        if not stellingen or not groepen:
            return
        kolommen = (
            Kolom("stelling"),
            Kolom(eerste),
            Kolom("n", "aantal"),
            Kolom("eens", "percentage"),
            *MARGE,
        )
        rows = tuple(
            (vraag.tekst, *deelrij(label, self.eens(vraag, groep)))
            for vraag in stellingen
            for label, groep in groepen
        )
        schaal = self.schaal(stellingen[0])
        noot = f"Eens: ‘{schaal.keuzes[schaal.vanaf - 1]}’ of hoger. {self._source}"
        id = f"{self._prefix}-niveau-{self.niveau}-{id}"
        yield tabelblok(Tabel(id, titel, kolommen, rows, noot))

    def eens(self, vraag: Stelling, groep: Groep) -> Aandeel | None:
        """The share of a group that agrees with a statement; None when hidden."""
        per_code = self.cijfers.antwoorden(self.vragenlijst.editie, vraag.id, groep)
        return self.schaal(vraag).eens(per_code) if per_code else None

    @property
    def _source(self) -> str:
        return f"Bron: vragenlijst {self.vragenlijst.editie}, {self.cijfers.periode.woorden}."

    @property
    def _prefix(self) -> str:
        module = self.module.id if self.module else "alle"
        return f"{self.vragenlijst.editie.replace('/', '-')}-{module}"

    def _id(self, vraag: EenVraag) -> str:
        return f"{self._prefix}-{vraag.id}"


def _is_background(vraag: EenVraag) -> bool:
    """Who answered, not what: those who chose one answer are a group of their own."""
    return isinstance(vraag, Keuze) and isinstance(vraag.keuzes, str)
