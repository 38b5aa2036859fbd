//! Writing a frame's map.

use minicbor::Encoder;

use super::{Addressed, PeerMetadata};

/// Collects entries, so that the map's length can be written before them.
#[derive(Default)]
pub(super) struct Frame {
    entries: u64,
    body: Vec<u8>,
}

impl Frame {
    fn entry(&mut self, key: &str) -> Encoder<&mut Vec<u8>> {
        self.entries += 1;
        let mut cbor = Encoder::new(&mut self.body);
        never_fails(cbor.str(key));
        cbor
    }

    pub(super) fn text(&mut self, key: &str, value: &str) -> &mut Self {
        never_fails(self.entry(key).str(value));
        self
    }

    pub(super) fn number(&mut self, key: &str, value: u64) -> &mut Self {
        never_fails(self.entry(key).u64(value));
        self
    }

    pub(super) fn bytes(&mut self, key: &str, value: &[u8]) -> &mut Self {
        never_fails(self.entry(key).bytes(value));
        self
    }

    pub(super) fn texts(&mut self, key: &str, values: &[String]) -> &mut Self {
        let mut cbor = self.entry(key);
        never_fails(cbor.array(values.len() as u64));
        for value in values {
            never_fails(cbor.str(value));
        }
        self
    }

    pub(super) fn metadata(&mut self, metadata: &PeerMetadata) -> &mut Self {
        let entries =
            u64::from(metadata.storage_id.is_some()) + u64::from(metadata.secret.is_some());
        let mut cbor = self.entry("peerMetadata");
        never_fails(cbor.map(1 + entries));
        if let Some(storage_id) = &metadata.storage_id {
            never_fails(cbor.str("storageId"));
            never_fails(cbor.str(storage_id));
        }
        if let Some(secret) = &metadata.secret {
            never_fails(cbor.str("secret"));
            never_fails(cbor.bytes(secret));
        }
        never_fails(cbor.str("isEphemeral"));
        never_fails(cbor.bool(metadata.is_ephemeral));
        self
    }

    pub(super) fn addressed<T>(&mut self, kind: &str, to: &Addressed<T>) -> &mut Self {
        self.text("type", kind).text("senderId", to.sender.as_str());
        if let Some(target) = &to.target {
            self.text("targetId", target.as_str());
        }
        self.text("documentId", &to.document)
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let mut frame = Vec::with_capacity(self.body.len() + 4);
        never_fails(Encoder::new(&mut frame).map(self.entries));
        frame.extend_from_slice(&self.body);
        frame
    }
}

/// Writing CBOR into memory has no way to fail: the error type has no values.
fn never_fails<T>(result: Result<T, minicbor::encode::Error<std::convert::Infallible>>) {
    debug_assert!(result.is_ok());
}
