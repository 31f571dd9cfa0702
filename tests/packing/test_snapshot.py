"""Frozen versions: a bag that archives accept, the same bytes for the same site, and nothing that is not published."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import bagit  # type: ignore[import-untyped]  # it comes without types
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.packing.bags import bagged
from generator.packing.built import PackError
from generator.packing.citation_file import citation_file
from generator.packing.snapshot import freeze
from tests.packing.conftest import FACTS, TOLD
from tests.test_automation import validate

NAME = "the-ferry-at-mill-lane-2025-03-10-0123456789ab"


def unpacked(archive: Path, folder: Path) -> Path:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder / NAME


def told(site: Path, **changes: object) -> None:
    facts = {**FACTS, "dossier": {**FACTS["dossier"], **changes}}  # type: ignore[dict-item]
    (site / "data" / "facts.json").write_text(json.dumps(facts), encoding="utf-8")


def test_an_archives_own_reader_takes_it_and_sees_a_changed_byte(site: Path, tmp_path: Path) -> None:
    archive, packed = freeze(site, tmp_path / "frozen")
    assert archive.name == f"{NAME}.zip"
    bag = unpacked(archive, tmp_path / "out")
    read = bagit.Bag(str(bag))
    read.validate(processes=1)
    assert read.info["External-Identifier"] == "0123456789ab"
    assert read.info["Bagging-Date"] == "2025-03-10"
    assert len(read.payload_entries()) == packed.files
    (bag / "data" / "claims" / "x.html").write_text("y", encoding="utf-8")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(bag)).validate(processes=1)


def test_it_holds_pages_data_note_and_citation_and_nothing_else(site: Path, tmp_path: Path) -> None:
    bag = unpacked(freeze(site, tmp_path / "frozen", doi="10.5281/zenodo.1234567")[0], tmp_path / "out")
    files = {path.relative_to(bag / "data").as_posix() for path in (bag / "data").rglob("*") if path.is_file()}
    assert files == {
        "CITATION.cff", "README.txt", "assets/a.js", "claims/x.html", "data/facts.json", "index.html",
        "search/search_index.js", "search/search_index.json",
    }  # fmt: skip
    note = (bag / "data" / "README.txt").read_text(encoding="utf-8")
    assert "This is version 0123456789ab, frozen" in note
    assert "10.5281/zenodo.1234567" in " ".join(note.split())
    cited = yaml.safe_load((bag / "data" / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["type"], cited["version"], cited["date-released"]) == ("dataset", "0123456789ab", "2025-03-10")
    assert (cited["doi"], cited["license"]) == ("10.5281/zenodo.1234567", "CC0-1.0")


def test_the_same_site_gives_the_same_bytes_and_other_bytes_replace_nothing(site: Path, tmp_path: Path) -> None:
    first, _ = freeze(site, tmp_path / "one")
    again, _ = freeze(site, tmp_path / "two")
    assert first.read_bytes() == again.read_bytes()
    assert freeze(site, tmp_path / "one")[0] == first
    (site / "claims" / "x.html").write_text("changed without a new version", encoding="utf-8")
    with pytest.raises(PackError, match="never changed"):
        freeze(site, tmp_path / "one")
    assert first.read_bytes() == again.read_bytes()


def test_a_day_that_is_none_is_left_out(site: Path, tmp_path: Path) -> None:
    told(site, updated="2025-03", licence="Ask us", editors=[])
    archive, _ = freeze(site, tmp_path / "frozen")
    assert archive.name == "the-ferry-at-mill-lane-0123456789ab.zip"
    with zipfile.ZipFile(archive) as opened:
        cited = yaml.safe_load(opened.read(f"{archive.stem}/data/CITATION.cff"))
        assert "Bagging-Date" not in opened.read(f"{archive.stem}/bag-info.txt").decode()
    assert {"date-released", "license"}.isdisjoint(cited)
    assert cited["abstract"].endswith("Licence: Ask us.")
    assert cited["authors"] == [{"name": "The editors of The ferry at Mill Lane"}]


def test_the_address_is_told_where_it_is_known(site: Path, tmp_path: Path) -> None:
    told(site, id="https://a.example/sheet/")
    with zipfile.ZipFile(freeze(site, tmp_path / "frozen")[0]) as opened:
        assert yaml.safe_load(opened.read(f"{NAME}/data/CITATION.cff"))["url"] == "https://a.example/sheet/"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["site", "site/frozen"], "lies inside"),
        (["empty", "frozen"], "holds no built fact sheet"),
        (["site", "frozen", "--doi", "https://doi.org/10.5281/zenodo.1"], "is no DOI"),
    ],
)
def test_what_cannot_be_frozen_is_said(site: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "empty").mkdir()
    folders = [str(tmp_path / one) for one in arguments[:2]]
    done = CliRunner().invoke(main, ["snapshot", *folders, *arguments[2:]])
    assert done.exit_code != 0
    assert said in done.output
    assert not (tmp_path / "frozen").exists()
    assert site.is_dir()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_citation_file_is_yaml_whatever_the_title(title: str) -> None:
    about = TOLD.__class__(title, title, title, "0123456789ab", "2025-03-10", (title,), "")
    read = yaml.safe_load(citation_file(about))
    assert read["title"] == " ".join(title.split())
    assert [author["name"] for author in read["authors"]] == [" ".join(title.split())]


def test_odd_names_stand_in_manifests_as_the_standard_wants() -> None:
    files = bagged({"a%b\nc.txt": b"x"}, told=[])
    assert b"  data/a%25b%0Ac.txt\n" in files["manifest-sha256.txt"]
    assert b"Payload-Oxum: 1.1\n" in files["bag-info.txt"]


def test_a_citation_file_fits_the_schema_of_its_format(tmp_path: Path) -> None:
    file = tmp_path / "CITATION.cff"
    file.write_text(citation_file(TOLD, doi="10.5281/zenodo.1234567"), encoding="utf-8")
    validate("vendor.citation-file-format", file)
