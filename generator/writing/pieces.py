"""The pieces views are made of: links, speakers, footnotes, dates, statements and their like, as frozen values.

May import how quotation marks nest. Must never know a dossier or a page: the desk and its neighbours fill them.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.evidence.nested_quotes import inside


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: a page of this site, relative to the page it stands on, or a web address."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class SourceName:
    """How a source is named: short label, its title in quotation marks or how the text begins, and its page."""

    label: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, through which channel, in which sources.

    `name` is empty where the article speaks in its own voice; `words` are those that leave a speaker unnamed;
    `slug` is the speaker's value in filters.
    """

    name: str
    href: str
    words: str
    channel: str
    sources: tuple[SourceName, ...]
    against: bool
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote: a passage, word for word as it is stored, with who says it and where.

    `told` is False for passages that only show a date or a caution: nobody is counted as saying something by them.
    """

    id: str
    quotation: str
    speaker: Speaker
    told: bool
    source: SourceName

    @property
    def printed(self) -> str:
        """Give the passage as it stands between the page's quotation marks."""
        return inside(self.quotation)


@dataclass(frozen=True, slots=True)
class When:
    """A date in words; a derived one says why, rests on notes and has a `place` that tells both."""

    words: str
    derived: bool
    because: str
    notes: tuple[str, ...]
    place: str
    edtf: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A status as a small label: its name and its name as a CSS class."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim as other pages tell it: the statement, its notes, who says it, its status and its own page."""

    id: str
    text: str
    href: str
    notes: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    status: Mark
    when: tuple[When, ...]
    """Its own date, or nothing."""
    holders: tuple[Link, ...] = ()
    kind: str = ""
    values: tuple[str, ...] = ()
    record: Link = Link("", "")
    differs: str = ""
    """Where the page tells how accounts differ from it; empty where none does."""
    replied: str = ""
    """Where the page tells the replies to it; empty where none is recorded."""


@dataclass(frozen=True, slots=True)
class Head:
    """What every page has: title, description, the scope line, what labels of sources mean, and where both lead."""

    title: str
    description: str
    scope: str
    scope_href: str
    labels: str
    sources_href: str
    noun: str
    """What the labels stand for: `source`, or `sources`."""
    kind: str = ""
    """What kind of page it is, in a word: `Claim`."""
    version: str = ""
    linked_data: str = ""
    """What the page is about, for programs: JSON-LD on one line, ready for a script element."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an index or of the timeline: a record by its name, with what stands under it."""

    link: Link
    kind: str
    when: tuple[When, ...]
    lines: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One of the reader's first questions with the statements that answer it.

    `first` is the first of them or none, `more` counts the others in words, `place` is the section that tells them all.
    """

    question: str
    answers: tuple[Statement, ...]
    first: tuple[Statement, ...]
    more: str
    place: str


@dataclass(frozen=True, slots=True)
class Original:
    """An original to look for."""

    what: str
    why: str
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Some words of a rendering, `apart` if a space stands before them; `differs` if other articles have others."""

    text: str
    apart: bool
    differs: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """One rendering of an utterance: its note, its words in pieces, and the claims that cite it."""

    note: Note
    pieces: tuple[Marked, ...]
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """One utterance and its renderings. `language` and `translator` are empty where no source says.

    `several` says that more than one source renders it; `channels` are the channels that sources name, where they name
    different ones; `wanted` are originals to look for.
    """

    about: str
    language: str
    translator: str
    renderings: tuple[Wording, ...]
    several: bool
    channels: tuple[tuple[SourceName, str], ...]
    wanted: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction of a statement: the day in words and in EDTF, what was wrong, and what it says now."""

    day: str
    edtf: str
    wrong: str
    now: str


@dataclass(frozen=True, slots=True)
class Stand:
    """A position with the replies to it."""

    position: Statement
    replies: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class CautionView:
    """One caution with the notes that show it; `withheld` where its passage is generated or set aside."""

    text: str
    notes: tuple[str, ...]
    withheld: bool


@dataclass(frozen=True, slots=True)
class TextStretch:
    """Part of a source's whole text, for editors: its kind (covered, aside, left, between) in a word and in words."""

    text: str
    kind: str
    words: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Resting:
    """A passage by its first and last words, and the claims that rest on it."""

    first: str
    last: str
    speaker: Speaker
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Who gives an answer: the claim, the place of its first passage, the speaker, and the notes of all passages."""

    claim: Link
    passage: Link
    speaker: Speaker
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to a question, in words, with everybody who gives it."""

    text: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source answers to one question; `absent` says why there is nothing."""

    source: str
    answers: tuple[Answered, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class Silent:
    """Why sources do not answer, in words; `sources` are those it names."""

    why: str
    sources: tuple[SourceName, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One question with a cell for each source and its gravest reading, or none.

    Where there are many sources it has cells for those that answer, and `silent` tells of the others.
    """

    question: Link
    unit: str
    readings: tuple[Mark, ...]
    cells: tuple[Cell, ...]
    silent: tuple[Silent, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """How far a part of an agreement had got, at one step: its name and what sources tell of it."""

    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """What of a dispute one source carries, what it only has words against, and what it leaves out.

    Each is a kind, position or reply, and a link.
    """

    source: SourceName
    carried: tuple[tuple[str, Link], ...]
    against: tuple[tuple[str, Link], ...]
    absent: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One problem code on the Method page."""

    code: str
    severity: str
    means: str
