# The two commands of the README: `make run` and `make test`. Everything they need they fetch.
PY := .venv/bin/python
# PARALLEL: how many tests at once; the live ones start engines of their own.
PARALLEL ?= 2
# dev and prod need what cdk.context.json says of them: docs/deploy.md.
STAGES ?= local
COMPILE := @.local/tools/bin/uv -q pip compile --universal --generate-hashes --no-header \
	--no-annotate --python-version 3.13 > /dev/null

# Whatever the shell says: who compiles boto3 anew in each of a suite's processes waits for it.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run demo second test nightly check synth schemas client cost cold clean lock setup browser checkov rights approve \
	key sender deploy destroy outputs reconcile redrive replay affected index

run: setup
	@exec $(PY) -m infra.local.run

demo: setup
	@exec $(PY) -m infra.local.demo

# The second code the agency's people are asked for; SECRET="ABCD EFGH ..." of another's page.
second: setup
	@$(PY) -m infra.local.second

test: check browser checkov
	$(PY) -m pytest -n $(PARALLEL) --dist loadgroup

# The same laws over ten times as many lives and races, for the hours when nobody waits.
nightly: setup
	RELAY_ORDERS=400 $(PY) -m pytest tests/integration/test_races.py tests/e2e/test_tenth_referral.py tests/properties --hypothesis-profile nightly --timeout 7200 -n $(PARALLEL)

check: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy -n $(PARALLEL)

synth: setup
	$(PY) -m infra.local.synth $(STAGES)

schemas: setup
	$(PY) -m tests.support.schemas

# The Python client, from docs/openapi.json: into docs/client/career_relay_client.
client: setup
	$(PY) -m tests.support.client

# What a registration uses and a month costs, into docs/units.json and docs/deploy.md.
cost: setup
	@$(PY) -m tests.support.cost

# How long a cold start imports, with byte code and without.
cold: setup
	@$(PY) -m tests.support.cold_start

browser: setup
	@$(PY) -m tests.browser.install

checkov: setup
	@$(PY) -m tests.infra.checkov

lock: setup
	$(COMPILE) --group dev --extra client -o dev.lock pyproject.toml
	$(COMPILE) -c dev.lock -o layer.lock pyproject.toml
	$(COMPILE) -c dev.lock -o lambda.lock --group lambda
	$(COMPILE) -c dev.lock -o runtime.lock --group runtime
	$(COMPILE) -o checkov.lock --group checkov

clean:
	@if [ -f .local/running ] && ! flock -n .local/running true; then \
		echo "a relay is running here; stop it first" >&2; exit 1; fi
	rm -rf .local .venv cdk.out node_modules .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# What each right of each function that runs here is for: taken away one by one, until something stops.
rights: setup
	@$(PY) -m tests.iam

# STAGE=local asks the running relay; another one the account your AWS settings name.
STAGE ?= local
# COMPANY=co_...; QUEUE=NotifyReader; FROM, TO=2026-03-02T09:00+09:00. GO=1 does what is shown;
# YES=dev is the word that is asked for, where nobody can type.
# TABLE: a restored one; ADDRESSES: a new file for whom to write to.
# LAPSED=yes deploys under a licence that is over: registration stays closed. AT_ONCE=yes skips
# the canary, for a mend that a ringing alarm keeps from going out.
# MEMBER=hanako@..., NAME, ROLE=adviser or manager: whose key `make key` makes.
export SECRET STAGE COMPANY MEMBER NAME ROLE QUEUE FROM TO GO YES LAPSED AT_ONCE TABLE ADDRESSES
OPS := @$(PY) -m infra.ops --stage "$$STAGE"

approve: setup
	$(OPS) approve -- "$$COMPANY"

key: setup
	$(OPS) key --member="$$MEMBER" --name="$$NAME" --role="$$ROLE" $${COMPANY:+-- "$$COMPANY"}

sender deploy destroy outputs reconcile index: setup
	$(OPS) $@

redrive: setup
	$(OPS) redrive --queue="$$QUEUE" --go="$$GO"

replay: setup
	$(OPS) replay --from="$$FROM" --to="$$TO" --go="$$GO"

affected: setup
	$(OPS) affected --from="$$FROM" --to="$$TO" --table="$$TABLE" --addresses="$$ADDRESSES"

setup:
	@python3 infra/local/bootstrap.py
