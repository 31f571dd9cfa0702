"""Workflows, forms and hooks, here and in new dossiers: valid, pinned, with least rights, and safe for forks."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.cli import COMMANDS
from tools.house import ROOT

BIN = Path(sys.executable).parent
STARTER = ROOT / "generator" / "starting" / "dossier"
PLACES = pytest.mark.parametrize("place", [ROOT, STARTER], ids=["here", "new dossiers"])


def validate(schema: str, *files: Path) -> None:
    done = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", schema, *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@PLACES
def test_files_for_github_fit_its_schemas(place: Path) -> None:
    folder = place / ".github"
    validate("vendor.github-workflows", *sorted((folder / "workflows").glob("*.yml")))
    validate("custom.github-workflows-require-timeout", *sorted((folder / "workflows").glob("*.yml")))
    validate("vendor.dependabot", folder / "dependabot.yml")
    forms = sorted((folder / "ISSUE_TEMPLATE").glob("*.yml"))
    validate("vendor.github-issue-forms", *(path for path in forms if path.name != "config.yml"))
    validate("vendor.github-issue-config", folder / "ISSUE_TEMPLATE" / "config.yml")


def test_the_citation_file_fits_its_schema() -> None:
    validate("vendor.citation-file-format", ROOT / "CITATION.cff")


@PLACES
def test_nothing_in_them_can_be_misused(place: Path) -> None:
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-progress", "--strict-collection", "--persona", "pedantic",
         place / ".github"], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, "No findings to report" in done.stdout + done.stderr) == (0, True), done.stdout


def test_the_validators_find_what_is_wrong(tmp_path: Path) -> None:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    bad = tmp_path / ".github" / "workflows" / "bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(re.sub(r"@[0-9a-f]{40} # (v\S+)", r"@\1", text), encoding="utf-8")
    done = subprocess.run([BIN / "zizmor", "--offline", "--no-progress", tmp_path], capture_output=True, check=False)
    assert done.returncode != 0
    bad.write_text(text.replace("runs-on:", "run-on:"), encoding="utf-8")
    with pytest.raises(AssertionError):
        validate("vendor.github-workflows", bad)


@PLACES
def test_workflows_are_pinned_and_safe_for_forks(place: Path) -> None:
    for path in sorted((place / ".github" / "workflows").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        assert "pull_request_target" not in text
        assert "secrets." not in text
        assert yaml.safe_load(text)["permissions"] == {}
        used = re.findall(r"uses: (.*)", text)
        assert [line for line in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_all_versions_of_python_that_are_named_are_tested() -> None:
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [text.rsplit(" ", 1)[1] for text in about["classifiers"] if re.search(r"Python :: \d\.\d", text)]
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8"))["jobs"]
    assert jobs["tests"]["strategy"]["matrix"]["python"] == named
    assert about["requires-python"] == f">={named[0]}"
    (oldest,) = [step["with"]["python-version"] for step in jobs["oldest"]["steps"] if "python-version" in str(step)]
    assert oldest == named[0]


def test_new_dossiers_get_the_same_forms_and_checklist() -> None:
    for name in ("fact-is-wrong.yml", "new-source.yml", "config.yml"):
        path = Path(".github") / "ISSUE_TEMPLATE" / name
        assert (ROOT / path).read_bytes() == (STARTER / path).read_bytes()
    path = Path(".github") / "pull_request_template.md"
    assert (ROOT / path).read_bytes() == (STARTER / path).read_bytes()


@pytest.mark.parametrize(
    "path", [ROOT / ".pre-commit-config.yaml", STARTER / ".pre-commit-config.yaml", ROOT / ".pre-commit-hooks.yaml"]
)
def test_hooks_run_commands_that_are_there(path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    hooks = data if isinstance(data, list) else [hook for repo in data["repos"] for hook in repo["hooks"]]
    ours = [hook["entry"].split() for hook in hooks if "factsheet" in hook["entry"]]
    assert ours
    assert all(Path(entry[0]).name == "factsheet" and entry[1] in COMMANDS for entry in ours)


def test_the_checklist_is_that_of_the_guide() -> None:
    template = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "guide" / "writing-facts.md").read_text(encoding="utf-8")
    guide = page.split("## The editor's checklist")[1].split("\n## ")[0]
    asked = [re.sub(r"\W+", " ", line[6:]).strip()[:40] for line in template.splitlines() if line.startswith("- [ ] ")]
    told = re.sub(r"\W+", " ", guide)
    assert len(asked) >= 8
    assert [line for line in asked if line not in told] == []
