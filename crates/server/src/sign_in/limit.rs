//! How often sign-in links may be asked for: by one client, and by one client for one address.
//!
//! No client uses up what others may ask for an address, so that nobody keeps anybody out. Addresses that nobody has count like
//! those that somebody has, so that a refusal does not tell them apart.

use std::{
    collections::HashMap,
    hash::Hash,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, MutexGuard, PoisonError},
};

use storage::sign_ins::TokenHash;

use super::hash;

/// By one client for one address: five at once, then one every three minutes.
const FOR_ADDRESS: Pace = Pace {
    at_once: 5,
    pause: 3 * 60_000,
};
/// By one client, behind which a whole conference may sit: sixty at once, then one a second.
const BY_CLIENT: Pace = Pace {
    at_once: 60,
    pause: 1_000,
};
/// How many pairs of both, and how many clients, are remembered at most: less than a megabyte each.
const REMEMBERED: usize = 10_000;

/// How many may pass at once, and the milliseconds after which one more may.
#[derive(Debug, Clone, Copy)]
struct Pace {
    at_once: i64,
    pause: i64,
}

/// Counts who asked for links. Forgotten with the process.
pub(crate) struct LinkLimits {
    addresses: Mutex<Limit<(IpAddr, TokenHash)>>,
    clients: Mutex<Limit<IpAddr>>,
}

impl Default for LinkLimits {
    fn default() -> Self {
        Self {
            addresses: Mutex::new(Limit::new(FOR_ADDRESS)),
            clients: Mutex::new(Limit::new(BY_CLIENT)),
        }
    }
}

impl LinkLimits {
    /// Counts a request for a link; where it is one too many, the seconds after which it may be made again.
    pub(crate) fn count(&self, client: IpAddr, email: &str, now: i64) -> Result<(), u64> {
        let client = network(client);
        let address = hash(&email.trim().to_lowercase());
        lock(&self.clients)
            .count(client, now)
            .and_then(|()| lock(&self.addresses).count((client, address), now))
            .map_err(|wait| u64::try_from(wait).unwrap_or(0).div_ceil(1_000))
    }
}

/// Whoever has one address of an IPv6 network has all of it.
fn network(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        address => address,
    }
}

fn lock<K>(limit: &Mutex<Limit<K>>) -> MutexGuard<'_, Limit<K>> {
    limit.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Limit<K> {
    pace: Pace,
    /// When the whole allowance is there again. Who is not listed has it.
    whole_at: HashMap<K, i64>,
}

impl<K: Eq + Hash> Limit<K> {
    fn new(pace: Pace) -> Self {
        Self {
            pace,
            whole_at: HashMap::new(),
        }
    }

    /// Lets one through, or says how many milliseconds are to be waited.
    fn count(&mut self, key: K, now: i64) -> Result<(), i64> {
        let known = self.whole_at.get(&key).copied();
        let whole_at = known.unwrap_or(now).max(now) + self.pace.pause;
        let too_early = whole_at - now - self.pace.at_once * self.pace.pause;
        if too_early > 0 {
            return Err(too_early);
        }
        if known.is_none() && self.whole_at.len() >= REMEMBERED {
            self.forget(now);
        }
        self.whole_at.insert(key, whole_at);
        Ok(())
    }

    /// Makes room: drops those who have their whole allowance again, or else the half that is nearest to it.
    fn forget(&mut self, now: i64) {
        self.whole_at.retain(|_, whole_at| *whole_at > now);
        if self.whole_at.len() < REMEMBERED {
            return;
        }
        let mut times: Vec<i64> = self.whole_at.values().copied().collect();
        let middle = times.len() / 2;
        let (_, median, _) = times.select_nth_unstable(middle);
        let median = *median;
        self.whole_at.retain(|_, whole_at| *whole_at > median);
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test may panic")]
mod tests {
    use super::*;

    #[test]
    fn a_client_has_five_links_for_an_address_at_once_and_another_every_three_minutes() {
        let limits = LinkLimits::default();
        let [here, elsewhere] = [1, 2].map(|n| IpAddr::from([10, 0, 0, n]));
        for _ in 0..5 {
            assert_eq!(limits.count(here, "ada@example.org", 0), Ok(()));
        }
        assert_eq!(limits.count(here, " Ada@Example.ORG ", 1_000), Err(179));
        assert_eq!(limits.count(here, "bob@example.org", 1_000), Ok(()));
        assert_eq!(limits.count(elsewhere, "ada@example.org", 1_000), Ok(()));
        assert_eq!(limits.count(here, "ada@example.org", 180_000), Ok(()));
        assert_eq!(limits.count(here, "ada@example.org", 180_000), Err(180));
    }

    #[test]
    fn a_client_has_sixty_a_minute_for_whatever_addresses() {
        let limits = LinkLimits::default();
        let ask = |client: &str, n: u32, now| {
            limits.count(client.parse().unwrap(), &format!("{n}@example.org"), now)
        };
        for n in 0..60 {
            assert_eq!(ask("2001:db8::1", n, 0), Ok(()));
        }
        assert_eq!(ask("2001:db8::2", 60, 0), Err(1), "the same network");
        assert_eq!(ask("2001:db8:0:1::2", 60, 0), Ok(()));
        assert_eq!(ask("2001:db8::1", 61, 30_000), Ok(()));
    }

    #[test]
    fn what_is_remembered_is_bounded_and_who_asked_most_is_remembered_longest() {
        let mut limit = Limit::new(FOR_ADDRESS);
        for _ in 0..5 {
            limit.count(usize::MAX, 0).unwrap();
        }
        for n in 0..3 * REMEMBERED {
            limit.count(n, 0).unwrap();
            assert!(limit.whole_at.len() <= REMEMBERED);
        }
        assert!(limit.count(usize::MAX, 0).is_err());
    }
}
