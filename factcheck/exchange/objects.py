"""JSON and JSONL in the keys of claims, or in keys that headers have."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from factcheck.errors import ConfigError, InputError
from factcheck.exchange.base import LONGEST_LINE, Place, Record, Refused, Source
from factcheck.exchange.headers import SYNONYMS, guessed
from factcheck.exchange.json_places import lines_of
from factcheck.exchange.text import TooLong, opened, whole
from factcheck.store.spelling import did_you_mean
from factcheck.store.values import kind

_AN_OBJECT = 'a claim is an object, as in {"text": "…", "source": "…"}'
_ONE_A_LINE = 'each line is one claim, as in {"text": "…", "source": "…"}'


def read_lines(source: Source) -> Iterator[Record | Refused]:
    """The records of a JSONL file.

    Raises:
        InputError: it cannot be read.
        ConfigError: an option does not fit it.
    """
    keys = Keys(source)
    with opened(source) as lines:
        while True:
            try:
                line = next(lines)
            except StopIteration:
                break
            except TooLong as error:
                yield Refused(
                    source.place(error.line),
                    f"the line is longer than {LONGEST_LINE:,} characters",
                    _ONE_A_LINE,
                )
                continue
            if line.strip():
                yield _record_of_line(line, source.place(lines.number), keys)
    keys.check()


def _record_of_line(line: str, place: Place, keys: Keys) -> Record | Refused:
    try:
        found = json.loads(line, parse_float=Decimal, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        return Refused(place, f"not JSON, column {error.colno}: {error.msg}", _ONE_A_LINE)
    except (ValueError, RecursionError, ArithmeticError) as error:
        return Refused(place, f"not readable as JSON: {error}", _ONE_A_LINE)
    return keys.record(found, place, _ONE_A_LINE)


def read_document(source: Source) -> Iterator[Record | Refused]:
    """The records of a JSON document: a list, or an object with a list of `claims`.

    Raises:
        InputError: it cannot be read, or is no such document.
        ConfigError: an option does not fit it.
    """
    text = whole(source)
    found = document(text, source)
    line_of = lines_of(found, text)
    keys = Keys(source)
    at = ""
    if isinstance(found, dict) and isinstance(found.get("claims"), list):
        at, found = "/claims", found["claims"]
    if not isinstance(found, list):
        found = [found]
    for number, item in enumerate(found):
        place = source.place(line_of.get(id(item), 0), f"{at}/{number}")
        yield keys.record(item, place, _AN_OBJECT)
    keys.check()


def document(text: str, source: Source, *, line: int = 0, strict: bool = True) -> Any:
    """A JSON document.

    Args:
        text: the document.
        source: where it is from.
        line: the line before it, where it is a part of a file.
        strict: whether control characters inside of strings and a key that stands twice are
            faults.

    Raises:
        InputError: it is no JSON; line and column are named.
    """
    try:
        hook = _once if strict else None  # of a page's own markup nobody is to mend such things
        return json.loads(text, parse_float=Decimal, strict=strict, object_pairs_hook=hook)
    except json.JSONDecodeError as error:
        what = f"not JSON, column {error.colno}: {error.msg}"
        where = source.place(line + error.lineno)
    except RecursionError:
        what, where = "nested too deep to be read", source.place(line)
    except (ValueError, ArithmeticError) as error:
        what, where = f"not readable as JSON: {error}", source.place(line)
    raise InputError(what, where=str(where), do="mend it there, or fetch the file again")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


class Keys:
    """Which keys of objects hold which field; every set of keys is looked at once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._known: dict[tuple[str, ...], dict[str, str]] = {}

    def record(self, found: object, place: Place, otherwise: str) -> Record | Refused:
        """The record of one object; what to do where it is none is given."""
        if not isinstance(found, dict):
            return Refused(place, f"a claim must be an object, not {kind(found)}", otherwise)
        of = self._fields(tuple(found))
        return Record(place, {name: found[key] for name, key in of.items()})

    def check(self) -> None:
        """Refuse a mapping to a key that no object had; for the end of the file.

        Raises:
            ConfigError: there is one.
        """
        for name, key in self._source.options.mapping.items():
            if key and self._source.mapping.get(name) != key:
                raise ConfigError(
                    f"--map {name}: there is no key {key!r}",
                    where=self._source.shown,
                    do=did_you_mean(key, [*self._source.mapping.values(), *self._source.unused]),
                )

    def _fields(self, keys: tuple[str, ...]) -> Mapping[str, str]:
        known = self._known.get(keys)
        if known is None:
            known = self._chosen(keys)
            if len(self._known) < 10_000:  # objects that all differ are not to fill the memory
                self._known[keys] = known
            for name, key in known.items():
                self._source.mapping.setdefault(name, key)
            for key in keys:
                if key not in known.values() and len(self._source.unused) < 1_000:
                    self._source.unused[key] = None
        return known

    def _chosen(self, keys: tuple[str, ...]) -> dict[str, str]:
        mapping = self._source.options.mapping
        chosen = {name: key for name, key in mapping.items() if key in keys}
        free = [key for key in keys if key not in chosen.values()]
        own = {key: key for key in free if key in SYNONYMS}
        others = {name: free[at] for name, at in guessed(free).items()}
        for name, key in {**others, **own}.items():
            if name not in mapping and key not in chosen.values():
                chosen[name] = key
        return chosen
