"""Claims as schema.org's ClaimReview, with the properties that Google documents.

Google wants `claimReviewed`, `reviewRating` and `url` of each, and asks for `author` and
`itemReviewed` (https://developers.google.com/search/docs/appearance/structured-data/factcheck).
A claim that nobody rated, or that has no address, is no ClaimReview: it is written as a Claim. A
debunked one is left out then: as a mere Claim it would be spread as if it held.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from factcheck.exchange.base import Left
from factcheck.exchange.ratings import Rating, told
from factcheck.model import Claim, ClaimStatus

_Json = dict[str, object]
# What an import notes of a review beside its rating.
_REVIEWED = re.compile(r"reviewed on (\d{4}[-\d]*)")
_SEEN = re.compile(r"seen at (\S+(?:, \S+)*?)(?:; |\Z)")
# What is meant for readers, where nobody says otherwise.
STATUSES: Final = (ClaimStatus.CURRENT, ClaimStatus.DEBUNKED)
# A scheme and a host: what Google takes for the address of a review.
_WEB: Final = ("https://", "http://")


def write(claims: Iterable[Claim], path: Path) -> Iterator[Left]:
    """Write a JSON-LD document with one node for every claim that can be told."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        between = "\n"
        file.write('{"@context": "https://schema.org", "@graph": [')
        for claim in claims:
            node, left = _node(claim)
            yield from left
            if node is None:
                continue
            file.write(between + json.dumps(node, ensure_ascii=False))
            between = ",\n"
        file.write("\n]}\n")


def _node(claim: Claim) -> tuple[_Json | None, list[Left]]:
    rating = told(claim.note)
    if rating is None and claim.status == ClaimStatus.DEBUNKED:
        rating = Rating("False")
    has_address = claim.url is not None and claim.url.startswith(_WEB)
    if claim.status == ClaimStatus.DEBUNKED and not has_address:
        what = "left out: it is debunked, and its review has no web address"
        return None, [Left(claim.id, what, whole=True)]
    left = [Left(claim.id, what) for what in _left_out(claim, rating)]
    if rating is not None and has_address:
        return _review(claim, rating), left
    what = "it has no rating" if rating is None else "it has no web address"
    return _claim(claim), [Left(claim.id, f"written as a Claim: {what}"), *left]


def _left_out(claim: Claim, rating: Rating | None) -> Iterator[str]:
    for name in ("topic", "as_of", "supersedes", "tags", "figures"):
        if getattr(claim, name):
            yield f"left out: {name}"
    if claim.status in (ClaimStatus.SUPERSEDED, ClaimStatus.RETRACTED):
        yield f"left out: that it is {claim.status}"
    if claim.status == ClaimStatus.DRAFT and rating is None:  # a rating in between says it
        yield "left out: that it is a draft"


def _review(claim: Claim, rating: Rating) -> _Json:
    given: _Json = {"@type": "Rating", "alternateName": rating.name or rating.value}
    if rating.value:
        names = ("ratingValue", "worstRating", "bestRating")
        given |= dict(zip(names, map(_number, rating[1:]), strict=True))
    node: _Json = {
        "@type": "ClaimReview",
        "url": claim.url,
        "claimReviewed": claim.text,
        "reviewRating": given,
    }
    if claim.source:
        node["author"] = {"@type": "Organization", "name": claim.source}
    if day := _REVIEWED.search(claim.note or ""):
        node["datePublished"] = day[1]
    item = _said(claim)
    if seen := _SEEN.search(claim.note or ""):
        works: list[_Json] = [{"@type": "CreativeWork", "url": u} for u in seen[1].split(", ")]
        item["appearance"] = works if len(works) > 1 else works[0]
    if len(item) > 1:
        node["itemReviewed"] = item
    return node


def _number(written: str) -> int | str:
    return int(written) if written.isdecimal() else written


def _said(claim: Claim) -> _Json:
    """The claim as it was made: who made it, and when."""
    item: _Json = {"@type": "Claim"}
    if claim.speaker:
        item["author"] = {"@type": "Person", "name": claim.speaker}
    if claim.date:
        item["datePublished"] = str(claim.date)
    return item


def _claim(claim: Claim) -> _Json:
    node = {**_said(claim), "text": claim.text}
    if claim.source:
        node["publisher"] = {"@type": "Organization", "name": claim.source}
    if claim.url:
        node["url"] = claim.url
    return node
