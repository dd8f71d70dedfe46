"""Line charts as SVG: labelled, readable aloud, on a white and a dark page, always the same bytes.

A library for plots would do: matplotlib draws no title and description for those who listen, and
one palette for both backgrounds would have to be set for every element. A few lines, ticks and
labels are all that is needed here. Colours have a contrast of 3:1 at least with white and with the
dark of the code hosts (a test computes it), lines differ in the shape of their marks as well, and
each is named at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor, log10
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

INK: Final = "#767b83"
COLOURS: Final = ("#2f81c9", "#c8641b", "#2e8b57", "#a05fc0", "#cf4a5c")
_WIDTH, _HEIGHT = 760, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 76, 190, 70, 56
_APART = 15  # between the names of two lines
_MARK = 4
_FONT = "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

Point = tuple[float, float]


class Series(NamedTuple):
    """One line of a chart.

    Attributes:
        name: what it shows.
        points: size and figure, by size.
        beyond: where it is expected to go on, drawn with dashes.
    """

    name: str
    points: Sequence[Point]
    beyond: Point | None = None


class Panel(NamedTuple):
    """One chart.

    Attributes:
        title: what is to be seen.
        across: what the size is.
        upwards: what the figures are, with their unit.
        series: the lines; those without points are left out.
        logarithmic: whether the figures have a logarithmic scale; the sizes always have.
        low, high: the ends of a linear scale.
    """

    title: str
    across: str
    upwards: str
    series: Sequence[Series]
    logarithmic: bool = True
    low: float = 0.0
    high: float | None = None


class _Scale(NamedTuple):
    """Where a value stands between two ends."""

    ticks: Sequence[float]
    place: Callable[[float], float]


def drawn(panels: Sequence[Panel], title: str) -> str:
    """Charts one below the other, as the text of an SVG file."""
    height = _HEIGHT * len(panels)
    root = Element("svg", _attributes(
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {_WIDTH} {height}", width=_WIDTH,
        height=height, role="img", aria_labelledby="title desc", font_family=_FONT, font_size=13,
        fill=INK,
    ))  # fmt: skip
    SubElement(root, "title", id="title").text = title
    SubElement(root, "desc", id="desc").text = " ".join(map(_told, panels))
    for at, panel in enumerate(panels):
        group = SubElement(root, "g", transform=f"translate(0 {_HEIGHT * at})")
        _panel(group, panel)
    indent(root)
    return tostring(root, encoding="unicode") + "\n"


def _told(panel: Panel) -> str:
    """A chart for those who listen."""
    lines = []
    for one in panel.series:
        points = [f"{_number(y)} at {_number(x)}" for x, y in one.points]
        if one.beyond:
            points.append(f"expected {_number(one.beyond[1])} at {_number(one.beyond[0])}")
        lines.append(f"{one.name}: {', '.join(points) or 'no figures yet'}.")
    return f"{panel.title}. {panel.upwards} by {panel.across}. {' '.join(lines)}"


def _panel(group: Element, panel: Panel) -> None:
    shown = [one for one in panel.series if one.points]
    _text(group, panel.title, 16, 26, font_size=16, font_weight="600")
    if not shown:
        _text(group, "no figures yet", _LEFT, _HEIGHT / 2)
        return
    every = [point for one in shown for point in (*one.points, *filter(None, (one.beyond,)))]
    x = _logarithmic([x for x, _ in every], _LEFT, _WIDTH - _RIGHT, decades_only=True)
    ends = (_HEIGHT - _BOTTOM, _TOP)
    ys = [y for _, y in every]
    y = _logarithmic(ys, *ends) if panel.logarithmic else _linear(ys, panel, *ends)
    _axes(group, panel, x, y)
    names = []
    for at, one in enumerate(shown):
        _line(group, one, at, x, y)
        last = one.beyond or one.points[-1]
        names.append((y.place(last[1]), x.place(last[0]), one.name, at))
    _names(group, names)


def _axes(group: Element, panel: Panel, x: _Scale, y: _Scale) -> None:
    low, high = _HEIGHT - _BOTTOM, _TOP
    for tick in x.ticks:
        at = x.place(tick)
        _stroke(group, (at, low), (at, low + 5))
        _text(group, _number(tick), at, low + 20, text_anchor="middle")
    for tick in y.ticks:
        at = y.place(tick)
        _stroke(group, (_LEFT, at), (_WIDTH - _RIGHT, at), stroke_opacity="0.3")
        _text(group, _number(tick), _LEFT - 8, at + 4, text_anchor="end")
    _stroke(group, (_LEFT, low), (_WIDTH - _RIGHT, low))
    _text(group, panel.across, (_LEFT + _WIDTH - _RIGHT) / 2, low + 42, text_anchor="middle")
    _text(group, panel.upwards, 16, high - 20)


def _line(group: Element, one: Series, at: int, x: _Scale, y: _Scale) -> None:
    colour = COLOURS[at % len(COLOURS)]
    places = [(x.place(a), y.place(b)) for a, b in one.points]
    _path(group, places, stroke=colour, stroke_width=2)
    for place in places:
        _mark(group, place, at, colour)
    if one.beyond:
        end = (x.place(one.beyond[0]), y.place(one.beyond[1]))
        _path(group, [places[-1], end], stroke=colour, stroke_width=2, stroke_dasharray="5 5")


def _mark(group: Element, place: Point, at: int, colour: str) -> None:
    """A circle, a square, a triangle, a diamond, a triangle on its point."""
    a, b, r = *place, _MARK
    shapes = (
        None,
        ((a - r, b - r), (a + r, b - r), (a + r, b + r), (a - r, b + r)),
        ((a, b - r - 1), (a + r + 1, b + r), (a - r - 1, b + r)),
        ((a, b - r - 1), (a + r + 1, b), (a, b + r + 1), (a - r - 1, b)),
        ((a, b + r + 1), (a + r + 1, b - r), (a - r - 1, b - r)),
    )
    corners = shapes[at % len(shapes)]
    if corners is None:
        SubElement(group, "circle", _attributes(cx=a, cy=b, r=r, fill=colour))
    else:
        points = " ".join(f"{_place(c)},{_place(d)}" for c, d in corners)
        SubElement(group, "polygon", _attributes(points=points, fill=colour))


def _names(group: Element, names: Sequence[tuple[float, float, str, int]]) -> None:
    """The names of the lines at their ends, none upon another."""
    above = -float(_APART)
    low = _HEIGHT - _BOTTOM - _APART * (len(names) - 1)
    for rank, (y, x, name, at) in enumerate(sorted(names)):
        above = max(min(y, low + _APART * rank), above + _APART)
        _text(group, name, x + 12, above + 4, fill=COLOURS[at % len(COLOURS)])


def _logarithmic(
    values: Sequence[float], start: float, end: float, *, decades_only: bool = False
) -> _Scale:
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    high = max(high, low + 1)
    between = (1,) if decades_only or high - low > 2 else (1, 2, 5)
    ticks = [10.0**power * step for power in range(low, high) for step in between]
    share = (end - start) / (high - low)
    return _Scale([*ticks, 10.0**high], lambda value: start + (log10(value) - low) * share)


def _linear(values: Sequence[float], panel: Panel, start: float, end: float) -> _Scale:
    low, high = panel.low, panel.high or max(values)
    step = 10.0 ** floor(log10((high - low) / 2))
    steps = ceil(round((high - low) / step, 6))
    if steps > 5:
        step, steps = 5 * step, ceil(round((high - low) / step / 5, 6))
    high = low + step * steps
    ticks = [round(low + step * at, 6) for at in range(steps + 1)]
    return _Scale(ticks, lambda value: start + (value - low) / (high - low) * (end - start))


def _number(value: float) -> str:
    """Short enough for an axis."""
    if value >= 1_000_000:
        return f"{value / 1_000_000:.3g} M"
    return f"{value:,.0f}" if value >= 100 else f"{value:.4g}"


def _path(group: Element, places: Sequence[Point], **how: object) -> None:
    words = [f"{'L' if at else 'M'}{_place(a)} {_place(b)}" for at, (a, b) in enumerate(places)]
    SubElement(group, "path", _attributes(d=" ".join(words), fill="none", **how))


def _stroke(group: Element, start: Point, end: Point, **how: object) -> None:
    _path(group, [start, end], stroke=INK, **how)


def _text(group: Element, text: str, x: float, y: float, **how: object) -> None:
    SubElement(group, "text", _attributes(x=x, y=y, **how)).text = text


def _attributes(**given: object) -> dict[str, str]:
    kept = ("viewBox",)
    return {
        name if name in kept else name.replace("_", "-"): _place(value)
        if isinstance(value, float)
        else str(value)
        for name, value in given.items()
    }


def _place(value: float) -> str:
    """A place in the drawing, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")
