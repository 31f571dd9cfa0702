"""The page that tells which sources share text: declared origins, generated parts, and passages side by side.

Words stand here only where other pages print them anyway; of the rest, place and number of words.
May import the desk, naming and views. Must never know templates.
"""

from __future__ import annotations

from generator.evidence.nested_quotes import inside
from generator.evidence.shared_text import FEWEST, LONG, RUN, SEPARATE, SHARE, SharedText
from generator.evidence.weighing import origin_of
from generator.model.dossier_head import Origin
from generator.writing import naming
from generator.writing.desk import Desk, Sheet
from generator.writing.origin_pieces import GeneratedPart, OriginPiece, SharedPair, SharedWords, TextPiece
from generator.writing.views import OriginsView

PAGE = "sources/origins.md"
RULE = (
    f"Two texts are listed where they share at least {FEWEST} telling runs of {RUN} words, which are at least "
    f"{100 * SHARE:g} % of the shorter text's runs, in at least {SEPARATE} passages; or where one passage has {LONG} "
    "words or more. A run is telling if two of its words are neither names, figures nor grammar. Words in quotation "
    "marks do not count: articles that quote one remark share the remark, not the writing. Few shared words do not "
    "show that two texts are independent."
)


def origins_view(desk: Desk) -> OriginsView:
    """Fill the page."""
    sheet = desk.sheet(PAGE)
    head = desk.weighed.dossier.head
    sources = desk.weighed.dossier.sources
    declared = tuple(_origin(sheet, origin) for origin in (head.data.origins if head else ()))
    unknown = tuple(sheet.source(id_) for id_, record in sources.items() if record.data.origin is None)
    generated = tuple(
        GeneratedPart(_piece(sheet, id_, index), part.because)
        for id_, record in sources.items()
        for index, part in enumerate(record.data.parts)
        if part.generated
    )
    return OriginsView(
        head=sheet.head("Which sources share text", "Which sources lean on which, how one can tell, and what follows."),
        notes=sheet.notes,
        origins=declared,
        unknown=unknown,
        generated=generated,
        pairs=tuple(_pair(sheet, shared) for shared in desk.weighed.shared),
        rule=RULE,
    )


def _origin(sheet: Sheet, origin: Origin) -> OriginPiece:
    texts = []
    for id_, record in sheet.weighed.dossier.sources.items():
        if record.data.origin == origin.id:
            texts.append(_piece(sheet, id_, None))
        texts.extend(
            _piece(sheet, id_, index) for index, part in enumerate(record.data.parts) if part.origin == origin.id
        )
    return OriginPiece(origin.about, origin.because, origin.identified, tuple(texts))


def _piece(sheet: Sheet, source: str, part: int | None) -> TextPiece:
    record = sheet.weighed.dossier.sources[source]
    if part is None:
        return TextPiece(sheet.source(source), "", False)
    hull = sheet.weighed.parts[source].get(part)
    words = len(sheet.weighed.dossier.texts[source][slice(*hull)].split()) if hull else 0
    return TextPiece(sheet.source(source), f"a part of {words} words", record.data.parts[part].generated)


def _pair(sheet: Sheet, shared: SharedText) -> SharedPair:
    return SharedPair(
        one=_piece(sheet, *shared.one),
        other=_piece(sheet, *shared.other),
        runs=shared.runs,
        share=naming.per_cent(shared.share),
        standing=_standing(sheet, shared),
        passages=tuple(
            SharedWords(
                item.words, *_shown(sheet, shared.one[0], item.one), *_shown(sheet, shared.other[0], item.other)
            )
            for item in shared.passages
        ),
    )


def _standing(sheet: Sheet, shared: SharedText) -> str:
    """Say what the dossier makes of shared text; what a reason says is told with its origin."""
    sources = sheet.weighed.dossier.sources
    one, other = (origin_of(sources[id_].data, part) for id_, part in (shared.one, shared.other))
    if one is None or other is None:
        return "No common origin is declared."
    if one != other:
        return "They are declared to have different origins; the reasons stand with the origins above."
    return "They are declared to share an origin, and count once."


def _shown(sheet: Sheet, source: str, span: tuple[int, int]) -> tuple[str, str]:
    """Give the place of a passage, and its words where they are published anyway."""
    line, column = sheet.weighed.texts[source].place(span[0])
    published = any(start <= span[0] and span[1] <= end for start, end in sheet.weighed.printed[source])
    words = inside(sheet.weighed.dossier.texts[source][slice(*span)]) if published else ""
    return f"line {line}, column {column}", words
