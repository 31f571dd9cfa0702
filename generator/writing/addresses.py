"""Where each page stands, and how one page links to another. Addresses are permanent: `claims/<id>.md` and so on.

Imports nothing but the standard library and the kinds of records. Must never know what a page says.
"""

from __future__ import annotations

from generator.model.records import FOLDERS, RecordKind

_FOLDER_OF: dict[str, str] = {kind: folder for folder, kind in FOLDERS.items()}


def record_page(kind: RecordKind, id_: str) -> str:
    """Give the page of a record, such as `events/first-exchange.md`."""
    return f"{_FOLDER_OF[kind]}/{id_}.md"


def claim_page(id_: str) -> str:
    """Give the page of a claim."""
    return f"claims/{id_}.md"


def relative(target: str, *, page: str) -> str:
    """Give the target as a link on the page: both are paths from the site's root, the target may have a `#fragment`."""
    path, hash_, fragment = target.partition("#")
    if path == page and fragment:
        return f"#{fragment}"
    folder = page[: page.rfind("/") + 1]
    if folder and folder.count("/") == 1 and path != folder[:-1]:  # nearly all pages stand in a folder of the first row
        return f"{path[len(folder) :] or '.'}{hash_}{fragment}" if path.startswith(folder) else f"../{target}"
    here, there = page.split("/")[:-1], path.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) and here[shared] == there[shared]:
        shared += 1
    return ("/".join([*[".."] * (len(here) - shared), *there[shared:]]) or ".") + hash_ + fragment


def web_path(page: str) -> str:
    """Give the address a reader sees, from the site's root: `claims/x/` for `claims/x.md`."""
    stem = page.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("index") if stem.endswith("/index") else f"{stem}/"
