"""The strip of dates: every date one sign, in order, inside its canvas, with words that nothing covers."""

from __future__ import annotations

import datetime as dt
import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.edtf import parse_edtf
from generator.writing import placing
from generator.writing.dates import in_words
from generator.writing.strip import strip
from generator.writing.strip_pieces import Box, Canvas, Line, Marked, Strip, gap_in_words, width_of, wrapped
from generator.writing.strip_tall import tall
from generator.writing.strip_wide import MOST_DAYS

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2025, 12, 31))
NEAR = st.dates(dt.date(2025, 5, 28), dt.date(2025, 6, 4))


def marked(text: str, *, derived: bool = False, records: int = 1) -> Marked:
    """Take a date in EDTF as the strip takes it."""
    date = parse_edtf(text)
    return Marked(placing.anchor(date), in_words(date), date, derived, records)


@st.composite
def texts(draw: st.DrawFn, days: st.SearchStrategy[dt.date]) -> str:
    """Draw a date of any form the site reads."""
    first, last = sorted((draw(days), draw(days)))
    length = draw(st.sampled_from([4, 7, 10, 10]))
    one, other = first.isoformat()[:length], last.isoformat()[:length]
    mark = draw(st.sampled_from(["", "", "?", "~", "%"]))
    forms = (one + mark, f"{one}/{other}", f"../{other}", f"{one}/..", f"[{one}..{other}]", f"[{one},{other}]")
    return draw(st.sampled_from((one + mark, *forms)))


def drawn(days: st.SearchStrategy[dt.date], *, most: int) -> st.SearchStrategy[list[Marked]]:
    """Draw a list of dates, each once, stated and derived."""
    one = st.builds(lambda text, derived, records: marked(text, derived=derived, records=records),
                    texts(days), st.booleans(), st.integers(1, 99))  # fmt: skip
    return st.lists(one, max_size=most, unique_by=lambda item: item.anchor)


ANY = st.one_of(drawn(DAYS, most=60), drawn(NEAR, most=6), drawn(NEAR, most=30))


few = settings(max_examples=30)


def inside(box: Box, canvas: Canvas) -> bool:
    """Tell whether a box lies on the canvas."""
    return box.x >= 0 and box.y >= 0 and box.x + box.width <= canvas.width and box.y + box.height <= canvas.height


def apart(one: Box, other: Box) -> bool:
    """Tell whether two boxes share no room."""
    return (
        one.x + one.width <= other.x or other.x + other.width <= one.x
        or one.y + one.height <= other.y or other.y + other.height <= one.y
    )  # fmt: skip


def lines(canvas: Canvas) -> list[Line]:
    """Give every line of text on the canvas."""
    return [*(line for sign in canvas.signs for line in sign.words), *canvas.ticks, *canvas.gaps]


def points(path: str) -> list[tuple[int, int]]:
    """Give the points that path data names in full."""
    return [(int(x), int(y)) for x, y in re.findall(r"(-?\d+) (-?\d+)", path)]


@few
@given(ANY)
def test_every_date_is_one_sign_in_order_on_every_canvas(dates: list[Marked]) -> None:
    found = strip(dates)
    assert bool(found.canvases) == bool(dates)
    order = [item.anchor for item in sorted(dates, key=lambda item: placing.order(item.date))]
    for canvas in found.canvases:
        assert [sign.anchor for sign in canvas.signs] == order


@few
@given(ANY)
def test_signs_lie_on_the_canvas_large_enough_to_touch_and_apart(dates: list[Marked]) -> None:
    for canvas in strip(dates).canvases:
        for sign in canvas.signs:
            assert inside(sign.hit, canvas)
            assert min(sign.hit.width, sign.hit.height) >= 24
            for x, y in points(f"{sign.body} {sign.rules} {sign.leader}"):
                assert inside(Box(x, y, 0, 0), canvas)
        assert all(apart(one.hit, other.hit) for one, other in combinations(canvas.signs, 2))


@few
@given(ANY)
def test_words_lie_on_the_canvas_and_cover_nothing(dates: list[Marked]) -> None:
    for canvas in strip(dates).canvases:
        boxes = [line.box for line in lines(canvas)]
        assert all(inside(box, canvas) for box in boxes)
        assert all(apart(one, other) for one, other in combinations(boxes, 2))


@few
@given(ANY)
def test_the_kind_and_look_of_a_sign_follow_from_its_date(dates: list[Marked]) -> None:
    by_anchor = {item.anchor: item for item in dates}
    for canvas in strip(dates).canvases:
        for sign in canvas.signs:
            item = by_anchor[sign.anchor]
            date = item.date
            kind = {"interval": "through", "set": "within"}.get(
                date.form, "day" if date.precision == "day" else "within"
            )
            assert (sign.kind, sign.derived, sign.unsure) == (kind, item.derived, date.uncertain or date.approximate)
            assert bool(sign.rules) == (kind == "within")
            assert len(points(sign.body)) == 4 + (date.open_start + date.open_end if kind != "day" else 0)
            assert sign.name.startswith(
                f"{item.words}, {'derived' if item.derived else 'stated'}: {item.records} record"
            )


@few
@given(ANY)
def test_the_tall_strip_goes_down_in_the_order_of_the_list(dates: list[Marked]) -> None:
    for canvas in strip(dates).canvases:
        if canvas.name == "tall":
            assert all(one.hit.y + one.hit.height <= other.hit.y for one, other in pairwise(canvas.signs))


@few
@given(ANY)
def test_a_whole_bar_covers_the_days_it_allows(dates: list[Marked]) -> None:
    for canvas in (canvas for canvas in strip(dates).canvases if canvas.name == "tall"):
        middle = {sign.anchor: sign.hit.y + sign.hit.height // 2 for sign in canvas.signs}
        days = [item for item in dates if placing.is_one_day(item.date)]
        for bar in (item for item in dates if not placing.is_one_day(item.date)):
            sign = next(sign for sign in canvas.signs if sign.anchor == bar.anchor)
            ys = [y for _, y in points(sign.body)]
            first, last, _ = bar.date.sort_key
            for day in days if sign.whole else []:
                assert day.date.earliest
                if first < day.date.earliest < last:
                    assert min(ys) <= middle[day.anchor] <= max(ys)


def test_no_dates_make_no_strip() -> None:
    assert strip([]) == Strip((), ())


def test_one_date_makes_both_strips() -> None:
    found = strip([marked("2025-06-09", derived=True, records=4)])
    assert [canvas.name for canvas in found.canvases] == ["wide", "tall"]
    assert [sign.name for sign in found.canvases[0].signs] == ["9 June 2025, derived: 4 records"]
    assert found.legend == ("derived",)


def test_more_days_than_fit_a_row_stand_under_each_other() -> None:
    days = [marked(f"2025-06-{day:02}") for day in range(1, MOST_DAYS + 2)]
    assert [canvas.name for canvas in strip(days).canvases] == ["tall"]
    assert [canvas.name for canvas in strip(days[:-1]).canvases] == ["wide", "tall"]


def test_words_wider_than_their_column_ask_for_the_tall_strip() -> None:
    days = [marked(f"2025-06-0{day}") for day in range(1, MOST_DAYS + 1)]
    assert len(strip(days).canvases) == 2
    assert [canvas.name for canvas in strip([*days[:-1], marked(f"2025-06-0{MOST_DAYS}?")]).canvases] == ["tall"]


def test_bars_that_find_no_room_are_cut_short_and_the_legend_says_so() -> None:
    years = [marked(f"{year}/2025") for year in range(2015, 2020)]
    found = strip(years)
    assert [sign.whole for sign in tall(tuple(years)).signs] == [True, True, True, False, False]
    assert "cut" in found.legend
    assert "cut" not in strip(years[:2]).legend


def test_the_time_between_two_dates_is_told() -> None:
    found = strip([marked("2025-05-16"), marked("2025-06-02"), marked("2025-06-03")])
    for canvas in found.canvases:
        assert [gap.text for gap in canvas.gaps] == ["17 days", "1 day"]


@pytest.mark.parametrize(
    ("days", "words"), [(1, "1 day"), (2, "2 days"), (60, "60 days"), (61, "about 2 months"), (365, "about 12 months"),
                        (800, "about 2 years"), (3653, "about 10 years")],
)  # fmt: skip
def test_gaps_in_words(days: int, words: str) -> None:
    first = dt.date(2015, 1, 1)
    assert gap_in_words(first, first + dt.timedelta(days=days)) == words


@given(st.lists(st.text("abc", min_size=1, max_size=12), min_size=1, max_size=12), st.integers(20, 400))
def test_wrapped_lines_keep_every_word_and_fit(words: list[str], width: int) -> None:
    found = wrapped(" ".join(words), width=width, size=14)
    assert " ".join(found).split(" ") == words
    assert all(width_of(line, size=14) <= width or " " not in line for line in found)
