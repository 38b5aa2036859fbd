//! What SQLite says, in the words of the contract.

use storage::error::StoreError;

/// A failure inside this crate, until it is told to a caller.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// A failure in the words of the contract.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A failure as the database tells it.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

pub(crate) type Result<T> = std::result::Result<T, Fault>;

/// What a caller is told.
pub(crate) type Told<T> = std::result::Result<T, StoreError>;

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Store(error) => error,
            Fault::Database(error) if may_work_later(&error) => Self::not_saved(error),
            Fault::Database(error) => Self::internal(error),
        }
    }
}

// Primary result codes of https://sqlite.org/rescode.html after which the same statement can succeed once somebody made room:
// busy, read-only, I/O error, full, cannot open.
const MAY_WORK_LATER: [u32; 5] = [5, 8, 10, 13, 14];
// Busy and locked.
const BUSY: [u32; 2] = [5, 6];

fn may_work_later(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut => true,
        error => has_code(error, &MAY_WORK_LATER),
    }
}

/// Whether another connection was in the way.
pub(crate) fn is_busy(error: &sqlx::Error) -> bool {
    has_code(error, &BUSY)
}

fn has_code(error: &sqlx::Error, codes: &[u32]) -> bool {
    let sqlx::Error::Database(error) = error else {
        return false;
    };
    // The extended code carries the primary one in its lowest byte.
    let code = error.code().and_then(|code| code.parse::<u32>().ok());
    code.is_some_and(|code| codes.contains(&(code & 0xff)))
}
