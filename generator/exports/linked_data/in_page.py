"""What the head of a page tells programs of what it is about: JSON-LD on one line, safe inside a script element.

May import what is told and the descriptions of records. Must never know a template or an engine.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from generator.exports.linked_data.claims import claim_node, withheld_node
from generator.exports.linked_data.dataset import dataset, website
from generator.exports.linked_data.records import described
from generator.exports.linked_data.register import Register
from generator.exports.linked_data.vocabulary import ANNOTATED, CONTEXT, Node, known
from generator.exports.linked_data.web_annotation import annotated
from generator.telling.claims import Claim
from generator.telling.facts import Facts
from generator.telling.told import written
from generator.writing.addresses import claim_page, record_page, web_path
from generator.writing.linked import Linked

LONGEST = 3000
"""Characters in which a page tells passages of its claim. One for it and one against it are told in any case; the data
files tell all of them."""
_Told = TypeVar("_Told")
_SIGNS = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))


def linked_pages(facts: Facts) -> Linked:
    """Give the function that tells what a page is about: a record, or the fact sheet where it is about no one record.

    Nothing is written before it is asked for.
    """
    register = Register(facts, alone=True)
    about = dict(_about(facts, register))

    def linked(uri: str, title: str) -> str:
        return about[uri]() if uri in about else _overview(uri, title, facts, register)

    return linked


def in_script(data: object) -> str:
    """Give JSON on one line without a sign that ends a script or steers a reader: those are written as escapes."""
    text = written(data).decode()
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else json.dumps(sign)[1:-1] for sign in text)
    for sign, escape in _SIGNS:
        text = text.replace(sign, escape)
    return text


def _about(facts: Facts, register: Register) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "index.md", lambda: _graph(_CONTEXT, map(in_script, (dataset(facts, register), website(register))))
    for claim in facts.claims:
        yield claim_page(claim.id), partial(_claim, claim, register)
    for withheld in facts.withheld:
        yield claim_page(withheld.id), partial(_record, withheld, register, withheld_node)
    for kind, records, node in described(facts):
        for record in records:
            yield record_page(kind, record.id), partial(_record, record, register, node)


def _claim(claim: Claim, register: Register) -> str:
    """Tell a claim with its passages, as many as there is room for."""
    nodes = [in_script(claim_node(claim, register))]
    room = LONGEST - len(_ANNOTATED) - len(nodes[0])
    least = len({passage.stance for passage in claim.evidence})
    for number, annotation in enumerate(annotated(claim, register)):
        told = in_script(annotation)
        room -= len(told)
        if number >= least and room < 0:
            break
        nodes.append(told)
    return _graph(_ANNOTATED, nodes)


def _record(record: _Told, register: Register, node: Callable[[_Told, Register], Node]) -> str:
    return f'{{"@context":{_CONTEXT},{in_script(node(record, register))[1:]}'


def _overview(uri: str, title: str, facts: Facts, register: Register) -> str:
    """Tell a page that lists records, or tells of the site: a part of the site, about the fact sheet as a whole."""
    page = {
        "@type": "WebPage",
        "name": title,
        "url": register.address(web_path(uri)),
        "isPartOf": website(register),
        "about": {**register.sheet, "@type": "Dataset", "name": facts.dossier.title, "version": facts.version},
        "disambiguatingDescription": register.scope,
    }
    return f'{{"@context":{_CONTEXT},{in_script(known(page))[1:]}'


def _graph(context: str, nodes: Iterable[str]) -> str:
    return f'{{"@context":{context},"@graph":[{",".join(nodes)}]}}'


_CONTEXT, _ANNOTATED = in_script(CONTEXT), in_script(ANNOTATED)
