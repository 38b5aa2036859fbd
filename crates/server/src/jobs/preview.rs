//! Pages of output documents for the screen, kept for a while so that turning a page costs nothing.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use sha2::{Digest, Sha256};

use super::export::{ExportError, Prepared};

/// How many documents' pages are kept.
const KEPT: usize = 6;

/// Pages that were drawn.
pub(crate) struct Preview {
    /// Names exactly these pages.
    pub revision: String,
    /// One SVG file a page.
    pub pages: Vec<String>,
}

/// The pages drawn last.
#[derive(Default)]
pub(crate) struct Previews(Mutex<VecDeque<Arc<Preview>>>);

impl Previews {
    /// The pages of a revision, if they are still kept.
    pub(crate) fn get(&self, revision: &str) -> Option<Arc<Preview>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter()
            .find(|preview| preview.revision == revision)
            .cloned()
    }

    /// Draws a document, unless its pages are kept.
    pub(crate) async fn draw(&self, prepared: &Prepared) -> Result<Arc<Preview>, ExportError> {
        let ast = export::render::json(&prepared.ast)?;
        let revision = hex::encode(&Sha256::digest(&ast)[..12]);
        if let Some(known) = self.get(&revision) {
            return Ok(known);
        }
        let work = move || -> Result<Preview, export::Error> {
            let pages = typeset::pages_svg(&ast, &typeset::Options::default())
                .map_err(|error| export::Error::Internal(error.to_string()))?;
            Ok(Preview {
                revision,
                pages: pages.svgs,
            })
        };
        let preview = Arc::new(tokio::task::spawn_blocking(work).await??);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.truncate(KEPT - 1);
        kept.push_front(preview.clone());
        Ok(preview)
    }
}
