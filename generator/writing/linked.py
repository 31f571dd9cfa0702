"""What a page tells programs of what it is about; who tells it is handed in as a function.

Imports the standard library only. Must never know a vocabulary of linked data.
"""

from __future__ import annotations

from collections.abc import Callable

Linked = Callable[[str, str], str]
"""Tells what a page is about, by its path such as `claims/x.md` and its title: JSON-LD for a script element."""
