# The two commands: `make` builds the site, `make test` proves it. See README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site bekijk evalueer test bewijs lock schema clean

site: $(VENV)/.setup
	$(BIN)/leeromgeving bouw

bekijk: $(VENV)/.setup
	$(BIN)/leeromgeving bekijk

# A full report on made-up answers and visits, in/.
evalueer: $(VENV)/.setup
	$(BIN)/leeromgeving evalueer 2026 --voorbeeld

test: $(VENV)/.setup-test
	$(BIN)/python tests/run.py $(OPTIES)

# What the lock says, to the byte; then our own package, without looking anything up.
$(VENV)/.setup: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 of nieuwer is nodig. Probeer: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.setup-test: $(VENV)/.setup requirements-test.lock tests/package-lock.json tests/setup.py
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	$(BIN)/python tests/setup.py
	@touch $@

# The long proofs (more than an hour): building beside other generators, a thousand kills, load,
# five million log lines, Spark.
# Their figures go to benchmarks/. One of them: make bewijs PROEF=tellen
bewijs: $(VENV)/.setup-test requirements-bewijs.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bewijs.lock
	$(BIN)/python benchmarks/prove.py $(PROEF)

# Renew the locks after a change in pyproject.toml (needs uv).
lock:
	uv pip compile --quiet --universal --generate-hashes --no-annotate --extra setup pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-annotate --extra setup --extra groot --extra test -c requirements.lock pyproject.toml -o requirements-test.lock
	uv pip compile --quiet --universal --generate-hashes --no-annotate --extra bewijs -c requirements-test.lock pyproject.toml -o requirements-bewijs.lock

# Renew the editor's schemas after a change in the model; a test holds them equal.
schema: $(VENV)/.setup
	$(BIN)/python -m leeromgeving.schema

clean:
	rm -rf $(VENV) .cache markdown site tests/node_modules
