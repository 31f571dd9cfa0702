"""One problem code, explained for a terminal.

May import the table of codes. Must never hold an explanation itself.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from generator.problems import CODES


def explain(code: str) -> str:
    """Explain one problem code: what it means, why it matters, how to mend it."""
    entry = CODES[code]
    parts: Mapping[str, str] = {"means": entry.means, "why": entry.why, "mend": entry.mend}
    body = "\n".join(
        textwrap.fill(f"{name}: {text}", width=100, subsequent_indent="  ") for name, text in parts.items()
    )
    return f"{code} ({entry.severity}, found in {entry.stage})\n{body}"
