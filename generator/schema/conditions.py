"""What a shape refuses as a whole, in the words of JSON Schema: the same as the validators of the model.

May import the model and the words of schemas. Must never know a dossier. A test holds these and the validators equal.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.passages import Value
from generator.schema.words import Schema, refused

_ANSWERS = [name for name in Value.model_fields if name != "scope"]
_ONE_ANSWER = f"a value has exactly one field: {', '.join(_ANSWERS[:-1])} or {_ANSWERS[-1]}"
_ONE_BASIS = "a date is either stated or derived"
_BASIS = "a derived date needs from: and because:"
_WORDS_NEEDED = "claimant: unnamed needs the words that leave the speaker unnamed; add words: as the source has them"
_WORDS_ALONE = "words: is for a speaker whom the source leaves unnamed; add claimant: unnamed, or remove words:"

CONDITIONS: Mapping[str, list[Schema]] = {
    "Value": [{"if": {"oneOf": [{"required": [name]} for name in _ANSWERS]}, "else": refused(_ONE_ANSWER)}],
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
                "properties": {"from": {"minItems": 1}},
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
