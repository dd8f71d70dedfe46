"""Reading units of measure behind (and a few in front of) a number.

Which reading wins is decided by length first ("miles per hour" before "miles"), then by the
guards of units.toml; what no guard lets pass is no unit. Numbers are not read here: the caller
says where one ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Any, Final, NamedTuple, cast

from factcheck.cache import digest, kept
from factcheck.errors import UnitError
from factcheck.figures.money import same_currency
from factcheck.figures.unit_context import money_before
from factcheck.figures.unit_data import (
    Entry,
    Form,
    UnitTable,
    end_of,
    forms_at,
    plural_of,
    read,
    table,
    unit_of,
    units,
    units_before,
)
from factcheck.figures.unit_guards import evidence, passes
from factcheck.model import Unit
from factcheck.text.tokens import Tokens

_HYPHENS: Final = frozenset("-‐‑")
# Units that are written on into the next number: "5ft11", "2h30", "12st4".
_CHAINED: Final = frozenset({"foot", "hour", "stone", "minute"})
# Open units, and the readings among which another unit decides (docs/units.md).
_OPEN: Final[Mapping[str, tuple[str, ...]]] = {
    "ton": ("tonne", "short ton", "long ton"),
    "gallon": ("imperial gallon",),
    "pint": ("imperial pint",),
}
_US_MASSES: Final = frozenset({"pound", "ounce"})
_SHORT_TON: Final = Fraction("907.18474")


class UnitMatch(NamedTuple):
    """A unit in the text: `end` is the token after it, `rule` names what read it."""

    unit: Unit
    end: int
    rule: str


def match_unit(
    tokens: Tokens,
    i: int,
    *,
    plural_ok: bool = True,
    extra: UnitTable | None = None,
) -> UnitMatch | None:
    """The unit that starts at token `i`, directly after a number.

    Magnitude words are to be tried before ("5m euros"), money is `money.currency_after`'s.

    Args:
        tokens: the text.
        i: the token after the number, and after the hyphen of "5-mile".
        plural_ok: False where only a singular can stand ("a 5-mile walk").
        extra: further forms, from `user_units`; they go before those of units.toml.

    Returns:
        The longest unit whose guard passes, or None.
    """
    if not 0 <= i < len(tokens.texts):
        return None
    for listed in (extra, units()):
        for form in forms_at(listed, tokens, i) if listed else ():
            end = end_of(tokens, i, form)
            if end and (plural_ok or not form[3]) and _stands(tokens, i, end, form):
                return UnitMatch(
                    unit_of(tokens.cut(i, end), form[6]), end, _rule(tokens, i, end, form)
                )
    return None


def _rule(tokens: Tokens, i: int, end: int, form: Form) -> str:
    """The rule of a form, with its guard and the word that decided: "unit-symbol:metre=waves"."""
    rule, guard = form[5], form[4]
    if not guard:
        return rule
    word = evidence(guard, tokens, i, end)
    return f"{rule}:{guard}={word}" if word else f"{rule}:{guard}"


def units_named(tokens: Tokens, extra: UnitTable | None = None) -> list[Unit]:
    """Every unit that all of `tokens` may stand for, if nothing around them has a say.

    Args:
        tokens: one or more.
        extra: further forms, from `user_units`; where one of them fits, it alone does.
    """
    for listed in (extra, units()):
        forms = forms_at(listed, tokens, 0) if listed else ()
        records = {form[6]: None for form in forms if end_of(tokens, 0, form) == len(tokens)}
        if records:
            return [unit_of(tokens.cut(0, len(tokens)), record) for record in records]
    return []


def match_unit_before(tokens: Tokens, i: int) -> UnitMatch | None:
    """The unit that starts at token `i` and announces a number: "magnitude 6.8", "pH 7".

    The number begins at `end`, or after a hyphen that stands there.
    """
    if not 0 <= i < len(tokens):
        return None
    for form in forms_at(units_before(), tokens, i):
        end = end_of(tokens, i, form)
        if not end:
            continue
        number = end + (end < len(tokens) and tokens.texts[end] in _HYPHENS)
        if number < len(tokens) and tokens.texts[number][0].isdigit():
            return UnitMatch(unit_of(tokens.cut(i, end), form[6]), end, form[5])
    return None


def _stands(tokens: Tokens, i: int, end: int, form: Form) -> bool:
    """Whether the form is not part of something else, and its own guard passes."""
    guard = form[4]
    if form[5].endswith("-symbol"):
        if money_before(tokens, i) and form[6][1] != "share":
            return False
        runs_on = tokens.glued(end) and tokens.texts[end][0].isdigit()
        if runs_on and form[6][0] not in _CHAINED:
            return False
    return not guard or passes(guard, tokens, i, end)


def as_difference(unit: Unit) -> Unit:
    """The unit of a change: 2 °C more is 3.6 °F more, whatever the zero of either scale."""
    if not unit.offset:
        return unit
    return replace(unit, dimension=f"{unit.dimension}_difference", offset=Fraction(0))


def settle(a: Unit, b: Unit) -> tuple[Unit, Unit] | None:
    """Both units as they are to be compared, or None where they measure different things.

    An open unit takes the reading that the other side gives it: "tons" against short tons are
    short tons, bare degrees against °F are °F, pesos against Mexican pesos are Mexican.
    """
    if a.per != b.per:
        return None
    if a.dimension.startswith("money:") and b.dimension.startswith("money:"):
        if not same_currency(a, b):
            return None
        return a, replace(b, dimension=a.dimension, base=a.base)
    pair = {a.dimension, b.dimension}
    if pair in ({"degree", "temperature"}, {"degree", "angle"}):
        return (a, _read_as(b, a)) if b.dimension == "degree" else (_read_as(a, b), b)
    if a.dimension != b.dimension:
        return None
    return _close(a, b), _close(b, a)


def _close(unit: Unit, other: Unit) -> Unit:
    if other.symbol in _OPEN.get(unit.symbol, ()):
        return _read_as(unit, other)
    if unit.symbol == "ton" and other.symbol in _US_MASSES:
        return replace(unit, factor=_SHORT_TON)
    return unit


def _read_as(unit: Unit, other: Unit) -> Unit:
    return replace(other, written=unit.written)


def user_units(definitions: Sequence[str]) -> UnitTable:
    """Units that a user defines, as `match_unit` takes them in `extra`.

    Args:
        definitions: in pint's syntax, "name = value [= symbol [= alias …]]", such as
            "smoot = 1.7018 metre = smt"; a later one may build on an earlier one.

    Returns:
        Their forms, kept in the cache, so that pint is loaded only for what it has not read.

    Raises:
        UnitError: for a definition that pint does not understand, or one of a dimension that
            units.toml does not have.
    """
    key = digest(*(text.encode("utf-8", "surrogatepass") for text in definitions))
    return cast("UnitTable", kept("user-units", key, lambda: _understood(definitions)))


def _understood(definitions: Sequence[str]) -> UnitTable:
    """What pint makes of the definitions; plain data."""
    from pint import UnitRegistry

    registry: Any = UnitRegistry(non_int_type=Fraction)
    entries = []
    for definition in definitions:
        try:
            registry.define(definition)
            entries.append(_user_entry(registry, definition))
        except UnitError:
            raise
        except Exception as error:  # pint raises from every corner of its parser
            raise UnitError(
                f"the unit definition {definition!r} is not understood: {error}",
                do='write it as "smoot = 1.7018 metre = smt"',
            ) from error
    return table(entries)


def _user_entry(registry: Any, definition: str) -> Entry:
    parts = [part.strip() for part in definition.split("=")]
    if len(parts) < 2 or not all(part.strip("_") or part == "_" for part in parts):
        raise ValueError("it needs a name and a value")
    name, value, *short = parts
    value = value.split(";", maxsplit=1)[0]
    names = [name.replace("_", " "), *(alias for alias in short[1:] if len(alias) > 3)]
    symbols = [s for s in short[:1] if s != "_"] + [s for s in short[1:] if len(s) <= 3]
    dimension, base, factor = _measured_by(registry, name, definition)
    record = (names[0], dimension, base, factor.numerator, factor.denominator, 0, 1, "")
    return Entry(
        name=names[0],
        record=record,
        names=tuple((one, plural_of(one)) for one in names),
        symbols=tuple(symbols),
        exact_only=False,
        guard="",
        guards={},
        before=(),
        pint=name,
        rule="user-unit",
    )


def _measured_by(registry: Any, name: str, definition: str) -> tuple[str, str, Fraction]:
    """The dimension, its base unit, and the factor of pint's unit `name`."""
    unit = registry.Unit(name)
    for dimension, base, known in _bases():
        other = registry.Unit(known)
        if unit.dimensionality == other.dimensionality:
            factor = registry.Quantity(Fraction(1), unit).to(other).magnitude
            return dimension, base, Fraction(factor)
    raise UnitError(
        f"the unit definition {definition!r} measures {unit.dimensionality}, of which no unit "
        "is known",
        do="define it by a unit of length, mass, time, energy or their like",
    )


@cache
def _bases() -> tuple[tuple[str, str, str], ...]:
    bases: Mapping[str, Iterable[str]] = read()["bases"]
    return tuple((dimension, *given) for dimension, given in bases.items() if tuple(given)[1])  # type: ignore[misc]
