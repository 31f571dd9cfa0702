"""What is told of a source in CSL's fields: which types, languages and addresses are refused, and with what advice."""

from __future__ import annotations

import pytest

from generator.checking.descriptions import addresses, languages, types
from generator.evidence.weighing import Weighed, weigh
from generator.problems import Problem
from tests.changed_example import example, weighed_with


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    return weigh(example())


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(f"{problem.spot.file}:{problem.code}", problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("type_", "advice"),
    [
        ("Newspaper", '; did you mean "article-newspaper"?'),
        ("blog post", '; did you mean "post-weblog"?'),
        ("social_media", '; did you mean "post"?'),
        ("documnt", '; did you mean "document"?'),
        ("zzzz", "; write document where the kind of publication is not known"),
    ],
)
def test_a_type_that_csl_does_not_have(weighed: Weighed, type_: str, advice: str) -> None:
    problems = list(types(weighed_with(weighed, "sources", "courier", type=type_)))
    assert told(problems) == [
        ("facts/sources/courier.yml:unknown-type", f'"{type_}" is no type of CSL-JSON{advice}')
    ]
    assert problems[0].spot.line == 1


@pytest.mark.parametrize(
    ("language", "advice"),
    [
        ("English", '; did you mean "en"?'),
        (" german ", '; did you mean "de"?'),
        ("pt_BR", '; did you mean "pt-BR"?'),
        ("en_GB.UTF-8", '; did you mean "en-GB"?'),
        ("e_n", "; write two or three letters, as in en, uk or pt-BR"),
        ("Elvish", "; write two or three letters, as in en, uk or pt-BR"),
    ],
)
def test_a_language_that_is_no_tag(weighed: Weighed, language: str, advice: str) -> None:
    said = f'"{language}" is no tag of a language (BCP 47){advice}'
    of_source = list(languages(weighed_with(weighed, "sources", "courier", language=language)))
    assert told(of_source) == [("facts/sources/courier.yml:unknown-language", said)]
    assert of_source[0].spot.line == 3
    (utterance,) = weighed.dossier.actors["dana-orrell"].data.utterances
    spoken = [utterance.model_copy(update={"language": language})]
    of_utterance = list(languages(weighed_with(weighed, "actors", "dana-orrell", utterances=spoken)))
    assert told(of_utterance) == [("facts/actors/dana-orrell.yml:unknown-language", said)]


@pytest.mark.parametrize("language", ["en", "pt-BR", "zh-Hant", "sr-Latn-RS", "es-419", None])
def test_tags_of_languages(weighed: Weighed, language: str | None) -> None:
    assert list(languages(weighed_with(weighed, "sources", "courier", language=language))) == []


def test_the_language_of_an_utterance_may_be_unknown(weighed: Weighed) -> None:
    (utterance,) = weighed.dossier.actors["dana-orrell"].data.utterances
    spoken = [utterance.model_copy(update={"language": "unknown"})]
    assert list(languages(weighed_with(weighed, "actors", "dana-orrell", utterances=spoken))) == []


@pytest.mark.parametrize("field", ["URL", "archive_location"])
@pytest.mark.parametrize(
    ("address", "shown", "wrong"),
    [
        ("https://a.example/x y", "", "has a space in it; copy the address from the browser"),
        ("ftp://a.example/", "", "does not begin with https:// or http://; write the whole address"),
        ("a.example/x", "", "does not begin with https:// or http://; write the whole address"),
        ("javascript:alert(1)", "", "does not begin with https:// or http://; write the whole address"),
        ("https:///x", "", "names no host; write the whole address"),
        ("https://[a.example/", "", "is no address; copy it from the browser"),
        ("https://me:secret@a.example/x", "https://…@a.example/x",
         "holds a user name or a password; write the address without them"),
        ("https://me@a.example/", "https://…@a.example/",
         "holds a user name or a password; write the address without them"),
        ("https://:secret@a.example/", "https://…@a.example/",
         "holds a user name or a password; write the address without them"),
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere(weighed: Weighed, field: str, address: str, shown: str, wrong: str) -> None:
    (problem,) = addresses(weighed_with(weighed, "sources", "gazette", **{field: address}))
    assert (problem.code, problem.message) == ("bad-address", f'"{shown or address}" {wrong}')
    assert problem.spot.line == (4 if field == "URL" else 7)


@pytest.mark.parametrize("address", ["http://a.example", "HTTPS://A.example/x?y=z@w#v", "https://b.example:80/", None])
def test_addresses_that_are_good(weighed: Weighed, address: str | None) -> None:
    assert list(addresses(weighed_with(weighed, "sources", "gazette", URL=address))) == []
