"""Every quotation of the dossier: evidence, attributions, dates, cautions, parts, set-aside text.

May import the dossier and the model. Must never know whether a quotation is true.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.memo import FORGETFUL, Memo
from generator.model.dossier_head import DossierHead
from generator.model.passages import Dated, Selector, Shape
from generator.model.records import Source
from generator.reading.dossier import ClaimEntry, Dossier, Path, Quoted, Record

WITHHELD = "withheld"
"""The use of a quotation whose words are published nowhere."""


def quotations(dossier: Dossier, *, memo: Memo = FORGETFUL) -> Iterator[Quoted]:
    """Give every quotation, record by record; those of sources the dossier does not have are left out."""
    texts = dossier.texts
    for quoted in _everywhere(dossier, memo):
        if quoted.source in texts:
            yield quoted


def all_sources_known(dossier: Dossier, *, memo: Memo = FORGETFUL) -> bool:
    """Tell whether every quotation names a source of the dossier."""
    return all(quoted.source in dossier.sources for quoted in _everywhere(dossier, memo))


def dated_of(record: Record[Shape]) -> Dated | None:
    """Give the record's own date, for the kinds of record that have one."""
    dated = record.data.__dict__.get("date")  # a field of some kinds; asking pydantic for one that is none takes long
    return dated if isinstance(dated, Dated) else None


def _everywhere(dossier: Dossier, memo: Memo) -> Iterator[Quoted]:
    if dossier.head is not None:
        yield from memo.kept(_of_head, dossier.head)
    for record in dossier.records():
        yield from memo.kept(_of_record, record)
    for entry in dossier.claims.values():
        yield from memo.kept(_of_claim, entry)


def _of_head(head: Record[DossierHead]) -> tuple[Quoted, ...]:
    return tuple(_of_date(head, ("scope", "until"), head.data.scope.until))


def _of_record(record: Record[Shape]) -> tuple[Quoted, ...]:
    found = [*_of_date(record, ("date",), dated_of(record))]
    if isinstance(record.data, Source):
        found += _of_source(record, record.data)
    return tuple(found)


def _of_date(
    record: Record[Shape] | Record[DossierHead], path: Path, dated: Dated | None, *, use: str = "date"
) -> Iterator[Quoted]:
    if dated is not None:
        for index, passage in enumerate(dated.from_):
            yield Quoted(use, passage.source, passage, record, (*path, "from", index))


def _of_source(record: Record[Shape], source: Source) -> Iterator[Quoted]:
    yield from _of_date(record, ("written",), source.written)
    for index, part in enumerate(source.parts):
        yield Quoted("part", record.id, part, record, ("parts", index))
    for index, aside in enumerate(source.set_aside):
        yield Quoted("set-aside", record.id, aside, record, ("set_aside", index))
    for index, caution in enumerate(source.cautions):
        for inner, passage in enumerate(caution.evidence):
            yield Quoted("caution", passage.source, passage, record, ("cautions", index, "evidence", inner))


def _of_claim(entry: ClaimEntry) -> tuple[Quoted, ...]:
    claim, record, hidden = entry.data, entry.record, entry.withheld
    found = [*_of_date(record, (*entry.path, "date"), claim.date, use=WITHHELD if hidden else "date")]
    for index, evidence in enumerate(claim.evidence):
        here, withheld = (*entry.path, "evidence", index), hidden or evidence.withheld
        if evidence.exact:
            found.append(Quoted(WITHHELD if withheld else "evidence", evidence.source, evidence, record, here))
        if evidence.attribution is not None:
            words, use = Selector(exact=evidence.attribution), WITHHELD if withheld else "attribution"
            found.append(Quoted(use, evidence.source, words, record, (*here, "attribution")))
    return tuple(found)
