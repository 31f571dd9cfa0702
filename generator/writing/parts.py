"""Long lists in parts: where a list is cut, where its parts stand, and what each page says of them.

A list is cut by its size alone, at a new heading where one is near, so that no page grows with the dossier. A list that
fits on one page has no parts, and nothing is said of any. The first part keeps the address of the page; the next ones
stand below it, as numbers: no id of a record or a claim begins with a digit, so none ever has that address.
May import the desk, evidence and pieces. Must never know what a list is of, nor a template.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TypeVar

from generator.evidence.weighing import WeighedClaim
from generator.reading.dossier import ClaimEntry
from generator.writing import addresses
from generator.writing.part_pieces import Part, Parts

MOST = 200
"""Items with their notes in one part, such as claims."""
MOST_LINES = 1000
"""Items that are one line each in one part."""
HEAVIEST = 600_000
"""Bytes of HTML in one part, as `weight` guesses them; with the frame and all else no page comes near a megabyte."""

_Item = TypeVar("_Item")
_Key = TypeVar("_Key", bound=Hashable)
_Cut = TypeVar("_Cut", bound=Sequence[object])
_View = TypeVar("_View")

_CLAIM, _PASSAGE, _LINE = 900, 500, 250  # bytes of HTML round the words


def part_page(page: str, number: int) -> str:
    """Give the page of a part: `claims/2.md` for part 2 of `claims/index.md`, the page itself for the first."""
    return page if number == 1 else f"{page.removesuffix('.md').removesuffix('/index')}/{number}.md"


def continues(page: str) -> bool:
    """Tell whether a page is a further part of a long list; no navigation names it."""
    return page.rpartition("/")[2].removesuffix(".md").isdigit()


def weight(claim: WeighedClaim) -> int:
    """Guess how many bytes a claim takes on a page that shows it with a note for each passage."""
    words = sum(_PASSAGE + size(passage.proof.exact) for passage in claim.passages)
    return _CLAIM + 2 * size(claim.statement) + words


def line_weight(*texts: str) -> int:
    """Guess how many bytes one line takes."""
    return _LINE + sum(map(size, texts))


def weight_of(known: WeighedClaim | ClaimEntry | None) -> int:
    """Guess the bytes of a claim that may be withheld."""
    return weight(known) if isinstance(known, WeighedClaim) else _CLAIM


def size(text: str) -> int:
    """Guess the bytes of a text in HTML."""
    return len(text) if text.isascii() else 2 * len(text)


def cut(
    items: Sequence[_Item], *, keys: Callable[[_Item], tuple[Hashable, ...]], weigh: Callable[[_Item], int],
    most: int = MOST,
) -> list[Sequence[_Item]]:  # fmt: skip
    """Cut a list into parts; `keys` are the headings an item stands under, from the broadest to the narrowest.

    Each part but the last is at least half full; in its second half it ends where the broadest heading does.
    """
    parts, begun, held = [], 0, 0
    weights = [weigh(item) for item in items]
    for at, weight_ in enumerate(weights):
        while at > begun and (at - begun >= most or held + weight_ > HEAVIEST):
            end = _end(items, begun, at, keys)
            parts.append(items[begun:end])
            begun, held = end, sum(weights[end:at])
        held += weight_
    return [*parts, items[begun:]]


def _end(items: Sequence[_Item], begun: int, full: int, keys: Callable[[_Item], tuple[Hashable, ...]]) -> int:
    """Give where a part that is full at `full` ends: at the last change of the broadest heading that is far enough."""
    least = begun + (full - begun + 1) // 2
    depth = len(keys(items[full]))
    for broad in range(1, depth + 1):
        for at in range(full, least - 1, -1):
            if at > begun and keys(items[at])[:broad] != keys(items[at - 1])[:broad]:
                return at
    return full


def under(items: Iterable[_Item], key: Callable[[_Item], _Key]) -> Iterator[tuple[_Key, list[_Item]]]:
    """Give neighbours with one key together."""
    for found, group in groupby(items, key):
        yield found, list(group)


def from_to(first: str, last: str) -> str:
    """Say what a part holds by its first and its last heading."""
    return f"from {first} to {last}" if first != last else first


def parts_of(
    page: str, cuts: Sequence[_Cut], holds: Callable[[_Cut], str], *, title: str, noun: str
) -> Listed:  # fmt: skip
    """Say of each part where it stands and, where there are several, what it holds."""
    told = tuple(map(holds, cuts)) if len(cuts) > 1 else ("",)
    return Listed(page, tuple(map(len, cuts)), told, title, noun)


class Listed:
    """The parts of one list, as each of their pages tells them."""

    def __init__(self, page: str, sizes: tuple[int, ...], holds: tuple[str, ...], title: str, noun: str) -> None:
        self.pages = tuple(part_page(page, number) for number in range(1, len(sizes) + 1))
        self._sizes = sizes
        self._holds = holds
        self._title = title
        self._noun = noun

    def each(
        self, cuts: Iterable[_Cut], fill: Callable[[int, _Cut], _View]
    ) -> Iterator[tuple[str, Callable[[], _View]]]:
        """Give the page of each part with what fills its view: it is filled when somebody asks for it."""
        for number, (page, part) in enumerate(zip(self.pages, cuts, strict=True), start=1):
            yield page, partial(fill, number, part)

    def title(self, number: int) -> str:
        """Give the title of a part's page: of the first as it is."""
        return self._title if number == 1 else f"{self._title}, part {number} of {len(self.pages)}"

    def description(self, number: int, told: str) -> str:
        """Give the description of a part's page: of the first as it is."""
        if number == 1:
            return told
        part = self.told(number)[0].here
        return f"{self._title}, part {number} of {len(self.pages)}: {self._noun} {part.range}, {part.holds}."

    def told(self, number: int) -> tuple[Parts, ...]:
        """Tell the parts on the page of one of them; nothing where there is one part alone."""
        if len(self.pages) == 1:
            return ()
        return (Parts(self._noun, self._title, tuple(self._parts(number))),)

    def _parts(self, number: int) -> Iterator[Part]:
        first, here = 1, self.pages[number - 1]
        for at, (page, count, holds) in enumerate(zip(self.pages, self._sizes, self._holds, strict=True), start=1):
            yield Part(at, addresses.relative(page, page=here), first, first + count - 1, holds, at == number)
            first += count
