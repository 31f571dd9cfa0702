"""Two versions of a dossier: layout is no change in facts, and each real change is told for what it is."""

# ruff: noqa: E501  # tables of cases read best with one case a line

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.examining import examine
from generator.reviewing.as_json import difference_as_json
from generator.reviewing.as_markdown import difference_as_markdown
from generator.reviewing.as_text import NOTHING, difference_as_text
from generator.reviewing.comparing import FactDifference, compare
from generator.reviewing.told import Told, tell

EXAMPLE = Path(__file__).parents[1] / "example"
OWN = Path(__file__).parents[2]


def told(root: Path) -> Told:
    weighed, problems = examine(root)
    return tell(weighed, errors=sum(problem.severity == "error" for problem in problems))


@pytest.fixture(scope="module")
def before() -> Told:
    return told(EXAMPLE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "root"))


def edit(root: Path, file: str, *swaps: tuple[str, str]) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


BRIDGE = "facts/background/heron-footbridge.yml"


@pytest.mark.parametrize("root", [EXAMPLE, OWN], ids=["example", "dossier"])
def test_a_dossier_differs_in_nothing_from_itself(root: Path) -> None:
    same = told(root)
    assert compare(same, same) == FactDifference()
    assert difference_as_text(compare(same, same)) == NOTHING == "no change in facts"


class TestLayoutIsNoChange:
    def test_other_order_of_keys_and_other_folding(self, root: Path, before: Told) -> None:
        chance = random.Random(7)  # noqa: S311  # the same at every run, no secret
        for path in (root / "facts").rglob("*.yml"):
            data = yaml.safe_load(path.read_text(encoding="utf-8"))
            path.write_text(
                yaml.dump(_shuffled(data, chance), sort_keys=False, allow_unicode=True, width=40), encoding="utf-8"
            )
        found = compare(before, told(root))
        assert found.unreadable == (0, 0)
        assert difference_as_text(found) == "no change in facts"

    def test_a_claim_that_moves_to_another_record(self, root: Path, before: Told) -> None:
        path = root / BRIDGE
        text = path.read_text(encoding="utf-8")
        start = text.index("  # The article names nobody")
        path.write_text(text[:start], encoding="utf-8")
        other = root / "facts" / "background" / "ferry-told.yml"
        other.write_text(other.read_text(encoding="utf-8") + text[start:], encoding="utf-8")
        found = compare(before, told(root))
        assert difference_as_text(found).splitlines() == [
            "no change in facts",
            'moved: "rotten-boards" stood in "heron-footbridge" and stands in "ferry-told"',
        ]


def _shuffled(data: Any, chance: random.Random) -> Any:
    if isinstance(data, dict):
        names = list(data)
        chance.shuffle(names)
        return {name: _shuffled(data[name], chance) for name in names}
    return [_shuffled(item, chance) for item in data] if isinstance(data, list) else data


CASES: list[tuple[str, str, tuple[tuple[str, str], ...], tuple[str, ...]]] = [
    ("a statement", BRIDGE, (("cross the bridge every day.\n    about", "cross the bridge daily.\n    about"),),
     ("~ users-at-least-350 (heron-footbridge)", "cross the bridge [-every day-]{+daily+}.",
      'warning: the published statement of "users-at-least-350" is reworded without a correction',
      "to be read by a second person: users-at-least-350")),
    ("a claimant, and the status with it", BRIDGE, (("claimant: unnamed\n        words: Reports indicate", "via: X"),),
     ("status: attributed to unnamed sources → reported, not attributed", "claimant: removed unnamed", "via: added X")),
    ("a value", BRIDGE, (("{at_least: 350}", "{more_than: 349}"),),
     ("value: at least 350 → more than 349",)),
    ("evidence lost", "facts/disputes/ferry-notice.yml",
     (("      - source: courier\n        exact: >-\n          Tamm said the residents did not hear of the ferry until the meeting.\n        claimant: ivo-tamm\n", ""),),
     ("- courier: “Tamm said the residents did not hear of the ferry until the meeting.” (claimant: ivo-tamm)",)),
    ("another passage", "facts/events/ferry-start.yml", (("first crossing on Monday with 40 people on board.\n  - id: bridge-shut", "first crossing on Monday\n  - id: bridge-shut"),),
     ("+ bulletin: “The ferry at Mill Lane made its first crossing on Monday”", "- bulletin: “The ferry at Mill Lane")),
    ("a reading", "facts/questions/who-was-not-told.yml", (("reading: undecided", "reading: compatible"),),
     ("~ who-was-not-told: nobody | the residents", "undecided (Nobody may mean", "→ compatible (Nobody may mean")),
    ("a name", "facts/actors/ivo-tamm.yml", (("names: [Tamm]", "names: [Tamm, Ivo]"),),
     ("~ actor ivo-tamm", "names: added Ivo")),
    ("a title", "facts/events/ferry-start.yml", (("title: Start of the ferry", "title: Start of a ferry"),),
     ("~ event ferry-start", "title: Start of [-the-]{+a+} ferry")),
    ("the scope", "facts/dossier.yml", (("Three short articles;", "Three articles;"),), ("~ dossier", "scope.text: Three[- short-] articles;")),
    ("the order of answers", "facts/dossier.yml", (("[closure-agreed, free-ferry]", "[free-ferry, closure-agreed]"),),
     ("~ dossier", "claims: [-closure-agreed-]{+free-ferry+}, [-free-ferry-]{+closure-agreed+}")),
    ("what is set aside", "facts/sources/gazette.yml", (("reason: furniture", "reason: opinion"),),
     ("~ gazette: 1 newly accounted for; 0 of 9 sentences left",
      "    + line 9 (opinion): Sign up for our newsletter and never miss …")),
    ("an actor's party", "facts/actors/dana-orrell.yml", (("party: lenford-council\n", ""),),
     ("~ actor dana-orrell", "party: removed lenford-council")),
    ("ids in catalogues", "facts/actors/lenford-council.yml", (("Q4115189", "Q13406268"),),
     ("~ actor lenford-council", "identifiers.wikidata: Q4115189 → Q13406268")),
    ("the day it was added", "facts/events/ferry-start.yml", (("added: 2025-03-12", "added: 2025-03-13"),),
     ("~ people-on-board (ferry-start)", "added: 2025-03-12 → 2025-03-13",
      'warning: the day "people-on-board" was added, 2025-03-12, is another now; the day a claim was added stays')),
    ("a date", "facts/events/ferry-start.yml", (("derived: 2025-03-10", "derived: 2025-03-11"),),
     ("date: [-2025-03-10-]{+2025-03-11+}", "~ event ferry-start")),
]  # fmt: skip


@pytest.mark.parametrize(("file", "swaps", "says"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_change_is_told_for_what_it_is(
    root: Path, before: Told, file: str, swaps: tuple[tuple[str, str], ...], says: tuple[str, ...]
) -> None:
    edit(root, file, *swaps)
    found = compare(before, told(root))
    text = difference_as_text(found)
    assert all(line in text for line in says), text
    assert found.changes_facts
    assert difference_as_text(compare(told(root), told(root))).splitlines()[0] == NOTHING


def test_a_claim_added_and_one_removed(root: Path, before: Told) -> None:
    edit(root, BRIDGE, ("id: rotten-boards", "id: boards-rotten"))
    text = difference_as_text(compare(before, told(root)))
    assert text.startswith("1 claim added, 1 claim removed")
    assert '"rotten-boards" is removed, and its address leads nowhere; keep a published claim' in text


def test_a_claim_renamed_is_the_same_claim(root: Path, before: Told) -> None:
    edit(root, BRIDGE, ("id: rotten-boards", "id: boards-rotten\n    formerly: [rotten-boards]"))
    text = difference_as_text(compare(before, told(root)))
    assert text == 'no change in facts\nrenamed: "rotten-boards" is now "boards-rotten"; the old address keeps working'


def test_a_correction_settles_the_warning_and_is_told(root: Path, before: Told) -> None:
    edit(
        root, BRIDGE, ("cross the bridge every day.\n    about", "cross the bridge daily.\n    about"),
        ("        value: {at_least: 350}\n", "        value: {at_least: 350}\n    corrections:\n      - {date: 2025-03-20, wrong: It said every day., now: It says daily.}\n"),
    )  # fmt: skip
    text = difference_as_text(compare(before, told(root)))
    assert "warning" not in text
    assert "corrections: added 2025-03-20: It said every day. It says daily." in text


def test_a_day_of_addition_alone_wants_no_second_reader(root: Path, before: Told) -> None:
    edit(root, "facts/events/ferry-start.yml", ("    added: 2025-03-12\n", ""))
    gone = compare(before, told(root))
    assert gone.wants_reading == ()
    assert len(gone.warnings) == 1
    come = compare(told(root), before)
    assert (come.wants_reading, come.warnings) == ((), ())
    assert "added: added 2025-03-12" in difference_as_text(come)


def test_files_that_cannot_be_read_are_told(root: Path, before: Told) -> None:
    edit(root, BRIDGE, ("claims:", "clams:"))
    text = difference_as_text(compare(before, told(root)))
    assert "note: the new version has 1 error; facts that could not be read or proven are missing" in text


def test_a_new_source_is_told_with_its_account(root: Path, before: Told) -> None:
    (root / "facts" / "sources" / "bulletin.yml").rename(root / "facts" / "sources" / "paper.yml")
    for path in (root / "facts").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("source: bulletin", "source: paper"), encoding="utf-8")
    text = difference_as_text(compare(before, told(root)))
    assert "+ source paper" in text
    assert "- source bulletin" in text
    assert "~ paper: 4 newly accounted for; 0 of 4 sentences left\n" in text
    assert "    + line 3 (covered): The ferry at Mill Lane made its first …\n" in text


EDITS: list[Callable[[str], str]] = [
    lambda text: text.replace("over 300", "more than 300"),
    lambda text: text.replace("claimant: dana-orrell", "claimant: lenford-council"),
    lambda text: re.sub(r"\n    about: \[.*\]", "", text),
    lambda text: re.sub(r"value: \{more_than: \d+\}", "value: {words: 'Over 300 people'}", text),
    lambda text: text.replace("reading: undecided", "reading: contradictory"),
    lambda text: re.sub(r"  - id: first-crossing\n(    .*\n)+", "", text),
    lambda text: re.sub(r"title: (?:The )?", "title: The ", text),
    lambda text: re.sub(r"reason: \w+", "reason: opinion", text),
]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(range(len(EDITS))), unique=True, max_size=5))
def test_the_same_change_twice_adds_nothing(tmp_path_factory: pytest.TempPathFactory, chosen: list[int]) -> None:
    def changed(root: Path) -> Told:
        for path in sorted((root / "facts").rglob("*.yml")):
            text = path.read_text(encoding="utf-8")
            for number in chosen:
                text = EDITS[number](text)
            path.write_text(text, encoding="utf-8")
        return told(root)

    root = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("twice") / "root"))
    start = told(root)
    once = changed(root)
    twice = changed(root)
    assert compare(once, twice) == FactDifference(unreadable=(once.problems, twice.problems))
    assert compare(start, once) == compare(start, twice)
    back = compare(once, start)
    assert {change.claim.id for change in back.claims} == {change.claim.id for change in compare(start, once).claims}


class TestForms:
    def test_markdown_marks_words_and_nothing_of_the_text_is_markup(self, root: Path, before: Told) -> None:
        edit(root, BRIDGE, ("cross the bridge every day.\n    about", "cross <b>*the* bridge.\n    about"))
        text = difference_as_markdown(compare(before, told(root)))
        assert text.startswith("### Facts: 1 claim changed")
        assert "*the*" not in text
        assert r"<ins>&lt;b>\*</ins>the<ins>\*</ins> bridge<del> every day</del>." in text

    def test_json_has_every_change(self, root: Path, before: Told) -> None:
        edit(root, BRIDGE, ("{at_least: 350}", "{more_than: 349}"))
        data = yaml.safe_load(difference_as_json(compare(before, told(root))))
        assert data["changes_facts"] is True
        (claim,) = data["claims"]
        assert claim["altered"][0]["fields"][0]["after"] == "more than 349"
        assert claim["altered"][0]["passage"]["source"] == "courier"
        assert (EXAMPLE / "seeds" / "courier.txt").read_text(encoding="utf-8")[slice(*claim["altered"][0]["passage"]["spans"][0])].startswith("At least 350")
        assert yaml.safe_load(difference_as_json(FactDifference()))["changes_facts"] is False
