"""The shapes refuse data that lack what every record has; each way of breaking them is tried on the example."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

import pytest
from rdflib import RDF, Graph, Namespace, Node
from rdflib.collection import Collection

from generator.evidence.status import STATUSES
from tests.exports.linked_data.reading import Data, misfits, nodes

SH = Namespace("http://www.w3.org/ns/shacl#")
SCHEMA = Namespace("https://schema.org/")


def first(data: Data, type_: str) -> Data:
    return next(nodes(data["@graph"], type_))


def without(type_: str, name: str) -> Callable[[Data], None]:
    """Take a property from every node of a type: references tell some of them again."""

    def breaking(data: Data) -> None:
        for node in nodes(data["@graph"], type_):
            node.pop(name, None)
            if type_ == "Claim" and name in ("creativeWorkStatus", "creditText"):
                _from_references(data["@graph"], node["@id"], name)

    return breaking


def _from_references(value: object, id_: str, name: str) -> None:
    if isinstance(value, dict) and value.get("@id") == id_:
        value.pop(name, None)
    for item in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        _from_references(item, id_, name)


def changed(type_: str, **given: object) -> Callable[[Data], None]:
    return lambda data: first(data, type_).update(given)


def swapped(data: Data) -> None:
    node = first(data, "TextPositionSelector")
    node["start"], node["end"] = node["end"], node["start"]


def one_selector(data: Data) -> None:
    first(data, "SpecificResource")["selector"].pop()


def two_quotes(data: Data) -> None:
    selectors = first(data, "SpecificResource")["selector"]
    selectors[1] = {**selectors[0], "exact": "other words"}


def no_claim(data: Data) -> None:
    first(data, "Annotation")["body"] = {"@id": "https://a.example/nothing"}


def no_stance(data: Data) -> None:
    first(data, "Annotation")["additionalProperty"]["value"] = "proves"


def withheld_words(data: Data) -> None:
    node = first(data, "Claim")
    node["conditionsOfAccess"] = "Withheld: there is a legal reason."
    node.pop("text")


def verdict(data: Data) -> None:
    data["@graph"].append({"@type": "ClaimReview", "claimReviewed": "x"})


def accepted(data: Data) -> None:
    first(data, "Question")["acceptedAnswer"] = {"@type": "Answer", "text": "x"}


BROKEN = {
    "no author": without("Claim", "author"),
    "no status": without("Claim", "creativeWorkStatus"),
    "no credit": without("Claim", "creditText"),
    "no text": without("Claim", "text"),
    "no appearance": without("Claim", "appearance"),
    "no scope of claims": without("Claim", "disambiguatingDescription"),
    "no scope of passages": without("Quotation", "disambiguatingDescription"),
    "no scope of persons": without("Person", "disambiguatingDescription"),
    "no scope of sources": without("CreativeWork", "disambiguatingDescription"),
    "no scope of events": without("Event", "disambiguatingDescription"),
    "no scope of questions": without("Question", "disambiguatingDescription"),
    "no speaker of passages": without("Quotation", "author"),
    "no stored text": without("Quotation", "prov:wasQuotedFrom"),
    "no source of a target": without("SpecificResource", "source"),
    "no digest": without("MediaObject", "sha256"),
    "no version": without("Dataset", "version"),
    "no exact words": without("TextQuoteSelector", "exact"),
    "no end": without("TextPositionSelector", "end"),
    "no motivation": without("Annotation", "motivation"),
    "unknown status": changed("Claim", creativeWorkStatus="verified"),
    "first appearance": changed("Claim", firstAppearance={"@id": "https://a.example/x"}),
    "vague start": changed("Event", startDate="2025-06~"),
    "swapped offsets": swapped,
    "one selector": one_selector,
    "two quotations": two_quotes,
    "body that is no claim": no_claim,
    "unknown stance": no_stance,
    "withheld words": withheld_words,
    "verdict": verdict,
    "accepted answer": accepted,
}


@pytest.mark.parametrize("breaking", BROKEN.values(), ids=BROKEN)
def test_broken_data_do_not_fit(breaking: Callable[[Data], None], data: Data, shapes: Graph) -> None:
    breaking(data)
    assert "Conforms: False" in misfits(data, shapes)


def test_the_shapes_are_shapes_and_aim_at_every_kind_of_record(shapes: Graph, data: Data) -> None:
    aimed = {str(one).rpartition("/")[2].rpartition("#")[2] for one in shapes.objects(None, SH.targetClass)}
    assert {"Claim", "Annotation", "Quotation", "Event", "Collection", "Question", "Dataset", "Agent"} <= aimed
    assert misfits(data, shapes) == ""


def test_the_statuses_are_ours(shapes: Graph) -> None:
    (listed,) = (one for one in _lists(shapes, SCHEMA.creativeWorkStatus))
    assert sorted(str(one) for one in Collection(shapes, listed)) == sorted(STATUSES)


def _lists(shapes: Graph, path: Node) -> list[Node]:
    found = (shapes.objects(rule, SH["in"]) for rule in shapes.subjects(SH.path, path))
    return [one for one in chain.from_iterable(found) if (one, RDF.first, None) in shapes]
