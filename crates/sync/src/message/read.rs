//! Reading a frame's map, key by key.

use minicbor::{Decoder, data::Type};

use super::{Addressed, Ephemeral, FrameError, Message, NAME, PeerId, PeerMetadata};

/// The most nested containers that a frame may hold. The deepest honest frame has four.
const DEPTH: usize = 16;
/// The longest list of protocol versions that is read.
const VERSIONS: u64 = 64;

/// The keys that matter, as far as the frame has them.
#[derive(Default)]
pub(super) struct Fields<'a> {
    kind: Option<&'a str>,
    sender: Option<&'a str>,
    target: Option<&'a str>,
    document: Option<&'a str>,
    message: Option<&'a str>,
    session: Option<&'a str>,
    version: Option<&'a str>,
    count: Option<u64>,
    data: Option<&'a [u8]>,
    metadata: Option<PeerMetadata>,
    versions: Option<Vec<String>>,
}

impl<'a> Fields<'a> {
    pub(super) fn read(frame: &'a [u8]) -> Result<Self, FrameError> {
        let mut fields = Self::default();
        let mut cbor = Decoder::new(frame);
        each_entry(&mut cbor, |key, cbor| match key {
            "type" => once(&mut fields.kind, name(cbor)),
            "senderId" => once(&mut fields.sender, name(cbor)),
            "targetId" => once(&mut fields.target, name(cbor)),
            "documentId" => once(&mut fields.document, name(cbor)),
            "sessionId" => once(&mut fields.session, name(cbor)),
            "selectedProtocolVersion" => once(&mut fields.version, name(cbor)),
            "message" => once(&mut fields.message, optional(cbor, |c| c.str())),
            "data" => once(&mut fields.data, optional(cbor, bytes)),
            "count" => once(&mut fields.count, optional(cbor, whole_number)),
            "peerMetadata" => {
                let metadata = metadata(cbor)?;
                once(&mut fields.metadata, Ok(metadata))
            }
            "supportedProtocolVersions" => {
                let versions = versions(cbor)?;
                once(&mut fields.versions, Ok(versions))
            }
            _ => skip(cbor, DEPTH),
        })?;
        if cbor.position() != frame.len() {
            return Err(FrameError::Malformed("something follows the map"));
        }
        Ok(fields)
    }

    pub(super) fn into_message(self) -> Result<Message, FrameError> {
        let kind = self.kind.ok_or(FrameError::Malformed("type is missing"))?;
        Ok(match kind {
            "join" => Message::Join {
                sender: self.sender()?,
                metadata: self.metadata.unwrap_or_default(),
                versions: self.versions,
            },
            "peer" => Message::Peer {
                sender: self.sender()?,
                target: self
                    .target()?
                    .ok_or(FrameError::Malformed("targetId is missing"))?,
                version: self.version.unwrap_or("1").to_owned(),
                metadata: self.metadata.unwrap_or_default(),
            },
            "error" => Message::Error {
                sender: self.sender()?,
                target: self.target.unwrap_or_default().to_owned(),
                message: self.message.unwrap_or_default().to_owned(),
            },
            "sync" => Message::Sync(self.addressed(self.data()?.to_vec())?),
            "request" => Message::Request(self.addressed(self.data()?.to_vec())?),
            "ephemeral" => Message::Ephemeral(
                self.addressed(Ephemeral {
                    count: self
                        .count
                        .ok_or(FrameError::Malformed("count is missing"))?,
                    session: self
                        .session
                        .ok_or(FrameError::Malformed("sessionId is missing"))?
                        .to_owned(),
                    data: self.data()?.to_vec(),
                })?,
            ),
            "doc-unavailable" => Message::DocUnavailable(self.addressed(())?),
            _ => Message::Ignored,
        })
    }

    fn sender(&self) -> Result<PeerId, FrameError> {
        let sender = self
            .sender
            .ok_or(FrameError::Malformed("senderId is missing"))?;
        PeerId::new(sender).ok_or(FrameError::Malformed("senderId is empty"))
    }

    fn target(&self) -> Result<Option<PeerId>, FrameError> {
        Ok(self.target.and_then(PeerId::new))
    }

    fn data(&self) -> Result<&'a [u8], FrameError> {
        match self.data {
            Some(data) if !data.is_empty() => Ok(data),
            Some(_) => Err(FrameError::Malformed("data is empty")),
            None => Err(FrameError::Malformed("data is missing")),
        }
    }

    fn addressed<T>(&self, content: T) -> Result<Addressed<T>, FrameError> {
        Ok(Addressed {
            sender: self.sender()?,
            target: self.target()?,
            document: self
                .document
                .ok_or(FrameError::Malformed("documentId is missing"))?
                .to_owned(),
            content,
        })
    }
}

type Read<T> = Result<T, minicbor::decode::Error>;

impl From<minicbor::decode::Error> for FrameError {
    fn from(_: minicbor::decode::Error) -> Self {
        Self::Malformed("it is not the CBOR that the protocol has there")
    }
}

/// Sets a key that may stand only once; `None` (undefined or null) counts as left out.
fn once<T>(slot: &mut Option<T>, value: Read<Option<T>>) -> Result<(), FrameError> {
    if slot.is_some() {
        return Err(FrameError::Malformed("a key stands twice"));
    }
    *slot = value?;
    Ok(())
}

/// Calls `entry` for each text key of the map that comes next. It must read or skip the value.
fn each_entry<'a>(
    cbor: &mut Decoder<'a>,
    mut entry: impl FnMut(&'a str, &mut Decoder<'a>) -> Result<(), FrameError>,
) -> Result<(), FrameError> {
    let length = cbor.map()?;
    let mut read = 0;
    while length.is_none_or(|length| read < length) {
        read += 1;
        match cbor.datatype()? {
            Type::Break if length.is_none() => {
                cbor.set_position(cbor.position() + 1);
                break;
            }
            Type::String => {
                let key = cbor.str()?;
                entry(key, cbor)?;
            }
            _ => {
                skip(cbor, DEPTH)?;
                skip(cbor, DEPTH)?;
            }
        }
    }
    Ok(())
}

/// Passes over one value without recursion deeper than `depth`.
fn skip(cbor: &mut Decoder<'_>, depth: usize) -> Result<(), FrameError> {
    let depth = depth
        .checked_sub(1)
        .ok_or(FrameError::Malformed("it is nested too deeply"))?;
    let (length, per_entry) = match cbor.datatype()? {
        Type::Tag => {
            cbor.tag()?;
            return skip(cbor, depth);
        }
        Type::Array | Type::ArrayIndef => (cbor.array()?, 1),
        Type::Map | Type::MapIndef => (cbor.map()?, 2),
        Type::Break => return Err(FrameError::Malformed("a value is missing")),
        _ => return Ok(cbor.skip()?),
    };
    let mut read = 0;
    while length.is_none_or(|length| read < length) {
        read += 1;
        if length.is_none() && cbor.datatype()? == Type::Break {
            cbor.set_position(cbor.position() + 1);
            break;
        }
        for _ in 0..per_entry {
            skip(cbor, depth)?;
        }
    }
    Ok(())
}

/// JavaScript writes `undefined` (or null) for a key that it has but not filled.
fn optional<'a, T>(
    cbor: &mut Decoder<'a>,
    read: impl Fn(&mut Decoder<'a>) -> Read<T>,
) -> Read<Option<T>> {
    match cbor.datatype()? {
        Type::Undefined | Type::Null => {
            cbor.set_position(cbor.position() + 1);
            Ok(None)
        }
        _ => read(cbor).map(Some),
    }
}

fn name<'a>(cbor: &mut Decoder<'a>) -> Read<Option<&'a str>> {
    optional(cbor, |cbor| {
        let name = cbor.str()?;
        if name.len() > NAME {
            return Err(minicbor::decode::Error::message("the name is too long"));
        }
        Ok(name)
    })
}

/// Bytes, with or without the tag (64) that cbor-x sets unless told not to.
fn bytes<'a>(cbor: &mut Decoder<'a>) -> Read<&'a [u8]> {
    if cbor.datatype()? == Type::Tag {
        cbor.tag()?;
    }
    cbor.bytes()
}

/// A number that counts. JavaScript writes those above 32 bits as floats.
fn whole_number(cbor: &mut Decoder<'_>) -> Read<u64> {
    let float = match cbor.datatype()? {
        Type::F64 => cbor.f64()?,
        Type::F32 => f64::from(cbor.f32()?),
        _ => return cbor.u64(),
    };
    if float.fract() == 0.0 && (0.0..=9_007_199_254_740_991.0).contains(&float) {
        // In range and whole, so the conversion is exact.
        return Ok(float as u64);
    }
    Err(minicbor::decode::Error::message("not a whole number"))
}

fn metadata(cbor: &mut Decoder<'_>) -> Result<Option<PeerMetadata>, FrameError> {
    if !matches!(cbor.datatype()?, Type::Map | Type::MapIndef) {
        skip(cbor, DEPTH)?;
        return Ok(None);
    }
    let mut storage_id = None;
    let mut is_ephemeral = None;
    let mut secret = None;
    each_entry(cbor, |key, cbor| match (key, cbor.datatype()?) {
        ("storageId", Type::String) => once(&mut storage_id, name(cbor)),
        ("secret", Type::Bytes | Type::Tag) => once(&mut secret, bytes(cbor).map(Some)),
        ("isEphemeral", Type::Bool) => once(&mut is_ephemeral, cbor.bool().map(Some)),
        _ => skip(cbor, DEPTH),
    })?;
    Ok(Some(PeerMetadata {
        storage_id: storage_id.map(str::to_owned),
        is_ephemeral: is_ephemeral.unwrap_or(false),
        secret: secret.and_then(|secret| secret.try_into().ok()),
    }))
}

fn versions(cbor: &mut Decoder<'_>) -> Result<Option<Vec<String>>, FrameError> {
    if cbor.datatype()? != Type::Array {
        skip(cbor, DEPTH)?;
        return Ok(None);
    }
    let length = cbor.array()?.unwrap_or(0);
    if length > VERSIONS {
        return Err(FrameError::Malformed("too many versions"));
    }
    let mut versions = Vec::new();
    for _ in 0..length {
        match cbor.datatype()? {
            Type::String => versions.extend(name(cbor)?.map(str::to_owned)),
            _ => skip(cbor, DEPTH)?,
        }
    }
    Ok(Some(versions))
}
