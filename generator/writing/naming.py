"""Names as pages show them: of sources, claims, statuses, values.

May import the model, reading and the words for what is withheld. Must never know pages or links.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from generator.evidence.nested_quotes import inside
from generator.evidence.withholding import REASONS
from generator.model.passages import Value, Withheld
from generator.model.records import Source
from generator.reading.dossier import Record
from generator.writing.escaping import one_line
from generator.writing.pieces import Mark

WITHHELD = "withheld"
"""The mark of what is withheld, in the place of a status."""
ARTICLE = "the article in its own voice"
UNNAMED = "a speaker left unnamed"

MOST_LABELS = 20
"""Labels of sources that are named one by one."""

_BEGINNING = 8  # words of an untitled text that name it
_ENDS = 4  # words at either end of a passage that stand for it

_BOUNDS = {
    "exactly": "{}",
    "about": "about {}",
    "at_least": "at least {}",
    "more_than": "more than {}",
    "at_most": "at most {}",
    "fewer_than": "fewer than {}",
}


def withheld(reason: Withheld) -> str:
    """Say in general words that something is withheld, and why."""
    return f"Withheld: {REASONS[reason]}."


def claim_name(statement: str) -> str:
    """Give a whole statement on one line as the name of its claim, without its full stop."""
    return one_line(statement).rstrip(".")


@lru_cache(maxsize=1 << 12)
def source_label(id_: str) -> str:
    """Give the short label of a source: `S1` for the id `s1`, other ids as they are."""
    return id_.upper() if re.fullmatch(r"[a-z]\d+", id_) else id_


def unnamed(words: str) -> str:
    """Name a speaker by the words that leave it unnamed; nothing where there are none."""
    return f"{UNNAMED}, “{words}”" if words else ""


def labels_of(labels: Sequence[str]) -> str:
    """Say which labels stand for sources: `S0 to S4 are`, where they count up from one to the next, else each.

    Many are not all named, since this stands on every page.
    """
    numbers = [re.fullmatch(r"([A-Z])(\d+)", label) for label in labels]
    counted = [(found[1], int(found[2])) for found in numbers if found]
    row = [(counted[0][0], counted[0][1] + step) for step in range(len(labels))] if counted else []
    if counted == row and len(row) > 2:
        return f"{labels[0]} to {labels[-1]} are"
    if len(labels) > MOST_LABELS:
        return f"{labels[0]}, {labels[1]} and {len(labels) - 2:,} more labels are"
    return f"{listed(labels)} {'is' if len(labels) == 1 else 'are'}"


def source_name(source: Record[Source], text: str) -> str:
    """Give the source's title in quotation marks, or how its text begins."""
    if source.data.title:
        return f"“{inside(one_line(source.data.title))}”"
    words = inside(one_line(text)).split(" ")
    return f"untitled, begins “{' '.join(words[:_BEGINNING])}{' …' if len(words) > _BEGINNING else ''}”"


def said_by(heard: Iterable[tuple[bool, str, str]]) -> str:
    """Say who says something and who speaks against it: `Ann Bell (S1); against: source S2 in its own voice`.

    Each item is whether it speaks against, how the speaker is named (empty for an article's own voice), and the label
    of the source.
    """
    sides: tuple[dict[str, dict[str, None]], ...] = ({}, {})
    for against, who, label in heard:
        sides[against].setdefault(who, {})[label] = None
    told = (
        ", ".join(f"{who} ({', '.join(labels)})" if who else _own(labels) for who, labels in side.items())
        for side in sides
    )
    return "; against: ".join(side for side in told if side)


def _own(labels: Collection[str]) -> str:
    one = len(labels) == 1
    return f"{'source' if one else 'sources'} {', '.join(labels)} in {'its' if one else 'their'} own voice"


def ends(passage: str) -> tuple[str, str]:
    """Give the first and the last words of a passage; the last are empty where the first are all there is."""
    words = one_line(passage).split(" ")
    if len(words) <= 2 * _ENDS:
        size = min(len(words) // 2, 2)
        return (" ".join(words[:size]), " ".join(words[-size:])) if len(words) > 2 else (" ".join(words), "")
    return " ".join(words[:_ENDS]), " ".join(words[-_ENDS:])


@lru_cache(maxsize=1 << 12)
def mark(status: str) -> Mark:
    """Give the label of a status."""
    return Mark(status, re.sub(r"[^a-z]+", "-", status.lower()).strip("-"))


def passage_anchor(index: int) -> str:
    """Name the place of a claim's passage on its page, from the passage's number, which counts from 0."""
    return f"passage-{index + 1}"


def with_scope(words: str, scope: str | None) -> str:
    """Give an answer with what it covers, where that is said: `at least 1,200 (each side)`."""
    return f"{words} ({scope})" if scope else words


def value_in_words(value: Value) -> str:
    """Give a value with its bound: `at least 1,200`."""
    if value.name == "between":
        low, high = value.given
        return f"{number(low)} to {number(high)}"
    if value.name in _BOUNDS:
        return _BOUNDS[value.name].format(number(value.given))
    return f"“{inside(value.given)}”" if value.name == "words" else str(value.given)


def number(value: float) -> str:
    """Give a number with commas between thousands."""
    return f"{value:,}"


def per_cent(share: float) -> str:
    """Give a share from 0 to 1 in per cent; what is neither nothing nor all never reads 0 or 100."""
    rounded = round(share * 100)
    if share > 0 and rounded == 0:
        return "under 1 %"
    if share < 1 and rounded == 100:
        return "over 99 %"
    return f"{rounded} %"


def listed(words: Iterable[str]) -> str:
    """Join words as English does: `a, b and c`."""
    *head, last = list(words) or [""]
    return f"{', '.join(head)} and {last}" if head else last
