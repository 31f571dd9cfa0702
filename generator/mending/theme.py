"""Repairs of the frame round a page's content: header, search, navigation, notices, as the theme writes them.

May import `tags`. Must never look into the content of a page.
"""

from __future__ import annotations

import re

from generator.mending.tags import Repair, at_each, value, with_attributes, words

_EVERY_PAGE = 'data-md-component="container"'
_TOGGLE = re.compile(r'<input class="md-toggle"[^<>]*>')
_OVERLAY = re.compile(r'<label class="md-overlay"[^<>]*>')
_SEARCH = re.compile(r'<div class="md-search"[^<>]*>')
_OPTIONS = re.compile(r'<nav class="md-search__options"[^<>]*>')
_RESULTS = re.compile(r'<div class="md-search__scrollwrap"[^<>]*>')
_COUNT = re.compile(r'<div class="md-search-result__meta"[^<>]*>')
_LIST = re.compile(r'<ol class="md-search-result__list"[^<>]*>')
_SWITCH = re.compile(r'<input class="md-nav__toggle md-toggle[^<>]*>')
_SECTION = re.compile(r'<label class="md-nav__link[^<>]*>')
_LABEL = re.compile(r'id="(__nav_[^"]*_label)"')
_NESTED = re.compile(
    r'(<nav class="md-nav" data-md-level="[1-9][^<>]*>)(\s*<label class="md-nav__title"[^<>]*>.{0,3000}?</label>)',
    re.DOTALL,
)
_CONTENTS = re.compile(
    r'(<nav class="md-nav md-nav--secondary"[^<>]*>\s*)<(label|span) class="md-nav__title"[^<>]*>(.{0,3000}?)</\2>',
    re.DOTALL,
)
_REPOSITORY = re.compile(r'<a [^<>]*data-md-component="source"[^<>]*>')
_NOTICE = re.compile(r'<div class="md-dialog"[^<>]*>')
_SHOWS = {"drawer": "Show the navigation", "search": "Show the search"}


def _toggle(tag: str) -> str:
    name = _SHOWS.get(value(tag, "data-md-toggle") or "")
    return with_attributes(tag, {"aria-label": name} if name else {}, without=("autocomplete",))


def _search(tag: str) -> str:
    return with_attributes(tag, without=("role", "aria-label")) if value(tag, "role") == "dialog" else tag


def _switches(html: str) -> tuple[str, int]:
    """Name each box that opens a part of the navigation after the part's label."""
    labels = set(_LABEL.findall(html))

    def named(tag: str) -> str:
        label = f"{value(tag, 'id')}_label"
        if value(tag, "id") == "__toc":
            return with_attributes(tag, {"aria-label": "Table of contents"})
        return with_attributes(tag, {"aria-labelledby": label} if label in labels else {"aria-label": "More pages"})

    return at_each(_SWITCH, named)(html)


def _nested(html: str) -> tuple[str, int]:
    """Name each part of the navigation: after its label where that is on the page, else by its own title."""
    labels = set(_LABEL.findall(html))

    def named(match: re.Match[str]) -> str:
        tag, title = match.groups()
        tag = with_attributes(tag, without=("aria-expanded",))
        if value(tag, "aria-labelledby") not in labels:
            tag = with_attributes(tag, {"aria-label": words(title)}, without=("aria-labelledby",))
        return tag + title

    return _NESTED.subn(named, html)


def _contents(html: str) -> tuple[str, int]:
    """Make the title of a list of contents plain text where the box that it would tick is not on the page."""
    if 'id="__toc"' in html:
        return html, len(_CONTENTS.findall(html))
    return _CONTENTS.subn(r'\1<span class="md-nav__title">\3</span>', html)


THEME: tuple[Repair, ...] = (
    Repair("names of the boxes that show navigation and search", _EVERY_PAGE, at_each(_TOGGLE, _toggle)),
    Repair("overlay hidden from no one", _EVERY_PAGE, at_each(
        _OVERLAY, lambda tag: with_attributes(tag, without=("aria-hidden",)))),
    Repair("search box that is no dialog", 'data-md-component="search"', at_each(_SEARCH, _search)),
    Repair("search buttons that are no landmark", 'data-md-component="search-query"', at_each(
        _OPTIONS, lambda tag: with_attributes(tag, {"role": "none"}, without=("aria-label",)))),
    Repair("name of the search results", 'data-md-component="search-result"', at_each(
        _RESULTS, lambda tag: with_attributes(tag, {"role": "region", "aria-label": "Search results"}))),
    Repair("number of search results read out", 'data-md-component="search-result"', at_each(
        _COUNT, lambda tag: with_attributes(tag, {"role": "status"}))),
    Repair("search results that are a list", 'data-md-component="search-result"', at_each(
        _LIST, lambda tag: with_attributes(tag, without=("role",)))),
    Repair("names of the boxes inside the navigation", '="md-nav__toggle', _switches),
    Repair("labels inside the navigation that are no buttons", '_label" tabindex', at_each(
        _SECTION, lambda tag: with_attributes(tag, without=("tabindex",)))),
    Repair("names of the parts of the navigation", ' id="__nav_', _nested),
    Repair("title of the contents", 'data-md-component="toc"', _contents),
    Repair("repository named without a question to its host", 'data-md-component="source"', at_each(
        _REPOSITORY, lambda tag: with_attributes(tag, without=("data-md-component",)))),
    Repair("notices read out", 'data-md-component="dialog"', at_each(
        _NOTICE, lambda tag: with_attributes(tag, {"role": "status", "aria-atomic": "true"}))),
)  # fmt: skip
"""Repairs of the frame; the parts they look for are the theme's scripts' own marks, which change least."""
