// @vitest-environment jsdom
/** What is found in a text, and how it is followed while people write. */
import * as A from "@automerge/automerge"
import { Node } from "prosemirror-model"
import { TextSelection } from "prosemirror-state"
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import type { Editor } from "./editor-api"
import { fold, openFinder } from "./find"
import { openEditor } from "./open-editor"
import { makeBlock, schema } from "./schema"
import { makeDocument, MemoryHandle } from "./testing/peer"
import { Chance } from "./testing/random"

const paragraph = (...content: (string | { footnote: string } | "br")[]) =>
  makeBlock("paragraph", {}, content.flatMap((piece) => {
    const node =
      typeof piece !== "string" ? schema.nodes.footnote?.create({ id: piece.footnote })
      : piece === "br" ? schema.nodes.line_break?.create()
      : schema.text(piece)
    return node === undefined ? [] : [node]
  }))

/** The words that are found, each as it stands in the text. */
function finds(sought: string, ...texts: string[]): string[] {
  const doc = schema.node("doc", null, texts.map((text) => paragraph(text)))
  return openFinder(() => []).find(doc, sought).map(({ from, to }) => doc.textBetween(from, to))
}

describe("what counts as the same words", () => {
  it.each([
    ["case", "PARLIAMENT", "One parliament", ["parliament"]],
    ["accents in the text", "deputee", "Une députée, la DÉPUTÉE", ["députée", "DÉPUTÉE"]],
    ["accents in what was typed", "députée", "Une deputee", ["deputee"]],
    ["accents as signs of their own", "députée", "Une de\u0301pute\u0301e", ["de\u0301pute\u0301e"]],
    ["an accent behind the last letter", "cafe", "un cafe\u0301.", ["cafe\u0301"]],
    ["vowelled Arabic", "وشدد", "وشدّد أحد النواب", ["وشدّد"]],
    ["a vowel behind the last letter", "جميع", "الناس جميعًا", ["جميعً"]],
    ["hamza on its carrier", "احد", "وشدّد أحد النواب", ["أحد"]],
    ["tatweel", "كتاب", "كـــتاب", ["كـــتاب"]],
    ["vowels typed and not written", "كِتَاب", "كتاب", ["كتاب"]],
    ["white space of any length and kind", "three  days", "within three\u00a0 \u202fdays", ["three\u00a0 \u202fdays"]],
    ["typographic signs", "l'eau", "l’eau", ["l’eau"]],
    ["one letter for two", "strasse", "Die Straße.", ["Straße"]],
    ["the half of such a letter once", "s", "ß", ["ß"]],
    ["final sigma", "ΛΟΓΟΣ", "λόγος", ["λόγος"]],
    ["characters of two units before it", "breach", "🏛️ breach", ["breach"]],
    ["signs of expressions as they are", "a.c*", "abc a.c*", ["a.c*"]],
    ["soft hyphens and joiners", "parliament", "par\u00adlia\u200bment", ["par\u00adlia\u200bment"]],
    ["no overlaps", "aa", "aaaaa", ["aa", "aa"]],
    ["nothing for white space", "  ", "a b c", []],
    ["nothing for a mark alone", "\u0301", "é", []],
    ["marks of scripts that are letters", "कि", "का कि", ["कि"]],
  ])("%s", (_, sought, text, expected) => {
    expect(finds(sought, text)).toEqual(expected)
  })

  it("does not go from one block into the next", () => {
    expect(finds("days late", "eleven days", "late in the year")).toEqual([])
  })

  it("goes over a footnote's mark and the end of a line", () => {
    const doc = schema.node("doc", null, [paragraph("eleven days", { footnote: "f" }, " late", "br", "again")])
    const finder = openFinder(() => [])
    expect(finder.find(doc, "days late again")).toEqual([{ from: 8, to: 24, inside: null }])
    expect(finder.find(doc, "days")).toEqual([{ from: 8, to: 12, inside: null }])
  })

  it("folds into letters that know where they stand", () => {
    const { text, starts, ends } = fold("Ä 🏛x\u0301y")
    expect(text).toBe("a 🏛xy")
    expect(starts).toEqual([0, 1, 2, 2, 4, 6])
    expect(ends).toEqual([1, 2, 4, 4, 6, 7])
  })
})

it("finds in footnotes and in tables, in the order of the text", () => {
  const table = schema.nodes.table?.create({ id: "t" })
  const doc = schema.node("doc", null, [
    paragraph("breach one", { footnote: "f" }, " breach two"),
    makeBlock("paragraph", {}, table === undefined ? [] : [table]),
  ])
  const texts: Record<string, string[]> = { f: ["A Breach, and the next breach."], t: ["Year", "Breaches"] }
  const found = openFinder((_, id) => texts[id] ?? []).find(doc, "breach")
  expect(found.map(({ from, inside }) => [from, inside?.kind ?? null, inside?.from ?? null])).toEqual([
    [1, null, null],
    [11, "footnote", 2],
    [11, "footnote", 23],
    [13, null, null],
    [25, "table", 0],
  ])
})

it("reads a block only once as long as it stays", () => {
  const blocks = Array.from({ length: 50 }, (_, index) => paragraph(`breach ${index}`))
  const doc = schema.node("doc", null, blocks)
  const finder = openFinder(() => [])
  expect(finder.find(doc, "breach")).toHaveLength(50)
  const read = vi.spyOn(Node.prototype, "forEach")
  const changed = schema.node("doc", null, [...blocks.slice(0, 49), paragraph("another breach")])
  expect(finder.find(changed, "breach")).toHaveLength(50)
  // The document itself, and the block that changed.
  expect(read).toHaveBeenCalledTimes(2)
  read.mockClear()
  expect(finder.find(changed, "another")).toHaveLength(1)
  expect(read).toHaveBeenCalledTimes(1)
  read.mockRestore()
})

describe("in an open text", () => {
  const editors: Editor[] = []
  const shown: string[] = []
  const words = { textLabel: "", leaving: "", placeholder: "", footnote: String, table: "" }

  beforeAll(() => {
    const nowhere = () => new DOMRect(0, 0, 0, 0)
    Range.prototype.getBoundingClientRect = nowhere
    Range.prototype.getClientRects = () => Object.assign([], { item: () => null })
    Element.prototype.getClientRects = () => Object.assign([], { item: () => null })
    Element.prototype.scrollIntoView = function (this: Element) { shown.push(this.textContent ?? "") }
  })

  afterEach(() => {
    vi.useRealTimers()
    for (const editor of editors.splice(0)) editor.close()
    document.body.replaceChildren()
    shown.length = 0
  })

  function openOn(...paragraphs: string[]) {
    vi.useFakeTimers()
    const handle = new MemoryHandle(makeDocument("notes", paragraphs, "aa"))
    const opened: string[] = []
    const place = document.body.appendChild(document.createElement("div"))
    const editor = openEditor(place, {
      handle, kind: "notes", editable: true, words, newId: new Chance(1).uuid, onFootnoteOpened: ({ text }) => opened.push(text),
    })
    editors.push(editor)
    const tinted = () => [...place.querySelectorAll(".found")].map((element) => element.textContent)
    const current = () => [...place.querySelectorAll(".found-current")].map((element) => element.textContent)
    const where = () => `${editor.find.found().at} of ${editor.find.found().count}`
    return { handle, editor, opened, tinted, current, where, settle: () => vi.advanceTimersByTime(400) }
  }

  it("tints nothing and listens to nothing until it is asked", () => {
    const { editor, handle, tinted, settle } = openOn("One breach.")
    const told = vi.fn()
    editor.find.onChange(told)
    const state = vi.spyOn(editor.view, "dispatch")
    handle.change((doc) => { doc.footnotes = { f: { text: "breach" } } })
    settle()
    expect([tinted(), told.mock.calls, state.mock.calls]).toEqual([[], [], []])
  })

  it("goes from match to match and round, both ways", () => {
    const { editor, where, tinted, current } = openOn("One breach.", "Another Breach.", "No more.")
    editor.find.search("breach")
    expect([where(), tinted(), current()]).toEqual(["1 of 2", ["breach", "Breach"], ["breach"]])
    editor.find.step(1)
    expect([where(), current(), shown]).toEqual(["2 of 2", ["Breach"], ["breach", "Breach"]])
    editor.find.step(1)
    expect(where()).toBe("1 of 2")
    editor.find.step(-1)
    expect(where()).toBe("2 of 2")
    editor.find.search("nowhere")
    expect([where(), tinted(), editor.find.found().excerpt]).toEqual(["0 of 0", [], null])
  })

  it("begins at the caret, and stays there while more letters are typed", () => {
    const { editor, where } = openOn("a breach", "a bridge", "a breach")
    const { tr, doc } = editor.view.state
    editor.view.dispatch(tr.setSelection(TextSelection.create(doc, 12)))
    editor.find.search("br")
    expect(where()).toBe("2 of 3")
    editor.find.search("bre")
    expect(where()).toBe("2 of 2")
    editor.find.search("br")
    expect(where()).toBe("2 of 3")
  })

  it("stays with its words when somebody writes before them, and counts what others add", () => {
    const { editor, handle, where, current, tinted, settle } = openOn("One breach.", "Another breach.")
    editor.find.search("breach")
    editor.find.step(1)
    handle.change((doc) => A.splice(doc, ["text"], 1, 0, "First a breach. "))
    settle()
    expect([where(), current(), tinted()]).toEqual(["3 of 3", ["breach"], ["breach", "breach", "breach"]])
    expect(shown).toHaveLength(2)
    // The word that was the current one is no more: the next one is.
    editor.view.dispatch(editor.view.state.tr.insertText("x", 6))
    settle()
    expect(where()).toBe("3 of 3")
    editor.view.dispatch(editor.view.state.tr.delete(1, editor.view.state.doc.content.size - 1))
    settle()
    expect(where()).toBe("0 of 0")
    editor.view.dispatch(editor.view.state.tr.insertText("a new breach"))
    settle()
    expect([where(), tinted()]).toEqual(["1 of 1", ["breach"]])
  })

  it("finds in a footnote, shows its mark, and hears what is typed into it", () => {
    const { editor, handle, opened, where, settle } = openOn("One.", "Two.")
    editor.commands.insertFootnote()
    const [id = ""] = Object.keys(handle.doc().footnotes ?? {})
    editor.footnotes.setText(id, "Told of the breach by the moderator, late.")
    editor.find.search("BREACH")
    expect(where()).toBe("1 of 1")
    expect(editor.find.found()).toMatchObject({
      inside: { kind: "footnote", number: 1 },
      excerpt: { before: "Told of the ", match: "breach", after: " by the moderator, late." },
    })
    expect(editor.view.dom.querySelector(".footnote")?.className).toContain("found found-current")
    opened.length = 0
    editor.find.openFootnote()
    expect(opened).toEqual(["Told of the breach by the moderator, late."])
    editor.footnotes.setText(id, "A breach, a breach.")
    settle()
    // The current one stood behind what is the first one now.
    expect(editor.find.found()).toMatchObject({ at: 2, count: 2, excerpt: { before: "A breach, a " } })
    editor.find.step(1)
    expect(editor.find.found()).toMatchObject({ at: 1, excerpt: { before: "A " } })
    // The caret stands behind the mark: what is typed next does not replace it.
    editor.find.close(true)
    editor.view.dispatch(editor.view.state.tr.insertText("!"))
    expect(editor.view.dom.querySelectorAll(".footnote")).toHaveLength(1)
    expect(editor.view.state.selection.empty).toBe(true)
  })

  it("closes with the match selected and no tint left, also where nothing can be written", () => {
    const { editor, tinted, settle } = openOn("One breach.")
    for (const editable of [true, false]) {
      editor.setEditable(editable)
      document.body.focus()
      editor.find.search("breach")
      editor.find.close(true)
      const { from, to } = editor.view.state.selection
      expect(editor.view.state.doc.textBetween(from, to)).toBe("breach")
      expect(tinted()).toEqual([])
      expect(document.activeElement).toBe(editor.view.dom)
      expect(getSelection()?.toString()).toBe("breach")
    }
    settle()
    expect(editor.find.found()).toEqual({ count: 0, at: 0, excerpt: null, inside: null })
  })

  it("tints what a search begun anew would, whatever was edited meanwhile", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const chance = new Chance(seed)
      const { editor, handle, tinted, settle } = openOn("abab ab", "ba", "", "abba", "bab")
      editor.find.search("ab")
      for (let step = 0; step < 25; step++) {
        const { tr, doc } = editor.view.state
        const at = 1 + chance.below(doc.content.size - 1)
        const $at = doc.resolve(at)
        if (!$at.parent.inlineContent) continue
        const kind = chance.below(5)
        if (kind === 0 && $at.parentOffset > 0) editor.view.dispatch(tr.split(at))
        else if (kind === 1 && $at.index(0) > 0) editor.view.dispatch(tr.join($at.before()))
        else if (kind === 2) editor.view.dispatch(tr.delete(at, Math.min(at + 3, $at.end())))
        else if (kind === 3) handle.change((text) => A.splice(text, ["text"], 1, 0, "ba"))
        else editor.view.dispatch(tr.insertText(chance.happens(0.5) ? "ab" : "b", at))
        if (chance.happens(0.4)) settle()
      }
      settle()
      const followed = tinted()
      editor.find.search("b")
      editor.find.search("ab")
      expect(followed, `seed ${seed}`).toEqual(tinted())
      editor.close()
      editors.length = 0
    }
  })

  it("is no edit: nothing is written, nothing can be undone", () => {
    const { editor, handle } = openOn("One breach.")
    const heads = A.getHeads(handle.doc())
    editor.find.search("breach")
    editor.find.step(1)
    editor.find.close(false)
    expect(A.getHeads(handle.doc())).toEqual(heads)
    expect(editor.caret().canUndo).toBe(false)
  })
})
