"""What a shape refuses as a whole, in the words of JSON Schema: the same as the validators of the model.

May import the model and the words of schemas. Must never know a dossier. A test holds these and the validators equal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.passages import Value
from generator.schema.words import Schema, refused

_ANSWERS = [name for name in Value.model_fields if name != "scope"]
_ONE_ANSWER = f"a value has exactly one field: {', '.join(_ANSWERS[:-1])} or {_ANSWERS[-1]}"
_NO_NAME = "this is no field of value; put quote marks round text with a comma"
_ONE_BASIS = "a date is either stated or derived"
_BASIS = "a derived date needs from: and because:"
_WORDS_NEEDED = "claimant: unnamed needs the words that leave the speaker unnamed; add words: as the source has them"
_WORDS_ALONE = "words: is for a speaker whom the source leaves unnamed; add claimant: unnamed, or remove words:"

CONDITIONS: Mapping[str, list[Schema]] = {
    "Value": [
        {"if": {"oneOf": [{"required": [name]} for name in _ANSWERS]}, "else": refused(_ONE_ANSWER)},
        # yaml-language-server passes over an unknown name without a value, which is what a comma in words makes.
        {"propertyNames": {"enum": list(Value.model_fields), "errorMessage": _NO_NAME}},
    ],
    "Dated": [
        {
            "if": {"required": ["derived"]},
            "then": {"properties": {"stated": False}, "errorMessage": _ONE_BASIS},
            "else": {"required": ["stated"], "errorMessage": _ONE_BASIS},
        },
        {
            "if": {"required": ["derived"]},
            "then": {
                "required": ["from", "because"],
                # What is not suggested from here is suggested from the shape, with all that is known of it.
                "properties": {"from": {"minItems": 1, "doNotSuggest": True}},
                "errorMessage": _BASIS,
            },
        },
    ],
    "Evidence": [
        {
            "if": {"required": ["claimant"], "properties": {"claimant": {"const": "unnamed"}}},
            "then": {"required": ["words"], "errorMessage": _WORDS_NEEDED},
            "else": {"properties": {"words": False}, "errorMessage": _WORDS_ALONE},
        }
    ],
}
"""By the name of the shape's class."""


def needed(fields: Sequence[str]) -> list[Schema]:
    """Give the condition that fields may be left out only where the block is withheld; none for no field."""
    return [{"if": {"not": {"required": ["withheld"]}}, "then": {"required": list(fields)}}] if fields else []
