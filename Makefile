# `make site` builds the demo, `make check` is for every day, `make test` checks everything. Each sets up what it needs.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps
TYPST  := $(BIN)/node .ci/format-typst.mjs
SECOND := .venv-engines
PIP_2  := $(BIN)/python -m pip --disable-pip-version-check --python $(SECOND) install --quiet --no-deps

# What is installed. Folders count too, so that a file that was removed is noticed.
SOURCES := hatch_build.py $(shell find generator site_templates -not -name __pycache__ -not -name '*.pyc')

# Tests start hundreds of processes; what one of them has compiled the others need not compile again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site check test engines fleet-demo lint types javascript format bench campaign lock screenshots schemas clean browser

site: $(VENV)/.ready-site
	$(BIN)/gongshi build

# Some three minutes, without a browser.
check: lint types javascript $(VENV)/.ready-site
	$(BIN)/pytest -n 2 -m "not slow"

# Processes that tests start are measured too, wherever they run; `combine` puts together what each of them wrote. One
# that a test killed left an empty file. To measure takes 40 % more time, so what only repeats runs without it, and
# without having read the other tests: a small process forks fast.
test: export COVERAGE_FILE := $(CURDIR)/.cache/coverage/data
test: browser lint types javascript $(VENV)/.ready-site $(SECOND)/.ready
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n 2 --dist worksteal -m "not repeats"
	$(BIN)/pytest -n 2 --dist worksteal -m repeats $$(grep -rl mark.repeats --include=*.py tests)
	find .cache/coverage -name 'data.*' -empty -delete
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# The demo with MkDocs and Material, and with their maintained continuations: what differs, and why.
engines: $(VENV)/.ready-site $(SECOND)/.ready
	$(BIN)/python tests/engines/second_engine.py

lint: $(VENV)/.ready-tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet site_templates
	node_modules/.bin/oxlint --deny-warnings site_templates tests .ci
	$(TYPST) --check site_templates/*/*.typ

types: $(VENV)/.ready-tools
	$(BIN)/mypy

javascript: $(VENV)/.ready-tools
	$(BIN)/node --test tests/js/*.test.mjs

# Puts right what `make lint` complains of, as far as a program can.
format: $(VENV)/.ready-tools
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(TYPST) site_templates/*/*.typ

# An invented county on the processes of this computer, then on a scheduler and two workers of Dask, and compared.
fleet-demo: $(VENV)/.ready-tools $(VENV)/.ready-site
	$(BIN)/python bench/fleet.py demo .cache/fleet-demo

bench: $(VENV)/.ready-tools $(VENV)/.ready-site
	$(BIN)/python bench/run.py
	$(BIN)/python bench/rows.py
	PYTHONPATH=tests $(BIN)/python bench/gate.py

# Half an hour of kills, full disks, odd files and requests; what came of it is in docs/reliability.md.
# `make campaign SIZE=1` makes twice as many rounds and takes twice as long.
SIZE ?= 0.5
campaign: $(VENV)/.ready-tools $(VENV)/.ready-site
	PYTHONPATH=tests:. $(BIN)/python -m campaign --size $(SIZE)

screenshots: $(VENV)/.ready-tools browser site
	$(BIN)/gongshi build --wechat 2026-Q3 --articles
	$(BIN)/python docs/screenshots.py
	$(BIN)/python docs/print_kit.py

schemas: $(VENV)/.ready-site
	$(BIN)/gongshi schema --reference docs/fields.md

# `make lock UPGRADE=` takes over a change of pyproject.toml and leaves every other version as it is.
# The lock names versions and hashes, and no address to fetch them from. The font wheel wants a plotting library
# that we do not need, so it is locked alone. The second engine differs in MkDocs and Material only: all else has the
# versions of the first. Its theme also asks for a search and for plugins that nothing here uses; they stay out.
REPLACED := mkdocs mkdocs-material
UNUSED   := mkdocs-document-dates pagefind properdocs
UPGRADE ?= --upgrade
lock: $(VENV)/.ready-tools
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --no-annotate --group build pyproject.toml --output-file requirements.lock $(UPGRADE)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --no-annotate --group dev --all-extras --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock $(UPGRADE)
	echo "mpl-font>=1.1,<2" | $(BIN)/uv pip compile --quiet --no-deps --generate-hashes --no-emit-index-url \
	    --no-header --no-annotate - | tee -a requirements.lock >> requirements-dev.lock
	printf '%s\n' $(REPLACED) $(UNUSED) | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-header --no-annotate --group build --group engines \
	    --excludes /dev/stdin --constraint requirements.lock pyproject.toml --output-file requirements-engines.lock $(UPGRADE)
	$(if $(UPGRADE),$(BIN)/npm update --package-lock-only --silent)

clean:
	rm -rf $(VENV) $(SECOND) node_modules .cache site .site.staging .site.lock

$(VENV)/.ready-libraries: requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { \
	    echo "venv is missing: apt-get install -y python3-venv" >&2; rm -rf $(VENV); exit 2; }
	$(PIP) --require-hashes -r requirements.lock
	touch $@

# A copy and not a link (pip install -e): Python before 3.13 cannot read the link where a folder above has a Chinese
# name and Windows is Chinese. The copy is made anew whenever a file of it has changed.
$(VENV)/.ready-site: $(VENV)/.ready-libraries pyproject.toml $(SOURCES)
	$(PIP) --no-build-isolation .
	touch $@

$(VENV)/.ready-tools: requirements-dev.lock package-lock.json $(VENV)/.ready-libraries
	$(PIP) --require-hashes -r requirements-dev.lock
	$(BIN)/npm ci --silent --no-audit --no-fund
	touch $@

$(SECOND)/.ready: requirements-engines.lock pyproject.toml $(SOURCES) | $(VENV)/.ready-site
	test -x $(SECOND)/bin/python || $(PYTHON) -m venv --without-pip $(SECOND)
	$(PIP_2) --require-hashes -r requirements-engines.lock
	$(PIP_2) --no-build-isolation .
	touch $@

# The pages are tested in a real browser, the posters with poppler.
PACKAGES := chromium poppler-utils fontconfig fonts-noto-cjk
browser:
	@command -v chromium >/dev/null && command -v pdftotext >/dev/null && fc-list :lang=zh-cn 2>/dev/null | grep -q . || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(PACKAGES) >/dev/null; \
	else \
	    echo "The tests need a browser, poppler and a Chinese font: sudo apt-get install -y $(PACKAGES)" >&2; exit 2; \
	fi
