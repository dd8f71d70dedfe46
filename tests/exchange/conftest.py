"""A file to import, and one to import into."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def given(tmp_path):
    """Write records as JSONL, and give the path."""

    def write(*records, name="in.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
        return path

    return write


@pytest.fixture
def into(tmp_path):
    return tmp_path / "claims" / "wire.jsonl"
