//! What the running server answers from outside: who gets in, who has to go, and what nobody gets.

mod audit;
mod catch_up;
mod chatham_house;
mod checks;
mod corrections;
mod decisions;
mod doubled;
mod drafts;
mod events;
mod flood;
mod headers;
mod lasting;
mod links;
mod malformed;
mod many_points;
mod messages;
mod previews;
mod refused;
mod reworded;
mod rights;
mod sockets;
mod statements;
mod stopping;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use automerge::{
    AutoCommit, ObjId, ObjType, ROOT, ReadDoc,
    sync::{Message as SyncMessage, State, SyncDoc},
    transaction::Transactable,
};
use futures_util::{SinkExt, StreamExt};
use model::id::{DocumentId, PersonId};
use reqwest::{Client, Method, RequestBuilder, Response, header};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use storage::{
    sign_ins::{SignInLink, TokenHash},
    store::Store,
};
use storage_sqlite::SqliteStore;
use sync::message::{Addressed, Message, PeerId, PeerMetadata};
use tests::{database::id, site::Site};
use tokio::{
    net::TcpStream,
    time::{sleep, timeout},
};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{self, Error, client::IntoClientRequest},
};

/// How long anything may take that is to happen.
const PATIENCE: Duration = Duration::from_secs(8);

/// The site's database, opened beside the server as a command opens it.
async fn store(site: &Site) -> Arc<dyn Store> {
    let file = site.data().join("rapporteur.sqlite");
    Arc::new(SqliteStore::open(&file).await.unwrap())
}

/// Asks for something; `by` is a header that says who asks.
fn ask(site: &Site, by: (&'static str, &str), method: Method, path: &str) -> RequestBuilder {
    let address = format!("{}{path}", site.url());
    Client::new().request(method, address).header(by.0, by.1)
}

async fn get(site: &Site, by: (&'static str, &str), path: &str) -> Value {
    let response = ask(site, by, Method::GET, path).send().await.unwrap();
    assert_eq!(response.status(), 200, "{path}");
    response.json().await.unwrap()
}

/// Waits until something is so.
async fn awaited(is_so: impl AsyncFn() -> bool) {
    let since = Instant::now();
    while !is_so().await {
        assert!(since.elapsed() < PATIENCE, "it is not so in time");
        sleep(Duration::from_millis(50)).await;
    }
}

/// The SHA-256 of words, as the interface writes it.
fn hash_of(words: &str) -> String {
    let hash = Sha256::digest(words);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Uses a fresh sign-in link of the person up.
async fn redeem(site: &Site, email: &str) -> Response {
    let secret = format!("the link of {email}");
    let store = store(site).await;
    let person = store.person_by_email(email).await.unwrap().unwrap();
    let link = SignInLink {
        token_hash: TokenHash(Sha256::digest(secret.as_bytes()).into()),
        person_id: person.id,
        created_at: 0,
        expires_at: i64::MAX,
    };
    store.add_sign_in_link(link).await.unwrap();
    store.close().await;
    let redeem = Client::new().post(format!("{}/api/sign-in/redeem", site.url()));
    let response = redeem.json(&json!({ "token": secret })).send().await;
    let response = response.unwrap();
    assert_eq!(response.status(), 200);
    response
}

/// The cookie of a browser in which the person has just signed in.
async fn cookie(site: &Site, email: &str) -> String {
    let response = redeem(site, email).await;
    let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

fn bearer(token: &str) -> String {
    format!("Bearer {token}")
}

async fn person(site: &Site, by: (&'static str, &str)) -> PersonId {
    let me = get(site, by, "/api/me").await;
    id(me["person"]["id"].as_str().unwrap())
}

/// The notes of a session of the demo edition.
async fn notes(site: &Site, token: &str, session: &str) -> DocumentId {
    let by = bearer(token);
    let sessions = get(
        site,
        ("authorization", &by),
        "/api/editions/igf-2023/sessions",
    )
    .await;
    let mut sessions = sessions.as_array().unwrap().iter();
    let session = sessions.find(|one| one["id"] == session).unwrap();
    id(session["documentId"].as_str().unwrap())
}

/// A browser's tab, as far as the server sees it.
struct Tab {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    name: PeerId,
}

impl Tab {
    /// Opens a socket and joins; the status of the answer where the server refuses.
    async fn open(address: &str, headers: &[(&'static str, &str)]) -> Result<Self, u16> {
        let mut request = address.into_client_request().unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        let socket = match connect_async(request).await {
            Ok((socket, _)) => socket,
            Err(Error::Http(answer)) => return Err(answer.status().as_u16()),
            Err(error) => panic!("{error}"),
        };
        let name = PeerId::new("tab").unwrap();
        let mut tab = Self { socket, name };
        tab.say(&Message::Join {
            sender: tab.name.clone(),
            metadata: PeerMetadata::default(),
            versions: None,
        })
        .await;
        let answer = tab.hear().await;
        assert!(matches!(answer, Some(Message::Peer { .. })), "{answer:?}");
        Ok(tab)
    }

    /// Opens a socket that has to open.
    async fn of(site: &Site, token: &str) -> Self {
        Self::open(&site.sync_url(token), &[]).await.unwrap()
    }

    async fn say(&mut self, message: &Message) {
        self.send(message.encode()).await.unwrap();
    }

    async fn send(&mut self, frame: Vec<u8>) -> Result<(), Error> {
        let frame = tungstenite::Message::Binary(frame.into());
        self.socket.send(frame).await
    }

    /// The next frame; `None` once the server has closed the connection.
    async fn hear(&mut self) -> Option<Message> {
        loop {
            let frame = timeout(PATIENCE, self.socket.next()).await;
            match frame.expect("the server says something in time") {
                Some(Ok(tungstenite::Message::Binary(frame))) => {
                    return Some(Message::decode(&frame, usize::MAX).unwrap());
                }
                Some(Ok(tungstenite::Message::Close(_)) | Err(_)) | None => return None,
                Some(Ok(_)) => {}
            }
        }
    }

    /// Hears an `error` and then the end; what the error says.
    async fn refused(&mut self) -> String {
        let last = self.hear().await;
        let Some(Message::Error { message, .. }) = last else {
            panic!("{last:?} is no error");
        };
        assert_eq!(self.hear().await, None);
        message
    }

    fn to(&self, document: DocumentId, content: Vec<u8>) -> Addressed<Vec<u8>> {
        Addressed {
            sender: self.name.clone(),
            target: None,
            document: document.to_string(),
            content,
        }
    }

    /// Opens a document and stays until both sides hold the same.
    async fn document(&mut self, document: DocumentId) -> Copy {
        let mut copy = Copy {
            id: document,
            text: AutoCommit::new(),
            state: State::new(),
        };
        self.sync(&mut copy).await;
        assert!(!copy.text.get_heads().is_empty());
        copy
    }

    /// Sends and hears until the server has what the copy has.
    async fn sync(&mut self, copy: &mut Copy) {
        loop {
            if let Some(message) = copy.text.sync().generate_sync_message(&mut copy.state) {
                let to = self.to(copy.id, message.encode());
                self.say(&Message::Sync(to)).await;
            }
            let heads = copy.text.get_heads();
            if !heads.is_empty() && copy.state.their_heads.as_ref() == Some(&heads) {
                return;
            }
            let answer = self.hear().await;
            let Some(Message::Sync(answer)) = answer else {
                panic!("{answer:?} is no sync message");
            };
            let answer = SyncMessage::decode(&answer.content).unwrap();
            let mut sync = copy.text.sync();
            sync.receive_sync_message(&mut copy.state, answer).unwrap();
        }
    }
}

/// A tab's copy of a document.
struct Copy {
    id: DocumentId,
    text: AutoCommit,
    state: State,
}

impl Copy {
    /// Types at the end.
    fn write(&mut self, words: &str) {
        let (kind, text) = self.text.get(ROOT, "text").unwrap().unwrap();
        assert_eq!(kind.to_objtype(), Some(ObjType::Text));
        let end = self.text.length(&text);
        self.text.splice_text(&text, end, 0, words).unwrap();
    }

    /// Records a key point that stands on no words, in the place of one of the same id.
    fn mark(&mut self, id: &str, statement: &str) {
        let points = self.text.get(ROOT, "keyPoints").unwrap().unwrap().1;
        let record = self.text.put_object(&points, id, ObjType::Map).unwrap();
        let said = self.text.put_object(&record, "statement", ObjType::Text);
        self.text
            .splice_text(said.unwrap(), 0, 0, statement)
            .unwrap();
    }

    /// Where the statement of a key point is.
    fn statement(&self, id: &str) -> ObjId {
        let points = self.text.get(ROOT, "keyPoints").unwrap().unwrap().1;
        let record = self.text.get(&points, id).unwrap().unwrap().1;
        self.text.get(&record, "statement").unwrap().unwrap().1
    }
}
