//! Compiles accepted key points and a plan into an outline.

use std::collections::HashMap;

use model::{
    id::{KeyPointId, ParagraphId, SessionId},
    key_point::{KeyPoint, KeyPointsById, Stance},
    language::Lang,
    output_document::GroupKey,
};

use crate::{
    check::doubled,
    diagnostic::Diagnostic,
    front,
    group::{group_of, heading, id_in, rank, to_text},
    plan::Plan,
    programme::Programme,
    select::{as_paragraph, folded, select},
    unnamed::{Text, Unnamed},
    words::{Sentence, Words, session_name},
};

/// An outline, and what is wrong with what it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    /// The outline.
    pub outline: Outline,
    /// What was left out, and what entered with a flaw.
    pub diagnostics: Vec<Diagnostic>,
}

/// The whole text of a zero draft, before it is written into a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// Its blocks, in their order; each id is there once.
    pub blocks: Vec<OutlineBlock>,
}

impl Outline {
    /// The words of the title.
    pub fn title(&self) -> String {
        let title = self
            .blocks
            .iter()
            .find(|block| block.kind == OutlineKind::Title);
        title.map(OutlineBlock::words).unwrap_or_default()
    }

    /// How many key points its paragraphs rest on.
    pub fn key_points(&self) -> usize {
        self.blocks.iter().map(|block| block.sources.len()).sum()
    }

    /// The groups of its paragraphs, in their order.
    pub fn groups(&self) -> Vec<OutlineGroup> {
        let mut groups: Vec<OutlineGroup> = Vec::new();
        for block in &self.blocks {
            if let Some(group) = &block.group {
                groups.push(OutlineGroup {
                    id: id_in(group).to_owned(),
                    heading: block.words(),
                    key_points: 0,
                });
            } else if let Some(group) = groups.last_mut() {
                group.key_points += block.sources.len();
            }
        }
        groups
    }
}

/// A group of an outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineGroup {
    /// What a [`Plan`] calls it: the id of the addressee, theme or session, `other` or `differed`.
    pub id: String,
    /// The words over it.
    pub heading: String,
    /// How many key points stand in it.
    pub key_points: usize,
}

/// A block of an outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineBlock {
    /// Names it; made from its key points or its place, so that compiling again gives the same.
    pub id: ParagraphId,
    /// What it is.
    pub kind: OutlineKind,
    /// What it says.
    pub text: Vec<Run>,
    /// Its language, where that is not the document's.
    pub lang: Option<Lang>,
    /// The key points that it rests on.
    pub sources: Vec<OutlineSource>,
    /// For the heading of a group, the group; see [`to_text`].
    pub group: Option<String>,
}

impl OutlineBlock {
    /// What it says, without styles.
    pub fn words(&self) -> String {
        self.text.iter().map(|run| run.words.as_str()).collect()
    }
}

/// What a block of an outline is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutlineKind {
    /// The title.
    Title,
    /// The theme below it.
    Subtitle,
    /// A fact of the title block. Facts with one label follow each other.
    Fact {
        /// `place`, `organisers`, `status`, or words.
        label: String,
    },
    /// Who speaks, and the line that leads over to the paragraphs.
    Voice,
    /// A preambular paragraph.
    Preambular,
    /// The heading of a group.
    Heading {
        /// 1 for the groups of the track's document, which have letters; 2 in messages.
        level: u8,
    },
    /// An operative paragraph.
    Operative,
    /// A message: a point of a bulleted list.
    Message,
    /// The heading of an annex.
    Annex {
        /// What is filled in below it at export.
        fill: AnnexFill,
    },
}

/// What an annex is filled with at export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnnexFill {
    /// The programme of the edition.
    Programme,
    /// Those who took part.
    Participants,
    /// The key points behind each paragraph.
    Sources,
}

/// Words in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub words: String,
    /// Their style.
    pub style: RunStyle,
}

/// How words are set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RunStyle {
    /// Not at all.
    Plain,
    /// As the opening of a preambular paragraph.
    LeadIn,
    /// As the part that must be read.
    Strong,
}

/// A key point that a block rests on, as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineSource {
    /// The key point's id.
    pub key_point_id: KeyPointId,
    /// The session in whose notes it is marked.
    pub session_id: SessionId,
    /// The words that were marked in the notes; blank where they would tell a name that may not be told.
    pub quote: String,
    /// The short sentence.
    pub statement: String,
}

/// Compiles the accepted key points into the outline of a document in `language`, in which `words` speaks.
///
/// Each accepted key point either stands in exactly one paragraph or is named in a diagnostic. The same arguments give
/// the same outline.
pub fn compile(
    programme: &Programme,
    points: &[KeyPoint],
    plan: &Plan,
    language: &Lang,
    words: &dyn Words,
) -> Compiled {
    Compiler::new(programme, points, plan, language, words).compile(points)
}

/// A paragraph for one key point that was accepted after compiling, with the heading of its group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insertion {
    /// The heading to open the group with where it has none; `None` among messages that the room agreed on.
    pub heading: Option<OutlineBlock>,
    /// The paragraph.
    pub paragraph: OutlineBlock,
}

/// The paragraph for one of the key points, or the diagnostics that say why there is none.
///
/// # Errors
/// Where [`compile`] would leave the key point out.
pub fn insertion(
    programme: &Programme,
    points: &[KeyPoint],
    point: &KeyPoint,
    plan: &Plan,
    language: &Lang,
    words: &dyn Words,
) -> Result<Insertion, Vec<Diagnostic>> {
    let compiler = Compiler::new(programme, points, plan, language, words);
    let compiled = compiler.compile(std::slice::from_ref(point));
    let mut blocks = compiled.outline.blocks;
    let Some(at) = blocks.iter().position(|block| !block.sources.is_empty()) else {
        return Err(compiled.diagnostics);
    };
    let paragraph = blocks.swap_remove(at);
    let heading = blocks.into_iter().find(|block| block.group.is_some());
    Ok(Insertion { heading, paragraph })
}

/// What an outline is made from, besides the key points that are to enter.
struct Compiler<'a> {
    programme: &'a Programme,
    unnamed: Unnamed<'a>,
    /// All of the edition's.
    by_id: KeyPointsById<'a>,
    plan: &'a Plan,
    language: &'a Lang,
    words: &'a dyn Words,
}

impl<'a> Compiler<'a> {
    fn new(
        programme: &'a Programme,
        points: &'a [KeyPoint],
        plan: &'a Plan,
        language: &'a Lang,
        words: &'a dyn Words,
    ) -> Self {
        Self {
            programme,
            unnamed: Unnamed::of(&programme.sessions),
            by_id: KeyPointsById::of(points),
            plan,
            language,
            words,
        }
    }

    fn compile(&self, points: &[KeyPoint]) -> Compiled {
        let mut diagnostics = Vec::new();
        let blocks = match &self.plan.messages_of {
            Some(id) => self.messages(points, id, &mut diagnostics),
            None => self.track(points, &mut diagnostics),
        };
        Compiled {
            outline: Outline { blocks },
            diagnostics,
        }
    }

    fn select<'p>(
        &self,
        points: &'p [KeyPoint],
        messages_of: Option<&SessionId>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<&'p KeyPoint> {
        let (programme, unnamed) = (self.programme, &self.unnamed);
        let selected = select(
            programme,
            unnamed,
            points,
            messages_of,
            self.language,
            diagnostics,
        );
        // Of several that say the same, any one may be the one that the paragraph keeps.
        for point in &selected {
            let mut same = self.by_id.called(point.id).iter();
            let other = same.find(|other| other.session_id != point.session_id);
            diagnostics.extend(other.map(|other| doubled(point, other, programme, self.words)));
        }
        selected
    }

    fn heading(&self, group: &GroupKey, level: u8) -> OutlineBlock {
        let words = heading(group, self.plan, self.programme, self.language, self.words);
        group_heading(group, level, words)
    }

    fn track(&self, points: &[KeyPoint], diagnostics: &mut Vec<Diagnostic>) -> Vec<OutlineBlock> {
        let (programme, plan, words) = (self.programme, self.plan, self.words);
        let selected = self.select(points, None, diagnostics);
        let mut blocks = front::of_track(programme, &selected, plan, self.language, words);
        let mut open: Option<GroupKey> = None;
        for paragraph in paragraphs(programme, &selected, plan) {
            if open.as_ref() != Some(&paragraph.group) {
                blocks.push(self.heading(&paragraph.group, 1));
                if paragraph.group == GroupKey::Other {
                    diagnostics.push(Diagnostic::note("outline-further", "outline-further-hint"));
                }
                open = Some(paragraph.group.clone());
            }
            blocks.push(self.block(paragraph, OutlineKind::Operative));
        }
        let annexes = [
            (
                "annex_programme",
                Sentence::ProgrammeAnnex,
                AnnexFill::Programme,
            ),
            (
                "annex_participants",
                Sentence::ParticipantsAnnex,
                AnnexFill::Participants,
            ),
            ("annex_sources", Sentence::SourcesAnnex, AnnexFill::Sources),
        ];
        blocks.extend(annexes.map(|(id, title, fill)| {
            let words = words.say(&title);
            front::block(
                id,
                OutlineKind::Annex { fill },
                vec![Run {
                    words,
                    style: RunStyle::Plain,
                }],
            )
        }));
        blocks
    }

    fn messages(
        &self,
        points: &[KeyPoint],
        of: &SessionId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<OutlineBlock> {
        let (programme, plan, words) = (self.programme, self.plan, self.words);
        let Some(session) = programme.session(of) else {
            let unknown =
                Diagnostic::error("outline-session-unknown", "outline-session-unknown-hint");
            diagnostics.push(unknown.with("session", of));
            return Vec::new();
        };
        let selected = self.select(points, Some(of), diagnostics);
        let mut blocks = front::of_messages(programme, session, plan, words);
        let (differed, agreed): (Vec<&KeyPoint>, Vec<&KeyPoint>) = selected
            .iter()
            .partition(|point| point.stance == Some(Stance::Divergence));
        let agreed = merged(&agreed, |_| GroupKey::Session(of.clone()));
        let differed = merged(&differed, |_| GroupKey::Differed);
        let count = agreed.len() + differed.len();
        if !(3..=5).contains(&count) {
            let found = Diagnostic::note("outline-messages-count", "outline-messages-count-hint");
            let name = session_name(session, programme, words);
            diagnostics.push(found.at_session(session, &name).with("count", count));
        }
        let message = |paragraph: Paragraph<'_>| self.block(paragraph, OutlineKind::Message);
        blocks.extend(agreed.into_iter().map(message));
        if !differed.is_empty() {
            blocks.push(self.heading(&GroupKey::Differed, 2));
        }
        blocks.extend(differed.into_iter().map(message));
        blocks
    }

    fn block(&self, paragraph: Paragraph<'_>, kind: OutlineKind) -> OutlineBlock {
        let first = paragraph.points[0];
        let text = vec![Run {
            words: as_paragraph(first.decided_words()),
            style: RunStyle::Plain,
        }];
        let mut block = front::block(&self.block_id(first), kind, text);
        block.lang = (first.lang != *self.language).then(|| first.lang.clone());
        let sources = paragraph.points.iter();
        block.sources = sources.map(|point| source(point, &self.unnamed)).collect();
        block
    }

    /// The id of the paragraph of a key point. Of several with one id, all but the first name their session in it.
    fn block_id(&self, point: &KeyPoint) -> String {
        let id = format!("p{}", point.id.0.simple());
        let first = self.by_id.get(point.id, None);
        match first.filter(|first| first.session_id != point.session_id) {
            Some(_) => format!("{id}{:016x}", fnv1a(point.session_id.as_str().as_bytes())),
            None => id,
        }
    }
}

/// A paragraph to be: the key points that say it, the first of which gives the words.
struct Paragraph<'a> {
    group: GroupKey,
    points: Vec<&'a KeyPoint>,
}

fn source(point: &KeyPoint, unnamed: &Unnamed<'_>) -> OutlineSource {
    let tells_a_name = unnamed
        .in_session(&point.session_id)
        .is_some_and(|people| people.told_in(&Text::of(&point.quote)).is_some());
    OutlineSource {
        key_point_id: point.id,
        session_id: point.session_id.clone(),
        quote: if tells_a_name {
            String::new()
        } else {
            point.quote.clone()
        },
        statement: point.decided_words().to_owned(),
    }
}

/// The paragraphs in the order of groups, and within a group of themes and time.
fn paragraphs<'a>(
    programme: &Programme,
    selected: &[&'a KeyPoint],
    plan: &Plan,
) -> Vec<Paragraph<'a>> {
    let in_time: Vec<&SessionId> = programme
        .in_time_order()
        .into_iter()
        .map(|session| &session.id)
        .collect();
    let theme = |point: &KeyPoint| {
        let ranks = point
            .themes
            .iter()
            .filter_map(|id| programme.themes.iter().position(|theme| theme.id == *id));
        ranks.clone().next().unwrap_or(usize::MAX)
    };
    let time = |point: &KeyPoint| {
        in_time
            .iter()
            .position(|id| **id == point.session_id)
            .unwrap_or(usize::MAX)
    };
    let mut ordered = selected.to_vec();
    // Stable, so that the key points of a session keep the order in which they were marked.
    ordered.sort_by_cached_key(|point| {
        let group = group_of(point, plan.group, programme);
        (rank(&group, plan, programme), theme(point), time(point))
    });
    merged(&ordered, |point| group_of(point, plan.group, programme))
}

/// Joins key points of one group that say the same in the same words, where the first of them stands.
fn merged<'a>(
    ordered: &[&'a KeyPoint],
    group: impl Fn(&KeyPoint) -> GroupKey,
) -> Vec<Paragraph<'a>> {
    let mut paragraphs: Vec<Paragraph<'a>> = Vec::new();
    let mut said = HashMap::new();
    for point in ordered {
        let group = group(point);
        let same = (
            group.clone(),
            // Who says no stance says nothing against it.
            point.stance.unwrap_or(Stance::Convergence),
            point.lang.clone(),
            folded(point.decided_words()),
        );
        let index = *said.entry(same).or_insert(paragraphs.len());
        match paragraphs.get_mut(index) {
            // A paragraph keeps its key points by their ids: a copy that says the same adds nothing.
            Some(paragraph) if paragraph.points.iter().any(|same| same.id == point.id) => {}
            Some(paragraph) => paragraph.points.push(point),
            None => paragraphs.push(Paragraph {
                group,
                points: vec![point],
            }),
        }
    }
    paragraphs
}

fn group_heading(group: &GroupKey, level: u8, words: String) -> OutlineBlock {
    let key = to_text(group);
    // Exports name bookmarks by ids, which may not be long: a slug of 64 characters is cut to a hash.
    let id = format!("g{:016x}", fnv1a(key.as_bytes()));
    let text = vec![Run {
        words,
        style: RunStyle::Plain,
    }];
    let mut block = front::block(&id, OutlineKind::Heading { level }, text);
    block.group = Some(key);
    block
}

/// A hash that is the same in every version of the program, unlike the standard library's.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
