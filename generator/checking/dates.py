"""Dates: readable EDTF, stated ones found in their passages, weekdays that fit the calendar.

May import evidence and everything below it. Must never derive a date itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.checking.prose import Thing, prose_of, things
from generator.evidence.calendar import WEEKDAYS, SpokenDate, dates, fits, stated_in, wrong_weekdays
from generator.evidence.date_advice import DAY_FORM, advice
from generator.evidence.edtf import EdtfError, days_in, parse_edtf
from generator.evidence.weighing import Weighed, parse_or_none
from generator.model.dossier_head import DossierHead
from generator.model.passages import Dated, Shape
from generator.model.records import Source
from generator.problems import Problem
from generator.reading.dossier import ClaimEntry, Path, Record
from generator.reading.quoted import dated_of


@dataclass(frozen=True, slots=True)
class _Written:
    """A date somewhere in the files: its record, path and text; for a stated one, the quotations it rests on."""

    record: Record[Shape]
    path: Path
    edtf: str
    stated: bool = False
    rests_on: tuple[Path, ...] = ()
    because: str = ""


def unreadable(thing: Thing) -> Iterator[Problem]:
    """Refuse dates that are not in the declared forms of EDTF, and reversed ones."""
    for written in _written_of(thing):
        try:
            parse_edtf(written.edtf)
        except EdtfError as error:
            yield Problem(written.record.places.of(*written.path), error.code, advice(written.edtf, error))
            continue
        if written.path[-1] == "added" and not DAY_FORM.fullmatch(written.edtf):
            message = f'"{written.edtf}" is not one day; write year, month and day, as in 2025-03-12'
            yield Problem(written.record.places.of(*written.path), "bad-date", message)


def not_in_passages(weighed: Weighed) -> Iterator[Problem]:
    """Refuse stated dates that do not stand, whole, in the passages they rest on."""
    for written in chain.from_iterable(map(_written_of, things(weighed.dossier))):
        if not written.stated or (date := parse_or_none(written.edtf)) is None:
            continue
        texts = _passages(weighed, written)
        if texts is not None and not stated_in(date, "\n".join(texts)):
            named = ", ".join(f'"{text[one.start : one.end]}"' for text in texts for one in dates(text))
            found = f"does not stand in full in its passages{f', which name {named}' if named else ''}"
            advice = "correct it, or write derived:, from: and because:"
            if not written.rests_on:
                found, advice = "rests on no passage", f"write stated: {written.edtf}, and its passage under from:"
            spot = written.record.places.of(*written.path)
            yield Problem(spot, "date-not-in-passage", f'"{written.edtf}" {found}; {advice}')


def against_reason(thing: Thing) -> Iterator[Problem]:
    """Refuse a derived date that fits none of the dates and weekdays its own reason names."""
    for written in _written_of(thing):
        if not (named := dates(written.because)):
            continue
        date = parse_or_none(written.edtf)
        if date is not None and not any(fits(spoken, date) for spoken in named):
            words = ", ".join(f'"{written.because[spoken.start : spoken.end]}"' for spoken in named)
            yield Problem(
                written.record.places.of(*written.path),
                "derived-against-because",
                f'"{written.edtf}" fits no date that its because: names ({words}); correct one of the two',
            )


def wrong_weekday(thing: Thing) -> Iterator[Problem]:
    """Refuse a weekday and a date that do not belong together, in any text the editors wrote."""
    for record, path, text in prose_of(thing):
        for spoken in wrong_weekdays(text):
            words = text[spoken.start : spoken.end]
            yield Problem(
                record.places.inside(*path, text=text, start=spoken.start, end=spoken.end),
                "wrong-weekday",
                f'"{words}" is no date of the calendar: {_in_calendar(spoken)}; correct one of the two',
            )


def _in_calendar(spoken: SpokenDate) -> str:
    year, month, day = spoken.year or 1, spoken.month or 1, spoken.day or 1
    if day > days_in(year, month):
        return "there is no such day"
    return f"that day is a {WEEKDAYS[dt.date(year, month, day).weekday()]}"


def _passages(weighed: Weighed, written: _Written) -> list[str] | None:
    """Give the stored words a date rests on; None where one of its quotations is not proven."""
    proofs = [weighed.proof_of(written.record.id, path) for path in written.rests_on]
    return None if None in proofs else [proof.exact for proof in proofs if proof]


def _written_of(thing: Thing) -> Iterator[_Written]:
    if isinstance(thing, ClaimEntry):
        yield from _of_claim(thing)
        return
    if isinstance(thing.data, DossierHead):
        yield _of_dated(thing, ("scope", "until"), thing.data.scope.until)
        yield _Written(thing, ("updated",), thing.data.updated)
    if (dated := dated_of(thing)) is not None:
        yield _of_dated(thing, ("date",), dated)
    if isinstance(thing.data, Source):
        yield from _of_source(thing, thing.data)


def _of_claim(entry: ClaimEntry) -> Iterator[_Written]:
    if entry.data.date is not None:
        own = tuple((*entry.path, "evidence", index) for index in range(len(entry.data.evidence)))
        yield _of_dated(entry.record, (*entry.path, "date"), entry.data.date, own)
    if entry.data.added is not None:
        yield _Written(entry.record, (*entry.path, "added"), entry.data.added)
    for index, correction in enumerate(entry.data.corrections):
        yield _Written(entry.record, (*entry.path, "corrections", index, "date"), correction.date)
    if (reading := entry.data.second_reading) is not None:
        yield _Written(entry.record, (*entry.path, "second_reading", "date"), reading.date)
    for index, evidence in enumerate(entry.data.evidence):
        if evidence.value is not None and evidence.value.date is not None:
            yield _Written(entry.record, (*entry.path, "evidence", index, "value", "date"), evidence.value.date)


def _of_dated(record: Record[Shape], path: Path, dated: Dated, own: tuple[Path, ...] = ()) -> _Written:
    given = tuple((*path, "from", index) for index in range(len(dated.from_)))
    because = dated.because or "" if dated.derived is not None else ""
    field = "derived" if dated.derived is not None else "stated"
    return _Written(record, (*path, field), dated.edtf, dated.stated is not None, given or own, because)


def _of_source(record: Record[Shape], source: Source) -> Iterator[_Written]:
    if source.written is not None:
        yield _of_dated(record, ("written",), source.written)
    for field, text in (("issued", source.issued), ("accessed", source.accessed)):
        if text is not None:
            yield _Written(record, (field,), text)
