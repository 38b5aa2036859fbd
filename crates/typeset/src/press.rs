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
use crate::read::read;
use crate::world::Desk;
use crate::{Diagnostic, Error, Options, Pages, Printed};

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

pub(crate) fn pdf(ast: &[u8], options: &Options) -> Result<Printed, Error> {
    run(|| printed(ast, *options)).map(|printed| (*printed).clone())
}

pub(crate) fn pages_svg(ast: &[u8], options: &Options) -> Result<Pages, Error> {
    run(|| drawn(ast, *options)).map(|pages| (*pages).clone())
}

/// Runs one print on its own and sweeps the cache.
fn run<T: Send>(print: impl FnOnce() -> Result<T, Failure> + Send) -> Result<T, Error> {
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
    match result {
        Ok(result) => result.map_err(Failure::into),
        Err(_) => {
            comemo::evict(0);
            Err(Error::Internal("the typesetter stopped".to_owned()))
        }
    }
}

/// A failure that can be kept in the cache.
#[derive(Clone)]
enum Failure {
    NotPandoc(String),
    Internal(String),
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotPandoc(why) => Self::NotPandoc(why),
            Failure::Internal(why) => Self::Internal(why),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::NotPandoc(why) => Self::NotPandoc(why),
            Error::Internal(why) => Self::Internal(why),
        }
    }
}

/// Prints; an unchanged document is not printed again.
#[comemo::memoize]
fn printed(ast: &[u8], options: Options) -> Result<Arc<Printed>, Failure> {
    let (document, mut diagnostics) = typeset(ast, options)?;
    let pages = document.pages().len();
    let strict = [PdfStandard::Ua_1, PdfStandard::A_2a];
    let (bytes, is_accessible) = match export(&document, &strict) {
        Ok(bytes) => (bytes, true),
        // A file that keeps no standard is better than none, on the evening before the closing.
        Err(why) => {
            diagnostics.push(
                Diagnostic::new(
                    Severity::Error,
                    Place::default(),
                    "typeset-standard-missed",
                    "typeset-standard-missed-hint",
                )
                .with("reason", why),
            );
            (export(&document, &[]).map_err(Failure::Internal)?, false)
        }
    };
    Ok(Arc::new(Printed {
        bytes,
        pages,
        is_accessible,
        diagnostics,
    }))
}

#[comemo::memoize]
fn drawn(ast: &[u8], options: Options) -> Result<Arc<Pages>, Failure> {
    let (document, diagnostics) = typeset(ast, options)?;
    let svgs = document.pages().iter().map(draw).collect();
    Ok(Arc::new(Pages { svgs, diagnostics }))
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

fn typeset(ast: &[u8], options: Options) -> Result<(PagedDocument, Vec<Diagnostic>), Failure> {
    SET.store(true, Ordering::Relaxed);
    let (sheet, diagnostics) = read(ast, &options)?;
    let sheet = serde_json::to_vec(&sheet).map_err(|error| Failure::Internal(error.to_string()))?;
    let desk =
        Desk::new(sheet).ok_or_else(|| Failure::Internal("there is no template".to_owned()))?;
    let document = typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(|e| Failure::Internal(first_of(&e)))?;
    Ok((document, diagnostics))
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
