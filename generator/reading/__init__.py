"""YAML text -> data with positions -> records -> one dossier joined by id.

`read(root)` in `files` is the way in. May import the model and problems. Must never know what a quotation proves.
"""
