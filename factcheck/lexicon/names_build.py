"""Compile factcheck/data/names into look-up tables; imported only when the cache is cold.

The data files describe their own grammar (factcheck/data/names/00_lists.toml).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.cache import load_toml
from factcheck.lexicon.names import folded, plain
from factcheck.text.tokens import tokenize

# The fields of `names._Lexicon`, in order. Long tables are text, which `marshal` reads fast.
Compiled = tuple[
    dict[str, str], dict[str, str], dict[str, str],
    frozenset[str], frozenset[str], frozenset[str], dict[str, str], dict[str, str],
]  # fmt: skip

# How a form is marked in the files, and what `NameMatch.form` calls it.
_FORMS = {"adj": "adjective", "people": "people", "capital": "capital"}
# The marks that are no forms: what a name is part of, and what its country calls it.
_MARKS = {"in", "body"}
# The order in which kinds claim a form: "Georgia" is the country, "New York" the city.
_KINDS = ("country", "region", "city", "org")


class Entry(NamedTuple):
    """One line of a file: its kind, its names (the id first) and its marked lists."""

    kind: str
    names: tuple[str, ...]
    lists: Mapping[str, tuple[str, ...]]

    @property
    def id(self) -> str:
        """The canonical id, a remark in brackets included."""
        return self.names[0]


def entries(files: Sequence[str]) -> Iterator[Entry]:
    """Yield the lines of all files, countries first.

    Raises:
        ValueError: for an unknown mark.
    """
    pages = sorted(
        (page for page in _pages(files) if "kind" in page),
        key=lambda page: _KINDS.index(page["kind"]),
    )
    for page in pages:
        for line in page["names"].strip().splitlines():
            names, *marked = (part.strip() for part in line.split(";"))
            lists = {}
            for part in marked:
                mark, _, values = part.partition(":")
                if mark not in _FORMS and mark not in _MARKS:
                    raise ValueError(f"unknown mark {mark!r} in the line of {names!r}")
                lists[mark] = tuple(value.strip() for value in values.split(","))
            yield Entry(page["kind"], tuple(name.strip() for name in names.split(" | ")), lists)


def build(files: Sequence[str]) -> Compiled:
    """Read the files and return the fields of `names._Lexicon`, in order.

    Args:
        files: paths of the TOML files.

    Raises:
        ValueError: for an unknown mark, a place that is part of nothing known, or an id that
            is given twice.
    """
    every = list(entries(files))
    kinds: dict[str, str] = {}
    for entry in every:
        if entry.id in kinds:
            raise ValueError(f"the name {entry.id!r} is given twice")
        kinds[entry.id] = entry.kind
    wholes = {entry.id: list(entry.lists.get("in", ())) for entry in every}
    for name, above in wholes.items():
        for whole in above:
            if whole not in kinds:
                raise ValueError(f"{name!r} is in {whole!r}, which is named nowhere")
    governs = _capitals(every, kinds, wholes)
    forms: dict[str, list[str]] = {}
    taken: set[str] = set()
    for form, found in _forms(every, kinds):
        if form not in taken:
            taken.add(form)
            first, _, rest = form.partition(" ")
            forms.setdefault(first, []).append(f"{rest}\t{found}")
    lists = {key: _listed(files, key) for key in ("titles", "suffixes", "ordinary")}
    marks = frozenset(f"={word}" for word in _listed(files, "capitals"))
    return (
        {first: "\n".join(lines) for first, lines in forms.items()},
        {name: "\t".join(above) for name, above in wholes.items() if above},
        governs,
        lists["titles"],
        lists["suffixes"],
        lists["ordinary"] | marks,
        {short: word for page in _pages(files) for short, word in page.get("short", {}).items()},
        {one.id: "\t".join(one.lists["body"]) for one in every if "body" in one.lists},
    )


def _pages(files: Sequence[str]) -> Iterator[dict[str, Any]]:
    for path in files:
        yield load_toml(path)


def _listed(files: Sequence[str], key: str) -> frozenset[str]:
    return frozenset(plain(word) for page in _pages(files) for word in page.get(key, ()))


def _written(form: str) -> str:
    """Return a form as its folded tokens, one space between them."""
    return " ".join(folded(token) for token in tokenize(form.partition(" (")[0]).lowers)


def _capitals(
    every: Sequence[Entry], kinds: dict[str, str], wholes: dict[str, list[str]]
) -> dict[str, str]:
    """Map each capital to the country it stands for; seats that are no city become offices."""
    cities = _cities(every)
    governs: dict[str, str] = {}
    for entry in every:
        for capital in entry.lists.get("capital", ()):
            name = cities.get(_written(capital), capital)
            if name not in kinds:
                kinds[name] = "org" if name in _SEATS else "city"
                wholes[name] = [entry.id]
            governs[name] = entry.id
    return governs


def _cities(every: Sequence[Entry]) -> dict[str, str]:
    return {_written(form): one.id for one in every if one.kind == "city" for form in one.names}


# Buildings that stand for a government and are no city.
_SEATS = frozenset({"kremlin", "white house", "whitehall", "downing street"})


def _forms(every: Sequence[Entry], kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each form with its "id, type, form" line; names before adjectives before people."""
    cities = _cities(every)
    for entry in every:
        for capital in entry.lists.get("capital", ()):
            name = cities.get(_written(capital), capital)
            yield _written(capital), f"{name}\t{kinds[name]}\tcapital"
    for entry in every:
        for name in entry.names:
            yield _written(name), f"{entry.id}\t{entry.kind}\tname"
    for mark in ("adj", "people"):
        for entry in every:
            for word in entry.lists.get(mark, ()):
                line = f"{entry.id}\t{entry.kind}\t{_FORMS[mark]}"
                yield _written(word), line
                if mark == "people":
                    yield _written(word + "s"), line
