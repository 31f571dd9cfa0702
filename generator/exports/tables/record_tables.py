"""Tables of records: the fact sheet itself, all records, actors with their names and remarks, and former ids.

May import what is told and the shapes of tables. Must never know a format.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.tables.carried import SCOPE
from generator.exports.tables.columns import WITHHELD, Column, Row, Table, meaning_of, told
from generator.telling.claims import Entity, Utterance
from generator.telling.facts import Dossier, Facts, Scope
from generator.telling.passages import Date
from generator.telling.records import Actor, Holder

_HOLDERS = ("agreement", "event", "dispute", "background")


def _dossier(facts: Facts) -> Iterator[Row]:
    about = facts.dossier
    yield {
        "id": about.id,
        "title": about.title,
        "question": about.question,
        "scope": about.scope.text,
        "until": about.scope.until.edtf,
        "not_covered": "\n".join(about.scope.not_covered) or None,
        "editors": "; ".join(about.editors) or None,
        "contact": about.contact,
        "licence": about.licence,
        "updated": about.updated,
        "version": facts.version,
    }


def _records(facts: Facts) -> Iterator[Row]:
    scope = facts.dossier.scope.text
    for kind, holders in zip(_HOLDERS, (facts.agreements, facts.events, facts.disputes, facts.background), strict=True):
        for one in holders:
            date = one.date
            yield {
                **_page(kind, one, one.title),
                "date": date.edtf if date else None,
                "date_earliest": date.earliest if date else None,
                "date_latest": date.latest if date else None,
                "date_basis": date.basis if date else None,
                "date_because": date.because if date else None,
                "disputed": one.question,
                "scope": scope,
            }
    yield from ({**_page("actor", one, one.name), "scope": scope} for one in facts.actors)
    yield from ({**_page("source", one, one.name), "scope": scope} for one in facts.sources)
    yield from ({**_page("question", one, one.text), "scope": scope} for one in facts.questions)


def _page(kind: str, one: Entity, title: str) -> Row:
    return {"id": one.id, "url": one.url, "kind": kind, "title": title}


def _actors(facts: Facts) -> Iterator[Row]:
    for one in facts.actors:
        yield {
            "id": one.id, "url": one.url, "name": one.name, "kind": one.kind, "party": one.party,
            WITHHELD: one.withheld, "scope": facts.dossier.scope.text,
        }  # fmt: skip


def _actor_names(facts: Facts) -> Iterator[Row]:
    for one in facts.actors:
        for sort, names in (("name", one.names), ("adjective", one.adjectives), ("capital", one.capitals)):
            yield from ({"actor": one.id, "name": name, "sort": sort} for name in dict.fromkeys(names))


def _formerly(facts: Facts) -> Iterator[Row]:
    everything = (
        facts.agreements, facts.events, facts.disputes, facts.background, facts.actors, facts.sources, facts.questions,
        facts.claims,
    )  # fmt: skip
    for group in everything:
        for one in group:
            yield from ({"former": former, "now": one.id, "url": one.url} for former in one.formerly)


DOSSIER = Table(
    "dossier",
    "The fact sheet",
    "The fact sheet these tables tell: one row.",
    (
        told((Dossier, "id")),
        told((Dossier, "title")),
        told((Dossier, "question")),
        SCOPE,
        told((Scope, "until"), (Date, "edtf"), name="until"),
        told((Scope, "not_covered"), required=False),
        told((Dossier, "editors"), required=False),
        told((Dossier, "contact")),
        told((Dossier, "licence")),
        told((Dossier, "updated")),
        told((Facts, "version")),
    ),
    key=("id",),
    rows=_dossier,
    label="title",
)
RECORDS = Table(
    "records",
    "Records",
    "One record: an agreement, event, dispute or background record that holds claims, an actor, a source, a question.",
    (
        told((Entity, "id")),
        told((Entity, "url"), unique=True),
        Column("kind", "Kind of record.", required=True, allowed=(*_HOLDERS, "actor", "source", "question"),
               sought=True),
        Column("title", "Its title, the name the site uses, or the question.", required=True),
        told((Holder, "date"), (Date, "edtf"), name="date"),
        told((Date, "earliest"), name="date_earliest", sought=True),
        told((Date, "latest"), name="date_latest"),
        told((Date, "basis"), name="date_basis", required=False),
        told((Date, "because"), name="date_because"),
        told((Holder, "question"), name="disputed"),
        SCOPE,
    ),
    key=("id",),
    rows=_records,
    label="title",
    facets=("kind",),
)  # fmt: skip
ACTORS = Table(
    "actors",
    "Actors",
    meaning_of(Actor),
    (
        told((Actor, "id")),
        told((Actor, "url"), unique=True),
        told((Actor, "name")),
        told((Actor, "kind"), sought=True),
        told((Actor, "party"), leads_to="actors"),
        told((Actor, "withheld"), name=WITHHELD),
        SCOPE,
    ),
    key=("id",),
    rows=_actors,
    label="name",
    facets=("kind", "party"),
)
_SORTS = {
    field.removesuffix("s"): (Actor.model_fields[field].description or "")
    for field in ("names", "adjectives", "capitals")
}
ACTOR_NAMES = Table(
    "actor_names",
    "Names of actors",
    "One name, adjective or capital that stands for an actor.",
    (
        Column("actor", "The id of the actor.", required=True, leads_to="actors"),
        Column("name", "The name.", required=True, sought=True),
        Column(
            "sort",
            " ".join(f"`{sort}`: {meaning}" for sort, meaning in _SORTS.items()),
            required=True,
            allowed=tuple(_SORTS),
        ),
    ),
    key=("actor", "name", "sort"),
    rows=_actor_names,
)
UTTERANCES = Table(
    "utterances",
    "Remarks",
    meaning_of(Utterance),
    (
        told((Utterance, "id")),
        told((Utterance, "actor"), leads_to="actors"),
        told((Utterance, "about"), required=False),
        told((Utterance, "language")),
        told((Utterance, "translator")),
        SCOPE,
    ),
    key=("id",),
    rows=lambda facts: (
        {
            "id": one.id, "actor": one.actor, "about": one.about or None, "language": one.language,
            "translator": one.translator, "scope": facts.dossier.scope.text,
        }
        for one in facts.utterances
    ),
    label="about",
)  # fmt: skip
FORMERLY = Table(
    "formerly",
    "Former ids",
    "An id that a claim or record had before.",
    (
        Column("former", "The id it had.", required=True),
        Column("now", "The id of the claim or record.", required=True, sought=True),
        told((Entity, "url")),
    ),
    key=("former",),
    rows=_formerly,
)
