"""The schema of what the commands on claims give to programs."""

from __future__ import annotations

import json
from importlib.resources import files

from jsonschema import Draft202012Validator

SCHEMA = json.loads((files("factcheck.report") / "claims.schema.json").read_text("utf-8"))


def told(out):
    """What a command wrote, which has to follow the schema."""
    found = json.loads(out)
    Draft202012Validator(SCHEMA).validate(found)
    return found
