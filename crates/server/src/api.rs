//! The HTTP interface: one operation, one file. `docs/openapi.json` describes it.

pub(crate) mod editions;
pub(crate) mod error;
pub(crate) mod events;
pub(crate) mod exports;
pub(crate) mod extract;
pub(crate) mod key_points;
pub(crate) mod output_documents;
pub(crate) mod place;
pub(crate) mod sessions;
pub(crate) mod sign_in;
pub(crate) mod views;

use std::sync::Arc;

use axum::Json;
use utoipa::{
    OpenApi,
    openapi::{ContentBuilder, Ref, Response, ResponseBuilder},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::app::App;

#[derive(OpenApi)]
#[openapi(info(
    title = "Rapporteur",
    description = "What was said in the sessions of a conference track, and the output document made of it.",
    version = "1",
    license(name = "MIT OR Apache-2.0")
))]
struct Description;

/// Every operation under `/api`, with its description.
pub(crate) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(sign_in::me::show))
        .routes(routes!(sign_in::language::set))
        .routes(routes!(sign_in::request::request))
        .routes(routes!(sign_in::redeem::account))
        .routes(routes!(sign_in::redeem::redeem))
        .routes(routes!(sign_in::sign_out::sign_out))
        .routes(routes!(editions::list::list))
        .routes(routes!(editions::show::show))
        .routes(routes!(editions::coverage::show))
        .routes(routes!(editions::check::show))
        .routes(routes!(events::listen))
        .routes(routes!(sessions::list::list))
        .routes(routes!(sessions::show::show))
        .routes(routes!(sessions::step::submit))
        .routes(routes!(sessions::step::confirm))
        .routes(routes!(sessions::step::reopen))
        .routes(routes!(key_points::list::list))
        .routes(routes!(key_points::accept_confirmed::accept_confirmed))
        .routes(routes!(key_points::decide::accept))
        .routes(routes!(key_points::decide::confirm))
        .routes(routes!(key_points::decide::reopen))
        .routes(routes!(key_points::decide::set_aside))
        .routes(routes!(key_points::decide::decide_several))
        .routes(routes!(key_points::correct::correct))
        .routes(routes!(key_points::correct::as_noted))
        .routes(routes!(output_documents::list::list))
        .routes(routes!(output_documents::compile::compile))
        .routes(routes!(output_documents::outline::show))
        .routes(routes!(output_documents::insert::insert))
        .routes(routes!(output_documents::preview::show))
        .routes(routes!(output_documents::preview::page))
        .routes(routes!(exports::create::create))
        .routes(routes!(exports::list::list))
        .routes(routes!(exports::file::file))
        .route("/api/openapi.json", axum::routing::get(openapi))
}

/// The description of every operation.
pub(crate) fn description() -> utoipa::openapi::OpenApi {
    let mut description = routes().into_openapi();
    for (path, item) in &mut description.paths.paths {
        let operations = [
            ("get", item.get.as_mut()),
            ("post", item.post.as_mut()),
            ("put", item.put.as_mut()),
        ];
        for (method, operation) in operations {
            if let Some(operation) = operation {
                operation.operation_id = Some(operation_id(method, path));
                // What stands in the address, behind its `?` or in the body may be no value at all, wherever something does.
                if operation.parameters.is_some() || operation.request_body.is_some() {
                    let responses = &mut operation.responses.responses;
                    responses.insert("400".to_owned(), unreadable().into());
                }
            }
        }
    }
    description
}

/// The answer to a request that cannot be read.
fn unreadable() -> Response {
    let error = Ref::from_schema_name("ErrorBody");
    let content = ContentBuilder::new().schema(Some(error)).build();
    ResponseBuilder::new()
        .description("It cannot be read; `place` says where.")
        .content("application/json", content)
        .build()
}

/// Names an operation after its method and path: `getEditionsKeyPoints`.
fn operation_id(method: &str, path: &str) -> String {
    let words = path
        .trim_start_matches("/api/")
        .split(['/', '-'])
        .flat_map(|word| {
            let word = word.trim_matches(['{', '}']);
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters)
        });
    method.chars().chain(words).collect()
}

async fn openapi() -> Json<utoipa::openapi::OpenApi> {
    Json(description())
}
