"""Words that fuzzed bytes stand for: of YAML and fact files, of prose with its typography, of dates, of markup.

Bytes below 128 are ASCII; each from 128 on is a word of the target's list, so that few bytes make something that is
nearly right.
"""

from __future__ import annotations

from collections.abc import Sequence

TOKEN = 128
YAML = (
    "title: ", "claims:\n", "  - id: ", "    statement: ", "    evidence:\n", "      - source: ",
    "        exact: ", ">-\n", "|\n", "'", '"', "{", "}", "[", "]", ": ", ", ", "- ", "\n", "\n  ", "\n    ",
    "\t", "# ", "&a ", "*a", "!b ", "<<: ", "? ", "---\n", "...\n", "\r\n", "\r", "\ufeff", "\u202e", "\u200b",
    "\\ud800", "\\u0000", "\x00", "\u2028", "“", "”", "’", "date: ", "2025-03-04", "stated: ", "derived: ",
    "from: ", "value: ", "at_least: ", "between: [1, 2]", "12", "1e999", ".nan", ".inf", "0x1F", "true", "null",
    "~", "no", "about: ", "refers: ", "withheld: safety\n", "gazette", "question: ", "kind: ", "words: ",
    "claimant: unnamed\n", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "corrections: ", "second_reading: ",
    "formerly: ", "added: ", "{a: b}", "\n\n", "%YAML 1.1\n", "é", "е", "漢", "//", " #", "--",
)  # fmt: skip
PROSE = (
    "at least ", "over ", "about ", "between ", "and ", "12", "1,200", "3.5", "1\u00a0200", "twelve ",
    "hundred ", "million ", "half ", "first ", "second ", "one ", "no ", "%", "$", "€ ", "-", "–", "—", "−",
    ". ", ", ", "; ", "! ", "? ", "… ", "...", "[...]", "[…]", " [...] ", "“", "”", "‘", "’", "'", '"', "„",
    "«", "»", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u0301", "\ufe0f", "é",
    "e\u0301", "ﬁ", "½", "²", "漢字", "א", "👩\u200d🚀", "🇺🇦", "4 March 2025", "Monday", "March ", "on ", "the ",
    "said ", "Mr. ", "U.S. ", "p.m. ", "No. 5", "(", ")", "[1]", "ab", "Dana Orrell", "2025-03-04",
    "02.06.2025", "1st", "18-25", "up to ", "\u2028", "\x0c", "\x85", "İ", "ß",
)  # fmt: skip
EDTF = (
    "2025", "-03", "-04", "-13", "-31", "-02", "-29", "/", "..", "[", "]", "{", "}", ",", "~", "?", "%", "X",
    "XX", "u", "0000", "9999", "10000", "99999", "-", "Y", "T", "Z", "12:30", "S", " ", "4 March ", "March ",
    "Monday, ", "the ", "3rd ", "of ", " to ", "until", "–", "\u0662", "٢٠٢٥", "2024", "1900", ".", "//", "[..",
    "..]", "E5", "\n", "“", "”",
)  # fmt: skip
MARKUP = (
    "<script>", "</script>", "<img src=x onerror=a()>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&lt;",
    "&#60;", "&amp;", "&", "<", ">", "{{ ", " }}", "{% ", " %}", "{#", "{: .x }", "{: onclick=a() }", "{ .x }",
    "[^p1]", "[^p1]: ", "*[a]: ", "[a]", "(b)", "](javascript:a())", "![", "[a]: b", "`", "``", "```", "~~~",
    "**", "*", "_", "__", "~", "^", "==", "++", "|", "\n|---|\n", "# ", "===", "---", "- ", "+ ", "1. ", "1) ",
    "> ", "    ", "\t", "\n", "\n\n", "\u2028", "\u0085", "\x0b", "\x02", "\x03", "wzxhzdk:0", "klzzwxh:0001",
    "\u0002amp\u0003", "::: ", "!!! ", "??? ", '??? "', "=== ", ":smile:", "https://a.example/_x_",
    "www.a.example", "<a@b.example>", "$x$", "\\(", "\\", "\\*", "--8<-- ", "[TOC]", "[=5%]", "term\n: x",
    "<div markdown>", "</div>", "\u202e", "\u200b", "\ufeff", "\xa0", '"', "'",
)  # fmt: skip


def spelt(data: bytes, tokens: Sequence[str]) -> str:
    """Give the text that bytes stand for: ASCII, and from 128 on the words of a target."""
    return "".join(chr(byte) if byte < TOKEN else tokens[(byte - TOKEN) % len(tokens)] for byte in data)
