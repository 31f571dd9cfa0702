"""What a reader may filter a page by: each filter with the values that occur there, in an order that means something.

The page carries this as JSON in one attribute; a script makes the controls of it, so without script there are none.
May import pieces, the tables of statuses and readings, and the order of dates. Must never know a dossier or a template.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from generator.evidence.differences import Outcome
from generator.evidence.status import RULES
from generator.evidence.weighing import parse_or_none
from generator.model.claims import ClaimKind
from generator.writing import naming, placing
from generator.writing.pieces import Row, SourceName, Statement

ARTICLE = "_article"  # no id begins like this
_NOBODY = {ARTICLE: naming.ARTICLE, "unnamed": naming.UNNAMED}
_NONE = "none"

Filter = Mapping[str, object]
Options = list[tuple[str, str]]


def said_by(claimant: str) -> str:
    """Give the value a speaker has in filters: the claimant as the passage has it, or what stands for the article."""
    return claimant or ARTICLE


def of_claims(statements: Sequence[Statement], sources: Iterable[SourceName]) -> str:
    """Give the filters of a list of claims as JSON: status, who says it, source, kind, date."""
    statuses = {statement.status.slug for statement in statements}
    occurring = {source.label for item in statements for speaker in item.speakers for source in speaker.sources}
    return _json(
        _choice("status", "Status", [(mark.slug, mark.name) for mark in map(naming.mark, _statuses())], statuses),
        *_who_and_kind(statements),
        _choice("source", "Source", [(source.label, f"{source.label} {source.name}") for source in sources], occurring),
        {"name": "date", "label": "Date", "options": _dates(statements)},
    )


def of_timeline(statements: Sequence[Statement]) -> str:
    """Give the filters of the timeline as JSON: who says it and kind."""
    return _json(*_who_and_kind(statements))


def of_matrix(rows: Sequence[Row], sources: Iterable[SourceName], readings: Sequence[Outcome]) -> str:
    """Give the filters of questions by sources as JSON: reading, source that answers, words; `readings` in order."""
    found = {mark.slug for row in rows for mark in row.readings} | {_NONE for row in rows if not row.readings}
    marks = [(mark.slug, mark.name) for mark in map(naming.mark, readings)]
    answering = {cell.source for row in rows for cell in row.cells if cell.answers}
    return _json(
        _choice("reading", "How answers compare", [*marks, (_NONE, "no difference")], found),
        _choice("source", "Answered by", [(source.label, f"{source.label} {source.name}") for source in sources],
                answering),
        {"name": "words", "label": "Words in the question"},
    )  # fmt: skip


def _who_and_kind(statements: Sequence[Statement]) -> tuple[Filter, Filter]:
    speakers = {speaker.slug: speaker.name for statement in statements for speaker in statement.speakers}
    named = sorted(((slug, name) for slug, name in speakers.items() if name), key=lambda item: item[1].casefold())
    kinds = [(kind, kind) for kind in get_args(ClaimKind)]
    return (
        _choice("actor", "Who says it", [*named, *_NOBODY.items()], set(speakers)),
        _choice("kind", "Kind", kinds, {statement.kind for statement in statements}),
    )


def _dates(statements: Iterable[Statement]) -> Options:
    """Give the dates in the order of the timeline, then that there is none."""
    words = {when.edtf: when.words for statement in statements for when in statement.when}
    parsed = {edtf: date for edtf in words if (date := parse_or_none(edtf))}
    dated = [(edtf, words[edtf]) for edtf in sorted(parsed, key=lambda edtf: placing.order(parsed[edtf]))]
    return [*dated, *([(_NONE, "none given")] if any(not statement.when for statement in statements) else [])]


def _statuses() -> list[str]:
    return [rule.name for rule in RULES]


def _choice(name: str, label: str, options: Iterable[tuple[str, str]], occurring: set[str]) -> Filter:
    return {"name": name, "label": label, "options": [option for option in options if option[0] in occurring]}


def _json(*filters: Filter) -> str:
    # What looks like a footnote inside a name must not pass for one.
    return json.dumps(filters, ensure_ascii=False, separators=(",", ":")).replace("[^", "[\\u005e")
