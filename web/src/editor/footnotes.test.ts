import * as A from "@automerge/automerge"
import { describe, expect, it } from "vitest"
import type { RichTextDocument } from "./document"
import { footnoteText, setFootnoteText } from "./footnotes"

function documentWith(text: string): A.Doc<RichTextDocument> {
  return A.from<RichTextDocument>({ text: "", footnotes: { f: { text } } }, "aa")
}

describe("a footnote's text", () => {
  it("keeps what another wrote into it since it was shown", () => {
    const shown = documentWith("See the report.")
    const doc = A.change(shown, (draft) => setFootnoteText(draft, "f", "See the yearly report."))
    const after = A.change(doc, (draft) => setFootnoteText(draft, "f", "See the report, page 4.", footnoteText(shown, "f")))
    expect(footnoteText(after, "f")).toBe("See the yearly report, page 4.")
  })

  it("is written as the difference alone, so that it merges", () => {
    const one = documentWith("See the report.")
    const other = A.clone(one, "bb")
    const mine = A.change(one, (draft) => setFootnoteText(draft, "f", "See the yearly report.", "See the report."))
    const theirs = A.change(other, (draft) => setFootnoteText(draft, "f", "See the report, page 4.", "See the report."))
    expect(footnoteText(A.merge(mine, theirs), "f")).toBe("See the yearly report, page 4.")
  })

  it("is made where there is none", () => {
    const doc = A.change(A.from<RichTextDocument>({ text: "" }), (draft) => setFootnoteText(draft, "f", "New", ""))
    expect(footnoteText(doc, "f")).toBe("New")
  })
})
