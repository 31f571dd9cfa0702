from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.writing.addresses import relative, web_path


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("claims/x.md", "index.md", "claims/x.md"),
        ("claims/x.md", "claims/y.md", "x.md"),
        ("index.md#scope", "claims/y.md", "../index.md#scope"),
        ("index.md#scope", "index.md", "#scope"),
        ("actors/a.md", "claims/y.md", "../actors/a.md"),
    ],
)
def test_links_are_relative_to_their_page(target: str, page: str, link: str) -> None:
    assert relative(target, page=page) == link


PATHS = st.lists(st.sampled_from(["a", "b", "index.md"]), min_size=1, max_size=4).map("/".join)


@given(PATHS, PATHS)
def test_links_are_those_of_the_file_system(target: str, page: str) -> None:
    assert relative(target, page=page) == posixpath.relpath(target, posixpath.dirname(page) or ".")


@pytest.mark.parametrize(
    ("page", "path"),
    [("index.md", ""), ("claims/index.md", "claims/"), ("claims/x.md", "claims/x/"), ("data.md", "data/")],
)
def test_readers_see_directory_addresses(page: str, path: str) -> None:
    assert web_path(page) == path
