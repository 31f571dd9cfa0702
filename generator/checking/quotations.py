"""Rule 1: a quotation is proven or the build fails; whatever the proof refuses becomes a problem where it is written.

May import evidence and everything below it. Must never accept anything itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.passages import elsewhere
from generator.evidence.quotations import Refusal
from generator.evidence.weighing import Weighed
from generator.problems import Problem, Spot
from generator.reading.dossier import Path, Quoted

FIELDS = {"prefix-not-found": "prefix", "suffix-not-found": "suffix"}


def unproven(weighed: Weighed) -> Iterator[Problem]:
    """Refuse every quotation that is not proven, with what the source has instead."""
    for key, refusal in weighed.proofs.items():
        if isinstance(refusal, Refusal):
            quoted = weighed.quoted[key]
            field = FIELDS.get(refusal.code, "exact")
            path = quoted.path if quoted.path[-1] == "attribution" else (*quoted.path, field)
            source = weighed.dossier.sources[quoted.source]
            if other := elsewhere(weighed, quoted, refusal):
                yield Problem(
                    quoted.record.places.of(*quoted.path, "source"),
                    refusal.code,
                    f'the quotation does not stand in "{source.id}", but in "{other}"; write source: {other}',
                )
                continue
            yield Problem(
                _place(quoted, path, refusal),
                refusal.code,
                f"{refusal.message} (source {source.id})",
                (*refusal.details, f"source text: {source.data.file}"),
            )


def _place(quoted: Quoted, path: Path, refusal: Refusal) -> Spot:
    """Give the place of the wrong words, where the refusal tells them, else of the quotation."""
    places = quoted.record.places
    if refusal.at is None:
        return places.of(*path)
    start, end = refusal.at
    return places.inside(*path, text=quoted.selector.exact, start=start, end=end)
