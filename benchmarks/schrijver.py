"""Writes made-up Dutch texts and oefeningen, the same for the same seed."""

import random
from typing import Any

SEED = 2026
Blok = dict[str, Any]
"""A block of a page, exactly as its YAML says it."""

FIRST = (
    "avond", "behandel", "begeleidings", "bewoners", "cliënt", "contact", "crisis", "dag",
    "dienst", "eet", "emotie", "ervarings", "familie", "gedrags", "gespreks", "gezins", "groeps",
    "herstel", "huis", "kennis", "kwaliteits", "leer", "medicatie", "muziek", "nacht", "netwerk",
    "observatie", "oefen", "ontspannings", "overdrachts", "prikkel", "risico", "rust",
    "samenwerkings", "slaap", "spannings", "sport", "taal", "team", "veiligheids", "vertrouwens",
    "vrijetijds", "week", "werk", "woon", "zorg",
)  # fmt: skip
SECOND = (
    "de afspraak", "het beeld", "het doel", "het formulier", "de gewoonte", "de grens", "de kaart",
    "de keuze", "de lijn", "de lijst", "de map", "de meter", "de methode", "het middel",
    "het moment", "het netwerk", "de norm", "het overleg", "het plan", "het punt", "de regel",
    "de ronde", "het rooster", "de ruimte", "het schema", "het signaal", "de stap", "het thema",
    "het traject", "het verhaal", "het verslag", "de vorm", "de vraag", "de wens", "het woord",
)  # fmt: skip
SOMEBODY = (
    "Kim", "Robin", "Sam", "Noor", "Lars", "Yara", "je collega", "de begeleider", "het team",
    "de gedragsdeskundige", "de leidinggevende", "een bewoner", "de behandelaar", "de nachtdienst",
)  # fmt: skip
DOES = (
    "begrijpt", "beschrijft", "bespreekt", "bewaakt", "bewaart", "controleert", "deelt",
    "gebruikt", "herhaalt", "herkent", "kent", "kiest", "leest", "maakt", "noteert", "onderzoekt",
    "ondersteunt", "opent", "plant", "toont", "verandert", "verbetert", "verdeelt", "vergelijkt",
    "vertrouwt",
)  # fmt: skip
HOW = (
    "rustig", "samen", "elke dag", "na de dienst", "voor het eten", "zonder haast", "op papier",
    "met een collega", "op een vaste plek", "in eigen woorden", "onder vier ogen", "aan tafel",
    "bij de overdracht", "in kleine stappen", "zo vroeg mogelijk", "met open vragen",
)  # fmt: skip
IS = (
    "bekend", "duidelijk", "eerlijk", "goed", "haalbaar", "helder", "kort", "lastig", "nieuw",
    "nodig", "prettig", "rustig", "spannend", "tijdelijk", "veilig", "volledig", "vrijwillig",
    "zichtbaar",
)  # fmt: skip
SENTENCES = (
    "{S} {v} {o} {h}.",
    "{H} {v} {s} {o}.",
    "Als {s} {o} {v}, is {o2} vaak al {i}.",
    "Let op {o}: dat zegt iets over {o2}.",
    "Zonder {o} blijft {o2} niet lang {i}.",
    "Vraag {s} naar {o} en noem daarbij ook {o2}.",
    "Wie {o} {v}, begrijpt {o2} een stuk beter.",
    "Is {o} nog niet {i}? Dan {v} {s} eerst {o2}.",
    "Wat {i} is voor de een, hoeft dat bij {o} niet te zijn voor de ander.",
    "Eerst {v} {s} {o}, daarna komt pas {o2}.",
    "Het helpt als {o} {h} aan bod komt en {i} blijft.",
    "Schrijf {h} op wat {o} en {o2} met elkaar te maken hebben.",
    "Dat {s} {o} {v}, maakt {o2} meer {i} dan {o3}.",
)


class Schrijver:
    """Writes texts from a seed; no sentence twice."""

    def __init__(self, *seed: object) -> None:
        self.dice = random.Random("/".join(map(str, (SEED, *seed))))
        self.said = {""}

    def naam(self) -> str:
        """A noun of two words, with its article."""
        article, noun = self.dice.choice(SECOND).split()
        return f"{article} {self.dice.choice(FIRST)}{noun}"

    def titel(self) -> str:
        """Two nouns."""
        words = [self.naam().split()[1] for _ in range(2)]
        return " en ".join(words).capitalize()

    def zin(self, *forms: str) -> str:
        """A sentence."""
        zin = ""
        while zin in self.said:
            who, how = self.dice.choice(SOMEBODY), self.dice.choice(HOW)
            names = {key: self.naam() for key in ("o", "o2", "o3")}
            zin = self.dice.choice(forms or SENTENCES).format(
                **names, s=who, S=who[0].upper() + who[1:], h=how, H=how.capitalize(),
                v=self.dice.choice(DOES), i=self.dice.choice(IS),
            )  # fmt: skip
        self.said.add(zin)
        return zin

    def kort(self) -> str:
        """A short sentence: something to choose, or a hint."""
        return self.zin("{S} {v} {o}.")

    def alinea(self, zinnen: int) -> str:
        """A paragraph; one of its words stands out."""
        words = " ".join(self.zin() for _ in range(zinnen)).split()
        place = self.dice.randrange(len(words) - 1)
        words[place] = f"**{words[place].strip('.,:?')}**"
        return " ".join(words)

    def lijst(self, items: int) -> str:
        """A list of sentences."""
        return "\n".join(f"- {self.zin()}" for _ in range(items))

    def tabel(self) -> str:
        """A table of four rows."""
        rows = (f"| {self.titel()} | {self.kort()} |" for _ in range(4))
        return "\n".join(("| Onderwerp | Wie doet het? |", "|---|---|", *rows))

    def antwoorden(self, goed: int, fout: int) -> list[Blok]:
        """Answers with feedback, the right ones first."""
        right = [{"tekst": self.kort(), "goed": True, "feedback": self.zin()} for _ in range(goed)]
        return right + [{"tekst": self.kort(), "feedback": self.zin()} for _ in range(fout)]

    def paren(self, items: int, *keys: str) -> list[Blok]:
        """Things that say something short for every key but the last, which explains them."""
        *short, last = keys
        return [{**{key: self.kort() for key in short}, last: self.zin()} for _ in range(items)]

    def oefening(self, soort: str) -> Blok:
        """An oefening of this form."""
        begin: Blok = {"soort": soort, "id": f"over-{soort}"}
        vraag, hints = f"Wat klopt er bij {self.naam()}?", [self.kort(), self.kort()]
        match soort:
            case "meerkeuze":
                return begin | {"vraag": vraag, "antwoorden": self.antwoorden(1, 3), "hints": hints}
            case "meervoudig":
                return begin | {"vraag": vraag, "antwoorden": self.antwoorden(2, 3), "hints": hints}
            case "juist-onjuist":
                feedback = {"juist": self.zin(), "onjuist": self.zin()}
                return begin | {"stelling": self.zin(), "antwoord": "juist", "feedback": feedback}
            case "volgorde":
                return begin | {
                    "vraag": vraag,
                    "stappen": self.paren(5, "tekst", "feedback"),
                    "hints": hints,
                }
            case "koppelen":
                paren = self.paren(4, "links", "rechts", "feedback")
                return begin | {"vraag": vraag, "paren": paren, "hints": hints}
            case "invullen":
                gat = {"goed": [self.naam().split()[1]], "feedback": self.zin()}
                zin = f"{self.kort()[:-1]}, want dat hoort bij de ___."
                return begin | {"zin": zin, "gaten": [gat], "hints": hints}
            case "reflectie":
                return begin | {"vraag": vraag, "voorbeeld": f"{self.lijst(3)}\n"}
            case "flitskaarten":
                return begin | {"kaarten": self.paren(4, "voor", "achter")}
        return begin | {"titel": self.titel(), "stappen": self.stappen()}

    def stappen(self) -> list[Blok]:
        """The steps of a casus: one choice, two ends."""
        einden = [
            {
                "id": id,
                "tekst": self.zin(),
                "einde": {"ging_goed": self.zin(), "kan_beter": self.zin()},
            }
            for id in ("rustig", "onrustig")
        ]
        keuzes = [
            {"tekst": self.zin(), "gevolg": self.zin(), "naar": einde["id"]} for einde in einden
        ]
        begin = {"id": "begin", "tekst": self.zin(), "vraag": "Wat doe je?", "keuzes": keuzes}
        return [begin, *einden]
