"""`assets/search-words.js`: which spellings the search box takes for one, as a script that also works from a disk.

May import the model and evidence. Must never know pages, nor put a spelling anywhere else than into this file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.evidence.weighing import Weighed
from generator.exports.data_file import DataFile

URI = "assets/search-words.js"
Group = tuple[list[str], list[str]]
"""Words the sources have for one thing, and what else readers type for them."""


def search_words(weighed: Weighed) -> DataFile:
    """Write the script; pages load it when somebody begins to search."""
    rows = ",\n".join(json.dumps(group, ensure_ascii=False) for group in groups(weighed))
    return DataFile(URI, f'"use strict";\nwindow.factsheetSearchWords = [\n{rows}\n];\n'.encode("utf-8", "strict"))


def groups(weighed: Weighed) -> Iterator[Group]:
    """Give the names of each actor that has several, then the search words of the dossier in their order."""
    for record in weighed.dossier.actors.values():
        names = [record.data.name, *record.data.names]
        if len(names) > 1 or record.data.search_names:
            yield names, record.data.search_names
    head = weighed.dossier.head
    for word in head.data.search_words if head else ():
        yield [word.means], word.also
