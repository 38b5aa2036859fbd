use serde_json::json;
use sha2::{Digest, Sha256};
use storage::audit::{AuditEntry, AuditRow, seal_text};
use tests::database::{each_database, person_id};

fn entry(n: u8) -> AuditEntry {
    AuditEntry {
        at: i64::from(n),
        person_id: n.is_multiple_of(2).then(|| person_id(n)),
        action: "key-point-accepted".to_owned(),
        object: format!("key-point:{n}"),
        detail: json!({ "z": [1, null], "a": { "y": "é", "b": true } }),
    }
}

fn is_sealed(rows: &[AuditRow]) -> bool {
    let mut previous = [0; 32];
    rows.iter().zip(1..).all(|(row, seq)| {
        let mut seal = Sha256::new();
        seal.update(previous);
        seal.update(seal_text(row.seq, &row.entry));
        let hash: [u8; 32] = seal.finalize().into();
        let fits = row.seq == seq && row.previous_hash == previous && row.hash == hash;
        previous = row.hash;
        fits
    })
}

#[test]
fn rows_of_two_processes_make_one_chain_and_a_change_breaks_it() {
    each_database(async |database| {
        let (here, there) = (database.open().await, database.open().await);
        let adding = (0..20).map(|n| {
            let store = if n % 2 == 0 { &here } else { &there };
            store.add_audit(entry(n))
        });
        let mut seqs = futures_util::future::try_join_all(adding).await.unwrap();
        seqs.sort_unstable();
        assert_eq!(seqs, (1..=20).collect::<Vec<_>>());
        let mut rows = here.audit_after(0, 100).await.unwrap();
        assert_eq!(rows.len(), 20);
        assert!(is_sealed(&rows));
        assert_eq!(here.audit_after(5, 3).await.unwrap(), rows[5..8]);
        rows[7].entry.detail = json!({});
        assert!(!is_sealed(&rows));
    });
}

#[test]
fn a_seal_does_not_depend_on_the_order_of_keys() {
    let sealed = seal_text(3, &entry(4));
    let detail = r#""detail":{"a":{"b":true,"y":"é"},"z":[1,null]}"#;
    assert!(sealed.contains(detail), "{sealed}");
    assert!(sealed.starts_with(r#"{"action":"key-point-accepted","at":4,"#));
}
