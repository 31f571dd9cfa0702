"""A claim withheld with what publishes the same words; every claim of the dossier can be, at any time."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking.rules import check
from generator.editing.changes import EditError
from generator.editing.withholding import marked, plan, withheld_in_files
from generator.evidence.weighing import weigh
from generator.memo import Memo
from generator.reading.files import read
from generator.reviewing.as_text import difference_as_text
from generator.reviewing.comparing import compare
from generator.reviewing.told import tell
from tests.case_files import EXAMPLE, copy_example
from tools.house import ROOT


def test_every_claim_can_be_withheld_and_only_its_words_elsewhere_are_left_to_mend() -> None:
    memo = Memo()
    dossier, _ = read(ROOT, memo=memo)
    found: dict[str, set[str]] = {}
    for id_ in dossier.claims:
        with memo.round():
            problems = check(weigh(marked(dossier, {(id_, None)}, reason="safety"), memo=memo))
        codes = [problem.code for problem in problems]
        if codes not in ([], ["withheld-published"]):
            found[id_] = set(codes)
    assert found == {}


def test_no_passage_withheld_leads_where_nothing_mends_it() -> None:
    dossier, _ = read(EXAMPLE)
    for id_, entry in dossier.claims.items():
        for index in range(len(entry.data.evidence)):
            codes = {problem.code for problem in check(weigh(marked(dossier, {(id_, index)}, reason="legal")))}
            assert codes.isdisjoint({"unknown-answer", "sentence-unaccounted", "set-aside-quoted"}), (id_, index)


def test_what_publishes_the_same_words_goes_too() -> None:
    dossier, _ = read(EXAMPLE)
    found = plan("residents-not-told", dossier=dossier, reason="safety")
    assert found.claims == ("residents-not-told", "ivo-tamm-chair", "nobody-told", "residents-did-not-hear")
    assert "withheld-published" not in {problem.code for problem in found.left}


def test_a_claim_that_stands_without_the_passage_stays() -> None:
    dossier, _ = read(EXAMPLE)
    found = plan("closure-agreed", dossier=dossier, reason="legal")
    assert found.claims == ("closure-agreed",)


@pytest.mark.parametrize("id_", ["closure-agreed", "residents-not-told", "rotten-boards", "users-over-300"])
def test_the_files_say_what_was_planned(id_: str, tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    copy_example(root)
    dossier, _ = read(root)
    found = plan(id_, dossier=dossier, reason="minor")
    files = {record.file: (root / record.file).read_text(encoding="utf-8") for record in dossier.records()}
    withheld_in_files(found, dossier=dossier, reason="minor", files=files).carry_out(root)
    again, problems = read(root)
    assert problems == []
    assert {one.id for one in again.claims.values() if one.withheld} == set(found.claims)
    assert sorted(problem.code for problem in check(weigh(again))) == sorted(problem.code for problem in found.left)


def test_what_cannot_be_withheld() -> None:
    dossier, _ = read(EXAMPLE)
    with pytest.raises(EditError, match='did you mean "closure-agreed"'):
        plan("closure-agred", dossier=dossier, reason="legal")
    hidden = marked(dossier, {("closure-agreed", None)}, reason="legal")
    with pytest.raises(EditError, match="is withheld already"):
        plan("closure-agreed", dossier=hidden, reason="legal")


def test_a_comparison_does_not_tell_the_readings_of_an_answer_that_is_withheld_now() -> None:
    dossier, _ = read(EXAMPLE)
    now = weigh(marked(dossier, {("nobody-told", None)}, reason="safety"))
    told = difference_as_text(compare(tell(weigh(dossier)), tell(now)))
    assert "nobody-told" in told
    assert "“nobody”" not in told
    assert "reading" not in told


def test_a_claim_that_goes_for_another_keeps_no_more_secret_than_what_the_two_share() -> None:
    dossier, _ = read(EXAMPLE)
    shared = {("ivo-tamm-chair", None), ("ivo-tamm-chair", 0), ("nobody-told", None)}
    told = [problem.code for problem in check(weigh(marked(dossier, shared, reason="safety")))]
    assert told.count("withheld-published") == 2
    found = plan("people-on-board", dossier=dossier, reason="safety")
    assert set(found.passages) >= {("first-crossing", 0)}
    assert "first-crossing" in found.claims
