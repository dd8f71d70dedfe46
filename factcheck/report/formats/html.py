"""One self-contained page to read drafts on, each figure with its verdict and its reference.

It needs no network, and works without its script; docs/page.md describes it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from factcheck.editorial.review import Review, Totals, totals_of
from factcheck.editorial.rules import rules
from factcheck.report.formats import Run
from factcheck.report.layout import clean
from factcheck.report.page.card import card_of
from factcheck.report.page.items import counts, items_of
from factcheck.report.page.number_line import WIDTH
from factcheck.report.page.passages import apart, rows_of
from factcheck.report.page.standing import Standing
from factcheck.report.words import date_words

_PAGE: Final = Path(__file__).parents[1] / "page"
_AT_ONCE: Final = 256  # pieces of a page that are handed on together


class Listed(NamedTuple):
    """A draft in the list that closes the page."""

    number: int
    name: str
    totals: Totals


def write(reviews: Iterable[Review], run: Run) -> Iterator[bytes]:
    """The page, piece by piece, in UTF-8 whatever it is written to."""
    made = _environment()
    given = iter(reviews)
    first = list(islice(given, 2))
    style, script = _asset("style.css"), _asset("script.js")
    name = f"{_name(first[0])} – factcheck" if len(first) == 1 else "factcheck"
    yield from _filled(
        made, "head", title=name, style=style, script=script, policy=_policy(style, script)
    )
    listed: list[Listed] = []
    number, broken = 1, dict.fromkeys(rules(), 0)
    for review in chain(first, given):
        items = items_of(review, run, number)
        aside = apart(review.document, items)
        unmarked = {item.number for item in aside}
        numbers = {i.span: i.number for i in items if i.number not in unmarked}
        number += len(items)
        for one in run.shown(review):
            broken[one.code] += 1
        listed.append(Listed(len(listed) + 1, _name(review), totals_of(review)))
        yield from _filled(
            *(made, "draft"),
            draft=listed[-1],
            date=date_words(review.document.date) if review.document.date else "",
            counts=counts(items),
            apart=aside,
            rows=rows_of(review.document, items),
            card=lambda item, numbers=numbers: card_of(item, numbers),
        )
    yield from _filled(
        *(made, "foot"),
        drafts=listed,
        totals=sum((one.totals for one in listed), Totals()),
        broken=[(rules()[code], count) for code, count in broken.items() if count],
        run=run,
        script=script,
    )


def _name(review: Review) -> str:
    return review.document.name or "text"


def _filled(made: Environment, name: str, **values: Any) -> Iterator[bytes]:
    stream = made.get_template(f"{name}.jinja").stream(values)
    stream.enable_buffering(_AT_ONCE)
    for piece in stream:
        yield piece.encode()


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_cleaned,
    )
    made.globals.update(standings=tuple(Standing), rules=rules(), WIDTH=WIDTH)
    return made


def _cleaned(value: object) -> object:
    """What a template writes, without controls that hide or turn round what stands there."""
    return clean(value) if type(value) is str else value


def _asset(name: str) -> Markup:
    return Markup((_PAGE / name).read_text(encoding="utf-8"))


def _policy(*inline: str) -> Markup:
    """What a browser may load and run: nothing but these two, which it knows by their digests."""
    style, script = (
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline
    )
    return Markup(
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    )
