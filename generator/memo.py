"""What was worked out before, given again where all it was made from is the same: one value, handed in, no state.

A memo outlives one run and belongs to who made it: a command that watches, a server. Whatever is kept is the result of
a function that is given nothing but what the result is kept by, so that nothing can be given again that would come out
otherwise. Imports the standard library only. Must never know what is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """Results by function and by what the function was given. For one run at a time: threads take turns."""

    def __init__(self) -> None:
        self._earlier: dict[Hashable, tuple[object, Any]] = {}
        self._now: dict[Hashable, tuple[object, Any]] = {}
        self._rounds = 0

    def kept(self, make: Callable[..., T], *of: object, key: tuple[Hashable, ...] = ()) -> T:
        """Give `make(*of, *key)`, or what that gave before for the very same objects `of` and an equal `key`.

        `make` must be a function of a module that looks at nothing else, and give what nobody changes.
        """
        # What is kept holds on to its objects, so no other object can have their numbers.
        name = (make, *map(id, of), key)
        if (held := self._now.get(name)) is None:
            held = self._earlier.get(name) or (of, make(*of, *key))
            self._now[name] = held
        result: T = held[1]
        return result

    def recall(self, key: Hashable) -> Any:
        """Give what was put under an equal key, or None."""
        if (held := self._now.get(key) or self._earlier.get(key)) is None:
            return None
        self._now[key] = held
        return held[1]

    def put(self, key: Hashable, value: object) -> None:
        """Keep a value that follows from its key alone, where only some such values are worth keeping."""
        self._now[key] = ((), value)

    @contextmanager
    def round(self) -> Iterator[None]:
        """Make everything once: whatever was asked for neither in this round nor after the last one is forgotten.

        A round inside a round is part of it. One that is broken off forgets nothing.
        """
        self._rounds += 1
        try:
            yield
            if self._rounds == 1:
                self._earlier = {}
        finally:
            self._rounds -= 1
            if not self._rounds:
                self._earlier = {**self._earlier, **self._now}
                self._now = {}


class Forgetful(Memo):
    """A memo that keeps nothing: everything is worked out anew."""

    def kept(self, make: Callable[..., T], *of: object, key: tuple[Hashable, ...] = ()) -> T:
        """Give `make(*of, *key)`."""
        return make(*of, *key)

    def recall(self, key: Hashable) -> Any:  # noqa: ARG002  # as above
        """Give None."""
        return None

    def put(self, key: Hashable, value: object) -> None:
        """Keep nothing."""

    @contextmanager
    def round(self) -> Iterator[None]:
        """Do nothing: there is nothing to forget."""
        yield


FORGETFUL = Forgetful()
"""For a single run."""
