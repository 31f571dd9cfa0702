"""Rule 4: a statement may not say more than its evidence: its numbers, dates, quoted phrases, actors, names, hedges.

May import evidence and everything below it. Must never correct a statement, only say what its passages lack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checking.speakers import told_by_nobody
from generator.evidence.bounds import added
from generator.evidence.calendar import SpokenDate, fits, is_wrong
from generator.evidence.edtf import EdtfDate
from generator.evidence.folding import Folded
from generator.evidence.hedges import attributes, dropped
from generator.evidence.names import Mention, NameBook
from generator.evidence.nested_quotes import outside
from generator.evidence.numbers import Numeral
from generator.evidence.openers import Vocabulary
from generator.evidence.quotation_marks import LONE, outside_quotes, quoted
from generator.evidence.quotations import Refusal, occurrences, prove
from generator.evidence.weighing import Weighed, WeighedClaim, parse_or_none
from generator.model.claims import Position, Reply, Role
from generator.problems import Problem
from generator.reading.quoted import dated_of

CAPITALISED = re.compile(r"(?<![\w'’])[^\W\d_][\w]*")
SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*)[\"“«‘'(\[]*$")
_LOOK_BACK = 100
"""Characters before a word in which a sentence may end."""
TRAILING = ",.;:!?"
DATE_IN_FIGURES = re.compile(r"(?<![\w./])\d{1,4}([./])\d{1,2}\1\d{1,4}(?![\w/])")


def unfounded_numbers(claim: WeighedClaim) -> Iterator[Problem]:
    """Refuse a number of a statement that none of its passages has; "one" that counts nothing is no number."""
    strange = [one for one in claim.scan.numbers if not one.pronoun]
    for scan in claim.support:
        if not strange:  # nearly always after the first passage: the others need not be looked through
            break
        known = {_figure(numeral) for numeral in scan.numbers}
        strange = [one for one in strange if _figure(one) not in known]
    in_figures = [match.span() for match in DATE_IN_FIGURES.finditer(claim.statement)] if strange else []
    told: set[tuple[int, int]] = set()
    for numeral in strange:
        span, advice = (numeral.start, numeral.end), "correct the number, or cite the passage that has it"
        if date := next((one for one in in_figures if one[0] <= span[0] and span[1] <= one[1]), None):
            span, advice = date, "write the date as the passage has it, such as 4 March 2025"
        if span not in told:
            told.add(span)
            found = f"stands in none of the claim's passages; {advice}"
            yield _problem(claim, "number-not-in-evidence", span, found)


def spoken_dates(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a date of a statement that stands in no passage and is no date of the claim, its record or an `about`."""
    for claim in weighed.claims.values():
        if not claim.scan.dates or not weighed.dossier.unread.isdisjoint(claim.entry.data.about):
            continue  # of what could not be read, a date may stand there
        known = [date for scan in claim.support for date in scan.dates]
        nearby = list(_dates_near(weighed, claim))
        for spoken in claim.scan.dates:
            if any(_same(spoken, date) for date in known) or any(fits(spoken, date) for date in nearby):
                continue
            if is_wrong(spoken):
                continue  # no date of the calendar: told as that
            yield _problem(
                claim,
                "date-not-in-evidence",
                (spoken.start, spoken.end),
                "stands in no passage of the claim, nor in the date of the claim, its record or a record in about:; "
                "correct the date, or cite the passage that has it",
            )


def quoted_phrases(claim: WeighedClaim) -> Iterator[Problem]:
    """Refuse a quoted phrase that stands in none of the claim's passages."""
    for match in quoted(claim.statement):
        phrase = match.group()[1:-1].strip()
        # Inside marks of its own a source's double marks are written as single ones.
        forms = {form.rstrip(end) for form in (phrase, outside(phrase)) for end in ("", TRAILING)} - {""}
        if forms and not any(_stands(form, scan.folded) for form in forms for scan in claim.support):
            yield _problem(
                claim,
                "quote-not-in-evidence",
                (match.start() + 1, match.end() - 1),
                "stands in none of the claim's passages; copy the words from one, or drop the quotation marks",
            )


def lone_marks(claim: WeighedClaim) -> Iterator[Problem]:
    """Refuse a quotation mark without its partner: nobody can tell which words are meant, nor prove them."""
    for match in LONE.finditer(outside_quotes(claim.statement)):
        yield _problem(
            claim,
            "quotation-mark-alone",
            match.span(),
            "has no partner in the statement; write one mark before the quoted words and one after them, "
            "or take it away",
        )


def roles(claim: WeighedClaim) -> Iterator[Problem]:
    """Refuse a role whose words stand in none of its passages."""
    role = claim.entry.data.role if isinstance(claim.entry.data, Role) else ""
    if role and not any(_stands(role, scan.folded) for scan in claim.support):
        yield Problem(
            claim.entry.spot("role"),
            "quote-not-in-evidence",
            f"\"{role}\" stands in none of the claim's passages; write the role in the source's words",
        )


def actors(weighed: Weighed) -> Iterator[Problem]:
    """Refuse an actor a statement names who is in none of its passages, nor among the claimants."""
    if _actors_missing(weighed):
        return
    for claim in weighed.claims.values():
        unknown = weighed.memo.kept(_named_by_nobody, claim, weighed.mentions[claim.id], weighed.names)
        if not unknown or any(claimant not in weighed.dossier.actors for claimant in _claimants(claim) - {"unnamed"}):
            continue  # a claimant nobody knows has a problem of its own
        if told_by_nobody(weighed, claim):
            continue  # as has one whom the source does not name
        for mention in unknown:
            yield _problem(
                claim,
                "actor-not-in-evidence",
                (mention.start, mention.end),
                "is in none of the claim's passages, nor among its claimants; cite the passage that names it, "
                "or say under refers: which word of a passage stands for them",
            )


def _named_by_nobody(claim: WeighedClaim, mentions: tuple[Mention, ...], names: NameBook) -> tuple[Mention, ...]:
    """Give the names of a statement that no passage has, nor anything else that the claim gives."""
    if not mentions:
        return ()
    told = _actors_told(claim)
    further = [item for item in mentions if told.isdisjoint(item.actors)]
    in_passages = {id_ for scan in claim.support for id_ in names.named(scan.text)} if further else set()
    return tuple(mention for mention in further if in_passages.isdisjoint(mention.actors))


def other_names(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a capitalised word that is no known name and stands in none of the passages.

    At the start of a sentence a capital is no name by itself: there, words that the sources write in lower case, and
    the small words of any text, are let through.
    """
    if _actors_missing(weighed):
        return
    known = weighed.vocabulary
    for claim in weighed.claims.values():
        for span in weighed.memo.kept(_strange_names, claim, weighed.mentions[claim.id], known):
            yield _problem(
                claim,
                "name-not-in-evidence",
                span,
                "is no known name and stands in none of the claim's passages; remove it, or cite its passage",
            )


def _strange_names(
    claim: WeighedClaim, mentions: tuple[Mention, ...], vocabulary: Vocabulary
) -> tuple[tuple[int, int], ...]:
    """Give where a statement has capitalised words that nothing explains; neighbours are one name."""
    statement = claim.statement
    capitals = [match for match in CAPITALISED.finditer(statement) if match[0][0].isupper()]
    taken = _names_and_dates(mentions, claim) if capitals else []
    unplaced = [match for match in capitals if not _within(match, taken)]
    words = _words_near(claim) if unplaced else set()
    strange: list[tuple[int, int]] = []
    for match in unplaced:
        if match[0].casefold() in words:
            continue
        begin = max(0, match.start() - _LOOK_BACK)
        if SENTENCE_START.search(statement, begin, match.start()) and vocabulary.opens(match[0]):
            continue
        beside = bool(strange) and strange[-1][1] + 1 == match.start() and statement[match.start() - 1] == " "
        strange[len(strange) - beside :] = [(strange[-1][0] if beside else match.start(), match.end())]
    return tuple(strange)


def hedges(claim: WeighedClaim) -> Iterator[Problem]:
    """Warn where a supporting passage hedges, or leaves open who says it, and the statement does not."""
    supporting = [passage for passage in claim.passages if passage.evidence.stance == "supports"]
    hedging = dict.fromkeys(word for word, _ in dropped(claim.scan, [passage.scan for passage in supporting]))
    if hedging:
        named = " and ".join(f'"{word}"' for word in hedging)
        does = "hedges a passage" if len(hedging) == 1 else "hedge passages"
        message = f"{named} {does}, but the statement does not hedge; write it there, or words like it"
        yield Problem(claim.entry.spot("statement"), "hedge-dropped", message)
    words = [passage.evidence.words for passage in supporting if passage.evidence.claimant == "unnamed"]
    if words and not hedging and len(words) == len(supporting) and not attributes(claim.statement):
        told = f'"{words[0]}" leaves open who says it, but the statement does not'
        yield Problem(claim.entry.spot("statement"), "hedge-dropped", f"{told}; write it there, or words like it")


def bounds(claim: WeighedClaim) -> Iterator[Problem]:
    """Refuse a bound or a weight ("at least 73", "only 73") that no passage gives to its number."""
    for one in added(claim.scan, claim.support):
        listed = ", ".join(f'"{words}"' for words in one.given)
        yield _problem(
            claim,
            "bound-not-in-evidence",
            (one.start, one.end),
            f"is not what the passages say of the number, which have {listed}; write it as they do",
        )


def references(claim: WeighedClaim) -> Iterator[Problem]:
    """Refuse a key of `refers:` that stands in none of the claim's passages."""
    for key in claim.entry.data.refers:
        if not _stands_in_support(key, claim):
            advice = "use the word as the passage has it"
            if other := next((form for form in _other_capitals(key) if _stands_in_support(form, claim)), ""):
                advice = f'the passage has "{other}", write that'
            yield Problem(
                claim.entry.key_spot("refers", key),
                "refers-not-in-passage",
                f'"{key}" stands in none of the claim\'s passages; {advice}',
            )


def _stands_in_support(key: str, claim: WeighedClaim) -> bool:
    return any(occurrences(scan.folded, key) for scan in claim.support)


def _other_capitals(key: str) -> tuple[str, str]:
    """Give a word with a capital, and with a small letter, at its beginning."""
    return key[:1].upper() + key[1:], key[:1].lower() + key[1:]


def _figure(numeral: Numeral) -> tuple[object, bool]:
    return numeral.value, numeral.form == "ordinal"


def _problem(claim: WeighedClaim, code: str, span: tuple[int, int], rest: str) -> Problem:
    """Say what is wrong with some words of a statement, at their place in the file."""
    start, end = span
    spot = claim.entry.spot_inside("statement", text=claim.statement, start=start, end=end)
    return Problem(spot, code, f'"{claim.statement[start:end].strip()}" {rest}')


def _stands(phrase: str, text: Folded) -> bool:
    result = prove(text, phrase)
    return not isinstance(result, Refusal) or result.code == "quotation-not-unique"


def _same(spoken: SpokenDate, known: SpokenDate) -> bool:
    """Say whether every part a statement names stands in one date of a passage."""
    pairs = (
        (spoken.year, known.year),
        (spoken.month, known.month),
        (spoken.day, known.day),
        (spoken.weekday, known.weekday),
    )
    return all(said is None or said == there for said, there in pairs)


def _dates_near(weighed: Weighed, claim: WeighedClaim) -> Iterator[EdtfDate]:
    if claim.date is not None:
        yield claim.date
    dossier = weighed.dossier
    records = [claim.entry.record, *(record for id_ in claim.entry.data.about if (record := dossier.record(id_)))]
    others = [dossier.claims[id_].data.date for id_ in claim.entry.data.about if id_ in dossier.claims]
    for dated in [*(dated_of(record) for record in records), *others]:
        if dated is not None and (date := parse_or_none(dated.edtf)) is not None:
            yield date


def _names_and_dates(mentions: Iterable[Mention], claim: WeighedClaim) -> list[tuple[int, int]]:
    """Give where a statement has names of actors, dates, and words of the source between quotation marks."""
    taken = [(mention.start, mention.end) for mention in mentions]
    taken += [(date.start, date.end) for date in claim.scan.dates]
    return taken + [match.span() for match in quoted(claim.statement)]


def _within(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in spans)


def _words_near(claim: WeighedClaim) -> set[str]:
    """Give the words of a claim's passages, and of what says who speaks and through which channel, in small letters."""
    beside = (text for passage in claim.passages for text in (passage.evidence.via, passage.evidence.words) if text)
    near = [*(scan.text for scan in claim.support), *beside]
    return {word.casefold() for text in near for word in re.findall(r"\w+", text)}


def _actors_missing(weighed: Weighed) -> bool:
    """Say whether names are not all known, since an actor's file could not be read."""
    return "actor" in weighed.dossier.unread_kinds


def _claimants(claim: WeighedClaim) -> set[str]:
    return {passage.evidence.claimant for passage in claim.passages if passage.evidence.claimant}


def _actors_told(claim: WeighedClaim) -> set[str]:
    """Give the actors a claim may name without a passage that does: who speaks, who holds it, whom words stand for."""
    data = claim.entry.data
    told = _claimants(claim)
    if isinstance(data, Position | Reply):
        told |= set(data.held_by)
    for key, stands_for in data.refers.items():
        told |= set(stands_for) if key else set()
    return told
