"""Repairs of footnotes and permalinks, as Python-Markdown writes them: numbers and signs get names.

A reader who hears the page is told what a number leads to ("Note 3: S0") and where a sign leads back to.
May import `tags`. Must never change a note.
"""

from __future__ import annotations

import re
from collections import Counter

from generator.mending.tags import Repair, at_each, value, with_attributes, words

_NOTES = re.compile(r'<div class="footnote"[^<>]*>')
_NOTE = re.compile(r'<li id="(fn[^"]*)">')
_SOURCE = re.compile(r'<a href="[^"]*sources/[^"]*"[^<>]*>(.{0,300}?)</a>')
_REFERENCE = re.compile(r'<a class="footnote-ref"[^<>]*>')
_BACK = re.compile(r'<a class="footnote-backref"[^<>]*>')
_PERMALINK = re.compile(r'<a class="headerlink"[^<>]*>')


def _references(html: str) -> tuple[str, int]:
    """Name each number in the text after its note and the source the note first links to."""
    names = _names(html)

    def named(tag: str) -> str:
        name = names.get((value(tag, "href") or "").removeprefix("#"))
        return with_attributes(tag, {"role": "doc-noteref", "aria-label": name}) if name else tag

    return at_each(_REFERENCE, named)(html)


def _backs(html: str) -> tuple[str, int]:
    """Name each sign that leads from a note back into the text; where there are several, each by its place."""
    sections = _NOTE.split(html)
    backs = Counter({id_: len(_BACK.findall(note)) for id_, note in zip(sections[1::2], sections[2::2], strict=True)})
    numbers = {id_: number for number, id_ in enumerate(backs, start=1)}
    seen: Counter[str] = Counter()

    def named(tag: str) -> str:
        # "#fnref2:p1" is the second place that leads to the note "fn:p1".
        id_ = re.sub(r"^#fnref\d*", "fn", value(tag, "href") or "")
        if id_ not in numbers:
            return tag
        seen[id_] += 1
        place = f", place {seen[id_]} of {backs[id_]}" if backs[id_] > 1 else ""
        name = f"Back to the text from note {numbers[id_]}{place}"
        return with_attributes(tag, {"role": "doc-backlink", "aria-label": name})

    return at_each(_BACK, named)(html)


def _names(html: str) -> dict[str, str]:
    """Give the name of each note by its id."""
    sections = _NOTE.split(html)
    names = {}
    for number, (id_, note) in enumerate(zip(sections[1::2], sections[2::2], strict=True), start=1):
        source = _SOURCE.search(note)
        names[id_] = f"Note {number}: {words(source[1])}" if source else f"Note {number}"
    return names


def _permalink(tag: str) -> str:
    title = value(tag, "title")
    return with_attributes(tag, {"aria-label": title}) if title else tag


NOTES: tuple[Repair, ...] = (
    Repair("role of the notes", 'class="footnote"', at_each(
        _NOTES, lambda tag: with_attributes(tag, {"role": "doc-endnotes"}))),
    Repair("names of the numbers of notes", 'class="footnote-ref"', _references),
    Repair("names of the ways back from notes", 'class="footnote-backref"', _backs),
    Repair("names of permalinks", 'class="headerlink"', at_each(_PERMALINK, _permalink)),
)  # fmt: skip
