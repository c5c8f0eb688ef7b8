"""Rows of a foreign questionnaire → inzendingen of ours, by the same rule as our own form.

Only the columns that the koppeling names are looked at: a name or an e-mail address stays outside.
"""

import html
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from ..model import Veld
from ..model.koppeling import Antwoordkoppeling, LimeSurvey, Moodle, Veldkolom
from ..model.vragenlijst import MAX_OPEN
from ..receive.accept import EDITION, EMPTY, MODULE, Form, Forms, Pair, accept
from ..store import Inzending
from ..store.halfjaar import last_day_to_go
from .choices import Choices, as_word, choices_of, is_chosen
from .columns import Columns
from .days import can_be, day_of
from .keys import ContentKeys, key_of
from .misfits import Misfits, shown
from .tables import Row

UNFINISHED = "niet afgemaakt"
UNANSWERED = "geen antwoorden"
TOO_OLD = "ouder dan we bewaren"
"""`opruimen` would take it out again."""


def plain_text(koppeling: Antwoordkoppeling) -> Callable[[str], str]:
    """Undoes what a kind of software does to a text.

    LimeSurvey sets an apostrophe before `=`; Moodle's Feedback escapes for HTML.
    """
    if isinstance(koppeling, LimeSurvey):
        return lambda text: text[1:] if text.startswith("'=") else text
    return html.unescape if isinstance(koppeling, Moodle) else str


class Answers:
    """What the rows of one file hold; `read` adds a row."""

    def __init__(
        self, koppeling: Antwoordkoppeling, columns: Columns, forms: Forms, today: date
    ) -> None:
        self.inzendingen: list[Inzending] = []
        self.weggelaten: Counter[str] = Counter()
        self.misfits = Misfits()
        self._koppeling, self._columns, self._forms, self._today = koppeling, columns, forms, today
        self._plain = plain_text(koppeling)
        self._no_answer = frozenset({"", *map(as_word, koppeling.leeg)})
        named = koppeling.modules.namen if koppeling.modules else {}
        self._modules = {as_word(name): module for name, module in named.items()}
        self._choices: dict[tuple[str, str], Choices] = {}
        self._lines: dict[str, int] = {}
        """Key of an answer with a number → the line that it stands on."""
        self._content_keys = ContentKeys(koppeling.id)

    def read(self, row: Row) -> None:
        """One row becomes an inzending, is left out for a reason, or is a misfit."""
        if isinstance(self._koppeling, LimeSurvey) and not self._cell(row, self._koppeling.dag):
            self.weggelaten[UNFINISHED] += 1
            return
        before = self.misfits.total
        day, key, form = self._day(row), self._key(row), self._form(row)
        pairs = list(self._pairs(row, form)) if form else []
        if form is None or self.misfits.total > before:
            return
        about = [(EDITION, form.vragenlijst.editie), (MODULE, form.module.id)]
        accepted = accept(self._forms, [*about, *pairs], day, key)
        if isinstance(accepted, Inzending) and self._is_too_old(accepted, form):
            self.weggelaten[TOO_OLD] += 1
        elif isinstance(accepted, Inzending):
            self.inzendingen.append(self._owned(accepted))
        elif accepted == EMPTY:
            self.weggelaten[UNANSWERED] += 1
        else:  # closed questions were looked up, so this is a text that is too long
            self.misfits.add(
                row.regel,
                f"veld '{accepted.veld}': een tekst heeft hoogstens {MAX_OPEN} tekens. "
                "Kort hem in het bestand in.",
            )

    def _is_too_old(self, inzending: Inzending, form: Form) -> bool:
        last = last_day_to_go(self._today, form.vragenlijst.bewaren)
        return inzending.dag <= last.isoformat()

    def _owned(self, inzending: Inzending) -> Inzending:
        teksten = [(tekst.veld, tekst.tekst) for tekst in inzending.teksten]
        key = inzending.sleutel or self._content_keys.key_of(
            inzending.dag, inzending.module, inzending.antwoorden, teksten
        )
        return replace(inzending, sleutel=key, bron=self._koppeling.id)

    def _cell(self, row: Row, name: str) -> str:
        """The text in a column; empty for what means 'no answer'."""
        cell = self._plain(row.cells[self._columns.index[name]].strip())
        return "" if as_word(cell) in self._no_answer else cell

    def _misfit(self, row: Row, name: str, problem: str) -> None:
        self.misfits.add(row.regel, f"kolom '{name}': {problem}")

    def _day(self, row: Row) -> str:
        """ISO date; empty for a misfit."""
        name, volgorde = self._koppeling.dag, self._koppeling.volgorde
        day = day_of(self._cell(row, name), volgorde)
        if day and can_be(day, self._today):
            return day.isoformat()
        problem = f"dit is geen dag van 2000 tot en met vandaag, in de volgorde {volgorde}. "
        self._misfit(row, name, problem + "Kijk of 'dag' en 'volgorde' in de koppeling kloppen.")
        return ""

    def _key(self, row: Row) -> str:
        """By the number of the answer; empty when the source has none."""
        name = self._koppeling.sleutel
        if name is None:
            return ""
        number = self._cell(row, name)
        key = key_of(self._koppeling.id, number)
        if not number or "@" in number:
            problem = "hier hoort het nummer van het antwoord, en nooit een e-mailadres. "
            self._misfit(row, name, problem + "Kies bij 'sleutel' een andere kolom.")
        elif (line := self._lines.setdefault(key, row.regel)) != row.regel:
            problem = f"dit nummer stond ook op regel {line}. Elk antwoord heeft een eigen nummer. "
            self._misfit(row, name, problem + "Kies bij 'sleutel' een andere kolom.")
        return key

    def _form(self, row: Row) -> Form | None:
        """The form of the module that the row is about; None for a misfit."""
        module, column = self._koppeling.module, self._koppeling.modules
        if column:
            cell = self._cell(row, column.kolom)
            module = self._modules.get(as_word(cell))
            if module is None:
                problem = f"'{shown(cell)}' is geen module in de koppeling. "
                self._misfit(row, column.kolom, problem + "Zet deze naam bij 'modules', 'namen'.")
        return self._forms[self._koppeling.vragenlijst, module] if module else None

    def _pairs(self, row: Row, form: Form) -> Iterator[Pair]:
        for item in self._koppeling.velden:
            veld = form.velden.get(item.veld)
            if veld is None:
                self._must_be_empty(row, item, form)
            elif item.kolommen:
                yield from self._ticked(row, item)
            else:
                yield from self._filled_in(row, item, form, veld)

    def _must_be_empty(self, row: Row, item: Veldkolom, form: Form) -> None:
        ticked = (name for name in item.kolommen if is_chosen(self._cell(row, name)) is not False)
        filled = (name for name in (item.kolom,) if name and self._cell(row, name))
        for name in (*ticked, *filled):
            problem = f"het veld '{item.veld}' hoort niet bij de module {form.module.id}. "
            self._misfit(row, name, problem + "Kijk of de module van deze regel klopt.")

    def _ticked(self, row: Row, item: Veldkolom) -> Iterator[Pair]:
        for name, code in item.kolommen.items():
            cell = self._cell(row, name)
            chosen = is_chosen(cell)
            if chosen is None:
                self._misfit(row, name, f"'{shown(cell)}' kennen we niet; hier hoort Y of niets.")
            elif chosen:
                yield item.veld, code

    def _filled_in(self, row: Row, item: Veldkolom, form: Form, veld: Veld) -> Iterator[Pair]:
        assert item.kolom  # E824: one or several
        cell = self._cell(row, item.kolom)
        if veld.invoer == "open" or not cell:
            yield item.veld, cell
            return
        choices = self._choices_of(item, form, veld)
        found = choices.several(cell) if veld.invoer == "meer" else ((cell, choices.one(cell)),)
        for text, code in found:
            if code:
                yield item.veld, code
            else:
                problem = f"het antwoord '{shown(text)}' kennen we niet. "
                mend = f"Zet het in de lijst bij '{item.veld}', met de code die het bij ons is."
                self._misfit(row, item.kolom, problem + mend)

    def _choices_of(self, item: Veldkolom, form: Form, veld: Veld) -> Choices:
        key = (item.veld, form.module.id)
        if key not in self._choices:
            answers = self._koppeling.lijsten[item.lijst] if item.lijst else None
            self._choices[key] = choices_of(veld, answers)
        return self._choices[key]
