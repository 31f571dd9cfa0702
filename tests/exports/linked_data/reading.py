"""Read linked data back with rdflib, and break it on purpose."""

from __future__ import annotations

import html.parser
import json
import warnings
from collections.abc import Iterator
from typing import Any

import pyshacl
from rdflib import PROV, RDF, SDO, XSD, Graph, Literal, URIRef
from rdflib.namespace import DefinedNamespace, Namespace

Data = dict[str, Any]


class OA(DefinedNamespace):
    """The terms of the Web Annotation vocabulary (W3C Recommendation of 23 February 2017) that are not deprecated."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")

    Annotation: URIRef
    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasBody: URIRef
    hasSelector: URIRef
    hasSource: URIRef
    hasTarget: URIRef
    linking: URIRef
    motivatedBy: URIRef
    prefix: URIRef
    start: URIRef
    suffix: URIRef


class Scripts(html.parser.HTMLParser):
    """Read what the scripts of a page hold, as a browser does."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.told: list[str] = []
        self.others = 0
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self._inside = ("type", "application/ld+json") in attributes
            self.told += [""] if self._inside else []
            self.others += not self._inside

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.told[-1] += data


def graph(data: Data | bytes | str) -> Graph:
    """Read JSON-LD; rdflib itself uses what it calls deprecated."""
    text = json.dumps(data) if isinstance(data, dict) else data
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="ConjunctiveGraph is deprecated", category=DeprecationWarning)
        return Graph().parse(data=text, format="json-ld")


def unknown_terms(found: Graph) -> list[str]:
    """Give the properties and types that no vocabulary has, and those of a vocabulary that we do not use."""
    terms = {*found.predicates(), *found.objects(None, RDF.type), *found.objects(None, OA.motivatedBy)}
    types = {value.datatype for value in found.objects() if isinstance(value, Literal) and value.datatype}
    types -= {XSD.nonNegativeInteger, XSD.integer, URIRef("http://id.loc.gov/datatypes/edtf/EDTF")}
    return sorted(str(term) for term in {*terms, *types} - {RDF.type} if not _is_known(str(term)))


def _is_known(term: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for names in (SDO, OA, PROV):
            if term.startswith(str(names)):
                try:
                    return str(getattr(names, term.removeprefix(str(names)))) == term
                except (AttributeError, UserWarning):
                    return False
    return False


def misfits(data: Data | bytes, shapes: Graph) -> str:
    """Say what of the data does not fit the shapes; nothing where all does."""
    conforms, _, text = pyshacl.validate(graph(data), shacl_graph=shapes, inference="none")
    return "" if conforms else str(text)


def nodes(data: object, type_: str) -> Iterator[Data]:
    """Give every node of a type, however deep it stands."""
    if isinstance(data, list):
        for item in data:
            yield from nodes(item, type_)
    if isinstance(data, dict):
        types = data.get("@type", [])
        if type_ in ([types] if isinstance(types, str) else types):
            yield data
        for value in data.values():
            yield from nodes(value, type_)


def as_list(value: Any) -> list[Any]:
    """Give what may be one or several as a list."""
    return value if isinstance(value, list) else [value]
