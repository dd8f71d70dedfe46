"""Choosing claims by what their keepers ask for: a topic, a tag, a time, a word."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date as Date
from typing import NamedTuple
from unicodedata import combining, normalize

from factcheck.model import Claim
from factcheck.store.located import Located
from factcheck.store.moments import first_day, last_day, told_at


class Wanted(NamedTuple):
    """What claims have to be like; everything that is given has to be so.

    Case and accents never matter.

    Attributes:
        text: words, each of which the claim's text holds, or a word of it begins with or holds.
        topic, source: a piece of the topic, and of the source or the speaker.
        file: a piece of the file's path, or the path of a file or a folder.
        tags: labels, all of which it has.
        statuses: of which it has one.
        since, until: the first and the last day; a month counts where any day of it does.
    """

    text: str | None = None
    topic: str | None = None
    source: str | None = None
    file: str | None = None
    tags: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: Date | str | None = None
    until: Date | str | None = None

    @property
    def asks_for_dates(self) -> bool:
        """Whether claims without a date are left out."""
        return self.since is not None or self.until is not None


class Selected(NamedTuple):
    """What was chosen.

    Attributes:
        claims: in the order of their ids.
        undated: claims left out for no other reason than that they have no date.
    """

    claims: tuple[Located, ...]
    undated: int = 0


def select(claims: Iterable[Located], wanted: Wanted) -> Selected:
    """The claims that are as wanted."""
    chosen: list[Located] = []
    undated = 0
    real = os.path.realpath(wanted.file) if wanted.file else ""
    for found in claims:
        if not (_has_words(found.claim, wanted) and _is_in_file(found, wanted.file, real)):
            continue
        if wanted.asks_for_dates and told_at(found.claim) is None:
            undated += 1
        elif _is_in_time(found.claim, wanted):
            chosen.append(found)
    return Selected(tuple(chosen), undated)


def _has_words(claim: Claim, wanted: Wanted) -> bool:
    if wanted.statuses and claim.status not in wanted.statuses:
        return False
    if wanted.tags:
        tags = {folded(tag) for tag in claim.tags}
        if not all(folded(tag) in tags for tag in wanted.tags):
            return False
    if wanted.topic and folded(wanted.topic) not in folded(claim.topic or ""):
        return False
    if wanted.source:
        said = folded(f"{claim.source or ''}\n{claim.speaker or ''}")
        if folded(wanted.source) not in said:
            return False
    if wanted.text:
        text = folded(claim.text)
        return all(word in text for word in folded(wanted.text).split())
    return True


def _is_in_file(found: Located, given: str | None, real: str) -> bool:
    if not given or given in found.path:
        return True
    path = os.path.realpath(found.path)
    return path == real or path.startswith(real + os.sep)


def _is_in_time(claim: Claim, wanted: Wanted) -> bool:
    date = told_at(claim)
    if date is None:
        return True
    if wanted.since is not None and last_day(date) < first_day(wanted.since):
        return False
    return wanted.until is None or first_day(date) <= last_day(wanted.until)


def by_date(claims: Iterable[Located]) -> list[Located]:
    """The oldest first, those without a date last; claims of one day by their ids."""

    def order(found: Located) -> tuple[Date, Date, str]:
        """First and last day: a month stands behind its first day, and before its second."""
        date = told_at(found.claim)
        if date is None:
            return Date.max, Date.max, found.claim.id
        return first_day(date), last_day(date), found.claim.id

    return sorted(claims, key=order)


def folded(text: str) -> str:
    """A text without its accents and its capitals, for searching."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
