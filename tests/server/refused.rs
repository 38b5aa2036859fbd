//! What was refused of somebody's changes does not vanish in silence.

use std::time::Instant;

use serde_json::Value;
use sync::message::Message;
use tests::site::Site;
use tokio::time::sleep;

use super::{Duration, PATIENCE, Tab, notes};

#[tokio::test]
async fn check_tells_of_each_document_whose_changes_were_refused() {
    let site = Site::with_demo_edition();
    let check = |more: &[&str]| {
        let words = [&["check", "--edition", "igf-2023"], more].concat();
        String::from_utf8(site.run(words).stdout).unwrap()
    };
    assert!(!check(&[]).contains("refused"));
    let token = site.token("ada@example.org", "editor");
    let document = notes(&site, &token, "pt23-2").await;
    let since = Instant::now();
    for count in 1..=2 {
        let mut tab = Tab::of(&site, &token).await;
        tab.document(document).await;
        let to = tab.to(document, b"no sync message".to_vec());
        tab.say(&Message::Sync(to)).await;
        assert_eq!(tab.refused().await, "the sync message cannot be read");
        // They are kept aside while everything goes on.
        while !check(&[]).contains(&format!("refused, {count} in all")) {
            assert!(since.elapsed() < PATIENCE, "{}", check(&[]));
            sleep(Duration::from_millis(50)).await;
        }
    }
    let said = check(&[]);
    let line = said.lines().find(|line| line.contains("refused"));
    let line = line.unwrap();
    for part in [
        "warning: changes to the notes of “Session 2”",
        "from ada: the sync message cannot be read",
        "docs/operations.md",
    ] {
        assert!(line.contains(part), "{line}");
    }
    let json: Value = serde_json::from_str(&check(&["--json"])).unwrap();
    let refused = json["refusedChanges"].as_array().unwrap();
    assert_eq!(refused.len(), 2, "{refused:?}");
    assert_eq!(refused[1]["documentUrl"], format!("automerge:{document}"));
    assert_eq!(
        (&refused[1]["number"], &refused[1]["size"]),
        (&2.into(), &15.into())
    );
    assert_eq!(refused[1]["reason"], "the sync message cannot be read");
    assert!(json["diagnostics"].is_array());
}

#[tokio::test]
async fn of_one_person_only_so_much_that_was_refused_is_kept_and_the_rest_is_counted() {
    let site = Site::with_demo_edition();
    let check = |more: &[&str]| {
        let words = [&["check", "--edition", "igf-2023"], more].concat();
        String::from_utf8(site.run(words).stdout).unwrap()
    };
    let since = Instant::now();
    let refuse = async |token: &str, session: &str, size: usize, until: &str| {
        let document = notes(&site, token, session).await;
        let mut tab = Tab::of(&site, token).await;
        tab.document(document).await;
        let to = tab.to(document, vec![0; size]);
        tab.say(&Message::Sync(to)).await;
        assert_eq!(tab.refused().await, "the sync message cannot be read");
        while !check(&[]).contains(until) {
            assert!(since.elapsed() < PATIENCE, "{}", check(&[]));
            sleep(Duration::from_millis(50)).await;
        }
    };
    let ada = site.token("ada@example.org", "editor");
    let most = 12 << 20;
    refuse(&ada, "pt23-2", most, "“Session 2” were refused, 1 in all;").await;
    refuse(&ada, "pt23-2", most, "“Session 2” were refused, 2 in all;").await;
    let third = "“Session 2” were refused, 3 in all, 1 of them not kept; the last on";
    refuse(&ada, "pt23-2", most, third).await;
    // Wherever she sends them; what still fits is kept, and another person's too.
    let elsewhere = "again” were refused, 1 in all, 1 of them not kept; the last on";
    refuse(&ada, "pt23-3", most, elsewhere).await;
    refuse(&ada, "pt23-3", 5, "again” were refused, 2 in all, 1 of").await;
    let bob = site.token("bob@example.org", "editor");
    refuse(&bob, "pt23-3", most, "again” were refused, 3 in all, 1 of").await;

    let json: Value = serde_json::from_str(&check(&["--json"])).unwrap();
    let kept = json["refusedChanges"].as_array().unwrap();
    let sizes: Vec<_> = kept.iter().map(|one| &one["size"]).collect();
    assert_eq!(kept.len(), 4, "{sizes:?}");
    let mut not_kept = json["refusedNotKept"].as_array().unwrap().clone();
    not_kept.sort_by_key(|one| one["documentUrl"].as_str().unwrap().to_owned());
    assert_eq!(not_kept.len(), 2);
    for one in not_kept {
        assert_eq!((&one["pieces"], &one["size"]), (&1.into(), &most.into()));
        assert_eq!(one["personId"], kept[0]["personId"]);
    }
}
