"""The examples of the Data page do what they say: they are read off the built page and run as a reader runs them."""

from __future__ import annotations

import contextlib
import html
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pypandoc  # type: ignore[import-untyped]  # it comes without types
import pytest

from tests.engines.conftest import REVISED
from tests.engines.readers import served
from tests.engines.sites import BIN, Built
from tools.programs import free_port

pytestmark = pytest.mark.engine


@pytest.fixture
def examples(revised_site: Built) -> Iterator[dict[str, str]]:
    """Give the code of each example by the title above it, with the address of the site as it is served here."""
    page = revised_site.pages()["data/index.html"]
    found = re.findall(r"<h3 id=\"([a-z-]+)\">.*?<pre[^>]*><span></span><code>(.*?)</code></pre>", page, re.S)
    with served(revised_site.folder) as where:
        yield {
            title: html.unescape(re.sub(r"<[^>]+>", "", code)).replace(REVISED, where)
            for title, code in found
            if title.startswith("with-")
        }


def environment(folder: Path) -> dict[str, str]:
    """Give an environment in which the programs of the examples are found, and nothing is written at home."""
    pandoc = Path(pypandoc.get_pandoc_path()).parent
    return {**os.environ, "PATH": f"{BIN}:{pandoc}:{os.environ['PATH']}", "HOME": str(folder), "no_proxy": "127.0.0.1"}


def test_there_are_three(examples: dict[str, str]) -> None:
    assert sorted(examples) == ["with-a-citation-manager", "with-datasette", "with-pandas"]


def test_with_pandas(examples: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "example.py").write_text(examples["with-pandas"], encoding="utf-8")
    done = subprocess.run(
        [BIN / "python", "-W", "error", "example.py"], cwd=tmp_path, env=environment(tmp_path),
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "sources" in done.stdout.splitlines()[0]
    assert "first-crossing" in done.stdout
    assert done.stderr == ""


def test_with_datasette(examples: dict[str, str], tmp_path: Path) -> None:
    assert shutil.which("curl")
    *fetching, last = examples["with-datasette"].strip().splitlines()
    for line in fetching:
        subprocess.run(["bash", "-ec", line], cwd=tmp_path, check=True, capture_output=True, env=environment(tmp_path))
    port = free_port()
    with subprocess.Popen(
        ["bash", "-ec", f"exec {last} --port {port}"],
        cwd=tmp_path, env=environment(tmp_path), stderr=subprocess.DEVNULL,
    ) as running:  # fmt: skip
        try:
            shown = asked(f"http://127.0.0.1:{port}/facts/claims.json?_shape=array&_size=max")
        finally:
            running.terminate()
    assert {"first-crossing", "bridge-shut", "closure-weeks"} <= {row["id"] for row in shown}
    assert all(row["scope"] for row in shown)


def asked(address: str) -> list[dict[str, str]]:
    """Ask until the server has started."""
    for _ in range(150):
        with contextlib.suppress(OSError), urlopen(address, timeout=5) as answer:  # noqa: S310  # of this machine
            found: list[dict[str, str]] = json.load(answer)
            return found
        time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")


def test_with_a_citation_manager(examples: dict[str, str], revised_site: Built, tmp_path: Path) -> None:
    (mark,) = re.findall(r"<code>(\[@[a-z0-9-]+\])</code>", revised_site.pages()["data/index.html"])
    (tmp_path / "article.md").write_text(f"As the sources tell {mark}.\n", encoding="utf-8")
    done = subprocess.run(
        ["bash", "-ec", examples["with-a-citation-manager"].replace("curl ", "curl -sS ")],
        cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    written = (tmp_path / "article.html").read_text(encoding="utf-8")
    assert 'class="references' in written
    assert "Ferry Makes Its First Crossing" in written
