"""Importing what other files of the store hold: updated there, and nothing else is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exchange.helpers import FIRST, OWN, SECOND, import_into, on_file, texts
from factcheck.errors import OutputError
from factcheck.store.reader import lint


def test_ids_of_other_files_are_taken(given, into):
    into.parent.mkdir()
    by_hand = into.parent / "a.toml"
    by_hand.write_text('# first\n[[claim]]\nid = "own"\ntext = "By hand."\n')
    counts, events = import_into(into, given(OWN, FIRST), store=[into.parent])
    assert counts == {"new": 1, "skipped": 1}
    assert events == [("skipped", 1, f"the claim 'own' is kept in {by_hand}:3, with another text")]
    assert lint([into.parent]) == ()


@pytest.mark.parametrize(
    "after", [FIRST, {**FIRST, "note": "x"}, {**FIRST, "text": "310 people came."}]
)
def test_a_source_under_another_name_doubles_nothing(given, into, after):
    plain = {"text": "Nine dogs barked."}
    import_into(into, given(FIRST, plain))
    other = into.with_name("other.jsonl")
    again = given(after, plain, SECOND, name="b.jsonl")
    counts, events = import_into(other, again, store=[into.parent])
    keys = [key for key in after if after.get(key) != FIRST.get(key)]
    told = [("updated", 1, f"{key}, in {into}:1") for key in keys]
    assert events == told
    assert counts == {"new": 1, "unchanged": 2 - len(told)} | ({"updated": 1} if told else {})
    assert texts(into) == [after["text"], plain["text"]]
    assert texts(other) == [SECOND["text"]]
    assert import_into(other, again, store=[into.parent])[0] == {"unchanged": 3}
    # what was updated there is still the import's, and not a person's
    third = given({**FIRST, "note": "third"}, name="c.jsonl")
    assert import_into(into, third)[0]["updated"] == 1


def test_of_another_file_only_the_lines_that_change_are_written(given, into):
    first = {"id": "1", "text": "Nine dogs.", "url": "https://e.org/d"}
    import_into(into, given(first, {"id": "2", "text": "Ten cats."}))
    data = into.read_bytes()
    by_person = b'{"text": "By a person.",  "id": "p"}'
    into.write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") + b"\r\n" + by_person)
    other = into.with_name("other.jsonl")
    again = given({**first, "text": "Eight dogs."}, name="b.jsonl")
    assert import_into(other, again, store=[into.parent], write=False)[0] == {"updated": 1}
    assert b"Nine" in into.read_bytes()  # a dry run
    assert import_into(other, again, store=[into.parent])[0] == {"updated": 1}
    expected = data.replace(b"Nine", b"Eight").replace(b"\n", b"\r\n") + b"\r\n" + by_person
    assert into.read_bytes() == b"\xef\xbb\xbf" + expected
    assert not other.exists()


@pytest.mark.parametrize("killed", [1, 2, 3])
def test_after_a_kill_another_file_is_whole(given, into, monkeypatch, killed):
    import_into(into, given(FIRST, SECOND))
    again = given({**FIRST, "note": "x"}, name="b.jsonl")
    other = into.with_name("other.jsonl")
    renames = []
    real = Path.replace

    def dies(path, target):
        renames.append(target)
        if len(renames) == killed:
            raise KeyboardInterrupt
        return real(path, target)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, "replace", dies)
        import_into(other, again, store=[into.parent])
    assert len(on_file(into)) == 2
    assert "skipped" not in import_into(other, again, store=[into.parent])[0]
    assert on_file(into)[0]["note"] == "x"


def test_a_line_elsewhere_that_a_person_changed_is_kept(given, into):
    import_into(into, given(FIRST))
    into.write_text(into.read_text().replace("300", "301"))
    again = given({**FIRST, "text": "310 people came."}, name="b.jsonl")
    other = into.with_name("other.jsonl")
    counts, [(kind, _, what)] = import_into(other, again, store=[into.parent])
    assert (counts, kind) == ({"skipped": 1}, "skipped")
    assert what.endswith("with another text, changed by hand")
    assert texts(into) == ["301 people came."]


def test_what_says_the_same_elsewhere_is_unchanged(given, into):
    into.parent.mkdir()
    (into.parent / "a.toml").write_text(
        '[defaults]\nsource = "City"\n[[claim]]\nid = "own"\ntext = "By hand."\ndate = 2024-03-01\n'
    )
    same = {"id": "own", "text": "By hand.", "source": "City", "date": "1 March 2024"}
    assert import_into(into, given(same), store=[into.parent]) == ({"unchanged": 1}, [])
    assert not into.exists()


@pytest.mark.parametrize("name", ["wire.jsonl", "other.jsonl"])
def test_an_id_that_two_sources_give_is_no_update(given, into, name):
    """Many a table counts from 1; neither claim may take the place of the other."""
    import_into(into, given({"id": "1", "text": "Nine dogs.", "source": "City"}))
    before = into.read_bytes()
    again = given({"id": "1", "text": "Ten cats.", "source": "Agency"}, name="b.jsonl")
    counts, [(kind, _, what)] = import_into(into.with_name(name), again, store=[into.parent])
    assert (counts, kind) == ({"refused": 1}, "refused")
    assert what == f"the id '1' is that of another claim, of another source: {into}:1"
    assert into.read_bytes() == before


@pytest.mark.parametrize("by", [{}, {"source": "City"}])
def test_an_id_alone_updates_nothing_in_another_file(given, into, by):
    """The table of each year may count from 1."""
    import_into(into, given({"id": "1", "text": "Nine dogs.", **by}))
    again = given({"id": "1", "text": "Ten cats.", **by}, name="b.jsonl")
    other = into.with_name("other.jsonl")
    assert import_into(other, again, store=[into.parent])[0] == {"skipped": 1}
    assert texts(into) == ["Nine dogs."]


def test_what_a_person_wrote_elsewhere_is_compared_by_its_id_alone(given, into):
    into.parent.mkdir()
    by_hand = {**FIRST, "id": "own"}
    (into.parent / "hand.jsonl").write_text(json.dumps(by_hand) + "\n", "utf-8")
    assert import_into(into, given(FIRST), store=[into.parent])[0] == {"new": 1}


def test_no_file_is_written_where_another_was_changed_meanwhile(given, into, monkeypatch):
    from factcheck.exchange import importing

    import_into(into, given(FIRST))
    other = into.with_name("other.jsonl")
    before = into.read_bytes()
    real = importing.settle

    def slow(*given, **more):
        real(*given, **more)
        other.write_text('{"id": "theirs", "text": "x"}\n')

    monkeypatch.setattr(importing, "settle", slow)
    again = given({**FIRST, "note": "x"}, SECOND, name="b.jsonl")
    with pytest.raises(OutputError, match="nothing was written"):
        import_into(other, again, store=[into.parent])
    assert into.read_bytes() == before
