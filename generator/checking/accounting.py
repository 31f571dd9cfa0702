"""Rules 8 and 12: every sentence of every source is accounted for, and no more is published than the dossier allows.

May import evidence and everything below it. Must never publish set-aside text: messages name places, for editors only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from generator.checking.passages import elsewhere, place_in, shorten
from generator.evidence.overlaps import Overlaps
from generator.evidence.quotations import Proof, Refusal
from generator.evidence.weighing import Weighed
from generator.problems import Problem
from generator.reading.dossier import Quoted
from generator.reading.quoted import all_sources_known
from generator.reading.references import unknown_references


def left_over(weighed: Weighed) -> Iterator[Problem]:
    """Warn of each sentence of a source that is neither covered by passages nor set aside.

    Says nothing while the account is not whole: of any source, where a record file could not be read or a passage or a
    claim is named that is not there; of one source, where one of its quotations is refused.
    """
    left = {id_: found for id_, coverage in weighed.coverage.items() if (found := coverage.unaccounted)}
    if not left or weighed.dossier.unread or not all_sources_known(weighed.dossier):
        return
    if any(problem.code == "unknown-claim" for problem in unknown_references(weighed.dossier)):
        return
    refusals = [(weighed.quoted[key], proof) for key, proof in weighed.proofs.items() if isinstance(proof, Refusal)]
    refused = {quoted.source for quoted, _ in refusals} | {elsewhere(weighed, *one) for one in refusals}
    for id_ in left.keys() - refused:
        text, file = weighed.dossier.texts[id_], weighed.dossier.sources[id_].data.file
        for sentence in left[id_]:
            whole = text[sentence.start : sentence.end]
            spot = replace(place_in(text, sentence.start, file=file), width=len(whole.partition("\n")[0].rstrip()))
            yield Problem(
                spot,
                "sentence-unaccounted",
                f'"{shorten(whole)}" is not accounted for ({sentence.share:.0%} of its words are quoted, 60% are '
                f"needed); cite it in a claim, or set it aside, with the reason, under set_aside: of "
                f"facts/sources/{id_}.yml",
            )


def set_aside_but_quoted(weighed: Weighed) -> Iterator[Problem]:
    """Refuse set-aside text that passages quote as well."""
    proven = [(weighed.quoted[key], proof) for key, proof in weighed.proofs.items() if isinstance(proof, Proof)]
    asides = [(item, proof) for item, proof in proven if item.use == "set-aside"]
    quoting = _quoting(weighed, proven, sources={item.source for item, _ in asides})
    for aside, stretch in asides:
        over = {item.key: item for item in quoting[aside.source].over(*stretch.hull)}
        places = sorted(item.record.places.of(*item.path) for item in over.values())
        if places:
            where = " and at ".join(map(str, places))
            yield Problem(
                aside.record.places.of(*aside.path),
                "set-aside-quoted",
                f'"{shorten(aside.selector.exact)}" is set aside, but quoted at {where}; '
                "set aside what no passage quotes, or quote what is not set aside",
            )


def quoted_too_much(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a dossier that would publish a larger share of a source's words than it allows."""
    head = weighed.dossier.head
    for id_, share in weighed.published.items():
        if head is not None and share > head.data.quotation_limit.share:
            yield Problem(
                head.places.of("quotation_limit", "share"),
                "over-quotation-limit",
                f"{share:.1%} of the words of {id_} would be published, more than the limit of "
                f"{head.data.quotation_limit.share:.1%}; shorten passages, or raise the limit with a reason",
            )


def _quoting(
    weighed: Weighed, proven: Iterable[tuple[Quoted, Proof]], *, sources: Collection[str]
) -> dict[str, Overlaps[Quoted]]:
    """Give the quotations of some sources that are not silent, by the place of their words."""
    placed: dict[str, list[tuple[tuple[int, int], Quoted]]] = {id_: [] for id_ in sources}
    for item, proof in proven:
        if item.source in placed and item.key not in weighed.silent:
            placed[item.source].extend((span, item) for span in proof.spans)
    return {id_: Overlaps(spans) for id_, spans in placed.items()}
