"""Whether a text speaks of something as still to come: planned, promised, due, or lasting until a day.

Imports the standard library only. Must never know dates, claims or sources.
"""

from __future__ import annotations

import re

_AHEAD = re.compile(
    r"\b(?:will|shall|would|should|(?:is|are|was|were|due|set|agreed|promised)\s+to|plan(?:s|ned|ning)?|schedul\w+|"
    r"expect\w*|intend\w*|intentions?|propos\w+|promis\w+|upcoming|forthcoming|future|until|till|no\s+later\s+than|due|"
    r"deadline|expir\w+)\b|['\u2019]ll\b",
    re.IGNORECASE,
)


def speaks_ahead(text: str) -> bool:
    """Tell whether a text has a word by which a day in it may be one that had not come when it was written."""
    return _AHEAD.search(text) is not None
