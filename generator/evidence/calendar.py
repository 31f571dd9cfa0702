"""Every date an English text names, and whether a spoken date agrees with a date in EDTF.

Day names and month names count when capitalised; "may" and "march" the verbs do not.
May import edtf. Must never know amounts, statements or records.
"""

# ruff: noqa: SIM905  # long lists of words are read and mended more easily as running text

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.evidence.edtf import MONTHS, EdtfDate, EdtfPart, days_in

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class SpokenDate:
    """Hold the parts of a date that a text names, and their place; `weekday` counts from Monday, 0."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    start: int
    end: int


_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
_MONTH_NUMBERS = {name.casefold(): at for at, name in enumerate(MONTHS, 1)} | {
    name.casefold(): next(at for at, full in enumerate(MONTHS, 1) if full.startswith(name[:3])) for name in _SHORT
}
_WEEKDAY_NUMBERS = {name.casefold(): at for at, name in enumerate(WEEKDAYS)} | {
    name[:3].casefold(): at for at, name in enumerate(WEEKDAYS)
}
_ALSO_WORDS = ("may", "march", "mar", "jun", "sep", "dec", "jan")  # verbs, names, abbreviations of something else


def _upper_too(names: Iterable[str]) -> str:
    return "|".join(f"{name}|{name.upper()}" for name in names)


_S = r"[^\S\n]{1,3}"  # a bounded gap keeps hostile white space cheap
_DASH = r"\-\u2010-\u2015\u2212"
_MONTH = rf"(?:(?:{_upper_too(MONTHS)})(?!\w)|(?:{_upper_too(_SHORT)})(?!\w)\.?)"
_WEEKDAY = rf"(?:{_upper_too(WEEKDAYS)})(?!\w)"
_WEEKDAY_OR_SHORT = rf"(?:(?:{_upper_too(WEEKDAYS)})(?!\w)|(?:{'|'.join(name[:3] for name in WEEKDAYS)})(?!\w)\.?)"
_YEAR = r"(?:1\d{3}|20\d\d|2100)(?!\w)(?![.,]\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\w)(?![.:]\d)(?!,(?!\d{4}(?!\d))\d)(?!%)"
_JOIN = rf"(?:[^\S\n]?[{_DASH}][^\S\n]?|{_S}(?:and|to|or|until|through){_S})"
_LEAD = rf"(?:(?P<weekday%d>{_WEEKDAY_OR_SHORT}),?{_S}(?:the{_S})?)?"
_BEHIND = rf"(?:{_S}\((?P<behind%d>{_WEEKDAY})\)|,{_S}an?{_S}(?P<after%d>{_WEEKDAY}))?"
_BEFORE_MONTH = (
    r"(?:in|since|until|till|by|during|of|last|next|this|early|late|mid|from|"
    r"before|after|throughout|every|between|through)"
)
_YEAR_CUES = r"(?:in|since|until|till|by|before|after|during|from|of|year|early|late|mid|to|and|between|through|for)"
_AFTER_YEAR = (
    r"(?:and|to|as|when|the|by|it|he|she|they|with|but|or|that|which|who|in|on|at|until|alone|after|before|for)"
)

_DATE = re.compile(
    rf"""(?<!\w)(?<![\d.,:/{_DASH}](?=\d))(?:
      (?P<iso_year>\d{{4}})-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>0[1-9]|[12]\d|3[01])(?!\w)(?!-\d)
    | {_LEAD % 1}(?:(?P<first1>{_DAY}){_JOIN})?(?P<day1>{_DAY}){_S}(?:of{_S})?(?P<month1>{_MONTH})
          (?:,?{_S}(?P<year1>{_YEAR}))?{_BEHIND % (1, 1)}
    | {_LEAD % 2}(?P<month2>{_MONTH}){_S}(?:the{_S})?(?P<day2>{_DAY})(?:{_JOIN}(?P<last2>{_DAY})(?!{_S}{_MONTH}))?
          (?:,?(?:{_S})?(?P<year2>{_YEAR}))?{_BEHIND % (2, 2)}
    | (?P<month3>{_MONTH}),?{_S}(?:of{_S})?(?P<year3>{_YEAR})
    | (?P<month4>{_MONTH})
    | {_WEEKDAY_OR_SHORT.replace("(?:", "(?P<weekday5>", 1)},?{_S}the{_S}(?P<day5>{_DAY})
    | (?P<weekday6>{_WEEKDAY})
    | (?P<year7>{_YEAR})(?:(?P<dash7>[{_DASH}])(?P<last7>{_YEAR}))?
    )""",
    re.VERBOSE,
)
_BEGINNINGS = {form[:3] for name in (*MONTHS, *WEEKDAYS) for form in (name, name.upper())}
_MAY_BE_DATE = re.compile(
    rf"\d{{4}}|[{''.join(sorted({name[0] for name in _BEGINNINGS}))}]"
    rf"(?:{'|'.join(sorted({name[1:] for name in _BEGINNINGS}))})"
)
"""What every form above has; a cheap look spares most texts the long search."""
_MAY_HAVE_WEEKDAY = re.compile("|".join(form[:3] for name in WEEKDAYS for form in (name, name.upper())))
_CUE = re.compile(rf"\b{_BEFORE_MONTH}[\s{_DASH}]{{1,3}}$", re.IGNORECASE)
_YEAR_CUE = re.compile(rf"\b{_YEAR_CUES}[\s{_DASH}]{{1,3}}$", re.IGNORECASE)
_NOUN_AFTER = re.compile(rf"{_S}(?!{_AFTER_YEAR}\b)[a-z]|[{_DASH}]\w|%")
_BETWEEN_DATES = re.compile(_JOIN)
_LOOK_BACK = 14  # characters; the longest cue fits


def dates(text: str) -> list[SpokenDate]:
    """Find every date named, in the order of the text; both ends of "2-9 June 2025" are dates of their own.

    A bare year counts after "in", "since" and the like, and where it stands alone; "2000 tents" is no year.
    """
    found: list[SpokenDate] = []
    if not _MAY_BE_DATE.search(text):
        return found
    for match in _DATE.finditer(text):
        found += _spoken(match, text)
    for at in range(len(found) - 2, -1, -1):
        found[at] = _with_year_of(found[at], found[at + 1], text)
    return found


def _with_year_of(date: SpokenDate, following: SpokenDate, text: str) -> SpokenDate:
    """Give "2 June" of "2 June to 9 June 2025" the year that English says once."""
    if date.year is not None or date.day is None or date.month is None or following.year is None:
        return date
    if (
        following.month is None
        or following.day is None
        or not _BETWEEN_DATES.fullmatch(text, date.end, following.start)
    ):
        return date
    in_order = (date.month, date.day) <= (following.month, following.day)
    return replace(date, year=following.year) if in_order else date


def _spoken(match: re.Match[str], text: str) -> list[SpokenDate]:  # noqa: PLR0911  # one answer a form
    part = match.groupdict()
    start, end = match.span()

    def date(year: str | None, month: str | None, day: str | None, weekday: str | None = None) -> SpokenDate:
        return SpokenDate(_number(year), _month(month), _number(day), _weekday(weekday), start, end)

    if part["iso_year"]:
        return [SpokenDate(int(part["iso_year"]), int(part["iso_month"]), int(part["iso_day"]), None, start, end)]
    for form, other, first in (("1", "first1", True), ("2", "last2", False)):
        if not part["day" + form]:
            continue
        weekday = part["weekday" + form] or part["behind" + form] or part["after" + form]
        month, year = part["month" + form], part["year" + form]
        if not part[other]:
            return [date(year, month, part["day" + form], weekday)]
        pair = [date(year, month, part[other]), date(year, month, part["day" + form])]
        return pair if first else pair[::-1]
    if part["month3"]:
        return [date(part["year3"], part["month3"], None)]
    if part["month4"]:
        return [date(None, part["month4"], None)] if _is_month(part["month4"], text, start) else []
    if part["day5"]:
        return [date(None, None, part["day5"], part["weekday5"])]
    if part["weekday6"]:
        return [date(None, None, None, part["weekday6"])]
    return _years(part, text, start, end)


def _years(part: dict[str, str | None], text: str, start: int, end: int) -> list[SpokenDate]:
    first, last = _number(part["year7"]), _number(part["last7"])
    early = first is not None and first < 1900  # older years need a cue: they are rare and look like amounts
    cue = _YEAR_CUE.search(text, max(0, start - _LOOK_BACK), start)
    alone = text.strip() == text[start:end] or (text[start - 1 : start] == "(" and text[end : end + 1] == ")")
    if not (cue or alone or last) or (early and not cue) or _NOUN_AFTER.match(text, end):
        return []
    return [SpokenDate(year, None, None, None, start, end) for year in (first, last) if year is not None]


def _is_month(name: str, text: str, start: int) -> bool:
    plain = name.rstrip(".").casefold()
    return plain not in _ALSO_WORDS or bool(_CUE.search(text, max(0, start - _LOOK_BACK), start))


def _number(text: str | None) -> int | None:
    return int(text.rstrip("stndrh")) if text else None


def _month(text: str | None) -> int | None:
    return _MONTH_NUMBERS[text.rstrip(".").casefold()] if text else None


def _weekday(text: str | None) -> int | None:
    return _WEEKDAY_NUMBERS[text.rstrip(".").casefold()] if text else None


def fits(spoken: SpokenDate, edtf_date: EdtfDate) -> bool:
    """Tell whether every part a spoken date names agrees with a date in EDTF.

    A spoken date may say less than the EDTF date, not more: "2 June" and "Monday" do not fit 2025-06. For intervals and
    choices any day inside will do.
    """
    if edtf_date.precision != "day" and (spoken.day is not None or spoken.weekday is not None):
        return False
    if edtf_date.precision == "year" and spoken.month is not None:
        return False
    return any(_fits_range(spoken, first, last) for first, last in edtf_date.ranges)


def _fits_range(spoken: SpokenDate, first: dt.date | None, last: dt.date | None) -> bool:
    first, last = first or dt.date.min, last or dt.date.max
    years = range(first.year, min(last.year, first.year + 400) + 1)  # the calendar repeats after 400 years
    if spoken.year is not None:
        years = range(spoken.year, spoken.year + 1) if first.year <= spoken.year <= last.year else range(0)
    for year in years:
        for month in range(1, 13) if spoken.month is None else (spoken.month,):
            for day in range(1, days_in(year, month) + 1) if spoken.day is None else (spoken.day,):
                if day > days_in(year, month):
                    continue
                candidate = dt.date(year, month, day)
                if first <= candidate <= last and spoken.weekday in (None, candidate.weekday()):
                    return True
    return False


def wrong_weekdays(text: str) -> list[SpokenDate]:
    """Find the full dates whose day of the week is not the calendar's, or that no calendar has."""
    return [date for date in dates(text) if is_wrong(date)] if _MAY_HAVE_WEEKDAY.search(text) else []


def is_wrong(date: SpokenDate) -> bool:
    """Tell whether a full date has another day of the week than the calendar, or stands in none."""
    if date.weekday is None or date.year is None or date.month is None or date.day is None:
        return False
    if date.day > days_in(date.year, date.month):
        return True
    return dt.date(date.year, date.month, date.day).weekday() != date.weekday


def stated_in(edtf_date: EdtfDate, text: str) -> bool:
    """Tell whether a text names all that a date in EDTF gives; the ends of an interval may stand apart."""
    named = dates(text)
    return all(any(_names(spoken, part) for spoken in named) for part in edtf_date.parts)


def _names(spoken: SpokenDate, part: EdtfPart) -> bool:
    return (
        spoken.year == part.year
        and (part.month is None or spoken.month == part.month)
        and (part.day is None or spoken.day == part.day)
    )
