"""Problems as SARIF: complete, in order, with places as editors count them."""

from __future__ import annotations

import json

from generator.printing.sarif import problems_as_sarif
from generator.problems import CODES, Problem, Spot

LATE = Problem(Spot("facts/b c.yml", 9, 5, 5), "unknown-field", "wrong", ("detail",))
EARLY = Problem(Spot("facts/a.yml", 2, 1), "hedge-dropped", "hedges")


def test_every_problem_is_a_result_of_its_rule() -> None:
    run = json.loads(problems_as_sarif([LATE, EARLY], folder="x"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["hedge-dropped", "unknown-field"]
    assert all(rule["help"]["text"] == CODES[rule["id"]].mend for rule in rules)
    early, late = run["results"]
    assert (early["level"], late["level"]) == ("warning", "error")
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["hedge-dropped", "unknown-field"]
    place = late["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "x/facts/b%20c.yml"
    assert place["region"] == {"startLine": 9, "startColumn": 5, "endColumn": 10}
    assert late["message"]["text"] == "wrong\ndetail"


def test_no_problem_is_an_empty_run() -> None:
    run = json.loads(problems_as_sarif([]))["runs"][0]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
