"""The old version of a dossier without the words that the new one withholds: a comparison must not tell them either.

May import told and the names of evidence. Must never know how a difference is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.evidence.names import NameBook, name_book
from generator.reviewing.told import Account, Told, ToldClaim, ToldPassage, ToldRecord

NOT_SHOWN = "(not shown, as something in it is withheld now)"


def silenced(before: Told, after: Told) -> Told:
    """Give the old version fit to be compared: claims, passages and names that are withheld now have no words in it."""
    if not after.withheld and not after.hidden and not any(claim.withheld for claim in after.claims.values()):
        return before
    names = {old: new for old, new in after.former.items() if old in before.claims}
    people = [(id_, told.names[id_]) for told in (before, after) for id_ in after.hidden if id_ in told.names]
    book = name_book(people)
    now = {id_: names.get(id_, id_) for id_ in before.claims}
    return replace(
        before,
        claims={
            id_: _claim(claim, reason=after.withheld.get(now[id_]), now=after.claims.get(now[id_]), book=book)
            for id_, claim in before.claims.items()
        },
        records={id_: _record(record, hidden=id_ in after.hidden, book=book) for id_, record in before.records.items()},
        accounts={id_: _account(account) for id_, account in before.accounts.items()},
        readings=dict(_readings(before, after, now, book)),
    )


def _claim(claim: ToldClaim, *, reason: str | None, now: ToldClaim | None, book: NameBook) -> ToldClaim:
    if reason is not None:
        return replace(claim, statement=reason, status="withheld", inputs="", fields={}, passages=(), corrections=())
    hidden = now.withheld if now else frozenset()
    # A statement that rested on a passage which is withheld now may have told what the passage says.
    statement = claim.statement
    if hidden - claim.withheld and now is not None and now.statement != claim.statement:
        statement = NOT_SHOWN
    return replace(
        claim,
        statement=_text(statement, book),
        inputs=_text(claim.inputs, book),
        fields={name: _text(text, book) for name, text in claim.fields.items()},
        passages=tuple(_passage(one, hidden=hidden, now=now, book=book) for one in claim.passages),
        corrections=tuple(_text(text, book) for text in claim.corrections),
    )


def _passage(passage: ToldPassage, *, hidden: frozenset[str], now: ToldClaim | None, book: NameBook) -> ToldPassage:
    still = {(one.source, one.spans) for one in now.passages} if now else set()
    if passage.source in hidden and (passage.source, passage.spans) not in still:
        return replace(passage, exact=NOT_SHOWN, details={})
    details: Mapping[str, str] = {name: _text(text, book) for name, text in passage.details.items()}
    return replace(passage, exact=_text(passage.exact, book), details=details)


def _account(account: Account) -> Account:
    """Give an account without a word: a sentence no longer accounted for may be what is withheld now."""
    return replace(account, accounted={at: replace(one, begins="") for at, one in account.accounted.items()})


def _readings(
    before: Told, after: Told, now: Mapping[str, str], book: NameBook
) -> Iterator[tuple[tuple[str, tuple[str, ...]], tuple[str, str]]]:
    """Give the readings, but those of a question an answer to which is withheld now: as they are now, or not at all."""
    silent = {
        claim.fields.get("question")
        for id_, claim in before.claims.items()
        if now[id_] in after.withheld or ((new := after.claims.get(now[id_])) and new.withheld - claim.withheld)
    }
    for key, (reading, because) in before.readings.items():
        if key[0] not in silent:
            yield key, (reading, _text(because, book))
        elif key in after.readings:
            yield key, after.readings[key]


def _record(record: ToldRecord, *, hidden: bool, book: NameBook) -> ToldRecord:
    if hidden:
        return replace(record, fields={"name": NOT_SHOWN})
    fields = {
        name: tuple(_text(item, book) for item in value) if isinstance(value, tuple) else _text(value, book)
        for name, value in record.fields.items()
    }
    return replace(record, fields=fields)


def _text(text: str, book: NameBook) -> str:
    return NOT_SHOWN if text and book.named(text) else text
