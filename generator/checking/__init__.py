"""Rules over the whole dossier: one small function a rule, one code a problem.

`check(weighed)` in `rules` is the way in. May import evidence and everything below it. Must never know pages or doors.
"""
