"""The pages of the example dossier: which there are, and what stands on each kind."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

import pytest

from generator.evidence.weighing import Weighed, weigh
from generator.problems import CODES
from generator.reading.dossier import Record
from generator.writing.pages import Page, pages

LINK = re.compile(r"\]\(([^)]+)\)")


def test_every_record_and_claim_has_a_page(weighed: Weighed, written: dict[str, Page]) -> None:
    assert {f"claims/{id_}.md" for id_ in weighed.claims} <= set(written)
    for record in weighed.dossier.records():
        folder = record.file.split("/")[1]
        assert written[f"{folder}/{record.id}.md"].origin == record.file
    assert list(written) == sorted(written)


def test_every_link_leads_to_a_page_or_a_data_file(written: dict[str, Page]) -> None:
    known = {*written, "data/facts.json", "data/facts.schema.json"}
    for uri, page in written.items():
        for link in LINK.findall(page.markdown):
            target = link.split("#")[0]
            if target:
                assert posixpath.normpath(posixpath.join(posixpath.dirname(uri), target)) in known, (uri, link)


def test_every_note_is_cited_and_defined_once(written: dict[str, Page]) -> None:
    for uri, page in written.items():
        defined = re.findall(r"^\[\^(p\d+)\]: ", page.markdown, re.M)
        cited = set(re.findall(r"(?<!^)\[\^(p\d+)\]", page.markdown, re.M))
        assert len(defined) == len(set(defined)), uri
        assert set(defined) == cited, uri


def test_every_note_quotes_its_source(weighed: Weighed, written: dict[str, Page]) -> None:
    exacts = {passage.proof.exact for claim in weighed.claims.values() for passage in claim.passages}
    for page in written.values():
        for quotation in re.findall(r"^\[\^p\d+\]: “(.+)” — ", page.markdown, re.M):
            plain = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), quotation)
            parts = plain.split(" [...] ")
            assert plain in exacts or any(parts[0] in text for text in weighed.dossier.texts.values())


def test_the_scope_line_stands_on_every_page(weighed: Weighed, written: dict[str, Page]) -> None:
    head = weighed.dossier.head
    assert head
    for uri, page in written.items():
        assert head.data.scope.text in page.markdown, uri


def test_no_attribute_list_is_torn_off_its_line(written: dict[str, Page]) -> None:
    for page in written.values():
        for line in page.markdown.split("\n"):
            if "{ .fs-" in line:
                assert line.startswith("{ .fs-") or re.search(r"\*\{ \.fs-(status|reading|differs) ", line)


def test_each_statement_is_cited_and_says_who_says_it(weighed: Weighed, written: dict[str, Page]) -> None:
    for id_, claim in weighed.claims.items():
        page = written[f"claims/{id_}.md"].markdown
        assert re.search(r"\[\^p1\].*\n\{ \.fs-lead \}", page)
        assert f"*{claim.status.name}*{{ .fs-status" in page
        for passage in claim.passages:
            claimant = passage.evidence.claimant
            if claimant and claimant != "unnamed":
                assert f"](../actors/{claimant}.md)" in page


def test_passages_for_and_against_stand_apart(written: dict[str, Page]) -> None:
    page = written["claims/residents-not-told.md"].markdown
    before, after = page.split("## Passages against it")
    assert "Lenford’s council rejects this." in after
    assert "Lenford’s council rejects this." not in before


def test_a_position_without_reply_says_so_and_one_with_a_reply_shows_it(
    weighed: Weighed, written: dict[str, Page]
) -> None:
    dispute = "ferry-notice"
    page = written[f"disputes/{dispute}.md"].markdown
    assert "**Reply**" in page
    assert "letters had gone to every household" in page
    record = weighed.dossier.disputes[dispute]
    bare = record.data.model_copy(update={"replies": []})
    claims = {id_: entry for id_, entry in weighed.dossier.claims.items() if entry.kind != "reply"}
    disputes = {**weighed.dossier.disputes, dispute: Record(record.kind, record.id, bare, record.places)}
    alone = weigh(replace(weighed.dossier, claims=claims, disputes=disputes))
    page = next(item.markdown for item in pages(alone) if item.uri == f"disputes/{dispute}.md")
    assert "These articles carry no reply; one may exist elsewhere." in page
    assert "**Reply**" not in page


def test_derived_dates_are_marked_with_the_reason(written: dict[str, Page]) -> None:
    page = written["events/ferry-start.md"].markdown
    assert "10 March 2025 *(derived: " in page


def test_set_aside_text_is_never_published(weighed: Weighed, written: dict[str, Page]) -> None:
    titles = {source.data.title for source in weighed.dossier.sources.values()}  # a source is named by its title
    for (record, path), item in weighed.quoted.items():
        proof = weighed.proof_of(record, path)
        if item.use == "set-aside" and proof:
            start, end = proof.hull
            text = weighed.dossier.texts[item.source][start:end]
            assert text in titles or all(text not in page.markdown for page in written.values())


def test_source_pages_say_what_is_not_known(written: dict[str, Page]) -> None:
    page = written["sources/gazette.md"].markdown
    assert re.search(r"\*\*Not known:\*\* .*author, publication, publisher, date of publication, address", page)


def test_the_method_page_has_every_code(written: dict[str, Page]) -> None:
    for code in CODES:
        assert f"<code>{code}</code>" in written["method.md"].markdown.replace("&#45;", "-")


def test_the_site_never_judges_truth(written: dict[str, Page]) -> None:
    for page in written.values():
        own = re.sub(r"“[^”]*”", "", page.markdown)
        assert not re.search(r"\b(proven|verified|confirmed)\b", own, re.I)


def test_an_address_from_before_leads_on(weighed: Weighed) -> None:
    event = weighed.dossier.events["ferry-start"]
    renamed = event.data.model_copy(update={"formerly": ["ferry-begins"]})
    events = {**weighed.dossier.events, "ferry-start": Record(event.kind, event.id, renamed, event.places)}
    found = {page.uri: page for page in pages(replace(weighed, dossier=replace(weighed.dossier, events=events)))}
    assert "(ferry-start.md)" in found["events/ferry-begins.md"].markdown


def test_hostile_text_makes_no_markup(weighed: Weighed) -> None:
    nasty = "<script>x</script> *a* [b](javascript:c) | {: .d } [^1]"
    head = weighed.dossier.head
    assert head
    data = head.data.model_copy(update={"title": nasty, "question": nasty, "licence": nasty, "contact": nasty})
    dossier = replace(weighed.dossier, head=Record(head.kind, head.id, data, head.places))
    for page in pages(replace(weighed, dossier=dossier)):
        assert "<script" not in page.markdown
        _, _, body = page.markdown.split("---\n", 2)
        assert "](javascript" not in body


@pytest.mark.parametrize("uri", ["index.md", "timeline.md", "data.md", "method.md", "claims/index.md"])
def test_pages_in_front_exist(written: dict[str, Page], uri: str) -> None:
    assert written[uri].markdown.startswith("---\ntitle: ")
