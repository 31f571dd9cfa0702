"""The ids of a dossier as lists to choose from."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.reading.files import read
from generator.reading.references import WANTS, known_ids
from generator.schema.ids import id_schema
from tests.case_files import EXAMPLE

Lists = dict[str, Any]


def lists_of(root: Path) -> Lists:
    schema = id_schema(read(root)[0], root=root)
    Draft7Validator.check_schema(schema)
    lists: Lists = schema["definitions"]
    return lists


def offered(part: Any) -> dict[str, str]:
    """Give the ids of a list, each with what it stands for."""
    choice = part["anyOf"][0] if "anyOf" in part else part
    return dict(zip(choice.get("enum", []), choice.get("enumDescriptions", []), strict=True))


def takes(part: Any, id_: str) -> bool:
    return bool(Draft7Validator(part).is_valid(id_))


@pytest.fixture(scope="module")
def example() -> Lists:
    return lists_of(EXAMPLE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "root"))


def test_what_is_offered_is_what_the_check_knows(example: Lists) -> None:
    known = known_ids(read(EXAMPLE)[0])
    assert {sort: frozenset(offered(example[sort])) for sort in WANTS} == dict(known)
    assert set(offered(example["claimant"])) == {*offered(example["actor"]), "unnamed"}
    assert all(list(offered(part)) == sorted(offered(part)) for part in example.values())


def test_each_id_is_told_with_what_it_stands_for(example: Lists) -> None:
    assert {sort: told[id_] for sort, id_ in TOLD.items() if (told := offered(example[sort]))} == {
        "actor": "Ivo Tamm (person; speaks for Mill Lane Residents)",
        "claimant": "a speaker whom the source leaves unnamed; its words go under words:",
        "claim": "Lenford City Council will run a free ferry while the bridge is shut.",
        "position": "Ivo Tamm said that the residents had not been told about the ferry before the meeting.",
        "subject": "agreement: Closure of the footbridge",
        "question": "How many people use the bridge in a day?",
        "origin": "a notice about the meeting that nobody here has seen",
        "party": "Mill Lane Residents (organisation)",
        "utterance": "Dana Orrell: how long the bridge will be closed",
        "source": "“Footbridge to close for repairs”; begins “Footbridge to close for repairs The Lenford City Council "
        "and the Mill …”",
        "text": "the text of gazette",
    }
    assert offered(example["subject"])["free-ferry"].startswith("term: Lenford City Council will run")


TOLD = {
    "actor": "ivo-tamm",
    "claimant": "unnamed",
    "claim": "free-ferry",
    "position": "residents-not-told",
    "subject": "bridge-closure",
    "question": "people-per-day",
    "origin": "meeting-notice",
    "party": "mill-lane-residents",
    "utterance": "orrell-on-the-closure",
    "source": "gazette",
    "text": "seeds/gazette.txt",
}


def test_a_text_no_source_describes_is_offered_as_such(root: Path) -> None:
    (root / "seeds" / "herald.txt").write_text("New.\n", encoding="utf-8")
    assert offered(lists_of(root)["text"])["seeds/herald.txt"] == "described by no source"


def test_a_list_without_ids_refuses_and_says_what_to_do(root: Path) -> None:
    for folder in ("facts/questions", "facts/sources", "seeds"):
        shutil.rmtree(root / folder)
    lists = lists_of(root)
    for sort, word in {
        "question": "facts/questions/<id>.yml",
        "source": "facts/sources/<id>.yml",
        "text": "seeds/",
    }.items():
        assert not takes(lists[sort], "anything")
        assert "enum" not in lists[sort]  # language servers refuse the whole schema for an empty one
        assert word in lists[sort]["patternErrorMessage"]


class TestFilesThatCannotBeRead:
    def test_the_file_s_name_stays_an_id(self, root: Path) -> None:
        (root / "facts" / "sources" / "courier.yml").write_text("type: [\n", encoding="utf-8")
        (root / "facts" / "actors" / "ivo-tamm.yml").write_text("name: Ivo Tamm\n", encoding="utf-8")
        lists = lists_of(root)
        assert offered(lists["source"])["courier"] == "a file that cannot be read"
        assert (
            offered(lists["claimant"])["ivo-tamm"]
            == offered(lists["actor"])["ivo-tamm"]
            == "a file that cannot be read"
        )
        assert offered(lists["subject"])["ivo-tamm"] == "a file that cannot be read"
        assert not takes(lists["source"], "gazete")
        assert not takes(lists["claimant"], "ivo-tam")

    def test_claims_it_may_hold_are_taken_but_not_offered(self, root: Path) -> None:
        (root / "facts" / "disputes" / "ferry-notice.yml").write_text("title: [\n", encoding="utf-8")
        lists = lists_of(root)
        for sort in ("claim", "position", "subject"):
            assert "letters-sent" not in offered(lists[sort])
            assert takes(lists[sort], "letters-sent")
        assert "free-ferry" in offered(lists["claim"])
        assert not takes(lists["utterance"], "nothing")

    def test_without_the_dossier_file_parties_and_origins_are_free(self, root: Path) -> None:
        (root / "facts" / "dossier.yml").unlink()
        lists = lists_of(root)
        assert takes(lists["party"], "anything")
        assert takes(lists["origin"], "anything")

    def test_a_file_in_no_folder_of_a_kind_may_be_anything(self, root: Path) -> None:
        (root / "facts" / "sources" / "courier.yml").rename(root / "facts" / "courier.yml")
        assert takes(lists_of(root)["source"], "courier")

    def test_a_name_that_is_no_id_is_not_offered(self, root: Path) -> None:
        (root / "facts" / "sources" / "The_Courier.yml").write_text("type: [\n", encoding="utf-8")
        assert "The_Courier" not in offered(lists_of(root)["source"])
