//! Prints how long compiling 200 key points takes: `cargo run -p outline --example compile_timing`.

#![expect(clippy::unwrap_used, reason = "an example may panic")]

use std::time::Instant;

use model::{
    edition::{Addressee, Edition, Theme, Track},
    id::KeyPointId,
    key_point::{KeyPoint, KeyPointState},
    language::Lang,
    session::{Attribution, Session, SessionKind},
};
use outline::{
    compile,
    coverage::coverage,
    plan::Plan,
    programme::Programme,
    words::{Sentence, Words},
};

struct Silent;

impl Words for Silent {
    fn say(&self, _: &Sentence<'_>) -> String {
        "Words".to_owned()
    }
}

fn main() {
    let id = |name: &str, n: usize| format!("{name}-{n}");
    let programme = Programme {
        track: Track {
            id: "track".parse().unwrap(),
            title: Default::default(),
            languages: Vec::new(),
            original_language: Lang::english(),
        },
        edition: Edition {
            id: "edition".parse().unwrap(),
            title: "Edition".to_owned(),
            forum: None,
            theme: None,
            overarching_theme: None,
            place: None,
            timezone: None,
            from: None,
            to: None,
            organisers: Vec::new(),
        },
        themes: (0..8)
            .map(|n| Theme {
                id: id("theme", n).parse().unwrap(),
                label: Default::default(),
            })
            .collect(),
        addressees: (0..3)
            .map(|n| Addressee {
                id: id("addressee", n).parse().unwrap(),
                label: Default::default(),
            })
            .collect(),
        sessions: (0..20)
            .map(|n| Session {
                id: id("session", n).parse().unwrap(),
                title: None,
                kind: SessionKind::Session,
                event: None,
                place: None,
                timezone: None,
                start: Some(format!("2023-10-{:02}", n + 1)),
                end: None,
                region: None,
                attribution: Attribution::ChathamHouse,
                policy_questions: Vec::new(),
                people: Vec::new(),
                links: Vec::new(),
                remark: None,
                recordings: Vec::new(),
            })
            .collect(),
        rapporteurs: Default::default(),
    };
    let points: Vec<KeyPoint> = (0..200)
        .map(|n| {
            let words = format!(
                "Require every ministry to report breach {n} to the committee in plain language"
            );
            let key_point = KeyPointId(uuid::Uuid::from_u128(n as u128));
            let session = id("session", n % 20).parse().unwrap();
            KeyPoint {
                quote: "report a breach to the committee".to_owned(),
                themes: vec![id("theme", n % 8).parse().unwrap()],
                addressee: Some(id("addressee", n % 3).parse().unwrap()),
                state: KeyPointState::Accepted,
                ..KeyPoint::marked(key_point, session, words, Lang::english())
            }
        })
        .collect();
    let from = Instant::now();
    let compiled = compile(
        &programme,
        &points,
        &Plan::default(),
        &Lang::english(),
        &Silent,
    );
    println!(
        "compile, {} blocks: {:?}",
        compiled.outline.blocks.len(),
        from.elapsed()
    );
    let from = Instant::now();
    let covered = coverage(&programme, &points);
    println!(
        "coverage, {} cells: {:?}",
        covered.cells.len(),
        from.elapsed()
    );
}
