"""The vocabularies of linked data and how they are written: schema.org, W3C Web Annotation, PROV-O.

The context stands in the file itself, so that nothing is fetched to read it; the terms of annotations are spelled as in
http://www.w3.org/ns/anno.jsonld. Imports nothing of ours. Must never know what is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Node = dict[str, Any]
"""One node of JSON-LD (W3C JSON-LD 1.1)."""

_COUNT = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"

CONTEXT: Mapping[str, Any] = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "temporal": {"@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
}
"""What every record needs; a date of EDTF has the type that the Library of Congress names for it."""

ANNOTATED: Mapping[str, Any] = {
    **CONTEXT,
    "oa": "http://www.w3.org/ns/oa#",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "linking": "oa:linking",
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": "oa:hasSource",
    "selector": "oa:hasSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": _COUNT},
    "end": {"@id": "oa:end", "@type": _COUNT},
}
"""The same with the terms of annotations."""


def reference(iri: str) -> Node:
    """Refer to a node that is told elsewhere."""
    return {"@id": iri}


def known(node: Mapping[str, Any]) -> Node:
    """Give a node without what is not known: nothing, empty text and empty lists. A list of one is its item."""
    told: Node = {}
    for name, value in node.items():
        if isinstance(value, list):
            if value:
                told[name] = value if len(value) > 1 else value[0]
        elif value is not None and value != "":
            told[name] = value
    return told


def beside(name: str, value: str, *, because: str | None = None) -> Node:
    """Tell what the vocabularies have no term for, as a schema.org PropertyValue."""
    return known({"@type": "PropertyValue", "name": name, "value": value, "description": because})


def each_once(nodes: Iterable[Node]) -> list[Node]:
    """Give nodes in their order, each once."""
    return list({node.get("@id") or node.get("name"): node for node in nodes}.values())
