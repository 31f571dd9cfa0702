"""The account of the sources as text and as JSON.

May import evidence. Must never account for anything itself.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from generator.evidence.coverage import Coverage
from generator.evidence.weighing import Weighed


def coverage_as_text(weighed: Weighed) -> str:
    """Print, for each source, the shares of its words by what they are used for, and the sentences that are left."""
    return "\n\n".join(
        "\n".join(_source_lines(id_, coverage, weighed)) for id_, coverage in sorted(weighed.coverage.items())
    )


def coverage_as_json(weighed: Weighed) -> str:
    """Print the same as JSON: by source, words, shares and the sentences with state, reason and place."""
    rows = {
        id_: {
            "file": weighed.dossier.sources[id_].data.file,
            "words": coverage.words,
            "shares": dict(shares_of(coverage)),
            "published": round(weighed.published[id_], 4),
            "sentences": [
                {"start": s.start, "end": s.end, "state": s.state, "reason": s.reason, "quoted": round(s.share, 4)}
                for s in coverage.sentences
            ],
        }
        for id_, coverage in sorted(weighed.coverage.items())
    }
    return json.dumps(rows, ensure_ascii=False, indent=2)


def shares_of(coverage: Coverage) -> Iterator[tuple[str, float]]:
    """Give the shares of a source's words, from 0 to 1: in covered sentences, set aside by reason, left."""
    total = coverage.words or 1
    words: Counter[str] = Counter()
    for sentence in coverage.sentences:
        words[sentence.reason or sentence.state] += sentence.words
    for name in sorted(words, key=lambda name: (name != "covered", name == "left", name)):
        yield name, words[name] / total


def _source_lines(id_: str, coverage: Coverage, weighed: Weighed) -> Iterator[str]:
    source = weighed.dossier.sources[id_].data
    states = Counter(sentence.state for sentence in coverage.sentences)
    yield f"{id_}  {source.file}"
    yield (
        f"  {len(coverage.sentences)} sentences, {coverage.words} words: {states['covered']} covered, "
        f"{states['set aside']} set aside, {states['left']} left; {weighed.published[id_]:.1%} of the words published"
    )
    for name, share in shares_of(coverage):
        yield f"  {share:6.1%}  {name}"
    text = weighed.dossier.texts[id_]
    for sentence in coverage.sentences:
        if sentence.state == "left":
            line = text.count("\n", 0, sentence.start) + 1
            yield f"  left: line {line}: {' '.join(text[sentence.start : sentence.end].split())}"
