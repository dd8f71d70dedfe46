"""`--diff REV`: what stands on lines that changed since a revision of git, and nothing else.

git is asked with fixed arguments, without a shell and without the programs that its configuration
may name. Only the numbers of lines are read of what it says, never the paths of a diff.
"""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from factcheck.editorial.review import Review
from factcheck.errors import ConfigError
from factcheck.model import Finding, Span
from factcheck.model.diagnostic import Diagnostic

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_OF_THE_WHOLE: Final = "FC903"  # how the draft was read
_GIT: Final = (
    "git", "--no-pager", "--literal-pathspecs",
    "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "core.fileMode=false",
)  # fmt: skip
# A hook of git runs with these set, to what need not be the repository of a draft.
_OF_A_HOOK: Final = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
_DIFF: Final = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames")


class Lines(NamedTuple):
    """Which lines of a draft changed.

    Attributes:
        spans: half-open ranges of line numbers, in order; None for all lines.
    """

    spans: tuple[tuple[int, int], ...] | None

    def touch(self, first: int, last: int) -> bool:
        """Whether a line from `first` to `last` changed."""
        if self.spans is None:
            return True
        number = bisect_right(self.spans, (last, float("inf"))) - 1
        return number >= 0 and self.spans[number][1] > first


_ALL, _NONE = Lines(None), Lines(())


class Changed:
    """Leaves out of reviews what stands on lines that did not change.

    Args:
        revision: a revision of git: a commit, a branch, a tag.
        unsaved: names of drafts whose text did not come from their files.
    """

    def __init__(self, revision: str, unsaved: Iterable[str] = ()) -> None:
        self._revision = revision
        self._unsaved = frozenset(unsaved)
        self._roots: dict[str, str] = {}
        self._repositories: dict[str, _Repository] = {}

    def left(self, review: Review) -> Review | None:
        """The review without what it says of lines that did not change; None if nothing is left.

        Raises:
            ConfigError: the draft is in no repository of git, or the revision is unknown there.
        """
        name = review.document.name
        lines = _ALL if name is None or name in self._unsaved else self._lines(name)
        if lines.spans is None:
            return review
        kept = _Kept(review, lines)
        report = replace(
            review.report,
            statements=tuple(s for s in review.report.statements if kept.touched(s.span)),
            findings=tuple(f for f in review.report.findings if kept.has(f)),
        )
        diagnostics = tuple(filter(kept.keeps, review.diagnostics))
        if not (diagnostics or report.findings):
            return None
        return replace(review, report=report, diagnostics=diagnostics)

    def _lines(self, name: str) -> Lines:
        path = os.path.realpath(name)
        folder = os.path.dirname(path)  # noqa: PTH120
        if folder not in self._roots:
            self._roots[folder] = _root(folder)
        root = self._roots[folder]
        if root not in self._repositories:
            self._repositories[root] = _Repository(root, self._revision)
        return self._repositories[root].lines(os.path.relpath(path, root))


class _Kept:
    """Tells which diagnostics of a draft stand on changed lines."""

    def __init__(self, review: Review, lines: Lines) -> None:
        self._lines = lines
        self._origin = review.document.origin
        self._sentences = sorted(statement.span for statement in review.report.statements)
        # git ends lines with LF alone
        original = review.document.origin.original
        self._has_lines = original is not None
        self._ends = [found.start() for found in re.finditer("\n", original or "")]

    def keeps(self, one: Diagnostic) -> bool:
        """Whether a line changed of any sentence that it is about."""
        if one.code == _OF_THE_WHOLE or not self._has_lines:
            return self._lines != _NONE
        if one.place.span is not None and self._touches(*one.place.span):  # a comment's own
            return True
        return any(map(self.touched, (one.span, *(other.span for other in one.related))))

    def has(self, finding: Finding) -> bool:
        """Whether a line changed of the sentence of a figure."""
        return finding.figure is None or self.touched(finding.figure.span)

    def touched(self, span: Span) -> bool:
        """Whether a line changed of the sentence that a span stands in, or is."""
        if not self._has_lines:
            return self._lines != _NONE
        return any(self._touches(*part) for part in self._parts(self._sentence(span)))

    def _touches(self, start: int, end: int) -> bool:
        return self._lines.touch(self._line(start), self._line(max(end - 1, start)))

    def _parts(self, span: Span) -> Iterator[Span]:
        """Where a span stands in the original; a sentence of a table is in several places."""
        pieces = self._origin.pieces(span)
        for start, length, *_ in pieces:
            part = Span(max(start, span.start), min(start + length, span.end))
            if part.start <= part.end:  # what the reader put between two pieces stands nowhere
                yield self._origin.span(part)
        if not pieces:
            yield self._origin.span(span)

    def _sentence(self, span: Span) -> Span:
        number = bisect_right(self._sentences, (span.start, float("inf"))) - 1
        if number < 0 or self._sentences[number].end < span.end:
            return span
        return self._sentences[number]

    def _line(self, offset: int) -> int:
        return bisect_right(self._ends, offset - 1) + 1


class _Repository:
    """What changed in a repository since a revision, in what is on disk now."""

    def __init__(self, root: str, revision: str) -> None:
        self._root = root
        self._commit = _commit(root, revision)
        # paths are compared as bytes: a name need not be text
        self._tracked = frozenset(_names(_git(root, "ls-files", "-z")))
        names = (*_DIFF, "--name-only", "-z", self._commit, "--")
        self._changed = frozenset(_names(_git(root, *names)))

    def lines(self, path: str) -> Lines:
        """The lines of a file that changed; all of what git does not track.

        Args:
            path: from the root of the repository.
        """
        name = os.fsencode(path if os.sep == "/" else path.replace(os.sep, "/"))
        if name not in self._tracked:
            return _ALL
        if name not in self._changed:
            return _NONE
        hunks = (*_DIFF, "-U0", "--inter-hunk-context=0", self._commit, "--", path)
        found = list(_spans(_git(self._root, *hunks)))
        # no hunk: git does not see lines in it, or its rights changed alone
        return Lines(tuple(found)) if found else _ALL


def _spans(diff: bytes) -> Iterator[tuple[int, int]]:
    for found in _HUNK.finditer(diff):
        start, count = int(found[1]), int(found[2]) if found[2] is not None else 1
        yield start, start + count


def _names(listed: bytes) -> Iterator[bytes]:
    return filter(None, listed.split(b"\0"))


def _root(folder: str) -> str:
    try:
        top = _git(folder, "rev-parse", "--show-toplevel")
    except _GitError as error:
        raise ConfigError(
            f"--diff needs a repository of git, and git finds none here: {error}",
            where=folder,
            do="leave out --diff, or name drafts of a repository",
        ) from error
    return os.path.realpath(os.fsdecode(top.rstrip(b"\r\n")))


def _commit(root: str, revision: str) -> str:
    try:
        # what begins with a hyphen is a revision here, too, and none that is known
        told = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return _git(root, *told).decode("ascii", "replace").strip()
    except _GitError as error:
        raise ConfigError(
            f"git knows no revision {revision!r}",
            where=f"--diff ({root})",
            do="name a commit, a branch or a tag: HEAD, main, v1.2",
        ) from error


class _GitError(Exception):
    """What git has to say where it fails."""


def _git(folder: str, *arguments: str) -> bytes:
    """What git writes.

    Raises:
        _GitError: it fails.
        ConfigError: there is no git.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    environment = {**kept, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command: Sequence[str] = (*_GIT, "-C", folder, *arguments)
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, stdin=subprocess.DEVNULL, env=environment
        )
    except (FileNotFoundError, PermissionError) as error:
        raise ConfigError(
            "--diff needs git, which cannot be run", do="install git, or leave out --diff"
        ) from error
    except ValueError as error:  # a null character in the revision
        raise _GitError(str(error)) from error
    if done.returncode != 0:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        fatal = (line.removeprefix("fatal: ") for line in told if line.startswith("fatal: "))
        raise _GitError(next(fatal, told[-1] if told else "git says nothing"))
    return done.stdout
