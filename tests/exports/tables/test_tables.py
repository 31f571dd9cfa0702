"""The tables themselves: described by what is told, whole, and silent about what is withheld."""

from __future__ import annotations

import pytest

from generator.evidence.status import STATUSES
from generator.exports.tables import TABLES, Table
from generator.exports.tables.columns import WITHHELD, Cell
from generator.telling.claims import Claim, Evidence
from generator.telling.facts import Facts
from generator.telling.passages import Date
from generator.telling.records import Source
from tests.exports.tables.conftest import Sheet
from tests.test_withheld import SECRET

BY_NAME = {table.name: table for table in TABLES}
CARRIED = ("status", "status_rule", "said_by", "scope")


def rows(name: str, facts: Facts) -> list[dict[str, Cell]]:
    """Give the rows of a table as they are written."""
    table = BY_NAME[name]
    return [dict(zip(table.names, row, strict=True)) for row in table.grid(facts)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_described_and_leads_where_something_is(table: Table) -> None:
    assert table.title
    assert table.description.endswith(".")
    assert len(set(map(str.lower, table.names))) == len(table.columns) > 1
    assert {*table.key, *table.kept, *table.facets} <= set(table.names)
    assert {table.label, table.sought} <= {"", *table.names}
    for column in table.columns:
        assert column.description, column.name
        if column.leads_to:
            assert BY_NAME[column.leads_to].key == ("id",)


def test_descriptions_are_the_docstrings_of_what_is_told() -> None:
    claims = {column.name: column for column in BY_NAME["claims"].columns}
    evidence = {column.name: column for column in BY_NAME["evidence"].columns}
    sources = {column.name: column for column in BY_NAME["sources"].columns}
    assert claims["statement"].description == Claim.model_fields["statement"].description
    assert claims["status"].allowed == tuple(STATUSES)
    assert claims["date"].description == "Its own date, or its record's. " + str(Date.model_fields["edtf"].description)
    assert (claims["date_earliest"].kind, claims["date_earliest"].required) == ("day", False)
    assert evidence["stance"].allowed == ("supports", "refutes")
    assert evidence["prefix"].description == " ".join(str(Evidence.model_fields["prefix"].description).split())
    assert (sources["sha256"].pattern, sources["share_left"].most) == ("^[0-9a-f]{64}$", 1)
    assert sources["original_url"].description == Source.model_fields["URL"].description


def test_rows_name_columns_and_hold_no_empty_text(sheet: Sheet) -> None:
    for table in TABLES:
        for row in table.rows(sheet.facts):
            assert set(row) <= set(table.names), table.name
            assert "" not in row.values(), table.name


def test_every_column_is_filled_somewhere(example: Sheet, hostile: Sheet, withheld: Sheet) -> None:
    for table in TABLES:
        found = [row for sheet in (example, hostile, withheld) for row in table.rows(sheet.facts)]
        empty = [name for name in table.names if all(row.get(name) is None for row in found)]
        assert empty == [], table.name


@pytest.mark.parametrize("name", ["claims", "evidence", "corrections"])
def test_every_claim_and_passage_carries_its_status(name: str, hostile: Sheet, example: Sheet) -> None:
    for told in (hostile, example):
        status = {claim.id: claim.status for claim in told.facts.claims}
        for row in rows(name, told.facts):
            assert all(row[column] for column in CARRIED)
            assert row["status"] == status[str(row["claim"] if "claim" in row else row["id"])]


@pytest.mark.parametrize("table", [table for table in TABLES if "scope" in table.names], ids=lambda table: table.name)
def test_the_scope_line_travels(table: Table, sheet: Sheet) -> None:
    assert {row.get("scope") for row in table.rows(sheet.facts)} <= {sheet.facts.dossier.scope.text}


def test_the_scope_line_is_missing_only_where_rows_have_no_words_of_a_source() -> None:
    assert {table.name for table in TABLES if "scope" not in table.names} == {
        "spans", "voice_sources", "voice_origins", "about", "holders", "replies", "cautions", "actor_names",
        "question_sources", "answer_claims", "difference_answers", "formerly",
    }  # fmt: skip
    assert {"claims", "evidence", "sources", "actors", "differences"} <= {
        table.name for table in TABLES if "scope" in table.names
    }


def test_what_is_withheld_keeps_its_place_and_has_no_words(withheld: Sheet) -> None:
    claims = {row["id"]: row for row in rows("claims", withheld.facts)}
    for place in withheld.facts.withheld:
        told = {name for name, cell in claims[place.id].items() if cell is not None}
        assert told == {"id", "url", "kind", "record", WITHHELD, "scope"}
        assert claims[place.id][WITHHELD] == place.reason
    hidden = [row for row in rows("evidence", withheld.facts) if row[WITHHELD]]
    assert [(row["id"], row[WITHHELD], row["stance"]) for row in hidden] == [("closure-weeks#2", "legal", "supports")]
    assert {name for name, cell in hidden[0].items() if cell is not None} == set(BY_NAME["evidence"].kept)
    assert hidden[0]["url"] == "https://a.example/sheet/claims/closure-weeks/#passage-2"
    actor = next(row for row in rows("actors", withheld.facts) if row["id"] == "ivo-tamm")
    assert (actor["name"], actor[WITHHELD]) == ("Name withheld", "legal")
    assert all(row["actor"] != "ivo-tamm" for row in rows("actor_names", withheld.facts))


def test_withheld_words_are_in_no_file(withheld: Sheet) -> None:
    for path in withheld.data.rglob("*.*"):
        text = path.read_bytes().decode("utf-8", "replace")
        assert [word for word in SECRET if word in text] == [], path.name


def test_a_claim_may_be_about_records_and_claims(example: Sheet) -> None:
    found = [tuple(row.values()) for row in rows("about", example.facts) if row["claim"] == "closure-weeks"]
    assert found == [("closure-weeks", 1, "dana-orrell", None), ("closure-weeks", 2, None, "free-ferry")]


def test_values_keep_their_form(hostile: Sheet) -> None:
    found = {
        (row["value_form"], row["value_number"], row["value_upper"])
        for row in rows("evidence", hostile.facts)
        if row["value_number"] is not None
    }
    assert found == {("exactly", -5, None), ("between", -1, 2.5), ("about", 10**30, None), ("at_most", 1e-7, None)}


def test_cells_are_what_is_told_of_claims(hostile: Sheet) -> None:
    told = {one.id: one for one in hostile.facts.claims}
    for row in rows("claims", hostile.facts):
        claim = told[str(row["id"])]
        for name in ("url", "kind", "record", "statement", "role", "question", "status_inputs", "said_by"):
            assert row[name] == getattr(claim, name)
        assert claim.date
        assert claim.second_reading
        assert (row["date"], row["date_earliest"], row["date_latest"]) == (
            claim.date.edtf, claim.date.earliest, claim.date.latest,
        )  # fmt: skip
        assert (row["read_by"], row["read_on"]) == (claim.second_reading.by, claim.second_reading.date)


def test_cells_are_what_is_told_of_sources_and_actors(hostile: Sheet) -> None:
    for row, source in zip(rows("sources", hostile.facts), hostile.facts.sources, strict=True):
        for name in ("id", "url", "name", "title", "publisher", "issued", "accessed", "file", "sha256", "origin"):
            assert row[name] == getattr(source, name)
        assert row["original_url"] == source.URL
        assert row["author"] == f"=Bell, Ann; {source.author[1].literal}" if source.author else None
        assert row["share_published"] == source.coverage.published
    names = [(row["actor"], row["sort"], row["name"]) for row in rows("actor_names", hostile.facts)]
    assert names == [
        (actor.id, sort, name)
        for actor in hostile.facts.actors
        for sort, given in (("name", actor.names), ("adjective", actor.adjectives), ("capital", actor.capitals))
        for name in given
    ]
    cautions = [(row["source"], row["number"], row["text"]) for row in rows("cautions", hostile.facts)]
    assert cautions == [(one.id, at + 1, one.cautions[at]) for one in hostile.facts.sources for at in range(2)]


def test_cells_are_what_is_told_of_questions(example: Sheet) -> None:
    facts = example.facts
    assert [(row["question"], row["source"], row["why"]) for row in rows("question_sources", facts)] == [
        ("people-on-first-crossing", "courier", "earlier"), ("people-on-first-crossing", "gazette", "earlier"),
    ]  # fmt: skip
    answers = {row["id"]: row["text"] for row in rows("answers", facts)}
    assert list(answers.values()) == [answer.text for one in facts.questions for answer in one.answers]
    given = {(row["answer"], row["claim"]) for row in rows("answer_claims", facts)}
    assert ("weeks-closed#answer-1", "closure-weeks") in given
    differing: dict[Cell, list[Cell]] = {}
    for row in rows("difference_answers", facts):
        assert answers[row["answer"]] == row["text"]
        differing.setdefault(row["difference"], []).append(row["text"])
    assert [differing[row["id"]] for row in rows("differences", facts)] == [one.answers for one in facts.differences]
    assert [row["answers"] for row in rows("differences", facts)] == [
        " | ".join(one.answers) for one in facts.differences
    ]


def test_cells_are_what_is_told_of_voices(example: Sheet) -> None:
    heard = [(claim, voice) for claim in example.facts.claims for voice in claim.voices]
    sources: dict[Cell, list[Cell]] = {}
    origins: dict[Cell, list[Cell]] = {}
    for row in rows("voice_sources", example.facts):
        sources.setdefault(row["voice"], []).append(row["source"])
    for row in rows("voice_origins", example.facts):
        origins.setdefault(row["voice"], []).append(row["origin"])
    for row, (claim, voice) in zip(rows("voices", example.facts), heard, strict=True):
        assert (row["claim"], row["kind"], row["supports"]) == (claim.id, voice.kind, voice.supports)
        assert (row["actor"] or row["words"]) == voice.speaker
        assert bool(row["actor"]) == (voice.kind == "actor")
        assert (sources[row["id"]], origins[row["id"]]) == (voice.sources, voice.origins)
        assert row["origins"] == len(voice.origins)


def test_every_record_has_a_row_and_every_former_id_too(hostile: Sheet) -> None:
    facts = hostile.facts
    holders = (*facts.agreements, *facts.events, *facts.disputes, *facts.background)
    found = {row["id"]: row for row in rows("records", facts)}
    assert len(found) == len(holders) + len(facts.actors) + len(facts.sources) + len(facts.questions)
    for one in holders:
        assert (found[one.id]["title"], found[one.id]["url"], found[one.id]["disputed"]) == (
            one.title, one.url, one.question,
        )  # fmt: skip
    assert {(row["former"], row["now"]) for row in rows("formerly", facts)} >= {
        (f"was-{claim.id}", claim.id) for claim in facts.claims
    }
