"""What a refusal says: the whole of it, for each reason, and the words of the quotation that it means."""

from __future__ import annotations

import pytest

from generator.evidence.folding import fold
from generator.evidence.quotations import prove
from generator.evidence.refusals import Refusal, caseless, settling, shown

LINES = "The red fox ran. The red hen sat.\nA blue fox sat, and a blue hen ran [sic] home [...] at last."


@pytest.mark.parametrize(
    ("exact", "text", "beside", "refused", "says"),
    [
        (
            "1,000",
            "had 11,000 men in it",
            ("", ""), ("quotation-not-found", None),
            [
                '"1,000" stands in the source only inside the longer number "11,000"; quote the whole '
                "number",
                "line 1, column 5: had >>11,000<< men in it",
            ],
        ),
        (
            "hen",
            "two hens",
            ("", ""), ("quotation-not-found", None),
            [
                '"hen" stands in the source only inside the longer word "hens"; quote the whole word',
                "line 1, column 5: two >>hens<<",
            ],
        ),
        (
            "👍",
            "a 👍🏽",
            ("", ""), ("quotation-not-found", None),
            [
                '"👍" stands in the source only inside the longer sign "👍🏽"; quote the whole sign',
                "line 1, column 3: a >>👍🏽<<",
            ],
        ),
        (
            "-25",
            "under-25 men",
            ("", ""), ("quotation-not-found", None),
            [
                'the hyphen of "-25" is no minus sign in the source; quote the word before it, or leave it '
                "out",
                'the source has, line 1, column 1: "under-25"',
            ],
        ),
        (
            "a blue FOX",
            LINES,
            ("", ""), ("quotation-not-found", (0, 1)),
            [
                '"a blue FOX" differs from the source in capitals; copy the words from the passage shown',
                'the source has, line 2, column 1: "A blue fox"',
                'you wrote "a", the source has "A"; you wrote "FOX", the source has "fox"',
            ],
        ),
        (
            "nowhere at all is this written",
            LINES,
            ("", ""), ("quotation-not-found", None),
            [
                '"nowhere at all is this written" does not stand in the source text, nor anything like it; '
                "check the source",
            ],
        ),
        (
            "The red fox … sat",
            LINES,
            ("", ""), ("quotation-not-found", (12, 17)),
            [
                '"The red fox … sat" does not stand in the source text; copy the words from the passage '
                'shown; an omission is written "[...]"',
                'nearest passage, line 1, column 1: "The red fox ran"',
                'you wrote "… sat", the source has "ran"',
            ],
        ),
        (
            "The red fox ... sat",
            LINES,
            ("", ""), ("quotation-not-found", (12, 19)),
            [
                '"The red fox ... sat" does not stand in the source text; copy the words from the passage '
                'shown; an omission is written "[...]"',
                'nearest passage, line 1, column 1: "The red fox ran"',
                'you wrote "... sat", the source has "ran"',
            ],
        ),
        (
            "The red fox [ ... ] sat",
            LINES,
            ("", ""), ("inserted-words", (12, 19)),
            [
                '"[ ... ]" in "The red fox [ ... ] sat" does not stand in the source; write "[...]" for an '
                "omission",
            ],
        ),
        (
            "The [quick] red fox",
            LINES,
            ("", ""), ("inserted-words", (4, 11)),
            [
                '"[quick]" in "The [quick] red fox" does not stand in the source; remove "[quick]" and '
                "quote the words as they stand; what it explains belongs in the statement",
            ],
        ),
        (
            "The red [sic] fox",
            LINES,
            ("", ""), ("inserted-words", (8, 13)),
            [
                '"[sic]" in "The red [sic] fox" does not stand in the source; remove "[sic]" and quote the '
                "words as they stand; what it explains belongs in the statement",
            ],
        ),
        (
            "red fox [...] ran.",
            LINES,
            ("", ""), ("quotation-not-found", None),
            [
                'nothing is left out between "red fox" and "ran."; remove "[...]"',
                '"red fox": line 1, column 5',
                '"ran.": line 1, column 13',
            ],
        ),
        (
            "The red",
            LINES,
            ("", ""), ("quotation-not-unique", None),
            [
                '"The red" stands in the source twice; add prefix: or suffix: with the words before or '
                "after it",
                'line 1, column 1: >>The red<< fox ran. The red hen sat. A blue fox … (suffix: "fox")',
                "line 1, column 18: The red fox ran. >>The red<< hen sat. A blue fox sat, and a blue hen … "
                '(prefix: "ran.")',
            ],
        ),
        (
            "x",
            "x. x. x. x. x. x. x.",
            ("", ""), ("quotation-not-unique", None),
            [
                '"x" stands in the source 7 times; add prefix: or suffix: with the words before or after it',
                'line 1, column 1: >>x<<. x. x. x. x. x. x. (suffix: ". x. x. x. x. x. x.")',
                "line 1, column 4: x. >>x<<. x. x. x. x. x.",
                "line 1, column 7: x. x. >>x<<. x. x. x. x.",
                "line 1, column 10: x. x. x. >>x<<. x. x. x.",
                "line 1, column 13: x. x. x. x. >>x<<. x. x.",
                "and 2 more",
            ],
        ),
        (
            "x",
            "x. x. x. x. x.",
            ("", ""), ("quotation-not-unique", None),
            [
                '"x" stands in the source 5 times; add prefix: or suffix: with the words before or after it',
                'line 1, column 1: >>x<<. x. x. x. x. (suffix: ". x. x. x. x.")',
                "line 1, column 4: x. >>x<<. x. x. x.",
                "line 1, column 7: x. x. >>x<<. x. x.",
                "line 1, column 10: x. x. x. >>x<<. x.",
                'line 1, column 13: x. x. x. x. >>x<<. (prefix: "x. x. x. x.")',
            ],
        ),
        (
            "red fox [...] blue fox",
            LINES,
            ("", ""), ("omission-across-paragraphs", None),
            [
                'the parts of "red fox [...] blue fox" do not stand in one paragraph; a paragraph is one '
                "line of the source, so use two passages",
                '"red fox": line 1, column 5',
                '"blue fox": line 2, column 3',
            ],
        ),
        (
            "The red hen sat. [...] The red fox",
            LINES,
            ("", ""), ("omission-out-of-order", None),
            [
                'the parts of "The red hen sat. [...] The red fox" stand in another order in the source; '
                "put them in the order of the source",
                '"The red hen sat.": line 1, column 18',
                '"The red fox": line 1, column 1',
            ],
        ),
        (
            "red [...] sat",
            LINES,
            ("", ""), ("omission-ambiguous", None),
            [
                'the parts of "red [...] sat" fit the source in more than one way; quote more words, or add'
                " prefix: or suffix:",
                'one way: "red" at line 1, column 5, "sat" at line 1, column 30',
                'one way: "red" at line 1, column 22, "sat" at line 1, column 30',
            ],
        ),
        (
            "blue fox [...] red hen",
            "The red hen sat, a blue fox.\nThe blue fox.\nred hen",
            ("", ""), ("omission-across-paragraphs", None),
            [
                'the parts of "blue fox [...] red hen" stand in this order only across paragraphs; a '
                "paragraph is one line of the source, so use two passages",
                '"blue fox": line 1, column 20, line 2, column 5',
                '"red hen": line 1, column 5, line 3, column 1',
            ],
        ),
        (
            "red fox",
            LINES,
            ("Some", ""), ("prefix-not-found", None),
            [
                'the prefix "Some" does not stand right before "red fox"; copy the words that stand right '
                "before it, or remove prefix:",
                "line 1, column 5: The >>red fox<< ran. The red hen sat. A blue fox sat, …",
            ],
        ),
        (
            "red fox",
            LINES,
            ("", "walked"), ("suffix-not-found", None),
            [
                'the suffix "walked" does not stand right after "red fox"; copy the words that stand right '
                "after it, or remove suffix:",
                "line 1, column 5: The >>red fox<< ran. The red hen sat. A blue fox sat, …",
            ],
        ),
        (
            "red [...] ran",
            "a red fox, a red hen, a red cow ran; the cow ran.",
            ("the", ""), ("prefix-not-found", None),
            [
                'the prefix "the" does not stand right before "red [...] ran"; copy the words that stand '
                "right before it, or remove prefix:",
                "line 1, column 3: a >>red<< fox, a red hen, a red cow ran; the cow …",
                "line 1, column 25: a red fox, a red hen, a >>red<< cow ran; the cow ran.",
            ],
        ),
        (
            "red fox [...] ran",
            "a red fox, a red hen, a red cow ran; the cow ran.",
            ("", "home"), ("suffix-not-found", None),
            [
                'the suffix "home" does not stand right after "red fox [...] ran"; copy the words that '
                "stand right after it, or remove suffix:",
                "line 1, column 33: a red fox, a red hen, a red cow >>ran<<; the cow ran.",
                "line 1, column 46: … fox, a red hen, a red cow ran; the cow >>ran<<.",
            ],
        ),
        (
            '"The red fox"',
            LINES,
            ("", ""), ("quotation-not-found", None),
            [
                '""The red fox"" stands in the source without the marks at its beginning and end; leave '
                "them out",
            ],
        ),
        (
            "'The red fox'",
            LINES,
            ("", ""), ("quotation-not-found", None),
            [
                "\"'The red fox'\" stands in the source without the marks at its beginning and end; leave "
                "them out",
            ],
        ),
        (
            "",
            LINES,
            ("", ""), ("empty-quotation", None),
            [
                '"" quotes no words; quote words of the source',
            ],
        ),
        (
            " [...] ",
            LINES,
            ("", ""), ("empty-quotation", None),
            [
                '"[...]" quotes no words; quote words of the source',
            ],
        ),
        (
            "交换",
            "我们同意交换。他们同意交换吗",
            ("", ""), ("quotation-not-unique", None),
            [
                '"交换" stands in the source twice; add prefix: or suffix: with the words before or after it',
                'line 1, column 5: 我们同意>>交换<<。他们同意交换吗 (prefix: "我们同意")',
                'line 1, column 12: 我们同意交换。他们同意>>交换<<吗 (prefix: "他们同意")',
            ],
        ),
        (
            "The rеd fox sat",
            LINES,
            ("", ""), ("quotation-not-found", (4, 7)),
            [
                '"The rеd fox sat" does not stand in the source text; copy the words from the passage shown',
                'nearest passage, line 1, column 1: "The red fox ran"',
                'you wrote "rеd", the source has "red"; you wrote "sat", the source has "ran"; "е" is a '
                'Cyrillic letter that only looks like a Latin one; type "red" anew',
            ],
        ),
        (
            "fox ran [...] bleu hen",
            LINES,
            ("", ""), ("quotation-not-found", (14, 18)),
            [
                '"bleu hen" does not stand in the source text; copy the words from the passage shown',
                'nearest passage, line 2, column 23: "blue hen"',
                'you wrote "bleu", the source has "blue"',
            ],
        ),
        (
            "[...] fox ran [...] bleu hen",
            LINES,
            ("", ""), ("quotation-not-found", (20, 24)),
            [
                '"bleu hen" does not stand in the source text; copy the words from the passage shown',
                'nearest passage, line 2, column 23: "blue hen"',
                'you wrote "bleu", the source has "blue"',
            ],
        ),
        (
            "A blue fox stood, and a blue hen",
            LINES,
            ("", ""), ("quotation-not-found", (11, 17)),
            [
                '"A blue fox stood, and a blue hen" does not stand in the source text; copy the words from '
                "the passage shown",
                'nearest passage, line 2, column 1: "A blue fox sat, and a blue hen"',
                'you wrote "stood,", the source has "sat,"',
            ],
        ),
        (
            "same",
            "word word word word word word word word word word word word word word word word word word "
            "word word same one word word word word word word word word word word word word word word "
            "word word word word word word same two",
            ("", ""), ("quotation-not-unique", None),
            [
                '"same" stands in the source twice; add prefix: or suffix: with the words before or after '
                "it",
                "line 1, column 101: … word word word word word word word word >>same<< one word word word "
                'word word word word … (suffix: "one")',
                'line 1, column 210: … word word word word word word word word >>same<< two (suffix: "two")',
            ],
        ),
        (
            "same",
            "the same same",
            ("", ""), ("quotation-not-unique", None),
            [
                '"same" stands in the source twice; add prefix: or suffix: with the words before or after '
                "it",
                'line 1, column 5: the >>same<< same (prefix: "the")',
                'line 1, column 10: the same >>same<< (prefix: "same")',
            ],
        ),
        (
            "  “The  grey fox”",
            LINES,
            ("", ""), ("quotation-not-found", (2, 17)),
            [
                '""The grey fox"" does not stand in the source text; copy the words from the passage shown',
                'nearest passage, line 1, column 1: "The red fox"',
                'you wrote ""The grey fox"", the source has "The red fox"',
            ],
        ),
        (
            "men",
            "the men came and went and went and went and went and went and went and went and went and "
            "went and went and went and went; men came and went and went and went and went and went and"
            " went and went and went and went and went and went and went",
            ("", ""), ("quotation-not-unique", None),
            [
                '"men" stands in the source twice; add prefix: or suffix: with the words before or after it',
                'line 1, column 5: the >>men<< came and went and went and went and … (prefix: "the")',
                "line 1, column 123: … and went and went and went and went; >>men<< came and went and went "
                'and went and … (prefix: "went;")',
            ],
        ),
        (
            "STRASSE im Dorf",
            "Die Straße im Dorf, die strasse im dorf",
            ("", ""), ("quotation-not-found", (0, 7)),
            [
                '"STRASSE im Dorf" differs from the source in capitals; copy the words from the passage '
                "shown",
                'the source has, line 1, column 25: "strasse im dorf"',
                'you wrote "STRASSE", the source has "strasse"; you wrote "Dorf", the source has "dorf"',
            ],
        ),
        (
            "İ men",
            "the i̇ men",
            ("", ""), ("quotation-not-found", (0, 1)),
            [
                '"İ men" does not stand in the source text; copy the words from the passage shown',
                'nearest passage, line 1, column 8: "men"',
                'you added "İ" before "men"',
            ],
        ),
        (
            "the man who wore a very long red coat and a hat and no shoes at all [...] gone",
            "gone, and\nthe man who wore a very long red coat and a hat and no shoes at all",
            ("", ""), ("omission-across-paragraphs", None),
            [
                'the parts of "the man who wore a very long red coat and a hat and no shoes at all [...] '
                'gone" do not stand in one paragraph; a paragraph is one line of the source, so use two '
                "passages",
                '"the man who wore a very long r … d a hat and no shoes at all": line 2, column 1',
                '"gone": line 1, column 1',
            ],
        ),
        (
            "red [...] fox",
            "fox red fox fox red. fox fox fox fox fox. red",
            ("", ""), ("omission-ambiguous", None),
            [
                'the parts of "red [...] fox" fit the source in more than one way; quote more words, or add'
                " prefix: or suffix:",
                'one way: "red" at line 1, column 5, "fox" at line 1, column 13',
                'one way: "red" at line 1, column 17, "fox" at line 1, column 38',
            ],
        ),
        (
            "b [...] a",
            "a a a a a a a b",
            ("", ""), ("omission-out-of-order", None),
            [
                'the parts of "b [...] a" stand in another order in the source; put them in the order of '
                "the source",
                '"b": line 1, column 15',
                '"a": line 1, column 1, line 1, column 3, line 1, column 5, line 1, column 7, line 1, '
                "column 9",
            ],
        ),
        (
            "交换",
            "交换我们同意。他们交换了",
            ("", ""), ("quotation-not-unique", None),
            [
                '"交换" stands in the source twice; add prefix: or suffix: with the words before or after it',
                'line 1, column 1: >>交换<<我们同意。他们交换了 (suffix: "我")',
                'line 1, column 10: 交换我们同意。他们>>交换<<了 (prefix: "们")',
            ],
        ),
        (
            "xxx",
            "a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx b",
            ("", ""), ("quotation-not-found", None),
            [
                '"xxx" stands in the source only inside the longer word "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx … '
                'xxxxxxxxxxxxxxxxxxxxxxxxxxx"; quote the whole word',
                "line 1, column 3: a >>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx … xxxxxxxxxxxxxxxxxxxxxxxxxxx<< b",
            ],
        ),
    ],
)  # fmt: skip
def test_what_a_refusal_says(
    exact: str, text: str, beside: tuple[str, str], refused: tuple[str, tuple[int, int] | None], says: list[str]
) -> None:
    refusal = prove(fold(text), exact, prefix=beside[0], suffix=beside[1])
    assert isinstance(refusal, Refusal)
    assert [refusal.message, *refusal.details] == says
    assert (refusal.code, refusal.at) == refused


@pytest.mark.parametrize(
    ("words", "limit", "as_shown"),
    [
        ("a  red\nfox", 80, '"a red fox"'),
        ("x" * 80, 80, f'"{"x" * 80}"'),
        ("x" * 81, 80, f'"{"x" * 50} … {"x" * 27}"'),
        ("x" * 41, 40, f'"{"x" * 10} … {"x" * 27}"'),
        (f"{'x' * 9} {'y' * 3} {'z' * 26} a", 40, f'"{"x" * 9} … {"z" * 25} a"'),
    ],
)
def test_words_are_shown_on_one_line_with_the_middle_left_out(words: str, limit: int, as_shown: str) -> None:
    assert shown(words, limit) == as_shown


@pytest.mark.parametrize(("length", "told"), [(98, True), (99, False)])
def test_what_settles_a_place_has_less_than_a_hundred_characters_with_its_space(length: int, told: bool) -> None:
    word = "x" * length
    same = " and on" * 20
    before = fold(f"Here {word} red{same} There y{word[1:]} red{same}")
    spans = [(at, at + 3) for at in range(len(before.text)) if before.text.startswith("red", at)]
    assert settling(before, spans[0], spans) == (("prefix", word) if told else ("", ""))
    after = fold(f"{same} red {word} here.{same} red {word[1:]}y there.")
    spans = [(at, at + 3) for at in range(len(after.text)) if after.text.startswith("red", at)]
    assert settling(after, spans[0], spans) == (("suffix", word) if told else ("", ""))


@pytest.mark.parametrize(("text", "small"), [("ABC", "abc"), ("İA", "İa"), ("STRASSE ẞ", "strasse ß"), ("aİ", "aİ")])
def test_small_letters_take_the_room_of_capitals(text: str, small: str) -> None:
    assert caseless(text) == small
