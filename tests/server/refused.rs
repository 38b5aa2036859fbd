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
