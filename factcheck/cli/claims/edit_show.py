"""What an editing command shows: what was written, how it is read, what the store says of it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, NamedTuple

from factcheck.cli import terminal
from factcheck.model import Figure, Report, Verdict
from factcheck.report.layout import Painter, clean, wrap
from factcheck.store.edit_read import Written
from factcheck.store.files import near

SCHEMA: Final = "factcheck/edit/1"
_PLANS: Final = {
    "added": "would add", "changed": "would change", "superseded": "would supersede",
    "retracted": "would retract",
}  # fmt: skip
_AROUND: Final = 3  # lines of context in a diff
_HUNK: Final = re.compile(r"@@ -(\d+)(,\d+)? \+(\d+)(,\d+)? @@")


class Outcome(NamedTuple):
    """What there is to tell.

    Attributes:
        action: added, changed, superseded or retracted.
        id: the claim that was written; of two, the new one.
        old: the claim that it replaces.
        written: the file before and after.
        dry_run: whether it was only planned.
        figures: as they are read in the claim's text; None where the text is what it was.
        store: what the other claims say of it; None where they were not asked.
        remarks: what else the keeper should know; commands are on lines of their own.
    """

    action: str
    id: str
    written: Written
    dry_run: bool
    old: str | None = None
    figures: tuple[Figure, ...] | None = None
    store: Report | None = None
    remarks: tuple[str, ...] = ()


def show(outcome: Outcome, *, output: str, color: str) -> None:
    """Write it to standard output; faults that were there before go to standard error."""
    if output == "json":
        from factcheck.cli.json_output import encoded

        terminal.write(encoded(_plain(outcome), indent=2))
    else:
        painter = Painter(colour=terminal.wants_colour(color))
        terminal.write("\n".join(_lines(outcome, painter, terminal.width())) + "\n")
    older = len(outcome.written.older)
    if older:
        faults = "1 older fault" if older == 1 else f"{older:,} older faults"
        terminal.complain(f"the store has {faults} still; `factcheck claims lint` shows all")


def _lines(outcome: Outcome, painter: Painter, width: int) -> Iterator[str]:
    edit = outcome.written.edit
    if edit.before == edit.after:
        yield f"nothing to change: {outcome.id} says so already, in {_place(outcome)}"
        return
    action = _PLANS[outcome.action] if outcome.dry_run else outcome.action
    what = f"{outcome.old} by {outcome.id}" if outcome.old else outcome.id
    head = f"{painter.paint(action, 'strong')} {what}  {painter.paint(_place(outcome), 'dim')}"
    yield head + ("; nothing was written" if outcome.dry_run else "")
    yield ""
    if outcome.dry_run:
        yield from _coloured(diff(outcome.written), painter)
    elif outcome.action == "added":
        section = outcome.written.section(outcome.id).splitlines()
        yield from (f"  {clean(line)}" for line in section)
    else:
        changed = [line for line in diff(outcome.written)[3:] if line[:1] in ("+", "-")]
        yield from (f"  {line}" for line in _coloured(changed, painter))
    inherited = outcome.written.inherited(outcome.id)
    if inherited and outcome.action in ("added", "superseded"):
        yield painter.paint(f"  from the file's [defaults]: {', '.join(inherited)}", "dim")
    yield from _read(outcome, painter, width)


def _read(outcome: Outcome, painter: Painter, width: int) -> Iterator[str]:
    colour = painter.colour
    claim = outcome.written.claim(outcome.id)
    if outcome.figures is not None and claim is not None:
        from factcheck.report.figures import render as figures

        table = figures(outcome.figures, colour=colour, width=width, text=claim.text)
        yield f"\n{table.rstrip()}"
    if outcome.store is not None and outcome.store.findings:
        from factcheck.report.text import render as report

        yield f"\n{painter.paint('What the store says of it already:', 'warn')}\n"
        text = claim.text if claim is not None else None
        yield report(outcome.store, colour=colour, width=width, text=text).rstrip()
    for remark in outcome.remarks:
        yield ""
        words, *commands = remark.split("\n")
        yield from wrap(clean(words), width)
        yield from (f"  {clean(command)}" for command in commands)  # to be copied, so never wrapped


def _place(outcome: Outcome) -> str:
    return f"{near(outcome.written.edit.path)}:{outcome.written.line(outcome.id)}"


def telling(report: Report, but: frozenset[str]) -> Report:
    """What a report says by way of other claims than those of the ids `but`."""
    found = tuple(
        finding
        for finding in report.findings
        if finding.verdict is not Verdict.NOVEL
        and (finding.citation is None or finding.citation.claim.id not in but)
    )
    return replace(report, findings=found)


def diff(written: Written) -> list[str]:
    """The edit as a unified diff, without line ends.

    Only the lines about the change are compared: an edit is in one place, and a file may have a
    million others.
    """
    edit = written.edit
    old = _decoded(edit.before or b"")
    new = _decoded(edit.after)
    shortest = min(len(old), len(new))
    first = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    rest = shortest - first
    last = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    start, tail = max(0, first - _AROUND), max(0, last - _AROUND)
    name = near(edit.path)
    lines = difflib.unified_diff(
        old[start : len(old) - tail], new[start : len(new) - tail], name, name, "", "", _AROUND, ""
    )
    return [_moved(line, start) for line in lines]


def _decoded(data: bytes) -> list[str]:
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    return text.removesuffix("\n").split("\n") if text else []


def _moved(line: str, by: int) -> str:
    hunk = _HUNK.match(line)
    if not hunk:
        return line
    old, new = int(hunk[1]) + by, int(hunk[3]) + by
    return f"@@ -{old}{hunk[2] or ''} +{new}{hunk[4] or ''} @@"


def _coloured(lines: list[str], painter: Painter) -> Iterator[str]:
    styles = {"+": "good", "-": "bad", "@": "dim"}
    for line in lines:
        style = "strong" if line[:4] in ("--- ", "+++ ") else styles.get(line[:1], "")
        yield painter.paint(clean(line), style) if style else clean(line)


def _plain(outcome: Outcome) -> dict[str, Any]:
    from factcheck.report import plain

    edit, claim = outcome.written.edit, outcome.written.claim(outcome.id)
    figures = outcome.figures
    return {
        "schema": SCHEMA,
        "action": outcome.action,
        "id": outcome.id,
        "old": outcome.old,
        "file": near(edit.path),
        "line": outcome.written.line(outcome.id),
        "written": not outcome.dry_run and edit.before != edit.after,
        "diff": "".join(f"{line}\n" for line in diff(outcome.written)),
        "claim": plain.claim_to_dict(claim) if claim else None,
        "figures": plain.figures_to_dict(figures, claim.text)["figures"]
        if figures is not None and claim
        else None,
        "store": plain.report_to_dict(outcome.store) if outcome.store else None,
        "remarks": list(outcome.remarks),
    }
