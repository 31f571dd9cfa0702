"""The hostile dossier is one that the check lets through, and every field of text has its hostile text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.model.passages import Shape
from generator.problems import Problem
from tests.hostile_dossier import FORMS, MARK, declared, hostile_dossier, text_fields


@pytest.fixture(scope="module")
def examined(tmp_path_factory: pytest.TempPathFactory) -> tuple[Weighed, list[Problem]]:
    root = tmp_path_factory.mktemp("hostile")
    hostile_dossier(root)
    return examine(root)


def test_it_passes_the_check(examined: tuple[Weighed, list[Problem]]) -> None:
    assert [f"{problem.spot} {problem.code}" for problem in examined[1]] == []


def test_every_field_of_text_is_hostile(examined: tuple[Weighed, list[Problem]]) -> None:
    dossier = examined[0].dossier
    assert dossier.head is not None
    told = {
        declared(type(block), name)
        for record in (dossier.head, *dossier.records())
        for block in _blocks(record.data)
        for name in type(block).model_fields
        if MARK in str(getattr(block, name))
    }
    assert text_fields().keys() - told == FORMS


def _blocks(value: object) -> Iterator[Shape]:
    if isinstance(value, Shape):
        yield value
        for name in type(value).model_fields:
            yield from _blocks(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from _blocks(item)
