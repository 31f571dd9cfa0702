"""Passages as pages show them: in a little of their context, with links to the words, and side by side.

May import the desk, evidence and views. Must never know templates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from urllib.parse import urlsplit

from generator.evidence.context import Surroundings
from generator.evidence.nested_quotes import inside
from generator.evidence.quotations import Proof
from generator.evidence.renderings import Stretch, cut_out, differing, shared_share
from generator.evidence.values import answering
from generator.evidence.weighing import Span, Weighed, WeighedPassage
from generator.model.passages import Value
from generator.model.records import Source
from generator.reading.dossier import Record
from generator.writing import desk as desks
from generator.writing import naming
from generator.writing.desk import Desk, Sheet
from generator.writing.escaping import is_web_address
from generator.writing.passage_pieces import Rendering, Setting, Side, Told
from generator.writing.pieces import Link, Marked, Note
from generator.writing.text_fragments import link

FEW = 3
"""Answers whose words stand side by side at once; of more the page shows them when asked."""
CLOSE = 0.35
"""Share of words that other answers have as well, from which on wordings are compared word by word."""


def rendering(sheet: Sheet, passage: WeighedPassage) -> Rendering:
    """Fill one passage of a claim."""
    evidence = passage.evidence
    return Rendering(
        note=sheet.note(evidence, passage.proof),
        value=desks.value(evidence.value) if evidence.value else "",
        stance=evidence.stance,
        anchor=naming.passage_anchor(passage.index),
        setting=setting(sheet.desk, passage.source, passage.proof),
        places=places(passage.source.data, sheet.weighed.dossier.texts[passage.source.id], passage.proof.spans),
    )


def setting(desk: Desk, source: Record[Source], proof: Proof) -> Setting:
    """Give a passage with its context: words that other passages publish anyway, never any that are withheld."""
    text = desk.weighed.texts[source.id]
    found = _surroundings(desk, source).context(proof.hull)
    before, after = (text.original[slice(*span)] for span in (found.before, found.after))
    return Setting(
        parts=_nested([text.original[slice(*span)] for span in proof.spans]),
        before=before.strip(),
        after=after.strip(),
        apart_before=before[-1:].isspace(),
        apart_after=after[:1].isspace(),
        more_before=found.more_before,
        more_after=found.more_after,
    )


def beside(desk: Desk, source: Record[Source], proof: Proof, *, longest: int) -> tuple[str, str]:
    """Give up to so many words right before and right after a passage, as they are stored, from its context."""
    text = desk.weighed.texts[source.id].original
    found = _surroundings(desk, source).context(proof.hull, longest=longest)
    return text[slice(*found.before)], text[slice(*found.after)]


def _surroundings(desk: Desk, source: Record[Source]) -> Surroundings:
    """Give what may stand beside the passages of a source; read once for them all."""
    if source.id not in desk.surroundings:
        weighed = desk.weighed
        published, hidden = weighed.printed[source.id], withheld(weighed, source)
        desk.surroundings[source.id] = Surroundings(weighed.texts[source.id], published=published, withheld=hidden)
    return desk.surroundings[source.id]


def withheld(weighed: Weighed, source: Record[Source]) -> tuple[Span, ...]:
    """Give the stretches of a source that are never published: what is set aside, and generated parts."""
    parts = weighed.parts[source.id]
    generated = [span for index, span in parts.items() if source.data.parts[index].generated]
    found = (weighed.proof_of(source.id, ("set_aside", index)) for index in range(len(source.data.set_aside)))
    return (*generated, *(proof.hull for proof in found if proof))


def places(source: Source, text: str, spans: Sequence[Span]) -> tuple[Link, ...]:
    """Link to the words in the source and in its archived copy, where an address is known."""
    known = (("in the source", source.URL), ("archived copy", source.archive_location))
    return tuple(Link(words, link(url, text, spans)) for words, url in known if url and is_web_address(url))


def archive_name(source: Source) -> str:
    """Name the archive that holds the copy: as the dossier does, else by its host."""
    return source.archive or (urlsplit(source.archive_location).hostname or "" if source.archive_location else "")


def sides(sheet: Sheet, answers: Iterable[tuple[Value, Sequence[WeighedPassage]]]) -> tuple[tuple[Side, ...], bool]:
    """Set the words of answers side by side, and say whether they are close enough to be compared word by word.

    Where they are, the words that no other answer has are marked; else, and among many, the words that give the answer.
    """
    told: dict[tuple[str, Note], Value] = {}
    for value, passages in answers:
        for item in passages:
            told.setdefault((desks.value(value), sheet.note(item.evidence, item.proof)), value)
    cut = differing([(answer, note.quotation) for answer, note in told], by_all=False)
    close = len({answer for answer, _ in told}) <= FEW and shared_share(cut) >= CLOSE
    if not close:
        cut = tuple(cut_out(note.quotation, answering(value, note.quotation)) for (_, note), value in told.items())
    wordings: dict[str, list[Told]] = {}
    for (answer, note), pieces in zip(told, cut, strict=True):
        wordings.setdefault(answer, []).append(Told(note, marked_words(pieces)))
    return tuple(Side(answer, tuple(items)) for answer, items in wordings.items()), close


def marked_words(stretches: tuple[Stretch, ...]) -> tuple[Marked, ...]:
    """Give stretches without the spaces round them, which Markdown's emphasis does not bear."""
    texts = _nested([stretch.text for stretch in stretches])
    before = ["", *texts[:-1]]
    return tuple(
        Marked(text.strip(), text[:1].isspace() or last[-1:].isspace(), stretch.differs)
        for stretch, text, last in zip(stretches, texts, before, strict=True)
    )


def _nested(pieces: Sequence[str]) -> tuple[str, ...]:
    """Give the pieces of one quotation as they stand between the page's own marks; a pair may span several of them."""
    whole = inside("".join(pieces))  # as long as before: marks are exchanged one for one
    ends = [*accumulate(map(len, pieces), initial=0)]
    return tuple(whole[start:end] for start, end in pairwise(ends))
