//! `serve`: the workspace on a socket, until it is told to stop.

use std::{net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};

use axum::{extract::connect_info::Connected, serve::IncomingStream};
use clap::Args;
use tokio::time::Instant;

use super::{Context, Failed};
use crate::{
    app::{self, App},
    client::Peer,
};

/// How long the end of the server waits, once nobody is connected, for what cannot be finished or saved, as on a full disk.
const STOPPING: Duration = Duration::from_secs(20);

/// What `serve` and `demo` can be told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Address to listen on [default: 127.0.0.1:8080].
    #[arg(long, value_name = "ADDRESS")]
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
    let router = app::router(app.clone()).into_make_service_with_connect_info::<Peer>();
    axum::serve(NoDelay(listener), router)
        .with_graceful_shutdown(stopped(app.clone()))
        .await?;
    let until = Instant::now() + STOPPING;
    app.unfinished.ended(until).await;
    app.rooms.close(until).await;
    Ok(ExitCode::SUCCESS)
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

impl Connected<IncomingStream<'_, NoDelay>> for Peer {
    fn connect_info(stream: IncomingStream<'_, NoDelay>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// A listener whose sockets send small frames at once: a keystroke must not wait for the next one.
struct NoDelay(tokio::net::TcpListener);

impl axum::serve::Listener for NoDelay {
    type Io = tokio::net::TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            match self.0.accept().await {
                Ok((stream, address)) => {
                    // Without it only latency suffers.
                    let _ = stream.set_nodelay(true);
                    return (stream, address);
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
                }
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.0.local_addr()
    }
}
