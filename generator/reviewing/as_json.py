"""Differences as JSON, for programs of one's own.

May import comparing and word_difference. Must never decide what is a difference.
"""

from __future__ import annotations

import json
from dataclasses import asdict

from generator.reviewing.comparing import Change, ClaimChange, FactDifference, RecordChange
from generator.reviewing.told import ToldPassage
from generator.reviewing.word_difference import word_difference

Data = dict[str, object]


def difference_as_json(found: FactDifference) -> str:
    """Print differences as one JSON object; offsets of passages count code points of the stored text from 0."""
    told = {
        "changes_facts": found.changes_facts,
        "claims": [_claim(change) for change in found.claims],
        "records": [_record(change) for change in found.records],
        "readings": [
            {
                "question": change.question,
                "answers": list(change.answers),
                "before": _reading(change.before),
                "after": _reading(change.after),
            }
            for change in found.readings
        ],
        "sources": [
            {
                "source": change.source,
                "gained": [asdict(one) for one in change.gained],
                "lost": [asdict(one) for one in change.lost],
                "left": change.left,
                "sentences": change.sentences,
            }
            for change in found.accounts
        ],
        "warnings": list(found.warnings),
        "wants_second_reading": list(found.wants_reading),
        "renamed": dict(found.renamed),
        "moved": [{"claim": id_, "before": before, "after": after} for id_, before, after in found.moved],
        "errors": {"before": found.unreadable[0], "after": found.unreadable[1]},
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _claim(change: ClaimChange) -> Data:
    claim = change.claim
    return {
        "change": change.kind,
        "id": claim.id,
        "record": claim.record,
        "statement": claim.statement,
        "status": claim.status,
        "fields": [_change(one) for one in change.changes],
        "gained": [_passage(passage) for passage in change.gained],
        "lost": [_passage(passage) for passage in change.lost],
        "altered": [
            {"passage": _passage(passage), "fields": [_change(one) for one in changes]}
            for passage, changes in change.altered
        ],
    }


def _record(change: RecordChange) -> Data:
    return {
        "change": change.kind,
        "kind": change.record.kind,
        "id": change.record.id,
        "fields": [_change(one) for one in change.changes],
    }


def _change(change: Change) -> Data:
    words = [[piece.kind, piece.text] for piece in word_difference(change.before, change.after)]
    return {"field": change.field, "before": change.before, "after": change.after, "words": words}


def _passage(passage: ToldPassage) -> Data:
    spans = [list(span) for span in passage.spans]
    return {"source": passage.source, "spans": spans, "exact": passage.exact, **passage.details}


def _reading(told: tuple[str, str] | None) -> Data | None:
    return {"reading": told[0], "because": told[1]} if told else None
