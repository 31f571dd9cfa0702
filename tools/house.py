"""The order of the house: the floor of each module, the rooms of each library. Tests keep it, ARCHITECTURE.md shows it.

May import the standard library. Must never know what a module does.
"""

from __future__ import annotations

import ast
import graphlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = "generator"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("collector", "memo", "problem_codes", "stored", "user_folder"),
    ("problems",),
    ("model",),
    ("reading",),
    ("yaml_lines",),
    ("evidence",),
    ("checking",),
    ("examining", "schema"),
    ("writing",),
    ("telling",),
    ("exports", "mending"),
    ("site",),
    ("output", "overlay"),
    ("packing", "pagefind_index", "starting"),
    ("editing", "reviewing"),
    ("engines", "printing", "remembering", "watching"),
    ("live",),
    ("cli", "plugin"),
)
"""From the ground up. A module imports from lower floors and, without a circle, from its neighbours in a folder."""

ROOMS: Mapping[str, tuple[str, ...]] = {
    "yaml": ("generator.reading.yaml_glance", "generator.reading.yaml_text"),
    "pydantic": (
        "generator.model", "generator.reading.shapes", "generator.reading.fields", "generator.schema.shapes",
        "generator.telling",
    ),
    "pydantic_core": ("generator.telling",),
    "rapidfuzz": ("generator.evidence.nearest",),
    "difflib": (
        "generator.evidence.nearest", "generator.evidence.renderings", "generator.reading.suggestions",
        "generator.reviewing.word_difference",
    ),
    "babel": ("generator.writing.dates",),
    "jinja2": ("generator.writing.jinja",),
    "bibtexparser": ("generator.exports.references.bibtex",),
    "rispy": ("generator.exports.references.ris",),
    "typst": ("generator.exports.typesetting",),
    "click": ("generator.cli",),
    "mkdocs": ("generator.live", "generator.plugin"),
    "pagefind": ("generator.pagefind_index",),
    "sqlite3": ("generator.exports.tables.database",),
    "subprocess": ("generator.engines", "generator.pagefind_index", "generator.reviewing.revisions"),
    "watchdog": ("generator.watching",),
}
"""Each library from outside (and difflib, which is slow, subprocess, sqlite3) has its rooms; nobody else imports it."""

DOORS = ("generator.cli", "generator.live", "generator.plugin")
"""Only the doors may look at the clock or the environment."""

LONGEST_MODULE = 350
VAGUE_NAMES = frozenset({"utils", "util", "helpers", "helper", "manager", "misc", "common"})


def modules(root: Path = ROOT) -> dict[str, str]:
    """Give the source text of every module of the package, by its dotted name, sorted."""
    found = {}
    for path in sorted((root / PACKAGE).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return dict(sorted(found.items(), key=lambda item: (floor(item[0]), item[0])))


def floor(module: str) -> int:
    """Give the number of a module's floor from the ground up; the package itself is 0, an unknown module above all."""
    parts = module.split(".")
    if len(parts) == 1:
        return 0
    known = {name: number for number, names in enumerate(FLOORS, start=1) for name in names}
    return known.get(parts[1], len(FLOORS) + 1)


def imports(source: str, *, known: Iterable[str] = ()) -> set[str]:
    """Give every module a source text imports; `from a import b` is `a.b` where that is a known module."""
    known = set(known)
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            whole = {f"{base}.{alias.name}" for alias in node.names}
            found |= whole & known
            if not whole <= known:
                found.add(base)
    return found


def misplaced(sources: Mapping[str, str]) -> Iterator[str]:
    """Name every import that leads up, sideways to another member of the floor, or out of the table of floors."""
    for module, source in sources.items():
        if floor(module) > len(FLOORS):
            yield f"{module} stands on no floor; add it to FLOORS in tools/house.py"
        for target in sorted(imports(source, known=sources)):
            if target.startswith("."):
                yield f"{module} imports {target}; write the whole name"
            elif _outside(module, target) and floor(target) >= floor(module):
                yield f"{module} imports {target}, which is not below it"


def circles(sources: Mapping[str, str]) -> list[str]:
    """Give the modules of one circle of imports, or nothing."""
    own = {module: {name for name in imports(source, known=sources) if name in sources and name != module}
           for module, source in sources.items()}  # fmt: skip
    try:
        graphlib.TopologicalSorter(own).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def out_of_room(sources: Mapping[str, str]) -> Iterator[str]:
    """Name every import of a library outside its rooms, and of a library that has none."""
    for module, source in sources.items():
        for target in sorted(imports(source, known=sources)):
            library = target.split(".")[0]
            rooms = ROOMS.get(library, () if _third_party(library) else None)
            if rooms is not None and not any(module == room or module.startswith(room + ".") for room in rooms):
                yield f"{module} imports {library}, whose room is {' or '.join(rooms) or 'not in the table'}"


def unclear_heads(sources: Mapping[str, str]) -> Iterator[str]:
    """Name every module whose head does not say, in 2 to 6 lines, what it is for, may import and must never know."""
    for module, source in sources.items():
        head = head_of(source)
        lines = [line for line in head.splitlines() if line.strip()]
        if module == PACKAGE:
            continue
        if not 2 <= len(lines) <= 6:
            yield f"{module} has a head of {len(lines)} lines; 2 to 6 are wanted"
        if not re.search(r"\b[Ii]mports?\b", head) or "ust never" not in head:
            yield f"{module} does not say what it may import and what it must never know"


def impure(sources: Mapping[str, str]) -> Iterator[str]:
    """Name every look at the clock, the environment or chance below the doors."""
    called = {"now", "today", "utcnow", "getenv", "monotonic", "perf_counter", "uuid1", "uuid4"}
    for module, source in sources.items():
        if any(module == door or module.startswith(f"{door}.") for door in DOORS):
            continue
        chance = imports(source) & {"random", "secrets", "time"}
        tree = list(ast.walk(ast.parse(source)))
        looks = {node.attr for node in tree if isinstance(node, ast.Attribute)} & {"environ"}
        calls = [node.func for node in tree if isinstance(node, ast.Call)]
        looks |= {call.attr for call in calls if isinstance(call, ast.Attribute)} & called
        for name in sorted(chance | looks):
            yield f"{module} uses {name}; clock, environment and chance stay with the doors"


def too_long_or_vague(sources: Mapping[str, str]) -> Iterator[str]:
    """Name every module of more than 350 lines, or with a name that says nothing."""
    for module, source in sources.items():
        length = len(source.splitlines())
        if length > LONGEST_MODULE:
            yield f"{module} has {length} lines, more than {LONGEST_MODULE}; make it a folder"
        if set(module.split(".")) & VAGUE_NAMES:
            yield f"{module} has a name that says nothing"


def head_of(source: str) -> str:
    """Give the docstring on top of a module."""
    return ast.get_docstring(ast.parse(source)) or ""


def _outside(module: str, target: str) -> bool:
    """Say whether an import of ours leaves the module's own folder."""
    if not target.startswith(PACKAGE + "."):
        return False
    return target.split(".")[1] != module.split(".")[1] if "." in module else True


def _third_party(library: str) -> bool:
    return library not in sys.stdlib_module_names and library not in (PACKAGE, "__future__")
