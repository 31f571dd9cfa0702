"""Repairs of tables: each plain one gets a frame to scroll in, with a name; alignment becomes a class; each cell
carries the name of its column, which narrow pages show beside it.

Tables that have a class come from a template that frames them itself. May import `tags`.
Must never change a cell's words.
"""

from __future__ import annotations

import re
from collections import Counter

from generator.mending.tags import Repair, at_each, value, with_attributes, words

FRAME = "fs-frame"

_TABLE = re.compile(r"<table[^<>]*>|</table>")
_HEADING = re.compile(r"<h([1-6])[^<>]*>(.{0,3000}?)</h\1>", re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_CAPTION = re.compile(r"\s*<caption[^<>]*>(.{0,3000}?)</caption>", re.DOTALL)
_CELL = re.compile(r"<t[dh] [^<>]*>")
_PLAIN = re.compile(r"<table>(?:[^<]|<(?!/?table))*</table>")  # no other table in it
_COLUMN = re.compile(r"<th(?: [^<>]*)?>(.*?)</th>", re.DOTALL)
_ROW_OR_CELL = re.compile(r"<tr>|<td(?: [^<>]*)?>")
_ALIGNED = re.compile(r"text-align:\s*(left|right|center|justify);?")


def _framed(html: str) -> tuple[str, int]:
    """Put a frame that scrolls, takes the focus and has a name round each plain table that stands in no other."""
    done: list[str] = []
    at, depth, found, framed = 0, 0, 0, False
    headings = [(match.start(), words(_PERMALINK.sub("", match[2]))) for match in _HEADING.finditer(html)]
    used: Counter[str] = Counter()
    for match in _TABLE.finditer(html):
        if match[0] == "</table>":
            depth = max(depth - 1, 0)
            if framed and depth == 0:
                done += [html[at : match.end()], "</div>"]
                at, framed = match.end(), False
            continue
        depth += 1
        found += 1
        if depth == 1 and value(match[0], "class") is None and not _stands_in_frame(html, match.start()):
            name = _name(html, match, headings)
            used[name] += 1
            counted = name if used[name] == 1 else f"{name} ({used[name]})"
            frame = f'<div class="{FRAME}" role="region" tabindex="0" aria-label="{counted}">'
            done += [html[at : match.start()], frame]
            at, framed = match.start(), True
    return "".join([*done, html[at:]]), found


def _stands_in_frame(html: str, at: int) -> bool:
    """Tell whether an element is the first thing in a frame of ours."""
    before = html[max(at - 2000, 0) : at].rstrip()
    return before.endswith(">") and f'class="{FRAME}"' in before[before.rfind("<") :]


def _name(html: str, table: re.Match[str], headings: list[tuple[int, str]]) -> str:
    """Name a table by its caption, else by the heading it stands under."""
    caption = _CAPTION.match(html, table.end())
    if caption:
        return f"Table: {words(caption[1])}"
    above = ""
    for start, heading in headings:
        if start > table.start():
            break
        above = heading
    return f"Table: {above}" if above else "Table"


def _aligned(tag: str) -> str:
    """Write an alignment that stands in a cell's style as a class; any other style stays."""
    match = _ALIGNED.fullmatch((value(tag, "style") or "").strip())
    if not match:
        return tag
    classes = f"{value(tag, 'class') or ''} fs-{match[1]}".strip()
    return with_attributes(tag, {"class": classes}, without=("style",))


def _labelled(html: str) -> tuple[str, int]:
    """Write the name of its column into every cell of a plain table, for pages too narrow for columns."""
    return _PLAIN.sub(_with_labels, html), html.count("<table")


def _with_labels(table: re.Match[str]) -> str:
    head, rule, body = table[0].partition("</thead>")
    columns = [words(column[1]) for column in _COLUMN.finditer(head)]
    place = 0

    def labelled(tag: re.Match[str]) -> str:
        nonlocal place
        if tag[0] == "<tr>":
            place = 0
            return tag[0]
        name = columns[place] if place < len(columns) else ""
        place += 1
        return with_attributes(tag[0], {"data-label": name}) if name else tag[0]

    return head + rule + _ROW_OR_CELL.sub(labelled, body)


TABLES: tuple[Repair, ...] = (
    Repair("frames of tables", "<table", _framed),
    Repair("columns of cells", "<table", _labelled),
    Repair("alignment of cells", '<td style="text-align', at_each(_CELL, _aligned)),
)  # fmt: skip
