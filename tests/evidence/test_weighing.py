"""A dossier weighed whole: origins, generated parts, dates, what is printed and what is not."""

import shutil
from pathlib import Path

import pytest

from generator.evidence.quotations import Proof
from generator.evidence.weighing import Weighed, weigh
from generator.reading.files import read

EXAMPLE = Path(__file__).parent.parent / "example"


@pytest.fixture(scope="module")
def example() -> Weighed:
    return weigh(read(EXAMPLE)[0])


def changed(tmp_path: Path, file: str, old: str, new: str) -> Weighed:
    root = tmp_path / "dossier"
    shutil.copytree(EXAMPLE, root)
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")
    return weigh(read(root)[0])


def test_articles_of_one_declared_origin_are_one_voice(example: Weighed) -> None:
    (voice,) = example.claims["closure-agreed"].status.voices
    assert voice.origins == ("meeting-notice",)
    assert "2 sources of one origin" in example.claims["closure-agreed"].status.inputs


def test_articles_of_no_declared_origin_are_at_most_as_many(tmp_path: Path) -> None:
    weighed = changed(tmp_path, "facts/sources/courier.yml", "origin: meeting-notice\n", "")
    claim = weighed.claims["closure-agreed"]
    assert len(claim.status.voices) == 2
    assert "2 sources of at most 2 origins" in claim.status.inputs


def test_an_identified_origin_is_counted_without_at_most(tmp_path: Path) -> None:
    weighed = changed(
        tmp_path, "facts/dossier.yml", "  - id: meeting-notice\n", "  - id: meeting-notice\n    identified: true\n"
    )
    assert all(voice.identified for voice in weighed.claims["closure-agreed"].status.voices)


def test_a_part_declared_generated_is_no_voice(tmp_path: Path) -> None:
    before = "the Mill Lane Residents reached a deal on the Heron Footbridge on 4 March 2025."
    weighed = changed(
        tmp_path,
        "facts/sources/courier.yml",
        "parts:\n",
        f"parts:\n  - exact: >-\n      Lenford and {before}\n    generated: true\n    because: For the test.\n",
    )
    passages = weighed.claims["closure-agreed"].passages
    assert [passage.generated for passage in passages] == [False, True]
    (voice,) = weighed.claims["closure-agreed"].status.voices
    assert voice.sources == ("gazette",)


def test_a_claim_takes_the_date_of_its_record(example: Weighed) -> None:
    claim = example.claims["closure-agreed"]
    assert claim.date is not None
    assert (claim.date.text, claim.date_basis) == ("2025-03-04", "stated")
    assert example.claims["first-crossing"].date_basis == "derived"
    assert example.claims["rotten-boards"].date_basis == ""


def test_quotations_of_set_aside_text_stay_silent(example: Weighed) -> None:
    silent = {example.quoted[key].use for key in example.silent}
    assert silent == {"part", "set-aside", "caution"}
    proof = example.proof_of("courier", ("cautions", 1, "evidence", 0))
    assert isinstance(proof, Proof)
    assert ("courier", ("cautions", 1, "evidence", 0)) in example.silent
    assert ("courier", ("cautions", 0, "evidence", 0)) not in example.silent


def test_every_proof_cuts_out_its_words(example: Weighed) -> None:
    for key, proof in example.proofs.items():
        assert isinstance(proof, Proof)
        text = example.dossier.texts[example.quoted[key].source]
        assert " [...] ".join(text[start:end] for start, end in proof.spans) == proof.exact


def test_a_claim_with_an_unproven_passage_is_left_out(tmp_path: Path) -> None:
    weighed = changed(tmp_path, "facts/agreements/bridge-closure.yml", "will run a free ferry", "will run a free bus")
    assert "free-ferry" not in weighed.claims
    assert "closure-agreed" in weighed.claims
