"""The account of a source text: which sentences quotations cover, which are set aside, which are left.

May import sentences and places of words. Must never know claims, records or who set a sentence aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.evidence.sentences import Span, sentences, words
from generator.evidence.word_places import WordPlaces

State = Literal["covered", "set aside", "left"]
WITHHELD = "withheld"
"""The reason of words that a withheld claim or passage quotes."""
ENOUGH = 0.6
"""Share of a sentence's words that must be quoted, or set aside, for the sentence to be accounted for."""


@dataclass(frozen=True, slots=True)
class SentenceAccount:
    """Hold one sentence's place, its state, and the shares of its words that are quoted and set aside (0 to 1).

    `reason` is the one that sets aside most of its words, '' unless the state is `set aside` or there is a `conflict`:
    enough of it is set aside, and a quotation touches it.
    """

    start: int
    end: int
    state: State
    reason: str
    share: float
    set_aside_share: float
    words: int
    conflict: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """Hold the account of one text. Every word is counted once: quoted, else under a reason, else left.

    `left` counts unquoted words of covered sentences as well; `unaccounted` gives the sentences that are left.
    """

    sentences: tuple[SentenceAccount, ...]
    words: int
    quoted: int
    reasons: Mapping[str, int]
    left: int

    @property
    def unaccounted(self) -> tuple[SentenceAccount, ...]:
        return tuple(sentence for sentence in self.sentences if sentence.state == "left")

    @property
    def conflicts(self) -> tuple[SentenceAccount, ...]:
        return tuple(sentence for sentence in self.sentences if sentence.conflict)

    @property
    def quoted_share(self) -> float:
        return self.quoted / self.words if self.words else 0.0

    @property
    def left_share(self) -> float:
        return self.left / self.words if self.words else 0.0

    @property
    def shares(self) -> dict[str, float]:
        """Give the share of the text's words under each reason."""
        return {reason: count / self.words for reason, count in self.reasons.items()}


def account(text: str, *, quoted: Iterable[Span], set_aside: Iterable[tuple[Span, str]]) -> Coverage:
    """Account for every sentence of a text: quoted for 60 % of its words, else set aside for 60 %, else left.

    What is withheld counts with what is quoted as well: a sentence that both account for is set aside as withheld.

    Spans are offsets into the text and may overlap. A word counts where it stands wholly inside the spans together;
    a word under two reasons counts under the first in alphabetical order.
    """
    all_words = WordPlaces(words(text))
    quotations = merged(quoted)
    by_reason: dict[str, list[Span]] = {}
    for span, reason in set_aside:
        by_reason.setdefault(reason, []).append(span)

    is_quoted = all_words.inside(quotations)
    if not by_reason:
        return _quoted_alone(text, all_words, is_quoted)
    is_touched = all_words.touched(quotations)
    reason_of = [""] * len(is_quoted)
    for reason, spans in sorted(by_reason.items(), reverse=True):  # the first by alphabet has the last word
        for first, last in all_words.ranges(merged(spans)):
            reason_of[first:last] = [reason] * (last - first)
    accounts = []
    for start, end in sentences(text):
        first, last = all_words.between(start, end)
        touched = 1 in is_touched[first:last]
        accounts.append(_sentence((start, end), is_quoted[first:last], reason_of[first:last], touched=touched))
    return _coverage(accounts, is_quoted, reason_of)


def _quoted_alone(text: str, all_words: WordPlaces, is_quoted: bytearray) -> Coverage:
    """Account for a text of which nothing is set aside, in half the time."""
    accounts = []
    for start, end in sentences(text):
        first, last = all_words.between(start, end)
        count = last - first
        share = is_quoted.count(1, first, last) / count
        state: State = "covered" if share >= ENOUGH else "left"
        accounts.append(SentenceAccount(start, end, state, "", share, 0.0, count, conflict=False))
    taken = is_quoted.count(1)
    return Coverage(tuple(accounts), len(is_quoted), taken, {}, len(is_quoted) - taken)


def _sentence(span: Span, is_quoted: bytearray, reason_of: list[str], *, touched: bool) -> SentenceAccount:
    count = len(is_quoted)
    share, aside = sum(is_quoted) / count, (count - reason_of.count("")) / count
    shown_or_withheld = share + _withheld(is_quoted, reason_of) / count
    state: State = "covered" if share >= ENOUGH else "set aside" if max(aside, shown_or_withheld) >= ENOUGH else "left"
    conflict = aside >= ENOUGH and touched
    given = sorted(filter(None, reason_of)) if aside else []
    reason = max(dict.fromkeys(given), key=given.count) if given and (state == "set aside" or conflict) else ""
    return SentenceAccount(*span, state, reason, share, aside, count, conflict)


def _withheld(is_quoted: bytearray, reason_of: list[str]) -> int:
    """Count the words that are withheld and nowhere quoted: they are accounted for beside those that are quoted."""
    if WITHHELD not in reason_of:
        return 0
    return sum(reason == WITHHELD and not quoted for quoted, reason in zip(is_quoted, reason_of, strict=True))


def _coverage(accounts: list[SentenceAccount], is_quoted: bytearray, reason_of: list[str]) -> Coverage:
    reasons = dict.fromkeys(sorted(set(reason_of) - {""}), 0)
    for quoted, reason in zip(is_quoted, reason_of, strict=True):
        if reason and not quoted:
            reasons[reason] += 1
    taken = sum(is_quoted)
    left = len(is_quoted) - taken - sum(reasons.values())
    return Coverage(tuple(accounts), len(is_quoted), taken, reasons, left)


def published_share(text: str, spans: Iterable[Span]) -> float:
    """Give the share of a text's words (0 to 1) that stand wholly inside the spans together."""
    inside = WordPlaces(words(text)).inside(merged(spans))
    return sum(inside) / len(inside) if inside else 0.0


def merged(spans: Iterable[Span]) -> list[Span]:
    """Join spans that overlap or touch; sorted, without empty ones."""
    joined: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined
