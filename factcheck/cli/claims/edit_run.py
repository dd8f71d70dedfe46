"""The editing commands at work: from what was asked for to an edit that is made and shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from factcheck.cli.claims import edit_ask
from factcheck.cli.claims.edit_show import Outcome, show, telling
from factcheck.cli.places import settings_here
from factcheck.config import Settings
from factcheck.errors import ClaimError, ClaimFaults, ConfigError, NoClaims
from factcheck.frames.stated_units import StatedUnits
from factcheck.model import Claim, ClaimStatus, Figure, Report
from factcheck.store.edit import ClaimEditor
from factcheck.store.edit_ids import new_id
from factcheck.store.edit_newer import newer
from factcheck.store.edit_read import Written
from factcheck.store.edit_save import Edit
from factcheck.store.edit_target import target
from factcheck.store.edit_values import Value, accepted, ordered, removable


class How(NamedTuple):
    """What the editing commands have in common.

    Attributes:
        claims: the store, where it was named.
        dry_run: whether to write nothing.
        format, color: of the output.
        check: whether to ask the store what it says of a new claim.
    """

    claims: tuple[str, ...] = ()
    dry_run: bool = False
    format: str = "text"
    color: str = "auto"
    check: bool = True


class _Store(NamedTuple):
    settings: Settings
    editor: ClaimEditor

    def figures(self, claim: Claim | None) -> tuple[Figure, ...] | None:
        """The figures of a claim as a check reads them."""
        from factcheck.checker import extract

        if claim is None:
            return None
        day = claim.date if isinstance(claim.date, Date) else None
        units, locale = self.settings.units, self.settings.locale
        return extract(claim.text, units, day=day, locale=locale)

    def says(self, text: str, but: frozenset[str] = frozenset()) -> Report | None:
        """What the claims, as they are on the disk, say of a text; None where they cannot."""
        from factcheck.cli.opening import checker_of

        try:
            checker = checker_of(self.settings)
        except (NoClaims, ClaimFaults):  # faults are told when the edit is shown
            return None
        return telling(checker.check(text), but)


def _open(how: How) -> _Store:
    settings = settings_here(how.claims)
    units = StatedUnits.with_lines(settings.units)
    return _Store(settings, ClaimEditor(settings.claims, units))


def add(given: Mapping[str, object], file: str | None, how: How, *, repeated: bool = False) -> int:
    """Add a claim, asking for it where its text is not given.

    Args:
        given: the keys of the claim, as they were typed.
        file: where it goes, if somebody said so.
        how: what all editing commands have in common.
        repeated: whether it may say what a claim says already, of the same source and date.

    Raises:
        FactcheckError: it cannot be added; nothing was written.
    """
    store = _open(how)
    editor = store.editor
    keys = accepted(given if given.get("text") else edit_ask.ask(given))
    editor.refresh()  # answers take their time, and should not be lost to somebody else's edit
    own = ""

    def build() -> Edit:
        """The claim at the end of its file, with an id that nobody else has taken meanwhile."""
        nonlocal own
        named = _with_id(keys, editor)
        own = str(named["id"])
        path = target(editor, store.settings.claims, named, file)
        if not repeated:
            _refuse_repeated(named, path, editor)
        return editor.add(named, path)

    build()  # what cannot be added is refused before the store is asked
    before = store.says(str(keys["text"])) if how.check else None
    written = editor.apply(build, dry_run=how.dry_run)
    outcome = Outcome("added", own, written, how.dry_run, store=before)
    remarks = (*_sourceless(written, own), *_rivals(before, own))
    claim = written.claim(own)
    return _shown(outcome._replace(figures=store.figures(claim), remarks=remarks), how)


def supersede(claim_id: str, given: Mapping[str, object], how: How) -> int:
    """Write the claim that replaces another one, and mark that one.

    What the two are about (topic, tags) is taken over; who says so, when and where, is not.

    Raises:
        FactcheckError: it cannot be done; nothing was written.
    """
    store = _open(how)
    editor = store.editor
    editor.place(claim_id)
    own, text = "", str(accepted(given).get("text", ""))

    def build() -> Edit:
        """Both claims as they are to be, with an id that nobody else has taken meanwhile."""
        nonlocal own
        keys = _with_id(newer(given, editor, claim_id), editor)
        own = str(keys["id"])
        return editor.supersede(claim_id, keys)

    build()  # what cannot be done is refused before the store is asked
    before = store.says(text, frozenset({claim_id})) if how.check else None
    written = editor.apply(build, dry_run=how.dry_run)
    outcome = Outcome("superseded", own, written, how.dry_run, claim_id, store=before)
    remarks = _sourceless(written, own)
    claim = written.claim(own)
    return _shown(outcome._replace(figures=store.figures(claim), remarks=remarks), how)


def edit(claim_id: str, given: Mapping[str, object], unset: tuple[str, ...], how: How) -> int:
    """Set and take out keys of a claim, or open it in an editor where none is named.

    Raises:
        FactcheckError: it cannot be done; nothing was written.
    """
    store = _open(how)
    editor = store.editor
    place = editor.place(claim_id)
    if not given and not unset:
        if not edit_ask.on_terminal():
            raise ConfigError(
                "nothing was given to change, and there is no terminal to open an editor on",
                do=f"factcheck claims edit {quote(claim_id)} --text …, --source …, --unset note",
            )
        return _edit_by_hand(claim_id, store, place.read.file.path, how)
    empty = tuple(key for key, value in given.items() if value in ("", []))
    gone = removable((*unset, *empty))
    if both := sorted(set(unset) & set(given)):
        raise ConfigError(f"{both[0]} is both set and taken out", do="give one of the two")
    put = accepted({key: value for key, value in given.items() if key not in empty})
    before = editor.claims_about(claim_id).get(claim_id)
    written = editor.apply(lambda: editor.change(claim_id, put, gone), dry_run=how.dry_run)
    return _changed(before, written, claim_id, store, how)


def _edit_by_hand(claim_id: str, store: _Store, path: Path, how: How) -> int:
    editor = store.editor
    section = editor.section(claim_id)
    before = editor.claims_about(claim_id).get(claim_id)

    def use(typed: str) -> tuple[Written, str]:
        """Put what was typed in the place of the claim as it was when the editor was opened."""
        editor.refresh()  # a person takes minutes, and others may work on other claims
        position = 0

        def build() -> Edit:
            """The claim as typed, unless it is no longer the one that the editor was opened on."""
            nonlocal position
            if editor.section(claim_id) != section:
                raise ClaimError("somebody else has changed this claim in the meantime")
            position = editor.place(claim_id).entry.position
            return editor.rewrite(claim_id, typed)

        written = editor.apply(build, dry_run=how.dry_run)
        return written, written.id_at(position) or claim_id

    made = edit_ask.in_editor(section, path.suffix.lower(), use)
    written, own = made or (editor.apply(editor.change(claim_id, {}), dry_run=True), claim_id)
    return _changed(before, written, own, store, how)


def _changed(before: Claim | None, written: Written, own: str, store: _Store, how: How) -> int:
    """Show an edit of one claim, with its figures where its text is another."""
    outcome = Outcome("changed", own, written, how.dry_run)
    claim = written.claim(own)
    if claim is not None and (before is None or claim.text != before.text):
        outcome = outcome._replace(figures=store.figures(claim))
    if before is None or claim is None or claim.status != before.status:
        outcome = outcome._replace(remarks=_still_superseded(claim, store.editor))
    return _shown(outcome, how)


def retract(claim_id: str, reason: str, day: str | None, how: How) -> int:
    """Take a claim back, and note why.

    Raises:
        FactcheckError: it cannot be done; nothing was written.
    """
    store = _open(how)
    why = str(accepted({"note": reason}).get("note", ""))
    if not why:
        raise ConfigError("--reason is empty", do="say in a few words why the claim does not hold")
    when = accepted({"date": day}).get("date") if day else Date.today()
    if not isinstance(when, Date):
        raise ConfigError(f"--date: {day!r} is no day", do="write it as 2025-03-01")
    older = store.editor.claims_about(claim_id)
    written = store.editor.apply(
        lambda: store.editor.retract(claim_id, why, when), dry_run=how.dry_run
    )
    remarks = tuple(_left_behind(older, claim_id))
    return _shown(Outcome("retracted", claim_id, written, how.dry_run, remarks=remarks), how)


def _shown(outcome: Outcome, how: How) -> int:
    show(outcome, output=how.format, color=how.color)
    return 0


def _with_id(keys: dict[str, Value], editor: ClaimEditor) -> dict[str, Value]:
    if "id" in keys:
        if any(char.isspace() for char in str(keys["id"])):
            raise ClaimError(
                f"--id: {keys['id']!r} has a space in it, and commands could not name it",
                do=f"put a hyphen there: {'-'.join(str(keys['id']).split())}",
            )
        return keys
    date = keys.get("date")
    made = new_id(
        str(keys["text"]), editor.ids_beginning, None if isinstance(date, tuple) else date
    )
    return ordered({**keys, "id": made})


def _refuse_repeated(keys: Mapping[str, Value], path: Path, editor: ClaimEditor) -> None:
    other = editor.told_already(keys, path)
    if other is None:
        return
    place = editor.place(other.id)
    raise ClaimError(
        f"the claim {other.id!r} has the same text, source and date",
        where=f"{place.read.file.path}:{place.line}",
        do="change that one with `factcheck claims edit`, or say --force to have both",
    )


def _sourceless(written: Written, own: str) -> tuple[str, ...]:
    claim = written.claim(own)
    if claim is None or claim.source:
        return ()
    return (f"Nobody is named as its source:\nfactcheck claims edit {quote(own)} --source …",)


def _rivals(store: Report | None, own: str) -> tuple[str, ...]:
    """What to do about current claims that the new one disagrees with."""
    cited = [finding.citation for finding in store.findings] if store else []
    verdicts = [finding.verdict.value for finding in store.findings] if store else []
    rivals = {
        citation.claim.id: None
        for citation, verdict in zip(cited, verdicts, strict=True)
        if citation is not None
        and verdict == "conflicting"
        and citation.claim.status == ClaimStatus.CURRENT
    }
    return tuple(
        f"Both claims stand now, and what agrees with one of them is flagged as disputed. If the "
        f"new one replaces the old:\nfactcheck claims edit {quote(own)} --supersedes {quote(rival)}"
        for rival in rivals
    )


def _still_superseded(claim: Claim | None, editor: ClaimEditor) -> tuple[str, ...]:
    """Who keeps a claim from being current that has just been marked as such."""
    if claim is None or claim.status != ClaimStatus.CURRENT:
        return ()
    about = editor.claims_about(claim.id).values()
    strong = (ClaimStatus.CURRENT, ClaimStatus.SUPERSEDED)
    found = [one.id for one in about if one.supersedes == claim.id and one.status in strong]
    if not found:
        return ()
    return (
        f"It counts as superseded all the same, since {found[0]} names it in `supersedes`:\n"
        f"factcheck claims edit {quote(found[0])} --unset supersedes",
    )


def _left_behind(claims: Mapping[str, Claim], claim_id: str) -> list[str]:
    """What the retraction of a claim leaves open about the one that it had replaced."""
    claim = claims.get(claim_id)
    replaced = claims.get(claim.supersedes or "") if claim else None
    if replaced is None:
        return []
    name = quote(replaced.id)
    return [
        f"It had replaced {replaced.id}, and only a person can say whether that one stands again:\n"
        f"factcheck claims edit {name} --status current\n"
        f"factcheck claims edit {name} --status superseded"
    ]
