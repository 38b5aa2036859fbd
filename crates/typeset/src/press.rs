//! Runs Typst: one sheet at a time, with a cache that is swept after each.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rayon::{ThreadPool, ThreadPoolBuilder};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

use crate::diagnostic::{Place, Severity};
use crate::fonts::{Fonts, Shelf};
use crate::read::read;
use crate::world::Desk;
use crate::{Diagnostic, Error, Pages, Printed};

/// How many prints a memoized piece outlives without being used. Typst's cache belongs to the process and never
/// shrinks by itself: without the sweep each edit of a long document keeps another 120 MB.
const SWEEP_AFTER: usize = 1;

/// Two prints at once would double the memory and sweep each other's cache.
static PRESS: Mutex<()> = Mutex::new(());

/// The threads that print, always the same: the system's allocator keeps memory for each thread that ever took some, and
/// a server's requests run on many. Typst's own parallel work stays on them too. `None` where no thread could be started.
static HANDS: LazyLock<Option<ThreadPool>> = LazyLock::new(|| {
    ThreadPoolBuilder::new()
        .thread_name(|number| format!("print-{number}"))
        .stack_size(STACK)
        .build()
        .ok()
});

/// As much stack as a program's first thread has, for text that is nested deep.
const STACK: usize = 8 << 20;

/// Whether something was typeset since the last sweep.
static SET: AtomicBool = AtomicBool::new(false);

/// Prints a Pandoc AST (JSON) as a tagged PDF, PDF/UA-1 and PDF/A-2a. Paper and line numbers are as its metadata says.
///
/// One document is printed at a time in a process; a second caller waits. Call it where waiting is allowed.
pub fn pdf(ast: &[u8], fonts: &Fonts) -> Result<Printed, Error> {
    run(|| {
        let (sheet, mut diagnostics, shelf) = laid(ast, fonts)?;
        let file = printed(&sheet, shelf)?;
        diagnostics.extend(file.missed.clone().map(|why| {
            let key = "document-standard-missed";
            Diagnostic::new(Severity::Error, Place::default(), key).with("reason", why)
        }));
        Ok(Printed {
            bytes: file.bytes.clone(),
            pages: file.pages,
            is_accessible: file.missed.is_none(),
            diagnostics,
        })
    })
}

/// Draws a Pandoc AST (JSON) as SVG pages, the same pages as [`pdf`] prints.
pub fn pages_svg(ast: &[u8], fonts: &Fonts) -> Result<Pages, Error> {
    run(|| {
        let (sheet, diagnostics, shelf) = laid(ast, fonts)?;
        let svgs = (*drawn(&sheet, shelf)?).clone();
        Ok(Pages { svgs, diagnostics })
    })
}

/// Runs one print on its own and sweeps the cache.
fn run<T: Send>(print: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    let _alone = PRESS.lock().unwrap_or_else(PoisonError::into_inner);
    let print = || {
        // Typst is not ours: should it panic on a document, that document alone fails.
        let result = catch_unwind(AssertUnwindSafe(print));
        // What came out of the cache whole has used none of its pieces; a sweep would then throw them away.
        if SET.swap(false, Ordering::Relaxed) {
            comemo::evict(SWEEP_AFTER);
        }
        result
    };
    let result = match &*HANDS {
        Some(hands) => hands.install(print),
        None => print(),
    };
    result.unwrap_or_else(|_| {
        comemo::evict(0);
        Err(Error::Internal("the typesetter stopped".to_owned()))
    })
}

/// A PDF as it is kept in the cache.
struct File {
    bytes: Vec<u8>,
    pages: usize,
    /// Why it keeps no standard, where it keeps none.
    missed: Option<String>,
}

/// The sheet of a document, what was found in it, and the faces it is set in.
fn laid<'f>(ast: &[u8], fonts: &'f Fonts) -> Result<(Vec<u8>, Vec<Diagnostic>, &'f Shelf), Error> {
    let (sheet, diagnostics, shelf) = read(ast, fonts)?;
    let sheet = serde_json::to_vec(&sheet).map_err(|error| Error::Internal(error.to_string()))?;
    Ok((sheet, diagnostics, shelf))
}

/// Prints; an unchanged sheet is not printed again.
#[comemo::memoize]
fn printed(sheet: &[u8], shelf: &Shelf) -> Result<Arc<File>, Error> {
    let document = typeset(sheet, shelf)?;
    let strict = [PdfStandard::Ua_1, PdfStandard::A_2a];
    let (bytes, missed) = match export(&document, &strict) {
        Ok(bytes) => (bytes, None),
        // A file that keeps no standard is better than none, on the evening before the closing.
        Err(why) => (export(&document, &[]).map_err(Error::Internal)?, Some(why)),
    };
    Ok(Arc::new(File {
        bytes,
        pages: document.pages().len(),
        missed,
    }))
}

#[comemo::memoize]
fn drawn(sheet: &[u8], shelf: &Shelf) -> Result<Arc<Vec<String>>, Error> {
    let document = typeset(sheet, shelf)?;
    Ok(Arc::new(document.pages().iter().map(draw).collect()))
}

/// Draws one page; after an edit most pages are as they were.
#[comemo::memoize]
fn draw(page: &Page) -> String {
    let options = SvgOptions {
        render_bleed: false,
        pretty: false,
    };
    with_escaped_addresses(&typst_svg::svg(page, &options))
}

/// Escapes what the SVG writer leaves as it is in the addresses of links, and no browser reads (typst issue 8672).
///
/// Addresses hold no quotes, and text is drawn, so nothing else looks like one.
fn with_escaped_addresses(svg: &str) -> String {
    let mut pieces = svg.split("href=\"");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (address, rest) = piece.split_once('"').unwrap_or((piece, ""));
        let address = address.replace('&', "&amp;").replace('<', "&lt;");
        out.push_str(&format!("href=\"{address}\"{rest}"));
    }
    out
}

fn typeset(sheet: &[u8], shelf: &Shelf) -> Result<PagedDocument, Error> {
    SET.store(true, Ordering::Relaxed);
    let desk = Desk::new(sheet.to_vec(), shelf)
        .ok_or_else(|| Error::Internal("there is no template".to_owned()))?;
    typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(|errors| Error::Internal(first_of(&errors)))
}

fn export(document: &PagedDocument, standards: &[PdfStandard]) -> Result<Vec<u8>, String> {
    let standards = PdfStandards::new(standards).map_err(|error| error.message().to_string())?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Rapporteur".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| first_of(&errors))
}

fn first_of(errors: &[SourceDiagnostic]) -> String {
    errors
        .first()
        .map_or_else(String::new, |error| error.message.to_string())
}
