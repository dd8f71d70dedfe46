"""The table of currency forms, compiled from currencies.toml into plain data."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from factcheck.cache import compiled, load_toml
from factcheck.figures.unit_data import Form, Record, cut_form, plural_of

FILE: Final = Path(__file__).parent.parent / "data" / "currencies.toml"
_Word: TypeAlias = tuple[str, str]  # singular and plural
_REPORTED: Final = (
    ("M", "million", 1_000_000),
    ("K", "thousand", 1000),
    ("k", "thousand", 1000),
    ("T", "thousand", 1000),
)


@cache
def after() -> Mapping[str, list[Form]]:
    """Forms behind a number, by first token in lower case, the longest first."""
    return cast("Mapping[str, list[Form]]", _compiled()["after"])


@cache
def before() -> Mapping[str, list[Form]]:
    """Forms in front of a number, by first token in lower case, the longest first."""
    return cast("Mapping[str, list[Form]]", _compiled()["before"])


@cache
def members() -> Mapping[str, frozenset[str]]:
    """The codes that an open currency, or a bare name or sign in lower case, may stand for."""
    return cast("Mapping[str, frozenset[str]]", _compiled()["members"])


@cache
def words(name: str) -> frozenset[str]:
    """The list of words called `name` in currencies.toml."""
    return cast("dict[str, dict[str, frozenset[str]]]", _compiled())["words"][name]


@cache
def _compiled() -> Mapping[str, object]:
    return cast("Mapping[str, object]", compiled("currencies", [FILE, Path(__file__)], build))


def read() -> dict[str, Any]:
    """currencies.toml as it stands."""
    return load_toml(FILE)


def build() -> dict[str, object]:
    """Read currencies.toml and lay out its forms."""
    data = read()
    shared = _shared(data)
    lists = {**data["words"], **{f"pounds {k}": v for k, v in data["pounds"].items()}}
    return {
        "after": _table([*_names(data), *_bare(data, shared), *_signs(data, behind=True)]),
        "before": _table(list(_signs(data, behind=False))),
        "members": _members(data, shared),
        "words": {name: frozenset(text.split()) for name, text in lists.items()},
    }


def _split(text: str) -> list[str]:
    return [part for part in text.split(";") if part]


def _word(text: str) -> _Word:
    one, bar, many = text.partition("|")
    return one, (many or one) if bar else plural_of(one)


def _major(code: str) -> Record:
    return (code, f"money:{code}", code, 1, 1, 0, 1, "")


def _minor(code: str, name: str, parts: int) -> Record:
    return (f"{code} {name}", f"money:{code}", code, 1, parts, 0, 1, "")


def _open(name: str, parts: int = 1) -> Record:
    return (name, f"money:{name}", name, 1, parts, 0, 1, "")


def _form(
    text: str,
    record: Record,
    rule: str,
    *,
    exact: bool = False,
    plural: bool = False,
    guard: str = "",
) -> Form:
    cut, glued = cut_form(text, exact)
    return (cut, exact, glued, plural, guard, rule, record)


def _spelled(word: _Word) -> Iterator[tuple[str, bool]]:
    yield word[0], False
    if word[1] != word[0]:
        yield word[1], True


def _units_of(currency: Mapping[str, Any]) -> Iterator[tuple[_Word, Record]]:
    code, parts = currency["code"], currency.get("parts", 100)
    for text in _split(currency["names"]):
        yield _word(text), _major(code)
    minors = [_word(text) for text in _split(currency["minor"])]
    for word in minors:
        yield word, _minor(code, minors[0][0], parts)


def _names(data: Mapping[str, Any]) -> Iterator[Form]:
    """Names behind an adjective ("Swiss francs", "US cents"), and codes."""
    lower = data["words"]["lower_codes"].upper().split()
    for currency in data["currencies"]:
        code = currency["code"]
        yield _form(code, _major(code), "currency-code", exact=code not in lower)
        for word, record in _units_of(currency):
            for text, plural in _spelled(word):
                for adjective in _split(currency["of"]):
                    full = f"{adjective} {text}"
                    yield _form(full, record, "currency-name", plural=plural)


def _shared(data: Mapping[str, Any]) -> dict[str, list[tuple[Mapping[str, Any], Record, _Word]]]:
    """The currencies that share each bare name, by its singular."""
    shared: dict[str, list[tuple[Mapping[str, Any], Record, _Word]]] = {}
    for currency in data["currencies"]:
        for word, record in _units_of(currency):
            shared.setdefault(word[0], []).append((currency, record, word))
    return shared


def _bare(data: Mapping[str, Any], shared: Mapping[str, list[Any]]) -> Iterator[Form]:
    """Names without an adjective: of one currency, of the usual one, or open."""
    canonical: dict[frozenset[str], str] = {}
    for name, sharers in shared.items():
        records = {record for _, record, _ in sharers}
        parts = {record[4] for record in records}
        codes = frozenset(currency["code"] for currency, _, _ in sharers)
        chosen = data["bare"].get(name)
        if chosen or len(codes) == 1:
            record = next(r for c, r, _ in sharers if c["code"] == (chosen or c["code"]))
        elif len(parts) == 1:
            # Spellings of one name, "rouble" and "ruble", are one open currency.
            known = name if name in data["open"] else canonical.setdefault(codes, name)
            record = _open(known, parts.pop())
        else:
            continue  # fils are hundredths here and thousandths there
        usual = data["guards"].get(name, "")
        for text, plural in {pair: None for _, _, word in sharers for pair in _spelled(word)}:
            guard = data["guards"].get(text, usual)  # "reais" are nothing else
            yield _form(text, record, "currency-bare", plural=plural, guard=guard)


def _signs(data: Mapping[str, Any], *, behind: bool) -> Iterator[Form]:
    loose = set(data["words"]["loose_codes"].split())
    lower = set(data["words"]["lower_codes"].upper().split())
    for currency in data["currencies"]:
        code = currency["code"]
        before, listed = _split(currency.get("signs", "")), _split(currency.get("after", ""))
        listed = [*listed, *filter(_is_sign, before)] if behind else [*before, code]
        for sign in listed:
            guard = "amount" if sign in loose and not behind else ""
            free = sign in lower or (len(sign) > 3 and sign[-1] == "$")  # "usd 20", "mxn$20"
            yield _form(sign, _major(code), "currency-sign", exact=not free, guard=guard)
        if code in data["words"]["report_codes"].split():
            yield from _reported(code)
    for sign, name in data["shared_signs_after" if behind else "shared_signs"].items():
        guard = "amount" if sign in loose and not behind else ""
        yield _form(sign, _open(name), "currency-sign", exact=True, guard=guard)
    if behind:
        penny = _minor("GBP", "penny", 100)
        yield _form("p", penny, "currency-sign", exact=True, guard="pence")
        yield _form("¢", _open("cent", 100), "currency-sign", exact=True)
        yield _form("c", _open("cent", 100), "currency-sign", exact=True, guard="cents")


def _is_sign(text: str) -> bool:
    """Whether `text` is one currency sign, which may stand on either side ("100 ₡")."""
    return len(text) == 1 and unicodedata.category(text) == "Sc"


def _reported(code: str) -> Iterator[Form]:
    """ "MSEK 120", "120 MEUR", "45 kUSD": codes of company reports, in thousands and millions."""
    for letter, name, factor in _REPORTED:
        record = (f"{name} {code}", f"money:{code}", code, factor, 1, 0, 1, "")
        yield _form(letter + code, record, "currency-code", exact=True)


def _table(forms: list[Form]) -> dict[str, list[Form]]:
    table: dict[str, list[Form]] = {}
    for form in dict.fromkeys(forms):
        table.setdefault(form[0][0].lower(), []).append(form)
    for listed in table.values():
        listed.sort(key=lambda form: (-len(form[0]), not form[1]))
    return table


def _members(data: Mapping[str, Any], shared: Mapping[str, list[Any]]) -> dict[str, frozenset[str]]:
    """Who may be meant by each open name, and by each bare name that has a usual reading."""
    found: dict[str, frozenset[str]] = {}
    for name, sharers in shared.items():
        codes = frozenset(currency["code"] for currency, _, _ in sharers)
        if len(codes) > 1:
            for written in {name, *(word[1] for _, _, word in sharers)}:
                found[written.lower()] = codes
    for name, codes in data["open"].items():
        found[name] = frozenset(codes)
    found["$"] = found["dollar"]
    return found
