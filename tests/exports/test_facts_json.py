"""facts.json: valid by its own schema, offsets that lead to the words, stable bytes."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.evidence.status import STATUSES
from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.exports import exports
from generator.exports.facts_json import facts_json, facts_schema
from generator.site import build
from generator.telling import tell
from generator.telling.identifiers import identifier

EXAMPLE = Path(__file__).parents[1] / "example"


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    return examine(EXAMPLE)[0]


@pytest.fixture(scope="module")
def facts(weighed: Weighed) -> Any:
    return json.loads(facts_json(tell(weighed)).content)


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(facts_schema().content)


def test_the_schema_is_a_schema_and_the_data_fits_it(facts: Any, schema: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(facts, schema, cls=jsonschema.Draft202012Validator)


def test_the_schema_refuses_what_it_does_not_describe(facts: Any, schema: Any) -> None:
    wrong = json.loads(json.dumps(facts))
    wrong["claims"][0]["evidence"][0]["colour"] = "red"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema, cls=jsonschema.Draft202012Validator)


def test_every_property_is_described_and_no_object_is_open(schema: Any) -> None:
    def walk(node: Any) -> None:
        if isinstance(node, list):
            for item in node:
                walk(item)
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert "additionalProperties" in node
            if isinstance(properties := node.get("properties"), dict):
                assert node["additionalProperties"] is False
                for name, described in properties.items():
                    assert described.get("description"), name
            for value in node.values():
                walk(value)

    walk(schema)


def test_spans_lead_to_the_exact_words(weighed: Weighed, facts: Any) -> None:
    for claim in facts["claims"]:
        for passage in claim["evidence"]:
            text = (EXAMPLE / passage["file"]).read_bytes().decode()
            assert text == weighed.dossier.texts[passage["source"]]
            assert " [...] ".join(text[start:end] for start, end in passage["spans"]) == passage["exact"]


def test_words_beside_a_passage_stand_there_and_are_published_anyway(weighed: Weighed, facts: Any) -> None:
    beside = 0
    for claim in facts["claims"]:
        assert [one["number"] for one in claim["evidence"]] == list(range(1, len(claim["evidence"]) + 1))
        for passage in claim["evidence"]:
            text, printed = weighed.dossier.texts[passage["source"]], weighed.printed[passage["source"]]
            begin, end = passage["spans"][0][0], passage["spans"][-1][1]
            prefix, suffix = passage.get("prefix", ""), passage.get("suffix", "")
            assert text[:begin].endswith(prefix)
            assert text[end:].startswith(suffix)
            for words in (prefix, suffix):
                assert sum(any(map(str.isalnum, word)) for word in words.split()) <= 5
            for at in (*range(begin - len(prefix), begin), *range(end, end + len(suffix))):
                assert not text[at].isalnum() or any(start <= at < stop for start, stop in printed)
            beside += bool(prefix or suffix)
    assert beside


def test_claims_hold_what_the_pages_tell(weighed: Weighed, facts: Any) -> None:
    assert facts["schema"] == 1
    assert [claim["id"] for claim in facts["claims"]] == sorted(weighed.claims)
    for claim in facts["claims"]:
        assert claim["status"] in STATUSES
        assert claim["status_rule"]
        assert claim["evidence"]
    dated = {claim["id"]: claim["date"] for claim in facts["claims"] if "date" in claim}
    assert dated["first-crossing"]["basis"] == "derived"
    assert dated["first-crossing"]["earliest"] == "2025-03-10"
    assert dated["first-crossing"]["passages"]
    unnamed = next(claim for claim in facts["claims"] if claim["id"] == "rotten-boards")["evidence"][0]
    assert (unnamed["claimant"], unnamed["words"]) == ("unnamed", "Reports indicate")
    article = next(claim for claim in facts["claims"] if claim["id"] == "bridge-shut")["evidence"][0]
    assert "claimant" not in article


def test_set_aside_words_are_not_in_the_data(weighed: Weighed, facts: Any) -> None:
    told = json.dumps(facts, ensure_ascii=False)
    for (record, path), item in weighed.quoted.items():
        proof = weighed.proof_of(record, path)
        if item.use == "set-aside" and proof:
            text = weighed.dossier.texts[item.source][slice(*proof.hull)]
            assert text in {source.get("title") for source in facts["sources"]} or text not in told


def test_the_scope_travels_with_the_data(weighed: Weighed, facts: Any) -> None:
    assert weighed.dossier.head
    assert facts["dossier"]["scope"]["text"] == weighed.dossier.head.data.scope.text


def test_addresses_with_and_without_a_site(weighed: Weighed) -> None:
    known = json.loads(facts_json(tell(weighed, site_url="https://a.example/sheet")).content)
    assert known["claims"][0]["url"] == f"https://a.example/sheet/claims/{known['claims'][0]['id']}/"
    unknown = [claim["url"] for claim in json.loads(facts_json(tell(weighed)).content)["claims"]]
    assert all(uuid.UUID(url.removeprefix("urn:uuid:")).version == 5 for url in unknown)
    assert len(set(unknown)) == len(unknown)


def test_identifiers_never_change() -> None:
    known = "urn:uuid:6aa0f3da-9451-5a0f-a756-b6a46797b4e5"
    assert identifier("claims/x.md", title="A title", site_url=None) == known
    assert identifier("claims/x.md", title="Another", site_url=None) != known
    assert identifier("index.md", title="A title", site_url="https://a.example") == "https://a.example/"


def test_bytes_are_stable_and_plain(weighed: Weighed) -> None:
    again_weighed = examine(EXAMPLE)[0]
    first, again = [*exports(weighed, tell(weighed))], [*exports(again_weighed, tell(again_weighed))]
    assert first == again
    for file in first:
        if file.uri.endswith(".json"):
            assert file.content.endswith((b"}\n", b"]\n"))
            assert b"\\u" not in file.content
    uris = [file.uri for file in first]
    assert [file.uri for file in build(EXAMPLE).files][: len(uris)] == sorted(uris)
    assert {"assets/search-words.js", "data/facts.json", "data/facts.schema.json"} <= set(uris)


def test_a_site_holds_pages_and_files() -> None:
    site = build(EXAMPLE)
    assert site.problems == ()
    assert {"data/facts.json", "data/facts.schema.json"} <= {file.uri for file in site.files}
    assert len(site.pages) > 30
