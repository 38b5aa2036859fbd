//! Files of an output document: read, filled in, written in a format.

use std::sync::Arc;

use bytes::Bytes;
use export::{Format, Options, Pandoc, Paper, from_output, paragraph_with, render};
use model::{
    id::{EditionId, PersonId},
    output_document::{OutputDocument, OutputDocumentState},
};
use storage::{
    document_chunks::ChangeHash,
    exports::{Export, MostKept},
};
use typeset::Fonts;

use super::{
    JobError,
    overview::Overview,
    texts::{Text, Texts},
};
use crate::{
    effects::{now, uuid},
    import::zone,
};

/// How many bytes of files are kept in the database, of which nothing but backups gets smaller again.
pub(crate) const KEPT: MostKept = MostKept {
    of_one: 256 << 20,
    of_all: 4 << 30,
};

/// What a file is asked for, beyond its format.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wish {
    /// The paper.
    pub paper: Paper,
    /// Whether every fifth line is numbered.
    pub line_numbers: bool,
    /// The day that is printed, `YYYY-MM-DD`; where it is left out, today at the venue.
    pub date: Option<String>,
}

/// A document on its way to a file.
pub(crate) struct Prepared {
    /// What every writer reads.
    pub ast: Pandoc,
    /// The heads of the text.
    pub heads: Vec<ChangeHash>,
    /// What its pages are set in.
    pub fonts: Arc<Fonts>,
    text: Arc<Text>,
}

impl Prepared {
    /// Names the paragraphs of findings as the document does; writers name them by their bookmarks.
    pub(crate) fn in_paragraphs(
        &self,
        mut found: Vec<export::Diagnostic>,
    ) -> Vec<export::Diagnostic> {
        for one in &mut found {
            let paragraph = paragraph_with(&self.text.output, one);
            one.place.paragraph_id = paragraph.map(|id| id.to_string());
        }
        found
    }

    /// Whether nothing is written in the document yet.
    pub(crate) fn is_blank(&self) -> bool {
        let mut blocks = self.text.output.blocks.iter();
        blocks.all(|block| block.block.is_blank())
    }
}

/// Reads an output document with everything that its file needs.
pub(crate) async fn prepare(
    texts: &Texts,
    edition: &EditionId,
    of: &OutputDocument,
    wish: Wish,
) -> Result<Prepared, JobError> {
    let overview = Overview::read(&texts.store, edition);
    let (overview, text) = tokio::try_join!(overview, texts.read(of.document_id))?;
    let version = match of.state {
        OutputDocumentState::Outline => None,
        OutputDocumentState::ZeroDraft => {
            Some(export::words::Words::new(&of.language).word("document-version-zero-draft"))
        }
    };
    let fonts = texts.fonts.clone();
    let work = move || {
        let options = Options {
            date: Some(wish.date.unwrap_or_else(|| {
                let timezone = &overview.programme.edition.timezone;
                day(now(), timezone.as_deref())
            })),
            version,
            paper: wish.paper,
            line_numbers: wish.line_numbers,
            draft: true,
            ..Options::default()
        };
        let points = overview.points();
        Prepared {
            ast: from_output(&text.output, &overview.programme, &points, &options),
            heads: text.heads.clone(),
            fonts,
            text,
        }
    };
    Ok(tokio::task::spawn_blocking(work).await?)
}

/// Makes a file, to be kept and handed out, and tells what was found wrong in the text.
pub(crate) async fn make(
    texts: &Texts,
    edition: &EditionId,
    of: &OutputDocument,
    format: Format,
    wish: Wish,
    by: Option<PersonId>,
) -> Result<(Export, Bytes, Vec<export::Diagnostic>), JobError> {
    let prepared = prepare(texts, edition, of, wish).await?;
    let (ast, fonts) = (prepared.ast.clone(), prepared.fonts.clone());
    let rendered = tokio::task::spawn_blocking(move || render(format, &ast, &fonts)).await??;
    let diagnostics = prepared.in_paragraphs(rendered.diagnostics);
    let extension = format.extension();
    let new = Export {
        id: uuid().to_string(),
        edition_id: edition.clone(),
        output_document_id: of.id.clone(),
        format: extension.to_owned(),
        language: of.language.clone(),
        file_name: format!("{edition}-{}-{}.{extension}", of.id, of.language),
        made_by: by,
        made_at: now(),
        heads: prepared.heads,
    };
    Ok((new, Bytes::from(rendered.bytes), diagnostics))
}

/// The day that it is at a moment, in a time zone.
fn day(at: i64, timezone: Option<&str>) -> String {
    match jiff::Timestamp::from_millisecond(at) {
        Ok(at) => at.to_zoned(zone(timezone)).date().to_string(),
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_that_of_the_venue() {
        // 2023-10-08, 22:30 UTC.
        let at = 1_696_804_200_000;
        assert_eq!(day(at, Some("Asia/Tokyo")), "2023-10-09");
        assert_eq!(day(at, Some("America/New_York")), "2023-10-08");
        assert_eq!(day(at, None), "2023-10-08");
    }
}
