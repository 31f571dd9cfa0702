"""Which pages exist: one list from a weighed dossier, each page as Markdown with the file its edit link opens.

May import everything in writing. Must never know where pages are written to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

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

Filled = tuple[str, str, str, View]
"""A page before it is written: path, template, file for the edit link, view."""

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
    render, desk_ = renderer(), at or desk(weighed)

    def page(uri: str, template: str, origin: str, filled: View) -> Page:
        view = cited(filled, uri, site_url=around.site_url, cite=around.cite, tell=around.linked)
        head = view.head
        return Page(uri, keep(render(template, view).encode()), origin, head.title, head.description, head.kind)

    # Each page is written as it is filled: the views of them all would take more room than the pages.
    groups = (_front(desk_, around), _records(desk_), _sources(desk_, around), _claims(desk_, around))
    filled = (part for group in groups for part in group)
    return sorted((page(*part) for part in filled), key=lambda page: page.uri)


def _front(desk_: Desk, around: Surroundings) -> Iterator[Filled]:
    head = desk_.weighed.dossier.head
    if head is None:
        raise ValueError("a site needs facts/dossier.yml")
    yield "index.md", "home", head.file, front_pages.home_view(desk_, head.data)
    brief = brief_pages.brief_view(desk_, head.data, pdf_bytes=around.beside.pdf_bytes)
    yield brief_pages.PAGE, "brief", head.file, brief
    yield "timeline.md", "timeline", "", overview_pages.timeline_view(desk_)
    yield "who-says-what.md", "who-says-what", "", comparisons.matrix_view(desk_)
    yield "method.md", "method", "", front_pages.method_view(desk_, head.data)
    yield correction_pages.PAGE, "corrections", "", correction_pages.corrections_view(desk_)
    data = data_page.data_view(desk_, head.data, beside=around.beside, site_url=around.site_url)
    yield data_page.PAGE, "data", "", data
    for uri, origin, view in front_pages.moved_views(desk_):
        yield uri, "moved", origin, view


def _records(desk_: Desk) -> Iterator[Filled]:
    dossier = desk_.weighed.dossier
    for folder, title, intro in INDEXES:
        records = getattr(dossier, folder)
        view = record_pages.index_view(desk_, folder, title=title, intro=intro, records=records)
        yield f"{folder}/index.md", "index", "", view
    for group in (dossier.agreements, dossier.events, dossier.background):
        for record in group.values():
            yield record_page(record.kind, record.id), "record", record.file, record_pages.record_view(desk_, record)
    for actor in dossier.actors.values():
        yield record_page("actor", actor.id), "actor", actor.file, record_pages.actor_view(desk_, actor)
    for dispute in dossier.disputes.values():
        yield record_page("dispute", dispute.id), "dispute", dispute.file, record_pages.dispute_view(desk_, dispute)
    for question in dossier.questions.values():
        uri = record_page("question", question.id)
        yield uri, "question", question.file, record_pages.question_view(desk_, question)


def _sources(desk_: Desk, around: Surroundings) -> Iterator[Filled]:
    yield "sources/index.md", "sources", "", source_pages.sources_index(desk_)
    yield origin_pages.PAGE, "origins", "", origin_pages.origins_view(desk_)
    for source in desk_.weighed.dossier.sources.values():
        view = source_pages.source_view(desk_, source, for_editors=around.for_editors)
        yield record_page("source", source.id), "source", source.file, view


def _claims(desk_: Desk, around: Surroundings) -> Iterator[Filled]:
    yield "claims/index.md", "claims", "", overview_pages.claims_view(desk_)
    for claim in desk_.weighed.claims.values():
        view = claim_view(desk_, claim, reports=around.reports, embeds=around.embeds, site_url=around.site_url)
        yield claim_page(claim.id), "claim", claim.entry.record.file, view
    for entry in desk_.weighed.withheld.values():
        for uri, notice in withheld_views(desk_, entry):
            yield uri, "withheld", entry.record.file, notice
