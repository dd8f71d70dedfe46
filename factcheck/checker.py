"""The library's front door: a checker over a store of claims."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

from factcheck import pipeline
from factcheck.cache import read_blob, write_blob
from factcheck.candidates.index import ClaimIndex, build
from factcheck.document.base import Passage
from factcheck.document.read import read_document, read_text
from factcheck.findings.trace import explanation
from factcheck.frames.analyse import analyse
from factcheck.model import Claim, Figure, Report, Span
from factcheck.model.trace import Explanation
from factcheck.policy import Policy
from factcheck.store.base import ClaimStore, MemoryStore
from factcheck.store.files import fingerprint
from factcheck.store.reader import read_claims

_CACHE = "claims"


class Checker:
    """Checks statements and documents against reference claims.

    A checker never changes and may be used from several threads. The same text and claims
    always give the same report.

    Args:
        claims: a store, or any iterable of `Claim`, in any order.
        policy: the tolerances of the contract.

    Raises:
        ClaimError: for two claims of one id, or a `supersedes` that names none of them.
    """

    def __init__(self, claims: Iterable[Claim] | ClaimStore, policy: Policy | None = None) -> None:
        store = (
            cast("ClaimStore", claims)
            if hasattr(claims, "fingerprint")
            else MemoryStore(cast("Iterable[Claim]", claims))
        )
        self._policy = policy or Policy()
        self._index = ClaimIndex(build(store.claims()))

    @classmethod
    def from_path(cls, *paths: str | os.PathLike[str], policy: Policy | None = None) -> Checker:
        """A checker over claim files, or folders of them.

        What was read in the claims is kept in the user's cache directory, keyed on their
        content, so that only the first check after a change pays for it.

        Args:
            paths: `.toml` and `.jsonl` files, or folders of them.
            policy: the tolerances of the contract.

        Raises:
            ClaimFaults: one or more faults in the files, all of them, with file and line.
            NoClaims: a path does not exist, or there is no claim but drafts.
        """
        key = fingerprint(paths)
        data = read_blob(_CACHE, key)
        if data is None:
            built = build(read_claims(paths).claims())
            write_blob(_CACHE, key, built)
            data = memoryview(built)
        checker = cls.__new__(cls)
        checker._policy = policy or Policy()
        checker._index = ClaimIndex(data)
        return checker

    def __len__(self) -> int:
        return len(self._index)

    def check(self, statement: str) -> Report:
        """Check one statement, or a few sentences of running text.

        Args:
            statement: any text; offsets in the report count its code points.

        Returns:
            One finding for every figure, and one for every sentence that holds none.
        """
        whole = [Passage(Span(0, len(statement)), whole=True)]
        return pipeline.check(statement, whole, self._index, self._policy)

    def check_document(self, text_or_path: str | os.PathLike[str]) -> Report:
        """Check a document: running text, or a `.txt` or `.md` file.

        Args:
            text_or_path: a path object or the path of an existing file; any other string is
                taken for the text itself.

        Raises:
            InputError: the file cannot be read, or is not text.
        """
        path = _existing(text_or_path)
        text, passages = read_document(path) if path else read_text(str(text_or_path))
        report = pipeline.check(text, passages, self._index, self._policy)
        return replace(report, path=str(text_or_path)) if path else report

    def explain(self, statement: str) -> Explanation:
        """Everything that was read, looked at, accepted and refused for a statement."""
        return explanation(statement, self._index, self._policy)


def extract(text: str) -> tuple[Figure, ...]:
    """All figures that a text asserts, each with what it counts, its event and its details.

    Args:
        text: any text.

    Returns:
        The figures in text order; spans count the text's code points.
    """
    return tuple(figure for sentence in _sentences(text) for figure in sentence)


def _sentences(text: str) -> Iterator[tuple[Figure, ...]]:
    for span in pipeline.statement_spans(text, Span(0, len(text))):
        yield tuple(frame.figure for frame in analyse(text, span).figures)


def _existing(text_or_path: str | os.PathLike[str]) -> Path | None:
    """The path of an existing file; None for what is text."""
    if not isinstance(text_or_path, str):
        return Path(text_or_path)
    if len(text_or_path) > 4096 or "\n" in text_or_path or "\0" in text_or_path:
        return None
    try:
        path = Path(text_or_path)
        return path if path.is_file() else None
    except (OSError, ValueError):
        return None
