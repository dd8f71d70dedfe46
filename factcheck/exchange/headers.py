"""Which column or key holds which field of a claim: guessed from headers, overridden by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from factcheck.errors import ConfigError
from factcheck.store.spelling import did_you_mean, nearest

# What headers call each field, the likeliest first: where two columns would do, the earlier wins.
SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "claim id", "key", "no", "nr", "identifier", "ref"),
    "text": (
        "text", "claim", "claim text", "statement", "claim reviewed", "quote", "sentence",
        "fact", "assertion", "what", "content",
    ),
    "source": (
        "source", "source name", "publisher", "outlet", "org", "organisation", "organization",
        "reviewer", "publication", "agency", "site",
    ),
    "speaker": (
        "speaker", "claimant", "author", "who", "person", "said by", "by", "claimed by", "name",
    ),
    "date": (
        "date", "claim date", "published", "published on", "date published", "publication date",
        "day", "said on", "when",
    ),
    "as_of": ("as of", "as at", "valid on", "reference date"),
    "url": ("url", "link", "source url", "web", "web address", "address", "href", "permalink"),
    "topic": ("topic", "subject", "headline", "title", "theme"),
    "tags": ("tags", "tag", "labels", "label", "keywords", "keyword", "category", "section"),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks", "explanation"),
    "status": ("status", "claim status"),
    "supersedes": ("supersedes", "replaces"),
    "rating": (
        "rating", "verdict", "ruling", "textual rating", "review rating", "truth", "truthfulness",
        "conclusion", "assessment", "fact check", "fact check rating", "truth o meter",
    ),
    "figure": ("figure", "figures", "stated figures"),
}  # fmt: skip
_FIELD_OF: Final = {
    word: (rank, name) for name, words in SYNONYMS.items() for rank, word in enumerate(words)
}


class Columns(NamedTuple):
    """The headers that fields are taken from.

    Attributes:
        of: the position of each field's column.
        unused: the positions of the others, but for those without a header.
    """

    of: Mapping[str, int]
    unused: tuple[int, ...]


def guessed(headers: Sequence[str]) -> dict[str, int]:
    """The column of each field that some header names."""
    best: dict[str, tuple[int, int]] = {}
    for position, header in enumerate(headers):
        found = _FIELD_OF.get(_plain(header))
        if found is not None:
            rank, name = found
            best[name] = min(best.get(name, (rank, position)), (rank, position))
    return {name: position for name, (_, position) in best.items()}


def columns(headers: Sequence[str], mapping: Mapping[str, str], where: str) -> Columns:
    """The column of each field.

    Args:
        headers: the header of each column.
        mapping: a header for a field, which goes before the guess; "" for none.
        where: the file, for messages.

    Raises:
        ConfigError: the mapping names what is not there.
    """
    positions = {header.strip(): n for n, header in reversed(list(enumerate(headers)))}
    chosen: dict[str, int] = {}
    for name, header in mapping.items():
        if not header:
            continue
        if header.strip() not in positions:
            there = [known for known in positions if known]
            raise ConfigError(
                f"--map {name}: there is no column {header!r}",
                where=where,
                do=did_you_mean(header, there),
            )
        chosen[name] = positions[header.strip()]
    for name, position in guessed(headers).items():
        if name not in mapping and position not in chosen.values():
            chosen[name] = position
    order = [name for name in SYNONYMS if name in chosen]
    taken = set(chosen.values())
    unused = (n for n, header in enumerate(headers) if header.strip() and n not in taken)
    return Columns({name: chosen[name] for name in order}, tuple(unused))


def parsed_mapping(words: Sequence[str], option: str) -> dict[str, str]:
    """What `--map field=Header` and `--set field=value` give.

    Raises:
        ConfigError: no field, or one that claims do not have.
    """
    found: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        name = name.strip()
        if not equals:
            raise ConfigError(
                f"{word!r} is no pair", where=option, do=f'write {option} source="…", as one word'
            )
        if name not in SYNONYMS:
            near = nearest(name, SYNONYMS)
            raise ConfigError(
                f"claims have no field {name!r}",
                where=option,
                do=f"did you mean {near!r}?" if near else f"they have {', '.join(SYNONYMS)}",
            )
        found[name] = value
    return found


def _plain(header: str) -> str:
    letters = "".join(char if char.isalnum() else " " for char in _spaced(header))
    return " ".join(letters.casefold().split())


def _spaced(header: str) -> str:
    """`datePublished` as "date Published"."""
    return "".join(
        f" {char}" if char.isupper() and before.islower() else char
        for before, char in zip(f" {header}", header, strict=False)
    )
