"""The calendar: read back by a library, one entry a dated claim, days as said, no status of its own, the same bytes."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import Any

import icalendar
import pytest

from generator.evidence.edtf import parse_edtf
from generator.exports.calendar import timeline_ics
from generator.telling import Facts
from generator.telling.claims import Claim
from generator.telling.passages import Date
from tests.exports.hostile import HOSTILE, example, hostile


def read(facts: Facts) -> Any:
    calendar = icalendar.Calendar.from_ical(timeline_ics(facts).content)
    assert [error for part in calendar.walk() for error in part.errors] == []
    return calendar


def described(calendar: Any, name: str) -> str:
    """Give a text of the calendar as a whole; some of these the library keeps as they are written."""
    kept = str(calendar[name])
    return kept if name == "description" else re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], kept)


def with_dates(*dates: str) -> Facts:
    """Give the example with its first claims on these dates, and no other claim."""
    facts = example()
    claims = [_on(claim, edtf) for claim, edtf in zip(facts.claims, dates, strict=False)]
    return facts.model_copy(update={"claims": claims})


def _on(claim: Claim, edtf: str) -> Claim:
    date = parse_edtf(edtf)
    told = Date(edtf=edtf, earliest=date.earliest, latest=date.latest, basis="stated")
    return claim.model_copy(update={"date": told, "kind": "event"})


def test_every_dated_claim_of_the_timeline_is_one_entry() -> None:
    facts = example()
    dated = {claim.statement for claim in facts.claims if claim.date and claim.kind != "role"}
    entries = read(facts).events
    assert len(entries) == len(dated) > 5
    assert {str(one["summary"]).split(" (derived): ")[-1] for one in entries} == dated


def test_an_entry_tells_status_speakers_words_scope_and_page() -> None:
    (weeks,) = [one for one in read(example()).events if "at least 12 weeks" in one["summary"]]
    told = str(weeks["description"])
    assert told.splitlines() == [
        "Status: stated by one party",
        "Said by: Dana Orrell (gazette, courier)",
        "Date: 4 March 2025, stated by a source.",
        "“Dana Orrell, the leader of the council, said the closure would last “at least 12 weeks.”” "
        "(Dana Orrell, in gazette)",
        "“Orrell spoke of «a closure of at least twelve weeks» and promised a ferry.” (Dana Orrell, in courier)",
        "What this rests on: Three short articles; authors and publication dates are not stated.",
        "https://a.example/sheet/claims/closure-weeks/",
    ]
    assert weeks["url"] == "https://a.example/sheet/claims/closure-weeks/"
    assert [str(one) for one in weeks["categories"].cats] == ["term", "stated by one party"]
    assert weeks["dtstart"].dt == dt.date(2025, 3, 4)
    assert "dtend" not in weeks


def test_a_derived_day_says_so_first_and_why() -> None:
    (first,) = [one for one in read(example()).events if "first crossing on" in one["description"]][:1]
    assert first["summary"].startswith("10 March 2025 (derived): ")
    assert "Date: 10 March 2025, derived. Derived from cited passages: " in first["description"]


def test_no_entry_is_confirmed_tentative_or_busy() -> None:
    for one in read(example()).events:
        assert "status" not in one
        assert one["transp"] == "TRANSPARENT"
        assert not isinstance(one["dtstart"].dt, dt.datetime)


def test_what_is_no_plain_day_begins_with_the_date_and_takes_all_its_days() -> None:
    dates = ["2025-03", "2025-03-02/2025-03-04", "2025-03-02?", "2025-03-02~"]
    entries = read(with_dates(*dates)).events
    told = {one["summary"].split(": ")[0]: (one["dtstart"].dt, one.get("dtend")) for one in entries}
    march = dt.date(2025, 3, 1)
    assert told["during March 2025"][1].dt == dt.date(2025, 4, 1)
    assert told["from 2 to 4 March 2025"][0] == march.replace(day=2)
    assert told["from 2 to 4 March 2025"][1].dt == march.replace(day=5)
    assert told["2 March 2025 (uncertain)"] == (march.replace(day=2), None)
    assert told["about 2 March 2025"] == (march.replace(day=2), None)
    remarks = "\n".join(str(one["description"]) for one in entries)
    for said in ("The date is uncertain.", "The date is approximate.", "No day is given.", "A stretch of time."):
        assert said in remarks


def test_what_has_no_place_in_a_calendar_is_listed_in_its_description() -> None:
    facts = with_dates("../2025-03-04", "[2025-03-02,2025-03-09]", "2025-03-04")
    calendar = read(facts)
    assert len(calendar.events) == 1
    about = described(calendar, "description")
    assert about == described(calendar, "x-wr-caldesc")
    assert f"until 4 March 2025: {facts.claims[0].statement} {facts.claims[0].url}" in about
    assert f"2 March 2025 or 9 March 2025: {facts.claims[1].statement}" in about
    assert facts.dossier.scope.text in about


def test_ids_stay_when_words_and_ids_change_and_differ_from_each_other() -> None:
    facts = example()
    uids = {str(one["uid"]) for one in read(facts).events}
    assert len(uids) == len(read(facts).events)
    assert all(uuid.UUID(uid).version == 5 for uid in uids)
    claims = [
        one.model_copy(update={"statement": "Other words.", "id": f"{one.id}-2", "formerly": [one.id]})
        for one in facts.claims
    ]
    assert {str(one["uid"]) for one in read(facts.model_copy(update={"claims": claims})).events} == uids


def test_bytes_are_those_of_the_data_and_of_no_clock() -> None:
    content = timeline_ics(example()).content
    assert content == timeline_ics(example.__wrapped__()).content
    assert set(re.findall(rb"DTSTAMP:(\S+)", content)) == {b"20250312T000000Z"}
    assert b"LAST-MODIFIED" not in content


def test_hostile_text_comes_back_whole() -> None:
    content = timeline_ics(hostile()).content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    calendar = read(hostile())
    assert described(calendar, "name") == described(calendar, "x-wr-calname") == HOSTILE
    assert len(calendar.events) == len(read(example()).events)
    for one in calendar.events:
        assert one["summary"].split(" (derived): ")[-1] == HOSTILE
        assert f"Said by: {HOSTILE}\n" in one["description"]
        assert f"“{HOSTILE}” (" in one["description"]


@pytest.mark.parametrize("placed", [True, False])
def test_the_library_writes_the_same_calendar_from_what_it_read(placed: bool) -> None:
    first = read(example(placed=placed))
    again = icalendar.Calendar.from_ical(first.to_ical())
    assert [dict(one) for one in again.events] == [dict(one) for one in first.events]
    assert ("url" in first.events[0]) == placed


def test_a_dossier_without_dates_has_an_empty_calendar() -> None:
    facts = example()
    claims = [one.model_copy(update={"date": None}) for one in facts.claims]
    assert read(facts.model_copy(update={"claims": claims})).events == []
