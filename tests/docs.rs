//! What can be checked of the documentation: links lead somewhere, each setting and each decision is listed.

use std::{fs, path::PathBuf};

use tests::repository;

fn read(file: &str) -> String {
    fs::read_to_string(repository::root().join(file)).unwrap()
}

/// The Markdown files for readers.
fn pages() -> Vec<PathBuf> {
    let root = repository::root();
    let mut pages = vec![root.join("README.md"), root.join("bench/README.md")];
    for folder in ["docs", "docs/decisions"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    pages
}

#[test]
fn links_between_pages_lead_somewhere() {
    let mut faults = Vec::new();
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for part in text.split("](").skip(1) {
            let target = part.split([')', '#']).next().unwrap_or_default();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            let folder = page.parent().unwrap();
            if !folder.join(target).exists() {
                faults.push(format!("{}: {target}", page.display()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_setting_is_explained() {
    let source = read("crates/server/src/settings.rs");
    let settings = source
        .split("struct Settings {")
        .nth(1)
        .and_then(|rest| rest.split("\n}").next())
        .unwrap();
    let operations = read("docs/operations.md");
    let names: Vec<_> = settings
        .lines()
        .map(|line| {
            line.trim()
                .trim_start_matches("pub(crate) ")
                .trim_start_matches("pub ")
        })
        .filter(|line| !line.starts_with('/'))
        .filter_map(|line| Some(line.split_once(": ")?.0))
        .collect();
    assert!(!names.is_empty());
    for name in names {
        let row = format!("| `{name}` | `RAPPORTEUR_{}` |", name.to_uppercase());
        assert!(
            operations.contains(&row),
            "docs/operations.md has no row that begins with {row}"
        );
    }
}

#[test]
fn every_decision_has_a_number_of_its_own_and_is_listed() {
    let index = read("docs/decisions/README.md");
    let mut numbers = Vec::new();
    for page in pages() {
        let name = page.file_name().unwrap().to_str().unwrap().to_owned();
        if page.parent().unwrap().ends_with("decisions") && name != "README.md" {
            assert!(
                index.contains(&format!("({name})")),
                "docs/decisions/README.md does not list {name}"
            );
            numbers.push(name[..4].parse::<u32>().unwrap());
        }
    }
    let mut unique = numbers.clone();
    unique.dedup();
    assert_eq!(numbers, unique, "two decisions have one number");
}
