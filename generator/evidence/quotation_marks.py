"""Words between quotation marks, whichever marks they are, and marks that have no partner; apostrophes are no marks.

Imports the standard library only. Must never know whose words are quoted.
"""

from __future__ import annotations

import re

_INSIDE_WORD = r"(?<=\w)['’](?=\w)"
_BEFORE = r"(?<![\w'’])"
_NO_APOSTROPHE = r"(?!\d\ds\b|(?:em|til|tis|twas|cause|n)\b)(?=[^\s'’])"
"""What does not follow a mark that opens: decades and words with an apostrophe in front ('90s, 'em, rock 'n' roll)."""

# By the mark that opens: what must hold there, what is inside, and what closes. Nothing is gone over twice (`++`).
_KINDS = {
    "„": ("", "[^“”\"„]*+", "[“”\"]"),
    "“": ("", "[^”]*+", "”"),
    "”": ("", "[^”]*+", "”"),
    "«": ("", "[^»]*+", "»"),
    "»": ("", "[^«]*+", "«"),
    '"': ("", '[^"]*+', '"'),
    "‚": ("", rf"(?:[^‘’‚]++|{_INSIDE_WORD})*+", r"[‘’](?!\w)"),
    "‘": ("", rf"(?:[^’]++|{_INSIDE_WORD})*+", r"’(?!\w)"),
    "‹": ("", "[^›]*+", "›"),
    "›": ("", "[^‹]*+", "‹"),
    "「": ("", "[^」]*+", "」"),
    "『": ("", "[^』]*+", "』"),
    "'": (_BEFORE, rf"{_NO_APOSTROPHE}(?:[^']++|{_INSIDE_WORD})*+", r"(?<=\S)'(?!\w)"),
    "’": (_BEFORE, rf"{_NO_APOSTROPHE}(?:[^’]++|{_INSIDE_WORD})*+", r"(?<=\S)’(?!\w)"),
}
"""A whole quotation has two marks of one character each. „ is closed by “ or ”; ’ and ' may close their like."""
_OPENED = {
    mark: re.compile(f"{before}{mark}{inside}(?P<close>{close})?") for mark, (before, inside, close) in _KINDS.items()
}
_OPENING = re.compile(f"[{''.join(_KINDS)}]")

LONE = re.compile(r"[“”„«»\"‚‹›「」『』]")
"""A mark that is never an apostrophe: outside whole quotations it has no partner."""


def quoted(text: str) -> list[re.Match[str]]:
    """Find whole quotations, with their marks, in time linear in the text."""
    found: list[re.Match[str]] = []
    in_vain: dict[str, int] = {}
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        at, mark = opening.start(), opening[0]
        # Where an earlier mark of this kind did not close, one between it and that place closes as little.
        match = _OPENED[mark].match(text, at) if at >= in_vain.get(mark, 0) else None
        if match is not None and match["close"]:
            found.append(match)
            at = match.end()
            continue
        if match is not None:
            in_vain[mark] = match.end()
        at += 1
    return found


def outside_quotes(text: str) -> str:
    """Blank out what stands between quotation marks; the length stays the same."""
    pieces: list[str] = []
    done = 0
    for match in quoted(text):
        pieces += text[done : match.start()], " " * len(match[0])
        done = match.end()
    return "".join((*pieces, text[done:])) if pieces else text
