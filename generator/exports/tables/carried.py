"""Columns that many tables carry: the scope line, the status of a claim, the ids of what a row belongs to.

May import what is told and the shapes of tables. Must never know a row.
"""

from __future__ import annotations

from generator.exports.tables.columns import Column, told
from generator.telling.claims import Claim
from generator.telling.facts import Scope

SCOPE = told((Scope, "text"), name="scope")
ABOUT_THE_CLAIM = (
    told((Claim, "status"), sought=True),
    told((Claim, "status_rule")),
    told((Claim, "said_by")),
)
CLAIM = Column("claim", "The id of the claim.", required=True, leads_to="claims")
SOURCE = Column("source", "The id of the source.", required=True, leads_to="sources")
QUESTION = Column("question", "The id of the question.", required=True, leads_to="questions")
