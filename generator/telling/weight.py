"""What weighing adds: voices, origins, answers, differences, utterances, implementation.

May import evidence, the model and the shapes that are told. Must never know addresses.
"""

from __future__ import annotations

from generator.evidence.voices import Voice as Heard
from generator.evidence.weighing import Weighed, WeighedQuestion
from generator.model.passages import Value as Given
from generator.model.records import Agreement
from generator.telling.claims import Answer, Difference, Rendering, Utterance, Voice
from generator.telling.facts import Origin
from generator.telling.passages import Value
from generator.telling.records import Step


def voice(heard: Heard) -> Voice:
    """Tell one voice; an article's own voice has no speaker."""
    return Voice(
        kind=heard.kind,
        speaker=heard.speaker or None,
        party=heard.party,
        supports=heard.supports,
        sources=list(heard.sources),
        origins=list(heard.origins),
        identified=heard.identified,
    )


def value(given: Given) -> Value:
    """Tell a value: its one field, and its scope where it has one."""
    return Value.model_validate({given.name: given.given, "scope": given.scope or None})


def answers(question: WeighedQuestion) -> list[Answer]:
    """Tell the answers to a question, each with the claims whose passages give it."""
    return [
        Answer(
            text=answer.text,
            value=value(answer.value),
            claims=list(dict.fromkeys(given.claim for given in answer.given)),
        )
        for answer in question.compared.answers
    ]


def differences(weighed: Weighed) -> list[Difference]:
    """Tell every difference, by the ids of their questions."""
    return [
        Difference(
            question=id_,
            answers=list(difference.answers),
            reading=difference.reading,
            because=difference.because,
            computed=difference.computed,
        )
        for id_, question in weighed.questions.items()
        for difference in question.compared.differences
    ]


def origins(weighed: Weighed) -> list[Origin]:
    """Tell every origin that evidence names, declared or not, sorted by id, with the sources it is heard in."""
    head = weighed.dossier.head
    declared = {origin.id: origin for origin in (head.data.origins if head else [])}
    heard: dict[str, set[str]] = {id_: set() for id_ in declared}
    for claim in weighed.claims.values():
        for passage in claim.passages:
            heard.setdefault(passage.origin, set()).add(passage.source.id)
    return [
        Origin(
            id=id_,
            about=declared[id_].about if id_ in declared else None,
            because=declared[id_].because if id_ in declared else None,
            identified=id_ in declared and declared[id_].identified,
            sources=sorted(sources),
        )
        for id_, sources in sorted(heard.items())
    ]


def utterances(weighed: Weighed) -> list[Utterance]:
    """Tell every remark that sources render in their own words, with all its renderings."""
    renderings = _renderings(weighed)
    return [
        Utterance(
            id=id_,
            actor=actor,
            about=utterance.about,
            language=utterance.language,
            translator=utterance.translator,
            renderings=renderings.get(id_, []),
        )
        for id_, (actor, utterance) in sorted(weighed.dossier.utterances.items())
    ]


def implementation(agreement: Agreement) -> list[Step]:
    """Tell how far each part of an agreement had got, by ids of claims."""
    return [
        Step(what=part.what, agreed=part.agreed, announced=part.announced, reported=part.reported)
        for part in agreement.implementation
    ]


def _renderings(weighed: Weighed) -> dict[str, list[Rendering]]:
    """Tell the renderings of every utterance, by its id."""
    found: dict[str, list[Rendering]] = {}
    for claim in weighed.claims.values():
        for number, passage in enumerate(claim.passages):
            if passage.evidence.utterance:
                rendering = Rendering(
                    claim=claim.id, evidence=number, source=passage.source.id, via=passage.evidence.via or None
                )
                found.setdefault(passage.evidence.utterance, []).append(rendering)
    return found
