"""CPU time of a plain check in a fresh process, against that of `python -c pass`.

    python bench/start_up.py [--runs 20] [--claims claims] [--budget 10] [STATEMENT]

The first check is not counted: it compiles modules and fills the cache. Times are user and
system time of the child processes, so that waiting for the disk or for other programs does not
count; the median is taken because other programs still disturb caches and clocks.
Exits with 1 where the ratio is above the budget.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def cpu_seconds(command: list[str], environment: dict[str, str]) -> float:
    """User and system time of one run of `command`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def medians(
    commands: dict[str, list[str]], runs: int, environment: dict[str, str]
) -> dict[str, float]:
    """Median seconds of each command, run in turns, so that a busy moment strikes all."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(cpu_seconds(command, environment))
    for name, seconds in times.items():
        middle = statistics.median(seconds) * 1000
        spread = f"{min(seconds) * 1000:.1f} to {max(seconds) * 1000:.1f}"
        print(f"{name:<16}{middle:7.1f} ms CPU, median of {runs} ({spread})")
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("statement", nargs="?", default="300 returned to duty")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--claims", default=str(ROOT / "claims"))
    parser.add_argument("--budget", type=float, default=10)
    given = parser.parse_args()
    check = [sys.executable, "-m", "factcheck", given.statement, "--claims", given.claims]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    # An installed package has its byte code; this variable would have it compiled every time.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    first = subprocess.run(check, capture_output=True, env=environment, text=True, check=False)
    if first.returncode not in (0, 1):
        print(first.stderr, file=sys.stderr)
        return 2
    commands = {"python -c pass": [sys.executable, "-c", "pass"], "factcheck": check}
    found = medians(commands, given.runs, environment)
    ratio = found["factcheck"] / found["python -c pass"]
    print(f"{'ratio':<16}{ratio:7.1f} times, the budget is {given.budget:g}")
    return int(ratio > given.budget)


if __name__ == "__main__":
    sys.exit(main())
