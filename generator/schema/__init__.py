"""JSON Schemas for editors: what each kind of record may hold, and the ids of this dossier.

`schema_files` in `files` is the way in. May import the model, problems and reading. Must never know what a claim
proves, nor pages.
"""
