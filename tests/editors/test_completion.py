"""What an editor offers: the ids of this dossier, the fields not yet there, blocks to begin with."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from generator.model.passages import Evidence
from generator.reading.fields import fields
from generator.reading.files import read
from generator.reading.references import known_ids
from generator.reading.yaml_text import parse
from generator.schema.drift import id_files
from generator.schema.files import schema_files
from tests.case_files import EXAMPLE
from tests.editors.inserting import completions, inserted, labels
from tests.editors.language_server import LanguageServer
from tools.house import ROOT

EVENT = "title: x\nclaims:\n  - id: a\n    statement: b\n"
EVIDENCE = EVENT + "    evidence:\n      - source: gazette\n"
DISPUTE = "title: x\nquestion: y\nreplies:\n  - id: a\n"
PLACES: dict[str, tuple[str, str, str]] = {
    "source": ("events", EVENT + "    evidence:\n      - source: |\n", "source"),
    "source of a date": ("events", "title: x\ndate:\n  from:\n    - source: |\n", "source"),
    "source of a caution": ("sources", "cautions:\n  - text: x\n    evidence: [{source: |}]\n", "source"),
    "question": ("events", EVENT + "    question: |\n", "question"),
    "about": ("events", EVENT + "    about: [|]\n", "subject"),
    "about, below": ("events", EVENT + "    about:\n      - |\n", "subject"),
    "refers": ("events", EVENT + "    refers: {She: [|]}\n", "actor"),
    "utterance": ("events", EVIDENCE + "        utterance: |\n", "utterance"),
    "held_by": ("disputes", DISPUTE + "    held_by: [|]\n", "actor"),
    "reply_to": ("disputes", DISPUTE + "    reply_to: [|]\n", "position"),
    "common_ground": ("disputes", "title: x\ncommon_ground: [|]\n", "claim"),
    "origin": ("sources", "type: document\norigin: |\n", "origin"),
    "origin of a part": ("sources", "type: document\nparts:\n  - origin: |\n", "origin"),
    "party": ("actors", "name: x\nparty: |\n", "party"),
    "parties of an agreement": ("agreements", "title: x\nparties: [|]\n", "actor"),
    "agreed": ("agreements", "title: x\nimplementation:\n  - agreed: [|]\n", "claim"),
    "earlier": ("questions", "text: x\nearlier: [|]\n", "source"),
    "only_generated": ("questions", "text: x\nonly_generated: [|]\n", "source"),
    "claims of the summary": ("", "title: x\nsummary:\n  - asks: y\n    claims: [|]\n", "claim"),
    "highlights": ("", "title: x\nhighlights: [|]\n", "claim"),
    "brief": ("", "title: x\nbrief:\n  - |\n", "claim"),
    "parties": ("", "title: x\nparties: [|]\n", "actor"),
    "opposed": ("", "title: x\nopposed: [[|]]\n", "party"),
    "wanted": ("", "title: x\nwanted:\n  - what: x\n    claims: [|]\n", "claim"),
}
"""Where an id is written: the folder, the text up to the cursor, and what the id leads to."""


@cache
def ids(root: Path, sort: str) -> list[str]:
    """Give the ids of one sort that the check knows, sorted."""
    return sorted(known_ids(read(root)[0])[sort] or ())


def file(folder: str, *, root: Path = EXAMPLE) -> Path:
    return root / "facts" / folder / "new.yml" if folder else root / "facts" / "dossier.yml"


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["dossier", "example"])
@pytest.mark.parametrize("name", PLACES)
def test_exactly_the_ids_of_this_dossier_are_offered(server: LanguageServer, name: str, root: Path) -> None:
    folder, text, sort = PLACES[name]
    assert labels(completions(server, file(folder, root=root), text)) == ids(root, sort)


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["dossier", "example"])
def test_speakers_are_the_actors_and_the_unnamed(server: LanguageServer, root: Path) -> None:
    items = completions(server, file("events", root=root), EVIDENCE + "        claimant: |\n")
    assert labels(items) == sorted([*ids(root, "actor"), "unnamed"])


def test_texts_are_those_in_seeds(server: LanguageServer) -> None:
    items = completions(server, file("sources"), "type: document\nfile: |\n")
    assert {item["label"]: item["documentation"] for item in items} == {
        f"seeds/{name}.txt": f"the text of {name}" for name in ("bulletin", "courier", "gazette")
    }


def test_an_id_is_offered_with_what_it_stands_for(server: LanguageServer) -> None:
    items = completions(server, file("events"), EVIDENCE + "        claimant: |\n")
    told = {item["label"]: item["documentation"] for item in items}
    assert told["ivo-tamm"] == "Ivo Tamm (person; speaks for Mill Lane Residents)"
    items = completions(server, file("disputes"), DISPUTE + "    reply_to: [|]\n")
    assert items[0]["documentation"].startswith("Ivo Tamm said that the residents had not been told")


def test_a_word_of_a_field_is_offered(server: LanguageServer) -> None:
    items = completions(server, file("events"), EVIDENCE + "        stance: |\n")
    assert labels(items) == ["refutes", "supports"]


def test_nothing_invented_is_offered_where_text_is_written(server: LanguageServer) -> None:
    for text in ("title: |\n", EVENT + "    refers: {|}\n", "title: x\nclaims:\n  - id: |\n"):
        assert [item["label"] for item in completions(server, file("events"), text) if item["kind"] == 12] == []


class TestFields:
    def test_those_not_yet_there_are_offered_with_their_help(self, server: LanguageServer) -> None:
        items = completions(server, file("events"), EVIDENCE + "        value: {exactly: 3}\n        |\n")
        offered = {item["label"]: item for item in items if item["kind"] == 10}
        assert offered.keys() == fields(Evidence).keys() - {"source", "value"}
        assert offered["via"]["documentation"]["value"].startswith("The channel, as the source names it")
        assert offered["via"]["documentation"]["value"].endswith("Example: `X`")

    def test_a_record_begins_with_the_fields_it_needs(self, server: LanguageServer) -> None:
        items = completions(server, file("events"), "# A new event.\n|\n")
        whole = next(item for item in items if item["label"] == "event")
        assert whole["textEdit"]["newText"].startswith("title: $1\nclaims:\n  - id: $2")

    def test_values_stand_on_one_line(self, server: LanguageServer) -> None:
        items = completions(server, file("events"), EVIDENCE + "        |\n")
        assert next(item for item in items if item["label"] == "value")["textEdit"]["newText"] == "value: "
        items = completions(server, file("events"), EVIDENCE + "        value: |\n")
        assert "{at_least: ...}" in labels(items)
        assert "{between: [..., ...]}" in labels(items)


BEGUN = {
    "a claim": ("events", "title: x\nclaims:\n  |\n"),
    "a claim, after a dash": ("events", "title: x\nclaims:\n  - |\n"),
    "a claim, on the line of its field": ("events", "title: x\nclaims: |\n"),
    "one more claim": ("events", EVIDENCE + "        exact: x\n  - |\n"),
    "a term": ("agreements", "title: x\nterms:\n  - |\n"),
    "evidence": ("events", EVENT + "    evidence:\n      |\n"),
    "evidence, after a dash": ("events", EVENT + "    evidence:\n      - |\n"),
    "evidence, on the line of its field": ("events", EVENT + "    evidence: |\n"),
    "one more passage": ("events", EVIDENCE + "        exact: x\n      - |\n"),
    "the rest of a passage": ("events", EVIDENCE + "        |\n"),
    "the rest of a passage, after its words": ("events", EVENT + "    evidence:\n      - exact: x\n        |\n"),
    "the rest of a claim": ("events", "title: x\nclaims:\n  - id: a\n    |\n"),
    "the rest of a date": ("events", "title: x\ndate:\n  derived: x\n  |\n"),
    "the rest of a date in a list": ("events", EVENT + "    date:\n      derived: x\n      |\n"),
    "a date in a list": ("events", EVENT + "    date: |\n"),
    "a role": ("actors", "name: x\nroles:\n  - |\n"),
    "a set-aside sentence": ("sources", "type: x\nset_aside:\n  - |\n"),
    "a value": ("events", EVIDENCE + "        value: |\n"),
    "a quotation": ("events", EVIDENCE + "        exact: |\n"),
    "a date": ("events", "title: x\ndate: |\n"),
    "a date, below": ("events", "title: x\ndate:\n  |\n"),
    "passages of a date": ("events", "title: x\ndate:\n  derived: x\n  from:\n    - |\n"),
    "a position": ("disputes", "title: x\npositions:\n  - |\n"),
    "a record": ("events", "# new\n|\n"),
    "the dossier": ("", "# new\n|\n"),
    "a source": ("sources", "# new\n|\n"),
}


@pytest.mark.parametrize("name", BEGUN)
def test_whatever_is_put_in_is_good_yaml(server: LanguageServer, name: str) -> None:
    folder, text = BEGUN[name]
    items = completions(server, file(folder), text)
    assert items
    for item in items:
        new = inserted(text, item)
        _, _, problems = parse(new, file="new.yml")
        assert [str(problem) for problem in problems] == [], f"{item['label']}:\n{new}"


class TestNewDossiers:
    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        """Lay out a dossier with a text, and nothing else yet."""
        (tmp_path / "facts" / "sources").mkdir(parents=True)
        (tmp_path / "seeds").mkdir()
        (tmp_path / "seeds" / "herald.txt").write_text("It was shut.\n", encoding="utf-8")
        return tmp_path

    def write(self, root: Path) -> None:
        for path, content in schema_files(read(root)[0], root=root).items():
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_bytes(content)

    def test_a_first_record_can_be_begun(self, bare: LanguageServer, root: Path) -> None:
        self.write(root)
        head = "# yaml-language-server: $schema=../.schema/source.json\n"
        assert {"type", "file", "sha256"} <= set(labels(completions(bare, file("sources", root=root), f"{head}|\n")))
        assert labels(completions(bare, file("sources", root=root), f"{head}file: |\n")) == ["seeds/herald.txt"]

    def test_what_is_new_is_offered_once_the_schemas_are_written(self, bare: LanguageServer, tmp_path: Path) -> None:
        root = Path(shutil.copytree(EXAMPLE, tmp_path / "root"))
        text = f"# yaml-language-server: $schema=../.schema/event.json\n{EVENT}    question: |\n"
        assert "how-old" not in labels(completions(bare, file("events", root=root), text))
        (root / "facts" / "questions" / "how-old.yml").write_text("text: How old?\nkind: amount\n", encoding="utf-8")
        for path, content in id_files(read(root)[0], root=root).items():
            (root / path).write_bytes(content)
            bare.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": (root / path).as_uri(), "type": 2}]})
        assert "how-old" in labels(completions(bare, file("events", root=root), text))
