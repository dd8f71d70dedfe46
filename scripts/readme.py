"""Run the commands that README.md and some pages show, and put what they print below them.

    python scripts/readme.py           writes the pages
    python scripts/readme.py --check   exit status 1 where one is not up to date

A block is a `console` fence whose first line is `$ factcheck ...`. Commands run in the root of
the checkout, against its claims, 88 columns wide and without colour.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "editors.md", ROOT / "docs" / "workflows.md")
BLOCK = re.compile(r"^(```console\n)\$ (factcheck [^\n]*)\n.*?^(```)$", re.M | re.S)


def refreshed(text: str, cache: str) -> str:
    """The document with every block as the program prints it now."""
    return BLOCK.sub(lambda m: f"{m[1]}$ {m[2]}\n{output(m[2], cache)}{m[3]}", text)


def output(command: str, cache: str) -> str:
    """What a command prints, as a reader with an empty environment would see it."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("FACTCHECK", "PYTHON"))}
    result = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=ROOT,
        env={**kept, "FACTCHECK_CACHE": cache, "COLUMNS": "88", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if result.stderr or result.returncode not in (0, 1):
        raise SystemExit(f"{command} failed:\n{result.stderr}")
    return result.stdout


def main() -> int:
    """Write the pages, or only look."""
    stale = False
    with tempfile.TemporaryDirectory() as cache:
        for page in PAGES:
            old = page.read_text(encoding="utf-8")
            new = refreshed(old, cache)
            if new != old and "--check" not in sys.argv[1:]:
                page.write_text(new, encoding="utf-8")
            stale = stale or new != old
    return int(stale and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
