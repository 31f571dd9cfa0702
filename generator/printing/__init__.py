"""What was found, for people and for programs: problems and the account of the sources as text, JSON and annotations.

Each form is one small module. May import problems, evidence and `unseen`. Must never know click, nor find a problem.
"""
