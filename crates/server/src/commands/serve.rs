//! `serve`: the workspace on a socket, until it is told to stop.

use std::{
    fs::{File, OpenOptions, TryLockError},
    net::SocketAddr,
    os::unix::fs::{MetadataExt, OpenOptionsExt},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use axum::serve::ListenerExt;
use clap::Args;
use tokio::time::{Instant, sleep};

use super::{Context, Failed};
use crate::{
    app::{self, App},
    settings::{self, Settings},
};

// Together less than 20 seconds, whatever stands half-open and whatever the disk does.
/// How long connections have to end by themselves when the server stops; what is left is cut off.
const CONNECTIONS: Duration = Duration::from_secs(6);
/// How long requests are finished whose clients have gone.
const UNFINISHED: Duration = Duration::from_secs(6);
/// How long open texts have to be written out.
const ROOMS: Duration = Duration::from_secs(6);

/// What `serve` and `demo` can be told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Address to listen on [default: 127.0.0.1:8080].
    #[arg(long, value_name = "ADDRESS", value_parser = settings::address)]
    pub listen: Option<SocketAddr>,
}

/// Serves until the process is told to end; requests that change something are finished and open rooms written out first.
pub(super) async fn run(context: Context) -> Result<ExitCode, Failed> {
    let app = App::start(context).await?;
    serve(app, |address| eprintln!("Rapporteur is at {address}")).await
}

/// Serves an app that is ready, and calls `started` with its address once the socket is open.
pub(super) async fn serve(app: Arc<App>, started: impl FnOnce(&str)) -> Result<ExitCode, Failed> {
    let listen = app.settings.listen;
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .map_err(|error| {
            Failed(format!(
                "cannot listen on {listen}: {error}; choose another address with --listen"
            ))
        })?;
    started(&app.settings.public_url());
    if !listen.ip().is_loopback() {
        tracing::warn!(
            %listen,
            "plain HTTP can be reached from other machines, and whoever is on the way can read it: put a proxy with TLS in front"
        );
    }
    let rooms = app.rooms.clone();
    tokio::spawn(async move { rooms.catch_up().await });
    if let Some(listen) = app.settings.metrics_listen {
        let listener = tokio::net::TcpListener::bind(listen)
            .await
            .map_err(|error| Failed(format!("cannot listen on {listen} for metrics: {error}")))?;
        let operators = app::operators(app.clone());
        tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, operators).await {
                tracing::error!(%error, "metrics are no longer served");
            }
        });
    }
    let router = app::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    // A keystroke's small frame must not wait for the next one. Where that cannot be set only latency suffers.
    let listener = listener.tap_io(|socket| drop(socket.set_nodelay(true)));
    let serving = axum::serve(listener, router).with_graceful_shutdown(stopped(app.clone()));
    let serving = serving.into_future();
    let mut stopping = app.stopping();
    let late = async {
        app::ended(&mut stopping).await;
        sleep(CONNECTIONS).await;
    };
    tokio::select! {
        served = serving => served?,
        () = late => tracing::warn!("connections that did not end are cut off"),
    }
    app.unfinished.ended(Instant::now() + UNFINISHED).await;
    app.rooms.close(Instant::now() + ROOMS).await;
    Ok(ExitCode::SUCCESS)
}

/// Takes the database for one server, until the file that is returned is dropped: two would not see each other's open texts.
/// Commands work beside it.
#[expect(clippy::disallowed_methods, reason = "before anything is served")]
pub(super) fn hold(settings: &Settings) -> Result<Option<File>, Failed> {
    super::make_folder(settings)?;
    let Ok(file) = storage_sqlite::file(&settings.database_url()) else {
        // It is told when it is opened.
        return Ok(None);
    };
    if std::fs::metadata(&file).is_ok_and(|file| file.mode() & 0o077 != 0) {
        tracing::warn!(file = %file.display(), "others on this machine can read the database: take their rights to it away");
    }
    let path = file.with_added_extension("lock");
    let mut options = OpenOptions::new();
    let options = options.create(true).truncate(false).write(true).mode(0o600);
    let Ok(lock) = options.open(path) else {
        return Ok(None);
    };
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => Err(Failed(format!(
            "another server serves {} already: end that one first, or say with --data where another workspace is",
            file.display()
        ))),
        // Some file systems have no locks.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(lock)),
    }
}

/// Ends when the process is told to end.
async fn stopped(app: Arc<App>) {
    let interrupted = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminated) => tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        },
        Err(_) => {
            let _ = interrupted.await;
        }
    }
    tracing::info!("stopping");
    app.stop();
}
