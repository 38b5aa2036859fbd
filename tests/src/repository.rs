//! Where things are in the checkout that the tests run in.

use std::path::{Path, PathBuf};

/// The root folder of the checkout.
///
/// Asked when the test runs, not when it was built: build results are shared between checkouts.
pub fn root() -> PathBuf {
    let tests = std::env::var("CARGO_MANIFEST_DIR").expect("tests run under cargo");
    Path::new(&tests)
        .parent()
        .expect("tests/ has a parent")
        .to_owned()
}

/// The demo edition.
pub fn demo_edition() -> PathBuf {
    root().join("demo/igf-2023.json")
}

/// The program under test, built by `just build-dev` beside the tests' own binary.
pub fn program() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows its own path");
    let folder = test
        .ancestors()
        .nth(2)
        .expect("tests are built into target/<profile>/deps");
    let program = folder.join("rapporteur");
    assert!(
        program.exists(),
        "{} is missing: run `just build-dev` first",
        program.display()
    );
    program
}
