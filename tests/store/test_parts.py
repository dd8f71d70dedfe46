"""Of a large store only what an edit concerns is read, with the same outcome."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import ClaimError, EditRefused
from factcheck.store import edit_store, located
from factcheck.store.edit import ClaimEditor
from factcheck.store.history import history
from factcheck.store.located import read_some
from factcheck.store.parts import Parts, Unclear

IDS = ("a", "a-2", "claim", "café", "a/b", "T", "supersedes")
NEW = {"id": "new", "text": "N is 5."}
BLANKS = ("", "  ", "\u00a0", "\r")


def spelt(row, how):
    """One row as a line of JSON, in one of the spellings of the same."""
    line = json.dumps(row, ensure_ascii=how != "plain")
    if how == "odd":  # every letter of every text escaped
        escaped = {key: "".join(f"\\u{ord(c):04x}" for c in value) for key, value in row.items()}
        line = "{" + ", ".join(f'"{key}": "{value}"' for key, value in escaped.items()) + "}"
    return line


@st.composite
def rows(draw, at):
    name = draw(st.sampled_from(IDS))
    row = {"id": name, "text": f"{draw(st.sampled_from(IDS))} is {at}."}
    if draw(st.booleans()):
        row["supersedes"] = draw(st.sampled_from(IDS))
    if draw(st.booleans()):
        row["status"] = draw(st.sampled_from(("draft", "retracted", "superseded", "current")))
    return row


@st.composite
def stores(draw):
    """The text of a JSONL and of a TOML file: ids may stand twice, or be named and missing."""
    made = [draw(rows(at)) for at in range(draw(st.integers(1, 7)))]
    cut = draw(st.integers(0, len(made)))
    lines = [spelt(row, draw(st.sampled_from(("plain", "ascii", "odd")))) for row in made[:cut]]
    for at in sorted(draw(st.lists(st.integers(0, cut), max_size=3))):
        lines.insert(at, draw(st.sampled_from(BLANKS)))
    end = draw(st.sampled_from(("", "\n")))
    tables = [
        "\n".join(["[[claim]]", *(f"{key} = {json.dumps(value)}" for key, value in row.items())])
        for row in made[cut:]
    ]
    return "\n".join(lines) + end, "\n\n".join(tables) + "\n"


def told(work):
    """What comes of it: a result, or what it is refused for."""
    try:
        return work()
    except EditRefused as refused:
        return [str(fault) for fault in refused.faults]
    except ClaimError as error:
        return str(error)


def edits(editor, name):
    """What there is to do with a claim, and what each comes to."""
    made = {
        "changed": lambda: editor.change(name, {"note": "x"}),
        "renamed": lambda: editor.rewrite(name, section(editor, name)),
        "superseded": lambda: editor.supersede(name, NEW),
        "taken": lambda: editor.add({"id": name, "text": "N is 5."}, editor.files[0]),
        "named": lambda: editor.add({**NEW, "supersedes": name}, editor.files[1]),
        "retracted": lambda: editor.retract(name, "Wrong.", date(2025, 3, 1)),
    }
    for what, make in made.items():
        edit = told(make)
        yield what, edit
        if not isinstance(edit, str):
            came = told(lambda made=edit: editor.apply(made, dry_run=True))
            yield (
                what,
                [came.claim(one) for one in edit.about if what != "renamed"]
                if isinstance(came, tuple)
                else came,
            )


def section(editor, name):
    """A claim as it is written, with another id."""
    return editor.section(name).replace(json.dumps(name, ensure_ascii=False), '"other"')


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(texts=stores(), name=st.sampled_from(IDS))
def test_it_comes_to_the_same(tmp_path_factory, texts, name):
    folder = tmp_path_factory.getbasetemp() / "parts"
    folder.mkdir(exist_ok=True)
    for file, text in zip(("a.jsonl", "b.toml"), texts, strict=True):
        (folder / file).write_text(text, encoding="utf-8", newline="")
    came = []
    for small in (10**9, -1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(edit_store, "SMALL", small)
            patch.setattr(located, "SMALL", small)
            editor = ClaimEditor([folder])
            shown = told(lambda: read_some([folder], None, [name]).get(name))
            came.append(
                {
                    "edits": list(edits(editor, name)),
                    "claim": editor.claims_about(name).get(name),
                    "beginning": set(editor.ids_beginning(name[:1])),
                    "place": told(lambda e=editor: e.place(name).line),
                    "twin": told(lambda e=editor: e.told_already(
                        {"id": "x", "text": f" {name.upper()}  IS 1."}, e.files[0])),
                }
            )  # fmt: skip
            came[-1]["shown"] = shown if isinstance(shown, str) else (shown.claim, shown.line)
    if "in the claims" in str(came[0]["shown"]):  # the faults of others are not told of a large one
        came[1]["shown"] = came[0]["shown"]
    assert came[0] == came[1]


@pytest.fixture
def large(tmp_path, monkeypatch):
    """A store of which everybody reads only parts: a chain of three claims, and others."""
    monkeypatch.setattr(edit_store, "SMALL", -1)
    monkeypatch.setattr(located, "SMALL", -1)
    path = tmp_path / "large.jsonl"
    chain = [
        {"id": "boats", "text": "There are 3 boats."},
        {"id": "boats-2", "text": "There are 4 boats.", "supersedes": "boats"},
        {"id": "boats-3", "text": "There are 5 boats.", "supersedes": "boats-2"},
        {"id": "crew", "text": "A boat has a crew of 5.", "status": "draft"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in chain), encoding="utf-8")
    return path


def test_a_line_of_succession_and_the_drafts_are_read_and_nothing_else(large):
    with large.open("a", encoding="utf-8") as file:
        file.write('{"id": "other", "text": "There are 9 others."}\n')
        file.write('{"id": "broken"}\n')
    found = read_some([large], None, ["boats-2"])
    assert list(found.all) == ["boats", "boats-2", "boats-3", "crew"]
    claims = {name: one.claim for name, one in found.all.items()}
    assert [one.id for one in history("boats-2", claims)] == ["boats", "boats-2", "boats-3"]
    assert [str(claims[name].status) for name in ("boats", "boats-3")] == ["superseded", "current"]
    assert found.drafts() == 1
    with pytest.raises(ClaimError, match=r"large.jsonl:6.*no text"):
        read_some([large], None, ["missing"])


def test_a_fault_elsewhere_does_not_stand_in_the_way(large):
    with large.open("a", encoding="utf-8") as file:
        file.write("no JSON\n")
    editor = ClaimEditor([large])
    editor.apply(editor.change("crew", {"note": "By night."}))
    lines = large.read_text(encoding="utf-8").split("\n")
    assert json.loads(lines[3])["note"] == "By night."
    assert lines[4] == "no JSON"


def test_a_claim_with_a_fault_is_refused_as_ever(large):
    with large.open("a", encoding="utf-8") as file:
        file.write('{"id": "odd", "text": "There are 9.", "colour": "red"}\n')
    editor = ClaimEditor([large])
    with pytest.raises(ClaimError, match=r"large.jsonl:5.*unknown key 'colour'"):
        editor.retract("odd", "Wrong.", date(2025, 3, 1))
    written = editor.apply(editor.change("odd", {"note": "x"}), dry_run=True)
    assert len(written.older) == 1


def test_an_edit_of_a_fault_is_told_with_its_line(large):
    editor = ClaimEditor([large])
    with pytest.raises(EditRefused, match=r"large.jsonl:4: .*'boats' is used twice"):
        editor.apply(editor.rewrite("crew", '{"id": "boats", "text": "There are 3."}'))
    with pytest.raises(EditRefused, match=r"large.jsonl:3: supersedes names 'boats-2'"):
        editor.apply(editor.rewrite("boats-2", '{"id": "ships", "text": "There are 3."}'))


def test_what_somebody_else_adds_meanwhile_is_seen(large):
    editor = ClaimEditor([large])
    with large.open("a", encoding="utf-8") as file:
        file.write('{"id": "new", "text": "Theirs has 1."}\n')
    with pytest.raises(EditRefused, match="'new' is used twice"):
        editor.apply(lambda: editor.add(NEW, large))


def test_long_chains_and_many_ids_are_left_to_whoever_reads_everything():
    from factcheck.store.files import ClaimFile

    rows = [{"id": f"c{n:03}", "text": "There are 3."} for n in range(60)]
    for older, newer in pairwise(rows):
        newer["supersedes"] = older["id"]
    data = "\n".join(map(json.dumps, rows)).encode()
    parts = Parts([(ClaimFile("a.jsonl", Path("a.jsonl")), data)], None)
    with pytest.raises(Unclear):
        parts.succession(["c000"])
    with pytest.raises(Unclear):
        parts.succession([row["id"] for row in rows])
