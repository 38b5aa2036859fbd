use model::{language::Lang, session::Attribution};
use proptest::prelude::*;

use super::{
    People, Text, Told, entry,
    offices::{BESIDE_OFFICES, HOUSES, OFFICES},
    word::{TITLES, folded_word},
};
use crate::{
    compile::compile,
    plan::Plan,
    testing::{English, demo, point},
};

/// Checks what is told of statements, each with a name of the session's list.
fn check(expected: &str, cases: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (name, statement) in cases {
        let told = naming(name, statement);
        let is_right = match expected {
            "" => told.is_empty(),
            // Which words are told, other tests look at.
            _ => told
                .strip_prefix(expected)
                .is_some_and(|words| words.starts_with(' ') && !words.trim().is_empty()),
        };
        if !is_right {
            wrong.push_str(&format!("{name}: {statement}: {told:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "not {expected:?}:\n{wrong}");
}

/// What is told of a statement from a session under the Chatham House Rule in which one person of this name took part.
fn naming(name: &str, statement: &str) -> String {
    let (mut programme, _) = demo();
    let sessions = programme.sessions.iter_mut();
    let rehearsal = sessions.filter(|session| session.attribution == Attribution::ChathamHouse);
    for session in rehearsal {
        session.people.truncate(1);
        session.people[0].name = name.to_owned();
    }
    let points = [point(1, "rehearsal", statement)];
    let compiled = compile(
        &programme,
        &points,
        &Plan::default(),
        &Lang::english(),
        &English,
    );
    let about_names = compiled
        .diagnostics
        .iter()
        .filter(|d| d.key.contains("name"));
    let told: Vec<String> = about_names
        .map(|d| {
            format!(
                "{:?} {}",
                d.severity,
                d.values.get("name").map_or("", |w| w)
            )
        })
        .collect();
    // Only an error keeps a key point out.
    let is_in = format!("{:?}", compiled.outline).contains(statement);
    assert_eq!(is_in, !told.iter().any(|one| one.starts_with("Error")));
    told.join(", ").trim_end().to_owned()
}

#[test]
fn names_are_looked_for_as_whole_words() {
    for (name, statement) in [
        ("Ann", "Publish reports, as ANN said."),
        ("Ann", "Publish Ann's reports."),
        ("Ann", "L’avis d’Ann est public."),
        ("Junhua Li", "As junhua  li said, publish reports."),
        ("Mr. Junhua Li", "Junhua Li asked for reports."),
        ("Zoe\u{308} O'Brien", "Zo\u{eb} O’Brien asked for reports."),
        ("Ада Лавлейс", "АДА ЛАВЛЕЙС просила отчёт."),
        ("أحمد علي", "قال أحمد علي إن التقارير علنية."),
        ("李明", "报告应当公开，李明说。"),
        ("Lovelace, Ada", "Publish reports (Lovelace, Ada)."),
        ("Ann Smith, MP", "Ann Smith asked for reports."),
    ] {
        let told = naming(name, statement);
        assert!(told.starts_with("Error "), "{name}: {statement}: {told:?}");
    }
    for (name, statement) in [
        ("Ann", "Annual reports should be public."),
        ("Ann", "Hold meetings in Cannes and Hannover."),
        ("Junhua Li", "Name liabilities in the List of duties."),
        ("Ада", "Адаптация законов нужна всем."),
        (" ", "Publish reports."),
        ("", "Publish reports."),
        ("?", "Who publishes reports?"),
    ] {
        assert_eq!(naming(name, statement), "", "{name}: {statement}");
    }
}

#[test]
fn a_family_name_that_stands_alone_is_warned_of() {
    for (name, statement, word) in [
        ("Junhua Li", "Mr Li asked ministries to report.", "Li"),
        ("Li Junhua", "Mr Li asked ministries to report.", "Li"),
        ("Ms. LONG Mei", "As Long said, report.", "Long"),
        ("Long, Mei", "As Long said, report.", "Long"),
        ("María García López", "García pidió informes.", "García"),
        ("Ludwig van der Berg", "Berg’s view was shared.", "Berg"),
        ("Mr. Young", "Young asked for reports.", "Young"),
        ("Ада Лавлейс", "Лавлейс просила отчёт.", "Лавлейс"),
        ("أحمد الفاسي", "طلب الفاسي تقريرا.", "الفاسي"),
        // A particle is written into the same word.
        ("김민수", "김민수는 보고서를 요청했다.", "김민수"),
    ] {
        let told = format!("Warning {word}");
        assert_eq!(naming(name, statement), told, "{name}: {statement}");
    }
    for (name, statement) in [
        ("Mei Long", "It takes a long time."),
        ("Ms. LONG Mei", "Mei a culpa."),
        ("Mr. Young", "Teach young people."),
        ("Ludwig van der Berg", "A Van is Der not enough."),
        ("Ann B", "Plan B is public."),
    ] {
        assert_eq!(naming(name, statement), "", "{name}: {statement}");
    }
}

#[test]
fn a_name_of_one_word_is_told_where_it_stands_as_a_name() {
    check(
        "Error",
        &[
            ("Will", "States do as Will said."),
            ("Hope", "Dr. Hope asked for reports."),
            ("Dr. Hope", "Publish reports. Ms. Hope asked for it."),
            ("Hope", "J. Hope asked for reports."),
            ("أمل", "طلبت السيدة أمل تقريرا."),
        ],
    );
    check(
        "Warning",
        &[
            ("Ann", "Ann asked for public reports."),
            ("Ann", "Ann's reports should be public."),
            ("Hope", "Publish reports. Hope is no plan."),
            ("Will", "They asked: “Will states report?”"),
            ("Dr. Hope", "Do as Hope said."),
            ("May", "STATES MAY REPORT."),
            ("أمل", "لا أمل في تقارير سرية."),
            ("علي", "طلب علي تقريرا."),
        ],
    );
    check(
        "",
        &[
            ("Will", "States will report each breach."),
            ("May", "Parliaments may ask for reports."),
            ("Hope", "We hope for reports."),
            ("Dr. Hope", "We hope for reports."),
            ("A", "A report is due. Follow plan A."),
            ("علي", "على البرلمانات أن تنشر تقارير."),
        ],
    );
}

#[test]
fn letters_that_are_no_family_name_hide_none() {
    check(
        "Warning",
        &[
            ("Anna Smith MP", "Smith asked for reports."),
            ("Anna Smith, MP", "Ms Smith asked for reports."),
            ("Anna Smith, MP, PhD", "Ms Smith asked for reports."),
            ("MP Anna Smith", "Ms Smith asked for reports."),
            ("Anna Smith KCVO", "Ms Smith asked for reports."),
            ("HE Anna Smith", "Ms Smith asked for reports."),
            ("H.E. Anna Smith", "Ms Smith asked for reports."),
            ("JK Rowling", "Rowling asked for reports."),
            ("MD Rahman", "Rahman asked for reports."),
            ("NG Wei", "Mr Ng asked for reports."),
            ("Martin King Jr.", "King asked for reports."),
            ("Elizabeth (Liz) Smith", "Ms Smith asked for reports."),
            ("Luiz Lula da Silva", "Lula asked for reports."),
            ("anna smith", "Ms Smith asked for reports."),
            ("Anna Smith-Jones", "Ms Jones asked for reports."),
        ],
    );
    check(
        "Error",
        &[
            ("HE Anna Smith", "Anna Smith asked for reports."),
            (
                "Elizabeth (Liz) Smith",
                "Elizabeth Smith asked for reports.",
            ),
            ("Anna B. Smith", "Anna Smith asked for reports."),
            ("Anna Smith", "Anna B. Smith asked for reports."),
            ("Luiz Lula da Silva", "Luiz da Silva asked for reports."),
        ],
    );
    check(
        "",
        &[
            ("Anna Smith MP", "Every MP should report."),
            ("Anna Smith, MP", "Every MP should report."),
            ("HE Anna Smith", "The member said that he will report."),
            ("Senator Anna Smith", "The Senator asked for reports."),
        ],
    );
}

#[test]
fn a_family_name_stands_first_or_last() {
    check(
        "Error",
        &[
            ("Lovelace, Ada", "Ada Lovelace asked for reports."),
            ("LOVELACE Ada", "Ada Lovelace asked for reports."),
            ("LOVELACE Ada", "Lovelace Ada asked for reports."),
            ("Li Junhua", "Junhua Li asked for reports."),
            ("Lovelace, Ada King", "Ada Lovelace asked for reports."),
            ("García López, María", "María García López pidió informes."),
            (
                "van der Berg, Ludwig",
                "Ludwig van der Berg asked for reports.",
            ),
            ("DE LA CRUZ María", "María de la Cruz pidió informes."),
        ],
    );
    check(
        "Warning",
        &[
            ("García López, María", "García pidió informes."),
            ("van der Berg, Ludwig", "Mr Berg asked for reports."),
        ],
    );
    check("", &[("LOVELACE Ada", "Ada is a language.")]);
}

#[test]
fn particles_are_no_family_name_and_hide_none() {
    check(
        "Warning",
        &[
            ("María DE LA CRUZ", "De la Cruz asked for reports."),
            ("Maria De La Cruz", "Ms de la Cruz asked for reports."),
            ("Jan VAN DEN BERG", "Mr van den Berg asked for reports."),
            ("Khalid al-Saud", "Al-Saud asked for reports."),
            ("Khalid al-Saud", "Mr al-Saud asked for reports."),
            ("Khalid Al-Saud", "Mr al-Saud asked for reports."),
            ("Jean d’Ormesson", "D’Ormesson asked for reports."),
            ("Jean d’Ormesson", "M. d'Ormesson asked for reports."),
            (
                "Abdel Fattah el-Sisi",
                "President el-Sisi asked for reports.",
            ),
            ("Mohammed Abdul Rahman", "Mr Rahman asked for reports."),
            ("Le Minh", "As Mr Le said, report."),
            ("Minh LE", "As Mr Le said, report."),
        ],
    );
    check(
        "",
        &[
            ("María DE LA CRUZ", "La séance était publique."),
            ("Maria De La Cruz", "La séance était publique."),
            ("Jan VAN DEN BERG", "Den Haag is a city."),
            ("Khalid Al-Saud", "Al was found."),
            ("Minh Le", "Le rapport est public."),
        ],
    );
}

#[test]
fn names_are_found_however_they_are_written() {
    check(
        "Error",
        &[
            ("Zoë Müller", "Zoe Muller asked for reports."),
            ("Jose Garcia", "José García pidió informes."),
            ("Łukasz Wałęsa", "Lukasz Walesa asked for reports."),
            ("أحمد علي", "قال احمد علي إن التقارير علنية."),
            ("أحمد علي", "قال أَحْمَد عَلِيّ إن التقارير علنية."),
            ("أحمد علي", "قال أحمـد علي إن التقارير علنية."),
            ("احمد على", "قال أحمد علي إن التقارير علنية."),
        ],
    );
    check(
        "Warning",
        &[
            ("Weiß Anna", "WEISS asked for reports."),
            ("Ali İnan", "Inan asked for reports."),
            ("Ms Anna Smith", "ＳＭＩＴＨ asked for reports."),
            ("أحمد الفاسي", "طلب والفاسي تقريرا."),
            ("أحمد الفاسي", "قيل للفاسي إن التقارير علنية."),
            ("أحمد عبد الله", "طلب عبدالله تقريرا."),
            ("김 민수", "김민수는 보고서를 요청했다."),
        ],
    );
    check(
        "",
        &[
            ("أحمد علي", "اتفق الجميع على التقارير."),
            ("محمد عبد الله", "الحمد لله."),
        ],
    );
}

#[test]
fn words_in_small_letters_that_a_turned_name_has_too_shut_nothing_out() {
    let cases = [
        ("Mark May", "Parliaments may mark progress each year."),
        ("Will Young", "The young will inherit the net."),
        ("Hope Young", "Young hope rests on access."),
        ("Son Le", "Le son des votes est public."),
        (
            "Paz Guerra",
            "Entre guerra, paz y desarrollo hay que elegir.",
        ),
    ];
    for (name, statement) in cases {
        let told = naming(name, statement);
        assert!(!told.starts_with("Error"), "{name}: {statement}: {told:?}");
    }
}

#[test]
fn no_name_stands_across_sentences_or_commas() {
    check(
        "Warning",
        &[
            ("Ann Smith", "They asked Joann, Ann, Smith and others."),
            ("Carla Mayo", "So said Carla. Mayo asked, too."),
        ],
    );
    let cases = [
        ("Justice Law", "LAW, JUSTICE AND ORDER MATTER."),
        ("Justice Law", "Law, Justice and Order matter."),
        ("Justice Law", "Uphold Justice; Law follows."),
        ("Carla Mayo", "Pregunta a Carla! Mayo es tarde."),
        ("أحمد علي", "طلب أحمد، علي تقريرا."),
        ("An Le", "Il faut un an, le Parlement agit."),
        ("An Le", "Pendant un an le Parlement agit."),
    ];
    for (name, statement) in cases {
        let told = naming(name, statement);
        assert!(!told.starts_with("Error"), "{name}: {statement}: {told:?}");
    }
    check(
        "Error",
        &[
            // Neither an initial nor a short form ends a sentence.
            ("Ann Smith", "As Ann B. Smith said, report."),
            ("Md. Karim Khan", "As Md. Karim Khan said, report."),
            ("Ann St. John", "As Ann St John said, report."),
            ("Lovelace, Ada", "As Lovelace, Ada said, report."),
            ("Lovelace, Ada", "As Lovelace Ada said, report."),
            ("Ada Lovelace", "As Ada\nLovelace said, report."),
            ("An Le", "As An Le said, report."),
        ],
    );
}

#[test]
fn an_entry_holds_several_names_or_none() {
    check(
        "Error",
        &[
            ("Moderator: Ann Smith", "As Ann Smith said, report."),
            ("Moderator: Ann Smith", "As Smith Ann said, report."),
            ("Ann Smith / Bob Jones", "As Bob Jones said, report."),
            ("Ann Smith and Bob Jones", "As Jones Bob said, report."),
            ("Ann Smith; Bob Jones", "As Bob Jones said, report."),
            ("Smith, Ann; Jones, Bob", "As Bob Jones said, report."),
            ("Ann Smith & Bob Jones", "As Ann Smith said, report."),
            ("Ann Smith et Bob Jones", "Selon Bob Jones, il le faut."),
            (
                "Ana Pérez y Luis Gómez",
                "Según Luis Gómez, hay que hacerlo.",
            ),
            (
                "José Ortega y Gasset",
                "Según José Ortega y Gasset, hay que hacerlo.",
            ),
            ("أحمد علي ومحمد حسن", "قال محمد حسن إن التقارير علنية."),
            ("وليد حسن وائل", "قال وليد حسن وائل إن التقارير علنية."),
            (
                "Ann Smith – Member of Parliament, Kenya",
                "As Ann Smith said, report.",
            ),
            ("Moderator - Ann Smith", "As Ann Smith said, report."),
            ("Ann Smith (she/her)", "As Ann Smith said, report."),
            ("IPU: Ann Smith", "As Ann Smith said, report."),
        ],
    );
    check(
        "Warning",
        &[
            ("Ann Smith / Bob Jones", "As Jones said, report."),
            ("José Ortega y Gasset", "Según Gasset, hay que hacerlo."),
        ],
    );
    check(
        "",
        &[
            ("Interpreter", "Each session needs an Interpreter."),
            (
                "Remote moderator",
                "A Remote Moderator needs equal standing.",
            ),
            ("Civil Society", "The Civil Society should be consulted."),
            ("TBC", "The date is TBC."),
            ("To be confirmed", "The date is To Be Confirmed."),
            ("Speaker 2", "The Speaker 2 microphone was off."),
            ("The Minister", "The Minister should report."),
            ("Parliamentarian", "As a Parliamentarian said, report."),
            ("Modératrice", "La Modératrice a résumé."),
            ("Sociedad civil", "La Sociedad Civil debe participar."),
            ("المجتمع المدني", "يشارك المجتمع المدني في الحوار."),
            ("Ann Smith / IPU", "As the IPU said, report."),
            ("Moderator: Ann Smith", "As the Moderator said, report."),
        ],
    );
}

#[test]
fn what_is_told_are_the_words_of_the_text() {
    for (name, statement, words) in [
        ("Ann", "Publish reports, as ANN said.", "ANN"),
        (
            "Junhua Li",
            "As junhua  li said, publish reports.",
            "junhua li",
        ),
        (
            "LOVELACE Ada",
            "Ada Lovelace asked for reports.",
            "Ada Lovelace",
        ),
        ("Mr. Young", "Mr. Young asked for reports.", "Mr Young"),
        (
            "Ann Smith / Bob Jones",
            "As Bob Jones said, report.",
            "Bob Jones",
        ),
        ("أحمد علي", "قال احمد علي إن التقارير علنية.", "احمد علي"),
    ] {
        let told = format!("Error {words}");
        assert_eq!(naming(name, statement), told, "{name}: {statement}");
    }
}

#[test]
fn a_house_or_a_country_shuts_nothing_out() {
    check(
        "Warning",
        &[
            ("IPU", "States adopted the IPU guide."),
            ("European Parliament", "The European Parliament acted."),
            ("Parliament of Kenya", "The Parliament of Kenya acted."),
            ("Human Rights Watch", "Respect Human Rights."),
            ("Member of Parliament", "A Member of Parliament acts."),
            ("Minister of Justice", "The Minister of Justice acts."),
            ("البرلمان الأوروبي", "دعا البرلمان الأوروبي إلى ذلك."),
            ("Ann Smith/Kenya", "In Kenya, laws exist."),
            ("Kenya: Ann Smith", "In Kenya, laws exist."),
            (
                "Ann Smith, Ministry of Science and Technology",
                "Invest in Technology.",
            ),
            (
                "Ann Smith, Minister of Justice and Home Affairs",
                "A duty of Home Affairs.",
            ),
        ],
    );
    check(
        "Error",
        &[
            ("SUHARTO", "As Mr Suharto said, report."),
            ("Kenya - Ann Smith", "As Ann Smith said, report."),
            ("IPU – Ann Smith", "As Ann Smith said, report."),
            ("Ann Smith + Bob Jones", "As Bob Jones said, report."),
        ],
    );
}

#[test]
fn what_stands_behind_a_comma_or_in_brackets_may_be_a_name() {
    check(
        "Warning",
        &[
            ("Ann Smith, Bob Jones", "As Bob Jones said, report."),
            (
                "Ann Smith, Bob Jones and Carla Mayo",
                "As Carla Mayo said, report.",
            ),
            ("أحمد علي، محمد حسن", "قال محمد حسن إن التقارير علنية."),
            ("Ann Smith (for Bob Jones)", "As Bob Jones said, report."),
            ("Tanaka Taro (田中太郎)", "田中太郎は報告を求めた。"),
            ("Kim Min-su (김민수)", "김민수는 보고서를 요청했다."),
            ("李明 (Li Ming)", "As Li Ming said, report."),
        ],
    );
    check("Error", &[("李明、王小明", "据说，王小明。")]);
    check(
        "",
        &[
            ("Ann Smith (Liz)", "Liz asked for reports."),
            ("Ann Smith, MP, Kenya", "In Kenya, laws exist."),
            ("Ann Smith (remote moderator)", "A Remote Moderator helps."),
        ],
    );
}

#[test]
fn titles_and_offices_before_a_name_are_no_part_of_it() {
    check(
        "Error",
        &[
            ("Moderator Ann Smith", "As Ann Smith said, report."),
            ("Honourable Ann Smith", "As Ann Smith said, report."),
            ("النائب محمد علي", "قال محمد علي إن التقارير علنية."),
            ("معالي الوزير محمد علي", "قال محمد علي إن التقارير علنية."),
            ("د. محمد علي", "قال محمد علي إن التقارير علنية."),
            // Words that stand beside offices are names, too.
            ("Mr. Le", "As Mr. Le said, report."),
            ("Ms. Un", "As Ms. Un said, report."),
            ("Na", "As Na said, report."),
            ("Ann Speaker", "As Ann Speaker said, report."),
        ],
    );
    check("", &[("رئيس الجلسة", "شكر رئيس الجلسة الحاضرين.")]);
}

#[test]
fn a_name_is_found_as_those_write_it_who_lack_its_letters() {
    check(
        "Error",
        &[
            ("Jürgen Müller", "As Juergen Mueller said, report."),
            ("Jürgen Müller", "As Jurgen Muller said, report."),
            ("O’Brien, Siobhán", "As Siobhan OBrien said, report."),
            ("Kim Min-su", "As Kim Minsu said, report."),
            ("Khalid Al-Saud", "As Khalid AlSaud said, report."),
        ],
    );
}

#[test]
fn words_are_listed_as_they_are_compared() {
    let lists = [TITLES, OFFICES, BESIDE_OFFICES, HOUSES];
    for word in lists.into_iter().flatten() {
        assert_eq!(*word, folded_word(word));
    }
}

/// Words, and what stands between them, of names and of texts.
fn phrases() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Ann",
        "ANN",
        "Smith",
        "smith",
        "de",
        "La",
        "al-Saud",
        "O'Brien",
        "J.",
        "JK",
        "B",
        "Li",
        "Mr",
        "Dr.",
        "MP",
        "TBC",
        "Kenya",
        "(Liz)",
        "Straße",
        "STRASSE",
        "李明",
        "王",
        "김민수",
        "أحمد",
        "وأحمد",
        "علي",
        "عبد",
        "الله",
        "عبدالله",
        "الفاسي",
        "Иван",
        "ИВАН",
    ]);
    let between = prop::sample::select(vec![" ", " ", " ", "", ", ", ". ", " / ", " and ", "-"]);
    let pairs = prop::collection::vec((word, between), 0..12);
    pairs.prop_map(|pairs| {
        pairs
            .into_iter()
            .map(|(word, sign)| [word, sign].concat())
            .collect()
    })
}

proptest! {
    #[test]
    fn looking_at_beginnings_only_misses_no_name(
        entries in prop::collection::vec(phrases(), 1..6),
        text in phrases(),
    ) {
        let people = People::of(entries.iter().flat_map(|name| entry::names(name)).collect());
        let text = Text::of(&text);
        let named = people.names.iter().find_map(|name| name.told_in(&text));
        let perhaps = people.names.iter().find_map(|name| name.perhaps_in(&text));
        let expected = named.map(Told::Name).or(perhaps.map(Told::PerhapsName));
        prop_assert_eq!(people.told_in(&text), expected);
    }
}
