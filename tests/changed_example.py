"""The example dossier with fields of one record changed: for rules on what editors write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.checking.prose import things
from generator.checking.rules import CLAIM_RULES, THING_RULES
from generator.evidence.weighing import Weighed
from generator.problems import Problem
from generator.reading.dossier import Dossier
from generator.reading.files import read
from generator.reading.joining import claims_of

GROUPS = ("actors", "agreements", "events", "disputes", "background")
EXAMPLE = Path(__file__).parent / "example"


def example() -> Dossier:
    """Read the example."""
    return read(EXAMPLE)[0]


def with_fields(dossier: Dossier, kind: str, id_: str, /, **fields: Any) -> Dossier:
    """Change fields of one record, and the claims of it with them; the head of the dossier is of kind `head`."""
    if kind == "head":
        assert dossier.head is not None
        return replace(dossier, head=replace(dossier.head, data=dossier.head.data.model_copy(update=fields)))
    record = getattr(dossier, kind)[id_]
    changed = replace(record, data=record.data.model_copy(update=fields))
    claims = {entry.id: entry for entry in claims_of(changed)}
    return replace(dossier, claims={**dossier.claims, **claims}, **{kind: getattr(dossier, kind) | {id_: changed}})


def with_claim(dossier: Dossier, id_: str, /, **fields: Any) -> Dossier:
    """Change fields of one claim; `evidence` is the fields that change of its passage of that number."""
    entry = dossier.claims[id_]
    field, number = str(entry.path[0]), int(entry.path[1])
    claims = list(getattr(entry.record.data, field))
    if "evidence" in fields:
        changes = fields["evidence"]
        told = [one.model_copy(update=changes.get(index, {})) for index, one in enumerate(claims[number].evidence)]
        fields["evidence"] = told
    claims[number] = claims[number].model_copy(update=fields)
    group = next(group for group in GROUPS if entry.record.id in getattr(dossier, group))
    return with_fields(dossier, group, entry.record.id, **{field: claims})


def weighed_with(weighed: Weighed, kind: str, id_: str = "", /, **fields: Any) -> Weighed:
    """Give what was weighed with fields of one record changed since: for rules that look at the records alone."""
    return replace(weighed, dossier=with_fields(weighed.dossier, kind, id_, **fields))


def weighed_with_claim(weighed: Weighed, id_: str, /, **fields: Any) -> Weighed:
    """Give what was weighed with fields of one claim changed since: for rules that look at the records alone."""
    return replace(weighed, dossier=with_claim(weighed.dossier, id_, **fields))


def found_by(rule: Callable[[Any], Iterator[Problem]], weighed: Weighed) -> Iterator[Problem]:
    """Give what a rule finds, whatever it looks at: the whole, one claim, or one record or claim as it is written."""
    if rule in CLAIM_RULES:
        looked_at: Iterable[object] = weighed.claims.values()
    else:
        looked_at = things(weighed.dossier) if rule in THING_RULES else [weighed]
    for one in looked_at:
        yield from rule(one)
