//! The world Typst compiles in: one template, one sheet of data, a shelf of faces, and nothing else.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::Shelf;

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(<Library as LibraryExt>::default()));

static TEMPLATE: LazyLock<Option<Source>> = LazyLock::new(|| {
    Some(Source::new(
        file_id("/template.typ")?,
        include_str!("template.typ").to_owned(),
    ))
});

static SHEET: LazyLock<Option<FileId>> = LazyLock::new(|| file_id("/sheet.json"));

fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// A desk with one sheet on it.
pub(crate) struct Desk<'s> {
    template: Source,
    sheet: Bytes,
    shelf: &'s Shelf,
}

impl<'s> Desk<'s> {
    /// Lays the sheet down. `None` only if the template's own path were not a path.
    pub(crate) fn new(sheet: Vec<u8>, shelf: &'s Shelf) -> Option<Self> {
        Some(Self {
            template: TEMPLATE.clone()?,
            sheet: Bytes::new(sheet),
            shelf,
        })
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == *SHEET {
            Ok(self.sheet.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shelf.font(index)
    }

    // The date of a document is part of the document.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
