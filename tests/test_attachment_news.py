"""What the figures of news sentences are attached to: the counted noun and the governing event.

`frames/news.jsonl` (203 sentences, written before anybody saw what the program makes of them, and
read since) says for every figure which nouns it may count and which events may govern it, as
lemmas; null stands for none. `frames/news_b.jsonl` to `news_g` (1,180 sentences), `news_counts`
(120 full of counts), `news_sizes` (full of sums, shares, measures and changes) and `news_fin` (268)
are like it; they were read afterwards to mend the program. `frames/news_events.jsonl` has events
alone.
`frames/unread.jsonl` (236 sentences) is like the first, and nobody reads it to mend the program, or
it measures nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from reading_scoring import places
from scoring import rows

from factcheck import Figure, extract
from factcheck.text.lemma import lemma

HERE = Path(__file__).parent / "frames"


class Shares(NamedTuple):
    """Of all figures: those with the right noun, the right event, and both."""

    noun: float
    event: float
    both: float


# A point or two below what was measured; they only rise.
FLOORS = {
    "news": Shares(0.96, 0.98, 0.95),
    "news_events": Shares(0, 0.98, 0),
    "news_b": Shares(0.965, 0.98, 0.955),
    "news_c": Shares(0.965, 0.98, 0.955),
    "news_d": Shares(0.965, 0.98, 0.96),
    "news_e": Shares(0.96, 0.965, 0.94),
    "news_f": Shares(0.95, 0.97, 0.94),
    "news_fin": Shares(0.945, 0.965, 0.93),
    "news_g": Shares(0.945, 0.94, 0.90),
    "news_counts": Shares(0.95, 0.96, 0.93),
    "news_sizes": Shares(0.93, 0.93, 0.89),
    "unread": Shares(0.935, 0.95, 0.905),
}


# The writers were told that a mere "is" or "has" is no event: null stands for it.
_MERE = {"be", "have"}


def _says(words: str | None, wanted: str | list[str | None] | None, tags: tuple[str, ...]) -> bool:
    """Whether words hold one of the wanted lemmas, or nothing where null is wanted."""
    said = (words or "").lower()
    forms = {lemma(word, tag) for word in said.split() for tag in tags} | set(said.split())
    nothing = not said or (len(said.split()) == 1 and not _MERE.isdisjoint(forms))
    accepted = wanted if isinstance(wanted, list) else [wanted]
    return any(
        (one.lower() in forms or one.lower() in said) if one else nothing for one in accepted
    )


# Words of a time behind a number. One that only delimits another figure ("within 30 days") is a
# detail of that figure (contract, section 1), so that none is read and nothing is attached.
_PERIOD = re.compile(
    r"[- ]?(more |further |other )?(consecutive |straight )?"
    r"(second|minute|hour|day|week|month|year|decade|night|season|quarter)s?\b"
)


def _judged(row: dict[str, Any]) -> Iterator[tuple[bool, bool]]:
    """For every labelled figure: whether its noun and its event are right."""
    figures = list(extract(row["text"]))
    for label, (start, end) in zip(row["figures"], places(row), strict=True):
        found: Figure | None = next(
            (f for f in figures if f.span.start < end and start < f.span.end), None
        )
        if found is None and _PERIOD.match(row["text"][end:]):
            continue
        counted, event = (found.counted, found.event) if found is not None else (None, None)
        noun = "counts" in label and _says(counted, label["counts"], ("NOUN",))
        yield noun, _says(event, label.get("event"), ("VERB", "NOUN", "ADJ"))


@pytest.mark.parametrize("name", FLOORS)
def test_attachment(name: str) -> None:
    path = HERE / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    judged = [pair for row in rows(path) for pair in _judged(row)]
    total, floor = len(judged), FLOORS[name]
    reached = Shares(
        sum(noun for noun, _ in judged) / total,
        sum(event for _, event in judged) / total,
        sum(noun and event for noun, event in judged) / total,
    )
    print(f"{name}: noun {reached.noun:.3f} event {reached.event:.3f} both {reached.both:.3f}")
    assert all(a >= b for a, b in zip(reached, floor, strict=True)), (reached, floor)
