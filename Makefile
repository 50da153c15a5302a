# The one door: `make serve`, `make test`, `make dist`, `make score`. Each installs what is missing, once.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help serve dist test check unit e2e score bench bench-peers lighthouse tools rust npm browser

PORT ?= 8080
TOOLS := $(HOME)/.cache/fazhi-check/tools
TRUNK := 0.21.14
BINDGEN := 0.2.130
LIGHTHOUSE := 13.5.0
export PATH := $(TOOLS)/bin:$(CURDIR)/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)
# Whoever turns colours off for other tools must not break Trunk, which takes only true and false.
unexport NO_COLOR

# What `make score` asks for, set by set (see score.py --help for the names). Raised as they are reached, never lowered.
MIN_cases := 0.99
MIN_seeds := headings=0.99 precision=0.99 parts=1 elements=1 figures=0.99 units=0.98 qualifiers=0.98 subjects=0.99 traps=1 sound=1 caught=0.96
MIN_forms := headings=0.99 precision=0.99 parts=1 elements=1 figures=0.99 units=0.98 qualifiers=0.98 subjects=0.85
MIN_full := headings=0.99 precision=0.99 parts=1 elements=1 figures=0.99 units=0.98 qualifiers=0.98 subjects=0.95 traps=1 sound=1 quiet=1 genre=1 caught=0.99

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

serve: dist ## build the page and serve it on this machine
	@node scripts/serve.mjs $(PORT)

dist: tools npm ## build dist/ only
	@echo "build: the release page (the first time a few minutes: all of Leptos is compiled)"
	@cargo fetch --quiet --locked
	@trunk --log warn build --release --offline

test: check unit e2e ## fmt, clippy, native tests, browser tests

check: rust
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --lib --bin app --bin analyser --bin office --bin texts --target wasm32-unknown-unknown -- -D warnings

unit: rust
	cargo test --quiet

e2e: dist browser
	@cargo run --quiet --example analyze -- tests/samples/reports/*.txt > target/native.jsonl
	playwright test

score: rust ## score the core against the labelled texts and the number cases in ../shared
	@bash scripts/score.sh "$(MIN_cases)" "$(MIN_seeds)" "$(MIN_forms)" "$(MIN_full)"

bench-peers: rust ## the figures against those of other tools: how many are right, how fast (installs the tools under target/peers)
	@python3 benches/peers/run.py

bench: dist browser ## measure the page: bytes of the first load, paste to paint
	node scripts/measure.mjs

lighthouse: dist browser ## the marks of Lighthouse, five runs each for desktop and phone (installs it under target/lighthouse)
	@if [ "$$(node -p 'require("./target/lighthouse/node_modules/lighthouse/package.json").version' 2>/dev/null)" != "$(LIGHTHOUSE)" ]; then \
	  echo "install: Lighthouse $(LIGHTHOUSE) (seconds, 180 MB)"; \
	  npm install --ignore-scripts --no-audit --no-fund --silent --prefix target/lighthouse lighthouse@$(LIGHTHOUSE); fi
	@node scripts/lighthouse.mjs

# What is missing

rust:
	@command -v cargo >/dev/null || { echo "Rust is missing: install it from https://rustup.rs and try again."; exit 1; }
	@if command -v rustup >/dev/null && ! rustup target list --installed | grep -q '^wasm32-unknown-unknown$$'; then \
	  echo "install: the wasm32 target for Rust (seconds)"; rustup target add wasm32-unknown-unknown; fi

tools: rust
	@if [ "$$(trunk --version 2>/dev/null)" != "trunk $(TRUNK)" ]; then \
	  echo "install: trunk $(TRUNK), which builds the page (about 5 minutes, once: it is compiled from source)"; \
	  cargo install --quiet --debug --locked --root $(TOOLS) trunk@$(TRUNK); fi
	@if [ "$$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $(BINDGEN)" ]; then \
	  echo "install: wasm-bindgen-cli $(BINDGEN), the same version as in Cargo.lock (about 2 minutes, once: it is compiled from source)"; \
	  cargo install --quiet --debug --root $(TOOLS) wasm-bindgen-cli@$(BINDGEN); fi

npm: node_modules/.package-lock.json

node_modules/.package-lock.json: package-lock.json
	@command -v npm >/dev/null || { echo "Node is missing: install Node 20 or newer (with npm) and try again."; exit 1; }
	@echo "install: wasm-opt and the browser test runner from npm (seconds)"
	@npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

browser:
	@bash scripts/browser.sh
