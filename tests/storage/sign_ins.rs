use std::sync::Arc;

use storage::sign_ins::{ApiToken, Redeemed, SignIn, SignInLink, TokenHash};
use storage::store::Store;
use tests::database::{each_database, each_store, person, person_id};

const TOKEN: TokenHash = TokenHash([7; 32]);
const OTHER: TokenHash = TokenHash([8; 32]);

async fn with_link(store: &Arc<dyn Store>) {
    store.add_person(person(1), 1).await.unwrap();
    let link = SignInLink {
        token_hash: TOKEN,
        person_id: person_id(1),
        created_at: 10,
        expires_at: 20,
    };
    store.add_sign_in_link(link).await.unwrap();
}

#[test]
fn a_link_is_redeemed_once_however_many_try_at_once() {
    each_database(async |database| {
        let (here, there) = (database.open().await, database.open().await);
        with_link(&here).await;
        let tries = (0..40).map(|n| {
            let store = if n % 2 == 0 { &here } else { &there };
            store.redeem_sign_in_link(TOKEN, 15)
        });
        let outcomes = futures_util::future::try_join_all(tries).await.unwrap();
        let by = outcomes
            .iter()
            .filter(|outcome| **outcome == Redeemed::By(person_id(1)));
        assert_eq!(by.count(), 1, "{outcomes:?}");
        let used = outcomes
            .iter()
            .filter(|outcome| **outcome == Redeemed::Used);
        assert_eq!(used.count(), 39);
    });
}

#[test]
fn a_link_that_is_too_old_or_unknown_says_so() {
    each_store(async |store| {
        with_link(&store).await;
        let redeem = async |token, now| {
            let look = store.sign_in_link(token, now).await.unwrap();
            let redeemed = store.redeem_sign_in_link(token, now).await.unwrap();
            assert_eq!(look, redeemed, "it is told before");
            redeemed
        };
        assert_eq!(redeem(OTHER, 15).await, Redeemed::Unknown);
        assert_eq!(redeem(TOKEN, 20).await, Redeemed::Expired);
        assert_eq!(redeem(TOKEN, 19).await, Redeemed::By(person_id(1)));
        assert_eq!(redeem(TOKEN, 21).await, Redeemed::Used);
    });
}

#[test]
fn a_browser_is_signed_in_until_it_ends_or_its_time_is_over() {
    each_store(async |store| {
        store.add_person(person(1), 1).await.unwrap();
        let mut sign_in = SignIn {
            token_hash: TOKEN,
            person_id: person_id(1),
            created_at: 10,
            last_seen_at: 10,
            expires_at: 20,
        };
        store.add_sign_in(sign_in.clone()).await.unwrap();
        assert_eq!(
            store.sign_in(TOKEN, 19).await.unwrap(),
            Some(sign_in.clone())
        );
        assert_eq!(store.sign_in(TOKEN, 20).await.unwrap(), None);
        assert!(store.touch_sign_in(TOKEN, 15, 30).await.unwrap());
        assert!(!store.touch_sign_in(TOKEN, 30, 40).await.unwrap());
        (sign_in.last_seen_at, sign_in.expires_at) = (15, 30);
        assert_eq!(store.sign_in(TOKEN, 20).await.unwrap(), Some(sign_in));
        assert!(store.end_sign_in(TOKEN).await.unwrap());
        assert!(!store.end_sign_in(TOKEN).await.unwrap());
        assert_eq!(store.sign_in(TOKEN, 20).await.unwrap(), None);
    });
}

#[test]
fn an_api_token_works_until_its_time_is_over() {
    each_store(async |store| {
        store.add_person(person(1), 1).await.unwrap();
        let token = ApiToken {
            token_hash: TOKEN,
            person_id: person_id(1),
            label: "a program".to_owned(),
            created_at: 1,
            expires_at: 20,
        };
        store.add_api_token(token.clone()).await.unwrap();
        assert_eq!(store.api_token(TOKEN, 19).await.unwrap(), Some(token));
        assert_eq!(store.api_token(TOKEN, 20).await.unwrap(), None);
        assert_eq!(store.api_token(OTHER, 19).await.unwrap(), None);
    });
}

#[test]
fn what_is_over_is_removed() {
    each_store(async |store| {
        with_link(&store).await;
        assert_eq!(store.remove_expired(19).await.unwrap(), 0);
        assert_eq!(store.remove_expired(20).await.unwrap(), 1);
        assert_eq!(
            store.redeem_sign_in_link(TOKEN, 15).await.unwrap(),
            Redeemed::Unknown
        );
    });
}
