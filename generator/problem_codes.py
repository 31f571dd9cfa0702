"""The table of problem codes: what each means, why it is refused, how to mend it.

One entry a code, grouped by the stage that finds it. `factsheet explain CODE` and the Method page print it.
Imports nothing of ours. Must never know the rules' code, only their names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stage = Literal["reading", "quotations", "dates", "values", "statements", "evidence", "people", "coverage", "site"]


@dataclass(frozen=True, slots=True)
class Code:
    """Explain one code: its stage, whether it fails `check`, what it means, why it matters, how to mend it."""

    stage: Stage
    severity: Literal["error", "warning"]
    means: str
    why: str
    mend: str


def _error(stage: Stage, means: str, why: str, mend: str) -> Code:
    return Code(stage, "error", means, why, mend)


def _warning(stage: Stage, means: str, why: str, mend: str) -> Code:
    return Code(stage, "warning", means, why, mend)


CODES: dict[str, Code] = {
    "not-utf-8": _error(
        "reading",
        "The file holds bytes that are not UTF-8.",
        "A letter read in the wrong encoding is a wrong letter.",
        "Save the file as UTF-8.",
    ),
    "unreadable-file": _error(
        "reading",
        "The file cannot be opened, or is far larger than a fact file or an article is.",
        "What cannot be read cannot be proven.",
        "Check the path and the rights; split a file that has grown too large.",
    ),
    "stray-file": _error(
        "reading",
        "A file stands where no record is expected.",
        "A record in the wrong folder would be left out of the site without a word.",
        "Move it to the folder of its kind, and let its name end in .yml.",
    ),
    "missing-dossier": _error(
        "reading",
        "There is no facts/dossier.yml.",
        "The dossier's title, scope and parties stand there.",
        "Write facts/dossier.yml.",
    ),
    "yaml-syntax": _error(
        "reading",
        "The text is not YAML.",
        "A file that cannot be read hides its facts.",
        "Mend the place named; often a quote mark, a colon or an indent is missing.",
    ),
    "tab": _error(
        "reading",
        "A line is indented with a tab.",
        "YAML allows spaces only.",
        "Replace the tab by spaces.",
    ),
    "duplicate-key": _error(
        "reading",
        "A key is written twice in one block.",
        "YAML readers keep one of the two without saying which.",
        "Remove or rename one of them.",
    ),
    "anchor": _error(
        "reading",
        "An anchor (&name) or an alias (*name) is used.",
        "A fact must be readable where it stands; aliases can also multiply without end.",
        "Write the text out.",
    ),
    "merge-key": _error(
        "reading",
        "A merge key (<<) is used.",
        "A fact must be readable where it stands.",
        "Write the fields out.",
    ),
    "tag": _error(
        "reading",
        "A tag (!name) is used.",
        "Tags change how a value is read.",
        "Remove the tag; put quote marks round text.",
    ),
    "too-deep": _error(
        "reading",
        "The blocks are nested deeper than any record needs.",
        "No record needs it, and it can be an attack.",
        "Flatten the file.",
    ),
    "several-documents": _error(
        "reading",
        "The file holds more than one YAML document.",
        "One record, one file.",
        "Split the file.",
    ),
    "not-a-mapping": _error(
        "reading",
        "The file does not hold fields and their values.",
        "A record is a list of fields.",
        'Begin with a field, such as "title: ...".',
    ),
    "control-character": _error(
        "reading",
        "A text holds a control character or another invisible sign that steers its display.",
        "What a reader cannot see must not be in a fact.",
        "Delete the character.",
    ),
    "unknown-field": _error(
        "reading",
        "The field is not one of this shape.",
        "A misspelt field would be left out without a word.",
        "Use the field suggested, or look it up in CONTRIBUTING.",
    ),
    "missing-field": _error(
        "reading",
        "A field that is needed is not there.",
        "A record without it cannot be shown or weighed.",
        "Add the field.",
    ),
    "wrong-type": _error(
        "reading",
        "The value is of another type than the field takes.",
        "Guessing a type has changed many a figure.",
        "Write the type named; put quote marks round text that looks like a number.",
    ),
    "not-allowed": _error(
        "reading",
        "The value is none of those the field takes, or does not fit beside another field.",
        "Every value has one meaning; a free one has none.",
        "Use one of the values named.",
    ),
    "bad-id": _error(
        "reading",
        "The id is not made of lower-case letters, digits and single hyphens, or its first character is no letter.",
        "Ids become addresses that must work everywhere and for ever.",
        'Write it like "istanbul-june-2".',
    ),
    "duplicate-id": _error(
        "reading",
        "The same id is used twice.",
        "Records and claims share one namespace; an address leads to one page.",
        "Rename the newer one.",
    ),
    "unknown-source": _error(
        "reading",
        "No source has this id.",
        "A passage of an unknown source cannot be proven.",
        "Use the id suggested, or add facts/sources/<id>.yml.",
    ),
    "unknown-actor": _error(
        "reading",
        "No actor has this id.",
        "Who speaks must have a record.",
        "Use the id suggested, or add facts/actors/<id>.yml.",
    ),
    "unknown-party": _error(
        "reading",
        "The dossier has no party of this id.",
        "Support is counted by party; a party nobody declared opposes nobody.",
        "Use the id suggested, or add it under parties: in facts/dossier.yml.",
    ),
    "unknown-claim": _error(
        "reading",
        "No claim has this id.",
        "A reference must lead somewhere.",
        "Use the id suggested.",
    ),
    "unknown-record": _error(
        "reading",
        "No record or claim has this id.",
        "A reference must lead somewhere.",
        "Use the id suggested.",
    ),
    "unknown-question": _error(
        "reading",
        "No question has this id.",
        "Answers can be compared only under one question.",
        "Use the id suggested, or add facts/questions/<id>.yml.",
    ),
    "unknown-origin": _error(
        "reading",
        "No origin has this id.",
        "Voices are counted by origin.",
        "Use the id suggested, or add it under origins: in facts/dossier.yml.",
    ),
    "unknown-utterance": _error(
        "reading",
        "No actor has an utterance of this id.",
        "Variants of a remark are kept under one utterance.",
        "Use the id suggested, or add it under utterances: of the actor.",
    ),
    "outside-seeds": _error(
        "reading",
        "The path of a source text leads outside seeds/.",
        "Only stored, locked texts are evidence.",
        "Copy the text into seeds/ and name it there.",
    ),
    "missing-text": _error(
        "reading",
        "The source text is not there.",
        "A passage of a missing text cannot be proven.",
        "Add the file, or correct its name.",
    ),
    "text-changed": _error(
        "reading",
        "The source text is not the one that was locked: its sha256 differs.",
        "A changed source text changes what every quotation rests on.",
        "Restore the text; if it was replaced on purpose, read all its passages again and write the new sha256.",
    ),
    "unused-text": _warning(
        "reading",
        "A text in seeds/ is described by no source.",
        "A text nobody describes is read by nobody.",
        "Add facts/sources/<id>.yml for it, or delete the text.",
    ),
    "quotation-not-found": _error(
        "quotations",
        "The quoted words do not stand in the source text.",
        "A quotation is proven or the build fails.",
        "Copy the words from the passage shown.",
    ),
    "quotation-not-unique": _error(
        "quotations",
        "The quoted words stand in the source more than once.",
        "A passage is one place.",
        "Add prefix: or suffix: with the words before or after.",
    ),
    "prefix-not-found": _error(
        "quotations",
        "The prefix does not stand right before the quoted words.",
        "A prefix says where the passage is.",
        "Copy the words that stand right before it.",
    ),
    "suffix-not-found": _error(
        "quotations",
        "The suffix does not stand right after the quoted words.",
        "A suffix says where the passage is.",
        "Copy the words that stand right after it.",
    ),
    "omission-across-paragraphs": _error(
        "quotations",
        "The parts round [...] do not stand in one paragraph.",
        "Parts of two paragraphs joined make a new sentence.",
        "Use two passages.",
    ),
    "omission-out-of-order": _error(
        "quotations",
        "The parts round [...] stand in another order in the source.",
        "Order carries meaning.",
        "Put the parts in the source's order.",
    ),
    "omission-ambiguous": _error(
        "quotations",
        "The parts round [...] fit the source in more than one way.",
        "A passage is one place.",
        "Quote more words, or add prefix: or suffix:.",
    ),
    "inserted-words": _error(
        "quotations",
        "Words in brackets stand in the quotation that are not in the source.",
        "An insertion is not a quotation.",
        "Remove the bracket; say in the statement what it explains.",
    ),
    "empty-quotation": _error(
        "quotations",
        "Nothing is left of the quotation once marks of omission are taken off.",
        "An empty quotation proves nothing.",
        "Quote words.",
    ),
    "bad-date": _error(
        "dates",
        "The date is not in the forms of EDTF this site reads.",
        "A date read in two ways is two dates.",
        'Write 2025-06-02, 2025-06, 2025-06~, 2025-06-02?, 2025-06-02/2025-06-09, "[2025-06-07..2025-06-09]" or ../2025-06-09.',
    ),
    "reversed-date": _error(
        "dates",
        "The interval ends before it begins.",
        "Such a date is no date.",
        "Put the earlier date first.",
    ),
    "date-not-in-passage": _error(
        "dates",
        "A stated date does not stand in its passages.",
        "What no passage states is derived, and must be marked so.",
        "Correct the date, or write derived:, from: and because:.",
    ),
    "wrong-weekday": _error(
        "dates",
        "A day of the week and a date named together do not fit the calendar.",
        "Derived dates rest on the calendar.",
        "Correct the weekday or the date.",
    ),
    "value-not-in-quotation": _error(
        "values",
        "The value, or its direction, does not stand in its quotation.",
        "A value is read from the words, never rounded or turned.",
        "Write the value as the quotation has it.",
    ),
    "value-missing": _error(
        "values",
        "A passage under a question gives no value.",
        "Answers are compared by value.",
        "Add value:, or remove question:.",
    ),
    "value-without-question": _error(
        "values",
        "A value is given but the claim answers no question.",
        "A value without a question cannot be compared.",
        "Add question:, or remove value:.",
    ),
    "value-kind": _error(
        "values",
        "The value is of another kind than its question asks for.",
        "Only like can be compared with like.",
        "Give an amount, date or words as the question's kind: says.",
    ),
    "number-not-in-evidence": _error(
        "statements",
        "A number in the statement stands in none of its passages.",
        "A statement may not say more than its evidence.",
        "Correct the number, or cite the passage that has it.",
    ),
    "date-not-in-evidence": _error(
        "statements",
        "A date in the statement stands in none of its passages, nor in the date of the claim, its record or a record in about.",
        "A statement may not say more than its evidence.",
        "Correct the date, or cite the passage that has it.",
    ),
    "quote-not-in-evidence": _error(
        "statements",
        "A quoted phrase in the statement stands in none of its passages.",
        "Words between quotation marks are somebody's words.",
        "Copy the phrase from a passage, or drop the quotation marks.",
    ),
    "actor-not-in-evidence": _error(
        "statements",
        "The statement names an actor who is in none of its passages, nor among the claimants.",
        "A statement may not say more than its evidence.",
        "Cite the passage that names the actor, or say with refers: which word stands for them.",
    ),
    "name-not-in-evidence": _error(
        "statements",
        "A capitalised word in the statement is no known name and stands in none of its passages.",
        "A name from elsewhere is outside knowledge.",
        "Remove it, or cite the passage that has it.",
    ),
    "hedge-dropped": _warning(
        "statements",
        "A passage hedges (reportedly, at least, would ...) and the statement does not.",
        "A dropped hedge turns a report into a fact.",
        "Keep the hedge in the statement.",
    ),
    "refers-not-in-passage": _error(
        "statements",
        "The key of refers: stands in none of the passages.",
        "A reference explains a word of the passage.",
        "Use the word as the passage has it.",
    ),
    "loaded-word": _error(
        "statements",
        "The site's own voice uses a word that takes a side or judges truth.",
        "The site says who said what, no more.",
        "Use said, stated or wrote; keep loaded words inside quotation marks.",
    ),
    "no-support": _error(
        "evidence",
        "No passage supports the claim.",
        "Every claim rests on a passage.",
        "Add a passage that supports it, or remove the claim.",
    ),
    "generated-support": _error(
        "evidence",
        "The passage stands in a part of the source marked as generated.",
        "Generated or self-citing text is no voice.",
        "Quote another part; describe this one under cautions:.",
    ),
    "straddles-part": _error(
        "evidence",
        "The passage begins in one part of the source and ends in another.",
        "Its origin would be two.",
        "Quote within one part.",
    ),
    "claimant-not-named": _error(
        "evidence",
        "Neither the passage nor its paragraph names the claimant.",
        "Who says it must be told by the source.",
        "Correct claimant:, or quote under attribution: the words of the source that name the speaker.",
    ),
    "words-not-in-passage": _error(
        "evidence",
        "The words by which the source leaves its speaker unnamed stand neither in the passage nor in its paragraph.",
        "Who is left unnamed, and how, is part of the evidence.",
        "Copy the words from the source.",
    ),
    "channel-not-named": _error(
        "evidence",
        "Neither the passage nor its paragraph names the channel.",
        "A channel that no source names is outside knowledge.",
        "Correct via:, or remove it.",
    ),
    "same-passage-twice": _error(
        "evidence",
        "One claim cites the same passage twice for the same speaker.",
        "Repeating a passage adds no voice.",
        "Remove one of them.",
    ),
    "wrong-speaker": _error(
        "evidence",
        "The utterance is another actor's than the claimant of the passage.",
        "Variants of a remark have one speaker.",
        "Correct claimant: or utterance:.",
    ),
    "holder-not-speaking": _error(
        "evidence",
        "No passage of the position has its holder as claimant.",
        "A position is held by who states it.",
        "Correct held_by:, or cite a passage in which the holder speaks.",
    ),
    "party-without-actor": _error(
        "evidence",
        "A party of the dossier is not the party of any actor.",
        "A side nobody speaks for cannot be weighed.",
        "Give an actor this party:, or correct the dossier.",
    ),
    "no-public-role": _error(
        "people",
        "A person has a record but no cited public role.",
        "People are protected: only public roles are recorded.",
        "Add a role with its passage, or remove the record.",
    ),
    "spelling-not-in-sources": _error(
        "people",
        "A name of an actor stands in no source text.",
        "Nothing is invented.",
        "Write the name as a source has it, or remove it.",
    ),
    "sentence-unaccounted": _warning(
        "coverage",
        "A sentence of a source is neither covered by passages nor set aside.",
        "Nothing is dropped silently.",
        "Cite it in a claim, or set it aside with a reason.",
    ),
    "set-aside-quoted": _error(
        "coverage",
        "A sentence is set aside, and passages quote it as well.",
        "A sentence is either used or set aside.",
        "Remove it from set_aside:, or remove the passage.",
    ),
    "over-quotation-limit": _error(
        "coverage",
        "The site would publish a larger share of a source's words than the dossier allows.",
        "Quotation, not republication.",
        "Shorten passages, or raise quotation_limit: with a reason.",
    ),
    "page-clash": _error(
        "site",
        "A page under docs/ has the address of a generated page.",
        "One of the two would vanish.",
        "Rename the page under docs/.",
    ),
}
