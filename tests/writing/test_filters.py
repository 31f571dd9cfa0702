"""Filters: the values that occur, in an order that means something, and rows that carry them."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace

from generator.evidence.status import RULES
from generator.evidence.weighing import Weighed
from generator.writing import comparisons, filters, naming
from generator.writing.desk import desk
from generator.writing.escaping import attribute
from generator.writing.overview_pages import claims_views
from generator.writing.pages import Page

PAGES = {"claims/index.md": "status actor kind source date", "timeline.md": "actor kind",
         "who-says-what.md": "reading source words"}  # fmt: skip


def offered(page: Page) -> dict[str, list[str]]:
    """Give the values of each filter on a page, in their order."""
    found = re.search(r'data-filters="([^"]*)"', page.markdown)
    assert found
    items = json.loads(html.unescape(found[1]))
    return {item["name"]: [value for value, _ in item.get("options", [])] for item in items}


def carried(page: Page, name: str) -> set[str]:
    """Give the values of one kind that the rows of a page carry."""
    return {value for text in re.findall(rf'data-{name}="([^"]*)"', page.markdown) for value in text.split()}


def test_each_filter_offers_the_values_its_rows_carry(written: dict[str, Page]) -> None:
    for uri, names in PAGES.items():
        found = offered(written[uri])
        assert list(found) == names.split()
        for name, values in found.items():
            assert len(values) == len(set(values))
            assert set(values) == carried(written[uri], name), (uri, name)


def test_every_claim_is_a_row_and_no_row_wants_a_value(weighed: Weighed, written: dict[str, Page]) -> None:
    rows = re.findall(r'^<tr class="fs-row" (.*) markdown>$', written["claims/index.md"].markdown, re.M)
    assert len(rows) == len(weighed.claims)
    for row in rows:
        values = dict(re.findall(r'data-([a-z]+)="([^"]*)"', row))
        assert values.keys() == set(PAGES["claims/index.md"].split())
        assert all(value.strip() for value in values.values()), row


def test_values_stand_in_the_order_of_their_tables(written: dict[str, Page]) -> None:
    claims, matrix = offered(written["claims/index.md"]), offered(written["who-says-what.md"])
    table = [naming.mark(rule.name).slug for rule in RULES]
    assert claims["status"] == sorted(claims["status"], key=table.index)
    gravity = [*(naming.mark(name).slug for name in comparisons.GRAVITY), "none"]
    assert matrix["reading"] == sorted(matrix["reading"], key=gravity.index)
    assert claims["source"] == ["bulletin", "courier", "gazette"]
    days = [value for value in claims["date"] if re.fullmatch(r"\d{4}-\d\d-\d\d", value)]
    assert len(days) > 1
    assert days == sorted(days)
    assert claims["actor"][-2:] == [filters.ARTICLE, "unnamed"]


def test_a_name_makes_no_markup_and_no_footnote(weighed: Weighed) -> None:
    (_, fill), *_ = claims_views(desk(weighed))
    statement = fill().records[0].statements[0]
    speaker = replace(statement.speakers[0], name='"><b>[^p1]</b>', slug="somebody")
    text = filters.of_timeline([replace(statement, speakers=(speaker,))])
    assert json.loads(text)[0]["options"] == [["somebody", '"><b>[^p1]</b>']]
    assert "[^" not in text
    assert not set('<>"') & set(attribute(text))
