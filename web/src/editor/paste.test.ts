// @vitest-environment jsdom
import { DOMParser as ProseMirrorParser, Slice } from "prosemirror-model"
import { describe, expect, it } from "vitest"
import { makeBlock, schema } from "./schema"
import { cleanHtml, plainText, textSlice } from "./paste"

/** What pasted HTML becomes, a line for each block: type, depth, text with marks. */
function pasted(html: string): string[] {
  const element = document.createElement("div")
  element.innerHTML = cleanHtml(html).html
  const lines: string[] = []
  ProseMirrorParser.fromSchema(schema)
    .parse(element)
    .forEach((block) => {
      let text = ""
      block.forEach((child) => {
        const marks = child.marks.map((mark) => (mark.type.name === "link" ? String(mark.attrs.href) : mark.type.name))
        const shown = child.isText ? (child.text ?? "") : child.type.name === "line_break" ? "⏎" : "?"
        text += marks.length === 0 ? shown : `[${marks.join(" ")}: ${shown}]`
      })
      const depth = block.attrs.indent ?? block.attrs.level ?? ""
      lines.push(`${block.type.name}${depth} ${text}`.trim())
    })
  return lines
}

describe("pasting from Word", () => {
  it("keeps Word's bold, whatever it says about right-to-left text", () => {
    const html = "<p>plain <b style='mso-bidi-font-weight:normal'>bold</b> <i style='mso-bidi-font-style:normal'>italic</i></p>"
    expect(pasted(html).join()).toMatch(/strong.*em/)
  })

  it("reads list paragraphs with their depth, and tells numbers from bullets", () => {
    const sign = (text: string) =>
      `<![if !supportLists]><span style='mso-list:Ignore'>${text}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>`
    expect(
      pasted(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {margin:0}</style></head><body>
        <!--StartFragment--><p class=MsoNormal>Before<o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${sign("1.")}<span lang=EN-GB>First<o:p></o:p></span></p>
        <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'>${sign("a)")}<b>Inner</b></p>
        <p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'>${sign("·")}Dot</p>
        <h1>Heading</h1><p class=MsoQuote>Said</p><!--EndFragment--></body></html>`),
    ).toEqual([
      "paragraph Before",
      "ordered_list_item0 First",
      "ordered_list_item1 [strong: Inner]",
      "unordered_list_item0 Dot",
      "heading1 Heading",
      "blockquote Said",
    ])
  })

  it("leaves out what was deleted with tracked changes, and keeps what was inserted or is struck through", () => {
    const html = `<p class=MsoNormal>States <del cite="mailto:A" datetime="2026-01-01T10:00">may </del><ins cite="mailto:A">shall </ins>report <s>at once</s> <strike>always</strike>.<o:p></o:p></p>
      <p><del>All of it.</del></p><del><p>A block.</p></del>`
    expect(pasted(html)).toEqual(["paragraph States shall report at once always."])
  })

  it("makes a paragraph of each table row", () => {
    expect(
      pasted("<table><tr><th>Who</th><th>What</th></tr><tr><td><p>A</p><p>B</p></td><td><b>C</b></td></tr></table>"),
    ).toEqual(["paragraph Who | What", "paragraph A B | [strong: C]"])
  })
})

describe("pasting from Google Docs", () => {
  it("sees through its wrapper and spans", () => {
    expect(
      pasted(`<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
        <p dir="ltr"><span style="font-weight:700">Bold</span><span style="font-weight:400"> and </span><span style="font-style:italic">slanted</span></p>
        <br><ul><li dir="ltr" aria-level="1"><p role="presentation"><span>One</span></p></li>
        <ul><li dir="ltr" aria-level="2"><p role="presentation"><span>Two</span></p></li></ul></ul></b>`),
    ).toEqual([
      "paragraph [strong: Bold] and [em: slanted]",
      "unordered_list_item0 One",
      "unordered_list_item1 Two",
    ])
  })
})

describe("pasting from a page", () => {
  it("keeps links that a document may hold, and drops scripts, images and other links", () => {
    const html =
      '<div>See <a href="https://dig.watch">here</a> <a href="javascript:alert(1)">not</a><script>x()</script><img src="a.png"></div>'
    expect(pasted(html)).toEqual(["paragraph See [https://dig.watch: here] not"])
    expect(cleanHtml(html).imagesDropped).toBe(1)
  })

  it("leaves a piece of a line a piece of a line", () => {
    expect(cleanHtml("<span>just <i>this</i></span>").html).toBe("just <em>this</em>")
  })

  it("keeps line breaks inside a block, and takes white space off its ends", () => {
    expect(pasted("<p>  one<br>two <br></p><p>&nbsp;</p><pre>a\n  b</pre>")).toEqual([
      "paragraph one⏎two",
      "paragraph a⏎  b",
    ])
  })

  it("turns nested lists into flat items", () => {
    expect(pasted("<ol><li>One<ul><li>Deep</li></ul></li><li>Two</li></ol><blockquote>Quote</blockquote>")).toEqual([
      "ordered_list_item0 One",
      "unordered_list_item1 Deep",
      "ordered_list_item0 Two",
      "blockquote Quote",
    ])
  })

  it("does not take text for markup", () => {
    expect(pasted("<p>&lt;script&gt; &amp; \"x\"</p>")).toEqual(['paragraph <script> & "x"'])
  })
})

describe("a pasted list", () => {
  const starts = (html: string) => {
    const found: string[] = []
    for (const block of new DOMParser().parseFromString(cleanHtml(html).html, "text/html").querySelectorAll("p")) {
      found.push(`${block.textContent} ${block.dataset.start ?? "-"}`)
    }
    return found
  }
  const word = (level: number, sign: string, text: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${sign}</span>${text}</p>`

  it("keeps the number that a page gives it", () => {
    expect(starts("<ol start=5><li>five<li>six<ol start=3><li>c</ol></ol><p>x</p><ol><li>one</ol><ol><li>one again</ol>")).toEqual([
      "five 5", "six -", "c 3", "x -", "one -", "one again 1",
    ])
    expect(starts("<ol><li value=7>seven<li>eight</ol>")).toEqual(["seven 7", "eight -"])
  })

  it("keeps the number or letter that Word shows", () => {
    expect(starts(word(1, "4.", "four") + word(2, "c)", "c") + word(2, "d)", "d") + word(1, "5.", "five"))).toEqual([
      "four 4", "c 3", "d -", "five -",
    ])
    expect(starts(word(1, "(iv)", "four") + "<p>x</p>" + word(1, "i.", "one"))).toEqual(["four 4", "x -", "one -"])
    const letters = [..."abcdefghij"].map((letter) => word(1, `${letter})`, letter))
    expect(starts(letters.join(""))).toEqual([..."abcdefghij"].map((letter) => `${letter} -`))
    expect(starts(word(1, "1.", "one") + word(1, "2.", "two") + word(1, "1.", "anew"))).toEqual(["one -", "two -", "anew 1"])
  })

  it("keeps the number of plain lines", () => {
    const found: unknown[] = []
    textSlice("12. twelve\n13. thirteen\ntext\n14. fourteen").content.forEach((block) => found.push(block.attrs.start))
    expect(found).toEqual([12, null, null, 14])
  })
})

describe("plain text", () => {
  it("reads lines and the signs of lists", () => {
    const lines: string[] = []
    textSlice("Intro\r\n\r\n- one\n  - deep\n1. first\n\uFFFCodd").content.forEach((block) =>
      lines.push(`${block.type.name}${block.attrs.indent ?? ""} ${block.textContent}`),
    )
    expect(lines).toEqual([
      "paragraph Intro",
      "unordered_list_item0 one",
      "unordered_list_item1 deep",
      "ordered_list_item0 first",
      "paragraph odd",
    ])
  })

  it("pastes one line into the line where the caret is", () => {
    const slice = textSlice("- just a dash")
    expect([slice.content.childCount, slice.openStart, slice.content.firstChild?.textContent]).toEqual([1, 1, "- just a dash"])
  })

  it("is written with the signs of lists", () => {
    const item = (indent: number, text: string) => makeBlock("ordered-list-item", { indent }, [schema.text(text)])
    const doc = schema.topNodeType.create(null, [item(0, "a"), item(1, "b"), item(1, "c"), item(0, "d")])
    expect(plainText(new Slice(doc.content, 0, 0), "en")).toBe("1. a\n  a) b\n  b) c\n2. d")
  })
})
