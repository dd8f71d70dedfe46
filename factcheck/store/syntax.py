"""Parsing claim files into plain tables: TOML and JSONL, with every fault of syntax."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.errors import Fault, InputError
from factcheck.store.fields import CLAIM_KEYS, Entry, KnownUnits, Spot, read_claim, read_defaults
from factcheck.store.places import JsonLines, TomlPlaces
from factcheck.store.spelling import did_you_mean
from factcheck.store.values import WrongValue, shortened

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_SECTION = re.compile(r"^[ \t]*\[\[?[ \t]*(claim|defaults)[ \t]*\]", re.MULTILINE)
# Beyond this many broken sections a file is no claim file that somebody mistyped.
_MOST_BROKEN = 50
_TOML_HINTS = (
    (
        "Illegal character '\\n'",
        'a quotation mark is not closed; long texts go between """ and """',
    ),
    ("Unterminated string", "close the text with as many quotation marks as it begins with"),
    ("Invalid value", 'put texts in "quotation marks"; numbers take no thousands comma'),
    ("Expected newline or end of document", 'inside "…", write \\" for a quotation mark'),
    ("Expected '='", 'write key = "value"'),
    ("Invalid statement", 'write key = "value"'),
    ("Unescaped '\\\\'", "write \\\\ for a backslash"),
    ("Invalid date", "there is no such day"),
    ("Cannot overwrite a value", "a key may stand only once in a claim"),
)
_JSON_HINT = 'each line is one claim: {"id": "…", "text": "…"}'


class Parsed(NamedTuple):
    """What one file holds.

    Attributes:
        entries: its claims.
        unread: the parts of it that could not be parsed; None where all of it could not even be
            decoded.
    """

    entries: list[Entry]
    unread: str | None = ""


def parse(
    data: bytes,
    path: str,
    *,
    is_json: bool,
    faults: list[Fault],
    units: KnownUnits | None = None,
) -> Parsed:
    """The claims of one file.

    Args:
        data: its bytes.
        path: for messages.
        is_json: whether it is JSONL, else TOML.
        faults: grows by everything that is wrong with it.
        units: the units that stated figures may have; None where that is not to be checked.
    """
    from factcheck.document.encoding import decode

    try:
        text = decode(data, path)
    except InputError as error:
        cause = error.__cause__
        at = cause.start if isinstance(cause, UnicodeDecodeError) else 0
        faults.append(Fault(path, data.count(b"\n", 0, at) + 1, error.what, error.do))
        return Parsed([], None)
    return (_parse_jsonl if is_json else _parse_toml)(text, path, faults, units)


def _parse_toml(text: str, path: str, faults: list[Fault], units: KnownUnits | None) -> Parsed:
    text = text.replace("\r\n", "\n")
    raw, readable, unread = _load_toml(text, path, faults)
    places = TomlPlaces(path, readable)
    defaults = read_defaults(raw["defaults"], places, faults) if "defaults" in raw else {}
    for key in raw:
        if key not in ("defaults", "claim"):
            _unknown_top(key, places, faults)
    claims = raw.get("claim", [])
    if not isinstance(claims, list):
        line = places.line(None, key="claim")
        do = "write [[claim]], with two brackets on each side"
        faults.append(Fault(path, line, "claim must be a list of tables", do))
        return Parsed([], text)
    entries = [
        read_claim(item, Spot(places, faults, n, units=units), defaults)
        for n, item in enumerate(claims)
    ]
    return Parsed(entries, unread)


def _unknown_top(key: str, places: TomlPlaces, faults: list[Fault]) -> None:
    do = (
        "write [[claim]] above it"
        if key in CLAIM_KEYS
        else did_you_mean(key, ("claim", "defaults"))
    )
    what = f"unknown key {shortened(key)!r} at the top of the file"
    faults.append(Fault(places.path, places.line(None, key=key), what, do))


def _load_toml(text: str, path: str, faults: list[Fault]) -> tuple[dict[str, object], str, str]:
    """The tables of the text, the text that they were read from, and what was left out.

    A section with a fault of syntax is blanked, line by line, and the rest read again: so the
    faults of all sections come out at once.
    """
    import tomllib

    unread = ""
    for _ in range(_MOST_BROKEN):
        try:
            return tomllib.loads(text, parse_float=Decimal), text, unread
        except tomllib.TOMLDecodeError as error:
            line = toml_fault(error, text, path, faults)
        except (ValueError, RecursionError, ArithmeticError) as error:
            # numbers of thousands of digits, brackets nested a thousand deep
            faults.append(
                Fault(path, 0, f"not readable as TOML: {error}", "take out the odd value")
            )
            break
        found = _without_section(text, line)
        if found is None or found[0] == text:
            break
        text, unread = found[0], unread + found[1]
    return {}, text, unread + text


def toml_fault(error: Exception, text: str, path: str, faults: list[Fault]) -> int:
    """Note what tomllib says of a text, with a remedy; returns the line, from 1."""
    message = str(error)
    at = _AT.search(message)
    last = text.rstrip().count("\n") + 1
    line = min(int(at[1]), last) if at and at[1] else last
    what = _AT.sub("", message)
    column = f", column {at[2]}" if at and at[2] else ""
    do = next((hint for begin, hint in _TOML_HINTS if what.startswith(begin)), "")
    faults.append(Fault(path, line, f"not TOML{column}: {what}", do))
    return line


def _without_section(text: str, line: int) -> tuple[str, str] | None:
    """The text with the section around `line` blanked, and that; None without any sections."""
    starts = [0, *(text.count("\n", 0, match.start()) for match in _SECTION.finditer(text))]
    lines = text.split("\n")
    begin = max(start for start in starts if start < line)
    end = min((start for start in starts if start >= line), default=len(lines))
    if begin == 0 and end == len(lines):
        return None
    blanked = "\n".join(lines[begin:end])
    lines[begin:end] = [""] * (end - begin)
    return "\n".join(lines), blanked


def _parse_jsonl(text: str, path: str, faults: list[Fault], units: KnownUnits | None) -> Parsed:
    import json

    decoder = json.JSONDecoder(
        parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_unique
    )
    raws: list[object] = []
    lines: list[int] = []
    unread = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            raws.append(decoder.decode(line))
        except json.JSONDecodeError as error:
            what = f"not JSON, column {error.colno}: {error.msg}"
            faults.append(Fault(path, number, what, _JSON_HINT))
        except WrongValue as wrong:
            faults.append(Fault(path, number, wrong.what, wrong.do))
        except (ValueError, RecursionError, ArithmeticError) as error:
            faults.append(Fault(path, number, f"not readable as JSON: {error}", _JSON_HINT))
        else:
            lines.append(number)
            continue
        unread += line
    places = JsonLines(path, lines)
    spots = (Spot(places, faults, n, units=units) for n in range(len(raws)))
    return Parsed(
        [read_claim(raw, spot, {}) for raw, spot in zip(raws, spots, strict=True)], unread
    )


def _no_constant(name: str) -> object:
    raise WrongValue(f"{name} is no number", "leave the key out")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise WrongValue(f"the key {shortened(twice)!r} stands twice", "keep one of them")
    return {key: value for key, value in found.items() if value is not None}
