#!/usr/bin/env bash
# The check of action.yml. What it is asked for stands in PATHS, CLAIMS and ARGS (one entry a
# line), FAIL_ON, MIN_LEVEL, SUMMARY and SARIF; the rest is what every step of a workflow has.
set -euo pipefail

home="$RUNNER_TEMP/factcheck"
bin="$home/venv/bin"
[ -d "$bin" ] || bin="$home/venv/Scripts" # Windows
errors="$home/errors.txt"
mkdir -p "$home"

# The lines of a text without blanks around them, without empty lines.
lines() {
    printf '%s\n' "$1" | tr -d '\r' | sed -e 's/^[[:space:]]*//' -e 's/[[:space:]]*$//' -e '/^$/d'
}

# Tell a fault beside the run and on its page, and end.
fail() {
    local told="$1"
    if [ "$SUMMARY" = true ]; then
        printf '## factcheck\n\nThe check was not completed:\n\n' >>"$GITHUB_STEP_SUMMARY"
        printf '%s\n' "$told" | sed 's/^/    /' >>"$GITHUB_STEP_SUMMARY"
    fi
    told="${told//'%'/%25}"
    told="${told//$'\r'/%0D}"
    printf '::error title=factcheck::%s\n' "${told//$'\n'/%0A}"
    echo "exit-code=2" >>"$GITHUB_OUTPUT"
    exit 2
}

# The check in a format; what follows are further options.
check() {
    "$bin/factcheck" check "${options[@]}" --format "$@" -- "${paths[@]}" 2>"$errors"
}

# The same, written to a file. What fails was told by the check before.
written() {
    check "$1" --output "$2" --exit-zero || fail "$(cat "$errors")"
}

paths=()
while IFS= read -r line; do
    # a word that names nothing would be checked as a statement, and pass
    case "$line" in
        *[*?[]*) ;;
        *) [ -e "$line" ] || fail "there is no such draft or folder: $line" ;;
    esac
    paths+=("$line")
done < <(lines "$PATHS")
[ ${#paths[@]} -gt 0 ] || fail "no drafts are named: give the input 'paths'"

options=(--fail-on "$FAIL_ON" --min-level "$MIN_LEVEL")
while IFS= read -r line; do options+=(--claims "$line"); done < <(lines "$CLAIMS")
while IFS= read -r line; do options+=("$line"); done < <(lines "$ARGS")

code=0
check github || code=$?
if [ "$code" -gt 1 ]; then fail "$(cat "$errors")"; fi
echo "exit-code=$code" >>"$GITHUB_OUTPUT"
# Remarks are words, whatever they look like: no command of a workflow is among them.
if [ -s "$errors" ]; then
    token="factcheck-$RANDOM$RANDOM$RANDOM"
    printf '::stop-commands::%s\n' "$token"
    cat "$errors"
    printf '::%s::\n' "$token"
fi

written json "$home/report.json"
echo "report=$home/report.json" >>"$GITHUB_OUTPUT"
"$bin/python" -c '
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    report = json.load(file)
print("conflicts=" + str(report["totals"]["conflicting"]))
' "$home/report.json" >>"$GITHUB_OUTPUT"

if [ "$SUMMARY" = true ]; then
    written summary "$home/summary.md"
    cat "$home/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ "$SARIF" = true ]; then
    written sarif "$home/factcheck.sarif"
    echo "sarif=$home/factcheck.sarif" >>"$GITHUB_OUTPUT"
fi
exit "$code"
