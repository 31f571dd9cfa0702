"""Passages on pages: in their context, with links to the words, and side by side where answers differ."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from generator.evidence.coverage import merged, published_share
from generator.evidence.sentences import words
from generator.evidence.weighing import Weighed
from generator.writing import comparisons
from generator.writing.desk import desk
from generator.writing.pages import Page, pages
from generator.writing.passages import FEW, archive_name, places, setting, sides, withheld

FIGURE = re.compile(r'<figure class="fs-passage".*?</figure>', re.DOTALL)


def test_context_stands_outside_the_quotation_marks(written: dict[str, Page]) -> None:
    page = written["claims/residents-not-told.md"].markdown
    quoted = [unescape(line) for line in re.findall(r"^> (.*)$", "".join(FIGURE.findall(page)), re.M)]
    assert len(quoted) > 1
    for line in quoted:
        assert re.fullmatch(r"[^<]*“<mark class=\"fs-quoted\">[^<]+</mark>”[^<]*\[\^p\d+\]", line), line
    assert any(line.startswith("Ivo Tamm, the chair of the residents, “<mark") for line in quoted) or any(
        "</mark>” " in line for line in quoted
    )


def test_context_publishes_nothing_more_and_nothing_that_is_withheld(weighed: Weighed) -> None:
    seen = 0
    for claim in weighed.claims.values():
        for passage in claim.passages:
            found = setting(desk(weighed), passage.source, passage.proof)
            text = weighed.dossier.texts[passage.source.id]
            start, end = passage.proof.hull
            gaps = (" " * found.apart_before, " " * found.apart_after)
            first = start - len(found.before + gaps[0])
            last = end + len(gaps[1] + found.after)
            whole = f"{found.before}{gaps[0]}{text[start:end]}{gaps[1]}{found.after}"
            assert text[first:last].split() == whole.split()
            assert not any(a < last and first < b for a, b in withheld(weighed, passage.source))
            printed = weighed.printed[passage.source.id]
            assert published_share(text, merged([*printed, (first, last)])) == published_share(text, printed)
            seen += bool(words(found.before + found.after))
    assert seen


def test_words_that_no_other_passage_publishes_are_no_context(weighed: Weighed) -> None:
    passages = [passage for claim in weighed.claims.values() for passage in claim.passages]
    assert any(setting(desk(weighed), passage.source, passage.proof).after for passage in passages)
    for passage in passages:
        alone = replace(weighed, printed={**weighed.printed, passage.source.id: passage.proof.spans})
        found = setting(desk(alone), passage.source, passage.proof)
        assert not words(found.before + found.after), found


def test_a_source_with_an_address_links_to_the_words_and_to_its_copy(
    weighed: Weighed, written: dict[str, Page]
) -> None:
    source = weighed.dossier.sources["gazette"].data
    text = weighed.dossier.texts["gazette"]
    start = text.index("a free ferry")
    for link, url in zip(
        places(source, text, [(start, start + 12)]), (source.URL, source.archive_location), strict=True
    ):
        assert link.href == f"{url}#:~:text=a%20free%20ferry"
    page = written["claims/free-ferry.md"].markdown
    assert re.search(r"\[in the source\]\(https://gazette\.example/[^)]+#:~:text=[^)]+\)\{ \.fs-place \}", page)
    assert re.search(r"\[archived copy\]\(https://archive\.example/[^)]+#:~:text=[^)]+\)\{ \.fs-place \}", page)
    assert "in the source" not in written["claims/first-crossing.md"].markdown


def test_an_address_that_is_none_of_the_web_is_no_link(weighed: Weighed) -> None:
    source = weighed.dossier.sources["gazette"].data
    odd = source.model_copy(update={"URL": "javascript:alert(1)", "archive_location": "ftp://a.example/x"})
    assert places(odd, "words", [(0, 5)]) == ()


def test_source_pages_name_the_archive_or_say_that_no_copy_is_known(weighed: Weighed, written: dict[str, Page]) -> None:
    source = weighed.dossier.sources["gazette"].data
    known = written["sources/gazette.md"].markdown
    assert f"archived copy\n:   [{source.archive}](https://archive.example/" in known
    assert "archived copy" not in known.split("**Not known:**")[1].split("\n")[0]
    assert "archived copy" in written["sources/courier.md"].markdown.split("**Not known:**")[1].split("\n")[0]
    assert archive_name(source.model_copy(update={"archive": None})) == "archive.example"


def test_the_words_of_answers_stand_side_by_side_with_what_gives_them_marked(weighed: Weighed) -> None:
    sheet = desk(weighed).sheet("questions/people-per-day.md")
    (item,) = comparisons.differences(sheet, "people-per-day")
    marked = {
        side.answer: [piece.text for told in side.wordings for piece in told.pieces if piece.differs]
        for side in item.sides
    }
    assert list(marked) == [answer.text for answer in item.answers]
    assert all(marked.values())
    for side in item.sides:
        for told in side.wordings:
            joined = "".join(" " * piece.apart + piece.text for piece in told.pieces)
            assert joined == " ".join(told.note.quotation.split())


def test_wordings_that_are_close_are_compared_word_by_word(weighed: Weighed) -> None:
    sheet = desk(weighed).sheet("x.md")
    one, other = (weighed.claims[id_].passages[0] for id_ in ("closure-agreed", "free-ferry"))
    value = next(
        item.evidence.value for claim in weighed.claims.values() for item in claim.passages if item.evidence.value
    )
    assert value is not None
    near = replace(other, proof=replace(other.proof, exact=one.proof.exact.replace("agreed", "met")))
    again = value.model_copy(update={"scope": "another"})
    beside, close = sides(sheet, [(value, [one]), (again, [near])])
    assert close
    assert [[piece.text for told in side.wordings for piece in told.pieces if piece.differs] for side in beside] == [
        ["agreed"], ["met"],
    ]  # fmt: skip
    apart = desk(weighed).sheet("y.md")  # a sheet keeps the note of a passage it has seen
    assert not sides(apart, [(value, [one]), (again, [other])])[1]


def test_many_answers_wait_until_they_are_asked_for(weighed: Weighed) -> None:
    for page in pages(weighed):
        for block in re.findall(r'<details class="fs-words".*?</details>', page.markdown, re.DOTALL):
            answers = block.count('<div class="fs-side"')
            assert block.startswith('<details class="fs-words" open markdown>') == (answers <= FEW)
            assert "Marked words " in block
