# `make demo` shows what it does; `make test` holds what is tried at every change. Both need Python and make, nothing
# else. What is heavy, or needs more, is in `make test-more`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test format lint types floors pytest steady cover editor docs bench long mutants lowest test-more clean

demo: $(READY)
	@$(BIN)/rutinmotor evaluate examples --at 2025-11-13
	@echo
	@$(BIN)/rutinmotor explain examples/hemtjanst.yaml sol.plan_slutford --at 2025-11-13

test: lint types floors pytest

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/pyright

floors: $(READY)
	$(BIN)/lint-imports

pytest: $(READY)
	@command -v npm >/dev/null && npm_config_fetch_retries=0 $(MAKE) --silent editor 2>/dev/null \
		|| echo "The tests of the schema in an editor are skipped; 'make editor' says why."
	$(BIN)/pytest --numprocesses auto -m "not more"

# Proves that no test depends on where it runs. Those that ask a command about files of their own run again, once in a
# folder with a long name, a narrow terminal, the C locale, colours forced, no HOME and files for their owner alone, on
# the far side of the date line; once in a folder with a short name of odd signs, a wide terminal, in English, in the
# farthest west. In both a file that is read without saying its encoding is a fault.
LONG := en mapp med åäö och mellanslag
STEADY = $(BIN)/pytest --numprocesses auto -m liable $$(grep -rlE 'tmp_path|Call\b' --include='test_*.py' tests)
steady: export PYTHONWARNDEFAULTENCODING := 1
steady: $(READY)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && umask 077 && mkdir "$$folder/$(LONG) $(LONG) $(LONG)" && \
	env -u HOME TZ=Pacific/Kiritimati LC_ALL=C COLUMNS=40 FORCE_COLOR=1 \
		TMPDIR="$$folder/$(LONG) $(LONG) $(LONG)" $(STEADY) --basetemp "$$folder/$(LONG) $(LONG) $(LONG)/x"
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	TZ=America/Los_Angeles LC_ALL=POSIX LANG=en_GB.UTF-8 COLUMNS=300 NO_COLOR=1 GIT_DIR=/nowhere \
		$(STEADY) --basetemp "$$folder/'%s\$$"

# Which lines the tests reach. Apart, as it takes half as long again.
cover: $(READY)
	$(BIN)/pytest --numprocesses auto --cov --cov-report term:skip-covered -m "not long and not more"

# What the tests of the schema in an editor need: node, and the YAML language server that editors bring along. Without
# it those tests are skipped, except where RUTINMOTOR_NODE=required.
editor: tests/faces/lsp/node_modules/.ready

tests/faces/lsp/node_modules/.ready: tests/faces/lsp/package-lock.json
	npm ci --prefix tests/faces/lsp --no-audit --no-fund --loglevel=error
	@touch $@

# The pages that are made from the models, the catalogues and --help.
docs: $(READY)
	$(BIN)/python docs/make.py

bench: $(READY)
	$(BIN)/python bench/start.py
	$(BIN)/python bench/days.py
	$(BIN)/python bench/engine.py
	$(BIN)/python bench/long.py
	$(BIN)/python bench/editor.py
	$(BIN)/python bench/impact.py
	$(BIN)/python bench/monotonous.py

# The longer checks, by hand before a landing: many more examples where both evaluators are compared, other examples of
# every other law than at each run, and every detail of every shipped rule broken, which a scenario must notice.
long: $(READY)
	$(BIN)/pytest --numprocesses auto tests/engine/test_differential.py --examples 50000
	$(BIN)/pytest --numprocesses auto -m "not long and not more" --draw-anew
	$(BIN)/pytest tests/rules/test_mutations.py --every-mutant 1 -rP

# What is heavy, or needs more than Python: run by continuous integration after `make test`. The house is copied, and
# offences are planted and additions made in the copy.
test-more: $(READY) steady lowest
	$(BIN)/pytest --numprocesses auto -m more

# What the libraries are used for, with the lowest version of each that pyproject.toml declares, in a place of its own.
LOWEST := .venv-lowest
lowest: $(LOWEST)/.ready
	$(LOWEST)/bin/python -m pytest -p no:cacheprovider -m "not long" \
		tests/ground/days tests/ground/diagnostics/test_code_pages.py \
		tests/text/editing/test_replaced.py tests/docs/test_lowest.py \
		tests/language/schemas tests/language/shapes tests/language/casefile/test_reading_cases.py \
		tests/workbench/scenario/test_scenario_shape.py \
		tests/faces/cli/test_front.py tests/faces/cli/test_layout.py tests/faces/cli/test_schema_command.py \
		tests/faces/lsp/test_leaving.py tests/faces/lsp/test_language_server.py

$(LOWEST)/.ready: pyproject.toml tests/lowest.py
	$(PYTHON) -m venv --clear $(LOWEST)
	$(LOWEST)/bin/python tests/lowest.py > $(LOWEST)/lowest.txt
	PIP_CONSTRAINT=$(LOWEST)/lowest.txt PIP_BUILD_CONSTRAINT=$(LOWEST)/lowest.txt \
		$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[lsp,dev]'
	@touch $@

# Changes the code, a thousand times, and asks whether a test notices: docs/mutants.md. `make mutants WITH="--mutants 100"`
# draws fewer, and WITH=--help tells what else may be asked for.
mutants: $(READY)
	@$(BIN)/python -m tests.mutants $(WITH)

clean:
	rm -rf $(VENV) $(LOWEST) .pytest_cache .ruff_cache .hypothesis .coverage tests/faces/lsp/node_modules
