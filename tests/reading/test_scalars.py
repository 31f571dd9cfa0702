"""Plain scalars by YAML 1.2."""
# ruff: noqa: E501  # tables of cases read best with one case a line

from __future__ import annotations

import math

import pytest

from generator.reading.scalars import resolve


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "off", "y", "12:30:00", "2025-06-02", "1,200", "1_000", "0b11", "9" * 5000, "+.nan", "0o8", "-", ".", "e5"],
)
def test_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("017", 17), ("0o17", 15), ("0x1F", 31), ("-5", -5), ("+5", 5), ("1.5", 1.5), ("1e3", 1000.0), (".5", 0.5), ("5.", 5.0)],
)
def test_numbers(text: str, value: float) -> None:
    found = resolve(text)
    assert found == value
    assert type(found) is type(value)


def test_special_numbers() -> None:
    assert resolve(".inf") == math.inf
    assert resolve("-.INF") == -math.inf
    assert math.isnan(float(str(resolve(".nan"))))


@pytest.mark.parametrize("text", ["true", "True", "TRUE"])
def test_true(text: str) -> None:
    assert resolve(text) is True
    assert resolve("false") is False


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_null(text: str) -> None:
    assert resolve(text) is None
