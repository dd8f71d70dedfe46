"""Importing again: nothing doubles, what has changed is updated, what people wrote is theirs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from exchange.helpers import FIRST, OWN, SECOND, import_into, on_file, texts
from factcheck.errors import ClaimFaults, OutputError
from factcheck.exchange.claims import Filling
from factcheck.exchange.saving import replacing
from factcheck.store.reader import lint, read_claims


def test_the_same_source_again_changes_nothing(given, into):
    path = given(FIRST, SECOND, OWN)
    assert import_into(into, path) == ({"new": 3}, [])
    before, changed = into.read_bytes(), into.stat().st_mtime_ns
    assert import_into(into, path) == ({"unchanged": 3}, [])
    assert (into.read_bytes(), into.stat().st_mtime_ns) == (before, changed)
    assert lint([into.parent]) == ()


def test_ids_are_readable_and_do_not_hang_on_anything_else(given, into, tmp_path):
    import_into(into, given(FIRST, OWN, {"text": "x y"}))
    import_into(tmp_path / "other.jsonl", given(SECOND, FIRST, name="b.jsonl"))
    ids = [claim["id"] for claim in on_file(into)]
    assert ids[0].startswith("city-") and len(ids[0]) == len("city-") + 10
    assert ids[1] == "own"
    assert ids[2].startswith("in-")  # by its file, where it has no source
    assert on_file(tmp_path / "other.jsonl")[1]["id"] == ids[0]


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (FIRST, {**FIRST, "text": "310 people came."}, "text"),
        (FIRST, {**FIRST, "note": "By bus."}, "note"),
        (OWN, {**OWN, "text": "The town has 21 buses.", "source": "City"}, "text, source"),
        ({"text": "a b", "date": "2024"}, {"text": "a b", "date": "2025"}, "date"),
        ({**FIRST, "note": "x"}, FIRST, "note"),
    ],
)
def test_what_has_changed_is_updated(given, into, before, after, what):
    import_into(into, given(before))
    (old,) = on_file(into)
    assert import_into(into, given(after)) == ({"updated": 1}, [("updated", 1, what)])
    assert on_file(into) == [{**after, "id": old["id"]}]


def test_texts_of_one_page_are_told_apart(given, into):
    page = [{**FIRST, "text": text} for text in ("300 people came.", "It cost €5.", "Rain fell.")]
    import_into(into, given(*page))
    ids = {claim["text"]: claim["id"] for claim in on_file(into)}
    changed = [page[2], {**FIRST, "text": "It cost €6."}, {**FIRST, "text": "Nine dogs barked."}]
    counts, _ = import_into(into, given(*changed))
    assert counts == {"updated": 2, "unchanged": 1}
    after = {claim["text"]: claim["id"] for claim in on_file(into)}
    assert after["It cost €6."] == ids["It cost €5."]
    assert after["Rain fell."] == ids["Rain fell."]
    assert after["Nine dogs barked."] == ids["300 people came."]


def test_a_text_that_takes_the_place_of_another_gets_no_id_twice(given, into):
    import_into(into, given(FIRST))
    import_into(into, given({**FIRST, "text": "310 people came."}))
    counts, _ = import_into(into, given({**FIRST, "text": "310 people came."}, FIRST))
    assert counts == {"new": 1, "unchanged": 1}
    ids = [claim["id"] for claim in on_file(into)]
    assert ids[1] == f"{ids[0]}-2"


def test_other_imports_are_kept_or_replaced(given, into):
    import_into(into, given(FIRST, OWN))
    assert import_into(into, given(SECOND))[0] == {"new": 1, "kept": 2}
    assert import_into(into, given(SECOND), replace=True)[0] == {"unchanged": 1, "removed": 2}
    assert texts(into) == [SECOND["text"]]
    assert import_into(into, given(SECOND), replace=True)[0] == {"unchanged": 1}


def test_a_line_that_a_person_changed_is_kept(given, into):
    import_into(into, given(FIRST, SECOND))
    edited = into.read_text().replace("300 people", "some 300 people")
    into.write_text(edited)
    counts, events = import_into(into, given({**FIRST, "note": "x"}, SECOND), replace=True)
    assert counts == {"skipped": 1, "unchanged": 1}
    assert events == [("skipped", 1, f"written or changed by hand, and kept: {into}:1")]
    assert into.read_text() == edited
    counts, _ = import_into(into, given(OWN), replace=True)
    assert counts == {"new": 1, "kept": 1, "removed": 1}
    assert texts(into) == ["some 300 people came.", OWN["text"]]


def test_a_line_that_a_person_wrote_is_kept(given, into):
    into.parent.mkdir()
    into.write_text('{"id": "own", "text": "By hand."}\n\n{"text": "Also.", "id": "b"}')
    counts, events = import_into(into, given(OWN, FIRST), replace=True)
    assert counts == {"new": 1, "skipped": 1, "kept": 1}
    assert events[0][0] == "skipped"
    assert texts(into) == ["By hand.", "Also.", FIRST["text"]]


def test_a_confirmed_draft_stays_confirmed(given, into):
    rated = {"text": "x y", "rating": "Unproven", "url": "https://e.org/9", "source": "C"}
    counts, events = import_into(into, given(rated))
    assert counts == {"new": 1}
    assert events == [("draft", 1, "a draft: “Unproven” is neither true nor false")]
    into.write_text(into.read_text().replace('"draft"', '"current"'))
    assert import_into(into, given(rated))[0] == {"skipped": 1}
    assert on_file(into)[0]["status"] == "current"


def test_a_rating_without_a_reviewer_is_warned_of(given, into):
    _, events = import_into(into, given({"text": "x y", "rating": "False"}))
    assert events == [("warned", 1, "the rating names no reviewer: who says so is not known")]
    filling = Filling({"source": "The desk"})
    again = given({"text": "x z", "rating": "False"})
    assert import_into(into, again, filling=filling)[1] == []


def test_two_things_to_look_at_are_both_told(given, into, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('Claim,Rating\n"a, b\nc",False\n', "utf-8")
    _, [(kind, _, what)] = import_into(into, path)
    assert kind == "warned"
    assert "holds the delimiter" in what
    assert "names no reviewer" in what


def test_nothing_is_removed_for_a_record_that_was_refused(given, into):
    import_into(into, given(FIRST, OWN))
    broken = {**OWN, "date": "31 Nonsense"}
    counts, events = import_into(into, given(FIRST, broken), replace=True)
    assert counts == {"unchanged": 1, "refused": 1, "kept": 1}
    assert "--replace removed no claim: records were refused" in events[0][2]
    assert len(on_file(into)) == 2


def test_nothing_is_removed_for_an_empty_answer(given, into):
    import_into(into, given(FIRST, OWN))
    counts, [(kind, _, what)] = import_into(into, given(), replace=True)
    assert (counts, kind) == ({"kept": 2}, "warned")
    assert "nothing came in at all" in what


def test_a_confirmed_claim_that_its_review_now_rates_false_is_warned_of(given, into):
    reviewed = {**FIRST, "rating": "Half true"}
    import_into(into, given(reviewed))
    into.write_text(into.read_text().replace('"draft"', '"current"'))
    counts, events = import_into(into, given({**FIRST, "rating": "False"}))
    assert counts == {"skipped": 1}
    assert [kind for kind, _, _ in events] == ["skipped", "warned"]
    assert "counts as a reference" in events[1][2]


@pytest.mark.parametrize("status", ["current", "superseded"])
def test_what_was_found_false_counts_for_nothing_whatever_is_set(given, into, status):
    filling = Filling({"status": status})
    import_into(
        into, given({**FIRST, "rating": "False"}, {**SECOND, "status": "debunked"}), filling=filling
    )
    assert [claim["status"] for claim in on_file(into)] == ["debunked", "debunked"]


def test_records_that_repeat_another(given, into):
    same_page = {**FIRST, "note": "other"}
    path = given(FIRST, FIRST, same_page, OWN, OWN, {**OWN, "text": "z"})
    counts, events = import_into(into, path)
    assert counts == {"new": 2, "skipped": 2, "refused": 2}
    assert [(kind, line) for kind, line, _ in events] == [
        ("skipped", 2), ("skipped", 5), ("refused", 3), ("refused", 6),
    ]  # fmt: skip
    assert "with other details" in events[2][2]
    assert f"{path}:4" in events[3][2]


def test_a_claim_that_supersedes_another(given, into):
    newer = {"id": "newer", "text": "The town has 25 buses.", "supersedes": "own"}
    lost = {"id": "lost", "text": "a", "supersedes": "nowhere"}
    last = {"id": "last", "text": "b", "supersedes": "lost"}
    counts, events = import_into(into, given(last, lost, newer, OWN))
    assert counts == {"new": 2, "refused": 2}
    assert all("there is no claim of that id" in what for _, _, what in events)
    assert lint([into.parent]) == ()
    # the newer one is not dropped from under whoever names the older one
    assert import_into(into, given(newer), replace=True)[0] == {"unchanged": 1, "kept": 1}
    assert import_into(into, given(FIRST), replace=True)[0] == {"new": 1, "removed": 2}


def test_circles_are_refused(given, into):
    circle = [{"id": a, "text": a, "supersedes": b} for a, b in ("ab", "bc", "ca")]
    counts, events = import_into(into, given(*circle, {"id": "d", "text": "d", "supersedes": "d"}))
    assert counts["refused"] == 4
    assert any("circle" in what for _, _, what in events)


def test_a_dry_run_writes_nothing(given, into):
    assert import_into(into, given(FIRST), write=False)[0] == {"new": 1}
    assert not into.parent.exists()


def test_without_what_was_remembered_every_line_is_protected(given, into):
    import_into(into, given(FIRST))
    (marks,) = into.parent.glob(".wire*")
    marks.write_text("damaged\n[1, 2]\n")
    assert import_into(into, given({**FIRST, "note": "x"}))[0] == {"skipped": 1}
    assert import_into(into, given(FIRST))[0] == {"unchanged": 1}


def test_faults_on_file_stop_an_import(given, into):
    into.parent.mkdir()
    into.write_text('{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}\nnot\n{"id": "b"}\n')
    with pytest.raises(ClaimFaults) as error:
        import_into(into, given(FIRST))
    assert [fault.line for fault in error.value.faults] == [2, 3, 4]


def test_a_file_for_people_is_none_to_import_into(given, tmp_path):
    with pytest.raises(OutputError, match=r"into a \.jsonl file"):
        import_into(tmp_path / "a.toml", given(FIRST))


def test_somebody_else_writes_meanwhile(given, into, monkeypatch):
    from factcheck.exchange import store_file

    import_into(into, given(FIRST))
    real = store_file.take_in

    def slow(ledger, path):
        before = real(ledger, path)
        path.write_text('{"id": "theirs", "text": "x"}\n')
        return before

    monkeypatch.setattr(store_file, "take_in", slow)
    with pytest.raises(OutputError, match="somebody else has changed the file"):
        import_into(into, given(SECOND))
    assert on_file(into) == [{"id": "theirs", "text": "x"}]
    assert [path.name for path in into.parent.iterdir() if path.suffix == ".tmp"] == []


def test_a_failure_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError), replacing(path) as temporary:
        temporary.write_text("after")
        raise ZeroDivisionError
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("killed", [1, 2, 3])
def test_after_a_kill_at_any_moment_lines_are_still_the_imports(given, into, monkeypatch, killed):
    """Nothing counts as a person's, whichever of the renames was the last."""
    import_into(into, given(FIRST, SECOND, OWN))
    changed = {**FIRST, "note": "x"}
    renames = []
    real = Path.replace

    def dies(path, target):
        renames.append(target)
        if len(renames) == killed:
            raise KeyboardInterrupt
        return real(path, target)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, "replace", dies)
        import_into(into, given(changed, SECOND), replace=True)
    counts, _ = import_into(into, given(changed, SECOND), replace=True)
    done = {"unchanged": 2} if killed == 3 else {"updated": 1, "unchanged": 1, "removed": 1}
    assert counts == done
    assert import_into(into, given({**FIRST, "note": "y"}, SECOND))[0]["updated"] == 1


def test_a_line_that_a_person_turned_back_is_theirs(given, into):
    import_into(into, given(FIRST))
    before = into.read_text()
    import_into(into, given({**FIRST, "note": "x"}))
    into.write_text(before)
    assert import_into(into, given({**FIRST, "note": "x"}))[0] == {"skipped": 1}


def test_what_a_killed_writer_left_is_removed(given, into):
    import_into(into, given(FIRST))
    left, fresh = (into.with_name(f".wire.jsonl.{n}.tmp") for n in ("0a", "0b"))
    for path in (left, fresh):
        path.write_text("half")
    os.utime(left, (0, 0))
    import_into(into, given(SECOND))
    assert (left.exists(), fresh.exists()) == (False, True)


def test_two_imports_at_once(tmp_path):
    """Whichever comes second finds what the first has written, and both are there."""
    (tmp_path / "claims").mkdir()
    for name in "ab":
        rows = [{"id": f"{name}{n}", "text": f"{n} dogs of {name}."} for n in range(200)]
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    words = [sys.executable, "-m", "factcheck", "claims", "import", "--into", "claims/x.jsonl"]
    running = [
        subprocess.Popen([*words, f"{name}.jsonl"], cwd=tmp_path, stdout=subprocess.DEVNULL)
        for name in "ab"
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    ids = {claim["id"] for claim in on_file(tmp_path / "claims" / "x.jsonl")}
    assert ids == {f"{name}{n}" for name in "ab" for n in range(200)}


def test_a_store_reads_what_was_imported(given, into):
    import_into(into, given(FIRST, OWN, {"text": "No, 9.", "rating": "False"}))
    statuses = {claim.text: claim.status for claim in read_claims([into.parent])}
    assert statuses["No, 9."] == "debunked"
    assert statuses[FIRST["text"]] == "current"


def test_memory_does_not_grow_with_the_file(given, into, tmp_path):
    def peak(count):
        rows = [
            {"text": f"Town {n} has {n} cats.", "url": f"https://e.org/{n}"} for n in range(count)
        ]
        path = given(*rows, name=f"{count}.jsonl")
        del rows
        tracemalloc.start()
        import_into(tmp_path / f"into{count}.jsonl", path)
        import_into(tmp_path / f"into{count}.jsonl", path)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(10)  # what is loaded once
    few, many = peak(1_000), peak(6_000)
    assert many - few < 500_000
