"""Hedges: which a text has, and which a statement drops."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence import hedges as found
from generator.evidence.hedges import HEDGES, hedges
from generator.evidence.scan import Scan

REPORTEDLY = "This exchange was reportedly a result of direct discussions held earlier in the month."
AT_LEAST = "The talks led to a commitment to exchange at least 1,200 prisoners on each side."
COULD = "marking the first phase of what could become the largest swap since the start of the war"
WOULD = "Smith said in a statement that the broader exchange would take place over several days."
CLAIMED = "On Saturday, the ministry claimed that the mayor had not proposed a date for the exchange."


def dropped(statement: str, passages: list[str]) -> list[tuple[str, str]]:
    return found.dropped(Scan(statement), [Scan(passage) for passage in passages])


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (REPORTEDLY, {"report"}),
        ("it has been reported that; Reports indicate that", {"report"}),
        (AT_LEAST, {"bound"}),
        (COULD, {"could"}),
        ("it is said to be large and allegedly old", {"said to", "alleged"}),
        ("on 16 May they could not agree", set()),
        ("It may rain, as expected and intended", {"could", "expected", "intended"}),
        ("a potential thaw, apparently", {"could", "apparent"}),
        ("according to the ministry", {"according to"}),
        ("he asserted", {"claimed"}),
        ("a flat fact", set()),
    ],
)
def test_groups(text: str, groups: set[str]) -> None:
    assert hedges(text) == groups


@pytest.mark.parametrize(
    ("statement", "passage", "missing"),
    [
        ("The exchange was a result of direct talks.", REPORTEDLY, [("reportedly", "report")]),
        ("A commitment to exchange 1,200 prisoners.", AT_LEAST, [("at least 1,200", "bound")]),
        ("A commitment to exchange over 1,200 prisoners.", AT_LEAST, []),  # another bound is told as such
        ("The house is old.", "It is said that the house is old", [("It is said", "said to")]),
        ("It is the largest swap of the war.", COULD, [("could", "could")]),
        ("The broader exchange takes place over several days.", WOULD, [("would", "would")]),
        ("The mayor had not proposed a date.", CLAIMED, [("claimed", "claimed")]),
        ("They transferred hundreds of children.", "which has allegedly transferred hundreds of children",
         [("allegedly", "alleged")]),
    ],
)  # fmt: skip
def test_dropped(statement: str, passage: str, missing: list[tuple[str, str]]) -> None:
    assert dropped(statement, [passage]) == missing
    assert dropped(statement, ["A flat passage of something else.", passage]) == missing


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        ("The exchange was reportedly a result of direct talks.", REPORTEDLY),
        ("According to reports, the exchange was a result of direct talks.", REPORTEDLY),
        ("A commitment to exchange at least 1,200 prisoners.", AT_LEAST),
        ("The talks led to a commitment to exchange prisoners.", AT_LEAST),
        ("The first phase has begun.", COULD),
        ("It may become the largest swap of the war.", COULD),
        ("Smith said the exchange will take place over several days.", WOULD),
        ("The ministry said the mayor had not proposed a date.", CLAIMED),
        ("The meeting will be on Monday.", "The meeting will be on Monday."),
        ("The talks were held on 16 May.", "During the talks held on May 16 they met."),
        ("All are under 25.", "all under the age of 25"),
    ],
)
def test_no_false_alarm(statement: str, passage: str) -> None:
    assert dropped(statement, [passage]) == []


@pytest.mark.parametrize(
    ("hedge", "group"),
    [("would", "would"), ("could", "could"), ("is said to", "said to"), ("intended to", "intended"),
     ("is expected to", "expected")],
)  # fmt: skip
def test_a_hedge_before_its_words_governs_those_after_it_alone(hedge: str, group: str) -> None:
    passage = f"The council {hedge} open a park."
    assert dropped("The council met.", [passage]) == []
    assert [told for _, told in dropped("It opened a park, which is open.", [passage])] == [group]


@pytest.mark.parametrize("hedge", ["reportedly", "allegedly", "apparently"])
def test_an_adverb_governs_the_clause_round_it(hedge: str) -> None:
    for passage in (f"The council {hedge} opened a park.", f"They left; the council opened a park {hedge}."):
        assert [word for word, _ in dropped("The council opened it.", [passage])] == [hedge]
        assert dropped("They left early.", [passage]) == []


@pytest.mark.parametrize("sign", [";", ":", ",", " \u2014 "])
def test_a_hedge_governs_no_further_clause(sign: str) -> None:
    passage = f"The council reportedly opened a park{sign} the boards are rotten."
    assert dropped("The boards are rotten.", [passage]) == []
    assert dropped("The council opened a park.", [passage]) == [("reportedly", "report")]


def test_two_words_or_a_third_of_them_are_enough() -> None:
    passage = "Reportedly the council opened seven parks along rivers."
    assert dropped("The council met.", [passage]) == []
    assert dropped("Seven parks are here.", [passage]) == [("Reportedly", "report")]
    assert dropped("The council met.", ["Reportedly the council opened parks."]) == [("Reportedly", "report")]


def test_what_one_statement_drops_is_told_once() -> None:
    twice = "The house is reportedly old. The house is reportedly old."
    assert dropped("The house is old.", [twice, twice]) == [("reportedly", "report")]


def test_a_direction_of_one_passage_will_do() -> None:
    assert dropped("A list of 640 names.", ["over 640 names", "a list of 640 names"]) == []
    assert dropped("640 names.", ["over 640 names"]) == [("over 640", "bound")]


@pytest.mark.parametrize("group", HEDGES)
@given(data=st.data())
def test_the_cheap_look_misses_no_hedge(group: str, data: st.DataObject) -> None:
    words = data.draw(st.from_regex(re.compile(HEDGES[group], re.IGNORECASE), fullmatch=True))
    after = data.draw(st.sampled_from(["", " x", "\n"]))
    if words not in ("May", "MAY"):
        assert group in hedges(f"it {words}{after}")


@pytest.mark.parametrize(("letter", "hedge", "group"), [("s", "said to", "said to"), ("k", "likely", "could"),
                                                        ("i", "is likely", "could")])  # fmt: skip
def test_the_cheap_look_takes_letters_for_one_as_the_search_does(letter: str, hedge: str, group: str) -> None:
    every = re.findall(letter, "".join(map(chr, range(sys.maxunicode + 1))), re.IGNORECASE)
    assert len(every) > 2
    for other in every:
        assert group in hedges(f"it was {hedge.replace(letter, other)}")
