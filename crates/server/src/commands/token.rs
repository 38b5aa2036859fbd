//! `token`: an API token for a program, or for a test.

use std::process::ExitCode;

use clap::{
    Args,
    builder::{PossibleValuesParser, TypedValueParser},
};
use jiff::{SignedDuration, Span, SpanRelativeTo};
use model::{
    id::{EditionId, PersonId},
    language::Lang,
    person::Person,
    role::{Grant, Role, Scope},
};
use storage::{error::StoreError, sign_ins::ApiToken};

use super::{Context, Failed};
use crate::{
    effects::{now, secret, uuid},
    sign_in::hash,
};

/// What `token` can be told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// For whom the token acts; made where new.
    #[arg(long, value_name = "EMAIL", value_parser = address)]
    person: String,
    /// A role to give to the person.
    #[arg(long, requires = "edition", ignore_case = true, value_parser = roles())]
    role: Option<Role>,
    /// The edition that the role is held in.
    #[arg(long, value_name = "ID", requires = "role")]
    edition: Option<String>,
    /// The session that the role is held in, for rapporteurs and moderators of single sessions.
    #[arg(long, value_name = "ID", requires = "edition")]
    session: Option<String>,
    /// How long it works: a number with s, m, h or d.
    #[arg(long, value_name = "TIME", default_value = "1h", value_parser = duration)]
    ttl: SignedDuration,
}

/// Prints the token, alone on its line.
pub(super) async fn run(context: &Context, options: &Options) -> Result<ExitCode, Failed> {
    let email = &options.person;
    let scope = match &options.edition {
        Some(edition) => Some(scope(context, edition, options.session.as_deref()).await?),
        None => None,
    };
    let person = person(context, email, email.split('@').next().unwrap_or(email)).await?;
    if let (Some(role), Some(scope)) = (options.role, scope) {
        let grant = Grant { role, scope };
        context.store.give_grant(person, grant, None, now()).await?;
    }
    let (secret, at) = (secret(), now());
    let token = ApiToken {
        token_hash: hash(&secret),
        person_id: person,
        label: "command".to_owned(),
        created_at: at,
        expires_at: at + options.ttl.as_secs() * 1_000,
    };
    context.store.add_api_token(token).await?;
    say!("{secret}");
    Ok(ExitCode::SUCCESS)
}

/// The person of this address, made where new.
pub(super) async fn person(context: &Context, email: &str, name: &str) -> Result<PersonId, Failed> {
    if let Some(known) = context.store.person_by_email(email).await? {
        return Ok(known.id);
    }
    let person = Person {
        id: PersonId(uuid()),
        name: name.to_owned(),
        email: email.to_owned(),
        language: Lang::english(),
    };
    let id = person.id;
    match context.store.add_person(person, now()).await {
        Ok(()) => Ok(id),
        // Another command was faster.
        Err(StoreError::Taken(_)) => match context.store.person_by_email(email).await? {
            Some(known) => Ok(known.id),
            None => Err(Failed(format!("{email} could not be added"))),
        },
        Err(error) => Err(error.into()),
    }
}

async fn scope(context: &Context, edition: &str, session: Option<&str>) -> Result<Scope, Failed> {
    let edition = super::edition(context, edition).await?;
    let id: EditionId = edition.edition.id;
    let Some(session) = session else {
        return Ok(Scope::Edition(id));
    };
    let session = super::session(context, &id, session).await?;
    Ok(Scope::Session(id, session))
}

fn address(text: &str) -> Result<String, String> {
    let email = text.trim();
    let is_one = email.contains('@') && email.len() <= 254;
    is_one
        .then(|| email.to_owned())
        .ok_or_else(|| format!("{email:?} is not an e-mail address"))
}

fn roles() -> impl TypedValueParser<Value = Role> {
    let words = PossibleValuesParser::new(Role::ALL.map(Role::as_str));
    words.try_map(|word| {
        let mut all = Role::ALL.into_iter();
        all.find(|role| role.as_str().eq_ignore_ascii_case(&word))
            .ok_or("there is no such role")
    })
}

fn duration(text: &str) -> Result<SignedDuration, String> {
    let span = text.parse::<Span>();
    let time = span.and_then(|span| span.to_duration(SpanRelativeTo::days_are_24_hours()));
    let time = time.map_err(|_| {
        format!("{text:?} is not a time: write a number with s, m, h or d, such as 90m")
    })?;
    let within = (1..=366 * 86_400).contains(&time.as_secs());
    within
        .then_some(time)
        .ok_or_else(|| format!("{text} is not between 1s and 366d"))
}
