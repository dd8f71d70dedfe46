"""The library's front door: a checker over a store of claims."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

from factcheck import pipeline
from factcheck.candidates.base import ClaimStore, Snapshot
from factcheck.candidates.index import ClaimIndex, build
from factcheck.compiling.opening import opened
from factcheck.document.passage import Passage
from factcheck.figures.unit_data import UnitTable
from factcheck.figures.units import user_units
from factcheck.frames.analyse import analyse_figures
from factcheck.model import Claim, Figure, Report, Span
from factcheck.policy import Policy
from factcheck.text.tokens import LOCALE

if TYPE_CHECKING:
    from factcheck.document.base import Document
    from factcheck.editorial.review import Review
    from factcheck.editorial.settings import ReviewSettings
    from factcheck.model.trace import Explanation
    from factcheck.store.base import ClaimSource


class Checker:
    """Checks statements and documents against reference claims.

    A checker never changes, so that it may be used from several threads and is its own copy. The
    same text and claims always give the same report.

    Args:
        claims: any iterable of `Claim`, in any order, or a store of them, as it is now.
        policy: the tolerances of the contract.
        units: further units of measure in pint's syntax, "smoot = 1.7018 metre = smt".
        locale: how numbers and dates are written, as a language tag: "de" reads 3.500 as 3,500.

    Raises:
        UnitError: for a unit that pint does not understand.
        ClaimError: for what is no claim, two claims of one id, a `supersedes` that names none
            of them, or an unknown unit of a stated figure.
    """

    __slots__ = ("_index", "_locale", "_policy", "_units")

    _index: Snapshot
    _policy: Policy
    _units: UnitTable | None
    _locale: str

    def __init__(
        self,
        claims: Iterable[Claim] | ClaimSource | ClaimStore,
        policy: Policy | None = None,
        units: Sequence[str] = (),
        locale: str = LOCALE,
    ) -> None:
        own = _parsed(units)
        self._set(_snapshot(claims, own, locale), policy or Policy(), own, locale)

    @classmethod
    def from_path(
        cls,
        *paths: str | os.PathLike[str],
        policy: Policy | None = None,
        units: Sequence[str] = (),
        locale: str = LOCALE,
        progress: Callable[[int, int], None] | None = None,
        waiting: Callable[[], None] | None = None,
    ) -> Checker:
        """A checker over claim files, or folders of them.

        What was read in the claims is kept in the user's cache directory, so that only the first
        check after a change pays for it: for all of them where they are few, for those that have
        changed where there are many.

        Args:
            paths: `.toml` and `.jsonl` files, or folders of them.
            policy: the tolerances of the contract.
            units: further units of measure in pint's syntax, "smoot = 1.7018 metre = smt".
            locale: how numbers and dates are written, as a language tag.
            progress: called with how many of how many claims have been read, where many are.
            waiting: called where another process is reading the same claims, which this one
                waits for.

        Raises:
            UnitError: for a unit that pint does not understand.
            ClaimFaults: one or more faults in the files, all of them, with file and line.
            NoClaims: a path does not exist, or there is no claim but drafts.
            ClaimError: a file cannot be read, or what was read cannot be kept.
        """
        index = opened(paths, units, locale, progress, waiting)
        return cls._over(index, policy, _parsed(units), locale)

    @classmethod
    def _over(
        cls, index: Snapshot, policy: Policy | None, units: UnitTable | None, locale: str
    ) -> Checker:
        checker = cls.__new__(cls)
        checker._set(index, policy or Policy(), units, locale)
        return checker

    def _set(self, index: Snapshot, policy: Policy, units: UnitTable | None, locale: str) -> None:
        values = {"_index": index, "_policy": policy, "_units": units, "_locale": locale}
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a checker never changes: make another one to set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a checker never changes: {name!r} stays")

    def __copy__(self) -> Checker:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Checker:
        return self

    def __len__(self) -> int:
        return len(self._index)

    @property
    def drafts(self) -> int:
        """How many claims of the store are drafts, which take no part in any verdict."""
        return self._index.drafts

    def check(self, statement: str) -> Report:
        """Check one statement, or a few sentences of running text.

        Args:
            statement: any text; offsets in the report count its code points.

        Returns:
            One finding for every figure, and one for every sentence that holds none.
        """
        whole = [Passage(Span(0, len(statement)), whole=True)]
        return self._checked(statement, whole)

    def check_document(self, text_or_path: str | os.PathLike[str]) -> Report:
        """Check a document: running text, or a file in one of the formats that are read.

        Args:
            text_or_path: a path object or the path of an existing file; any other string is
                taken for the text itself.

        Raises:
            InputError: the file cannot be read, or is not what its ending says.
        """
        document = self._document(text_or_path)
        report = self._checked(document.text, document.passages, document.date)
        return replace(report, path=document.name)

    def review(
        self, text_or_path: str | os.PathLike[str], settings: ReviewSettings | None = None
    ) -> Review:
        """Check a draft as an editor's desk does: what to look at, under stable rule codes.

        Args:
            text_or_path: as for `check_document`.
            settings: which rules count, and how much.

        Returns:
            The draft as it was read, the report on its figures, and the diagnostics.

        Raises:
            InputError: the file cannot be read.
        """
        return self.reviewed(self._document(text_or_path), settings)

    def reviewed(self, document: Document, settings: ReviewSettings | None = None) -> Review:
        """The same for a draft that was read, by `factcheck.document.read` or by whoever calls."""
        from factcheck.editorial.reviewing import review

        return review(
            *(document, settings, self._index, self._policy),
            units=self._units,
            locale=self._locale,
        )

    def _document(self, text_or_path: str | os.PathLike[str]) -> Document:
        from factcheck.document.read import read_document, read_text

        path = _existing(text_or_path)
        if path is None:
            return read_text(str(text_or_path))
        return replace(read_document(path), name=str(text_or_path))

    def _checked(self, text: str, passages: Iterable[Passage], day: Date | None = None) -> Report:
        return pipeline.check(
            *(text, passages, self._index, self._policy),
            units=self._units,
            locale=self._locale,
            day=day,
        )

    def explain(self, statement: str, context: str = "") -> Explanation:
        """Everything that was read, looked at, accepted and refused for a statement.

        Args:
            statement: a statement, or a few sentences.
            context: the text before it, from the headline on, which says what it is about.
        """
        from factcheck.document.read import read_text
        from factcheck.findings.trace import explanation

        before = read_text(context)
        told, topic = pipeline.heard(before.text, before.passages, self._units, self._locale)
        given = (statement, self._index, self._policy, self._units, self._locale)
        return explanation(*given, told=told, topic=topic)

    def explained(self, document: Document) -> tuple[Explanation, ...]:
        """The same for each sentence of a draft that is judged, as the draft's check reads it."""
        from factcheck.findings.trace import explanation_of

        how = (self._units, self._locale, document.date)
        sentences = pipeline.figured(document.text, document.passages, *how)
        return tuple(explanation_of(s, self._index, self._policy) for s in sentences)


def extract(
    text: str, units: Sequence[str] = (), *, day: Date | None = None, locale: str = LOCALE
) -> tuple[Figure, ...]:
    """All figures that a text asserts, each with what it counts, its event and its details.

    Args:
        text: any text.
        units: further units of measure in pint's syntax, "smoot = 1.7018 metre = smt".
        day: the date of the text. Relative dates ("last year", "on Friday") are resolved by it;
            without one they are details that nobody can date, and no figures.
        locale: how numbers and dates are written, as a language tag: "de" reads 3.500 as 3,500.

    Returns:
        The figures in text order; spans count the text's code points.

    Raises:
        UnitError: for a unit that pint does not understand.
    """
    own = _parsed(units)
    return tuple(
        frame.figure
        for span in pipeline.statement_spans(text, Span(0, len(text)))
        if (sentence := analyse_figures(text, span, units=own, day=day, locale=locale)) is not None
        for frame in sentence.figures
    )


def _snapshot(
    claims: Iterable[Claim] | ClaimSource | ClaimStore, units: UnitTable | None, locale: str
) -> Snapshot:
    """The claims that a checker was given, ready to be searched."""
    if isinstance(claims, ClaimStore):
        return claims.snapshot()
    from factcheck.store.base import GivenClaims

    # a source may be iterable as well: what tells it apart is its fingerprint
    is_source = hasattr(claims, "fingerprint")
    source = claims if is_source else GivenClaims(cast("Iterable[Claim]", claims))
    return ClaimIndex(build(cast("ClaimSource", source).claims(), units, locale))


def _parsed(units: Sequence[str]) -> UnitTable | None:
    return user_units(units) if units else None


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
