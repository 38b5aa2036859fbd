//! What differs between installations: read once at start, checked, and passed on as values.
//!
//! Order: built-in defaults, then a TOML file, then `RAPPORTEUR_*`, then the command line.

use std::{
    net::{SocketAddr, ToSocketAddrs},
    path::PathBuf,
};

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Deserializer, Serialize, de::Error};

/// The settings of an installation. `docs/operations.md` has a line for each.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// Address that the server listens on.
    #[serde(deserialize_with = "listen")]
    pub listen: SocketAddr,
    /// Loopback address for metrics; none are served when absent.
    pub metrics_listen: Option<SocketAddr>,
    /// Folder of the embedded database.
    pub data: PathBuf,
    /// Address of the database; SQLite in the data folder when absent.
    pub database: Option<String>,
    /// The address that people open, without a slash at the end; derived from `listen` when absent.
    pub public_url: Option<String>,
    /// How many minutes a sign-in link can be used.
    pub link_minutes: u32,
    /// How many days a browser stays signed in.
    pub session_days: u32,
    /// The largest frame that a client may send, in bytes.
    pub frame_limit: usize,
    /// Folder of fonts for words that those in the program cannot show; Debian's Noto packages when absent.
    pub fonts: Option<PathBuf>,
    /// Which messages the log holds, in the syntax of tracing's filter.
    pub log: String,
    /// How its lines are written.
    pub log_format: LogFormat,
}

/// How the lines of the log are written.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line, for programs that collect logs.
    Json,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            metrics_listen: None,
            data: PathBuf::from("./data"),
            database: None,
            public_url: None,
            link_minutes: 15,
            session_days: 14,
            frame_limit: 16 * 1024 * 1024,
            fonts: None,
            log: "info".to_owned(),
            log_format: LogFormat::Text,
        }
    }
}

impl Settings {
    /// Reads the settings from the file, if one is named or `rapporteur.toml` is there, and the environment.
    pub(crate) fn read(file: Option<&PathBuf>) -> Result<Self, String> {
        if let Some(named) = file.filter(|file| !file.is_file()) {
            return Err(format!("there is no settings file {}", named.display()));
        }
        let file = file
            .cloned()
            .unwrap_or_else(|| PathBuf::from("rapporteur.toml"));
        let settings: Self = Figment::from(Serialized::defaults(Self::default()))
            .merge(Toml::file(file))
            .merge(Env::prefixed("RAPPORTEUR_").ignore(&["config"]))
            .extract()
            .map_err(|error| format!("the settings cannot be read: {error}"))?;
        settings.checked()
    }

    fn checked(self) -> Result<Self, String> {
        if let Some(metrics) = self.metrics_listen
            && !metrics.ip().is_loopback()
        {
            return Err(format!(
                "metrics_listen is {metrics}: give a loopback address, such as 127.0.0.1:9090"
            ));
        }
        if let Some(url) = &self.public_url
            && !(url.starts_with("https://") || url.starts_with("http://"))
        {
            return Err(format!(
                "public_url is {url:?}: it must begin with https:// or http://"
            ));
        }
        if let Some(folder) = self.fonts.as_ref().filter(|folder| !folder.is_dir()) {
            let folder = folder.display();
            return Err(format!("fonts is {folder}: there is no such folder"));
        }
        if !(1..=1440).contains(&self.link_minutes) {
            return Err("link_minutes must be between 1 and 1440".to_owned());
        }
        if !(64 * 1024..=256 * 1024 * 1024).contains(&self.frame_limit) {
            return Err("frame_limit must be between 65536 and 268435456 bytes".to_owned());
        }
        Ok(self)
    }

    /// The address that people open, without a slash at the end.
    pub(crate) fn public_url(&self) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{}", self.listen),
        }
    }

    /// The address of the database: the one given, or SQLite in the data folder.
    pub(crate) fn database_url(&self) -> String {
        match &self.database {
            Some(url) => url.clone(),
            None => format!("sqlite://{}", self.data.join("rapporteur.sqlite").display()),
        }
    }
}

/// Reads an address to listen on: numbers, or a name that this machine knows, such as `localhost:8080`.
pub(crate) fn address(text: &str) -> Result<SocketAddr, String> {
    let found = text.to_socket_addrs().ok();
    // Where a name has both, what the page is told to be at is easier to read.
    let best = found.and_then(|found| found.min_by_key(SocketAddr::is_ipv6));
    best.ok_or_else(|| format!("{text:?} is no address; write one such as 127.0.0.1:8080"))
}

fn listen<'de, D: Deserializer<'de>>(setting: D) -> Result<SocketAddr, D::Error> {
    address(&String::deserialize(setting)?).map_err(D::Error::custom)
}
