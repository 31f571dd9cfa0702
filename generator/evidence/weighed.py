"""What weighing gives: passages with their proof, claims with their status, questions compared, the whole dossier.

Frozen values; what only some rules or pages ask for is worked out when it is first asked for, and kept.
May import the dossier and what evidence finds. Must never know how it is worked out, nor pages or problem messages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.evidence.coverage import Coverage
from generator.evidence.differences import Compared
from generator.evidence.edtf import EdtfDate
from generator.evidence.folding import Folded
from generator.evidence.names import Mention, NameBook, book_of, spellings
from generator.evidence.openers import Vocabulary
from generator.evidence.quotations import Proof, Refusal
from generator.evidence.scan import Scan
from generator.evidence.shared_text import SharedText
from generator.evidence.status import Status
from generator.memo import FORGETFUL, Memo
from generator.model.claims import ClaimKind
from generator.model.passages import Dated, Evidence
from generator.model.records import Actor, Question, Source
from generator.reading.dossier import ClaimEntry, Dossier, Path, Quoted, Record

Key = tuple[str, Path]
Span = tuple[int, int]
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Soft hyphens and zero-width characters, which may stand inside a word."""


@dataclass(frozen=True, slots=True)
class WeighedPassage:
    """One proven passage of a claim: its place in the stored text and the origin of that text.

    `scan` are the words as they are stored, to look for something in. `origin` is the id of an origin, or `text of
    <source>` where nothing is known of it. `attribution` are the words that name the speaker, where they are quoted
    apart and proven.
    """

    evidence: Evidence
    index: int
    proof: Proof
    scan: Scan
    source: Record[Source]
    origin: str
    origin_identified: bool
    generated: bool
    attribution: Proof | None


@dataclass(frozen=True)
class WeighedClaim:
    """One claim with its proven passages, its date and its status.

    `scan` is the statement on one line, composed (NFC), to look for something in.
    """

    entry: ClaimEntry
    scan: Scan
    passages: tuple[WeighedPassage, ...]
    status: Status
    date: EdtfDate | None
    dated: Dated | None
    """The claim's own date as written, or its record's."""

    @property
    def id(self) -> str:
        return self.entry.id

    @property
    def kind(self) -> ClaimKind:
        return self.entry.kind

    @property
    def statement(self) -> str:
        """Give the statement on one line, composed (NFC)."""
        return self.scan.text

    @property
    def withheld(self) -> tuple[Evidence, ...]:
        """Give the passages that keep their place without a word: their source, stance and reason."""
        return tuple(evidence for evidence in self.entry.data.evidence if evidence.withheld)

    def passage(self, index: int) -> WeighedPassage:
        """Give a passage by its number among all of the claim's, of which `passages` lacks those that are withheld."""
        return next(passage for passage in self.passages if passage.index == index)

    @property
    def date_basis(self) -> str:
        """Say how the date is known: `stated`, `derived`, or empty where there is none."""
        if self.dated is None:
            return ""
        return "derived" if self.dated.derived is not None else "stated"

    @cached_property
    def support(self) -> tuple[Scan, ...]:
        """Give the words the statement may rest on: its passages, and those that attribute them, composed (NFC)."""
        attributions = (passage.attribution for passage in self.passages)
        stored = [passage.scan for passage in self.passages]
        stored += [Scan(proof.exact) for proof in attributions if proof]
        return tuple(map(_composed, stored))


@dataclass(frozen=True, slots=True)
class WeighedQuestion:
    """One question with the answers that supporting passages give, compared."""

    record: Record[Question]
    compared: Compared


@dataclass(frozen=True)
class Weighed:
    """A dossier with everything that follows from its evidence. Mappings are sorted by id.

    `claims` holds the claims all of whose passages are proven; `withheld` those that keep their place without a word,
    and `hidden_names` the actors whose names are withheld, for checks alone; `parts` are the stretches of each source's
    parts, by their number; `printed` are the stretches of each source that pages and exports print word for word,
    `published` is their share of its words (from 0 to 1). `shared` are the pairs of texts that probably go back to one,
    whether or not that is declared.
    """

    dossier: Dossier
    texts: Mapping[str, Folded]
    quoted: Mapping[Key, Quoted]
    proofs: Mapping[Key, Proof | Refusal]
    claims: Mapping[str, WeighedClaim]
    withheld: Mapping[str, ClaimEntry]
    hidden_names: Mapping[str, Actor]
    questions: Mapping[str, WeighedQuestion]
    parts: Mapping[str, Mapping[int, Span]]
    coverage: Mapping[str, Coverage]
    printed: Mapping[str, tuple[Span, ...]]
    published: Mapping[str, float]
    silent: frozenset[Key]
    shared: tuple[SharedText, ...]
    memo: Memo = field(default=FORGETFUL, compare=False, repr=False)
    """What is known from earlier, for whoever works out more from this."""

    def proof_of(self, record: str, path: Path) -> Proof | None:
        """Give the proof of a quotation by its record and path, if it is proven."""
        proof = self.proofs.get((record, path))
        return proof if isinstance(proof, Proof) else None

    @cached_property
    def names(self) -> NameBook:
        """Give the names of all actors."""
        known = tuple((id_, *spellings(record.data)) for id_, record in self.dossier.actors.items())
        return self.memo.kept(book_of, key=(known,))

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """Give the names of actors that each claim's statement has, by the claim's id."""
        kept, names = self.memo.kept, self.names
        return {id_: kept(_mentions, claim, names) for id_, claim in self.claims.items()}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Give the words that the sources write in lower case."""
        return self.memo.kept(Vocabulary, *self.dossier.texts.values())


def _mentions(claim: WeighedClaim, names: NameBook) -> tuple[Mention, ...]:
    return tuple(names.mentions(claim.statement))


def _composed(scan: Scan) -> Scan:
    text = unicodedata.normalize("NFC", scan.text).translate(_UNSEEN)
    return scan if text == scan.text else Scan(text)
