"""Records to claims: what was left open is filled in, all else is held to the store's own rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date as Date
from decimal import Decimal
from typing import Final, NamedTuple

from factcheck.errors import Fault
from factcheck.exchange import ratings
from factcheck.exchange.base import Record, Refused
from factcheck.exchange.rows import listed
from factcheck.model import Claim, ClaimStatus
from factcheck.store.days import read_day
from factcheck.store.fields import KnownUnits, Spot, read_claim
from factcheck.store.places import JsonLines
from factcheck.store.values import WrongValue

# Stands in for an id that the merge has yet to find; every claim must have one.
NO_ID: Final = "-"
# What files of other programs may hold as a number where a claim has text.
_TEXTS: Final = ("id", "text", "source", "speaker", "url", "topic", "note", "supersedes")
_NO_REVIEWER: Final = "the rating names no reviewer: who says so is not known"
_STAYS_FALSE: Final = "a fact-check found it false: it stays debunked, whatever --set says"
_DATES: Final = ("date", "as_of")


class Filling(NamedTuple):
    """What holds for all records of an import.

    Attributes:
        constants: values for fields, which go before the file's own.
        order: "day" or "month", whichever comes first in 12/03/2024; None where nobody has said.
        units: the units that stated figures may have; None where that is not to be checked.
    """

    constants: Mapping[str, str] = {}
    order: str | None = None
    units: KnownUnits | None = None


class Made(NamedTuple):
    """A claim, and where it came from.

    Attributes:
        claim: its id is `NO_ID` where the record has none.
        record: what it was made from.
        remark: what whoever imports it should know.
    """

    claim: Claim
    record: Record
    remark: str

    @property
    def has_id(self) -> bool:
        """Whether the record brought an id of its own."""
        return self.claim.id != NO_ID


def made(record: Record, filling: Filling) -> Made | Refused:
    """The claim of a record, or all that is wrong with it."""
    fields = {name: value for name, value in record.fields.items() if value not in (None, "")}
    fields, record = _filled(fields, filling, record)
    if not fields.get("text"):
        return Refused(record.place, "there is no text", "fill it in, or take the record out")
    wrong: list[WrongValue] = []
    raw: dict[str, object] = {}
    remark = record.remark
    rating = fields.pop("rating", None)
    for name, value in fields.items():
        try:
            raw[name] = _plain(name, value, filling)
        except WrongValue as error:
            wrong.append(WrongValue(f"{name}: {error.what}", error.do))
    if rating is not None:
        remark = _rate(raw, str(rating)) or remark
    raw.setdefault("id", NO_ID)
    faults: list[Fault] = []
    places = JsonLines(record.place.path, [record.place.line])
    entry = read_claim(raw, Spot(places, faults, 0, units=filling.units), {})
    named = {error.what.partition(":")[0] for error in wrong}
    wrong += [WrongValue(f.what, f.do) for f in faults if f.what.partition(":")[0] not in named]
    if entry.claim is None or wrong:
        remedies = dict.fromkeys(error.do for error in wrong if error.do)
        what = "; ".join(error.what for error in wrong)
        return Refused(record.place, what, "; ".join(remedies))
    if entry.claim.source is None and ratings.told(entry.claim.note) is not None:
        warnings = filter(None, (record.warning, _NO_REVIEWER))
        record = record._replace(warning="; ".join(warnings))
    return Made(entry.claim, record, remark)


def _filled(
    fields: dict[str, object], filling: Filling, record: Record
) -> tuple[dict[str, object], Record]:
    """The fields with the constants, but for one that would have a false claim count."""
    constants = dict(filling.constants)
    is_false = fields.get("status") == ClaimStatus.DEBUNKED
    if is_false and constants.pop("status", ClaimStatus.DEBUNKED) != ClaimStatus.DEBUNKED:
        record = record._replace(warning="; ".join(filter(None, (record.warning, _STAYS_FALSE))))
    return {**fields, **constants}, record


def _rate(raw: dict[str, object], rating: str) -> str:
    """Give a claim the status of its rating, as for a ClaimReview; returns the remark on it."""
    found = ratings.scaled(None, None, None, rating)
    status, why = ratings.judged(found)
    given = raw.get("status", ClaimStatus.CURRENT)
    # What was found false supports nothing, whatever else is said of it.
    is_false = status is ClaimStatus.DEBUNKED and given != ClaimStatus.RETRACTED
    if is_false or given == ClaimStatus.CURRENT:
        raw["status"] = str(status)
    note = raw.get("note")
    if ratings.told(note if isinstance(note, str) else None) is None:
        raw["note"] = f"{found}; {note}" if note else str(found)
    return why


def _plain(name: str, value: object, filling: Filling) -> object:
    """A value as a line of JSONL would have it."""
    if name in _DATES:
        return _day(value, filling)
    if name == "tags" and isinstance(value, str):
        return listed(value)
    if name == "figure" and isinstance(value, str):
        return _figures(value)
    if name == "status" and isinstance(value, str):
        return value.strip().casefold()
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if name in _TEXTS and (is_number or isinstance(value, Date)):
        return str(value)
    return value


def _day(value: object, filling: Filling) -> object:
    if isinstance(value, str) and value.strip():
        return read_day(value, filling.order)
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def _figures(cell: str) -> object:
    try:
        return json.loads(cell, parse_float=Decimal)
    except (ValueError, RecursionError):
        raise WrongValue(
            "is no JSON", 'write [{"text": "300", "counted": "soldiers"}], or leave it out'
        ) from None
