.DEFAULT_GOAL := help
.PHONY: help setup run talk check test train bench lock clean

# Compiled modules are kept: without them each start costs seconds.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
SETUP = $(PYTHON) -m scripts.setup
APP = .venv/bin/python
NLU = nlu/.venv/bin/python

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Get everything that is missing: two environments, Rasa's model (3 to 10 minutes once)
	@$(SETUP)

run: setup ## Run the bot with all that it needs, and the web chat at a local address
	@exec $(APP) -m bot run

talk: ## Talk in the terminal to the bot that runs
	@$(SETUP) --what app
	@exec $(APP) -m bot talk

check: ## Look for faults in a minute: style, types, floors, data, quick tests
	@$(SETUP) --what app --tests
	@$(APP) -m scripts.check

test: ## Test everything: the bot, Rasa's room, real conversations, the page in a browser
	@$(SETUP) --tests
	@$(APP) -m scripts.check rasa data rasa-types
	@$(APP) -m pytest -n auto --dist loadgroup

train: ## Train Rasa's model when its data have changed
	@$(SETUP) --what model

bench: setup ## Measure speed and understanding
	@$(APP) -m bench

lock: ## Pin the packages anew (make lock UPGRADE=--upgrade: in their newest versions)
	@$(SETUP) --what app
	@$(APP) -m scripts.lock $(UPGRADE)

clean: ## Remove what was installed, trained or cached; what people said stays
	rm -rf .venv nlu/.venv var/models var/log .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache .coverage
	find . -name __pycache__ -prune -exec rm -rf {} +
