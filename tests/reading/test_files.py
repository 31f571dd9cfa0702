"""facts/ and seeds/ of one folder."""
# ruff: noqa: E501  # tables of cases read best with one case a line

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.reading.files import read
from tests.reading.conftest import COURIER, FILES, HERALD, Tree, edited, write

DOSSIER = "facts/dossier.yml"
SOURCE = "facts/sources/courier.yml"


def test_everything_is_read(tree: Tree) -> None:
    dossier, problems = tree()
    assert problems == []
    assert dossier.head is not None
    assert list(dossier.claims) == sorted(
        ["residents-role", "repair-soon", "bridge-shut", "told-nobody", "it-was-rotten", "age-of-bridge"]
    )
    kinds = {entry.kind for entry in dossier.claims.values()}
    assert kinds == {"role", "term", "event", "position", "reply", "background"}
    assert dossier.claims["repair-soon"].path == ("terms", 0)
    assert str(dossier.claims["repair-soon"].spot("statement")) == "facts/agreements/repair.yml:5:16"
    assert len(list(dossier.records())) == 9
    assert dossier.unread == frozenset()


def test_texts_are_kept_as_they_are(tree: Tree) -> None:
    dossier, _ = tree()
    assert dossier.texts == {"courier": COURIER, "herald": HERALD}


def test_a_byte_order_mark_in_a_text_is_kept(tree: Tree) -> None:
    text = "\ufeff" + COURIER
    locked = str(FILES[SOURCE]).replace(sha256(COURIER.encode()).hexdigest(), sha256(text.encode()).hexdigest())
    dossier, _ = tree({"seeds/courier.txt": text, SOURCE: locked})
    assert dossier.texts["courier"] == "\ufeff" + COURIER


def test_byte_order_mark_and_crlf_in_fact_files(tree: Tree) -> None:
    text = str(FILES["facts/events/closure.yml"])
    _, problems = tree({"facts/events/closure.yml": "\ufeff" + text.replace("\n", "\r\n")})
    assert problems == []


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(order=st.permutations(list(FILES)))
def test_file_order_does_not_matter(tmp_path_factory: pytest.TempPathFactory, order: list[str]) -> None:
    root = tmp_path_factory.mktemp("order")
    broken: dict[str, str | bytes | None] = {**FILES, **edited("facts/events/closure.yml", "about: [council", "about: [counsil")}
    for name in order:
        write(root, {name: broken[name] or ""})
    dossier, problems = read(root)
    assert [problem.code for problem in problems] == ["unknown-record"]
    assert list(dossier.claims) == sorted(dossier.claims)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=80))
def test_random_bytes_raise_nothing(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    root = tmp_path_factory.mktemp("bytes")
    write(root, {**FILES, "facts/background/age.yml": content})
    _, problems = read(root)
    assert {problem.spot.file for problem in problems} == {"facts/background/age.yml"}


def test_nothing_there(tmp_path: Path) -> None:
    dossier, problems = read(tmp_path)
    assert [problem.code for problem in problems] == ["missing-dossier"]
    assert dossier.head is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("facts/events/note.txt", '"note.txt" does not end in .yml'),
        ("facts/events/new.yaml", '"new.yaml" does not end in .yml'),
        ("facts/evnts/new.yml", 'stands in facts/evnts/, which is no folder of records; did you mean "events"?'),
        ("facts/new.yml", "stands where no record is expected; move it to one of facts/sources/"),
        ("facts/events/deeper/new.yml", "stands where no record is expected"),
    ],
)
def test_stray_files(tree: Tree, name: str, expected: str) -> None:
    _, problems = tree({name: "title: x"})
    assert len(problems) == 1
    assert problems[0].startswith(f"{name}:1:1: ")
    assert expected in problems[0]
    assert problems[0].endswith("[stray-file]")


def test_hidden_files_and_backups_are_passed_over(tree: Tree) -> None:
    names = ["facts/.gitkeep", "facts/events/.closure.yml.swp", "facts/events/closure.yml~", "seeds/.gitkeep", "facts/#a#"]
    _, problems = tree(dict.fromkeys(names, "x"))
    assert problems == []


@pytest.mark.parametrize("stem", ["Closure", "a_b", "a--b", "9a", "\u202ea"])
def test_a_file_name_is_an_id(tree: Tree, stem: str) -> None:
    _, problems = tree({f"facts/events/{stem}.yml": FILES["facts/questions/why-shut.yml"].replace("x", "y")})  # type: ignore[arg-type]
    assert any("the file's name is its id" in line and line.endswith("[bad-id]") for line in problems)


def test_bytes_that_are_not_utf_8(tree: Tree) -> None:
    _, problems = tree({"facts/questions/why-shut.yml": b"text: a\nkind: \xe9\n"})
    assert problems == [
        'facts/questions/why-shut.yml:2:7: the byte "0xE9" at offset 14 is not UTF-8; save the file as UTF-8 [not-utf-8]'
    ]


def test_a_text_that_is_not_utf_8_is_named_itself(tree: Tree) -> None:
    _, problems = tree({"seeds/courier.txt": "é\n".encode() + b"ab\xff"})
    assert problems == ['seeds/courier.txt:2:3: the byte "0xFF" at offset 5 is not UTF-8; save the file as UTF-8 [not-utf-8]']


def test_files_too_large(tree: Tree) -> None:
    _, problems = tree({"facts/questions/why-shut.yml": "#" * 2_000_001, "seeds/courier.txt": "x" * 5_000_001})
    assert [line.rpartition(" ")[2] for line in problems] == ["[unreadable-file]"] * 2


def test_a_changed_text(tree: Tree) -> None:
    dossier, problems = tree({"seeds/courier.txt": COURIER + "x"})
    assert len(problems) == 1
    assert problems[0].startswith(f'{SOURCE}:3:9: "seeds/courier.txt" is not the text that was locked; restore it, or')
    assert problems[0].endswith("[text-changed]")
    assert "courier" not in dossier.texts


def test_the_sha256_that_is_missing_or_wrong_is_told(tree: Tree, tmp_path: Path) -> None:
    digest = sha256(COURIER.encode()).hexdigest()
    for changed in (edited(SOURCE, f"sha256: {digest}\n", ""), edited(SOURCE, digest, digest[1:])):
        tree(changed)
        (problem,) = read(tmp_path)[1]
        assert problem.details == (f"the sha256 of seeds/courier.txt is {digest}",)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("courier.txt", '"courier.txt" is no plain path inside seeds/; write "seeds/courier.txt" [outside-seeds]'),
        ("seeds/../facts/dossier.yml", "is no plain path inside seeds/"),
        ("../seeds/courier.txt", "is no plain path inside seeds/"),
        ("/etc/passwd", "is no plain path inside seeds/"),
        ("seeds/./courier.txt", "is no plain path inside seeds/"),
        ("seeds", "is no plain path inside seeds/"),
        ("seeds/curier.txt", 'no file "seeds/curier.txt"; did you mean "seeds/courier.txt"? [missing-text]'),
        ("seeds/" + "x" * 300, "; add the file, or correct its name [missing-text]"),
    ],
)
def test_paths_of_texts(tree: Tree, path: str, expected: str) -> None:
    _, problems = tree(edited(SOURCE, "seeds/courier.txt", path))
    mine = [line for line in problems if line.startswith(f"{SOURCE}:2:7: ")]
    assert len(mine) == 1
    assert expected in mine[0]


def test_one_text_one_source(tree: Tree) -> None:
    _, problems = tree({"facts/sources/zz.yml": FILES[SOURCE]})
    assert any(line.startswith("facts/sources/zz.yml:2:7: ") and line.endswith("[not-allowed]") for line in problems)


def test_links_that_lead_out(tree: Tree, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    write(outside, {"x.yml": "text: a\nkind: words\n", "courier.txt": COURIER})
    tree()
    (tmp_path / "facts/questions/linked.yml").symlink_to(outside / "x.yml")
    (tmp_path / "facts/events/folder").symlink_to(outside)
    (tmp_path / "seeds/courier.txt").unlink()
    (tmp_path / "seeds/courier.txt").symlink_to(outside / "courier.txt")
    found = {(problem.spot.file, problem.code) for problem in read(tmp_path)[1]}
    assert found == {
        ("facts/questions/linked.yml", "stray-file"),
        ("facts/events/folder", "stray-file"),
        (SOURCE, "outside-seeds"),
    }


def test_links_that_lead_nowhere_and_pipes(tree: Tree, tmp_path: Path) -> None:
    tree()
    (tmp_path / "facts/questions/gone.yml").symlink_to("nowhere.yml")
    os.mkfifo(tmp_path / "facts/questions/pipe.yml")
    assert [problem.code for problem in read(tmp_path)[1]] == ["unreadable-file", "unreadable-file"]


def test_unused_texts(tree: Tree) -> None:
    _, problems = tree({"seeds/more/x.txt": "x"})
    assert problems == [
        'seeds/more/x.txt:1:1: no source names "seeds/more/x.txt"; add facts/sources/<id>.yml for it, or delete it [unused-text]'
    ]


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("facts/")])
@pytest.mark.parametrize("slip", ["a: b: c\n", "sorce: x\n"], ids=["yaml", "shape"])
def test_a_broken_file_raises_no_second_alarm(tree: Tree, name: str, slip: str) -> None:
    dossier, problems = tree({name: str(FILES[name]) + slip})
    assert len(problems) == 1
    assert problems[0].startswith(name)
    assert len(list(dossier.records())) == (9 if name == DOSSIER else 8)


def test_all_problems_of_all_files_sorted(tree: Tree) -> None:
    _, problems = tree({name: str(text) + "sorce: x\n" for name, text in FILES.items() if name.startswith("facts/")})
    assert len(problems) == 10
    assert problems == sorted(problems)


def test_folders_named_like_records(tree: Tree, tmp_path: Path) -> None:
    (tmp_path / "facts/events/new.yml").mkdir(parents=True)
    _, problems = tree({"facts/events/other.yml/inside.yml": "x", "seeds/more.yml/x.txt": "x"})
    assert problems == [
        f'facts/events/{name}:1:1: "{name}" is a folder with the name of a record; '
        "write the record as a file of this name [stray-file]"
        for name in ("new.yml", "other.yml")
    ]


def test_what_could_not_be_read_is_known(tree: Tree) -> None:
    dossier, _ = tree({"facts/actors/council.yml": "name: [x]\nkind: group\n"})
    assert "council" in dossier.unread
    assert (set(dossier.unread_kinds), dossier.all_texts_read) == ({"actor"}, True)
    dossier, _ = tree({"facts/notes.txt": "x"})
    assert dossier.unread_kinds >= {"actor", "source", "dossier"}


def test_a_record_with_a_part_left_out_counts_as_unread(tree: Tree) -> None:
    dossier, problems = tree(edited("facts/background/age.yml", "title: Age", "title: Age\ntitle: Age"))
    assert len(problems) == 1
    assert "age" in dossier.background
    assert {"age", "age-of-bridge"} <= dossier.unread


@pytest.mark.parametrize(
    "changed",
    [
        {"seeds/courier.txt": None},
        {"seeds/courier.txt": b"\xff"},
        edited(SOURCE, "seeds/courier.txt", "elsewhere/courier.txt"),
        edited(SOURCE, "file: ", "flie: "),
    ],
    ids=["missing", "bytes", "outside", "unread"],
)
def test_no_text_is_unused_while_one_cannot_be_read(tree: Tree, changed: dict[str, str | bytes | None]) -> None:
    dossier, problems = tree(changed)
    assert not dossier.all_texts_read
    assert len(problems) == 1
