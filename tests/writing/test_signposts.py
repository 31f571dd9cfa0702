"""Pages of one folder have their links from one place, and those of another folder others."""

from __future__ import annotations

from generator.evidence.weighing import Weighed
from generator.writing.desk import desk


def test_pages_of_a_folder_share_their_links(weighed: Weighed) -> None:
    desk_ = desk(weighed)
    one, other, event = (desk_.sheet(page) for page in ("claims/a.md", "claims/b.md", "events/c.md"))
    source = next(iter(weighed.dossier.sources))
    claim = next(iter(weighed.claims))
    assert one.source(source) is other.source(source)
    assert one.record(claim) is other.record(claim)
    assert one.record(claim).href == f"{claim}.md"
    assert event.record(claim).href == f"../claims/{claim}.md"
    assert desk_.sheet("index.md").record(claim).href == f"claims/{claim}.md"


def test_speakers_are_told_apart_by_voice_and_sources(weighed: Weighed) -> None:
    sheet = desk(weighed).sheet("claims/a.md")
    first, second = list(weighed.dossier.sources)[:2]
    actor = next(iter(weighed.dossier.actors))
    said, against = (False, actor, "", ""), (True, actor, "", "")
    assert sheet.speaker(said, [first]) is sheet.speaker(said, [first])
    assert sheet.speaker(said, [first]) != sheet.speaker(against, [first])
    assert sheet.speaker(said, [first, second, first]).sources == (sheet.source(first), sheet.source(second))
