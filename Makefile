# Everything a person or CI runs. Works on a bare Debian machine with Python 3.11 or newer; as root it installs what is missing.

PYTHON ?= python3
SECONDS ?= 3600
VENV := .venv
BENCH := .venv-bench
PACKAGE := .package
FRAMEWORKS := .venv-frameworks
FRAMEWORKS_2 := .venv-frameworks-2
SCALE := .venv-scale
BIN := $(VENV)/bin
SERVERS := .openai-servers
CLIENTS := .local-clients
OPENAI_NODE := 6.49.0
AIMOCK := 1.43.0
LITELLM := 1.106.2
INSPECTOR := .mcp-inspector
INSPECTOR_VERSION := 2.12.0
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo ready test test-all test-aiohttp-main test-openai-servers test-mcp-inspector test-frameworks test-local-clients test-scale lint types unit server pages reference package lock audit generate fuzz bench bench-scale
.PHONY: docs clean chromium wrk
.NOTPARALLEL:

help: ## show this
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

demo: $(VENV)/.demo ## ask questions of the sample mailbox, through the real client
	$(BIN)/aigpt demo

test: ready lint types unit server pages reference ## run everything CI runs

test-all: ready $(VENV)/.nox ## all tests on each Python from 3.11 to 3.14 found here, with the newest and the lowest dependencies
	$(BIN)/nox $(NOX_ARGS)

test-aiohttp-main: ready $(VENV)/.nox ## the tests with aiohttp's newest pre-release
	$(BIN)/nox --session aiohttp-main $(NOX_ARGS)

SERVER_TESTS := tests/openai/other_servers/check_aimock.py tests/openai/other_servers/check_litellm.py

test-openai-servers: ready $(SERVERS)/.aimock-$(AIMOCK) $(SERVERS)/.litellm-$(LITELLM) ## programs of aigpt.openai against aimock and LiteLLM
	AIGPT_OPENAI_SERVERS=$(SERVERS) $(BIN)/python -m pytest --numprocesses auto --dist loadfile $(SERVER_TESTS) $(PYTEST_ARGS)

test-mcp-inspector: ready $(INSPECTOR)/.$(INSPECTOR_VERSION) ## the tools of aigpt mcp and of the server's /mcp, by MCP's inspector
	AIGPT_MCP_INSPECTOR=$(INSPECTOR) $(BIN)/python -m pytest tests/mcp/check_inspector.py $(PYTEST_ARGS)

FRAMEWORK_TESTS := tests/openai/frameworks/check_

test-frameworks: $(FRAMEWORKS)/.ready $(FRAMEWORKS_2)/.ready ## LangChain, pydantic-ai, openai-agents, LlamaIndex and instructor with clients of aigpt.openai
	$(FRAMEWORKS)/bin/python -m pytest $(addsuffix .py,$(addprefix $(FRAMEWORK_TESTS),langchain openai_agents pydantic_ai)) $(PYTEST_ARGS)
	$(FRAMEWORKS_2)/bin/python -m pytest $(addsuffix .py,$(addprefix $(FRAMEWORK_TESTS),instructor llama_index)) $(PYTEST_ARGS)

test-scale: $(SCALE)/.ready ## bulk runs on a Ray cluster of several nodes on this machine, which are killed
	$(SCALE)/bin/python -m pytest -s tests/scale/check_page.py tests/scale/check_ray.py $(PYTEST_ARGS)

test-local-clients: ready $(CLIENTS)/.node-$(OPENAI_NODE) $(CLIENTS)/venv/.ready ## openai-node, LangChain and llm ask the embedded server about the real mailbox
	AIGPT_LOCAL_CLIENTS=$(CLIENTS) CI=true $(BIN)/python -m pytest tests/local/clients/check_clients.py $(PYTEST_ARGS)

# Whatever the tests need and this machine lacks is installed, or asked for, before anything runs.
ready: $(BIN)/python chromium $(VENV)/.dev ## make .venv; install what is missing, or say how

lint: $(VENV)/.dev ## style, formatting, and which package may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

# The last one is about those who use the package: nothing public has a type that their checker has to guess.
types: $(VENV)/.dev ## mypy --strict and pyright
	$(BIN)/mypy
	$(BIN)/pyright
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pyright --verifytypes aigpt --ignoreexternal > $(VENV)/verifytypes.txt \
		|| { grep -B1 -A1 "error:" $(VENV)/verifytypes.txt | head -40; tail -4 $(VENV)/verifytypes.txt; exit 1; }

# Else each process, and each program that a test starts, would compile all of aigpt anew.
unit server pages reference: export PYTHONDONTWRITEBYTECODE =
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist worksteal
SERVER := tests/local tests/mcp
PAGES := tests/test_pages.py $(addprefix tests/local/test_local_,connect_browser.py page.py page_conversation.py page_shown.py page_trouble.py)

unit: $(VENV)/.dev ## the tests of the clients, of bulk runs, bots and the command line, on all cores; PYTEST_ARGS=… are given to pytest
	$(PYTEST) $(addprefix --ignore=,$(SERVER) $(PAGES) tests/test_docs.py) $(PYTEST_ARGS)

server: $(VENV)/.dev ## the tests of the embedded server and of MCP; PYTEST_ARGS as above
	$(PYTEST) $(SERVER) $(addprefix --ignore=,$(PAGES)) $(PYTEST_ARGS)

# By files, which share a browser, or the servers that the pages name; each further process would start them anew.
pages: chromium $(VENV)/.dev ## run what README and the documentation say, and the server's page in a browser; PYTEST_ARGS as above
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile $(PAGES) $(PYTEST_ARGS)

reference: $(VENV)/.dev ## build the reference, and test that all of the public surface is in it
	$(BIN)/python -m pytest tests/test_docs.py

# A folder of its own each time: nothing of the checkout is to be found from there. The tests are those of the sdist.
PACKAGE_TESTS := tests/cli tests/test_import.py tests/test_exports.py tests/test_public_names.py tests/test_client.py tests/test_stream_protocols.py
package: $(VENV)/.package ## build sdist and wheel, and test the wheel in an environment that has nothing else
	rm -rf dist $(PACKAGE)
	$(BIN)/python -m build --no-isolation --outdir dist .
	$(BIN)/python -m twine check --strict dist/*
	$(PYTHON) -m venv $(PACKAGE)/venv
	$(PACKAGE_PIP) install --upgrade 'pip>=25.1'
	mkdir $(PACKAGE)/empty
	$(PACKAGE_PIP) install dist/*.whl
	cd $(PACKAGE)/empty && $(CHECK_PACKAGE)
	$(PACKAGE_PIP) install "$$(ls dist/*.whl)[all]"
	cd $(PACKAGE)/empty && $(CHECK_PACKAGE) extras
	$(PACKAGE_PIP) install --group test
	tar -xzf dist/*.tar.gz --strip-components 1 -C $(PACKAGE)/empty && rm -r $(PACKAGE)/empty/aigpt
	cd $(PACKAGE)/empty && ../venv/bin/python -P -m pytest -q $(PACKAGE_TESTS)
	@ls -l dist

PACKAGE_PIP = $(PACKAGE)/venv/bin/python -m pip --disable-pip-version-check --quiet
CHECK_PACKAGE = ../venv/bin/python -I ../../tools/check_package.py $$(sed -n 's/^__version__ = "\(.*\)"/\1/p' ../../aigpt/_version.py)

lock: $(VENV)/.audit ## write locked.txt anew: the newest versions of all that aigpt depends on
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --extra all --upgrade --no-header --output-file locked.txt pyproject.toml

audit: $(VENV)/.audit ## known vulnerabilities of the versions in locked.txt; asks a service in the network
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --requirement locked.txt \
		|| { echo "make audit: see above. A version that 'could not be audited' means that PyPI's own service was not reached (a mirror has no such data): NOTHING is known then." >&2; exit 1; }

generate: $(VENV)/.dev ## aigpt/openai/types and resources anew, from the source of the openai that pyproject.toml pins
	PYTHONPATH=tools $(BIN)/python -m generate_openai

fuzz: $(VENV)/.dev ## mutated bytes against the stream decoder, the client and the reader of mail, for SECONDS=3600; failures go to tests/fuzz_seeds
	PYTHONPATH=tests $(BIN)/python -m fuzzing --seconds $(SECONDS) $(FUZZ_ARGS)

bench: $(BENCH)/.ready wrk ## measure against aiohttp, igptai, openai and litellm, side by side (about 12 minutes; BENCH_ARGS=--quick: one)
	$(BENCH)/bin/python benchmarks/bench.py $(BENCH_ARGS)
	$(if $(BENCH_ARGS),,$(MAKE) bench-server)

.PHONY: bench-server
bench-server: $(VENV)/.dev ## how well the embedded server finds and answers; needs the real input (CONTRIBUTING.md)
	$(BIN)/python benchmarks/local_search.py
	$(BIN)/python benchmarks/local_questions.py

bench-scale: $(BENCH)/.ready ## measure fan_out and aigpt bulk at scale, and the pacing (about 11 minutes)
	$(BENCH)/bin/python benchmarks/bulk.py
	$(BENCH)/bin/python benchmarks/pacing.py
	$(BENCH)/bin/python benchmarks/openai_limits.py

docs: $(VENV)/.docs ## the documentation, as pages under site/; warnings are errors
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --nitpicky --quiet docs site
	@echo "open site/index.html"

clean: ## remove what these commands made
	rm -rf $(VENV) $(SERVERS) $(CLIENTS) $(INSPECTOR) $(BENCH) $(FRAMEWORKS) $(FRAMEWORKS_2) $(SCALE) $(PACKAGE) dist site .nox .import_linter_cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Debian's Python comes without venv; where that is so, root installs it and anybody else is told how.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "aigpt needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ..." >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null; } \
		|| { echo "Python's venv is missing; install it with: sudo apt-get install python3-venv" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

# The server's page is tested in a real browser: $CHROMIUM, or the first of these on the PATH (as in tests/local/local_browser.py).
chromium:
	@[ -z "$$CHROMIUM" ] || command -v "$$CHROMIUM" >/dev/null \
		|| { echo "CHROMIUM names no program: $$CHROMIUM" >&2; exit 2; }
	@[ -n "$$CHROMIUM" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
		|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
		|| { echo "Chromium is missing; install it (sudo apt-get install chromium), or name it: make CHROMIUM=/path/to/chrome ..." >&2; exit 2; }

# One of the limits that calls are held against; without it, its row is left out.
wrk:
	@command -v wrk >/dev/null \
		|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq wrk >/dev/null; } \
		|| echo "wrk is missing, so its row is left out; install it with: sudo apt-get install wrk" >&2

$(VENV)/.demo: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[all]'
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --editable '.[all]' --group dev
	@touch $@ $(VENV)/.demo

$(VENV)/.package: pyproject.toml | $(BIN)/python
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --group package
	@touch $@

$(VENV)/.audit: pyproject.toml | $(BIN)/python
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --group audit
	@touch $@

$(VENV)/.nox: pyproject.toml | $(BIN)/python
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --group nox
	@touch $@

$(VENV)/.docs: pyproject.toml | $(BIN)/python
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --editable '.[all]' --group docs
	@touch $@ $(VENV)/.demo

# A venv of its own: what the other clients bring along is nothing the tests should find.
$(BENCH)/.ready: pyproject.toml | $(BIN)/python
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip --disable-pip-version-check --quiet install --upgrade 'pip>=25.1'
	$(BENCH)/bin/python -m pip --disable-pip-version-check --quiet install --editable '.[bulk,cli]' --group bench
	@touch $@

# Two: some want openai 3, others its older versions.
$(FRAMEWORKS)/.ready: GROUP := frameworks
$(FRAMEWORKS_2)/.ready: GROUP := frameworks-before-openai-3
$(FRAMEWORKS)/.ready $(FRAMEWORKS_2)/.ready: pyproject.toml | $(BIN)/python
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip --disable-pip-version-check --quiet install --upgrade 'pip>=25.1'
	$(@D)/bin/python -m pip --disable-pip-version-check --quiet install --editable '.[numpy]' --group $(GROUP)
	@touch $@

# Ray is large, and nothing else needs it.
$(SCALE)/.ready: pyproject.toml | $(BIN)/python
	$(PYTHON) -m venv $(SCALE)
	$(SCALE)/bin/python -m pip --disable-pip-version-check --quiet install --upgrade 'pip>=25.1'
	$(SCALE)/bin/python -m pip --disable-pip-version-check --quiet install --editable '.[cli,ray]' --group frameworks-pytest
	@touch $@

$(SERVERS)/.aimock-$(AIMOCK):
	@command -v npm >/dev/null || { echo "npm is missing; install it with: sudo apt-get install npm" >&2; exit 2; }
	mkdir -p $(SERVERS)
	npm install --silent --no-fund --no-audit --prefix $(SERVERS) @copilotkit/aimock@$(AIMOCK)
	@touch $@

$(SERVERS)/.litellm-$(LITELLM): | $(BIN)/python
	$(BIN)/python -m venv --clear $(SERVERS)/litellm
	$(SERVERS)/litellm/bin/python -m pip --disable-pip-version-check --quiet install 'litellm[proxy]==$(LITELLM)'
	@touch $@

$(CLIENTS)/.node-$(OPENAI_NODE):
	@command -v npm >/dev/null || { echo "npm is missing; install it with: sudo apt-get install npm" >&2; exit 2; }
	mkdir -p $(CLIENTS)
	npm install --silent --no-fund --no-audit --prefix $(CLIENTS) openai@$(OPENAI_NODE)
	@touch $@

$(CLIENTS)/venv/.ready: pyproject.toml | $(BIN)/python
	$(BIN)/python -m venv $(@D)
	$(@D)/bin/python -m pip --disable-pip-version-check --quiet install --upgrade 'pip>=25.1'
	$(@D)/bin/python -m pip --disable-pip-version-check --quiet install --group local-clients
	@touch $@

$(INSPECTOR)/.$(INSPECTOR_VERSION):
	@command -v npm >/dev/null || { echo "npm is missing; install it with: sudo apt-get install npm" >&2; exit 2; }
	mkdir -p $(INSPECTOR)
	npm install --silent --no-fund --no-audit --prefix $(INSPECTOR) @modelcontextprotocol/inspector@$(INSPECTOR_VERSION)
	@touch $@
