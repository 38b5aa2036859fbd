//! The arrows between crates, who owns which heavy library, and what the pure crates may not touch.
//!
//! These lists are `docs/architecture.md` as code. A new crate or arrow is a decision: write it down there, then here.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tests::repository;

/// Each crate and the crates of ours that it may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("document", &["model"]),
    ("outline", &["model"]),
    ("typeset", &[]),
    ("sync", &["document", "model"]),
    ("export", &["outline", "document", "typeset", "model"]),
    ("storage", &["model"]),
    ("storage-sqlite", &["storage", "model"]),
    (
        "server",
        &[
            "model",
            "document",
            "outline",
            "typeset",
            "sync",
            "export",
            "storage",
            "storage-sqlite",
        ],
    ),
];

/// Libraries with an owner. A name that ends in `*` stands for all that begin with it.
const OWNERS: &[(&str, &[&str])] = &[
    ("typst*", &["typeset"]),
    ("comemo", &["typeset"]),
    ("axum*", &["server"]),
    ("tower*", &["server"]),
    ("utoipa*", &["server"]),
    ("automerge", &["document", "sync"]),
    ("sqlx*", &["storage-sqlite"]),
    ("zip", &["export"]),
    ("quick-xml", &["export"]),
    ("pandoc_ast", &["export"]),
    ("tokio*", &["storage-sqlite", "server"]),
    ("getrandom", &["server"]),
];

/// Rows 0 to 2 of the design: same input, same bytes out.
const PURE: &[&str] = &["model", "document", "outline", "typeset", "sync", "export"];

/// Paths that reach a clock, randomness, a disk, a network or an executor.
const EFFECTS: &[&str] = &[
    "std::time::SystemTime",
    "std::time::Instant",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "tokio",
    "rand",
    "getrandom",
    "reqwest",
    "jiff::Timestamp::now",
    "jiff::Zoned::now",
    "uuid::Uuid::new_v4",
    "uuid::Uuid::now_v7",
    "Uuid::new_v4",
    "Uuid::now_v7",
    "Timestamp::now",
    "Zoned::now",
];

/// Dependencies that no source names, and why they are there.
const UNNAMED: &[(&str, &str, &str)] = &[];

/// What a manifest says: `(name, is ours)` of each dependency.
type Dependencies = Vec<(String, bool)>;

/// The manifests of the workspace, the tests' own apart.
fn manifests() -> BTreeMap<String, Dependencies> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(repository::root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|package| package["name"] != "tests")
        .map(|package| {
            let dependencies = package["dependencies"].as_array().unwrap();
            let listed = dependencies
                .iter()
                .map(|one| (text(&one["name"]), !one["path"].is_null()));
            (text(&package["name"]), listed.collect())
        })
        .collect()
}

fn is_named(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => name == pattern,
    }
}

/// The faults of the manifests against the two lists.
fn faults(manifests: &BTreeMap<String, Dependencies>) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, dependencies) in manifests {
        let Some((_, allowed)) = ARROWS.iter().find(|(listed, _)| listed == name) else {
            faults.push(format!(
                "{name} is a new crate: a decision with a note, then a line in ARROWS"
            ));
            continue;
        };
        for (dependency, is_ours) in dependencies {
            if *is_ours {
                if !allowed.contains(&dependency.as_str()) {
                    faults.push(format!("{name} -> {dependency} is no allowed arrow"));
                }
            } else if let Some((_, owners)) =
                OWNERS.iter().find(|(one, _)| is_named(one, dependency))
                && !owners.contains(&name.as_str())
            {
                faults.push(format!(
                    "{name} uses {dependency}, which belongs to {}",
                    owners.join(", ")
                ));
            }
        }
    }
    faults
}

#[test]
fn crates_use_each_other_only_along_the_arrows() {
    let faults = faults(&manifests());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn another_arrow_a_new_crate_and_a_borrowed_library_are_found() {
    let of = |list: &[(&str, bool)]| {
        list.iter()
            .map(|(name, ours)| ((*name).to_owned(), *ours))
            .collect()
    };
    let manifests = BTreeMap::from([
        (
            "outline".to_owned(),
            of(&[("model", true), ("storage", true), ("serde", false)]),
        ),
        ("helpers".to_owned(), of(&[])),
        (
            "export".to_owned(),
            of(&[("typst-pdf", false), ("zip", false)]),
        ),
    ]);
    assert_eq!(
        faults(&manifests),
        [
            "export uses typst-pdf, which belongs to typeset",
            "helpers is a new crate: a decision with a note, then a line in ARROWS",
            "outline -> storage is no allowed arrow",
        ]
    );
}

/// The Rust files of a crate, in order.
fn files(name: &str) -> Vec<PathBuf> {
    fn visit(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                visit(&path, into);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                into.push(path);
            }
        }
    }
    let mut found = Vec::new();
    visit(&repository::root().join("crates").join(name), &mut found);
    found.sort();
    found
}

/// The files of a crate that are part of the program: not its tests and examples.
fn sources(name: &str) -> Vec<PathBuf> {
    let is_test = |path: &PathBuf| {
        path.iter()
            .any(|part| part == "tests" || part == "tests.rs" || part == "examples")
    };
    let program = repository::root().join("crates").join(name).join("src");
    files(name)
        .into_iter()
        .filter(|path| {
            path.strip_prefix(&program)
                .is_ok_and(|inside| !is_test(&inside.to_owned()))
        })
        .collect()
}

/// The code of a file, without comments, strings and whatever follows its first `#[cfg(test)]`.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut code = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
        } else if rest.starts_with("r#\"") {
            rest = rest[3..].find("\"#").map_or("", |end| &rest[3 + end + 2..]);
        } else if letter == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|one| {
                let ends = one == '"' && !escaped;
                escaped = one == '\\' && !escaped;
                ends
            });
            rest = end.map_or("", |end| &rest[1 + end + 1..]);
        } else if rest.starts_with("'\"'") {
            rest = &rest[3..];
        } else {
            code.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    code
}

/// Every path that the code names, with the groups of `use` spelled out: `use std::{fs, net::Ipv4Addr}` names two.
fn paths(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let is_word = |one: char| one.is_alphanumeric() || one == '_' || one == ':';
    for word in code
        .split(|one: char| !is_word(one))
        .filter(|word| !word.is_empty())
    {
        paths.push(word.to_owned());
    }
    for part in code.split("use ").skip(1) {
        let Some(statement) = part.split(';').next() else {
            continue;
        };
        let flat: String = statement.split_whitespace().collect();
        spell_out("", &flat, &mut paths);
    }
    paths
}

fn spell_out(before: &str, tree: &str, paths: &mut Vec<String>) {
    let mut depth = 0;
    let mut start = 0;
    for (at, one) in tree.char_indices().chain([(tree.len(), ',')]) {
        match one {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = &tree[start..at];
                match part.split_once('{') {
                    Some((head, inner)) => {
                        spell_out(
                            &format!("{before}{head}"),
                            inner.strip_suffix('}').unwrap_or(inner),
                            paths,
                        );
                    }
                    None => paths.push(format!("{before}{part}")),
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

fn effects(text: &str) -> Vec<&'static str> {
    let paths = paths(&code(text));
    let reaches = |effect: &str| {
        paths.iter().any(|path| {
            path == effect
                || path
                    .strip_prefix(effect)
                    .is_some_and(|rest| rest.starts_with("::"))
        })
    };
    EFFECTS
        .iter()
        .copied()
        .filter(|effect| reaches(effect))
        .collect()
}

#[test]
fn pure_crates_touch_no_clock_randomness_disk_or_network() {
    let mut faults = Vec::new();
    for name in PURE {
        for file in sources(name) {
            let text = fs::read_to_string(&file).unwrap();
            for effect in effects(&text) {
                faults.push(format!("{}: {effect}", file.display()));
            }
            if paths(&code(&text)).iter().any(|word| word == "async") {
                faults.push(format!("{}: async", file.display()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn an_effect_is_found_in_a_group_and_in_a_path_but_not_in_words() {
    assert_eq!(
        effects("use std::{collections::BTreeMap, fs, time::{Duration, Instant}};"),
        ["std::time::Instant", "std::fs"]
    );
    assert_eq!(
        effects("let now = std::time::SystemTime::now();"),
        ["std::time::SystemTime"]
    );
    assert_eq!(effects("use tokio::sync::mpsc;"), ["tokio"]);
    assert_eq!(
        effects("// std::fs\nlet x = \"std::net\"; let operand = 1; /* tokio */"),
        [""; 0]
    );
    assert_eq!(effects("#[cfg(test)]\nmod tests { use std::fs; }"), [""; 0]);
}

#[test]
fn every_dependency_is_used() {
    let mut faults = Vec::new();
    for (name, dependencies) in manifests() {
        let mut words = Vec::new();
        for file in files(&name) {
            let text = fs::read_to_string(&file).unwrap();
            let word = |one: char| !(one.is_alphanumeric() || one == '_');
            words.extend(text.split(word).map(str::to_owned));
        }
        for (dependency, _) in dependencies {
            let spelled = dependency.replace('-', "_");
            let is_unnamed = UNNAMED
                .iter()
                .any(|(of, one, _)| *of == name && *one == dependency);
            if !words.contains(&spelled) && !is_unnamed {
                faults.push(format!("{name} does not use {dependency}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_source_file_is_too_long_to_read() {
    let mut faults = Vec::new();
    for (name, _) in ARROWS {
        for file in sources(name) {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            if lines > 1000 {
                faults.push(format!("{} has {lines} lines: split it", file.display()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
