"""What weighing adds to facts.json: voices, origins, answers, differences, utterances, implementation.

May import evidence and the model. Must never know addresses or Markdown.
"""

from __future__ import annotations

from generator.evidence.voices import Voice
from generator.evidence.weighing import Weighed, WeighedQuestion
from generator.model.passages import Value
from generator.model.records import Agreement

Data = dict[str, object]


def voice(heard: Voice) -> Data:
    """Tell one voice; an article's own voice has no speaker."""
    told: Data = {"kind": heard.kind}
    if heard.speaker:
        told["speaker"] = heard.speaker
    if heard.party is not None:
        told["party"] = heard.party
    return told | {
        "supports": heard.supports,
        "sources": list(heard.sources),
        "origins": list(heard.origins),
        "identified": heard.identified,
    }


def value(given: Value) -> Data:
    """Tell a value: its one field, and its scope where it has one."""
    return {given.name: given.given} | ({"scope": given.scope} if given.scope else {})


def answers(question: WeighedQuestion) -> list[Data]:
    """Tell the answers to a question, each with the claims whose passages give it."""
    return [
        {
            "text": answer.text,
            "value": value(answer.value),
            "claims": list(dict.fromkeys(given.claim for given in answer.given)),
        }
        for answer in question.compared.answers
    ]


def differences(weighed: Weighed) -> list[Data]:
    """Tell every difference, by the ids of their questions."""
    return [
        {
            "question": id_,
            "answers": list(difference.answers),
            "reading": difference.reading,
            "because": difference.because,
            "computed": difference.computed,
        }
        for id_, question in weighed.questions.items()
        for difference in question.compared.differences
    ]


def origins(weighed: Weighed) -> list[Data]:
    """Tell every origin that evidence names, declared or not, sorted by id, with the sources it is heard in."""
    head = weighed.dossier.head
    declared = {origin.id: origin for origin in (head.data.origins if head else [])}
    heard: dict[str, set[str]] = {id_: set() for id_ in declared}
    for claim in weighed.claims.values():
        for passage in claim.passages:
            heard.setdefault(passage.origin, set()).add(passage.source.id)
    return [
        {"id": id_}
        | ({"about": declared[id_].about, "because": declared[id_].because} if id_ in declared else {})
        | {"identified": id_ in declared and declared[id_].identified, "sources": sorted(sources)}
        for id_, sources in sorted(heard.items())
    ]


def utterances(weighed: Weighed) -> list[Data]:
    """Tell every remark that sources render in their own words, with all its renderings."""
    renderings = _renderings(weighed)
    return [
        {
            "id": id_,
            "actor": actor,
            "about": utterance.about,
            "language": utterance.language,
            "translator": utterance.translator,
            "renderings": renderings.get(id_, []),
        }
        for id_, (actor, utterance) in sorted(weighed.dossier.utterances.items())
    ]


def implementation(agreement: Agreement) -> list[Data]:
    """Tell how far each part of an agreement had got, by ids of claims."""
    return [part.model_dump() for part in agreement.implementation]


def _renderings(weighed: Weighed) -> dict[str, list[Data]]:
    """Tell the renderings of every utterance, by its id."""
    found: dict[str, list[Data]] = {}
    for claim in weighed.claims.values():
        for number, passage in enumerate(claim.passages):
            if passage.evidence.utterance:
                via: Data = {"via": passage.evidence.via} if passage.evidence.via else {}
                rendering: Data = {"claim": claim.id, "evidence": number, "source": passage.source.id}
                found.setdefault(passage.evidence.utterance, []).append(rendering | via)
    return found
