//! Golden files: what a step is known to give, to be read by people when it changes.

use std::{fs, path::Path};

use crate::repository;

/// Compares with the file under `tests/`; with `UPDATE_GOLDEN=1` in the environment writes it instead.
#[track_caller]
pub fn check(file: &str, actual: &str) {
    let path = repository::root().join("tests").join(file);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().expect("a golden file is in a folder")).unwrap();
        fs::write(&path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == actual, "{}", explain(&path, &expected, actual));
}

fn explain(path: &Path, expected: &str, actual: &str) -> String {
    let (line, (was, is)) = expected
        .lines()
        .chain(std::iter::repeat("(end of file)"))
        .zip(actual.lines().chain(std::iter::repeat("(end of file)")))
        .enumerate()
        .find(|(_, (was, is))| was != is || *was == "(end of file)")
        .expect("two unequal texts differ in a line or in their ends");
    format!(
        "{} differs from line {}:\n  was: {was}\n  is:  {is}\nIf the new text is right, run again with UPDATE_GOLDEN=1 and read the diff.",
        path.display(),
        line + 1,
    )
}
