"""How far the dossier reaches: each date of the files is held against the last day and the last change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.checking.reach import beyond, out_of_date
from generator.evidence.weighing import Weighed, weigh
from generator.model.claims import Correction, SecondReading
from generator.model.passages import Dated, Value
from tests.changed_example import example, weighed_with, weighed_with_claim

LAST = "2025-03-10, the last day of the scope (facts/dossier.yml:11:5)"
ADVICE = "correct the date, or move until: and read the scope line again"
TO_COME = "; where that day was still to come, let the statement say so"


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    return weigh(example())


def stated(date: str) -> Dated:
    return Dated.model_validate({"stated": date})


def derived(date: str) -> Dated:
    passage = {"source": "gazette", "exact": "on Tuesday, 4 March 2025"}
    return Dated.model_validate({"derived": date, "from": [passage], "because": "For the test."})


def told(weighed: Weighed) -> list[tuple[str, str]]:
    return [(problem.spot.file, problem.message) for problem in beyond(weighed)]


@pytest.mark.parametrize(
    ("kind", "id_", "fields"),
    [
        ("sources", "courier", {"issued": "2025-03-11"}),
        ("sources", "courier", {"written": stated("2025-03-11")}),
        ("sources", "courier", {"written": derived("2025-03-11")}),
        ("events", "ferry-start", {"date": stated("2025-03-11")}),
    ],
)
def test_a_record_dated_after_the_last_day(weighed: Weighed, kind: str, id_: str, fields: dict[str, Any]) -> None:
    found = told(weighed_with(weighed, kind, id_, **fields))
    further = TO_COME if kind == "events" else ""
    assert found == [(f"facts/{kind}/{id_}.yml", f'"2025-03-11" is after {LAST}; {ADVICE}{further}')]
    within = {name: "2025-03-10" if isinstance(date, str) else stated("2025-03-10") for name, date in fields.items()}
    assert told(weighed_with(weighed, kind, id_, **within)) == []


@pytest.mark.parametrize(
    "fields",
    [{"date": stated("2025-03-11")}, {"date": derived("2025-03-11")},
     {"evidence": {0: {"value": Value.model_validate({"date": "2025-03-11"})}}}],
)  # fmt: skip
def test_a_claim_dated_after_the_last_day(weighed: Weighed, fields: dict[str, Any]) -> None:
    found = told(weighed_with_claim(weighed, "people-on-board", **fields))
    assert found == [("facts/events/ferry-start.yml", f'"2025-03-11" is after {LAST}; {ADVICE}{TO_COME}')]
    ahead = weighed_with_claim(weighed, "people-on-board", **fields, statement="The ferry will start then.")
    assert told(ahead) == []
    quoted = dict(fields)
    quoted["evidence"] = {0: {**fields.get("evidence", {}).get(0, {}), "exact": "the ferry will start"}}
    assert told(weighed_with_claim(weighed, "people-on-board", **quoted)) == []


@pytest.mark.parametrize("date", ["2025-03-10/2025-04-01", "2025-03", "2025", "[2025-03-10..2025-05-01]", "../2026"])
def test_what_begins_in_time_may_end_later(weighed: Weighed, date: str) -> None:
    assert told(weighed_with_claim(weighed, "people-on-board", date=stated(date))) == []


@pytest.mark.parametrize("date", ["2025-04", "2026", "2025-03-11/..", "[2025-03-11,2026-01-01]"])
def test_what_begins_too_late(weighed: Weighed, date: str) -> None:
    assert len(told(weighed_with_claim(weighed, "people-on-board", date=stated(date)))) == 1


def test_without_a_last_day_nothing_is_said(weighed: Weighed) -> None:
    late = weighed_with_claim(weighed, "people-on-board", date=stated("2099"))
    assert told(replace(late, dossier=replace(late.dossier, head=None))) == []
    assert late.dossier.head is not None
    for until in ("2025-03-01/..", "no date"):
        scope = late.dossier.head.data.scope.model_copy(update={"until": stated(until)})
        assert told(weighed_with(late, "head", scope=scope)) == []


def test_a_record_all_of_whose_undated_claims_speak_of_a_day_to_come_may_lie_ahead(weighed: Weighed) -> None:
    ahead = weighed
    for claim in ("first-crossing", "bridge-shut", "people-on-board"):
        ahead = weighed_with(ahead, "events", "ferry-start", date=stated("2025-03-11"))
        assert len(told(ahead)) == 1
        ahead = weighed_with_claim(ahead, claim, statement="The ferry will start.")
    assert told(ahead) == []
    alone = weighed_with_claim(ahead, "bridge-shut", statement="It was shut.", date=stated("2025-03-10"))
    assert told(alone) == []
    hidden = weighed_with_claim(ahead, "bridge-shut", statement="", evidence={0: {"exact": ""}}, withheld="safety")
    assert told(hidden) == []


DAY = {"date": "2025-03-13"}
WORDS = "write updated: 2025-03-13, or correct the date there"


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("a correction", {"corrections": [Correction.model_validate(DAY | {"wrong": "a", "now": "b"})]}),
        ("a second reading", {"second_reading": SecondReading.model_validate(DAY | {"by": "A", "digest": "0" * 16})}),
    ],
)
def test_an_entry_after_the_last_change(weighed: Weighed, what: str, fields: dict[str, Any]) -> None:
    (problem,) = out_of_date(weighed_with_claim(weighed, "bridge-shut", **fields))
    assert (str(problem.spot), problem.code) == ("facts/dossier.yml:43:10", "updated-too-old")
    told = f'"2025-03-12" is older than {what} of 2025-03-13 at facts/events/ferry-start.yml:'
    assert problem.message.startswith(told)
    assert problem.message.endswith(f"; {WORDS}")


def test_the_newest_entry_is_named_and_of_two_alike_the_first_in_the_files(weighed: Weighed) -> None:
    late = weighed_with(weighed, "sources", "courier", accessed="2025-03-13")
    (problem,) = out_of_date(late)
    assert "older than the fetching of a source of 2025-03-13 at facts/sources/courier.yml:" in problem.message
    both = weighed_with(late, "sources", "bulletin", accessed="2025-03-13")
    (problem,) = out_of_date(both)
    assert "at facts/sources/bulletin.yml:" in problem.message
    newest = weighed_with(both, "sources", "gazette", accessed="2025-04")
    (problem,) = out_of_date(newest)
    assert "of 2025-04-01 at facts/sources/gazette.yml:" in problem.message


def test_of_two_kinds_of_one_day_the_first_in_the_files_is_named(weighed: Weighed) -> None:
    correction = Correction.model_validate(DAY | {"wrong": "a", "now": "b"})
    reading = SecondReading.model_validate(DAY | {"by": "A", "digest": "0" * 16})
    late = weighed_with_claim(weighed, "bridge-shut", corrections=[correction])
    (problem,) = out_of_date(weighed_with_claim(late, "free-ferry", second_reading=reading))
    assert "older than a second reading of 2025-03-13 at facts/agreements/bridge-closure.yml:" in problem.message


@pytest.mark.parametrize("date", ["2025-03-12", "2025-03", "no date", "../2026"])
def test_an_entry_that_is_no_later(weighed: Weighed, date: str) -> None:
    assert list(out_of_date(weighed_with(weighed, "sources", "courier", accessed=date))) == []


def test_without_a_day_of_the_last_change_nothing_is_said(weighed: Weighed) -> None:
    late = weighed_with(weighed, "sources", "courier", accessed="2099")
    assert list(out_of_date(replace(late, dossier=replace(late.dossier, head=None)))) == []
    assert list(out_of_date(weighed_with(late, "head", updated="no date"))) == []
    assert list(out_of_date(weighed_with(late, "head", updated="2025/.."))) == []
