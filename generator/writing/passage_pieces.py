"""The pieces that show passages: a passage in its context, and the answers that differ with their words side by side.

May import the pieces. Must never know a dossier or a page: the pages' modules fill them.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.writing.pieces import Answered, Link, Mark, Marked, Note


@dataclass(frozen=True, slots=True)
class Setting:
    """A passage in a little of its context: the quoted words in `parts`, which omissions part, and the words round it.

    `before` and `after` are empty where there is no context; `apart_` says that a space stands between it and the
    quoted words. `more_` says that the paragraph goes on in the source.
    """

    parts: tuple[str, ...]
    before: str = ""
    after: str = ""
    apart_before: bool = False
    apart_after: bool = False
    more_before: bool = False
    more_after: bool = False


@dataclass(frozen=True, slots=True)
class Rendering:
    """One passage of a claim, in full. `places` lead to its words in the source and in its archived copy, if known."""

    note: Note
    value: str
    stance: str
    anchor: str
    setting: Setting
    places: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The words of one passage in pieces, and its note."""

    note: Note
    pieces: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One answer with the words that give it."""

    answer: str
    wordings: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """Answers that are not the same, what that means in one word and one sentence, and who or what tells it.

    `sides` are the same answers with their words. Where these are `close`, the words that no other answer has are
    marked, else the words that give the answer. `many` answers are shown when asked for.
    """

    answers: tuple[Answered, ...]
    reading: Mark
    because: str
    basis: str
    sides: tuple[Side, ...]
    close: bool
    many: bool
