"""The pages of the example dossier: which there are, and what stands on each kind."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from generator.evidence.weighing import Weighed, weigh
from generator.exports import exports
from generator.problems import CODES
from generator.reading.dossier import Record
from generator.telling import tell
from generator.writing.addresses import web_path
from generator.writing.cited import cited
from generator.writing.citing import Citable, Citation, Form
from generator.writing.desk import desk
from generator.writing.escaping import escape
from generator.writing.naming import source_label
from generator.writing.pages import Page, Surroundings, pages
from generator.writing.pieces import Link
from generator.writing.views import MovedView

LINK = re.compile(r"\]\(([^)]+)\)")


def test_every_record_and_claim_has_a_page(weighed: Weighed, written: dict[str, Page]) -> None:
    assert {f"claims/{id_}.md" for id_ in weighed.claims} <= set(written)
    for record in weighed.dossier.records():
        folder = record.file.split("/")[1]
        assert written[f"{folder}/{record.id}.md"].origin == record.file
    assert list(written) == sorted(written)


def test_every_link_leads_to_a_page_or_a_data_file(weighed: Weighed, written: dict[str, Page]) -> None:
    known = {*written, "data/brief.pdf", *(file.uri for file in exports(weighed, tell(weighed)))}
    for uri, page in written.items():
        for link in LINK.findall(page.markdown):
            target = link.split("#")[0]
            if target and not link.startswith("https://"):
                path = posixpath.normpath(posixpath.join(posixpath.dirname(uri), target))
                assert re.sub(r"/(claim\.json|embed/index\.html)$", ".md", path) in known, (uri, link)


def test_every_note_is_cited_and_defined_once(written: dict[str, Page]) -> None:
    for uri, page in written.items():
        defined = re.findall(r"^\[\^(p\d+)\]: ", page.markdown, re.M)
        cited = set(re.findall(r"(?<!^)\[\^(p\d+)\]", page.markdown, re.M))
        assert len(defined) == len(set(defined)), uri
        assert set(defined) == cited, uri


def test_every_note_quotes_its_source(weighed: Weighed, written: dict[str, Page]) -> None:
    texts = [_unmarked(text) for text in weighed.dossier.texts.values()]
    exacts = {_unmarked(passage.proof.exact) for claim in weighed.claims.values() for passage in claim.passages}
    for page in written.values():
        for quotation in re.findall(r"^\[\^p\d+\]: “(.+)” — ", page.markdown, re.M):
            plain = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), quotation)
            assert "“" not in plain, "marks within marks are single ones"
            parts = _unmarked(plain).split(" [...] ")
            assert _unmarked(plain) in exacts or any(parts[0] in text for text in texts)


def test_the_link_to_a_passage_has_the_words_as_they_are_stored(written: dict[str, Page]) -> None:
    page = written["claims/closure-weeks.md"].markdown
    assert "would last ‘at least 12 weeks.’</mark>”" in page
    (link,) = re.findall(r"\(https://gazette\.example/\S+#:~:text=Dana\S+\)", page)
    assert unquote(html.unescape(link)).endswith("“at least 12 weeks.”)")


def _unmarked(text: str) -> str:
    """Give a text with all marks of quotation alike."""
    return re.sub("[“”‘’\"']", "'", text)


def test_the_scope_line_stands_on_every_page(weighed: Weighed, written: dict[str, Page]) -> None:
    head = weighed.dossier.head
    assert head
    for uri, page in written.items():
        assert head.data.scope.text in page.markdown, uri


def test_no_attribute_list_is_torn_off_its_line(written: dict[str, Page]) -> None:
    for page in written.values():
        for line in page.markdown.split("\n"):
            if "{ .fs-" in line:
                marks = "status|reading|differs|brief-status|brief-role|place|accounts"
                inline = re.search(rf"[*)]\{{ \.fs-({marks})[ }}]", line)
                assert line.startswith("{ .fs-") or inline or re.fullmatch(r"# .+ \{ \.fs-statement \}", line)


def test_each_statement_is_cited_and_says_who_says_it(weighed: Weighed, written: dict[str, Page]) -> None:
    for id_, claim in weighed.claims.items():
        page = written[f"claims/{id_}.md"].markdown
        assert re.search(r"^Said by\n:   .*\[\^p1\]", page, re.M)
        assert f"\n# {escape(claim.statement)} {{ .fs-statement }}\n" in page
        assert page.split("---\n", 2)[2].split("## Cite this")[0].count(escape(claim.statement)) == 1
        assert f"*{claim.status.name}*{{ .fs-status" in page
        for passage in claim.passages:
            claimant = passage.evidence.claimant
            if claimant and claimant != "unnamed":
                assert f"](../actors/{claimant}.md)" in page


def test_passages_for_and_against_stand_apart(written: dict[str, Page]) -> None:
    page = written["claims/residents-not-told.md"].markdown
    before, after = page.split("## Passages against it")
    quoted = r"<mark[^>]*>Lenford’s council rejects this\."
    assert re.search(quoted, after)
    assert not re.search(quoted, before)


def test_a_position_without_reply_says_so_and_one_with_a_reply_shows_it(
    weighed: Weighed, written: dict[str, Page]
) -> None:
    dispute = "ferry-notice"
    page = written[f"disputes/{dispute}.md"].markdown
    assert "### Reply: [" in page
    assert "letters had gone to every household" in page
    record = weighed.dossier.disputes[dispute]
    bare = record.data.model_copy(update={"replies": []})
    claims = {id_: entry for id_, entry in weighed.dossier.claims.items() if entry.kind != "reply"}
    disputes = {**weighed.dossier.disputes, dispute: Record(record.kind, record.id, bare, record.places)}
    alone = weigh(replace(weighed.dossier, claims=claims, disputes=disputes))
    page = next(item.markdown for item in pages(alone) if item.uri == f"disputes/{dispute}.md")
    assert "These articles carry no reply; one may exist elsewhere." in page
    assert "### Reply" not in page


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
    page = written["sources/courier.md"].markdown
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


def test_a_claim_page_tells_its_status_once_with_rule_and_inputs(weighed: Weighed, written: dict[str, Page]) -> None:
    for id_, claim in weighed.claims.items():
        page = written[f"claims/{id_}.md"].markdown.split("\n## ")[0]
        found = re.search(r"^Status\n:   \*(.+?)\*\{ .+\n:   Rule: (.+) Here: (.+)$", page, re.M)
        assert found, id_
        assert found[1] == claim.status.name
        assert found[2] == escape(claim.status.rule)
        assert found[3] == escape(claim.status.inputs)
        assert page.count(".fs-status") == 1


def test_a_position_says_that_a_reply_is_recorded_and_where(written: dict[str, Page]) -> None:
    told = "[a reply is recorded](#replies){ .fs-accounts }"
    having = [uri for uri, page in written.items() if told in page.markdown.split("\n## ")[0]]
    assert having == ["claims/residents-not-told.md"]
    assert "## Replies { #replies }" in written[having[0]].markdown
    elsewhere = "[a reply is recorded](../claims/residents-not-told.md#replies)"
    assert elsewhere in written["disputes/ferry-notice.md"].markdown
    assert written["disputes/ferry-notice.md"].markdown.count("a reply is recorded") == 1


def test_a_description_says_first_who_says_it(weighed: Weighed, written: dict[str, Page]) -> None:
    for id_, claim in weighed.claims.items():
        described = written[f"claims/{id_}.md"].markdown.split('\ndescription: "')[1].split('"\n')[0]
        passage = next(passage for passage in claim.passages if passage.evidence.stance == "supports")
        claimant = weighed.dossier.actors.get(passage.evidence.claimant or "")
        assert passage.source.id in described.split("“")[0], described
        assert claimant is None or claimant.data.name in described, described
        assert claim.status.name in described.lower()


def test_each_page_is_cited_once_at_its_foot_and_a_moved_one_not_at_all(weighed: Weighed) -> None:
    asked: dict[str, Citable] = {}

    def cite(page: Citable) -> Citation:
        asked[page.path] = page
        return Citation(page.noun, (Form("plain", "Plain text", ((f"cite {page.key}", False),)),), (), "0123", "today")

    found = {page.uri: page.markdown for page in pages(weighed, Surroundings("https://a.example/x", cite))}
    for uri, markdown in found.items():
        target = asked.get(f"/{web_path(uri)}")
        assert markdown.count('<details class="fs-cite"') == (1 if target else 0), uri
        assert ("has a new address" in markdown) == (target is None), uri
        if target:
            assert target.address == f"https://a.example/x{target.path}"
            assert f"cite {target.key}<" in markdown
            assert "#" not in markdown.split("</details>")[-1].split("\n## Notes")[0]  # only notes come after
            assert 'version: "0123"' in markdown.split("\n---\n")[0]
    assert asked["/claims/bridge-shut/"].noun == "claim"
    assert asked["/"].form == "Fact sheet"


def test_a_page_that_moved_is_not_what_to_cite(weighed: Weighed) -> None:
    def cite(page: Citable) -> Citation:
        raise AssertionError(page.path)

    head = desk(weighed).sheet("events/old.md").head("Moved: x", "This page has a new address.")
    view = MovedView(head, (), Link("x", "events/new.md"))
    assert cited(view, "events/old.md", site_url=None, cite=cite) is view


def test_a_claim_is_cited_with_who_says_it(weighed: Weighed) -> None:
    forms: dict[str, str] = {}

    def cite(page: Citable) -> Citation:
        forms[page.path] = page.form
        return Citation(page.noun, (), (), "", "")

    assert list(pages(weighed, Surroundings(cite=cite)))
    for claim in weighed.claims.values():
        told = forms[f"/claims/{claim.id}/"]
        assert told.startswith(f"Claim {claim.status.name}: ")
        for passage in claim.passages:
            assert source_label(passage.source.id) in told
            actor = weighed.dossier.actors.get(passage.evidence.claimant or "")
            assert (actor.data.name if actor else "") in told
            assert (passage.evidence.words or "") in told
            assert ("against: " in told) >= (passage.evidence.stance == "refutes")


def dates_of(page: Page) -> list[str]:
    """Give the dates that head a page's sections."""
    found = re.findall(r"^## (?:<time.*?>)?(.*?)(?:</time>)?(?: \(derived\))? \{ #d-", page.markdown, re.M)
    return [date for date in found if re.search(r"\d{4}$", date)]


def test_a_month_comes_after_its_days_and_each_date_stands_once(weighed: Weighed, written: dict[str, Page]) -> None:
    entries = dict(weighed.claims)
    first = entries["first-crossing"]
    assert first.dated
    month = first.dated.model_copy(update={"derived": "2025-03"})
    data = first.entry.data.model_copy(update={"date": month})
    entries["first-crossing"] = replace(first, entry=replace(first.entry, data=data), dated=month)
    page = next(page for page in pages(replace(weighed, claims=entries)) if page.uri == "timeline.md")
    dates = dates_of(page)
    assert len(dates) == len(set(dates))
    inside = [place for place, date in enumerate(dates) if re.fullmatch(r"\d.* March 2025", date)]
    assert inside
    assert max(inside) < dates.index("March 2025")
    short = written["index.md"].markdown.split("## Timeline in short")[1].split("\n## ")[0]
    told = re.findall(r"^- <span id=.*?>(.*?)(?: \(\[derived\].*?)?</span>: ", short, re.M)
    assert told == dates_of(written["timeline.md"])


def test_every_record_on_the_timeline_tells_its_claims(weighed: Weighed, written: dict[str, Page]) -> None:
    page = written["timeline.md"].markdown
    parts = re.split(r"^### ", page, flags=re.M)[1:]
    assert all("[evidence](claims/" in part for part in parts)
    kinds = ("agreement", "event", "dispute", "background")
    wanted = sorted(id_ for id_, claim in weighed.claims.items() if claim.entry.record.kind in kinds)
    assert sorted(re.findall(r"\[evidence\]\(claims/([a-z0-9-]+)\.md\)", page)) == wanted


def test_lists_give_a_derived_date_one_link_instead_of_notes(written: dict[str, Page]) -> None:
    for uri in ("index.md", "agreements/index.md", "claims/index.md"):
        dates = re.findall(r"\(\[derived\]\([^)]+\)\{ title=\"why\" \}\)(.?.?)", written[uri].markdown)
        assert all(not after.startswith("[^") for after in dates)
    assert '([derived](events/ferry-start.md){ title="why" })' in written["index.md"].markdown


def test_all_claims_stand_under_their_records_once(weighed: Weighed, written: dict[str, Page]) -> None:
    page = written["claims/index.md"].markdown
    assert sorted(re.findall(r"\[evidence\]\(([a-z0-9-]+)\.md\)", page)) == sorted(weighed.claims)
    kinds = re.findall(r"^## .* \(([a-z]+)\)$", page, re.M)
    order = ["agreement", "event", "dispute", "background", "actor"]
    assert kinds == sorted(kinds, key=order.index)


def test_home_says_how_far_it_reaches_and_when_it_changed(written: dict[str, Page]) -> None:
    line = r"Nothing here is later than .+\. Last changed \d+ \w+ \d{4}\.\n\{ \.fs-told \}"
    assert re.search(line, written["index.md"].markdown.split("\n## ")[0])


def test_statements_told_again_stay_out_of_the_search(written: dict[str, Page]) -> None:
    for uri, page in written.items():
        for line in page.markdown.split("\n"):
            if line.startswith(('<div class="fs-claim"', '<div class="fs-difference"', '<div class="fs-scroll"')):
                assert "data-search-exclude" in line, uri
        if re.search(r"^\[\^p1\]: ", page.markdown, re.M):
            assert "## Notes { #notes data-search-exclude }" in page.markdown, uri


def test_labels_of_sources_are_explained_on_every_page(written: dict[str, Page]) -> None:
    for uri, page in written.items():
        assert re.search(r"bulletin, courier and gazette are the \[sources\]\(.*index\.md\)", page.markdown), uri


def test_one_source_is_one(weighed: Weighed) -> None:
    alone = {id_: record for id_, record in weighed.dossier.sources.items() if id_ == "gazette"}
    head = desk(replace(weighed, dossier=replace(weighed.dossier, sources=alone))).sheet("x.md").head("X", "Y")
    assert (head.labels, head.noun) == ("gazette is", "source")


def test_an_actor_that_speaks_for_no_party_is_told_as_such(weighed: Weighed, written: dict[str, Page]) -> None:
    told = "The dossier places this speaker with no party."
    placed = {id_: actor.data.party for id_, actor in weighed.dossier.actors.items()}
    assert all(not placed[id_] for id_ in placed if told in written[f"actors/{id_}.md"].markdown)
    actors = {
        id_: Record(actor.kind, id_, actor.data.model_copy(update={"party": None}), actor.places)
        for id_, actor in weighed.dossier.actors.items()
    }
    silent = next(iter(actors.values()))
    bare = silent.data.model_copy(update={"roles": [], "utterances": []})
    actors["nobody"] = Record(silent.kind, "nobody", bare, silent.places)
    speaking = {item.evidence.claimant for claim in weighed.claims.values() for item in claim.passages}
    found = {page.uri: page for page in pages(replace(weighed, dossier=replace(weighed.dossier, actors=actors)))}
    assert {id_ for id_ in actors if told in found[f"actors/{id_}.md"].markdown} == speaking & set(actors)
