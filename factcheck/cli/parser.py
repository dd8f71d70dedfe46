"""The parser of a plain check, in microseconds.

It understands what click makes of the same words, or gives up: whatever is not plainly a
check (help, another command, a mistake) is left to typer, which has the better messages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.cli.options import COMMANDS, OPTIONS, PROGRAM_OPTIONS, Option, Request

_FLAGS = {option.flag: option for option in OPTIONS}
_Setting = tuple[Option | None, str]  # None for an input


def parse(words: Sequence[str]) -> Request | None:
    """The check that `words` ask for; None where they must be left to typer.

    Args:
        words: the command line without the program's name.
    """
    if words and words[0] in PROGRAM_OPTIONS:
        return None
    if words and words[0] in COMMANDS:
        if words[0] != "check":
            return None
        words = words[1:]
    inputs: list[str] = []
    values: dict[str, object] = {}
    for setting in _settings(iter(words)):
        if setting is None:
            return None
        option, value = setting
        if option is None:
            inputs.append(value)
        elif option.is_switch:
            values[option.name] = True
        elif option.repeatable:
            earlier = values.get(option.name, ())
            values[option.name] = (*earlier, value)  # type: ignore[misc] # set just here
        else:
            values[option.name] = value
    if not inputs:
        return None
    given = frozenset(values)
    return Request(tuple(inputs), **values, given=given)  # type: ignore[arg-type] # by the table


def _settings(words: Iterator[str]) -> Iterator[_Setting | None]:
    """Each input and option in turn, and None at the first word that is not understood."""
    for word in words:
        if word == "--":
            yield from ((None, rest) for rest in words)
            return
        if len(word) < 2 or word[0] != "-":
            yield None, word
            continue
        flag, equals, given = word.partition("=")
        option = _FLAGS.get(flag)
        if option is None or (option.is_switch and equals):
            yield None
            return
        value = "" if option.is_switch else given if equals else next(words, None)
        if value is None or (option.choices and value not in option.choices):
            yield None
            return
        yield option, value
