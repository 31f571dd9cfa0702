"""Texts that a format may take for its own, the dossier of the example with them, and what reads TeX back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from pylatexenc.latex2text import (  # type: ignore[import-untyped]  # it ships no types
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from generator.examining import examine
from generator.telling import Facts, tell
from generator.writing.escaping import one_line

EXAMPLE = Path(__file__).parents[1] / "example"
ADDRESS = "https://a.example/sheet"
HOSTILE = (
    "Їжак «ціна» & 50 % {off}, }{ \\frac12; \"quotes\" it's ``x'' -- </script><b>&amp; ]]> =HYPERLINK(\"u\",1) "
    "\u200fשלום\u200e 👩\u200d🚀 🧵 a~b^c_d#$1 @x{y} TY - X\\n"
)
# Anything an editor may type, and often what TeX, RIS, iCalendar or HTML would take for its own.
SIGNS = "Кишинёв Їжак &%#_${}\\~^\"'`@,=<>[]()|“”‘’—-*:;.!?/\u200f🧵"
LETTER = st.one_of(st.sampled_from(SIGNS), st.characters(codec="utf-8", exclude_categories=["Cc"]))
WORDS = st.text(LETTER, min_size=1, max_size=60).map(lambda text: one_line(text).strip()).filter(bool)

# Names of ASCII signs that the decoder does not know, or takes for accents.
ASCII = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "textasciitilde": "~"}
MACROS = get_default_latex_context_db()
MACROS.add_context_category("ascii", macros=[MacroTextSpec(*item) for item in ASCII.items()], prepend=True)
TEX = LatexNodes2Text(latex_context=MACROS, keep_braced_groups=False)


@cache
def example(*, placed: bool = True) -> Facts:
    """Tell the example dossier, published at an address or nobody knows where."""
    return tell(examine(EXAMPLE)[0], site_url=ADDRESS if placed else None)


@cache
def hostile() -> Facts:
    """Tell the example with hostile text wherever an editor writes prose, names and titles."""
    facts = example()
    about = facts.dossier
    scope = about.scope.model_copy(update={"text": HOSTILE})
    return facts.model_copy(
        update={
            "dossier": about.model_copy(update={"title": HOSTILE, "scope": scope, "editors": [HOSTILE]}),
            "sources": [one.model_copy(update={"title": HOSTILE, "container_title": HOSTILE}) for one in facts.sources],
            "actors": [one.model_copy(update={"name": HOSTILE}) for one in facts.actors],
            "claims": [
                one.model_copy(
                    update={
                        "statement": HOSTILE,
                        "said_by": HOSTILE,
                        "added": "2025-03-12",
                        "evidence": [item.model_copy(update={"exact": HOSTILE}) for item in one.evidence],
                    }
                )
                for one in facts.claims
            ],
        }
    )
