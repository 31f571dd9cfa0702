"""What heads of pages tell programs: small, safe inside a script, and the same as the file tells."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jinja2
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.exports.linked_data.in_page import LONGEST, in_script, linked_pages
from generator.overlay import LOOK
from generator.site import Site, Wish, build
from generator.telling import Facts, tell
from generator.writing.escaping import data as as_front_matter
from generator.writing.pages import Surroundings, pages
from tests.exports.linked_data.conftest import ADDRESS, EXAMPLE, HOSTILE
from tests.exports.linked_data.reading import Data, Scripts, graph, nodes, unknown_terms
from tests.revised_example import revised

ROOT = Path(__file__).parents[3]
SAME = {"text", "name", "creativeWorkStatus", "creditText", "temporal", "startDate", "sha256", "version"}
PLAIN = ("timeline.md", "who-says-what.md", "method.md", "claims/index.md", "actors/index.md", "data.md", "brief.md")


@pytest.fixture(scope="module")
def site() -> Site:
    return build(EXAMPLE, Wish(ADDRESS))


@pytest.fixture(scope="module")
def told(site: Site) -> dict[str, Data]:
    found = {page.uri: get_data(page.markdown)[1].get("linked_data") for page in site.pages}
    return {uri: json.loads(text) for uri, text in found.items() if text}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_script_and_front_matter(text: str) -> None:
    script = in_script({"text": text})
    assert script.isprintable()
    assert not set("<>&") & set(script)
    assert json.loads(script) == {"text": text}
    front = as_front_matter(script)
    assert "\n" not in front
    assert yaml.safe_load(f"linked_data: {front}\n") == {"linked_data": script}
    assert get_data(f"---\nlinked_data: {front}\n---\nx")[1] == {"linked_data": script}


@pytest.mark.parametrize("text", ["<", ">", "&", "a\nb", "\u2028"])
def test_text_that_is_not_ready_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="JSON for a script"):
        as_front_matter(text)


def test_every_page_tells_what_it_is_about_but_one_that_leads_on(tmp_path: Path) -> None:
    moved = build(revised(tmp_path / "root"), Wish(ADDRESS))
    silent = {page.uri for page in moved.pages if "linked_data" not in get_data(page.markdown)[1]}
    assert silent == {"claims/bridge-closed.md"}


def test_lists_and_pages_about_the_site_are_pages_about_the_fact_sheet(told: dict[str, Data], facts: Facts) -> None:
    overviews = {uri for uri, data in told.items() if data.get("@type") == "WebPage"}
    assert overviews >= set(PLAIN)
    assert not overviews & {f"claims/{claim.id}.md" for claim in facts.claims}
    assert len(told) - len(overviews) > 30
    for uri in overviews:
        assert told[uri]["about"]["version"] == facts.version
        assert facts.dossier.scope.text in told[uri]["disambiguatingDescription"]
    assert told["timeline.md"]["url"] == f"{ADDRESS}timeline/"


def test_every_page_tells_known_terms_and_is_small(told: dict[str, Data]) -> None:
    for uri, data in told.items():
        assert not isinstance(data["@context"], str)
        assert unknown_terms(graph(data)) == [], uri
        passages = list(nodes(data, "Annotation"))
        assert len(in_script(data)) <= LONGEST + sum(len(in_script(one)) for one in passages[:2]), uri


def test_a_claim_is_told_with_status_speaker_scope_and_passages(told: dict[str, Data], facts: Facts) -> None:
    for claim in facts.claims:
        data = told[f"claims/{claim.id}.md"]
        node = next(node for node in nodes(data, "Claim") if node.get("identifier") == claim.id)
        assert (node["@id"], node["text"], node["creativeWorkStatus"]) == (claim.url, claim.statement, claim.status)
        assert node["creditText"] == claim.said_by
        assert facts.dossier.scope.text in node["disambiguatingDescription"]
        assert node["author"]
        assert {one["body"]["@id"] for one in nodes(data, "Annotation")} == {claim.url}


def test_what_a_page_tells_the_file_tells_as_well(told: dict[str, Data], data: Data) -> None:
    whole = {node["@id"]: node for node in data["@graph"]}
    for uri, one in told.items():
        for node in one.get("@graph", [one]):
            if "identifier" in node:
                for name in SAME & node.keys():
                    assert whole[node["@id"]][name] == node[name], (uri, name)


def test_a_passage_against_it_stands_beside_the_first_one_for_it() -> None:
    facts = tell(examine(EXAMPLE)[0])
    claim = next(one for one in facts.claims if one.id == "residents-not-told")
    many = claim.model_copy(update={"evidence": [*[claim.evidence[0]] * 9, *claim.evidence[1:]]})
    changed = facts.model_copy(update={"claims": [many if one is claim else one for one in facts.claims]})
    data = json.loads(linked_pages(changed)(f"claims/{claim.id}.md", "a claim"))
    stances = [one["additionalProperty"]["value"] for one in nodes(data, "Annotation")]
    assert stances[:2] == ["supports", "refutes"]
    assert 2 <= len(stances) < 11


def test_the_home_page_tells_the_data_and_the_site(told: dict[str, Data], facts: Facts) -> None:
    sheet, site = told["index.md"]["@graph"]
    assert (sheet["@type"][0], sheet["version"], site["@type"]) == ("Dataset", facts.version, "WebSite")
    assert {one["contentUrl"] for one in sheet["distribution"]} >= {f"{ADDRESS}data/facts.json"}
    assert sheet["creator"]["name"] == facts.dossier.editors[0]


def test_hostile_text_does_not_leave_the_script_of_the_template(hostile: Facts) -> None:
    told = linked_pages(hostile)
    base = jinja2.DictLoader({"base.html": "<head>{% block extrahead %}{% endblock %}</head>"})
    both = jinja2.ChoiceLoader([base, jinja2.FileSystemLoader(LOOK)])
    environment = jinja2.Environment(loader=both)  # noqa: S701  # as MkDocs sets it up
    environment.filters["url"] = str
    for uri in ("index.md", "claims/closure-weeks.md", "actors/dana-orrell.md", "sources/courier.md"):
        _, meta = get_data(f"---\ntitle: x\nlinked_data: {as_front_matter(told(uri, 'x'))}\n---\n")
        page = environment.get_template("factsheet.html").render(
            page={"meta": meta}, config={"extra": {}, "site_name": "x"}
        )
        (script,) = Scripts(page).told
        assert HOSTILE in {str(one) for one in graph(script).objects()}


@pytest.mark.engine
def test_hostile_text_does_not_leave_the_script_of_a_built_page(
    hostile: Facts, weighed: Weighed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uris = ("index.md", "claims/closure-weeks.md", "questions/weeks-closed.md")
    for page in pages(weighed, Surroundings(linked=linked_pages(hostile))):
        if page.uri in uris:
            place = tmp_path / "docs" / page.uri
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(page.utf8)
    settings = (EXAMPLE / "mkdocs.yml").read_text(encoding="utf-8").partition("plugins:")[0]
    settings = re.sub(r"watch:.*\n", "", settings).replace("name: material", f"name: material\n  custom_dir: {LOOK}")
    (tmp_path / "mkdocs.yml").write_text(settings + "plugins: []\n", encoding="utf-8")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    build_site(load_config(str(tmp_path / "mkdocs.yml")))
    for uri in uris:
        name = uri.removesuffix("index.md").removesuffix(".md")
        built = Scripts((tmp_path / "site" / name / "index.html").read_text(encoding="utf-8"))
        (script,) = built.told
        assert HOSTILE in {str(one) for one in graph(script).objects()}
        assert "alert(1)" not in "".join(re.findall(r"<script>.*?</script>", script))
