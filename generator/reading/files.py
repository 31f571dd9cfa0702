"""facts/ and seeds/ of one folder -> the dossier and every problem of reading.

Visits files in sorted order, so the result never depends on the order of a directory. May import the rest of reading
and the model. Must never know what a record means, nor change a file.
"""

from __future__ import annotations

import pathlib
import re
from dataclasses import dataclass, field

from generator.model.passages import Shape
from generator.model.records import FOLDERS, SHAPES, RecordKind, Source
from generator.problems import Problem, Spot
from generator.reading.dossier import Dossier, Record
from generator.reading.fields import names_below
from generator.reading.folders import Found, files_below, inside
from generator.reading.joining import join
from generator.reading.misfits import bad_id
from generator.reading.octets import FACTS_LIMIT, decode, read_octets
from generator.reading.shapes import shape
from generator.reading.suggestions import did_you_mean
from generator.reading.texts import read_texts, unused_texts
from generator.reading.unseen import shown
from generator.reading.yaml_text import parse

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ENDING = ".yml"
_DEEP = 3  # facts/<folder>/<id>.yml
# Lenient on purpose, as the field id: itself may be misspelt: every value that could be an id counts as one. It only
# keeps references to what could not be read from raising a second alarm.
_IDS_IN_TEXT = re.compile(r"""[\w"']\s*:\s*["']?([a-z][a-z0-9-]*)""")


@dataclass(slots=True)
class _Read:
    """What has been read so far."""

    head: Record[Shape] | None = None
    records: list[Record[Shape]] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    unread_kinds: set[RecordKind] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read(root: pathlib.Path) -> tuple[Dossier, list[Problem]]:
    """Read the dossier below a folder; give what could be read, and problems sorted by file, line, column and code."""
    state = _Read()
    for found in files_below(root, "facts", ending=_ENDING):
        _read_fact_file(found, root=root, state=state)
    if not (root / "facts" / "dossier.yml").is_symlink() and not (root / "facts" / "dossier.yml").exists():
        message = "there is no facts/dossier.yml; write it, with title, question, scope and parties"
        state.problems.append(Problem(Spot("facts/dossier.yml"), "missing-dossier", message))
    sources = {record.id: record for record in state.records if isinstance(record.data, Source)}
    texts, used, problems = read_texts(sources, root=root)
    state.problems += problems
    dossier, problems = join(
        state.records,
        head=state.head,
        texts=texts,
        unread=frozenset(state.unread),
        unread_kinds=frozenset(state.unread_kinds),
    )
    # The path of a source that could not be read is not known: its text would seem unused.
    if dossier.all_texts_read:
        state.problems += unused_texts(root, used=used)
    return dossier, sort_problems([*state.problems, *problems])


def sort_problems(problems: list[Problem]) -> list[Problem]:
    """Give each problem once, sorted by file, line, column and code."""
    return sorted(set(problems))


def _read_fact_file(found: Found, *, root: pathlib.Path, state: _Read) -> None:
    kind, problem = _expected(found, root=root)
    if problem is not None:
        state.problems.append(problem)
    stem = found.name.removesuffix(_ENDING).removesuffix(".yaml")
    if kind is None:
        # The record exists, if in the wrong place: what refers to it is not wrong as well.
        state.unread.add(stem)
        state.unread_kinds |= SHAPES.keys()
        return
    octets = read_octets(found.path, file=found.file, limit=FACTS_LIMIT)
    if octets.problem is not None:
        state.problems.append(octets.problem)
        state.unread.add(stem)
        state.unread_kinds.add(kind)
        return
    text, problems = decode(octets.content, file=found.file)
    record: Record[Shape] | None = None
    if not problems:
        record, problems = _record(text, kind=kind, id_=stem, file=found.file)
    if not _ID.fullmatch(stem):
        problems.append(Problem(Spot(found.file), "bad-id", f"the file's name is its id; {bad_id(stem)}"))
        record = None
    state.problems += problems
    if record is None or problems:
        # Of a record with problems a part may be left out.
        state.unread |= {stem, *_IDS_IN_TEXT.findall(text)}
        state.unread_kinds.add(kind)
    if kind == "dossier":
        state.head = record
    elif record is not None:
        state.records.append(record)


def _record(text: str, *, kind: RecordKind, id_: str, file: str) -> tuple[Record[Shape] | None, list[Problem]]:
    data, places, problems = parse(text, file=file, names=names_below(SHAPES[kind]))
    if data is None:
        return None, problems
    fitted, misfits = shape(data, kind=kind, places=places)
    record = None if fitted is None else Record(kind, id_, fitted, places)
    return record, [*problems, *misfits]


def _expected(found: Found, *, root: pathlib.Path) -> tuple[RecordKind | None, Problem | None]:
    """Tell which kind of record a file in facts/ holds, or why it holds none."""
    if found.link_to_folder or (found.linked and not inside(found.path, root=root)):
        return None, _stray(found, "leads out of its folder by a symbolic link; put the file itself here")
    if found.folder:
        return None, _stray(found, "is a folder with the name of a record; write the record as a file of this name")
    parts = pathlib.PurePosixPath(found.file).parts
    if parts[1:] == ("dossier.yml",):
        return "dossier", None
    folders = ", ".join(f"facts/{folder}/" for folder in FOLDERS)
    if len(parts) == _DEEP and parts[1] in FOLDERS:
        if not found.name.endswith(_ENDING):
            return None, _stray(found, "does not end in .yml; rename it, or move it out of facts/")
        return FOLDERS[parts[1]], None
    guess = did_you_mean(parts[1], FOLDERS) if len(parts) == _DEEP else ""
    return None, _stray(found, f"stands where no record is expected{guess or f'; move it to one of {folders}'}")


def _stray(found: Found, message: str) -> Problem:
    return Problem(Spot(found.file), "stray-file", f'"{shown(found.name)}" {message}')
