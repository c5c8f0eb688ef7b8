"""Messages about vragenlijsten (E); see `messages.py`."""

from .message import fout, opmerking

MESSAGES_EVALUATIE = {
    "E801": fout(
        "de schaal '{waarde}' staat niet in deze vragenlijst.{bedoelde}",
        "Kies uit: {keuzes}, of voeg de schaal toe bij 'schalen'.",
    ),
    "E802": fout(
        "deze editie is in gebruik en is daarna veranderd.",
        "Zet de oude tekst terug en schrijf je verandering in een nieuw bestand: {volgende}.",
    ),
    "E803": fout(
        "de status klopt niet met de lijst van edities die in gebruik zijn.",
        "Neem de editie in gebruik met: leeromgeving bevries {pad}, of schrijf status: concept.",
    ),
    "E804": fout(
        "de editie {bestand} is in gebruik, maar het bestand is er niet.",
        "Zet het bestand terug: antwoorden verwijzen ernaar.",
    ),
    "E805": fout(
        "zo kan het bestand van een vragenlijst niet heten.",
        "Noem het v1.yml, v2.yml enzovoort, in een map met de naam van de vragenlijst.",
    ),
    "E806": fout(
        "voor dit moment is er al een andere vragenlijst: {ander}.",
        "Kies een ander moment, of maak er een nieuwe editie van.",
    ),
    "E807": fout(
        "deze module heeft één kennisvraag.",
        "Maak er twee tot vier: één vraag zegt te weinig.",
    ),
    "E808": opmerking(
        "deze module heeft nog geen kennisvragen.",
        "Voeg twee tot vier kennisvragen toe: zo weten we wat deelnemers leren.",
    ),
    "E809": fout(
        "er is een ontvanger, maar deze vragenlijst is nog een concept.",
        "Neem haar eerst in gebruik met: leeromgeving bevries {pad}.",
    ),
    "E810": fout(
        "bij een kennisvraag is precies één antwoord goed; hier zijn het er {aantal}.",
        "Zet 'goed: true' bij één antwoord.",
    ),
    "E811": fout(
        "'{waarde}' is veranderd, maar er kunnen al antwoorden over zijn.",
        "Zet de oude tekst terug, of geef de nieuwe tekst een nieuwe id.",
    ),
    "E812": fout(
        "er is een ontvanger, maar '{waarde}' is nog niet vastgelegd.",
        "Doe dat met: leeromgeving bevries, en het bestand van de nieuwste vragenlijst.",
    ),
    "E813": opmerking(
        "over '{waarde}' kunnen antwoorden zijn, maar de vraag is er niet meer.",
        "Dat mag: het rapport noemt deze antwoorden apart. "
        "Was het een vergissing, zet de id dan terug.",
    ),
    "E820": fout(
        "de editie '{waarde}' is er niet.{bedoelde}",
        "Kies uit: {keuzes}.",
    ),
    "E821": fout(
        "het veld '{waarde}' is er niet in {editie}.{bedoelde}",
        "Kies uit: {keuzes}.",
    ),
    "E822": fout(
        "de code '{waarde}' is geen antwoord op '{veld}'.{bedoelde}",
        "Kies uit: {keuzes}.",
    ),
    "E823": fout(
        "'{waarde}' staat er al op regel {eerder}.",
        "Haal één van de twee weg: anders telt een antwoord dubbel.",
    ),
    "E824": fout(
        "hier hoort precies één van deze sleutels: {keuzes}; nu zijn het er {aantal}.",
        "Laat er één staan.",
    ),
    "E825": fout(
        "'{sleutel}' past niet bij het veld '{veld}'.",
        "Gebruik 'kolommen' voor meerkeuze en 'lijst' voor een vraag met keuzes in één kolom.",
    ),
    "E826": fout(
        "de lijst '{waarde}' staat niet onder 'lijsten'.{bedoelde}",
        "Kies uit: {keuzes}, of voeg de lijst toe bij 'lijsten'.",
    ),
    "E840": fout(
        "deze indicator heeft {nodig} nodig, en '{waarde}' is dat niet.{bedoelde}",
        "Kies uit: {keuzes}.",
    ),
    "E841": fout(
        "de schaal van '{vraag}' in {pad} heeft {aantal} keuzes; keuze {waarde} is er niet.",
        "Kies een lagere keuze: hoogstens {aantal}.",
    ),
    "E842": fout(
        "geen enkele pagina heeft een adres dat begint met '{waarde}'.{bedoelde}",
        "Kopieer het adres uit je browser, zonder de eerste schuine streep, zoals modules/sgg/. "
        "Of kies uit: {keuzes}.",
    ),
}
