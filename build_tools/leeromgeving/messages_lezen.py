"""Messages about reading YAML (Y) and about the shape of one value (V, *veld*), by code."""

from .message import fout as _fout
from .message import opmerking as _opmerking

MESSAGES_LEZEN = {
    "Y001": _fout(
        "dit bestand kan niet gelezen worden: {reden}.",
        "Controleer of het bestand bestaat en of je het mag openen.",
    ),
    "Y002": _fout(
        "dit bestand is niet opgeslagen als UTF-8.", "Open het in je editor en sla op als UTF-8."
    ),
    "Y003": _fout(
        "dit bestand is groter dan {grens} kB.",
        "Verdeel de inhoud over meer onderdelen; media horen in de map media.",
    ),
    "Y004": _fout(
        "hier staat iets wat geen geldige YAML is.",
        "Vergelijk de regel met een ander bestand: aanhalingstekens, inspringen, streepjes.",
    ),
    "Y005": _fout(
        "hier staat een tab aan het begin van de regel.", "Spring in met spaties, twee per stap."
    ),
    "Y006": _fout(
        "'{sleutel}' staat hier voor de tweede keer; eerder op regel {eerder}.",
        "Laat er één staan.",
    ),
    "Y007": _fout(
        "deze tekst begint met een uitroepteken; in YAML is dat een opdracht.",
        "Zet de tekst tussen aanhalingstekens.",
    ),
    "Y008": _fout(
        "dit bestand bevat meer dan {grens} waarden, verwijzingen (*naam) meegeteld.",
        "Haal herhalende verwijzingen weg.",
    ),
    "Y009": _fout(
        "hier is dieper ingesprongen dan {grens} niveaus.",
        "Controleer het inspringen; een rij streepjes als scheiding kan ook niet.",
    ),
    "Y010": _fout(
        "dit bestand is leeg of bevat alleen aantekeningen.", "Vul het, of verwijder het bestand."
    ),
    "Y011": _fout(
        "hier begint met --- een tweede document in hetzelfde bestand.",
        "Haal de streepjes weg of maak er twee bestanden van.",
    ),
    "Y012": _fout(
        "dit bestand hoort te bestaan uit sleutels met een dubbele punt, zoals 'titel: …'.",
        "Begin elke regel op het hoogste niveau met een sleutel.",
    ),
    "Y013": _fout(
        "hier hoort een gewone sleutel te staan, zonder haken of sterretje.",
        "Schrijf 'sleutel: waarde'.",
    ),
    "Y014": _fout(
        "deze regel bevat een onzichtbaar teken dat niet mag.",
        "Verwijder de tekst en typ hem opnieuw in plaats van te plakken.",
    ),
    "Y015": _fout(
        "hier staat een dubbele punt die YAML niet begrijpt.",
        "Zet tekst met een dubbele punt tussen aanhalingstekens, zet een spatie na de dubbele "
        "punt van een sleutel en controleer het inspringen.",
    ),
    "Y016": _fout(
        "hier klopt een tekst tussen aanhalingstekens niet.",
        "Begin en eindig met ' en zet er niets achter. Een ' in de tekst schrijf je dubbel: ''.",
    ),
    "Y017": _fout(
        "deze tekst begint met een teken dat in YAML iets betekent (zoals * @ ` % &).",
        "Zet de tekst tussen aanhalingstekens.",
    ),
    "Y018": _fout(
        "hier klopt iets met haken ([…] of {{…}}) niet.",
        "Sluit de haak. Zet tekst die met een haak begint tussen aanhalingstekens.",
    ),
    "Y019": _fout(
        "hier ontbreekt na een sleutel een dubbele punt met een spatie.",
        "Schrijf 'sleutel: waarde', of laat doorlopende tekst verder inspringen.",
    ),
    "Y020": _fout(
        "het inspringen klopt hier niet.",
        "Zet sleutels en streepjes die bij elkaar horen precies onder elkaar.",
    ),
    "Y021": _fout(
        "achter | of > staat nog tekst.",
        "Begin de tekst op de volgende regel, met twee spaties extra.",
    ),
    "Y022": _opmerking(
        "alles vanaf '{rest}' telt als aantekening: een deelnemer ziet het niet.",
        "Zet de tekst tussen aanhalingstekens, of zet je aantekening op een eigen regel.",
    ),
    "V100": _fout("'{waarde}' kan hier niet.", "Vergelijk met een ander bestand."),
    "V101": _fout("'{sleutel}' ontbreekt.", "Voeg deze sleutel toe."),
    "V102": _fout("'{sleutel}' kennen we hier niet.{bedoelde}", "Je kunt kiezen uit: {keuzes}."),
    "V103": _fout(
        "hier hoort gewone tekst te staan.",
        "Schrijf één tekst; staat er een dubbele punt in, zet er dan aanhalingstekens omheen.",
    ),
    "V104": _fout("'{waarde}' is geen geheel getal.", "Schrijf alleen cijfers, zoals 15."),
    "V105": _fout("'{waarde}' kan hier niet.{bedoelde}", "Kies uit: {keuzes}."),
    "V106": _fout("'{waarde}' is geen datum.", "Schrijf jaar-maand-dag, zoals 2027-09-01."),
    "V107": _fout("hier hoort een lijst te staan.", "Zet elk punt op een eigen regel met '- '."),
    "V108": _fout(
        "hier hoort een groep sleutels te staan.",
        "Schrijf sleutels met een dubbele punt, zoals 'titel: …', elk op een eigen regel.",
    ),
    "V109": _fout("'{waarde}' kan hier niet.", "Schrijf true of false."),
    "V110": _fout("hier staan er te weinig: minstens {grens}.", "Vul de lijst aan."),
    "V111": _fout("hier staan er te veel: hoogstens {grens}.", "Maak de lijst korter."),
    "V112": _fout(
        "hier staat nog niets.", "Vul iets in. Is de sleutel niet verplicht, dan mag hij ook weg."
    ),
    "V113": _fout("deze tekst is langer dan {grens} tekens.", "Maak de tekst korter."),
    "V114": _fout(
        "'{waarde}' kan geen naam in een adres zijn.",
        "Gebruik kleine letters zonder accenten, cijfers en streepjes, zoals grenzen-zien.",
    ),
    "V115": _fout(
        "'{waarde}' is geen volledig webadres.",
        "Kopieer het adres uit je browser, met https:// ervoor.",
    ),
    "V116": _fout(
        "'{waarde}' kan geen naam van een mediabestand zijn.",
        "Schrijf bijvoorbeeld media/gesprek.mp3, met kleine letters en zonder spaties.",
    ),
    "V117": _fout("deze tekst hoort op één regel.", "Haal de regeleinden weg."),
    "V118": _fout("'{waarde}' kan hier niet.", "Kies een getal van {grens}."),
    "V119": _fout("'{waarde}' heeft niet de goede vorm.", "Schrijf het zoals {voorbeeld}."),
    "V120": _fout(
        "hier staat geen van de sleutels {keuzes}, of meer dan één ervan.",
        "Kies er precies één.",
    ),
    "V121": _fout("'soort' ontbreekt.", "Voeg 'soort:' toe. Kies uit: {keuzes}."),
    "V122": _fout(
        "'{waarde}' is geen getal met hoogstens één cijfer achter de punt.",
        "Schrijf een punt en geen komma, zoals 0.5.",
    ),
}
