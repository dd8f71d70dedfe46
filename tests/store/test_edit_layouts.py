"""Files in whatever layout: an edit changes the claim that it names, and nothing else."""

from __future__ import annotations

import copy
import json
import tomllib

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factcheck.store.edit import ClaimEditor
from factcheck.store.edit_values import accepted

# What looks like something else than it is.
REMARKS = ("# note", "  # [[claim]]", '#"""', "# it's", "", "   ", '# id = "x"')
SPELLINGS = (
    '"{} is 5."',
    "'{} is 5.'",
    '"""\n{} is 5.\n[[claim]]\n# note\n"""',
    "'''{} is 5.\n# x'''",
    '"""{} is \\\n   5."""',
    '"{} is 5. \\"q\\" [x] {{}} # no"',
)
TAGS = ('tags = ["a","b"]', 'tags = [\n "a", # x\n\n "b",\n]')
HEADS = ("[[claim]]", "[[ claim ]]  # head", '[["claim"]]')
DEFAULTS = ('[defaults]\nsource = "D"\ntags=["d"]\n# dd', '[defaults]\nurl="https://d.example"\n')
ENDS = ("", " # t", "   ")
NEW = {"id": "new", "text": "N is 5."}


@st.composite
def sections(draw, number):
    def one(choices):
        return draw(st.sampled_from(choices))

    indent = one(("", "  ", "\t"))
    text = one(SPELLINGS).format("T")
    keys = [one((f'id = "c{number}"', f'"id"="c{number}"')), f"text = {text}"]
    more = draw(st.sets(st.sampled_from(("source", "note", "topic"))))
    keys += [f"{key}= {one(SPELLINGS).format(key)}" for key in sorted(more)]
    keys += draw(st.lists(st.sampled_from(TAGS), max_size=1))
    lines = [indent + one(HEADS)]
    for key in draw(st.permutations(keys)):
        lines += [*draw(st.lists(st.sampled_from(REMARKS), max_size=1)), indent + key + one(ENDS)]
    if draw(st.booleans()):
        lines += [one(REMARKS), f'{indent}[[claim.figure]]\ntext="5"\ncounted = "y"']
    return "\n".join([*lines, *draw(st.lists(st.sampled_from(REMARKS), max_size=3))])


@st.composite
def toml_files(draw):
    parts = [draw(sections(n)) for n in range(draw(st.integers(1, 3)))]
    if draw(st.booleans()):
        parts.insert(draw(st.integers(0, len(parts))), draw(st.sampled_from(DEFAULTS)))
    text = "\n".join(parts) + draw(st.sampled_from(("", "\n", "\n\n")))
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def loaded(data):
    return tomllib.loads(data.decode().replace("\r\n", "\n"))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=toml_files(), data=st.data())
def test_toml_in_any_layout(tmp_path_factory, text, data):
    path = tmp_path_factory.getbasetemp() / "layouts.toml"
    path.write_bytes(text.encode())
    raw = loaded(text.encode())
    editor = ClaimEditor([path])
    at = data.draw(st.integers(0, len(raw["claim"]) - 1))
    name = raw["claim"][at]["id"]
    put = data.draw(st.dictionaries(st.sampled_from(("note", "topic")), st.just('a "b" \\ c\'s')))
    drop = data.draw(st.sets(st.sampled_from(("source", "tags")))) - {*raw.get("defaults", {})}

    changed = editor.change(name, accepted(put), drop)
    wanted = copy.deepcopy(raw)
    wanted["claim"][at] = {k: v for k, v in wanted["claim"][at].items() if k not in drop} | put
    assert loaded(changed.after) == wanted

    added = editor.add(NEW, path)
    assert added.after.startswith(text.encode())
    assert loaded(added.after) == {**raw, "claim": [*raw["claim"], NEW]}

    newer = editor.supersede(name, NEW)
    wanted = copy.deepcopy(raw)
    wanted["claim"][at]["status"] = "superseded"
    wanted["claim"].insert(at + 1, {**NEW, "supersedes": name})
    assert loaded(newer.after) == wanted

    assert editor.rewrite(name, editor.section(name)).after == text.encode()
    for edit in (changed, added, newer):
        if "\r" in text:
            assert edit.after.count(b"\n") == edit.after.count(b"\r\n")
        editor.apply(edit, dry_run=True)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)


@settings(deadline=None)
@given(
    other=PLAIN,
    escaped=st.booleans(),
    marks=st.sampled_from(((",", ":"), (", ", ": "), (" , ", " : "))),
    note=st.text(st.characters(exclude_categories=("Cs", "Cc"))),
)
def test_jsonl_in_any_spelling(tmp_path_factory, other, escaped, marks, note):
    # what says the same already, but for the space around it, is left alone
    assume(not isinstance(other, str) or other.strip() != note.strip())
    path = tmp_path_factory.getbasetemp() / "layouts.jsonl"
    # what `note` was is replaced whatever it was, a value with brackets and marks in it too
    first = {"note": other, "id": "a", "tags": ["é", "}"], "text": "There are 3 }, {."}
    lines = [
        json.dumps(claim, ensure_ascii=escaped, separators=marks)
        for claim in (first, {"text": "There are 4.", "id": "b"})
    ]
    path.write_text("\n".join(lines), encoding="utf-8", newline="")
    editor = ClaimEditor([path])
    put = accepted({"note": note, "topic": "T"})
    after = editor.change("a", put, ["tags"]).after.decode().split("\n")
    assert after[1] == lines[1]
    wanted = {"note": other, **put, "id": "a", "text": first["text"]}
    assert json.loads(after[0]) == wanted
