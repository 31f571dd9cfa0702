"""`data/timeline.ics`: the timeline as a calendar (iCalendar, RFC 5545); `timeline_ics(facts)` is the way in.

May import what is told, dates in words, and writing's words. Must never know a library: writing lines by hand takes a
third of the time; tests read them back with one. Must never know the clock.
"""

from __future__ import annotations

from generator.exports.calendar.timeline import timeline_ics

__all__ = ["timeline_ics"]
