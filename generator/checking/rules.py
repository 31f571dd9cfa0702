"""The list of rules, and the one way to run them all. A new rule is a function here listed and a code in the table.

May import the modules of this floor. Must never know what a rule looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checking import (
    accounting,
    dates,
    descriptions,
    differences,
    identifiers,
    origins,
    people,
    prose,
    quotations,
    reach,
    search_words,
    speakers,
    statements,
    support,
    values,
    withholding,
)
from generator.checking.prose import Thing, things
from generator.evidence.weighing import Weighed, WeighedClaim
from generator.problems import Problem, limited

Rule = Callable[[Weighed], Iterator[Problem]]
ClaimRule = Callable[[WeighedClaim], Iterator[Problem]]
ThingRule = Callable[[Thing], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    quotations.unproven,
    descriptions.types,
    descriptions.languages,
    descriptions.addresses,
    dates.not_in_passages,
    reach.beyond,
    reach.out_of_date,
    values.missing_or_stray,
    values.of_another_kind,
    values.not_in_quotation,
    differences.unread,
    differences.of_no_answer,
    differences.against_numbers,
    differences.at_odds,
    statements.spoken_dates,
    statements.actors,
    statements.other_names,
    support.straddling,
    origins.undeclared,
    speakers.claimants_not_named,
    speakers.cut_off,
    speakers.words_of_the_unnamed,
    speakers.channels,
    speakers.utterances,
    speakers.holders,
    identifiers.wrong_check_digit,
    people.parties_without_actor,
    people.without_role,
    people.unknown_spellings,
    search_words.known,
    search_words.unknown,
    withholding.published_anyway,
    withholding.names_told,
    accounting.left_over,
    accounting.set_aside_but_quoted,
    accounting.quoted_too_much,
)


CLAIM_RULES: tuple[ClaimRule, ...] = (
    statements.unfounded_numbers,
    statements.quoted_phrases,
    statements.lone_marks,
    statements.roles,
    statements.hedges,
    statements.bounds,
    statements.references,
    support.generated,
    support.repeated,
)
"""Rules of which nothing but a claim and its proven passages decides."""

THING_RULES: tuple[ThingRule, ...] = (
    dates.unreadable,
    dates.against_reason,
    dates.wrong_weekday,
    prose.loaded_words,
    support.unsupported,
)
"""Rules of which nothing but a record, or a claim as it is written, decides."""


def check(weighed: Weighed) -> list[Problem]:
    """Run every rule and give all problems, sorted by place."""
    return sorted(limited(_found(weighed)))


def _found(weighed: Weighed) -> Iterator[Problem]:
    for rule in RULES:
        yield from rule(weighed)
    for claim in weighed.claims.values():
        yield from weighed.memo.kept(_of_claim, claim)
    for thing in things(weighed.dossier):
        yield from weighed.memo.kept(_of_thing, thing)


def _of_claim(claim: WeighedClaim) -> tuple[Problem, ...]:
    return tuple([problem for rule in CLAIM_RULES for problem in rule(claim)])


def _of_thing(thing: Thing) -> tuple[Problem, ...]:
    return tuple([problem for rule in THING_RULES for problem in rule(thing)])
