"""English words that give a number its direction: "over", "at least", "and under".

Imports the standard library only. Must never know numbers' values, only the words round them.
"""

from __future__ import annotations

import re
from typing import Literal

Bound = Literal["exactly", "about", "at_least", "more_than", "at_most", "fewer_than"]

_BEFORE: dict[Bound, str] = {
    "more_than": """more than|greater than|higher than|larger than|longer than|older than|over|above|
        exceeding|exceeds|exceeded|exceed|in excess of|upwards of|beyond|
        surpassing|surpassed|surpasses|topped|topping|>""",
    "at_least": """at least|at the very least|no fewer than|not fewer than|no less than|not less than|
        a minimum of|minimum of|minimum|as few as|as little as|not under|not below|
        no lower than|no under|not younger than|no younger than|\u2265|>=""",
    "about": """about|approximately|approx\\.?|around|roughly|some|nearly|almost|circa|ca\\.|close to|
        in the region of|on the order of|an estimated|estimated|
        in the neighbourhood of|in the neighborhood of|~|\u2248""",
    "at_most": """up to|at most|at the most|no more than|not more than|a maximum of|maximum of|maximum|
        as many as|as much as|no greater than|not over|not above|not exceeding|
        no older than|not older than|no higher than|no longer than|\u2264|<=""",
    "fewer_than": """fewer than|less than|smaller than|lower than|shorter than|younger than|under|below|<""",
    "exactly": """exactly|precisely""",
}
_BOUND_OF: dict[str, Bound] = {
    " ".join(word.replace("\\", "").split()): bound for bound, words in _BEFORE.items() for word in words.split("|")
}
# the cheap look at the last word spares most numbers the long search
_LAST_WORD = re.compile(r"([^\W_]+|[^\w\s])\.?[\s\-\u2010-\u2015]*[$\u20ac\u00a3]?$")
_LAST_WORDS = frozenset(word.split()[-1].rstrip(".") for word in _BOUND_OF) | {
    "of",
    "age",
    "ages",
    "aged",
    "a",
    "an",
    "=",
    "not",
}


def _alternatives() -> str:
    words = sorted(_BOUND_OF, key=len, reverse=True)
    whole = [re.escape(word).replace(r"\ ", r"\s+") for word in words]
    return "|".join(rf"(?<!\w){word}" for word in whole)


# what may stand between the direction and its number; after "over" and "under" a bare "the" means something else
_FILL = r"(?:\s+the\s+ages?\s+of|\s+ages?(?:\s+of)?|\s+aged|\s+an?)*"
_DIRECTION = re.compile(
    rf"(?P<word>{_alternatives()})\.?{_FILL}(?:[\s\-\u2010-\u2015]*)[$\u20ac\u00a3]?$".replace(r"\.?\.?", r"\.?"),
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\bnot|\bnever|\bno longer|\bhardly|\bscarcely|n['\u2019]t|\bwithout)\s+(?:even\s+)?$", re.IGNORECASE
)
_PLAIN_NOT = re.compile(r"\bnot\s+[$\u20ac\u00a3]?$", re.IGNORECASE)
# words after which "over" and "about" name a matter, not a direction
_TOPIC = (
    r"(?:talk|talks|talked|talking|disput\w*|row|rows|negotiat\w*|disagree\w*|"
    r"concern\w*|conflict\w*|argu\w*|quarrel\w*|debat\w*|discuss\w*|clash\w*"
)
_OTHER_OVER = re.compile(
    _TOPIC
    + r"|control|hand|hands|handed|handing|turn|turned|turning|take|takes|taken|took|taking|bring|brought|pass|passed|"
    r"sign|signed|give|gave|given|won|win|carried|carry|went|gone|fight|fights|fought|war|vote|voted|presid\w+)\s+$",
    re.IGNORECASE,
)
_OTHER_ABOUT = re.compile(
    _TOPIC
    + r"|speak|speaks|spoke|spoken|speaking|question|questions|information|said|say|says|worr\w+|know|knows|knew|"
    r"think|thought|learn\w*|ask|asks|asked|statement|statements|report|reports|told|tell|tells|news|details|claims|complain\w*|heard|hear)\s+$",
    re.IGNORECASE,
)
_AFTER: dict[Bound, str] = {
    "at_least": r"(?:and|or)\s+(?:over|older|above|up|upwards?)|or\s+(?:more|greater|higher|longer)",
    "at_most": r"(?:and|or)\s+(?:under|younger|below)|or\s+(?:less|fewer|lower|shorter)",
    "about": r"or\s+so|or\s+thereabouts|give\s+or\s+take",
}
_AFTER_PATTERNS = {bound: re.compile(pattern, re.IGNORECASE) for bound, pattern in _AFTER.items()}
_UNIT = re.compile(
    r"\s*(?:%|per\s+cent|percent)?(?:[\s\-\u2010-\u2015]+(?:years?[\s\-]old|years?\s+of\s+age|years?|people|persons?)\b)?,?\s+",
    re.IGNORECASE,
)
# what makes "and over" the beginning of something else: "25 and over 1,000 others", "25 and under the deal"
_GOES_ON = re.compile(
    r"\s+(?:than|to|the|an?|his|her|its|their|this|that|these|those|recent\w*|important\w*)\b|\s+[$\u20ac\u00a3]?\d|\w",
    re.IGNORECASE,
)
_NUMBER_NEXT = re.compile(
    r"\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundreds?|thousands?|dozens?|millions?)\b",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\+(?!\s?\d)|-plus\b|\s+plus(?=\s*(?:$|[.,;:)\]]|years?\b|people\b))", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:r[io]se|risen|rises|rising|increas\w+|gr[eo]w\w*|rais\w+|climb\w+|jump\w+|went|up|expand\w+|mov\w+|chang\w+)\s+$",
    re.IGNORECASE,
)


def bound_before(behind: str) -> tuple[Bound | None, int] | None:
    """Read the direction at the very end of the words before a number, and how many characters it takes.

    None where there is no direction; a bound of None where it is denied so that nothing is known.
    """
    if not _may_direct(behind):
        return None
    found = _DIRECTION.search(behind)
    if found is None:
        return (None, 0) if _PLAIN_NOT.search(behind) else None
    word = " ".join(found["word"].lower().split())
    ahead = behind[: found.start()]
    if word in ("over", "above") and _OTHER_OVER.search(ahead):
        return None
    if word in ("about", "around") and _OTHER_ABOUT.search(ahead):
        return None
    if _DENIED.search(ahead):
        return None, 0
    return _BOUND_OF[word], len(behind) - found.start()


def _may_direct(behind: str) -> bool:
    """Tell whether the last word before a number is one that ends a direction."""
    if behind.endswith(" ") and (word := behind[:-1].rpartition(" ")[2]).isalnum():
        return word.lower() in _LAST_WORDS
    last = _LAST_WORD.search(behind, max(0, len(behind) - 25))
    return last is not None and last[1].lower() in _LAST_WORDS


def bound_after(text: str, end: int) -> tuple[Bound, int] | None:
    """Read the direction right after a number that ends at an offset, and where the direction ends."""
    if plus := _PLUS.match(text, end):
        return "at_least", plus.end()
    unit = _UNIT.match(text, end, end + 40)
    if unit is None:
        return None
    for bound, pattern in _AFTER_PATTERNS.items():
        found = pattern.match(text, unit.end())
        if found and not _GOES_ON.match(text, found.end()) and not _NUMBER_NEXT.match(text, found.end()):
            return bound, found.end()
    return None


def is_change(behind: str) -> bool:
    """Tell whether the words before "from 18 to 25" speak of a change and not of a range."""
    return bool(_CHANGE.search(behind))
