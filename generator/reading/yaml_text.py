"""YAML text -> plain data and the place of every value and key.

Works on the parser's events, one at a time, with a stack of its own: no aliases are expanded, no depth is followed
that no record needs, so hostile files cost no more than their length. Scalars are read by YAML 1.2; names are text.
The only module that imports yaml. May import problems and Places. Must never know what a record is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from generator.problems import Problem, Spot
from generator.reading.dossier import Path, Places
from generator.reading.marks import End, Extents, Keys, Mark, Marks, Values
from generator.reading.misread import cut_off, merge_marks, swallowed
from generator.reading.scalars import resolve
from generator.reading.slips import Complaint, slips
from generator.reading.unseen import character_name, shown, unseen, without_unseen

DEEPEST = 30
"""Blocks within blocks a file may have; records need about eight."""

# The loaders are used for their parsers only. The pure one gives the same data about ten times slower.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\n|\r")
_MERGE = "<<"


def parse(text: str, *, file: str, names: Collection[str] = ()) -> tuple[object, Places, list[Problem]]:
    """Read one YAML document whose top level is a block of fields.

    Give its data (None where it cannot be trusted), the places of values and keys, and every problem found. A leading
    byte-order mark and CRLF are accepted. Unseen characters are reported and left out of the data. `names` are names
    of fields: a line of text that begins with one is a field that slipped into the text above it.
    """
    text = text.removeprefix("\ufeff")
    lines = _LINE_END.split(text)
    if marks := merge_marks(lines):
        return None, Places(file, {}, {}), [_merge_problem(Spot(file, line), mark) for line, mark in marks]
    walk = _walked(text, lines, file=file, names=names)
    data = None if walk.lost or not isinstance(walk.data, dict) else walk.data
    placed = cache(lambda: _walked(text, lines, file=file, placing=True).marks())
    places = Places(file, Values(file, placed), Keys(file, placed), Extents(placed), lines)
    return data, places, walk.problems


def _walked(
    text: str, lines: Sequence[str], *, file: str, names: Collection[str] = (), placing: bool = False
) -> _Walk:
    """Walk through a file; `placing` keeps the places of values and keys, which takes a third of the time."""
    walk = _Walk(file=file, lines=lines, names=names, placing=placing, escapes="\\" in text, comments="#" in text)
    if found := list(unseen(text)):
        walk.problems += _unseen_problems(text, found=found, file=file)
        walk.stand_in = next(sign for sign in map(chr, range(0xE000, 0xF8FF)) if sign not in text)
        text = without_unseen(text, instead=walk.stand_in)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not walk.take(event):
                break
    except yaml.MarkedYAMLError as error:
        walk.lost = True
        for block in walk.open:
            walk.report_twice(block)
        # Half a file may look like a list or like text; the slip is the news.
        walk.problems = [problem for problem in walk.problems if problem.code != "not-a-mapping"]
        walk.problems += slips(_complaint(error), lines=lines, file=file)
    else:
        walk.finish()
    return walk


def _merge_problem(spot: Spot, mark: str) -> Problem:
    message = f'"{mark}" is a merge mark of git; keep one of the two versions, and remove the marks round them'
    return Problem(spot, "yaml-syntax", message)


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    stopped = error.problem_mark or error.context_mark
    began = error.context_mark or stopped
    return Complaint(error.context or "", error.problem or "", _line_column(began), _line_column(stopped))


def _line_column(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _unseen_problems(text: str, *, found: list[tuple[int, str]], file: str) -> list[Problem]:
    problems, line, start, ends = [], 1, 0, _LINE_END.finditer(text)
    end = next(ends, None)
    for offset, character in found:
        while end is not None and end.end() <= offset:
            line, start, end = line + 1, end.end(), next(ends, None)
        problems.append(_unseen_problem(Spot(file, line, offset - start + 1), character))
    return problems


def _unseen_problem(spot: Spot, character: str) -> Problem:
    return Problem(spot, "control-character", f"{character_name(character)} cannot be seen here; delete it")


@dataclass(slots=True)
class _Block:
    """A block of fields or a list whose end is not reached yet. `kept` is False inside what the data leaves out."""

    path: Path
    data: dict[str, object] | list[object]
    kept: bool
    wants_key: bool
    is_key: bool = False
    key: str = ""
    key_kept: bool = True
    lines: dict[str, int] = field(default_factory=dict)
    twice: list[tuple[str, Spot]] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """Data, places and problems gathered so far, and the blocks still open."""

    file: str
    lines: Sequence[str] = ()
    names: Collection[str] = ()
    placing: bool = False
    escapes: bool = True
    comments: bool = True
    stand_in: str = ""
    data: object = None
    lost: bool = False
    documents: int = 0
    anchors: set[str] = field(default_factory=set)
    open: list[_Block] = field(default_factory=list)
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    ends: dict[Path, End] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, event: Any) -> bool:
        """Take one event; give False when the rest of the file is not worth reading."""
        if isinstance(event, yaml.NodeEvent):
            mark: Any = event.start_mark
            here = mark.line + 1, mark.column + 1
            if event.anchor is not None or getattr(event, "tag", None) is not None:
                self._refuse_marks(event, here)
            if isinstance(event, yaml.CollectionStartEvent):
                return self._open(event, here)
            self._scalar(event, here)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                message = 'a second document begins at "---"; write each record to a file of its own'
                self._problem(Spot(self.file, *_line_column(event.start_mark)), "several-documents", message)
                return False
        return True

    def finish(self) -> None:
        """Report a file without any document."""
        if not self.documents:
            message = 'the file is empty; begin with a field, such as "title: ..."'
            self._problem(Spot(self.file), "not-a-mapping", message)

    def marks(self) -> Marks:
        """Give the places found, of a walk that keeps them."""
        return Marks(self.values, self.keys, self.ends, self.lines)

    def _problem(self, spot: Spot, code: str, message: str) -> None:
        self.problems.append(Problem(spot, code, message))

    def _refuse_marks(self, event: Any, here: Mark) -> None:
        spot = Spot(self.file, *here)
        quote = "or put quote marks round text that begins with"
        if isinstance(event, yaml.AliasEvent):
            self.lost = True
            name = shown(event.anchor or "")
            # An alias of an anchor already reported is the same mistake.
            if event.anchor not in self.anchors:
                self._problem(spot, "anchor", f'"*{name}" is an alias; write the text out, {quote} "*"')
            return
        if event.anchor is not None:
            self.anchors.add(event.anchor)
            name = shown(event.anchor)
            out = f'remove it, and write the text out wherever "*{name}" stands'
            self._problem(spot, "anchor", f'"&{name}" is an anchor; {out}, {quote} "&"')
        if event.tag is not None:
            self.lost = True
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._problem(spot, "tag", f'"{shown(name)}" is a tag; remove it, {quote} "!"')

    def _open(self, event: Any, here: Mark) -> bool:
        if len(self.open) >= DEEPEST:
            self.lost = True
            message = f"blocks are nested more than {DEEPEST} deep here; flatten the file"
            self._problem(Spot(self.file, *here), "too-deep", message)
            return False
        is_block = isinstance(event, yaml.MappingStartEvent)
        data: dict[str, object] | list[object] = {} if is_block else []
        if self._at_key():
            self.lost = True
            message = "a list or block stands where a field's name is expected; put quote marks round the name"
            self._problem(Spot(self.file, *here), "yaml-syntax", message)
            self.open.append(_Block((), data, kept=False, is_key=True, wants_key=is_block))
            return True
        above = self.open[-1].path if self.open else None
        step, kept = self._add(data, here)
        path = (*above, step) if above is not None else ()
        self.open.append(_Block(path, data, kept=kept, wants_key=is_block))
        return True

    def _close(self) -> None:
        block = self.open.pop()
        self.report_twice(block)
        if block.is_key:
            self.open[-1].wants_key, self.open[-1].key_kept = False, False

    def _scalar(self, event: Any, here: Mark) -> None:
        if isinstance(event, yaml.AliasEvent):
            text, plain = "", True
        else:
            text, plain = event.value, not event.style
            if self.escapes or self.stand_in:
                text = self._seen(text, here)
        if self._at_key():
            self._key(text, here, plain=plain)
            return
        value = resolve(text) if plain else text
        if plain and self.comments and isinstance(value, str):
            self._refuse_comment(value, end=event.end_mark)
        elif not plain and event.style in ("|", ">"):
            self._refuse_fields_inside(event)
        path = self.open[-1].path if self.open else ()
        step, kept = self._add(value, here)
        if self.placing and kept and not isinstance(event, yaml.AliasEvent):
            end: Any = event.end_mark
            self.ends[(*path, step)] = event.style or "", end.line + 1, end.column + 1

    def _refuse_comment(self, text: str, *, end: Any) -> None:
        line, column = _line_column(end)
        rest = self.lines[line - 1][column - 1 :] if line <= len(self.lines) else ""
        if (cut := cut_off(text, rest=rest)) is not None:
            self.lost = True
            message = f'"{shown(cut[1])}" is read as a comment, and cuts "{shown(text)}" short; put quote marks round '
            message += "the whole text, or write the comment on a line of its own"
            self._problem(Spot(self.file, line, column + cut[0]), "comment-in-text", message)

    def _refuse_fields_inside(self, event: Any) -> None:
        first, after = event.start_mark.line + 1, event.end_mark.line + (event.end_mark.column > 0)
        if (found := swallowed(self.lines[first:after], names=self.names)) is not None:
            self.lost = True
            index, indent, name = found
            line = first + index + 1
            message = f'line {line} is indented too far: "{name}:" has become part of the text above; give it the '
            message += "indent of its field, or, where it is part of the text, move it to the end of the line above"
            self._problem(Spot(self.file, line, indent + 1), "swallowed-field", message)

    def _seen(self, text: str, here: Mark) -> str:
        """Take unseen characters out of a scalar; those that escapes put there are reported here.

        Without an escape in the file a scalar has no character that the file does not have.
        """
        if self.stand_in:
            text = text.replace(self.stand_in, "")
        if "\r" in text:
            self.problems.append(_unseen_problem(Spot(self.file, *here), "\r"))
            text = text.replace("\r", "")
        for _, character in unseen(text):
            self.problems.append(_unseen_problem(Spot(self.file, *here), character))
        return without_unseen(text)

    def _at_key(self) -> bool:
        return bool(self.open) and self.open[-1].wants_key

    def _key(self, text: str, here: Mark, *, plain: bool) -> None:
        block = self.open[-1]
        block.wants_key, block.key, block.key_kept = False, text, True
        if plain and text == _MERGE:
            self.lost, block.key_kept = True, False
            message = '"<<" merges another block into this one; write the fields out'
            self._problem(Spot(self.file, *here), "merge-key", message)
        elif block.lines.setdefault(text, here[0]) != here[0] or text in block.data:
            block.key_kept = False
            block.twice.append((text, Spot(self.file, *here)))
        elif block.kept and self.placing:
            self.keys[(*block.path, text)] = here

    def report_twice(self, block: _Block) -> None:
        """Report the fields that stand twice in a block: one by itself, several as an item without its mark."""
        if not block.twice:
            return
        name, spot = block.twice[0]
        if len(block.twice) == 1:
            where = f"on line {block.lines[name]} and on line {spot.line}"
            message = f'"{shown(name)}" is written twice in one block, {where}; remove or rename one of them'
        else:
            names = ", ".join(f'"{shown(name)}"' for name in list(dict(block.twice))[:3])
            in_list = block.path != () and isinstance(block.path[-1], int)
            item = "begin the new item with" if in_list else "remove them, or begin a new item with"
            message = f'several fields stand twice from line {spot.line} on ({names}); {item} "- "'
        self._problem(spot, "duplicate-key", message)

    def _add(self, value: object, here: Mark) -> tuple[str | int, bool]:
        """Put a value where it belongs; give the last step of its path and whether the data keeps it."""
        if not self.open:
            self._add_root(value, here)
            return "", True
        block = self.open[-1]
        step: str | int
        if isinstance(block.data, list):
            step, kept = len(block.data), block.kept
            block.data.append(value)
        else:
            step, kept = block.key, block.kept and block.key_kept
            if block.key_kept:
                block.data[block.key] = value
            block.wants_key = True
        if kept and self.placing:
            self.values[(*block.path, step)] = here
        return step, kept

    def _add_root(self, value: object, here: Mark) -> None:
        self.data = value
        self.values[()] = here
        if not isinstance(value, dict):
            what = "a list" if isinstance(value, list) else "no field" if value is None else "text without a field"
            message = f'the file holds {what}; begin with a field, such as "title: ..."'
            self._problem(Spot(self.file, *here), "not-a-mapping", message)
