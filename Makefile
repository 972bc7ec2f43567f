# Orders for the portal; `make` alone lists them.

.DEFAULT_GOAL := help
.PHONY: help run test check demo messages bench fuzz

# Finds a Python, makes .venv ready, then becomes the command that follows.
launch = @python=$$(.ci/find-python) && exec "$$python" -m dekranasda.launch

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile | expand -t 16

run: ## the portal with its demonstration data, at http://127.0.0.1:8000/ (PORT=8001 changes it)
	$(launch) serve

test: ## everything that must hold: linters, pytest on SQLite and on PostgreSQL, a real browser
	$(launch) develop .ci/test

check: ## the part of `make test` that runs nothing: format, layers, migrations, deployment, messages
	$(launch) develop .ci/check

demo: ## load the demonstration data again, keeping what is there
	$(launch) develop .ci/demo

messages: ## collect the texts to translate into locale/, and compile them
	$(launch) develop .ci/messages

bench: ## every bar of speed on a throw-away PostgreSQL; SIZE="10000 1000000" also shows growth
	$(launch) develop .ci/with-postgres python -m tests.bench --size $(or $(SIZE),100000)

fuzz: ## ten thousand bad inputs to each database; the suite sends fewer
	$(launch) develop .ci/fuzz
