//! Prints how long the parts of this crate take on a long document: `cargo run -p document --example document_timing`.

#![expect(clippy::unwrap_used, reason = "an example may panic")]

use std::{collections::BTreeMap, time::Instant};

use document::{
    notes::{self, KeyPointDraft, NewNotes},
    output::{self, Draft, DraftBlock, SourceText},
    rich_text::{Block, BlockKind},
    stored,
};
use model::{
    id::{KeyPointId, ParagraphId},
    key_point::{Basis, KeyPointKind, Stance},
};

const WORDS: &str = "Countries need a common position that every citizen has a right to privacy, and parliaments \
                     should say so in plain language before the next edition of the forum begins 🏛️. ";

/// How often each part is run; the mean is printed.
const RUNS: u32 = 10;

fn timed<T>(what: &str, work: impl Fn() -> T) -> T {
    let _warm = work();
    let from = Instant::now();
    let mut value = work();
    for _ in 1..RUNS {
        value = work();
    }
    let mean = from.elapsed().as_secs_f64() * 1000.0 / f64::from(RUNS);
    println!("{what:<58} {mean:>8.2} ms");
    value
}

fn main() {
    let blocks: Vec<Block> = (0..220)
        .map(|n| Block::new(BlockKind::Paragraph, format!("{n} {}", WORDS.repeat(2))))
        .collect();
    let points: Vec<KeyPointDraft> = (0..200)
        .map(|n| KeyPointDraft {
            id: KeyPointId(uuid::Uuid::from_u128(n)),
            block: Some(usize::try_from(n).unwrap()),
            quote: "a common position that every citizen has a right to privacy".to_owned(),
            statement: format!("Reach common position number {n}."),
            lang: None,
            themes: vec!["human-rights".parse().unwrap()],
            addressee: Some("parliaments".parse().unwrap()),
            kind: Some(KeyPointKind::CallToAction),
            stance: Some(Stance::Convergence),
            basis: Basis::Reported,
            source: None,
            speaker: None,
        })
        .collect();
    let session = "pt23-1".parse().unwrap();
    let lang = "en".parse().unwrap();
    let new = NewNotes {
        session_id: &session,
        lang: &lang,
        blocks: &blocks,
        key_points: &points,
    };
    let doc = timed("notes::create, 77,000 characters, 200 key points", || {
        notes::create(&new, [1; 16]).unwrap()
    });
    let found = timed("notes::read_key_points", || notes::read_key_points(&doc));
    println!(
        "  {} key points, {} gone",
        found.len(),
        found.iter().filter(|p| p.passage_gone).count()
    );
    timed("notes::read", || notes::read(&doc));
    timed("notes::count_characters", || notes::count_characters(&doc));

    let draft = Draft {
        blocks: (0..200)
            .map(|n| DraftBlock {
                id: ParagraphId(format!("p{n}")),
                block: Block::new(BlockKind::Operative, format!("{n} {WORDS}")),
                sources: BTreeMap::from([(
                    KeyPointId(uuid::Uuid::from_u128(n)),
                    SourceText {
                        quote: WORDS.to_owned(),
                        statement: WORDS.to_owned(),
                        session_id: None,
                    },
                )]),
                group: None,
            })
            .collect(),
    };
    let empty = output::create(&"main".parse().unwrap(), &lang, true, [1; 16]).unwrap();
    let written = timed("output::compile, 200 paragraphs", || {
        output::compile(empty.clone(), &draft).unwrap()
    });
    let changes = stored::changes_since(&empty, &[]);
    let changes = changes.iter().chain(&written.changes);
    let chunks: Vec<&[u8]> = changes.map(|change| &change.bytes[..]).collect();
    let assemble = || stored::assemble(None, chunks.iter().copied(), [2; 16]).unwrap();
    let written = timed("stored::assemble", assemble);
    timed("output::compile again, nothing new", || {
        output::compile(written.clone(), &draft).unwrap()
    });
    let mut late = draft.blocks[7].clone();
    late.id = ParagraphId("late".to_owned());
    timed("output::insert_paragraph", || {
        let mut doc = written.clone();
        output::insert_paragraph(&mut doc, &late, None).unwrap();
    });
    timed("output::read", || output::read(&written));
}
