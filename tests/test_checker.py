"""The front door: reports, statements, documents, coverage, threads."""

from __future__ import annotations

import copy
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jsonschema
import pytest

import factcheck
from factcheck import Checker, Claim, ClaimError, InputError, NoClaims, Policy, Verdict, extract

CLAIMS = (
    Claim(id="a", text="A fire at the Kessel mill injured 12 workers.", source="Police"),
    Claim(id="b", text="The mill employs 900 people.", source="The firm", topic="Kessel mill"),
    Claim(id="c", text="Parliament approved the budget.", source="The speaker"),
)
CHECKER = Checker(CLAIMS)
SCHEMA = Path(factcheck.__file__).parent / "report" / "report.schema.json"


def test_the_worst_figure_decides() -> None:
    report = CHECKER.check("The Kessel mill fire injured 12 workers. The mill employs 700 people.")
    assert [f.verdict for f in report.findings] == [Verdict.CONSISTENT, Verdict.CONFLICTING]
    assert report.verdict is Verdict.CONFLICTING
    assert report.support is None


def test_statements_and_findings_stand_in_text_order() -> None:
    text = "The Kessel mill fire injured 12 workers. Comets have tails. The mill employs 900."
    report = CHECKER.check(text)
    assert [s.text for s in report.statements] == [
        "The Kessel mill fire injured 12 workers.",
        "Comets have tails.",
        "The mill employs 900.",
    ]
    starts = [f.span.start for f in report.findings]
    assert starts == sorted(starts)


def test_a_sentence_without_figures_is_judged_as_a_whole() -> None:
    (finding,) = CHECKER.check("Parliament approved the budget.").findings
    assert finding.figure is None
    assert finding.verdict is Verdict.CONSISTENT
    assert any("no figure" in note for note in finding.notes)


def test_a_document_judges_figures_only() -> None:
    report = CHECKER.check_document("Parliament approved the budget.\n\nThe mill employs 900.\n")
    assert [f.figure.text for f in report.findings if f.figure] == ["900"]
    assert len(report.findings) == 1


def test_nothing_to_judge_is_novel() -> None:
    report = CHECKER.check("")
    assert report.findings == ()
    assert report.verdict is Verdict.NOVEL


def test_coverage() -> None:
    report = CHECKER.check("The Kessel mill fire injured 12 workers. A comet has 3 tails.")
    assert str(report.coverage) == "1 of 2 figures is covered by the store"


def test_a_file_and_its_text_say_the_same(tmp_path: Path) -> None:
    text = "The Kessel mill fire injured 15 workers.\n"
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    of_file, of_text = CHECKER.check_document(path), CHECKER.check_document(text)
    assert of_file.findings == of_text.findings == CHECKER.check_document(str(path)).findings
    assert of_file.path == str(path)
    assert of_text.path is None


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"caf\xe9 5")
    with pytest.raises(InputError, match="offset 3"):
        CHECKER.check_document(path)


def test_a_missing_path() -> None:
    with pytest.raises(InputError):
        CHECKER.check_document(Path("no-such-draft.txt"))


def test_claims_of_one_id() -> None:
    with pytest.raises(ClaimError):
        Checker([CLAIMS[0], CLAIMS[0]])


def test_claims_from_a_path(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_text('[[claim]]\nid = "a"\ntext = "The mill employs 900 people."\n', "utf-8")
    for _ in range(2):  # the second is read from the cache
        checker = Checker.from_path(path)
        assert len(checker) == 1
        assert checker.check("The mill employs 700 people.").verdict is Verdict.CONFLICTING


def test_no_claims_at_a_path(tmp_path: Path) -> None:
    with pytest.raises(NoClaims):
        Checker.from_path(tmp_path / "none.toml")


def test_an_empty_store_knows_nothing() -> None:
    assert Checker([]).check("The mill employs 700 people.").verdict is Verdict.NOVEL


def test_a_report_holds_to_its_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for text in ("", "The mill employs 700 people.", "Parliament approved the budget.", "5 comets"):
        jsonschema.validate(json.loads(json.dumps(CHECKER.check(text).to_dict())), schema)


def test_the_trace_names_what_was_looked_at() -> None:
    trace = CHECKER.explain("The mill employs 700 people.")
    assert trace.claims == len(CLAIMS)
    (figure,) = trace.figures
    accepted = [c.claim.id for c in figure.candidates if c.accepted]
    assert accepted == ["b"]
    assert all(c.why for c in figure.candidates)
    assert figure.finding is not None
    assert figure.finding.verdict is Verdict.CONFLICTING


def test_threads_get_the_same_answer() -> None:
    texts = ["The mill employs 700 people.", "The Kessel mill fire injured 12 workers."] * 20
    alone = [CHECKER.check(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(CHECKER.check, texts)) == alone


def test_extract_gives_figures_in_text_order() -> None:
    text = "The fire injured 12 workers. It cost €3 million."
    first, second = extract(text)
    assert (first.text, second.text) == ("12", "€3 million")
    assert text[slice(*second.span)] == "€3 million"
    assert first.counted is not None
    assert "workers" in first.counted


def test_a_checker_takes_no_attributes() -> None:
    with pytest.raises(AttributeError):
        Checker([Claim(id="a", text="5 dogs died.")]).policy = Policy()  # type: ignore[attr-defined]


@pytest.mark.parametrize("given", ["abc", b"abc", 5, None, Path("claims"), ["a"], [1], CLAIMS[0]])
def test_what_is_no_claim_is_refused(given: object) -> None:
    with pytest.raises(ClaimError, match=r"factcheck\.Claim"):
        Checker(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["_index", "_policy", "policy"])
def test_a_checker_cannot_be_changed(name: str) -> None:
    with pytest.raises(AttributeError, match="never changes"):
        setattr(CHECKER, name, None)
    with pytest.raises(AttributeError):
        delattr(CHECKER, name)


def test_a_checker_is_its_own_copy() -> None:
    assert copy.copy(CHECKER) is CHECKER
    assert copy.deepcopy({"checker": CHECKER})["checker"] is CHECKER


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("About 1,500 troops reached the front.", ["troops"]),
        ("More than 40 cows drowned.", ["cows"]),
        ("Nearly 300 old ships were sold.", ["old ships"]),
        ("At least 12 bus drivers were fined.", ["bus drivers"]),
        ("Up to 90 new homes burned.", ["new homes"]),
        ("Between 300 and 400 soldiers left.", ["soldiers"]),
        ("It arrested 64 people and charged 19.", ["people", "people"]),
        ("The club sold five young players and bought three.", ["young players"] * 2),
        ("The remaining 40 houses were sold.", ["houses"]),
    ],
)
def test_what_is_counted_holds_no_number(text: str, counted: list[str]) -> None:
    assert [figure.counted for figure in extract(text)] == counted


def test_a_near_miss_always_says_why() -> None:
    claim = Claim(id="c1", text="52% of voters in Lyon backed the mayor.", source="Poll")
    (finding,) = Checker([claim]).check("48% of voters in France backed the mayor.").findings
    (note,) = finding.notes
    assert "c1 (52%), “France” is wider" in note
