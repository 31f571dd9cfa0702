"""Pages of sources: what is known and what is not, cautions, shares, and which claims rest on which passage.

Passages are listed by their first and last words; text that is set aside is never published.
May import the desk, naming and views. Must never know templates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.evidence.coverage import Coverage
from generator.evidence.nested_quotes import inside
from generator.evidence.weighing import WeighedClaim, WeighedPassage
from generator.model.records import CslName, Source
from generator.reading.dossier import Record
from generator.writing import naming
from generator.writing.addresses import record_page
from generator.writing.desk import Desk, Sheet, day
from generator.writing.escaping import is_web_address
from generator.writing.origin_pages import PAGE as ORIGINS
from generator.writing.parts import MOST_LINES, cut, from_to, line_weight, parts_of
from generator.writing.passages import archive_name
from generator.writing.pieces import CautionView, Link, Original, Resting, SourceName
from generator.writing.views import SourcesView, SourceView
from generator.writing.whole_texts import whole_text

REASONS = {
    "opinion": "the writer's opinion",
    "furniture": "page furniture",
    "repetition": "repetition",
    "generated": "generated text",
    "outside-subject": "outside the subject",
    "unsafe": "unsafe for people",
}


def sources_indexes(desk: Desk) -> Iterator[tuple[str, Callable[[], SourcesView]]]:
    """Fill the list of sources; a long one in parts."""
    cuts = cut(
        list(desk.weighed.dossier.sources), keys=lambda _: (), weigh=lambda id_: 2 * line_weight(desk.names[id_]),
        most=MOST_LINES,
    )  # fmt: skip

    def holds(part: Sequence[str]) -> str:
        return from_to(*(naming.source_label(id_) for id_ in (part[0], part[-1])))

    listed = parts_of("sources/index.md", cuts, holds, title="Sources", noun="sources")

    def fill(number: int, part: Sequence[str]) -> SourcesView:
        sheet = desk.sheet(listed.pages[number - 1])
        rows = tuple(_listed(sheet, id_) for id_ in part)
        told = "The documents this fact sheet rests on, what is known of them and what is not."
        head = sheet.head(listed.title(number), listed.description(number, told))
        wanted = originals(sheet) if number == 1 else ()
        return SourcesView(
            head, sheet.notes, rows, sheet.to(ORIGINS), wanted, parted=listed.told(number)
        )  # fmt: skip

    yield from listed.each(cuts, fill)


def _listed(sheet: Sheet, id_: str) -> tuple[SourceName, str, str, int]:
    known = [label for label, _ in _known(sheet.weighed.dossier.sources[id_].data)]
    return (
        sheet.source(id_),
        naming.listed(known) if known else "nothing",
        _accounted(sheet.weighed.coverage[id_]),
        len(sheet.desk.index.resting_on.get(id_, ())),
    )


def originals(sheet: Sheet) -> tuple[Original, ...]:
    """Fill the list of originals nobody here has seen."""
    head = sheet.weighed.dossier.head
    wanted = head.data.wanted if head else []
    return tuple(Original(item.what, item.why, tuple(sheet.record(id_) for id_ in item.claims)) for item in wanted)


def source_view(desk: Desk, record: Record[Source], *, for_editors: bool = False) -> SourceView:
    """Fill the page of one source, with its whole text where it is for editors on their own machine."""
    sheet = desk.sheet(record_page("source", record.id))
    source = record.data
    account = desk.weighed.coverage[record.id]
    name = sheet.source(record.id)
    origin, because = _origin(desk, source)
    written = sheet.when(source.written, record=record.id, path=("written",))
    cautions = tuple(_caution(sheet, record, index) for index in range(len(source.cautions)))
    return SourceView(
        head=sheet.head(
            f"{name.label} {name.name}",
            f"{name.label} {name.name}: what is known of it, its cautions, and what rests on it.",
        ),
        notes=sheet.notes,
        name=name,
        known=_known(source),
        unknown=_unknown(source),
        file=source.file,
        sha256=source.sha256,
        origin=origin,
        origin_because=because,
        origins_href=sheet.to(ORIGINS),
        written=written,
        parts=tuple((_part_kind(desk, record, index), part.because) for index, part in enumerate(source.parts)),
        cautions=cautions,
        shares=_shares(account),
        sentences=_accounted(account),
        words=account.words,
        published=naming.per_cent(desk.weighed.published[record.id]),
        set_aside=_set_aside(source),
        passages=_resting(sheet, record.id),
        id=record.id,
        text=whole_text(desk, record.id, reasons=REASONS) if for_editors else (),
        assets=sheet.to("assets").replace("../", "../../", 1) if for_editors else "",
    )


def _known(source: Source) -> tuple[tuple[str, Link], ...]:
    rows = [
        ("title", source.title),
        ("author", naming.listed(_person(name) for name in source.author) if source.author else None),
        ("publication", source.container_title),
        ("publisher", source.publisher),
        ("date of publication", _day(source.issued)),
        ("date of access", _day(source.accessed)),
        ("language", source.language),
    ]
    known = [(label, Link(text, "")) for label, text in rows if text]
    if source.URL:
        known.append(("address", Link(source.URL, source.URL if is_web_address(source.URL) else "")))
    if copy := source.archive_location:
        known.append(("archived copy", Link(archive_name(source) or copy, copy if is_web_address(copy) else "")))
    return tuple(known)


def _unknown(source: Source) -> tuple[str, ...]:
    known = {label for label, _ in _known(source)}
    fields = (
        "title", "author", "publication", "publisher", "date of publication", "address", "archived copy",
        "date of access", "language",
    )  # fmt: skip
    kind = ("kind of publication",) if source.type == "document" else ()
    return (*kind, *(field for field in fields if field not in known))


def _person(name: CslName) -> str:
    return name.literal or " ".join(part for part in (name.given, name.family) if part)


def _day(edtf: str | None) -> str | None:
    return day(edtf) if edtf else None


def _origin(desk: Desk, source: Source) -> tuple[str, str]:
    head = desk.weighed.dossier.head
    found = [origin for origin in (head.data.origins if head else []) if origin.id == source.origin]
    return (found[0].about, found[0].because) if found else ("", "")


def _part_kind(desk: Desk, record: Record[Source], index: int) -> str:
    part = record.data.parts[index]
    hull = desk.weighed.parts[record.id].get(index)
    words = len(desk.weighed.dossier.texts[record.id][slice(*hull)].split()) if hull else 0
    kind = "generated, or citing only itself; it supports nothing" if part.generated else "text of another origin"
    return f"{words} words: {kind}"


def _caution(sheet: Sheet, record: Record[Source], index: int) -> CautionView:
    caution = record.data.cautions[index]
    found = [
        sheet.plain_note(record.id, ("cautions", index, "evidence", inner)) for inner in range(len(caution.evidence))
    ]
    notes = tuple(dict.fromkeys(note.id for note in found if note))
    return CautionView(caution.text, notes, any(note is None for note in found))


def _accounted(account: Coverage) -> str:
    return f"{len(account.sentences) - len(account.unaccounted)} of {len(account.sentences)}"


def _shares(account: Coverage) -> tuple[tuple[str, str], ...]:
    """Say where the text's words are: quoted, set aside by reason, and in neither; the shares are of all words."""
    asides = {name: f"set aside: {words}" for name, words in REASONS.items()} | {"withheld": "withheld"}
    reasons = tuple((asides[name], naming.per_cent(share)) for name, share in account.shares.items())
    return (
        ("quoted as passages", naming.per_cent(account.quoted_share)),
        *reasons,
        ("not quoted", naming.per_cent(account.left_share)),
    )


def _set_aside(source: Source) -> tuple[tuple[str, int], ...]:
    found = [REASONS[aside.reason] + (f": {aside.because}" if aside.because else "") for aside in source.set_aside]
    return tuple((reason, found.count(reason)) for reason in dict.fromkeys(found))


def _resting(sheet: Sheet, source: str) -> tuple[Resting, ...]:
    groups: dict[tuple[tuple[int, int], ...], list[tuple[WeighedPassage, WeighedClaim]]] = {}
    for claim in sheet.desk.index.resting_on.get(source, ()):
        for passage in claim.passages:
            if passage.source.id == source:
                groups.setdefault(passage.proof.spans, []).append((passage, claim))
    return tuple(_rest(sheet, groups[spans]) for spans in sorted(groups))


def _rest(sheet: Sheet, group: list[tuple[WeighedPassage, WeighedClaim]]) -> Resting:
    passage = group[0][0]
    evidence = passage.evidence
    first, last = naming.ends(inside(passage.proof.exact))
    voice = (False, evidence.claimant or "", evidence.words or "", evidence.via or "")
    links = dict.fromkeys(sheet.claim(claim) for _, claim in group)
    return Resting(first, last, sheet.speaker(voice, [passage.source.id]), tuple(links))
