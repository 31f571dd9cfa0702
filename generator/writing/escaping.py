"""Escape text for Markdown and HTML, so that any text of a fact file reaches the reader literally and makes no markup.

Characters that mean something to Markdown become entities; the rest stays readable in the emitted pages.
Imports nothing but the standard library. Must never know templates or pages.
"""

from __future__ import annotations

import html
import json
import re
from urllib.parse import quote, urlsplit

_OTHER_BREAK = "[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]"
_BREAKS = re.compile(f"(?: |{_OTHER_BREAK}){{2,}}|{_OTHER_BREAK}")
# Signs that steer a parser or the display: Python-Markdown marks its own place holders with U+0002 and U+0003.
_STEERING = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ALWAYS = r"[&<>\\`*_\[\]{}|~^$#+=]"
_HYPHEN = r"(?<![^\W_])-|-(?![^\W_])"
_COLON = r":(?=[^\s])|(?<![^\W_]):"
_FIRST = r"""\A(?:[!%,./;?@)'"-]|\d+[.)])"""
_SPACES = "[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_ANY = rf"{_ALWAYS}|-|:|{_SPACES}"  # a cheap look spares most places, and most texts, the rest
_MARKS = re.compile(f"{_FIRST}|(?={_ANY})(?:{'|'.join((_ALWAYS, _HYPHEN, _COLON, _SPACES))})")
_MAY_MARK = re.compile(f"{_FIRST}|{_ANY}")
_RAW = re.compile(f"{_ALWAYS}|[\"']")
_RAW_BREAKS = re.compile("[\t\r\f\v\x1c-\x1f\x85\u2028\u2029]")
_EMPTY_LINE = re.compile(r"\n(?=\n|\Z)")
_OUTER_BLANK = re.compile(r"^ | $", re.MULTILINE)
_PAGE = re.compile(r"(?:\.\./)*[A-Za-z0-9][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.-]+)*(?:#[A-Za-z0-9_.:-]+)?|#[A-Za-z0-9_.:-]+")
_SCHEMES = ("http", "https")
_QUOTED = json.JSONEncoder(ensure_ascii=False).encode
_URL_SAFE = "/:?#@!$&'+,;=%~-._"


def one_line(text: str) -> str:
    """Give the text on one line: breaks and runs of spaces become one space, steering signs become U+FFFD."""
    if not text.isprintable() or "  " in text:
        text = _STEERING.sub("\ufffd", _BREAKS.sub(" ", text))
    return text.strip(" ")


def escape(text: str) -> str:
    """Give Markdown that shows exactly this text, on one line, wherever in a line it stands."""
    line = one_line(text)
    return _MARKS.sub(_entities, line) if _MAY_MARK.search(line) else line


def front(text: str) -> str:
    """Give the text as a quoted value of YAML front matter.

    Themes put these values into HTML as they are, some after decoding entities once. So `<` and `>` become the
    single angle quotation marks, and no entity but `&amp;` and `&quot;` is made.
    """
    plain = one_line(text).replace("<", "‹").replace(">", "›")
    return _QUOTED(plain.replace("&", "&amp;").replace('"', "&quot;"))


def data(text: str) -> str:
    """Give JSON as a quoted value of YAML front matter, which themes put into a script element as it is.

    Raises ValueError for JSON that is not ready for that: on several lines, or with a sign that means something there.
    """
    if not text.isprintable() or any(sign in text for sign in "<>&"):
        raise ValueError("JSON for a script is on one line and has no <, > or &")
    return "'" + text.replace("'", "''") + "'"


def attribute(text: str) -> str:
    """Give the text for a quoted attribute of HTML, on one line."""
    return html.escape(one_line(text), quote=True)


def content(text: str) -> str:
    """Give the text for raw HTML inside Markdown: entities for what means something to either, line breaks as they are.

    A blank at an end of a line is an entity too, and so is the break before an empty line, since tools trim both.
    """
    if not text.isprintable():
        text = _STEERING.sub("\ufffd", _RAW_BREAKS.sub(" ", text))
    return _EMPTY_LINE.sub("&#10;", _OUTER_BLANK.sub("&#32;", _RAW.sub(_entities, text)))


def is_web_address(url: str) -> bool:
    """Tell whether the address may become a link: http or https, with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() in _SCHEMES and bool(parts.hostname) and url == one_line(url)
    except ValueError:
        return False


def address(target: str) -> str:
    """Give a link's target for Markdown: a page of this site or a web address.

    Raises ValueError for anything else: what may be a link is decided before a template sees it.
    """
    if _PAGE.fullmatch(target):
        return target
    if not is_web_address(target):
        raise ValueError(f'"{target}" is no page of this site and no web address')
    return html.escape(quote(target, safe=_URL_SAFE), quote=True)


class _Entities(dict[str, str]):
    """The entities of signs; each is made when it is first wanted."""

    def __missing__(self, sign: str) -> str:
        self[sign] = made = f"&#{ord(sign)};"
        return made


_NAMED = _Entities({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\xa0": "&nbsp;"})


def _entities(match: re.Match[str]) -> str:
    found = match.group()
    if len(found) == 1:
        return _NAMED[found]
    return "".join(sign if sign.isdigit() else _NAMED[sign] for sign in found)  # a number with its sign, as of a list
