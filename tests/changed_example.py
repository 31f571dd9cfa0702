"""The example dossier with fields of one record changed: for rules on what editors write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.evidence.weighing import Weighed
from generator.reading.dossier import Dossier
from generator.reading.files import read
from generator.reading.joining import claims_of

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
    return replace(dossier, claims=dossier.claims | claims, **{kind: getattr(dossier, kind) | {id_: changed}})


def weighed_with(weighed: Weighed, kind: str, id_: str = "", /, **fields: Any) -> Weighed:
    """Give what was weighed with fields of one record changed since: for rules that look at the records alone."""
    return replace(weighed, dossier=with_fields(weighed.dossier, kind, id_, **fields))
