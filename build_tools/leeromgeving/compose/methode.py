"""The last chapter: how the figures were made, and what they can't tell (evaluatie.md, LTEM)."""

from .document import Alinea, Blok, Hoofdstuk, Kolom, Kop, Lijst, Tabel, Waarde

LIMITS = (
    "Deelnemers kiezen zelf of zij een vragenlijst invullen. Wie dat doet, is misschien anders "
    "dan wie dat niet doet.",
    "Meedoen en tevreden zijn is nog geen leren. Daarom staan kennisvragen apart van wat "
    "deelnemers zelf over hun leren zeggen.",
    "‘Vóór’ en ‘nu’ zijn op hetzelfde moment gevraagd, na de module. Zo hoeven we niemand te "
    "volgen. Mensen schatten hun begin achteraf vaak iets te hoog of te laag.",
    "Gedrag is wat deelnemers zelf zeggen te doen. Niemand heeft meegekeken.",
    "Bij kennisvragen en leerdoelen telt één deelnemer vaker mee. De marge is dan iets smaller dan "
    "zij zou moeten zijn.",
    "Wat de site zelf bevat, is geteld op de dag dat dit rapport is gemaakt.",
    "We volgen geen personen. Wie na acht weken antwoordt, hoeft niet dezelfde te zijn als wie "
    "direct na de module antwoordde.",
    "Een bezoek is geen persoon. Dezelfde persoon kan vaker komen, en met meer apparaten.",
    "Cijfers van verschillende bronnen over bezoek tellen we nooit bij elkaar op.",
)


def methode(klein: int, verantwoording: tuple[Tabel, ...]) -> Hoofdstuk:
    """How we count; `verantwoording` are the tables of what was read and left out."""
    blokken: list[Blok] = [
        Alinea(
            "Dit rapport volgt de vier niveaus uit het ontwerp (hoofdstuk 7): reactie, leren, "
            "gedrag en resultaat. De antwoorden komen uit de vragenlijsten bij de modules."
        ),
        Kop("grenzen", "Wat deze cijfers niet kunnen zeggen"),
        Lijst(LIMITS),
        Kop("kleine-groepen", "Kleine groepen blijven verborgen"),
        Alinea(
            f"Een groep van minder dan {klein} antwoorden laten we niet zien. Soms verbergen we "
            "ook een grotere groep. Anders kun je de kleine groep uitrekenen door twee cijfers van "
            "elkaar af te trekken. Dat geldt ook voor cijfers uit eerdere rapporten."
        ),
        _precision(klein),
        Kop("formules", "Zo zijn de cijfers gemaakt"),
        _formulas(),
        Kop("bronnen", "Wat er is gelezen en wat is weggelaten"),
        *verantwoording,
    ]
    return Hoofdstuk("methode", "Methode en grenzen", tuple(blokken))


def _precision(klein: int) -> Tabel:
    rows: tuple[tuple[Waarde, ...], ...] = (
        (f"minder dan {klein}", "niets: ‘verborgen’"),
        (f"{klein} tot en met 9", "alleen aantallen"),
        ("10 tot en met 29", "ook percentages, met marge en het woord ‘indicatief’"),
        ("30 of meer", "aantallen en percentages met marge"),
    )
    kolommen = (Kolom("Aantal antwoorden"), Kolom("Wat je ziet"))
    return Tabel("wat-je-ziet", "Wat je ziet bij hoeveel antwoorden", kolommen, rows)


def _formulas() -> Tabel:
    rows: tuple[tuple[Waarde, ...], ...] = (
        ("Respons", "antwoorden gedeeld door eerste weergaven van de vragenlijst", "eigen telling"),
        (
            "Eens",
            "deel dat de hoogste twee keuzes van de schaal koos, zonder ‘niet van toepassing’",
            "gebruikelijk; zie de marge",
        ),
        ("Marge van een percentage", "95 %, methode van Wilson", "Wilson (1927); Newcombe (1998)"),
        ("Mediaan", "de middelste keuze als je alle antwoorden op volgorde zet", "gebruikelijk"),
        (
            "Verschil",
            "gemiddelde van ‘nu’ min ‘vóór’ per deelnemer, met 95 %-interval",
            "Student (1908); gepaarde t-verdeling",
        ),
        (
            "Kennisvragen",
            "deel van de antwoorden dat goed is, met marge",
            "Wilson (1927)",
        ),
        ("Trend", "hetzelfde cijfer per half jaar naast elkaar, zonder toets", "geen"),
    )
    kolommen = (Kolom("Cijfer"), Kolom("Hoe"), Kolom("Bron"))
    return Tabel("formules", "Formules en hun bron", kolommen, rows)
