"""Values as they are typed."""

from __future__ import annotations

import pytest

from generator.editing.changes import EditError
from generator.editing.values import value_of
from generator.model.passages import Value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (["at_least=350"], {"at_least": 350}),
        (["at_least = 1,200"], {"at_least": 1200}),
        (["exactly=3.5", "scope=each side"], {"exactly": 3.5, "scope": "each side"}),
        (["words=a = b"], {"words": "a = b"}),
        (["between=18..25"], {"between": [18, 25]}),
        (["between=18-25"], {"between": [18, 25]}),
        (["date=2025-03-04"], {"date": "2025-03-04"}),
        ([], {}),
    ],
)
def test_what_is_typed_is_a_value(typed: list[str], value: dict[str, object]) -> None:
    assert value_of(typed) == value
    if value:
        Value.model_validate(value)


@pytest.mark.parametrize("typed", ["at_least", "at_least=", "at_least=many", "between=18"])
def test_what_is_none_is_refused(typed: str) -> None:
    with pytest.raises(EditError):
        value_of([typed])
