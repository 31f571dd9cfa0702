"""Fuzz the reading, the proof and what is written, guided by coverage: `make fuzz`, or `python -m tools.fuzz NAME...`.

Needs atheris, which has no wheels for every system, so the environment does not bring it. Inputs are kept under
`.cache/fuzz`, so that the next run goes on from them; an input that fails, or takes longer than two seconds, is kept
under `found/` there and told at the end. What is mended goes into `tests/fuzz_cases/`, which the tests read.
May import the targets of the tests. Must never be a part of the tests: it runs for minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import re
import resource
import subprocess
import sys
import time
import traceback
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


def main() -> int:
    """Fuzz each target in a process of its own, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", default=NAMES, help="what to fuzz; all by default")
    parser.add_argument("--inputs", type=int, default=100_000, help="inputs of each target")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if unknown := set(given.targets) - set(NAMES):
        parser.error(f"{', '.join(sorted(unknown))}: no such target; there are {', '.join(NAMES)}")
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
        from tests.fuzz_targets import CASES, TARGETS  # noqa: PLC0415  # instrumented while it is imported
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

    known = CASES / name
    longest = LONGEST.get(name, 512)
    options = [f"-runs={inputs}", f"-max_len={longest}", "-len_control=10", "-timeout=300", "-report_slow_units=300"]
    options.append(f"-artifact_prefix={place / 'found'}/")
    atheris.Setup([sys.argv[0], *options, str(place / "corpus"), *([str(known)] if known.is_dir() else [])], once)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
