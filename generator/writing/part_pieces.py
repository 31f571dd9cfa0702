"""What a page tells of the parts of its list, as frozen values: which part this is, and where the others are.

May import nothing of ours. Must never know a dossier or how a list is cut.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a list: its number, its page, the numbers of its first and last item, and what it holds in words.

    `here` says that it is the page which tells this.
    """

    number: int
    href: str
    first: int
    last: int
    holds: str
    here: bool

    @property
    def range(self) -> str:
        """Give the numbers of its items: `201 to 400`."""
        return f"{self.first:,} to {self.last:,}" if self.first < self.last else f"{self.first:,}"


@dataclass(frozen=True, slots=True)
class Parts:
    """All parts of one list; `noun` names its items, `whole` is the title of the page without its part."""

    noun: str
    whole: str
    parts: tuple[Part, ...]

    @property
    def here(self) -> Part:
        """Give the part that this page is."""
        return next(part for part in self.parts if part.here)

    @property
    def of(self) -> int:
        """Give how many parts there are."""
        return len(self.parts)

    @property
    def total(self) -> str:
        """Give how many items there are in all parts."""
        return f"{self.parts[-1].last:,}"

    @property
    def previous(self) -> tuple[Part, ...]:
        """Give the part before this one, or nothing."""
        return self.parts[self.here.number - 2 : self.here.number - 1] if self.here.number > 1 else ()

    @property
    def next(self) -> tuple[Part, ...]:
        """Give the part after this one, or nothing."""
        return self.parts[self.here.number : self.here.number + 1]
