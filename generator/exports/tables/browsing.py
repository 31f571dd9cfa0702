"""`data/facts.sqlite.metadata.json`: how Datasette shows the database: words for columns, facets, search.

May import what is told, the shapes of tables and what describes them. Must never open a database.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.data_file import DataFile, as_json
from generator.exports.tables.columns import Table
from generator.exports.tables.database import URI as DATABASE
from generator.exports.tables.description import LIMITS, WITHHELD
from generator.exports.tables.schema import SEARCH
from generator.telling.facts import Facts

URI = "data/facts.sqlite.metadata.json"
_NAME = DATABASE.rsplit("/", 1)[-1].rsplit(".", 1)[0]
"""What Datasette calls the database, after its file."""
WHO_SAYS_WHAT = """
SELECT
  questions.text AS question,
  coalesce(evidence.value_text, evidence.value_number) AS answer,
  evidence.value_form AS how,
  evidence.stance,
  coalesce(actors.name, evidence.words, 'the article in its own voice') AS who,
  evidence.via,
  evidence.exact AS passage,
  sources.name AS source,
  claims.statement,
  evidence.status,
  evidence.status_rule,
  evidence.said_by,
  evidence.scope,
  evidence.url
FROM evidence
JOIN claims ON claims.id = evidence.claim
JOIN sources ON sources.id = evidence.source
LEFT JOIN actors ON actors.id = evidence.claimant
LEFT JOIN questions ON questions.id = claims.question
WHERE evidence.withheld IS NULL
  AND (:who = '' OR instr(lower(coalesce(actors.name, evidence.words, '')), lower(:who)))
ORDER BY questions.text IS NULL, questions.text, claims.id, evidence.number
""".strip()


def browsing(facts: Facts, tables: Iterable[Table]) -> DataFile:
    """Describe the database of a fact sheet for Datasette."""
    about = facts.dossier
    rights = {
        "license": about.licence,
        "source": f"{about.title}, version {facts.version}",
        **({"source_url": about.id} if about.id.startswith("http") else {}),
    }
    told = {
        "title": about.title,
        "description": f"{about.question} {about.scope.text} {LIMITS}",
        **rights,
        "databases": {
            _NAME: {
                "title": about.title,
                "description": f"{about.scope.text} {WITHHELD}",
                **rights,
                "queries": {
                    "who-says-what": {
                        "title": "Who says what",
                        "description": "Every passage with who says it, what it answers, in which source, and the "
                        "status of its claim. `who` is a part of a speaker's name; empty means everybody.",
                        "sql": WHO_SAYS_WHAT,
                        "params": ["who"],
                    }
                },
                "tables": {table.name: _table(table) for table in tables},
            }
        },
    }
    return DataFile(URI, as_json(told), "Titles and descriptions of that database, for Datasette.")


def _table(table: Table) -> dict[str, object]:
    told: dict[str, object] = {
        "title": table.title,
        "description": table.description,
        "columns": {column.name: column.description for column in table.columns},
        "sort": table.key[0],
        "label_column": table.label,
        "facets": list(table.facets),
    }
    if table.sought:
        told |= {"fts_table": f"{table.name}{SEARCH}", "fts_pk": "rowid"}
    return {name: value for name, value in told.items() if value}
