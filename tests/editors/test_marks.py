"""What an editor marks and explains: each mistake at its place, nothing in files that are fine, each field in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.records import SHAPES
from generator.reading.fields import fields, holder
from generator.reading.files import read
from generator.reading.yaml_text import parse
from tests.case_files import EXAMPLE
from tests.editors.inserting import completions, labels
from tests.editors.language_server import LanguageServer
from tests.editors.marks import MODELINE, marked, marks
from tests.schema.mutations import Written, written
from tools.house import ROOT

EVENT = EXAMPLE / "facts" / "events" / "ferry-start.yml"


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["dossier", "example"])
def test_nothing_is_marked_in_files_that_are_fine(server: LanguageServer, root: Path) -> None:
    files = [(path, path.read_text(encoding="utf-8")) for path in sorted((root / "facts").rglob("*.yml"))]
    assert len(files) == len(written(root))
    found = zip((path.name for path, _ in files), marks(server, files), strict=True)
    assert {name: [mark["message"] for mark in said] for name, said in found if said} == {}


MISTAKES: dict[str, tuple[str, str, str, str]] = {
    "a wrong id": (
        "source: bulletin", "source: buletin", "buletin",
        "no source has this id; choose one, or add facts/sources/<id>.yml and run",
    ),
    "a misspelt key": ("evidence:", "evidnce:", "evidnce", "Property evidnce is not allowed."),
    "a missing field": ("    statement:", "    #", "i", 'Missing property "statement".'),
    "a wrong type": ("title: ", "title: 12 #", "12", 'Incorrect type. Expected "string".'),
    "a field without a value": ("title: ", "title: # ", "", 'Incorrect type. Expected "string".'),
    "no id": ("id: first-crossing", "id: First_Crossing", "First_Crossing", "this is no id (lower-case letters"),
    "two answers": (
        "{exactly: 40, scope: on the first crossing}", "{exactly: 40, about: 40}", "{exactly: 40, about: 40}",
        "a value has exactly one field: exactly, about,",
    ),
    "a comma in words": (
        "{exactly: 40, scope: on the first crossing}", "{words: forty, or so}", "or so",
        "this is no field of value; put quote marks round text with a comma",
    ),
    "a derived date without its reason": ("  because:", "  #", "date", "a derived date needs from: and because:"),
    "a speaker left unnamed without the words": (
        "      - source: bulletin", "      - claimant: unnamed\n        source: bulletin", "c",
        "claimant: unnamed needs the words that leave the speaker unnamed",
    ),
    "words of a named speaker": (
        "      - source: bulletin", "      - words: Reports\n        source: bulletin", "words",
        "words: is for a speaker whom the source leaves unnamed",
    ),
}  # fmt: skip
"""A text that stands in a file, what stands there instead, what is marked, and how the message begins."""


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_marked_at_its_place(server: LanguageServer, name: str) -> None:
    old, new, place, message = MISTAKES[name]
    text = EVENT.read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    (found,) = marks(server, [(EVENT, text)])
    assert [marked(text, mark) for mark in found if mark["message"].startswith(message)] == [place]
    assert {mark["severity"] for mark in found} == {1}


class TestHover:
    @pytest.mark.parametrize("record", written(), ids=lambda record: record.file)
    def test_every_field_is_explained_in_the_words_of_the_model(self, server: LanguageServer, record: Written) -> None:
        path = EXAMPLE / record.file
        text = path.read_text(encoding="utf-8")
        _, places, _ = parse(text, file=record.file)
        uri = server.open(path, text)
        asked = set()
        for steps, spot in places.keys.items():
            shape, name = holder(SHAPES[record.kind], steps[:-1]), str(steps[-1])
            if name not in fields(shape) or (shape, name) in asked:
                continue
            asked.add((shape, name))
            hover = server.at("hover", uri, line=spot.line - 1, column=spot.column)["contents"]["value"]
            assert " ".join(str(fields(shape)[name].description).split()) in hover, (shape, name)
            assert "Example:" in hover
        assert asked
        server.close(uri)

    def test_an_id_is_explained_before_all_others(self, server: LanguageServer) -> None:
        text = "title: x\nclaims:\n  - id: a\n    evidence:\n      - claimant: mill-lane-residents\n"
        uri = server.open(EVENT, text)
        hover = server.at("hover", uri, line=4, column=25)["contents"]["value"]
        server.close(uri)
        told = hover.partition("Allowed Values:\n\n")[2].splitlines()
        assert told[0] == "* `mill-lane-residents`: Mill Lane Residents (organisation)"
        assert len(told) == 5


def test_with_a_modeline_alone_everything_works(bare: LanguageServer) -> None:
    text = MODELINE.format("../.schema/event.json") + EVENT.read_text(encoding="utf-8")
    wrong = text.replace("source: bulletin", "source: buletin", 1)
    files = [(EVENT, text), (EVENT.with_name("b.yml"), wrong), (EVENT.with_name("c.yml"), "nothing: known\n")]
    fine, found, without = marks(bare, files)
    assert (fine, without) == ([], [])
    assert [marked(wrong, mark) for mark in found] == ["buletin"]
    begun = MODELINE.format("../.schema/event.json") + "title: x\nclaims:\n  - id: a\n    question: |\n"
    assert labels(completions(bare, EVENT, begun)) == sorted(read(EXAMPLE)[0].questions)
