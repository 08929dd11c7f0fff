# The one list of commands. Each does only what is not done yet.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The virtual environment's Node comes before the system's, which may be too old.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
PWA := frontend-pwa
# As in the settings: everything that an instance writes is below TRAVERSE_VAR.
VAR := $(or $(TRAVERSE_VAR),var)
ASSETS := $(VAR)/assets
PWA_SOURCES := $(shell find $(PWA) -type f -not -path '*/node_modules/*' -not -path '$(PWA)/dist/*' -not -path '$(PWA)/tests/*' 2>/dev/null)

.PHONY: help run setup build serve test test-fast check fix schema bench clean
help:
	@echo "make run     set everything up and serve a filled demonstration on http://localhost:8000"
	@echo "make test    all tests: Python, web app, Elasticsearch, browser, PostgreSQL where it is installed"
	@echo "make check   lint, layers, types, fresh schema and migrations"
	@echo "make fix     format and mend what a machine can"
	@echo "make schema  write schema.graphql and the web app's generated types again"
	@echo "make bench   measure (nothing is asserted)"

run: setup build
	@exec $(BIN)/python manage.py serve --demonstration

setup: $(VENV)/.installed $(PWA)/node_modules/.installed

$(VENV)/.installed: requirements.lock
	@sh config/system/need.sh python $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip sync --quiet --require-hashes --python $(BIN)/python requirements.lock
	$(BIN)/python -m pip install --quiet uv
	@touch $@

$(PWA)/node_modules/.installed: $(PWA)/package-lock.json $(VENV)/.installed
	cd $(PWA) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

build: $(PWA)/dist/index.html $(ASSETS)/graphiql/graphiql.min.js

$(PWA)/dist/index.html: $(PWA)/node_modules/.installed $(PWA_SOURCES)
	cd $(PWA) && npm run --silent build
	@touch $@

# GraphiQL's own files, served from this host: the console asks nothing of anybody else.
CONSOLE := config/graphql/console
$(ASSETS)/graphiql/graphiql.min.js: $(CONSOLE)/package-lock.json $(VENV)/.installed
	cd $(CONSOLE) && npm ci --no-audit --no-fund --loglevel=error
	@mkdir -p $(@D)
	cp $(addprefix $(CONSOLE)/node_modules/,react/umd/react.production.min.js react-dom/umd/react-dom.production.min.js \
	   graphiql/graphiql.min.css graphiql/graphiql.min.js) $(@D)/
	@# Their source maps stay behind.
	sed -i.bak '/sourceMappingURL/d' $(@D)/*.js && rm -f $(@D)/*.bak
	@touch $@

serve: setup
	@exec $(BIN)/python manage.py serve

test: build check
	@sh config/system/need.sh chromium java
	cd $(PWA) && npm run --silent test
	$(BIN)/python -m pytest --create-db
	$(BIN)/python -m tests.on_postgresql

test-fast: setup
	TRAVERSE_NO_ELASTICSEARCH=1 $(BIN)/python -m pytest -m "not browser"

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --config pyproject.toml
	$(BIN)/mypy
	$(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/python manage.py graphql_schema --schema config.schema.schema --out $(VAR)/schema.graphql >/dev/null
	@mkdir -p $(VAR) && diff -u schema.graphql $(VAR)/schema.graphql || { echo "schema.graphql is not fresh: make schema"; exit 1; }
	cd $(PWA) && npm run --silent check && npm run --silent check:direction
	cd $(PWA) && npm run --silent codegen >/dev/null && git diff --exit-code --stat src/generated || \
	  { echo "frontend-pwa/src/generated is not fresh: make schema"; exit 1; }

fix: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schema: setup
	$(BIN)/python manage.py graphql_schema --schema config.schema.schema --out schema.graphql
	cd $(PWA) && npm run --silent codegen

bench: setup
	$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) $(PWA)/node_modules $(PWA)/dist var .cache
