"""What an edit may put into a claim, and the contract of a claim file that can be edited."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date as Date
from typing import Protocol, Self

from factcheck.errors import ClaimError
from factcheck.store.days import typed_day
from factcheck.store.fields import CLAIM_KEYS, read_value
from factcheck.store.spelling import did_you_mean
from factcheck.store.values import WrongValue

Value = str | Date | tuple[str, ...]
Keys = Mapping[str, Value]
# The order in which a new claim is written: what it says, who says so, what it belongs to.
ORDER = (
    "id", "text", "source", "speaker", "date", "as_of", "url", "topic", "status", "supersedes",
    "tags", "note",
)  # fmt: skip
NEEDED = ("id", "text")
REMOVABLE = tuple(key for key in ORDER if key not in NEEDED)


class ClaimText(Protocol):
    """The text of a claim file; every edit gives a new one and leaves all else as it was."""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        ...

    def section(self, position: int) -> str:
        """A claim as it is written, stated figures included.

        Args:
            position: which of the file's claims.
        """
        ...

    def changed(self, position: int, put: Keys, drop: Collection[str] = ()) -> Self:
        """The file with keys of a claim set and others taken out."""
        ...

    def replaced(self, position: int, section: str) -> Self:
        """The file with a claim written anew."""
        ...

    def added(self, keys: Keys, after: int | None = None) -> Self:
        """The file with one more claim: right behind another one, else at the end."""
        ...


def accepted(given: Mapping[str, object]) -> dict[str, Value]:
    """The values as a claim holds them, in the order of a new claim; empty ones are left out.

    Args:
        given: by key; texts as somebody typed them, and a list for `tags`.

    Raises:
        ClaimError: one or more are not what their keys want; all of them are told.
    """
    found: dict[str, Value] = {}
    faults: list[WrongValue] = []
    for key in ORDER:
        if key not in given:
            continue
        try:
            value = read_value(key, _day_of(key, given[key]))
        except WrongValue as wrong:
            faults.append(WrongValue(f"{key}: {wrong.what}", wrong.do))
            continue
        if value:
            found[key] = str(value) if key == "status" else value
    if faults:
        raise ClaimError(
            "\n".join(f"{wrong.what} ({wrong.do})" if wrong.do else wrong.what for wrong in faults)
        )
    return found


def _day_of(key: str, value: object) -> object:
    """A date in words as a claim file has it; all else as it is."""
    if key in ("date", "as_of") and isinstance(value, str) and value.strip():
        return typed_day(value)
    return value


def ordered(keys: Keys) -> dict[str, Value]:
    """The keys in the order of a new claim."""
    return {key: keys[key] for key in ORDER if key in keys}


def removable(keys: Collection[str]) -> tuple[str, ...]:
    """Keys that are to be taken out of a claim.

    Raises:
        ClaimError: one of them is unknown, or one that no claim can do without.
    """
    for key in keys:
        if key in NEEDED:
            do = "give --text instead"
            if key == "id":  # no option changes it: whoever names the claim has to follow
                do = "`factcheck claims edit ID` without options opens the claim in an editor"
            raise ClaimError(f"a claim cannot do without its {key}", do=do)
        if key == "figure":
            raise ClaimError(
                "stated figures are not taken out by name",
                do="`factcheck claims edit ID` without options opens the claim in an editor",
            )
        if key not in CLAIM_KEYS:
            raise ClaimError(f"there is no key {key!r}", do=did_you_mean(key, REMOVABLE))
    return tuple(keys)
