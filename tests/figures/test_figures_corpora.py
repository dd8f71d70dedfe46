"""The corpora of tests/corpora, and the examples beside the entries of the data files."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from figure_lines import described, readings

from factcheck.figures.wording import ends_of, read
from factcheck.model import Hedge, Kind

CORPORA = Path(__file__).parent.parent / "corpora"
DATED = ("date ", "time ")


def entries(section: str) -> list[tuple[list[str], str]]:
    return [
        (entry["reads"], text)
        for path in sorted(CORPORA.glob("*.toml"))
        for entry in tomllib.loads(path.read_text("utf-8")).get(section, ())
        for text in entry["texts"]
    ]


@pytest.mark.parametrize(("reads", "text"), entries("case"))
def test_corpus(reads: list[str], text: str) -> None:
    dates = any(line.startswith(DATED) for line in reads)
    assert described(text, dates=dates) == reads


@pytest.mark.parametrize(("reads", "text"), entries("gap"))
def test_known_gap(reads: list[str], text: str) -> None:
    """A gap that was closed moves up among the cases."""
    assert described(text) != reads


HEDGES = read()["hedges"]


@pytest.mark.parametrize(
    ("phrase", "hedge"),
    [
        *(
            (word, e["hedge"])
            for e in HEDGES["before"]
            if not {"needs", "measured"} & set(e)
            for word in e["words"]
        ),
        *(
            (f"{degree} {word}", e["hedge"])
            for e in HEDGES["graded"]
            for degree in e["degrees"]
            for word in e["words"]
        ),
    ],
)
def test_every_hedge_before(phrase: str, hedge: str) -> None:
    (reading,) = readings(f"It was {phrase} 30,000 soldiers")
    assert reading.figure.hedge is Hedge(hedge)


@pytest.mark.parametrize(
    ("phrase", "hedge"),
    [(p, entry["hedge"]) for entry in HEDGES["after"] for p in entry["words"]],
)
def test_every_hedge_behind(phrase: str, hedge: str) -> None:
    gap = "" if phrase[0] in "-+" or phrase == "ish" else " "
    (reading,) = readings(f"It was 300{gap}{phrase}.")
    assert reading.figure.hedge is Hedge(hedge)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        (text, entry["hedge"])
        for section in ("before", "graded", "after")
        for entry in HEDGES[section]
        for text in entry["examples"]
    ],
)
def test_hedge_example(text: str, hedge: str) -> None:
    (reading,) = readings(text)
    assert reading.figure.hedge is Hedge(hedge)


@pytest.mark.parametrize(
    "text", [text for entry in HEDGES["before"] for text in entry.get("not", ())]
)
def test_hedge_counterexample(text: str) -> None:
    (reading,) = readings(text)
    assert reading.figure.hedge is Hedge.PLAIN


NUMBERS = read()["numbers"]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (text, entry)
        for entry in [*NUMBERS["vague"], *NUMBERS["exact"]]
        for text in entry["examples"]
    ],
)
def test_vague_example(text: str, entry: dict[str, object]) -> None:
    (reading,) = readings(text)
    interval = reading.figure.interval
    if "value" in entry:
        assert interval.is_point
    elif "hundred" not in text and "thousand homes" not in text:
        low, high, _, high_open = ends_of(str(entry["interval"]))
        assert (str(interval.low), str(interval.high)) == (low, high)
        assert interval.high_open is high_open


SHARES = read()["shares"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (text, kind)
        for name, kind in (("share", Kind.SHARE), ("zero", Kind.COUNT))
        for entry in SHARES[name]
        for text in entry["examples"]
    ],
)
def test_share_example(text: str, kind: Kind) -> None:
    (reading,) = readings(text)
    assert reading.figure.kind is kind


@pytest.mark.parametrize(
    "text", [t for name in ("share", "zero") for entry in SHARES[name] for t in entry["not"]]
)
def test_share_counterexample(text: str) -> None:
    assert all(r.figure.rules[0].partition(":")[0] not in {"share", "zero"} for r in readings(text))


@pytest.mark.parametrize("text", SHARES["ratings"]["examples"])
def test_rating_example(text: str) -> None:
    (reading,) = readings(text)
    assert reading.figure.unit is not None
    assert reading.figure.unit.dimension == "rating"


ORDINALS = read()["ordinals"]


@pytest.mark.parametrize("text", [*ORDINALS["examples"]["read"], *ORDINALS["number"]["examples"]])
def test_ordinal_example(text: str) -> None:
    (reading,) = readings(text)
    assert reading.figure.kind is Kind.ORDINAL


@pytest.mark.parametrize("text", ORDINALS["examples"]["not"])
def test_ordinal_counterexample(text: str) -> None:
    assert all(r.figure.kind is not Kind.ORDINAL for r in readings(text))
