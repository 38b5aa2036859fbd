//! The web client, embedded in the binary: hashed assets for ever, the page itself always fresh.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rust_embed::{EmbeddedFile, RustEmbed};

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
    let compressed = accepts_brotli(headers)
        .then(|| Files::get(&format!("{path}.br")))
        .flatten();
    let is_compressed = compressed.is_some();
    let chosen = compressed.unwrap_or_else(|| EmbeddedFile {
        data: plain.data.clone(),
        metadata: plain.metadata.clone(),
    });
    let tag = format!("\"{}\"", hex::encode(&chosen.metadata.sha256_hash()[..12]));
    let cache = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes())
    {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(match chosen.data {
            std::borrow::Cow::Borrowed(bytes) => Body::from(bytes),
            std::borrow::Cow::Owned(bytes) => Body::from(bytes),
        })
    };
    let out = response.headers_mut();
    let kind = HeaderValue::from_str(plain.metadata.mimetype()).ok()?;
    out.insert(header::CONTENT_TYPE, kind);
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    out.insert(header::ETAG, HeaderValue::from_str(&tag).ok()?);
    if is_compressed {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Some(response)
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
