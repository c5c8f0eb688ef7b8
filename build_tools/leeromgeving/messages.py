"""All messages to authors, by code: how serious, what is wrong, how to mend it. In Dutch, B1.

M = module, onderdeel and block, C = catalogue; Y = reading YAML and V = one value (veld) stand in
`messages_lezen.py`, E = evaluation in `messages_evaluatie.py`.
Each code has a paragraph in docs/handleiding/meldingen.md and a case in tests/cases; a test
holds that. Placeholders `{…}` are filled from `Finding.values`.
"""

from .message import fout as _fout
from .message import opmerking as _opmerking
from .messages_evaluatie import MESSAGES_EVALUATIE
from .messages_lezen import MESSAGES_LEZEN

MESSAGES = {
    **MESSAGES_LEZEN,
    "M201": _fout(
        "de naam '{id}' staat twee keer in dit bestand; eerder op regel {eerder}.",
        "Geef een van beide een andere id.",
    ),
    "M202": _fout("'{waarde}' staat niet in {waar}.{bedoelde}", "Kies uit: {keuzes}."),
    "M203": _fout(
        "het onderdeel '{waarde}' heeft geen bestand {bestand}.{bedoelde}",
        "Maak het bestand, of haal het onderdeel uit de lijst.",
    ),
    "M204": _fout(
        "dit bestand staat niet bij 'onderdelen' in {module}, dus niemand ziet het.",
        "Zet '{waarde}' in die lijst, of verwijder het bestand.",
    ),
    "M205": _fout("'{waarde}' staat twee keer in deze lijst.", "Haal er één weg."),
    "M206": _fout("de map {map} heeft geen module.yml.", "Maak module.yml, of verwijder de map."),
    "M207": _fout(
        "'{waarde}' kan geen naam van een bestand of map zijn.",
        "Gebruik alleen kleine letters, cijfers en streepjes. Deze namen zijn bezet: {keuzes}.",
    ),
    "M208": _fout(
        "het mediabestand {bestand} is er niet.{bedoelde}",
        "Zet het bestand in de map, of verbeter de naam.",
    ),
    "M209": _opmerking(
        "het mediabestand wordt nergens gebruikt.", "Verwijder het, of gebruik het in een blok."
    ),
    "M210": _fout(
        "'{waarde}' is al de naam van een pagina.",
        "Bij 'voorheen' staan alleen namen die nu van niemand zijn. Haal deze naam daar weg.",
    ),
    "M211": _fout(
        "op het adres /{waarde} staat al een pagina die het programma zelf maakt.",
        "Geef dit bestand een andere naam, of verwijder het.",
    ),
    "M301": _fout(
        "bij soort meerkeuze is precies één antwoord goed; hier zijn het er {aantal}.",
        "Zet 'goed: true' bij één antwoord, of kies soort meervoudig.",
    ),
    "M302": _fout(
        "bij soort meervoudig is minstens één antwoord goed en minstens één niet.",
        "Zet 'goed: true' bij de goede antwoorden en alleen daar.",
    ),
    "M303": _fout(
        "deze uitleg staat al op regel {eerder} van dezelfde oefening.",
        "Leg bij elk antwoord uit waarom juist dát klopt of niet.",
    ),
    "M304": _fout(
        "deze tekst staat al op regel {eerder} van dezelfde oefening.",
        "Verander een van beide: een deelnemer ziet anders geen verschil.",
    ),
    "M305": _fout("dit blok heeft {aantal} van de sleutels {keuzes}.", "Kies er precies één."),
    "M306": _fout(
        "bij deze {soort} ontbreekt '{sleutel}'.",
        "Maak dat bestand en voeg '{sleutel}:' toe: zo kan iedereen de opname volgen.",
    ),
    "M307": _fout(
        "bij een film van een ander bedrijf ontbreekt '{sleutel}'.",
        "Noem het bedrijf en de lengte in minuten; de bezoeker moet dat vooraf weten.",
    ),
    "M308": _fout(
        "het bestand {bestand} past niet bij '{sleutel}'; wel passen: {keuzes}.",
        "Zet het bestand om, of kies een ander bestand.",
    ),
    "M309": _fout(
        "de lengte van {bestand} kan niet gelezen worden.",
        "Speelt het bestand wel af? Sla de opname anders opnieuw op als mp3 of mp4.",
    ),
    "M310": _opmerking(
        "hier komt nog iets: {volgt}.", "Vervang 'volgt' door 'bestand' als het er is."
    ),
    "M311": _fout(
        "bij deze opname ontbreekt 'datum'.",
        "Voeg 'datum:' toe met de dag van de opname, zoals 2026-11-22: de podcast vraagt erom.",
    ),
    "M312": _fout(
        "in dit bestand staan geen ondertitels die een browser kan lezen.",
        "Begin met een regel WEBVTT, dan een lege regel, dan de ondertitels met hun tijden.",
    ),
    "M313": _fout(
        "hier horen twee tijden te staan.",
        "Schrijf ze zoals 00:00:03.500 --> 00:00:06.000, met een punt voor de duizendsten. "
        "In een ondertitel staat geen lege regel.",
    ),
    "M314": _fout(
        "deze ondertitel eindigt niet na zijn begin.",
        "Zet links de tijd waarop hij komt en rechts de tijd waarop hij weggaat.",
    ),
    "M315": _fout(
        "deze ondertitel begint eerder dan een ondertitel hierboven.",
        "Zet de ondertitels op volgorde van hun begintijd, of verbeter de tijd.",
    ),
    "M316": _fout(
        "deze ondertitel eindigt na het einde van de film ({lengte} seconden).",
        "Verbeter de tijden, of kies het bestand dat bij deze film hoort.",
    ),
    "M317": _fout(
        "bij deze tijden staat geen tekst.", "Schrijf de tekst eronder, of haal de tijden weg."
    ),
    "M318": _opmerking(
        "deze ondertitel begint terwijl de vorige er nog staat.",
        "Praten twee mensen tegelijk? Zet ze dan samen in één ondertitel. Pas anders de tijd aan.",
    ),
    "M319": _opmerking(
        "de dag van deze opname ligt in de toekomst.",
        "Klopt de datum? De podcast zet hem bovenaan tot die dag voorbij is.",
    ),
    "M320": _fout(
        "in deze zin staan {aantal} gaten (___), maar bij 'gaten' staan er {gaten}.",
        "Zet in de zin ___ op elke plek waar een woord ontbreekt, en beschrijf elk gat.",
    ),
    "M321": _fout(
        "'{waarde}' staat al bij dit gat (regel {eerder}).",
        "Hoofdletters, spaties, leestekens en accenten maken geen verschil. Haal er één weg.",
    ),
    "M322": _fout(
        "de stap '{id}' is geen vraag met keuzes en ook geen einde, of allebei.",
        "Geef de stap een 'vraag' met minstens twee 'keuzes', of een 'einde'.",
    ),
    "M323": _fout(
        "niemand komt bij de stap '{id}'.",
        "Laat bij een keuze 'naar' naar deze stap wijzen, of haal de stap weg.",
    ),
    "M324": _fout(
        "vanaf de stap '{id}' kom je nooit bij een einde.",
        "Laat een keuze verder leiden, of geef de stap een 'einde'.",
    ),
    "M325": _fout(
        "in '{waarde}' staat geen letter of cijfer; dat kan niemand invullen.",
        "Schrijf een woord of een getal.",
    ),
    "M401": _fout(
        "de inhoud duurt {gemeten} minuten, meer dan de beloofde {duur} minuten: {som}.",
        "Maak de inhoud korter of de beloofde duur langer.",
    ),
    "M402": _opmerking(
        "de inhoud duurt {gemeten} minuten, minder dan 70 % van de beloofde {duur} minuten: {som}.",
        "Maak de beloofde duur korter, of vul de inhoud aan.",
    ),
    "M403": _fout(
        "de onderdelen beloven samen {som} minuten, meer dan de module ({duur}).",
        "Maak de duur van de module gelijk aan de som, of kort onderdelen in.",
    ),
    "M501": _fout(
        "de link '{waarde}' gaat naar een pagina die er niet is.{bedoelde}",
        "Kopieer het adres van de pagina vanaf de eerste schuine streep, zoals /modules/sgg/.",
    ),
    "M502": _fout(
        "de link '{waarde}' gaat naar een kop die er niet is.{bedoelde}",
        "Kies een van de koppen op die pagina, of haal alles vanaf # weg.",
    ),
    "M503": _fout(
        "de link naar '{waarde}' heeft geen naam.",
        "Schrijf tussen de rechte haken waar de lezer uitkomt.",
    ),
    "M504": _fout(
        "de link '{waarde}' is geen adres dat we kunnen gebruiken.",
        "Begin met https:// voor een andere website, of met / voor een eigen pagina.",
    ),
    "M505": _fout(
        "een kop in de tekst heeft niveau {niveau}, hier hoort {hoort}.",
        "Begin koppen in de tekst met ### en sla geen niveau over; "
        "ook streepjes (---) onder een regel maken er een kop van.",
    ),
    "M506": _fout(
        "hier staat HTML ({waarde}).", "Gebruik alleen Markdown; een losse < schrijf je als &lt;."
    ),
    "M507": _fout(
        "de afbeelding {waarde} heeft geen beschrijving.",
        "Beschrijf tussen de rechte haken wat er te zien is. Is ze er alleen voor de sier? "
        'Schrijf dan "decoratief" achter het adres.',
    ),
    "M508": _fout(
        "de afbeelding '{waarde}' kan hier niet.",
        "Zet het bestand in de map media; schrijf in een tekst ![Wat je ziet](media/kaart.png).",
    ),
    "M509": _fout(
        "hier begint een blok code ({waarde}) dat niet eindigt.",
        "Zet dezelfde tekens onder de code op een eigen regel, of haal ze weg.",
    ),
    "M510": _fout(
        "de kop '{waarde}' staat al op deze pagina.",
        "Kies een andere kop: naar twee dezelfde koppen kan niemand verwijzen.",
    ),
    "M511": _fout(
        "deze afbeelding kan niet gelezen worden.",
        "Gaat het bestand zelf wel open? Sla het anders opnieuw op als png of jpg.",
    ),
    "M512": _fout(
        "deze afbeelding is te groot: {maat} beeldpunten, samen meer dan {grens} miljoen.",
        "Maak haar kleiner: 1500 beeldpunten breed is genoeg.",
    ),
    "M513": _fout(
        "deze tekening kan iets uitvoeren of ophalen ({waarde}).",
        "Sla haar op als gewone SVG, zonder scripts en zonder verwijzingen naar andere bestanden.",
    ),
    "M514": _fout(
        "'{waarde}' is geen soort afbeelding die we kunnen laten zien.",
        "Sla haar op als een van: {keuzes}, met kleine letters.",
    ),
    "M521": _opmerking(
        "deze zin heeft {aantal} woorden: '{begin} …'.",
        "Maak er meer zinnen van, elk van hoogstens {grens} woorden.",
    ),
    "M522": _opmerking(
        "de zinnen op deze pagina zijn gemiddeld {aantal} woorden lang.",
        "Maak ze korter, tot gemiddeld hoogstens {grens} woorden.",
    ),
    "M523": _opmerking(
        "hier staan {aantal} woorden achter elkaar.",
        "Zet na hoogstens {grens} woorden een kop (###), een beeld of een oefening.",
    ),
    "M524": _opmerking(
        "deze pagina heeft te weinig soorten blokken: {soorten}.",
        "Kies er minstens drie: tekst, oefening, audio, video, download, link. "
        "Wat nog volgt, telt niet mee.",
    ),
    "M525": _opmerking(
        "bij '{waarde}' staat niet waar het vandaan komt.",
        "Noem onder dezelfde kop het onderzoek of rapport dat dit zegt, of laat het cijfer weg.",
    ),
    "M526": _opmerking(
        "deze uitleg zegt alleen of iets goed is.",
        "Leg uit waarom het wel of niet past: daar leert de deelnemer van.",
    ),
    "M601": _fout(
        "de status is vastgesteld, maar de sleutel 'vastgesteld:' met datum en door ontbreekt.",
        "Voeg die sleutel toe als het zo is, of kies status concept.",
    ),
    "M602": _fout(
        "de sleutel 'vastgesteld:' past alleen bij de status vastgesteld.",
        "Haal die sleutel weg, of verander de status als het zo is.",
    ),
    "M603": _opmerking(
        "deze module had voor {datum} herzien moeten zijn.",
        "Bespreek de inhoud en kies een nieuwe datum bij herzien_voor.",
    ),
    "M604": _fout("het icoon '{waarde}' bestaat niet.{bedoelde}", "Kies uit: {keuzes}."),
    "M605": _opmerking(
        "deze module zegt nog niets over deze analysevragen: {keuzes}.",
        "Geef bij 'analyse' een antwoord met bron, of schrijf bij 'open' wat je nog uitzoekt.",
    ),
    "C701": _opmerking(
        "de link van '{titel}' is nog niet gecontroleerd.",
        "Open de link, kijk of hij klopt en voeg 'gecontroleerd:' met de datum toe.",
    ),
    "C702": _fout(
        "een suggestie gaat naar precies één ding; hier zijn het er {aantal}.",
        "Kies precies één van: {keuzes}.",
    ),
    "C703": _fout(
        "dit bestand lezen we niet: de plek of de extensie klopt niet.",
        "Dit lezen we, met een eigen naam op de plek van *: {keuzes}.",
    ),
    "C704": _fout(
        "het bestand {bestand} ontbreekt.",
        "Zet het terug, met precies deze naam: zonder dit bestand kan de site niet gemaakt worden.",
    ),
    "C705": _opmerking(
        "de afkorting '{waarde}' staat niet bij de begrippen.",
        "Schrijf haar voluit, of leg haar uit in catalog/begrippen.yml.",
    ),
    "C706": _fout(
        "'{waarde}' staat bij twee begrippen; eerder op regel {eerder}.",
        "Haal het woord bij een van de twee weg.",
    ),
    **MESSAGES_EVALUATIE,
}
