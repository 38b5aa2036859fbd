//! The objects of a PDF, as qpdf writes them in JSON: names begin with `/`, text with `u:`, references end with ` R`.

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;

use crate::publish::tools;

pub(crate) struct Objects(Value);

impl Objects {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("read.pdf");
        fs::write(&path, bytes).unwrap();
        let output = tools::run(
            "qpdf",
            &[
                "--json=2",
                "--json-key=qpdf",
                "--json-stream-data=inline",
                "--decode-level=generalized",
                "read.pdf",
            ],
            Path::new(folder.path()),
        );
        let mut json: Value = serde_json::from_slice(&output.stdout).unwrap();
        Self(json["qpdf"][1].take())
    }

    pub(crate) fn trailer(&self) -> &Value {
        &self.0["trailer"]["value"]
    }

    pub(crate) fn catalog(&self) -> &Value {
        self.at(&self.trailer()["/Root"])
    }

    /// The value itself, or what it refers to; of a stream, the dictionary.
    pub(crate) fn at<'a>(&'a self, value: &'a Value) -> &'a Value {
        let Some(reference) = value.as_str().filter(|text| text.ends_with(" R")) else {
            return value;
        };
        let object = &self.0[format!("obj:{reference}")];
        match object.get("stream") {
            Some(stream) => &stream["dict"],
            None => &object["value"],
        }
    }

    /// The data of a stream.
    pub(crate) fn stream(&self, reference: &Value) -> Vec<u8> {
        let object = &self.0[format!("obj:{}", reference.as_str().unwrap())];
        STANDARD
            .decode(object["stream"]["data"].as_str().unwrap())
            .unwrap()
    }

    /// A string as text.
    pub(crate) fn text(&self, value: &Value) -> String {
        let text = self.at(value).as_str().unwrap_or_default();
        match text.split_at_checked(2) {
            Some(("u:", text)) => text.to_owned(),
            Some(("b:", digits)) => {
                let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
                let bytes: Vec<u8> = (0..digits.len()).step_by(2).map(byte).collect();
                format!("{} (not ASCII)", String::from_utf8_lossy(&bytes))
            }
            _ => text.to_owned(),
        }
    }
}
