//! The commands that outside programs rely on, run as they run them.

use std::{fs, path::PathBuf, process::Output};

use serde_json::{Value, json};
use tests::{repository, site::Site};

fn site_with_edition() -> Site {
    let site = Site::empty();
    site.must(["import".as_ref(), repository::demo_edition().as_os_str()]);
    site
}

/// A command that fails says why in one line, and nothing on standard output.
#[track_caller]
fn failure(output: &Output, status: i32) -> String {
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    assert_eq!(output.status.code(), Some(status), "{said}");
    assert!(output.stdout.is_empty());
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

/// The demo edition with one thing changed, as a file.
fn changed_edition(site: &Site, change: impl FnOnce(&mut Value)) -> PathBuf {
    let text = fs::read_to_string(repository::demo_edition()).unwrap();
    let mut edition = serde_json::from_str(&text).unwrap();
    change(&mut edition);
    let file = site.data().join("edition.json");
    fs::write(&file, edition.to_string()).unwrap();
    file
}

fn export(site: &Site, format: &str, more: &[&str]) -> Vec<u8> {
    let file = site.data().join(format!("document.{format}"));
    let path = file.to_str().unwrap();
    let mut arguments = vec![
        "export",
        "--edition",
        "igf-2023",
        "--format",
        format,
        "--out",
        path,
    ];
    arguments.extend(["--date", "2023-10-09"]);
    arguments.extend(more);
    site.must(arguments);
    fs::read(&file).unwrap()
}

#[test]
fn importing_the_same_file_again_changes_nothing() {
    let site = site_with_edition();
    let said = site.must(["import".as_ref(), repository::demo_edition().as_os_str()]);
    assert!(said.contains("nothing has changed"), "{said}");
}

#[test]
fn importing_a_changed_file_tells_what_is_there_from_what_was_left_out() {
    let site = site_with_edition();
    let mut points = 0;
    let mut import = |change: &dyn Fn(&mut Value)| {
        let file = changed_edition(&site, |edition| {
            let sessions = edition["sessions"].as_array().unwrap().iter();
            let lists = sessions.filter_map(|session| session["keyPoints"].as_array());
            points = lists.map(Vec::len).sum();
            change(edition);
        });
        (points, site.must(["import".as_ref(), file.as_os_str()]))
    };
    let (points, said) = import(&|edition| edition["edition"]["title"] = "Renamed".into());
    assert!(
        said.contains(&format!("0 key points added, {points} there already\n")),
        "{said}"
    );
    let (points, said) = import(&|edition| {
        let first = &mut edition["sessions"][0]["keyPoints"];
        // Twice the same is not there because one of it is.
        let again = first[0].clone();
        first.as_array_mut().unwrap().push(again);
        first[0]["state"] = "confirmed".into();
    });
    let told = format!(
        "0 key points added, {points} there already; 1 key point left out, \
         because people write the notes that it would stand in\n"
    );
    assert!(said.contains(&told), "{said}");
}

#[test]
fn words_stay_those_of_who_said_them_when_a_later_file_lists_somebody_else_first() {
    let site = Site::empty();
    let address = |name: &str| format!("https://example.org/{name}");
    let import = |people: &[&str], recordings: &[&str]| {
        let file = changed_edition(&site, |edition| {
            let place = |all: &[&str], one| all.iter().position(|other| *other == one);
            let people = people
                .iter()
                .map(|name| json!({ "name": name, "role": "speaker" }));
            let recordings_of = recordings
                .iter()
                .map(|name| json!({ "url": address(name) }));
            let point = |statement: &str, speaker: &str, recording| {
                let mut point =
                    json!({ "statement": statement, "state": "accepted", "speaker": speaker });
                if let Some(place) = place(recordings, recording) {
                    point["source"] = json!({ "recording": place, "at": "00:07:40" });
                }
                point
            };
            let session = &mut edition["sessions"][0];
            session["people"] = people.collect();
            session["recordings"] = recordings_of.collect();
            session["keyPoints"] = json!([
                point("Report each breach.", "p1", "morning"),
                point("Publish each report.", "Bob Jones", "evening"),
            ]);
        });
        site.must(["import".as_ref(), file.as_os_str()]);
    };
    let rows = || {
        let text = String::from_utf8(export(&site, "md", &[])).unwrap();
        let row = |words: &str| {
            let mut rows = text.lines().filter(|line| line.starts_with('|'));
            rows.find(|line| line.contains(words)).unwrap().to_owned()
        };
        [row("Report each breach"), row("Publish each report")]
    };
    import(&["Ann Smith", "Bob Jones"], &["morning", "evening"]);
    site.must(["compile", "--edition", "igf-2023"]);
    let first = rows();
    for (row, words) in first
        .iter()
        .zip([["Ann Smith", "morning"], ["Bob Jones", "evening"]])
    {
        assert!(words.iter().all(|word| row.contains(word)), "{row}");
    }
    let others = ["Carol New", "Bob Jones", "Ann Smith"];
    import(&others, &["noon", "evening", "morning"]);
    assert_eq!(rows(), first);

    // Who is no longer listed is named nowhere, and neither is who stands there now.
    import(&["Bob Jones"], &["evening"]);
    import(&["Dan Newer", "Bob Jones", "Eve Newest"], &["evening"]);
    let last = rows();
    assert_eq!(last[1], first[1]);
    let names = ["Ann Smith", "Bob Jones", "Dan Newer", "Eve Newest"];
    assert!(
        names.iter().all(|name| !last[0].contains(name)),
        "{}",
        last[0]
    );
    assert!(last[0].contains(&address("morning")), "{}", last[0]);
}

#[test]
fn the_demo_brings_its_deadlines_into_a_folder_that_lacks_them_and_once() {
    let mut site = site_with_edition();
    let session = "update sessions set state = 'locked' where id = 'rehearsal'";
    site.sql(session);
    let points = site.sql("select * from key_points");
    let deadlines = |site: &Site| site.sql("select * from deadlines order by id");
    assert!(deadlines(&site).is_empty());
    site.start_demo();
    site.kill();
    let brought = deadlines(&site);
    assert_eq!(brought.len(), 4);
    assert_eq!(site.sql("select * from key_points"), points);
    let state = site.sql("select state from sessions where id = 'rehearsal'");
    assert_eq!(state, [json!({ "state": "locked" })]);
    // Each start would put them off otherwise.
    site.start_demo();
    site.kill();
    assert_eq!(deadlines(&site), brought);
}

#[test]
fn a_broken_file_names_its_fault_and_writes_nothing() {
    let site = Site::empty();
    let file = changed_edition(&site, |edition| {
        edition["sessions"][3]["keyPoints"] = serde_json::json!([
            { "statement": "Keep the lights on.", "themes": ["weather"] },
        ]);
    });
    let said = failure(&site.run(["import".as_ref(), file.as_os_str()]), 1);
    assert!(
        said.contains("/sessions/3/keyPoints/0/themes/0: there is no theme weather"),
        "{said}"
    );
    let file_only = fs::read_dir(site.data()).unwrap().count();
    assert_eq!(file_only, 1, "no database was made");

    // Where the folder would be new, it is not made either; nor for a file that is not there.
    let nowhere = site.data().join("new");
    let missing = site.data().join("missing.json");
    for file in [&file, &missing] {
        let import = ["import".as_ref(), file.as_os_str(), "--data".as_ref()];
        failure(
            &site.run(import.into_iter().chain([nowhere.as_os_str()])),
            1,
        );
        assert!(!nowhere.exists(), "{}", file.display());
    }
}

#[test]
fn what_a_file_has_wrong_is_told_by_place_in_words_that_name_no_part_of_the_program() {
    let site = Site::empty();
    let told = |change: &dyn Fn(&mut Value), expected: &str| {
        let file = changed_edition(&site, change);
        let said = failure(&site.run(["import".as_ref(), file.as_os_str()]), 1);
        assert!(said.contains(expected), "{said}");
        for word in ["struct", "enum", "Entry", "sequence", "invalid type"] {
            assert!(!said.contains(word), "{said}");
        }
        let check = failure(&site.run(["check", "--edition", "igf-2023"]), 1);
        assert!(check.contains("there are no data in"), "{check}");
    };
    told(
        &|file| file["sessions"][0]["title"] = " ".into(),
        ": /sessions/0/title: is blank; leave the field out where there is none",
    );
    told(
        &|file| file["track"]["title"]["en"] = "".into(),
        ": /track/title/en: is blank",
    );
    told(
        &|file| file["themes"][1]["label"] = serde_json::json!({}),
        ": /themes/1/label: holds no words",
    );
    told(
        &|file| file["sessions"][0] = "EuroDIG".into(),
        ": /sessions/0: must be an object, but is the text \"EuroDIG\" (line 1",
    );
    told(
        &|file| file["sessions"][0]["people"][1]["name"] = "Ann\u{0}Smith".into(),
        ": /sessions/0/people/1/name: holds the control character U+0000; take it out",
    );
    told(
        &|file| file["track"] = serde_json::json!([]),
        ": /track: must be an object, but is a list",
    );
    told(
        &|file| file["sessions"][0]["keyPoints"][0]["source"] = 7.into(),
        ": /sessions/0/keyPoints/0/source: must be the address of a page, or an object",
    );
    told(
        &|file| file["themes"] = serde_json::json!({}),
        ": /themes: must be a list, but is an object",
    );
    told(
        &|file| *file = "edition".into(),
        "was not imported: the file: must be an object, but is the text \"edition\" (line 1",
    );
}

#[test]
fn where_nothing_was_ever_stored_only_who_begins_a_site_makes_one() {
    let site = Site::empty();
    let nowhere = site.data().join("no where");
    let folder = nowhere.to_str().unwrap();
    let out = site.data().join("x.md");
    let out = out.to_str().unwrap();
    let commands: [&[&str]; 4] = [
        &["check", "--edition", "igf-2023"],
        &["compile", "--edition", "igf-2023"],
        &[
            "export",
            "--edition",
            "igf-2023",
            "--format",
            "md",
            "--out",
            out,
        ],
        &["token", "--person", "a@example.org"],
    ];
    let database = format!("sqlite://{folder}/other.sqlite");
    for command in commands {
        let mistyped = [command, &["--data", folder]].concat();
        let said = failure(&site.run(mistyped), 1);
        let expected = format!("there are no data in {folder}: say with --data");
        assert!(said.contains(&expected), "{said}");
        assert!(!nowhere.exists(), "{command:?}");

        let said = failure(&site.run([command, &["--database", &database]].concat()), 1);
        assert!(said.contains("--database"), "{said}");
        assert!(!nowhere.exists(), "{command:?}");

        // The folder is there, and nothing in it.
        failure(&site.run(command), 1);
        assert_eq!(fs::read_dir(site.data()).unwrap().count(), 0, "{command:?}");
    }
    let edition = repository::demo_edition();
    let import = ["import", edition.to_str().unwrap(), "--data", folder];
    site.must(import);
    site.must([commands[3], &["--data", folder]].concat());
}

#[test]
fn an_unknown_edition_format_or_role_is_answered_with_those_there_are() {
    let site = site_with_edition();
    let said = failure(&site.run(["compile", "--edition", "igf-1999"]), 1);
    assert!(said.contains("igf-2023"), "{said}");
    let export = [
        "export",
        "--edition",
        "igf-2023",
        "--format",
        "wordperfect",
        "--out",
        "x",
    ];
    let said = failure(&site.run(export), 2);
    assert!(said.contains("docx") && said.contains("pdf"), "{said}");
    let token = [
        "token",
        "--person",
        "a@example.org",
        "--role",
        "king",
        "--edition",
        "igf-2023",
    ];
    let said = failure(&site.run(token), 2);
    let endless = [
        "token",
        "--person",
        "a@example.org",
        "--ttl",
        "99999999999999d",
    ];
    failure(&site.run(endless), 2);
    let command = failure(&site.run(["compost"]), 2);
    assert!(command.contains("compile"), "{command}");
    let settings = ["check", "--edition", "igf-2023", "--config", "nowhere.toml"];
    let settings = failure(&site.run(settings), 1);
    assert!(settings.contains("nowhere.toml"), "{settings}");
    assert!(
        said.contains("editor") && said.contains("rapporteur"),
        "{said}"
    );
}

#[test]
fn the_zero_draft_holds_what_was_accepted_and_nothing_that_nobody_said() {
    let site = site_with_edition();
    site.must(["compile", "--edition", "igf-2023"]);
    let text = String::from_utf8(export(&site, "md", &[])).unwrap();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = words(&text.replace('\\', ""));
    let edition: Value =
        serde_json::from_str(&fs::read_to_string(repository::demo_edition()).unwrap()).unwrap();
    let (mut inside, mut outside) = (0, 0);
    for session in edition["sessions"].as_array().unwrap() {
        for key_point in session["keyPoints"].as_array().unwrap() {
            // The first words are enough, and free of what Markdown escapes.
            let statement = words(key_point["statement"].as_str().unwrap());
            let beginning = statement.split_inclusive(' ').take(6).collect::<String>();
            let was_said = key_point["basis"] == "reported" && key_point["state"] == "accepted";
            assert_eq!(text.contains(beginning.trim()), was_said, "{statement}");
            if was_said { inside += 1 } else { outside += 1 }
        }
    }
    assert!(inside > 0 && outside > 0);
}

#[test]
fn the_same_document_and_date_give_the_same_bytes_in_every_format() {
    let site = site_with_edition();
    site.must(["compile", "--edition", "igf-2023"]);
    for (format, beginning) in [
        ("docx", &b"PK"[..]),
        ("pdf", b"%PDF-"),
        ("html", b"<!"),
        ("md", b""),
        ("json", b"{"),
    ] {
        let first = export(&site, format, &[]);
        assert!(first.starts_with(beginning), "{format}");
        assert!(
            first == export(&site, format, &[]),
            "{format} differs from one run to the next"
        );
    }
    let ast: Value = serde_json::from_slice(&export(&site, "json", &[])).unwrap();
    assert!(ast["pandoc-api-version"].is_array());
}

#[test]
fn check_tells_what_is_missing_as_json() {
    let site = site_with_edition();
    site.must(["compile", "--edition", "igf-2023"]);
    let output = site.run(["check", "--edition", "igf-2023", "--json"]);
    let check: Value = serde_json::from_slice(&output.stdout).unwrap();
    let without: Vec<_> = check["sessionsWithoutKeyPoint"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| id.as_str().unwrap())
        .collect();
    assert!(without.contains(&"lacigf-2023"), "{without:?}");
    assert!(check["diagnostics"].is_array());
    let has_error = check["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .any(|one| one["severity"] == "error");
    assert_eq!(output.status.code(), Some(i32::from(has_error)));
}

#[test]
fn check_calls_a_session_without_a_title_what_the_document_calls_it() {
    let site = site_with_edition();
    let output = site.run(["check", "--edition", "igf-2023"]);
    let said = String::from_utf8(output.stdout).unwrap();
    let plain = said.replace(['\u{2068}', '\u{2069}'], "");
    assert!(plain.contains("“Session 2” has no key point"), "{plain}");
    assert!(!plain.contains("“pt23-2”"), "{plain}");
}
