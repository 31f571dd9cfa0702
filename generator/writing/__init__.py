"""Weighed claims -> views -> Jinja templates -> Markdown pages.

`pages(weighed)` in `pages` is the way in. May import evidence, reading, the model and problem codes. Must never know
MkDocs, the file system or the exports.
"""
