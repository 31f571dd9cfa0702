"""The script that measures pages: what it serves, what it reads from a report, what it calls too little."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tools.lighthouse import CATEGORIES, HOME_BUDGET, Run, middle, pages, read, row, served, shortfalls

FULL = dict.fromkeys(CATEGORIES, 100)


def run(weight: int = 1000, **scores: int) -> Run:
    return Run({**FULL, **scores}, {"Document": weight}, ())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    texts = {
        "index.html": "home " * 100, "404.html": "lost", "claims/index.html": "all " * 999, "picture.png": "x",
        "claims/a/index.html": "short", "claims/b/index.html": "a longer page",
    }  # fmt: skip
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def asked(address: str) -> tuple[int, str, bytes]:
    """Ask as a browser does; give the code, how the body is packed and the body."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310  # our own server
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
            return answer.status, answer.headers.get("Content-Encoding", ""), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("Content-Encoding", ""), error.read()


def test_text_travels_zipped_pictures_as_they_are_and_lost_addresses_get_their_page(site: Path) -> None:
    with served(site) as address:
        code, packed, body = asked(address)
        assert (code, packed, gzip.decompress(body)) == (200, "gzip", b"home " * 100)
        assert len(body) < 100
        assert asked(f"{address}picture.png") == (200, "", b"x")
        code, _, body = asked(f"{address}claims/gone/")
        assert (code, gzip.decompress(body)) == (404, b"lost")


def test_the_longest_claim_stands_for_all(site: Path) -> None:
    assert pages(site)["a claim"] == "claims/b/"
    with pytest.raises(SystemExit, match="no built site"):
        pages(site / "claims")


def test_a_report_is_read_for_scores_bytes_and_what_failed() -> None:
    report = {
        "categories": {
            **{name: {"score": 1, "auditRefs": []} for name in CATEGORIES},
            "seo": {"score": 0.914, "auditRefs": [{"id": "title", "weight": 1}, {"id": "note", "weight": 0}]},
        },
        "audits": {
            "title": {"score": 0, "title": "No title"},
            "note": {"score": 0, "title": "For information"},
            "network-requests": {
                "details": {
                    "items": [
                        {"resourceType": "Script", "transferSize": 5},
                        {"resourceType": "Script", "transferSize": 7},
                        {"transferSize": 1},
                        {"resourceType": "Image"},
                    ]
                }
            },
        },
    }
    found = read(report)
    assert found == Run({**FULL, "seo": 91}, {"Script": 12, "Other": 1, "Image": 0}, ["title: No title"])
    assert found.weight == 13


def test_the_median_of_several_runs_counts() -> None:
    runs = [run(performance=score) for score in (90, 100, 97)]
    assert middle(runs).scores["performance"] == 97
    assert "90/100/97" in row("home", "mobile", runs)


@pytest.mark.parametrize(
    ("name", "form", "measured", "said"),
    [
        ("home", "mobile", run(performance=95), []),
        ("home", "mobile", run(performance=94), ["home, mobile: performance is 94, 95 is wanted"]),
        ("home", "desktop", run(performance=99), ["home, desktop: performance is 99, 100 is wanted"]),
        ("a", "mobile", run(accessibility=99), ["a, mobile: accessibility is 99, 100 is wanted"]),
        ("a", "mobile", run(weight=HOME_BUDGET + 1), []),
        ("home", "mobile", run(weight=HOME_BUDGET), []),
        (
            "home",
            "mobile",
            run(weight=90_001),
            ["home, mobile: the first view weighs 90,001 bytes, at most 90,000 are wanted"],
        ),
    ],
)
def test_what_is_below_the_mark_is_said(name: str, form: str, measured: Run, said: list[str]) -> None:
    assert shortfalls(name, form, measured) == said
