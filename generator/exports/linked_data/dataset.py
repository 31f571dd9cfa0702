"""The fact sheet as a schema.org Dataset, with its version, its scope and its files, and the site that shows it.

May import what is told and the register. Must never know how a file is made.
"""

from __future__ import annotations

from generator.exports.linked_data.dates import basis, iso, until
from generator.exports.linked_data.register import Register
from generator.exports.linked_data.vocabulary import Node, beside, known, reference
from generator.telling.facts import Facts

FILES = {
    "data/facts.json": "application/json",
    "data/facts.jsonld": "application/ld+json",
    "data/datapackage.json": "application/json",
    "data/facts.sqlite": "application/vnd.sqlite3",
    "data/sources.csl.json": "application/vnd.citationstyles.csl+json",
    "data/sources.bib": "application/x-bibtex",
    "data/sources.ris": "application/x-research-info-systems",
    "data/timeline.ics": "text/calendar",
    "data/corrections.xml": "application/atom+xml",
    "data/additions.xml": "application/atom+xml",
    "data/brief.pdf": "application/pdf",
}
"""The files that tell the whole fact sheet or a part of it, each with its media type."""


def dataset(facts: Facts, register: Register) -> Node:
    """Tell the fact sheet; its version is attributed to its editors."""
    about, editors = facts.dossier, register.editors()
    updated = iso(about.updated)
    changed = [] if updated else [beside("day of the last change", about.updated)]
    creators = editors if register.alone else [reference(one["@id"]) for one in editors]
    return known(
        {
            "@id": about.id,
            "@type": ["Dataset", "prov:Entity"],
            "name": about.title,
            "description": about.question,
            "abstract": about.scope.text,
            "disambiguatingDescription": register.scope,
            "temporal": until(about.scope.until),
            "version": facts.version,
            "dateModified": updated,
            "additionalProperty": [*basis(about.scope.until), *changed],
            "license": {"@type": "CreativeWork", "name": about.licence},
            "url": register.address(""),
            "creator": creators,
            "prov:wasAttributedTo": [reference(one["@id"]) for one in editors],
            "distribution": [_file(uri, kind, register) for uri, kind in FILES.items()],
        }
    )


def website(register: Register) -> Node:
    """Tell the site that shows the fact sheet."""
    about = register.dossier
    return known({"@type": "WebSite", "name": about.title, "url": register.address(""), "mainEntity": register.sheet})


def _file(uri: str, kind: str, register: Register) -> Node:
    address = register.address(uri)
    return known({"@type": "DataDownload", "name": uri, "encodingFormat": kind, "contentUrl": address})
