"""Words of a passage's own sentence, outside the passage, that tell who says it: ", according to X", "X said that".

Looks only at what stands right beside the passage: there a speaker is cut off, farther away another clause has one.
Imports the standard library only. Must never know claims or sources.
"""

from __future__ import annotations

import re

_SAID = (
    r"(?:said|says|say|told|tells|stated|states|announced|announces|wrote|writes|claimed|claims|alleged|alleges|added|"
    r"adds|reported|reports|insisted|insists|argued|argues|declared|declares|noted|notes|warned|warns|indicated|"
    r"indicates|replied|replies|posted|explained|explains|acknowledged|suggested|suggests|asserted|asserts)"
)
_WHO = r"(?:[\w’'.-]+[ \t]+){1,7}?"
_MARKS = r"[\"“”„«»‘’']*"
_JOINS = (
    r"(?:and|but|or|nor|so|which|who|whom|whose|where|when|as|while|with|that|because|though|although|after|before|"
    r"since|if|unless|until|whereas)\b"
)
_AFTER = re.compile(
    rf"{_MARKS}\s*,?\s*{_MARKS}\s*(?:according\s+to|as\s+(?:reported|told|stated|announced|quoted)\s+by)\s+\w|"
    rf"(?:\s*,\s*{_MARKS}|{_MARKS}\s*,)\s*(?:{_SAID}\s+(?!that\b|it\b)\w|(?!{_JOINS}){_WHO}{_SAID}\b(?!\s+to\b))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:[\w’')]\s+(?<!not\s)(?<!to\s)"
    rf"(?:{_SAID}|told\s+(?:[\w’'-]+\s+){{1,4}}?(?=that\b))\s*(?:,\s*|:\s*|(?:,\s*)?\bthat\s+)?"
    rf"|(?:^|[,;:]\s*)according\s+to\s+[^,;]+,\s*){_MARKS}\s*$",
    re.IGNORECASE,
)


def speaker_cut_off(before: str, after: str) -> str:
    """Give the words beside a passage that tell its speaker, '' where none do.

    `before` and `after` are the rest of the passage's sentence on either side of it.
    """
    if _AFTER.match(after):
        return " ".join(after.split()).strip(" ,“”\"’»")
    return " ".join(before.split()) if _BEFORE.search(before) else ""
