"""Who says it: claimants, unnamed speakers and channels must be told by the source itself; holders must speak.

May import evidence and everything below it. Must never look at the wording of a statement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from generator.checking.passages import paragraph, shorten
from generator.checking.people import misspelt
from generator.evidence.cut_off import speaker_cut_off
from generator.evidence.folding import fold
from generator.evidence.names import NameBook
from generator.evidence.quotations import occurrences
from generator.evidence.weighing import Weighed, WeighedClaim, WeighedPassage
from generator.model.claims import Position, Reply
from generator.problems import Problem

UNNAMED = "unnamed"


def claimants_not_named(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a claimant whom neither the passage, nor its paragraph, nor its attribution names."""
    found = [(claim, passage) for claim in weighed.claims.values() for passage in told_by_nobody(weighed, claim)]
    unsure = {record.id for record, _, _ in misspelt(weighed)} if found else set()
    for claim, passage in found:
        if passage.evidence.claimant not in unsure:  # a name that is misspelt is mended first
            where = "attribution" if passage.evidence.attribution else "claimant"
            yield Problem(
                claim.entry.spot("evidence", passage.index, where),
                "claimant-not-named",
                f'"{passage.evidence.claimant}" is named neither in the passage nor in its paragraph of '
                f"{passage.source.id}{_named_there(weighed, passage)}; "
                "correct claimant:, or quote the words that name the speaker under attribution:",
            )


def told_by_nobody(weighed: Weighed, claim: WeighedClaim) -> tuple[WeighedPassage, ...]:
    """Give the passages of a claim whose claimant, an actor with a record, the source does not name beside them."""
    actors, texts = weighed.dossier.actors, weighed.dossier.texts
    speaking = [actors.get(passage.evidence.claimant or "") for passage in claim.passages]
    quoted = [texts[passage.source.id] for passage in claim.passages]
    return weighed.memo.kept(_told_by_nobody, claim, weighed.names, *speaking, *quoted)


def _told_by_nobody(claim: WeighedClaim, names: NameBook, *given: Any) -> tuple[WeighedPassage, ...]:
    """Give such passages; after the names come the speaker of each passage, and then the text of each."""
    count = len(claim.passages)
    with_speaker = zip(claim.passages, given[:count], given[count:], strict=True)
    return tuple(
        passage
        for passage, actor, text in with_speaker
        if actor is not None
        and not actor.data.withheld
        and not any(names.has(actor.id, near) for near in _near(text, passage))
    )


def _named_there(weighed: Weighed, passage: WeighedPassage) -> str:
    """Name the actors whom a passage itself names."""
    named = sorted(weighed.names.named(passage.proof.exact))
    return f", which names {', '.join(named)}" if named else ""


def cut_off(weighed: Weighed) -> Iterator[Problem]:
    """Warn where a passage in the article's own voice leaves out the words of its sentence that tell who says it.

    A role is passed over: who is named by it often speaks in the rest of the sentence.
    """
    starts = {id_: [one.start for one in account.sentences] for id_, account in weighed.coverage.items()}
    for claim in weighed.claims.values():
        for passage in claim.passages if claim.kind != "role" else ():
            if passage.evidence.claimant or passage.evidence.attribution:
                continue
            (start, end), source = passage.proof.hull, passage.source.id
            sentences, text = weighed.coverage[source].sentences, weighed.dossier.texts[source]
            first, last = (max(bisect_right(starts[source], at) - 1, 0) for at in (start, end - 1))
            beside = speaker_cut_off(text[sentences[first].start : start], text[end : sentences[last].end])
            if beside:
                yield Problem(
                    claim.entry.spot("evidence", passage.index, "exact"),
                    "attribution-cut-off",
                    f'"{shorten(beside)}" stands in the same sentence and tells who says this, but the passage leaves '
                    "it out and has no claimant; quote it as well and add claimant:, or quote it under attribution:",
                )


def words_of_the_unnamed(weighed: Weighed) -> Iterator[Problem]:
    """Refuse words for an unnamed speaker that do not stand by the passage."""
    yield from _must_stand(weighed, "words", "words-not-in-passage", "copy the words from the source")


def channels(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a channel that does not stand by the passage."""
    yield from _must_stand(weighed, "via", "channel-not-named", "correct via:, or remove it")


def utterances(weighed: Weighed) -> Iterator[Problem]:
    """Refuse an utterance of another actor than the claimant; claimants without a record are reported as such."""
    for entry in weighed.dossier.claims.values():
        for index, evidence in enumerate(entry.data.evidence):
            speaker, _ = weighed.dossier.utterances.get(evidence.utterance or "", (None, None))
            known = evidence.claimant in (None, UNNAMED) or evidence.claimant in weighed.dossier.actors
            if speaker is not None and known and speaker != evidence.claimant:
                yield Problem(
                    entry.spot("evidence", index, "utterance"),
                    "wrong-speaker",
                    f'"{evidence.utterance}" is an utterance of "{speaker}", but the claimant is '
                    f'"{evidence.claimant or "the article itself"}"; correct one of the two',
                )


def holders(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a position or reply whose holder is the claimant of none of its supporting passages.

    Holders without a record are passed over, and so are claims with such a claimant: they are reported as such.
    """
    actors = weighed.dossier.actors
    for entry in weighed.dossier.claims.values():
        if not isinstance(entry.data, Position | Reply) or any(item.withheld for item in entry.data.evidence):
            continue
        speaking = {evidence.claimant for evidence in entry.data.evidence if evidence.stance == "supports"}
        if speaking - {None, UNNAMED, *actors}:
            continue
        for index, holder in enumerate(entry.data.held_by):
            if holder in actors and holder not in speaking:
                yield Problem(
                    entry.spot("held_by", index),
                    "holder-not-speaking",
                    f'"{holder}" is the claimant of no passage of "{entry.id}"{_who(speaking)}; '
                    "correct held_by: or claimant:, or cite a passage in which the holder speaks",
                )


def _who(speaking: Iterable[str | None]) -> str:
    named = sorted(one for one in speaking if one is not None)
    return f", but {' and '.join(named)} is" if named else ", the article speaks for itself there"


def _must_stand(weighed: Weighed, field: str, code: str, advice: str) -> Iterator[Problem]:
    texts = weighed.dossier.texts
    for claim in weighed.claims.values():
        for passage in claim.passages:
            words = getattr(passage.evidence, field)
            if words and not any(occurrences(fold(text), words) for text in _near(texts[passage.source.id], passage)):
                yield Problem(
                    claim.entry.spot("evidence", passage.index, field),
                    code,
                    f'"{words}" stands neither in the passage nor in its paragraph of {passage.source.id}; {advice}',
                )


def _near(text: str, passage: WeighedPassage) -> Iterator[str]:
    """Give what may name a speaker, out of a source's text; where an attribution is given, it must be what does."""
    if passage.attribution is not None:
        yield passage.attribution.exact
        return
    yield passage.proof.exact
    yield paragraph(text, passage.proof)
