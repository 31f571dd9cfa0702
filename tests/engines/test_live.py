"""A served site after any edits is, byte for byte, what a build from nothing gives: nothing stale, nothing left."""

from __future__ import annotations

import hashlib
import logging
import random
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.case_files import EXAMPLE
from tests.engines.live_site import LiveSite, clean
from tools import synthetic

pytestmark = pytest.mark.engine

BRIDGE = "facts/background/heron-footbridge.yml"
Edit = Callable[[Path], list[str]]
"""Changes files below a folder and names them."""


def replaced(name: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> list[str]:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text, (name, old)
        (root / name).write_text(text.replace(old, new), encoding="utf-8")
        return [name]

    return edit


def without_the_claim(root: Path) -> list[str]:
    path = root / BRIDGE
    path.write_text(path.read_text(encoding="utf-8").partition("  # The article names nobody")[0], encoding="utf-8")
    source = root / "facts/sources/courier.yml"
    aside = "set_aside:\n  - exact: Reports indicate that some of the boards are rotten.\n    reason: outside-subject\n"
    source.write_text(source.read_text(encoding="utf-8").replace("set_aside:\n", aside), encoding="utf-8")
    return [BRIDGE, "facts/sources/courier.yml"]


def another_claim(root: Path) -> list[str]:
    path = next((root / "facts/events").iterdir())
    text = path.read_text(encoding="utf-8")
    first = text[text.index("  - id: ") :].split("\n  - id: ")[0]
    lines = [f"  - id: another-claim{first.partition('- id: ')[2].partition(chr(10))[1]}"]
    rest = first.partition("\n")[2]
    path.write_text(text.rstrip() + "\n" + "\n".join(lines) + rest.rstrip() + "\n", encoding="utf-8")
    return [path.relative_to(root).as_posix()]


def a_new_record(root: Path) -> list[str]:
    name = "facts/questions/new-question.yml"
    (root / name).write_text("text: How many boards are there?\nkind: amount\nunit: boards\n", encoding="utf-8")
    return [name]


def a_record_less(root: Path) -> list[str]:
    (root / "facts/questions/new-question.yml").unlink()
    return ["facts/questions/new-question.yml"]


def another_text(root: Path) -> list[str]:
    text, source = root / "seeds/bulletin.txt", root / "facts/sources/bulletin.yml"
    before = text.read_bytes()
    after = before.replace(b"buy ice cream", b"get ice cream")
    text.write_bytes(after)
    known = source.read_text(encoding="utf-8").replace("buy ice cream", "get ice cream")
    old, new = (hashlib.sha256(content).hexdigest() for content in (before, after))
    source.write_text(known.replace(old, new), encoding="utf-8")
    return ["seeds/bulletin.txt", "facts/sources/bulletin.yml"]


def another_id(root: Path) -> list[str]:
    old, new = root / "facts/events/ferry-start.yml", root / "facts/events/ferry-began.yml"
    old.rename(new)
    text = new.read_text(encoding="utf-8")
    new.write_text(f"formerly: [ferry-start]\n{text}", encoding="utf-8")
    return ["facts/events/ferry-start.yml", "facts/events/ferry-began.yml"]


EDITS: dict[str, Edit] = {
    "statement": replaced(BRIDGE, "at least 350 people cross", "at least 350 people a day cross"),
    "answer": replaced(BRIDGE, "{more_than: 300}", "{more_than: 300, scope: as the council says}"),
    "about": replaced(BRIDGE, "    about: [lenford-council]\n", ""),
    "role": replaced("facts/actors/ivo-tamm.yml", "role: chair of the residents", "role: chair"),
    "title": replaced(BRIDGE, "title: The Heron Footbridge", "title: The old Heron Footbridge"),
    "question": replaced("facts/questions/people-per-day.yml", "use the bridge", "cross the bridge"),
    "head": replaced("facts/dossier.yml", "question: What was agreed", "question: What has been agreed"),
    "claim less": without_the_claim,
    "claim more": another_claim,
    "record more": a_new_record,
    "text": another_text,
    "id": another_id,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "dossier"))
    (folder / "docs").mkdir(exist_ok=True)
    return folder


def same(live: LiveSite, wanted: dict[str, bytes], chance: random.Random) -> None:
    """See that all that is served is what is wanted; asked for in any order, as each page is made when it is asked."""
    paths = sorted(wanted)
    chance.shuffle(paths)
    served = live.everything(paths)
    assert [path for path in paths if served[path] != wanted[path]] == []
    assert live.lying() == wanted.keys()


def test_after_edits_in_any_order_it_is_what_a_clean_build_gives(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    chance = random.Random(3)  # noqa: S311  # the same edits at every run
    live = LiveSite(root, tmp_path / "live", monkeypatch)
    names = sorted(EDITS)
    chance.shuffle(names)
    for number, name in enumerate(names, start=1):
        live.edited(*EDITS[name](root))
        for path in chance.sample(sorted(live.lying()), 3):
            live.page(path)
        if number % 4 == 0:
            wanted = clean(root, tmp_path / f"clean-{number}")
            same(live, wanted, chance)
    assert live.whole_builds == 1
    assert "claims/rotten-boards/index.html" not in live.lying()
    assert "claims/another-claim/embed/index.html" in live.lying()

    # A mistake leaves the last good site, a file that is being written is waited for, and a mended one is as before.
    caplog.clear()
    good = (root / BRIDGE).read_bytes()
    (root / BRIDGE).write_bytes(good.replace(b"exact: >-", b"exakt: >-", 1))
    live.edited(BRIDGE)
    assert "The last good site stays up." in caplog.text
    same(live, wanted, chance)
    caplog.clear()
    (root / BRIDGE).write_bytes(b"")
    writing = threading.Timer(0.15, (root / BRIDGE).write_bytes, [good])
    writing.start()
    live.edited(BRIDGE)
    writing.join()
    assert "stays up" not in caplog.text
    same(live, wanted, chance)


def test_a_page_by_hand_and_its_links_follow(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    live = LiveSite(root, tmp_path / "live", monkeypatch)
    (root / "docs" / "events").mkdir()
    by_hand = root / "docs" / "events" / "by-hand.md"
    by_hand.write_text("# By hand\n\n[it](../questions/new-question.md)\n", encoding="utf-8")
    live.edited("docs/events/by-hand.md")
    assert live.whole_builds == 2
    assert b'href="../questions/new-question.md"' in (live.page("events/by-hand/") or b"")
    live.edited(*a_new_record(root))
    assert live.whole_builds == 2
    assert b'href="../../questions/new-question/"' in (live.page("events/by-hand/") or b"")
    live.edited(*a_record_less(root))
    assert live.page("questions/new-question/") is None
    same(live, clean(root, tmp_path / "clean"), random.Random(1))  # noqa: S311  # as above


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    synthetic.write(40, tmp_path / "invented")
    return tmp_path / "invented"


def test_another_dossier_follows_as_well(
    invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = LiveSite(invented, tmp_path / "live", monkeypatch)
    live.edited(*replaced("facts/actors/actor-5.yml", "kind: organisation", "kind: medium")(invented))
    live.edited(*replaced("facts/questions/question-5.yml", "How many", "Just how many")(invented))
    live.edited(*replaced("facts/events/event-0.yml", "title: Events", "title: Past events")(invented))
    same(live, clean(invented, tmp_path / "clean"), random.Random(2))  # noqa: S311  # as above
    assert live.whole_builds == 1
