"""schema.org's ClaimReview and Claim, wherever they stand in a JSON-LD document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from factcheck.exchange import ratings
from factcheck.exchange.base import Place, Record, Refused, Source
from factcheck.exchange.json_places import lines_of
from factcheck.exchange.objects import document
from factcheck.exchange.text import whole
from factcheck.model import ClaimStatus
from factcheck.store.values import WrongValue, address

_UNRATED = "a draft: a Claim without a review, which nobody vouches for yet"
_DEEPEST = 50  # objects inside each other; no page nests its markup deeper


class Node(NamedTuple):
    """An object of JSON-LD and the pointer to it."""

    pointer: str
    value: Mapping[str, Any]


def read(source: Source) -> Iterator[Record | Refused]:
    """The records of a JSON-LD document.

    Raises:
        InputError: it cannot be read.
        ConfigError: an option does not fit it.
    """
    text = whole(source)
    found = document(text, source)
    yield from records(found, source, lines_of(found, text))


def records(
    found: object, source: Source, line_of: Mapping[int, int], line: int = 0
) -> Iterator[Record | Refused]:
    """The records of what a JSON-LD document holds.

    Args:
        found: the document, decoded.
        source: where it is from.
        line_of: the lines of its objects, as `lines_of` gives them.
        line: the line that it begins on, for objects of which no line is known.
    """
    named: dict[str, Mapping[str, Any]] = {}
    nodes: list[Node] = []
    for node in _walked(found):
        name = node.value.get("@id")
        if isinstance(name, str) and len(node.value) > 1:
            named.setdefault(name, node.value)
        if is_a(node.value, "ClaimReview") or is_a(node.value, "Claim"):
            nodes.append(node)
    reviewed = {
        id(resolved(node.value.get("itemReviewed"), named))
        for node in nodes
        if is_a(node.value, "ClaimReview")
    }
    for node in nodes:
        place = source.place(line_of.get(id(node.value), line), node.pointer)
        if is_a(node.value, "ClaimReview"):
            yield _review(node.value, named, place)
        elif id(node.value) not in reviewed:
            yield _claim(node.value, named, place)


def _walked(found: object) -> Iterator[Node]:
    """Every object of a document, outermost first, in its order."""
    pending: list[tuple[str, object]] = [("", found)]
    while pending:
        pointer, value = pending.pop()
        if pointer.count("/") > _DEEPEST:
            continue
        inner: list[tuple[str, object]] = []
        if isinstance(value, dict):
            yield Node(pointer, value)
            inner = [(f"{pointer}/{key}", item) for key, item in value.items()]
        elif isinstance(value, list):
            inner = [(f"{pointer}/{n}", item) for n, item in enumerate(value)]
        pending += reversed([pair for pair in inner if isinstance(pair[1], dict | list)])


def is_a(node: Mapping[str, Any], wanted: str) -> bool:
    """Whether a node is of a type of schema.org, however the type is written."""
    given = node.get("@type", ())
    names = given if isinstance(given, list) else [given]
    return any(
        isinstance(name, str) and name.replace("#", "/").replace(":", "/").split("/")[-1] == wanted
        for name in names
    )


def resolved(value: object, named: Mapping[str, Mapping[str, Any]]) -> object:
    """A node in full, where another one only names its `@id`; the first one of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return named.get(str(value.get("@id")), value)
    return value


def _review(
    node: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]], place: Place
) -> Record | Refused:
    item = resolved(node.get("itemReviewed"), named)
    item = item if isinstance(item, dict) else {}
    text = _text(node.get("claimReviewed")) or _text(item.get("text")) or _text(item.get("name"))
    if not text:
        return Refused(place, "the ClaimReview has no claimReviewed", "ask its publisher for it")
    rated = resolved(node.get("reviewRating"), named)
    rated = rated if isinstance(rated, dict) else {}
    name = rated.get("alternateName") or rated.get("name")
    value = rated.get("ratingValue")
    rating = ratings.scaled(
        value, rated.get("worstRating"), rated.get("bestRating"), name or _words(value)
    )
    seen = _seen(item, named)
    reviewer = _names(node.get("author"), named) or _names(node.get("publisher"), named)
    fields = {
        "text": text,
        "source": reviewer,
        "speaker": _names(item.get("author"), named),
        "date": _text(item.get("datePublished")),
        # Not where the claim was made: who is told of a review would be led to what it refutes.
        "url": _text(node.get("url")),
    }
    return reviewed(place, fields, rating, _text(node.get("datePublished")), seen)


def reviewed(
    place: Place,
    fields: Mapping[str, object],
    rating: ratings.Rating,
    day: str | None,
    seen: list[str],
) -> Record:
    """The record of a claim that was reviewed.

    Args:
        place: where it stands.
        fields: what is said of the claim.
        rating: the review's.
        day: the day of the review.
        seen: where the claim was made.
    """
    status, why = ratings.judged(rating)
    notes = [
        str(rating),
        f"reviewed on {day}" if day else "",
        f"seen at {', '.join(seen)}" if seen else "",
    ]
    said = {**fields, "status": str(status), "note": "; ".join(filter(None, notes))}
    return Record(place, {key: value for key, value in said.items() if value}, why)


def _claim(
    node: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]], place: Place
) -> Record | Refused:
    text = _text(node.get("text")) or _text(node.get("name")) or _text(node.get("description"))
    if not text:
        return Refused(place, "the Claim has no text", "ask its publisher for it")
    seen = _seen(node, named)
    author = _names(node.get("author"), named)
    fields = {
        "text": text,
        "source": _names(node.get("publisher"), named) or author,
        "speaker": author,
        "date": _text(node.get("datePublished")),
        "url": _text(node.get("url")) or next(iter(seen), None),
        "status": str(ClaimStatus.DRAFT),
        "note": f"seen at {', '.join(seen)}" if seen else None,
    }
    return Record(place, {key: value for key, value in fields.items() if value}, _UNRATED)


def _seen(item: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The web addresses at which a claim was made, the first one first."""
    found: dict[str, None] = {}
    for key in ("firstAppearance", "appearance"):
        given = item.get(key)
        for one in given if isinstance(given, list) else [given]:
            work = resolved(one, named)
            if isinstance(work, dict):
                work = _text(work.get("url")) or _text(work.get("@id"))
            try:
                where = address(work) if work else None
            except WrongValue:
                continue  # words about where it was, and no address
            if where:
                found[where] = None
    return list(found)


def _names(value: object, named: Mapping[str, Mapping[str, Any]]) -> str | None:
    """Who is named: a text, an object with a name, or several of them."""
    names: dict[str, None] = {}
    for one in value if isinstance(value, list) else [value]:
        who = resolved(one, named)
        name = _text(who.get("name")) if isinstance(who, dict) else _text(who)
        if name:
            names[name] = None
    return ", ".join(names) or None


def _text(value: object) -> str | None:
    """A text, also where it is given with its language."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _words(value: object) -> str:
    """A rating that is put in words where its number should be."""
    return value if isinstance(value, str) and not any(map(str.isdigit, value)) else ""
