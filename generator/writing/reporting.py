"""Where a mistake is reported: a form for issues on GitHub, filled with the claim's id and the version.

Imports the standard library only. Must never know a claim but by its id.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

FORM = "fact-is-wrong.yml"
"""The form's file in `.github/ISSUE_TEMPLATE/`; its fields have the names used here."""


def reports(repo_url: str | None, *, version: str) -> Callable[[str], str] | None:
    """Give a function from a claim's id to the address of the form; None where no repository is known."""
    if not repo_url or urlsplit(repo_url).scheme not in ("http", "https"):
        return None
    base = repo_url.rstrip("/").removesuffix(".git")

    def address(claim: str) -> str:
        return f"{base}/issues/new?{urlencode({'template': FORM, 'claim': claim, 'version': version})}"

    return address
