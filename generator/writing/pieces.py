"""The pieces views are made of: links, speakers, footnotes, dates, statements and their like, as frozen values.

Imports the standard library only. Must never know a dossier or a page: the desk and its neighbours fill them.
"""

from __future__ import annotations

from dataclasses import dataclass


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

    `name` is empty where the article speaks in its own voice; `words` are those that leave a speaker unnamed.
    """

    name: str
    href: str
    words: str
    channel: str
    sources: tuple[SourceName, ...]
    against: bool


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote: a passage, word for word, with who says it and where.

    `told` is False for passages that only show a date or a caution: nobody is counted as saying something by them.
    """

    id: str
    quotation: str
    speaker: Speaker
    told: bool
    source: SourceName


@dataclass(frozen=True, slots=True)
class When:
    """A date in words; a derived one says why and rests on notes."""

    words: str
    derived: bool
    because: str
    notes: tuple[str, ...]


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
    title: str
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


@dataclass(frozen=True, slots=True)
class Head:
    """What every page has: title, description, and the scope line with the page that explains it."""

    title: str
    description: str
    scope: str
    scope_href: str


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
    """One of the reader's first questions with the statements that answer it."""

    question: str
    answers: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """An original to look for."""

    what: str
    why: str
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """One utterance and its renderings."""

    about: str
    language: str
    translator: str
    renderings: tuple[tuple[Note, Link], ...]


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
class Resting:
    """A passage by its first and last words, and the claims that rest on it."""

    first: str
    last: str
    speaker: Speaker
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One passage of a claim, in full."""

    note: Note
    value: str
    stance: str


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One problem code on the Method page."""

    code: str
    severity: str
    means: str
