"""The bench's rounds, tables and configuration; how long anything takes is no test."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tools import bench
from tools.bench import Bench, edit, run, without_plugin
from tools.bench_tables import BEGUN, ENDED, Run, middle, report, table, targets, written
from tools.synthetic import CONFIGURATION
from tools.synthetic import write as write_dossier

OURS = ("check", "check again", "emit", "emit again", "emit edited")
ENGINES = ("mkdocs", "zensical", "zensical again", "zensical edited")


def _round(cpu: float, *, build: float, peak: int = 100_000_000, engines: bool = True) -> dict[str, Run]:
    told = json.dumps({"build": build, "typeset": 0.05, "pages": 3})
    runs = {name: Run(2 * cpu, cpu, peak) for name in OURS}
    runs |= {name: Run(20 * cpu, 10 * cpu, peak) for name in ENGINES} if engines else {}
    return runs | {"build": Run(2 * build, build, peak, told)}


def test_targets_are_judged_by_the_figures() -> None:
    good = {1000: [_round(1, build=0.5)], 5000: [_round(5, build=2.5)], 10_000: [_round(0.4, build=5.5)]}
    told = {(one.aim, one.facts): one.line[3:] for one in targets(good)}
    assert told["build, processor time a fact", "1,000"] == ("0.50 ms", "met")
    assert told["build, on top of MkDocs alone", "5,000"] == ("5.0 %", "met")
    assert told["build, a fact, beside a fact at 1,000", "10,000"] == ("1.10", "met")
    assert told["check when nothing changed, on the clock", "10,000"] == ("0.80 s", "met")
    assert told["build, memory", "10,000"] == ("100 MB", "met")
    bad = {1000: [_round(1, build=0.61)], 10_000: [_round(1, build=8, peak=301_000_000)]}
    told = {(one.aim, one.facts): one.line[3:] for one in targets(bad)}
    assert told["build, processor time a fact", "1,000"] == ("0.61 ms", "not met")
    assert told["build, processor time a fact", "5,000"] == ("not measured", "not measured")
    assert told["build, a fact, beside a fact at 1,000", "10,000"] == ("1.31", "not met")
    assert told["build, memory", "10,000"] == ("301 MB", "not met")
    assert told["emit and Zensical after one edit, beside the same from nothing", "1,000"] == ("100.0 %", "not met")


def test_ratios_are_of_one_round_and_the_median_counts() -> None:
    rounds = [_round(1, build=0.1), _round(4, build=1.2), _round(1, build=0.2), _round(9, build=99, engines=False)]
    lines = report({100: rounds}, "a machine").splitlines()
    assert lines[0] == "Measured on a machine."
    assert "MkDocs ran in 3 at 100 facts. Zensical ran in 3 at 100 facts." in lines[2]
    ratios = next(lines[at + 2] for at, line in enumerate(lines) if "emit, one edit" in line)
    assert [cell.strip() for cell in ratios.split("|")][1:4] == ["100", "0.100", "0.020"]
    assert middle([_round(cpu, build=1) for cpu in (9, 1, 2)], lambda one: one["check"].cpu) == 2


def test_columns_stand_under_each_other() -> None:
    lines = table(("facts", "check"), [("100", "0.40 s"), ("10,000", "12.00 s")])
    assert lines == ["| facts  |   check |", "| ------ | ------: |", "| 100    |  0.40 s |", "| 10,000 | 12.00 s |"]


def test_tables_are_put_between_the_marks() -> None:
    page = f"# Speed\n\n{BEGUN}\nold\n{ENDED}\n\nafter\n"
    once = written(page, "new")
    assert once == f"# Speed\n\n{BEGUN}\n\nnew\n\n{ENDED}\n\nafter\n"
    assert written(once, "new") == once
    with pytest.raises(ValueError, match="no part between"):
        written("# Speed\n", "new")
    assert written(bench.PAGE.read_text(encoding="utf-8"), "new").count("new") > 0


def test_rounds_are_kept_until_the_code_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[bool, bool]] = []

    def one_round(_: Bench, *, mkdocs: bool, zensical: bool) -> Iterator[tuple[str, Run]]:
        asked.append((mkdocs, zensical))
        yield from _round(len(asked), build=1, engines=mkdocs).items()

    monkeypatch.setattr(Bench, "round", one_round)
    first = Bench(100, tmp_path).measured(rounds=2, engines=(1, 1))
    assert asked == [(True, True), (False, False)]
    assert Bench(100, tmp_path).measured(rounds=3, engines=(3, 1))[:2] == first
    assert asked[2:] == [(True, False)]
    assert len(Bench(100, tmp_path).measured(rounds=1, engines=(1, 1))) == 1
    assert len(asked) == 3
    monkeypatch.setattr(bench, "code", lambda: "another")
    Bench(100, tmp_path).measured(rounds=1, engines=(1, 1))
    assert len(asked) == 4
    Bench(100, tmp_path).kept.write_text("{", encoding="utf-8")
    Bench(100, tmp_path).measured(rounds=1, engines=(1, 1))
    assert len(asked) == 5


def test_mkdocs_reads_the_same_configuration_without_the_plugin() -> None:
    ours, plain = yaml.safe_load(CONFIGURATION), yaml.safe_load(without_plugin(CONFIGURATION, docs="p", site="s"))
    assert plain == ours | {"docs_dir": "p", "site_dir": "s", "plugins": ["search"]}
    with pytest.raises(ValueError, match="does not stand"):
        without_plugin("site_name: x", docs="p", site="s")


def test_an_edit_changes_a_title(tmp_path: Path) -> None:
    write_dossier(20, tmp_path)
    path = tmp_path / bench.EDITED
    before = yaml.safe_load(path.read_text(encoding="utf-8"))
    edit(path)
    after = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert after == before | {"title": "Edited events from 0 to 9"}
    with pytest.raises(ValueError, match="no title to edit"):
        edit(path)


def test_a_run_tells_what_it_took() -> None:
    one = run([sys.executable, "-c", "print('{\"build\": 1.5}')"])
    assert one.told("build") == 1.5
    assert one.wall > 0
    assert one.peak > 1_000_000
