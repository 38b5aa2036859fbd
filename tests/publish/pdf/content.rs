//! The text that a page's content draws: where it stands, to which tag it belongs, and what it says.

use std::{
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

use serde_json::Value;

use super::objects::Objects;

/// A piece of text drawn in one go, in the order in which it is read.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) text: String,
    /// Left end, right end and base line, in points from the lower left corner of the page.
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) base: f64,
    /// Whether its object runs from right to left.
    pub(crate) is_rtl: bool,
    /// The text object that it is a piece of.
    pub(crate) object: usize,
    /// The number by which a tag holds it; none in what a screen reader skips.
    pub(crate) mark: Option<i64>,
    pub(crate) lang: Option<String>,
}

/// The fonts met so far, by the reference of their object.
#[derive(Default)]
pub(crate) struct Fonts(HashMap<String, Rc<Font>>);

struct Font {
    /// What the codes say.
    says: BTreeMap<u32, String>,
    /// How wide they are, in thousandths of the size.
    wide: BTreeMap<u32, f64>,
    else_wide: f64,
}

impl Fonts {
    fn get(&mut self, objects: &Objects, reference: &Value) -> Rc<Font> {
        let name = reference.as_str().unwrap().to_owned();
        let font = self.0.entry(name).or_insert_with(|| {
            let font = objects.at(reference);
            assert_eq!(font["/Subtype"], "/Type0", "another kind of font");
            let glyphs = objects.at(&objects.at(&font["/DescendantFonts"])[0]);
            let mut wide = BTreeMap::new();
            let mut list = objects.at(&glyphs["/W"]).as_array().unwrap().iter();
            while let Some(first) = list.next() {
                let first = first.as_u64().unwrap() as u32;
                match objects.at(list.next().unwrap()) {
                    Value::Array(widths) => {
                        for (i, width) in widths.iter().enumerate() {
                            wide.insert(first + i as u32, width.as_f64().unwrap());
                        }
                    }
                    last => {
                        let width = list.next().unwrap().as_f64().unwrap();
                        for code in first..=last.as_u64().unwrap() as u32 {
                            wide.insert(code, width);
                        }
                    }
                }
            }
            Rc::new(Font {
                says: says(&objects.stream(&font["/ToUnicode"])),
                wide,
                else_wide: glyphs["/DW"].as_f64().unwrap_or(1000.0),
            })
        });
        Rc::clone(font)
    }
}

/// The table from codes to characters.
fn says(map: &[u8]) -> BTreeMap<u32, String> {
    let mut says = BTreeMap::new();
    let mut before: Vec<Token> = Vec::new();
    for token in Tokens::of(map) {
        let Token::Word(word) = &token else {
            before.push(token);
            continue;
        };
        match word.as_str() {
            "endbfchar" => {
                for pair in before.chunks(2) {
                    says.insert(pair[0].code(), pair[1].utf16());
                }
            }
            "endbfrange" => {
                for three in before.chunks(3) {
                    for (i, code) in (three[0].code()..=three[1].code()).enumerate() {
                        let text = match &three[2] {
                            Token::List(list) => list[i].utf16(),
                            first => {
                                let mut text: Vec<char> = first.utf16().chars().collect();
                                let last = text.last_mut().unwrap();
                                *last = char::from_u32(u32::from(*last) + i as u32).unwrap();
                                text.into_iter().collect()
                            }
                        };
                        says.insert(code, text);
                    }
                }
            }
            _ => {}
        }
        before.clear();
    }
    says
}

/// What an open marked-content sequence says of the text in it.
struct Open {
    mark: Option<i64>,
    lang: Option<String>,
    /// What stands for the text, until it is said.
    instead: Option<String>,
    is_rtl: bool,
    is_instead: bool,
}

/// A matrix `[a b c d e f]`.
type Matrix = [f64; 6];

fn times(m: Matrix, n: Matrix) -> Matrix {
    [
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    ]
}

const AS_IT_IS: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// All text of a page, in the order in which it is drawn.
pub(crate) fn runs(objects: &Objects, page: &Value, fonts: &mut Fonts) -> Vec<Run> {
    let resources = objects.at(&objects.at(&page["/Resources"])["/Font"]);
    let mut content = Vec::new();
    match &page["/Contents"] {
        Value::Array(parts) => {
            for part in parts {
                content.extend(objects.stream(part));
                content.push(b'\n');
            }
        }
        one => content = objects.stream(one),
    }
    let mut runs = Vec::new();
    let mut kept = Vec::new();
    let mut place = AS_IT_IS;
    let mut text_place = AS_IT_IS;
    let mut font = None;
    let mut size = 0.0;
    let mut open: Vec<Open> = Vec::new();
    let (mut pieces, mut object): (Vec<Run>, _) = (Vec::new(), 0);
    let mut operands: Vec<Token> = Vec::new();
    for token in Tokens::of(&content) {
        let Token::Word(word) = &token else {
            operands.push(token);
            continue;
        };
        let matrix = || -> Matrix { std::array::from_fn(|i| operands[i].number()) };
        match word.as_str() {
            "q" => kept.push(place),
            "Q" => place = kept.pop().unwrap(),
            "cm" => place = times(matrix(), place),
            "BT" => (text_place, pieces) = (AS_IT_IS, Vec::new()),
            "Tm" => text_place = matrix(),
            "Tf" => {
                font = Some(fonts.get(objects, &resources[format!("/{}", operands[0].name())]));
                size = operands[1].number();
            }
            "BMC" => open.push(Open::new(&operands[0], None)),
            "BDC" => open.push(Open::new(&operands[0], Some(&operands[1]))),
            "EMC" => {
                open.pop().unwrap();
            }
            "Tj" | "TJ" => {
                let font = font
                    .as_ref()
                    .expect("a font is chosen before text is shown");
                let (mut text, mut width) = (Vec::new(), 0.0);
                let parts = match &operands[0] {
                    Token::List(parts) => parts.as_slice(),
                    one => std::slice::from_ref(one),
                };
                for part in parts {
                    match part {
                        Token::Text(codes) => {
                            for code in codes.chunks(2) {
                                let code = u32::from(code[0]) << 8 | u32::from(code[1]);
                                text.push(font.says.get(&code).cloned().unwrap_or_default());
                                width += font.wide.get(&code).unwrap_or(&font.else_wide);
                            }
                        }
                        less => width -= less.number(),
                    }
                }
                let is_rtl = open.iter().any(|o| o.is_rtl);
                if is_rtl {
                    text.reverse();
                }
                let instead = open.iter_mut().rev().find(|o| o.is_instead);
                let text = match instead {
                    Some(open) => open.instead.take().unwrap_or_default(),
                    None => text.concat(),
                };
                // A vowel mark is raised within its piece, and still stands in its line.
                // A vowel mark is raised within its piece, and still stands in its line.
                let from = text_place[4];
                let along = |by: f64| times([1.0, 0.0, 0.0, 1.0, by, 0.0], place);
                let to = from + width / 1000.0 * size;
                text_place[4] = to;
                pieces.push(Run {
                    text,
                    left: along(from)[4].min(along(to)[4]),
                    right: along(from)[4].max(along(to)[4]),
                    base: place[5],
                    is_rtl,
                    object,
                    mark: open.iter().rev().find_map(|o| o.mark),
                    lang: open.iter().rev().find_map(|o| o.lang.clone()),
                });
            }
            "ET" => {
                let is_rtl = |run: &Run| run.is_rtl || run.text.contains(is_rtl_letter);
                let is_rtl = pieces.iter().any(is_rtl);
                pieces.iter_mut().for_each(|run| run.is_rtl = is_rtl);
                runs.append(&mut pieces);
                object += 1;
            }
            "'" | "\"" | "Td" | "TD" | "T*" | "Do" => panic!("{word} is not read here yet"),
            _ => {}
        }
        operands.clear();
    }
    assert!(open.is_empty(), "a marked sequence stays open");
    runs
}

pub(crate) fn is_rtl_letter(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        && c.is_alphabetic()
}

impl Open {
    fn new(tag: &Token, properties: Option<&Token>) -> Self {
        let property = |name: &str| match properties {
            Some(Token::Pairs(pairs)) => pairs.iter().find(|(key, _)| key == name).map(|p| &p.1),
            _ => None,
        };
        let instead = property("ActualText").map(Token::text);
        Self {
            mark: property("MCID").map(|id| id.number() as i64),
            lang: property("Lang").map(Token::text),
            is_instead: instead.is_some(),
            instead,
            is_rtl: tag.name() == "ReversedChars",
        }
    }
}

/// A token of a content stream; dictionaries and lists are read as one.
#[derive(Debug, Clone)]
enum Token {
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    List(Vec<Token>),
    Pairs(Vec<(String, Token)>),
    Word(String),
}

impl Token {
    fn number(&self) -> f64 {
        match self {
            Self::Number(number) => *number,
            other => panic!("{other:?} is no number"),
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Name(name) => name,
            other => panic!("{other:?} is no name"),
        }
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(bytes) => bytes,
            other => panic!("{other:?} is no string"),
        }
    }

    fn code(&self) -> u32 {
        self.bytes()
            .iter()
            .fold(0, |code, byte| code << 8 | u32::from(*byte))
    }

    fn utf16(&self) -> String {
        let units: Vec<u16> = self
            .bytes()
            .chunks(2)
            .map(|pair| u16::from(pair[0]) << 8 | u16::from(pair[1]))
            .collect();
        String::from_utf16(&units).unwrap()
    }

    /// A text string: UTF-16 after its mark, else plain ASCII.
    fn text(&self) -> String {
        match self.bytes() {
            [0xfe, 0xff, rest @ ..] => Self::Text(rest.to_vec()).utf16(),
            plain => plain.iter().copied().map(char::from).collect(),
        }
    }
}

/// Cuts a content stream into tokens.
struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take_while(&mut self, is: impl Fn(u8) -> bool) -> &'a [u8] {
        let from = self.at;
        while self.peek().is_some_and(&is) {
            self.at += 1;
        }
        &self.bytes[from..self.at]
    }

    fn until(&mut self, end: &[u8]) -> Vec<Token> {
        let mut list = Vec::new();
        loop {
            self.skip();
            if self.bytes[self.at..].starts_with(end) {
                self.at += end.len();
                return list;
            }
            list.push(self.next().expect("what is opened is closed"));
        }
    }

    fn skip(&mut self) {
        loop {
            self.take_while(|byte| byte.is_ascii_whitespace() || byte == 0);
            if self.peek() != Some(b'%') {
                return;
            }
            self.take_while(|byte| byte != b'\n' && byte != b'\r');
        }
    }

    fn literal(&mut self) -> Vec<u8> {
        let (mut out, mut depth) = (Vec::new(), 1);
        loop {
            let byte = self.bytes[self.at];
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                b'\\' => {
                    let escaped = self.bytes[self.at];
                    self.at += 1;
                    match escaped {
                        b'n' => out.push(b'\n'),
                        b'r' => out.push(b'\r'),
                        b't' => out.push(b'\t'),
                        b'b' => out.push(8),
                        b'f' => out.push(12),
                        b'0'..=b'7' => {
                            let mut code = u32::from(escaped - b'0');
                            for _ in 0..2 {
                                if let Some(digit @ b'0'..=b'7') = self.peek() {
                                    code = code * 8 + u32::from(digit - b'0');
                                    self.at += 1;
                                }
                            }
                            out.push(code as u8);
                        }
                        other => out.push(other),
                    }
                    continue;
                }
                _ => {}
            }
            if depth == 0 {
                return out;
            }
            out.push(byte);
        }
    }
}

fn is_word(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && byte != 0 && !b"()<>[]{}/%".contains(&byte)
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.skip();
        let rest = &self.bytes[self.at..];
        let token = match *rest.first()? {
            b'/' => {
                self.at += 1;
                Token::Name(String::from_utf8(self.take_while(is_word).to_vec()).unwrap())
            }
            b'[' => {
                self.at += 1;
                Token::List(self.until(b"]"))
            }
            b'(' => {
                self.at += 1;
                Token::Text(self.literal())
            }
            b'<' if rest.starts_with(b"<<") => {
                self.at += 2;
                let list = self.until(b">>");
                let pair = |pair: &[Token]| (pair[0].name().to_owned(), pair[1].clone());
                Token::Pairs(list.chunks(2).map(pair).collect())
            }
            b'<' => {
                self.at += 1;
                let digits: Vec<u8> = self
                    .take_while(|byte| byte != b'>')
                    .iter()
                    .filter_map(|digit| char::from(*digit).to_digit(16))
                    .map(|digit| digit as u8)
                    .collect();
                self.at += 1;
                Token::Text(
                    digits
                        .chunks(2)
                        .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0))
                        .collect(),
                )
            }
            _ => {
                let word = String::from_utf8(self.take_while(is_word).to_vec()).unwrap();
                assert!(!word.is_empty(), "a lone {:?}", char::from(rest[0]));
                match word.parse() {
                    Ok(number) => Token::Number(number),
                    Err(_) => Token::Word(word),
                }
            }
        };
        Some(token)
    }
}
