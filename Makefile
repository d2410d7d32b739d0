# The commands of Digi-LAVA. A fresh Debian or Ubuntu machine needs Python 3.11+, git and make.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test suite checks lint bench messages format lock clean

PORT ?= 8000
PYTHON_IN_VENV := .venv/bin/python
MANAGE := $(PYTHON_IN_VENV) manage.py
export UV_PYTHON_DOWNLOADS := never

# BROWSER=none leaves out what needs Chromium, and a missing DATABASE_URL what needs real servers.
SUITE := $(if $(filter none,$(BROWSER)),--ignore=tests/browser --ignore=tests/journeys) $(if $(DATABASE_URL),-m "servers or not servers")

help: ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

run: ## Set up everything and serve the product (PORT=8001 for another port)
	@.ci/setup run
	@$(MANAGE) migrate --noinput --verbosity 0
	@$(MANAGE) load_register
	@echo "Loading the demonstration ..."
	@$(MANAGE) demo >/dev/null # serve names the accounts, below its own address
	@$(MANAGE) serve --port $(PORT) --accounts

test: ## Set up everything and run every test and check (BROWSER=none without Chromium)
	@.ci/setup test
	@$(MAKE) --no-print-directory --keep-going suite checks lint

suite: # The tests alone, with branch coverage
	@[ "$$BROWSER" != none ] || echo "BROWSER=none: the browser tests (tests/browser, tests/journeys) are left out."
	@[ -n "$$DATABASE_URL" ] || echo "DATABASE_URL is not set: the tests marked servers are left to .ci/run."
	$(PYTHON_IN_VENV) -m pytest -n 2 --cov --cov-report=term:skip-covered $(SUITE)

checks: # The layers of the house, migrations, and the settings of production
	.venv/bin/lint-imports --no-logo
	$(MANAGE) makemigrations --check --dry-run
	@echo "manage.py check --deploy, warnings are errors"
	@DJANGO_SETTINGS_MODULE=lava.settings.production SITE_URL=https://lava.example.org \
		ALLOWED_HOSTS=lava.example.org EMAIL_URL=smtp://mail.example.org:25 \
		SECRET_KEY=$$($(PYTHON_IN_VENV) -c 'import secrets; print(secrets.token_urlsafe(60))') \
		$(MANAGE) check --deploy --fail-level WARNING

lint: # Code, templates and security
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/djlint --lint --quiet templates
	.venv/bin/bandit --quiet --configfile pyproject.toml --recursive lava assessments municipalities

bench: ## Measure pages, saves and reports against the baselines
	@.ci/setup test
	@$(MANAGE) bench

messages: ## Collect the texts to translate into lava/locale (fi, sv), without fuzzy guesses
	$(MANAGE) makemessages --locale fi --locale sv

format: ## Format and mend what can be mended by itself
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

lock: ## Resolve pyproject.toml anew into the two lock files
	uv pip compile $(LOCK_OPTIONS) --output-file requirements.txt pyproject.toml
	uv pip compile $(LOCK_OPTIONS) --output-file requirements-dev.txt --constraint requirements.txt --group dev pyproject.toml

LOCK_OPTIONS := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

clean: ## Remove everything made: environment, database, caches
	rm -rf .venv var .coverage htmlcov test-results .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
	find lava/locale -name '*.mo' -delete
