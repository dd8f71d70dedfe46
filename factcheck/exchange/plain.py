"""Claims as plain data: the keys of a line of JSONL, and the cells of a row."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date as Date
from fractions import Fraction
from typing import Final

from factcheck.exchange.rows import joined
from factcheck.model import Claim, ClaimStatus, StatedFigure
from factcheck.report.words import exact

# The order that people read a claim in.
KEYS: Final = (
    "id", "text", "source", "speaker", "date", "as_of", "url", "topic", "status", "supersedes",
    "tags", "note",
)  # fmt: skip
CELLS: Final = (*KEYS, "figure")
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)


def plain(claim: Claim) -> dict[str, object]:
    """A claim as a line of JSONL has it: nothing empty, nothing that is the default."""
    found = {key: _value(getattr(claim, key)) for key in KEYS}
    if claim.status == ClaimStatus.CURRENT:
        del found["status"]
    if claim.figures:
        found["figure"] = [_figure(figure) for figure in claim.figures]
    return {key: value for key, value in found.items() if value}


def line(claim: Claim) -> str:
    """A claim as a line of JSONL, with its ending."""
    return f"{_ENCODER.encode(plain(claim))}\n"


def cells_of(claim: Claim) -> list[Date | str]:
    """A claim as a row, in the order of `CELLS`: texts, and days as dates."""
    cells: list[Date | str] = []
    for key in KEYS:
        value = getattr(claim, key)
        if isinstance(value, tuple):
            cells.append(joined(value))
        else:
            cells.append(value if isinstance(value, Date) else str(value or ""))
    stated = [_figure(figure) for figure in claim.figures]
    return [*cells, json.dumps(stated, ensure_ascii=False) if stated else ""]


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return None if value is None else str(value)


def _figure(figure: StatedFigure) -> dict[str, str]:
    values = ((field.name, getattr(figure, field.name)) for field in fields(figure))
    return {
        name: exact(value) if isinstance(value, Fraction) else str(value)
        for name, value in values
        if value is not None
    }
