"""Problems and coverage as text and JSON for a terminal: sorted, capped where one mistake repeats, counted at the end.

May import problems and evidence. Must never know click, nor find a problem itself.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.evidence.coverage import Coverage
from generator.evidence.weighing import Weighed
from generator.problems import CODES, Problem

REPEATS = 20
"""How many problems of one code in one file are printed in full."""


def problems_as_text(problems: Iterable[Problem]) -> str:
    """Print problems one a line with their details indented, and count them in the last line."""
    ordered = sorted(problems)
    lines: list[str] = []
    shown: Counter[tuple[str, str]] = Counter()
    for problem in ordered:
        shown[problem.spot.file, problem.code] += 1
        if shown[problem.spot.file, problem.code] <= REPEATS:
            mark = "" if problem.severity == "error" else "warning: "
            lines.append(f"{problem.spot}: {mark}{problem.message} [{problem.code}]")
            lines.extend(f"    {detail}" for detail in problem.details)
    for (file, code), count in sorted(shown.items()):
        if count > REPEATS:
            lines.append(f"{file}: {count - REPEATS} more of the same kind [{code}]")
    return "\n".join([*lines, count_problems(ordered)])


def problems_as_json(problems: Iterable[Problem]) -> str:
    """Print all problems as a JSON list of objects: file, line, column, code, severity, message, details."""
    rows = [
        {
            "file": problem.spot.file,
            "line": problem.spot.line,
            "column": problem.spot.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "details": list(problem.details),
        }
        for problem in sorted(problems)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def count_problems(problems: Iterable[Problem]) -> str:
    """Count problems in one line: `2 errors, 1 warning`, or `no problems`."""
    counts = Counter(problem.severity for problem in problems)
    if not counts:
        return "no problems"
    return ", ".join(
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in ("error", "warning")
        if counts[severity]
    )


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


def explain(code: str) -> str:
    """Explain one problem code: what it means, why it matters, how to mend it."""
    entry = CODES[code]
    parts: Mapping[str, str] = {"means": entry.means, "why": entry.why, "mend": entry.mend}
    body = "\n".join(
        textwrap.fill(f"{name}: {text}", width=100, subsequent_indent="  ") for name, text in parts.items()
    )
    return f"{code} ({entry.severity}, found in {entry.stage})\n{body}"


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
