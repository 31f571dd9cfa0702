"""The commands that help to write facts, as an editor uses them: from a new article to a page, nothing half-written."""
# ruff: noqa: E501  # commands read best as they are typed

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import get_args

import pytest

from generator.editing.sources import REASONS
from generator.examining import examine
from generator.model.records import SetAside
from generator.site import Wish, build
from tests.test_cli import EXAMPLE, run, there

ARTICLE = """Lenford buys a second ferry

The Lenford City Council has bought a second ferry, which carries 60 people, Dana Orrell said on X.

Ivo Tamm said that the residents had asked for two. Time will tell whether that is enough.

The weather will be fine on Sunday. Sign up for our newsletter.
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
        assert "Not accounted for yet: 6 sentences" in told
        done(
            "new", "event", "second-ferry-bought", "--title", "A second ferry", "--quote", "Lenford City Council has bought a second",
            "--claim", "council-bought", "--statement", "The Lenford City Council has bought a second ferry.", *at,
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
        assert "second-ferry: 4 of 6 sentences are not accounted for yet" in last
        aside = done(
            "set-aside", "second-ferry", "--as", "repetition", "Lenford buys", "--as", "opinion", "Time will tell",
            "--as", "outside-subject", "weather", "--as", "furniture", "Sign up", *at,
        )  # fmt: skip
        assert "  repetition: Lenford buys a second ferry\n" in aside
        assert "second-ferry: every sentence is accounted for" in aside
        assert done("check", root, "--strict") == "no problems\n"
        pages = {page.uri: page.markdown for page in build(root).pages}
        assert "which carries 60 people" in pages["claims/second-ferry-60.md"]
        assert {"claims/council-bought.md", "claims/asked-for-two.md", "sources/second-ferry.md"} <= pages.keys()

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
        told = done("add-source", text, "--root", root, code=1)
        assert "with gazette" in told
        assert "[shared-text]" in told

    @pytest.mark.parametrize(
        ("content", "options", "says"),
        [
            (b"\xff", (), "is not UTF-8"),
            (b" \n", (), "holds no text"),
            (b"x", ("--id", "gazette"), '"gazette" is used already in this dossier'),
            (b"x", ("--id", "dana-orrell"), "is used already"),
            (b"x", ("--id", "A b"), '"A b" is no id'),
            (b"x", ("--issued", "21 June 2025"), "write 2025-06-21"),
            (b"x", ("--accessed", "yesterday"), '"yesterday"'),
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

    @pytest.mark.parametrize(("name", "called"), [("a.pdf", "PDF"), ("a.bin", "PDF"), ("A.DOCX", "document")])
    def test_what_holds_more_than_its_text_is_no_text(self, root: Path, tmp_path: Path, name: str, called: str) -> None:
        (tmp_path / name).write_bytes(b"%PDF-1.7\n\xe2" if called == "PDF" else b"PK")
        told = done("add-source", tmp_path / name, "--root", root, code=1)
        assert f'"{name}" is no plain text; copy the text out of the {called} into a .txt file' in told

    def test_another_text_of_the_name(self, root: Path, tmp_path: Path) -> None:
        text = tmp_path / "gazette.txt"
        text.write_text("Other words.", encoding="utf-8")
        assert "there is another text seeds/gazette.txt" in done("add-source", text, "--id", "g", "--root", root, code=1)


class TestSetAside:
    """What is set aside has a reason each; nothing that could be meant otherwise is written."""

    def test_several_sentences_of_one_reason(self, root: Path, article: Path) -> None:
        done("add-source", article, "--root", root)
        told = done("set-aside", "second-ferry", "Time will", "Sign up", "--reason", "opinion", "--root", root)
        assert told.count("  opinion: ") == 2
        assert "4 of 6 sentences" in told

    @pytest.mark.parametrize(
        ("arguments", "code", "says"),
        [
            (("Sign up",), 2, "give a reason with words of each sentence"),
            (("--reason", "furniture"), 2, "give a reason with words of each sentence"),
            ((), 2, "give a reason with words of each sentence"),
            (("Time will", "--as", "furniture", "Sign up"), 2, "give a reason with words of each sentence"),
            (("--as", "advert", "Sign up"), 2, "'advert' is not one of 'opinion', 'furniture'"),
            (("--as", "furniture"), 2, "give a reason with words of each sentence"),
            (("--as", "furniture", "Sign up", "--as", "opinion", "Time will", "--because", "x"), 2, "about one reason"),
            (("--as", "furniture", "Sign up", "--as", "opinion", "newsletter"), 1, "is to be set aside twice"),
        ],
    )
    def test_what_cannot_be_written_writes_nothing(
        self, root: Path, article: Path, arguments: tuple[str, ...], code: int, says: str
    ) -> None:
        done("add-source", article, "--root", root)
        before = there(root)
        assert says in done("set-aside", "second-ferry", *arguments, "--root", root, code=code)
        assert there(root) == before

    def test_the_help_explains_every_reason_of_the_model(self) -> None:
        reasons = get_args(SetAside.model_fields["reason"].annotation)
        assert tuple(REASONS) == reasons
        told = done("set-aside", "--help")
        assert all(f"\n    {reason} " in told for reason in reasons)


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
        assert {"boards-rotten", "boards-rotten-2"} <= claims.keys()

    def test_what_was_chosen_for_the_editor_is_told(self, root: Path) -> None:
        arguments = ("new", "event", "x", "--title", "T", "--quote", "the boards are rotten", "--root", root)
        told = done(*arguments)
        assert "boards-rotten is the id of the claim; until it is published, factsheet rename boards-rotten NEW" in told
        assert "boards-rotten states the passage alone; write under statement: who says what" in told
        done("rename", "boards-rotten", "state-of-the-boards", "--root", root)
        told = done(*("y" if one == "x" else one for one in arguments), "--claim", "z", "--statement", "Boards are rotten.")
        assert "is the id" not in told
        assert "states the passage alone" not in told

    def test_a_quotation_in_the_passage_keeps_its_words(self, root: Path) -> None:
        quote = "said the closure would last “at least 12 weeks.” She said on X"
        told = done("new", "event", "x", "--title", "T", "--quote", quote, "--claimant", "dana-orrell", "--root", root)
        assert "wrote" in told
        claim = next(one for one in examine(root)[0].claims.values() if one.entry.record.id == "x")
        assert claim.statement == "“said the closure would last ‘at least 12 weeks.’ She said on X”"

    def test_a_claim_is_written_with_the_day_it_is_added(self, root: Path) -> None:
        words = ("new", "claim", "ferry-start", "boards", "the boards are rotten", "--root", root)
        first = dt.datetime.now(dt.UTC).date()
        run(*words)
        claims = examine(root)[0].dossier.claims
        assert claims["boards"].data.added in {first.isoformat(), dt.datetime.now(dt.UTC).date().isoformat()}
        run("new", "event", "boards-two", "--title", "T", "--quote", "the boards are rotten", "--claim", "two",
            "--added", "2025-03-14", "--root", root)  # fmt: skip
        text = (root / "facts" / "events" / "boards-two.yml").read_text(encoding="utf-8")
        assert "    added: 2025-03-14\n    evidence:\n" in text

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
            (("claim", "ferry-start", "x", "boards are rotten", "free ferry"), 1, "several passages need --statement"),
            (("event", "x", "--title", "t", "--quote", "boards are rotten", "--quote", "free ferry"), 1, "need --statement"),
            (("agreement", "x", "--title", "t", "--party", "a", "--quote", "boards are rotten"), 1, "parties: has 1 item"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_written_writes_nothing(
        self, root: Path, arguments: tuple[str, ...], code: int, says: str
    ) -> None:
        before = there(root)
        assert says in done("new", *arguments, "--root", root, code=code)
        assert there(root) == before


class TestWhatAChangeBrings:
    """What was not wrong before is told, in whichever file it is; what was is not told again."""

    def test_a_sentence_set_aside_in_another_file(self, root: Path) -> None:
        told = done(
            "new", "claim", "ferry-start", "x", "Footbridge to close for repairs", "--source", "gazette", "--statement",
            "The Heron Footbridge will close for repairs.", "--root", root, code=1,
        )  # fmt: skip
        assert "[set-aside-quoted]" in told
        assert "facts/sources/gazette.yml" in told

    def test_a_reference_that_leads_nowhere(self, root: Path, article: Path) -> None:
        told = done("add-source", article, "--origin", "nobody", "--root", root, code=1)
        assert '"nobody"' in told

    def test_what_was_wrong_before_is_not_told_again(self, root: Path) -> None:
        file = root / "facts" / "events" / "ferry-start.yml"
        file.write_text(file.read_text(encoding="utf-8").replace("said on X", "claimed on X"), encoding="utf-8")
        arguments = ("set-aside", "bulletin", "first crossing on Monday", "--reason", "opinion")
        done("check", root, code=1)
        assert "loaded-word" not in done(*arguments, "--root", root, code=1)
        assert "loaded-word" not in done("rename", "ferry-start", "start", "--root", root)


DATED = "agreed at a meeting on Tuesday, 4 March 2025"


class TestDates:
    """A date is written where the words quoted give it; where they do and none was given, the line to add is told."""

    def test_of_a_claim(self, root: Path) -> None:
        arguments = ("new", "claim", "heron-footbridge", "x", DATED, "--statement", "They met on 4 March 2025.")
        told = done(*arguments, "--root", root)
        assert 'x rests on words that name "Tuesday, 4 March 2025"; if it happened then, add to it: date: 2025-03-04' in told
        again = ("new", "claim", "heron-footbridge", "y", *arguments[4:])
        assert "names" not in done(*again, "--date", "2025-03-04", "--root", root)
        text = (root / "facts" / "background" / "heron-footbridge.yml").read_text(encoding="utf-8")
        assert text.count("      They met on 4 March 2025.\n    date: 2025-03-04\n") == 1
        pages = {page.uri: page.markdown for page in build(root).pages}
        assert "Date\n:   no date recorded" in pages["claims/x.md"]
        assert "4 March 2025" in pages["claims/y.md"].partition("Date\n:   ")[2].partition("\n")[0]

    def test_of_an_event(self, root: Path) -> None:
        arguments = ("new", "event", "meeting", "--title", "Meeting", "--quote", DATED, "--statement", "They met.")
        assert "date: 2025-03-04" not in done(*arguments, "--claim", "they-met", "--date", "2025-03-04", "--root", root)
        text = (root / "facts" / "events" / "meeting.yml").read_text(encoding="utf-8")
        assert f"date:\n  stated: 2025-03-04\n  from:\n    - source: gazette\n      exact: >-\n        {DATED}\n" in text
        done("new", "claim", "meeting", "they-met-again", DATED, "--statement", "They met on 4 March 2025.", "--root", root)
        assert examine(root)[1] == []

    @pytest.mark.parametrize("edtf", ["4 March 2025", "2025-03-05"])
    def test_what_cannot_be_written_writes_nothing(self, root: Path, edtf: str) -> None:
        before = there(root)
        done("new", "claim", "ferry-start", "x", DATED, "--date", edtf, "--root", root, code=1)
        done("new", "event", "x", "--title", "X", "--quote", DATED, "--date", edtf, "--root", root, code=1)
        assert there(root) == before


class TestRename:
    def test_what_was_done_is_told(self, root: Path) -> None:
        told = done("rename", "ferry-start", "start-of-the-ferry", "--root", root)
        assert "removed facts/events/ferry-start.yml" in told
        assert "the file of ferry-start has its new name; 0 places elsewhere changed with it" in told
        assert "leads to events/start-of-the-ferry/; remove ferry-start from formerly: if it was never" in told
        assert "\n2 places changed" in f"\n{done('rename', 'first-crossing', 'crossing-one', '--root', root)}"
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
