"""Problems as JSON, for programs of one's own.

May import problems. Must never leave one out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.problems import Problem


def problems_as_json(problems: Iterable[Problem]) -> str:
    """Print all problems as a JSON list of objects, sorted by place.

    Each has file, line, column, end_column (the column after the last character meant, or that of the first where no
    more is known), code, severity, message and details. Lines and columns count from 1, columns in code points.
    """
    rows = [
        {
            "file": problem.spot.file,
            "line": problem.spot.line,
            "column": problem.spot.column,
            "end_column": problem.spot.column + problem.spot.width,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "details": list(problem.details),
        }
        for problem in sorted(problems)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
