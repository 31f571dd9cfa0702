"""The search index: one entry for each page, written for excerpts, in the place of what an engine cuts from its HTML.

An entry has the fields of Material for MkDocs' `search_index.json`, or of Zensical's `search.json`, without a boost;
`tags` are the kind of page and a claim's status.
May import evidence, the model, naming and pages. Must never know MkDocs, nor how a search ranks.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.evidence.nested_quotes import inside
from generator.evidence.weighing import Weighed, WeighedClaim, WeighedPassage
from generator.model.passages import Shape
from generator.model.records import Actor, Dispute, Question, Source
from generator.reading.dossier import Record
from generator.writing import naming
from generator.writing.addresses import claim_page, record_page
from generator.writing.desk import Desk, day, desk, value
from generator.writing.pages import Page

WHOLE = frozenset({"Method", "Data", "Page"})
"""Kinds of pages that stay as the engine cuts them, section by section: they tell what stands nowhere else."""

_BOOSTS = {
    "Agreement": 1.4,
    "Dispute": 1.2,
    "Event": 1.15,
    "Question": 1.05,
    "Source": 0.9,
    "Timeline": 0.8,
    "Table": 0.8,
    "Brief": 0.7,
    "List": 0.7,
    "Method": 0.5,
    "Page": 0.5,
    "Data": 0.4,
}


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search knows of one page: title, text, kind and status; no blocks of text where the engine's stays."""

    page: str
    title: str
    blocks: tuple[str, ...]
    tags: tuple[str, ...]
    boost: float


def search_entries(weighed: Weighed, pages: Iterable[Page], *, at: Desk | None = None) -> list[SearchEntry]:
    """Give the entry of every page, in the order of the pages; `at` is the desk, if it is laid out already."""
    blocks = dict(_blocks(at or desk(weighed)))
    status = {claim_page(claim.id): claim.status.name for claim in weighed.claims.values()}
    return [
        SearchEntry(
            page=page.uri,
            title=page.title,
            blocks=() if page.kind in WHOLE else (*blocks.get(page.uri, ()), *_about(page, blocks)),
            tags=(page.kind, *([status[page.uri]] if page.uri in status else [])),
            boost=_BOOSTS.get(page.kind, 1.0),
        )
        for page in pages
    ]


def merged(index: str, entries: Iterable[SearchEntry], *, addresses: Mapping[str, str]) -> str:
    """Put the entries into an engine's index, by the address each page has on the site; pages by hand stay as they are.

    A page without an address is left out.
    """
    data = json.loads(index)
    boosted = "docs" in data
    name = "docs" if boosted else "items"
    ours = {addresses[entry.page]: entry for entry in entries if entry.page in addresses}
    docs, done = [], set()
    for doc in data[name]:
        address = doc["location"].partition("#")[0]
        entry = ours.get(address)
        if entry is None:
            docs.append(doc)
        elif not entry.blocks:
            docs.append({**doc, **_marks(entry, boosted=boosted)})
        elif address not in done:
            done.add(address)
            docs.append({**doc, "location": address, **_words(entry), **_marks(entry, boosted=boosted)})
    return json.dumps({**data, name: docs}, separators=(",", ":"), ensure_ascii=False)


def _words(entry: SearchEntry) -> dict[str, object]:
    return {
        "title": html.escape(entry.title, quote=False),
        "text": "".join(f"<p>{html.escape(block, quote=False)}</p>" for block in entry.blocks),
    }


def _marks(entry: SearchEntry, *, boosted: bool) -> dict[str, object]:
    return {"tags": list(entry.tags), **({"boost": entry.boost} if boosted else {})}


def _about(page: Page, known: Mapping[str, object]) -> tuple[str, ...]:
    return () if page.uri in known else (page.description,)


def _blocks(desk_: Desk) -> Iterator[tuple[str, tuple[str, ...]]]:
    head = desk_.weighed.dossier.head
    if head is not None:
        yield "index.md", (head.data.scope.text, *(answer.asks for answer in head.data.summary))
    for claim in desk_.weighed.claims.values():
        yield claim_page(claim.id), tuple(_claim(desk_, claim))
    for record in desk_.weighed.dossier.records():
        yield record_page(record.kind, record.id), tuple(block for block in _record(desk_, record) if block)


def _claim(desk_: Desk, claim: WeighedClaim) -> Iterator[str]:
    differs = " Accounts differ." if claim.id in desk_.differing else ""
    yield f"{_sentence(claim.status.inputs)}{differs}"
    yield from (_passage(desk_, passage) for passage in claim.passages)
    if claim.dated is not None:
        yield f"Date: {day(claim.dated.edtf)}"
    yield f"Part of: {desk_.names[claim.entry.record.id]}"
    if claim.entry.data.question:
        yield f"Answers: {desk_.names[claim.entry.data.question]}"


def _passage(desk_: Desk, passage: WeighedPassage) -> str:
    evidence = passage.evidence
    actor = desk_.weighed.dossier.actors.get(evidence.claimant or "")
    who = actor.data.name if actor else naming.unnamed(evidence.words or "") or naming.ARTICLE
    against = "against: " if evidence.stance == "refutes" else ""
    via = f", via {evidence.via}" if evidence.via else ""
    answer = f", answers {value(evidence.value)}" if evidence.value else ""
    return f"“{inside(passage.proof.exact)}” — {against}{who}{via}, in {naming.source_label(passage.source.id)}{answer}"


def _record(desk_: Desk, record: Record[Shape]) -> Iterator[str]:
    data = record.data
    claims = desk_.claims.get(record.id, [])
    if isinstance(data, Actor):
        yield from _actor(desk_, data)
    elif isinstance(data, Source):
        yield from (f"Caution: {caution.text}" for caution in data.cautions)
        yield f"Kept as {data.file}"
    elif isinstance(data, Question):
        yield data.scope or ""
        told = desk_.weighed.questions[record.id].compared.answers
        yield f"Answers: {naming.listed(answer.text for answer in told)}" if told else ""
    elif isinstance(data, Dispute):
        yield data.question
    date = getattr(data, "date", None)
    yield f"Date: {day(date.edtf)}" if date else ""
    yield from (f"{_sentence(claim.statement)} ({claim.status.name})" for claim in claims)


def _actor(desk_: Desk, actor: Actor) -> Iterator[str]:
    also = [*actor.names, *actor.adjectives, *actor.capitals]
    yield f"Also written: {', '.join(also)}" if also else ""
    yield f"Speaks for {desk_.names.get(actor.party, '')}" if actor.party else ""
    yield from (f"Remark: {utterance.about}" for utterance in actor.utterances)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "”")) else f"{text}."
