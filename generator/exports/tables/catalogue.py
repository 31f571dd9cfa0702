"""The list of all tables, and what none of them holds.

May import the tables. Must never know a format.
"""

from __future__ import annotations

from generator.exports.tables.claim_tables import ABOUT, CLAIMS, CORRECTIONS, HOLDERS, REPLIES
from generator.exports.tables.columns import Table
from generator.exports.tables.evidence_tables import EVIDENCE, SPANS, VOICE_ORIGINS, VOICE_SOURCES, VOICES
from generator.exports.tables.question_tables import (
    ANSWER_CLAIMS,
    ANSWERS,
    DIFFERENCE_ANSWERS,
    DIFFERENCES,
    QUESTION_SOURCES,
    QUESTIONS,
)
from generator.exports.tables.record_tables import ACTOR_NAMES, ACTORS, DOSSIER, FORMERLY, RECORDS, UTTERANCES
from generator.exports.tables.source_tables import CAUTIONS, ORIGINS, SOURCES

TABLES: tuple[Table, ...] = (
    DOSSIER, CLAIMS, EVIDENCE, SOURCES, ACTORS, DIFFERENCES, QUESTIONS, ANSWERS, RECORDS, ORIGINS, VOICES, UTTERANCES,
    SPANS, VOICE_SOURCES, VOICE_ORIGINS, CORRECTIONS, ABOUT, HOLDERS, REPLIES, CAUTIONS, ACTOR_NAMES, QUESTION_SOURCES,
    ANSWER_CLAIMS, DIFFERENCE_ANSWERS, FORMERLY,
)  # fmt: skip
"""Every table: claims, evidence and what they rest on, then what is known of each, then lists one item a row."""
NOT_HERE = (
    "What the tables leave out stands in facts.json: words that stand for actors (`refers`), the passages of dates, "
    "parts of sources, parties and implementation of agreements, common ground of disputes, originals wanted."
)
"""What is told and in no table, in words."""
