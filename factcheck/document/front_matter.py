"""The front matter of Markdown: YAML between `---`, TOML between `+++`.

Only two of its lines are of use, and both are one line in every style of either: the title, whose
place in the file has to be known, and the date. So it is searched, and not parsed.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.document.words import listed
from factcheck.model import Span

_OPENING = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_CLOSING: Final = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE),
}
_ENTRY = re.compile(
    r"^(?P<key>[A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(?:"
    r"\"(?P<double>[^\"\r\n]*)\"|'(?P<single>[^'\r\n]*)'|(?P<bare>[^\s\"'|>\[{][^\r\n]*?))"
    r"[ \t]*(?:[ \t]#[^\r\n]*)?\r?$",
    re.MULTILINE,
)
_LONGEST: Final = 200_000  # characters in which the end of the front matter is looked for


class Front(NamedTuple):
    """What the front matter says.

    Attributes:
        end: where the text begins.
        title: where the title stands.
        dates: the dates that it tells, the most telling first.
    """

    end: int = 0
    title: Span | None = None
    dates: tuple[str, ...] = ()


def front_of(text: str) -> Front:
    """The front matter of a text; an empty one where it has none."""
    opening = _OPENING.match(text)
    if opening is None:
        return Front()
    closing = _CLOSING[opening["fence"]].search(text, opening.end(), _LONGEST)
    if closing is None:
        return Front()  # a rule, and no front matter
    told: dict[str, Span] = {}
    for entry in _ENTRY.finditer(text, opening.end(), closing.start()):
        name = next(n for n in ("double", "single", "bare") if entry[n] is not None)
        told.setdefault(entry["key"].lower(), Span(*entry.span(name)))
    titles = [told[key] for key in listed("front_matter", "title") if key in told]
    dates = [told[key].cut(text) for key in listed("front_matter", "date") if key in told]
    return Front(closing.end(), titles[0] if titles else None, tuple(dates))
