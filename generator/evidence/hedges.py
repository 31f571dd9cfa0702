"""Words that keep a report from being a fact ("reportedly", "at least", "would"), and which of them a statement drops.

Warnings must be worth reading: a hedge counts only where the statement repeats what it stands beside.
May import scan, amounts and sentences. Must never know claims or sources.
"""

# ruff: noqa: SIM905  # long lists of words are read and mended more easily as running text

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.evidence.amounts import Amount, AmountBound, amounts
from generator.evidence.scan import Scan
from generator.evidence.sentences import sentences, words

_SAYING = (
    r"(?:sa(?:id|ys?|ying)|stat(?:ed|es|ing)|told|tells|announc\w+|accord(?:ing)?(?:ed)?\s+to|accus\w+|alleg\w+|claim\w*|assert\w*|"
    r"report\w*|wr(?:ote|ites?|itten)|indicat\w+|mention\w*|not(?:ed|es|ing)|reiterat\w+|characteri[sz]\w+|acknowledg\w+|"
    r"emphasi[sz]\w+|respond\w*|repl(?:ied|ies|ying)|den(?:ied|ies|ying)|reject\w*|describ\w+|call(?:ed|s|ing)|blam\w+|warn\w*|"
    r"suggest\w*|argu(?:ed|es|ing)|insist\w*|communicat\w+|disclos\w+|declar\w+|express\w*|posted|publish\w*)"
)

HEDGES: Mapping[str, str] = {
    "report": r"reportedly|reports?\s+(?:indicate|suggest|say|claim)s?|"
    r"(?:has|have|had|is|are|was|were)\s+(?:been\s+)?reported|"
    r"according\s+to\s+(?:unconfirmed\s+|some\s+)?reports|unconfirmed",
    "alleged": r"alleged(?:ly)?|alleg(?:es?|ing|ations?)|purported(?:ly)?|so-called",
    "apparent": r"apparent(?:ly)?|seemingly|seem(?:s|ed)?\s+to|appear(?:s|ed)?\s+to",
    "said to": r"(?:is|are|was|were|been)\s+said\s+to|believed\s+to|"
    r"it\s+(?:is|was|has\s+been)\s+(?:said|believed|thought|understood|rumou?red|suggested)",
    "according to": r"according\s+to",
    "claimed": r"claim(?:s|ed|ing)?|assert(?:s|ed|ing|ions?)?",
    "would": r"would(?!\s+like)|['\u2019]d\s+be",
    "could": r"could(?!\s+not|n['\u2019]t)|may|might|perhaps|possibl[ey]|potential(?:ly)?|likely|probabl[ey]",
    "expected": r"expect(?:s|ed|ing|ations?)?|anticipat(?:ed|es|ing)|scheduled\s+to|due\s+to\s+be|set\s+to",
    "intended": r"intend(?:s|ed|ing)?|intentions?|plann?(?:ed|ing|s)\s+to|aim(?:s|ed)\s+to",
}
"""The groups of hedges and the words of each, as regular expressions."""

BOUND = "bound"
"""The group of directions of amounts ("at least 1,200", "over 1,000"), which `amounts` reads."""

_PARTS = (
    "report unconfirmed alleg purport so-called apparent seem appear believed according claim assert would 'd \u2019d "
    "could may might perhaps possibl potential likely probabl expect anticipat scheduled due inten plan aim".split()
)
_SPACED = re.compile(r"it\s+(?:is|was|has)\s|said\s+to|set\s+to")
"""What every hedge has a part of, in small letters; a cheap look spares most texts the long search."""
_ODD_LETTERS = {0x130: "i", 0x131: "i", 0x17F: "s", 0x212A: "k"}
"""Letters that a search without regard to case takes for one of ASCII, but for capitals."""

_PATTERNS = {group: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) for group, pattern in HEDGES.items()}
_MONTH_MAY = re.compile(r"May\b|(?<![\w.])MAY\b")
_SPEAKS = re.compile(rf"\b{_SAYING}\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|shall|should|can|to be|to have|(?:is|are|was|were) to)\b", re.IGNORECASE)
_ANY_REPORT = re.compile(r"\breport(?:s|ed|edly|ing)?\b|\bunnamed\b|\bnot attributed\b", re.IGNORECASE)
_STAND_INS: Mapping[str, frozenset[str]] = {
    "report": frozenset({"alleged", "said to", "apparent"}),
    "alleged": frozenset({"report", "claimed"}),
    "apparent": frozenset({"report", "could"}),
    "said to": frozenset({"report", "alleged"}),
    "according to": frozenset(),
    "claimed": frozenset({"alleged"}),
    "would": frozenset({"could", "expected", "intended"}),
    "could": frozenset({"would", "expected"}),
    "expected": frozenset({"would", "could", "intended"}),
    "intended": frozenset({"would", "expected"}),
}
_BY_SPEAKING = frozenset({"alleged", "claimed", "according to", "said to"})
_STOP_WORDS = frozenset(
    """
    about after also although among because been before being between both could does doing down during each early
    first from further have having here into itself just last more most next once only other over same several
    should since some such than that their them then there these they this those through under until upon very
    were what when where which while whom will with within without would your said says also been might must shall
    according reportedly allegedly apparently potential potentially expected intended reports report
    """.split()
)
_CLAUSE_END = re.compile(r"[,;:()\u2013\u2014]|\b(?:but|although|though|while|whereas)\b", re.IGNORECASE)
_REACH = 10  # content words after or round a hedge that it is taken to govern
_STEM = 5  # letters by which two forms of a word are taken for the same
_SHORTEST = 4  # letters of a word that carries content


def hedges(text: str) -> set[str]:
    """Find the groups of hedges a text has a word of; `bound` where an amount has a direction."""
    found = {group for group, _ in _found(text)}
    return found | {BOUND} if any(amount.bound != "exactly" for amount in amounts(text)) else found


def attributes(statement: str) -> bool:
    """Tell whether a statement says that somebody says it, named or not."""
    return bool(_SPEAKS.search(statement) or _ANY_REPORT.search(statement) or _found(statement))


def dropped(statement: Scan, passages: Sequence[Scan]) -> list[tuple[str, str]]:
    """List the hedges of passages, as (word, group), that a statement has nothing of the same weight for.

    One hedging passage is enough, because a reader cannot tell which passage a flat statement rests on. A hedge counts
    only where the statement repeats words it governs. Saying who says it ("X said", "according to") stands for the
    groups of attribution, and lets "will" stand for "would". A number must keep a direction that a passage gives it.
    """
    missing = [*_bounds_dropped(statement, passages), *_words_dropped(statement.text, [scan.text for scan in passages])]
    return list(dict.fromkeys(missing))


def _words_dropped(statement: str, passages: Sequence[str]) -> Iterator[tuple[str, str]]:
    hedging = [(passage, found) for passage in passages if (found := _found(passage))]
    if not hedging:
        return
    kept = {group for group, _ in _found(statement)}
    speaks = bool(_SPEAKS.search(statement))
    stems = _stems(statement)
    for passage, found in hedging:
        for group, match in found:
            if _is_kept(group, statement, kept, speaks=speaks):
                continue
            if _concerns(stems, _governed(group, match, passage)):
                yield " ".join(match[0].split()), group


def _found(text: str) -> list[tuple[str, re.Match[str]]]:
    small = (text if text.isascii() else text.translate(_ODD_LETTERS)).lower()
    if not _may_hedge(small):
        return []
    return [
        (group, match)
        for group, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
        if not _MONTH_MAY.match(match[0])
    ]


def _may_hedge(small: str) -> bool:
    """Tell whether a text in small letters has a part of a hedge, and so is worth a search for whole ones."""
    for part in _PARTS:  # faster than one search for all of them
        if part in small:
            return True
    return _SPACED.search(small) is not None


def _is_kept(group: str, statement: str, kept: set[str], *, speaks: bool) -> bool:
    if group in kept or kept & _STAND_INS[group]:
        return True
    if group == "report":
        return bool(_ANY_REPORT.search(statement))
    if group in _BY_SPEAKING:
        return speaks
    if group in ("would", "expected", "intended"):
        return speaks and bool(_FUTURE.search(statement))
    return False


def _governed(group: str, match: re.Match[str], passage: str) -> set[str]:
    """Give the stems of the words a hedge is taken to govern: the rest of its clause, or the clause round an adverb."""
    start, end = next(
        ((start, end) for start, end in sentences(passage) if start <= match.start() < end), (0, len(passage))
    )
    stop = _CLAUSE_END.search(passage, match.end(), end)
    after = _content(passage[match.end() : stop.start() if stop else end])[:_REACH]
    if group in ("would", "could", "said to", "intended", "expected") and after:
        return set(after)
    clause_starts = [found.end() for found in _CLAUSE_END.finditer(passage, start, match.start())]
    before = _content(passage[clause_starts[-1] if clause_starts else start : match.start()])[-_REACH:]
    return set(before + after)


def _content(text: str) -> list[str]:
    folded = (text[start:end].casefold() for start, end in words(text))
    return [word[:_STEM] for word in folded if len(word) >= _SHORTEST and word not in _STOP_WORDS]


def _stems(text: str) -> set[str]:
    return set(_content(text))


def _concerns(stems: set[str], governed: set[str]) -> bool:
    """Tell whether a statement repeats enough of what a hedge governs: two words, or a third of them."""
    shared = len(stems & governed)
    return shared >= 2 or (shared > 0 and shared * 3 >= len(governed))  # the two thresholds named above


def _bounds_dropped(statement: Scan, passages: Sequence[Scan]) -> Iterator[tuple[str, str]]:
    for amount in statement.amounts:
        if amount.bound == "exactly":
            yield from ((words, BOUND) for bound, words in directions(amount, passages) or () if bound != "exactly")


def directions(amount: Amount, passages: Sequence[Scan]) -> list[tuple[AmountBound, str]] | None:
    """Give the bounds and the words with which passages give the figure of an amount; None where one has its bound."""
    given = []
    for passage in passages:
        for other in passage.amounts:
            if _shares_figure(amount, other):
                if other.bound == amount.bound:
                    return None
                given.append((other.bound, " ".join(passage.text[other.start : other.end].split())))
    return given


def _shares_figure(amount: Amount, other: Amount) -> bool:
    return bool(set(amount.figures) & set(other.figures))
