"""One claim as a second reader wants it: the statement, its status, every passage in its paragraph, who says it.

For the reader's own terminal: the context is the stored text, whatever of it is published.
May import evidence. Must never judge what the reader is to judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.evidence.differences import answer_text
from generator.evidence.nested_quotes import inside
from generator.evidence.weighing import Weighed, WeighedClaim, WeighedPassage
from generator.reviewing.told import date_in_words, listed, one_line

WORDS = 40
"""Words of a paragraph shown on either side of a passage, at most."""
ASKED = (
    "Compare them: does the statement say no more than the passages? Does it name the right speaker, in the right "
    "role? Are numbers, dates, hedges and every “not” kept?"
)


def to_read(claim: WeighedClaim, weighed: Weighed) -> str:
    """Give what is to be compared, as text."""
    return "\n".join(_lines(claim, weighed))


def _lines(claim: WeighedClaim, weighed: Weighed) -> Iterator[str]:
    data = claim.entry.data
    refers = listed(f"“{words}” stands for {listed(ids)}" for words, ids in data.refers.items())
    fields = {
        "status": f"{claim.status.name}. {claim.status.inputs}",
        "date": date_in_words(claim.dated) or "none recorded",
        "about": listed(data.about),
        "refers": refers,
    }
    yield claim.statement
    yield from (f"  {name}: {text}" for name, text in fields.items() if text)
    for number, passage in enumerate(claim.passages, start=1):
        yield ""
        yield from _passage(number, passage, weighed)


def _passage(number: int, passage: WeighedPassage, weighed: Weighed) -> Iterator[str]:
    text = weighed.texts[passage.source.id]
    line, column = text.place(passage.proof.hull[0])
    yield f"{number}. {passage.source.id} ({passage.source.data.file}, line {line}, column {column})"
    evidence = passage.evidence
    fields = {
        "says it": _speaker(passage, weighed),
        "via": evidence.via or "",
        "named in": f"“{inside(one_line(evidence.attribution))}”" if evidence.attribution else "",
        "stands": "against the statement" if evidence.stance == "refutes" else "",
        "value": answer_text(evidence.value) if evidence.value else "",
    }
    yield from (f"   {name}: {told}" for name, told in fields.items() if told)
    yield f"   “{inside(one_line(passage.proof.exact))}”"
    yield f"   in its paragraph: {_paragraph(text.original, passage.proof.hull)}"


def _speaker(passage: WeighedPassage, weighed: Weighed) -> str:
    claimant, actors = passage.evidence.claimant, weighed.dossier.actors
    if claimant is None:
        return "the article in its own voice"
    if claimant == "unnamed":
        return f"a speaker left unnamed (“{one_line(passage.evidence.words or '')}”)"
    return actors[claimant].data.name if claimant in actors else claimant


def _paragraph(text: str, hull: tuple[int, int]) -> str:
    """Give the lines a passage stands on, the passage between » and «, cut far away from it."""
    start, end = hull
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    before, after = text[first:start].split(" "), text[end : last if last >= 0 else len(text)].split(" ")
    left = ["…", *before[-WORDS:]] if len(before) > WORDS else before
    right = [*after[:WORDS], "…"] if len(after) > WORDS else after
    return one_line(f"{' '.join(left)}»{text[start:end]}«{' '.join(right)}")
