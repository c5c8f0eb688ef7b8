"""The last chapter: how the figures were made, and what they can't tell (evaluatie.md, LTEM)."""

from ..evaluate.formules import AANTALLEN_TOT, INDICATIEF_TOT
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
    "We volgen geen personen. Wie na acht weken antwoordt, hoeft niet dezelfde te zijn als wie "
    "direct na de module antwoordde.",
    "Een bezoek is geen persoon. Dezelfde persoon kan vaker komen, en met meer apparaten.",
    "Cijfers van verschillende bronnen over bezoek tellen we nooit bij elkaar op.",
)


def methode(klein: int, verantwoording: tuple[Blok, ...]) -> Hoofdstuk:
    """How we count; `verantwoording` tells what was read and left out."""
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
            "elkaar af te trekken, ook met een eerder rapport ernaast. Komen er later nog "
            "antwoorden bij een periode die al voorbij is, deel dat rapport dan niet opnieuw."
        ),
        _precision(klein),
        Kop("formules", "Zo zijn de cijfers gemaakt"),
        _formulas(),
        Kop("bronnen", "Wat er is gelezen en wat is weggelaten"),
        *verantwoording,
    ]
    return Hoofdstuk("methode", "Methode en grenzen", tuple(blokken))


def _precision(klein: int) -> Tabel:
    most = AANTALLEN_TOT - 1
    rows: list[tuple[Waarde, ...]] = [(f"minder dan {klein}", "niets: ‘verborgen’")]
    if klein <= most:
        rows.append((f"{klein} tot en met {most}", "alleen aantallen; ‘te weinig’ bij percentages"))
    rows += [
        (
            f"{max(klein, AANTALLEN_TOT)} tot en met {INDICATIEF_TOT - 1}",
            "ook percentages, met marge en het woord ‘indicatief’",
        ),
        (f"{INDICATIEF_TOT} of meer", "aantallen en percentages met marge"),
    ]
    kolommen = (Kolom("n: het aantal antwoorden"), Kolom("Wat je ziet"))
    noot = "n.v.t. (niet van toepassing) telt niet mee in n, maar staat er wel bij."
    return Tabel("wat-je-ziet", "Wat je ziet bij hoeveel antwoorden", kolommen, tuple(rows), noot)


def _formulas() -> Tabel:
    rows: tuple[tuple[Waarde, ...], ...] = (
        ("Respons", "antwoorden gedeeld door eerste weergaven van de vragenlijst", "eigen telling"),
        (
            "Eens",
            "deel dat de genoemde keuze of een hogere koos, zonder ‘niet van toepassing’; de grens "
            "komt uit de doelstellingen, en is anders wat boven het midden van de schaal ligt",
            "gebruikelijk; zie de marge",
        ),
        ("Marge van een percentage", "95 %, methode van Wilson", "Wilson (1927); Newcombe (1998)"),
        (
            "Mediaan",
            "het middelste antwoord als je alle antwoorden op volgorde zet; de middelste helft "
            "loopt van een kwart tot driekwart",
            "Hyndman en Fan (1996), definitie 7",
        ),
        (
            "Verschil",
            "gemiddelde van ‘nu’ min ‘vóór’, per deelnemer en leerdoel, met 95 %-interval",
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
