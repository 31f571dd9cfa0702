"""Differences as Markdown for the summary of a pull request; the text of facts is never markup.

May import comparing, as_text, github_markdown and word_difference. Must never decide what is a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.evidence.nested_quotes import inside
from generator.reviewing.as_text import (
    MARKS,
    account_in_words,
    count_changes,
    moves_in_words,
    reading_in_words,
    sentences_in_words,
    unreadable_in_words,
)
from generator.reviewing.comparing import AccountChange, Change, ClaimChange, FactDifference, RecordChange
from generator.reviewing.github_markdown import as_it_is
from generator.reviewing.told import ToldPassage, listed
from generator.reviewing.word_difference import word_difference

LARGEST = 900_000
"""Bytes the text may have; GitHub refuses a summary of more than 1,048,576."""


def difference_as_markdown(found: FactDifference) -> str:
    """Print differences as Markdown, cut only where GitHub would refuse the text."""
    lines: list[str] = []
    room = LARGEST
    for line in _lines(found):
        if (room := room - len(line.encode()) - 1) < 0:
            lines += ["", "The rest does not fit here; run `factsheet diff`."]
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


def _lines(found: FactDifference) -> Iterator[str]:
    yield f"### Facts: {as_it_is(count_changes(found))}"
    yield from _listed(unreadable_in_words(found), mark="**Note:** ")
    yield from _listed(moves_in_words(found))
    yield from _listed(found.warnings, mark="⚠️ ")
    yield from _section("Claims", (line for change in found.claims for line in _claim(change)))
    yield from _section("Records", (line for change in found.records for line in _record(change)))
    yield from _section(
        "Readings",
        (
            f"- {_code(change.question)}: {as_it_is(' | '.join(change.answers))}: "
            f"{as_it_is(reading_in_words(change.before))} → **{as_it_is(reading_in_words(change.after))}**"
            for change in found.readings
        ),
    )
    yield from _section(
        "Sources", (line for change in found.accounts for line in _account(change))
    )
    if found.wants_reading:
        yield from ("", "#### To be read by a second person", "", *(f"- {_code(id_)}" for id_ in found.wants_reading))


def _listed(lines: Iterable[str], *, mark: str = "") -> Iterator[str]:
    found = [f"- {mark}{as_it_is(line)}" for line in lines]
    if found:
        yield from ("", *found)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", f"#### {title}", "", *found)


def _claim(change: ClaimChange) -> Iterator[str]:
    claim = change.claim
    yield f"- **{MARKS[change.kind]}** {_code(claim.id)} ({change.kind}, in {_code(claim.record)})"
    if change.kind == "withheld":
        yield f"  - {as_it_is(claim.statement)}"
    elif change.kind != "changed":
        yield f"  - {as_it_is(claim.statement)}"
        yield f"  - status: {as_it_is(claim.status)}. {as_it_is(claim.inputs)}"
        yield from (f"  - {name}: {as_it_is(text)}" for name, text in claim.fields.items())
    yield from (f"  - {_change(one)}" for one in change.changes)
    yield from (f"  - **+** {_passage(passage)}" for passage in change.gained)
    yield from (f"  - **-** {_passage(passage)}" for passage in change.lost)
    for passage, changes in change.altered:
        yield f"  - **~** {_code(passage.source)}: “{as_it_is(inside(passage.exact))}”"
        yield from (f"    - {_change(one)}" for one in changes)


def _record(change: RecordChange) -> Iterator[str]:
    record = change.record
    yield f"- **{MARKS[change.kind]}** {as_it_is(record.kind)} {_code(record.id)} ({change.kind})"
    if change.kind == "added":
        for name, value in record.fields.items():
            yield f"  - {as_it_is(name)}: {as_it_is(listed(value) if isinstance(value, tuple) else value)}"
    yield from (f"  - {_change(one)}" for one in change.changes)


def _account(change: AccountChange) -> Iterator[str]:
    yield f"- {_code(change.source)}: {as_it_is(account_in_words(change))}"
    yield from (f"  - **{mark}** {as_it_is(told)}" for mark, told in sentences_in_words(change))


def _change(change: Change) -> str:
    name = as_it_is(change.field)
    if not change.before:
        return f"{name}: added {_come(change.after)}"
    if not change.after:
        return f"{name}: removed {_gone(change.before)}"
    if not change.in_words:
        return f"{name}: {_gone(change.before)} → {_come(change.after)}"
    shown = {"same": as_it_is, "gone": _gone, "come": _come}
    pieces = word_difference(change.before, change.after)
    return f"{name}: " + "".join(shown[piece.kind](piece.text) for piece in pieces)


def _gone(text: str) -> str:
    return f"<del>{as_it_is(text)}</del>"  # signs of Markdown would not take beside every sign of a text


def _come(text: str) -> str:
    return f"<ins>{as_it_is(text)}</ins>"


def _passage(passage: ToldPassage) -> str:
    details = listed(f"{name}: {text}" for name, text in passage.details.items())
    return f"{_code(passage.source)}: “{as_it_is(inside(passage.exact))}”{f' ({as_it_is(details)})' if details else ''}"


def _code(text: str) -> str:
    return f"`{text.replace('`', 'ˋ')}`"
