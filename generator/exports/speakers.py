"""Who says a passage, in the words that all formats share.

May import what is told and naming. Must never know a format.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.telling.claims import Evidence
from generator.writing import naming


def speaker(one: Evidence, names: Mapping[str, str]) -> str:
    """Name who says a passage; `names` are those of the actors by their ids."""
    if one.claimant and one.claimant in names:
        return names[one.claimant]
    return naming.unnamed(one.words) if one.words else naming.ARTICLE
