"""Names are found by words, with possessives, the longest first."""

import pytest

from generator.evidence.names import name_book
from generator.model.records import Actor

ACTORS = [
    ("north", Actor(name="Northland", kind="state", adjectives=["Northern"], capitals=["Norburg"])),
    ("ministry", Actor(name="Northern Ministry of Roads", kind="organisation", names=["Northland’s Roads Ministry"])),
    ("council", Actor(name="Town Council", kind="organisation", names=["council"])),
]
BOOK = name_book(ACTORS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Northland agreed", [{"north"}]),
        ("Northland's delegation", [{"north"}]),
        ("Northland’s delegation", [{"north"}]),
        ("Northland-backed road", [{"north"}]),
        ("the Northern side and Norburg", [{"north"}, {"north"}]),
        ("the Northern Ministry of Roads said", [{"ministry"}]),
        ("Northland's Roads Ministry said", [{"ministry"}]),
        ("the Northern Ministry said", [{"north"}]),
        ("Northlander", []),
        ("northland", []),
        ("the council", [{"council"}]),
    ],
)
def test_mentions(text: str, found: list[set[str]]) -> None:
    assert [set(mention.actors) for mention in BOOK.mentions(text)] == found


def test_offsets_cut_out_the_name() -> None:
    text = "So the Northland’s Roads Ministry said"
    (mention,) = BOOK.mentions(text)
    assert text[mention.start : mention.end] == "Northland’s Roads Ministry"


def test_a_name_inside_a_longer_name_counts_as_named() -> None:
    assert BOOK.named("the Northern Ministry of Roads") == {"north", "ministry"}


def test_one_spelling_may_stand_for_several_actors() -> None:
    book = name_book([("a", Actor(name="Smith", kind="group")), ("b", Actor(name="Smith", kind="group"))])
    assert book.mentions("Smith said")[0].actors == {"a", "b"}
