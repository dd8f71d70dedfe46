"""One claim with everything that is known of it: its keys, its figures, what it replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.model import Claim, Figure, StatedFigure
from factcheck.report import figures as figure_table
from factcheck.report import words
from factcheck.report.claim_table import STYLES
from factcheck.report.layout import Painter, clean, columns, wrap
from factcheck.report.readings import value_words
from factcheck.text.locate import locate

_LABEL: Final = 12  # columns of the labels, the longest of which is "supersedes"
_INDENT: Final = "  "
_WHERE_NONE_IS_READ: Final = "no figure is read there by itself"
_WITHOUT_EFFECT: Final = "without effect: no figure is read there that it could correct"
_MANY: Final = 3  # figures of an older or newer claim that its line has room for


class Known(NamedTuple):
    """A claim with what was read in it.

    Attributes:
        claim: the claim.
        figures: its figures as a check sees them, stated ones corrected.
        unstated: the same without what its keeper states.
    """

    claim: Claim
    figures: tuple[Figure, ...]
    unstated: tuple[Figure, ...] = ()


def render(known: Known, place: str, chain: Sequence[Known], *, colour: bool, width: int) -> str:
    """A claim for the terminal, ending in a newline.

    Args:
        known: the claim.
        place: its file and line.
        chain: all claims of its succession, the oldest first; itself alone where there is none.
        colour: whether to use ANSI colours.
        width: columns to write in, at least 60.
    """
    painter = Painter(colour=colour)
    lines = [*_head(known.claim, painter, width), *_keys(known.claim, place, painter, width)]
    lines += ["", painter.paint("figures as read", "strong")]
    if known.figures:
        table = figure_table.render(
            known.figures, colour=colour, width=width - len(_INDENT), text=known.claim.text
        )
        lines += [_INDENT + line for line in table.splitlines()]
    else:
        lines.append(f"{_INDENT}none: it decides about statements without a figure alone")
    if known.claim.figures:
        lines += ["", painter.paint("stated outright", "strong"), *_stated(known, width)]
    if len(chain) > 1:
        lines += ["", painter.paint("history, the oldest first", "strong")]
        lines += _history(known.claim, chain, painter, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(claim: Claim, painter: Painter, width: int) -> Iterator[str]:
    status = str(claim.status)
    name = clean(claim.id)
    gap = " " * max(width - columns(name) - len(status), 2)
    yield painter.paint(name, "strong") + gap + painter.paint(status, STYLES.get(status, "good"))
    yield from wrap(clean(claim.text), width)
    yield ""


def _keys(claim: Claim, place: str, painter: Painter, width: int) -> Iterator[str]:
    """Every key that the claim has, and its place; the defaults of its file are its own here."""
    given = (
        ("source", claim.source),
        ("speaker", claim.speaker),
        ("date", claim.date and words.date_words(claim.date)),
        ("as of", claim.as_of and words.date_words(claim.as_of)),
        ("url", claim.url),
        ("topic", claim.topic),
        ("tags", ", ".join(claim.tags)),
        ("note", claim.note),
        ("supersedes", claim.supersedes),
        ("file", place),
    )
    for label, said in given:
        if said:
            first, *more = wrap(clean(said), width - len(_INDENT) - _LABEL)
            yield f"{_INDENT}{painter.paint(f'{label:<{_LABEL}}', 'dim')}{first}"
            yield from (" " * (len(_INDENT) + _LABEL) + line for line in more)


def _stated(known: Known, width: int) -> Iterator[str]:
    """What the keeper states of figures, and what would be read without it."""
    text = known.claim.text
    for stated in known.claim.figures:
        yield from _wrapped(f"“{stated.text}”: {stated_words(stated)}", width)
        place = locate(text, stated.text)
        read = [f for f in known.unstated if place is not None and f.span.overlaps(place)]
        instead = "; ".join(map(reading_words, read))
        valued = (stated.value, stated.low, stated.high) != (None, None, None)
        nothing = _WHERE_NONE_IS_READ if valued else _WITHOUT_EFFECT
        yield from _wrapped(f"  {'instead of ' + instead if read else nothing}", width)


def stated_words(stated: StatedFigure) -> str:
    """What a keeper states of a figure, on one line."""
    ends = [words.number(end) if end is not None else "" for end in (stated.low, stated.high)]
    given = (
        ("", stated.value is not None and words.number(stated.value)),
        ("", any(ends) and " … ".join(ends).strip()),
        ("unit", stated.unit),
        ("counts", stated.counted),
        ("event", stated.event),
        ("hedge", stated.hedge),
    )
    return " · ".join(f"{label} {said}".lstrip() for label, said in given if said)


def figure_line(figure: Figure) -> str:
    """A figure and how it is read, on one line."""
    return f"{figure.text}: {reading_words(figure)}"


def reading_words(figure: Figure) -> str:
    """How a figure is read: its value, what it counts, its event, details."""
    parts = [value_words(figure)]
    parts += [figure.hedge.value] if figure.hedge.value != "plain" else []
    parts += [f"counts {figure.counted}"] if figure.counted else []
    parts += [f"event {figure.event}"] if figure.event else []
    parts += [f"{words.slot_words(slot)}: {text}" for slot, text in figure.qualifiers]
    return " · ".join(parts)


def _history(claim: Claim, chain: Sequence[Known], painter: Painter, width: int) -> Iterator[str]:
    """A line for each claim of a succession, or two where the values would not fit on one."""
    says = [clean(values(one.figures)) for one in chain]
    for at, one in enumerate(chain[1:], 1):
        if one.claim.supersedes != chain[at - 1].claim.id:  # several replace the same one
            says[at] += f" (replaces {clean(one.claim.supersedes or '')})"
    name = max(columns(clean(one.claim.id)) for one in chain)
    date = max(len(_date(one.claim)) for one in chain)
    status = max(len(str(one.claim.status)) for one in chain)
    room = width - date - name - status - 8
    fits = all(columns(said) <= room for said in says)
    for one, said in zip(chain, says, strict=True):
        mark = ">" if one.claim.id == claim.id else " "
        shown = clean(one.claim.id)
        start = f"{mark} {_date(one.claim):<{date}}  {shown}{' ' * (name - columns(shown))}  "
        style = STYLES.get(str(one.claim.status), "good")
        yield (
            start
            + painter.paint(f"{one.claim.status!s:<{status}}", style)
            + (f"  {said}" if fits else "")
        )
        if not fits:
            yield from ("    " + line for line in wrap(said, width - 4))


def values(figures: Sequence[Figure]) -> str:
    """What the first figures of a claim come to: "1,200,000 passengers; 14 ferries"."""
    counted = [f for f in figures if f.kind != "date"] or figures
    said = [" ".join(filter(None, (value_words(f), f.counted))) for f in counted[:_MANY]]
    more = ["…"] if len(counted) > _MANY else []
    return "; ".join([*said, *more]) or "no figure"


def _date(claim: Claim) -> str:
    return str(claim.as_of or claim.date or "undated")


def _wrapped(text: str, width: int) -> Iterator[str]:
    lead = len(text) - len(text.lstrip())
    for number, line in enumerate(wrap(clean(text), width - len(_INDENT) - lead - 2)):
        yield " " * (len(_INDENT) + lead + (2 if number else 0)) + line
