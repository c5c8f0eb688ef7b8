"""What a form may hold: only what its edition asks. Pure; nothing is stored or looked up here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import EenModule, Leeromgeving, Veld, Vragenlijst, velden
from ..model.vragenlijst import MAX_OPEN, Keuze
from ..store import Inzending, OpenTekst
from .scan import scan

Pair = tuple[str, str]
"""Name and value of one input, as a browser sends it; several choices have the same name."""
EDITION, MODULE, KEY, TRAP, TIME = "_vragenlijst", "_module", "_sleutel", "_website", "_tijd"
"""Hidden inputs. A question can't be called so: an id never starts with an underscore."""
HIDDEN = frozenset({EDITION, MODULE, KEY, TRAP, TIME})
MIN_SECONDS = 2
"""Between opening the page and sending: nobody reads and answers a question in less."""
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SECONDS = re.compile(r"[0-9]{1,9}")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, those that turn text round, and halves of a character (from JSON)."""


@dataclass(frozen=True)
class Refusal:
    """Why a form is not taken."""

    melding: str
    """What is wrong and what to do: Dutch, for who sent it."""
    rule: str
    """The rule, for the log; never a part of what was sent."""
    veld: str = ""
    """The field that it is about."""


@dataclass(frozen=True)
class Form:
    """A form that may be sent: an edition in use, for one module."""

    vragenlijst: Vragenlijst
    module: EenModule
    velden: Mapping[str, Veld]
    """By name, in the order of the form."""
    instelling: str
    """The field that asks where somebody works; empty without one."""


Forms = Mapping[Pair, Form]
"""By (edition, module)."""
STRANGE = Refusal(
    "In wat je stuurde zit iets dat niet bij deze vragenlijst hoort. "
    "Ga terug, laad de vragenlijst opnieuw en verstuur hem nog een keer.",
    "onbekend veld",
)
NOT_IN_USE = Refusal(
    "Deze vragenlijst nemen we niet aan: hij is niet of niet meer in gebruik. "
    "Open de vragenlijst opnieuw op de site.",
    "vragenlijst niet in gebruik",
)
TRAPPED = Refusal(
    "Het vak ‘Laat dit vak leeg’ is ingevuld. Meestal doet een computerprogramma dat. "
    "Deed je browser het? Zet automatisch invullen uit en vul de vragenlijst opnieuw in.",
    "valkuil",
)
TOO_FAST = Refusal(
    "Dit ging wel erg snel. Wacht een paar tellen en verstuur je antwoorden dan nog een keer.",
    "te snel",
)
EMPTY = Refusal("Je hebt nog niets ingevuld. Vul minstens één vraag in.", "leeg")


def forms_in_use(leeromgeving: Leeromgeving) -> dict[Pair, Form]:
    """Every form that the receiver takes."""
    return {
        (vragenlijst.editie, module.id): _form(vragenlijst, module, leeromgeving)
        for vragenlijst in leeromgeving.edities.values()
        if vragenlijst.status == "in-gebruik"
        for module in leeromgeving.modules.values()
    }


def _form(vragenlijst: Vragenlijst, module: EenModule, leeromgeving: Leeromgeving) -> Form:
    fields = velden(vragenlijst, module, leeromgeving.basisgegevens)
    asks = (v.id for v in vragenlijst.vragen if isinstance(v, Keuze) and v.keuzes == "instellingen")
    return Form(vragenlijst, module, {veld.naam: veld for veld in fields}, next(asks, ""))


def accept(forms: Forms, pairs: Iterable[Pair], dag: str, new_key: str) -> Inzending | Refusal:
    """The answers of one form, or the first reason why not.

    `dag` is today (ISO); `new_key` is the key of a form that brings none (without JavaScript).
    Questions that were left open are simply not there.
    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if value := _clean(value):
            given.setdefault(name, []).append(value)
    hidden = {name: given.pop(name) for name in HIDDEN & given.keys()}
    if any(len(values) > 1 for values in hidden.values()):
        return STRANGE
    settings = {name: values[0] for name, values in hidden.items()}
    form = forms.get((settings.get(EDITION, ""), settings.get(MODULE, "")))
    if form is None:
        return NOT_IN_USE
    if problem := _hidden_problem(settings) or _problem(form, given):
        return problem
    return _inzending(form, given, dag, settings.get(KEY, new_key).lower())


def _clean(value: str) -> str:
    """One line break is one character, as for who typed it; nothing that can't be seen."""
    return UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _hidden_problem(settings: Mapping[str, str]) -> Refusal | None:
    seconds = settings.get(TIME, str(MIN_SECONDS))
    if settings.get(TRAP):
        return TRAPPED
    if not SECONDS.fullmatch(seconds):
        return STRANGE
    if int(seconds) < MIN_SECONDS:
        return TOO_FAST
    key = settings.get(KEY)
    return None if key is None or UUID.fullmatch(key.lower()) else STRANGE


def _problem(form: Form, given: Mapping[str, Sequence[str]]) -> Refusal | None:
    if not given:
        return EMPTY
    for name, values in given.items():
        veld = form.velden.get(name)
        problem = _field_problem(veld, values) if veld else STRANGE
        if problem:
            return problem
    return None


def _field_problem(veld: Veld, values: Sequence[str]) -> Refusal | None:
    question = f"Bij de vraag ‘{veld.tekst}’"
    if veld.invoer != "meer" and len(values) > 1:
        melding = f"{question} kwam meer dan één antwoord mee. Geef er één."
        return Refusal(melding, "meer dan één antwoord", veld.naam)
    if veld.invoer == "open":
        if len(values[0]) <= MAX_OPEN:
            return None
        melding = (
            f"{question} is je antwoord {len(values[0]) - MAX_OPEN} tekens te lang. "
            f"Maak het korter: hoogstens {MAX_OPEN} tekens."
        )
        return Refusal(melding, "te lang", veld.naam)
    if {optie.code for optie in veld.opties}.issuperset(values):
        return None
    melding = f"{question} kwam een antwoord mee dat daar niet bij hoort. Kies er een van de lijst."
    return Refusal(melding, "onbekende keuze", veld.naam)


def _inzending(form: Form, given: Mapping[str, Sequence[str]], dag: str, key: str) -> Inzending:
    answered = [veld for veld in form.velden.values() if veld.naam in given]
    return Inzending(
        sleutel=key,
        vragenlijst=form.vragenlijst.editie,
        module=form.module.id,
        dag=dag,
        instelling=given[form.instelling][0] if form.instelling in given else "",
        antwoorden=tuple(
            (veld.naam, code)
            for veld in answered
            if veld.invoer != "open"
            for code in dict.fromkeys(given[veld.naam])
        ),
        teksten=tuple(
            OpenTekst(veld.naam, given[veld.naam][0], scan(given[veld.naam][0]))
            for veld in answered
            if veld.invoer == "open"
        ),
    )
