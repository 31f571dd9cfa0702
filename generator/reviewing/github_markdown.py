"""Text that GitHub's Markdown shows as it is: only signs that would mark it up there are escaped, so it stays readable.

Imports the standard library only. Must never know what the text says.
"""

from __future__ import annotations

import re

_SIGNS = re.compile(
    r"""[\\`*\[~]           # escapes, code, emphasis, links and images, deletions
    | (?<![^\W_])_ | _(?![^\W_])   # emphasis; inside a word it is none
    | &(?=\#?\w+;)         # entities
    | :(?=//)              # addresses become links
    | (?<=[wW]{3})\.       # so do these
    | \A[ ]*[-+=>]         # a list, a line, a quotation at the beginning
    | \A[ ]*\#(?=\#{0,5}(?:[ ]|\Z))   # a heading
    | (?<=\A\d)[.)] | (?<=\A\d{2})[.)] | (?<=\A\d{3})[.)] | (?<=\A\d{4})[.)]   # a numbered list
    """,
    re.VERBOSE,
)
_AFTERWARDS = re.compile(r"@(?=\w)|\#(?=\d)|(?<!\\):(?=[\w+-]+:)|\$")
"""What GitHub looks for in text that is Markdown no longer: people, issues, small pictures, formulas."""


def as_it_is(text: str) -> str:
    """Give Markdown that shows a text, on one line, and nothing else.

    >>> as_it_is("*Over* 1,200 people - Ann_Bell said")
    '\\\\*Over\\\\* 1,200 people - Ann_Bell said'
    """
    line = re.sub(r"\s", " ", text)
    marked = _SIGNS.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", line).replace("<", "&lt;")
    return _AFTERWARDS.sub(lambda found: f"<span>{found[0]}</span>", marked)
