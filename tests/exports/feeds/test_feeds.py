"""The feeds: read back without a complaint, ids that stay, days of the data, nothing that is withheld."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree  # noqa: ICN001  # its own name says what it is

import feedparser  # type: ignore[import-untyped]  # it ships no types
import pytest

from generator.exports.feeds import feeds
from generator.exports.feeds.additions import ENOUGH
from generator.telling import Facts
from generator.telling.claims import Correction, WithheldClaim
from tests.exports.hostile import ADDRESS, HOSTILE, example, hostile

OLD = Correction(date="2025-03-20", wrong="It said ten.", now="It says nine.")
NEW = Correction(date="2025-03-22", wrong="It said nine.", now="It says eight.")
FEEDS = ("data/corrections.xml", "data/additions.xml")


def read(facts: Facts, uri: str, *, site_url: str | None = ADDRESS) -> Any:
    content = {file.uri: file.content for file in feeds(facts, site_url=site_url)}[uri]
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def changed(facts: Facts, **update: object) -> Facts:
    """Give the dossier with its first claim changed."""
    first, *rest = facts.claims
    return facts.model_copy(update={"claims": [first.model_copy(update=update), *rest]})


def full() -> Facts:
    """Give the example with corrections of one claim and a day for the next two."""
    facts = changed(example(), corrections=[OLD, NEW])
    first, second, third, *rest = facts.claims
    claims = [first, *(one.model_copy(update={"added": "2025-03-18"}) for one in (second, third)), *rest]
    return facts.model_copy(update={"claims": claims})


def ids(facts: Facts, uri: str) -> list[str]:
    return [entry.id for entry in read(facts, uri).entries]


def test_corrections_come_newest_first_with_status_speakers_and_scope() -> None:
    feed = read(full(), FEEDS[0])
    claim = example().claims[0]
    assert [(entry.updated, entry.summary) for entry in feed.entries] == [
        ("2025-03-22T00:00:00Z", "It said nine. It says eight."),
        ("2025-03-20T00:00:00Z", "It said ten. It says nine."),
    ]
    assert [entry.id for entry in feed.entries] == [f"{claim.url}#correction-2", f"{claim.url}#correction-1"]
    assert feed.feed.updated == "2025-03-22T00:00:00Z"
    for entry in feed.entries:
        assert entry.title == claim.statement
        assert entry.link == claim.url
        told = entry.content[0].value
        for words in (claim.status, claim.said_by, example().dossier.scope.text):
            assert f"<dd>{words}</dd>" in told


def test_a_further_correction_of_the_same_day_leaves_the_numbers_of_the_others() -> None:
    one, two = (Correction(date="2025-03-20", wrong=wrong, now="N.") for wrong in ("A.", "B."))
    before = {entry.id: entry.summary for entry in read(changed(example(), corrections=[one]), FEEDS[0]).entries}
    after = {entry.id: entry.summary for entry in read(changed(example(), corrections=[one, two]), FEEDS[0]).entries}
    assert before.items() <= after.items()


def test_additions_come_by_day_with_status_speakers_and_scope() -> None:
    feed = read(full(), FEEDS[1])
    days = [entry.published for entry in feed.entries]
    assert days == ["2025-03-18T00:00:00Z", "2025-03-18T00:00:00Z", "2025-03-12T00:00:00Z"]
    claims = {claim.url: claim for claim in full().claims}
    for entry in feed.entries:
        claim = claims[entry.link]
        assert (entry.id, entry.title) == (claim.url, claim.statement)
        assert entry.summary == f"{claim.status}: {claim.said_by}"
        assert example().dossier.scope.text in entry.content[0].value
        assert [tag.term for tag in entry.tags] == [claim.status]


def test_a_claim_without_a_day_is_in_no_feed_and_a_correction_makes_its_entry_newer() -> None:
    assert len(read(example(), FEEDS[1]).entries) == 1
    (entry,) = [
        one
        for one in read(changed(full(), added="2025-03-01"), FEEDS[1]).entries
        if one.published.startswith("2025-03-01")
    ]
    assert entry.updated == "2025-03-22T00:00:00Z"


@pytest.mark.parametrize("uri", FEEDS)
@pytest.mark.parametrize("site_url", [ADDRESS, None])
def test_ids_stay_when_words_and_ids_change(uri: str, site_url: str | None) -> None:
    facts = full()
    claims = [
        one.model_copy(update={"statement": "Other words.", "id": f"{one.id}-2", "formerly": [one.id]})
        for one in facts.claims
    ]
    reworded = facts.model_copy(update={"claims": claims})
    before, after = (read(told, uri, site_url=site_url) for told in (facts, reworded))
    assert [one.id for one in before.entries] == [one.id for one in after.entries]
    assert len({one.id for one in before.entries}) == len(before.entries) > 1
    assert before.feed.id == after.feed.id


@pytest.mark.parametrize("uri", FEEDS)
def test_bytes_are_those_of_the_data_and_of_no_clock(uri: str) -> None:
    assert [*feeds(example(), site_url=ADDRESS)] == [*feeds(example.__wrapped__(), site_url=ADDRESS)]
    assert read(example(), uri).feed.updated == "2025-03-12T00:00:00Z"
    assert read(example(), uri).feed.id != read(example(), FEEDS[1 - FEEDS.index(uri)]).feed.id


@pytest.mark.parametrize("uri", FEEDS)
def test_hostile_text_comes_back_whole(uri: str) -> None:
    facts = hostile()
    wrong = OLD.model_copy(update={"wrong": HOSTILE})
    facts = facts.model_copy(
        update={"claims": [one.model_copy(update={"corrections": [wrong]}) for one in facts.claims]}
    )
    feed = read(facts, uri)
    assert len(feed.entries) == len(facts.claims)
    content = {file.uri: file.content.decode() for file in feeds(facts, site_url=ADDRESS)}[uri]
    assert "<b>" not in content
    assert "</script" not in content
    for entry in feed.entries:
        # feedparser cleans what might be HTML; what is text and stays text is told by an XML parser below.
        assert "Їжак «ціна»" in entry.title
    root = ElementTree.fromstring(content)  # noqa: S314  # our own text
    titles = root.findall("{*}entry/{*}title")
    assert all(title.text == HOSTILE for title in titles)


def test_a_withheld_claim_leaves_its_entry_without_words() -> None:
    facts = full()
    gone, *rest = facts.claims[1:]
    place = WithheldClaim(
        id=gone.id, url=gone.url, kind=gone.kind, record=gone.record, formerly=[], reason="safety", added=gone.added
    )
    after = facts.model_copy(update={"claims": [facts.claims[0], *rest], "withheld": [place]})
    assert ids(after, FEEDS[1]) == ids(facts, FEEDS[1])
    (entry,) = [one for one in read(after, FEEDS[1]).entries if one.id == gone.url]
    assert entry.title == entry.summary == "Withheld: it could put people at risk."
    assert "content" not in entry
    assert gone.statement not in str(read(after, FEEDS[1]))


def test_old_days_are_left_out_whole_where_there_are_many() -> None:
    facts = example()
    claim = facts.claims[0]
    days = [f"2025-01-{number % 20 + 1:02}" for number in range(400)]
    claims = [
        claim.model_copy(update={"id": f"c{number}", "url": f"{ADDRESS}/claims/c{number}/", "added": day})
        for number, day in enumerate(days)
    ]
    entries = read(facts.model_copy(update={"claims": claims}), FEEDS[1]).entries
    assert len(entries) == ENOUGH
    assert min(one.published for one in entries) == "2025-01-16T00:00:00Z"
    one_more = [*claims, claims[0].model_copy(update={"id": "z", "added": "2025-01-16"})]
    assert len(read(facts.model_copy(update={"claims": one_more}), FEEDS[1]).entries) == ENOUGH + 1
