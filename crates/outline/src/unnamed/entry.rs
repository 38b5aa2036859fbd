//! What a programme lists as one participant: a name, several, or an office that names nobody.

use super::{
    name::Name,
    word::{Word, is_title, words},
};

/// The names in an entry of the list.
pub(super) fn names(entry: &str) -> Vec<Name> {
    let outside = outside_brackets(entry);
    let entry = if words(&outside).is_empty() {
        entry
    } else {
        &outside
    };
    let pieces = pieces(entry);
    let is_alone = pieces.len() == 1;
    let mut names: Vec<Name> = Vec::new();
    for piece in pieces {
        let words = words(piece);
        // Beside a person, one word in capitals is a house: "Ann Smith / IPU".
        let is_house = matches!(&words[..], [only] if only.is_cased && only.is_in_capitals());
        if is_office(&words) || is_house && !is_alone {
            continue;
        }
        names.push(Name::of(piece));
        names.extend(joined_by_and(piece).into_iter().flatten().map(Name::of));
    }
    names
}

/// What signs and words between names part.
fn pieces(entry: &str) -> Vec<&str> {
    let parts = entry.split([':', ';', '/', '&', '|', '\n', '：', '；', '؛']);
    let parts = parts.filter_map(before_dash);
    let parts = parts.flat_map(|part| {
        [" and ", " et ", " und "]
            .iter()
            .fold(vec![part], split_each)
    });
    parts.filter(|part| !words(part).is_empty()).collect()
}

fn split_each<'a>(parts: Vec<&'a str>, by: &&str) -> Vec<&'a str> {
    parts.into_iter().flat_map(|part| part.split(by)).collect()
}

/// Behind a dash stands an office, or before it: the first part that is none.
fn before_dash(part: &str) -> Option<&str> {
    let parts = [" - ", " – ", " — "].iter().fold(vec![part], split_each);
    parts.into_iter().find(|part| !is_office(&words(part)))
}

/// Two names with a word for "and" between them that names have too ("Ortega y Gasset"), or that stands before another
/// letter of the same word, as in Arabic: each of several words.
fn joined_by_and(piece: &str) -> Option<[&str; 2]> {
    let is_several = |part: &str| words(part).len() > 1;
    [" y ", " e ", " و"]
        .iter()
        .filter_map(|and| piece.split_once(and))
        .find(|(one, other)| is_several(one) && is_several(other))
        .map(<[&str; 2]>::from)
}

/// Whether all words are of offices and the like, with a number perhaps: "Remote moderator", "Speaker 2", "TBC".
fn is_office(words: &[Word]) -> bool {
    let is_of_office =
        |word: &Word| OFFICES.contains(&word.folded.as_str()) || is_title(&word.written);
    let is_beside = |word: &Word| {
        let is_number = word.folded.chars().all(char::is_numeric);
        is_number || word.letters() == 1 || BESIDE_OFFICES.contains(&word.folded.as_str())
    };
    words.iter().any(is_of_office)
        && words
            .iter()
            .all(|word| is_of_office(word) || is_beside(word))
}

/// Words, folded, that say what somebody does or whom they speak for, and nobody's name.
const OFFICES: &[&str] = &[
    // English
    "moderator",
    "moderators",
    "comoderator",
    "chair",
    "chairs",
    "cochair",
    "chairperson",
    "chairman",
    "chairwoman",
    "interpreter",
    "interpreters",
    "rapporteur",
    "rapporteurs",
    "secretariat",
    "secretary",
    "speaker",
    "speakers",
    "panelist",
    "panelists",
    "panellist",
    "panellists",
    "participant",
    "participants",
    "facilitator",
    "facilitators",
    "representative",
    "representatives",
    "delegate",
    "delegates",
    "delegation",
    "observer",
    "observers",
    "audience",
    "member",
    "members",
    "parliamentarian",
    "parliamentarians",
    "mp",
    "mps",
    "organiser",
    "organisers",
    "organizer",
    "organizers",
    "staff",
    "society",
    "youth",
    "academia",
    "government",
    "governments",
    "sector",
    "tbc",
    "tbd",
    "tba",
    "confirmed",
    "announced",
    "determined",
    "unknown",
    "anonymous",
    "vacant",
    "na",
    // French
    "moderateur",
    "moderatrice",
    "moderateurs",
    "rapporteure",
    "interprete",
    "interpretes",
    "intervenant",
    "intervenante",
    "intervenants",
    "participante",
    "participantes",
    "representant",
    "representante",
    "representants",
    "delegue",
    "deleguee",
    "delegues",
    "deputes",
    "observateur",
    "observatrice",
    "observateurs",
    "societe",
    "jeunesse",
    "jeunes",
    "gouvernement",
    "confirmer",
    "preciser",
    "inconnu",
    "anonyme",
    "parlementaire",
    "parlementaires",
    "organisateur",
    "organisateurs",
    "animateur",
    "animatrice",
    // Spanish
    "moderador",
    "moderadora",
    "moderadores",
    "relator",
    "relatora",
    "relatores",
    "ponente",
    "ponentes",
    "representantes",
    "delegado",
    "delegada",
    "delegados",
    "observador",
    "observadora",
    "observadores",
    "sociedad",
    "juventud",
    "jovenes",
    "gobierno",
    "confirmar",
    "determinar",
    "secretaria",
    "secretariado",
    "parlamentario",
    "parlamentaria",
    "parlamentarios",
    "facilitador",
    "facilitadora",
    "organizadores",
    "anonimo",
    // Arabic
    "المنسق",
    "منسق",
    "منسقه",
    "المترجم",
    "مترجم",
    "مترجمه",
    "المترجمون",
    "المقرر",
    "مقرر",
    "مقرره",
    "مشارك",
    "مشاركه",
    "مشاركون",
    "المشاركون",
    "ممثل",
    "ممثله",
    "الممثل",
    "مندوب",
    "مندوبه",
    "المندوب",
    "نائب",
    "نائبه",
    "متحدث",
    "متحدثه",
    "المتحدث",
    "مراقب",
    "المراقب",
    "رئيس",
    "رئيسه",
    "الرئيس",
    "مدير",
    "مديره",
    "المجتمع",
    "الشباب",
    "الامانه",
    "الحكومه",
    "يحدد",
    "يوكد",
    "تاكيد",
];

/// Words that stand beside those.
const BESIDE_OFFICES: &[&str] = &[
    "the",
    "of",
    "to",
    "be",
    "not",
    "yet",
    "and",
    "for",
    "from",
    "vice",
    "co",
    "remote",
    "online",
    "onsite",
    "on",
    "site",
    "civil",
    "private",
    "technical",
    "community",
    "host",
    "opening",
    "closing",
    "several",
    "various",
    "all",
    "other",
    "support",
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "un",
    "une",
    "en",
    "ligne",
    "distance",
    "civile",
    "prive",
    "technique",
    "del",
    "el",
    "los",
    "las",
    "por",
    "remoto",
    "remota",
    "linea",
    "privado",
    "tecnico",
    "الجلسه",
    "جلسه",
    "المدني",
    "عن",
    "بعد",
    "لاحقا",
    "لم",
    "بانتظار",
];

/// An entry without what stands in brackets: a nickname, an office.
fn outside_brackets(entry: &str) -> String {
    let mut depth = 0_usize;
    let outside = entry.chars().filter_map(|letter| match letter {
        '(' | '[' | '（' => {
            depth += 1;
            Some(' ')
        }
        ')' | ']' | '）' => {
            depth = depth.saturating_sub(1);
            None
        }
        _ => (depth == 0).then_some(letter),
    });
    outside.collect()
}
