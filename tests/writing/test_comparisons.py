"""Answers and differences on pages: the label, the sections, the matrix of questions by sources."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import markdown
import pytest

from generator.evidence.differences import Given, compare
from generator.evidence.weighing import Weighed, weigh
from generator.model.passages import Value
from generator.model.records import Reading
from generator.reading.dossier import Record
from generator.writing import comparisons
from generator.writing.desk import desk, value
from generator.writing.pages import Page, pages

LABEL = "accounts differ"
EXTENSIONS = ["attr_list", "footnotes", "md_in_html", "tables"]


class Table(HTMLParser):
    """The matrix as a reader gets it: rows of header and cells, each cell with its label, text and links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[dict[str, str]]] = []
        self.frames: list[dict[str, str | None]] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "div" and told.get("role"):
            self.frames.append(told)
        if tag == "table":
            self._inside = "fs-matrix" in (told.get("class") or "")
        if self._inside and tag == "tr":
            self.rows.append([])
        if self._inside and tag in ("th", "td"):
            self.rows[-1].append(
                {"tag": tag, "scope": told.get("scope") or "", "label": told.get("data-label") or "", "text": "",
                 "links": ""}
            )  # fmt: skip
        if self._inside and tag == "a" and self.rows and self.rows[-1]:
            self.rows[-1][-1]["links"] += f" {told.get('href')}"

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and self.rows and self.rows[-1]:
            self.rows[-1][-1]["text"] += data


def shown(page: Page) -> Table:
    return Table(markdown.markdown(page.markdown.split("---\n", 2)[2], extensions=EXTENSIONS))


def written_with(weighed: Weighed, question: str, **update: object) -> dict[str, Page]:
    """Write the pages with one question changed."""
    record = weighed.dossier.questions[question]
    changed = Record(record.kind, record.id, record.data.model_copy(update=update), record.places)
    questions = {**weighed.dossier.questions, question: changed}
    return {page.uri: page for page in pages(weigh(replace(weighed.dossier, questions=questions)))}


def test_the_label_stands_beside_the_status_of_every_claim_that_takes_part(
    weighed: Weighed, written: dict[str, Page]
) -> None:
    taking_part = {"users-over-300", "users-at-least-350", "nobody-told", "residents-did-not-hear"}
    for id_ in weighed.claims:
        page = written[f"claims/{id_}.md"].markdown
        label = r"\[accounts differ\]\(#where-accounts-differ\)\{ \.fs-accounts \}"
        beside = re.search(rf"^:   \*[^*]+\*\{{ \.fs-status [^}}]*\}} {label}", page, re.M)
        assert bool(beside) == (id_ in taking_part), id_
        assert ("## Where accounts differ" in page) == (id_ in taking_part), id_
    assert "[accounts differ](claims/users-over-300.md#where-accounts-differ)" in written["index.md"].markdown
    assert LABEL not in {claim.status.name for claim in weighed.claims.values()}


def test_a_claim_page_tells_each_difference_with_all_it_needs(written: dict[str, Page]) -> None:
    page = written["claims/nobody-told.md"].markdown.split("## Where accounts differ")[1]
    assert "*undecided*{ .fs-reading .fs-undecided } Nobody may mean none of the residents" in page
    assert "(read by the editors)" in page
    assert "**“the residents”**" in page
    who = r"\[Ivo Tamm\]\(\.\./actors/ivo-tamm\.md\) \(\[courier\].*"
    assert re.search(who + r"\]\(residents-did-not-hear\.md#passage-1\)\[\^p\d+\]", page)
    computed = written["claims/users-over-300.md"].markdown
    assert "*compatible*{ .fs-reading .fs-compatible } One number can meet both. (computed" in computed
    assert "(computed from the numbers)" in computed


def test_a_question_page_tells_every_difference(written: dict[str, Page]) -> None:
    page = written["questions/people-per-day.md"].markdown
    assert "## Where accounts differ" in page
    for answer in ("**more than 300**", "**at least 350**"):
        assert answer in page.split("## Where accounts differ")[1]
    assert "## Where accounts differ" not in written["questions/weeks-closed.md"].markdown


def test_home_lists_questions_by_their_gravest_reading(written: dict[str, Page], weighed: Weighed) -> None:
    def listed(page: Page) -> list[tuple[str, str]]:
        part = page.markdown.split("## Where accounts differ")[1].split("\n## ")[0]
        return re.findall(r"^- \*([a-z ]+)\*\{[^}]*\} \[[^\]]*\]\(questions/([a-z-]+)\.md\)", part, re.M)

    assert listed(written["index.md"]) == [("undecided", "who-was-not-told"), ("compatible", "people-per-day")]
    reading = Reading(between=["nobody", "the residents"], reading="compatible", because="Both may hold.")
    both = written_with(weighed, "who-was-not-told", readings=[reading])
    assert [name for _, name in listed(both["index.md"])] == ["people-per-day", "who-was-not-told"]
    reading = Reading(between=["nobody", "the residents"], reading="contradictory", because="They cannot both hold.")
    worst = written_with(weighed, "who-was-not-told", readings=[reading])
    assert listed(worst["index.md"])[0] == ("contradictory", "who-was-not-told")


def test_every_answered_question_has_a_row_and_every_source_a_column(
    weighed: Weighed, written: dict[str, Page]
) -> None:
    table = shown(written["who-says-what.md"])
    head, *rows = table.rows
    labels = list(weighed.dossier.sources)
    assert [cell["text"].strip() for cell in head[1:]] == labels
    assert all(cell["tag"] == "th" and cell["scope"] == "col" for cell in head)
    answered = {id_ for id_, item in weighed.questions.items() if item.compared.answers}
    assert {re.search(r"questions/([a-z-]+)\.md", row[0]["links"])[1] for row in rows} == answered  # type: ignore[index]
    for row in rows:
        assert (row[0]["tag"], row[0]["scope"]) == ("th", "row")
        assert [cell["label"] for cell in row[1:]] == labels
    assert [(frame["role"], frame["tabindex"]) for frame in table.frames] == [("region", "0")]
    assert all(frame["aria-label"] for frame in table.frames)


def test_every_cell_is_borne_out_by_passages_of_its_source(weighed: Weighed, written: dict[str, Page]) -> None:
    for row in shown(written["who-says-what.md"]).rows[1:]:
        question = weighed.questions[re.search(r"questions/([a-z-]+)\.md", row[0]["links"])[1]]  # type: ignore[index]
        for cell in row[1:]:
            cited = re.findall(r"claims/([a-z0-9-]+)\.md#passage-(\d+)", cell["links"])
            for id_, number in cited:
                passage = weighed.claims[id_].passages[int(number) - 1]
                assert passage.source.id == cell["label"]
                assert passage.evidence.value
                assert value(passage.evidence.value) in cell["text"]
                assert f'id="passage-{number}"' in written[f"claims/{id_}.md"].markdown
            given = {
                item.claim
                for answer in question.compared.answers
                for item in answer.given
                if weighed.claims[item.claim].passages[item.index].source.id == cell["label"]
            }
            assert {id_ for id_, _ in cited} == given
            absent = cell["text"].strip()
            assert bool(cited) != (absent in (comparisons.ABSENT, comparisons.EARLIER))


def test_an_empty_cell_says_why_and_denies_nothing(written: dict[str, Page]) -> None:
    rows = shown(written["who-says-what.md"]).rows[1:]
    told = {
        (name[1], cell["label"]): cell["text"].strip()
        for row in rows
        if (name := re.search(r"questions/([a-z-]+)\.md", row[0]["links"]))
        for cell in row[1:]
    }
    assert told["people-on-first-crossing", "gazette"] == "written about an earlier time"
    assert told["people-on-first-crossing", "courier"] == "written about an earlier time"
    assert told["weeks-closed", "bulletin"] == "not in this article"
    assert "does not say that anybody denies" in written["who-says-what.md"].markdown


def test_hostile_answers_stay_text_in_the_matrix(weighed: Weighed) -> None:
    hostile = "</td><script>x</script>* [a](b) | “"
    claims = dict(weighed.claims)
    claim = claims["nobody-told"]
    passage = claim.passages[0]
    words = Value(words=hostile)
    changed = replace(passage, evidence=passage.evidence.model_copy(update={"value": words}))
    claims["nobody-told"] = replace(claim, passages=(changed,))
    compared = weighed.questions["who-was-not-told"].compared
    answers = tuple(replace(item, value=words) if item.text == "nobody" else item for item in compared.answers)
    question = replace(weighed.questions["who-was-not-told"], compared=replace(compared, answers=answers))
    changed_dossier = replace(weighed, claims=claims, questions={**weighed.questions, "who-was-not-told": question})
    page = next(page for page in pages(changed_dossier) if page.uri == "who-says-what.md")
    assert "<script" not in page.markdown
    cells = [cell for row in shown(page).rows for cell in row]
    assert any(f"“{hostile}”" in cell["text"] for cell in cells)
    assert {len(row) for row in shown(page).rows} == {1 + len(weighed.dossier.sources)}


@pytest.mark.parametrize(
    ("values", "basis"),
    [
        ((Value(at_least=1), Value(more_than=3)), "computed from the numbers"),
        ((Value(date="2025-03-04"), Value(date="2025-03-05")), "computed from the dates"),
        ((Value(at_least=1, scope="each side"), Value(at_least=1)), "computed from what the answers cover"),
    ],
)
def test_what_a_computed_reading_rests_on(weighed: Weighed, values: tuple[Value, Value], basis: str) -> None:
    claims = dict(weighed.claims)
    ids = ("users-over-300", "users-at-least-350")
    for id_, new in zip(ids, values, strict=True):
        passage = claims[id_].passages[0]
        evidence = passage.evidence.model_copy(update={"value": new})
        claims[id_] = replace(claims[id_], passages=(replace(passage, evidence=evidence),))
    given = [Given(id_, 0, new) for id_, new in zip(ids, values, strict=True)]
    compared = compare(given, kind="date" if values[0].date else "amount")
    question = replace(weighed.questions["people-per-day"], compared=compared)
    changed = replace(weighed, claims=claims, questions={**weighed.questions, "people-per-day": question})
    told = comparisons.differences(desk(changed).sheet("questions/people-per-day.md"), "people-per-day")
    assert [item.basis for item in told] == [basis]


def test_how_far_an_agreement_had_got(written: dict[str, Page]) -> None:
    page = written["agreements/bridge-closure.md"].markdown.split("## How far it had got")[1]
    parts = dict(zip(*[iter(re.split(r"^### (.*)$", page, flags=re.M)[1:])] * 2, strict=True))
    assert list(parts) == ["Closure of the bridge", "Free ferry", "Repairs"]
    ferry = re.split(r"^\*\*(.*)\*\*$", parts["Free ferry"], flags=re.M)
    assert ferry[1::2] == ["Agreed", "Announced", "Reported done"]
    for told, claim in zip(ferry[2::2], ("free-ferry", "ferry-announced", "first-crossing"), strict=True):
        assert f"](../claims/{claim}.md)" in told
        assert ".fs-status" in told
        assert "[^p" in told
    assert parts["Repairs"].count("No source here tells of this.") == 2
    assert "No source here tells of this." not in parts["Free ferry"]


def test_a_dispute_says_what_each_article_leaves_out(written: dict[str, Page]) -> None:
    page = written["disputes/ferry-notice.md"].markdown.split("## What each article leaves out")[1]
    items = re.split(r"^- \[([a-z]+)\]", page, flags=re.M)
    told = dict(zip(items[1::2], items[2::2], strict=True))
    position = r"carries: position \[[^\]]*\]\(\.\./claims/residents-not-told\.md\)"
    assert re.search(position + r"\n *- carries: reply \[[^\]]*\]", told["gazette"])
    assert "not in this article" not in told["gazette"]
    assert re.search(position + r"\n", told["courier"])
    assert re.search(r"not in this article: reply \[[^\]]*\]\(\.\./claims/letters-sent\.md\)", told["courier"])
    assert re.search(r"not in this article: position .*\n *- not in this article: reply ", told["bulletin"])
    assert "carries" not in told["bulletin"]


def test_an_article_with_words_against_a_position_alone_does_not_carry_it(weighed: Weighed) -> None:
    claims = dict(weighed.claims)
    claim = claims["residents-not-told"]
    kept = tuple(item for item in claim.passages if item.source.id != "courier" or item.evidence.stance == "refutes")
    claims[claim.id] = replace(claim, passages=kept)
    page = next(item for item in pages(replace(weighed, claims=claims)) if item.uri == "disputes/ferry-notice.md")
    courier = page.markdown.split("## What each article leaves out")[1].split("- [courier]")[1].split("\n- [")[0]
    assert "only words against it: position" in courier
    assert "carries" not in courier


def test_one_click_from_home_leads_to_what_a_reader_looks_for(written: dict[str, Page]) -> None:
    guide = written["index.md"].markdown.split('<div class="fs-guide" markdown>')[1].split("</div>")[0]
    for words, target in (
        ("What was agreed", "agreements/bridge-closure.md"),
        ("What is reported to have happened", "timeline.md"),
        ("What is disputed", "disputes/ferry-notice.md"),
        ("Where accounts differ", "who-says-what.md"),
        ("What is known and unknown of each source", "sources/gazette.md"),
    ):
        line = next(line for line in guide.split("\n") if words in line)
        assert f"]({target})" in line


def test_no_page_counts_articles_as_support(written: dict[str, Page]) -> None:
    numbers = r"(\d+|one|two|three|four|five|several|many|all|most)"
    support = r"(confirm|corroborat|back up|bear out|agree that|prove|verif)"
    for uri, page in written.items():
        own = re.sub(r"“[^”]*”", "", page.markdown)
        assert not re.search(rf"\b{numbers} (articles|sources|accounts)\b[^.\n]{{0,40}}\b{support}", own, re.I), uri


def test_many_sources_have_one_cell_for_those_that_answer(weighed: Weighed, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = desk(weighed)
    ((_, fill),) = comparisons.matrix_views(sheet)
    wide = fill()
    monkeypatch.setattr(comparisons, "MOST_COLUMNS", 2)
    ((_, fill),) = comparisons.matrix_views(sheet)
    narrow = fill()
    assert (len(wide.sources), narrow.sources) == (3, ())
    for row, same in zip(wide.rows, narrow.rows, strict=True):
        assert same.cells == tuple(cell for cell in row.cells if cell.answers)
        assert row.question == same.question
        silent = [cell for cell in row.cells if not cell.answers]
        named = [source.label for item in same.silent for source in item.sources]
        assert named == [cell.source for cell in silent if cell.absent != comparisons.ABSENT]
        rest = len(silent) - len(named)
        counted = [item.why for item in same.silent if not item.sources]
        assert counted == ([f"not in {rest} other article{'s' * (rest > 1)}"] if rest else [])
    assert any(item.sources for row in narrow.rows for item in row.silent)
