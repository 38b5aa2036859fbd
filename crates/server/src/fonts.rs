//! The fonts of a folder, for words that those in the program cannot show.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use typeset::{FontFile, Fonts};

use crate::settings::Settings;

/// Where Debian's packages of Noto fonts put theirs.
const NOTO: [&str; 2] = [
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/noto",
];

/// How deep folders of fonts are looked into.
const DEEPEST: usize = 8;

/// The fonts of the folder that is set, else those of Debian's Noto packages that are installed.
///
/// Only their names are read here; a file is opened when a document first needs one.
pub(crate) fn of(settings: &Settings) -> Fonts {
    let mut paths = Vec::new();
    let set = settings.fonts.as_deref().map(|folder| vec![folder]);
    for folder in set.unwrap_or_else(|| NOTO.map(Path::new).to_vec()) {
        list(folder, DEEPEST, &mut paths);
    }
    // The order decides between alike faces, and a folder tells its files in any.
    paths.sort();
    Fonts::with(paths.into_iter().map(file).collect())
}

#[expect(
    clippy::disallowed_methods,
    reason = "fonts are read where typesetting already waits"
)]
fn file(path: PathBuf) -> FontFile {
    Arc::new(move || std::fs::read(&path).ok())
}

#[expect(clippy::disallowed_methods, reason = "read once, at start")]
fn list(folder: &Path, depth: usize, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        let ending = ending.unwrap_or_default().to_ascii_lowercase();
        if path.is_dir() && depth > 0 {
            list(&path, depth - 1, paths);
        } else if ["ttf", "otf", "ttc", "otc"].contains(&ending.as_str()) {
            paths.push(path);
        }
    }
}
