"""The table of problem codes: what each means, why it is refused, how to mend it.

One entry a code, grouped by the stage that finds it. `factsheet explain CODE` and the Method page print it.
Imports nothing from outside this folder. Must never know the rules' code, only their names.
"""

from __future__ import annotations

from generator.problem_codes import claims, proof, reading, whole
from generator.problem_codes.code import Code

CODES: dict[str, Code] = reading.CODES | proof.CODES | claims.CODES | whole.CODES

__all__ = ["CODES", "Code"]
