"""Opening tags of HTML: give them attributes, take attributes away, and read the words between tags.

Imports the standard library only. Must never know what a page is about.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_TAG = re.compile(r"<[^<>]*>")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Repair:
    """Name one repair: where it applies, and what it does.

    A page that holds the text `part` has something to repair; `do` gives the page after the repair and the number of
    places it found, changed or not. Where the part is there and no place is found, the theme has changed.
    """

    name: str
    part: str
    do: Callable[[str], tuple[str, int]]


def value(tag: str, name: str) -> str | None:
    """Give the value of an attribute of an opening tag as it is written; None where it has none."""
    match = _attribute(name).search(tag)
    return None if match is None else match[1] or ""


def with_attributes(tag: str, given: Mapping[str, str] | None = None, *, without: tuple[str, ...] = ()) -> str:
    """Set attributes of an opening tag and drop others; values are written as they are given, escaped already."""
    for name in without:
        tag = _attribute(name).sub("", tag)
    for name, text in (given or {}).items():
        written = f' {name}="{text}"'
        if value(tag, name) is not None:
            tag = _attribute(name).sub(written.replace("\\", r"\\"), tag, count=1)
        else:
            end = -2 if tag.endswith("/>") else -1
            tag = tag[:end].rstrip() + written + tag[end:]
    return tag


def at_each(pattern: re.Pattern[str], change: Callable[[str], str]) -> Callable[[str], tuple[str, int]]:
    """Make what a repair does of what it does to each opening tag the pattern finds."""
    return lambda html: pattern.subn(lambda match: change(match[0]), html)


def words(html: str) -> str:
    """Give the words of a piece of HTML, fit for an attribute: no tags, no quotation mark, one blank between words."""
    return _BLANK.sub(" ", _TAG.sub("", html)).strip().replace('"', "&quot;")


@functools.cache
def _attribute(name: str) -> re.Pattern[str]:
    return re.compile(rf'\s+{re.escape(name)}(?:="([^"]*)")?(?=[\s/>])')
