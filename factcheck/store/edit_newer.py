"""What a claim that replaces another one takes over from it, and from its file's `[defaults]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.errors import ClaimError
from factcheck.store.edit import ClaimEditor
from factcheck.store.edit_values import Value, accepted, ordered

# Without these nobody can tell which of two claims is the newer one, and by whom.
_TOLD: Final = ("source", "date")
# These are of the old statement, and a claim can do without them.
_OF_THE_OLD: Final = (*_TOLD, "speaker", "as_of", "url", "note")


def newer(given: Mapping[str, object], editor: ClaimEditor, claim_id: str) -> dict[str, Value]:
    """The keys of the claim that replaces another one.

    Topic and tags are the old one's, unless others are given. Who says so, when and where is that
    of a new statement: what the file's `[defaults]` would say of it is taken back.

    Args:
        given: the keys that somebody gave; an empty text takes a default back.
        editor: of the store.
        claim_id: the claim that is replaced.

    Raises:
        ClaimError: there is no such claim, a value is none of its kind, or source or date are
            not given and would be those of the file.
    """
    place = editor.place(claim_id)
    path = place.read.file.path
    shared = editor.defaults(path)
    silent = [key for key in _TOLD if shared.get(key) and key not in given]
    if silent:
        flags = " and ".join(f"--{key}" for key in silent)
        verb = "is" if len(silent) == 1 else "are"
        raise ClaimError(
            f"{flags} {verb} missing: the new claim would be given what the file's [defaults] say "
            "of the old one",
            where=f"{path}:{place.line}",
            do=f'say of the new one, or leave it open: --{silent[0]} ""',
        )
    older = editor.claims_about(claim_id).get(claim_id)
    about = {"topic": older.topic, "tags": list(older.tags)} if older else {}
    keys = accepted({**{key: value for key, value in about.items() if value}, **given})
    taken_back = {key: "" for key in _OF_THE_OLD if shared.get(key) and key not in keys}
    return ordered({**keys, **taken_back})
