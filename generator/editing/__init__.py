"""Changes of fact files on an editor's behalf: find a passage, write a record or a claim, add a source, rename an id.

Files are changed as text, at places that reading gives: comments, order and layout of all else stay as they are. Every
change is a value first and is written whole. May import evidence and reading. Must never know pages or click.
"""
