//! Pages of output documents for the screen, kept for a while so that turning a page costs nothing.

use std::sync::Arc;

use model::id::DocumentId;
use sha2::{Digest, Sha256};

use super::{JobError, export::Prepared, shelf::Shelf};

/// How many bytes of pages are kept in all. A document that has more is not shown in pages.
const KEPT_BYTES: usize = 48 << 20;

/// Pages that were drawn.
pub(crate) struct Preview {
    /// Names exactly these pages, among those of their document.
    pub revision: String,
    /// One SVG file a page.
    pub pages: Vec<String>,
    document: DocumentId,
}

/// The pages drawn last.
pub(crate) struct Previews(Shelf<Preview>);

impl Default for Previews {
    fn default() -> Self {
        Self(Shelf::new(KEPT_BYTES))
    }
}

impl Previews {
    /// The pages of a revision of a document, if they are still kept.
    pub(crate) fn get(&self, document: DocumentId, revision: &str) -> Option<Arc<Preview>> {
        self.0
            .find(|one| one.document == document && one.revision == revision)
    }

    /// The pages of a document: those that are kept, else new ones.
    pub(crate) async fn pages(
        &self,
        document: DocumentId,
        prepared: Prepared,
    ) -> Result<Arc<Preview>, JobError> {
        let fonts = prepared.fonts.clone();
        let ast = export::render::json(&prepared.ast)?;
        // It takes more memory than the JSON.
        drop(prepared);
        let revision = hex::encode(&Sha256::digest(&ast)[..12]);
        if let Some(known) = self.get(document, &revision) {
            return Ok(known);
        }
        let draw = move || typeset::pages_svg(&ast, &fonts);
        let drawn = tokio::task::spawn_blocking(draw).await?;
        let drawn = drawn.map_err(|error| export::Error::Internal(error.to_string()))?;
        let bytes: usize = drawn.svgs.iter().map(String::len).sum();
        if bytes > KEPT_BYTES {
            return Err(JobError::TooManyPages);
        }
        let preview = Arc::new(Preview {
            revision,
            pages: drawn.svgs,
            document,
        });
        self.0.put(preview.clone(), bytes, |_| false);
        Ok(preview)
    }
}
