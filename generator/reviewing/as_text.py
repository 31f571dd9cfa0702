"""Differences as text for a terminal: `+` added, `-` removed, `~` changed; words in [-old-] and {+new+}.

May import comparing and word_difference. Must never decide what is a difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.evidence.nested_quotes import inside
from generator.reviewing.comparing import (
    AccountChange,
    Change,
    ClaimChange,
    FactDifference,
    ReadingChange,
    RecordChange,
)
from generator.reviewing.told import ToldPassage, listed
from generator.reviewing.word_difference import word_difference

NOTHING = "no change in facts"
MARKS = {"added": "+", "removed": "-", "changed": "~", "withheld": "x"}


def difference_as_text(found: FactDifference) -> str:
    """Print differences as text; `no change in facts` where there is none."""
    return "\n".join(_lines(found))


def count_changes(found: FactDifference) -> str:
    """Count in one line what was added, removed and changed."""
    counts = [
        *_counted("claim", Counter(change.kind for change in found.claims)),
        *_counted("record", Counter(change.kind for change in found.records)),
    ]
    if found.readings:
        counts.append(f"{len(found.readings)} {'reading' if len(found.readings) == 1 else 'readings'} changed")
    gained = sum(len(change.gained) for change in found.accounts)
    if gained:
        counts.append(f"{gained} {'sentence' if gained == 1 else 'sentences'} newly accounted for")
    lost = sum(len(change.lost) for change in found.accounts)
    if lost:
        counts.append(f"{lost} {'sentence' if lost == 1 else 'sentences'} no longer accounted for")
    return listed(counts) or NOTHING


def reading_in_words(told: tuple[str, str] | None) -> str:
    """Say a reading with its reason; `none` where there is none."""
    return f"{told[0]} ({told[1]})" if told else "none"


def account_in_words(change: AccountChange) -> str:
    """Say in one line what became of a source's sentences."""
    parts = [
        f"{len(sentences)} {'newly' if gained else 'no longer'} accounted for"
        for gained, sentences in ((True, change.gained), (False, change.lost))
        if sentences
    ]
    return f"{listed(parts)}; {change.left} of {change.sentences} sentences left"


def sentences_in_words(change: AccountChange) -> Iterator[tuple[str, str]]:
    """Give each sentence newly, or no longer, accounted for: its mark, its line, how it is, and how it begins."""
    for kind, sentences in (("added", change.gained), ("removed", change.lost)):
        for one in sentences:
            yield MARKS[kind], f"line {one.line} ({one.how}){f': {one.begins}' if one.begins else ''}"


def moves_in_words(found: FactDifference) -> Iterator[str]:
    """Say what was renamed and moved; neither changes a fact."""
    for old, new in found.renamed:
        yield f'renamed: "{old}" is now "{new}"; the old address keeps working'
    for id_, before, after in found.moved:
        yield f'moved: "{id_}" stood in "{before}" and stands in "{after}"'


def unreadable_in_words(found: FactDifference) -> Iterator[str]:
    """Say that a version has mistakes, which keep facts from being compared."""
    for count, version in zip(found.unreadable, ("old", "new"), strict=True):
        if count:
            errors = f"{count} {'error' if count == 1 else 'errors'}"
            yield f"the {version} version has {errors}; facts that could not be read or proven are missing from it here"


def _counted(noun: str, kinds: Counter[str]) -> Iterator[str]:
    for kind in ("added", "removed", "changed", "withheld"):
        if kinds[kind]:
            yield f"{kinds[kind]} {noun}{'' if kinds[kind] == 1 else 's'} {kind}"


def _lines(found: FactDifference) -> Iterator[str]:
    yield count_changes(found)
    yield from (f"note: {line}" for line in unreadable_in_words(found))
    yield from moves_in_words(found)
    yield from (f"warning: {line}" for line in found.warnings)
    yield from _section("claims", (line for change in found.claims for line in _claim(change)))
    yield from _section("records", (line for change in found.records for line in _record(change)))
    yield from _section("readings", (line for change in found.readings for line in _reading(change)))
    yield from _section("sources", (line for change in found.accounts for line in _account(change)))
    if found.wants_reading:
        yield from ("", f"to be read by a second person: {listed(found.wants_reading)}")


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", title, *found)


def _claim(change: ClaimChange) -> Iterator[str]:
    claim = change.claim
    yield f"{MARKS[change.kind]} {claim.id} ({claim.record})"
    if change.kind == "withheld":
        yield f"    {claim.statement}"
    elif change.kind != "changed":
        yield f"    {claim.statement}"
        yield f"    status: {claim.status}. {claim.inputs}"
        yield from (f"    {name}: {text}" for name, text in claim.fields.items())
    yield from (f"    {_change(one)}" for one in change.changes)
    yield from (f"    + {_passage(passage)}" for passage in change.gained)
    yield from (f"    - {_passage(passage)}" for passage in change.lost)
    for passage, changes in change.altered:
        yield f"    ~ {passage.source}: “{inside(passage.exact)}”"
        yield from (f"        {_change(one)}" for one in changes)


def _record(change: RecordChange) -> Iterator[str]:
    record = change.record
    yield " ".join(dict.fromkeys((MARKS[change.kind], record.kind, record.id)))  # the dossier is its own kind
    if change.kind == "added":
        for name, value in record.fields.items():
            yield f"    {name}: {listed(value) if isinstance(value, tuple) else value}"
    yield from (f"    {_change(one)}" for one in change.changes)


def _reading(change: ReadingChange) -> Iterator[str]:
    yield f"~ {change.question}: {' | '.join(change.answers)}"
    yield f"    {reading_in_words(change.before)} → {reading_in_words(change.after)}"


def _account(change: AccountChange) -> Iterator[str]:
    yield f"~ {change.source}: {account_in_words(change)}"
    yield from (f"    {mark} {told}" for mark, told in sentences_in_words(change))


def _change(change: Change) -> str:
    if not change.before:
        return f"{change.field}: added {change.after}"
    if not change.after:
        return f"{change.field}: removed {change.before}"
    if not change.in_words:
        return f"{change.field}: {change.before} → {change.after}"
    signs = {"same": ("", ""), "gone": ("[-", "-]"), "come": ("{+", "+}")}
    pieces = word_difference(change.before, change.after)
    return f"{change.field}: " + "".join(piece.text.join(signs[piece.kind]) for piece in pieces)


def _passage(passage: ToldPassage) -> str:
    details = listed(f"{name}: {text}" for name, text in passage.details.items())
    return f"{passage.source}: “{inside(passage.exact)}”{f' ({details})' if details else ''}"
