"""The table of unit forms, compiled from units.toml into plain data.

A form is one way to write one unit ("kilometres", "km", "sq. km"), as the tokens it is cut
into; the table finds all forms that begin with a given token, the longest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias, cast

from factcheck.cache import compiled, load_toml
from factcheck.model import Unit
from factcheck.text.tokens import Tokens, tokenize

FILE: Final = Path(__file__).parent.parent / "data" / "units.toml"
_HYPHENS: Final = frozenset("-‐‑")
_MICRO: Final = ("µ", "μ")  # micro sign and Greek mu look alike and are both typed

# symbol, dimension, base, factor and offset (numerator, denominator), per
Record: TypeAlias = tuple[str, str, str, int, int, int, int, str]
# tokens, whether letter case counts, which tokens touch their predecessor (empty for none),
# plural, guard, rule, record: kept flat, because the compiled table holds nothing but plain data
Form: TypeAlias = tuple[tuple[str, ...], bool, tuple[bool, ...], bool, str, str, Record]
UnitTable: TypeAlias = Mapping[str, "list[Form]"]


class Entry(NamedTuple):
    """One unit of units.toml with a prefix applied, or one that a user defined."""

    name: str
    record: Record
    names: tuple[tuple[str, str], ...]
    symbols: tuple[str, ...]
    exact_only: bool
    guard: str
    guards: Mapping[str, str]
    before: tuple[str, ...]
    pint: str
    rule: str


@cache
def units() -> UnitTable:
    """Every form that stands behind a number, by its first token in lower case."""
    return cast("UnitTable", _compiled()["after"])


@cache
def units_before() -> UnitTable:
    """Every form that stands in front of its number ("magnitude"), by its first token."""
    return cast("UnitTable", _compiled()["before"])


@cache
def chains() -> Mapping[str, list[str]]:
    """The smaller units that may follow each unit in one measure, by canonical name."""
    return cast("Mapping[str, list[str]]", _compiled()["chains"])


@cache
def unnamed() -> Mapping[str, str]:
    """The smaller unit that a number behind a unit has without naming it: "5-foot-11"."""
    return cast("Mapping[str, str]", _compiled()["unnamed"])


@cache
def named(name: str, dimension: str) -> Unit:
    """The unit with this canonical name, as if written out."""
    for forms in units().values():
        for form in forms:
            if form[6][0] == name and form[6][1] == dimension:
                return unit_of(name, form[6])
    raise KeyError(name)


@cache
def words(name: str) -> frozenset[str]:
    """The list of context words called `name` in units.toml."""
    return cast("dict[str, dict[str, frozenset[str]]]", _compiled())["words"][name]


def quotient(numerator: str, denominator: str) -> Record | None:
    """The unit "numerator per denominator" by canonical names, where it is one by itself."""
    return cast("dict[str, Record]", _compiled()["quotients"]).get(f"{numerator} per {denominator}")


def forms_at(listed: UnitTable, tokens: Tokens, i: int) -> list[Form]:
    """The forms that may start at token `i`; the full stop of "ft." is no part of a form."""
    word = tokens.lowers[i]
    found = listed.get(word)
    if found is None and word[-1] == ".":
        found = listed.get(word[:-1])
    return found or []


def end_of(tokens: Tokens, i: int, form: Form) -> int:
    """The token after `form` where it stands at `i`, else 0."""
    cut, exact, glued = form[:3]
    texts = tokens.texts if exact else tokens.lowers
    at = i
    for k, wanted in enumerate(cut):
        if k and at < len(texts) and tokens.glued(at):
            at = _past_joint(tokens, at, bool(glued) and glued[k])
        if at >= len(texts) or (glued and glued[k] and not tokens.glued(at)):
            return 0
        given = texts[at]
        if given != wanted and not (given[-1] == "." and given[:-1] == wanted):
            return 0
        at += 1
    return at


def _past_joint(tokens: Tokens, at: int, joined: bool) -> int:
    """Past the stop in "sq. ft", or the hyphen in "a 5-square-mile park"."""
    if tokens.texts[at] == ".":
        return at + 1
    hyphen = tokens.texts[at] in _HYPHENS and tokens.glued(at + 1)
    return at + 1 if hyphen and not joined else at


def cut_form(text: str, exact: bool) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """The tokens of a form without the stops of abbreviations, and which touch the one before."""
    tokens = tokenize(text)
    kept = [i for i in range(len(tokens)) if i == 0 or tokens.texts[i] != "."]
    texts = tokens.texts if exact else tokens.lowers
    cut = [texts[i].removesuffix(".") if texts[i].count(".") == 1 else texts[i] for i in kept]
    glued = tuple(tokens.glued(i) for i in kept)
    return tuple(cut), glued if any(glued) else ()


@lru_cache(maxsize=4096)
def unit_of(written: str, record: Record) -> Unit:
    """The unit that a form stands for."""
    symbol, dimension, base, *ratio, per = record
    return Unit(
        written, symbol, dimension, base, Fraction(*ratio[:2]), Fraction(*ratio[2:]), per or None
    )


@cache
def _compiled() -> Mapping[str, object]:
    return cast("Mapping[str, object]", compiled("units", [FILE, Path(__file__)], build))


def build() -> dict[str, object]:
    """Read units.toml and lay out its forms."""
    data = read()
    entries = list(expand(data))
    return {
        "after": table(entries),
        "before": _table_before(entries),
        "quotients": {
            entry.name: entry.record
            for entry in entries
            if " per " in entry.name and not entry.record[-1]
        },
        "chains": data["chains"],
        "unnamed": data["unnamed"],
        "words": {
            name: frozenset(word.replace("_", " ") for word in text.split())
            for name, text in data["words"].items()
        },
    }


def read() -> dict[str, Any]:
    """units.toml as it stands."""
    return load_toml(FILE)


def product(text: str) -> Fraction:
    """The value of decimals joined by "*" and "/", exactly."""
    value = Fraction(1)
    sign = "*"
    for piece in text.replace("/", " / ").replace("*", " * ").split():
        if piece in "*/":
            sign = piece
        elif sign == "*":
            value *= Fraction(piece)
        else:
            value /= Fraction(piece)
    return value


def expand(data: Mapping[str, Any]) -> Iterator[Entry]:
    """The entries of units.toml, each followed by its prefixed units."""
    for dimension, given in data["unit"].items():
        for unit in given:
            yield _entry(data, dimension, unit, "", "", "1")
            for prefix in unit.get("prefixes", ()):
                symbol, factor = data["prefixes"][prefix]
                yield _entry(data, dimension, unit, prefix, symbol, factor)


def _entry(data: Mapping[str, Any], dimension: str, unit: Mapping[str, Any], *prefix: str) -> Entry:
    word, letter, power = prefix
    factor = product(unit["factor"]) * Fraction(power)
    offset = product(unit.get("offset", "0"))
    record = (
        word + unit.get("same", unit["name"]),
        dimension,
        data["bases"][dimension][0],
        factor.numerator,
        factor.denominator,
        offset.numerator,
        offset.denominator,
        unit.get("per", ""),
    )
    also = [_name(text) for text in unit.get("also", ())]
    first = (unit["name"], unit.get("plural") or plural_of(unit["name"]))
    return Entry(
        word + unit["name"],
        record,
        tuple((word + one, word + many) for one, many in [first, *also]),
        tuple(letter + symbol for symbol in unit.get("symbols", ())),
        unit.get("case") == "exact",
        unit.get("guard", ""),
        unit.get("guards", {}),
        () if word else tuple(unit.get("before", ())),
        f"{power} {unit['pint']}" if word else unit.get("pint", ""),
        "unit",
    )


def _name(text: str) -> tuple[str, str]:
    one, bar, many = text.partition("|")
    return one, many if bar else plural_of(one)


def plural_of(name: str) -> str:
    """The plural of a regular name; in "metre per second" the first noun takes it."""
    for joint in (" per ", " of ", " a ", " an ", " to "):
        head, found, rest = name.partition(joint)
        if found:
            return f"{head}s{joint}{rest}"
    return name + "s"


def table(entries: list[Entry]) -> dict[str, list[Form]]:
    """The forms of `entries` by first token, the longest and then the case-bound first."""
    owners: dict[str, set[str]] = {}
    for entry in entries:
        for symbol in entry.symbols:
            owners.setdefault(symbol.lower(), set()).add(symbol)
    forms: dict[str, list[Form]] = {}
    for entry in entries:
        for form in _forms(entry, owners):
            forms.setdefault(form[0][0].lower(), []).append(form)
    for listed in forms.values():
        listed.sort(key=lambda form: (-len(form[0]), not form[1]))
    return forms


def _forms(entry: Entry, owners: Mapping[str, set[str]]) -> Iterator[Form]:
    def form(text: str, exact: bool, plural: bool, guard: str, rule: str) -> Form:
        cut, glued = cut_form(text, exact)
        return (cut, exact, glued, plural, guard, f"{entry.rule}-{rule}", entry.record)

    for one, many in entry.names:
        guard = entry.guards.get(one, entry.guard)
        for name, plural in {many: True, one: False}.items():
            yield form(name, False, plural and many != one, guard, "name")
    for symbol in entry.symbols:
        guard = entry.guards.get(symbol, entry.guard)
        # One letter, or letters that differ from another unit's by case alone, mean what they
        # say: MW and mW.
        free = not entry.exact_only and len(symbol) > 1 and len(owners[symbol.lower()]) == 1
        for spelled in _spellings(symbol):
            yield form(spelled, True, False, guard, "symbol")
            if free:
                yield form(spelled, False, False, guard, "symbol")


def _spellings(symbol: str) -> Iterator[str]:
    """A symbol as typed without its superscripts, or with the other letter mu."""
    yield symbol
    for raised, plain in (("²", "2"), ("³", "3")):
        if raised in symbol:
            yield symbol.replace(raised, plain)
            yield symbol.replace(raised, "^" + plain)
    if _MICRO[0] in symbol:
        yield from _spellings(symbol.replace(*_MICRO))


def _table_before(entries: list[Entry]) -> dict[str, list[Form]]:
    forms: dict[str, list[Form]] = {}
    for entry in entries:
        for words_before in entry.before:
            exact = entry.exact_only  # "an R of 1.2"
            cut, glued = cut_form(words_before, exact)
            form: Form = (cut, exact, glued, False, "", "unit-before", entry.record)
            forms.setdefault(cut[0].lower(), []).append(form)
    for listed in forms.values():
        listed.sort(key=lambda form: -len(form[0]))
    return forms
