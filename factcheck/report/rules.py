"""The rules for people and for programs: a table, and an explanation with its example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.editorial.rules import Rule
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.report.layout import Painter, clean, wrap
from factcheck.report.plain import Plain

RULES, RULE = "factcheck/rules/1", "factcheck/rule/1"
_STYLES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.SUGGESTION: "open"}
_LABEL = 12
_INDENT = 2
# What an example may be made of, in the order of the telling.
_PARTS = (
    ("reference", "reference"),
    ("rival", "reference"),
    ("superseded", "superseded"),
    ("draft", "draft"),
)


def table(every: Iterable[Rule], *, colour: bool, width: int) -> str:
    """All rules, a line each."""
    painter = Painter(colour=colour)
    listed = list(every)
    name = max(len(rule.name) for rule in listed)
    severity = max(map(len, Severity))
    indent = len("FC101") + name + severity + 3 * _INDENT
    lines = []
    for rule in listed:
        first, *more = wrap(rule.summary, max(width - indent, 24))
        padded = painter.paint(f"{rule.severity:<{severity}}", _STYLES[rule.severity])
        lines.append(
            f"{painter.paint(rule.code, 'strong')}  {rule.name:<{name}}  {padded}  {first}"
        )
        lines += [" " * indent + line for line in more]
    end = wrap("`factcheck rule CODE` explains one with an example.", width)
    return "\n".join([*lines, "", *(painter.paint(line, "dim") for line in end)]) + "\n"


def explanation(rule: Rule, found: Sequence[Diagnostic], *, colour: bool, width: int) -> str:
    """One rule: what it says, what to do, and its example with what was found in it."""
    painter = Painter(colour=colour)
    head = f"{painter.paint(rule.code, 'strong')} {painter.paint(rule.name, 'strong')}"
    lines = [f"{head}, {painter.paint(rule.severity, _STYLES[rule.severity])}", ""]
    lines += wrap(f"{rule.summary[0].upper()}{rule.summary[1:]}.", width)
    lines += ["", *wrap(" ".join(rule.why.split()), width)]
    example = list(example_lines(rule))
    example += [("" if n else "finding", f"{f.code} {f.message}") for n, f in enumerate(found)]
    if example:
        lines += ["", painter.paint("Example", "strong"), ""]
    for label, text in example:
        first, *more = wrap(clean(text), width - _LABEL - _INDENT)
        lines.append(f"{' ' * _INDENT}{painter.paint(f'{label:<{_LABEL}}', 'dim')}{first}")
        lines += [" " * (_INDENT + _LABEL) + line for line in more]
    return "\n".join(lines) + "\n"


def example_lines(rule: Rule) -> Iterator[tuple[str, str]]:
    """What the example of a rule is made of: labels and lines of text."""
    for part, label in _PARTS:
        if part not in rule.example:
            continue
        source = rule.example.get(f"{part}_source")
        status = rule.example.get(f"{part}_status", label)
        for number, line in enumerate(rule.example[part].split("\n")):
            told = f"{line} ({source})" if source else line
            yield ("" if number else status), told


def rules_to_dict(every: Iterable[Rule]) -> Plain:
    """All rules as plain data, of the schema `factcheck/rules/1`."""
    return {"schema": RULES, "rules": [_plain(rule) for rule in every]}


def rule_to_dict(rule: Rule, found: Sequence[Diagnostic]) -> Plain:
    """One rule as plain data, of the schema `factcheck/rule/1`, with what its example gives."""
    told = [{"code": one.code, "text": one.text, "message": one.message} for one in found]
    return {"schema": RULE, **_plain(rule), "example": dict(rule.example), "findings": told}


def _plain(rule: Rule) -> Plain:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": rule.summary,
        "why": " ".join(rule.why.split()),
    }
