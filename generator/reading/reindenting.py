"""Lines moved to the left or right, tabs made spaces, "- " put before an item: edits of what begins a line.

May import field lines and edits. Must never know whether an edit mends anything: `mends` tries them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.reading.edits import Edit, Place, suspects, with_line
from generator.reading.field_lines import field_above, field_at, indent_of, line_at, says_nothing

_NEARBY = 12
"""Lines above and below whose indents a line may be meant to have."""
_DASH = re.compile(r" *- ")
_TABS = re.compile(r" *\t[ \t]*")


def untabbed(lines: Sequence[str], number: int) -> Iterator[Edit]:
    """Give edits that write spaces in the place of tabs: for each tab so many, or in all before the text."""
    touched = [at for at, line in enumerate(lines, start=1) if _TABS.match(line)]
    for each in (2, 4, 8, 1, 3) if touched else ():
        changed = tuple(_TABS.sub(lambda match: match[0].expandtabs(each), line) for line in lines)  # noqa: B023  # used at once
        spaces = f"{each} space{'' if each == 1 else 's'}"
        yield _tab_edit(lines, touched[0], touched[-1], f"write {spaces} in the place of each tab", changed)
    for target in sorted(_targets(lines, number)):
        changed = with_line(lines, number, " " * target + line_at(lines, number).lstrip())
        yield _tab_edit(lines, number, number, f"write {target} spaces before the text, and no tab", changed)


def _tab_edit(lines: Sequence[str], first: int, last: int, advice: str, changed: tuple[str, ...]) -> Edit:
    many = sum(bool(_TABS.match(line_at(lines, number))) for number in range(first, last + 1))
    where = "this line is" if many == 1 else f"{many} lines from here to line {last} are"
    match = _TABS.match(line_at(lines, first))
    width = len(match[0]) if match else 1
    return Edit("tab", (first, 1, width), f"{where} indented with tabs; {advice}", first, last, changed)


def moved(lines: Sequence[str], number: int) -> Iterator[Edit]:
    """Give edits that move a line, what is inside it, or what stands below it; the smallest first."""
    firsts = suspects(lines, number)
    return _moves(lines, firsts, _targets(lines, number))


def item_moved(lines: Sequence[str], number: int) -> Iterator[Edit]:
    """Give edits that move an item to where other items begin."""
    if not _DASH.match(line_at(lines, number)):
        return iter(())
    beside = {indent_of(line_at(lines, at)) for at in _nearby(lines, number) if _DASH.match(line_at(lines, at))}
    return _moves(lines, [number], beside)


def _moves(lines: Sequence[str], firsts: Sequence[int], targets: set[int]) -> Iterator[Edit]:
    found: dict[tuple[int, int, int], int] = {}
    for rank, first in enumerate(first for first in firsts if first <= len(lines)):
        indent = indent_of(line_at(lines, first))
        for target in targets - {indent}:
            for last in _ends(lines, first):
                found.setdefault((first, last, target - indent), rank)

    def clumsy(move: tuple[int, int, int]) -> tuple[int, ...]:
        first, last, steps = move
        return last - first, (indent_of(line_at(lines, first)) + steps) % 2, abs(steps), found[move], *move

    order = sorted(found, key=clumsy)
    for first, last, steps in order:
        below = range(first, last + 1)
        if steps > 0 or all(indent_of(line_at(lines, n)) >= -steps or says_nothing(line_at(lines, n)) for n in below):
            yield _move(lines, first, last, steps)


def _nearby(lines: Sequence[str], number: int) -> Iterator[int]:
    near = range(max(1, number - _NEARBY), min(len(lines), number + _NEARBY) + 1)
    return (at for at in near if not says_nothing(line_at(lines, at)))


def _targets(lines: Sequence[str], number: int) -> set[int]:
    """Give the indents a line may be meant to have: those of lines nearby, of their fields, of items and text there."""
    found = {0}
    for at in _nearby(lines, number):
        found.add(indent_of(line_at(lines, at)))
        if (field := field_at(lines, at)) is not None:
            found |= {field.column - 1, field.column + 1, max(0, field.column - 3)}
    return found


def _ends(lines: Sequence[str], first: int) -> list[int]:
    """Give the last line a move may take along: none, what is inside the field, what stands below it at its indent."""
    indent = indent_of(line_at(lines, first))
    inside = beside = first
    still_inside = True
    for at in range(first + 1, len(lines) + 1):
        line = line_at(lines, at)
        if says_nothing(line):
            continue
        if indent_of(line) < indent:
            break
        still_inside = still_inside and indent_of(line) > indent
        inside = at if still_inside else inside
        beside = at
    return list(dict.fromkeys((first, inside, beside)))


def _move(lines: Sequence[str], first: int, last: int, steps: int) -> Edit:
    moved = [*lines]
    for number in range(first, last + 1):
        if moved[number - 1].strip():
            moved[number - 1] = " " * steps + moved[number - 1] if steps > 0 else moved[number - 1][-steps:]
    many = abs(steps)
    spaces = f"{many} space{'' if many == 1 else 's'}"
    which = "it" if first == last else f"each of the lines {first} to {last}"
    wrong, advice = (
        ("is not indented far enough", f"put {spaces} more before {which}")
        if steps > 0
        else ("is indented too far", f"take {spaces} away before {which}")
    )
    place, what = _named(lines, first)
    beside = _beside(moved, first, last)
    return Edit("indent", place, f"{what} {wrong}; {advice}{beside}", first, last, tuple(moved))


def _named(lines: Sequence[str], number: int) -> tuple[Place, str]:
    """Give the place of the beginning of a line, and words for it."""
    field = field_at(lines, number)
    if field is None:
        text = line_at(lines, number)
        place = (number, indent_of(text) + 1, len(text.strip()))
        if _DASH.match(text):
            return place, f'the item "{text.strip()}"'
        owner = field_above(lines, number)
        return place, f'this line of the text of "{owner.name}:"' if owner is not None else "this line"
    start = field.dash or field.column
    place = (number, start, field.colon - start + 1)
    return place, f'the item that begins with "{field.name}:"' if field.dash else f'"{field.name}:"'


def _beside(lines: Sequence[str], first: int, last: int) -> str:
    """Name a line that stands at the indent the moved line has now."""
    field, text = field_at(lines, first), line_at(lines, first)
    for number in (*range(first - 1, 0, -1), *range(last + 1, len(lines) + 1)):
        other = line_at(lines, number)
        if says_nothing(other):
            continue
        found = field_at(lines, number)
        if _DASH.match(text):
            if _DASH.match(other) and indent_of(other) == indent_of(text):
                return f', to line up with the "-" on line {number}'
        elif field is None:  # text: only the line right above or below is of the same text
            alike = found is None and indent_of(other) == indent_of(text)
            return f", to line up with line {number}" if alike else ""
        elif found is not None and found.column == field.column:
            return f', to line up with "{found.name}:" on line {number}'
    return ""


def named(lines: Sequence[str], number: int, *, names: Collection[str]) -> Iterator[Edit]:
    """Give edits that put the name of a list above its first item, where the line with it is missing."""
    field = field_at(lines, number)
    if field is None or not field.dash:
        return
    place = (number, field.dash, field.colon - field.dash + 1)
    for indent in (field.dash - 3, field.dash - 1):
        for name in sorted(names) if indent >= 0 else ():
            now = (*lines[: number - 1], f"{' ' * indent}{name}:", *lines[number - 1 :])
            where = f", with {indent} spaces before it" if indent else ""
            message = f'a list begins here without the name of its field; write a line "{name}:" above it{where}'
            yield Edit("no-colon", place, message, number, number + 1, now)


def item_marks(lines: Sequence[str], number: int, *, names: Collection[str]) -> Iterator[Edit]:
    """Give edits that make an item of a list of a field."""
    for at in suspects(lines, number):
        field = field_at(lines, at)
        if field is None or field.dash or field.name not in names:
            continue
        place = (at, field.column, field.colon - field.column + 1)
        begins = f'"{field.name}:" begins an item of a list, but no "- " stands before it'
        text, indent = line_at(lines, at).lstrip(), field.column - 1
        for target in sorted(_targets(lines, at), key=lambda target: (abs(target + 2 - indent), target)):
            advice = f'begin the line with {target} spaces and "- "'
            if target + 2 == indent:
                advice = 'write "- " in the place of the 2 spaces before it'
            elif target == indent:
                advice = 'put "- " before it'
            changed = with_line(lines, at, f"{' ' * target}- {text}")
            yield Edit("no-item", place, f"{begins}; {advice}", at, at, changed)
        last = _ends(lines, at)[-1]
        if last > at:
            changed = with_line(lines, at, f"{' ' * indent}- {text}")
            deeper = tuple(f"  {line}" if at < number <= last and line.strip() else line
                           for number, line in enumerate(changed, start=1))  # fmt: skip
            where = f"line {last}" if last == at + 1 else f"each of the lines {at + 1} to {last}"
            yield Edit("no-item", place, f'{begins}; put "- " before it, and 2 spaces before {where}', at, last, deeper)
