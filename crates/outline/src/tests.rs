use std::collections::{BTreeMap, HashSet};

use expect_test::{Expect, expect};
use model::{
    key_point::{Basis, KeyPoint, KeyPointKey, KeyPointState, Stance},
    language::Lang,
    output_document::Grouping,
    session::{Attribution, SessionKind},
};
use proptest::prelude::*;

use crate::{
    check::{Kind, WrittenParagraph, WrittenSource, check as check_document},
    compile::{Insertion, OutlineKind, compile, insertion},
    coverage::coverage,
    diagnostic::Severity,
    group::{grouping_of, to_text},
    plan::Plan,
    programme::Programme,
    testing::{English, demo, point, shown, told},
};

fn check(points: &[KeyPoint], plan: &Plan, expected: Expect) {
    let (programme, _) = demo();
    let compiled = compile(&programme, points, plan, &Lang::english(), &English);
    // The front is shown by the first two tests; annexes do not change.
    let text = shown(&compiled);
    let body = text
        .split_once("following points.\n")
        .map_or(text.as_str(), |(_, body)| body);
    let annexes = "annex I Programme\nannex II Participants\nannex III Sources\n";
    expected.assert_eq(&body.replace(annexes, ""));
}

#[test]
fn the_demo_edition_by_addressee() {
    let (programme, points) = demo();
    let compiled = compile(
        &programme,
        &points,
        &Plan::default(),
        &Lang::english(),
        &English,
    );
    expect![[r#"
        title: Output document: IGF Parliamentary Track
        theme: Shaping Digital Trust for the Internet We Want
        place: Kyoto, Japan, 2023-10-08 to 2023-10-09
        organisers: UN DESA / IGF Secretariat
        organisers: Inter-Parliamentary Union
        organisers: Host country: Government of Japan
        status: **Not negotiated.** Compiled from key points.
        voice: We, who met,
        PP1 _Having met_ on 2023-10-08 to 2023-10-09 (18th Internet Governance Forum; Kyoto, Japan) under the theme Shaping Digital Trust for the Internet We Want,
        PP2 _Recalling_ The Internet We Want – Empowering All People (18th Internet Governance Forum),
        PP3 _Noting_ Digital cooperation between African and European parliamentarians (EuroDIG 2023, Main auditorium, Tampere, Finland, 2023-06-19 to 2023-06-19) and Parliamentarian Symposium (African IGF 2023 (12th), Transcorp Hilton, Abuja, Nigeria, 2023-09-18 to 2023-09-19),
        voice: have brought together the following points.
        A To Parliaments
        1 Deploy technology in a human-centred way that follows shared values.
        2 The African Parliamentary Network on Internet Governance has a key part in digital frameworks, above all ratification of the Malabo Convention.
        3 Enforce cyber laws with a people-centred approach and checks and balances.
        4 Online violence against women in politics, and against children, must be countered so that they can take part safely.
        5 People should decide which of their data are used and for what, and be able to check that this is respected.
        6 Trust grows when governments make clear, comprehensive commitments to protect rights, privacy included.
        7 Responsibility must hold at every stage of data processing, so that people can share data safely.
        8 Require every ministry to report a data breach to the competent parliamentary committee within three working days, in plain language.
        9 Present a yearly report to parliament on breaches, their causes and what was done about them.
        10 Digital education in school curricula should be a concern of parliamentarians, the AU and all governance actors.
        11 Hold hearings at least once a year in a language other than that of the capital.
        12 Parliamentarians are key to implementation because they carry the legislation in national parliaments.
        13 Falling trust in politics weakens institutions; restoring it is a task for parliaments.
        B To Regional cooperation
        14 Pair policy-level with technical-level cooperation, backed by training and knowledge transfer that unlock investment.
        15 Invest in resilient infrastructure and in projects for the hardest-to-reach rural communities, together with digital skills.
        16 Give priority to quality digital literacy and intergenerational capacity building.
        17 Deepen EU–African dialogue on regulation so that no ready-made model is imposed and parliamentarians can take a real part in it.
        18 Europe can offer Africa an alternative built on open, transparent and democratic Internet governance.
        19 States, the African Union and regional bodies should make their digital policies interoperable.
        C To Global cooperation
        20 Fragmented national approaches to data governance open space for exclusion and drift from shared goals.
        21 Countries need a common position that every citizen has a right to privacy.
        22 Use the Global Digital Compact to tackle the digital divide jointly, and coordinate its implementation after adoption.
        23 Build capacity of African parliamentarians and recognise them in global processes; being physically present matters.
        annex I Programme
        annex II Participants
        annex III Sources
    "#]].assert_eq(&shown(&compiled));
}

#[test]
fn the_messages_of_a_regional_event() {
    let (programme, points) = demo();
    let plan = Plan {
        messages_of: Some("eurodig-2023".parse().unwrap()),
        ..Plan::default()
    };
    let compiled = compile(&programme, &points, &plan, &Lang::english(), &English);
    expect![[r#"
        title: Messages: EuroDIG 2023
        theme: Digital cooperation between African and European parliamentarians
        place: Main auditorium, Tampere, Finland, 2023-06-19 to 2023-06-19
        Rapporteur: Jean Diallo
        status: **Not negotiated.**
        - Deepen EU–African dialogue on regulation so that no ready-made model is imposed and parliamentarians can take a real part in it.
        - Pair policy-level with technical-level cooperation, backed by training and knowledge transfer that unlock investment.
        - Invest in resilient infrastructure and in projects for the hardest-to-reach rural communities, together with digital skills.
        - Build capacity of African parliamentarians and recognise them in global processes; being physically present matters.
        - Parliamentarians are key to implementation because they carry the legislation in national parliaments.
        - Europe can offer Africa an alternative built on open, transparent and democratic Internet governance.
        - Use the Global Digital Compact to tackle the digital divide jointly, and coordinate its implementation after adoption.
        Note outline-messages-count session eurodig-2023 count=7 session=Digital cooperation between African and European parliamentarians
    "#]].assert_eq(&shown(&compiled));
}

#[test]
fn a_key_point_of_which_no_stance_is_said_is_drafted_as_undisputed() {
    let (programme, _) = demo();
    let mut unsaid = point(1, "pt23-1", "Report each breach.");
    (unsaid.kind, unsaid.stance) = (None, None);
    let points = [unsaid, point(2, "pt23-rt", "Report each breach.")];
    let plan = Plan::default();
    let compiled = compile(&programme, &points, &plan, &Lang::english(), &English);
    let said = compiled
        .outline
        .blocks
        .iter()
        .filter(|block| !block.sources.is_empty());
    let said: Vec<_> = said.map(|block| block.sources.len()).collect();
    assert_eq!(said, [2], "both say the same");
}

#[test]
fn messages_on_which_views_differed_stand_under_a_heading() {
    let (programme, _) = demo();
    let mut differed = point(1, "pt23-1", "Publish a summary.");
    differed.stance = Some(Stance::Divergence);
    let points = [
        differed,
        point(2, "pt23-1", "Report each breach."),
        point(3, "pt23-rt", "Other."),
    ];
    let plan = Plan {
        messages_of: Some("pt23-1".parse().unwrap()),
        ..Plan::default()
    };
    let compiled = compile(&programme, &points, &plan, &Lang::english(), &English);
    expect![[r#"
        title: Messages: Governing Data: What Can Parliamentarians Do To Support A Trustworthy Online Space?
        place: Kyoto, Japan, 2023-10-08 to 2023-10-08
        status: **Not negotiated.**
        - Report each breach.
        -- Points on which views differed
        - Publish a summary.
        Note outline-views-differed key point 1 session pt23-1
        Note outline-messages-count session pt23-1 count=2 session=Governing Data: What Can Parliamentarians Do To Support A Trustworthy Online Space?
    "#]].assert_eq(&shown(&compiled));
}

#[test]
fn groups_follow_the_plan_and_then_the_edition() {
    let (_, points) = demo();
    let picked = [
        points[0].clone(),
        points[3].clone(),
        points[4].clone(),
        point(90, "pt23-1", "Named by nobody."),
    ];
    let plan = Plan {
        order: vec!["global".to_owned()],
        headings: BTreeMap::from([("other".to_owned(), "Everybody".to_owned())]),
        ..Plan::default()
    };
    check(
        &picked,
        &plan,
        expect![[r#"
        A To Global cooperation
        1 Build capacity of African parliamentarians and recognise them in global processes; being physically present matters.
        B To Parliaments
        2 Parliamentarians are key to implementation because they carry the legislation in national parliaments.
        C To Regional cooperation
        3 Deepen EU–African dialogue on regulation so that no ready-made model is imposed and parliamentarians can take a real part in it.
        D Everybody
        4 Named by nobody.
        Note outline-further
    "#]],
    );
}

#[test]
fn points_may_be_grouped_by_theme_or_session() {
    let (_, points) = demo();
    let picked = [points[1].clone(), points[7].clone(), points[12].clone()];
    let by = |group| Plan {
        group,
        ..Plan::default()
    };
    check(
        &picked,
        &by(Grouping::Theme),
        expect![[r#"
        A Data Governance & Trust
        1 People should decide which of their data are used and for what, and be able to check that this is respected.
        B Digital Divides & Inclusion
        2 Pair policy-level with technical-level cooperation, backed by training and knowledge transfer that unlock investment.
        C Global Digital Governance & Cooperation
        3 States, the African Union and regional bodies should make their digital policies interoperable.
    "#]],
    );
    check(
        &picked,
        &by(Grouping::Session),
        expect![[r#"
        A Digital cooperation between African and European parliamentarians
        1 Pair policy-level with technical-level cooperation, backed by training and knowledge transfer that unlock investment.
        B Parliamentarian Symposium
        2 States, the African Union and regional bodies should make their digital policies interoperable.
        C Governing Data: What Can Parliamentarians Do To Support A Trustworthy Online Space?
        3 People should decide which of their data are used and for what, and be able to check that this is respected.
    "#]],
    );
}

#[test]
fn what_was_only_planned_to_be_said_never_enters() {
    let mut concept = point(1, "pt23-3", "Rules should anticipate AI.");
    concept.basis = Basis::Concept;
    check(
        &[concept],
        &Plan::default(),
        expect![[r#"
        Warning outline-concept key point 1 session pt23-3
    "#]],
    );
}

#[test]
fn points_on_which_views_differed_stand_apart() {
    let mut differed = point(1, "pt23-1", "Publish a summary of each breach.");
    differed.stance = Some(Stance::Divergence);
    differed.addressee = Some("parliaments".parse().unwrap());
    let mut agreed = point(2, "pt23-1", "Report each breach.");
    agreed.addressee = Some("parliaments".parse().unwrap());
    check(
        &[differed, agreed],
        &Plan::default(),
        expect![[r#"
        A To Parliaments
        1 Report each breach.
        B Points on which views differed
        2 Publish a summary of each breach.
        Note outline-views-differed key point 1 session pt23-1
    "#]],
    );
}

#[test]
fn the_same_words_make_one_paragraph_that_rests_on_both() {
    let points = [
        point(1, "pt23-rt", "protect  privacy;"),
        point(2, "pt23-1", "Protect privacy."),
        point(3, "pt23-1", "Protect privacy everywhere"),
    ];
    check(
        &points,
        &Plan::default(),
        expect![[r#"
        A Further points
        1 Protect privacy. (2 sources)
        2 Protect privacy everywhere.
        Note outline-further
    "#]],
    );
}

#[test]
fn words_are_closed_by_a_full_stop_and_not_touched_otherwise() {
    let points = [
        point(1, "pt23-1", " ban\n X ; "),
        point(2, "pt23-1", "Who decides?"),
        point(3, "pt23-1", "Say “yes.”"),
        point(4, "pt23-1", "Say “no”"),
    ];
    check(
        &points,
        &Plan::default(),
        expect![[r#"
        A Further points
        1 ban X.
        2 Who decides?
        3 Say “yes.”
        4 Say “no”.
        Note outline-further
    "#]],
    );
}

#[test]
fn a_session_that_does_not_name_its_speakers_names_none() {
    let (mut programme, _) = demo();
    let rehearsal = programme
        .sessions
        .iter_mut()
        .find(|session| session.id.as_str() == "rehearsal")
        .unwrap();
    assert_eq!(rehearsal.attribution, Attribution::ChathamHouse);
    rehearsal.people[0].name = "Ada Lovelace".to_owned();
    let mut quoted = point(1, "rehearsal", "Report each breach.");
    quoted.quote = "ada lovelace asked for a report".to_owned();
    quoted.speaker = Some("Ada Lovelace".to_owned());
    quoted.attributed_to = Some("Ada Lovelace".to_owned());
    let told = point(2, "rehearsal", "Do as Ada Lovelace said.");
    let compiled = compile(
        &programme,
        &[quoted, told],
        &Plan::default(),
        &Lang::english(),
        &English,
    );
    assert!(
        !format!("{:?}", compiled.outline)
            .to_lowercase()
            .contains("lovelace")
    );
    expect![[r#"
        Error outline-name-told key point 2 session rehearsal name=Ada Lovelace
        Note outline-further
    "#]]
    .assert_eq(&crate::testing::told(&compiled.diagnostics));
}

fn kept_as(point: &KeyPoint, statement: &str, quote: &str) -> WrittenSource {
    WrittenSource {
        key_point_id: point.id,
        session_id: Some(point.session_id.clone()),
        quote: quote.to_owned(),
        statement: statement.to_owned(),
    }
}

#[test]
fn a_family_name_in_a_written_paragraph_is_warned_of_and_no_quote_tells_it() {
    let (mut programme, _) = demo();
    for session in &mut programme.sessions {
        if session.attribution == Attribution::ChathamHouse {
            session.people[0].name = "Junhua Li".to_owned();
        }
    }
    let mut quoted = point(1, "rehearsal", "Report each breach.");
    quoted.quote = "Mr Li asked for it".to_owned();
    let points = [quoted];
    let plan = Plan::default();
    let compiled = compile(&programme, &points, &plan, &Lang::english(), &English);
    assert!(!format!("{:?}", compiled.outline).contains("Li asked"));
    let written = WrittenParagraph {
        id: model::id::ParagraphId("p1".to_owned()),
        kind: Kind::Operative,
        number: String::new(),
        text: "Mr Li asked for reports.".to_owned(),
        beside: Vec::new(),
        sources: vec![kept_as(&points[0], "", "")],
    };
    let named = |written: &WrittenParagraph| {
        let paragraphs = std::slice::from_ref(written);
        let found = check_document(
            &programme,
            &points,
            &HashSet::new(),
            paragraphs,
            None,
            &English,
        );
        let named = found.diagnostics.iter().find(|d| d.key.contains("name"));
        named.map(|one| (one.severity, one.key))
    };
    assert_eq!(
        named(&written),
        Some((Severity::Warning, "outline-name-perhaps"))
    );
    let silent = WrittenParagraph {
        text: "Publish reports.".to_owned(),
        ..written
    };
    assert_eq!(named(&silent), None);
    // In a cell of a table, and in a footnote.
    let beside = WrittenParagraph {
        beside: vec!["Mr Li".to_owned(), "Said by Junhua Li.".to_owned()],
        ..silent.clone()
    };
    assert_eq!(named(&beside), Some((Severity::Error, "outline-name-told")));
    // In what is kept of the key point, from a time when people of the session could be named.
    for (statement, quote, finding) in [
        (
            "",
            "As Li said, publish",
            (Severity::Warning, "check-source-perhaps-names"),
        ),
        (
            "Mr Li asked.",
            "Junhua Li asked",
            (Severity::Error, "check-source-names"),
        ),
    ] {
        let kept = WrittenParagraph {
            sources: vec![kept_as(&points[0], statement, quote)],
            ..silent.clone()
        };
        assert_eq!(named(&kept), Some(finding));
    }
}

#[test]
fn an_outline_tells_its_groups_and_how_many_key_points_stand_in_each() {
    let (programme, mut points) = demo();
    for point in &mut points {
        point.basis = Basis::Reported;
    }
    let in_groups = |by: Grouping| {
        let plan = Plan {
            group: by,
            ..Plan::default()
        };
        let compiled = compile(&programme, &points, &plan, &Lang::english(), &English);
        let groups = compiled.outline.groups();
        let sum: usize = groups.iter().map(|group| group.key_points).sum();
        assert_eq!(sum, compiled.outline.key_points());
        groups
            .iter()
            .map(|group| format!("{} {}: {}\n", group.id, group.key_points, group.heading))
            .collect::<String>()
    };
    expect![[r#"
        parliaments 13: To Parliaments
        regional 6: To Regional cooperation
        global 4: To Global cooperation
    "#]]
    .assert_eq(&in_groups(Grouping::Addressee));
    expect![[r#"
        eurodig-2023 7: Digital cooperation between African and European parliamentarians
        afigf-2023 5: Parliamentarian Symposium
        pt23-1 4: Governing Data: What Can Parliamentarians Do To Support A Trustworthy Online Space?
        rehearsal 3: Rehearsal (invented): The first hundred days after a breach
        pt23-rt 4: The Role of Parliamentarians in Shaping a Trusted Internet Empowering All People
    "#]].assert_eq(&in_groups(Grouping::Session));
}

#[test]
fn a_session_without_title_and_event_is_called_by_its_sort_and_number() {
    let (mut programme, mut points) = demo();
    let second = programme
        .sessions
        .iter_mut()
        .filter(|session| session.kind == SessionKind::Session && session.event.is_none())
        .nth(1)
        .unwrap();
    second.title = None;
    let id = second.id.clone();
    points.truncate(1);
    points[0].session_id = id.clone();
    let by_session = Plan {
        group: Grouping::Session,
        ..Plan::default()
    };
    let messages = Plan {
        messages_of: Some(id),
        ..Plan::default()
    };
    let said = |plan| compile(&programme, &points, plan, &Lang::english(), &English);
    assert_eq!(said(&by_session).outline.groups()[0].heading, "session 2");
    assert_eq!(said(&messages).outline.title(), "Messages: session 2");
}

#[test]
fn a_session_after_the_meeting_is_no_part_of_it() {
    let (mut programme, _) = demo();
    let late = programme
        .sessions
        .iter_mut()
        .find(|session| session.id.as_str() == "lacigf-2023")
        .unwrap();
    late.start = Some("2023-10-10".to_owned());
    let points = [
        point(1, "lacigf-2023", "Too late."),
        point(2, "no-such-session", "From nowhere."),
    ];
    let compiled = compile(
        &programme,
        &points,
        &Plan::default(),
        &Lang::english(),
        &English,
    );
    expect![[r#"
        Warning outline-session-after key point 1 session lacigf-2023 session=LACIGF 16
        Note outline-further
    "#]]
    .assert_eq(&told(&compiled.diagnostics));
}

#[test]
fn a_statement_in_another_language_says_so() {
    let mut french = point(1, "pt23-1", "Ouvrir chaque consultation en ligne.");
    french.lang = "fr".parse().unwrap();
    french.passage_gone = true;
    check(
        &[french, point(2, "pt23-1", "  ")],
        &Plan::default(),
        expect![[r#"
            A Further points
            1 Ouvrir chaque consultation en ligne. (fr)
            Warning outline-other-language key point 1 session pt23-1 language=fr
            Warning outline-passage-gone key point 1 session pt23-1
            Error outline-statement-missing key point 2 session pt23-1
            Note outline-further
        "#]],
    );
}

#[test]
fn a_plan_changes_voice_status_and_preamble() {
    let (programme, _) = demo();
    let plan = Plan {
        title: Some("Kyoto outcome".to_owned()),
        status_line: Some("A *draft* of 2 * 3 people".to_owned()),
        voice: Some("The Assembly,".to_owned()),
        preamble: Some(vec![
            "*Recalling* its mandate,".to_owned(),
            " ".to_owned(),
            "Noting nothing,".to_owned(),
        ]),
        ..Plan::default()
    };
    let compiled = compile(&programme, &[], &plan, &Lang::english(), &English);
    expect![[r#"
        title: Kyoto outcome
        theme: Shaping Digital Trust for the Internet We Want
        place: Kyoto, Japan, 2023-10-08 to 2023-10-09
        organisers: UN DESA / IGF Secretariat
        organisers: Inter-Parliamentary Union
        organisers: Host country: Government of Japan
        status: A *draft* of 2 * 3 people
        voice: The Assembly,
        PP1 _Recalling_ its mandate,
        PP2 Noting nothing,
        voice: have brought together the following points.
        annex I Programme
        annex II Participants
        annex III Sources
    "#]]
    .assert_eq(&shown(&compiled));
    let silent = Plan {
        voice: Some(String::new()),
        preamble: Some(Vec::new()),
        ..plan
    };
    let compiled = compile(&programme, &[], &silent, &Lang::english(), &English);
    assert!(
        compiled
            .outline
            .blocks
            .iter()
            .all(|block| block.kind != OutlineKind::Voice)
    );
}

#[test]
fn a_point_accepted_later_gets_the_paragraph_it_would_have_had() {
    let (programme, points) = demo();
    let all = compile(
        &programme,
        &points,
        &Plan::default(),
        &Lang::english(),
        &English,
    );
    for point in points
        .iter()
        .filter(|point| point.state == KeyPointState::Accepted)
    {
        let Insertion { heading, paragraph } = insertion(
            &programme,
            &points,
            point,
            &Plan::default(),
            &Lang::english(),
            &English,
        )
        .unwrap();
        assert!(all.outline.blocks.contains(&heading.unwrap()));
        assert!(all.outline.blocks.contains(&paragraph));
    }
    let mut concept = points[0].clone();
    concept.basis = Basis::Concept;
    assert!(
        insertion(
            &programme,
            &points,
            &concept,
            &Plan::default(),
            &Lang::english(),
            &English
        )
        .is_err()
    );
    let groups: Vec<String> = all
        .outline
        .blocks
        .iter()
        .filter_map(|block| block.group.clone())
        .collect();
    assert_eq!(
        grouping_of(groups.iter().map(String::as_str)),
        Some(Grouping::Addressee)
    );
    assert_eq!(
        grouping_of([to_text(&model::output_document::GroupKey::Other).as_str()]),
        None
    );
}

#[test]
fn coverage_names_each_gap() {
    let (programme, points) = demo();
    let covered = coverage(&programme, &points);
    let names = |ids: &[model::id::SessionId]| {
        ids.iter()
            .map(|id| id.as_str().to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let count = |session: &str, theme: &str| {
        let cell = covered.cells.iter().find(|cell| {
            cell.session_id.as_str() == session && cell.theme_id == Some(theme.parse().unwrap())
        });
        cell.map_or(0, |cell| cell.count)
    };
    expect!["eurodig-2023 aprigf-2023 afigf-2023 pt23-1 pt23-2 rehearsal pt23-rt pt23-3"]
        .assert_eq(&names(&covered.sessions));
    assert_eq!(
        names(&covered.sessions_without_key_point),
        "aprigf-2023 pt23-2"
    );
    assert_eq!(names(&covered.sessions_left_out), "lacigf-2023");
    assert_eq!(
        covered.themes_without_key_point,
        ["sustainability".parse().unwrap()]
    );
    assert_eq!(covered.regions_without_key_point, ["Asia-Pacific"]);
    assert_eq!(count("eurodig-2023", "global-cooperation"), 6);
    assert_eq!(count("pt23-1", "data-governance"), 4);
}

#[test]
fn coverage_adds_up() {
    let (programme, _) = demo();
    let mut points: Vec<KeyPoint> = (0..5).map(|n| point(n, "pt23-1", "Do.")).collect();
    points[0].themes = vec!["ai".parse().unwrap()];
    points[1].themes = vec!["no-longer-there".parse().unwrap()];
    points[3].state = KeyPointState::SetAside;
    points[4].state = KeyPointState::Merged;
    let cells = coverage(&programme, &points).cells;
    let shown: Vec<_> = cells
        .iter()
        .map(|cell| (cell.theme_id.as_ref().map(|id| id.as_str()), cell.count))
        .collect();
    assert_eq!(shown, [(Some("ai"), 1), (None, 2)]);
}

#[test]
fn a_check_names_what_is_unused_and_what_rests_on_nothing() {
    let (programme, mut points) = demo();
    points.truncate(3);
    points[2].state = KeyPointState::SetAside;
    let written = |id: &str, text: &str, sources: &[&KeyPoint]| WrittenParagraph {
        id: model::id::ParagraphId(id.to_owned()),
        kind: Kind::Operative,
        number: String::new(),
        text: text.to_owned(),
        beside: Vec::new(),
        sources: sources.iter().map(|point| kept_as(point, "", "")).collect(),
    };
    let gone = point(77, "pt23-1", "Gone.");
    let paragraphs = [
        written("p1", "Deepen dialogue.", &[&points[0]]),
        written("p2", "From thin air.", &[]),
        written("p3", "No longer wanted.", &[&points[2], &gone]),
    ];
    let found = check_document(
        &programme,
        &points,
        &HashSet::new(),
        &paragraphs,
        None,
        &English,
    );
    assert_eq!(found.unused_key_points, [points[1].id]);
    assert_eq!(found.paragraphs_without_source.len(), 1);
    expect![[r#"
        Warning check-session-gap session aprigf-2023 session=Parliamentary Track at the Asia Pacific regional IGF
        Warning check-session-gap session afigf-2023 session=Parliamentarian Symposium
        Warning check-session-gap session pt23-1 session=Governing Data: What Can Parliamentarians Do To Support A Trustworthy Online Space?
        Warning check-session-gap session pt23-2 session=session 2
        Warning check-session-gap session rehearsal session=Rehearsal (invented): The first hundred days after a breach
        Warning check-session-gap session pt23-rt session=The Role of Parliamentarians in Shaping a Trusted Internet Empowering All People
        Warning check-session-gap session pt23-3 session=Counteracting disinformation to make the digital space trustworthy again
        Note check-theme-gap theme=AI & Emerging Technologies
        Note check-theme-gap theme=Avoiding Internet Fragmentation
        Note check-theme-gap theme=Cybersecurity, Cybercrime & Online Safety
        Note check-theme-gap theme=Data Governance & Trust
        Note check-theme-gap theme=Human Rights & Freedoms
        Note check-theme-gap theme=Sustainability & Environment
        Note check-region-gap region=Asia-Pacific
        Note check-region-gap region=Africa
        Note check-region-gap region=Global
        Note check-session-left-out session lacigf-2023 session=LACIGF 16
        Warning check-unused key point 1 session eurodig-2023
        Warning check-without-source paragraph p2
        Warning check-not-accepted paragraph p3 key point 2 session eurodig-2023
        Warning check-source-gone paragraph p3 key point 77 session pt23-1
    "#]].assert_eq(&told(&found.diagnostics));
    let of_event = "eurodig-2023".parse().unwrap();
    let found = check_document(
        &programme,
        &points,
        &HashSet::new(),
        &[],
        Some(&of_event),
        &English,
    );
    assert_eq!(found.unused_key_points.len(), 2);
    assert!(found.sessions_without_key_point.is_empty());
}

/// What a check finds in paragraphs, without what it finds in the programme.
fn found_in(points: &[KeyPoint], paragraphs: &[WrittenParagraph]) -> String {
    found_without(&HashSet::new(), points, paragraphs)
}

/// The same where some key points are gone from the notes.
fn found_without(
    removed: &HashSet<KeyPointKey>,
    points: &[KeyPoint],
    paragraphs: &[WrittenParagraph],
) -> String {
    let (programme, _) = demo();
    let session = "pt23-1".parse().unwrap();
    let found = check_document(
        &programme,
        points,
        removed,
        paragraphs,
        Some(&session),
        &English,
    );
    told(&found.diagnostics)
}

fn paragraph(id: &str, kind: Kind, text: &str, sources: Vec<WrittenSource>) -> WrittenParagraph {
    WrittenParagraph {
        id: model::id::ParagraphId(id.to_owned()),
        kind,
        number: format!("N {id}"),
        text: text.to_owned(),
        beside: Vec::new(),
        sources,
    }
}

#[test]
fn a_check_tells_what_became_of_a_key_point_since_its_paragraph_was_written() {
    let mut lost = point(2, "pt23-1", "Publish reports.");
    lost.passage_gone = true;
    let points = [
        point(1, "pt23-1", "Report each breach within a day."),
        lost,
        point(3, "pt23-1", "Hold hearings."),
    ];
    let kept = |at: usize, statement: &str| kept_as(&points[at], statement, "");
    let written =
        |id: &str, source: WrittenSource| paragraph(id, Kind::Operative, "Words.", vec![source]);
    let paragraphs = [
        written("same", kept(0, "report each breach, within a day;")),
        written("unknown", kept(0, "")),
        written("changed", kept(0, "Report each breach.")),
        written("passage-gone", kept(1, "Publish reports.")),
        written("removed", kept(2, "Hold a hearing.")),
    ];
    let removed = HashSet::from([points[2].key()]);
    expect![[r#"
        Warning check-source-changed paragraph changed key point 1 session pt23-1
        Warning outline-passage-gone paragraph passage-gone key point 2 session pt23-1
        Warning check-source-gone paragraph removed key point 3 session pt23-1
    "#]]
    .assert_eq(&found_without(&removed, &points, &paragraphs));
}

#[test]
fn words_that_were_changed_after_they_were_accepted_are_told_and_not_compiled() {
    let (programme, _) = demo();
    let mut reworded = point(1, "pt23-1", "Report each breach within a year.");
    reworded.decided_statement = Some("Report each breach within a day.".to_owned());
    let mut blank = point(2, "pt23-1", "");
    blank.decided_statement = Some("Hold hearings.".to_owned());
    let mut spaced = point(3, "pt23-1", "Publish  reports.\n");
    spaced.decided_statement = Some("Publish reports.".to_owned());
    let points = [reworded, blank, spaced];
    let compiled = compile(
        &programme,
        &points,
        &Plan::default(),
        &Lang::english(),
        &English,
    );
    let blocks = compiled.outline.blocks.iter();
    let sources = blocks.flat_map(|block| &block.sources);
    let words: Vec<&str> = sources.map(|source| source.statement.as_str()).collect();
    let accepted = [
        "Report each breach within a day.",
        "Hold hearings.",
        "Publish reports.",
    ];
    assert_eq!(words, accepted);
    let blocks = compiled.outline.blocks.iter();
    let paragraphs = blocks.filter(|block| block.kind == OutlineKind::Operative);
    let paragraphs: Vec<String> = paragraphs.map(|block| block.words()).collect();
    assert_eq!(paragraphs, accepted);
    let both = "Warning outline-reworded key point 1 session pt23-1 accepted=Report each breach within a day. \
                now=Report each breach within a year.\n\
                Warning outline-reworded key point 2 session pt23-1 accepted=Hold hearings. now=\n";
    let further = "Note outline-further\n";
    assert_eq!(told(&compiled.diagnostics), format!("{both}{further}"));

    let sources = points
        .iter()
        .map(|point| kept_as(point, point.decided_words(), ""));
    let written = paragraph("p", Kind::Operative, "Words.", sources.collect());
    let written = [written];
    assert_eq!(found_in(&points, &written), both);

    // Once the new words are accepted, it is the paragraph that lags behind.
    let mut points = points;
    points[0].decided_statement = Some(points[0].statement.clone());
    let told = found_in(&points, &written);
    assert!(
        told.contains("check-source-changed paragraph p key point 1"),
        "{told}"
    );
}

/// A key point, and one of the same id in the notes of another session that was marked later.
fn doubled() -> [KeyPoint; 2] {
    let mut copy = point(1, "pt23-1", "Copy each breach.");
    copy.marked_at = 5;
    // Lists are in the order of the programme, not of time.
    [copy, point(1, "pt23-3", "Report each breach.")]
}

#[test]
fn key_points_of_one_id_have_a_paragraph_each() {
    let (programme, _) = demo();
    let points = doubled();
    let plan = Plan::default();
    let all = compile(&programme, &points, &plan, &Lang::english(), &English);
    let blocks = all.outline.blocks.into_iter();
    let paragraphs: Vec<_> = blocks.filter(|block| !block.sources.is_empty()).collect();
    assert_eq!(paragraphs.len(), 2);
    let (copy, first) = (&paragraphs[0], &paragraphs[1]);
    assert_eq!(first.id.as_str(), "p00000000000000000000000000000001");
    assert!(copy.id.as_str().starts_with(first.id.as_str()) && copy.id != first.id);
    assert_eq!(copy.sources[0].session_id, points[0].session_id);
    assert_eq!(first.sources[0].session_id, points[1].session_id);
    let put_in = |point: &KeyPoint| {
        insertion(
            &programme,
            &points,
            point,
            &plan,
            &Lang::english(),
            &English,
        )
        .unwrap()
    };
    assert_eq!(put_in(&points[0]).paragraph, *copy);
    assert_eq!(put_in(&points[1]).paragraph, *first);

    // Where they say the same, it is said once.
    let mut same = doubled();
    same[0].statement = same[1].statement.clone();
    let all = compile(&programme, &same, &plan, &Lang::english(), &English);
    assert_eq!(all.outline.key_points(), 1);
    assert!(told(&all.diagnostics).contains("check-doubled key point 1 session pt23-3"));
}

#[test]
fn a_check_tells_key_points_of_one_id_apart_and_says_that_there_are_two() {
    let points = doubled();
    let rests_on = |id: &str, session: Option<&str>, statement: &str| {
        let mut source = kept_as(&points[0], statement, "");
        source.session_id = session.map(|session| session.parse().unwrap());
        paragraph(id, Kind::Operative, "Words.", vec![source])
    };
    let old = rests_on("old", None, "Report each breach.");
    let of_copy = rests_on("of-copy", Some("pt23-1"), "Report each breach.");
    let nowhere = rests_on("nowhere", Some("rehearsal"), "Report each breach.");
    let both = "Warning check-doubled key point 1 session pt23-1 first=Counteracting disinformation to make the digital \
                space trustworthy again session=Governing Data: What Can Parliamentarians Do To Support A Trustworthy Online Space?\n";
    let unused = "Warning check-unused key point 1 session pt23-1\n";
    assert_eq!(found_in(&points, &[old]), format!("{both}{unused}"));
    let changed = "Warning check-source-changed paragraph of-copy key point 1 session pt23-1\n";
    assert_eq!(found_in(&points, &[of_copy]), format!("{both}{changed}"));
    let gone = "Warning check-source-gone paragraph nowhere key point 1 session rehearsal\n";
    assert_eq!(
        found_in(&points, &[nowhere]),
        format!("{both}{unused}{gone}")
    );
    let first = HashSet::from([points[1].key()]);
    assert_eq!(found_without(&first, &points, &[]), unused);
}

#[test]
fn an_empty_paragraph_is_told_by_its_number_and_needs_no_source() {
    let empty = |id: &str, kind: Kind| paragraph(id, kind, " ", Vec::new());
    let mut table = empty("table", Kind::Operative);
    table.beside = vec![String::new()];
    let paragraphs = [
        empty("preambular", Kind::Preambular),
        paragraph("words", Kind::Operative, "Words.", Vec::new()),
        empty("nothing", Kind::Other),
        empty("item", Kind::Item),
        empty("operative", Kind::Operative),
        table,
    ];
    expect![[r#"
        Warning check-empty paragraph preambular number=N preambular
        Warning check-without-source paragraph words
        Warning check-empty-item paragraph item number=N item
        Warning check-empty paragraph operative number=N operative
        Warning check-without-source paragraph table
    "#]]
    .assert_eq(&found_in(&[], &paragraphs));
}

fn any_point(programme: &Programme) -> impl Strategy<Value = KeyPoint> + use<> {
    let mut sessions: Vec<String> = programme
        .sessions
        .iter()
        .map(|session| session.id.to_string())
        .collect();
    sessions.push("unknown".to_owned());
    let state = proptest::sample::select(vec![
        KeyPointState::Captured,
        KeyPointState::Accepted,
        KeyPointState::Accepted,
        KeyPointState::Used,
        KeyPointState::SetAside,
    ]);
    let stance = proptest::sample::select(vec![
        None,
        Some(Stance::Convergence),
        Some(Stance::Divergence),
        Some(Stance::Proposal),
    ]);
    let addressee = proptest::sample::select(vec![
        None,
        Some("parliaments"),
        Some("global"),
        Some("unknown"),
    ]);
    let theme = proptest::sample::select(vec!["ai", "human-rights", "unknown"]);
    let statement = prop_oneof![
        "[a-c]{0,2}[.;]?",
        Just("Invented Person A said so".to_owned())
    ];
    (
        0usize..40,
        proptest::sample::select(sessions),
        state,
        stance,
        addressee,
        theme,
        statement,
        any::<bool>(),
    )
        .prop_map(
            |(number, session, state, stance, addressee, theme, statement, concept)| {
                let mut point = point(number, &session, &statement);
                point.state = state;
                point.stance = stance;
                point.addressee = addressee.map(|id| id.parse().unwrap());
                point.themes = vec![theme.parse().unwrap()];
                point.basis = if concept {
                    Basis::Concept
                } else {
                    Basis::Reported
                };
                point
            },
        )
}

proptest! {
    #[test]
    fn no_key_point_is_lost_or_used_twice(
        points in proptest::collection::vec(any_point(&demo().0), 0..40),
        group in proptest::sample::select(vec![Grouping::Addressee, Grouping::Theme, Grouping::Session]),
        messages in any::<bool>(),
    ) {
        let (programme, _) = demo();
        let messages_of = messages.then(|| "rehearsal".parse().unwrap());
        let plan = Plan { group, messages_of: messages_of.clone(), ..Plan::default() };
        let compiled = compile(&programme, &points, &plan, &Lang::english(), &English);
        let mut ids: Vec<_> = compiled.outline.blocks.iter().map(|block| &block.id).collect();
        ids.sort();
        let all = ids.len();
        ids.dedup();
        prop_assert_eq!(ids.len(), all, "each block has an id of its own");
        let used: Vec<_> = compiled.outline.blocks.iter().flat_map(|block| &block.sources).map(|s| (s.key_point_id, &s.session_id)).collect();
        for point in &points {
            let times = used.iter().filter(|of| **of == (point.id, &point.session_id)).count();
            let twins: Vec<_> = points.iter().filter(|other| other.key() == point.key()).collect();
            let wanted = |point: &KeyPoint| {
                matches!(point.state, KeyPointState::Accepted | KeyPointState::Used)
                    && messages_of.as_ref().is_none_or(|session| point.session_id == *session)
            };
            let told = compiled.diagnostics.iter().any(|found| {
                found.place.key_point_id == Some(point.id) && found.place.session_id.as_ref() == Some(&point.session_id)
            });
            prop_assert!(times <= 1);
            if wanted(point) {
                prop_assert!(times == 1 || told, "{} is lost", point.id);
            }
            if !twins.iter().any(|point| wanted(point)) {
                prop_assert_eq!(times, 0);
            }
            if twins.iter().all(|point| point.basis == Basis::Concept) {
                prop_assert_eq!(times, 0);
            }
        }
    }
}

#[test]
fn a_statement_that_is_closed_in_its_own_script_gets_no_full_stop() {
    for closed in ["保护儿童。", "अधिकारों की रक्षा करें।", "حقوق کا تحفظ کریں۔"]
    {
        assert_eq!(crate::select::as_paragraph(closed), closed);
    }
}
