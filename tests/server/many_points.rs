//! One change that marks far more key points than anybody needs.

use std::time::Instant;

use automerge::{ObjType, ROOT, ReadDoc, ScalarValue, transaction::Transactable};
use tests::site::Site;
use tokio::time::sleep;

use super::{Duration, PATIENCE, Tab, bearer, get, notes};

/// More than the board takes from one session.
const MANY: usize = 800;

#[tokio::test]
async fn the_board_takes_so_many_of_one_session_and_the_notes_of_another_are_kept_in_step_meanwhile()
 {
    let site = Site::with_demo_edition();
    let token = site.token("editor@example.org", "editor");
    let by = bearer(&token);
    let session = async |id: &str| {
        let path = "/api/editions/igf-2023/sessions";
        let all = get(&site, ("authorization", &by), path).await;
        let mut all = all.as_array().unwrap().iter();
        all.find(|one| one["id"] == id).unwrap().clone()
    };
    let most = session("pt23-2").await["mostKeyPoints"].as_u64().unwrap();
    assert!((100..MANY as u64).contains(&most), "{most}");

    let mut writer = Tab::of(&site, &token).await;
    let mut other = writer.document(notes(&site, &token, "pt23-3").await).await;
    let mut tab = Tab::of(&site, &token).await;
    let mut many = tab.document(notes(&site, &token, "pt23-2").await).await;
    let points = many.text.get(ROOT, "keyPoints").unwrap().unwrap().1;
    for n in 0..MANY {
        let id = format!("00000000-0000-4000-8000-{n:012x}");
        let point = many.text.put_object(&points, id, ObjType::Map).unwrap();
        let quote = ScalarValue::from(format!("Point {n}."));
        many.text.put(&point, "quote", quote).unwrap();
    }
    tab.sync(&mut many).await;

    let since = Instant::now();
    let mut slowest = Duration::ZERO;
    while session("pt23-2").await["keyPoints"] != most {
        assert!(since.elapsed() < 2 * PATIENCE, "the board does not follow");
        let begun = Instant::now();
        other.write("a");
        writer.sync(&mut other).await;
        slowest = slowest.max(begun.elapsed());
        sleep(Duration::from_millis(20)).await;
    }
    assert!(
        slowest < Duration::from_secs(1),
        "a letter took {slowest:?}"
    );
    let said = site.says("more key points than the board takes");
    assert!(
        said.contains("pt23-2") && said.contains(&format!("left_out={}", MANY as u64 - most)),
        "{said}"
    );
}
