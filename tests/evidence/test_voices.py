"""Voices are counted by speaker and origin, never by article."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.voices import Heard, voices

ARTICLE = Heard("article", "", None, "s1", "text of s1", identified=False, supports=True)
MINISTRY = Heard("actor", "ministry", "north", "s1", "text of s1", identified=False, supports=True)


def test_five_articles_repeating_one_speaker_are_one_voice() -> None:
    heard = [replace(MINISTRY, source=f"s{n}", origin=f"text of s{n}") for n in range(5)]
    (voice,) = voices(heard)
    assert voice.speaker == "ministry"
    assert voice.sources == ("s0", "s1", "s2", "s3", "s4")
    assert len(voice.origins) == 5
    assert not voice.identified


def test_two_articles_of_one_origin_are_one_voice() -> None:
    heard = [replace(ARTICLE, source="s1", origin="wire"), replace(ARTICLE, source="s4", origin="wire")]
    (voice,) = voices(heard)
    assert voice.sources == ("s1", "s4")
    assert voice.origins == ("wire",)


def test_two_articles_of_unknown_origin_are_two_voices_at_most() -> None:
    assert len(voices([ARTICLE, replace(ARTICLE, source="s2", origin="text of s2")])) == 2


def test_generated_text_is_no_voice() -> None:
    assert voices([replace(ARTICLE, generated=True)]) == ()


def test_support_and_rejection_by_one_speaker_stay_apart() -> None:
    assert [voice.supports for voice in voices([replace(MINISTRY, supports=False), MINISTRY])] == [True, False]


def test_actors_kept_apart_by_the_sources_stay_apart() -> None:
    assert len(voices([MINISTRY, replace(MINISTRY, speaker="officials")])) == 2


HEARD = st.builds(
    Heard,
    kind=st.sampled_from(["actor", "unnamed", "article"]),
    speaker=st.sampled_from(["a", "b"]),
    party=st.sampled_from([None, "north"]),
    source=st.sampled_from(["s1", "s2", "s3"]),
    origin=st.sampled_from(["wire", "text of s2", "text of s3"]),
    identified=st.booleans(),
    supports=st.booleans(),
    generated=st.booleans(),
)


@given(st.lists(HEARD, max_size=8), st.randoms())
def test_the_order_of_passages_does_not_matter(heard: list[Heard], random: Random) -> None:
    shuffled = list(heard)
    random.shuffle(shuffled)
    assert [replace(v, speaker="") for v in voices(shuffled)] == [replace(v, speaker="") for v in voices(heard)]


@given(st.lists(HEARD, max_size=8), HEARD)
def test_generated_text_changes_nothing(heard: list[Heard], extra: Heard) -> None:
    assert voices([*heard, replace(extra, generated=True)]) == voices(heard)


@given(st.lists(HEARD, min_size=1, max_size=8))
def test_repeating_a_passage_adds_no_voice(heard: list[Heard]) -> None:
    assert voices([*heard, heard[0]]) == voices(heard)


def test_voices_stand_in_the_order_of_stance_kind_name_and_party() -> None:
    heard = [
        replace(ARTICLE, supports=False),
        replace(MINISTRY, speaker="b"), replace(MINISTRY, speaker="a", party="south"), replace(MINISTRY, speaker="a"),
        replace(ARTICLE, origin="z"), replace(ARTICLE, origin="y"),
        replace(ARTICLE, kind="unnamed", speaker="some", origin="x"),
    ]  # fmt: skip
    told = [(voice.kind, voice.speaker, voice.party, voice.origins[0], voice.supports) for voice in voices(heard)]
    assert told == [
        ("actor", "a", "north", "text of s1", True),
        ("actor", "a", "south", "text of s1", True),
        ("actor", "b", "north", "text of s1", True),
        ("unnamed", "some", None, "x", True),
        ("article", "", None, "y", True),
        ("article", "", None, "z", True),
        ("article", "", None, "text of s1", False),
    ]


def test_unnamed_speakers_of_one_origin_are_one_voice_with_the_words_of_each() -> None:
    some = replace(ARTICLE, kind="unnamed", speaker="some", origin="x", identified=True)
    (voice,) = voices([some, replace(some, speaker="others", source="s0"), some])
    assert (voice.speaker, voice.sources, voice.identified) == ("others, some", ("s0", "s1"), True)
    (voice,) = voices([some, replace(some, identified=False)])
    assert not voice.identified
