"""Every quotation of the dossier: evidence, attributions, dates, cautions, parts, set-aside text.

May import the dossier and the model. Must never know whether a quotation is true.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dossier_head import DossierHead
from generator.model.passages import Dated, Selector, Shape
from generator.model.records import Source
from generator.reading.dossier import ClaimEntry, Dossier, Path, Quoted, Record

WITHHELD = "withheld"
"""The use of a quotation whose words are published nowhere."""


def quotations(dossier: Dossier) -> Iterator[Quoted]:
    """Give every quotation, record by record; those of sources the dossier does not have are left out."""
    for quoted in _everywhere(dossier):
        if quoted.source in dossier.texts:
            yield quoted


def all_sources_known(dossier: Dossier) -> bool:
    """Tell whether every quotation names a source of the dossier."""
    return all(quoted.source in dossier.sources for quoted in _everywhere(dossier))


def dated_of(record: Record[Shape]) -> Dated | None:
    """Give the record's own date, for the kinds of record that have one."""
    dated = getattr(record.data, "date", None)
    return dated if isinstance(dated, Dated) else None


def _everywhere(dossier: Dossier) -> Iterator[Quoted]:
    if dossier.head is not None:
        yield from _of_date(dossier.head, ("scope", "until"), dossier.head.data.scope.until)
    for record in dossier.records():
        yield from _of_date(record, ("date",), dated_of(record))
        if isinstance(record.data, Source):
            yield from _of_source(record, record.data)
    for entry in dossier.claims.values():
        yield from _of_claim(entry)


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


def _of_claim(entry: ClaimEntry) -> Iterator[Quoted]:
    claim, record = entry.data, entry.record
    yield from _of_date(record, (*entry.path, "date"), claim.date, use=WITHHELD if entry.withheld else "date")
    for index, evidence in enumerate(claim.evidence):
        here, withheld = (*entry.path, "evidence", index), entry.withheld or evidence.withheld
        if evidence.exact:
            yield Quoted(WITHHELD if withheld else "evidence", evidence.source, evidence, record, here)
        if evidence.attribution is not None:
            words, use = Selector(exact=evidence.attribution), WITHHELD if withheld else "attribution"
            yield Quoted(use, evidence.source, words, record, (*here, "attribution"))
