"""`--encoding` and `--date`, as whoever checks drafts uses them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from factcheck.cli.entry import main


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "claims.toml").write_text(
        '[[claim]]\nid = "feb"\ntext = "Exports of tea rose 4% in February 2024."\n'
        '[[claim]]\nid = "jan"\ntext = "Exports of tea rose 7% in January 2024."\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["--format", "concise", *words, "--claims", "claims.toml"])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_the_date_of_drafts_that_tell_none(desk) -> None:
    Path("a.txt").write_text("Exports of tea rose 7% last month.\n", encoding="utf-8")
    assert desk("a.txt", "--date", "2024-02-10")[0] == 0
    code, out, _ = desk("a.txt", "--date", "2024-03-10")
    assert code == 1
    assert "a.txt:1:21: FC101" in out


def test_what_a_draft_says_itself_goes_before(desk) -> None:
    Path("a.md").write_text(
        "---\ndate: 2024-03-10\n---\nExports of tea rose **7**% last month.\n", encoding="utf-8"
    )
    code, out, _ = desk("a.md", "--date", "2024-02-10")
    assert code == 1
    assert "a.md:4:23: FC101" in out


def test_what_is_no_date(desk) -> None:
    Path("a.txt").write_text("It rained.\n", encoding="utf-8")
    code, _, err = desk("a.txt", "--date", "10/3/2024")
    assert code == 2
    assert "2024-03-12" in err


def test_an_encoding_that_is_given(desk) -> None:
    Path("a.txt").write_bytes("The café’s tea exports rose 4% in February 2024.".encode("cp1252"))
    code, _, err = desk("a.txt")
    assert code == 2
    assert "--encoding" in err
    code, out, _ = desk("a.txt", "--encoding", "windows-1252")
    assert code == 0
    assert "FC903" in out
    code, _, err = desk("a.txt", "--encoding", "klingon")
    assert code == 2
    assert "'klingon'" in err


class Given:
    """Bytes on standard input."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize("ending", ["", "\n"])
def test_a_remark_on_a_line_of_standard_input(desk, monkeypatch, ending: str) -> None:
    told = f"Exports of tea rose 7% in February 2024.{ending}"
    for form in ("concise", "full"):
        monkeypatch.setattr("sys.stdin", Given(told.encode("utf-16")))
        code, out, err = desk("-", "--format", form)
        assert code == 1
        assert "has the byte order mark of UTF-16" in (out if ending else err)


def test_a_file_of_another_format_on_standard_input(desk, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", Given(b"PK\x03\x04\n\n"))
    code, _, err = desk("-")
    assert code == 2
    assert "--stdin-filename" in err
