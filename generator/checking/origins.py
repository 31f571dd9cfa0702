"""Rule 10: sources that share text and declare no origin for it are shown to the editor, side by side.

May import evidence and everything below it. Must never judge what is shared: evidence finds it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.passages import place_in, shorten
from generator.evidence.shared_text import SharedPassage, SharedText
from generator.evidence.weighing import Weighed, origin_of
from generator.problems import Problem, Spot

SHOWN = 8  # passages shown of one pair


def undeclared(weighed: Weighed) -> Iterator[Problem]:
    """Warn of two texts that share wording while one of them, or both, declares no origin.

    Declared origins settle it: one for both says where the text comes from, two different ones say that somebody
    looked, and give the reason under `because:`. A text that shares with several others has one problem.
    """
    told: dict[tuple[str, int | None], list[SharedText]] = {}
    for shared in weighed.shared:
        origins = [origin_of(weighed.dossier.sources[id_].data, part) for id_, part in (shared.one, shared.other)]
        if None in origins:
            told.setdefault(shared.other if origins[1] is None else shared.one, []).append(shared)
    for silent, found in told.items():
        closest = max(found, key=lambda item: item.runs)
        yield Problem(_place(weighed, *silent), "shared-text", _message(closest, silent, len(found) - 1),
                      tuple(_details(weighed, closest)))  # fmt: skip


def _message(shared: SharedText, silent: tuple[str, int | None], more: int) -> str:
    other = shared.one if silent == shared.other else shared.other
    count = len(shared.passages)
    also = f" (and with {more} more)" if more else ""
    return (
        f"{_name(*silent)} shares {count} passage{'' if count == 1 else 's'} with {_name(*other)}{also}, "
        f"{shared.share:.1%} of the shorter text, and declares no origin; describe one origin under origins: in "
        "facts/dossier.yml and name it in both, or one for each, where because: says why they are not one"
    )


def _details(weighed: Weighed, shared: SharedText) -> Iterator[str]:
    for passage in shared.passages[:SHOWN]:
        one, other = _words(weighed, shared.one[0], passage.one), _words(weighed, shared.other[0], passage.other)
        wording = f'"{one}"' if one == other else f'"{one}" / "{other}"'
        yield f"{_places(weighed, shared, passage)}: {wording}"
    if (more := len(shared.passages) - SHOWN) > 0:
        yield f"and {more} more"


def _places(weighed: Weighed, shared: SharedText, passage: SharedPassage) -> str:
    texts, sources = weighed.dossier.texts, weighed.dossier.sources
    one, other = (
        place_in(texts[id_], span[0], file=sources[id_].data.file)
        for id_, span in ((shared.one[0], passage.one), (shared.other[0], passage.other))
    )
    return f"{one} and {other}"


def _words(weighed: Weighed, source: str, span: tuple[int, int]) -> str:
    return shorten(weighed.dossier.texts[source][slice(*span)])


def _place(weighed: Weighed, source: str, part: int | None) -> Spot:
    places = weighed.dossier.sources[source].places
    return places.of("parts", part) if part is not None else places.of("file")


def _name(source: str, part: int | None) -> str:
    return source if part is None else f"part {part + 1} of {source}"
