//! What may enter a file: text without characters that break it, ids and addresses that programs accept.

use std::borrow::Cow;

/// Whether a character may stand in text of every format.
///
/// Left out: control characters and noncharacters (XML forbids them), byte order marks, and the explicit bidi
/// controls, which could turn what follows around; direction is written as markup instead.
fn is_allowed(c: char) -> bool {
    !matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
        && (c as u32) & 0xfffe != 0xfffe
}

/// The text without characters that break a file.
pub(crate) fn text(words: &str) -> Cow<'_, str> {
    if words.chars().all(is_allowed) {
        Cow::Borrowed(words)
    } else {
        Cow::Owned(words.chars().filter(|c| is_allowed(*c)).collect())
    }
}

/// The text on one line: for attributes, headers and file properties.
pub(crate) fn line(words: &str) -> String {
    let words = text(words);
    let mut out = String::with_capacity(words.len());
    for word in words.split([' ', '\t', '\r', '\n', '\u{2028}', '\u{2029}']) {
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}

/// The id where it is a bookmark's name that Word accepts: a letter or `_` first, then letters, digits and `_`, at most 40.
pub(crate) fn bookmark(id: &str) -> Option<&str> {
    let first = id.bytes().next()?;
    let fits = id.len() <= 40
        && (first.is_ascii_alphabetic() || first == b'_')
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    fits.then_some(id)
}

/// The address where it leads to a page or a mailbox, with what an address may not hold percent-encoded.
///
/// Everything else (`javascript:`, `data:`, `file:`, a relative path, a malformed host) gives `None`.
pub(crate) fn address(url: &str) -> Option<String> {
    let url = text(url);
    let url = url.trim();
    let (scheme, rest) = url.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let (before, after) = match scheme.as_str() {
        "http" | "https" => {
            let rest = rest.strip_prefix("//")?;
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (authority, path) = rest.split_at(end);
            is_host(authority).then_some(())?;
            (format!("{scheme}://{authority}"), path)
        }
        "mailto" => {
            let end = rest.find('?').unwrap_or(rest.len());
            let (mailbox, query) = rest.split_at(end);
            let (name, host) = mailbox.split_once('@')?;
            let plain = |b: u8| b.is_ascii_alphanumeric() || b"._%+-'".contains(&b);
            (!name.is_empty() && name.bytes().all(plain) && is_host(host)).then_some(())?;
            (format!("mailto:{mailbox}"), query)
        }
        _ => return None,
    };
    Some(before + &percent_encoded(after))
}

/// Whether a text is a host with an optional port; user names and IPv6 literals are refused.
fn is_host(authority: &str) -> bool {
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|c| c == '-' || c == '_' || c.is_alphanumeric())
    };
    host.len() <= 253
        && host.strip_suffix('.').unwrap_or(host).split('.').all(label)
        && port.parse::<u16>().is_ok()
        && port.bytes().all(|b| b.is_ascii_digit())
}

fn percent_encoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = String::with_capacity(path.len());
    let mut hash_seen = false;
    for (i, &b) in bytes.iter().enumerate() {
        let escaped = b == b'%'
            && matches!(bytes.get(i + 1..i + 3), Some(hex) if hex.iter().all(u8::is_ascii_hexdigit));
        let plain = escaped
            || b.is_ascii_alphanumeric()
            || b"-._~!$&'()*+,;=:@/?".contains(&b)
            || (b == b'#' && !hash_seen);
        hash_seen |= b == b'#';
        if plain {
            out.push(char::from(b));
        } else {
            out.push_str(&format!("%{b:02X}"));
        }
    }
    out
}

/// Whether a character belongs to a script that runs from right to left.
pub(crate) fn is_rtl_char(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_loses_only_what_breaks_files() {
        assert_eq!(
            text("a\u{0}b\u{b}c\u{fffe}d\u{feff}e\u{202e}f\u{2066}g"),
            "abcdefg"
        );
        assert_eq!(
            text("]]> <b> & \u{200f}\u{200d} é 😀\ttab\n"),
            "]]> <b> & \u{200f}\u{200d} é 😀\ttab\n"
        );
    }

    #[test]
    fn only_pages_and_mailboxes_are_linked() {
        for wrong in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\nscript:x",
            "data:text/html,x",
            "/etc/passwd",
            "file:///etc",
            "http://",
            "http://[::1]/",
            "http://a b/",
            "https://user@host/",
            "mailto:x",
            "http://h:99999/",
            "",
        ] {
            assert_eq!(address(wrong), None, "{wrong:?}");
        }
        assert_eq!(
            address("HTTPS://igf.org/a b?x=[1]#ü#"),
            Some("https://igf.org/a%20b?x=%5B1%5D#%C3%BC%23".into())
        );
        assert_eq!(
            address("https://a.b/%E2%80%93%zz"),
            Some("https://a.b/%E2%80%93%25zz".into())
        );
        assert_eq!(
            address("mailto:a.b@un.org?subject=x y"),
            Some("mailto:a.b@un.org?subject=x%20y".into())
        );
    }

    #[test]
    fn a_bookmark_is_short_and_plain() {
        assert_eq!(bookmark("_pA1"), Some("_pA1"));
        for wrong in ["", "1a", "_p-1", "é", &"a".repeat(41)] {
            assert_eq!(bookmark(wrong), None);
        }
    }
}
