"""xAPI statements → results of exercises elsewhere; who made them is dropped at the door.

xAPI 1.0.3, Data: https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from ..model.koppeling import Oefenobject, Xapi
from ..store import Oefenresultaat
from ..store.halfjaar import halfjaar
from .days import can_be, moment_of
from .keys import ContentKeys, key_of
from .misfits import Misfits
from .result import Misfit
from .tables import decode

VERBS = "http://adlnet.gov/expapi/verbs/"
GIVES_RESULT = frozenset({"answered", "completed", "passed", "failed"})
PASSED = {"passed": True, "failed": False}
VOIDED = "voided"
"""Data 2.3.2: takes back another statement, which its object names."""
MAX_SCORE = 1_000_000_000
STATEMENT_ID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
NO_JSON = (
    "hier klopt de JSON niet. Exporteer het bestand opnieuw; misschien is het niet helemaal "
    "gedownload."
)
NO_STATEMENT = "dit is geen xAPI-statement: er hoort een 'verb' en een 'object' in met een 'id'."
IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")
"""Data 2.4.2.3: each of these is of one person (or group) only."""
Statement = dict[str, Any]


class Reden(StrEnum):
    """Why a statement is left out: the first that holds."""

    DUBBEL = "dubbel in het bestand"
    INGETROKKEN = "ingetrokken"
    WERKWOORD = "ander werkwoord"
    OBJECT = "object staat niet in de koppeling"
    UITSLAG = "geen score of uitslag"
    TIJDSTIP = "geen geldig tijdstip"
    DEELNEMER = "zonder deelnemer"
    POGING = "eerdere poging van dezelfde deelnemer"


@dataclass(frozen=True)
class Attempt:
    """One result, and what tells it from a later attempt of the same person: never stored."""

    resultaat: Oefenresultaat
    moment: datetime
    actor: str

    @property
    def once(self) -> tuple[str, ...]:
        """Of what there is one result: else one person with six attempts is a group of six."""
        own = self.resultaat
        return self.actor, own.module, own.oefening, halfjaar(own.dag)


class Results:
    """What the statements of one file hold; `read` fills it."""

    def __init__(self, koppeling: Xapi, today: date) -> None:
        self.oefenresultaten: list[Oefenresultaat] = []
        self.vervallen: list[str] = []
        """Keys of earlier attempts, which an earlier file may have brought."""
        self.weggelaten: Counter[str] = Counter()
        self.misfits = Misfits()
        self.unnamed: Counter[str] = Counter()
        """Objects with results that the koppeling doesn't name → how many."""
        self._koppeling, self._today = koppeling, today
        self._content_keys = ContentKeys(koppeling.id)

    def read(self, statements: list[tuple[int, Any]]) -> None:
        """Every statement, each with its line."""
        proper = []
        for regel, statement in statements:
            if _is_statement(statement):
                proper.append(statement)
            else:
                self.misfits.add(regel, NO_STATEMENT)
        taken_back = {_id(item["object"]) for item in proper if _verb(item) == VOIDED}
        seen: set[str] = set()
        attempts = []
        for statement in proper:
            found = self._result(statement, taken_back, seen)
            if isinstance(found, Reden):
                self.weggelaten[str(found)] += 1
            else:
                attempts.append(found)
        self._keep_last(attempts)

    def _keep_last(self, attempts: list[Attempt]) -> None:
        last = {item.once: item for item in sorted(attempts, key=lambda item: item.moment)}
        for item in attempts:
            if last[item.once] is item:
                self.oefenresultaten.append(item.resultaat)
            else:
                self.vervallen.append(item.resultaat.sleutel)
                self.weggelaten[str(Reden.POGING)] += 1

    def _result(
        self, statement: Statement, taken_back: set[str], seen: set[str]
    ) -> Attempt | Reden:
        """The result in a statement, or why there is none."""
        id, verb = _id(statement), _verb(statement)
        if id and id in seen:
            return Reden.DUBBEL
        seen.add(id)
        if id and id in taken_back:
            return Reden.INGETROKKEN
        if verb not in GIVES_RESULT:
            return Reden.WERKWOORD
        object_id = str(statement["object"].get("id"))
        item = self._item(object_id)
        if item is None:
            self.unnamed[object_id] += 1
            return Reden.OBJECT
        result = _part(statement, "result")
        gehaald, score = _success(result, verb), _score(_part(result, "score"))
        if gehaald is None and score is None:
            return Reden.UITSLAG
        moment = moment_of(str(statement.get("timestamp") or statement.get("stored")))
        if moment is None or not can_be(moment.date(), self._today):
            return Reden.TIJDSTIP
        actor = _actor(_part(statement, "actor"))
        if not actor:
            return Reden.DEELNEMER
        content = (moment.date().isoformat(), item.module, item.oefening, gehaald, score)
        key = key_of(self._koppeling.id, id) if id else self._content_keys.key_of(*content)
        return Attempt(Oefenresultaat(key, *content), moment, actor)

    def _item(self, id: str) -> Oefenobject | None:
        """The exercise that an object is: named in full, or else by the longest beginning."""
        oefeningen = self._koppeling.oefeningen
        exact = [item for item in oefeningen if item.object == id]
        begun = [item for item in oefeningen if item.begint_met and id.startswith(item.begint_met)]
        return max(exact or begun, key=lambda item: len(item.begint_met or ""), default=None)


def read_statements(data: bytes) -> tuple[list[tuple[int, Any]], list[Misfit]]:
    """Each statement with its line: a JSON array, the answer of an LRS, or one on each line."""
    text = decode(data)
    if isinstance(text, Misfit):
        return [], [text]
    try:
        whole = _loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":  # a whole value, and then more
            return _line_by_line(text)
        return [], [Misfit(error.lineno, NO_JSON)]
    except (ValueError, RecursionError):
        return [], [Misfit(1, NO_JSON)]
    if isinstance(whole, dict) and isinstance(whole.get("statements"), list):
        whole = whole["statements"]
    return [(1, item) for item in (whole if isinstance(whole, list) else [whole])], []


def _line_by_line(text: str) -> tuple[list[tuple[int, Any]], list[Misfit]]:
    found, misfits = [], []
    for regel, line in enumerate(text.split("\n"), 1):
        try:
            found += [(regel, _loads(line))] if line.strip() else []
        except (ValueError, RecursionError):
            misfits.append(Misfit(regel, NO_JSON))
    return found, misfits


def _loads(text: str) -> Any:
    """JSON without NaN and Infinity (RFC 8259, section 6); raises ValueError or RecursionError."""
    return json.loads(text, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _is_statement(value: Any) -> bool:
    """Data 2.2: a verb with an id, and an object."""
    return isinstance(_part(value, "verb").get("id"), str) and bool(_part(value, "object"))


def _part(value: Any, key: str) -> Statement:
    """A part of a statement that is an object itself; empty when it is missing or another kind."""
    part = value.get(key) if isinstance(value, dict) else None
    return part if isinstance(part, dict) else {}


def _id(value: Statement) -> str:
    """The id of a statement, in lower case; empty without a proper one (H5P gives none)."""
    id = str(value.get("id"))
    return id.lower() if STATEMENT_ID.fullmatch(id) else ""


def _actor(actor: Statement) -> str:
    """The same text for the same person; empty without any."""
    known = next(({name: actor[name]} for name in IDENTIFIERS if name in actor), actor)
    return json.dumps(known, sort_keys=True).lower() if known else ""


def _verb(statement: Statement) -> str:
    id: str = statement["verb"]["id"]
    return id.removeprefix(VERBS) if id.startswith(VERBS) else ""


def _success(result: Statement, verb: str) -> bool | None:
    success = result.get("success")
    return success if isinstance(success, bool) else PASSED.get(verb)


def _score(score: Statement) -> float | None:
    """The score as a share, 0–1; None without a proper one.

    Data 2.4.5.1: `scaled` from -1 to 1; else `raw` between `min` (0 when it isn't there) and `max`.
    """
    scaled = _number(score.get("scaled"))
    if scaled is not None and -1 <= scaled <= 1:
        return max(scaled, 0.0)
    raw, least, most = (_number(score.get(key, 0)) for key in ("raw", "min", "max"))
    if "raw" not in score or raw is None or least is None or most is None:
        return None
    return (raw - least) / (most - least) if least <= raw <= most and least < most else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > MAX_SCORE:
        return None
    return float(value)
