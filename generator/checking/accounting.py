"""Rules 8 and 12: every sentence of every source is accounted for, and no more is published than the dossier allows.

May import evidence and everything below it. Must never publish set-aside text: messages name places, for editors only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checking.passages import elsewhere, place_in, shorten
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
    if weighed.dossier.unread or not all_sources_known(weighed.dossier):
        return
    left = any(sentence.state == "left" for coverage in weighed.coverage.values() for sentence in coverage.sentences)
    if left and any(problem.code == "unknown-claim" for problem in unknown_references(weighed.dossier)):
        return
    refusals = [(weighed.quoted[key], proof) for key, proof in weighed.proofs.items() if isinstance(proof, Refusal)]
    refused = {quoted.source for quoted, _ in refusals} | {elsewhere(weighed, *one) for one in refusals}
    for id_, coverage in weighed.coverage.items():
        if id_ in refused:
            continue
        text = weighed.dossier.texts[id_]
        file = weighed.dossier.sources[id_].data.file
        for sentence in coverage.sentences:
            if sentence.state == "left":
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
    used: dict[str, list[tuple[Quoted, Proof]]] = {}
    for item, proof in proven:
        if item.key not in weighed.silent:
            used.setdefault(item.source, []).append((item, proof))
    for aside, stretch in proven:
        if aside.use != "set-aside":
            continue
        start, end = stretch.hull
        places = sorted(
            item.record.places.of(*item.path)
            for item, proof in used.get(aside.source, [])
            if any(first < end and start < last for first, last in proof.spans)
        )
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
