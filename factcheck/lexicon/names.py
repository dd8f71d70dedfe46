"""Names that news copy uses in several forms: places, peoples, capitals, organisations.

Titles before a name and legal forms after one, which are no part of it, are listed as well.

Names are looked up as tokens in lower case, as `factcheck.text.tokens` cuts them. Accents and
the full stops of abbreviations may be written or left out.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from factcheck.cache import compiled, toml_files

if TYPE_CHECKING:
    from factcheck.lexicon import names_build

FOLDER: Final = f"{os.path.dirname(__file__)}/../data/names"  # noqa: PTH120 -- pathlib costs 7 ms


class NameMatch(NamedTuple):
    """A known name in a sentence.

    Attributes:
        end: index of the token after it.
        id: canonical id ("north korea").
        type: "country", "region" (also a continent or a sea), "city" or "org".
        form: "name" ("France"), "adjective" ("French"), "people" ("Frenchmen"), or "capital"
            (a city or seat that also stands for a government; `government` tells for which).
        caution: "" for a name that is hardly anything else; "ordinary" for an everyday word
            ("Apple"), no name where only the start of a sentence gives it its capital;
            "capitals" for one that is a name in capitals only ("WHO", "US").
    """

    end: int
    id: str
    type: str
    form: str
    caution: str = ""


class _Lexicon(NamedTuple):
    """The compiled names.

    Attributes:
        forms: by first token, lines of the other tokens, id, type and form.
        wholes: what each id is directly part of, separated by tabs.
        governs: the country that a capital may stand for.
        titles: words before a personal name.
        suffixes: legal forms after a company's name.
        ordinary: forms that are everyday words, and "=form" for names in capitals only.
        short: abbreviations of words inside names ("n." for "north").
        bodies: by institution, the common nouns for it, separated by tabs.
    """

    forms: dict[str, str]
    wholes: dict[str, str]
    governs: dict[str, str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    ordinary: frozenset[str]
    short: dict[str, str]
    bodies: dict[str, str]


def sources() -> list[str]:
    """Return the paths of the name files, in order."""
    return toml_files(FOLDER)


@cache
def _lexicon() -> _Lexicon:
    files = sources()
    return _Lexicon(*cast("names_build.Compiled", compiled("names", files, lambda: _build(files))))


def _build(files: list[str]) -> object:
    from factcheck.lexicon.names_build import build

    return build(files)


@lru_cache(maxsize=16384)
def folded(token: str) -> str:
    """Return a lower-case token without accents and without an abbreviation's full stops."""
    return without_accents(token.replace(".", "") if len(token) > 1 else token)


def without_accents(token: str) -> str:
    """Return a lower-case token without accents."""
    if token.isascii():
        return token
    from unicodedata import combining, normalize

    plain = "".join(c for c in normalize("NFKD", token) if not combining(c))
    return plain.translate(_LETTERS)


# Letters that have no decomposition into a plain one and an accent.
_LETTERS: Final = {
    ord("ø"): "o",
    ord("ł"): "l",
    ord("đ"): "d",
    ord("ß"): "ss",
    ord("æ"): "ae",
    ord("œ"): "oe",
    ord("ı"): "i",
    ord("\u2019"): "'",
    ord("ð"): "d",
    ord("þ"): "th",
}


# "N. Korea", "S. Africa"; a stop marks the short form.
_COMPASS: Final = {"n.": "north", "s.": "south", "e.": "east", "w.": "west"}


def match_name(lowers: Sequence[str], i: int) -> NameMatch | None:
    """Return the longest known name that starts at token `i`, or None.

    Args:
        lowers: tokens in lower case.
        i: index of the first token.
    """
    first = _COMPASS.get(lowers[i]) or folded(lowers[i])
    for rest, name, kind, form in _starting(first):
        end = i + 1 + len(rest)
        if rest == tuple(map(folded, lowers[i + 1 : end])):
            caution = _caution(first) if not rest else ""
            return NameMatch(end, name, kind, form, caution)
    return None


def _caution(word: str) -> str:
    ordinary = _lexicon().ordinary
    if f"={word}" in ordinary:
        return "capitals"
    return "ordinary" if word in ordinary else ""


@lru_cache(maxsize=4096)
def _starting(first: str) -> tuple[tuple[tuple[str, ...], str, str, str], ...]:
    """Return the names that start with a token: the other tokens, id, type, form; longest first."""
    found = []
    for line in _lexicon().forms.get(first, "").splitlines():
        rest, name, kind, form = line.split("\t")
        found.append((tuple(rest.split()), name, kind, form))
    return tuple(sorted(found, key=lambda one: -len(one[0])))


def canonical(words: Sequence[str]) -> tuple[str, str] | None:
    """Return the canonical id and type of a whole name, or None.

    An article, titles before it, a possessive and a legal form after it are left aside: "the
    Toyota Corp's" is "toyota".

    Args:
        words: its tokens in lower case, any form ("north", "koreans").
    """
    lexicon = _lexicon()
    first, last = 0, len(words)
    found = _whole(words, first, last)
    if found:
        return found
    while last > first and words[last - 1] in ("'s", "'", "."):
        last -= 1
    while first < last and (words[first] == "the" or folded(words[first]) in lexicon.titles):
        first += 1
    while last - first > 1 and folded(words[last - 1]) in lexicon.suffixes:
        last -= 1
    return _whole(words, first, last)


def _whole(words: Sequence[str], first: int, last: int) -> tuple[str, str] | None:
    if first >= last:
        return None
    match = match_name(words[:last], first)
    return (match.id, match.type) if match is not None and match.end == last else None


def government(name: str) -> str | None:
    """Return the id of the country that a capital or seat of government may stand for.

    Args:
        name: a canonical id ("pyongyang", "kremlin").
    """
    return _lexicon().governs.get(name)


def bodies(name: str) -> tuple[str, ...]:
    """Return the common nouns for an institution of a country: "parliament" for the Riksdag.

    Args:
        name: a canonical id.
    """
    return tuple(filter(None, _lexicon().bodies.get(name, "").split("\t")))


def part_of(a: str, b: str) -> bool:
    """Return whether `a` lies within `b`, or belongs to it: Lyon to France, France to the EU.

    Args:
        a: a canonical id.
        b: another; nothing is part of itself.
    """
    return b in _wholes(a)


@lru_cache(maxsize=4096)
def _wholes(name: str) -> frozenset[str]:
    found: set[str] = set()
    queue = [name]
    while queue:
        for whole in _lexicon().wholes.get(queue.pop(), "").split("\t"):
            if whole and whole not in found:
                found.add(whole)
                queue.append(whole)
    return frozenset(found)


def plain(phrase: str) -> str:
    """Return a phrase as the lists of titles and suffixes hold it: folded, without hyphens."""
    return " ".join(folded(word) for word in phrase.replace("-", " ").split())


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Return whether a lower-case token or phrase goes before a personal name ("mayor")."""
    return plain(word) in _lexicon().titles


def spelt_out(word: str, *, last: bool) -> str:
    """Return a word of a name without its abbreviation: "north" for the "N." of "N. Ossetia".

    Args:
        word: a lower-case token.
        last: whether it ends the name, where it stands for nothing else.
    """
    return word if last else _lexicon().short.get(word, word)


def is_suffix(word: str) -> bool:
    """Return whether a lower-case token or phrase is the legal form of a company ("plc")."""
    return plain(word) in _lexicon().suffixes
