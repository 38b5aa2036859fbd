//! What the running server is made of, and the routes to it.

use std::sync::Arc;

use axum::{Router, middleware, routing::get};
use model::id::EditionId;
use serde::Serialize;
use storage::store::Store;
use tokio::sync::{broadcast, watch};

use crate::{
    api::{self, error::ApiError},
    commands::{Context, Failed},
    effects,
    finish::{self, Unfinished},
    health,
    jobs::{self, preview::Previews, queue::Queue, texts::Texts},
    rooms::Rooms,
    security,
    settings::Settings,
    sign_in::{self, limit::LinkLimits},
    socket, static_files,
};

/// The running server.
pub(crate) struct App {
    /// The settings in force.
    pub settings: Settings,
    /// Where everything is stored.
    pub store: Arc<dyn Store>,
    /// The documents that are open.
    pub rooms: Rooms,
    /// Who has a turn at work that takes long.
    pub queue: Queue,
    /// Pages of output documents as they were last looked at.
    pub previews: Previews,
    /// Their texts.
    pub texts: Arc<Texts>,
    /// Requests that change something.
    pub unfinished: Unfinished,
    /// Who asked for sign-in links lately.
    pub link_limits: LinkLimits,
    changes: broadcast::Sender<Changed>,
    stopping: watch::Sender<bool>,
}

/// Something of an edition changed, so that pages ask for it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changed {
    /// The edition; `None` where another process wrote and it is not known what.
    pub edition: Option<EditionId>,
    /// What of it.
    pub what: What,
}

/// The lists that pages show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum What {
    /// The board.
    KeyPoints,
    /// The programme and its states.
    Sessions,
    /// The output documents.
    OutputDocuments,
}

impl What {
    /// All that can change.
    pub(crate) const ALL: [Self; 3] = [Self::KeyPoints, Self::Sessions, Self::OutputDocuments];
}

impl App {
    /// Starts the tasks of a server that listens on nothing yet.
    pub(crate) async fn start(context: Context) -> Result<Arc<Self>, Failed> {
        let Context { settings, store } = context;
        let (changes, _) = broadcast::channel(256);
        let (stopping, _) = watch::channel(false);
        let storage_id = store
            .setting_or("storage-id", effects::uuid().to_string(), effects::now())
            .await?;
        let rooms = Rooms::start(store.clone(), storage_id, &settings, changes.clone());
        let app = Arc::new(Self {
            texts: Arc::new(Texts::new(store.clone(), &settings)),
            settings,
            store,
            rooms,
            queue: Queue::default(),
            previews: Previews::default(),
            unfinished: Unfinished::default(),
            link_limits: LinkLimits::default(),
            changes,
            stopping,
        });
        tokio::spawn(jobs::watch::other_processes(app.clone()));
        Ok(app)
    }

    /// Tells pages that something changed.
    pub(crate) fn changed(&self, edition: &EditionId, what: What) {
        // Nobody listening is fine.
        let _ = self.changes.send(Changed {
            edition: Some(edition.clone()),
            what,
        });
    }

    /// Tells pages that another process changed something.
    pub(crate) fn changed_elsewhere(&self) {
        for what in What::ALL {
            let _ = self.changes.send(Changed {
                edition: None,
                what,
            });
        }
    }

    /// What changes from now on.
    pub(crate) fn changes(&self) -> broadcast::Receiver<Changed> {
        self.changes.subscribe()
    }

    /// Ends what would keep the server from stopping.
    pub(crate) fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Turns true when the server stops.
    pub(crate) fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.subscribe()
    }
}

/// The routes that only operators reach.
pub(crate) fn operators(app: Arc<App>) -> Router {
    Router::new()
        .route("/metrics", get(health::metrics))
        .with_state(app)
}

/// Returns when the server stops.
pub(crate) async fn ended(stopping: &mut watch::Receiver<bool>) {
    // An error means that the app is gone, which is the same.
    let _ = stopping.wait_for(|stopping| *stopping).await;
}

/// Every route of the server.
pub(crate) fn router(app: Arc<App>) -> Router {
    let (api, _) = api::routes().split_for_parts();
    Router::new()
        .merge(api)
        .route("/sync", get(socket::open))
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready))
        .fallback(static_files::serve)
        .method_not_allowed_fallback(|| async { ApiError::method() })
        .layer(middleware::from_fn_with_state(
            app.clone(),
            finish::to_the_end,
        ))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            sign_in::prolong,
        ))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            security::same_site,
        ))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            security::add_headers,
        ))
        .with_state(app)
}
