"""Words between quotation marks, whichever marks they are, and marks that have no partner; apostrophes are no marks.

Imports the standard library only. Must never know whose words are quoted.
"""

from __future__ import annotations

import re

_INSIDE_WORD = r"(?<=\w)['’](?=\w)"
_BEFORE = r"(?<![\w'’])"
_NO_APOSTROPHE = r"(?!\d\ds\b|(?:em|til|tis|twas|cause|n)\b)(?=[^\s'’])"
"""What does not follow a mark that opens: decades and words with an apostrophe in front ('90s, 'em, rock 'n' roll)."""

QUOTED = re.compile(
    "|".join(
        (
            r"„[^“”\"„]*[“”\"]",
            r"“[^”]*”",
            r"”[^”]*”",
            r"«[^»]*»",
            r"»[^«]*«",
            r'"[^"]*"',
            rf"‚(?:[^‘’‚]|{_INSIDE_WORD})*[‘’](?!\w)",
            rf"‘(?:[^’]|{_INSIDE_WORD})*’(?!\w)",
            r"‹[^›]*›",
            r"›[^‹]*‹",
            r"「[^」]*」",
            r"『[^』]*』",
            rf"{_BEFORE}'{_NO_APOSTROPHE}(?:[^']|{_INSIDE_WORD})*(?<=\S)'(?!\w)",
            rf"{_BEFORE}’{_NO_APOSTROPHE}(?:[^’]|{_INSIDE_WORD})*(?<=\S)’(?!\w)",
        )
    )
)
"""A whole quotation with its two marks, one character each. „ is closed by “ or ”; ’ and ' may close their like."""

LONE = re.compile(r"[“”„«»\"‚‹›「」『』]")
"""A mark that is never an apostrophe: outside whole quotations it has no partner."""


_MAY_QUOTE = re.compile("[„“”«»\"‚‘’‹›「『']")
"""What every quotation begins with; a cheap look spares most texts the long search."""


def quoted(text: str) -> list[re.Match[str]]:
    """Find whole quotations, with their marks."""
    return list(QUOTED.finditer(text)) if _MAY_QUOTE.search(text) else []


def outside_quotes(text: str) -> str:
    """Blank out what stands between quotation marks; the length stays the same."""
    return text if _MAY_QUOTE.search(text) is None else QUOTED.sub(lambda match: " " * len(match.group()), text)
