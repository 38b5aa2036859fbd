# What people and CI run. `./justw RECIPE` does the same where `just` is not installed.

set shell := ["sh", "-eu", "-c"]

export PATH := justfile_directory() / ".tools/bin" + ":" + env("PATH")
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := "1"
binary := env("CARGO_TARGET_DIR", justfile_directory() / "target") / "debug/rapporteur"

# Lists the recipes.
default:
    @just --list --unsorted

# Starts Rapporteur with the demo edition and prints a sign-in link for each role.
demo *arguments="--listen 127.0.0.1:8080": web build-dev
    exec "{{ binary }}" demo {{ arguments }}

# Runs every check, in CI's order, and installs what they need.
test:
    scripts/need packages test-tools
    scripts/steps fmt-check lint doc deny web-lint web build-dev test-rust test-web test-browser

# Serves the demo edition with the web client reloading on each change, on http://127.0.0.1:5173.
dev: web build-dev
    "{{ binary }}" demo --listen 127.0.0.1:8080 & server=$!; trap 'kill $server' EXIT; cd web && npm run dev

# Builds the release: one file, target/release/rapporteur, with the web client inside.
build: web
    @echo "== building the release (half an hour the first time on two cores)"
    cargo build --release --locked --workspace --bins

# Formats everything.
fmt:
    cargo fmt --all

# Fails where formatting differs.
fmt-check:
    cargo fmt --all --check

# Lints the Rust code; warnings fail.
lint: _dist
    cargo clippy --locked --workspace --all-targets --quiet -- -D warnings

# Builds the crates' documentation; warnings fail.
doc: _dist
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps --document-private-items --quiet

# Checks licences, sources and owners of the dependencies.
deny:
    cargo fetch --locked --quiet
    cargo deny --offline --log-level error check --hide-inclusion-graph bans licenses sources

# Checks the dependencies against the public list of security advisories; needs the network.
advisories:
    cargo deny check advisories

# Lints and type-checks the web client.
web-lint:
    scripts/need packages
    cd web && npm run lint --silent && npm run typecheck --silent

# Builds the web client, when a source changed.
web:
    scripts/need web

# Builds the server for development and tests, with the web client inside.
build-dev: _dist
    @[ -x "{{ binary }}" ] || echo "== building the server (15 to 20 minutes the first time on two cores; Typst is the largest part)"
    cargo build --locked --workspace --bins

# Runs the Rust tests.
test-rust: build-dev
    if cargo nextest --version >/dev/null 2>&1; then cargo nextest run --locked --workspace --no-fail-fast; else cargo test --locked --workspace --no-fail-fast --lib --bins --tests; fi
    cargo test --locked --workspace --doc --quiet

# Runs the web client's unit tests.
test-web:
    scripts/need packages
    cd web && npm test --silent

# Runs the browser tests against a server of their own.
test-browser: web build-dev
    cd web && npm run test:browser --silent

# Measures keystrokes and exports beside other programs and writes docs/benchmarks.md; see bench/README.md.
bench *measurements: build
    cargo build --release --locked --workspace --example time_writers
    bench/run {{ measurements }}

# The folder that the server embeds must exist for it to compile.
_dist:
    @mkdir -p web/dist
