"""The commands that help to write facts, as an editor uses them: from a new article to a page, nothing half-written."""
# ruff: noqa: E501  # commands read best as they are typed

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.examining import examine
from generator.site import Wish, build
from tests.test_cli import EXAMPLE, run, there

ARTICLE = """Lenford buys a second ferry

The Lenford City Council has bought a second ferry, which carries 60 people, Dana Orrell said on X.

Ivo Tamm said that the residents had asked for two. Time will tell whether that is enough. We keep you informed.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "root"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "second-ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def done(*arguments: str | Path, code: int = 0) -> str:
    """Run a command that must end with an exit code; give what it printed."""
    result = run(*arguments)
    assert result.exit_code == code, result.output
    return result.output


class TestANewArticle:
    """The way of a first-time editor, in six commands, with no file written from nothing."""

    def test_from_a_text_to_three_facts_on_pages(self, root: Path, article: Path) -> None:
        at = ("--root", root)
        told = done("add-source", article, "--title", "Lenford buys a second ferry", "--language", "en", *at)
        assert "wrote seeds/second-ferry.txt" in told
        assert "Not accounted for yet: 5 sentences" in told
        done(
            "new", "event", "second-ferry-bought", "--title", "A second ferry", "--quote", "Lenford buys a second ferry",
            "--claim", "lenford-buys", *at,
        )  # fmt: skip
        done(
            "new", "claim", "second-ferry-bought", "second-ferry-60", "bought a second ferry, which carries 60 people",
            "--sentence", "--claimant", "dana-orrell", "--via", "X", "--about", "dana-orrell", "--statement",
            "Dana Orrell said on X that the council has bought a second ferry, which carries 60 people.", *at,
        )  # fmt: skip
        last = done(
            "new", "claim", "second-ferry-bought", "asked-for-two", "the residents had asked for two", "--sentence",
            "--claimant", "ivo-tamm", "--statement", "Ivo Tamm said that the residents had asked for two.", *at,
        )  # fmt: skip
        assert "second-ferry: 2 of 5 sentences are not accounted for yet" in last
        aside = done("set-aside", "second-ferry", "Time will tell", "keep you informed", "--reason", "opinion", *at)
        assert "second-ferry: every sentence is accounted for" in aside
        assert done("check", root, "--strict") == "no problems\n"
        pages = {page.uri: page.markdown for page in build(root).pages}
        assert "which carries 60 people" in pages["claims/second-ferry-60.md"]
        assert {"claims/lenford-buys.md", "claims/asked-for-two.md", "sources/second-ferry.md"} <= pages.keys()


    def test_a_speaker_whom_the_passage_does_not_name_is_told_at_once(self, root: Path, article: Path) -> None:
        done("add-source", article, "--root", root)
        told = done(
            "new", "event", "x", "--title", "X", "--quote", "Lenford buys a second", "--claimant", "dana-orrell", "--root", root,
            code=1,
        )  # fmt: skip
        assert "[claimant-not-named]" in told


class TestAddSource:
    def test_the_text_is_copied_byte_for_byte(self, root: Path, tmp_path: Path) -> None:
        text = tmp_path / "An article (1).txt"
        text.write_bytes("\ufeffCRLF\r\nand “quotes”.".encode())
        done("add-source", text, "--root", root, "--author", "A. Writer", "--issued", "2025-03", "--url", "https://a.example/x")
        assert (root / "seeds" / "an-article-1.txt").read_bytes() == text.read_bytes()
        described = (root / "facts" / "sources" / "an-article-1.yml").read_text(encoding="utf-8")
        assert "author:\n  - literal: A. Writer\nissued: 2025-03\nURL: https://a.example/x\n" in described
        assert "title" not in described

    def test_shared_text_is_told(self, root: Path, tmp_path: Path) -> None:
        text = tmp_path / "copy.txt"
        text.write_text((root / "seeds" / "gazette.txt").read_text(encoding="utf-8") + "More.", encoding="utf-8")
        assert "with gazette" in done("add-source", text, "--root", root)

    @pytest.mark.parametrize(
        ("content", "options", "says"),
        [
            (b"\xff", (), "is not UTF-8"),
            (b" \n", (), "holds no text"),
            (b"x", ("--id", "gazette"), '"gazette" is used already in this dossier'),
            (b"x", ("--id", "dana-orrell"), "is used already"),
            (b"x", ("--id", "A b"), '"A b" is no id'),
            ("gazette", (), "is stored already as seeds/gazette.txt"),
        ],
    )
    def test_what_cannot_be_added_writes_nothing(
        self, root: Path, tmp_path: Path, content: bytes | str, options: tuple[str, ...], says: str
    ) -> None:
        text = tmp_path / "new.txt"
        text.write_bytes((root / "seeds" / f"{content}.txt").read_bytes() if isinstance(content, str) else content)
        before = there(root)
        assert says in done("add-source", text, *options, "--root", root, code=1)
        assert there(root) == before

    def test_another_text_of_the_name(self, root: Path, tmp_path: Path) -> None:
        text = tmp_path / "gazette.txt"
        text.write_text("Other words.", encoding="utf-8")
        assert "there is another text seeds/gazette.txt" in done("add-source", text, "--id", "g", "--root", root, code=1)


class TestQuote:
    def test_a_block_to_paste(self) -> None:
        told = done("quote", "gazette", "letters gone to every household", "--claimant", "dana-orrell", "--root", EXAMPLE)
        assert told.splitlines() == [
            "# seeds/gazette.txt, line 7, column 126; quoted by: letters-sent",
            '# nearly so: you left out "had" after "letters"',
            "      - source: gazette",
            "        exact: >-",
            "          letters had gone to every household",
            "        claimant: dana-orrell",
        ]

    def test_words_need_no_quotation_marks_of_the_shell(self) -> None:
        assert "exact: >-" in done("quote", "letters", "had", "gone", "--root", EXAMPLE)

    def test_many_places_are_cut(self) -> None:
        assert "\n# and " in done("quote", "the", "--root", EXAMPLE)

    def test_what_is_not_there(self) -> None:
        assert "does not stand in any source text" in done("quote", "zebra stampede", "--root", EXAMPLE, code=1)

    def test_a_misspelt_source(self) -> None:
        assert 'did you mean "gazette"' in done("quote", "gazete", "letters had gone", "--root", EXAMPLE, code=2)


class TestNew:
    @pytest.mark.parametrize(
        "arguments",
        [
            ("background", "boards", "--title", "The boards", "--quote", "boards are rotten", "--claimant", "unnamed",
             "--words", "Reports indicate", "--sentence"),
            ("agreement", "ferry", "--title", "The ferry", "--party", "lenford-council", "--party", "mill-lane-residents",
             "--quote", "council will run a free ferry"),
            ("dispute", "letters", "--title", "Letters", "--asks", "Had letters gone out?", "--held-by", "dana-orrell",
             "--quote", "Orrell replied that letters had gone"),
            ("actor", "gazette-paper", "--name", "Gazette", "--kind", "medium"),
            ("actor", "orrell-too", "--name", "Orrell", "--kind", "person", "--role", "leader of the council", "--quote",
             "Dana Orrell, the leader of the council"),
            ("question", "boards-state", "--text", "In what state are the boards?", "--kind", "words"),
        ],
        ids=lambda arguments: f"{arguments[0]} {arguments[1]}",
    )  # fmt: skip
    def test_each_kind_of_record_passes(self, root: Path, arguments: tuple[str, ...]) -> None:
        if arguments[1] == "gazette-paper":
            text = root / "seeds" / "gazette.txt"
            text.write_text(text.read_text(encoding="utf-8") + " Gazette", encoding="utf-8")
        run("new", *arguments, "--root", root)
        folder = {"background": "background", "actor": "actors"}.get(arguments[0], f"{arguments[0]}s")
        _, problems = examine(root)
        file = f"facts/{folder}/{arguments[1]}.yml"
        assert (root / file).exists()
        assert [str(problem) for problem in problems if problem.spot.file == file] == []

    def test_an_id_of_its_own_is_made_for_the_first_claim(self, root: Path) -> None:
        for name in ("boards-one", "boards-two"):
            run("new", "event", name, "--title", "T", "--quote", "the boards are rotten", "--root", root)
        claims = examine(root)[0].dossier.claims
        assert {"the-boards-are-rotten", "the-boards-are-rotten-2"} <= claims.keys()

    def test_a_claim_with_a_value_and_a_reply(self, root: Path) -> None:
        done(
            "new", "claim", "heron-footbridge", "users-again", "At least 350 people cross the bridge every day, the residents",
            "--claimant", "mill-lane-residents", "--question", "people-per-day", "--value", "at_least=350", "--statement",
            "The Mill Lane Residents said that at least 350 people cross the bridge every day.", "--root", root,
        )  # fmt: skip
        done(
            "new", "claim", "ferry-notice", "letters-again", "Orrell replied that letters had gone to every household",
            "--claimant", "dana-orrell", "--reply-to", "residents-not-told", "--statement",
            "Orrell replied that letters had gone to every household.", "--root", root,
        )  # fmt: skip
        text = (root / "facts" / "disputes" / "ferry-notice.yml").read_text(encoding="utf-8")
        assert "  - id: letters-again\n" in text.partition("replies:")[2]
        assert "    held_by: [dana-orrell]\n    reply_to: [residents-not-told]\n" in text
        assert examine(root)[1] == []

    @pytest.mark.parametrize(
        ("arguments", "code", "says"),
        [
            (("claim", "ferry-strat", "x", "boards are rotten"), 1, 'did you mean "ferry-start"'),
            (("claim", "dossier", "x", "boards are rotten"), 1, "no record that holds claims"),
            (("claim", "ferry-start", "first-crossing", "boards are rotten"), 1, "is used already"),
            (("claim", "ferry-start", "x", "the ferry"), 1, "may mean several passages"),
            (("claim", "ferry-start", "x", "zebra"), 1, "stands in no source text"),
            (("claim", "ferry-start", "x", "boards", "--source", "gazete"), 1, 'did you mean "gazette"'),
            (("claim", "ferry-start", "x", "boards are rotten", "--value", "many"), 1, '"many" is no value'),
            (("claim", "ferry-start", "x", "boards are rotten", "--value", "mny=3"), 1, '"mny" is not a field of value'),
            (("event", "x", "--title", "t", "--quote", "boards are rotten", "--claim", "x"), 1, "is used already for the record"),
            (("event", "x", "--title", "t", "--quote", "boards are rotten", "--claim", "gazette"), 1, "is used already in this"),
            (("event", "X", "--title", "t", "--quote", "boards are rotten"), 1, '"X" is no id'),
            (("actor", "x", "--name", "Orrell", "--kind", "person"), 2, "a person needs --role and --quote"),
            (("agreement", "x", "--title", "t", "--party", "a", "--quote", "boards are rotten"), 1, "parties: has 1 item"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_written_writes_nothing(
        self, root: Path, arguments: tuple[str, ...], code: int, says: str
    ) -> None:
        before = there(root)
        assert says in done("new", *arguments, "--root", root, code=code)
        assert there(root) == before


class TestRename:
    def test_what_was_done_is_told(self, root: Path) -> None:
        told = done("rename", "ferry-start", "start-of-the-ferry", "--root", root)
        assert "removed facts/events/ferry-start.yml" in told
        assert "events/ferry-start/ leads to events/start-of-the-ferry/" in told
        assert done("check", root, "--strict") == "no problems\n"

    def test_links_by_hand_follow(self, root: Path) -> None:
        (root / "docs" / "about.md").write_text("[x](events/ferry-start.md) x/events/ferry-starts.md\n", encoding="utf-8")
        done("rename", "ferry-start", "start", "--root", root)
        assert (root / "docs" / "about.md").read_text(encoding="utf-8") == "[x](events/start.md) x/events/ferry-starts.md\n"


class TestWithhold:
    def test_a_claim_goes_with_what_publishes_its_words(self, root: Path) -> None:
        told = done("withhold", "rotten-boards", "--reason", "safety", "--root", root)
        assert "withheld: rotten-boards\n" in told
        assert done("check", root, "--strict") == "no problems\n"
        assert "are rotten" not in site_of(root)
        assert "it could put people at risk" in site_of(root)

    def test_what_is_left_is_told_and_nothing_is_written_on_a_dry_run(self, root: Path) -> None:
        before = there(root)
        told = done("withhold", "closure-agreed", "--reason", "legal", "--dry-run", "--root", root, code=1)
        assert "left to mend by hand:" in told
        assert "facts/dossier.yml:" in told
        assert there(root) == before
        done("withhold", "closure-agreed", "--reason", "legal", "--root", root, code=1)
        assert [problem.code for problem in examine(root)[1]] == ["withheld-published"]

    def test_a_passage_goes_alone_where_its_claim_stands_without_it(self, root: Path) -> None:
        told = done("withhold", "first-crossing", "--reason", "legal", "--root", root, code=1)
        assert "withheld as well, as it publishes the same words: people-on-board" in told

    def test_the_addresses_it_had_before_say_that_it_is_withheld(self, root: Path) -> None:
        done("rename", "rotten-boards", "state-of-the-boards", "--root", root)
        done("withhold", "state-of-the-boards", "--reason", "safety", "--root", root)
        site = build(root, Wish("https://a.example/"))
        pages = {page.uri: page.markdown for page in site.pages}
        files = {file.uri: file.content.decode() for file in site.files if file.uri.endswith("embed/index.html")}
        for id_ in ("rotten-boards", "state-of-the-boards"):
            assert "it could put people at risk" in pages[f"claims/{id_}.md"]
            assert "it could put people at risk" in files[f"claims/{id_}/embed/index.html"]
        assert "are rotten" not in "".join([*pages.values(), *files.values()])

    def test_a_claim_that_is_not_there(self, root: Path) -> None:
        before = there(root)
        assert 'did you mean "rotten-boards"' in done(
            "withhold", "rotten-board", "--reason", "legal", "--root", root, code=1
        )
        assert there(root) == before


def site_of(root: Path) -> str:
    return "\n".join(page.markdown for page in build(root).pages)
