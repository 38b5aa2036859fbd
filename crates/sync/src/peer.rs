//! What one peer has, what it was sent, and what it is to hear next.
//!
//! While a peer is *joining*, automerge's own protocol finds out what it lacks, with Bloom filters over the history.
//! Once the peer has shown that it has everything it was sent, it is *live*: the stream is reliable and in order,
//! so each stored change is simply sent once, and nothing has to be computed. Whatever is out of the ordinary (a
//! peer that needs something, has lost something, or changed its rights) makes it joining again.

use std::collections::HashSet;

use automerge::{
    ActorId, ChangeHash,
    sync::{
        BloomFilter, Capability, ChunkList, Have, Message, MessageFlags, MessageVersion, State,
        SyncDoc,
    },
};
use bytes::Bytes;
use model::id::PersonId;

use crate::{
    guard::guarded,
    history::History,
    message::PeerId,
    room::{Access, ConnectionId},
};

/// A filter over more changes than most documents have.
const LONG_FILTER: usize = 64 << 10;

/// A peer of a room.
pub(crate) struct Peer {
    pub(crate) connection: ConnectionId,
    pub(crate) id: PeerId,
    pub(crate) person: PersonId,
    /// `None` where the right was taken away.
    pub(crate) access: Option<Access>,
    /// How many of its messages wait for a commit.
    pub(crate) waiting: usize,
    /// It was told before that more is stored than is now: what it brings may be anybody's.
    pub(crate) knows_more: bool,
    /// The actor of which it has shown that it is its own.
    pub(crate) own_actor: Option<ActorId>,
    state: State,
    /// The log position up to which a live peer was sent everything.
    live: Option<u64>,
    /// It is owed an answer, even if there is nothing new.
    owed: bool,
    /// The heads of both sides, and what it was last asked for, so that it is not asked for ever.
    asked: Option<(Vec<ChangeHash>, Vec<ChangeHash>, Vec<ChangeHash>)>,
}

impl Peer {
    pub(crate) fn new(
        connection: ConnectionId,
        id: PeerId,
        person: PersonId,
        access: Access,
    ) -> Self {
        let state = match access {
            Access::ReadWrite => State::new(),
            Access::ReadOnly => State::new_read_only(),
        };
        Self {
            connection,
            id,
            person,
            access: Some(access),
            waiting: 0,
            knows_more: false,
            own_actor: None,
            state,
            live: None,
            owed: false,
            asked: None,
        }
    }

    /// Whether what it writes is taken in.
    pub(crate) fn may_write(&self) -> bool {
        self.access == Some(Access::ReadWrite)
    }

    /// Whether it has, or is being sent, everything: what it says then takes no computing.
    pub(crate) fn is_live(&self) -> bool {
        self.live.is_some()
    }

    /// Changes its rights. It hears of it with the next message.
    pub(crate) fn set_access(&mut self, access: Access) {
        let read_only = access == Access::ReadOnly;
        let was = self.access.replace(access);
        if was == Some(access) {
            return;
        }
        self.state.read_only = read_only;
        self.state.have_responded = false;
        self.state.in_flight = false;
        self.live = None;
        self.asked = None;
        // What it wrote meanwhile was not taken in, yet it believes that it has sent it.
        self.state.needs_reset = !read_only;
    }

    /// Takes in what the peer says about itself; the changes of the message, if any, are stored by now. Says whether
    /// all is stored again of which less was there than it had been told.
    pub(crate) fn receive(
        &mut self,
        message: Message,
        brought_changes: bool,
        history: &mut History,
    ) -> bool {
        self.state.in_flight = false;
        let Message {
            heads,
            need,
            have,
            flags,
            ..
        } = message;
        let mut odd = !need.is_empty();
        if let Some(flags) = flags {
            let mut capabilities = vec![Capability::MessageV2];
            if flags.contains(MessageFlags::SUPPORTS_SYNC_RESET) {
                capabilities.push(Capability::SyncReset);
            }
            self.state.their_capabilities = Some(capabilities);
            self.state.peer_read_only = flags.contains(MessageFlags::READ_ONLY);
            odd |= flags.contains(MessageFlags::SYNC_RESET) || self.state.peer_read_only;
        }
        let known: Vec<ChangeHash> = heads
            .iter()
            .filter(|head| history.has(head))
            .copied()
            .collect();
        let all_known = known.len() == heads.len();
        if all_known {
            self.state.shared_heads.clone_from(&heads);
        } else {
            let both: std::collections::BTreeSet<ChangeHash> = self
                .state
                .shared_heads
                .iter()
                .copied()
                .filter(|head| history.has(head))
                .chain(known)
                .collect();
            self.state.shared_heads = both.into_iter().collect();
        }
        if heads.is_empty() {
            // It has nothing (any more).
            self.state.last_sent_heads.clear();
            odd = true;
        }
        // Automerge says so when it cannot work with what it was told last.
        self.knows_more |= have
            .iter()
            .any(|have| have.last_sync.iter().any(|hash| !history.has(hash)));
        odd |= have.first().is_some_and(|have| {
            have.last_sync.iter().any(|hash| !history.has(hash))
                || (have.last_sync.is_empty()
                    && have.bloom == BloomFilter::default()
                    && self.state.have_responded)
        });
        self.owed |= brought_changes && !history.are_heads(&heads);
        self.owed |= brought_changes && !history.are_heads(&self.state.last_sent_heads);
        self.state.their_heads = Some(heads);
        self.state.their_need = Some(need);
        self.state.their_have = Some(have);
        if odd {
            self.live = None;
            self.state.sent_hashes.clear();
        } else if self.live.is_none() && all_known {
            self.see_whether_live(history);
        }
        if self.live.is_some() && !all_known && !brought_changes && self.may_write() {
            // It has something that it did not send: let automerge ask for it.
            self.live = None;
        }
        all_known && std::mem::take(&mut self.knows_more)
    }

    /// A joining peer is live when all that it lacks is on its way to it.
    fn see_whether_live(&mut self, history: &mut History) {
        if !self.state.have_responded || self.state.their_heads.as_ref().is_none_or(Vec::is_empty) {
            return;
        }
        let theirs = self.state.their_heads.clone().unwrap_or_default();
        if history.are_heads(&theirs) {
            self.state.sent_hashes.clear();
            self.live = Some(history.end());
        } else if history.settle() {
            let document = history.document();
            let lacks: HashSet<ChangeHash> = guarded(|| {
                document
                    .get_changes_meta(&theirs)
                    .into_iter()
                    .map(|change| change.hash)
                    .collect()
            })
            .unwrap_or_default();
            self.state.sent_hashes.retain(|hash| lacks.contains(hash));
            if lacks.len() == self.state.sent_hashes.len() {
                self.live = Some(history.end());
            }
        }
    }

    /// What it is to hear of its own accord: nothing before it has spoken, or while it is being asked.
    pub(crate) fn tell(&mut self, history: &mut History, news: &mut News) -> Option<Bytes> {
        self.state.their_heads.as_ref()?;
        self.answer(history, news)
    }

    /// Writes the next message, if there is something to say.
    pub(crate) fn answer(&mut self, history: &mut History, news: &mut News) -> Option<Bytes> {
        self.access?;
        let owed = std::mem::take(&mut self.owed);
        if let Some(position) = self.live {
            if let Some(message) = self.answer_live(position, owed, history, news) {
                return message;
            }
            self.live = None;
        }
        if self.has_nothing() {
            return self.answer_with_all(history, news);
        }
        let answer = self.answer_joining(history);
        // A long filter is not kept: whoever sent it says anew what they have.
        let haves = self.state.their_have.iter().flatten();
        if haves.map(|have| have.bloom.to_bytes().len()).sum::<usize>() > LONG_FILTER {
            self.state.their_have = None;
        }
        answer
    }

    /// Whether it is to be sent the whole document in one piece.
    fn has_nothing(&self) -> bool {
        let state = &self.state;
        let mut haves = state.their_have.iter().flatten();
        state.their_heads.as_ref().is_some_and(Vec::is_empty)
            && state.their_capabilities.is_some()
            && !(state.peer_read_only || state.needs_reset)
            && haves.all(|have| have.last_sync.is_empty())
    }

    /// Saving a document takes long, and many come at the same time, or one again and again: it is saved once.
    fn answer_with_all(&mut self, history: &mut History, news: &mut News) -> Option<Bytes> {
        let shape = (history.heads(), self.state.read_only);
        match &news.whole {
            Some((known, bytes)) if *known == shape => {
                self.state.last_sent_heads = history.heads();
                self.state.have_responded = true;
                self.state.in_flight = true;
                self.live = Some(history.end());
                Some(bytes.clone())
            }
            _ => {
                self.state.shared_heads.clear();
                let bytes = self.answer_joining(history)?;
                self.state.sent_hashes.clear();
                self.live = Some(history.end());
                news.whole = Some((shape, bytes.clone()));
                Some(bytes)
            }
        }
    }

    /// The outer `None` means that the log does not reach back far enough.
    fn answer_live(
        &mut self,
        position: u64,
        owed: bool,
        history: &History,
        news: &mut News,
    ) -> Option<Option<Bytes>> {
        if position == history.end() && !owed {
            return Some(None);
        }
        let mut own = false;
        let unsent: Vec<&Bytes> = history
            .since(position)?
            .filter(|logged| {
                let from_here = logged.from.contains(&self.connection);
                own |= from_here;
                !from_here
            })
            .map(|logged| &logged.bytes)
            .collect();
        let v2 = self.state.their_capabilities.is_some();
        let shape = (position, history.end(), v2, self.state.read_only);
        let bytes = match &news.live {
            // Those who wrote nothing of this hear all the same.
            Some((known, bytes)) if *known == shape && !own => bytes.clone(),
            _ => {
                let bytes = Bytes::from(self.news_message(&unsent, v2, history).encode());
                if !own {
                    news.live = Some((shape, bytes.clone()));
                }
                bytes
            }
        };
        self.state.last_sent_heads = history.heads();
        self.state.have_responded = true;
        self.state.in_flight = true;
        self.live = Some(history.end());
        Some(Some(bytes))
    }

    /// When it reads this, the peer has all that we have; hence `last_sync` and the empty filter.
    fn news_message(&self, unsent: &[&Bytes], v2: bool, history: &History) -> Message {
        let changes: Vec<Vec<u8>> = match (unsent.is_empty(), v2) {
            (true, _) => Vec::new(),
            (false, true) => vec![
                unsent
                    .iter()
                    .flat_map(|bytes| bytes.iter().copied())
                    .collect(),
            ],
            (false, false) => unsent.iter().map(|bytes| bytes.to_vec()).collect(),
        };
        let mut flags = MessageFlags::new();
        flags.set(MessageFlags::SUPPORTS_SYNC_RESET);
        if self.state.read_only {
            flags.set(MessageFlags::READ_ONLY);
        }
        Message {
            heads: history.heads(),
            need: Vec::new(),
            have: vec![Have {
                last_sync: history.heads(),
                bloom: BloomFilter::default(),
            }],
            changes: ChunkList::from(changes),
            flags: Some(flags),
            version: if v2 {
                MessageVersion::V2
            } else {
                MessageVersion::V1
            },
        }
    }

    fn answer_joining(&mut self, history: &mut History) -> Option<Bytes> {
        if !history.settle() {
            return None;
        }
        let document = history.document();
        let state = &mut self.state;
        let mut message = guarded(|| document.generate_sync_message(state)).flatten()?;
        // Automerge does not know of what is kept aside.
        let lacks = history.lacks_for(&message.need);
        if lacks != message.need {
            let theirs = self.state.their_heads.as_deref().unwrap_or_default();
            if !lacks.iter().all(|hash| theirs.contains(hash)) {
                // As automerge does: it is to send this, and nothing by the filter.
                message.have.clear();
            }
            message.need = lacks;
        }
        if message.changes.is_empty() && self.state.their_heads.is_some() {
            let theirs = self.state.their_heads.clone().unwrap_or_default();
            let asked = (theirs, message.heads.clone(), message.need.clone());
            let is_reset = message
                .flags
                .is_some_and(|flags| flags.contains(MessageFlags::SYNC_RESET));
            if self.asked.as_ref() == Some(&asked) && !is_reset {
                return None;
            }
            self.asked = Some(asked);
        }
        Some(message.encode().into())
    }
}

/// Messages that many peers hear alike, written once.
#[derive(Default)]
pub(crate) struct News {
    /// What live peers hear who wrote none of it.
    live: Option<((u64, u64, bool, bool), Bytes)>,
    /// What is told to whoever has nothing yet.
    whole: Option<((Vec<ChangeHash>, bool), Bytes)>,
}
