"""Write an invented dossier of any size, the same at every run: what benchmarks and tests of scale are made with.

`python -m tools.synthetic 1000 build/bench/1000` writes 1,000 facts with three passages each. May import the standard
library. Must never know the generator: its files are what an editor would write.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FACTS_A_SOURCE = 20
PASSAGES = 3
FACTS_A_RECORD = 10
ACTORS = 30
ASKED = 5
"""Every how many facts one answers a question."""
SEED = 20250304
DATE_LINE = "The count ended on 4 March 2025."


@dataclass(frozen=True)
class Fact:
    """One invented fact: who says it, how many of what, where, and the three sentences that carry it."""

    number: int
    actor: int
    sentences: tuple[str, ...]
    statement: str


def write(facts: int, root: Path) -> None:
    """Write a whole dossier of so many facts into a folder: facts/, seeds/, docs/ and mkdocs.yml."""
    chance = random.Random(SEED)  # noqa: S311  # the same words at every run, no secret
    names = [f"{_word(chance).capitalize()} {_word(chance).capitalize()}" for _ in range(ACTORS)]
    made = [_fact(number, names, chance) for number in range(facts)]
    texts = _texts(made)
    for source, text in texts.items():
        _put(root / "seeds" / f"{source}.txt", text)
        _put(root / "facts" / "sources" / f"{source}.yml", _source(source, text))
    for number, name in enumerate(names):
        _put(root / "facts" / "actors" / f"actor-{number}.yml", f"name: {name}\nkind: organisation\n")
    for start in range(0, facts, FACTS_A_RECORD):
        name = f"event-{start // FACTS_A_RECORD}"
        _put(root / "facts" / "events" / f"{name}.yml", _event(made[start : start + FACTS_A_RECORD], len(texts)))
    for fact in made[::ASKED]:
        _put(root / "facts" / "questions" / f"question-{fact.number}.yml", _question(fact))
    _put(root / "facts" / "dossier.yml", _head(made[0], texts))
    _put(root / "docs" / ".gitkeep", "")
    _put(root / "mkdocs.yml", CONFIGURATION)


def _fact(number: int, names: list[str], chance: random.Random) -> Fact:
    actor, count = number % ACTORS, chance.randrange(100, 1000)
    what, where = f"{_word(chance)}s", _word(chance)
    extra = [_word(chance) for _ in range(6)]
    who = names[actor]
    sentences = (
        f"{who} said that {count} {what} came to the {where} in the {extra[0]} {extra[1]}.",
        f"In all {count} {what} had come, {who} told the {extra[2]} {extra[3]} {where}.",
        f"At the {where} {extra[4]} stood {count} {extra[5]} {what}, {who} said.",
    )
    return Fact(number, actor, sentences, f"{who} said that {count} {what} came to the {where}.")


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3))


def _sources(facts: int) -> int:
    return max(PASSAGES, -(-facts // FACTS_A_SOURCE))


def _where(fact: Fact, sources: int) -> list[str]:
    """Give the source of each sentence of a fact: three neighbours, so that no two sources share wording."""
    first = fact.number // FACTS_A_SOURCE
    return [f"text-{(first + step) % sources}" for step in range(PASSAGES)]


def _texts(facts: list[Fact]) -> dict[str, str]:
    sources = _sources(len(facts))
    texts: dict[str, list[str]] = {f"text-{number}": [] for number in range(sources)}
    for fact in facts:
        for source, sentence in zip(_where(fact, sources), fact.sentences, strict=True):
            texts[source].append(sentence)
    texts["text-0"].append(DATE_LINE)
    return {source: "\n\n".join(_paragraphs(sentences)) + "\n" for source, sentences in texts.items()}


def _paragraphs(sentences: list[str]) -> Iterator[str]:
    for start in range(0, len(sentences), 4):
        yield " ".join(sentences[start : start + 4])


def _source(id_: str, text: str) -> str:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return f"type: document\ntitle: Text {id_}\nlanguage: en\nfile: seeds/{id_}.txt\nsha256: {digest}\n"


def _event(facts: list[Fact], sources: int) -> str:
    lines = [f"title: Events from {facts[0].number} to {facts[-1].number}", "claims:"]
    for fact in facts:
        asked = fact.number % ASKED == 0
        lines += [f"  - id: fact-{fact.number}"]
        lines += [f"    question: question-{fact.number}"] if asked else []
        lines += ["    statement: >-", f"      {fact.statement}", f"    about: [actor-{fact.actor}]", "    evidence:"]
        for source, sentence in zip(_where(fact, sources), fact.sentences, strict=True):
            lines += [f"      - source: {source}", "        exact: >-", f"          {sentence}"]
            lines += [f"        claimant: actor-{fact.actor}"]
            lines += [f"        value: {{exactly: {fact.statement.split()[4]}}}"] if asked else []
    return "\n".join(lines) + "\n"


def _question(fact: Fact) -> str:
    return f"text: How many came, in fact {fact.number}?\nkind: amount\nunit: pieces\n"


def _head(fact: Fact, texts: dict[str, str]) -> str:
    return f"""title: An invented dossier of {len(texts)} texts
question: What do these texts say?
scope:
  text: Invented texts; none states its author.
  until:
    stated: 2025-03-04
    from:
      - source: text-0
        exact: >-
          {DATE_LINE}
summary:
  - asks: What came?
    claims: [fact-{fact.number}]
brief: [fact-{fact.number}]
licence: CC0-1.0
updated: 2025-03-12
quotation_limit:
  share: 1
  because: The texts are invented.
"""


CONFIGURATION = """site_name: An invented dossier
docs_dir: docs
theme: {name: material, font: false}
plugins: [search, factsheet]
markdown_extensions: [
  abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables,
  pymdownx.details, pymdownx.superfences]
nav:
  - Home: index.md
  - Timeline: timeline.md
  - Who says what: who-says-what.md
  - Sources: sources/index.md
  - All claims: claims/index.md
not_in_nav: |
  *
  /*/
"""


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
