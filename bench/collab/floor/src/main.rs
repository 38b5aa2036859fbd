//! The floor that document servers are measured against: an axum WebSocket room that sends
//! each binary frame to everyone else in the room and does nothing more.
//!
//! PORT=3999 floor            plain broadcast
//! WAL=/path/file floor       each frame is appended to a file and fdatasync'ed (group
//!                            commit) before it is broadcast: the floor of a durable server
use std::{
    collections::HashMap,
    io::Write,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
        mpsc as std_mpsc,
    },
};

use axum::{
    Router,
    extract::{
        Path, State,
        ws::{Message, WebSocket, WebSocketUpgrade},
    },
    response::Response,
    routing::get,
};
use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use tokio::sync::mpsc;

type Peers = HashMap<u64, mpsc::UnboundedSender<Bytes>>;

#[derive(Default)]
struct Room {
    peers: Mutex<Peers>,
}

impl Room {
    fn broadcast(&self, from: u64, frame: &Bytes) {
        for (id, tx) in self.peers.lock().unwrap().iter() {
            if *id != from {
                let _ = tx.send(frame.clone());
            }
        }
    }
}

struct Entry {
    room: Arc<Room>,
    from: u64,
    frame: Bytes,
}

struct App {
    rooms: Mutex<HashMap<String, Arc<Room>>>,
    next: AtomicU64,
    wal: Option<std_mpsc::Sender<Entry>>,
}

fn start_wal(path: String) -> std_mpsc::Sender<Entry> {
    let (tx, rx) = std_mpsc::channel::<Entry>();
    std::thread::spawn(move || {
        let mut file = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(path)
            .expect("WAL");
        let mut batch = Vec::new();
        let mut buf = Vec::new();
        while let Ok(first) = rx.recv() {
            batch.push(first);
            batch.extend(rx.try_iter());
            for e in &batch {
                buf.extend_from_slice(&(e.frame.len() as u32).to_le_bytes());
                buf.extend_from_slice(&e.frame);
            }
            file.write_all(&buf).expect("WAL write");
            file.sync_data().expect("WAL sync");
            buf.clear();
            for e in batch.drain(..) {
                e.room.broadcast(e.from, &e.frame);
            }
        }
    });
    tx
}

async fn upgrade(
    ws: WebSocketUpgrade,
    Path(room): Path<String>,
    State(app): State<Arc<App>>,
) -> Response {
    ws.on_upgrade(move |socket| serve(socket, room, app))
}

async fn serve(socket: WebSocket, name: String, app: Arc<App>) {
    let room = app.rooms.lock().unwrap().entry(name).or_default().clone();
    let id = app.next.fetch_add(1, Ordering::Relaxed);
    let (tx, mut rx) = mpsc::unbounded_channel::<Bytes>();
    room.peers.lock().unwrap().insert(id, tx);
    let (mut sink, mut stream) = socket.split();
    let writer = tokio::spawn(async move {
        while let Some(frame) = rx.recv().await {
            if sink.feed(Message::Binary(frame)).await.is_err() {
                return;
            }
            while let Ok(more) = rx.try_recv() {
                if sink.feed(Message::Binary(more)).await.is_err() {
                    return;
                }
            }
            if sink.flush().await.is_err() {
                return;
            }
        }
    });
    while let Some(Ok(message)) = stream.next().await {
        if let Message::Binary(frame) = message {
            match &app.wal {
                Some(wal) => {
                    let _ = wal.send(Entry {
                        room: room.clone(),
                        from: id,
                        frame,
                    });
                }
                None => room.broadcast(id, &frame),
            }
        }
    }
    room.peers.lock().unwrap().remove(&id);
    writer.abort();
}

#[tokio::main]
async fn main() {
    let app = Arc::new(App {
        rooms: Mutex::default(),
        next: AtomicU64::new(1),
        wal: std::env::var("WAL").ok().map(start_wal),
    });
    let port = std::env::var("PORT").unwrap_or_else(|_| "3999".into());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}"))
        .await
        .expect("bind");
    let router = Router::new().route("/{room}", get(upgrade)).with_state(app);
    axum::serve(
        axum::serve::ListenerExt::tap_io(listener, |s| {
            let _ = s.set_nodelay(true);
        }),
        router,
    )
    .await
    .expect("serve");
}
