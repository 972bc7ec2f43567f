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

bench: ## requests a second of the main pages, beside a constant page of the same server
	$(launch) develop python -m tests.bench

fuzz: ## ten thousand bad inputs to each database; the suite sends fewer
	$(launch) develop .ci/fuzz
