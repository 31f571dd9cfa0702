"""The brief as one frozen value: what a two-page handout tells, whether a web page or a PDF is made of it.

May import the pieces views are made of. Must never know a dossier, Markdown or how a page is set.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.writing.pieces import Link, Mark, SourceName
from generator.writing.views import View


@dataclass(frozen=True, slots=True)
class Heard:
    """One voice in few words: a named speaker with its page, or `words` for one without a name.

    `labels` are those of the sources, where they do not stand in `words`; `channel` is empty where notes tell it.
    """

    against: bool
    name: str
    href: str
    words: str
    channel: str
    labels: str


@dataclass(frozen=True, slots=True)
class BriefClaim:
    """One claim as the brief tells it: statement, notes, who says it, status in words, its own page."""

    id: str
    text: str
    href: str
    notes: tuple[str, ...]
    heard: tuple[Heard, ...]
    status: Mark
    differs: bool


@dataclass(frozen=True, slots=True)
class BriefPoint:
    """A claim, and the replies to it where it is a position: an accusation never stands without them."""

    claim: BriefClaim
    replies: tuple[BriefClaim, ...]
    position: bool


@dataclass(frozen=True, slots=True)
class BriefSection:
    """Some points under one question or name."""

    title: str
    points: tuple[BriefPoint, ...]


@dataclass(frozen=True, slots=True)
class BriefDispute:
    """One dispute: its name, its page, and its positions, each with its replies."""

    link: Link
    points: tuple[BriefPoint, ...]


@dataclass(frozen=True, slots=True)
class BriefAnswer:
    """One answer to a question with those who give it, each with the notes of its passages."""

    text: str
    tellings: tuple[tuple[Heard, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class BriefDifference:
    """One question whose answers differ, what that means in a word, and the answers."""

    question: Link
    reading: Mark
    answers: tuple[BriefAnswer, ...]


@dataclass(frozen=True, slots=True)
class BriefNote:
    """One endnote: a passage, word for word, who says it, and the label of its source with its page."""

    id: str
    quotation: str
    heard: Heard
    source: SourceName


@dataclass(frozen=True, slots=True)
class BriefView(View):
    """The brief. `endnotes` stand in the order in which they are cited; `notes` are the same for the page."""

    title: str
    """The dossier's title; the page itself is called the brief."""
    question: str
    until: str
    """How the last day is known, in a sentence."""
    sections: tuple[BriefSection, ...]
    both: tuple[BriefPoint, ...]
    """What opposing parties both state."""
    disputes: tuple[BriefDispute, ...]
    differences: tuple[BriefDifference, ...]
    more: str
    """How many questions with differing answers the brief leaves out, in words; empty for none."""
    not_covered: tuple[str, ...]
    marks: str
    """How to read the marks."""
    sources: tuple[SourceName, ...]
    endnotes: tuple[BriefNote, ...]
    updated: str
    licence: str
    address: str
    """Where the brief stands on the web; its path alone where the site's address is not known."""
    pdf: str
    """What the PDF is, in words."""

    def claims(self) -> tuple[str, ...]:
        """Give the ids of all claims the brief tells, each once, in order."""
        points = [point for section in self.sections for point in section.points]
        points += [*self.both, *(point for dispute in self.disputes for point in dispute.points)]
        return tuple(dict.fromkeys(one.id for point in points for one in (point.claim, *point.replies)))
