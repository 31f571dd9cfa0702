"""YAML text -> plain data and the place of every value and key.

Works on the parser's events, one at a time, with a stack of its own: no aliases are expanded, no depth is followed
that no record needs, so hostile files cost no more than their length. Scalars are read by YAML 1.2; names are text.
May import yaml, problems and Places. Must never know what a record is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from generator.problems import Problem, Spot
from generator.reading.blocks import Block
from generator.reading.dossier import Path, Places
from generator.reading.field_lines import line_at
from generator.reading.marks import End, Extents, Keys, Lines, Mark, Marks, Values, split_lines, visible_start
from generator.reading.misread import foreign, merge_marks
from generator.reading.refused_signs import alias_message, anchor_message, tag_message, unseen_problem, unseen_problems
from generator.reading.scalars import resolve
from generator.reading.unseen import unseen, without_unseen
from generator.reading.vocabulary import NO_NAMES, Vocabulary
from generator.reading.written import Written, misreading, sound
from generator.reading.yaml_glance import DEEPEST, LARGEST, LOADER, glance

if TYPE_CHECKING:
    from generator.reading.slips import Complaint

_MERGE = "<<"
_MERGE_SIGNS = ("<<<<<<<", "|||||||", ">>>>>>>")


def parse(text: str, *, file: str, vocabulary: Vocabulary = NO_NAMES) -> tuple[object, Places, list[Problem]]:
    """Read one YAML document whose top level is a block of fields.

    Give its data (None where it cannot be trusted), the places of values and keys, and every problem found. A leading
    byte-order mark and CRLF are accepted. Unseen characters are reported and left out of the data. A line of text that
    begins with a name of the vocabulary is a field that slipped into the text above it.
    """
    text = text.removeprefix("\ufeff")
    lines = split_lines(text)
    if any(sign in text for sign in _MERGE_SIGNS) and (marks := merge_marks(lines)):
        spots = [(Spot(file, line, 1, len(mark)), mark) for line, mark in marks]
        return None, Places(file, {}, {}), [_merge_problem(spot, mark) for spot, mark in spots]
    if kind := foreign(text):
        message = f"this file is {kind}, not plain text; save it as plain text in UTF-8"
        return None, Places(file, {}, {}), [Problem(Spot(file), "not-a-mapping", message)]
    problems: list[Problem] = []
    data: object = glance(text, lines, vocabulary)
    if data is None:
        walk = _walked(text, lines, file=file, vocabulary=vocabulary)
        data = None if walk.lost or not isinstance(walk.data, dict) else walk.data
        problems = walk.problems
    kept = Lines(text)
    placed = cache(lambda: _walked(text, kept, file=file, placing=True).marks())
    places = Places(file, Values(file, placed), Keys(file, placed), Extents(placed), kept)
    return data, places, problems


def _walked(
    text: str, lines: Sequence[str], *, file: str, vocabulary: Vocabulary = NO_NAMES, placing: bool = False
) -> _Walk:
    """Walk through a file; `placing` keeps the places of values and keys, which takes a third of the time."""
    walk = _Walk(
        file=file, lines=lines, vocabulary=vocabulary, placing=placing, escapes="\\" in text, comments="#" in text
    )
    if found := list(unseen(text)):
        walk.problems += unseen_problems(text, found=found, file=file)
        walk.stand_in = next(sign for sign in map(chr, range(0xE000, 0xF8FF)) if sign not in text)
        text = without_unseen(text, instead=walk.stand_in)
    try:
        for event in yaml.parse(text, Loader=LOADER):
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
            from generator.reading.slips import slips  # noqa: PLC0415  # loaded only where a file is broken
            from generator.reading.text_slips import Torn  # noqa: PLC0415  # as above

            walk.problems += slips(complaint, Torn(lines, vocabulary.names), file=file)
    else:
        walk.finish()
    return walk


def _merge_problem(spot: Spot, mark: str) -> Problem:
    message = f'"{mark}" is a merge mark of git; keep one of the two versions, and remove the marks round them'
    return Problem(spot, "yaml-syntax", message)


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    from generator.reading.slips import Complaint  # noqa: PLC0415  # loaded only where a file is broken

    stopped = error.problem_mark or error.context_mark
    began = error.context_mark or stopped
    return Complaint(error.context or "", error.problem or "", _line_column(began), _line_column(stopped))


def _line_column(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


@dataclass(slots=True)
class _Walk:
    """Data, places and problems gathered so far, and the blocks still open."""

    file: str
    lines: Sequence[str] = ()
    vocabulary: Vocabulary = NO_NAMES
    placing: bool = False
    escapes: bool = True
    comments: bool = True
    stand_in: str = ""
    data: object = None
    lost: bool = False
    documents: int = 0
    nodes: int = 0
    anchors: set[str] = field(default_factory=set)
    open: list[Block] = field(default_factory=list)
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    ends: dict[Path, End] = field(default_factory=dict)
    widths: dict[Path, int] = field(default_factory=dict)
    lengths: dict[int, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, event: Any) -> bool:
        """Take one event; give False when the rest of the file is not worth reading."""
        if isinstance(event, yaml.NodeEvent):
            mark: Any = event.start_mark
            here = mark.line + 1, mark.column + 1
            self.nodes += 1
            if self.nodes > LARGEST:
                message = f"the file has more than {LARGEST} names and values, and what follows is not read; divide it"
                self._lose(Spot(self.file, *here), "unreadable-file", message)
                return False
            if event.anchor is not None or getattr(event, "tag", None) is not None:
                self._refuse_marks(event)
            if isinstance(event, yaml.CollectionStartEvent):
                return self._open(event, here)
            return self._scalar(event, here)
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

    def marks(self) -> Marks:
        """Give the places found, of a walk that keeps them."""
        return Marks(self.values, self.keys, self.ends, self.widths, self.lines)

    def _spot(self, event: Any) -> Spot:
        """Give the place of a node; of text and lists, what stands of it on its first line."""
        here = line, column = _line_column(event.start_mark)
        if isinstance(event, yaml.MappingStartEvent | yaml.AliasEvent):
            return Spot(self.file, line, column)
        end_line, end_column = _line_column(event.end_mark)
        if end_line == line and isinstance(event, yaml.ScalarEvent):
            return Spot(self.file, line, column, end_column - column)
        if isinstance(event, yaml.ScalarEvent):
            line, column = visible_start(self.lines, here, (event.style or "", end_line, end_column))
        return Spot(self.file, line, column, self._rest(line, column))

    def _rest(self, line: int, column: int) -> int:
        """Count what stands on a line from a column on."""
        if line > len(self.lines):
            return 0
        if line not in self.lengths:  # thousands of values may stand on one line
            self.lengths[line] = len(self.lines[line - 1].rstrip())
        return max(0, self.lengths[line] - column + 1)

    def _problem(self, spot: Spot, code: str, message: str) -> None:
        self.problems.append(Problem(spot, code, message))

    def _refuse_marks(self, event: Any) -> None:
        spot = self._spot(event)
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

    def _open(self, event: Any, here: Mark) -> bool:
        if len(self.open) >= DEEPEST:
            self.lost = True
            message = f"blocks are nested more than {DEEPEST} deep here; flatten the file"
            self._problem(self._spot(event), "too-deep", message)
            return False
        is_block, braces = isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)
        data: dict[str, object] | list[object] = {} if is_block else []
        if self._at_key():
            self.lost = True
            message = "a list or block stands where a field's name is expected; put quote marks round the name"
            self._problem(self._spot(event), "yaml-syntax", message)
            self.open.append(Block((), data, kept=False, wants_key=is_block, braces=braces, is_key=True))
            return True
        above = self.open[-1].path if self.open else None
        step, kept = self._add(data, event, here)
        path = (*above, step) if above is not None else ()
        if self.placing and kept and not is_block:
            self.widths[path] = self._rest(*here)
        self.open.append(Block(path, data, kept=kept, wants_key=is_block, braces=braces))
        return True

    def _close(self, event: Any) -> None:
        block = self.open.pop()
        if self.placing and block.kept and block.braces:
            (line, column), (end_line, end_column) = self.values[block.path], _line_column(event.end_mark)
            if end_line == line:
                self.widths[block.path] = end_column - column
        self.report_twice(block)
        if block.is_key:
            self.open[-1].wants_key, self.open[-1].key_kept = False, False

    def _scalar(self, event: Any, here: Mark) -> bool:
        if isinstance(event, yaml.AliasEvent):
            text, style, plain = "", "", True
        else:
            text, style, plain = event.value, event.style or "", not event.style
            if self.escapes or self.stand_in:
                text = self._seen(text, event)
        if self._at_key():
            self._key(text, event, here, plain=plain)
            return True
        value = resolve(text) if plain else text
        end: Any = event.end_mark
        ends = end.line + 1, end.column + 1
        if self.placing:
            above = self.open[-1].path if self.open else None
            step, kept = self._add(value, event, here)
            if kept and not isinstance(event, yaml.AliasEvent):
                self.ends[(*above, step) if above is not None else ()] = style, *ends
            return True
        line = line_at(self.lines, here[0]) if self.comments else ""
        if isinstance(value, str) and not sound(value, style, several_lines=here[0] != ends[0], line=line):
            written = Written(value, style, here, ends, self._name)
            if (found := misreading(written, self.lines, self.vocabulary)) is not None:
                code, place, message = found
                self._lose(Spot(self.file, *place), code, message)
                if code == "quote-mark" and not plain:
                    return False  # all that follows is turned inside out
        self._add(value, event, here)
        return True

    def _name(self) -> str:
        """Give the name of the field that a value belongs to."""
        return next((block.key for block in reversed(self.open) if isinstance(block.data, dict)), "")

    def _lose(self, spot: Spot, code: str, message: str) -> None:
        """Report text that is read otherwise than it was meant: the data is not to be trusted."""
        self.lost = True
        self._problem(spot, code, message)

    def _seen(self, text: str, event: Any) -> str:
        """Take unseen characters out of a scalar; those that escapes put there are reported here.

        Without an escape in the file a scalar has no character that the file does not have.
        """
        if self.stand_in:
            text = text.replace(self.stand_in, "")
        if "\r" in text:
            self.problems.append(unseen_problem(self._spot(event), "\r"))
            text = text.replace("\r", "")
        for character in dict.fromkeys(character for _, character in unseen(text)):
            self.problems.append(unseen_problem(self._spot(event), character))
        return without_unseen(text)

    def _at_key(self) -> bool:
        return bool(self.open) and self.open[-1].wants_key

    def _key(self, text: str, event: Any, here: Mark, *, plain: bool) -> None:
        block = self.open[-1]
        block.wants_key, block.key, block.key_kept = False, text, True
        if plain and text == _MERGE:
            self.lost, block.key_kept = True, False
            message = '"<<" merges another block into this one; write the fields out'
            self._problem(self._spot(event), "merge-key", message)
        elif block.lines.setdefault(text, here[0]) != here[0] or text in block.data:
            block.key_kept = False
            block.twice.append((text, self._spot(event)))
        elif block.kept and self.placing:
            self.keys[(*block.path, text)] = here
            if not block.data and not block.braces:
                self.values[block.path], self.widths[block.path] = here, len(text) + 2 * (not plain)

    def report_twice(self, block: Block) -> None:
        """Report the fields that stand twice in a block: one by itself, several as an item without its mark."""
        if not block.twice:
            return
        self._problem(block.twice[0][1], "duplicate-key", block.twice_message())

    def _add(self, value: object, event: Any, here: Mark) -> tuple[str | int, bool]:
        """Put a value where it belongs; give the last step of its path and whether the data keeps it."""
        if not self.open:
            self._add_root(value, event, here)
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

    def _add_root(self, value: object, event: Any, here: Mark) -> None:
        self.data = value
        self.values[()] = here
        if not isinstance(value, dict):
            what = "a list" if isinstance(value, list) else "no field" if value is None else "text without a field"
            message = f'the file holds {what}; begin with a field, such as "title: ..."'
            self._problem(self._spot(event), "not-a-mapping", message)
