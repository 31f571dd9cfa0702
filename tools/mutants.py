"""The mutants of a module: mutmut's changes to each function, one at a time, and how one is put in place.

A mutant takes the place of the code of its function in the loaded module, so whoever imported the function runs it.
May import mutmut and libcst. Must never know tests.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import importlib
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, ParentNodeProvider, PositionProvider
from mutmut.mutation.file_mutation import MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

SEED = 7


@dataclass(frozen=True)
class Mutant:
    """Hold one changed function: where it stands, its two texts, and the lines of the statement that was changed."""

    module: str
    name: str
    original: str
    changed: str
    lines: range

    @property
    def key(self) -> str:
        """Give a name that stays the same as long as the function does, wherever it stands in the file."""
        digest = hashlib.sha256(f"{self.original}\0{self.changed}".encode()).hexdigest()[:12]
        return f"{self.module}:{self.name}:{digest}"

    @property
    def lot(self) -> str:
        """Give its place in an order drawn by lot, which stays when other functions change."""
        return hashlib.sha256(f"{SEED} {self.key}".encode()).hexdigest()

    def diff(self) -> str:
        """Give the change as lines of a diff, with little round it."""
        lines = difflib.unified_diff(self.original.splitlines(), self.changed.splitlines(), lineterm="", n=1)
        return "\n".join([f"{self.key}  (line {self.lines.start})", *list(lines)[2:]])


class _Visitor(MutationVisitor):
    """Collect mutmut's changes; other than mutmut's own runner, ours can change decorated functions as well."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        return not isinstance(node, cst.FunctionDef) and bool(super()._skip_node_and_children(node))


def mutants(module: str, path: Path) -> tuple[list[Mutant], int]:
    """Give every mutant of a module's functions, and how many changes of code that runs at import are left out."""
    wrapper = MetadataWrapper(cst.parse_module(path.read_text(encoding="utf-8")))
    visitor = _Visitor(mutation_operators, IgnoredCode(set(), set(), set()))
    tree = wrapper.visit(visitor)
    places, parents = wrapper.resolve(PositionProvider), wrapper.resolve(ParentNodeProvider)
    found: dict[str, Mutant] = {}
    at_import = 0
    for one in visitor.mutations:
        function = one.contained_by_top_level_function
        if not isinstance(function, cst.FunctionDef):
            at_import += 1
            continue
        bare = function.with_changes(decorators=[], leading_lines=[])
        changed = deep_replace(bare, one.original_node, one.mutated_node)
        if not isinstance(changed, cst.FunctionDef):
            raise TypeError(f"{module}: a change took the whole of {function.name.value} away")
        name = ".".join(reversed(list(_names(function, parents))))
        before, after = (textwrap.dedent(tree.code_for_node(node)).strip() + "\n" for node in (bare, changed))
        mutant = Mutant(module, name, before, after, _lines(one.original_node, function, places, parents))
        if before != after:
            found.setdefault(mutant.key, mutant)
    return list(found.values()), at_import


def run_at_import(path: Path) -> set[str]:
    """Give the functions of a module that its constants are made with."""
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    above = [one for one in statements if not isinstance(one, ast.FunctionDef | ast.ClassDef)]
    return {node.id for one in above for node in ast.walk(one) if isinstance(node, ast.Name)}


def put_in_place_at_import(mutant: Mutant) -> None:
    """Run a module again with a change in it, and give its constants to everybody who has them; functions stay.

    For functions that only run while their module is imported: by then their answers stand in its constants.
    """
    module = importlib.import_module(mutant.module)
    text = Path(str(module.__file__)).read_text(encoding="utf-8")
    if text.count(mutant.original.rstrip()) != 1:
        raise ValueError(f"{mutant.key} does not stand in its file as it was")
    new: dict[str, Any] = {"__name__": module.__name__, "__file__": module.__file__}
    exec(compile(text.replace(mutant.original.rstrip(), mutant.changed.rstrip()), mutant.key, "exec"), new)  # noqa: S102
    old = dict(vars(module))
    for name, value in new.items():
        was = old.get(name)
        if name.startswith("__") or isinstance(was, FunctionType | ModuleType | type) or hasattr(was, "cache_clear"):
            continue
        for other in list(sys.modules.values()):
            if getattr(other, name, None) is was and (other is module or name in vars(other)):
                setattr(other, name, value)


def put_in_place(mutant: Mutant) -> None:
    """Give the function of a loaded module the changed code and defaults, and forget the answers it has kept."""
    module = importlib.import_module(mutant.module)
    thing: Any = module
    for part in mutant.name.split("."):
        thing = vars(thing)[part]
    if callable(clear := getattr(thing, "cache_clear", None)):
        clear()
    target = _function(thing)
    code = compile(f"from __future__ import annotations\n{mutant.changed}", mutant.key, "exec", dont_inherit=True)
    names: dict[str, Any] = {}
    exec(code, vars(module), names)  # noqa: S102  # that is what a mutant is for
    changed = names[mutant.name.rpartition(".")[2]]
    target.__code__ = changed.__code__
    target.__defaults__ = changed.__defaults__
    target.__kwdefaults__ = changed.__kwdefaults__


def _function(thing: Any) -> FunctionType:
    """Give the function below its decorators."""
    beneath: tuple[Callable[[Any], Any], ...] = (
        lambda it: it.fget, lambda it: it.func, lambda it: it.__wrapped__, lambda it: it.__func__,
    )  # fmt: skip
    while not isinstance(thing, FunctionType) or hasattr(thing, "__wrapped__"):
        for look in beneath:
            try:
                thing = look(thing)
                break
            except AttributeError:
                continue
        else:
            raise TypeError(f"{thing!r} has no function below it")
    return thing


def _names(function: cst.CSTNode, parents: Any) -> Iterator[str]:
    node: cst.CSTNode | None = function
    while node is not None:
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            yield node.name.value
        node = parents.get(node)


def _lines(node: cst.CSTNode, function: cst.FunctionDef, places: Any, parents: Any) -> range:
    """Give the lines of the statement round a change: of a whole one, or of the head of one with a block."""
    below: cst.CSTNode = node
    while not isinstance(node, cst.SimpleStatementLine | cst.BaseCompoundStatement):
        below, node = node, parents[node]
    if node is function:  # a default, which is used wherever the function is called
        node = below = function.body
    if isinstance(node, cst.BaseCompoundStatement) and below is not node:
        node = below
    place: CodeRange = places[node]
    return range(place.start.line, place.end.line + 1)
