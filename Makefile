# The one door: `make serve`, `make test`, `make dist`, `make score`. Each installs what is missing, once.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help serve dist npm test check unit e2e firefox fixtures score score-formats bench bench-web size bench-peers lighthouse fuzz mutants deny tools rust modules browser geckodriver office

PORT ?= 8080
TOOLS := $(HOME)/.cache/fazhi-check/tools
TRUNK := 0.21.14
BINDGEN := 0.2.130
FUZZ := 0.13.2
MUTANTS := 27.1.0
DENY := 0.20.2
# So many seconds for each fuzz target: all seven together take an hour.
FUZZ_SECONDS ?= 510
LIGHTHOUSE := 13.5.0
# What every browser that the README names can run.
export WASM_FEATURES := --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue
export PATH := $(TOOLS)/bin:$(CURDIR)/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)
# Whoever turns colours off for other tools must not break Trunk, which takes only true and false.
unexport NO_COLOR

# The page's wasm has a standard library of its own, made of the sources of the same compiler, in which a panic stops at once instead of telling where:
# the words for that are 5 % of the download, nobody reads them, and they hold paths of the machine that built it. On stable Rust such flags want
# RUSTC_BOOTSTRAP; where there are no sources, the page is built as any other, and is that much larger.
STD_SOURCES = $(wildcard $(shell rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock)
SMALL = $(if $(STD_SOURCES),$(SMALL_STD))
SMALL_STD = CARGO_TARGET_DIR=target/small RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(SMALL_FLAGS)"
SMALL_FLAGS := -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none

# What `make score` asks for, set by set (see score.py --help for the names). Raised as they are reached, never lowered.
MIN_cases := 0.99
MIN_seeds := headings=0.99 precision=0.99 parts=1 elements=1 figures=0.99 units=0.98 qualifiers=0.98 subjects=0.99 traps=1 sound=1 caught=0.96
MIN_forms := headings=0.99 precision=0.99 parts=1 elements=1 figures=0.99 units=0.98 qualifiers=0.98 subjects=0.85
MIN_full := headings=0.99 precision=0.99 parts=1 elements=1 figures=0.99 units=0.98 qualifiers=0.98 subjects=0.95 traps=1 sound=1 quiet=1 genre=1 caught=0.99

# What `make score-formats` asks of each format.
MIN_formats := docx=1 doc=1 odt=1 rtf=1 html=1 pdf=0.97

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

serve: dist ## build the page and serve it on this machine
	@node scripts/serve.mjs $(PORT)

dist: tools modules ## build dist/ only
	@echo "build: the release page (the first time a few minutes: all of Leptos is compiled)"
	@env $(SMALL) cargo fetch --quiet --locked
	@env $(SMALL) trunk --log warn build --release --offline
	@node scripts/lean.mjs target/site
	@cargo run --quiet --offline --bin pack -- target/site dist

npm: tools modules ## build the npm package in pkg/ only
	@echo "build: the npm package (the first time two minutes: the core once more, for speed)"
	@cargo fetch --quiet --locked
	@cargo build --quiet --release --offline --bin api --target wasm32-unknown-unknown
	@rm -rf pkg
	@wasm-bindgen --target web --no-typescript --out-dir pkg --out-name core target/wasm32-unknown-unknown/release/api.wasm
	@wasm-opt -O3 $(WASM_FEATURES) pkg/core_bg.wasm -o pkg/core_bg.wasm
	@cp -r npm/* LICENSE* pkg/
	@cd pkg && npm pkg set version="$$(cargo pkgid --offline | sed 's/.*[#@]//')"

test: check deny unit e2e ## fmt, clippy, docs, licences, native tests, browser tests

check: rust
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --lib --bin app --bin api --bin office --bin texts --bin sheet --bin desk --bin documents --bin pdf --target wasm32-unknown-unknown -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --lib --document-private-items
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --lib --document-private-items --target wasm32-unknown-unknown

unit: rust office
	cargo test --quiet

e2e: dist npm browser geckodriver
	@cargo run --quiet --example analyze -- tests/samples/reports/*.txt > target/native.jsonl
	@cargo run --quiet --example analyze -- $$(find tests/fixtures -type f ! -name 'locked.*' ! -name '*.fodt' ! -name '*.zip' | sort) > target/documents.jsonl
	node --test tests/npm/*.test.mjs tests/build/*.test.mjs
	playwright test

firefox: dist geckodriver ## the browser test in Firefox alone
	playwright test firefox

score: rust ## score the core against the labelled texts and the number cases in ../shared
	@bash scripts/score.sh "$(MIN_cases)" "$(MIN_seeds)" "$(MIN_forms)" "$(MIN_full)"

score-formats: rust ## whether documents score as their texts do: ../shared in every format that LibreOffice makes (installs it)
	@if [ ! -d ../shared ]; then echo "score-formats: ../shared is not here"; else \
	  cargo build --quiet --release --example analyze && python3 scripts/score_formats.py ../shared/seeds target/release/examples/analyze --min $(MIN_formats); fi

fixtures: ## make tests/fixtures anew from the samples with LibreOffice (installs it)
	@bash scripts/fixtures.sh

bench-peers: rust ## the figures against those of other tools: how many are right, how fast (installs the tools under target/peers)
	@python3 benches/peers/run.py

bench: rust ## measure the core natively: each phase, the whole, the growth, texts made to hurt
	@cargo bench --quiet --bench phases --bench analyse --bench figures --bench batch

bench-web: dist browser ## measure the page in Chromium: cold start, checks, keystrokes, memory, 1,000 reports
	node scripts/measure.mjs
	node scripts/many.mjs

size: dist modules ## how large the page is, file by file, and what its wasm is made of
	node scripts/size.mjs

lighthouse: dist browser ## the marks of Lighthouse, five runs each for desktop and phone (installs it under target/lighthouse)
	@if [ "$$(node -p 'require("./target/lighthouse/node_modules/lighthouse/package.json").version' 2>/dev/null)" != "$(LIGHTHOUSE)" ]; then \
	  echo "install: Lighthouse $(LIGHTHOUSE) (seconds, 180 MB)"; \
	  npm install --ignore-scripts --no-audit --no-fund --silent --prefix target/lighthouse lighthouse@$(LIGHTHOUSE); fi
	@node scripts/lighthouse.mjs

fuzz: rust ## any bytes and texts to readers, core, fixes, edits and exports: FUZZ_SECONDS for each, an hour in all (installs cargo-fuzz)
	@$(call install,cargo-fuzz,$(FUZZ))
	@bash fuzz/run.sh $(FUZZ_SECONDS) $(TARGETS)

mutants: rust ## whether the tests see it when numbers or structure are changed: SHARD=7/24 tries a part (installs cargo-mutants)
	@$(call install,cargo-mutants,$(MUTANTS))
	@cargo mutants --output target $(if $(SHARD),--shard $(SHARD) --sharding round-robin)

deny: rust ## licences and sources of all crates (installs cargo-deny)
	@$(call install,cargo-deny,$(DENY))
	cargo deny --locked --log-level error check licenses bans sources

# What is missing

# Installs a tool of cargo in a version, where it is not there yet.
install = if [ "$$(cargo install --root $(TOOLS) --list | grep -x '$(1) v$(2):')" = "" ]; then \
  echo "install: $(1) $(2) (about a minute, once: it is compiled from source)"; \
  cargo install --quiet --debug --locked --root $(TOOLS) $(1)@$(2); fi

rust:
	@command -v cargo >/dev/null || { echo "Rust is missing: install it from https://rustup.rs and try again."; exit 1; }
	@if command -v rustup >/dev/null && ! rustup target list --installed | grep -q '^wasm32-unknown-unknown$$'; then \
	  echo "install: the wasm32 target for Rust (seconds)"; rustup target add wasm32-unknown-unknown; fi
	@if command -v rustup >/dev/null && ! rustup component list --installed | grep -q '^rust-src'; then \
	  echo "install: the sources of Rust's standard library (seconds)"; rustup component add rust-src || echo "The page will be a little larger."; fi

tools: rust
	@if [ "$$(trunk --version 2>/dev/null)" != "trunk $(TRUNK)" ]; then \
	  echo "install: trunk $(TRUNK), which builds the page (about 5 minutes, once: it is compiled from source)"; \
	  cargo install --quiet --debug --locked --root $(TOOLS) trunk@$(TRUNK); fi
	@if [ "$$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $(BINDGEN)" ]; then \
	  echo "install: wasm-bindgen-cli $(BINDGEN), the same version as in Cargo.lock (about 2 minutes, once: it is compiled from source)"; \
	  cargo install --quiet --debug --root $(TOOLS) wasm-bindgen-cli@$(BINDGEN); fi

modules: node_modules/.package-lock.json

node_modules/.package-lock.json: package-lock.json
	@command -v npm >/dev/null || { echo "Node is missing: install Node 20 or newer (with npm) and try again."; exit 1; }
	@echo "install: wasm-opt, esbuild, the browser test runner and TypeScript from npm (seconds)"
	@npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

browser:
	@bash scripts/browser.sh

office:
	@bash scripts/office.sh

geckodriver: rust
	@bash scripts/firefox.sh $(TOOLS)
