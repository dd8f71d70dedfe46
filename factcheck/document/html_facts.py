"""What a page says of itself: when it was published."""

from __future__ import annotations

import re
from typing import Final

from factcheck.document.markup import Token, value
from factcheck.document.words import listed

# JSON-LD is searched, not parsed: a page may hold any amount of it, however deep.
_PUBLISHED: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_CREATED: Final = re.compile(r'"(?:dateCreated|uploadDate)"\s*:\s*"([^"]{4,40})"')
_LONGEST: Final = 200  # of an attribute


class Facts:
    """Gathers dates from the elements that tell them.

    Args:
        page: the source.
    """

    def __init__(self, page: str) -> None:
        self._page = page
        self._found: dict[int, str] = {}  # by how telling the place is: 0 tells most

    @property
    def dates(self) -> list[str]:
        """When it was published, as the page says it, the most telling first."""
        return [self._found[rank] for rank in sorted(self._found)]

    def element(self, token: Token) -> None:
        """Look at an opening tag."""
        if token.name == "meta":
            for name in ("property", "name", "itemprop"):
                key = self._told(token, name).lower()
                if key in listed("page_dates", "meta"):
                    rank = listed("page_dates", "meta").index(key)
                    self._keep(rank, self._told(token, "content"))
        elif token.name == "time" or "itemprop" in token.attributes:
            published = self._told(token, "itemprop") == "datePublished"
            told = self._told(token, "datetime") or self._told(token, "content")
            if published or "pubdate" in token.attributes:
                self._keep(101, told)
            elif token.name == "time":
                self._keep(103, told)

    def script(self, start: int, end: int) -> None:
        """Look at the inside of a script that holds data."""
        for rank, pattern in ((100, _PUBLISHED), (102, _CREATED)):
            found = pattern.search(self._page, start, end)
            if found is not None:
                self._keep(rank, found[1])

    def _keep(self, rank: int, told: str) -> None:
        if told:
            self._found.setdefault(rank, told)

    def _told(self, token: Token, name: str) -> str:
        at = token.attributes.get(name)
        if at is None or at.end - at.start > _LONGEST:
            return ""
        return value(self._page, at).strip()
