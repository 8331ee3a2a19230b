# Partnerscope. Needs Python 3.11 or newer and make; everything else is set up in .venv.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test setup lint bench clean

run: $(VENV)/ready  ## Open the dashboard.
	$(BIN)/streamlit run dashboard.py --server.port $(PORT)

test: $(VENV)/ready-dev lint  ## Every check: lint, types, unit, page and browser tests.
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m loaders check
	$(BIN)/python -m pytest

setup: $(VENV)/ready  ## The environment alone.

lint: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/ready-dev  ## Speed, as ratios within one run.
	$(BIN)/python -m loaders bench

$(VENV)/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Partnerscope needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another with: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:  ## Removes what setup and tests made.
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
