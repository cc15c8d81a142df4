# The commands of this repository. Each calls ./dev, which has more of them: ./dev help
.DEFAULT_GOAL := help
.PHONY: help run test unit lint fmt pot test-deep test-guards bench bench-resume shots clean
export ADDON TESTS ARGS RESUME_SET

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: ## serve Odoo with the addons and demo data on http://localhost:8069 until Ctrl-C
	@./dev run

test: ## everything CI tests; ADDON=ats_portal, TESTS=path or ARGS='-k name' narrow it
	@./dev test

unit: ## tests without Odoo, about a minute; a folder of them takes a second
	@./dev unit

lint: ## form and structure of the code; ADDON=... narrows it
	@./dev lint

fmt: ## bring Python, JavaScript and XML into form; ADDON=... narrows it
	@./dev fmt

pot: ## write the translation templates anew; ADDON=... narrows it
	@./dev pot

test-deep: ## properties, fuzzing, races at full size; up to 90 minutes
	@./dev test-deep

test-guards: ## take each listed guard away and expect red
	@./dev test-guards

bench: ## figures, native beside ours
	@./dev bench

bench-resume: ## the résumé parser beside its peers; RESUME_SET=folder with truth.jsonl
	@./dev bench-resume

shots: ## pictures of the screens
	@./dev shots

clean: ## stop the databases and remove the cache, databases included
	@./dev clean
