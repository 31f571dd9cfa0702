"""What templates see: one kind of frozen view for each kind of page.

May import the pieces views are made of. Must never know a dossier: `pages` and its neighbours fill the views.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.writing.citing import Citation
from generator.writing.day_pieces import Day, DayEntry
from generator.writing.embedding import Taken
from generator.writing.origin_pieces import GeneratedPart, OriginPiece, SharedPair
from generator.writing.part_pieces import Parts
from generator.writing.passage_pieces import Differing, Rendering
from generator.writing.pieces import (
    Asked,
    Carried,
    CautionView,
    CodeRow,
    Corrected,
    Entry,
    Head,
    Link,
    Mark,
    Note,
    Original,
    Remark,
    Resting,
    Row,
    SourceName,
    Stand,
    Statement,
    Step,
    TextStretch,
    When,
)
from generator.writing.strip_pieces import Strip


@dataclass(frozen=True, slots=True)
class View:
    """Base of every page's view."""

    head: Head
    notes: tuple[Note, ...]
    citation: tuple[Citation, ...] = field(default=(), kw_only=True)
    """How to cite the page, or nothing; `cited` fills it for all kinds of pages."""
    parted: tuple[Parts, ...] = field(default=(), kw_only=True)
    """The parts of the page's list, where it has more than one."""


@dataclass(frozen=True, slots=True)
class HomeView(View):
    """The home page."""

    question: str
    first: tuple[Asked, ...]
    """The questions a reader has before any other."""
    answers: tuple[Asked, ...]
    both: tuple[Statement, ...]
    """What opposing parties both state: the first of it."""
    more_both: int
    """How many more of these statements there are."""
    highlights: tuple[Statement, ...]
    agreements: tuple[Entry, ...]
    disputes: tuple[Entry, ...]
    questions: tuple[tuple[Link, Mark], ...]
    """Questions whose answers differ, with the gravest reading: the first of them, the gravest first."""
    differing: int
    """How many there are of these questions."""
    timeline: tuple[Day, ...]
    strip: Strip
    years: tuple[tuple[Link, str], ...]
    """In the place of the timeline where it is long: each year, and how many dates it has."""
    statuses: tuple[tuple[Mark, str], ...]
    until: tuple[When, ...]
    not_covered: tuple[str, ...]
    sources: tuple[SourceName, ...]
    editors: tuple[str, ...]
    contact: str
    licence: str
    updated: str


@dataclass(frozen=True, slots=True)
class IndexView(View):
    """A page that lists records."""

    intro: str
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    """The entries under their headings; one heading is empty where the list needs none."""


@dataclass(frozen=True, slots=True)
class RecordView(View):
    """An agreement, an event or a background record: statements under a name, with links to what speaks of it."""

    kind: str
    intro: str
    when: tuple[When, ...]
    parties: tuple[Link, ...]
    identifiers: tuple[tuple[str, Link], ...]
    """Catalogues, each with the id it has for the agreement and where that leads."""
    statements: tuple[Statement, ...]
    parts: tuple[tuple[str, tuple[Step, ...]], ...]
    """Parts of an agreement, each with its steps from agreed to reported done."""
    mentioned: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TimelineView(View):
    """The timeline: dates in order, then entries without a date; `filters` is JSON for the script that filters them."""

    strip: Strip
    dated: tuple[Day, ...]
    undated: tuple[DayEntry, ...]
    filters: str
    calendar: str
    """Where the same stands as a calendar."""
    elsewhere: tuple[tuple[str, Link], ...] = field(default=(), kw_only=True)
    """On the first part: the anchors of dates that stand in others, so that links to them lead on."""


@dataclass(frozen=True, slots=True)
class ActorView(View):
    """One actor; `withheld` says in general words that its name is, or nothing."""

    kind: str
    withheld: str
    party: tuple[Link, ...]
    unplaced: bool
    """It speaks in these sources, and the dossier places it with no party."""
    also: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    identifiers: tuple[tuple[str, Link], ...]
    """Catalogues, each with the id it has for the actor and where that leads."""
    roles: tuple[Statement, ...]
    says: tuple[Statement, ...]
    about: tuple[Statement, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class DisputeView(View):
    """One dispute."""

    question: str
    when: tuple[When, ...]
    sides: tuple[tuple[str, tuple[Stand, ...]], ...]
    """Each side once: the names of who holds its positions, and the positions."""
    common: tuple[Statement, ...]
    carried: tuple[Carried, ...]
    others: int
    """Articles that carry none of it and are not listed, where there are too many."""
    mentioned: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SourceView(View):
    """One source."""

    name: SourceName
    known: tuple[tuple[str, Link], ...]
    unknown: tuple[str, ...]
    file: str
    sha256: str
    origin: str
    origin_because: str
    origins_href: str
    written: tuple[When, ...]
    parts: tuple[tuple[str, str], ...]
    cautions: tuple[CautionView, ...]
    shares: tuple[tuple[str, str], ...]
    sentences: str
    words: int
    published: str
    set_aside: tuple[tuple[str, int], ...]
    passages: tuple[Resting, ...]
    id: str
    text: tuple[TextStretch, ...] = field(default=(), kw_only=True)
    """The whole text, for editors alone: a published site never has it."""
    assets: str = field(default="", kw_only=True)
    """Where the script and the style for selecting words are; empty in a published site."""


@dataclass(frozen=True, slots=True)
class ClaimView(View):
    """One claim: its permanent address."""

    statement: Statement
    rule: str
    inputs: str
    when: tuple[When, ...]
    own_date: bool
    about: tuple[Link, ...]
    refers: tuple[tuple[str, tuple[Link, ...]], ...]
    question: tuple[Link, ...]
    unit: str
    replies_to: tuple[Statement, ...]
    replies: tuple[Statement, ...]
    is_position: bool
    supporting: tuple[Rendering, ...]
    refuting: tuple[Rendering, ...]
    remarks: tuple[Remark, ...]
    differences: tuple[Differing, ...]
    others: tuple[Statement, ...]
    role: str
    data_href: str
    withheld: tuple[tuple[SourceName, str, bool], ...]
    """Passages that are withheld: the source, the reason in general words, and whether it speaks against the claim."""
    corrections: tuple[Corrected, ...]
    reading: str
    """Whether a second editor read it, in words."""
    report_href: str
    """Where a mistake in this claim is reported; empty where the repository is not known."""
    taken: Taken
    """How it is taken elsewhere."""


@dataclass(frozen=True, slots=True)
class WithheldView(View):
    """The place of a claim that is withheld."""

    statement: Statement


@dataclass(frozen=True, slots=True)
class CorrectionsView(View):
    """All corrections, the newest first."""

    corrected: tuple[tuple[Link, tuple[Corrected, ...]], ...]
    """By day, newest first: the claim, and its corrections."""
    feed_href: str
    additions_href: str
    """The feed of new claims."""


@dataclass(frozen=True, slots=True)
class ClaimsView(View):
    """All claims, by the records they stand in; `filters` is JSON for the script that filters them."""

    records: tuple[Entry, ...]
    filters: str


@dataclass(frozen=True, slots=True)
class SourcesView(View):
    """The list of sources: name, what is known, share accounted for, number of claims."""

    rows: tuple[tuple[SourceName, str, str, int], ...]
    origins_href: str
    wanted: tuple[Original, ...]


@dataclass(frozen=True, slots=True)
class OriginsView(View):
    """Which sources share text."""

    origins: tuple[OriginPiece, ...]
    unknown: tuple[SourceName, ...]
    generated: tuple[GeneratedPart, ...]
    pairs: tuple[SharedPair, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class QuestionView(View):
    """One question and its answers."""

    text: str
    scope: str
    unit: str
    kind: str
    answers: tuple[Statement, ...]
    differences: tuple[Differing, ...]


@dataclass(frozen=True, slots=True)
class MatrixView(View):
    """Who says what: questions by sources; `filters` is JSON for the script that filters them.

    `sources` are the columns; where there are too many, there are none, and each row tells its sources.
    """

    sources: tuple[SourceName, ...]
    rows: tuple[Row, ...]
    readings: tuple[tuple[Mark, str], ...]
    filters: str


@dataclass(frozen=True, slots=True)
class MethodView(View):
    """How the site works: rules, statuses, codes."""

    statuses: tuple[tuple[Mark, str], ...]
    readings: tuple[tuple[Mark, str], ...]
    codes: tuple[CodeRow, ...]
    limit: str
    limit_because: str


@dataclass(frozen=True, slots=True)
class MovedView(View):
    """An address that a record had before."""

    target: Link
