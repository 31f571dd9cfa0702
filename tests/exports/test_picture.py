"""The pictures: their size, their bytes, and texts of any length that stay inside."""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

import pytest

from generator.evidence.weighing import Weighed
from generator.examining import examine
from generator.exports.picture import ICON, SHARE, pictures
from generator.exports.typesetting import png

EXAMPLE = Path(__file__).parents[1] / "example"
PAPER = bytes.fromhex("f5f3ee")


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    return examine(EXAMPLE)[0]


@pytest.fixture(scope="module")
def told(weighed: Weighed) -> dict[str, object]:
    """Give what the picture is told."""
    given: list[dict[str, object]] = []

    def kept(template: str, data: dict[str, object], *, name: str) -> bytes:
        given.append(data)
        return png(template, data, name=name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.exports.picture.png", kept)
        pictures(weighed)
    return given[0]


def size(picture: bytes) -> tuple[int, int]:
    """Read width and height from the header of a PNG."""
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def rows(picture: bytes) -> list[bytes]:
    """Give the rows of an eight-bit PNG in true colour as red, green and blue (ISO/IEC 15948)."""
    width, height = size(picture)
    channels = {2: 3, 6: 4}[picture[25]]
    at, packed = 8, b""
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            packed += picture[at + 8 : at + 8 + length]
        at += length + 12
    raw, stride = zlib.decompress(packed), width * channels
    before, found = bytearray(stride), []
    for row in range(height):
        start = row * (stride + 1)
        kind, line = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        for index in range(stride):
            left = line[index - channels] if index >= channels else 0
            corner = before[index - channels] if index >= channels else 0
            line[index] = (line[index] + predicted(kind, left, before[index], corner)) & 255
        before = line
        found.append(b"".join(bytes(line[pixel : pixel + 3]) for pixel in range(0, stride, channels)))
    return found


def predicted(kind: int, left: int, above: int, corner: int) -> int:
    """Give what a filter of PNG predicts for one byte."""
    if kind == 4:
        guess = left + above - corner
        return min((left, above, corner), key=lambda one: abs(guess - one))
    return (0, left, above, (left + above) // 2)[kind]


def test_their_sizes_are_what_networks_and_devices_ask_for(weighed: Weighed) -> None:
    drawn = {file.uri: file.content for file in pictures(weighed)}
    assert {uri: size(content) for uri, content in drawn.items()} == {SHARE: (1200, 630), ICON: (180, 180)}
    assert len(drawn[SHARE]) < 200_000


def test_the_same_dossier_gives_the_same_bytes(weighed: Weighed) -> None:
    assert pictures(weighed) == pictures(weighed)


def test_no_statement_stands_in_it(weighed: Weighed, told: dict[str, object]) -> None:
    words = json.dumps(told, ensure_ascii=False)
    assert "The closure of the Heron Footbridge" in words
    assert [claim.id for claim in weighed.claims.values() if claim.statement in words] == []


@pytest.mark.parametrize("length", [30, 70, 110, 160])
def test_a_long_title_stays_inside_and_apart_from_the_rest(told: dict[str, object], length: int) -> None:
    title = ("The long closure of a bridge nobody had measured before " * 4)[:length].strip()
    question = ("What was agreed about it, and who says what of what was agreed? " * (length // 20))[: 2 * length]
    small = png("share", {**told, "title": title, "question": question}, name="share", ppi=18)  # a quarter of the size
    drawn = rows(small)
    assert size(small) == (300, 158)
    assert all(row[-3 * 14 :] == PAPER * 14 for row in drawn)  # nothing is cut at the right
    blank = [index for index, row in enumerate(drawn) if row[6 * 3 :] == PAPER * (300 - 6)]
    assert set(range(152, 157)) <= set(blank)  # nor below
    assert len([index for index in blank if 30 < index < 122]) > 9  # title, question and line keep apart
