"""`data/facts.jsonld`: everything as linked data (JSON-LD 1.1), and `data/shapes.ttl`, what every record has (SHACL).

A record is one line of the file. May import what is told, and the vocabularies of this folder. Must never fetch a
context, give a verdict, or know how a claim was weighed.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

from generator.exports.data_file import DataFile
from generator.exports.linked_data.claims import claim_node, withheld_node
from generator.exports.linked_data.dataset import dataset
from generator.exports.linked_data.in_page import linked_pages
from generator.exports.linked_data.provenance import origins, stored_text
from generator.exports.linked_data.records import described
from generator.exports.linked_data.register import URI, Register
from generator.exports.linked_data.vocabulary import ANNOTATED, Node
from generator.exports.linked_data.web_annotation import annotated
from generator.telling.facts import Facts

__all__ = ["SHAPES", "URI", "linked_data", "linked_pages"]

SHAPES = "data/shapes.ttl"


def linked_data(facts: Facts) -> Iterator[DataFile]:
    """Write the file of the whole fact sheet, and the shapes it keeps."""
    nodes = (_line(node).encode("utf-8", "strict") for node in _nodes(facts))
    whole = io.BytesIO()  # as text it would take up to four times the room
    whole.write(f'{{"@context": {_line(ANNOTATED)},\n"@graph": [\n'.encode())
    whole.write(next(nodes))  # the fact sheet itself
    whole.writelines(b",\n" + node for node in nodes)
    whole.write(b"\n]}\n")
    yield DataFile(URI, whole.getvalue(), "The same as linked data (JSON-LD), a record on each line.")
    shapes = (Path(__file__).parent / "shapes.ttl").read_bytes()
    yield DataFile(SHAPES, shapes, "What every record of the linked data has (SHACL).")


def _nodes(facts: Facts) -> Iterator[Node]:
    register = Register(facts)
    yield dataset(facts, register)
    yield from register.editors()
    yield from origins(register)
    for source in facts.sources:
        yield stored_text(source, register)
    for _, records, node in described(facts):
        yield from (node(record, register) for record in records)
    for claim in facts.claims:
        yield claim_node(claim, register)
        yield from annotated(claim, register)
    for withheld in facts.withheld:
        yield withheld_node(withheld, register)


_line = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
