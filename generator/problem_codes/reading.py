"""Codes of reading: files, YAML, shapes, ids and the paths of source texts.

May import the shape of an entry. Must never know what reads them.
"""

from __future__ import annotations

from generator.problem_codes.code import Code, error, note, warning

CODES: dict[str, Code] = {
    "not-utf-8": error(
        "reading",
        "The file holds bytes that are not UTF-8.",
        "A letter read in the wrong encoding is a wrong letter.",
        "Save the file as UTF-8.",
    ),
    "unreadable-file": error(
        "reading",
        "The file cannot be opened, or is far larger than a fact file or an article is.",
        "What cannot be read cannot be proven.",
        "Check the path and the rights; split a file that has grown too large.",
    ),
    "stray-file": error(
        "reading",
        "A file stands where no record is expected.",
        "A record in the wrong folder would be left out of the site without a word.",
        "Move it to the folder of its kind, and let its name end in .yml.",
    ),
    "missing-dossier": error(
        "reading",
        "There is no facts/dossier.yml.",
        "The dossier's title, scope and parties stand there.",
        "Write facts/dossier.yml.",
    ),
    "yaml-syntax": error(
        "reading",
        "The text is not YAML.",
        "A file that cannot be read hides its facts.",
        "Mend the place named; often a quote mark, a colon or an indent is missing.",
    ),
    "tab": error(
        "reading",
        "A line is indented with a tab.",
        "YAML allows spaces only.",
        "Replace the tab by spaces.",
    ),
    "duplicate-key": error(
        "reading",
        "A key is written twice in one block.",
        "YAML readers keep one of the two without saying which.",
        "Remove or rename one of them.",
    ),
    "comment-in-text": error(
        "reading",
        'A "#" after text without quote marks begins a comment and cuts the text short.',
        "Half a sentence would be published without a word.",
        "Put quote marks round the whole text; write comments on lines of their own.",
    ),
    "indent": error(
        "reading",
        "A line is indented too far, or not far enough.",
        "Indents tell YAML which field belongs to which block.",
        "Move the line, and what belongs to it, by the spaces the message names.",
    ),
    "no-item": error(
        "reading",
        'The first field of an item of a list has no "- " before it.',
        'In YAML "- " begins an item of a list.',
        'Write "- " where the message says.',
    ),
    "no-colon": error(
        "reading",
        "The name of a field has no colon after it.",
        "YAML tells a field by the colon after its name.",
        "Put the colon.",
    ),
    "no-comma": error(
        "reading",
        "Between braces a comma is missing before the next field.",
        "YAML parts the fields between braces by commas.",
        "Put the comma.",
    ),
    "missing-space": error(
        "reading",
        'After "-" or a colon no space stands, or one that does not break; or another sign stands in their place.',
        "YAML knows a field and an item by these signs with a plain space after them.",
        "Write the sign and the space as the message shows.",
    ),
    "quote-mark": error(
        "reading",
        "A quote mark has no partner, ends a text too soon, or is a curly one, which quotes nothing in YAML.",
        "YAML reads on to the next quote mark, wherever it is, or takes the mark as part of the text.",
        "Put the mark where the message says.",
    ),
    "colon-in-text": error(
        "reading",
        "A colon followed by a space stands in text without quote marks.",
        "YAML reads such a colon as the end of a field's name.",
        "Put quote marks before and after the whole text.",
    ),
    "bracket": error(
        "reading",
        'A list between "[" and "]" or a block between "{" and "}" lacks one of the two, or both.',
        "YAML reads on until it finds the other one.",
        "Put the bracket where the message says.",
    ),
    "swallowed-field": error(
        "reading",
        "A field or an item of a list is indented too far and has become part of the text above it.",
        "It would be lost, and the text would be another.",
        "Give the line the indent of the fields or items beside it; where it is part of the text, move it to the end "
        "of the line above.",
    ),
    "anchor": error(
        "reading",
        "An anchor (&name) or an alias (*name) is used.",
        "A fact must be readable where it stands; aliases can also multiply without end.",
        "Write the text out.",
    ),
    "merge-key": error(
        "reading",
        "A merge key (<<) is used.",
        "A fact must be readable where it stands.",
        "Write the fields out.",
    ),
    "tag": error(
        "reading",
        "A tag (!name) is used.",
        "Tags change how a value is read.",
        "Remove the tag; put quote marks round text.",
    ),
    "too-deep": error(
        "reading",
        "The blocks are nested deeper than any record needs.",
        "No record needs it, and it can be an attack.",
        "Flatten the file.",
    ),
    "several-documents": error(
        "reading",
        "The file holds more than one YAML document.",
        "One record, one file.",
        "Split the file.",
    ),
    "not-a-mapping": error(
        "reading",
        "The file does not hold fields and their values.",
        "A record is a list of fields.",
        'Begin with a field, such as "title: ...".',
    ),
    "control-character": error(
        "reading",
        "A text holds a control character or another invisible sign that steers its display.",
        "What a reader cannot see must not be in a fact.",
        "Delete the character.",
    ),
    "unknown-field": error(
        "reading",
        "The field is not one of this shape.",
        "A misspelt field would be left out without a word.",
        "Use the field suggested, or look it up in the guide, on the page Every field.",
    ),
    "missing-field": error(
        "reading",
        "A field that is needed is not there.",
        "A record without it cannot be shown or weighed.",
        "Add the field.",
    ),
    "wrong-type": error(
        "reading",
        "The value is of another type than the field takes.",
        "Guessing a type has changed many a figure.",
        "Write the type named; put quote marks round text that looks like a number.",
    ),
    "not-allowed": error(
        "reading",
        "The value is none of those the field takes, or does not fit beside another field.",
        "Every value has one meaning; a free one has none.",
        "Use one of the values named.",
    ),
    "bad-id": error(
        "reading",
        "The id is not made of lower-case letters, digits and single hyphens, or its first character is no letter.",
        "Ids become addresses that must work everywhere and for ever.",
        'Write it like "bridge-closure-may".',
    ),
    "bad-identifier": error(
        "reading",
        "The text does not have the form of an id in the catalogue named, or its check digit is wrong.",
        "A wrong id leads readers and programs to somebody else.",
        "Copy the id alone from the catalogue, in the form the message shows.",
    ),
    "duplicate-id": error(
        "reading",
        "The same id is used twice.",
        "Records and claims share one namespace; an address leads to one page.",
        "Rename the newer one.",
    ),
    "unknown-source": error(
        "reading",
        "No source has this id.",
        "A passage of an unknown source cannot be proven.",
        "Use the id suggested, or add facts/sources/<id>.yml.",
    ),
    "unknown-actor": error(
        "reading",
        "No actor has this id.",
        "Who speaks must have a record.",
        "Use the id suggested, or add facts/actors/<id>.yml.",
    ),
    "unknown-party": error(
        "reading",
        "The dossier has no party of this id.",
        "Support is counted by party; a party nobody declared opposes nobody.",
        "Use the id suggested, or add it under parties: in facts/dossier.yml.",
    ),
    "unknown-claim": error(
        "reading",
        "No claim has this id.",
        "A reference must lead somewhere.",
        "Use the id suggested.",
    ),
    "unknown-record": error(
        "reading",
        "No record or claim has this id.",
        "A reference must lead somewhere.",
        "Use the id suggested.",
    ),
    "unknown-question": error(
        "reading",
        "No question has this id.",
        "Answers can be compared only under one question.",
        "Use the id suggested, or add facts/questions/<id>.yml.",
    ),
    "unknown-origin": error(
        "reading",
        "No origin has this id.",
        "Voices are counted by origin.",
        "Use the id suggested, or add it under origins: in facts/dossier.yml.",
    ),
    "unknown-utterance": error(
        "reading",
        "No actor has an utterance of this id.",
        "Variants of a remark are kept under one utterance.",
        "Use the id suggested, or add it under utterances: of the actor.",
    ),
    "outside-seeds": error(
        "reading",
        "The path of a source text leads outside seeds/.",
        "Only stored, locked texts are evidence.",
        "Copy the text into seeds/ and name it there.",
    ),
    "missing-text": error(
        "reading",
        "The source text is not there.",
        "A passage of a missing text cannot be proven.",
        "Add the file, or correct its name.",
    ),
    "text-changed": error(
        "reading",
        "The source text is not the one that was locked: its sha256 differs.",
        "A changed source text changes what every quotation rests on.",
        "Restore the text; if it was replaced on purpose, read all its passages again and write the new sha256.",
    ),
    "unused-text": warning(
        "reading",
        "A text in seeds/ is described by no source.",
        "A text nobody describes is read by nobody.",
        "Add facts/sources/<id>.yml for it, or delete the text.",
    ),
    "unknown-type": error(
        "reading",
        "The type of a source is none of CSL-JSON's.",
        "Programs that read citations take an unknown type for none.",
        "Write a type that CSL has, such as article-newspaper; document where the kind of publication is not known.",
    ),
    "unknown-language": error(
        "reading",
        "A language is not written as a BCP 47 tag.",
        "Browsers and screen readers choose voice and hyphens by that tag.",
        "Write the tag: en, uk, pt-BR.",
    ),
    "bad-address": error(
        "reading",
        "An address of a source does not begin with http or https, names no host, or holds a user name or a password.",
        "Readers follow it, and a page shows it as it stands.",
        "Copy the address of the page from the browser, without user name and password.",
    ),
    "schema-drift": note(
        "reading",
        "The lists of ids in facts/.schema/ are not those of the facts as they are now.",
        "What is new is not offered in an editor, and looks wrong there.",
        "Run factsheet schema.",
    ),
}
