"""Do without Python's collector of rings of values for a while.

Of what is made while a dossier is read or a site is built nearly all stays: looking through it again and again frees
nothing, and takes longer the more there is. Imports the standard library only. Must never know what is made.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Pause the collector, and let it go on afterwards if it was at work before."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            # What was made counts as old from now on: nothing of it is looked through before there is much more.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
