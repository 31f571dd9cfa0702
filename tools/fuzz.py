"""Fuzz the reading, the proof and what is written, guided by coverage: `make fuzz`, or `python -m tools.fuzz NAME...`.

Needs atheris, which has no wheels for every system, so the environment does not bring it; `--unguided` does without, by
lot, and is some ten times faster. Inputs are kept under `.cache/fuzz`, so that the next run goes on from them; an input
that fails, or takes longer than two seconds, is kept under `found/` there and told at the end. What is mended goes into
`tests/fuzz_cases/`, which the tests read.
May import the targets of the tests. Must never be a part of the tests: it runs for minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import random
import re
import resource
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEPT = ROOT / ".cache" / "fuzz"
NAMES = ("yaml", "record", "proof", "edtf", "numbers", "escaping", "edit")
SLOWEST = 2.0
"""Seconds of the processor that one input may take."""
LARGEST = 3 << 30
"""Bytes of memory a run may take."""
LONGEST = {"yaml": 256, "record": 31, "escaping": 128}
"""Bytes of an input of a target; 512 of others."""
_FROM_POOL = 0.7


def main() -> int:
    """Fuzz each target in a process of its own, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", default=NAMES, help="what to fuzz; all by default")
    parser.add_argument("--inputs", type=int, default=100_000, help="inputs of each target")
    parser.add_argument("--unguided", action="store_true", help="change inputs by lot alone: faster, without atheris")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if unknown := set(given.targets) - set(NAMES):
        parser.error(f"{', '.join(sorted(unknown))}: no such target; there are {', '.join(NAMES)}")
    if given.unguided:
        return 1 if sum(_unguided(name, given.inputs) for name in given.targets) else 0
    if importlib.util.find_spec("atheris") is None:
        print("Fuzzing needs atheris, which is not a part of the environment: .venv/bin/python -m pip install atheris")
        return 2
    if given.alone:
        _fuzz(given.targets[0], given.inputs)
        return 0
    failed = [name for name in given.targets if not _run(name, given.inputs)]
    return 1 if failed else 0


def _run(name: str, inputs: int) -> bool:
    """Fuzz one target; say whether nothing was found."""
    place = KEPT / name
    for folder in ("corpus", "found"):
        (place / folder).mkdir(parents=True, exist_ok=True)
    before = set((place / "found").iterdir())
    started = time.monotonic()
    command = [sys.executable, "-m", "tools.fuzz", name, "--inputs", str(inputs), "--alone"]
    with (place / "log").open("w", encoding="utf-8") as log:
        code = subprocess.run(command, cwd=ROOT, stderr=log, stdout=log, check=False).returncode  # noqa: S603  # itself
    told = (place / "log").read_text(encoding="utf-8", errors="replace")
    done = re.findall(r"^#(\d+)\s.*?cov: (\d+) ft: (\d+)", told, re.MULTILINE)
    many, covered, features = done[-1] if done else ("0", "0", "0")
    found = sorted(set((place / "found").iterdir()) - before)
    print(
        f"{name:<9} {int(many):>9,} inputs, {covered} branches and {features} features covered, {len(found)} found, "
        f"{time.monotonic() - started:.0f} s{'' if code == 0 else f'; it ended with {code}'}",
        flush=True,
    )
    for path in found:
        print(f"  {path.relative_to(ROOT)}", flush=True)
    return code == 0 and not found


def _fuzz(name: str, inputs: int) -> None:
    """Feed one target in this process; does not come back."""
    import atheris  # noqa: PLC0415  # not a part of the environment

    resource.setrlimit(resource.RLIMIT_AS, (LARGEST, LARGEST))
    with atheris.instrument_imports(include=["generator"]):
        from tests.fuzz_targets import CASES  # noqa: PLC0415  # instrumented while it is imported
    place, known = KEPT / name, CASES / name
    options = [f"-runs={inputs}", f"-max_len={LONGEST.get(name, 512)}", "-len_control=10", "-timeout=300"]
    options += ["-report_slow_units=300", f"-artifact_prefix={place / 'found'}/"]
    folders = [str(place / "corpus"), *([str(known)] if known.is_dir() else [])]
    atheris.Setup([sys.argv[0], *options, *folders], _feeder(name))
    atheris.Fuzz()


def _unguided(name: str, inputs: int) -> int:
    """Feed one target inputs by lot, and changes of those that are known; print and give how many were found."""
    from tests.fuzz_targets import CASES  # noqa: PLC0415  # the targets import all of the generator

    place, longest, chance = KEPT / name, LONGEST.get(name, 512), random.Random(name)  # noqa: S311  # no secret
    for folder in ("corpus", "found"):
        (place / folder).mkdir(parents=True, exist_ok=True)
    pool = [path.read_bytes() for folder in (CASES / name, place / "corpus") for path in sorted(folder.glob("*"))]
    before, started, feed = set((place / "found").iterdir()), time.monotonic(), _feeder(name)
    for _ in range(inputs):
        data = bytearray(chance.choice(pool) if pool and chance.random() < _FROM_POOL else b"")
        for _ in range(chance.randint(1, 8)):
            at, end = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
            data[at : min(end, at + 4)] = chance.randbytes(chance.choice((0, 1, 2, 4, 16)))
        feed(bytes(data[:longest]))
    found = len(set((place / "found").iterdir()) - before)
    print(f"{name:<9} {inputs:>9,} inputs by lot, {found} found, {time.monotonic() - started:.0f} s", flush=True)
    return found


def _feeder(name: str) -> Callable[[bytes], None]:
    """Give a function that feeds one input, and keeps it where it fails or takes long; each kind of failure once."""
    from tests.fuzz_targets import TARGETS  # noqa: PLC0415  # instrumented where it was imported so

    target, place, seen = TARGETS[name], KEPT / name, set[str]()

    def once(data: bytes) -> None:
        started = time.process_time()
        try:
            target(data)
            if (took := time.process_time() - started) > SLOWEST:
                raise TimeoutError(f"{took:.1f} s")
        except Exception as error:  # noqa: BLE001  # whatever it is, it is found
            last = traceback.extract_tb(error.__traceback__)[-1]
            if (kind := f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}") not in seen:
                seen.add(kind)
                digest = hashlib.sha256(data).hexdigest()[:8]
                (place / "found" / f"{kind}-{digest}").write_bytes(data)
                print(kind, error, data, file=sys.stderr, flush=True)

    return once


if __name__ == "__main__":
    sys.exit(main())
