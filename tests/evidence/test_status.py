"""Every row of the decision table, and what cannot change a status."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.status import RULES, STATUSES, decide
from generator.evidence.voices import Heard, VoiceKind, voices

OPPOSED = frozenset({frozenset({"north", "south"})})
NAMES = {"north": "Northland", "south": "Southland", "ministry": "the Ministry"}


def heard(
    kind: VoiceKind = "article",
    speaker: str = "",
    party: str | None = None,
    *,
    supports: bool = True,
    source: str = "s1",
    origin: str | None = None,
) -> Heard:
    return Heard(kind, speaker, party, source, origin or f"text of {source}", identified=False, supports=supports)


NORTH = heard("actor", "ministry", "north")
SOUTH = heard("actor", "south", "south", source="s2")
ALLY = heard("actor", "east", "east")
MEDIATOR = heard("actor", "mediator")
UNNAMED = heard("unnamed", "reports indicate")
ARTICLE = heard()


def against(item: Heard) -> Heard:
    return heard(item.kind, item.speaker, item.party, supports=False, source=item.source)


TABLE = [
    ("disputed between parties", [NORTH, against(SOUTH)]),
    ("disputed between parties", [NORTH, SOUTH, against(SOUTH)]),
    ("disputed between parties", [NORTH, ARTICLE, against(SOUTH)]),
    ("stated by opposing parties", [NORTH, SOUTH]),
    ("stated by opposing parties", [NORTH, SOUTH, MEDIATOR, ARTICLE]),
    ("stated by one party", [NORTH]),
    ("stated by one party", [NORTH, ALLY]),
    ("stated by one party", [NORTH, ARTICLE, UNNAMED]),
    ("stated by one party", [NORTH, against(ALLY)]),
    ("stated by one party", [NORTH, against(MEDIATOR)]),
    ("stated by others", [MEDIATOR]),
    ("stated by others", [MEDIATOR, UNNAMED, ARTICLE]),
    ("stated by others", [MEDIATOR, against(SOUTH)]),
    ("attributed to unnamed sources", [UNNAMED]),
    ("attributed to unnamed sources", [UNNAMED, ARTICLE]),
    ("reported, not attributed", [ARTICLE]),
    ("reported, not attributed", [ARTICLE, heard(source="s2"), against(NORTH)]),
    ("not supported", []),
    ("not supported", [against(NORTH)]),
]


@pytest.mark.parametrize(("status", "passages"), TABLE)
def test_the_decision_table(status: str, passages: list[Heard]) -> None:
    decided = decide(voices(passages), opposed=OPPOSED, names=NAMES)
    assert decided.name == status
    assert decided.rule == next(rule.when for rule in RULES if rule.name == status)


def test_every_row_of_the_table_is_tested() -> None:
    assert {status for status, _ in TABLE} == set(STATUSES)


def test_inputs_are_told_in_words() -> None:
    passages = [NORTH, heard("actor", "ministry", "north", source="s3"), SOUTH, ARTICLE, heard(source="s2")]
    assert decide(voices(passages), opposed=OPPOSED, names=NAMES).inputs == (
        "Stated by the Ministry, for Northland (2 sources of at most 2 origins); Southland (one source); "
        "articles in their own voice (2 sources of at most 2 origins)."
    )


def test_a_shared_origin_counts_once_in_words() -> None:
    passages = [heard(source="s1", origin="wire"), heard(source="s4", origin="wire")]
    assert decide(voices(passages), opposed=OPPOSED, names=NAMES).inputs == (
        "Stated by articles in their own voice (2 sources of one origin)."
    )


def test_where_nobody_states_it_the_words_say_so() -> None:
    assert decide((), opposed=OPPOSED, names=NAMES).inputs == "No voice."
    rejected = decide(voices([against(SOUTH)]), opposed=OPPOSED, names=NAMES).inputs
    assert rejected == "Rejected by Southland (one source)."


def test_rejection_is_told_in_words() -> None:
    decided = decide(voices([NORTH, against(SOUTH)]), opposed=OPPOSED, names=NAMES)
    assert decided.inputs == "Stated by the Ministry, for Northland (one source); rejected by Southland (one source)."


ANY = st.sampled_from([NORTH, SOUTH, ALLY, MEDIATOR, UNNAMED, ARTICLE])


@given(st.lists(ANY, max_size=6), ANY)
def test_a_further_supporting_voice_never_lowers_parties_and_voices(passages: list[Heard], extra: Heard) -> None:
    before = decide(voices(passages), opposed=OPPOSED, names=NAMES)
    after = decide(voices([*passages, extra]), opposed=OPPOSED, names=NAMES)
    assert set(before.parties) <= set(after.parties)
    assert len(after.voices) >= len(before.voices)


@given(st.lists(ANY, max_size=6), st.sampled_from(["s7", "s8", "s9"]))
def test_repeating_an_origin_never_raises_parties_or_voices(passages: list[Heard], source: str) -> None:
    before = decide(voices([*passages, ARTICLE]), opposed=OPPOSED, names=NAMES)
    repeated = heard(source=source, origin=ARTICLE.origin)
    after = decide(voices([*passages, ARTICLE, repeated]), opposed=OPPOSED, names=NAMES)
    assert (after.name, after.parties, len(after.voices)) == (before.name, before.parties, len(before.voices))


@given(st.lists(ANY, max_size=6), ANY)
def test_generated_text_changes_no_status(passages: list[Heard], extra: Heard) -> None:
    generated = replace(extra, generated=True)
    assert decide(voices([*passages, generated]), opposed=OPPOSED, names=NAMES) == decide(
        voices(passages), opposed=OPPOSED, names=NAMES
    )


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ([NORTH], [NORTH, SOUTH], ("stated by one party", "stated by opposing parties")),
        ([NORTH], [NORTH, against(SOUTH)], ("stated by one party", "disputed between parties")),
        ([NORTH, SOUTH], [SOUTH], ("stated by opposing parties", "stated by one party")),
        ([MEDIATOR], [ARTICLE], ("stated by others", "reported, not attributed")),
        ([UNNAMED], [UNNAMED, MEDIATOR], ("attributed to unnamed sources", "stated by others")),
        ([ARTICLE], [replace(ARTICLE, generated=True)], ("reported, not attributed", "not supported")),
    ],
)
def test_one_passage_changes_the_status_as_the_table_says(
    before: list[Heard], change: list[Heard], after: tuple[str, str]
) -> None:
    told = tuple(decide(voices(passages), opposed=OPPOSED, names=NAMES).name for passages in (before, change))
    assert told == after
