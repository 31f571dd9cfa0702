"""Frozen shapes of what editors write; each field's docstring is also the editor's help.

passages -> claims -> records. May import pydantic only. Must never know files, positions or source texts.
"""
