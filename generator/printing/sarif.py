"""Problems as SARIF 2.1.0, which code scanning and many editors read.

May import problems. Must never leave one out.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from urllib.parse import quote

from generator import __version__
from generator.problems import CODES, Problem

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def problems_as_sarif(problems: Iterable[Problem], *, folder: str = "") -> str:
    """Give all problems as one run of SARIF; `folder` is the dossier's folder inside the repository.

    Columns count code points from 1; the end of a region is not included.
    """
    ordered = sorted(problems)
    codes = sorted({problem.code for problem in ordered})
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "factsheet",
                        "semanticVersion": __version__,
                        "rules": [_rule(code) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, codes.index(problem.code), folder=folder) for problem in ordered],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, object]:
    entry = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": entry.means},
        "fullDescription": {"text": f"{entry.means} {entry.why}"},
        "help": {"text": entry.mend},
        "defaultConfiguration": {"level": entry.severity},
        "properties": {"stage": entry.stage},
    }


def _result(problem: Problem, rule: int, *, folder: str) -> dict[str, object]:
    spot = problem.spot
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": "\n".join((problem.message, *problem.details))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(posixpath.normpath(posixpath.join(folder, spot.file))),
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {
                        "startLine": spot.line,
                        "startColumn": spot.column,
                        "endColumn": spot.column + max(spot.width, 1),
                    },
                }
            }
        ],
    }
