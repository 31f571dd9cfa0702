"""What the brief tells: the editors' choice with what must not be left out beside it, each with status and speakers."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.examining import examine
from generator.site import build
from generator.writing.brief_pages import brief_view, chosen, in_note, pdf_in_words, voices
from generator.writing.brief_pieces import BriefView
from generator.writing.desk import Desk, desk
from generator.writing.pieces import SourceName, Speaker

EXAMPLE = Path(__file__).parents[1] / "example"
S1, S2 = SourceName("S1", "“One”", "sources/s1.md"), SourceName("S2", "“Two”", "sources/s2.md")


def laid(tmp_path: Path, *ids: str) -> Desk:
    """Lay out a desk for the example with a choice of claims."""
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "root"))
    head = root / "facts" / "dossier.yml"
    head.write_text(f"{head.read_text('utf-8')}brief: [{', '.join(ids)}]\n", encoding="utf-8")
    weighed, problems = examine(root)
    assert problems == []
    return desk(weighed)


def told(desk_: Desk) -> frozenset[str]:
    head = desk_.weighed.dossier.head
    assert head is not None
    return chosen(desk_, head.data)


def view(desk_: Desk) -> BriefView:
    head = desk_.weighed.dossier.head
    assert head is not None
    return brief_view(desk_, head.data)


def test_without_a_choice_it_tells_the_summary_all_positions_and_what_both_sides_state() -> None:
    whole = desk(examine(EXAMPLE)[0])
    ids = told(whole)
    assert {"closure-agreed", "free-ferry", "users-over-300", "users-at-least-350"} <= ids
    assert {id_ for id_, claim in whole.weighed.claims.items() if claim.kind in ("position", "reply")} <= ids
    assert {
        id_ for id_, claim in whole.weighed.claims.items() if claim.status.name == "stated by opposing parties"
    } <= ids


def test_a_choice_is_all_it_tells(tmp_path: Path) -> None:
    assert told(laid(tmp_path, "free-ferry")) == {"free-ferry"}
    assert view(laid(tmp_path / "again", "free-ferry", "closure-weeks")).claims() == ("free-ferry", "closure-weeks")


def test_an_answer_brings_the_differing_answer_of_its_group(tmp_path: Path) -> None:
    assert told(laid(tmp_path, "users-over-300")) == {"users-over-300", "users-at-least-350"}


def test_a_position_and_its_reply_bring_each_other(tmp_path: Path) -> None:
    whole = desk(examine(EXAMPLE)[0])
    position, replies = next(iter(whole.replies.items()))
    assert told(laid(tmp_path / "a", position)) == {position, *replies}
    assert told(laid(tmp_path / "b", replies[0])) >= {position, *replies}
    (point,) = [
        point
        for dispute in view(laid(tmp_path / "c", position)).disputes
        for point in dispute.points
        if point.claim.id == position
    ]
    assert [reply.id for reply in point.replies] == replies


def test_every_claim_has_its_status_its_speakers_and_a_note() -> None:
    brief = view(desk(examine(EXAMPLE)[0]))
    points = [point for section in brief.sections for point in section.points]
    points += [*brief.both, *(point for dispute in brief.disputes for point in dispute.points)]
    notes = {note.id for note in brief.endnotes}
    assert points
    for point in points:
        for claim in (point.claim, *point.replies):
            assert claim.status.name
            assert claim.heard
            assert claim.notes
            assert set(claim.notes) <= notes


def test_it_publishes_no_passage_that_other_pages_do_not() -> None:
    pages = {page.uri: page.markdown for page in build(EXAMPLE).pages}
    brief = view(desk(examine(EXAMPLE)[0]))
    others = "".join(markdown for uri, markdown in pages.items() if uri.startswith("claims/"))
    assert [note.quotation for note in brief.endnotes if f"“{note.quotation}”" not in others] == []


def test_voices_name_a_speaker_once_and_notes_name_the_channel() -> None:
    ann = Speaker("Ann Bell", "actors/ann.md", "", "X", (S1,), against=False)
    again = Speaker("Ann Bell", "actors/ann.md", "", "", (S2, S1), against=False)
    (heard,) = voices([ann, again])
    assert (heard.name, heard.channel, heard.labels) == ("Ann Bell", "", "S1, S2")
    assert (in_note(ann).channel, in_note(ann).labels) == ("X", "S1")


def test_voices_without_a_name_say_so() -> None:
    own = Speaker("", "", "", "", (S1, S2), against=False)
    unnamed = Speaker("", "", "reports", "", (S1,), against=True)
    assert [(one.words, one.labels, one.against) for one in voices([own, unnamed])] == [
        ("S1 and S2 in their own voices", "", False),
        ("a speaker left unnamed, “reports”", "S1", True),
    ]
    assert in_note(Speaker("", "", "", "", (S1,), against=False)).words == "S1 in its own voice"


def test_the_size_of_the_pdf_is_said_in_kilobytes() -> None:
    assert pdf_in_words(84_001) == "PDF, tagged, 85 KB"
    assert pdf_in_words(None) == "PDF, tagged"
