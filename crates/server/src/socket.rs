//! The WebSocket on which documents are kept in step, as automerge-repo speaks it.

use std::{collections::HashMap, sync::Arc, time::Duration};

use axum::{
    extract::{
        State,
        ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade},
    },
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use futures_util::{SinkExt, StreamExt, stream::SplitSink};
use model::{
    id::{DocumentId, PersonId},
    may::{Action, Object},
};
use serde::Deserialize;
use storage::{
    document_chunks::{DocumentOf, DocumentRecord},
    error::StoreError,
};
use sync::{
    connection::{Connection, Step},
    room::{Access, ConnectionId, FromPeer},
};
use tokio::{
    sync::Semaphore,
    time::{Instant, interval, sleep_until, timeout},
};

use crate::{
    api::{error::ApiError, extract::Query, place::place},
    app::{App, ended},
    effects::now,
    rooms::{MOST_OF_ONE, Outbox, ToRoom, ToSocket, Turn},
    sign_in::{self, SignedIn},
};

/// How often what a client shows of its caret is passed on: of what comes in between, the newest.
const PRESENCE: Duration = Duration::from_millis(50);
/// How many bytes more than a frame may have are taken, so that one that is too large is refused with a word.
const TOO_LARGE: usize = 1 << 20;
/// How often the client is asked whether it is still there, and the server whether its person is still signed in.
const PING: Duration = Duration::from_secs(20);
/// How long a client may be silent, or a frame take to be sent.
const SILENCE: Duration = Duration::from_secs(50);
/// The close code of a socket that is one too many, for the page to explain: see `web/src/sync/server-connection.ts`.
const TOO_MANY_SOCKETS: u16 = 4429;
/// How long a client that is refused may take to hear why.
const WORD: Duration = Duration::from_secs(2);
/// What a client is told when its person is no longer signed in.
const SIGNED_OUT: &str = "you are signed out";

/// What may stand in the address.
#[derive(Deserialize)]
pub(crate) struct Ticket {
    /// The token of a program, which has no cookies.
    token: Option<String>,
    /// For whom the page keeps what it will send. Another person may have signed in at the same browser since.
    person: Option<PersonId>,
}

/// Opens a socket for whoever is signed in.
pub(crate) async fn open(
    State(app): State<Arc<App>>,
    Query(ticket): Query<Ticket>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Result<Response, ApiError> {
    let credentials = Credentials { ticket, headers };
    let person = credentials
        .person(&app)
        .await?
        .ok_or_else(ApiError::signed_out)?;
    let expires = credentials.expires(&app).await?;
    let most = app.settings.frame_limit + TOO_LARGE;
    let upgrade = upgrade.max_message_size(most).max_frame_size(most);
    let Some(seat) = app.rooms.seat(person) else {
        tracing::warn!(person.id = %person, "a socket too many was refused");
        return Ok(upgrade.on_upgrade(refuse_seat).into_response());
    };
    Ok(upgrade
        .on_upgrade(async move |socket| {
            run(app, person, credentials, expires, socket).await;
            drop(seat);
        })
        .into_response())
}

/// A page cannot read why an upgrade was refused, but it can read a close code.
async fn refuse_seat(mut socket: WebSocket) {
    let close = CloseFrame {
        code: TOO_MANY_SOCKETS,
        reason: format!("more than {MOST_OF_ONE} connections of one person, or too many in all")
            .into(),
    };
    // Whoever does not read it is not waited for.
    let _ = timeout(WORD, socket.send(Message::Close(Some(close)))).await;
}

/// What the person behind the socket signed in with, to be asked again and again.
struct Credentials {
    ticket: Ticket,
    headers: HeaderMap,
}

impl Credentials {
    /// Who is signed in by them now, unless it is somebody else than the page takes it to be.
    async fn person(&self, app: &App) -> Result<Option<PersonId>, StoreError> {
        let person = match &self.ticket.token {
            Some(token) => sign_in::person_of_token(app, token).await?,
            None => sign_in::person_of(app, &self.headers).await?,
        };
        Ok(person.filter(|person| self.ticket.person.is_none_or(|meant| meant == *person)))
    }

    /// When they end, where that is settled: a token's time is, a browser's grows while it is in use.
    async fn expires(&self, app: &App) -> Result<Option<Instant>, StoreError> {
        let Some(token) = &self.ticket.token else {
            return Ok(None);
        };
        let (now, hash) = (now(), sign_in::hash(token));
        let left = match app.store.api_token(hash, now).await? {
            Some(token) => u64::try_from(token.expires_at - now).unwrap_or(0),
            None => 0,
        };
        Ok(Some(Instant::now() + Duration::from_millis(left)))
    }
}

async fn run(
    app: Arc<App>,
    person: PersonId,
    credentials: Credentials,
    expires: Option<Instant>,
    socket: WebSocket,
) {
    let Some((id, connection)) = app.rooms.connection() else {
        return;
    };
    let (out, mut frames) = socket.split();
    let outbox = Outbox::default();
    let turns = Arc::new(Semaphore::new(1));
    let mut rights = app.rooms.access_changes();
    rights.mark_unchanged();
    let mut stopping = app.stopping();
    let mut ping = interval(PING);
    let mut heard = Instant::now();
    let mut session = Session {
        app,
        id,
        person,
        connection,
        out,
        outbox: outbox.clone(),
        turn: None,
        presence: HashMap::new(),
        open: HashMap::new(),
    };
    let mut shown = Instant::now();
    loop {
        let next = tokio::select! {
            Ok(turn) = turns.clone().acquire_owned(), if session.turn.is_none() => {
                session.turn = Some(turn);
                heard = Instant::now();
                Next::GoOn
            }
            frame = frames.next(), if session.turn.is_some() && outbox.is_short() => {
                heard = Instant::now();
                match frame {
                    Some(Ok(Message::Binary(frame))) => session.frame(frame).await,
                    Some(Ok(Message::Close(_))) | None => {
                        // What waits may be the word that its carets are gone.
                        session.show().await;
                        Next::End
                    }
                    // Larger than is taken at all, or the line is broken; then nobody hears it.
                    Some(Err(_)) => session.refuse("the frame is too large or cannot be read").await,
                    Some(Ok(Message::Text(_))) => session.refuse("frames must be binary").await,
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => Next::GoOn,
                }
            }
            told = outbox.next() => session.told(told).await,
            () = at((!session.presence.is_empty()).then(|| shown + PRESENCE)) => {
                shown = Instant::now();
                session.show().await
            }
            Ok(()) = rights.changed() => session.rights_changed(&credentials).await,
            _ = ping.tick() => {
                // Nobody is silent who is not listened to.
                let is_silent = session.turn.is_some() && heard.elapsed() > SILENCE;
                if is_silent { Next::End } else { session.ping(&credentials).await }
            }
            () = at(expires) => session.refuse(SIGNED_OUT).await,
            () = ended(&mut stopping) => session.refuse("the server stops").await,
        };
        if let Next::End = next {
            break;
        }
    }
    outbox.end();
    for document in session.open.keys() {
        session.app.rooms.tell_if_open(*document, ToRoom::Leave(id));
    }
}

/// Returns at this moment; never, where there is none.
async fn at(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment).await,
        None => std::future::pending().await,
    }
}

enum Next {
    GoOn,
    End,
}

struct Session {
    app: Arc<App>,
    id: ConnectionId,
    person: PersonId,
    connection: Connection,
    out: SplitSink<WebSocket, Message>,
    outbox: Outbox,
    /// There while no room works on what the client said last; only then more is heard of it.
    turn: Option<Turn>,
    /// The newest presence that is to be passed on.
    presence: HashMap<DocumentId, FromPeer>,
    /// The documents that were asked for, with what may be done to them now.
    open: HashMap<DocumentId, Opened>,
}

/// A document that was asked for.
#[derive(Clone, Copy)]
struct Opened {
    access: Option<Access>,
    /// Whether the room knows this connection.
    joined: bool,
}

impl Session {
    async fn send(&mut self, message: Message) -> Next {
        match timeout(SILENCE, self.out.send(message)).await {
            Ok(Ok(())) => Next::GoOn,
            _ => Next::End,
        }
    }

    async fn refuse(&mut self, reason: &str) -> Next {
        let last = self.connection.error(reason);
        self.send(Message::Binary(last.into())).await;
        self.send(Message::Close(None)).await;
        Next::End
    }

    async fn frame(&mut self, frame: Bytes) -> Next {
        let step = self.connection.receive(&frame);
        drop(frame);
        match step {
            Step::Joined { reply, .. } | Step::Reply(reply) => {
                self.send(Message::Binary(reply.into())).await
            }
            Step::Route {
                document,
                message: message @ FromPeer::Ephemeral(_),
            } => {
                self.presence.insert(document, message);
                Next::GoOn
            }
            Step::Route { document, message } => {
                let turn = self.turn.take();
                self.route(document, message, turn).await
            }
            Step::Nothing => Next::GoOn,
            Step::Close { last, reason } => {
                tracing::info!(person.id = %self.person, reason, "a connection is closed for what it sent");
                self.send(Message::Binary(last.into())).await;
                self.send(Message::Close(None)).await;
                Next::End
            }
        }
    }

    async fn told(&mut self, told: ToSocket) -> Next {
        match told {
            ToSocket::Send(document, message) => {
                let frame = self.connection.encode(document, &message);
                self.send(Message::Binary(frame.into())).await
            }
            ToSocket::Close(reason) => self.refuse(&reason).await,
            ToSocket::Overflow => Next::End,
        }
    }

    /// Passes on where the client's carets are.
    async fn show(&mut self) -> Next {
        for (document, message) in std::mem::take(&mut self.presence) {
            if let Next::End = self.route(document, message, None).await {
                return Next::End;
            }
        }
        Next::GoOn
    }

    async fn route(&mut self, document: DocumentId, message: FromPeer, turn: Option<Turn>) -> Next {
        let known = self.open.get(&document).map(|opened| opened.access);
        let access = match known {
            Some(access) => access,
            None => match self.join(document).await {
                Ok(access) => access,
                Err(error) => {
                    tracing::error!(%error, "a right could not be looked up");
                    return self.refuse("the document cannot be opened now").await;
                }
            },
        };
        if access.is_some() {
            self.app
                .rooms
                .tell(document, ToRoom::Message(self.id, message, turn))
                .await;
            return Next::GoOn;
        }
        // Unknown and forbidden look the same.
        match message {
            FromPeer::Sync(_) => {
                let frame = self.connection.unavailable(document);
                self.send(Message::Binary(frame.into())).await
            }
            FromPeer::Ephemeral(_) => Next::GoOn,
        }
    }

    /// Opens a document for the person, if it may be read.
    async fn join(&mut self, document: DocumentId) -> Result<Option<Access>, StoreError> {
        let Some(who) = sign_in::load(&self.app, self.person).await? else {
            return Ok(None);
        };
        let record = self.app.store.document(document).await?;
        let access = match &record {
            Some(record) => access(&self.app, &who, record).await?,
            None => None,
        };
        let mut joined = false;
        if let (Some(access), Some(peer)) = (access, self.connection.client().cloned()) {
            joined = true;
            let join = ToRoom::Join {
                connection: self.id,
                peer,
                person: self.person,
                access,
                own_actor: self.connection.own_actor(document),
                socket: self.outbox.clone(),
            };
            self.app.rooms.tell(document, join).await;
        }
        // What is not there may be there tomorrow: only documents that exist are remembered.
        if record.is_some() {
            self.open.insert(document, Opened { access, joined });
        }
        Ok(access)
    }

    /// Asks the client whether it is still there, unless its person is no longer signed in.
    async fn ping(&mut self, credentials: &Credentials) -> Next {
        match credentials.person(&self.app).await {
            Ok(Some(_)) => {}
            Ok(None) => return self.refuse(SIGNED_OUT).await,
            // A store that cannot be read takes nothing either; the next ping asks again.
            Err(error) => tracing::warn!(%error, "a sign-in could not be looked up again"),
        }
        self.send(Message::Ping(Bytes::new())).await
    }

    async fn rights_changed(&mut self, credentials: &Credentials) -> Next {
        match self.look_again(credentials).await {
            Ok(next) => next,
            Err(error) => {
                tracing::error!(%error, "rights could not be looked up again");
                self.refuse("your rights cannot be looked up now").await
            }
        }
    }

    async fn look_again(&mut self, credentials: &Credentials) -> Result<Next, StoreError> {
        let who = match credentials.person(&self.app).await? {
            Some(person) => sign_in::load(&self.app, person).await?,
            None => None,
        };
        let Some(who) = who else {
            return Ok(self.refuse(SIGNED_OUT).await);
        };
        let documents: Vec<_> = self
            .open
            .iter()
            .map(|(id, opened)| (*id, *opened))
            .collect();
        for (id, opened) in documents {
            let now = match self.app.store.document(id).await? {
                Some(record) => access(&self.app, &who, &record).await?,
                None => None,
            };
            if now == opened.access {
                continue;
            }
            if opened.joined {
                self.open.insert(
                    id,
                    Opened {
                        access: now,
                        ..opened
                    },
                );
                self.app.rooms.tell(id, ToRoom::Access(self.id, now)).await;
            } else {
                self.open.remove(&id);
                self.join(id).await?;
            }
        }
        Ok(Next::GoOn)
    }
}

/// What a person may do in a document now.
async fn access(
    app: &App,
    who: &SignedIn,
    record: &DocumentRecord,
) -> Result<Option<Access>, StoreError> {
    if record.successor.is_some() {
        return Ok(None);
    }
    let Some(edition) = app.store.edition(record.of.edition()).await? else {
        return Ok(None);
    };
    let place = place(&edition.track.id, &edition.edition.id);
    let session = match &record.of {
        DocumentOf::Notes(edition, session) => match app.store.session(edition, session).await? {
            Some(session) => Some(session),
            None => return Ok(None),
        },
        DocumentOf::Output(..) => None,
    };
    let object = match &session {
        Some(session) => Object::Notes(place, &session.session.id, session.state),
        None => Object::OutputDocument(place),
    };
    Ok(if who.may(Action::Write, object) {
        Some(Access::ReadWrite)
    } else if who.may(Action::Read, object) {
        Some(Access::ReadOnly)
    } else {
        None
    })
}
