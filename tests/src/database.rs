//! Databases of their own for tests, and records to put into them.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
};

use bytes::Bytes;
use model::{
    edition::{Addressee, Deadline, Edition, Theme, Track},
    id::{DocumentId, EditionId, KeyPointId, OutputDocumentId, PersonId},
    key_point::{KeyPoint, KeyPointKey, KeyPointKind, KeyPointState, Stance},
    language::{Label, Lang},
    output_document::{OutputDocument, OutputDocumentState},
    person::Person,
    session::{Attribution, Participant, Recording, Session, SessionKind, SessionState},
};
use serde_json::Value;
use storage::{
    document_chunks::{Actor, Append, ChangeHash, NewChunk, NewDocument, Owns},
    error::StoreError,
    key_points::NewDecision,
    output_documents::NewOutputDocument,
    programme::{EditionImport, SessionImport},
    store::Store,
};
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

/// A database of its own, removed when dropped. It can be opened several times, as by several processes.
pub struct Database {
    folder: TempDir,
}

impl Database {
    /// An empty database in a SQLite file.
    pub fn sqlite() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// The file.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("rapporteur.sqlite")
    }

    /// Replaces some bytes in the file of a closed database, as a failing disk may. Both texts must have the same length.
    pub fn damage(&self, from: &str, to: &str) {
        assert_eq!(from.len(), to.len());
        let mut bytes = std::fs::read(self.file()).unwrap();
        let places: Vec<_> = (0..bytes.len().saturating_sub(from.len()))
            .filter(|place| bytes[*place..].starts_with(from.as_bytes()))
            .collect();
        assert!(!places.is_empty(), "{from:?} is not in the file");
        for place in places {
            bytes[place..place + to.len()].copy_from_slice(to.as_bytes());
        }
        std::fs::write(self.file(), bytes).unwrap();
    }

    /// Runs a statement in the file from outside, as an operator may; the rows that it gives.
    pub fn run(&self, sql: &str) -> Vec<Value> {
        run(&self.file(), sql)
    }

    /// Opens it once more.
    pub async fn open(&self) -> Arc<dyn Store> {
        Arc::new(SqliteStore::open(&self.file()).await.unwrap())
    }
}

/// Runs a statement in a SQLite file from outside, as an operator may; the rows that it gives, as objects.
pub fn run(file: &Path, sql: &str) -> Vec<Value> {
    let mut sqlite3 = Command::new("sqlite3");
    let sqlite3 = sqlite3.args(["-json", "-cmd", ".timeout 5000"]);
    let ran = sqlite3.arg(file).arg(sql).output();
    let ran = ran.expect("the program sqlite3 is installed");
    let why = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{why}");
    // Where there are no rows it writes nothing.
    match &ran.stdout[..] {
        [] => Vec::new(),
        rows => serde_json::from_slice(rows).unwrap(),
    }
}

/// Another program that is about to write into a SQLite file; nobody else can until it is dropped.
pub struct HeldWrites(Child);

impl HeldWrites {
    pub(crate) fn in_file(file: &Path) -> Self {
        let mut sqlite3 = Command::new("sqlite3");
        let sqlite3 = sqlite3.args(["-cmd", ".timeout 5000"]).arg(file);
        let sqlite3 = sqlite3.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut holder = sqlite3.expect("the program sqlite3 is installed");
        let begin = b"begin immediate; select 'held';\n";
        holder.stdin.as_mut().unwrap().write_all(begin).unwrap();
        let mut said = String::new();
        let out = holder.stdout.as_mut().unwrap();
        BufReader::new(out).read_line(&mut said).unwrap();
        assert_eq!(said.trim(), "held");
        Self(holder)
    }
}

impl Drop for HeldWrites {
    fn drop(&mut self) {
        // Without more to read it ends, and what it had begun is taken back.
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

/// Runs a test on an empty database of each kind. Another backend is added here and nowhere else.
pub fn each_database(test: impl AsyncFn(Database)) {
    #[expect(clippy::single_element_loop, reason = "PostgreSQL will be the second")]
    for database in [Database::sqlite()] {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap()
            .block_on(test(database));
    }
}

/// Runs a test on an empty store of each kind.
pub fn each_store(test: impl AsyncFn(Arc<dyn Store>)) {
    each_database(async |database| {
        let store = database.open().await;
        test(store.clone()).await;
        store.close().await;
    });
}

/// Reads an id, a slug or a language that the test's author spelt right.
pub fn id<T: std::str::FromStr>(text: &str) -> T {
    match text.parse() {
        Ok(id) => id,
        Err(_) => panic!("{text:?} is no id"),
    }
}

/// The n-th person.
pub fn person(n: u8) -> Person {
    Person {
        id: person_id(n),
        name: format!("Person {n}"),
        email: format!("Person{n}@Example.org"),
        language: Lang::english(),
    }
}

/// The id of the n-th person.
pub fn person_id(n: u8) -> PersonId {
    id(&format!("00000000-0000-4000-8000-0000000000{n:02x}"))
}

/// The id of the n-th key point.
pub fn key_point_id(n: u8) -> KeyPointId {
    id(&format!("00000000-0000-4000-9000-0000000000{n:02x}"))
}

/// The n-th key point in the notes of a session.
pub fn key(session: &str, n: u8) -> KeyPointKey {
    KeyPointKey {
        session_id: id(session),
        id: key_point_id(n),
    }
}

/// The id of the n-th document.
pub fn document_id(n: u8) -> DocumentId {
    DocumentId([n; 16])
}

/// The hash that the n-th change pretends to have.
pub fn hash(n: u32) -> ChangeHash {
    let mut hash = [0; 32];
    hash[..4].copy_from_slice(&n.to_be_bytes());
    ChangeHash(hash)
}

/// A chunk that is no real change: storage does not look inside.
pub fn chunk(n: u32) -> NewChunk {
    NewChunk {
        hash: hash(n),
        bytes: Bytes::from(format!("change {n}")),
        actor: Actor(vec![0]),
        person_id: None,
        owns: Owns::First,
        received_at: i64::from(n),
    }
}

/// Chunks for a document, by the server.
pub fn append(document: DocumentId, numbers: &[u32]) -> Append {
    Append {
        document_id: document,
        expected: None,
        chunks: numbers.iter().map(|n| chunk(*n)).collect(),
        heads: numbers.iter().rev().take(1).map(|n| hash(*n)).collect(),
    }
}

/// A document with one chunk, by an actor of the server.
pub fn new_document(n: u8) -> NewDocument {
    NewDocument {
        id: document_id(n),
        chunks: vec![chunk(u32::from(n) << 16)],
        heads: vec![hash(u32::from(n) << 16)],
    }
}

/// A key point in a state, as a file gives it.
pub fn key_point(n: u8, session: &str, state: KeyPointState) -> KeyPoint {
    let statement = format!("Statement {n}");
    KeyPoint {
        quote: format!("Quote {n}"),
        themes: vec![id("ai")],
        addressee: Some(id("parliaments")),
        kind: Some(KeyPointKind::CallToAction),
        stance: Some(Stance::Convergence),
        attributed_to: Some("A named speaker".to_owned()),
        state,
        marked_at: 5,
        ..KeyPoint::marked(key_point_id(n), id(session), statement, Lang::english())
    }
}

/// Keeps one decision; `false` where the key point is not as it must be.
pub async fn decide(
    store: &Arc<dyn Store>,
    edition: &EditionId,
    decision: NewDecision,
) -> Result<bool, StoreError> {
    let taken = store.decide(edition, vec![decision]).await?;
    Ok(!taken.is_empty())
}

/// A session with one of everything, whose notes are the n-th document.
pub fn session(slug: &str, n: u8, key_points: Vec<KeyPoint>) -> SessionImport {
    SessionImport {
        session: Session {
            id: id(slug),
            title: Some(format!("Session {slug}")),
            kind: SessionKind::Session,
            event: None,
            place: Some("Kyoto".to_owned()),
            timezone: Some("Asia/Tokyo".to_owned()),
            start: Some("2023-10-09T09:00".to_owned()),
            end: None,
            region: None,
            attribution: Attribution::ChathamHouse,
            policy_questions: vec!["Why?".to_owned(), "How?".to_owned()],
            people: vec![Participant {
                id: "p1".to_owned(),
                name: "A Speaker".to_owned(),
                role: "speaker".to_owned(),
                affiliation: None,
                remote: true,
            }],
            links: vec!["https://example.org/".to_owned()],
            remark: None,
            recordings: vec![Recording {
                url: "https://example.org/a.mp4".to_owned(),
                starts_at: Some("2023-10-09T09:01".to_owned()),
            }],
        },
        state: SessionState::Live,
        notes: new_document(n),
        characters: 40,
        key_points,
    }
}

/// The main output document, empty, whose text is the n-th document.
pub fn output_document(n: u8) -> NewOutputDocument {
    NewOutputDocument {
        output_document: OutputDocument {
            id: main_document(),
            messages_of: None,
            language: Lang::english(),
            title: "Output document".to_owned(),
            state: OutputDocumentState::Outline,
            document_id: document_id(n),
            compiled_at: None,
        },
        document: new_document(n),
    }
}

/// The id of the main output document.
pub fn main_document() -> OutputDocumentId {
    id("main")
}

/// The edition `igf-2023` with two sessions: `s1` (document 1, key points 1 confirmed, 2 captured, 3 accepted) and `s2`
/// (document 2, none), and its main output document (document 9).
pub fn edition() -> EditionImport {
    let label = |words: &str| Label([(Lang::english(), words.to_owned())].into());
    EditionImport {
        file_sha256: [1; 32],
        at: 10,
        track: Track {
            id: id("igf-parliamentary-track"),
            title: label("IGF Parliamentary Track"),
            languages: vec![id("en"), id("ar")],
            original_language: id("en"),
        },
        edition: Edition {
            id: id("igf-2023"),
            title: "IGF 2023 Parliamentary Track".to_owned(),
            forum: None,
            theme: Some("Trust".to_owned()),
            overarching_theme: None,
            place: Some("Kyoto, Japan".to_owned()),
            timezone: Some("Asia/Tokyo".to_owned()),
            from: Some("2023-10-08".to_owned()),
            to: Some("2023-10-09".to_owned()),
            organisers: vec!["UN DESA".to_owned(), "IPU".to_owned()],
        },
        themes: vec![
            Theme {
                id: id("trust"),
                label: label("Trust"),
            },
            Theme {
                id: id("ai"),
                label: label("AI"),
            },
        ],
        addressees: vec![Addressee {
            id: id("parliaments"),
            label: label("Parliaments"),
        }],
        deadlines: vec![Deadline {
            id: id("draft"),
            label: "Zero draft".to_owned(),
            session_id: Some(id("s1")),
            opens_at: None,
            due_at: 99,
        }],
        sessions: vec![
            session(
                "s1",
                1,
                vec![
                    key_point(1, "s1", KeyPointState::Confirmed),
                    key_point(2, "s1", KeyPointState::Captured),
                    key_point(3, "s1", KeyPointState::Accepted),
                ],
            ),
            session("s2", 2, Vec::new()),
        ],
        output_documents: vec![output_document(9)],
    }
}
