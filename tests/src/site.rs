//! A running site: the real program on a data folder of its own.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, ExitStatus, Output, Stdio},
    sync::mpsc::{self, Receiver},
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::{
    database::{self, HeldWrites},
    repository,
};

/// The program on its own data folder and port; ended when dropped.
pub struct Site {
    data: TempDir,
    port: u16,
    settings: Vec<(&'static str, String)>,
    server: Option<Child>,
    /// What the server says on its way.
    said: Receiver<String>,
}

/// How long the server may take over what it is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

impl Site {
    /// A site with nothing in it, not yet serving.
    pub fn empty() -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        Self {
            data: tempfile::tempdir().unwrap(),
            port,
            settings: Vec::new(),
            server: None,
            said: mpsc::channel().1,
        }
    }

    /// A site with the demo edition imported, serving.
    pub fn with_demo_edition() -> Self {
        let mut site = Self::empty();
        site.must(["import".as_ref(), repository::demo_edition().as_os_str()]);
        site.start();
        site
    }

    /// Gives the commands that follow an environment variable.
    pub fn set(&mut self, variable: &'static str, value: &str) {
        self.settings.push((variable, value.to_owned()));
    }

    /// The folder of the embedded database.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Runs a statement in the database from outside, as an operator may; the rows that it gives.
    pub fn sql(&self, sql: &str) -> Vec<Value> {
        database::run(&self.data().join("rapporteur.sqlite"), sql)
    }

    /// Keeps everybody else from writing into the database until it is dropped.
    pub fn hold_writes(&self) -> HeldWrites {
        HeldWrites::in_file(&self.data().join("rapporteur.sqlite"))
    }

    /// The site's address, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The address of the synchronisation socket, signed in by an API token.
    pub fn sync_url(&self, token: &str) -> String {
        format!("ws://127.0.0.1:{}/sync?token={token}", self.port)
    }

    /// Serves, and returns once the socket is open.
    pub fn start(&mut self) {
        self.start_by("serve", "127.0.0.1", "Rapporteur is at");
    }

    /// Serves other machines too.
    pub fn start_for_all(&mut self) {
        self.start_by("serve", "0.0.0.0", "Rapporteur is at");
    }

    /// Serves the demo, and returns once the socket is open.
    pub fn start_demo(&mut self) {
        self.start_by("demo", "127.0.0.1", "Rapporteur is ready at");
    }

    fn start_by(&mut self, command: &str, host: &str, words: &str) {
        assert!(self.server.is_none(), "the site is serving already");
        let (lines, says) = std::io::pipe().unwrap();
        let server = self
            .command([command, "--listen", &format!("{host}:{}", self.port)])
            .stdout(says.try_clone().unwrap())
            .stderr(says)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(lines).lines();
        let mut said = Vec::new();
        let is_up = lines.by_ref().map_while(Result::ok).any(|line| {
            let up = line.contains(words);
            said.push(line);
            up
        });
        assert!(is_up, "the server did not start:\n{}", said.join("\n"));
        // Keep reading, or the server would block on a full pipe.
        let (say, said) = mpsc::channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // Most tests do not listen.
                let _ = say.send(line);
            }
        });
        self.said = said;
        self.server = Some(server);
    }

    /// Waits until the server says something in its log: the line.
    #[track_caller]
    pub fn says(&self, words: &str) -> String {
        let until = Instant::now() + PATIENCE;
        let left = || until.saturating_duration_since(Instant::now());
        while let Ok(line) = self.said.recv_timeout(left()) {
            if line.contains(words) {
                return line;
            }
        }
        panic!("the server never said {words:?}");
    }

    /// How many bytes of memory the server holds.
    pub fn memory(&self) -> usize {
        self.memory_as("VmRSS:")
    }

    /// How many it held at most.
    pub fn most_memory(&self) -> usize {
        self.memory_as("VmHWM:")
    }

    fn memory_as(&self, name: &str) -> usize {
        let server = self.server.as_ref().expect("the site is serving");
        let told = format!("/proc/{}/status", server.id());
        let told = std::fs::read_to_string(told).unwrap();
        let line = told.lines().find_map(|line| line.strip_prefix(name));
        let kilobytes = line.unwrap().trim().trim_end_matches(" kB");
        kilobytes.parse::<usize>().unwrap() << 10
    }

    /// Tells the server to end, as the system does when it goes down.
    pub fn terminate(&self) {
        let server = self.server.as_ref().expect("the site is serving");
        let id = server.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits until the server has ended by itself.
    pub fn ended(&mut self) -> ExitStatus {
        let mut server = self.server.take().expect("the site is serving");
        // Its log ends with it.
        while self.said.recv_timeout(PATIENCE).is_ok() {}
        server.wait().unwrap()
    }

    /// Kills the server as a power cut would: nothing is written out first.
    pub fn kill(&mut self) {
        let mut server = self.server.take().expect("the site is serving");
        server.kill().unwrap();
        server.wait().unwrap();
    }

    /// Runs a command of the program on this site's data.
    pub fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that has to succeed, and returns what it printed.
    #[track_caller]
    pub fn must<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> String {
        let output = self.run(arguments);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// An API token of a person who holds the role in the demo edition.
    pub fn token(&self, person: &str, role: &str) -> String {
        let token = self.must([
            "token",
            "--person",
            person,
            "--role",
            role,
            "--edition",
            "igf-2023",
        ]);
        token.trim().to_owned()
    }

    fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(repository::program());
        command
            .args(arguments)
            .env("RAPPORTEUR_DATA", self.data.path())
            // Not those that happen to be installed.
            .env("RAPPORTEUR_FONTS", self.data.path())
            .envs(self.settings.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        command
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
