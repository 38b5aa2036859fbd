//! The styles of the document: the table of the design guide, one entry a style.

use super::{
    faces::faces,
    measures::{GUTTER, HANG, Measures, STEP, TEXT},
    package::W,
    table,
    xml::Xml,
};

pub(super) const INK: &str = "14181C";
pub(super) const BLUE: &str = "0B5A8A";
pub(super) const GREY: &str = "56616B";
pub(super) const HAIRLINE: &str = "AEBBC5";

pub(super) const BOLD: &str = "<w:b/><w:bCs/>";
const ITALIC: &str = "<w:i/><w:iCs/>";
/// Never split over pages, nor parted from what follows.
const WHOLE: &str = "<w:keepNext/><w:keepLines/>";
const UNNUMBERED: &str = "<w:suppressLineNumbers/>";

/// One style: what it is called, what it rests on, and the XML of its paragraph and run properties.
struct Style {
    id: &'static str,
    name: &'static str,
    kind: &'static str,
    based_on: Option<&'static str>,
    next: Option<&'static str>,
    paragraph: String,
    run: String,
}

impl Style {
    /// A style of paragraphs, based on the normal one.
    fn of_paragraphs(id: &'static str, name: &'static str) -> Self {
        Self {
            id,
            name,
            kind: "paragraph",
            based_on: (id != "Normal").then_some("Normal"),
            next: None,
            paragraph: String::new(),
            run: String::new(),
        }
    }

    /// A style of characters.
    fn of_characters(id: &'static str, name: &'static str, run: String) -> Self {
        Self {
            kind: "character",
            based_on: (id != "DefaultParagraphFont").then_some("DefaultParagraphFont"),
            run,
            ..Self::of_paragraphs(id, name)
        }
    }

    fn on(mut self, base: &'static str) -> Self {
        self.based_on = Some(base);
        self
    }

    fn next(mut self, next: &'static str) -> Self {
        self.next = Some(next);
        self
    }

    fn paragraph(mut self, properties: String) -> Self {
        self.paragraph = properties;
        self
    }

    fn run(mut self, properties: String) -> Self {
        self.run = properties;
        self
    }
}

/// The part `word/styles.xml`.
pub(super) fn part(measures: &Measures) -> Vec<u8> {
    Xml::part("w:styles", &[("xmlns:w", W)], |xml| {
        xml.raw(&defaults(measures));
        for style in paragraph_styles(measures)
            .into_iter()
            .chain(character_styles(measures))
        {
            write(xml, &style);
        }
        xml.raw(&table::styles(measures));
    })
}

fn defaults(measures: &Measures) -> String {
    format!(
        concat!(
            "<w:docDefaults><w:rPrDefault><w:rPr>{serif}",
            "<w:sz w:val=\"{sz}\"/><w:szCs w:val=\"{cs}\"/><w:lang w:val=\"{lang}\" w:eastAsia=\"{lang}\" w:bidi=\"{bidi}\"/>",
            "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        ),
        serif = faces("Noto Serif"),
        sz = measures.size(21, 23),
        cs = measures.size(23, 25),
        lang = if measures.rtl {
            "en-GB"
        } else {
            &measures.lang
        },
        bidi = if measures.rtl {
            &measures.lang
        } else {
            "ar-SA"
        },
    )
}

fn write(xml: &mut Xml, style: &Style) {
    let custom = style.name.starts_with("Rap ");
    let mut attrs = vec![("w:type", style.kind)];
    if matches!(style.id, "Normal" | "DefaultParagraphFont") {
        attrs.push(("w:default", "1"));
    }
    if custom {
        attrs.push(("w:customStyle", "1"));
    }
    attrs.push(("w:styleId", style.id));
    xml.element("w:style", &attrs, |xml| {
        xml.val("w:name", style.name);
        if let Some(base) = style.based_on {
            xml.val("w:basedOn", base);
        }
        if let Some(next) = style.next {
            xml.val("w:next", next);
        }
        if style.id == "DefaultParagraphFont" {
            xml.val("w:uiPriority", "1");
            xml.empty("w:semiHidden", &[]);
            xml.empty("w:unhideWhenUsed", &[]);
        } else {
            xml.empty("w:qFormat", &[]);
        }
        if !style.paragraph.is_empty() {
            xml.element("w:pPr", &[], |xml| xml.raw(&style.paragraph));
        }
        if !style.run.is_empty() {
            xml.element("w:rPr", &[], |xml| xml.raw(&style.run));
        }
    });
}

/// Size in half-points, for roman and for Arabic type.
pub(super) fn size(roman: i32, naskh: i32) -> String {
    format!("<w:sz w:val=\"{roman}\"/><w:szCs w:val=\"{naskh}\"/>")
}

pub(super) fn color(hex: &str) -> String {
    format!("<w:color w:val=\"{hex}\"/>")
}

/// Lines of an exact height, with space before and after.
fn spacing(line: i32, before: i32, after: i32) -> String {
    format!(
        "<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"{line}\" w:lineRule=\"exact\"/>"
    )
}

fn indent(left: i32, hanging: i32) -> String {
    if hanging == 0 {
        format!("<w:ind w:left=\"{left}\" w:firstLine=\"0\"/>")
    } else {
        format!("<w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/>")
    }
}

fn rule(side: &str, eighths: i32, space: i32, hex: &str) -> String {
    format!(
        "<w:pBdr><w:{side} w:val=\"single\" w:sz=\"{eighths}\" w:space=\"{space}\" w:color=\"{hex}\"/></w:pBdr>"
    )
}

fn paragraph_styles(m: &Measures) -> Vec<Style> {
    let (line, half) = (m.line, m.half());
    let small = if m.rtl { 300 } else { 240 };
    let running = if m.rtl { 280 } else { 240 };
    let bidi = if m.rtl { "<w:bidi/>" } else { "" };
    let lead = m.lead();
    let in_cell = indent;
    let indent = |left: i32, hanging: i32| indent(lead + left, hanging);
    let tab = |kind: &str, at: i32| format!("<w:tab w:val=\"{kind}\" w:pos=\"{}\"/>", lead + at);
    let to_the_end = format!("<w:tabs>{}</w:tabs>", tab("right", TEXT));
    let beside = format!(
        "<w:tabs>{}{}</w:tabs>",
        tab("right", -GUTTER),
        tab("left", 0)
    );
    // What stands at the text's edge says so only where that is not the page's.
    let at_edge = |indent: String| if lead == 0 { String::new() } else { indent };
    let style = Style::of_paragraphs;
    let sans = || faces("Noto Sans");
    vec![
        style("Normal", "Normal")
            .paragraph(
                format!("<w:widowControl/>{bidi}")
                    + &spacing(line, 0, half)
                    + &at_edge(indent(0, 0)),
            )
            // Not among the defaults: there it would win over the colour of links in tables.
            .run(color(INK)),
        style("RMast", "Rap Masthead")
            .paragraph(
                UNNUMBERED.to_owned()
                    + &rule("bottom", 16, 10, BLUE)
                    + &to_the_end
                    + &spacing(line, 0, 0)
                    + &indent(-HANG, 0),
            )
            .run(sans() + &color(GREY) + &size(21, 23)),
        style("Title", "Title")
            .next("Subtitle")
            .paragraph(WHOLE.to_owned() + UNNUMBERED + &spacing(2 * line, 2 * line, half))
            .run(color(BLUE) + &size(52, 63)),
        style("Subtitle", "Subtitle")
            .next("RFact")
            .paragraph(WHOLE.to_owned() + UNNUMBERED + &spacing(line + half, 0, line))
            .run(if m.rtl { BOLD } else { ITALIC }.to_owned() + &size(28, 34)),
        style("RVersion", "Rap Version")
            .paragraph(
                UNNUMBERED.to_owned()
                    + &spacing(line, 0, 0)
                    // From right to left there is no frame, and the label stands below the theme, in the margin column.
                    + &if m.rtl {
                        indent(-HANG, 0)
                    } else {
                        "<w:jc w:val=\"right\"/>".to_owned()
                    },
            )
            .run(label_run(m, INK)),
        style("RFact", "Rap Fact").paragraph(
            "<w:keepLines/>".to_owned()
                + UNNUMBERED
                + &beside
                + &spacing(line, 0, half)
                + &indent(0, HANG),
        ),
        style("RFactLast", "Rap Fact Last")
            .on("RFact")
            .next("RVoice")
            .paragraph(rule("bottom", 4, 15, HAIRLINE) + &spacing(line, 0, line)),
        style("RVoice", "Rap Voice")
            .paragraph("<w:keepNext/>".to_owned() + &spacing(line, 0, half)),
        style("RPreambular", "Rap Preambular")
            .paragraph("<w:keepLines/>".to_owned() + &spacing(line, 0, half) + &indent(0, 0)),
        style("Heading1", "heading 1")
            .next("ROperative")
            .paragraph(
                WHOLE.to_owned()
                    + &rule("top", 4, 7, HAIRLINE)
                    + &spacing(line, line, half)
                    + &indent(0, 0)
                    + "<w:outlineLvl w:val=\"0\"/>",
            )
            .run(sans() + BOLD + &color(BLUE) + &size(25, 30)),
        style("Heading2", "heading 2")
            .next("Normal")
            .paragraph(WHOLE.to_owned() + &spacing(line, line, 0) + "<w:outlineLvl w:val=\"1\"/>")
            .run(sans() + BOLD + &size(21, 25)),
        style("Heading3", "heading 3")
            .next("Normal")
            .paragraph(WHOLE.to_owned() + &spacing(line, half, 0) + "<w:outlineLvl w:val=\"2\"/>")
            .run(sans() + ITALIC + &size(21, 25)),
        style("ROperative", "Rap Operative").paragraph(spacing(line, 0, half) + &indent(0, 0)),
        style("RSub", "Rap Sub-item").paragraph(spacing(line, 0, 0) + &indent(STEP, STEP)),
        style("ListParagraph", "List Paragraph")
            .paragraph(spacing(line, 0, half) + &indent(STEP, STEP)),
        style("Quote", "Quote").paragraph(
            spacing(line, 0, half)
                + &format!("<w:ind w:left=\"{}\" w:right=\"{STEP}\"/>", lead + STEP),
        ),
        style("RAnnexLabel", "Rap Annex Label")
            .next("RAnnex")
            .paragraph(
                "<w:keepNext/><w:pageBreakBefore/>".to_owned()
                    + &spacing(line, 0, 0)
                    + &indent(-HANG, 0),
            )
            .run(label_run(m, BLUE)),
        style("RAnnex", "Rap Annex Title")
            .on("Heading1")
            .next("Normal")
            .paragraph(
                "<w:pBdr><w:top w:val=\"nil\"/></w:pBdr>".to_owned()
                    + &spacing(line + half, 0, line)
                    + &indent(-HANG, 0),
            )
            .run(faces("Noto Serif") + "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>" + &size(38, 45)),
        style("RCell", "Rap Table Text")
            .paragraph(
                UNNUMBERED.to_owned()
                    + "<w:suppressAutoHyphens/>"
                    + &spacing(small, 90, 90)
                    + &at_edge(in_cell(0, 0))
                    + "<w:contextualSpacing/>",
            )
            .run(sans() + &size(17, 21)),
        style("RCellHead", "Rap Table Head")
            .on("RCell")
            .paragraph("<w:keepNext/>".to_owned())
            .run(BOLD.to_owned() + &color(BLUE)),
        style("RPerson", "Rap Table Person")
            .on("RCell")
            .paragraph(in_cell(170, 170)),
        style("RTableSpace", "Rap Table Space")
            .paragraph(UNNUMBERED.to_owned() + &spacing(half, 0, 0))
            .run(size(8, 8)),
        style("RTableNote", "Rap Table Note")
            .on("RCell")
            .paragraph(spacing(small, half, half) + &indent(-HANG, 0)),
        style("RImprint", "Rap Imprint").on("RFact").paragraph(
            "<w:keepLines/>".to_owned()
                + &rule("top", 4, 7, HAIRLINE)
                + &spacing(line, 3 * line, 0),
        ),
        style("Header", "header")
            .paragraph(
                UNNUMBERED.to_owned()
                    + &rule("bottom", 4, 4, HAIRLINE)
                    + &to_the_end
                    + &spacing(running, 0, 0)
                    + &indent(-HANG, 0),
            )
            .run(sans() + &color(GREY) + &size(17, 20)),
        style("Footer", "footer")
            .paragraph(
                UNNUMBERED.to_owned() + &to_the_end + &spacing(running, 0, 0) + &indent(-HANG, 0),
            )
            .run(sans() + &color(GREY) + &size(17, 20)),
        style("FootnoteText", "footnote text")
            .paragraph(UNNUMBERED.to_owned() + &spacing(small, 0, 40))
            .run(size(17, 21)),
    ]
}

/// The face of labels: small bold capitals with some air; Arabic has neither capitals nor letterspacing.
fn label_run(m: &Measures, hex: &str) -> String {
    let bold = faces("Noto Sans") + BOLD;
    if m.rtl {
        bold + &color(hex) + &size(17, 19)
    } else {
        bold + "<w:caps/>" + &color(hex) + "<w:spacing w:val=\"10\"/>" + &size(14, 19)
    }
}

fn character_styles(m: &Measures) -> Vec<Style> {
    let style = Style::of_characters;
    let lead = if m.rtl {
        BOLD
    } else {
        "<w:i/><w:iCs w:val=\"0\"/>"
    };
    let bold = || BOLD.to_owned();
    let raised = "<w:vertAlign w:val=\"superscript\"/>".to_owned();
    vec![
        style(
            "DefaultParagraphFont",
            "Default Paragraph Font",
            String::new(),
        ),
        style("RLabel", "Rap Label", label_run(m, GREY)),
        style("RLead", "Rap Lead-in", lead.to_owned()),
        style("RState", "Rap State", label_run(m, GREY)),
        style("RReference", "Rap Reference", color(BLUE)),
        style(
            "LineNumber",
            "line number",
            faces("Noto Sans") + &color(GREY) + &size(16, 16),
        ),
        style(
            "RBracket",
            "Rap Bracket",
            faces("Noto Sans") + BOLD + &color(BLUE),
        ),
        style("RTrack", "Rap Masthead Track", bold() + &color(BLUE)),
        style("RSymbol", "Rap Masthead Symbol", bold() + &color(INK)),
        style("RPageNumber", "Rap Page Number", color(INK)),
        style(
            "Hyperlink",
            "Hyperlink",
            color(BLUE) + "<w:u w:val=\"single\"/>",
        ),
        style("FootnoteReference", "footnote reference", raised),
    ]
}
