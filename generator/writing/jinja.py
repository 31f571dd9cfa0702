"""Set up Jinja so that a template cannot forget to escape: every value becomes Markdown text on its way out.

The only room of jinja2. Templates see one view, the filters below, `for` and `if`. May import escaping alone.
Must never know what a view holds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from types import FunctionType
from typing import TypeVar, cast

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.utils import missing

from generator.writing import escaping

_NOTE = re.compile(r"([a-z0-9]+)\]: .*")
_BLANK_LINES = re.compile(r"\n\n\n+")  # not `\n{3,}`: a fixed beginning is found much faster
_CITED = re.compile(r"\[\^([a-z0-9]+)\]")
_KEPT = 1 << 14  # texts that a filter keeps

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
        finalize=_kept(_printed),
        auto_reload=False,
        bytecode_cache=None if sys.dont_write_bytecode else _Compiled(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Jinja's own filters know HTML only; `join` or `safe` would let Markdown through.
    environment.filters = {
        "address": _kept(escaping.address),
        "attribute": _kept(escaping.attribute),
        "content": _kept(escaping.content),
        "data": escaping.data,  # not kept: each stands on one page
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


class _Plain(CodeGenerator):
    """Write templates as plain Python: attributes are attributes, and macros are functions that are called directly.

    What a filter or a macro gives is Markdown and is printed as it is; so both stand where something is printed and
    nowhere else, or what they give would be escaped again. Every other value goes through the finalizer.
    """

    _printed: nodes.Expr | None = None

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("finalize = environment.finalize")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False  # noqa: ARG002  # Jinja's
    ) -> None:
        self._refuse_unprinted(node)
        if node.dyn_args or node.dyn_kwargs:
            self.fail("a macro takes its values one by one", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"l_1_{named.key}=")  # as Jinja calls the values of a macro that stands in no other
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        self._refuse_unprinted(node)
        super().visit_Filter(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002  # as above
        self.write(f"environment.macro(macro, {len(macro_ref.node.defaults)})")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        self.write("environment.macros(")
        self.visit(node.template, frame)
        self.write(")")

    def _refuse_unprinted(self, node: nodes.Call | nodes.Filter) -> None:
        if node is not self._printed:
            self.fail("what a filter or a macro gives can only be printed", node.lineno)

    def _output_child_pre(self, node: nodes.Expr, frame: object, finalize: object) -> None:  # noqa: ARG002  # as above
        self._printed = node
        self.write("(" if isinstance(node, nodes.Call | nodes.Filter) else "finalize(")

    def _output_child_post(self, node: object, frame: object, finalize: object) -> None:  # noqa: ARG002  # as above
        self.write(")")


class _Compiled(FileSystemBytecodeCache):
    """Keep compiled templates where Python keeps compiled modules, as long as they and what compiles them are the same.

    Where nothing can be written there, each run compiles them again.
    """

    def __init__(self) -> None:
        here = Path(__file__)
        super().__init__(str(Path(cache_from_source(here.parent / "templates" / here.name)).parent))
        with_what = (here, Path(escaping.__file__))
        self._made_by = "".join((version("jinja2"), *(path.read_text(encoding="utf-8") for path in with_what)))

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(self._made_by + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


class _Environment(Environment):
    code_generator_class = _Plain

    def macros(self, name: str) -> TemplateModule:
        """Give the macros of a template: the same for all pages, since a template knows nothing but its own values."""
        known: dict[str, TemplateModule] = self.__dict__.setdefault("_macros", {})
        if name not in known:
            known[name] = self.get_template(name).module
        return known[name]

    @staticmethod
    def macro(function: FunctionType, defaults: int) -> FunctionType:
        """Give a macro whose last values need not be given; its own first lines put the defaults in."""
        function.__defaults__ = (missing,) * defaults
        return function


def _printed(value: object) -> str:
    """Give a value as Markdown text."""
    if isinstance(value, str):
        return escaping.escape(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise TypeError(f"a template may print text and whole numbers, not {type(value).__name__}")


_Filter = TypeVar("_Filter", bound=Callable[..., str])


def _kept(function: _Filter) -> _Filter:
    """Give a function that keeps what it made last: names, labels and addresses stand on many pages.

    Texts and whole numbers are told apart from all that only equals them, such as a truth value.
    """
    return cast("_Filter", lru_cache(maxsize=_KEPT)(function))


def _note(name: str) -> str:
    if not (name.isascii() and name.isalnum()):
        raise ValueError(f'"{name}" is no name of a footnote')
    return f"[^{name}]"
