"""Editing claim files: what was asked for changes, and not a byte beside it."""

from __future__ import annotations

import difflib
import json
import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ClaimError, ClaimFaults, EditRefused
from factcheck.store.edit import ClaimEditor
from factcheck.store.edit_ids import new_id
from factcheck.store.edit_jsonl import JsonlText
from factcheck.store.edit_save import Edit
from factcheck.store.edit_target import target
from factcheck.store.edit_toml import TomlText
from factcheck.store.edit_values import ORDER, accepted, removable
from factcheck.store.reader import lint, read_claims

STORE = """\
# What the harbour company says.

[defaults]   # of this file
source = 'The "Harbour" company'
tags = ["harbour"]
note = "From the report."

# -- Piers --
[[claim]]
text = 'The ferries call at "22" piers.'   # counted twice
id = "piers"
tags = [
  "map",  # ours
  "piers",
]
# asked on the phone

  [[ claim ]]
  id   =   "crew"
  text = \"\"\"
A ferry has a crew
# of 5.\"\"\"

  [[claim.figure]]
  text = "5"
  counted = "sailors"   # not passengers


# -- Boats --

[[claim]]
id = "boats"
text = "There are 14 boats."
# the end
"""
LINES = (
    '{"id":"one", "text":"One is 1.50 \\u00e9.", "figure":[{"text":"1.50","value":1.50}]}\n'
    "\n"
    '{"text": "Two is 2.", "id": "two", "note": null}\n'
)


@pytest.fixture
def store(tmp_path):
    folder = tmp_path / "claims"
    folder.mkdir()

    def make(content=STORE, name="harbour.toml"):
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return ClaimEditor([folder])

    return make


def changes(edit):
    """The lines that an edit takes out and puts in."""
    before = edit.before.decode().splitlines(keepends=True)
    after = edit.after.decode().splitlines(keepends=True)
    lines = list(difflib.unified_diff(before, after, n=0))[2:]
    return [line.rstrip("\n") for line in lines if not line.startswith("@@")]


def test_a_changed_value_is_the_only_change(store):
    editor = store()
    edit = editor.change("piers", accepted({"text": "They call at 23 piers."}))
    assert changes(edit) == [
        "-text = 'The ferries call at \"22\" piers.'   # counted twice",
        '+text = "They call at 23 piers."   # counted twice',
    ]
    editor.apply(edit)
    assert edit.path.read_bytes() == edit.after
    assert editor.claims()["piers"].text == "They call at 23 piers."


def test_new_keys_stand_behind_the_last_one(store):
    edit = store().change("piers", accepted({"date": "2025-03-01", "as_of": "2025-02"}))
    assert changes(edit) == ["+date = 2025-03-01", '+as_of = "2025-02"']
    assert edit.after.decode().index("as_of") < edit.after.decode().index("# asked on the phone")


def test_new_keys_stand_above_the_stated_figures(store):
    editor = store()
    edit = editor.change("crew", accepted({"url": "https://example.org/a"}))
    assert changes(edit) == ['+  url = "https://example.org/a"']  # as far in as the others
    editor.apply(edit)
    claim = editor.claims()["crew"]
    assert (claim.url, claim.figures[0].counted) == ("https://example.org/a", "sailors")


def test_what_is_so_already_is_left_in_its_spelling(store):
    editor = store()
    put = accepted({"text": 'The ferries call at "22" piers.', "tags": ["map", "piers"]})
    assert editor.change("piers", put).after == STORE.encode()


def test_keys_are_taken_out(store):
    edit = store().change("piers", {}, ["tags", "topic"])
    assert changes(edit) == ["-tags = [", '-  "map",  # ours', '-  "piers",', "-]"]


def test_a_default_is_taken_back(store):
    editor = store()
    edit = editor.change("boats", {}, ["source"])
    assert changes(edit) == ['+source = ""']
    editor.apply(edit)
    assert editor.claims()["boats"].source is None
    assert editor.change("boats", {}, ["source"]).after == edit.after


def test_a_claim_is_added_at_the_end(store):
    editor = store()
    new = accepted({"id": "new", "text": 'It\'s "new", 3.', "tags": ["harbour", "x"]})
    edit = editor.add(new, editor.files[0])
    block = ["", "[[claim]]", 'id = "new"', 'text = "It\'s \\"new\\", 3."', 'tags = ["x"]']
    assert changes(edit) == [f"+{line}" for line in block]  # "harbour" is a default
    editor.apply(edit)
    assert editor.claims()["new"].tags == ("harbour", "x")


def test_quotation_marks_in_a_text_need_no_backslash(store):
    editor = store()
    edit = editor.add(accepted({"id": "n", "text": 'They said "3".'}), editor.files[0])
    assert "+text = 'They said \"3\".'" in changes(edit)


def test_what_the_defaults_say_is_not_said_again(store):
    editor = store()
    keys = {"id": "n", "text": "There are 3.", "source": 'The "Harbour" company', "note": "Other."}
    assert changes(editor.add(accepted(keys), editor.files[0]))[-1] == '+note = "Other."'
    assert b"source" not in editor.add(accepted(keys), editor.files[0]).after[len(STORE) :]


def test_a_newer_claim_stands_behind_the_old_one(store):
    editor = store()
    edit = editor.supersede("piers", accepted({"id": "piers-2", "text": "They call at 24 piers."}))
    assert changes(edit) == [
        '+status = "superseded"',
        "+",
        "+[[claim]]",
        '+id = "piers-2"',
        '+text = "They call at 24 piers."',
        '+supersedes = "piers"',
    ]
    written = edit.after.decode()
    assert written.index("# asked on the phone") < written.index("piers-2") < written.index("crew")
    editor.apply(edit)
    assert editor.claims()["piers"].status == "superseded"
    assert editor.claims()["piers-2"].supersedes == "piers"


def test_a_newer_claim_stands_behind_stated_figures_and_before_the_next_heading(store):
    written = store().supersede("crew", accepted({"id": "c2", "text": "A crew of 6."})).after
    parts = written.decode().split('counted = "sailors"   # not passengers\n')
    assert parts[1].startswith('\n  [[claim]]\n  id = "c2"\n  text')
    assert parts[1].index("c2") < parts[1].index("# -- Boats --")


def test_a_chain_of_claims(store):
    editor = store()
    for old, new in (("boats", "b2"), ("b2", "b3"), ("b3", "b4")):
        editor.apply(editor.supersede(old, accepted({"id": new, "text": f"There are {new[1]}."})))
    states = [(name, str(editor.claims()[name].status)) for name in ("boats", "b2", "b3", "b4")]
    assert [status for _, status in states] == ["superseded"] * 3 + ["current"]
    assert lint([editor.files[0]]) == ()


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("retracted", r"was retracted.*claims add"),
        ("draft", r"is a draft.*claims edit boats"),
        ("superseded", r"marked as superseded.*--status current"),
    ],
)
def test_only_a_claim_in_force_is_superseded(store, status, said):
    editor = store()
    editor.apply(editor.change("boats", accepted({"status": status})))
    with pytest.raises(ClaimError, match=f"(?s)harbour.toml:3.*{said}"):
        editor.supersede("boats", accepted({"id": "b", "text": "There are 3."}))


def test_a_superseded_claim_names_what_holds_now(store):
    editor = store()
    editor.apply(editor.supersede("boats", accepted({"id": "b2", "text": "There are 15."})))
    with pytest.raises(ClaimError, match=r"(?s)superseded already, by b2.*supersede b2"):
        editor.supersede("boats", accepted({"id": "b3", "text": "There are 16."}))


def test_a_retraction_keeps_the_note(store):
    editor = store()
    edit = editor.retract("boats", "Miscounted.", date(2025, 3, 4))
    editor.apply(edit)
    claim = editor.claims()["boats"]
    assert claim.status == "retracted"
    assert claim.note == "From the report. Retracted 2025-03-04: Miscounted."
    with pytest.raises(ClaimError, match="retracted already"):
        editor.retract("boats", "Again.", date(2025, 3, 5))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["harbour.toml", "harbour.jsonl"])
def test_line_ends_and_the_byte_order_mark_stay(store, mark, name):
    content = STORE if name.endswith("toml") else LINES
    data = mark + content.replace("\n", "\r\n").encode()
    editor = store(data, name)
    claim_id = sorted(editor.ids())[0]
    for edit in (
        editor.change(claim_id, accepted({"note": "New."})),
        editor.supersede(claim_id, accepted({"id": "new", "text": "There are 3."})),
        editor.add(accepted({"id": "new", "text": "There are 3."}), editor.files[0]),
        editor.rewrite(claim_id, editor.section(claim_id).replace("There", "Here")),
    ):
        assert edit.after.startswith(mark)
        assert edit.after.count(b"\xef\xbb\xbf") == edit.before.count(b"\xef\xbb\xbf")
        assert edit.after.count(b"\n") == edit.after.count(b"\r\n")
        editor.apply(edit, dry_run=True)
    assert editor.rewrite(claim_id, editor.section(claim_id)).after == data


def test_a_file_without_a_last_line_end(store):
    text = '[[claim]]\nid = "a"\ntext = "There are 3."'
    editor = store(text)
    assert editor.change("a", accepted({"note": "N."})).after.decode() == f'{text}\nnote = "N."'
    added = editor.add(accepted({"id": "b", "text": "There are 4."}), editor.files[0])
    assert added.after.decode() == f'{text}\n\n[[claim]]\nid = "b"\ntext = "There are 4."\n'


def test_only_the_line_of_a_jsonl_claim_changes(store):
    editor = store(LINES, "a.jsonl")
    edit = editor.change("one", accepted({"text": "One is 1.50 or é.", "date": "2025-03-01"}))
    assert edit.after.decode().split("\n")[1:] == LINES.split("\n")[1:]
    assert edit.after.decode().split("\n")[0] == (
        '{"id":"one", "text":"One is 1.50 or \\u00e9.", '
        '"figure":[{"text":"1.50","value":1.50}], "date":"2025-03-01"}'
    )
    editor.apply(edit)
    assert editor.claims()["one"].date == date(2025, 3, 1)


@pytest.mark.parametrize("key", ["text", "id", "note"])
def test_members_of_a_json_object_are_taken_out(store, key):
    editor = store(LINES, "a.jsonl")
    line = editor.change("two", {}, [key]).after.decode().split("\n")[2]
    assert json.loads(line) == {
        k: v for k, v in {"text": "Two is 2.", "id": "two", "note": None}.items() if k != key
    }


def test_jsonl_claims_are_added_and_superseded(store):
    editor = store(LINES, "a.jsonl")
    editor.apply(editor.supersede("one", accepted({"id": "uno", "text": "One is 2, é."})))
    editor.apply(editor.add(accepted({"id": "three", "text": "3 are."}), editor.files[0]))
    lines = editor.files[0].read_text(encoding="utf-8").split("\n")
    assert lines[1] == r'{"id":"uno", "text":"One is 2, \u00e9.", "supersedes":"one"}'
    assert lines[2:] == [*LINES.split("\n")[1:3], '{"id": "three", "text": "3 are."}', ""]
    assert {claim.id for claim in read_claims(editor.files)} == {"one", "uno", "two", "three"}


def test_an_edit_that_would_leave_a_fault_is_refused(store):
    editor = store()
    with pytest.raises(EditRefused, match=r"(?s)nothing was written.*'5' is not in the claim's"):
        editor.apply(editor.change("crew", accepted({"text": "A crew of 6."})))
    with pytest.raises(EditRefused, match="'piers' is used twice"):
        editor.apply(editor.add(accepted({"id": "piers", "text": "3."}), editor.files[0]))
    with pytest.raises(EditRefused, match="no claim of that id"):
        editor.apply(editor.change("crew", accepted({"supersedes": "peers"})))
    assert editor.files[0].read_bytes() == STORE.encode()


def test_ids_are_unique_across_files(store):
    editor = store()
    (editor.files[0].parent / "later.toml").write_text('[[claim]]\nid = "n"\ntext = "3."\n')
    with pytest.raises(EditRefused, match=r"'n' is used twice: also in .*(harbour|later).toml"):
        editor.apply(editor.add(accepted({"id": "n", "text": "4."}), editor.files[0]))


def test_older_faults_are_told_and_do_not_stand_in_the_way(store):
    editor = store(STORE + 'colour = "red"\n')
    written = editor.apply(editor.change("crew", accepted({"note": "Seen."})))
    assert [fault.what for fault in written.older] == ["unknown key 'colour'"]
    assert b'note = "Seen."' in editor.files[0].read_bytes()


def test_a_file_that_cannot_be_parsed_is_not_touched(store):
    editor = store(STORE + "\n[[claim]]\nid = broken\n")
    with pytest.raises(ClaimFaults, match=r"harbour.toml:37: not TOML"):
        editor.change("boats", accepted({"note": "x"}))


def test_claims_written_as_one_array_are_left_to_people(store):
    editor = store('claim = [{id = "a", text = "There are 3."}]\n')
    with pytest.raises(ClaimError, match="one array"):
        editor.change("a", accepted({"note": "x"}))


def test_an_unknown_claim(store):
    with pytest.raises(ClaimError, match=r"(?s)no claim 'pears'.*did you mean 'piers'"):
        store().change("pears", {})


def test_a_claim_written_anew(store):
    editor = store()
    section = editor.section("crew")
    assert section.startswith("  [[ claim ]]\n")
    assert section.endswith("# not passengers\n")
    edit = editor.rewrite("crew", section.replace("of 5", "of 5 or more").rstrip("\n"))
    assert changes(edit) == ['-# of 5."""', '+# of 5 or more."""']


@pytest.mark.parametrize("typed", ["", '[[claim]]\nid="a"\n[[claim]]\nid="b"\n', 'id = "a"\n'])
def test_what_is_not_one_claim_is_refused(store, typed):
    with pytest.raises(ClaimError, match="not one claim"):
        store().rewrite("crew", typed)


def test_values_are_checked_all_at_once():
    with pytest.raises(ClaimError, match=r"(?s)date: 'soon' is no date.*url: 'x y' is no web"):
        accepted({"url": "x y", "date": "soon", "text": "fine"})
    assert accepted({"note": " ", "date": "2025", "id": "a"}) == {"id": "a", "date": "2025"}


@pytest.mark.parametrize(
    ("key", "said"), [("id", "cannot do without"), ("figure", "editor"), ("nota", "'note'")]
)
def test_keys_that_are_not_taken_out(key, said):
    with pytest.raises(ClaimError, match=said):
        removable(["url", key])


def test_the_order_of_a_new_claim_knows_every_key():
    from factcheck.store.fields import CLAIM_KEYS

    assert {*ORDER, "figure"} == set(CLAIM_KEYS)


@pytest.mark.parametrize(
    ("text", "taken", "day", "made"),
    [
        ("The harbour company runs 14 ferries.", [], None, "harbour-company-runs-ferries"),
        ("About 1.2 million came in 2024.", [], None, "came-2024"),
        ("Café à Kraków", [], None, "cafe-krakow"),
        ("Киев, 300", [], None, "киев"),
        ("300", [], None, "claim"),
        ("Ferries", ["ferries"], None, "ferries-2"),
        ("Ferries", ["ferries", "ferries-2"], None, "ferries-3"),
        ("Ferries", ["ferries"], date(2025, 1, 2), "ferries-2025"),
        ("Ferries", ["ferries", "ferries-2025"], "2025-02", "ferries-2"),
        ("x" * 90, [], None, "x" * 40),
    ],
)
def test_ids_are_made_from_texts(text, taken, day, made):
    assert new_id(text, lambda _: taken, day) == made


def test_the_file_of_a_new_claim(store):
    editor = store()
    folder = editor.files[0].parent

    def chosen(**keys):
        return target(editor, [folder], keys)

    own = 'The "Harbour" company'
    assert chosen(source=own) == editor.files[0]
    assert chosen(source="Another") == chosen() == folder / "claims.toml"
    editor = store(
        STORE.replace("note = ", 'date = "2024"\nurl = "https://example.org/24"\nnote = ')
    )
    assert chosen(source=own, date="2024") == editor.files[0]
    assert chosen(source=own, date="2025") == folder / "claims.toml"  # has another address
    editor = store(STORE.replace("note = ", 'status = "draft"\nnote = '))
    assert chosen(source=own) == folder / "claims.toml"
    assert chosen(source=own, status="draft") == editor.files[0]
    editor = store('[[claim]]\nid = "z"\ntext = "3."\n', "bare.toml")
    assert chosen(source="Another") == folder / "bare.toml"
    with pytest.raises(ClaimError, match="--file"):
        target(ClaimEditor([editor.files[1]]), [editor.files[1]], {})


def test_the_file_that_was_named(store):
    editor = store()
    folder = editor.files[0].parent
    assert target(editor, [folder], {}, "new/b.jsonl") == folder / "new/b.jsonl"
    assert target(editor, [folder], {}, "harbour.toml") == editor.files[0]
    assert target(editor, [folder], {}, str(editor.files[0])) == editor.files[0]
    for name in ("../out.toml", "factcheck.toml", ".hidden.toml", "notes.md", "/etc/a.toml"):
        with pytest.raises(ClaimError, match="no file that the store reads"):
            target(editor, [folder], {}, name)


def test_what_replaces_a_claim_is_in_force_among_drafts_too(store):
    editor = store(STORE.replace("note = ", 'status = "draft"\nnote = '))
    editor.apply(editor.change("boats", {"status": "current"}))
    editor.apply(editor.supersede("boats", accepted({"id": "b2", "text": "There are 15."})))
    assert editor.claims()["b2"].status == "current"


def test_a_new_file_in_a_new_folder(store):
    editor = store()
    path = editor.files[0].parent / "deep" / "new.toml"
    editor.apply(editor.add(accepted({"id": "n", "text": "There are 3."}), path))
    assert path.read_text() == '[[claim]]\nid = "n"\ntext = "There are 3."\n'
    assert path in editor.files


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t\"'\\#"))


@settings(deadline=None)
@given(note=TEXTS, tags=st.lists(TEXTS.filter(str.strip), max_size=3), crlf=st.booleans())
@pytest.mark.parametrize("name", ["h.toml", "h.jsonl"])
def test_any_text_is_read_back_and_nothing_else_moves(tmp_path_factory, name, note, tags, crlf):
    content = STORE if name == "h.toml" else LINES.replace("one", "piers")
    data = content.replace("\n", "\r\n").encode() if crlf else content.encode()
    path = tmp_path_factory.mktemp("s") / name
    path.write_bytes(data)
    editor = ClaimEditor([path])
    put = accepted({"note": note, "tags": tags})
    edit = editor.change("piers", put)
    written = editor.apply(edit, dry_run=True)
    after = {entry.id: entry.claim for entry in written.read.entries}
    before = editor.claims()
    if "note" in put:
        assert after["piers"].note == note.strip()
    if "tags" in put:
        shared = ("harbour",) if name == "h.toml" else ()
        assert after["piers"].tags == tuple(dict.fromkeys([*shared, *put["tags"]]))
    assert {k: v for k, v in after.items() if k != "piers"} == {
        k: v for k, v in before.items() if k != "piers"
    }
    gone, left = {*data.split(b"\n")}, {*edit.after.split(b"\n")}
    assert len(gone - left) <= 4  # the four lines of its tags, or the one line of its object


def test_edits_are_made_of_what_was_read(store):
    editor = store()
    edit = editor.change("boats", accepted({"note": "x"}))
    assert edit == Edit(editor.files[0], STORE.encode(), edit.after, ("boats",))
    assert tomllib.loads(edit.after.decode())["claim"][2]["note"] == "x"


def test_a_new_key_is_indented_like_the_others(store):
    editor = store('[[claim]]\n  id = "a"\n  text = "There are 3."\n')
    edit = editor.supersede("a", accepted({"id": "b", "text": "There are 4."}))
    assert '  text = "There are 3."\n  status = "superseded"\n' in edit.after.decode()
    assert edit.after.decode().endswith(
        '\n[[claim]]\n  id = "b"\n  text = "There are 4."\n  supersedes = "a"\n'
    )


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (
            ' [[claim]]\n\tid="a"\n\ttext="It has 3."\n',
            '\n [[claim]]\n\tid = "new"\n\ttext = "N is 5."\n',
        ),
        ('claim = [{id="a", text="It has 3."}]\n', '\n[[claim]]\nid = "new"\ntext = "N is 5."\n'),
        ('[defaults]\n  topic = "x"\n', '\n[[claim]]\nid = "new"\ntext = "N is 5."\n'),
        (
            '[[claim]]\n  id = "a"\n  text = """It has 3:\n[[claim]]\n"""\n',
            '\n[[claim]]\nid = "new"\ntext = "N is 5."\n',  # two headers, as it seems
        ),
    ],
)
def test_an_added_claim_is_indented_like_the_last_one(text, added):
    keys = accepted({"id": "new", "text": "N is 5."})
    assert TomlText(text, "a.toml").added(keys).data.decode() == text + added


@pytest.mark.parametrize(
    ("line", "added"),
    [
        ('  { "id" : "a" , "text" : "3." }  ', '  { "id" : "new" , "text" : "N is 5, é." }'),
        ('{"id":"a","text":"3."}\r', '{"id":"new","text":"N is 5, é."}\r'),
        (r'{"id":"\u00e9"}', r'{"id":"new", "text":"N is 5, \u00e9."}'),
        ("{}", '{"id": "new", "text": "N is 5, é."}'),
        ('[{"id":"a"}', '{"id": "new", "text": "N is 5, é."}'),
    ],
)
def test_an_added_line_is_spaced_like_the_last_one(line, added):
    keys = accepted({"id": "new", "text": "N is 5, é."})
    text = JsonlText(f"{line}\n", "a.jsonl").added(keys).data.decode()
    assert text == f"{line}\n{added}\n"
