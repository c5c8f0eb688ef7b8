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


class Writer:
    """Writes texts from a seed; no sentence twice."""

    def __init__(self, *seed: object) -> None:
        self.dice = random.Random("/".join(map(str, (SEED, *seed))))
        self.said = {""}

    def name(self) -> str:
        """A noun of two words, with its article."""
        article, noun = self.dice.choice(SECOND).split()
        return f"{article} {self.dice.choice(FIRST)}{noun}"

    def title(self) -> str:
        """Two nouns."""
        words = [self.name().split()[1] for _ in range(2)]
        return " en ".join(words).capitalize()

    def sentence(self, *forms: str) -> str:
        """A sentence."""
        sentence = ""
        while sentence in self.said:
            who, how = self.dice.choice(SOMEBODY), self.dice.choice(HOW)
            names = {key: self.name() for key in ("o", "o2", "o3")}
            sentence = self.dice.choice(forms or SENTENCES).format(
                **names, s=who, S=who[0].upper() + who[1:], h=how, H=how.capitalize(),
                v=self.dice.choice(DOES), i=self.dice.choice(IS),
            )  # fmt: skip
        self.said.add(sentence)
        return sentence

    def short(self) -> str:
        """A short sentence: something to choose, or a hint."""
        return self.sentence("{S} {v} {o}.")

    def paragraph(self, sentences: int) -> str:
        """A paragraph; one of its words stands out."""
        words = " ".join(self.sentence() for _ in range(sentences)).split()
        place = self.dice.randrange(len(words) - 1)
        words[place] = f"**{words[place].strip('.,:?')}**"
        return " ".join(words)

    def bullets(self, items: int) -> str:
        """A list of sentences."""
        return "\n".join(f"- {self.sentence()}" for _ in range(items))

    def table(self) -> str:
        """A table of four rows."""
        rows = (f"| {self.title()} | {self.short()} |" for _ in range(4))
        return "\n".join(("| Onderwerp | Wie doet het? |", "|---|---|", *rows))

    def antwoorden(self, right: int, wrong: int) -> list[Blok]:
        """Answers with feedback, the right ones first."""
        good = [
            {"tekst": self.short(), "goed": True, "feedback": self.sentence()} for _ in range(right)
        ]
        return good + self.pairs(wrong, "tekst", "feedback")

    def pairs(self, items: int, *keys: str) -> list[Blok]:
        """Things that say something short for every key but the last, which explains them."""
        *short, last = keys
        return [
            {**{key: self.short() for key in short}, last: self.sentence()} for _ in range(items)
        ]

    def oefening(self, soort: str) -> Blok:
        """An oefening of this form."""
        begin: Blok = {"soort": soort, "id": f"over-{soort}"}
        vraag, hints = f"Wat klopt er bij {self.name()}?", [self.short(), self.short()]
        match soort:
            case "meerkeuze":
                return begin | {"vraag": vraag, "antwoorden": self.antwoorden(1, 3), "hints": hints}
            case "meervoudig":
                return begin | {"vraag": vraag, "antwoorden": self.antwoorden(2, 3), "hints": hints}
            case "juist-onjuist":
                feedback = {"juist": self.sentence(), "onjuist": self.sentence()}
                return begin | {
                    "stelling": self.sentence(),
                    "antwoord": "juist",
                    "feedback": feedback,
                }
            case "volgorde":
                return begin | {
                    "vraag": vraag,
                    "stappen": self.pairs(5, "tekst", "feedback"),
                    "hints": hints,
                }
            case "koppelen":
                paren = self.pairs(4, "links", "rechts", "feedback")
                return begin | {"vraag": vraag, "paren": paren, "hints": hints}
            case "invullen":
                gat = {"goed": [self.name().split()[1]], "feedback": self.sentence()}
                zin = f"{self.short()[:-1]}, want dat hoort bij de ___."
                return begin | {"zin": zin, "gaten": [gat], "hints": hints}
            case "reflectie":
                return begin | {"vraag": vraag, "voorbeeld": f"{self.bullets(3)}\n"}
            case "flitskaarten":
                return begin | {"kaarten": self.pairs(4, "voor", "achter")}
        return begin | {"titel": self.title(), "stappen": self.stappen()}

    def stappen(self) -> list[Blok]:
        """The steps of a casus: one choice, two ends."""
        einden = [
            {
                "id": id,
                "tekst": self.sentence(),
                "einde": {"ging_goed": self.sentence(), "kan_beter": self.sentence()},
            }
            for id in ("rustig", "onrustig")
        ]
        keuzes = [
            {"tekst": self.sentence(), "gevolg": self.sentence(), "naar": einde["id"]}
            for einde in einden
        ]
        begin = {"id": "begin", "tekst": self.sentence(), "vraag": "Wat doe je?", "keuzes": keuzes}
        return [begin, *einden]
