"""Drafts as a TOML file: what is read of each stands above it, so that a glance confirms it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Date
from shlex import quote
from typing import NamedTuple

from factcheck.drafting.article import Drafted
from factcheck.report.claim_card import figure_line
from factcheck.report.layout import clean, wrap

UNCLEAR = "stands badly alone:"  # by which `confirm` knows such a draft again
_WIDTH = 96
_HEAD = """\
# Drafts from {article}: one for every sentence with a figure.
#
# Above each stands how its figures are read. Mend a text so that it says by itself who, what,
# where and when; take out what is no claim of its source. Drafts decide nothing until you say
#   factcheck claims confirm ID...     or, but for those that stand badly alone, all that are left:
#   factcheck claims confirm --all {file}
"""


class Shared(NamedTuple):
    """What all claims of an article have in common."""

    source: str
    url: str | None = None
    date: Date | str | None = None
    topic: str | None = None


def as_toml(drafted: Drafted, shared: Shared, article: str, file: str) -> str:
    """The text of the file.

    Args:
        drafted: the drafts.
        shared: what they have in common; its topic goes before the headline.
        article: the article's name.
        file: the path of the file that is written, for the commands at its top.
    """
    lines = [_HEAD.format(article=clean(article), file=clean(quote(file))), "[defaults]"]
    topic = shared.topic or drafted.headline
    given = (("source", shared.source), ("url", shared.url), ("date", shared.date))
    for key, value in (*given, ("topic", topic)):
        if value is not None:
            lines.append(f"{key} = {_value(value)}")
    for draft in drafted.drafts:
        lines += ["", *_comments(draft.line, article)]
        for figure in draft.figures:
            lines += _comment(figure_line(figure))
        for leaning in draft.leanings:
            lines += _comment(f"{UNCLEAR} {leaning}")
        lines += ["[[claim]]", f"id = {_value(draft.id)}", f"text = {_value(draft.text)}"]
        if draft.topic is not None and shared.topic is None:
            lines.append(f"topic = {_value(_joined(drafted.headline, draft.topic))}")
        lines.append('status = "draft"')
    return "\n".join(lines) + "\n"


def is_unclear(lines: Sequence[str], claim: int) -> bool:
    """Whether the comments right above a draft say that it stands badly alone.

    Args:
        lines: of the file.
        claim: the line on which the draft begins, counted from 1.
    """
    above = claim - 2
    while 0 <= above < len(lines) and lines[above].lstrip().startswith("#"):
        if lines[above].lstrip("# \t").startswith(UNCLEAR):
            return True
        above -= 1
    return False


def _joined(headline: str | None, heading: str) -> str:
    return f"{headline}: {heading}" if headline else heading


def _comments(line: int, article: str) -> Iterator[str]:
    yield f"# {clean(article)}:{line}"


def _comment(text: str) -> Iterator[str]:
    for number, piece in enumerate(wrap(clean(text), _WIDTH)):
        yield f"#   {'  ' if number else ''}{piece}"


def _value(value: Date | str) -> str:
    """A value as TOML writes it."""
    import tomlkit

    item = (
        tomlkit.string(clean(" ".join(value.split())))
        if isinstance(value, str)
        else tomlkit.item(value)
    )
    return item.as_string()
