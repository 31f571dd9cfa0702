"""Weighed claims -> one typed view of the dossier, which every data format tells; `tell(weighed, site_url=...)`.

May import writing's addresses and names, evidence, reading and the model. Must never know a format or a file.
"""

from __future__ import annotations

from generator.telling.facts import Facts
from generator.telling.teller import tell

__all__ = ["Facts", "tell"]
