# The commands of the project. `make help` lists them.
#
# PYTHON is the interpreter that the virtual environment is made with, VENV where it lives:
#     make test PYTHON=python3.13 VENV=/tmp/venv

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SHARED ?= ../shared
SIZES ?= 1000 10000 100000 1000000
CHROMIUM ?=

# What was installed last; they are older than pyproject.toml where dependencies changed.
RUN := $(VENV)/.installed-run
TEST := $(VENV)/.installed-test
BROWSER := $(VENV)/.installed-browser

comma := ,
# $(call check,STATUS,STATEMENT): status 1 says that something conflicts, which is no failure.
check = $(BIN)/factcheck $(2); [ $$? -eq $(1) ]

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint types imports tests test-browser format bench bench-scaling score readme clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUN) ## Check a draft and four statements against claims/
	@echo '$$ factcheck examples/draft.md'
	@$(call check,1,examples/draft.md)
	@echo
	@echo '$$ factcheck "300 returned to duty"'
	@$(call check,0,"300 returned to duty")
	@echo
	@echo '$$ factcheck "500 returned to duty"'
	@$(call check,1,"500 returned to duty")
	@echo
	@echo '$$ factcheck "North Korea suffered 3,600 casualties"'
	@$(call check,0,"North Korea suffered 3$(comma)600 casualties")
	@echo
	@echo '$$ factcheck "Germany sent 20 tanks"'
	@$(call check,0,"Germany sent 20 tanks")

test: lint types imports tests ## Run every check: style, types, import contract, tests

lint: $(TEST)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TEST)
	$(BIN)/mypy

imports: $(TEST)
	$(BIN)/lint-imports --no-logo

tests: $(TEST)
	$(BIN)/python -m pytest -n auto --dist worksteal

test-browser: $(BROWSER) ## Open the page of --format html in a headless Chromium, Debian's where none is
	CHROMIUM='$(CHROMIUM)' scripts/chromium.sh
	CHROMIUM='$(CHROMIUM)' $(BIN)/python -m pytest -n 0 -m browser tests/browser

format: $(TEST) ## Mend what can be mended by itself: imports, layout
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(TEST) ## Measure statements a second, and the cost of a start
	$(BIN)/python bench/throughput.py
	@for script in bench/reading.py bench/start_up.py bench/drafts.py; do \
		echo "$(BIN)/python $$script"; $(BIN)/python $$script || exit 1; done

bench-scaling: $(TEST) ## Measure stores of several sizes beside other engines; SIZES="1000 10000"
	$(PIP) -e '.[bench]'
	$(BIN)/python bench/scaling.py --sizes $(SIZES) --engines --json docs/scaling.json
	$(BIN)/python bench/plots.py docs/scaling.json

score: $(TEST) ## Score the development cases beside the checkout, where there are any
	@if [ -f $(SHARED)/tools/score.py ]; then \
		$(BIN)/python $(SHARED)/tools/score.py cases $(SHARED)/cases/dev.jsonl && \
		$(BIN)/python $(SHARED)/tools/score.py pairs $(SHARED)/data/vitaminc_dev.jsonl; \
	else echo "no development cases in $(SHARED)"; fi

readme: $(TEST) ## Run the commands of README.md and of pages in docs, and show in them what they print
	$(BIN)/python scripts/readme.py

clean: ## Remove the virtual environment and everything that can be made again
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis \
		.import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "factcheck needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN): pyproject.toml | $(BIN)/python
	$(PIP) -e .
	@touch $@

$(TEST): pyproject.toml | $(BIN)/python
	$(PIP) -e '.[test]'
	-@$(BIN)/python scripts/schemas.py
	@touch $(RUN) $@

$(BROWSER): pyproject.toml | $(TEST)
	$(PIP) -e '.[browser]'
	@touch $@
