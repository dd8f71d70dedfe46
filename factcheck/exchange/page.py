"""JSON-LD inside of an HTML page, as publishers embed it for search engines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from factcheck.errors import InputError
from factcheck.exchange import jsonld
from factcheck.exchange.base import Record, Refused, Source
from factcheck.exchange.json_places import lines_of
from factcheck.exchange.objects import document
from factcheck.exchange.text import whole

_JSON_LD = "application/ld+json"
# What old systems wrap a script in, so that browsers without scripts do not show it.
_WRAPPING = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*;?\s*\Z"
)


class _Script(NamedTuple):
    line: int
    text: str


class _Scripts(HTMLParser):
    """Collects the scripts of JSON-LD with the lines that they begin on."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[_Script] = []
        self._pieces: list[str] | None = None
        self._line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a script of JSON-LD."""
        kind = (dict(attrs).get("type") or "").partition(";")[0].strip().lower()
        if tag == "script" and kind == _JSON_LD:
            self._pieces = []
            opening = self.get_starttag_text() or ""
            self._line = self.getpos()[0] + opening.count("\n")

    def handle_data(self, data: str) -> None:
        """Keep a script's text."""
        if self._pieces is not None:
            self._pieces.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End a script."""
        if tag == "script" and self._pieces is not None:
            self.found.append(_Script(self._line, "".join(self._pieces)))
            self._pieces = None

    def close(self) -> None:
        """End the page, and a script that it breaks off in."""
        super().close()
        self.handle_data(self.rawdata)  # the parser itself leaves the rest of a script alone
        self.handle_endtag("script")


def read(source: Source) -> Iterator[Record | Refused]:
    """The records of the JSON-LD in a page.

    Raises:
        InputError: it cannot be read, or holds no JSON-LD.
        ConfigError: an option does not fit it.
    """
    parser = _Scripts()
    parser.feed(whole(source))
    parser.close()
    if not parser.found:
        raise InputError(
            "the page holds no JSON-LD",
            where=source.shown,
            do='save the whole page as its source: a <script type="application/ld+json"> is needed',
        )
    for script in parser.found:
        text = _WRAPPING.sub("", script.text).rstrip().rstrip(";")
        line = script.line + script.text.count("\n", 0, script.text.find(text))
        try:
            found = document(text, source, line=line - 1, strict=False)
        except InputError as error:
            yield Refused(source.place(script.line), error.what, "the page's own markup is broken")
            continue
        yield from jsonld.records(found, source, lines_of(found, text, line), script.line)
