"""Two versions of what a dossier tells -> the differences, as values: claims, records, readings, accounts, warnings.

A claim that was renamed is the same claim; one that moved to another record or file has not changed.
May import told. Must never know files or how a difference is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.reviewing.silencing import silenced
from generator.reviewing.told import Account, Told, ToldClaim, ToldPassage, ToldRecord, ToldSentence

Kind = Literal["added", "removed", "changed", "withheld"]
_WHOLE = frozenset({
    "status", "second reading", "value", "stance", "claimant", "kind", "party", "question", "origin", "added",
})  # fmt: skip
_IDENTIFIERS = "identifiers."
_ADDED = "the day a claim was added stays; put it back"
_REWORDED = "where it was wrong, say under corrections: what was wrong and what it says now"
_REMOVED = "keep a published claim and correct it, or withhold it"


@dataclass(frozen=True, slots=True)
class Change:
    """One field that reads otherwise; one side is empty where it was added or removed."""

    field: str
    before: str
    after: str

    @property
    def in_words(self) -> bool:
        """Tell whether the two are compared word by word; a status or a value is another one as a whole."""
        return self.field not in _WHOLE and not self.field.startswith(_IDENTIFIERS)


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One claim that was added, removed, changed or withheld.

    `claim` is the new version, or the old one of a removed claim; of a withheld one it has no word but the reason.
    """

    kind: Kind
    claim: ToldClaim
    changes: tuple[Change, ...] = ()
    gained: tuple[ToldPassage, ...] = ()
    lost: tuple[ToldPassage, ...] = ()
    altered: tuple[tuple[ToldPassage, tuple[Change, ...]], ...] = ()
    """Passages of which something else than the words is told otherwise, such as the claimant."""

    @property
    def only_of_day(self) -> bool:
        """Tell whether nothing but the day it was added changed, which nobody needs to read again."""
        fields = [change.field for change in self.changes]
        return self.kind == "changed" and fields == ["added"] and not (self.gained or self.lost or self.altered)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record that was added, removed or changed, but for its claims."""

    kind: Kind
    record: ToldRecord
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingChange:
    """What answers to one question are said to mean: before and after, each a reading with its reason, or nothing."""

    question: str
    answers: tuple[str, ...]
    before: tuple[str, str] | None
    after: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class AccountChange:
    """One source: sentences newly accounted for and how, those no longer so, and how many are left."""

    source: str
    gained: tuple[ToldSentence, ...]
    lost: tuple[ToldSentence, ...]
    left: int
    sentences: int


@dataclass(frozen=True, slots=True)
class FactDifference:
    """All differences between two versions. `renamed` and `moved` are no changes of facts, and are told apart."""

    claims: tuple[ClaimChange, ...] = ()
    records: tuple[RecordChange, ...] = ()
    readings: tuple[ReadingChange, ...] = ()
    accounts: tuple[AccountChange, ...] = ()
    warnings: tuple[str, ...] = ()
    wants_reading: tuple[str, ...] = ()
    """Claims added or changed that no second person has read as they stand."""
    renamed: tuple[tuple[str, str], ...] = ()
    moved: tuple[tuple[str, str, str], ...] = ()
    """Claims with the record they stood in and the one they stand in now."""
    unreadable: tuple[int, int] = (0, 0)
    """Mistakes of either version that keep facts from being compared."""

    @property
    def changes_facts(self) -> bool:
        """Tell whether any fact was added, removed or changed."""
        return bool(self.claims or self.records or self.readings or self.accounts)


def compare(before: Told, after: Told) -> FactDifference:
    """Compare two versions of one dossier; what is withheld in the new one is not told of the old one either."""
    before = silenced(before, after)
    known = before.claims.keys() | before.records.keys() | before.withheld.keys()
    names = {old: new for old, new in after.former.items() if old in known}
    claims = tuple(_claims(before, after, names))
    changed = [one for one in claims if one.kind in ("added", "changed") and not one.only_of_day]
    return FactDifference(
        claims=claims,
        records=tuple(_records(before, after, names)),
        readings=tuple(_readings(before, after, names)),
        accounts=tuple(_accounts(before, after, names)),
        warnings=tuple(_warnings(claims, before, after, names)),
        wants_reading=tuple(one.claim.id for one in changed if one.claim.reading != "read"),
        renamed=tuple(sorted(names.items())),
        moved=tuple(_moved(before, after, names)),
        unreadable=(before.problems, after.problems),
    )


def _claims(before: Told, after: Told, names: Mapping[str, str]) -> Iterator[ClaimChange]:
    old = {names.get(id_, id_): claim for id_, claim in before.claims.items()}
    for id_ in sorted(old.keys() | after.claims.keys()):
        if id_ in after.withheld:
            yield ClaimChange("withheld", old[id_])
        elif id_ not in after.claims:
            yield ClaimChange("removed", old[id_], lost=old[id_].passages)
        elif id_ not in old:
            yield ClaimChange("added", after.claims[id_], gained=after.claims[id_].passages)
        elif (change := _claim(old[id_], after.claims[id_], names)) is not None:
            yield change


def _claim(old: ToldClaim, new: ToldClaim, names: Mapping[str, str]) -> ClaimChange | None:
    before, after = ({"statement": claim.statement, **claim.fields} for claim in (old, new))
    changes = list(_fields(before, after, names))
    if old.status != new.status:
        changes.append(Change("status", old.status, new.status))
    if _renamed(old.inputs, names) != new.inputs:
        changes.append(Change("voices", old.inputs, new.inputs))
    if added := [text for text in new.corrections if text not in old.corrections]:
        changes.append(Change("corrections", "", " ".join(added)))
    if gone := [text for text in old.corrections if text not in new.corrections]:
        changes.append(Change("corrections", " ".join(gone), ""))
    if (old.reading == "read") != (new.reading == "read"):
        changes.append(Change("second reading", old.reading, new.reading))
    here = {_place(passage, names): passage for passage in old.passages}
    there = {_place(passage, {}): passage for passage in new.passages}
    altered = tuple(
        (passage, found)
        for place, passage in there.items()
        if place in here and (found := tuple(_fields(here[place].details, passage.details, names)))
    )
    gained = tuple(passage for place, passage in there.items() if place not in here)
    lost = tuple(passage for place, passage in here.items() if place not in there)
    if changes or gained or lost or altered:
        return ClaimChange("changed", new, tuple(changes), gained, lost, altered)
    return None


def _place(passage: ToldPassage, names: Mapping[str, str]) -> tuple[object, ...]:
    """Name a passage: the same words by another speaker are another passage only where both are cited."""
    return names.get(passage.source, passage.source), passage.spans, passage.details.get("stance", "")


def _fields(before: Mapping[str, str], after: Mapping[str, str], names: Mapping[str, str]) -> Iterator[Change]:
    for name in dict.fromkeys((*after, *before)):
        old, new = before.get(name, ""), after.get(name, "")
        if _renamed(old, names) != new and old != new:
            yield Change(name, old, new)


def _renamed(text: str, names: Mapping[str, str]) -> str:
    """Give a text with the ids it has now, where it is made of ids."""
    if not names:
        return text
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<![\w-])(?:{pattern})(?![\w-])", lambda match: names[match[0]], text)


def _records(before: Told, after: Told, names: Mapping[str, str]) -> Iterator[RecordChange]:
    old = {names.get(id_, id_): record for id_, record in before.records.items()}
    for id_ in sorted(old.keys() | after.records.keys()):
        if id_ not in after.records:
            yield RecordChange("removed", old[id_])
        elif id_ not in old:
            yield RecordChange("added", after.records[id_])
        else:
            changes = list(_record_fields(old[id_], after.records[id_], names))
            changes += _text_changed(before.accounts.get(_former(id_, names)), after.accounts.get(id_))
            if changes:
                yield RecordChange("changed", after.records[id_], tuple(changes))


def _former(id_: str, names: Mapping[str, str]) -> str:
    return next((old for old, new in names.items() if new == id_), id_)


def _record_fields(old: ToldRecord, new: ToldRecord, names: Mapping[str, str]) -> Iterator[Change]:
    for name in dict.fromkeys((*new.fields, *old.fields)):
        before, after = old.fields.get(name, ""), new.fields.get(name, "")
        if isinstance(before, tuple) or isinstance(after, tuple):
            yield from _list_changes(name, _items(before), _items(after), names)
        else:
            yield from _fields({name: before} if before else {}, {name: after} if after else {}, names)


def _items(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _list_changes(
    name: str, before: tuple[str, ...], after: tuple[str, ...], names: Mapping[str, str]
) -> Iterator[Change]:
    now = tuple(_renamed(item, names) for item in before)
    if after in (before, now):
        return
    gone = [item for item, text in zip(before, now, strict=True) if text not in after]
    come = [item for item in after if item not in now]
    if not gone and not come:
        yield Change(f"order of {name}", ", ".join(before), ", ".join(after))
    elif len(gone) == len(come) == 1:
        yield Change(name, gone[0], come[0])
    else:
        yield from (Change(name, item, "") for item in gone)
        yield from (Change(name, "", item) for item in come)


def _text_changed(before: Account | None, after: Account | None) -> list[Change]:
    if before is None or after is None or before.sha256 == after.sha256:
        return []
    return [Change("stored text", f"sha256 {before.sha256}", f"sha256 {after.sha256}")]


def _readings(before: Told, after: Told, names: Mapping[str, str]) -> Iterator[ReadingChange]:
    old = {(names.get(question, question), answers): told for (question, answers), told in before.readings.items()}
    for key in sorted(old.keys() | after.readings.keys()):
        if old.get(key) != after.readings.get(key):
            yield ReadingChange(*key, old.get(key), after.readings.get(key))


def _accounts(before: Told, after: Told, names: Mapping[str, str]) -> Iterator[AccountChange]:
    old = {names.get(id_, id_): account for id_, account in before.accounts.items()}
    for id_, account in after.accounts.items():
        earlier = old.get(id_)
        known = earlier.accounted if earlier and earlier.sha256 == account.sha256 else {}
        gained = tuple(told for at, told in account.accounted.items() if at not in known or known[at].how != told.how)
        lost = tuple(told for at, told in known.items() if at not in account.accounted)
        if gained or lost:
            left = account.sentences - len(account.accounted)
            yield AccountChange(id_, gained, lost, left, account.sentences)


def _warnings(
    claims: tuple[ClaimChange, ...], before: Told, after: Told, names: Mapping[str, str]
) -> Iterator[str]:
    for one in claims:
        id_ = one.claim.id
        if one.kind == "changed":
            reworded = any(change.field == "statement" for change in one.changes)
            if reworded and not set(one.claim.corrections) - set(before.claims[_former(id_, names)].corrections):
                yield f'the published statement of "{id_}" is reworded without a correction; {_REWORDED}'
            for change in one.changes:
                if change.field == "added" and change.before:
                    yield f'the day "{id_}" was added, {change.before}, is another now; {_ADDED}'
        elif one.kind == "removed" and id_ not in after.former:
            yield f'"{id_}" is removed, and its address leads nowhere; {_REMOVED}'


def _moved(before: Told, after: Told, names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for id_, claim in before.claims.items():
        now = after.claims.get(names.get(id_, id_))
        if now is not None and names.get(claim.record, claim.record) != now.record:
            yield now.id, claim.record, now.record
