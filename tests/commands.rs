//! The commands that outside programs rely on, run as they run them.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Output,
    time::{Duration, Instant},
};

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
    // Somebody writes there.
    site.token("ada@example.org", "editor");
    site.sql(
        "insert into actor_owners (document_id, actor, person_id)
         select d.id, x'ada0', p.id from documents d cross join people p",
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

#[test]
fn one_server_at_a_time_serves_a_database_and_commands_work_beside_it() {
    let mut site = site_with_edition();
    site.start();
    for second in ["serve", "demo"] {
        let said = failure(&site.run([second, "--listen", "localhost:0"]), 1);
        assert!(said.contains("another server serves"), "{said}");
    }
    site.must(["compile", "--edition", "igf-2023"]);
    site.kill();
    // One that was killed holds nothing.
    site.start();
}

#[test]
fn the_data_are_the_owners_alone() {
    let mut site = Site::empty();
    let folder = site.data().join("new");
    site.set("RAPPORTEUR_DATA", folder.to_str().unwrap());
    site.must(["import".as_ref(), repository::demo_edition().as_os_str()]);
    site.start();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    assert!(files.len() >= 3, "{files:?}");
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn a_log_that_no_terminal_shows_has_no_colours_and_may_be_json() {
    let mut site = site_with_edition();
    let warned = |site: &Site| site.says("plain HTTP can be reached from other machines");
    site.start_for_all();
    assert!(!warned(&site).contains('\u{1b}'));
    site.kill();
    site.set("RAPPORTEUR_LOG_FORMAT", "json");
    site.start_for_all();
    let line: Value = serde_json::from_str(&warned(&site)).unwrap();
    assert_eq!(line["level"], "WARN");
}

#[test]
fn the_demo_leaves_a_folder_that_holds_another_edition_alone() {
    let site = Site::empty();
    let file = changed_edition(&site, |edition| {
        edition["edition"]["id"] = "igf-2031".into()
    });
    site.must(["import".as_ref(), file.as_os_str()]);
    let said = failure(&site.run(["demo"]), 1);
    assert!(
        said.contains("igf-2031") && said.contains("--data"),
        "{said}"
    );
    assert_eq!(
        site.sql("select id from editions"),
        [json!({ "id": "igf-2031" })]
    );
}

#[test]
fn the_database_of_another_program_is_left_as_it_is() {
    let site = Site::empty();
    site.sql("create table songs (title text)");
    let edition = repository::demo_edition();
    let said = failure(&site.run(["import".as_ref(), edition.as_os_str()]), 1);
    assert!(said.contains("the database of another program"), "{said}");
    let tables = site.sql("select name from sqlite_schema");
    assert_eq!(tables, [json!({ "name": "songs" })]);
}

#[test]
fn a_file_in_another_encoding_is_told_as_that() {
    let site = Site::empty();
    let text = fs::read_to_string(repository::demo_edition()).unwrap();
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin = text.replacen("Kyoto", "Ky\u{1}to", 1).into_bytes();
    let latin: Vec<u8> = latin
        .iter()
        .map(|byte| if *byte == 1 { 0xf4 } else { *byte })
        .collect();
    let marked = [&[0xff, 0xfe], &utf_16[..]].concat();
    for (bytes, told) in [
        (&utf_16, "UTF-16"),
        (&marked, "UTF-16"),
        (&latin, "Windows-1252"),
    ] {
        let file = site.data().join("edition.json");
        fs::write(&file, bytes).unwrap();
        let said = failure(&site.run(["import".as_ref(), file.as_os_str()]), 1);
        assert!(
            said.contains(told) && said.contains("save it as UTF-8"),
            "{said}"
        );
    }
}

#[test]
fn an_import_counts_what_it_did_and_names_the_sessions_that_the_file_lacks() {
    let site = site_with_edition();
    let file = changed_edition(&site, |edition| {
        let sessions = edition["sessions"].as_array_mut().unwrap();
        sessions[0]["place"] = "Another room".into();
        sessions.retain(|session| session["id"] != "lacigf-2023");
    });
    let said = site.must(["import".as_ref(), file.as_os_str()]);
    assert!(said.contains("0 sessions added, 1 updated, "), "{said}");
    assert!(
        said.contains("not in the file, and left as they are: lacigf-2023"),
        "{said}"
    );
}

#[test]
fn what_a_draft_leaves_out_is_counted_and_told_with_its_session() {
    let site = site_with_edition();
    site.sql(
        "update key_points set basis = 'concept' where id in
         (select id from key_points where state = 'accepted' limit 2)",
    );
    let output = site.run(["compile", "--edition", "igf-2023"]);
    let said = String::from_utf8(output.stdout).unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    let left_out: Vec<&str> = told
        .lines()
        .filter(|line| line.contains("left out"))
        .collect();
    let sessions = site.sql("select id from sessions");
    let names_session = |line: &str| {
        let mut ids = sessions.iter().map(|row| row["id"].as_str().unwrap());
        ids.any(|id| line.contains(&format!(" ({id}: ")))
    };
    assert!(left_out.iter().all(|line| names_session(line)), "{told}");
    assert!(!left_out.is_empty());
    assert!(
        said.contains(&format!("{} accepted ones were left out", left_out.len())),
        "{said}{told}"
    );
}

#[test]
fn a_file_is_written_to_standard_output_and_words_may_be_in_capitals() {
    let site = site_with_edition();
    site.must(["compile", "--edition", "igf-2023"]);
    let words = [
        "--format",
        "MD",
        "--paper",
        "US-Letter",
        "--date",
        "2023-10-09",
    ];
    let command = [
        &["export", "--edition", "igf-2023", "--out", "-"],
        &words[..],
    ]
    .concat();
    let output = site.run(command);
    assert!(output.status.success());
    assert_eq!(output.stdout, export(&site, "md", &[]));
    assert!(!Path::new("-").exists());
}

#[test]
fn wrong_usage_is_told_as_that_and_help_names_roles_and_version() {
    let site = site_with_edition();
    let export = [
        "export",
        "--edition",
        "igf-2023",
        "--format",
        "md",
        "--out",
        "-",
    ];
    let wrong: [(&[&str], &str); 5] = [
        (&["--paper", "a5"], "us-letter"),
        (&["--date", "9 October"], "YYYY-MM-DD"),
        (&["--format", "odt"], "docx"),
        (&["token", "--person", "nobody"], "e-mail address"),
        (&["serve", "--listen", "nowhere"], "127.0.0.1:8080"),
    ];
    for (words, told) in wrong {
        let command = if words[0].starts_with("--") {
            let mut command = export.to_vec();
            if let Some(at) = command.iter().position(|word| *word == words[0]) {
                command[at + 1] = words[1];
            } else {
                command.extend(words);
            }
            command
        } else {
            words.to_vec()
        };
        let said = failure(&site.run(command), 2);
        assert!(said.contains(told), "{said}");
    }
    let help = site.must(["token", "--help"]);
    for role in [
        "coordinator",
        "rapporteur",
        "moderator",
        "editor",
        "staff",
        "reader",
    ] {
        assert!(help.contains(role), "{help}");
    }
    assert!(site.must(["--version"]).starts_with("rapporteur"));
}

#[test]
fn key_points_of_a_later_file_are_taken_where_nobody_has_written_and_other_notes_are_told() {
    let mut site = site_with_edition();
    let file = changed_edition(&site, |edition| {
        let session = &mut edition["sessions"][0];
        session["people"] = json!([{ "name": "Ann Smith", "role": "speaker" }]);
        let new = json!({ "statement": "Keep the lights on.", "state": "accepted", "speaker": "Ann Smith" });
        session["keyPoints"].as_array_mut().unwrap().push(new);
        let mut sessions = edition["sessions"].as_array_mut().unwrap().iter_mut();
        let session = sessions
            .find(|session| session["notes"].is_array())
            .unwrap();
        let more = json!({ "type": "paragraph", "text": "The chair closed the session." });
        session["notes"].as_array_mut().unwrap().push(more);
    });
    let said = site.must(["import".as_ref(), file.as_os_str()]);
    assert!(said.contains(", 1 key points added, "), "{said}");
    assert!(said.contains("; the notes stay as they were"), "{said}");
    let point = "select k.state, k.speaker = p.id as known, k.removed_at from key_points k \
                 join participants p on p.session_id = k.session_id and p.name = 'Ann Smith' \
                 where k.statement = 'Keep the lights on.'";
    let there = [json!({ "state": "accepted", "known": 1, "removed_at": null })];
    assert_eq!(site.sql(point), there);
    // It stands in the notes: who looks at them leaves it on the board.
    site.start();
    let behind = "select s.id from sessions s join documents d on d.session_id = s.id where s.projected_seq < d.head_seq";
    let since = Instant::now();
    while !site.sql(behind).is_empty() {
        let patience = Duration::from_secs(10);
        assert!(since.elapsed() < patience, "the board does not follow");
    }
    assert_eq!(site.sql(point), there);
    site.must(["compile", "--edition", "igf-2023"]);
    let text = String::from_utf8(export(&site, "md", &[])).unwrap();
    assert!(text.contains("Keep the lights on"));
}
