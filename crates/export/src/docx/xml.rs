//! Writes XML in which every element is closed and every text is clean.

use quick_xml::{
    Writer,
    events::{BytesEnd, BytesStart, BytesText, Event},
};

use crate::clean;

const NO_FAILURE: &str = "writing to memory does not fail";

/// XML under construction, in memory.
pub(super) struct Xml(Writer<Vec<u8>>);

/// Attributes of an element, in order.
pub(super) type Attrs<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// An empty fragment, to be put into another XML.
    pub(super) fn fragment() -> Self {
        Self(Writer::new(Vec::new()))
    }

    /// A part of the package: the declaration, then one root element around what `inside` writes.
    pub(super) fn part(root: &str, attrs: Attrs<'_>, inside: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self::fragment();
        xml.raw(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#);
        xml.raw("\n");
        xml.element(root, attrs, inside);
        xml.into_bytes()
    }

    /// An element around what `inside` writes.
    pub(super) fn element<R>(
        &mut self,
        name: &str,
        attrs: Attrs<'_>,
        inside: impl FnOnce(&mut Self) -> R,
    ) -> R {
        self.open(name, attrs);
        let result = inside(self);
        self.close(name);
        result
    }

    /// The start of an element; [`Xml::close`] must follow.
    pub(super) fn open(&mut self, name: &str, attrs: Attrs<'_>) {
        let start = Self::start(name, attrs);
        self.0.write_event(Event::Start(start)).expect(NO_FAILURE);
    }

    /// The end of an element.
    pub(super) fn close(&mut self, name: &str) {
        let end = BytesEnd::new(name);
        self.0.write_event(Event::End(end)).expect(NO_FAILURE);
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attrs: Attrs<'_>) {
        let start = Self::start(name, attrs);
        self.0.write_event(Event::Empty(start)).expect(NO_FAILURE);
    }

    /// An element with the one attribute `w:val`.
    pub(super) fn val(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// Text, cleaned and escaped.
    pub(super) fn text(&mut self, words: &str) {
        let words = clean::text(words);
        let text = BytesText::new(&words);
        self.0.write_event(Event::Text(text)).expect(NO_FAILURE);
    }

    /// XML that this crate wrote itself.
    pub(super) fn raw(&mut self, xml: &str) {
        self.0.get_mut().extend_from_slice(xml.as_bytes());
    }

    /// Puts a finished fragment here.
    pub(super) fn append(&mut self, fragment: Self) {
        let bytes = fragment.into_bytes();
        self.0.get_mut().extend_from_slice(&bytes);
    }

    /// What was written.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn start<'a>(name: &'a str, attrs: Attrs<'_>) -> BytesStart<'a> {
        let mut start = BytesStart::new(name);
        for (name, value) in attrs {
            let value = clean::line(value);
            start.push_attribute((*name, value.as_str()));
        }
        start
    }
}
