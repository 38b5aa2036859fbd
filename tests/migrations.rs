//! The migrations of both databases: numbered without a gap, named alike, in pairs.

use std::{collections::BTreeSet, fs, path::Path};

use tests::repository;

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn migrations_are_numbered_without_a_gap_and_say_what_is_inside() {
    let names = names(&repository::root().join("migrations/sqlite"));
    assert!(!names.is_empty());
    for (index, name) in names.iter().enumerate() {
        let number = format!("{:04}_", index + 1);
        let words = name
            .strip_prefix(&number)
            .and_then(|rest| rest.strip_suffix(".sql"));
        let says_what = words.is_some_and(|words| {
            words.len() > 2
                && words
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter == '_')
        });
        assert!(
            says_what,
            "migrations/sqlite/{name} should be {number}<words>.sql"
        );
    }
}

#[test]
fn every_migration_stands_for_each_database_under_the_same_name() {
    let migrations = repository::root().join("migrations");
    let sqlite = names(&migrations.join("sqlite"));
    for database in names(&migrations) {
        assert_eq!(
            names(&migrations.join(&database)),
            sqlite,
            "migrations/{database} and migrations/sqlite"
        );
    }
}

#[test]
fn every_table_says_what_it_is_for() {
    let folder = repository::root().join("migrations/sqlite");
    for name in names(&folder) {
        let text = fs::read_to_string(folder.join(&name)).unwrap();
        let lines: Vec<_> = text.lines().collect();
        for (index, line) in lines.iter().enumerate() {
            if line.trim_start().starts_with("create table") {
                let above = index
                    .checked_sub(1)
                    .map_or("", |above| lines[above].trim_start());
                assert!(
                    above.starts_with("--"),
                    "{name}:{}: a comment above `{line}`",
                    index + 1
                );
            }
        }
    }
}
