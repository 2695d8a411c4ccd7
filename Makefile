# The two lines that matter: `make site` builds the demo, `make test` checks everything. Both set up what they need.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps

.PHONY: site test bench lock screenshots schemas clean browser

site: $(VENV)/.ready-site
	$(BIN)/gongshi build

test: $(VENV)/.ready-test browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2

bench: $(VENV)/.ready-test
	$(BIN)/python bench/run.py
	$(BIN)/python bench/rows.py
	PYTHONPATH=tests $(BIN)/python bench/gate.py

screenshots: $(VENV)/.ready-test browser site
	$(BIN)/python docs/screenshots.py

schemas: $(VENV)/.ready-site
	$(BIN)/gongshi schema --reference docs/fields.md

# The lock names versions and hashes, and no address to fetch them from. The font wheel wants a plotting library
# that we do not need, so it is locked alone.
lock: $(VENV)/.ready-test
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --no-annotate --group build pyproject.toml --output-file requirements.lock --upgrade
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --no-annotate --group dev --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock --upgrade
	echo "mpl-font>=1.1,<2" | $(BIN)/uv pip compile --quiet --no-deps --generate-hashes --no-emit-index-url \
	    --no-header --no-annotate - | tee -a requirements.lock >> requirements-dev.lock

clean:
	rm -rf $(VENV) .cache site .site.staging .site.lock

$(VENV)/.ready-site: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { \
	    echo "venv is missing: apt-get install -y python3-venv" >&2; rm -rf $(VENV); exit 2; }
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-build-isolation -e .
	touch $@

$(VENV)/.ready-test: requirements-dev.lock $(VENV)/.ready-site
	$(PIP) --require-hashes -r requirements-dev.lock
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
