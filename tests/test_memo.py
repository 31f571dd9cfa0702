"""A memo gives again what it was given, for the very same things, as long as somebody asks."""

from __future__ import annotations

import pytest

from generator.memo import FORGETFUL, Memo

MADE: list[str] = []


class Thing:
    """Something that is only ever itself."""


def made(*of: object) -> tuple[object, ...]:
    """Give a new value at every call."""
    MADE.append("made")
    return of


@pytest.fixture(autouse=True)
def nothing_made() -> None:
    MADE.clear()


def test_the_same_things_are_not_made_twice() -> None:
    memo, thing = Memo(), Thing()
    with memo.round():
        first = memo.kept(made, thing, key=("a", 1))
    with memo.round():
        assert memo.kept(made, thing, key=("a", 1)) is first == (thing, "a", 1)
    assert MADE == ["made"]


def test_other_things_and_other_keys_are() -> None:
    memo, one, other = Memo(), Thing(), Thing()
    found = [memo.kept(made, one, key=("a",)), memo.kept(made, other, key=("a",)), memo.kept(made, one, key=("b",))]
    assert found == [(one, "a"), (other, "a"), (one, "b")]
    assert memo.kept(made, one, other) != memo.kept(made, other, one)
    assert memo.kept(tuple, key=((1,),)) == (1,)  # another function of an equal key


def test_what_equals_a_thing_is_not_the_thing() -> None:
    memo = Memo()
    kept = [memo.kept(made, ["x"]), memo.kept(made, ["x"])]
    assert kept[0] == kept[1]
    assert len(MADE) == 2


def test_what_a_round_does_not_ask_for_is_forgotten() -> None:
    memo, thing = Memo(), Thing()
    with memo.round():
        memo.kept(made, thing)
        memo.put("name", 1)
    with memo.round(), memo.round():
        assert memo.recall("name") == 1
    with memo.round():
        assert memo.recall("name") == 1
        memo.kept(made, thing)
    assert len(MADE) == 2


def test_what_is_asked_for_between_rounds_stays() -> None:
    memo, thing = Memo(), Thing()
    with memo.round():
        pass
    memo.kept(made, thing)
    with memo.round():
        memo.kept(made, thing)
    assert len(MADE) == 1


def test_a_round_that_breaks_off_forgets_nothing() -> None:
    memo, thing, other = Memo(), Thing(), Thing()
    memo.kept(made, thing)
    with pytest.raises(ZeroDivisionError), memo.round():
        memo.kept(lambda: memo.kept(made, other) and 1 / 0)
    memo.kept(made, thing)
    memo.kept(made, other)
    assert len(MADE) == 2


def test_a_forgetful_memo_keeps_nothing() -> None:
    thing = Thing()
    with FORGETFUL.round():
        FORGETFUL.kept(made, thing)
        FORGETFUL.put("name", 1)
        FORGETFUL.kept(made, thing)
    assert FORGETFUL.recall("name") is None
    assert len(MADE) == 2
