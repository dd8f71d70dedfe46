"""The GitHub Action: its file, and its steps run as a runner would, in a folder of their own."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factcheck.cli.options import FAIL_ON, FORMATS, OPTIONS, SEVERITIES

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
CHECK = next(step for step in STEPS if step.get("id") == "check")
SCRIPT = (ROOT / "scripts" / "action.sh").read_text(encoding="utf-8")

CLAIM = '[[claim]]\nid = "ferry"\ntext = "The ferry carried 72 passengers."\n'
GOOD = "The ferry carried 72 passengers.\n"
BAD = "The ferry carried 65 passengers.\n"


@pytest.fixture
def run(tmp_path):
    """Runs the step "Check the drafts" with inputs over the defaults; gives what came of it."""
    home = tmp_path / "runner"
    bin_ = home / "factcheck" / "venv" / "bin"
    bin_.mkdir(parents=True)
    for name, words in (("factcheck", "-m factcheck"), ("python", "")):
        (bin_ / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        (bin_ / name).chmod(stat.S_IRWXU)
    work = tmp_path / "work"
    (work / "claims").mkdir(parents=True)
    (work / "claims" / "a.toml").write_text(CLAIM)
    (work / "good.md").write_text(GOOD)
    (work / "bad one.md").write_text(BAD)
    return lambda **inputs: outcome(inputs, home, work)


def outcome(inputs, home, work):
    given = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    named = {
        name: given[re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)[1]]
        for name, value in CHECK["env"].items()
    }
    files = {name: home / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("FACTCHECK_")}
    cache = os.environ.get("FACTCHECK_CACHE", "")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"]],
        cwd=work,
        env={
            **kept,
            **named,
            **{name: str(file) for name, file in files.items()},
            "FACTCHECK_CACHE": cache,
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(home),
            "GITHUB_ACTION_PATH": str(ROOT),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    told = files["GITHUB_OUTPUT"].read_text().splitlines()
    outputs = dict(line.split("=", 1) for line in told)
    return done, outputs, files["GITHUB_STEP_SUMMARY"].read_text()


def test_a_sound_draft_passes(run):
    done, outputs, page = run(paths="good.md")
    assert done.returncode == 0, done.stderr
    assert outputs["conflicts"] == "0" and outputs["exit-code"] == "0" and "sarif" not in outputs
    assert "**Nothing to look at**" in page and "1 figure, the store covers 1" in page
    assert "::error" not in done.stdout


def test_a_conflict_is_told_beside_its_line_on_the_page_and_in_the_outputs(run):
    done, outputs, page = run(paths="  bad one.md\n\ngood.md  \n", sarif="true")
    assert done.returncode == 1, done.stderr
    assert "::error file=bad one.md,line=1,endLine=1,col=19,endColumn=21," in done.stdout
    assert outputs["conflicts"] == "1" and outputs["exit-code"] == "1"
    assert "| error | bad one.md | 1:19 | 65 | FC101 " in page
    report = json.loads(Path(outputs["report"]).read_text(encoding="utf-8"))
    assert report["totals"]["drafts"] == 2
    sarif = json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["FC101"]


def test_what_fails_and_what_is_shown_can_be_set(run):
    done, outputs, page = run(paths="bad one.md", fail_on="never", summary="false")
    assert done.returncode == 0 and outputs["conflicts"] == "1" and page == ""
    done, outputs, page = run(paths="bad one.md", args="--exit-zero\n", claims="claims/a.toml\n")
    assert done.returncode == 0 and outputs["exit-code"] == "0" and "FC101" in page


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"paths": "goood.md"}, "there is no such draft or folder: goood.md"),
        ({"paths": " \n"}, "no drafts are named"),
        ({"paths": "good.md", "claims": "nowhere"}, "nowhere"),
        ({"paths": "good.md", "args": "--formatt"}, "--formatt"),
        ({"paths": "torn.md"}, "not UTF-8"),
    ],
)
def test_a_mistake_fails_and_is_told(run, tmp_path, inputs, told):
    (tmp_path / "work" / "torn.md").write_bytes(b"caf\xe9")
    done, outputs, page = run(**inputs)
    assert done.returncode == 2
    assert outputs["exit-code"] == "2" and "conflicts" not in outputs
    assert re.search(rf"^::error title=factcheck::.*{re.escape(told)}", done.stdout, re.M)
    assert told in page and "not completed" in page
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("word", ['"; touch owned; "', "$(touch owned) `touch owned` '"])
def test_inputs_are_data(run, tmp_path, word):
    (tmp_path / "work" / f"{word}.md").write_text(BAD)
    done, outputs, _ = run(paths=f"{word}.md", fail_on="conflicting")
    assert done.returncode == 1 and outputs["conflicts"] == "1"
    for name in ("claims", "fail_on", "min_level"):
        done, _, _ = run(paths="good.md", **{name: word})
        assert done.returncode == 2
    run(paths="good.md", args=word)  # one more statement, or part of an option
    assert not (tmp_path / "work" / "owned").exists()


def test_no_script_is_put_together_from_inputs():
    for step in STEPS:
        assert "${{" not in step.get("run", "")
    assert "${{" not in SCRIPT


def test_every_option_and_value_in_it_exists():
    flags = {option.flag for option in OPTIONS}
    used = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", SCRIPT))
    assert used and used <= flags
    assert set(re.findall(r"^ *(?:check|written) ([a-z]+)", SCRIPT, re.M)) <= set(FORMATS)
    inputs = ACTION["inputs"]
    assert inputs["fail-on"]["default"] in FAIL_ON
    assert f"({', '.join(FAIL_ON)})" in inputs["fail-on"]["description"]
    assert inputs["min-level"]["default"] in SEVERITIES
    assert all(one["description"] for one in [*inputs.values(), *ACTION["outputs"].values()])


def test_every_input_is_used_and_every_output_is_made():
    whole = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name in ACTION["inputs"]:
        assert f"${{{{ inputs.{name} }}}}" in whole
    for name, one in ACTION["outputs"].items():
        assert one["value"] == f"${{{{ steps.check.outputs.{name} }}}}"
        assert f'"{name}=' in SCRIPT
    for name in CHECK["env"]:
        assert f"${name}" in SCRIPT


def test_every_step_names_its_shell():
    for step in STEPS:
        assert ("run" in step) == (step.get("shell") == "bash")
        if "run" in step:
            assert subprocess.run(["bash", "-n", "-c", step["run"]], check=False).returncode == 0
    assert yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
