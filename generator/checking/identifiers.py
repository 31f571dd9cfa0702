"""Ids in public catalogues: what their own digits give away. Nothing here asks a catalogue.

May import evidence and everything below it. Must never know whom an id means.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.evidence.weighing import Weighed
from generator.problems import Problem


def wrong_check_digit(weighed: Weighed) -> Iterator[Problem]:
    """Refuse an ISNI whose last sign does not follow from the digits before it."""
    for record in weighed.dossier.actors.values():
        isni = record.data.identifiers.isni if record.data.identifiers else None
        if isni is not None and check_digit(isni[:-1]) != isni[-1]:
            yield Problem(
                record.places.of("identifiers", "isni"),
                "bad-identifier",
                f'"{isni}" is no ISNI, for its last sign would be {check_digit(isni[:-1])}; '
                "compare it with the catalogue, digit by digit",
            )


def check_digit(digits: str) -> str:
    """Give the last sign of an ISNI (ISO 7064, MOD 11-2)."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)
