"""Problems as JSON."""

from __future__ import annotations

import json

from generator.printing.problem_json import problems_as_json
from generator.problems import Problem, Spot

LATE = Problem(Spot("facts/b.yml", 9, 5, 5), "unknown-field", '"sorce" is not a field of evidence')
EARLY = Problem(Spot("facts/a.yml", 2, 1), "hedge-dropped", '"reportedly" hedges', ("detail",))


def test_json_has_every_problem_with_its_place() -> None:
    rows = json.loads(problems_as_json([LATE, EARLY]))
    assert [(row["file"], row["line"], row["column"], row["severity"]) for row in rows] == [
        ("facts/a.yml", 2, 1, "warning"),
        ("facts/b.yml", 9, 5, "error"),
    ]
    assert rows[0]["details"] == ["detail"]
    assert [row["end_column"] for row in rows] == [1, 10]
