"""Which pages exist: one list from a weighed dossier, each page as Markdown with the file its edit link opens.

May import everything in writing. Must never know where pages are written to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from generator.evidence.weighing import Weighed
from generator.stored import Kept, as_it_is
from generator.writing import (
    brief_pages,
    comparisons,
    correction_pages,
    data_page,
    front_pages,
    origin_pages,
    overview_pages,
    record_pages,
    source_pages,
)
from generator.writing.addresses import claim_page, record_page
from generator.writing.cited import cited
from generator.writing.citing import Cite
from generator.writing.claim_pages import Reports, claim_view
from generator.writing.data_page import Beside
from generator.writing.desk import Desk, desk
from generator.writing.jinja import renderer
from generator.writing.linked import Linked
from generator.writing.views import View
from generator.writing.withheld_pages import withheld_views


@dataclass(frozen=True, slots=True)
class Planned:
    """A page before it is written: path, template, file for the edit link, and what fills its view."""

    uri: str
    template: str
    origin: str
    fill: Callable[[], View]


INDEXES = (
    ("agreements", "Agreements", "What was agreed, as the sources tell it."),
    ("actors", "Who is who", "The persons, organisations and states the sources name, and those who speak in them."),
    ("disputes", "Disputes", "Where opposed parties hold positions, each accusation beside its reply."),
    ("background", "Background", "What the sources tell about earlier times and the wider matter."),
    ("questions", "Questions", "What several statements answer, so that they can be compared."),
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path under the site's source folder, its Markdown, the fact file it is made from or nothing.

    `title`, `description` and `kind` are what its head says. The Markdown is kept as UTF-8, in memory or
    elsewhere: as text it takes twice the room, as soon as it has one curly quotation mark.
    """

    uri: str
    kept: Kept
    origin: str
    title: str = ""
    description: str = ""
    kind: str = ""

    @property
    def utf8(self) -> bytes:
        return bytes(self.kept)

    @property
    def markdown(self) -> str:
        return self.utf8.decode()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What pages tell of besides the dossier, as far as it is known.

    `site_url` is the address of the site, `cite` makes citations, `beside` is what stands beside the pages, and
    `reports` gives the address at which a mistake in a claim is reported. `for_editors` shows the whole text on pages
    of sources: a site that is published must never have it. `embeds` says that claims have small pages for frames,
    and `linked` gives what the head of a page tells programs.
    """

    site_url: str | None = None
    cite: Cite | None = None
    beside: Beside = field(default_factory=Beside)
    reports: Reports | None = None
    for_editors: bool = False
    embeds: bool = True
    linked: Linked | None = None


def pages(
    weighed: Weighed,
    around: Surroundings = Surroundings(),  # frozen
    *,
    at: Desk | None = None,
    keep: Callable[[bytes], Kept] = as_it_is,
) -> list[Page]:
    """Write every page of a dossier without errors, sorted by path.

    `at` is its desk, if it is laid out already, and `keep` is handed the bytes of each page.
    """
    desk_, write = at or desk(weighed), writer(keep=keep)
    # Each page is written as it is filled: the views of them all would take more room than the pages.
    written = (write(planned, filled(planned, around)) for planned in plan(desk_, around))
    return sorted(written, key=lambda page: page.uri)


def plan(desk_: Desk, around: Surroundings) -> Iterator[Planned]:
    """Give every page that a dossier without errors has; none is filled before it is asked for."""
    for group in (_front(desk_, around), _records(desk_), _sources(desk_, around), _claims(desk_, around)):
        yield from group


def filled(planned: Planned, around: Surroundings) -> View:
    """Fill the view of a page, with its citation and what it tells programs."""
    return cited(planned.fill(), planned.uri, site_url=around.site_url, cite=around.cite, tell=around.linked)


def writer(*, keep: Callable[[bytes], Kept] = as_it_is) -> Callable[[Planned, View], Page]:
    """Give a function that writes a page from its view; it reads the templates anew, once."""
    render = renderer()

    def write(planned: Planned, view: View) -> Page:
        head = view.head
        markdown = render(planned.template, view)
        return Page(planned.uri, keep(markdown.encode()), planned.origin, head.title, head.description, head.kind)

    return write


def _front(desk_: Desk, around: Surroundings) -> Iterator[Planned]:
    head = desk_.weighed.dossier.head
    if head is None:
        raise ValueError("a site needs facts/dossier.yml")
    data, file = head.data, head.file
    yield Planned("index.md", "home", file, lambda: front_pages.home_view(desk_, data))
    brief = partial(brief_pages.brief_view, desk_, data, pdf_bytes=around.beside.pdf_bytes)
    yield Planned(brief_pages.PAGE, "brief", file, brief)
    yield from _in_parts("timeline", "", overview_pages.timeline_views(desk_))
    matrix = "who-says-what" if comparisons.has_columns(desk_) else "who-answers"
    yield from _in_parts(matrix, "", comparisons.matrix_views(desk_))
    yield Planned("method.md", "method", "", lambda: front_pages.method_view(desk_, data))
    yield from _in_parts("corrections", "", correction_pages.corrections_views(desk_))
    beside = partial(data_page.data_view, desk_, data, beside=around.beside, site_url=around.site_url)
    yield Planned(data_page.PAGE, "data", "", beside)
    for uri, origin, view in front_pages.moved_views(desk_):
        yield Planned(uri, "moved", origin, partial(_ready, view))


def _records(desk_: Desk) -> Iterator[Planned]:
    dossier = desk_.weighed.dossier
    for folder, title, intro in INDEXES:
        views = record_pages.index_views(desk_, folder, title=title, intro=intro, records=getattr(dossier, folder))
        yield from _in_parts("index", "", views)
    for group in (dossier.agreements, dossier.events, dossier.background):
        for record in group.values():
            yield from _in_parts("record", record.file, record_pages.record_views(desk_, record))
    for actor in dossier.actors.values():
        yield from _in_parts("actor", actor.file, record_pages.actor_views(desk_, actor))
    for dispute in dossier.disputes.values():
        fill = partial(record_pages.dispute_view, desk_, dispute)
        yield Planned(record_page("dispute", dispute.id), "dispute", dispute.file, fill)
    for question in dossier.questions.values():
        yield from _in_parts("question", question.file, record_pages.question_views(desk_, question))


def _in_parts(template: str, origin: str, views: Iterable[tuple[str, Callable[[], View]]]) -> Iterator[Planned]:
    return (Planned(uri, template, origin, fill) for uri, fill in views)


def _sources(desk_: Desk, around: Surroundings) -> Iterator[Planned]:
    yield from _in_parts("sources", "", source_pages.sources_indexes(desk_))
    yield Planned(origin_pages.PAGE, "origins", "", lambda: origin_pages.origins_view(desk_))
    for source in desk_.weighed.dossier.sources.values():
        fill = partial(source_pages.source_view, desk_, source, for_editors=around.for_editors)
        yield Planned(record_page("source", source.id), "source", source.file, fill)


def _claims(desk_: Desk, around: Surroundings) -> Iterator[Planned]:
    yield from _in_parts("claims", "", overview_pages.claims_views(desk_))
    told = partial(claim_view, desk_, reports=around.reports, embeds=around.embeds, site_url=around.site_url)
    for claim in desk_.weighed.claims.values():
        yield Planned(claim_page(claim.id), "claim", claim.entry.record.file, partial(told, claim))
    for entry in desk_.weighed.withheld.values():
        for uri, notice in withheld_views(desk_, entry):
            yield Planned(uri, "withheld", entry.record.file, partial(_ready, notice))


def _ready(view: View) -> View:
    return view
