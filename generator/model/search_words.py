"""Shape of search words: what readers type, and the words of the sources that it stands for.

May import the shapes of passages. Must never know files, positions or source texts.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.passages import Shape, Text


class SearchWord(Shape):
    """Other words for words of the sources, for the search box alone. They are shown nowhere."""

    means: Text = Field(examples=["ferry"])
    """Words as the sources have them."""
    also: Annotated[list[Text], Field(min_length=1, examples=[["car boat"]])]
    """What readers may type for them, in any language; none is a name of an actor."""
