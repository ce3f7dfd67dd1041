# make demo | test | lint | audit | reliability | bench | compiled | docs | clean. Each target makes .venv and installs what it needs; nothing else is to be typed.
# PYTHON=/path/to/python chooses another interpreter than the first one found that is 3.11 or newer.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := demo
.PHONY: demo test lint audit reliability bench bench-pages compiled screenshots docs clean chromium

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

## demo: the sample articles of seeds/ become exports/
demo: $(VENV)/installed
	$(BIN)/graph-builder build seeds -o exports

## test: the whole suite with its coverage floor
test: $(VENV)/installed-test chromium
	$(BIN)/python -m pytest --cov -rs -n auto --dist loadgroup

## lint: formatting, habits, types, layers; and that what can be compiled still can: all of it but the C compiler
lint: $(VENV)/installed-lint
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	mkdir -p build
	GRAPH_BUILDER_COMPILED=1 $(BIN)/python setup.py --quiet --version > build/mypyc.log 2>&1 || { grep -v ': warning: ' build/mypyc.log; exit 1; }

## audit: known vulnerabilities of what the package needs at run time
audit: $(VENV)/installed-audit
	$(BIN)/python -m tools.audit

## reliability: every fault and hostile input, into docs/reliability.md
reliability: $(VENV)/installed-test
	$(BIN)/python -m tools.reliability

## bench: what each step costs, and extraction, compiled too, beside spaCy matchers
bench: $(VENV)/installed-test $(VENV)/installed-bench chromium $(VENV)-compiled/installed
	for script in benchmarks/*.py; do $(BIN)/python -m "benchmarks.$$(basename "$$script" .py)"; done

## compiled: extraction compiled to C, in an environment of its own, and that it builds the same bytes
compiled: $(VENV)/installed $(VENV)-compiled/installed
	for venv in $(VENV) $(VENV)-compiled; do $$venv/bin/graph-builder build seeds tests/gold -o $$venv/built; done
	diff --recursive --brief --exclude=times.json --exclude=store $(VENV)/built $(VENV)-compiled/built && echo "compiled and pure: the same bytes"

## bench-pages: what the site of a large world costs, to write and to open
bench-pages: $(VENV)/installed-test chromium
	$(BIN)/python -m benchmarks.pages

## screenshots: pictures of the demo's pages, into docs/screenshots/
screenshots: demo chromium $(VENV)/installed-test
	$(BIN)/python tools/screenshots.py exports

## docs: the documentation as a site, built strictly, in site/
docs: $(VENV)/installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

clean:
	rm -rf $(VENV) $(VENV)-compiled build dist site htmlcov .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Debian keeps venv in a package of its own.
$(VENV)/made:
	test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer found; install one, or say make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		if [ "$$(id -u)" = 0 ] && [ -e /etc/debian_version ]; then apt-get update -q && apt-get install -qy python3-venv; \
		else echo "make: $(PYTHON) cannot make environments; on Debian: apt-get install python3-venv" >&2; exit 1; fi; }
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/installed: $(VENV)/made setup.cfg pyproject.toml
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/installed-%: $(VENV)/made setup.cfg pyproject.toml
	$(BIN)/pip install --quiet --editable '.[$*]'
	touch $(VENV)/installed $@

# A C compiler is needed; without one the install is pure Python, and the last line fails.
$(VENV)-compiled/installed: setup.py setup.cfg pyproject.toml $(shell find graph_builder/arabic graph_builder/extraction graph_builder/lexicon graph_builder/model.py -name '*.py')
	$(PYTHON) -m venv $(VENV)-compiled
	GRAPH_BUILDER_COMPILED=1 $(VENV)-compiled/bin/pip install --quiet .
	$(VENV)-compiled/bin/python -P -c 'from graph_builder.extraction import discourse; assert discourse.__file__.endswith(".so"), discourse'
	touch $@

# The browser tests want Chromium, an Arabic font, and a library of the browser's driver: installed as root on Debian;
# elsewhere those tests say why they skip.
chromium:
	@{ command -v chromium || command -v google-chrome; } >/dev/null && /sbin/ldconfig -p | grep -q libatomic.so.1 || \
	{ [ "$$(id -u)" = 0 ] && [ -e /etc/debian_version ] && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -qqy --no-install-recommends chromium fonts-noto-core libatomic1; } || \
	echo "make: without Chromium the browser tests are skipped"
