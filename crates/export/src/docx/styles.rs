//! The styles of the document: the table of the design guide, one entry a style.

use super::{
    faces::faces,
    measures::{GUTTER, HANG, Measures, STEP, TEXT},
    table,
    xml::Xml,
};

pub(super) const INK: &str = "14181C";
pub(super) const BLUE: &str = "0B5A8A";
pub(super) const GREY: &str = "56616B";
pub(super) const HAIRLINE: &str = "AEBBC5";

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

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

/// The part `word/styles.xml`.
pub(super) fn part(measures: &Measures) -> Vec<u8> {
    Xml::part("w:styles", &[("xmlns:w", NAMESPACE)], |xml| {
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
fn size(roman: i32, naskh: i32) -> String {
    format!("<w:sz w:val=\"{roman}\"/><w:szCs w:val=\"{naskh}\"/>")
}

fn color(hex: &str) -> String {
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

fn tabs(stops: &[(&str, i32)]) -> String {
    let stops: String = stops
        .iter()
        .map(|(kind, at)| format!("<w:tab w:val=\"{kind}\" w:pos=\"{at}\"/>"))
        .collect();
    format!("<w:tabs>{stops}</w:tabs>")
}

fn paragraph_styles(m: &Measures) -> Vec<Style> {
    let (line, half) = (m.line, m.half());
    let small = if m.rtl { 300 } else { 240 };
    let bold = "<w:b/><w:bCs/>";
    let style = |id, name, based_on, paragraph: String, run: String| Style {
        id,
        name,
        kind: "paragraph",
        based_on,
        next: None,
        paragraph,
        run,
    };
    let normal = Some("Normal");
    let bidi = if m.rtl { "<w:bidi/>" } else { "" };
    let lead = m.lead();
    let in_cell = indent;
    let indent = |left: i32, hanging: i32| indent(lead + left, hanging);
    let tabs = |stops: &[(&str, i32)]| {
        tabs(
            &stops
                .iter()
                .map(|(kind, at)| (*kind, lead + at))
                .collect::<Vec<_>>(),
        )
    };
    let theme_face = if m.rtl { bold } else { "<w:i/><w:iCs/>" };
    vec![
        style(
            "Normal",
            "Normal",
            None,
            format!(
                "<w:widowControl/>{bidi}{}{}",
                spacing(line, 0, half),
                if lead == 0 {
                    String::new()
                } else {
                    indent(0, 0)
                }
            ),
            // Not among the defaults: there it would win over the colour of links in tables.
            color(INK),
        ),
        style(
            "RMast",
            "Rap Masthead",
            normal,
            format!(
                "<w:suppressLineNumbers/>{}{}{}{}",
                rule("bottom", 16, 10, BLUE),
                tabs(&[("right", TEXT)]),
                spacing(line, 0, 0),
                indent(-HANG, 0)
            ),
            faces("Noto Sans") + &color(GREY) + &size(21, 23),
        ),
        Style {
            next: Some("Subtitle"),
            ..style(
                "Title",
                "Title",
                normal,
                format!(
                    "<w:keepNext/><w:keepLines/><w:suppressLineNumbers/>{}",
                    spacing(2 * line, 2 * line, half)
                ),
                color(BLUE) + &size(52, 63),
            )
        },
        Style {
            next: Some("RFact"),
            ..style(
                "Subtitle",
                "Subtitle",
                normal,
                format!(
                    "<w:keepNext/><w:keepLines/><w:suppressLineNumbers/>{}",
                    spacing(line + half, 0, line)
                ),
                theme_face.to_owned() + &size(28, 34),
            )
        },
        style(
            "RVersion",
            "Rap Version",
            normal,
            format!(
                "<w:suppressLineNumbers/>{}{}",
                spacing(line, 0, 0),
                // From right to left there is no frame, and the label stands below the theme, in the margin column.
                if m.rtl {
                    indent(-HANG, 0)
                } else {
                    "<w:jc w:val=\"right\"/>".to_owned()
                },
            ),
            label_run(m, INK),
        ),
        style(
            "RFact",
            "Rap Fact",
            normal,
            format!(
                "<w:keepLines/><w:suppressLineNumbers/>{}{}{}",
                tabs(&[("right", -GUTTER), ("left", 0)]),
                spacing(line, 0, half),
                indent(0, HANG)
            ),
            String::new(),
        ),
        Style {
            next: Some("RVoice"),
            ..style(
                "RFactLast",
                "Rap Fact Last",
                Some("RFact"),
                format!(
                    "{}{}",
                    rule("bottom", 4, 15, HAIRLINE),
                    spacing(line, 0, line)
                ),
                String::new(),
            )
        },
        style(
            "RVoice",
            "Rap Voice",
            normal,
            format!("<w:keepNext/>{}", spacing(line, 0, half)),
            String::new(),
        ),
        style(
            "RPreambular",
            "Rap Preambular",
            normal,
            format!("<w:keepLines/>{}{}", spacing(line, 0, half), indent(0, 0)),
            String::new(),
        ),
        Style {
            next: Some("ROperative"),
            ..style(
                "Heading1",
                "heading 1",
                normal,
                format!(
                    "<w:keepNext/><w:keepLines/>{}{}{}<w:outlineLvl w:val=\"0\"/>",
                    rule("top", 4, 7, HAIRLINE),
                    spacing(line, line, half),
                    indent(0, 0)
                ),
                faces("Noto Sans") + bold + &color(BLUE) + &size(25, 30),
            )
        },
        Style {
            next: Some("Normal"),
            ..style(
                "Heading2",
                "heading 2",
                normal,
                format!(
                    "<w:keepNext/><w:keepLines/>{}<w:outlineLvl w:val=\"1\"/>",
                    spacing(line, line, 0)
                ),
                faces("Noto Sans") + bold + &size(21, 25),
            )
        },
        Style {
            next: Some("Normal"),
            ..style(
                "Heading3",
                "heading 3",
                normal,
                format!(
                    "<w:keepNext/><w:keepLines/>{}<w:outlineLvl w:val=\"2\"/>",
                    spacing(line, half, 0)
                ),
                faces("Noto Sans") + "<w:i/><w:iCs/>" + &size(21, 25),
            )
        },
        style(
            "ROperative",
            "Rap Operative",
            normal,
            format!("{}{}", spacing(line, 0, half), indent(0, 0)),
            String::new(),
        ),
        style(
            "RSub",
            "Rap Sub-item",
            normal,
            format!("{}{}", spacing(line, 0, 0), indent(STEP, STEP)),
            String::new(),
        ),
        style(
            "ListParagraph",
            "List Paragraph",
            normal,
            format!("{}{}", spacing(line, 0, half), indent(STEP, STEP)),
            String::new(),
        ),
        style(
            "Quote",
            "Quote",
            normal,
            format!(
                "{}<w:ind w:left=\"{}\" w:right=\"{STEP}\"/>",
                spacing(line, 0, half),
                lead + STEP
            ),
            String::new(),
        ),
        Style {
            next: Some("RAnnex"),
            ..style(
                "RAnnexLabel",
                "Rap Annex Label",
                normal,
                format!(
                    "<w:keepNext/><w:pageBreakBefore/>{}{}",
                    spacing(line, 0, 0),
                    indent(-HANG, 0)
                ),
                label_run(m, BLUE),
            )
        },
        Style {
            next: Some("Normal"),
            ..style(
                "RAnnex",
                "Rap Annex Title",
                Some("Heading1"),
                format!(
                    "<w:pBdr><w:top w:val=\"nil\"/></w:pBdr>{}{}",
                    spacing(line + half, 0, line),
                    indent(-HANG, 0)
                ),
                faces("Noto Serif") + "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>" + &size(38, 45),
            )
        },
        style(
            "RCell",
            "Rap Table Text",
            normal,
            format!(
                "<w:suppressLineNumbers/><w:suppressAutoHyphens/>{}{}<w:contextualSpacing/>",
                spacing(small, 90, 90),
                if lead == 0 {
                    String::new()
                } else {
                    in_cell(0, 0)
                }
            ),
            faces("Noto Sans") + &size(17, 21),
        ),
        style(
            "RCellHead",
            "Rap Table Head",
            Some("RCell"),
            "<w:keepNext/>".to_owned(),
            bold.to_owned() + &color(BLUE),
        ),
        style(
            "RPerson",
            "Rap Table Person",
            Some("RCell"),
            in_cell(170, 170),
            String::new(),
        ),
        style(
            "RTableSpace",
            "Rap Table Space",
            normal,
            format!("<w:suppressLineNumbers/>{}", spacing(half, 0, 0)),
            size(8, 8),
        ),
        style(
            "RTableNote",
            "Rap Table Note",
            Some("RCell"),
            format!("{}{}", spacing(small, half, half), indent(-HANG, 0)),
            String::new(),
        ),
        style(
            "RImprint",
            "Rap Imprint",
            Some("RFact"),
            format!(
                "<w:keepLines/>{}{}",
                rule("top", 4, 7, HAIRLINE),
                spacing(line, 3 * line, 0)
            ),
            String::new(),
        ),
        style(
            "Header",
            "header",
            normal,
            format!(
                "<w:suppressLineNumbers/>{}{}{}{}",
                rule("bottom", 4, 4, HAIRLINE),
                tabs(&[("right", TEXT)]),
                spacing(if m.rtl { 280 } else { 240 }, 0, 0),
                indent(-HANG, 0)
            ),
            faces("Noto Sans") + &color(GREY) + &size(17, 20),
        ),
        style(
            "Footer",
            "footer",
            normal,
            format!(
                "<w:suppressLineNumbers/>{}{}{}",
                tabs(&[("right", TEXT)]),
                spacing(if m.rtl { 280 } else { 240 }, 0, 0),
                indent(-HANG, 0)
            ),
            faces("Noto Sans") + &color(GREY) + &size(17, 20),
        ),
        style(
            "FootnoteText",
            "footnote text",
            normal,
            format!("<w:suppressLineNumbers/>{}", spacing(small, 0, 40)),
            size(17, 21),
        ),
    ]
}

/// The face of labels: small bold capitals with some air; Arabic has neither capitals nor letterspacing.
fn label_run(m: &Measures, hex: &str) -> String {
    if m.rtl {
        faces("Noto Sans") + "<w:b/><w:bCs/>" + &color(hex) + &size(17, 19)
    } else {
        faces("Noto Sans")
            + "<w:b/><w:bCs/><w:caps/>"
            + &color(hex)
            + "<w:spacing w:val=\"10\"/>"
            + &size(14, 19)
    }
}

fn character_styles(m: &Measures) -> Vec<Style> {
    let style = |id, name, run: String| Style {
        id,
        name,
        kind: "character",
        based_on: (id != "DefaultParagraphFont").then_some("DefaultParagraphFont"),
        next: None,
        paragraph: String::new(),
        run,
    };
    let lead = if m.rtl {
        "<w:b/><w:bCs/>"
    } else {
        "<w:i/><w:iCs w:val=\"0\"/>"
    };
    let strong_blue = faces("Noto Sans") + "<w:b/><w:bCs/>" + &color(BLUE);
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
        style("RBracket", "Rap Bracket", strong_blue.clone()),
        style(
            "RTrack",
            "Rap Masthead Track",
            "<w:b/><w:bCs/>".to_owned() + &color(BLUE),
        ),
        style(
            "RSymbol",
            "Rap Masthead Symbol",
            "<w:b/><w:bCs/>".to_owned() + &color(INK),
        ),
        style("RPageNumber", "Rap Page Number", color(INK)),
        style(
            "Hyperlink",
            "Hyperlink",
            color(BLUE) + "<w:u w:val=\"single\"/>",
        ),
        style(
            "FootnoteReference",
            "footnote reference",
            "<w:vertAlign w:val=\"superscript\"/>".to_owned(),
        ),
    ]
}
