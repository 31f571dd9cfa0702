"""Two versions of a dossier compared as facts, not as lines: what a reviewer of a pull request needs to see.

A dossier -> what it tells, as plain values -> the differences -> text, Markdown or JSON. May import evidence and
reading. Must never know pages, click or GitHub.
"""
