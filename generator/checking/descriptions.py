"""What is told of a source in CSL's fields: a type that CSL has, a language as a BCP 47 tag, addresses of the web.

May import evidence and everything below it. Must never look an address up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import urlsplit

from generator.evidence.weighing import Weighed
from generator.problems import Problem, Spot
from generator.reading.suggestions import did_you_mean
from generator.reading.unseen import shown

TYPES = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage
    """.split()  # noqa: SIM905  # read more easily as running text
)
"""The types of CSL 1.0.2."""
_OTHER_WORDS = {
    "newspaper": "article-newspaper", "news": "article-newspaper", "newspaper-article": "article-newspaper",
    "magazine": "article-magazine", "journal": "article-journal", "blog": "post-weblog", "blog-post": "post-weblog",
    "tweet": "post", "social-media": "post", "website": "webpage", "web-page": "webpage", "web": "webpage",
    "video": "motion_picture", "film": "motion_picture", "letter": "personal_communication",
    "email": "personal_communication", "conference": "paper-conference", "press-release": "document",
}  # fmt: skip
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")
"""Alphabets with letters that look the same."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*")
_LANGUAGES = {
    "arabic": "ar", "belarusian": "be", "bulgarian": "bg", "chinese": "zh", "croatian": "hr", "czech": "cs",
    "danish": "da", "deutsch": "de", "dutch": "nl", "english": "en", "estonian": "et", "finnish": "fi", "french": "fr",
    "georgian": "ka", "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "italian": "it",
    "japanese": "ja", "korean": "ko", "latvian": "lv", "lithuanian": "lt", "norwegian": "no", "persian": "fa",
    "polish": "pl", "portuguese": "pt", "romanian": "ro", "serbian": "sr", "slovak": "sk",
    "spanish": "es", "swedish": "sv", "turkish": "tr",
}  # fmt: skip
UNKNOWN = "unknown"


def types(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a type of source that CSL does not have."""
    for source in weighed.dossier.sources.values():
        type_ = source.data.type
        if type_ not in TYPES:
            meant = _OTHER_WORDS.get(re.sub(r"[\s_]+", "-", type_.lower()))
            hint = f'; did you mean "{meant}"?' if meant else did_you_mean(type_, TYPES)
            advice = hint or "; write document where the kind of publication is not known"
            yield Problem(source.places.of("type"), "unknown-type", f'"{type_}" is no type of CSL-JSON{advice}')


def languages(weighed: Weighed) -> Iterator[Problem]:
    """Refuse a language that is not written as a BCP 47 tag."""
    dossier = weighed.dossier
    written: list[tuple[Callable[[], Spot], str]] = [
        (partial(one.places.of, "language"), one.data.language) for one in dossier.sources.values() if one.data.language
    ]
    for actor in dossier.actors.values():
        for index, utterance in enumerate(actor.data.utterances):
            if utterance.language != UNKNOWN:
                written.append((partial(actor.places.of, "utterances", index, "language"), utterance.language))
    for place, language in written:
        if not _TAG.fullmatch(language):
            message = f'"{language}" is no tag of a language (BCP 47){_tag_of(language)}'
            yield Problem(place(), "unknown-language", message)


def addresses(weighed: Weighed) -> Iterator[Problem]:
    """Refuse an address of a source that no page can lead to, or that holds a password."""
    for source in weighed.dossier.sources.values():
        for field in ("URL", "archive_location"):
            address = getattr(source.data, field)
            if address is not None and (wrong := _wrong(address)):
                yield _address(source.places.of(field), address, wrong)


def _address(spot: Spot, address: str, wrong: str) -> Problem:
    without = re.sub(r"//[^/@]*@", "//…@", address)
    return Problem(spot, "bad-address", f'"{shown(without, longest=120)}" {wrong}')


def _wrong(address: str) -> str:
    """Say what is wrong with an address; '' where nothing is."""
    try:
        parts = urlsplit(address)
        host, secret = parts.hostname, parts.username is not None or parts.password is not None
        _ = parts.port  # refused where it is none
        mixed = _mixed(host or "")
    except ValueError:
        return "is no address; copy it from the browser"
    if re.search(r"\s", address):
        return "has a space in it; copy the address from the browser"
    if parts.scheme.lower() not in ("http", "https"):
        return "does not begin with https:// or http://; write the whole address"
    if not host:
        return "names no host; write the whole address"
    if secret:
        return "holds a user name or a password; write the address without them"
    return f"has letters of {mixed} in one name of its host; type it anew, or copy it from the browser" if mixed else ""


def _mixed(host: str) -> str:
    """Name the alphabets that one part of a host mixes, so that it looks like another; '' where none does."""
    for label in host.split("."):
        plain = label.encode("ascii").decode("idna") if label.startswith("xn--") else label
        scripts = dict.fromkeys(unicodedata.name(letter, "").partition(" ")[0] for letter in plain if letter.isalpha())
        if len(found := [script.capitalize() for script in scripts if script in _ALPHABETS]) > 1:
            return " and ".join(found)
    return ""


def _tag_of(language: str) -> str:
    meant = _LANGUAGES.get(language.strip().lower(), "")
    if not meant and "_" in language and _TAG.fullmatch(changed := language.partition(".")[0].replace("_", "-")):
        meant = changed
    return f'; did you mean "{meant}"?' if meant else "; write two or three letters, as in en, uk or pt-BR"
