# Everything a user, an editor or a publisher runs. `make help` lists it.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site snapshot serve test oldest check lint schema emit wheel coverage requirements handbook bench lighthouse \
  fuzz mutation chromium checker langserver clean

BIN := .venv/bin
READY := .venv/ready
# Where the site keeps the copy that opens from a disk. Pages link to it, so its address should stay.
OFFLINE_ZIP := downloads/fact-sheet-offline.zip
# Where the site keeps the guide; guide.yml builds it there.
GUIDE := guide/

# Same input, same bytes: whatever writes a date takes the one of the last commit. Outside git it is 1 January 1980.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 315532800)
endif
export SOURCE_DATE_EPOCH
# Material's notice about MkDocs 2 says nothing about this site.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-13s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Built elsewhere and put in its place at the end: a build that fails or is killed leaves the last site.
NEW := build/new
site: $(READY) ## check the dossier and build the website into site/, with the guide and a copy of it as one zip file
	$(BIN)/factsheet check --strict
	GUIDE=$(GUIDE) OFFLINE_ZIP=$(OFFLINE_ZIP) $(BIN)/mkdocs build --strict --site-dir $(NEW)
	GUIDE_URL=$(if $(SITE_URL),$(SITE_URL:/=)/$(GUIDE)) \
	  $(BIN)/mkdocs build --strict --config-file guide.yml --site-dir $(NEW)/$(GUIDE)
	$(BIN)/factsheet mend $(NEW)/$(GUIDE)
	$(BIN)/mkdocs build --strict --config-file offline.yml
	$(BIN)/factsheet pack build/offline $(NEW)/$(OFFLINE_ZIP)
	$(BIN)/factsheet replace site $(NEW)

snapshot: site ## freeze this version of the site as one dated file in frozen/, for an archive
	$(BIN)/factsheet snapshot build/offline frozen

serve: $(READY) ## show the website on this machine and rebuild it on every change
	$(BIN)/factsheet schema >/dev/null
	$(BIN)/mkdocs serve

# COVER=--cov measures coverage as well, as the workflow does; it takes a fifth longer.
COVER :=
test: lint chromium checker langserver ## lint, types, generated docs and all tests
	$(BIN)/python tools/handbook.py --check
	$(BIN)/pytest -n 2 --dist load $(COVER)

# Not in `make test`: it takes about as long as that. The workflow runs it. Tools of tests stay at their pins.
OLDEST := build/oldest
oldest: $(READY) ## run the tests with the oldest version of each dependency that pyproject.toml allows
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(OLDEST)
	$(BIN)/uv pip install --quiet --python $(OLDEST) --require-hashes -r requirements.txt
	$(BIN)/uv pip compile --quiet --python $(OLDEST) --resolution lowest-direct --no-header --no-annotate pyproject.toml \
	  --output-file $(OLDEST).txt
	$(BIN)/uv pip install --quiet --python $(OLDEST) -r $(OLDEST).txt
	$(BIN)/uv pip install --quiet --python $(OLDEST) --no-deps --no-build-isolation -e .
	$(OLDEST)/bin/pytest -n 2 --dist load -m "not engine and not browser"
	$(OLDEST)/bin/pytest tests/engines/test_engines.py tests/engines/test_serve.py

check: $(READY) ## list every problem of the dossier; warnings count
	$(BIN)/factsheet schema >/dev/null
	$(BIN)/factsheet check --strict

lint: $(READY) ## ruff, mypy, and whether the schemas for editors are those of the facts
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/factsheet schema --check --shapes
	$(BIN)/factsheet schema --check --root tests/example

schema: $(READY) ## write the schemas with which editors complete and explain fact files
	$(BIN)/factsheet schema
	$(BIN)/factsheet schema --root tests/example

emit: $(READY) ## write the pages, the data and the look as plain files into build/, for other engines
	$(BIN)/factsheet emit build/pages --docs docs/site --theme build/theme \
	  $(if $(SITE_URL),--site-url $(SITE_URL)) $(if $(REPO_URL),--repo-url $(REPO_URL))

wheel: $(READY) ## make the package as one file in dist/, to install elsewhere
	$(BIN)/hatchling build -t wheel

coverage: $(READY) ## show how much of each source is accounted for, and what is left
	$(BIN)/factsheet coverage

handbook: $(READY) ## rewrite the generated parts of README, ARCHITECTURE and the guide
	$(BIN)/python tools/handbook.py

# Extras stay in the pins: without them older versions of pip reach for a release that is newer than the pin, and refuse it.
requirements: $(READY) ## pin the newest versions that fit into requirements.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate --no-strip-extras \
	  --group dev pyproject.toml --output-file requirements.txt

# Two sizes by default; SIZES="100 1000 5000 10000" is the full run. BENCH=--write puts the tables into the guide.
SIZES :=
BENCH :=
bench: $(READY) ## measure checking and building invented dossiers of several sizes, beside what other engines take
	$(BIN)/python -m tools.bench $(SIZES) $(BENCH)

# Hours for the whole; a run that is stopped goes on where it was. MODULES="evidence.numbers checking" tries some of it.
MODULES :=
mutation: $(READY) ## change the rules of evidence, one place at a time, and list the changes that no test notices
	nice -n 19 $(BIN)/python -m tools.mutation $(MODULES)

# What fails is kept under .cache/fuzz; what was mended is in tests/fuzz_cases, which make test reads.
INPUTS := 100000
TARGETS :=
fuzz: $(READY) ## feed the reading, the proof and the escaping inputs guided by coverage (needs atheris)
	$(BIN)/python -m tools.fuzz --inputs $(INPUTS) $(TARGETS)

lighthouse: site ## measure four pages with Lighthouse: speed, accessibility, weight (needs chromium, node and npm)
	$(BIN)/python tools/lighthouse.py site

clean: ## remove what make, mkdocs and the tests have made, the environment as well
	rm -rf .venv .lighthouse site build dist .hypothesis .pytest_cache .mypy_cache .ruff_cache .cache .coverage .coverage.* htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The browser tests drive the system's chromium; where it cannot be installed they say why they did not run.
chromium:
	@if command -v chromium >/dev/null || command -v google-chrome >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "installing chromium for the browser tests"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null; \
	else \
	  echo "chromium is not there and this user may not install it: the browser tests cannot run (on Debian: apt install chromium)"; \
	fi

# The Nu HTML checker, one exact version; the test that runs it knows the digest of its file.
VNU := 26.9.27
checker:
	@if [ -f .cache/vnu-$(VNU)/node_modules/vnu-jar/build/dist/vnu.jar ]; then exit 0; fi; \
	if ! command -v java >/dev/null || ! command -v npm >/dev/null; then \
	  echo "java or npm is not there: built pages cannot be checked as HTML (on Debian: apt install default-jre-headless npm)"; exit 0; \
	fi; \
	echo "installing the Nu HTML checker"; \
	NODE_EXTRA_CA_CERTS="$${NODE_EXTRA_CA_CERTS:-$${SSL_CERT_FILE:-}}" \
	  npm install --silent --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --prefix .cache/vnu-$(VNU) vnu-jar@$(VNU) >/dev/null \
	  || echo "npm could not install vnu-jar: built pages cannot be checked as HTML"

# The language server that editors complete and check fact files with, one exact version.
YAMLLS := 1.25.0
langserver:
	@if [ -f .cache/yamlls-$(YAMLLS)/node_modules/yaml-language-server/package.json ]; then exit 0; fi; \
	if ! command -v npm >/dev/null; then \
	  echo "npm is not there: the schemas cannot be tried in an editor's language server (on Debian: apt install npm)"; exit 0; \
	fi; \
	echo "installing the YAML language server"; \
	NODE_EXTRA_CA_CERTS="$${NODE_EXTRA_CA_CERTS:-$${SSL_CERT_FILE:-}}" \
	  npm install --silent --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --prefix .cache/yamlls-$(YAMLLS) yaml-language-server@$(YAMLLS) >/dev/null \
	  || echo "npm could not install yaml-language-server: the schemas cannot be tried in an editor's language server"

# One environment with everything pinned; made again when a pin or the package's description changes.
$(READY): requirements.txt pyproject.toml
	@python=; for candidate in python3 python3.13 python3.12 python3.11; do \
	  if $$candidate -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Python 3.11 or newer, with its venv module, is needed; python3 here is: $$(python3 --version 2>&1 || true)"; \
	  echo "On Debian and Ubuntu: apt install python3 python3-venv"; exit 1; \
	fi; \
	[ -x $(BIN)/python ] || $$python -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
