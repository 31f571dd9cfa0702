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
from generator.evidence.weighing import Weighed
from generator.problems import Problem, limited

Rule = Callable[[Weighed], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    quotations.unproven,
    descriptions.types,
    descriptions.languages,
    descriptions.addresses,
    dates.unreadable,
    dates.not_in_passages,
    dates.against_reason,
    dates.wrong_weekday,
    reach.beyond,
    reach.out_of_date,
    values.missing_or_stray,
    values.of_another_kind,
    values.not_in_quotation,
    differences.unread,
    differences.of_no_answer,
    differences.against_numbers,
    differences.at_odds,
    statements.unfounded_numbers,
    statements.spoken_dates,
    statements.quoted_phrases,
    statements.lone_marks,
    statements.roles,
    statements.actors,
    statements.other_names,
    statements.hedges,
    statements.bounds,
    statements.references,
    prose.loaded_words,
    support.unsupported,
    support.straddling,
    support.generated,
    support.repeated,
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


def check(weighed: Weighed) -> list[Problem]:
    """Run every rule and give all problems, sorted by place."""
    return sorted(limited(problem for rule in RULES for problem in rule(weighed)))
