"""What weighing adds to facts.json: voices, origins, answers, differences, utterances, implementation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.exports.facts_json import facts_schema
from generator.model.passages import Value
from generator.telling import tell, weight
from generator.telling.told import plain

EXAMPLE = Path(__file__).parents[1] / "example"


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    return examine(EXAMPLE)[0]


@pytest.fixture(scope="module")
def facts(weighed: Weighed) -> Any:
    return plain(tell(weighed))


def by_id(items: list[Any], id_: str) -> Any:
    return next(item for item in items if item["id"] == id_)


def test_claims_carry_the_voices_their_status_rests_on(facts: Any) -> None:
    disputed = by_id(facts["claims"], "residents-not-told")
    assert [(v["kind"], v.get("speaker"), v.get("party"), v["supports"]) for v in disputed["voices"]] == [
        ("actor", "ivo-tamm", "mill-lane-residents", True),
        ("actor", "lenford-council", "lenford-council", False),
    ]
    assert disputed["voices"][0]["sources"] == ["courier", "gazette"]
    article = by_id(facts["claims"], "bridge-shut")["voices"]
    own = {"kind": "article", "supports": True, "sources": ["bulletin"], "origins": ["text of bulletin"]}
    assert article == [own | {"identified": False}]


def test_every_origin_that_anything_names_is_listed_once(facts: Any) -> None:
    listed = [origin["id"] for origin in facts["origins"]]
    assert listed == sorted(set(listed))
    evidence = [passage for claim in facts["claims"] for passage in claim["evidence"]]
    named = {passage["origin"] for passage in evidence}
    named |= {origin for claim in facts["claims"] for voice in claim["voices"] for origin in voice["origins"]}
    assert named <= set(listed)
    for origin in facts["origins"]:
        assert origin["sources"] == sorted({item["source"] for item in evidence if item["origin"] == origin["id"]})
    assert by_id(facts["origins"], "meeting-notice")["because"]


def test_differences_name_the_answers_of_their_question(facts: Any, weighed: Weighed) -> None:
    assert [item["question"] for item in facts["differences"]] == ["people-per-day", "who-was-not-told"]
    for item in facts["differences"]:
        answers = {answer["text"]: answer for answer in by_id(facts["questions"], item["question"])["answers"]}
        assert set(item["answers"]) <= set(answers)
        assert len(item["answers"]) > 1
        assert item["because"]
        assert all(set(answer["claims"]) <= set(weighed.claims) for answer in answers.values())
    computed, read = facts["differences"]
    assert (computed["reading"], computed["computed"]) == ("compatible", True)
    assert (read["reading"], read["computed"]) == ("undecided", False)


def test_an_answer_keeps_its_scope(facts: Any) -> None:
    question = by_id(facts["questions"], "people-on-first-crossing")
    assert question["earlier"] == ["courier", "gazette"]
    assert question["answers"] == [
        {
            "text": "exactly 40 (on the first crossing)",
            "value": {"exactly": 40, "scope": "on the first crossing"},
            "claims": ["people-on-board"],
        }
    ]


def test_renderings_lead_to_passages_of_the_remark(facts: Any) -> None:
    told = by_id(facts["utterances"], "orrell-on-the-closure")
    assert (told["actor"], told["language"], told["translator"]) == ("dana-orrell", "unknown", "unknown")
    assert [item["source"] for item in told["renderings"]] == ["gazette", "courier"]
    for item in told["renderings"]:
        passage = by_id(facts["claims"], item["claim"])["evidence"][item["evidence"]]
        assert (passage["utterance"], passage["source"]) == (told["id"], item["source"])


def test_agreements_say_how_far_each_part_had_got(facts: Any) -> None:
    told = by_id(facts["agreements"], "bridge-closure")["implementation"]
    assert [part["what"] for part in told] == ["Closure of the bridge", "Free ferry", "Repairs"]
    assert told[2] == {"what": "Repairs", "agreed": ["closure-agreed"], "announced": [], "reported": []}
    others = [*facts["events"], *facts["disputes"], *facts["background"]]
    assert all("implementation" not in record for record in others)


@pytest.mark.parametrize("value", [{}, {"scope": "each side"}, {"exactly": 1, "about": 2}, {"words": 3}], ids=",".join)
def test_the_schema_wants_one_answer_in_a_value(facts: Any, value: Any) -> None:
    schema = json.loads(facts_schema().content)
    wrong = json.loads(json.dumps(facts))
    by_id(wrong["questions"], "people-on-first-crossing")["answers"][0]["value"] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema, cls=jsonschema.Draft202012Validator)


def test_a_value_comes_before_its_scope() -> None:
    assert list(plain(weight.value(Value(scope="each side", at_least=3)))) == ["at_least", "scope"]
    assert plain(weight.value(Value(words="thousands"))) == {"words": "thousands"}
