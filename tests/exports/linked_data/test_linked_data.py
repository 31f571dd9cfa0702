"""facts.jsonld: read without a network, with terms that exist, and telling no more and no less than the facts."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from rdflib import PROV, RDF, SDO, Graph, Literal, URIRef

from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.exports.linked_data import URI, linked_data, linked_pages
from generator.exports.linked_data.dataset import FILES
from generator.site import Wish, build
from generator.telling import Facts, tell
from generator.writing.addresses import claim_page
from tests.exports.linked_data.conftest import ADDRESS, EXAMPLE, HOSTILE
from tests.exports.linked_data.reading import OA, Data, as_list, graph, misfits, nodes, unknown_terms
from tests.test_withheld import SECRET

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def read(written: dict[str, bytes]) -> Graph:
    return graph(written[URI])


def test_it_is_read_without_a_network_and_every_term_is_known(read: Graph, data: Data) -> None:
    assert unknown_terms(read) == []
    assert len(set(read.subjects(RDF.type, SDO.Claim))) == 16
    assert not isinstance(data["@context"], str)


def test_unknown_terms_are_found(data: Data) -> None:
    data["@graph"][0] |= {"sayings": "x", "oa:hasHat": "x", "prov:wasSeen": "x", "@type": "Gossip"}
    found = [term.rpartition("/")[2].rpartition("#")[2] for term in unknown_terms(graph(data))]
    assert sorted(found) == ["Gossip", "hasHat", "sayings", "wasSeen"]


@pytest.mark.parametrize("address", [None, ADDRESS])
@pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "dossier"])
def test_the_data_fit_their_shapes(root: Path, address: str | None, shapes: Graph) -> None:
    file, _ = linked_data(tell(examine(root)[0], site_url=address))
    assert misfits(file.content, shapes) == ""
    assert unknown_terms(graph(file.content)) == []


def test_status_speaker_and_scope_travel_with_every_claim_passage_source_and_actor(facts: Facts, data: Data) -> None:
    scope = f"What this rests on: {facts.dossier.scope.text}"
    for kind in ("Claim", "Quotation", "prov:Agent", "CreativeWork", "Event", "Collection", "Question", "Dataset"):
        told = [node for node in nodes(data["@graph"], kind) if "identifier" in node or "author" in node]
        assert {node["disambiguatingDescription"] for node in told} <= {scope}, kind
        assert told or kind == "Dataset"
    claims = {claim.url: claim for claim in facts.claims}

    def walk(node: Any) -> None:
        for item in node if isinstance(node, list) else node.values() if isinstance(node, dict) else []:
            walk(item)
        if isinstance(node, dict) and "creativeWorkStatus" in node:
            claim = claims[node["@id"]]
            assert (node["creativeWorkStatus"], node["creditText"]) == (claim.status, claim.said_by)

    walk(data["@graph"])
    assert all("creativeWorkStatus" in node["body"] for node in nodes(data, "Annotation"))


def test_who_says_it_is_an_actor_a_speaker_left_unnamed_or_the_article(facts: Facts, data: Data) -> None:
    told = {node["identifier"]: node["author"] for node in nodes(data, "Claim")}
    assert told["closure-weeks"] == {"@id": f"{ADDRESS}actors/dana-orrell/"}
    assert told["first-crossing"] == {"@id": f"{ADDRESS}sources/bulletin/"}
    assert told["rotten-boards"] == {"@type": "Thing", "name": "a speaker left unnamed, “Reports indicate”"}
    claim = next(claim for claim in facts.claims if claim.id == "residents-not-told")
    against = {one.claimant for one in claim.evidence if one.stance == "refutes"}
    assert against
    assert not any(f"{ADDRESS}actors/{id_}/" in str(told["residents-not-told"]) for id_ in against)
    actors = nodes(data["@graph"], "prov:Agent")
    types = {node["identifier"]: node["@type"][0] for node in actors if "identifier" in node}
    assert types["dana-orrell"] == "Person"
    assert types["lenford-council"] == "Organization"


def test_offsets_cut_the_words_out_of_the_stored_text(weighed: Weighed, read: Graph) -> None:
    texts = {
        f"ni:///sha-256;{base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()}": text
        for text in weighed.dossier.texts.values()
    }
    count = 0
    for target in read.subjects(RDF.type, OA.SpecificResource):
        text = texts[str(read.value(target, OA.hasSource))]
        quote, position = sorted(read.objects(target, OA.hasSelector), key=lambda one: (one, OA.start, None) in read)
        start, end = (int(str(read.value(position, term))) for term in (OA.start, OA.end))
        assert text[start:end] == str(read.value(quote, OA.exact))
        assert text[:start].endswith(str(read.value(quote, OA.prefix, default=Literal(""))))
        assert text[end:].startswith(str(read.value(quote, OA.suffix, default=Literal(""))))
        count += 1
    assert count >= sum(len(claim.passages) for claim in weighed.claims.values())
    assert list(read.objects(None, OA.prefix))
    assert list(read.objects(None, OA.suffix))


def test_a_passage_with_an_omission_is_one_passage_of_several_targets(weighed: Weighed, facts: Facts) -> None:
    claim = facts.claims[0]
    text = weighed.dossier.texts[(one := claim.evidence[0]).source]
    cut = one.model_copy(update={"spans": [(0, 9), (20, 31)], "exact": f"{text[0:9]} [...] {text[20:31]}"})
    changed = [claim.model_copy(update={"evidence": [cut]}), *facts.claims[1:]]
    file, _ = linked_data(facts.model_copy(update={"claims": changed}))
    data = json.loads(file.content)
    told = next(node for node in nodes(data, "Annotation") if node["body"]["@id"] == claim.url)
    exacts = [target["selector"][0]["exact"] for target in told["target"]]
    assert exacts == [text[0:9], text[20:31]]
    assert [target["isPartOf"]["@id"] for target in told["target"]] == [f"{claim.url}#passage-{one.number}"] * 2
    assert told["target"][0]["isPartOf"]["text"] == cut.exact


def test_every_passage_has_its_place_on_the_page_of_its_claim(read: Graph) -> None:
    pages = {page.uri: page.markdown for page in build(EXAMPLE, Wish(ADDRESS)).pages}
    places = [str(one) for one in read.subjects(RDF.type, SDO.Quotation)]
    assert len(places) >= 20
    for place in places:
        page, _, fragment = place.removeprefix(ADDRESS).partition("/#")
        assert f'<figure class="fs-passage" id="{fragment}"' in pages[f"{page}.md"], place


def test_a_withheld_passage_keeps_its_place(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "root"))
    file = root / "facts" / "agreements" / "bridge-closure.yml"
    passage = "          that the Heron Footbridge will close for repairs.\n"
    text = file.read_text(encoding="utf-8")
    assert text.count(passage) == 1
    file.write_text(text.replace(passage, f"{passage}        withheld: legal\n"), encoding="utf-8")
    told = next(claim for claim in tell(examine(root)[0]).claims if claim.id == "closure-agreed")
    assert [(one.source, one.number) for one in told.evidence] == [("courier", 2)]


def test_what_is_withheld_has_its_place_and_no_words(withheld_root: Path, shapes: Graph) -> None:
    facts = tell(examine(withheld_root)[0], site_url=ADDRESS)
    file, _ = linked_data(facts)
    claims = {node["identifier"]: node for node in nodes(json.loads(file.content)["@graph"], "Claim")}
    for withheld in facts.withheld:
        assert claims[withheld.id]["conditionsOfAccess"].startswith("Withheld: ")
        assert not {"text", "author", "appearance", "creditText"} & claims[withheld.id].keys()
    assert claims["closure-weeks"]["conditionsOfAccess"] == (
        "A passage of courier is withheld. Withheld: there is a legal reason."
    )
    assert misfits(file.content, shapes) == ""
    told = "".join(linked_pages(facts)(claim_page(one.id), "a claim") for one in (*facts.claims, *facts.withheld))
    assert [words for words in SECRET if words in file.content.decode() + told] == []


def test_a_claim_is_derived_from_the_passages_for_it_alone(facts: Facts, read: Graph) -> None:
    for claim in facts.claims:
        derived = {str(one) for one in read.objects(URIRef(claim.url), PROV.wasDerivedFrom)}
        assert derived == {f"{claim.url}#passage-{one.number}" for one in claim.evidence if one.stance == "supports"}


def test_only_declared_origins_are_told_and_texts_that_share_one_lead_to_the_same(read: Graph, data: Data) -> None:
    sources = {f"{ADDRESS}sources/{name}/": name for name in ("bulletin", "courier", "gazette")}
    origins = {name: set(read.objects(URIRef(url), PROV.wasDerivedFrom)) for url, name in sources.items()}
    assert origins["bulletin"] == set()
    assert origins["courier"] == origins["gazette"]
    assert len(origins["gazette"]) == 1
    origin = next(node for node in data["@graph"] if node.get("@id") == "_:origin-meeting-notice")
    assert origin["conditionsOfAccess"] == "The original is not known."


def test_the_version_is_attributed_to_the_editors(facts: Facts, read: Graph) -> None:
    sheet = URIRef(facts.dossier.id)
    names = [str(read.value(one, SDO.name)) for one in read.objects(sheet, PROV.wasAttributedTo)]
    assert names == facts.dossier.editors
    assert str(read.value(sheet, SDO.version)) == facts.version


def test_every_file_that_is_listed_is_there() -> None:
    assert set(FILES) <= {file.uri for file in build(EXAMPLE).files}


def test_there_is_no_verdict_and_no_first_appearance(read: Graph) -> None:
    assert list(read.subjects(RDF.type, SDO.ClaimReview)) == []
    verdicts = (SDO.reviewRating, SDO.claimReviewed, SDO.firstAppearance, SDO.acceptedAnswer)
    assert [term for term in verdicts if (None, term, None) in read] == []


def test_hostile_text_comes_through_unchanged(hostile: Facts, shapes: Graph) -> None:
    file, _ = linked_data(hostile)
    data = json.loads(file.content)
    read = graph(file.content)
    for term in (SDO.text, SDO.creditText, SDO.name, OA.exact, SDO.description):
        assert HOSTILE in {str(one) for one in read.objects(None, term)}, term
    assert {node["selector"][0]["exact"] for node in nodes(data, "SpecificResource")} == {HOSTILE}
    assert misfits(file.content, shapes) == ""


def test_a_record_is_a_line(written: dict[str, bytes]) -> None:
    lines = written[URI].decode().splitlines()
    assert [json.loads(line.removesuffix(","))["@id"] for line in lines[2:-1]]
    assert lines[1] == '"@graph": ['


def test_prefixes_are_words_the_file_tells_anyway(data: Data) -> None:
    told = " ".join(node["exact"] for node in nodes(data, "TextQuoteSelector"))
    for node in nodes(data, "TextQuoteSelector"):
        for name in ("prefix", "suffix"):
            assert all(word in told for word in as_list(node.get(name, "")))
