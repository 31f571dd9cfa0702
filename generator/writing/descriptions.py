"""Descriptions of pages, as search engines and chats show them: who says it, its status, how far the dossier reaches.

No description shows a statement or a passage without who states it. Imports naming and pieces.
Must never know a dossier or a template.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.evidence.nested_quotes import inside
from generator.writing import naming
from generator.writing.escaping import one_line
from generator.writing.passage_pieces import Rendering
from generator.writing.pieces import Speaker, Statement

LONGEST = 200
"""Characters of a whole description; search engines and chats cut longer ones anywhere."""
_CUT = " …"
_NAMED = 2  # speakers a page of several statements names


def scope_in_short(sources: int, *, until: str, derived: bool) -> str:
    """Say how far the dossier reaches: `5 sources; nothing after 9 June 2025 (derived).`"""
    counted = f"{sources} {'source' if sources == 1 else 'sources'}"
    return f"{counted}; nothing after {until}{' (derived)' if derived else ''}."


def fitted(text: str, *tails: str, longest: int = LONGEST) -> str:
    """Give a text with what must follow it, the text cut at a word where both are too long together."""
    rest = "".join(f" {tail}" for tail in tails if tail)
    return f"{cut(text, longest - len(rest))}{rest}"


def cut(text: str, longest: int) -> str:
    """Give a text of at most so many characters, cut at a word and then marked with an ellipsis."""
    whole = one_line(text)
    if len(whole) <= longest:
        return whole
    room = max(longest - len(_CUT), 1)
    kept = whole[: room + 1].rpartition(" ")[0] or whole[:room]  # one more: the cut may fall just before a space
    return f"{kept.rstrip(' ,;:–—-')}{_CUT}"


def of_claim(statement: Statement, renderings: Sequence[Rendering], *, room: int) -> str:
    """Say who says it in which words, who else does or speaks against it, and its status, in `room` characters.

    The words are those of the first supporting passage, else the statement's. Neither is ever cut, for a part of it
    may say something else: where both are too long, only the matter is named.
    """
    first = next(item for item in renderings if item.stance == "supports").note
    status = f"{statement.status.name[:1].upper()}{statement.status.name[1:]}."
    others = _others(statement.speakers, first=first.speaker, label=first.source.label)
    against = [_said_by(speaker) for speaker in statement.speakers if speaker.against]
    whole = (
        f"Also {naming.listed(others)}." if others else "",
        f"Against it: {naming.listed(against)}." if against else "",
        status,
    )
    short = ("Others too." if others else "", "Others speak against it." if against else "", status)
    lead = _lead(first.speaker, first.source.label)
    candidates = (
        _sentences(f"{lead}: {words}", *tail)
        for words in (_quoted(first.quotation), one_line(statement.text))
        for tail in (whole, short)
    )
    bare = _sentences(f"{lead}, on “{statement.record.text}”.", *short)
    return next((found for found in candidates if len(found) <= room), bare)


def of_statements(statements: Iterable[Statement], *, one: str, many: str) -> str:
    """Say how many statements a page tells and from whom: `3 terms, from Ann Bell and the articles themselves.`."""
    told = list(statements)
    heard = [speaker for statement in told for speaker in statement.speakers if not speaker.against]
    named = dict.fromkeys(speaker.name for speaker in heard if speaker.name)
    count = f"{len(told)} {one if len(told) == 1 else many}"
    own = ["the articles themselves"] if any(not speaker.name and not speaker.words for speaker in heard) else []
    unnamed = any(speaker.words and not speaker.name for speaker in heard)
    others = ["other speakers"] if len(named) > _NAMED or (named and unnamed) else []
    others = others or (["speakers left unnamed"] if unnamed else [])
    who = naming.listed([*list(named)[:_NAMED], *others, *own])
    return f"{count}, from {who}." if heard else f"{count}."


def _lead(speaker: Speaker, label: str) -> str:
    if speaker.name:
        return f"{speaker.name}, in source {label}"
    return f"A speaker left unnamed, in source {label}" if speaker.words else f"Source {label}, in its own voice"


def _others(speakers: Iterable[Speaker], *, first: Speaker, label: str) -> list[str]:
    """Name everybody else who says it, with the sources; of the first speaker only further sources."""
    heard = [speaker for speaker in speakers if not speaker.against]
    same = [item for item in heard if (item.name, item.words) == (first.name, first.words)]
    labels = dict.fromkeys(name.label for item in same for name in item.sources if name.label != label)
    further = [f"in {naming.listed(labels)}"] if labels else []
    return [*further, *dict.fromkeys(_said_by(item) for item in heard if item not in same)]


def _said_by(speaker: Speaker) -> str:
    listed = ", ".join(name.label for name in speaker.sources)
    if speaker.name:
        return f"{speaker.name} ({listed})"
    return f"a speaker left unnamed ({listed})" if speaker.words else listed


def _quoted(passage: str) -> str:
    text = inside(one_line(passage))
    return f"“{text}”" if text.rstrip("»”’\"").endswith((".", "!", "?")) else f"“{text}”."


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)
