"""Set up Jinja so that a template cannot forget to escape: every value becomes Markdown text on its way out.

The only room of jinja2. Templates see one view, the filters below, `for` and `if`. May import escaping alone.
Must never know what a view holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from generator.writing import escaping

_NOTE = re.compile(r"([a-z0-9]+)\]: .*")
_BLANK_LINES = re.compile(r"\n\n\n+")  # not `\n{3,}`: a fixed beginning is found much faster
_CITED = re.compile(r"\[\^([a-z0-9]+)\]")
_KEPT = 1 << 16  # texts that a filter keeps

# The notes repeat what pages of claims quote, so they stay out of the search, and for that they need a heading.
_HEADING = "## Notes { #notes data-search-exclude }"

Render = Callable[[str, object], str]


def renderer() -> Render:
    """Give a function that renders a template by its name with one view.

    Each renderer reads the templates anew, once, so that a site built again shows an edited template.
    """
    environment = _Environment(
        loader=PackageLoader("generator.writing", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalizer(),
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Jinja's own filters know HTML only; `join` or `safe` would let Markdown through.
    environment.filters = {
        "address": _kept(escaping.address),
        "attribute": _kept(escaping.attribute),
        "content": _kept(escaping.content),
        "data": lambda text: _ready(escaping.data(text)),  # not kept: each stands on one page
        "front": _kept(escaping.front),
        "note": _kept(_note),
    }
    environment.globals = {}
    templates: dict[str, Template] = {}

    def render(name: str, view: object) -> str:
        if name not in templates:
            templates[name] = environment.get_template(f"{name}.md.jinja")
        return tidy(templates[name].render(view=view))

    return render


def tidy(markdown: str) -> str:
    """Give the page with at most one blank line in a row, no blanks at line ends and one newline at the end.

    Footnotes come last, under a heading, in the order in which the page cites them; those that nothing cites are left
    out. Text cannot pass for a footnote: its brackets are escaped.
    """
    body, notes = _parted(_without_blanks_at_ends(markdown))
    body = _BLANK_LINES.sub("\n\n", body).strip("\n")
    cited = dict.fromkeys(_CITED.findall(body, _front_end(body)))
    heading = (_HEADING,) if cited else ()
    return "\n\n".join((body, *heading, *(notes[name] for name in cited))) + "\n"


def _front_end(markdown: str) -> int:
    """Give where the front matter of a page ends; 0 where there is none."""
    return max(markdown.find("\n---\n", 3), 0) if markdown.startswith("---\n") else 0


def _without_blanks_at_ends(text: str) -> str:
    while " \n" in text:
        text = text.replace(" \n", "\n")
    return text.rstrip(" ")


def _parted(markdown: str) -> tuple[str, dict[str, str]]:
    """Part a page from the lines that are footnotes; these by their names."""
    first, *others = (f"\n{markdown}" if markdown.startswith("[^") else markdown).split("\n[^")
    body, notes = [first], {}
    for piece in others:
        if note := _NOTE.match(piece):
            notes[note[1]] = f"[^{note[0]}"
            body.append(piece[note.end() :])
        else:
            body.append(f"\n[^{piece}")
    return "".join(body), notes


class _Printing(CodeGenerator):
    """Print what the finalizer gives as it is: it gives nothing but Markup, which Jinja would escape in vain."""

    def _output_child_pre(self, node: object, frame: object, finalize: object) -> None:  # noqa: ARG002  # Jinja's
        self.write("environment.finalize(")

    def _output_child_post(self, node: object, frame: object, finalize: object) -> None:  # noqa: ARG002  # as above
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Printing


def _finalizer() -> Callable[[object], Markup]:
    """Give the function that every printed value goes through."""
    escaped = _kept(escaping.escape)

    def finalize(value: object) -> Markup:
        if type(value) is str:
            return escaped(value)
        if isinstance(value, Markup):
            return value
        return _other(value)

    return finalize


def _other(value: object) -> Markup:
    if isinstance(value, StrictUndefined):
        return _ready(str(value))  # which raises
    if isinstance(value, str):
        return _ready(escaping.escape(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return _ready(str(value))
    raise TypeError(f"a template may print text and whole numbers, not {type(value).__name__}")


def _kept(filter_: Callable[[str], str]) -> Callable[[str], Markup]:
    """Give a filter that keeps what it made last: names, labels and addresses stand on many pages."""

    @lru_cache(maxsize=_KEPT)
    def filtered(text: str) -> Markup:
        return _ready(filter_(text))

    return filtered


def _ready(markdown: str) -> Markup:
    return Markup(markdown)  # noqa: S704  # the one place where text that is escaped, or checked, is declared so


def _note(name: str) -> str:
    if not (name.isascii() and name.isalnum()):
        raise ValueError(f'"{name}" is no name of a footnote')
    return f"[^{name}]"
