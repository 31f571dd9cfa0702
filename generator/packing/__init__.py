"""A built site -> one file: `offline.pack` for readers, `snapshot.freeze` for archives. Same input, same bytes.

What is told of a site comes from its own `data/facts.json`. May import how files are written. Must never know a
dossier, MkDocs or the clock.
"""
