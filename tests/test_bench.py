"""The bench's table and configuration; how long anything takes is no test."""

from __future__ import annotations

import sys

import pytest
import yaml

from tools.bench import HEAD, Measured, Run, cells, middle, run, table, without_plugin
from tools.synthetic import CONFIGURATION

SMALL = Measured(facts=100, check_wall=0.4, check_cpu=0.38, build=0.5, typeset=0.1, peak=64_400_000, mkdocs=2.0)
LARGE = Measured(facts=10_000, check_wall=5.0, check_cpu=4.9, build=20.0, typeset=0.1, peak=1_064_000_000, mkdocs=160.0)


def test_cells_say_their_units() -> None:
    assert dict(zip(HEAD, cells(SMALL), strict=True)) == {
        "facts": "100", "check, wall": "0.40 s", "check, CPU": "0.38 s", "build, CPU": "0.50 s", "a fact": "5.00 ms",
        "of it typeset": "0.10 s", "peak": "64 MB", "mkdocs, CPU": "2.0 s", "build to mkdocs": "25.0%",
    }  # fmt: skip
    assert cells(LARGE)[4] == "2.00 ms"


def test_columns_stand_under_each_other() -> None:
    lines = table([SMALL, LARGE])
    assert len(lines) == 4
    assert len({len(line) for line in lines}) == 1
    assert [len(cell) for cell in lines[1].split("|")] == [len(cell) for cell in lines[3].split("|")]
    assert lines[3].startswith("| 10,000 | ")


def test_the_median_counts() -> None:
    assert middle([Run(wall, 0, 0, "") for wall in (9.0, 1.0, 2.0)], lambda one: one.wall) == 2.0


def test_mkdocs_reads_the_same_configuration_without_the_plugin() -> None:
    ours, plain = yaml.safe_load(CONFIGURATION), yaml.safe_load(without_plugin(CONFIGURATION, docs="p", site="s"))
    assert plain == ours | {"docs_dir": "p", "site_dir": "s", "plugins": ["search"]}
    with pytest.raises(ValueError, match="does not stand"):
        without_plugin("site_name: x", docs="p", site="s")


def test_a_run_tells_what_it_took() -> None:
    one = run([sys.executable, "-c", "print('done')"])
    assert one.said == "done\n"
    assert one.wall > 0
    assert one.peak > 1_000_000
