use model::role::{Grant, Role, Scope};
use storage::error::StoreError;
use tests::database::{each_store, edition, id, person, person_id};

#[test]
fn an_address_in_another_case_is_the_same_person() {
    each_store(async |store| {
        let mut first = person(1);
        first.email = "Émile@Example.ORG".to_owned();
        store.add_person(first.clone(), 1).await.unwrap();
        let found = store.person_by_email(" émile@example.org ").await.unwrap();
        assert_eq!(found, Some(first));
        let mut second = person(2);
        second.email = "éMILE@example.org".to_owned();
        let refused = store.add_person(second.clone(), 2).await.unwrap_err();
        assert!(matches!(refused, StoreError::Taken(_)), "{refused}");
        assert_eq!(store.person(second.id).await.unwrap(), None);
    });
}

#[test]
fn a_language_is_changed_where_there_is_somebody() {
    each_store(async |store| {
        store.add_person(person(1), 1).await.unwrap();
        assert!(store.set_language(person_id(1), id("ar")).await.unwrap());
        assert!(!store.set_language(person_id(2), id("ar")).await.unwrap());
        let found = store.person(person_id(1)).await.unwrap().unwrap();
        assert_eq!(found.language, id("ar"));
    });
}

#[test]
fn roles_are_given_once_and_taken() {
    each_store(async |store| {
        store.import_edition(edition()).await.unwrap();
        for n in [1, 2] {
            store.add_person(person(n), 1).await.unwrap();
        }
        let (one, two) = (person_id(1), person_id(2));
        let at = |role, scope| Grant { role, scope };
        let grants = [
            at(
                Role::Coordinator,
                Scope::Track(id("igf-parliamentary-track")),
            ),
            at(Role::Editor, Scope::Edition(id("igf-2023"))),
            at(Role::Rapporteur, Scope::Session(id("igf-2023"), id("s1"))),
            at(Role::Rapporteur, Scope::Session(id("igf-2023"), id("s2"))),
        ];
        for grant in &grants {
            assert!(
                store
                    .give_grant(one, grant.clone(), Some(two), 7)
                    .await
                    .unwrap()
            );
            assert!(!store.give_grant(one, grant.clone(), None, 8).await.unwrap());
        }
        assert_eq!(store.grants_of(one).await.unwrap(), grants);
        assert_eq!(store.grants_of(two).await.unwrap(), []);
    });
}

#[test]
fn a_role_in_an_edition_that_is_not_there_is_refused() {
    each_store(async |store| {
        store.add_person(person(1), 1).await.unwrap();
        let grant = Grant {
            role: Role::Editor,
            scope: Scope::Edition(id("igf-2099")),
        };
        let refused = store.give_grant(person_id(1), grant, None, 1).await;
        assert!(refused.is_err());
        assert_eq!(store.grants_of(person_id(1)).await.unwrap(), []);
    });
}

#[test]
fn of_several_values_written_at_once_one_is_kept_and_all_see_it() {
    each_store(async |store| {
        let values = (0..8).map(|n| store.setting_or("storage-id", format!("id-{n}"), 1));
        let seen = futures_util::future::try_join_all(values).await.unwrap();
        let later = store.setting_or("storage-id", "other".to_owned(), 2);
        let kept = later.await.unwrap();
        assert!(
            seen.iter().all(|value| *value == kept),
            "{seen:?} and {kept}"
        );
        let other = store.setting_or("unknown", "other".to_owned(), 2).await;
        assert_eq!(other.unwrap(), "other");
    });
}
