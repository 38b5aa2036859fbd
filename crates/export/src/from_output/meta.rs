//! What stands around the text: masthead, running lines, fixed words, imprint.

use document::rich_text::BlockKind;
use pandoc_ast::{Block, Inline, Map, MetaValue};

use super::{Material, inline, worded};
use crate::{
    clean,
    pandoc::{self, Attributes},
    words,
};

/// The metadata of the document.
pub(super) fn meta(material: Material<'_>) -> Map<String, MetaValue> {
    let Material {
        output,
        programme,
        options,
        words,
        ..
    } = material;
    let lang = &output.lang;
    let mut meta = Map::new();
    let mut put = |key: &str, value: MetaValue| {
        meta.insert(key.to_owned(), value);
    };
    let string = |words: &str| MetaValue::MetaString(clean::line(words));
    put("lang", string(lang.as_str()));
    put("dir", string(lang.dir()));
    put("paper", string(options.paper.as_str()));
    put("draft", MetaValue::MetaBool(options.draft));
    put(
        "line-numbers",
        MetaValue::MetaBool(options.draft && options.line_numbers),
    );
    for (key, words) in [
        ("title", titles(material, BlockKind::Title)),
        ("subtitle", theme(material)),
    ] {
        if !words.is_empty() {
            put(key, MetaValue::MetaInlines(words));
        }
    }
    if let Some(date) = &options.date {
        put("date", string(date));
        put("date-text", string(&words::date(words, date)));
    }
    let track = programme.track.title.words(lang);
    put("track", MetaValue::MetaInlines(material.of_edition(track)));
    if let Some(forum) = &programme.edition.forum {
        put("forum", MetaValue::MetaInlines(material.of_edition(forum)));
    }
    let original = words.language(original(material));
    put(
        "original",
        string(&words.get("document-original", &[("language", (&original).into())])),
    );
    for (key, value) in [
        ("symbol", &options.symbol),
        ("version", &options.version),
        ("hash", &options.hash),
    ] {
        if let Some(value) = worded(value) {
            put(key, string(value));
        }
    }
    let kind = words.word(if material.is_messages() {
        "document-kind-messages"
    } else {
        "document-kind"
    });
    let mut running = material.of_edition(&programme.edition.title);
    running.extend(pandoc::text(&format!(" · {kind}")));
    put("running", MetaValue::MetaInlines(running));
    put("footer", string(&words.word("document-footer")));
    put("words", MetaValue::MetaMap(fixed_words(material)));
    meta
}

/// The language of the original.
fn original<'a>(material: Material<'a>) -> &'a model::language::Lang {
    match &material.options.original {
        Some(lang) => lang,
        None if material.output.original => &material.output.lang,
        None => &material.programme.track.original_language,
    }
}

fn titles(material: Material<'_>, kind: BlockKind) -> Vec<Inline> {
    let blocks = material.blocks_of(kind).filter(|block| !block.is_blank());
    inline::lines(
        blocks
            .map(|block| inline::text_of(material.output, block))
            .collect(),
    )
}

/// The theme; where it is the edition's own words in another language, it is marked as such.
fn theme(material: Material<'_>) -> Vec<Inline> {
    let inlines = titles(material, BlockKind::Subtitle);
    match &material.programme.edition.theme {
        Some(theme) if pandoc::plain(&inlines) == *theme => material.of_edition(theme),
        _ => inlines,
    }
}

fn fixed_words(material: Material<'_>) -> Map<String, Box<MetaValue>> {
    let words = material.words;
    let page = words.get(
        "document-page",
        &[("n", "{n}".into()), ("total", "{total}".into())],
    );
    let fixed = ["draft", "annex", "not-recorded", "contents", "notes"];
    fixed
        .map(|key| (key, words.word(&format!("document-{key}"))))
        .into_iter()
        .chain([("page", page)])
        .map(|(key, value)| (key.to_owned(), Box::new(MetaValue::MetaString(value))))
        .collect()
}

/// What this version is; nothing where nothing is known about it.
pub(super) fn imprint(material: Material<'_>) -> Option<Block> {
    let Material { options, words, .. } = material;
    let date = options.date.as_deref().map(|date| words::date(words, date));
    let version = worded(&options.version);
    let first = match (version, &date) {
        (Some(_), Some(date)) => words.get(
            "document-imprint-version",
            &[("version", "\u{1}".into()), ("date", date.into())],
        ),
        (Some(_), None) => words.get("document-imprint-undated", &[("version", "\u{1}".into())]),
        (None, Some(date)) => words.get("document-imprint-final", &[("date", date.into())]),
        (None, None) => return None,
    };
    // On its own, a version such as "Rev.1" would draw the day after it to its side in a text from right to left.
    let version = inline::name(version.unwrap_or_default(), &material.output.lang);
    let mut inlines = inline::around(&first, version);
    if let Some(hash) = worded(&options.hash) {
        let said = words.get("document-imprint-hash", &[("hash", "\u{1}".into())]);
        inlines.push(Inline::Space);
        inlines.extend(inline::around(&said, inline::isolated(hash)));
    }
    let language = words.language(original(material));
    inlines.push(Inline::Space);
    inlines.extend(pandoc::text(&words.get(
        "document-imprint-original",
        &[("language", (&language).into())],
    )));
    let attributes = Attributes::class("imprint")
        .key("label", &words.word("document-imprint"))
        .build();
    Some(Block::Div(attributes, vec![Block::Para(inlines)]))
}
