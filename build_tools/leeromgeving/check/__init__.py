"""All rules across values and files, in one table. Reading and shape come first, see `load.py`."""

from collections.abc import Callable, Iterator
from datetime import date

from ..findings import Finding
from ..load import Loaded
from . import (
    analysevragen,
    begrippen,
    doelstellingen,
    koppelingen,
    leesbaarheid,
    media,
    oefeningen,
    ondertiteling,
    planning,
    references,
    texts,
    vragenlijsten,
)
from .context import Context

Rule = Callable[[Context], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    references.names_exist,
    references.onderdelen_of_steps_exist,
    references.one_suggestion_each,
    references.names_are_unique,
    references.onderdelen_are_listed_and_present,
    references.names_can_be_addresses,
    references.former_names_are_free,
    references.written_pages_have_their_own_address,
    references.media_exist_and_are_used,
    oefeningen.answers_are_marked,
    oefeningen.answers_differ,
    oefeningen.distractors_are_wrong,
    oefeningen.gaps_are_described,
    oefeningen.stories_come_to_an_end,
    media.media_have_one_source,
    media.media_are_accessible,
    media.media_fit_their_key,
    media.images_can_be_shown,
    ondertiteling.captions_can_be_followed,
    planning.promised_minutes_are_kept,
    planning.status_is_true,
    planning.links_are_checked_by_somebody,
    analysevragen.answers_go_with_a_question,
    analysevragen.every_question_is_considered,
    texts.links_lead_somewhere,
    texts.no_html,
    texts.images_are_own_and_described,
    texts.headings_step_down_by_one,
    texts.headings_are_unique,
    leesbaarheid.sentences_are_short,
    leesbaarheid.texts_have_pauses,
    leesbaarheid.pages_mix_building_blocks,
    leesbaarheid.figures_have_a_source,
    leesbaarheid.explanations_explain,
    begrippen.abbreviations_are_explained,
    begrippen.terms_are_explained_once,
    vragenlijsten.scales_exist,
    vragenlijsten.editions_in_use_never_change,
    vragenlijsten.editions_have_their_name,
    vragenlijsten.modules_ask_what_was_learned,
    vragenlijsten.only_editions_in_use_are_sent,
    vragenlijsten.asked_words_never_change,
    vragenlijsten.asked_names_stay,
    koppelingen.one_key_says_it,
    koppelingen.everything_stands_once,
    koppelingen.named_modules_exist,
    koppelingen.columns_fit_the_form,
    doelstellingen.questions_can_be_counted,
    doelstellingen.addresses_exist,
)


def generated_addresses(loaded: Loaded) -> list[str]:
    """The addresses that the content makes, as far as it can be read; hand-written pages apart."""
    context = Context(loaded, date.min)
    return list(context.generated)


def page_addresses(loaded: Loaded) -> frozenset[str]:
    """The address of every page, generated or written by hand; where a page moved from is none."""
    return frozenset(Context(loaded, date.min).anchors)


def check(loaded: Loaded, today: date) -> list[Finding]:
    """Every finding about a project, sorted; `today` (local date) only ever gives opmerkingen."""
    context = Context(loaded, today)
    found = {finding for rule in RULES for finding in rule(context)}
    return sorted(found.union(loaded.findings))
