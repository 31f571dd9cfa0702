"""What a dossier tells, as plain values that can be compared: claims, records, readings and the account of the sources.

Layout, order of keys and the file a claim stands in make no difference. Of text that is set aside, only how a sentence
begins is among it, and nothing of what is unsafe or withheld.
May import evidence and reading. Must never know another version.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.evidence.differences import answer_text
from generator.evidence.names import NameBook, name_book
from generator.evidence.second_reading import Standing, standing
from generator.evidence.weighing import Weighed, WeighedClaim, WeighedPassage
from generator.evidence.withholding import REASONS
from generator.model.claims import Position, Reply, Role
from generator.model.dossier_head import DossierHead
from generator.model.passages import Dated, Shape, Withheld
from generator.model.records import Actor
from generator.reading.dossier import Record

CLAIM_FIELDS = frozenset({"terms", "claims", "positions", "replies", "roles"})
"""Fields of records that hold claims, which are compared by themselves."""
_BEGINNING = 8
"""Words by which a sentence is told."""
_SILENT = frozenset({"unsafe", "withheld"})
_UNTOLD: Mapping[str, frozenset[str]] = {
    "source": frozenset({"set_aside", "parts", "sha256"}),
    "question": frozenset({"readings"}),
}
"""Fields of records that are told elsewhere, or whose text is not published."""


@dataclass(frozen=True, slots=True)
class ToldPassage:
    """One passage: where it stands, its words, and what else is said of it, by field."""

    source: str
    spans: tuple[tuple[int, int], ...]
    exact: str
    details: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """One claim: its id and those it had before, its record, its statement and status, further fields, its passages."""

    id: str
    formerly: tuple[str, ...]
    record: str
    statement: str
    status: str
    inputs: str
    fields: Mapping[str, str]
    passages: tuple[ToldPassage, ...]
    corrections: tuple[str, ...]
    reading: Standing
    withheld: frozenset[str] = frozenset()
    """Sources of which it has a passage that is withheld."""


@dataclass(frozen=True, slots=True)
class ToldRecord:
    """One record: its kind, its id and those it had before, and its fields as text, lists as tuples of text."""

    kind: str
    id: str
    formerly: tuple[str, ...]
    fields: Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """One sentence that is accounted for: its line from 1, `covered` or the reason it is set aside, how it begins.

    `begins` is empty where nothing of it may be told.
    """

    line: int
    how: str
    begins: str


@dataclass(frozen=True, slots=True)
class Account:
    """One source: how many sentences it has, and those that are accounted for."""

    sentences: int
    accounted: Mapping[int, ToldSentence]
    """By the place of a sentence in the text."""
    sha256: str


@dataclass(frozen=True)
class Told:
    """Everything a dossier tells. `readings` are by question and answers: the reading and its reason."""

    claims: Mapping[str, ToldClaim]
    records: Mapping[str, ToldRecord]
    readings: Mapping[tuple[str, tuple[str, ...]], tuple[str, str]]
    accounts: Mapping[str, Account]
    problems: int = 0
    former: Mapping[str, str] = field(default_factory=dict)
    """Every id somebody had before, with the id it has now."""
    withheld: Mapping[str, str] = field(default_factory=dict)
    """Claims that are withheld, each with the reason in general words; none of their words are here."""
    names: Mapping[str, Actor] = field(default_factory=dict)
    """All actors with their names, and those whose names are withheld as far as their files have them."""
    hidden: frozenset[str] = frozenset()
    """Actors whose names are withheld."""


def tell(weighed: Weighed, *, errors: int = 0) -> Told:
    """Tell a dossier; what could not be read or proven is missing, `errors` counts the mistakes that explain it."""
    dossier, hidden = weighed.dossier, name_book(weighed.hidden_names.items())
    claims = {claim.id: _claim(claim) for claim in weighed.claims.values()}
    heads: list[Record[DossierHead]] = [dossier.head] if dossier.head else []
    records = {record.id: _record(record) for record in (*heads, *dossier.records())}
    former = {old: one.id for one in records.values() for old in one.formerly}
    former |= {old: one.id for one in claims.values() for old in one.formerly}
    former |= {old: id_ for id_, entry in weighed.withheld.items() for old in entry.data.formerly}
    return Told(
        claims=claims,
        records=records,
        readings={
            (id_, tuple(sorted(difference.answers))): (difference.reading, difference.because)
            for id_, question in weighed.questions.items()
            for difference in question.compared.differences
        },
        accounts={id_: _account(id_, weighed, hidden) for id_ in weighed.coverage},
        problems=errors,
        former=former,
        withheld={id_: withheld(entry.withheld) for id_, entry in weighed.withheld.items() if entry.withheld},
        names={id_: record.data for id_, record in dossier.actors.items()} | dict(weighed.hidden_names),
        hidden=frozenset(id_ for id_, record in dossier.actors.items() if record.data.withheld),
    )


def _claim(claim: WeighedClaim) -> ToldClaim:
    data = claim.entry.data
    given = {
        "kind": claim.kind,
        "role": data.role if isinstance(data, Role) else "",
        "date": date_in_words(claim.dated),
        "question": data.question or "",
        "held by": listed(data.held_by) if isinstance(data, Position | Reply) else "",
        "reply to": listed(data.reply_to) if isinstance(data, Reply) else "",
        "about": listed(data.about),
        "added": data.added or "",
        "refers": listed(f"{word}: {listed(ids)}" for word, ids in sorted(data.refers.items())),
    }
    return ToldClaim(
        id=claim.id,
        formerly=tuple(data.formerly),
        record=claim.entry.record.id,
        statement=claim.statement,
        status=claim.status.name,
        inputs=claim.status.inputs,
        fields={name: text for name, text in given.items() if text},
        passages=tuple(map(_passage, claim.passages)),
        corrections=tuple(f"{one.date}: {one_line(one.wrong)} {one_line(one.now)}" for one in data.corrections),
        reading=standing(claim),
        withheld=frozenset(one.source for one in claim.withheld),
    )


def _passage(passage: WeighedPassage) -> ToldPassage:
    evidence = passage.evidence
    details = {
        "claimant": evidence.claimant or "",
        "words": evidence.words or "",
        "via": evidence.via or "",
        "attribution": evidence.attribution or "",
        "stance": evidence.stance if evidence.stance != "supports" else "",
        "value": answer_text(evidence.value) if evidence.value else "",
        "utterance": evidence.utterance or "",
    }
    told = {name: one_line(text) for name, text in details.items() if text}
    return ToldPassage(passage.source.id, passage.proof.spans, one_line(passage.proof.exact), told)


def _record(record: Record[Any]) -> ToldRecord:
    left_out = CLAIM_FIELDS | {"formerly"} | _UNTOLD.get(record.kind, frozenset())
    data: Shape = record.data
    told = {name: value for name, value in _named(data) if value and name not in left_out}
    return ToldRecord(record.kind, record.id, tuple(getattr(data, "formerly", ())), told)


def _named(data: Shape, *, within: str = "") -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Give the fields of a shape by name; those of a block inside it as `scope.text`."""
    for attribute, info in type(data).model_fields.items():
        name, value = f"{within}{info.alias or attribute}", getattr(data, attribute)
        if isinstance(value, Shape) and not isinstance(value, Dated):
            yield from _named(value, within=f"{name}.")
        else:
            yield name, _value(value)


def _value(value: object) -> str | tuple[str, ...]:
    if isinstance(value, Dated):
        return date_in_words(value)
    if isinstance(value, list):
        return tuple(_in_words(item) for item in value)
    return _in_words(value)


def _in_words(value: object) -> str:  # noqa: PLR0911  # one return for each kind of value reads best
    """Give a value in one line: a block as `name: value; name: value`, a list with commas."""
    match value:
        case None | "":
            return ""
        case Dated():
            return date_in_words(value)
        case Shape():
            given = ((info.alias or name, getattr(value, name)) for name, info in type(value).model_fields.items())
            return "; ".join(f"{name}: {text}" for name, inner in given if (text := _in_words(inner)))
        case dict():
            return "; ".join(f"{name}: {_in_words(inner)}" for name, inner in sorted(value.items()))
        case list() | tuple():
            return listed(_in_words(item) for item in value)
        case bool():
            return "yes" if value else ""
    return one_line(str(value))


def _account(source: str, weighed: Weighed, names: NameBook) -> Account:
    text = weighed.dossier.texts[source]
    sentences = weighed.coverage[source].sentences
    accounted = {
        sentence.start: ToldSentence(
            text.count("\n", 0, sentence.start) + 1,
            sentence.reason or sentence.state,
            _beginning(text[sentence.start : sentence.end], sentence.reason, names),
        )
        for sentence in sentences
        if sentence.state != "left"
    }
    return Account(len(sentences), accounted, weighed.dossier.sources[source].data.sha256)


def _beginning(sentence: str, reason: str, hidden: NameBook) -> str:
    """Give the first words of a sentence; nothing where it is unsafe or withheld, or names whoever is withheld."""
    if reason in _SILENT or hidden.named(one_line(sentence)):
        return ""
    words = one_line(sentence).split(" ")
    return " ".join([*words[:_BEGINNING], *(["…"] if len(words) > _BEGINNING else [])])


def date_in_words(dated: Dated | None) -> str:
    """Give a date with what it rests on: `2025-03-10 (derived: the Monday after the meeting)`."""
    if dated is None:
        return ""
    return f"{dated.edtf} (derived: {one_line(dated.because or '')})" if dated.derived is not None else dated.edtf


def withheld(reason: Withheld) -> str:
    """Say in general words that something is withheld, and why."""
    return f"withheld: {REASONS[reason]}"


def listed(items: Iterable[str]) -> str:
    """Join items with commas."""
    return ", ".join(items)


def one_line(text: str) -> str:
    """Give a text on one line."""
    return " ".join(text.split())
