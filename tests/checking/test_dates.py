"""Days of the week that are not the calendar's, and days that no calendar has."""

from __future__ import annotations

import pytest

from generator.checking.dates import not_in_passages, unreadable, wrong_weekday
from generator.evidence.weighing import Weighed, weigh
from generator.model.passages import Dated
from tests.changed_example import example, found_by, weighed_with, weighed_with_claim


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    return weigh(example())


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("It was Tuesday, 4 March 2025", []),
        ("It was Monday, 4 March 2025 or Tuesday", [("Monday, 4 March 2025", "that day is a Tuesday")]),
        ("It was Monday 31 June 2025", [("Monday 31 June 2025", "there is no such day")]),
        ("On Sunday 30 June 2025, on 1 July 2025 (Monday)",
         [("Sunday 30 June 2025", "that day is a Monday"), ("1 July 2025 (Monday)", "that day is a Tuesday")]),
    ],
)  # fmt: skip
def test_a_day_of_the_week_is_that_of_its_date(weighed: Weighed, title: str, wrong: list[tuple[str, str]]) -> None:
    told = list(found_by(wrong_weekday, weighed_with(weighed, "events", "ferry-start", title=title)))
    assert {problem.code for problem in told} <= {"wrong-weekday"}
    assert [problem.message for problem in told] == [
        f'"{words}" is no date of the calendar: {why}; correct one of the two' for words, why in wrong
    ]
    assert {problem.spot.file for problem in told} <= {"facts/events/ferry-start.yml"}


def test_a_stated_date_of_a_record_rests_on_a_passage(weighed: Weighed) -> None:
    bare = Dated.model_validate("2025-03-10")
    (problem,) = not_in_passages(weighed_with(weighed, "events", "ferry-start", date=bare))
    assert problem.code == "date-not-in-passage"
    assert problem.message == (
        '"2025-03-10" rests on no passage; write stated: 2025-03-10, and its passage under from:'
    )


def test_a_stated_date_of_a_claim_rests_on_its_own_passages(weighed: Weighed) -> None:
    def told(claim: str, date: str) -> list[str]:
        changed = weighed_with_claim(weighed, claim, date=Dated.model_validate(date))
        return [problem.message for problem in not_in_passages(changed)]

    assert told("closure-agreed", "2025-03-04") == []
    assert told("closure-agreed", "2025-03-05") == [
        '"2025-03-05" does not stand in full in its passages, which name "Tuesday, 4 March 2025", "4 March 2025"; '
        "correct it, or write derived:, from: and because:"
    ]
    assert told("free-ferry", "2025-03-05") == [
        '"2025-03-05" does not stand in full in its passages; correct it, or write derived:, from: and because:'
    ]


def test_a_date_that_is_none_is_told_at_its_own_field(weighed: Weighed) -> None:
    for field in ("issued", "accessed"):
        changed = weighed_with(weighed, "sources", "gazette", **{field: "2025-02-30"})
        (problem,) = found_by(unreadable, changed)
        assert problem.spot == changed.dossier.sources["gazette"].places.of(field)
    head = weighed.dossier.head
    assert head is not None
    until = head.data.scope.until.model_copy(update={"stated": "2025-02-30", "derived": None})
    scope = head.data.scope.model_copy(update={"until": until})
    (problem,) = found_by(unreadable, weighed_with(weighed, "head", scope=scope))
    assert problem.spot == head.places.of("scope", "until")
