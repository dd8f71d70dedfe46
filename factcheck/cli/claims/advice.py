"""What a keeper may want to mend though it is no fault: warnings, which never fail a check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date as Date
from pathlib import Path

from factcheck.candidates.analysed import analysed
from factcheck.cli.claims.store_options import Opened
from factcheck.errors import Fault
from factcheck.model import Claim, ClaimStatus
from factcheck.store.located import Located
from factcheck.store.moments import Age, told_at
from factcheck.store.repeats import same
from factcheck.text.locate import locate

_OUT_OF_USE = (ClaimStatus.SUPERSEDED, ClaimStatus.RETRACTED)


def advice(store: Opened, today: Date, draft_age: Age) -> list[Fault]:
    """All warnings, in file and line order. Superseded and retracted claims are left in peace.

    Args:
        store: what to look at.
        today: the day to count from.
        draft_age: for how long a file may hold drafts unchanged.
    """
    found = [
        Fault(one.path, one.line, what, do)
        for one in store.claims.all.values()
        if one.claim.status not in _OUT_OF_USE
        for what, do in _of(one, store)
    ]
    found += _repeated(store.claims.all.values())
    found += _old_drafts(store.claims.all.values(), draft_age.before(today), draft_age)
    return sorted(found, key=lambda fault: (fault.path, fault.line, fault.what))


def _repeated(claims: Iterable[Located]) -> Iterator[Fault]:
    """Claims in use with the text and the source of one before them, in the order of the ids."""
    first: dict[tuple[str, str], str] = {}
    for one in claims:
        claim = one.claim
        if claim.status in _OUT_OF_USE:
            continue
        other = first.setdefault((same(claim.text), same(claim.source or "")), claim.id)
        if other != claim.id:
            what = f"{claim.id!r} has the text and the source of {other!r}"
            yield Fault(one.path, one.line, what, "keep the one that is dated right")


def _old_drafts(claims: Iterable[Located], limit: Date, draft_age: Age) -> Iterator[Fault]:
    """One warning for each file: the drafts of an article grow old together.

    How long they wait is told by when their file was last changed: the date of a draft is that of
    its article, which may be old on the day it is drafted.
    """
    by_file: defaultdict[str, list[Located]] = defaultdict(list)
    for one in claims:
        if one.claim.status == ClaimStatus.DRAFT:
            by_file[one.path].append(one)
    for path, waiting in by_file.items():
        if not _is_changed_before(path, limit):
            continue
        alone = len(waiting) == 1
        names = f"{waiting[0].claim.id!r}" if alone else f"{len(waiting):,} drafts"
        verb = "is a draft" if alone else "wait"
        what = f"{names} {verb}, in a file that nobody has changed for {draft_age}"
        yield Fault(path, waiting[0].line, what, "confirm what is right, take out the rest")


def _is_changed_before(path: str, day: Date) -> bool:
    try:
        return Date.fromtimestamp(Path(path).stat().st_mtime) < day
    except (OSError, OverflowError, ValueError):  # gone meanwhile, or a clock gone wild
        return False


def _of(one: Located, store: Opened) -> Iterator[tuple[str, str]]:
    claim = one.claim
    missing = [] if claim.source or claim.speaker else ["source"]
    missing += [] if told_at(claim) else ["date"]
    if missing:
        yield f"{claim.id!r} has no {' and no '.join(missing)}", ""
    yield from _of_figures(claim, store)


def _of_figures(claim: Claim, store: Opened) -> Iterator[tuple[str, str]]:
    if not claim.figures and any(char.isdigit() for char in claim.text):
        return  # reading a claim takes two milliseconds, and most have a number
    read = analysed(claim, store.units, store.locale)
    spans = [frame.figure.span for sentence in read.sentences for frame in sentence.figures]
    if not spans and not claim.figures:
        yield f"{claim.id!r} has no figure", "it only answers statements without one"
    for stated in claim.figures:
        place = locate(claim.text, stated.text)
        if place is not None and not any(place.overlaps(span) for span in spans):
            yield (
                f"{claim.id!r}: the figure stated for {stated.text!r} has no effect",
                "nothing is read as a figure there; give it a value, or low and high",
            )
