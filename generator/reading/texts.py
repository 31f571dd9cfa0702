"""The stored texts of sources: inside seeds/, locked by sha256, decoded as they are.

May import problems and the dossier's records. Must never know what is quoted from a text, nor change one.
"""

from __future__ import annotations

import hashlib
import pathlib
import re
from collections.abc import Mapping
from dataclasses import replace

from generator.memo import FORGETFUL, Memo
from generator.model.passages import Shape
from generator.model.records import Source
from generator.problems import Problem, Spot
from generator.reading.dossier import Record
from generator.reading.folders import files_below, inside
from generator.reading.octets import TEXT_LIMIT, decode, read_octets
from generator.reading.suggestions import did_you_mean
from generator.reading.unseen import shown

SEEDS = "seeds"
_NAMED = re.compile(r"^file:[ \t]+[\"']?(seeds/[^\s\"'#]+)", re.MULTILINE)


def read_texts(
    sources: Mapping[str, Record[Shape]], *, root: pathlib.Path, memo: Memo = FORGETFUL
) -> tuple[dict[str, str], frozenset[str], list[Problem]]:
    """Read each source's text; give texts by the source's id, the paths that sources name, and problems."""
    texts: dict[str, str] = {}
    owners: dict[str, str] = {}
    problems: list[Problem] = []
    for id_, record in sorted(sources.items()):
        source = record.data
        if not isinstance(source, Source):
            continue
        if source.file in owners:
            message = f'"{shown(source.file)}" is the text of "{owners[source.file]}" already; describe each text once'
            problems.append(Problem(record.places.of("file"), "not-allowed", message))
        owners.setdefault(source.file, id_)
        text, found = _read_text(source, record=record, root=root, memo=memo)
        problems += found
        if text is not None:
            texts[id_] = text
    return texts, frozenset(owners), problems


def _read_text(
    source: Source, *, record: Record[Shape], root: pathlib.Path, memo: Memo
) -> tuple[str | None, list[Problem]]:
    """Give the text, or None where there is none, or another than the one that was locked: no passage rests on that."""
    file = source.file
    if (refused := _refuse_path(file, root=root)) is not None:
        return None, [Problem(record.places.of("file"), *refused)]
    octets = read_octets(root / file, file=file, limit=TEXT_LIMIT)
    if octets.problem is not None:
        return None, [octets.problem]
    text, problems, actual = memo.kept(_decoded, key=(octets.content, file))
    if problems:
        return None, list(problems)
    if actual == source.sha256:
        return text, []
    message = (
        f'"{shown(file)}" is not the text that was locked; restore it, or, where it was replaced on purpose, '
        "write its sha256 here and read all its passages again"
    )
    return None, [Problem(record.places.of("sha256"), "text-changed", message, (f"its sha256 is now {actual}",))]


def _decoded(content: bytes, file: str) -> tuple[str, tuple[Problem, ...], str]:
    """Give the text, what is wrong with it, and its sha256."""
    text, problems = decode(content, file=file)
    return text, tuple(problems), hashlib.sha256(content).hexdigest()


def with_digest(problem: Problem, *, text: str, root: pathlib.Path) -> Problem:
    """Add to a problem of a description's sha256 what it would be, so that nobody needs another program for it."""
    named = _NAMED.search(text) if "sha256" in problem.message else None
    if named is None or _refuse_path(named[1], root=root) is not None:
        return problem
    octets = read_octets(root / named[1], file=named[1], limit=TEXT_LIMIT)
    if octets.problem is not None:
        return problem
    digest = hashlib.sha256(octets.content).hexdigest()
    return replace(problem, details=(*problem.details, f"the sha256 of {named[1]} is {digest}"))


def _refuse_path(file: str, *, root: pathlib.Path) -> tuple[str, str] | None:
    """Give code and message of a problem, where the path leads to no text inside seeds/."""
    parts = file.split("/")
    quoted = f'"{shown(file, longest=120)}"'
    if parts[0] != SEEDS or len(parts) == 1 or "\0" in file or {"", ".", ".."} & set(parts):
        known = _stored(root)
        guess = f'; write "{SEEDS}/{file}"' if f"{SEEDS}/{file}" in known else did_you_mean(file, known)
        advice = guess or f'; copy the text into {SEEDS}/ and write "{SEEDS}/<name>"'
        return "outside-seeds", f"{quoted} is no plain path inside {SEEDS}/{advice}"
    path = root / file
    if not (inside(path, root=root / SEEDS) and inside(path, root=root)):
        message = f"{quoted} leads out of {SEEDS}/ by a symbolic link; put the text itself there"
        return "outside-seeds", message
    if not _exists(path):
        advice = did_you_mean(file, _stored(root)) or "; add the file, or correct its name"
        return "missing-text", f"there is no file {quoted}{advice}"
    return None


def _stored(root: pathlib.Path) -> list[str]:
    return [found.file for found in files_below(root, SEEDS)]


def _exists(path: pathlib.Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than any file can have
        return False


def unused_texts(root: pathlib.Path, *, used: frozenset[str]) -> list[Problem]:
    """Report texts in seeds/ that no source names."""
    advice = "add facts/sources/<id>.yml for it, or delete it"
    return [
        Problem(Spot(file), "unused-text", f'no source names "{file}"; {advice}')
        for file in _stored(root)
        if file not in used
    ]
