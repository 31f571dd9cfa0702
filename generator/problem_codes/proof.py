"""Codes of proof: quotations, dates and values that do not stand in the source.

May import the shape of an entry. Must never know how a proof is made.
"""

from __future__ import annotations

from generator.problem_codes.code import Code, error, warning

CODES: dict[str, Code] = {
    "quotation-not-found": error(
        "quotations",
        "The quoted words do not stand in the source text.",
        "A quotation is proven or the build fails.",
        "Copy the words from the passage shown.",
    ),
    "quotation-not-unique": error(
        "quotations",
        "The quoted words stand in the source more than once.",
        "A passage is one place.",
        "Add prefix: or suffix: with the words before or after.",
    ),
    "prefix-not-found": error(
        "quotations",
        "The prefix does not stand right before the quoted words.",
        "A prefix says where the passage is.",
        "Copy the words that stand right before it.",
    ),
    "suffix-not-found": error(
        "quotations",
        "The suffix does not stand right after the quoted words.",
        "A suffix says where the passage is.",
        "Copy the words that stand right after it.",
    ),
    "omission-across-paragraphs": error(
        "quotations",
        "The parts round [...] do not stand in one paragraph.",
        "Parts of two paragraphs joined make a new sentence.",
        "Use two passages.",
    ),
    "omission-out-of-order": error(
        "quotations",
        "The parts round [...] stand in another order in the source.",
        "Order carries meaning.",
        "Put the parts in the source's order.",
    ),
    "omission-ambiguous": error(
        "quotations",
        "The parts round [...] fit the source in more than one way.",
        "A passage is one place.",
        "Quote more words, or add prefix: or suffix:.",
    ),
    "inserted-words": error(
        "quotations",
        "Words in brackets stand in the quotation that are not in the source.",
        "An insertion is not a quotation.",
        "Remove the bracket; say in the statement what it explains.",
    ),
    "empty-quotation": error(
        "quotations",
        "Nothing is left of the quotation once marks of omission are taken off.",
        "An empty quotation proves nothing.",
        "Quote words.",
    ),
    "bad-date": error(
        "dates",
        "The date is not in the forms of EDTF this site reads.",
        "A date read in two ways is two dates.",
        "Write 2025-06-02, 2025-06, 2025-06~, 2025-06-02?, 2025-06-02/2025-06-09, "
        '"[2025-06-07..2025-06-09]" or ../2025-06-09.',
    ),
    "reversed-date": error(
        "dates",
        "The interval ends before it begins.",
        "Such a date is no date.",
        "Put the earlier date first.",
    ),
    "date-not-in-passage": error(
        "dates",
        "A stated date does not stand in its passages.",
        "What no passage states is derived, and must be marked so.",
        "Correct the date, or write derived:, from: and because:.",
    ),
    "derived-against-because": error(
        "dates",
        "A derived date fits none of the dates and weekdays that its reason names.",
        "Derivation is calendar arithmetic that a reader can follow.",
        "Correct the date, or name the date it comes to under because:.",
    ),
    "wrong-weekday": error(
        "dates",
        "A day of the week and a date named together do not fit the calendar.",
        "Derived dates rest on the calendar.",
        "Correct the weekday or the date.",
    ),
    "after-scope": error(
        "dates",
        "A date lies after the last day of the scope, and is not told as a day to come.",
        "Every page says that nothing is later than that day.",
        "Correct the date, or move until: of the scope and read the scope line again; where the day had not come yet, "
        "let the statement say so: will, would, planned, due.",
    ),
    "updated-too-old": warning(
        "dates",
        "The dossier was last changed, it says, before the date of a correction, a second reading or a fetched source.",
        "Readers and the feed tell by updated: how fresh the site is.",
        "Write under updated: the day of the last change, or correct the later date.",
    ),
    "value-not-in-quotation": error(
        "values",
        "The value, or its direction, does not stand in its quotation.",
        "A value is read from the words, never rounded or turned.",
        "Write the value as the quotation has it.",
    ),
    "value-missing": error(
        "values",
        "A passage under a question gives no value.",
        "Answers are compared by value.",
        "Add value:, or remove question:.",
    ),
    "value-without-question": error(
        "values",
        "A value is given but the claim answers no question.",
        "A value without a question cannot be compared.",
        "Add question:, or remove value:.",
    ),
    "value-kind": error(
        "values",
        "The value is of another kind than its question asks for.",
        "Only like can be compared with like.",
        "Give an amount, date or words as the question's kind: says.",
    ),
}
