"""Citation-backed fact-sheet websites: YAML fact files in, proven quotations, Markdown pages out.

Follow a fact: reading -> evidence -> checking -> writing and exports -> site -> cli or plugin.
"""

__version__ = "0.1.0"
