"""An invented dossier: a footbridge closes, told by two local papers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.reading.dossier import Dossier
from generator.reading.files import read

COURIER = "The bridge was shut on Tuesday.\nThe council said it was rotten.\n"
HERALD = "Residents say nobody told them.\r\nThe bridge was shut.\n"

FILES: dict[str, str | bytes] = {
    "seeds/courier.txt": COURIER,
    "seeds/herald.txt": HERALD.encode(),
    "facts/dossier.yml": """\
title: The bridge
question: Why was the bridge shut?
scope: {text: Two papers., until: 2025-03-04}
summary:
  - {asks: What happened?, claims: [bridge-shut]}
highlights: [told-nobody]
parties: [council, residents]
opposed: [[council, residents]]
origins:
  - {id: notice, about: a notice of the council, because: Both papers cite it.}
licence: CC BY 4.0
updated: 2025-03-05
quotation_limit: {share: 0.5, because: short papers}
wanted:
  - {what: the notice, why: it gives the day, claims: [bridge-shut]}
""",
    "facts/sources/courier.yml": f"""\
type: document
file: seeds/courier.txt
sha256: {hashlib.sha256(COURIER.encode()).hexdigest()}
origin: notice
cautions:
  - text: It cites nobody.
    evidence: [{{source: courier, exact: on Tuesday}}]
""",
    "facts/sources/herald.yml": f"""\
type: document
file: seeds/herald.txt
sha256: {hashlib.sha256(HERALD.encode()).hexdigest()}
parts:
  - {{exact: The bridge was shut, origin: notice, because: The same words.}}
""",
    "facts/actors/council.yml": """\
name: council
kind: organisation
party: council
formerly: [town-council]
utterances: [{id: rotten, about: the state of the bridge}]
""",
    "facts/actors/residents.yml": """\
name: Residents
kind: group
party: residents
roles:
  - id: residents-role
    role: Residents
    statement: Residents speak.
    evidence: [{source: herald, exact: Residents say}]
""",
    "facts/agreements/repair.yml": """\
title: Repair
parties: [council, residents]
terms:
  - id: repair-soon
    statement: It will be repaired.
    refers: {them: [residents]}
    evidence: [{source: courier, exact: The bridge, claimant: council, utterance: rotten}]
""",
    "facts/events/closure.yml": """\
title: Closure
date: {derived: 2025-03-04, from: [{source: courier, exact: on Tuesday}], because: the Tuesday}
claims:
  - id: bridge-shut
    question: why-shut
    about: [council, closure, told-nobody]
    statement: The bridge was shut.
    evidence: [{source: courier, exact: The bridge was shut, value: {words: shut}}]
""",
    "facts/disputes/warning.yml": """\
title: Warning
question: Was there a warning?
positions:
  - id: told-nobody
    statement: Nobody was told.
    held_by: [residents]
    evidence: [{source: herald, exact: nobody told them, claimant: residents}]
replies:
  - id: it-was-rotten
    statement: It was rotten.
    held_by: [council]
    reply_to: [told-nobody]
    evidence: [{source: courier, exact: it was rotten, claimant: unnamed, words: said}]
common_ground: [bridge-shut]
""",
    "facts/background/age.yml": """\
title: Age
claims:
  - id: age-of-bridge
    statement: It is old.
    evidence: [{source: herald, exact: The bridge}]
""",
    "facts/questions/why-shut.yml": "text: Why?\nkind: words\n",
}


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder, byte for byte."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


Tree = Callable[..., tuple[Dossier, list[str]]]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Give a function that writes the dossier with some files changed, `None` taking one away, and reads it."""

    def make(changed: Mapping[str, str | bytes | None] | None = None) -> tuple[Dossier, list[str]]:
        files = {name: text for name, text in {**FILES, **(changed or {})}.items() if text is not None}
        write(tmp_path, files)
        dossier, problems = read(tmp_path)
        return dossier, [str(problem) for problem in problems]

    return make


def edited(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """Give one file of the dossier with some words exchanged."""
    text = FILES[name]
    assert isinstance(text, str)
    assert old in text
    return {name: text.replace(old, new)}
