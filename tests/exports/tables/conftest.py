"""Fact sheets as tables, written once for all tests here: the example, one with hostile text, one that withholds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.examining import examine
from generator.exports.tables import tables
from generator.telling import Facts, tell
from generator.telling.claims import Answer, Correction, SecondReading
from generator.telling.passages import Date, Passage, Value
from generator.telling.records import Name
from tests.case_files import EXAMPLE, change_files, copy_example
from tests.revised_example import withholding

HOSTILE = (
    '=HYPERLINK("https://a.example","x"), </script>\r\n\u200f«Привіт»\r😀 \'"a""b"\' <b>&amp;</b>; | \u202e\u05d0\n. ',
    "'=1+1", "\t-2", "＠SUM(1)", '"', ",", "'", "\u200f=1", "null", "NaN", "true", "0012", " ", "-5",
)  # fmt: skip
"""Texts that break what is not written with care."""
ODD_TEXT = {
    "replace": {
        "seeds/courier.txt": [
            ("Orrell spoke of", "😀 «Привіт», сказала 👩‍🚒. Orrell spoke of"),
            ("Tamm said the residents did", "=1 Tamm said the residents\r\ndid"),
        ],
        "facts/agreements/bridge-closure.yml": [
            ("about: [dana-orrell]", "about: [dana-orrell, free-ferry]"),
            ("at least twelve weeks» and promised a ferry.", "at least twelve weeks» [...] a ferry."),
        ],
    },
    "relock": ["courier"],
}
"""Signs of two units in UTF-16 before passages, a line break within one, an omission, a claim about a claim."""


@dataclass(frozen=True)
class Sheet:
    """What is told of a fact sheet, the stored texts, and the folder its tables were written to."""

    facts: Facts
    texts: dict[str, str]
    root: Path

    @property
    def data(self) -> Path:
        return self.root / "data"


Laid = Callable[[str], Sheet]


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    """Give the example, with odd signs in a stored text."""
    root = tmp_path_factory.mktemp("example") / "root"
    copy_example(root)
    change_files(root, ODD_TEXT, name="odd text")
    return _written(root, tmp_path_factory.mktemp("example-tables"))


@pytest.fixture(scope="session")
def withheld(tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    root = withholding(tmp_path_factory.mktemp("withheld") / "root")
    return _written(root, tmp_path_factory.mktemp("withheld-tables"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    """Give the example with hostile text in every field of free text, and with every field filled."""
    return _written(EXAMPLE, tmp_path_factory.mktemp("hostile-tables"), change=filled_with_hostile_text)


@pytest.fixture(scope="session", params=["example", "withheld", "hostile"])
def sheet(request: pytest.FixtureRequest) -> Sheet:
    found: Sheet = request.getfixturevalue(request.param)
    return found


def _written(root: Path, out: Path, *, change: Callable[[Facts], Facts] = lambda facts: facts) -> Sheet:
    weighed, problems = examine(root)
    assert [str(one) for one in problems if one.severity == "error"] == []
    facts = change(tell(weighed, site_url="https://a.example/sheet/"))
    for file in tables(facts):
        path = out / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return Sheet(facts, dict(weighed.dossier.texts), out)


def filled_with_hostile_text(facts: Facts) -> Facts:
    """Put hostile text wherever free text stands, in turn, and fill the fields that are empty."""
    turn = 0

    def bad() -> str:
        nonlocal turn
        turn += 1
        return HOSTILE[turn % len(HOSTILE)]

    when = Date(edtf="2025-03-04/..", earliest=date(2025, 3, 4), latest=None, basis="derived", because=bad())
    values = [
        Value(exactly=-5), Value(between=(-1, 2.5)), Value(about=10**30), Value(words=bad(), scope=bad()),
        Value(date="2025-03"), Value(at_most=1e-7),
    ]  # fmt: skip
    actors = [one.id for one in facts.actors]

    def claim(number: int, one: Any) -> Any:
        evidence = [
            item.model_copy(
                update={
                    "exact": bad(),
                    "prefix": bad(),
                    "suffix": bad(),
                    "via": bad(),
                    "value": values[at % 6],
                    "attribution": Passage(source=item.source, file=item.file, spans=[(1, 9)], exact=bad()),
                }
            )
            for at, item in enumerate(one.evidence, start=number)
        ]
        voices = [item.model_copy(update={"party": actors[0]}) for item in one.voices]
        update = {
            "statement": bad(), "status_inputs": bad(), "said_by": bad(), "role": bad(), "date": when,
            "formerly": [f"was-{one.id}"], "held_by": actors[:2], "reply_to": [facts.claims[0].id],
            "corrections": [Correction(date="2025-03-20", wrong=bad(), now=bad())], "evidence": evidence,
            "second_reading": SecondReading(by=bad(), date="2025-03-21"), "voices": voices,
        }  # fmt: skip
        return one.model_copy(update=update)

    def source(one: Any) -> Any:
        names = ("title", "container_title", "publisher", "archive", "name")
        update = {name: bad() for name in names} | {
            "author": [Name(family="=Bell", given="Ann"), Name(literal=bad())], "cautions": [bad(), bad()],
            "URL": "https://b.example/?a=1,2", "archive_location": "https://c.example/", "accessed": "2025",
            "issued": "2025-03", "written": when, "origin": facts.origins[0].id,
        }  # fmt: skip
        return one.model_copy(update=update)

    def question(one: Any) -> Any:
        given = Answer(text=bad(), value=values[1], claims=[facts.claims[0].id])
        update = {
            "text": bad(), "unit": bad(), "scope": bad(), "answers": [*one.answers, given],
            "earlier": [facts.sources[0].id], "only_generated": [facts.sources[1].id],
        }  # fmt: skip
        return one.model_copy(update=update)

    about = facts.dossier
    scope = about.scope.model_copy(update={"text": HOSTILE[0], "not_covered": [bad(), bad()]})
    head = {"title": bad(), "question": bad(), "scope": scope, "editors": [bad()], "contact": bad(), "licence": "=CC"}
    return facts.model_copy(
        update={
            "dossier": about.model_copy(update=head),
            "claims": [claim(number, one) for number, one in enumerate(facts.claims)],
            "sources": [source(one) for one in facts.sources],
            "actors": [
                one.model_copy(update={"name": bad(), "names": [bad()], "adjectives": [bad()], "capitals": [bad()]})
                for one in facts.actors
            ],
            "questions": [question(one) for one in facts.questions],
            "disputes": [one.model_copy(update={"title": bad(), "date": when}) for one in facts.disputes],
            "origins": [one.model_copy(update={"about": bad(), "because": bad()}) for one in facts.origins],
            "differences": [one.model_copy(update={"because": bad()}) for one in facts.differences],
            "utterances": [
                one.model_copy(update={"about": bad(), "language": bad(), "translator": bad()})
                for one in facts.utterances
            ],
        }
    )
