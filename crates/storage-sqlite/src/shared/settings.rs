//! Values that the whole installation shares.

use crate::{Connection, error::Result};

pub(crate) async fn setting_or(
    db: &mut Connection,
    name: &str,
    value: &str,
    at: i64,
) -> Result<String> {
    sqlx::query!(
        "insert into settings (name, value, written_at) values ($1, $2, $3) on conflict (name) do nothing",
        name,
        value,
        at
    )
    .execute(&mut *db)
    .await?;
    Ok(
        sqlx::query_scalar!("select value from settings where name = $1", name)
            .fetch_one(&mut *db)
            .await?,
    )
}
