//! The web client, embedded in the binary: hashed assets for ever, the page itself always fresh.

use axum::{
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

use crate::api::error::ApiError;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Files;

/// Answers with an embedded file; addresses of pages all answer with the one page.
pub(crate) async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if let Some(answer) = file(path, &headers) {
        return answer;
    }
    if path == "api" || path.starts_with("api/") {
        return ApiError::not_found().into_response();
    }
    let is_page = !path.rsplit('/').next().unwrap_or_default().contains('.');
    match is_page.then(|| file("index.html", &headers)).flatten() {
        Some(answer) => answer,
        None => (StatusCode::NOT_FOUND, "not found").into_response(),
    }
}

fn file(path: &str, headers: &HeaderMap) -> Option<Response> {
    if path.is_empty() || path.ends_with(".br") {
        return None;
    }
    let plain = Files::get(path)?;
    let kind = plain.metadata.mimetype().to_owned();
    let compressed = accepts_brotli(headers)
        .then(|| Files::get(&format!("{path}.br")))
        .flatten();
    let encoding = compressed.is_some().then_some("br");
    let encoding = encoding.map(|coding| [(header::CONTENT_ENCODING, coding)]);
    let chosen = compressed.unwrap_or(plain);
    let tag = format!("\"{}\"", hex::encode(&chosen.metadata.sha256_hash()[..12]));
    let cache = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let known = headers.get(header::IF_NONE_MATCH);
    let is_known = known.is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let about = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, cache.to_owned()),
        (header::VARY, "accept-encoding".to_owned()),
        (header::ETAG, tag),
    ];
    Some(if is_known {
        (StatusCode::NOT_MODIFIED, encoding, about).into_response()
    } else {
        (encoding, about, chosen.data).into_response()
    })
}

fn accepts_brotli(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            parts.next() == Some("br") && parts.all(|part| part != "q=0")
        })
}
