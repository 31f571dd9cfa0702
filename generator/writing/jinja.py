"""Set up Jinja so that a template cannot forget to escape: every value becomes Markdown text on its way out.

The only room of jinja2. Templates see one view, the filters below, `for` and `if`. May import escaping alone.
Must never know what a view holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.writing import escaping

_DEFINED = re.compile(r"\[\^([a-z0-9]+)\]: ")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_CITED = re.compile(r"\[\^([a-z0-9]+)\]")

# The notes repeat what pages of claims quote, so they stay out of the search, and for that they need a heading.
_HEADING = "## Notes { #notes data-search-exclude }"

Render = Callable[[str, object], str]


def renderer() -> Render:
    """Give a function that renders a template by its name with one view.

    Every call reads the templates anew, so that a served site shows an edited template.
    """
    environment = Environment(
        loader=PackageLoader("generator.writing", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_out,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Jinja's own filters know HTML only; `join` or `safe` would let Markdown through.
    environment.filters = {
        "address": lambda target: _ready(escaping.address(target)),
        "attribute": lambda text: _ready(escaping.attribute(text)),
        "content": lambda text: _ready(escaping.content(text)),
        "front": lambda text: _ready(escaping.front(text)),
        "note": lambda name: _ready(_note(name)),
    }
    environment.globals = {}

    def render(name: str, view: object) -> str:
        return tidy(environment.get_template(f"{name}.md.jinja").render(view=view))

    return render


def tidy(markdown: str) -> str:
    """Give the page with at most one blank line in a row, no blanks at line ends and one newline at the end.

    Footnotes come last, under a heading, in the order in which the page cites them; those that nothing cites are left
    out. Text cannot pass for a footnote: its brackets are escaped.
    """
    lines: list[str] = []
    notes: dict[str, str] = {}
    for line in (line.rstrip(" ") for line in markdown.split("\n")):
        if note := _DEFINED.match(line):
            notes[note[1]] = line
        elif line or (lines and lines[-1]):
            lines.append(line)
    body = "\n".join(lines).strip("\n")
    cited = dict.fromkeys(_CITED.findall(_FRONT.sub("", body)))
    heading = (_HEADING,) if cited else ()
    return "\n\n".join((body, *heading, *(notes[name] for name in cited))) + "\n"


def _out(value: object) -> object:
    if isinstance(value, Markup | StrictUndefined):
        return value
    if isinstance(value, str):
        return _ready(escaping.escape(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return _ready(str(value))
    raise TypeError(f"a template may print text and whole numbers, not {type(value).__name__}")


def _ready(markdown: str) -> Markup:
    return Markup(markdown)  # noqa: S704  # the one place where text that is escaped, or checked, is declared so


def _note(name: str) -> str:
    if not (name.isascii() and name.isalnum()):
        raise ValueError(f'"{name}" is no name of a footnote')
    return f"[^{name}]"
