"""The answers of Google's Fact Check Tools API (`claims:search`), as saved to a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.exchange.base import Place, Record, Refused, Source
from factcheck.exchange.json_places import lines_of
from factcheck.exchange.jsonld import reviewed
from factcheck.exchange.objects import document
from factcheck.exchange.ratings import Rating, scaled
from factcheck.exchange.text import whole
from factcheck.store.values import kind


def read(source: Source) -> Iterator[Record | Refused]:
    """The records of an answer: one for every review of a claim.

    Raises:
        InputError: it cannot be read.
        ConfigError: an option does not fit it.
    """
    text = whole(source)
    found = document(text, source)
    line_of = lines_of(found, text)
    pages = found if isinstance(found, list) else [found]
    for number, page in enumerate(pages):
        at = f"/{number}/claims" if isinstance(found, list) else "/claims"
        claims = page.get("claims", []) if isinstance(page, dict) else None
        if not isinstance(claims, list):
            place = source.place(line_of.get(id(page), 0), at)
            yield Refused(place, "there is no list of claims", "fetch it again")
            continue
        if isinstance(page.get("nextPageToken"), str):
            source.details["further pages"] = "not in this file (nextPageToken)"
        for position, claim in enumerate(claims):
            place = source.place(line_of.get(id(claim), 0), f"{at}/{position}")
            yield from _claim(claim, place, line_of)


def _claim(claim: object, place: Place, line_of: Mapping[int, int]) -> Iterator[Record | Refused]:
    if not isinstance(claim, dict) or not _text(claim.get("text")):
        what = "the claim has no text" if isinstance(claim, dict) else f"no claim: {kind(claim)}"
        yield Refused(place, what, "fetch it again")
        return
    reviews = claim.get("claimReview")
    if not isinstance(reviews, list) or not reviews:
        yield _record(claim, {}, place)
        return
    for number, review in enumerate(reviews):
        inside = f"{place.inside}/claimReview/{number}"
        at = place._replace(line=line_of.get(id(review), place.line), inside=inside)
        if isinstance(review, dict):
            yield _record(claim, review, at)
        else:
            yield Refused(at, f"a review must be an object, not {kind(review)}", "fetch it again")


def _record(claim: Mapping[str, Any], review: Mapping[str, Any], place: Place) -> Record:
    publisher = review.get("publisher")
    publisher = publisher if isinstance(publisher, dict) else {}
    fields = {
        "text": _text(claim.get("text")),
        "source": _text(publisher.get("name")) or _text(publisher.get("site")),
        "speaker": _text(claim.get("claimant")),
        "date": _text(claim.get("claimDate")),
        "url": _text(review.get("url")),
    }
    name = scaled(None, None, None, review.get("textualRating")).name
    return reviewed(place, fields, Rating(name), _day(review.get("reviewDate")), [])


def _day(value: object) -> str | None:
    """The day of a time such as 2024-03-12T00:00:00Z."""
    given = _text(value)
    return given.partition("T")[0] if given else None


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
