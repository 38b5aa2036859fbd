//! Which machine a request comes from, as far as can be told.

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};

/// The machine that a request comes from: the other end of the connection, or whom a proxy on this machine names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Client(pub IpAddr);

impl<S: Send + Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0.ip());
        Ok(Self(client(peer, &parts.headers)))
    }
}

/// A proxy adds whom it serves at the end of `x-forwarded-for`; what stands before it anybody can have written.
fn client(peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let named = headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    match named {
        Some(named) if peer.to_canonical().is_loopback() => named,
        _ => peer,
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use super::*;

    #[test]
    fn only_a_proxy_on_this_machine_is_believed_and_only_its_own_word() {
        let of = |peer: &str, forwarded: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for value in forwarded {
                headers.append("x-forwarded-for", value.parse().unwrap());
            }
            client(peer.parse().unwrap(), &headers).to_string()
        };
        assert_eq!(of("127.0.0.1", &[]), "127.0.0.1");
        assert_eq!(of("::1", &["1.2.3.4, 5.6.7.8"]), "5.6.7.8");
        assert_eq!(of("127.0.0.1", &["1.2.3.4", "2001:db8::7"]), "2001:db8::7");
        assert_eq!(of("127.0.0.1", &["nobody"]), "127.0.0.1");
        assert_eq!(of("9.9.9.9", &["1.2.3.4"]), "9.9.9.9");
    }
}
