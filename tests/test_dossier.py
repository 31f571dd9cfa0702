"""The dossier itself: what must stay true of it whatever is edited, beyond what the checks ask."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.evidence.amounts import numbers_outside_dates
from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.problems import Problem
from generator.writing.pages import Page, pages

ROOT = Path(__file__).parent.parent
FREE = {"furniture", "generated"}
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
FOOTNOTE = re.compile(r"^\[\^[^\]]+\]:.*$|^> .*$", re.MULTILINE)  # blocks hold passages and their context
NUMBER = r"(?:\d+|two|three|four|five|several|many|all|both)"
SUPPORT_BY_COUNT = re.compile(
    rf"\b{NUMBER} (?:of the )?(?:articles|sources|accounts|reports) (?:\w+ )?(?:agree|confirm|show|prove|establish)"
    rf"|\b(?:confirmed|supported|backed|corroborated) by {NUMBER}\b",
    re.IGNORECASE,
)
JUDGING = re.compile(r"\b(?:proven|proved|verified|confirm(?:s|ed)?|regime|admitted|claimed)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def examined() -> tuple[Weighed, list[Problem]]:
    return examine(ROOT)


@pytest.fixture(scope="module")
def weighed(examined: tuple[Weighed, list[Problem]]) -> Weighed:
    return examined[0]


@pytest.fixture(scope="module")
def written(weighed: Weighed) -> list[Page]:
    return pages(weighed)


def test_it_has_no_problem(examined: tuple[Weighed, list[Problem]]) -> None:
    assert list(map(str, examined[1])) == []


def test_no_sentence_is_left(weighed: Weighed) -> None:
    assert [id_ for id_, coverage in weighed.coverage.items() if coverage.unaccounted] == []


def test_at_most_a_tenth_of_each_source_is_set_aside_but_for_furniture_and_generated_text(weighed: Weighed) -> None:
    for coverage in weighed.coverage.values():
        aside: Counter[str] = Counter()
        for sentence in coverage.sentences:
            aside["free" if sentence.reason in FREE else sentence.state] += sentence.words
        assert aside["set aside"] <= coverage.words / 10


def test_the_program_finds_the_two_texts_that_share_their_writing(weighed: Weighed) -> None:
    assert [(shared.one[0], shared.other[0]) for shared in weighed.shared] == [("s1", "s4")]


def test_nothing_rests_on_generated_text(weighed: Weighed) -> None:
    assert not any(passage.generated for claim in weighed.claims.values() for passage in claim.passages)


def test_opposing_parties_are_named_only_with_a_passage_of_each(weighed: Weighed) -> None:
    for claim in weighed.claims.values():
        if claim.status.name == "stated by opposing parties":
            speakers = [p.evidence.claimant for p in claim.passages if p.evidence.stance == "supports"]
            actors = weighed.dossier.actors
            parties = {actors[id_].data.party for id_ in speakers if id_ is not None and id_ in actors}
            assert {"russia", "ukraine"} <= parties


def test_no_source_reports_the_return_of_bodies(weighed: Weighed) -> None:
    parts = [part for record in weighed.dossier.agreements.values() for part in record.data.implementation]
    bodies = [part for part in parts if "bodies" in part.what.lower()]
    assert bodies
    assert [part.reported for part in bodies] == [[]]


def test_no_claim_of_the_exchange_itself_gives_a_figure_for_prisoners(weighed: Weighed) -> None:
    for id_ in ("exchange-of-9-june", "care-of-the-returned"):
        for claim in weighed.claims.values():
            if claim.entry.record.id == id_:
                numerals = numbers_outside_dates(QUOTED.sub("", claim.statement))
                counts = [n.value for n in numerals if n.form != "ordinal" and not n.pronoun]
                assert set(counts) <= {3, 25}, claim.id  # years of captivity, and an age


def test_both_channels_of_a_remark_are_kept(weighed: Weighed) -> None:
    answers = {answer.text for answer in weighed.questions["channel-of-zelenskyys-remarks"].compared.answers}
    assert answers == {"X", "Telegram"}
    readings = [
        difference.reading for difference in weighed.questions["channel-of-zelenskyys-remarks"].compared.differences
    ]
    assert readings == ["undecided"]


def test_every_question_with_two_answers_is_in_the_matrix(weighed: Weighed, written: list[Page]) -> None:
    matrix = next(page.markdown for page in written if page.uri == "who-says-what.md")
    for id_, question in weighed.questions.items():
        if len(question.compared.answers) > 1:
            assert f"questions/{id_}.md" in matrix


def test_a_source_that_answers_in_a_generated_part_alone_is_not_called_silent(written: list[Page]) -> None:
    matrix = next(page.markdown for page in written if page.uri == "who-says-what.md")
    assert matrix.count("only in a generated part, which supports nothing") == 1


def test_replies_stand_in_the_order_of_their_file(written: list[Page]) -> None:
    page = next(page.markdown for page in written if page.uri == "disputes/collecting-bodies.md")
    assert page.index("responded that no date had been arranged") < page.index("In the same response")


def test_no_page_says_that_a_number_of_articles_bears_anything_out(written: list[Page]) -> None:
    for page in written:
        text = QUOTED.sub("", FOOTNOTE.sub("", page.markdown))
        assert SUPPORT_BY_COUNT.search(text) is None, page.uri


def test_no_page_judges_in_its_own_voice(written: list[Page]) -> None:
    for page in written:
        if page.uri not in ("method.md", "data.md"):
            text = QUOTED.sub("", FOOTNOTE.sub("", page.markdown))
            assert (found := JUDGING.search(text)) is None, (page.uri, found)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("Three articles confirm it.", SUPPORT_BY_COUNT),
        ("confirmed by four sources", SUPPORT_BY_COUNT),
        ("It is verified.", JUDGING),
    ],
)
def test_the_last_two_checks_can_fail(text: str, pattern: re.Pattern[str]) -> None:
    assert pattern.search(text)
