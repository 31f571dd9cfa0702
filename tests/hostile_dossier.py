"""A whole dossier that passes the check, with hostile text in every field that takes free text.

Begins with the example dossier. Hostile text goes into each field that the model calls text, so a new field has it by
itself; only fields of a fixed form are left (`FORMS`). What a source must have, such as a quotation or a name, is put
into the stored texts as well. `hostile_dossier(root)` is the way in.
"""

from __future__ import annotations

import copy
import hashlib
import re
import shutil
import string
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import yaml

from generator.evidence.second_reading import digest
from generator.examining import examine
from generator.model.passages import Shape, Text
from generator.model.records import FOLDERS, SHAPES
from generator.reading.yaml_text import parse

EXAMPLE = Path(__file__).parent / "example"
MARK = "zqz"
"""Stands in every hostile text, and nowhere else."""
SCRIPT = "<script>window.hacked=1</script>"
IMAGE = '<img src=x onerror="window.hacked=1">'
NAME = f"{MARK}<script>window.hacked=true</script>"
"""For names: it has no number, which a statement would need in its passages."""
HOSTILE = (
    f"{MARK} {IMAGE} {SCRIPT} <svg/onload=window.hacked=1> <a href=javascript:window.hacked=1>y</a> "
    '{{ 7*7 }} {% raw %} {# gone #} {: onclick="window.hacked=1" } { onmouseover=window.hacked=1 } '
    "[y](javascript:window.hacked=1) ![y](x.png) [y]: javascript:window.hacked=1 [^p1] [^p1]: z *[zqz]: z "
    "<!-- gone --> ]]> </script></style></textarea></title> --> <![CDATA[ &lt;b&gt; &#60;i&#62; &amp;amp; "
    "\\u003cb\\u003e `c` **d** __e__ ~~~ ``` | f | --8<-- ::: g !!! h $i$ \\frac \\input @j{k} #l ^m^ x\\n~n~ zqz"
)
"""On one line, as quotations are; no stop in it ends a sentence, and its quotation marks are pairs."""
FORMULAS = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula; fields begin with each in turn."""
ADDRESS = "https://zqz.example/a?b=1&lt;=2&c='d'#%3Cscript%3Ewindow.hacked=1%3C/script%3E)]*_e_*{f}"
FILE = "seeds/zqz <img src=x onerror=window.hacked=1> & 'q' {{ 7*7 }} #%41.txt"

FORMS = {
    "Dated.stated", "Dated.derived", "Value.date", "Correction.date", "SecondReading.date", "Claim.added",
    "Source.issued", "Source.accessed", "Source.type", "Source.language", "Utterance.language", "DossierHead.updated",
}  # fmt: skip
"""Fields of text that the check holds to a fixed form: dates, a type of CSL, a language."""
OWN = {
    "Selector.exact", "Selector.prefix", "Selector.suffix", "Evidence.exact", "Evidence.words", "Evidence.attribution",
    "Evidence.via", "Value.words", "Role.role", "Claim.refers", "Actor.name", "Actor.names", "Actor.adjectives",
    "Actor.capitals", "Reading.between", "SearchWord.means", "Source.file",
}  # fmt: skip
"""Fields whose words stand in a source: they get the hostile text together with it."""
ADDRESSES = {"Source.URL", "Source.archive_location"}

# Words of the example, in its texts and its facts alike, with what is put after each.
_NAMES = ("Dana Orrell", "Ivo Tamm", "Lenford City Council", "Mill Lane Residents")
_WORDS = (
    "Footbridge to close", "at a meeting", "The council", "use the bridge every day", "leader of the council",
    "chair of the residents", "X", "ferry would start", "nobody", "letters had gone", "newsletter",
    "Bridge meeting ends", "reached a deal", "cross the bridge", "Reports indicate", "Orrell spoke of",
    "In my view the city", "Tamm said the residents", "council rejects", "This summary was made", "According to this",
    "in the country", "Ferry makes", "The ferry at Mill Lane made", "footbridge was closed", "on the same morning",
    "Visitors can buy", "first crossing on Monday", "never miss",
)  # fmt: skip
_LONGEST_FIRST = sorted((*_NAMES, *_WORDS), key=len, reverse=True)
_PLACES = re.compile("|".join(rf"\b{re.escape(words)}\b(?!-)" for words in _LONGEST_FIRST))


_SPELLINGS = [f"{NAME}{letter}" for letter in string.ascii_lowercase]


def hostile_dossier(root: Path) -> None:
    """Write the dossier to a folder: facts/, seeds/, docs/ and a mkdocs.yml, as the example has them."""
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns(".schema"), dirs_exist_ok=True)
    files = {path.relative_to(root).as_posix(): _loaded(path) for path in sorted((root / "facts").rglob("*.yml"))}
    _further(files)
    files = {file: _told(data) for file, data in files.items()}
    texts, formulas = _texts(root), cycle(FORMULAS)
    for file, data in files.items():
        if "/sources/" in file:
            text = texts[Path(file).stem]
            data["file"] = FILE if file.endswith("courier.yml") else data["file"]
            data["sha256"] = hashlib.sha256(text).hexdigest()
            (root / data["file"]).write_bytes(text)
        _fill(SHAPES[FOLDERS.get(Path(file).parent.name, "dossier")], data, formulas)
    _write(files, root=root)
    _read_again(files, root=root)


def text_fields() -> dict[str, tuple[type[Shape], str]]:
    """Give every field of the model that is text, by `Shape.field` with the shape that declares it."""
    found: dict[str, tuple[type[Shape], str]] = {}
    todo, seen = list[type[Shape]](SHAPES.values()), set[type[Shape]]()
    while todo:
        shape = todo.pop()
        if shape in seen:
            continue
        seen.add(shape)
        for name, hint in get_type_hints(shape, include_extras=True).items():
            todo += _shapes(hint)
            if name in shape.model_fields and _is_text(hint):
                found[declared(shape, name)] = shape, name
    return found


def _texts(root: Path) -> dict[str, bytes]:
    """Take the stored texts away, and give them with hostile text in them."""
    texts = {path.stem: str(_told(path.read_text(encoding="utf-8"))) for path in sorted((root / "seeds").iterdir())}
    shutil.rmtree(root / "seeds")
    (root / "seeds").mkdir()
    return {id_: text.encode("utf-8") for id_, text in texts.items()}


def _told(data: Any) -> Any:
    """Put hostile text after the words that have some, wherever they stand."""
    match data:
        case str():
            return _PLACES.sub(_hostile, data)
        case list():
            return [_told(item) for item in data]
        case dict():
            return {_told(key): _told(value) for key, value in data.items()}
    return data


def _hostile(words: re.Match[str]) -> str:
    if words[0] == "never miss":
        return f"{', '.join(_SPELLINGS)}, never miss"
    return f"{words[0]} {NAME if words[0] in _NAMES else HOSTILE}"


def _further(files: dict[str, Any]) -> None:
    """Add blocks and names that the example does not have."""
    spellings = iter(_SPELLINGS)
    for actor in (data for file, data in files.items() if "/actors/" in file):
        for field in ("names", "adjectives", "capitals"):
            actor[field] = [*actor.get(field, []), next(spellings)]
    head, gazette = files["facts/dossier.yml"], files["facts/sources/gazette.yml"]
    head["search_words"] = [{"means": "newsletter", "also": [f"{MARK} {IMAGE}"]}]
    head["brief"] = ["rotten-boards"]
    gazette["author"] = [{"family": "Halden", "given": "Mira"}, {"literal": "Lenford Press"}]
    files["facts/sources/bulletin.yml"]["set_aside"][0]["because"] = "It is the headline."
    crossing = files["facts/events/ferry-start.yml"]["claims"][1]
    crossing["corrections"] = [{"date": "2025-03-12", "wrong": "It named a day.", "now": "It names none."}]
    said = files["facts/events/ferry-start.yml"]["claims"][0]["evidence"][0]
    said["suffix"] = "Ivo Tamm, the chair of the residents"
    replied = files["facts/disputes/ferry-notice.yml"]["replies"][0]["evidence"][0]
    replied["attribution"] = "Dana Orrell, the leader of the council"
    head["origins"].append({"id": "landing-notice", "about": "a notice", "because": "It tells of another day."})
    files["facts/sources/bulletin.yml"]["origin"] = "landing-notice"
    crossing["evidence"][0]["prefix"] = "Ferry makes its first crossing"


def _fill(shape: type[Shape], data: dict[str, Any], formulas: Iterator[str]) -> None:
    """Put hostile text into every field of text of a block, and of the blocks in it."""
    for name, hint in get_type_hints(shape, include_extras=True).items():
        if name not in shape.model_fields:
            continue
        key, field = shape.model_fields[name].alias or name, declared(shape, name)
        for inner in _shapes(hint):
            given = data.get(key)
            for block in given if isinstance(given, list) else [given]:
                if isinstance(block, dict):
                    _fill(inner, block, formulas)
        if not _is_text(hint) or field in FORMS | OWN or (field == "Value.scope" and key not in data):
            continue  # a scope tells one answer from another
        if field in ADDRESSES:
            data[key] = ADDRESS
        elif field == "Actor.search_names" or field.startswith("SearchWord."):
            data[key] = [f"{MARK} {IMAGE} {next(formulas)} {len(data)} {data.get('name', '')}"]
        elif get_origin(hint) is list or (data.get(key) and isinstance(data[key], list)):
            data[key] = [next(formulas) + HOSTILE, *data.get(key, [])]
        else:
            data[key] = f"{next(formulas)}{data.get(key, '')} {HOSTILE}".strip()


def _write(files: dict[str, Any], *, root: Path) -> None:
    for file, data in files.items():
        text = yaml.safe_dump(copy.deepcopy(data), allow_unicode=True, sort_keys=False, width=1 << 20)
        (root / file).write_text(text, encoding="utf-8")


def _read_again(files: dict[str, Any], *, root: Path) -> None:
    """Add a second reading, whose digest depends on what the claim says now."""
    claim = files["facts/background/heron-footbridge.yml"]["claims"][2]
    told = digest(examine(root)[0].claims[claim["id"]])
    claim["second_reading"] = {"by": HOSTILE, "date": "2025-03-12", "digest": told}
    _write(files, root=root)


def _loaded(path: Path) -> Any:
    return parse(path.read_text(encoding="utf-8"), file=path.name)[0]


def declared(shape: type[Shape], name: str) -> str:
    """Name a field by the shape that declares it: `Claim.statement` wherever a claim stands."""
    owner = next(one for one in shape.__mro__ if name in vars(one).get("__annotations__", {}))
    return f"{owner.__name__}.{name}"


def _arms(hint: Any) -> Iterator[Any]:
    """Give a type, and every type inside it."""
    yield hint
    for inner in get_args(hint):
        yield from _arms(inner)


def _is_text(hint: Any) -> bool:
    return any(arm == Text for arm in _arms(hint))


def _shapes(hint: Any) -> list[type[Shape]]:
    return [arm for arm in _arms(hint) if isinstance(arm, type) and issubclass(arm, Shape)]
