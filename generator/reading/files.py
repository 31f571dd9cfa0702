"""facts/ and seeds/ of one folder -> the dossier and every problem of reading.

Visits files in sorted order, so the result never depends on the order of a directory. May import the rest of reading
and the model. Must never know what a record means, nor change a file.
"""

from __future__ import annotations

import pathlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.memo import FORGETFUL, Memo
from generator.model.passages import Shape
from generator.model.records import FOLDERS, SHAPES, RecordKind, Source
from generator.problems import Problem, Spot, limited
from generator.reading.dossier import Dossier, Places, Record
from generator.reading.fields import vocabulary
from generator.reading.folders import Found, files_below, inside
from generator.reading.joining import Unread, join
from generator.reading.kinds import folders, ids_by_field, in_wrong_folder, kinds_of
from generator.reading.misfits import bad_id, id_like
from generator.reading.octets import FACTS_LIMIT, decode, read_octets
from generator.reading.shapes import shape
from generator.reading.suggestions import nearest
from generator.reading.texts import read_texts, unused_texts, with_digest
from generator.reading.unseen import shown
from generator.reading.yaml_text import parse

if TYPE_CHECKING:
    from generator.reading.mends import Patience

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_ID = 80
_ENDING = ".yml"
_DEEP = 3  # facts/<folder>/<id>.yml
# Lenient on purpose, as the field id: itself may be misspelt: every value that could be an id counts as one. It only
# keeps references to what could not be read from raising a second alarm.
_IDS_IN_TEXT = re.compile(r"""[\w"']\s*:[ \t]*["'“]?([A-Za-z][\w -]*)""")


@dataclass(slots=True)
class _Read:
    """What has been read so far."""

    head: Record[Shape] | None = None
    records: list[Record[Shape]] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    unread_kinds: set[RecordKind] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    ids: Mapping[str, Collection[str]] = field(default_factory=dict)
    patience: Patience | None = None
    memo: Memo = FORGETFUL

    def add(self, record: Record[Shape] | None) -> None:
        """Put a record where it belongs."""
        if record is not None and record.kind == "dossier":
            self.head = record
        elif record is not None:
            self.records.append(record)


def read(root: pathlib.Path, *, memo: Memo = FORGETFUL) -> tuple[Dossier, list[Problem]]:
    """Read the dossier below a folder; give what could be read, and problems sorted by file, line, column and code.

    Files that are as a memo knows them are opened, but not read again: their records are the very same objects.
    """
    state = _Read(memo=memo)
    files = list(files_below(root, "facts", ending=_ENDING))
    state.ids = ids_by_field([found.file for found in files])
    for found in files:
        _read_fact_file(found, root=root, state=state)
    if not (root / "facts" / "dossier.yml").is_symlink() and not (root / "facts" / "dossier.yml").exists():
        message = "there is no facts/dossier.yml; write it, with title, question, scope and parties"
        state.problems.append(Problem(Spot("facts/dossier.yml"), "missing-dossier", message))
    sources = {record.id: record for record in state.records if isinstance(record.data, Source)}
    texts, used, problems = read_texts(sources, root=root, memo=memo)
    state.problems += problems
    dossier, problems = join(
        state.records,
        head=state.head,
        texts=texts,
        unread=Unread(frozenset(state.unread), frozenset(state.unread_kinds)),
        memo=memo,
    )
    # The path of a source that could not be read is not known: its text would seem unused.
    if dossier.all_texts_read:
        state.problems += unused_texts(root, used=used)
    return dossier, sort_problems([*state.problems, *problems])


def sort_problems(problems: list[Problem]) -> list[Problem]:
    """Give each problem once, sorted by file, line, column and code; of thousands of a kind in a file not all."""
    return sorted(limited(sorted(problems)))


def _read_fact_file(found: Found, *, root: pathlib.Path, state: _Read) -> None:
    kind, problem = _expected(found, root=root)
    stem = found.name.removesuffix(_ENDING).removesuffix(".yaml")
    if kind is None:
        # The record exists, if in the wrong place: what refers to it and its claims is not wrong as well.
        text, place = _elsewhere(found, problem=problem, root=root)
        state.problems += [place] if place is not None else []
        state.unread |= {stem, *_ids_in(text)}
        state.unread_kinds |= SHAPES.keys()
        return
    octets = read_octets(found.path, file=found.file, limit=FACTS_LIMIT)
    if octets.problem is not None:
        state.problems.append(octets.problem)
        state.unread.add(stem)
        state.unread_kinds.add(kind)
        return
    known = ("record", found.file, kind, octets.content)
    if (sound := state.memo.recall(known)) is not None:
        state.add(sound)
        return
    text, problems = decode(octets.content, file=found.file)
    record: Record[Shape] | None = None
    if not problems:
        record, problems = _record(text, kind=kind, file=found.file, state=state)
    if not _ID.fullmatch(stem) or len(stem) > _LONGEST_ID:
        problems.append(Problem(Spot(found.file), "bad-id", f"the file's name is its id; {_why_no_id(stem)}"))
        record = None
    state.problems += [with_digest(problem, text=text, root=root) for problem in limited(problems)]
    if record is None or problems:
        # Of a record with problems a part may be left out.
        state.unread |= {stem, *_ids_in(text)}
        state.unread_kinds.add(kind)
    elif record is not None:
        # A record without a problem follows from its file alone; advice may rest on others.
        state.memo.put(known, record)
    state.add(record)


def _why_no_id(stem: str) -> str:
    if _ID.fullmatch(stem):
        return f'"{shown(stem)}" is longer than {_LONGEST_ID} characters; shorten it'
    return bad_id(stem)


def _ids_in(text: str) -> set[str]:
    """Give every value of a text that is an id, or would be one if it were written as one."""
    return {id_like(found) for found in _IDS_IN_TEXT.findall(text)}


def _record(text: str, *, kind: RecordKind, file: str, state: _Read) -> tuple[Record[Shape] | None, list[Problem]]:
    """Read one record; where a small edit would mend its file, the problems that it takes away are told as one."""

    def problems_of(text: str) -> list[Problem]:
        return _fitted(text, kind=kind, file=file, ids=state.ids)[2]

    fitted, places, problems = _fitted(text, kind=kind, file=file, ids=state.ids)
    record = None if fitted is None else Record(kind, pathlib.PurePosixPath(file).stem, fitted, places)
    if problems:
        from generator.reading.mends import Patience, mended  # noqa: PLC0415  # loaded only where a file is broken

        words = vocabulary(SHAPES[kind])
        state.patience = state.patience or Patience()
        problems = mended(text, problems, read=problems_of, vocabulary=words, patience=state.patience)
    return record, problems


def _fitted(
    text: str, *, kind: RecordKind, file: str, ids: Mapping[str, Collection[str]]
) -> tuple[Shape | None, Places, list[Problem]]:
    data, places, problems = parse(text, file=file, vocabulary=vocabulary(SHAPES[kind]))
    if data is None:
        return None, places, problems
    fitted, misfits = shape(data, kind=kind, places=places, ids=ids)
    if misfits and (problem := in_wrong_folder(data, kind=kind, places=places)) is not None:
        misfits = [problem]
    return fitted, places, [*problems, *misfits]


def _expected(found: Found, *, root: pathlib.Path) -> tuple[RecordKind | None, Problem | None]:
    """Tell which kind of record a file in facts/ holds, or why it holds none; neither where its fields may tell."""
    parts = pathlib.PurePosixPath(found.file).parts
    if (why := _no_record(found, root=root)) is not None:
        return None, _stray(found, why)
    if parts[1:] == ("dossier.yml",):
        return "dossier", None
    if len(parts) == _DEEP and parts[1] in FOLDERS:
        return FOLDERS[parts[1]], None
    if len(parts) == _DEEP and (guess := nearest(parts[1], FOLDERS)):
        why = f'stands in facts/{shown(parts[1])}/, which is no folder of records; did you mean "{guess}"?'
        return None, _stray(found, why)
    return None, None


def _no_record(found: Found, *, root: pathlib.Path) -> str | None:
    """Say why a file cannot be a record, whatever it holds."""
    if found.link_to_folder or _leads_out(found, root=root):
        return "leads out of its folder by a symbolic link; put the file itself here"
    if found.folder:
        return "is a folder with the name of a record; write the record as a file of this name"
    if found.name.endswith(".yaml"):
        return f'does not end in .yml; name it "{shown(found.name.removesuffix(".yaml"))}.yml"'
    if not found.name.endswith(_ENDING):
        return "does not end in .yml, so it is no record; move it out of facts/"
    return None


def _leads_out(found: Found, *, root: pathlib.Path) -> bool:
    return found.linked and not inside(found.path, root=root)


def _elsewhere(found: Found, *, problem: Problem | None, root: pathlib.Path) -> tuple[str, Problem | None]:
    """Give the text of a file in the wrong place, and where it belongs by its fields."""
    text = ""
    record = found.name.endswith((_ENDING, ".yaml")) and not (found.link_to_folder or found.folder)
    if record and not _leads_out(found, root=root):
        text, _ = decode(read_octets(found.path, file=found.file, limit=FACTS_LIMIT).content, file=found.file)
    if problem is not None:
        return text, problem
    data, _, _ = parse(text, file=found.file)
    kinds = kinds_of(data) if data is not None else []
    where = folders(kinds) or f"one of {', '.join(f'facts/{folder}/' for folder in FOLDERS)}"
    return text, _stray(found, f"stands where no record is expected; move it to {where}")


def _stray(found: Found, message: str) -> Problem:
    return Problem(Spot(found.file), "stray-file", f'"{shown(found.name)}" {message}')
