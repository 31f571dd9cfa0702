"""The command: what it prints, and its exit codes 0 (nothing wrong), 1 (problems), 2 (wrong use)."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli import COMMANDS, main
from generator.output.emitting import MANIFEST
from generator.overlay import overlay
from generator.problems import CODES

EXAMPLE = Path(__file__).parent / "example"


def run(*arguments: str | Path) -> Result:
    """Run the command; whatever it does not handle itself fails the test."""
    # A copy: click keeps the help option of the first use on the command, and other tests look at that.
    return CliRunner().invoke(deepcopy(main), [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "root"))


@pytest.fixture
def warned(root: Path) -> Path:
    """Lay out a dossier with warnings only: a sentence of a source is no longer set aside."""
    source = root / "facts" / "sources" / "gazette.yml"
    source.write_text(source.read_text(encoding="utf-8").partition("\nset_aside:")[0] + "\n", encoding="utf-8")
    return root


@pytest.fixture
def broken(root: Path) -> Path:
    """Lay out a dossier with an error."""
    dossier = root / "facts" / "dossier.yml"
    dossier.write_text(dossier.read_text(encoding="utf-8").replace("\nquestion:", "\nqestion:"), encoding="utf-8")
    return root


def there(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Give every file with its content and the time it was written."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def _wait_for(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.05)


class TestTheGroup:
    def test_version(self) -> None:
        assert run("--version").output == f"factsheet, version {__version__}\n"

    @pytest.mark.parametrize("option", ["-h", "--help"])
    def test_help_names_every_command(self, option: str) -> None:
        done = run(option)
        assert done.exit_code == 0
        assert all(f"\n  {name} " in done.output for name in COMMANDS)

    @pytest.mark.parametrize("width", [60, 80, 120])
    def test_help_lists_commands_as_click_does(self, width: int) -> None:
        told = []
        for lister in (type(main), click.Group):
            formatter = click.HelpFormatter(width=width)
            lister.format_commands(main, click.Context(main), formatter)
            told.append(formatter.getvalue())
        assert told[0] == told[1]
        assert "Commands:" in told[0]

    @pytest.mark.parametrize(
        ("arguments", "unwanted"),
        [
            (["--help"], ["pydantic", "yaml", "jinja2"]),
            (["check", EXAMPLE], ["jinja2", "babel", "typst", "bibtexparser", "rispy", "rapidfuzz", "mkdocs"]),
        ],
    )
    def test_it_loads_what_it_needs(self, arguments: list[str | Path], unwanted: list[str]) -> None:
        command = [sys.executable, "-X", "importtime", "-m", "generator.cli", *map(str, arguments)]
        loaded = subprocess.run(command, capture_output=True, check=True, text=True).stderr
        assert re.search(r"\| +click$", loaded, re.MULTILINE)
        assert [name for name in unwanted if re.search(rf"\| +{name}$", loaded, re.MULTILINE)] == []

    @pytest.mark.parametrize("arguments", [(), ("chekc",), ("check", "--strct"), ("emit",), ("check", "nowhere")])
    def test_wrong_use(self, arguments: tuple[str, ...]) -> None:
        assert run(*arguments).exit_code == 2


class TestCheck:
    def test_nothing_wrong(self) -> None:
        done = run("check", EXAMPLE, "--strict")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "no problems\n", "")
        assert run("check", EXAMPLE, "--format", "json").stdout == "[]\n"

    def test_the_folder_one_stands_in_is_the_default(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(root)
        assert (run("check").exit_code, run("coverage").exit_code, run("emit", "build/pages").exit_code) == (0, 0, 0)

    def test_warnings_fail_only_where_it_is_strict(self, warned: Path) -> None:
        done = run("check", warned)
        assert done.exit_code == 0
        assert "warning: " in done.stdout
        assert "warning" in done.stdout.splitlines()[-1]
        assert run("check", warned, "--strict").exit_code == 1
        rows = json.loads(run("check", warned, "--strict", "--format", "json").stdout)
        assert {row["severity"] for row in rows} == {"warning"}

    def test_errors_fail(self, broken: Path) -> None:
        done = run("check", broken)
        assert done.exit_code == 1
        assert 'facts/dossier.yml:4:1: "qestion"' in done.stdout
        as_json = run("check", broken, "--format", "json")
        assert as_json.exit_code == 1
        assert [row["line"] for row in json.loads(as_json.stdout) if row["code"] == "unknown-field"] == [4]

    def test_the_place_is_shown(self, broken: Path) -> None:
        lines = run("check", broken).stdout.splitlines()
        assert lines[1].startswith("    4 | qestion: What was agreed")
        assert lines[2] == "      | ^^^^^^^"

    def test_annotations_and_a_summary_for_github(self, broken: Path, tmp_path: Path) -> None:
        summary = tmp_path / "summary.md"
        done = run("check", broken, "--format", "github", "--summary", summary)
        assert done.exit_code == 1
        place = f"file={Path(os.path.relpath(broken)).as_posix()}/facts/dossier.yml,line=4,endLine=4,col=1,endColumn=8"
        assert done.stdout.startswith(f"::error {place},title=unknown-field::")
        assert "qestion" in summary.read_text(encoding="utf-8")
        run("check", broken, "--format", "github", "--summary", summary)
        assert summary.read_text(encoding="utf-8").count("### factsheet check") == 2

    def test_githubs_own_summary_is_taken_where_it_is_named(
        self, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "step.md"))
        run("check", broken)
        assert not (tmp_path / "step.md").exists()
        run("check", broken, "--format", "github")
        assert "qestion" in (tmp_path / "step.md").read_text(encoding="utf-8")

    def test_sarif(self, broken: Path) -> None:
        done = run("check", broken, "--format", "sarif")
        assert done.exit_code == 1
        assert json.loads(done.stdout)["runs"][0]["results"][0]["ruleId"] == "unknown-field"

    @pytest.mark.parametrize("inside", [True, False])
    def test_only_some_files_are_told(self, broken: Path, inside: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(broken if inside else broken.parent)
        assert run("check", broken, "--only", "facts/events").stdout == "no problems\n"
        assert run("check", broken, "--only", "facts/events").exit_code == 0
        some = run("check", broken, "--only", "facts/events", "--only", "facts/dossier.yml")
        assert (some.exit_code, some.stdout.splitlines()[-1]) == (1, "1 error")
        assert run("check", broken, "--only", broken / "facts").exit_code == 1
        assert run("check", broken, "--only", ".").exit_code == 1

    def test_only_a_file_that_is_not_there(self, root: Path) -> None:
        done = run("check", root, "--only", "facts/evnts")
        assert done.exit_code == 2
        assert 'there is no file or folder "facts/evnts" in the dossier' in done.stderr

    def test_a_watch_checks_again_after_a_change(self, root: Path, tmp_path: Path) -> None:
        log = tmp_path / "log"
        file = root / "facts" / "dossier.yml"
        text = file.read_text(encoding="utf-8")
        with log.open("w") as out, subprocess.Popen(
            [sys.executable, "-m", "generator.cli", "check", "--watch", root], stdout=out, stderr=subprocess.STDOUT
        ) as process:
            try:
                _wait_for(lambda: log.read_text().count("Watching") == 1)
                file.write_text(text.replace("\nquestion:", "\nqestion:"), encoding="utf-8")
                _wait_for(lambda: "unknown-field" in log.read_text())
                file.write_text(text, encoding="utf-8")
                _wait_for(lambda: log.read_text().count("no problems") == 2)
            finally:
                process.send_signal(signal.SIGINT)
            assert process.wait(timeout=10) == 0

    def test_a_format_nobody_knows(self) -> None:
        assert run("check", EXAMPLE, "--format", "xml").exit_code == 2

    @pytest.mark.parametrize("kind", ["nothing", "a file"])
    @pytest.mark.parametrize(
        "arguments", [("check",), ("check", "--format", "json"), ("coverage",), ("emit", "out", "--root")]
    )
    def test_a_folder_without_facts(self, tmp_path: Path, arguments: tuple[str, ...], kind: str) -> None:
        if kind == "a file":
            (tmp_path / "facts").write_text("x", encoding="utf-8")
        done = run(*arguments, tmp_path)
        assert (done.exit_code, done.stdout) == (2, "")
        advice = "run this where facts/ and seeds/ stand, or name that folder with --root"
        assert done.stderr.splitlines()[-1] == f'Error: there is no folder facts/ in "{tmp_path}"; {advice}'

    def test_facts_without_a_dossier_file(self, root: Path) -> None:
        (root / "facts" / "dossier.yml").unlink()
        done = run("check", root)
        assert done.exit_code == 1
        assert "[missing-dossier]" in done.stdout


    def test_ids_that_editors_are_not_offered_are_a_note(self, root: Path) -> None:
        new = root / "facts" / "questions" / "length-of-the-bridge.yml"
        new.write_text("text: How long is the bridge?\nkind: amount\nunit: metres\n", encoding="utf-8")
        done = run("check", root)
        assert done.exit_code == 0
        assert done.stdout.startswith("facts/.schema/ids.json:1:1: note: ")
        assert done.stdout.endswith("\n1 note\n")
        assert run("check", root, "--strict").exit_code == 0
        assert run("schema", root, "--check", "--shapes").exit_code == 0
        assert run("schema", root, "--check").exit_code == 1
        assert run("schema", root).exit_code == 0
        assert run("check", root, "--strict").stdout == "no problems\n"


class TestSchema:
    def test_writes_what_changed_and_nothing_else(self, root: Path) -> None:
        shutil.rmtree(root / "facts" / ".schema")
        done = run("schema", root)
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout.splitlines()[-1] == "9 files in facts/.schema, 9 written"
        before = there(root)
        assert run("schema", root).stdout == "9 files in facts/.schema, 0 written\n"
        assert there(root) == before

    def test_check_names_what_has_drifted_and_writes_nothing(self, root: Path) -> None:
        assert run("schema", root, "--check").stdout == "9 files in facts/.schema, none drifted\n"
        (root / "facts" / ".schema" / "event.json").write_text("{}", encoding="utf-8")
        (root / "facts" / ".schema" / "ids.json").unlink()
        before = there(root)
        done = run("schema", root, "--check")
        assert done.exit_code == 1
        assert done.stdout.splitlines() == [
            "facts/.schema/event.json",
            "facts/.schema/ids.json",
            '2 of 9 files have drifted; run "factsheet schema"',
        ]
        assert there(root) == before

    def test_a_dossier_with_problems_has_schemas_and_a_word_about_them(self, broken: Path) -> None:
        done = run("schema", broken)
        assert done.exit_code == 0
        assert "facts/.schema/ids.json" in done.stdout
        assert done.stderr == "Some fact files cannot be read (1 error), so ids are missing; run factsheet check.\n"

    def test_a_folder_that_cannot_be_made(self, root: Path) -> None:
        shutil.rmtree(root / "facts" / ".schema")
        (root / "facts" / ".schema").write_text("in the way", encoding="utf-8")
        done = run("schema", root)
        assert done.exit_code == 1
        assert done.stderr.startswith("Error: ")
        assert "facts/.schema" in done.stderr


class TestCoverage:
    def test_all_is_accounted_for(self) -> None:
        done = run("coverage", EXAMPLE)
        assert (done.exit_code, done.stderr) == (0, "")
        assert [line.split()[0] for line in done.stdout.splitlines() if line and line[0] != " "] == [
            "bulletin", "courier", "gazette",
        ]  # fmt: skip
        assert sorted(json.loads(run("coverage", EXAMPLE, "--format", "json").stdout)) == [
            "bulletin", "courier", "gazette",
        ]  # fmt: skip

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_a_sentence_that_is_left_fails(self, warned: Path, form: str) -> None:
        done = run("coverage", warned, "--format", form)
        assert (done.exit_code, done.stderr) == (1, "")
        assert "left" in done.stdout

    def test_errors_fail_and_are_told_beside_the_account(self, broken: Path) -> None:
        done = run("coverage", broken, "--format", "json")
        assert done.exit_code == 1
        json.loads(done.stdout)
        assert "run factsheet check" in done.stderr


class TestEmit:
    def test_a_second_run_writes_nothing(self, root: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        first = run("emit", out, "--root", root)
        before = there(out)
        assert first.exit_code == 0
        assert first.stdout == f"{len(before) - 1} written, 0 unchanged, 0 removed\n"
        second = run("emit", out, "--root", root)
        assert (second.exit_code, second.stdout) == (0, f"0 written, {len(before) - 1} unchanged, 0 removed\n")
        assert there(out) == before

    def test_warnings_are_told_and_the_site_is_written(self, warned: Path, tmp_path: Path) -> None:
        done = run("emit", tmp_path / "out", "--root", warned)
        assert done.exit_code == 0
        assert "warning: " in done.stderr
        assert (tmp_path / "out" / "index.md").exists()

    def test_errors_write_nothing(self, broken: Path, tmp_path: Path) -> None:
        done = run("emit", tmp_path / "out", "--root", broken)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "qestion" in done.stderr
        assert not (tmp_path / "out").exists()

    def test_a_strange_file_is_told(self, root: Path, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "index.md").write_text("mine", encoding="utf-8")
        done = run("emit", tmp_path / "out", "--root", root)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "was not written by this command" in done.stderr
        assert list(there(tmp_path / "out")) == ["index.md"]

    def test_a_place_that_cannot_be_written(self, root: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x", encoding="utf-8")
        done = run("emit", tmp_path / "file" / "out", "--root", root)
        assert done.exit_code == 1
        assert done.stderr.startswith(f'Error: cannot write "{tmp_path}/file/out')
        assert done.stderr.count("\n") == 1

    @pytest.mark.parametrize(
        "place", [".", "..", "facts", "facts/new", "seeds", "docs/new", "generator", "build/../seeds/x"]
    )
    def test_a_place_where_people_write_is_wrong_use(self, root: Path, place: str) -> None:
        before = there(root)
        done = run("emit", root / place, "--root", root)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "of the dossier; emit to a folder of its own" in done.stderr
        assert there(root) == before

    def test_a_link_to_where_people_write_is_wrong_use(self, root: Path, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(root / "seeds")
        assert run("emit", tmp_path / "link" / "pages", "--root", root).exit_code == 2
        assert not (root / "seeds" / "pages").exists()

    def test_a_link_in_a_circle_is_told(self, root: Path, tmp_path: Path) -> None:
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        done = run("emit", tmp_path / "loop", "--root", root)
        assert done.exit_code in (1, 2)  # Python before 3.13 sees the circle earlier
        assert f'Error: "{tmp_path}/loop" cannot be followed' in done.stderr or "cannot write" in done.stderr

    def test_the_look_is_written_into_a_folder_of_its_own(self, root: Path, tmp_path: Path) -> None:
        arguments = ("emit", tmp_path / "out", "--root", root, "--theme", tmp_path / "theme")
        count = len(overlay())
        assert run(*arguments).stdout.splitlines()[1] == f"theme: {count} written, 0 unchanged, 0 removed"
        theme = {name: content for name, (content, _) in there(tmp_path / "theme").items()}
        theme.pop(MANIFEST)
        assert theme == overlay()
        before = there(tmp_path / "theme")
        assert run(*arguments).stdout.splitlines()[1] == f"theme: 0 written, {count} unchanged, 0 removed"
        assert there(tmp_path / "theme") == before

    def test_a_changed_look_is_not_overwritten(self, root: Path, tmp_path: Path) -> None:
        arguments = ("emit", tmp_path / "out", "--root", root, "--theme", tmp_path / "theme")
        run(*arguments)
        (tmp_path / "theme" / "404.html").write_text("mine", encoding="utf-8")
        done = run(*arguments)
        assert (done.exit_code, done.stdout) == (1, "")
        assert '404.html" was changed since it was written' in done.stderr

    @pytest.mark.parametrize("theme", ["out", "out/theme", ".", "root/docs/theme", "root/facts"])
    def test_the_look_stays_apart_from_pages_and_from_what_people_write(
        self, root: Path, tmp_path: Path, theme: str
    ) -> None:
        done = run("emit", tmp_path / "out", "--root", root, "--theme", tmp_path / theme)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "emit to a folder of its own" in done.stderr
        assert not (tmp_path / "out").exists()

    def test_hand_written_pages_from_another_folder(self, root: Path, tmp_path: Path) -> None:
        (root / "pages" / "own").mkdir(parents=True)
        (root / "pages" / "own" / "notes.md").write_text("# Notes\n", encoding="utf-8")
        assert run("emit", tmp_path / "out", "--root", root, "--docs", "pages/own").exit_code == 0
        assert (tmp_path / "out" / "notes.md").read_text(encoding="utf-8") == "# Notes\n"
        (root / "pages" / "own" / "timeline.md").write_text("# Mine\n", encoding="utf-8")
        done = run("emit", tmp_path / "out", "--root", root, "--docs", "pages/own")
        assert done.exit_code == 1
        assert "pages/own/timeline.md" in done.stderr
        done = run("emit", root / "pages" / "own" / "out", "--root", root, "--docs", "pages/own")
        assert (done.exit_code, "emit to a folder of its own" in done.stderr) == (2, True)

    def test_a_folder_of_hand_written_pages_that_is_not_there(self, root: Path, tmp_path: Path) -> None:
        done = run("emit", tmp_path / "out", "--root", root, "--docs", "paegs")
        assert (done.exit_code, done.stdout) == (2, "")
        assert f'there is no folder "paegs" in "{root}"' in done.stderr

    @pytest.mark.parametrize("address", ["https://a.example", "https://a.example:8080/sheet/", "http://[::1]/x"])
    def test_the_address_of_the_site_begins_identifiers(self, root: Path, tmp_path: Path, address: str) -> None:
        assert run("emit", tmp_path / "out", "--root", root, "--site-url", address).exit_code == 0
        begin = address.rstrip("/") + "/claims/"
        assert begin in (tmp_path / "out" / "data" / "facts.json").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "address",
        [
            "", "a.example", "/sheet/", "//a.example/", "ftp://a.example/", "javascript:alert(1)", "https://",
            "https:///x", "https://:80/", "https://a.example:port/", "https://a.example:99999/", "https://[::1/",
            "https://a.example/?x=1", "https://a.example/#x", "https://a b/", "https://a.example/\n", "https://a.example/<b>",
        ],
    )  # fmt: skip
    def test_an_address_no_page_can_have_is_wrong_use(self, root: Path, tmp_path: Path, address: str) -> None:
        done = run("emit", tmp_path / "out", "--root", root, "--site-url", address)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "is not an address of a site; write it like https://" in done.stderr
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("who", ["me", "me:word"])
    def test_a_password_in_the_address_is_wrong_use_and_not_repeated(
        self, root: Path, tmp_path: Path, who: str
    ) -> None:
        done = run("emit", tmp_path / "out", "--root", root, "--site-url", f"https://{who}@a.example/")
        assert done.exit_code == 2
        assert "--site-url holds a user name or password; leave it out" in done.stderr
        assert f"{who}@" not in done.stderr

    def test_without_an_address_identifiers_are_names(self, root: Path, tmp_path: Path) -> None:
        assert run("emit", tmp_path / "out", "--root", root).exit_code == 0
        facts = (tmp_path / "out" / "data" / "facts.json").read_text(encoding="utf-8")
        uuid.UUID(facts.partition('"urn:uuid:')[2].partition('"')[0])


class TestExplain:
    def test_one_code(self) -> None:
        done = run("explain", "quotation-not-found")
        assert done.exit_code == 0
        assert done.stdout.startswith("quotation-not-found (error, ")

    def test_all_codes(self) -> None:
        done = run("explain")
        assert done.exit_code == 0
        assert [line.split()[0] for line in done.stdout.splitlines()] == sorted(CODES)

    def test_a_misspelt_code(self) -> None:
        done = run("explain", "quotation-not-fuond")
        assert (done.exit_code, done.stdout) == (2, "")
        told = '"quotation-not-fuond" is not a problem code; did you mean "quotation-not-found"?'
        assert done.stderr.splitlines()[-1] == f"Error: {told}"

    def test_a_code_like_no_other(self) -> None:
        done = run("explain", "xyzzy")
        assert done.exit_code == 2
        assert '"xyzzy" is not a problem code; run "factsheet explain" to list them' in done.stderr


class TestMend:
    def test_mends_the_pages_of_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "index.html").write_text("<table><tr><td>1</td></tr></table>", encoding="utf-8")
        done = run("mend", tmp_path)
        assert (done.exit_code, done.output) == (0, "1 mended, 0 unchanged\n")
        assert "fs-frame" in (tmp_path / "index.html").read_text(encoding="utf-8")

    def test_a_folder_without_a_site_is_wrong_use(self, tmp_path: Path) -> None:
        done = run("mend", tmp_path)
        assert done.exit_code == 2
        assert "there is no index.html" in done.output

    def test_a_page_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "index.html").write_bytes(b"\xff")
        assert run("mend", tmp_path).exit_code == 1

    def test_a_repair_without_a_place_fails(self, tmp_path: Path) -> None:
        (tmp_path / "index.html").write_text('<ul data-md-component="toc"></ul>', encoding="utf-8")
        done = run("mend", tmp_path)
        assert done.exit_code == 1
        assert 'index.html: the repair "title of the contents" found no place' in done.output

    def test_pages_get_a_policy_with_what_is_added_or_none(self, tmp_path: Path) -> None:
        page = tmp_path / "index.html"
        for options, holds in (
            ((), "img-src 'self' data:;"),
            (("--policy", "img-src https://a.example"), "img-src 'self' data: https://a.example;"),
            (("--no-policy",), "<head></head>"),
        ):
            page.write_text("<html><head></head><br/></html>", encoding="utf-8")
            assert run("mend", tmp_path, *options).exit_code == 0
            assert holds in page.read_text(encoding="utf-8")
        for wrong in ("", "img-src", "img-src a;b"):
            assert run("mend", tmp_path, "--policy", wrong).exit_code == 2

    def test_what_has_no_effect_under_the_policy_fails(self, tmp_path: Path) -> None:
        (tmp_path / "index.html").write_text('<head></head><p style="x">', encoding="utf-8")
        done = run("mend", tmp_path)
        assert done.exit_code == 1
        assert "index.html: browsers pass over the attribute style=" in done.output


class TestTheFolder:
    """The dossier's folder is told with `--root` in every command; those without other arguments take it bare too."""

    @pytest.mark.parametrize("command", ["check", "coverage", "schema --check"])
    def test_both_ways_are_one(self, root: Path, command: str) -> None:
        bare, told = run(*command.split(), root), run(*command.split(), "--root", root)
        assert (bare.exit_code, bare.output) == (told.exit_code, told.output)
        assert bare.exit_code == 0

    @pytest.mark.parametrize("command", ["check", "coverage", "schema"])
    def test_twice_is_refused_and_one_way_is_told(self, root: Path, command: str) -> None:
        twice = run(command, root, "--root", root)
        assert (twice.exit_code, "the folder is given twice" in twice.output) == (2, True)
        told = run(command, "--help").output
        assert "--root DIRECTORY" in told
        assert f"{command} [OPTIONS]\n" in told

    def test_a_stray_text_is_told_as_that_alone(self, root: Path) -> None:
        assert run("schema", root).exit_code == 0
        (root / "seeds" / "gazette copy.txt").write_text("x", encoding="utf-8")
        told = run("check", root).output
        assert "[unused-text]" in told
        assert "schema-drift" not in told
