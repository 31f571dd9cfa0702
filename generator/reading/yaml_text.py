"""YAML text -> plain data and the place of every value and key.

Works on the parser's events, one at a time, with a stack of its own: no aliases are expanded, no depth is followed
that no record needs, so hostile files cost no more than their length. Scalars are read by YAML 1.2; names are text.
The only module that imports yaml. May import problems and Places. Must never know what a record is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from generator.problems import Problem, Spot
from generator.reading.blocks import Block
from generator.reading.dossier import Path, Places
from generator.reading.field_lines import indent_of, line_at
from generator.reading.inside import Extent
from generator.reading.misread import foreign, merge_marks
from generator.reading.refused_signs import (
    alias_message,
    anchor_message,
    tag_message,
    unseen_problem,
    unseen_problems,
)  # fmt: skip
from generator.reading.scalars import resolve
from generator.reading.slips import Complaint, slips
from generator.reading.text_slips import Torn
from generator.reading.unseen import unseen, without_unseen
from generator.reading.vocabulary import NO_NAMES, Vocabulary
from generator.reading.written import Written, misreading

DEEPEST = 30
"""Blocks within blocks a file may have; records need about eight."""

# The loaders are used for their parsers only. The pure one gives the same data about ten times slower.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\n|\r")
_MERGE = "<<"


def parse(text: str, *, file: str, vocabulary: Vocabulary = NO_NAMES) -> tuple[object, Places, list[Problem]]:
    """Read one YAML document whose top level is a block of fields.

    Give its data (None where it cannot be trusted), the places of values and keys, and every problem found. A leading
    byte-order mark and CRLF are accepted. Unseen characters are reported and left out of the data. A line of text that
    begins with a name of the vocabulary is a field that slipped into the text above it.
    """
    text = text.removeprefix("\ufeff")
    lines = _LINE_END.split(text)
    if marks := merge_marks(lines):
        spots = [(Spot(file, line, 1, len(mark)), mark) for line, mark in marks]
        return None, Places(file, {}, {}), [_merge_problem(spot, mark) for spot, mark in spots]
    if kind := foreign(text):
        message = f"this file is {kind}, not plain text; save it as plain text in UTF-8"
        return None, Places(file, {}, {}), [Problem(Spot(file), "not-a-mapping", message)]
    walk = _Walk(file=file, lines=lines, vocabulary=vocabulary)
    stand_in = ""
    if found := list(unseen(text)):
        walk.problems += unseen_problems(text, found=found, file=file)
        stand_in = next(sign for sign in map(chr, range(0xE000, 0xF8FF)) if sign not in text)
        walk.stand_in = stand_in
    try:
        for event in yaml.parse(without_unseen(text, instead=stand_in), Loader=_LOADER):
            if not walk.take(event):
                break
    except yaml.MarkedYAMLError as error:
        walk.lost = True
        for block in walk.open:
            walk.report_twice(block)
        # Half a file may look like a list or like text; the slip is the news.
        walk.problems = [problem for problem in walk.problems if problem.code != "not-a-mapping"]
        complaint = _complaint(error)
        # Where a line is refused already, the parser stumbles over the same mistake.
        if complaint.stopped[0] not in {problem.spot.line for problem in walk.problems}:
            walk.problems += slips(complaint, Torn(lines, vocabulary.names), file=file)
    else:
        walk.finish()
    data = None if walk.lost or not isinstance(walk.data, dict) else walk.data
    return data, Places(file, walk.values, walk.keys, walk.texts, lines), walk.problems


def _merge_problem(spot: Spot, mark: str) -> Problem:
    message = f'"{mark}" is a merge mark of git; keep one of the two versions, and remove the marks round them'
    return Problem(spot, "yaml-syntax", message)


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    stopped = error.problem_mark or error.context_mark
    began = error.context_mark or stopped
    return Complaint(error.context or "", error.problem or "", _line_column(began), _line_column(stopped))


def _line_column(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _style(event: Any) -> str:
    return "" if isinstance(event, yaml.AliasEvent) else event.style or ""


@dataclass(slots=True)
class _Walk:
    """Data, places and problems gathered so far, and the blocks still open."""

    file: str
    lines: Sequence[str] = ()
    vocabulary: Vocabulary = NO_NAMES
    stand_in: str = ""
    data: object = None
    lost: bool = False
    documents: int = 0
    anchors: set[str] = field(default_factory=set)
    open: list[Block] = field(default_factory=list)
    values: dict[Path, Spot] = field(default_factory=dict)
    keys: dict[Path, Spot] = field(default_factory=dict)
    texts: dict[Path, Extent] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, event: Any) -> bool:
        """Take one event; give False when the rest of the file is not worth reading."""
        if isinstance(event, yaml.NodeEvent):
            spot = self._spot(event)
            self._refuse_marks(event, spot=spot)
            if isinstance(event, yaml.CollectionStartEvent):
                return self._open(event, spot=spot)
            return self._scalar(event, spot=spot)
        if isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                spot = Spot(self.file, *_line_column(event.start_mark), len("---"))
                message = 'a second document begins at "---"; delete this line, or, where another record follows, '
                message += "write it to a file of its own"
                self._lose(spot, "several-documents", message)
                return False
        return True

    def finish(self) -> None:
        """Report a file without any document."""
        if not self.documents:
            message = 'the file is empty; begin with a field, such as "title: ..."'
            self._problem(Spot(self.file), "not-a-mapping", message)

    def _spot(self, event: Any) -> Spot:
        """Give the place of a node; of text and lists, what stands of it on its first line."""
        line, column = _line_column(event.start_mark)
        if isinstance(event, yaml.MappingStartEvent | yaml.AliasEvent):
            return Spot(self.file, line, column)
        end_line, end_column = _line_column(event.end_mark)
        if end_line == line and isinstance(event, yaml.ScalarEvent):
            return Spot(self.file, line, column, end_column - column)
        if isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">"):
            first = next((at for at in range(line + 1, end_line + 1) if line_at(self.lines, at).strip()), line)
            line, column = (first, indent_of(self.lines[first - 1]) + 1) if first > line else (line, column)
        rest = self.lines[line - 1][column - 1 :] if line <= len(self.lines) else ""
        return Spot(self.file, line, column, len(rest.rstrip()))

    def _problem(self, spot: Spot, code: str, message: str) -> None:
        self.problems.append(Problem(spot, code, message))

    def _refuse_marks(self, event: Any, *, spot: Spot) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.lost = True
            # An alias of an anchor already reported is the same mistake.
            if event.anchor not in self.anchors:
                self._problem(spot, "anchor", alias_message(event.anchor or ""))
            return
        if event.anchor is not None:
            self.anchors.add(event.anchor)
            self._problem(spot, "anchor", anchor_message(event.anchor))
        if event.tag is not None:
            self._lose(spot, "tag", tag_message(event.tag))

    def _open(self, event: Any, *, spot: Spot) -> bool:
        if len(self.open) >= DEEPEST:
            self.lost = True
            self._problem(spot, "too-deep", f"blocks are nested more than {DEEPEST} deep here; flatten the file")
            return False
        is_block = isinstance(event, yaml.MappingStartEvent)
        data: dict[str, object] | list[object] = {} if is_block else []
        if self.open and self.open[-1].at_key:
            self.lost = True
            message = "a list or block stands where a field's name is expected; put quote marks round the name"
            self._problem(spot, "yaml-syntax", message)
            self.open.append(Block((), data, kept=False, is_key=True))
            return True
        path, kept = self._add(data, spot=spot)
        braces = bool(event.flow_style)
        self.open.append(Block(path, data, kept=kept, braces=braces))
        return True

    def _close(self, event: Any) -> None:
        block = self.open.pop()
        if block.kept and block.braces and (end := _line_column(event.end_mark))[0] == self.values[block.path].line:
            place = self.values[block.path]
            self.values[block.path] = replace(place, width=end[1] - place.column)
        self.report_twice(block)
        if block.is_key:
            self.open[-1].wants_key, self.open[-1].key_kept = False, False

    def _scalar(self, event: Any, *, spot: Spot) -> bool:
        if isinstance(event, yaml.AliasEvent):
            text, plain = "", True
        else:
            text, plain = self._seen(event.value, spot=spot), event.style in (None, "")
        if self.open and self.open[-1].at_key:
            self._key(text, plain=plain, spot=spot)
            return True
        value = resolve(text) if plain else text
        begins, ends = _line_column(event.start_mark), _line_column(event.end_mark)
        if isinstance(value, str):
            written = Written(value, _style(event), begins, ends, self._name)
            if (found := misreading(written, self.lines, self.vocabulary)) is not None:
                code, (line, column, width), message = found
                self._lose(Spot(self.file, line, column, width), code, message)
                if code == "quote-mark" and not plain:
                    return False  # all that follows is turned inside out
        path, kept = self._add(value, spot=spot)
        if kept and isinstance(value, str):
            self.texts[path] = Extent(_style(event), *begins, *ends)
        return True

    def _name(self) -> str:
        """Give the name of the field that a value belongs to."""
        return next((block.key for block in reversed(self.open) if isinstance(block.data, dict)), "")

    def _lose(self, spot: Spot, code: str, message: str) -> None:
        """Report text that is read otherwise than it was meant: the data is not to be trusted."""
        self.lost = True
        self._problem(spot, code, message)

    def _seen(self, text: str, *, spot: Spot) -> str:
        """Take unseen characters out of a scalar; those that escapes put there are reported here."""
        if self.stand_in:
            text = text.replace(self.stand_in, "")
        if "\r" in text:
            self.problems.append(unseen_problem(spot, "\r"))
            text = text.replace("\r", "")
        for _, character in unseen(text):
            self.problems.append(unseen_problem(spot, character))
        return without_unseen(text)

    def _key(self, text: str, *, plain: bool, spot: Spot) -> None:
        block = self.open[-1]
        block.wants_key, block.key, block.key_kept = False, text, True
        if plain and text == _MERGE:
            self.lost, block.key_kept = True, False
            self._problem(spot, "merge-key", '"<<" merges another block into this one; write the fields out')
        elif block.lines.setdefault(text, spot.line) != spot.line or text in block.data:
            block.key_kept = False
            block.twice.append((text, spot))
        elif block.kept:
            self.keys[(*block.path, text)] = spot
            if not block.data and not block.braces:
                self.values[block.path] = spot

    def report_twice(self, block: Block) -> None:
        """Report the fields that stand twice in a block: one by itself, several as an item without its mark."""
        if not block.twice:
            return
        self._problem(block.twice[0][1], "duplicate-key", block.twice_message())

    def _add(self, value: object, *, spot: Spot) -> tuple[Path, bool]:
        """Put a value where it belongs; give its path and whether the data keeps it."""
        if not self.open:
            return self._add_root(value, spot=spot)
        block = self.open[-1]
        if isinstance(block.data, list):
            path, kept = (*block.path, len(block.data)), block.kept
            block.data.append(value)
        else:
            path, kept = (*block.path, block.key), block.kept and block.key_kept
            if block.key_kept:
                block.data[block.key] = value
            block.wants_key = True
        if kept:
            self.values[path] = spot
        return path, kept

    def _add_root(self, value: object, *, spot: Spot) -> tuple[Path, bool]:
        self.data = value
        self.values[()] = spot
        if not isinstance(value, dict):
            what = "a list" if isinstance(value, list) else "no field" if value is None else "text without a field"
            self._problem(spot, "not-a-mapping", f'the file holds {what}; begin with a field, such as "title: ..."')
        return (), True
