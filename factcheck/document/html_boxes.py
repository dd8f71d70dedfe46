"""What an element of HTML is to a reader: a block or a part of a line, shown or not, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from typing import Final, NamedTuple

from factcheck.document.markup import Token, value
from factcheck.document.passage import Sort
from factcheck.document.words import words

VOID: Final = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "fn", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "html", "legend", "li", "main", "menu",
    "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
})  # fmt: skip
_ROWS: Final = frozenset({"td", "th", "tr"})
_GROUPS: Final = _ROWS | {"tbody", "thead", "tfoot", "caption"}
# What an opening tag closes, since its own closing tag may be left out.
CLOSED_BY: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(BLOCKS - {"body", "html"}, frozenset({"p"})),
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    "tr": _ROWS | {"p"},
    **dict.fromkeys(("tbody", "thead", "tfoot"), _GROUPS | {"p"}),
}
_SORTS: Final = {
    "blockquote": Sort.QUOTE,
    "figcaption": Sort.CAPTION,
    "caption": Sort.CAPTION,
    "fn": Sort.NOTE,  # which HTML does not have: a footnote of Markdown
    "li": Sort.LIST,
    "dd": Sort.LIST,
    "td": Sort.TABLE,
    "th": Sort.TABLE,
}
_ROOTS: Final = frozenset({"html", "body", "main", "article"})
_WORD = re.compile(r"[^\s,;:/]+")
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_LONGEST: Final = 1_000  # of an attribute that is looked at


class Region(IntEnum):
    """Which part of a page something stands in."""

    HEADER = 0
    BODY = 1
    ARTICLE = 2
    MAIN = 3


class Box(NamedTuple):
    """An open element, with what holds inside it.

    Attributes:
        name: of the element.
        region: which part of the page it is in.
        hidden: whether what it holds is not read.
        sort: what sort of passage it holds.
        level: of a heading, 1 to 6.
        plain: whether white space is kept, as in `<pre>`.
    """

    name: str
    region: Region = Region.BODY
    hidden: bool = False
    sort: Sort = Sort.PROSE
    level: int = 0
    plain: bool = False


def box_of(token: Token, page: str, around: Box) -> Box:
    """The box that a tag opens inside another one."""
    name = token.name
    level = int(name[1]) if name[0] == "h" and name[1:] in ("1", "2", "3", "4", "5", "6") else 0
    sort = Sort.HEADING if level else _SORTS.get(name, around.sort)
    if around.sort in (Sort.QUOTE, Sort.NOTE, Sort.CAPTION) and not level:
        sort = around.sort
    if token.attributes and _is_note(token, page):
        sort = Sort.NOTE
    return Box(
        name,
        _region(name, around.region),
        around.hidden or (is_hidden(token, page) and not _names_speaker(name, around)),
        sort,
        level,
        name == "pre" or (around.plain and name != "code"),
    )


def _names_speaker(name: str, around: Box) -> bool:
    """The foot of a quotation says whose it is."""
    return name == "footer" and around.sort is Sort.QUOTE


def _region(name: str, around: Region) -> Region:
    if name == "main":
        return Region.MAIN
    if name == "article":
        return max(Region.ARTICLE, around)
    return Region.HEADER if name == "header" and around is Region.BODY else around


def is_hidden(token: Token, page: str) -> bool:
    """Whether an element is not read: it frames the page, is not shown, or is code."""
    if token.name in words("page", "skipped"):
        return True
    told = token.attributes
    if not told or token.name in _ROOTS:
        return False
    if "hidden" in told or "inert" in told:
        return True
    if _told(token, page, "aria-hidden") == "true" or _UNSEEN.search(_told(token, page, "style")):
        return True
    role = _told(token, page, "role")
    if role in words("page", "roles") or role == "doc-noteref":
        return True
    if token.name not in BLOCKS and token.name != "a":
        return "sr-only" in _named(token, page)
    return not words("page", "frames").isdisjoint(_named(token, page))


def _is_note(token: Token, page: str) -> bool:
    if _told(token, page, "role") in words("page", "note_roles"):
        return True
    if token.name not in BLOCKS:
        return False
    return not words("page", "notes").isdisjoint(_named(token, page))


def _named(token: Token, page: str) -> set[str]:
    """The words of its id, its classes and its label."""
    found: set[str] = set()
    for name in ("id", "class", "aria-label"):
        found.update(_WORD.findall(_told(token, page, name)))
    return found


def _told(token: Token, page: str, name: str) -> str:
    at = token.attributes.get(name)
    if at is None or at.end - at.start > _LONGEST:
        return ""
    return value(page, at).strip().lower()
