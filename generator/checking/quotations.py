"""Rule 1: a quotation is proven or the build fails; whatever the proof refuses becomes a problem where it is written.

May import evidence and everything below it. Must never accept anything itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.passages import elsewhere
from generator.evidence.quotations import Refusal, stands
from generator.evidence.weighing import Weighed
from generator.problems import Problem, Spot
from generator.reading.dossier import Path, Quoted

LONGEST_COMMENT = 20
"""Words that are tried as a comment inside a quotation."""
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
            comment = _comment(weighed, quoted) if refusal.code == "quotation-not-found" else ""
            message = refusal.message
            if comment:
                where = f"move it to a line of its own above {path[-1]}:"
                message = f'"{comment}" is part of the text here, for no comment can stand inside a text; {where}'
            yield Problem(
                _place(quoted, path, refusal),
                refusal.code,
                f"{message} (source {source.id})",
                (*(() if comment else refusal.details), f"source text: {source.data.file}"),
            )


def _comment(weighed: Weighed, quoted: Quoted) -> str:
    """Give what was meant as a comment in a quotation that would be proven without it; nothing where none was."""
    given, text = quoted.selector, weighed.texts[quoted.source]
    if (sign := re.search(r"(?:^|\s)#\s", given.exact)) is None:
        return ""
    before, words = given.exact[: sign.start()], given.exact[sign.end() :].split()
    for count in range(1, min(len(words), LONGEST_COMMENT) + 1):
        without = " ".join([before, *words[count:]]).strip()
        if without and stands(text, without, prefix=given.prefix, suffix=given.suffix):
            return " ".join(["#", *words[:count]])
    return ""


def _place(quoted: Quoted, path: Path, refusal: Refusal) -> Spot:
    """Give the place of the wrong words, where the refusal tells them, else of the quotation."""
    places = quoted.record.places
    if refusal.at is None:
        return places.of(*path)
    start, end = refusal.at
    return places.inside(*path, text=quoted.selector.exact, start=start, end=end)
