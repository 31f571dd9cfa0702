"""The data of a new record or claim, from what an editor gives, in the order people read it.

May import blocks, inserting, ids and reading. Must never invent a value: what is not given is not written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.editing.changes import Changes, EditError
from generator.editing.finding import Found
from generator.editing.ids import is_id, taken_by
from generator.editing.inserting import with_item
from generator.evidence.nested_quotes import inside
from generator.model.passages import Shape
from generator.model.records import FOLDERS, RecordKind
from generator.reading.dossier import Dossier, Record
from generator.reading.misfits import bad_id, id_like
from generator.reading.shapes import shape
from generator.reading.yaml_text import parse
from generator.yaml_lines import Data, one_line, text_of

CLAIMS: Mapping[str, str] = {
    "agreement": "terms",
    "event": "claims",
    "dispute": "positions",
    "actor": "roles",
    "background": "claims",
}
"""The field that holds the claims of each kind of record; replies of a dispute stand under `replies`."""
_ORDER = (
    "id", "role", "question", "statement", "date", "held_by", "reply_to", "about", "refers", "added", "evidence",
)  # fmt: skip
_WORDS_OF_AN_ID = 6
_FOLDER_OF: dict[str, str] = {kind: folder for folder, kind in FOLDERS.items()}


def evidence(found: Found, given: Data) -> dict[str, object]:
    """Give one item of evidence: the passage found, and what else is given of it (claimant, words, via, value ...)."""
    return {**found.selector, **{name: value for name, value in given.items() if value}}


def claim(passages: Sequence[Data], given: Data) -> dict[str, object]:
    """Give a claim on passages. Without a statement it is the passage itself between quotation marks.

    Raises EditError where there are several passages and no statement: nobody but the editor can say what they tell
    together.
    """
    if len(passages) > 1 and not given.get("statement"):
        raise EditError("several passages need --statement: say in your own words what they tell together")
    told: dict[str, object] = {"statement": bare_quotation(passages[0])}
    told |= {name: value for name, value in given.items() if value} | {"evidence": [*passages]}
    return {name: told[name] for name in _ORDER if name in told}


def bare_quotation(passage: Data) -> str:
    """Give a passage as a statement that says nothing but its words."""
    return f"“{inside(str(passage['exact']))}”"


def id_of(words: str) -> str:
    """Make an id from the first words of a text: `The ferry at Mill Lane` is `the-ferry-at-mill-lane`."""
    return id_like(" ".join(one_line(words).split()[:_WORDS_OF_AN_ID])) or "claim"


def record(kind: RecordKind, given: Data, claims: list[dict[str, object]]) -> dict[str, object]:
    """Give the data of a new record with its first claims; of an actor they are its roles."""
    told = {name: value for name, value in given.items() if value}
    return {**told, CLAIMS[kind]: claims} if claims else told


def new_record(kind: RecordKind, id_: str, data: Data, *, dossier: Dossier) -> Changes:
    """Give the change that adds a record. Raises EditError where its id is taken or a field does not fit."""
    _refuse_id(id_, dossier)
    for one in _claims(data, kind):
        _refuse_id(str(one["id"]), dossier, besides=id_)
    file = f"facts/{_FOLDER_OF[kind]}/{id_}.yml"
    text = text_of(data)
    read, places, problems = parse(text, file=file)
    if not problems:
        _, problems = shape(read, kind=kind, places=places)
    if problems:
        raise EditError(min(problems).message)
    return Changes({file: text.encode()})


def new_claim(field: str, data: Data, *, record: Record[Shape], text: str, dossier: Dossier) -> Changes:
    """Give the change that adds a claim to a record, whose file has this text. Raises EditError as above."""
    _refuse_id(str(data["id"]), dossier)
    changed = with_item(text, field, data, file=record.file)
    read, places, _ = parse(changed, file=record.file)
    _, problems = shape(read, kind=record.kind, places=places)
    if problems:
        raise EditError(min(problems).message)
    return Changes({record.file: changed.encode()})


def _claims(data: Data, kind: RecordKind) -> Sequence[Data]:
    found = data.get(CLAIMS.get(kind, ""), [])
    return found if isinstance(found, list) else []


def _refuse_id(id_: str, dossier: Dossier, *, besides: str = "") -> None:
    if not is_id(id_):
        raise EditError(bad_id(id_))
    taken = "for the record itself" if id_ == besides else taken_by(id_, dossier)
    if taken is not None:
        raise EditError(f'the id "{id_}" is used already {taken}; choose another')
