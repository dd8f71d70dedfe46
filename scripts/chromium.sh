#!/usr/bin/env bash
# Sees to a Chromium for `make test-browser`: nothing where one is found, else Debian's package.
set -euo pipefail

names=(chromium chromium-browser google-chrome google-chrome-stable)
if [ -n "${CHROMIUM:-}" ]; then
    [ -x "$CHROMIUM" ] && exit 0
    echo "CHROMIUM names no program: $CHROMIUM" >&2
    exit 1
fi
for name in "${names[@]}"; do
    if command -v "$name" >/dev/null; then exit 0; fi
done

if ! command -v apt-get >/dev/null; then
    echo "No Chromium is found. Install one, or name it: make test-browser CHROMIUM=/path/to/it" >&2
    exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    echo "No Chromium is found, and only root may install it: sudo apt-get install chromium" >&2
    exit 1
fi
echo "No Chromium is found: installing Debian's" >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
# the fonts are named so that what is looked at is text, whatever else the machine has
"${as_root[@]}" apt-get install -y -qq --no-install-recommends \
    chromium fonts-liberation fonts-dejavu-core >/dev/null
