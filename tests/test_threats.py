"""The threat model names what is there: each test, module and workflow that is to hold a claim."""

from __future__ import annotations

import re

from tools.house import ROOT

PAGE = (ROOT / "docs" / "guide" / "threats.md").read_text(encoding="utf-8")


def test_what_holds_a_claim_is_there() -> None:
    named = re.findall(r"`((?:tests|generator|\.github)/[\w./-]+|requirements\.txt)`", PAGE)
    assert len(named) > 20
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_claim_in_a_table_names_what_holds_it() -> None:
    rows = [row for row in re.findall(r"^\| (.*) \|$", PAGE, re.MULTILINE) if row != "what | held by"]
    assert len(rows) > 15
    assert [row for row in rows if not re.search("`|zizmor|the policy", row.rpartition(" | ")[2])] == []
