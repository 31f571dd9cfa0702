"""What is told: absent where it is not known, null only for an open end, described by its own docstrings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.examining import examine
from generator.telling import tell
from generator.telling.claims import Rendering
from generator.telling.passages import Date, Value
from generator.telling.told import plain, schema_of

EXAMPLE = Path(__file__).parents[1] / "example"


def test_what_is_not_known_is_absent() -> None:
    assert plain(Rendering(claim="x", evidence=0, source="s")) == {"claim": "x", "evidence": 0, "source": "s"}


def test_an_open_end_is_null_and_keeps_its_place() -> None:
    told = Date(edtf="../2025-06-09", earliest=None, latest=date(2025, 6, 9), basis="stated")
    assert list(plain(told).items()) == [
        ("edtf", "../2025-06-09"), ("earliest", None), ("latest", "2025-06-09"), ("basis", "stated"),
    ]  # fmt: skip


def test_a_schema_asks_for_what_is_always_there_and_allows_no_null() -> None:
    schema = schema_of(Rendering)
    assert schema["required"] == ["claim", "evidence", "source"]
    assert schema["properties"]["via"] == {"type": "string", "description": "The channel, as the source names it."}
    assert schema["additionalProperties"] is False
    assert schema_of(Date)["properties"]["earliest"]["type"] == ["string", "null"]
    assert {"earliest", "latest"} <= set(schema_of(Date)["required"])
    assert len(schema_of(Value)["oneOf"]) == len(Value.model_fields) - 1


def test_nothing_unknown_can_be_told() -> None:
    with pytest.raises(ValidationError, match="colour"):
        Rendering.model_validate({"claim": "x", "evidence": 0, "source": "s", "colour": "red"})


def test_who_says_it_is_told_in_words_for_and_against() -> None:
    claims = {claim.id: claim.said_by for claim in tell(examine(EXAMPLE)[0]).claims}
    assert claims["residents-not-told"] == "Ivo Tamm (gazette, courier); against: Lenford City Council (courier)"
    assert claims["bridge-shut"] == "source bulletin in its own voice"
    assert claims["rotten-boards"] == "a speaker left unnamed, “Reports indicate” (courier)"
