"""Codes of claims: statements that say more than their evidence, voices, people.

May import the shape of an entry. Must never know the rules' code.
"""

from __future__ import annotations

from generator.problem_codes.code import Code, error, warning

CODES: dict[str, Code] = {
    "withheld-published": error(
        "people",
        "Words that are withheld are published by another passage.",
        "What is withheld in one place must not be told in another.",
        "Withhold the claims the message names as well, or cite other words there; or quote, where it is withheld, "
        "only the words that must go. factsheet withhold does the first.",
    ),
    "withheld-in-schema": error(
        "people",
        "The list of ids in facts/.schema/ may tell words that are withheld now.",
        "That file is committed with the facts, so what it says is as public as a page.",
        "Run factsheet schema and commit it; where the words themselves are the harm, take them out of git too.",
    ),
    "withheld-name": error(
        "people",
        "A published text has the name of an actor whose name is withheld.",
        "A name that is withheld must not be told by accident.",
        "Write the text without the name, or withhold the passage or claim as well.",
    ),
    "number-not-in-evidence": error(
        "statements",
        "A number in the statement stands in none of its passages.",
        "A statement may not say more than its evidence.",
        "Correct the number, or cite the passage that has it.",
    ),
    "date-not-in-evidence": error(
        "statements",
        "A date in the statement stands in no passage and is no date of the claim, its record or a record in about.",
        "A statement may not say more than its evidence.",
        "Correct the date, or cite the passage that has it.",
    ),
    "quote-not-in-evidence": error(
        "statements",
        "A quoted phrase in the statement stands in none of its passages.",
        "Words between quotation marks are somebody's words.",
        "Copy the phrase from a passage, or drop the quotation marks.",
    ),
    "quotation-mark-alone": error(
        "statements",
        "A quotation mark in the statement has no partner.",
        "Words between quotation marks are proven; where one mark is missing, nobody can tell which words are meant.",
        "Write one mark before the quoted words and one after them, or take the mark away.",
    ),
    "actor-not-in-evidence": error(
        "statements",
        "The statement names an actor who is in none of its passages, nor among the claimants.",
        "A statement may not say more than its evidence.",
        "Cite the passage that names the actor, or say with refers: which word stands for them.",
    ),
    "name-not-in-evidence": error(
        "statements",
        "A capitalised word in the statement is no known name and stands in none of its passages.",
        "A name from elsewhere is outside knowledge.",
        "Remove it, or cite the passage that has it.",
    ),
    "hedge-dropped": warning(
        "statements",
        "A passage hedges (reportedly, at least, would ...) and the statement does not.",
        "A dropped hedge turns a report into a fact.",
        "Keep the hedge in the statement.",
    ),
    "bound-not-in-evidence": error(
        "statements",
        "The statement gives a number a bound or a weight (at least, about, only ...) that no passage gives it.",
        "A bound is part of the number: at least 73 is more than 73.",
        "Write the number as the passages have it.",
    ),
    "refers-not-in-passage": error(
        "statements",
        "The key of refers: stands in none of the passages.",
        "A reference explains a word of the passage.",
        "Use the word as the passage has it.",
    ),
    "loaded-word": error(
        "statements",
        "The site's own voice uses a word that takes a side or judges truth.",
        "The site says who said what, no more.",
        "Use said, stated or wrote; keep loaded words inside quotation marks.",
    ),
    "no-support": error(
        "evidence",
        "No passage supports the claim.",
        "Every claim rests on a passage.",
        "Add a passage that supports it, or remove the claim.",
    ),
    "generated-support": error(
        "evidence",
        "The passage stands in a part of the source marked as generated.",
        "Generated or self-citing text is no voice.",
        "Quote another part; describe this one under cautions:.",
    ),
    "shared-text": warning(
        "evidence",
        "Two sources share wording that neither puts in quotation marks, and no origin is declared for one of them.",
        "Rewrites of one text are one voice, however many they are.",
        "Name one origin in both; or an origin for each, saying under because: why they are not one. Set aside wording "
        "of the page rather than the writer as furniture.",
    ),
    "straddles-part": error(
        "evidence",
        "The passage begins in one part of the source and ends in another.",
        "Its origin would be two.",
        "Quote within one part.",
    ),
    "claimant-not-named": error(
        "evidence",
        "Neither the passage nor its paragraph names the claimant.",
        "Who says it must be told by the source.",
        "Correct claimant:, or quote under attribution: the words of the source that name the speaker.",
    ),
    "attribution-cut-off": warning(
        "evidence",
        "The passage leaves out the words of its own sentence that tell who says it, and names no claimant.",
        "What somebody said would be told in the article's own voice.",
        "Quote those words as well and add claimant:, or quote them under attribution:.",
    ),
    "words-not-in-passage": error(
        "evidence",
        "The words by which the source leaves its speaker unnamed stand neither in the passage nor in its paragraph.",
        "Who is left unnamed, and how, is part of the evidence.",
        "Copy the words from the source.",
    ),
    "channel-not-named": error(
        "evidence",
        "Neither the passage nor its paragraph names the channel.",
        "A channel that no source names is outside knowledge.",
        "Correct via:, or remove it.",
    ),
    "same-passage-twice": error(
        "evidence",
        "One claim cites the same passage twice for the same speaker.",
        "Repeating a passage adds no voice.",
        "Remove one of them.",
    ),
    "wrong-speaker": error(
        "evidence",
        "The utterance is another actor's than the claimant of the passage.",
        "Variants of a remark have one speaker.",
        "Correct claimant: or utterance:.",
    ),
    "holder-not-speaking": error(
        "evidence",
        "No passage of the position has its holder as claimant.",
        "A position is held by who states it.",
        "Correct held_by:, or cite a passage in which the holder speaks.",
    ),
    "party-without-actor": error(
        "evidence",
        "A party of the dossier is not the party of any actor.",
        "A side nobody speaks for cannot be weighed.",
        "Give an actor this party:, or correct the dossier.",
    ),
    "no-public-role": error(
        "people",
        "A person has a record but no cited public role.",
        "People are protected: only public roles are recorded.",
        "Add a role with its passage, or remove the record.",
    ),
    "spelling-not-in-sources": error(
        "people",
        "A name of an actor stands in no source text.",
        "Nothing is invented.",
        "Write the name as a source has it, or remove it.",
    ),
    "search-spelling-known": error(
        "people",
        "A spelling for the search box is a name that the sources have, or is given twice.",
        "Such spellings stand apart from the sources' own names; a name is found without them.",
        "Remove it; a name that a source has belongs under names:.",
    ),
    "search-word-unknown": error(
        "people",
        "Words that a search word stands for are in no source text.",
        "It would lead a reader nowhere.",
        "Write words as a source has them, or remove the entry.",
    ),
    "unread-difference": error(
        "differences",
        "Two answers to one question are not the same, and nothing says what that means.",
        "No difference between accounts goes unmentioned.",
        "Add a reading under readings: of the question, with both answers under between:.",
    ),
    "unknown-answer": error(
        "differences",
        "A reading names an answer that no passage gives.",
        "A reading is about what passages answer.",
        "Copy the answer as the message lists it.",
    ),
    "readings-at-odds": error(
        "differences",
        "Two readings say different things of the same two answers.",
        "A difference has one reading.",
        "Take the answers out of one of the two readings.",
    ),
    "reading-against-values": error(
        "differences",
        "A reading says otherwise than the numbers or dates of the answers.",
        "What can be computed is computed.",
        "Correct the reading, or give the values a scope: where they do not cover the same.",
    ),
}
