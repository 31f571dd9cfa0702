"""Markdown as the site turns it into HTML, and what a reader of that HTML sees: tags, links and text."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import yaml

ROOT = Path(__file__).parents[1]


class _Loader(yaml.SafeLoader):
    """Read mkdocs.yml with its own tags."""


_Loader.add_constructor("!ENV", lambda *_: "")


@cache
def extensions() -> tuple[list[str], dict[str, Any]]:
    """Give the site's extensions of Python-Markdown, and how they are set."""
    listed = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)["markdown_extensions"]  # noqa: S506  # a safe loader
    pairs = [next(iter(item.items())) if isinstance(item, dict) else (item, {}) for item in listed]
    return [name for name, _ in pairs], dict(pairs)


@cache
def converter() -> markdown.Markdown:
    """Give Python-Markdown with the extensions of the site."""
    names, configs = extensions()
    return markdown.Markdown(extensions=names, extension_configs=configs)


class Reader(HTMLParser):
    """Collect tags with attributes, links and text of a piece of HTML."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text = ""
        self.links: list[str] = []
        self.other: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
