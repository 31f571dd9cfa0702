"""Codes of the whole: sentences left over, too much published, pages that clash.

May import the shape of an entry. Must never know pages or sources.
"""

from __future__ import annotations

from generator.problem_codes.code import Code, error, warning

CODES: dict[str, Code] = {
    "sentence-unaccounted": warning(
        "coverage",
        "A sentence of a source is neither covered by passages nor set aside.",
        "Nothing is dropped silently.",
        "Cite it in a claim, or set it aside with a reason.",
    ),
    "set-aside-quoted": error(
        "coverage",
        "A sentence is set aside, and passages quote it as well.",
        "A sentence is either used or set aside.",
        "Remove it from set_aside:, or remove the passage.",
    ),
    "over-quotation-limit": error(
        "coverage",
        "The site would publish a larger share of a source's words than the dossier allows.",
        "Quotation, not republication.",
        "Shorten passages, or raise quotation_limit: with a reason.",
    ),
    "brief-too-long": warning(
        "site",
        "The brief does not fit on two pages.",
        "A handout that runs over is cut where it hurts.",
        "List fewer claims under brief: in facts/dossier.yml.",
    ),
    "brief-unset": warning(
        "site",
        "The brief's fonts lack a sign of its text, so its PDF shows a box in its place.",
        "A PDF with such a box is not accessible (PDF/UA).",
        "Write the text without the sign, or choose claims for brief: whose passages do not have it.",
    ),
    "page-clash": error(
        "site",
        "A page under docs/ has the address of a generated page.",
        "One of the two would vanish.",
        "Rename the page under docs/.",
    ),
}
