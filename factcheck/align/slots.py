"""The decisive slots, in the order in which they most often tell two figures apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.align.bases import base
from factcheck.align.carried import carried
from factcheck.align.contest import contests
from factcheck.align.counted import counted
from factcheck.align.details import details
from factcheck.align.happening import event
from factcheck.align.in_turn import in_turn
from factcheck.align.labels import labels
from factcheck.align.level import level
from factcheck.align.margins import margin
from factcheck.align.naming import names
from factcheck.align.numbered import numbered
from factcheck.align.ordered import which
from factcheck.align.parts_of import part_by_doer
from factcheck.align.restricted import age, each, maturity
from factcheck.align.sides import Sides
from factcheck.align.spans import span_of_change
from factcheck.align.together import together
from factcheck.align.when import time
from factcheck.model import Detail

DECISIVE: tuple[tuple[str, Callable[[Sides], Sequence[Detail]]], ...] = (
    ("labels", labels),
    ("level", level),
    ("time", time),
    ("span", span_of_change),
    ("counted", counted),
    ("event", event),
    ("margin", margin),
    ("contest", contests),
    ("names", names),
    ("together", together),
    ("parts", in_turn),
    ("part", part_by_doer),
    ("age", age),
    ("each", each),
    ("term", maturity),
    ("numbered", numbered),
    ("which", which),
    ("base", base),
    ("details", details),
    ("context", carried),
)
