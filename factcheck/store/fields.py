"""From a table of a claim file to a `Claim`, with every fault on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from factcheck.errors import ClaimError, Fault
from factcheck.model import Claim, ClaimStatus, Hedge, StatedFigure
from factcheck.store import values
from factcheck.store.places import Places
from factcheck.store.spelling import did_you_mean, nearest
from factcheck.store.values import WrongValue
from factcheck.text.locate import locate

_Reader = Callable[[object], object]


def _status(value: object) -> str:
    return values.one_of(value, list(ClaimStatus))


def _hedge(value: object) -> str:
    return values.one_of(value, list(Hedge))


_SHARED: Mapping[str, _Reader] = {  # what `[defaults]` may hold too
    "source": values.words,
    "date": values.moment,
    "status": _status,
    "topic": values.words,
    "url": values.address,
    "as_of": values.moment,
    "speaker": values.words,
    "tags": values.labels,
    "note": values.words,
}
_CLAIM: Mapping[str, _Reader] = {
    "id": values.required_words,
    "text": values.required_words,
    **_SHARED,
    "supersedes": values.words,
}
_FIGURE: Mapping[str, _Reader] = {
    "text": values.required_words,
    "value": values.number,
    "low": values.number,
    "high": values.number,
    "unit": values.words,
    "counted": values.words,
    "event": values.words,
    "hedge": _hedge,
}
CLAIM_KEYS = (*_CLAIM, "figure")
# Among the 1,500 names of units "soldiers" is near "soles" (76) and "times" near "centimes" (77);
# a letter dropped, doubled or swapped scores 88 or more.
_UNIT_CUTOFF = 85.0


class KnownUnits(Protocol):
    """The units of measure that a stated figure may have; a store knows none by itself."""

    def knows(self, unit: str) -> bool:
        """Whether a figure may have this unit."""
        ...

    def names(self) -> Iterable[str]:
        """What to suggest for a misspelt one."""
        ...


class Entry(NamedTuple):
    """What one table of a claim file came to.

    Attributes:
        places: where its file says what.
        position: which of the file's claims it is.
        id, supersedes: as given, for the checks across files; None where not readable.
        claim: None where the table has a fault.
        unread: of a claim without a readable id, all its texts but `supersedes`: the id that
            another claim names may be among them, under a misspelt key.
    """

    places: Places
    position: int
    id: str | None
    supersedes: str | None
    claim: Claim | None
    unread: str = ""


class Spot(NamedTuple):
    """One table being read: where it stands, and where its faults go.

    Attributes:
        places: where its file says what.
        faults: grows by everything that is wrong.
        claim, figure: positions in the file and in the claim; None above them.
        units: the units that figures may have; None where that is not to be checked.
    """

    places: Places
    faults: list[Fault]
    claim: int | None = None
    figure: int | None = None
    units: KnownUnits | None = None

    def fault(self, key: str | None, what: str, do: str = "") -> None:
        """Note a fault at `key`, else at the table itself."""
        if self.claim is None:
            line = self.places.table_line("defaults", key)
        else:
            line = self.places.line(self.claim, self.figure, key)
        self.faults.append(Fault(self.places.path, line, what, do))

    def read(self, raw: Mapping[str, object], readers: Mapping[str, _Reader]) -> dict[str, Any]:
        """The values that `readers` accept; everything else is a fault."""
        found: dict[str, Any] = {}
        for key, value in raw.items():
            reader = readers.get(key)
            if reader is None:
                if key != "figure" or "id" not in readers:
                    self._unknown(key, readers)
                continue
            try:
                found[key] = reader(value)
            except WrongValue as wrong:
                self.fault(key, f"{key}: {wrong.what}", wrong.do)
        return found

    def _unknown(self, key: str, readers: Mapping[str, _Reader]) -> None:
        if self.claim is None and key in CLAIM_KEYS:
            do = "write it in each [[claim]]"
        else:
            do = did_you_mean(key, CLAIM_KEYS if readers is _CLAIM else readers)
        self.fault(key, f"unknown key {values.shortened(key)!r}", do)


def read_defaults(raw: object, places: Places, faults: list[Fault]) -> dict[str, Any]:
    """The readable values of a `[defaults]` table."""
    spot = Spot(places, faults)
    if not isinstance(raw, dict):
        spot.fault(None, "defaults must be a table", "write [defaults] on a line of its own")
        return {}
    return spot.read(raw, _SHARED)


def read_value(key: str, value: object) -> Any:
    """The value of one key of a claim, as `Claim` holds it; None where it is empty.

    Raises:
        WrongValue: it is not what the key wants.
    """
    return _CLAIM[key](value)


def read_claim(raw: object, spot: Spot, defaults: Mapping[str, Any]) -> Entry:
    """One claim; the faults of `spot` grow by everything that is wrong with it."""
    places, position, before = spot.places, spot.claim or 0, len(spot.faults)
    if not isinstance(raw, dict):
        spot.fault(None, f"a claim must be a table, not {values.kind(raw)}")
        return Entry(places, position, None, None, None, str(raw))
    given = spot.read(raw, _CLAIM)
    for key in ("id", "text"):
        if key not in raw:
            example = 'id = "north-korea-sent"' if key == "id" else 'text = "One sentence."'
            spot.fault(None, f"the claim has no {key}", f"write {example}")
    figures = _figures(raw.get("figure", []), given.get("text"), spot)
    claim = None
    if len(spot.faults) == before:
        try:
            claim = Claim(**_merged(defaults, given), figures=figures)
        except ClaimError as error:
            spot.fault(None, error.what, error.do)
    given_id = given.get("id")
    texts = (str(value) for key, value in raw.items() if key != "supersedes")
    unread = "" if given_id else "\n".join(texts)
    return Entry(places, position, given_id, given.get("supersedes"), claim, unread)


def _merged(defaults: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The claim's own values before the file's; tags alone are added to the file's."""
    tags = (*defaults.get("tags", ()), *given.get("tags", ()))
    return {**defaults, **given, "tags": tuple(dict.fromkeys(tags))}


def _figures(raw: object, text: str | None, spot: Spot) -> tuple[StatedFigure, ...]:
    if not isinstance(raw, list):
        spot.fault("figure", "figure must be a list of tables", "write [[claim.figure]]")
        return ()
    found: list[StatedFigure] = []
    for position, item in enumerate(raw):
        here = spot._replace(figure=position)
        if not isinstance(item, dict):
            here.fault(None, f"a figure must be a table, not {values.kind(item)}")
            continue
        before = len(spot.faults)
        given = here.read(item, _FIGURE)
        _check_figure(given, item, text, found, here)
        if len(spot.faults) == before:
            found.append(StatedFigure(**given))
    return tuple(found)


def _check_figure(
    given: Mapping[str, Any],
    raw: Mapping[str, object],
    text: str | None,
    earlier: Sequence[StatedFigure],
    spot: Spot,
) -> None:
    words = given.get("text")
    if "text" not in raw:
        spot.fault(None, "the figure has no text", "copy its words from the claim's text")
    elif words is not None and text is not None:
        _check_words(words, text, earlier, spot)
    _check_unit(given.get("unit"), spot)
    if raw.keys() <= {"text"}:
        spot.fault(None, "the figure states nothing", "give a value, low, high, unit or the like")
    if "value" in raw and ("low" in raw or "high" in raw):
        spot.fault(
            "value", "value stands beside low or high", "give the value alone, or the two ends"
        )
    low, high = given.get("low"), given.get("high")
    if low is not None and high is not None and low > high:
        spot.fault("low", f"low ({low}) is more than high ({high})", "exchange the two")


def _check_unit(unit: str | None, spot: Spot) -> None:
    if unit is None or spot.units is None or spot.units.knows(unit):
        return
    near = nearest(unit, spot.units.names(), _UNIT_CUTOFF)
    spot.fault(
        "unit",
        f"unit: {values.shortened(unit)!r} is no known unit",
        (f"did you mean {near!r}? " if near else "write it as after a number: km, percent, EUR; ")
        + "what is counted goes into `counted`, a unit of your own into factcheck.toml",
    )


def _check_words(words: str, text: str, earlier: Sequence[StatedFigure], spot: Spot) -> None:
    if locate(text, words) is None:
        inside = " only as a piece of a longer word or number" if words in text else ""
        spot.fault(
            "text",
            f"the figure's text {values.shortened(words)!r} is "
            + (f"in the claim's text{inside}" if inside else "not in the claim's text"),
            "copy it letter by letter",
        )
    elif any(figure.text == words for figure in earlier):
        spot.fault(
            "text",
            f"the figure's text {values.shortened(words)!r} is stated twice",
            "take in the words around it to tell the two apart",
        )
