use std::fs;

use serde_json::Value;
use tests::repository;

/// The text of every Rust file of a backend.
fn sources(crate_name: &str) -> String {
    let mut folders = vec![
        repository::root()
            .join("crates")
            .join(crate_name)
            .join("src"),
    ];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}

#[test]
fn what_is_known_about_statements_is_about_statements_that_are_there() {
    let sources = sources("storage-sqlite");
    let folder = repository::root().join("crates/storage-sqlite/.sqlx");
    let mut known = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let metadata: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(metadata["db_name"], "SQLite", "{}", path.display());
        let statement = metadata["query"].as_str().unwrap();
        assert!(
            sources.contains(statement),
            "{} is about a statement that is gone: remove it",
            path.display()
        );
        known += 1;
    }
    assert!(known > 50, "only {known} statements");
}
