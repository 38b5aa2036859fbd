// @vitest-environment jsdom
/** What is shown before a block is what the files print: both are held to `tests/cases/labels.json`. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { EditorState, TextSelection } from "prosemirror-state"
import { EditorView } from "prosemirror-view"
import type { Node } from "prosemirror-model"
import { afterEach, describe, expect, it } from "vitest"
import { enter } from "./commands"
import { embedNames } from "./embeds"
import { blockLabels } from "./labels"
import { paragraphIds } from "./paragraph-ids"
import { blockAttrs, type BlockAttrs, type BlockType, makeBlock, schema } from "./schema"

type Text = string | (string | { footnote: string })[]
type CaseBlock = Partial<BlockAttrs> & { kind: BlockType; id: string; text: Text; shows?: string; notes?: string[] }
interface Case {
  name: string
  language: string
  blocks: CaseBlock[]
}

const cases = JSON.parse(readFileSync(join(import.meta.dirname, "../../../tests/cases/labels.json"), "utf8")) as Case[]
const words = { textLabel: "", leaving: "", placeholder: "", footnote: String, table: "" }

let view: EditorView | null = null
afterEach(() => view?.destroy())

function shown(blocks: readonly Node[], language: string): EditorView {
  const doc = schema.topNodeType.create(null, blocks)
  view = new EditorView(null, { state: EditorState.create({ doc, plugins: [blockLabels(language), embedNames(words)] }) })
  return view
}

function labels({ dom }: EditorView): (string | undefined)[] {
  return [...dom.children].map((block) => (block instanceof HTMLElement ? block.dataset.n : undefined))
}

function inline(text: Text): Node[] {
  const parts = typeof text === "string" ? [text] : text
  return parts.map((part) => (typeof part === "string" ? schema.text(part) : schema.node("footnote", { id: part.footnote })))
}

const item = (text: string, attrs: Partial<BlockAttrs> = {}) => makeBlock("ordered-list-item", attrs, text === "" ? [] : [schema.text(text)])

describe("labels", () => {
  it.each(cases)("shows $name", ({ language, blocks }) => {
    const { dom } = shown(blocks.map(({ kind, text, shows: _, notes: __, ...attrs }) => makeBlock(kind, attrs, inline(text))), language)
    const seen = [...dom.children].map((block) => ({
      id: block.getAttribute("data-id"),
      shows: block.getAttribute("data-n") ?? undefined,
      notes: [...block.querySelectorAll(".footnote")].map((note) => note.getAttribute("data-number")),
    }))
    expect(seen).toEqual(blocks.map(({ id, shows, notes = [] }) => ({ id, shows, notes })))
  })

  it("follow what is done to blocks: a list that was cut in two goes on counting from where it begins", () => {
    const editor = shown([item("one"), item("two", { start: 5 }), item("three")], "en")
    expect(labels(editor)).toEqual(["1.", "5.", "6."])
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 7)))
    enter(editor.state, editor.dispatch)
    expect(labels(editor)).toEqual(["1.", "5.", "6.", "7."])
    editor.dispatch(editor.state.tr.setNodeMarkup(5, null, { ...blockAttrs("ordered-list-item", { indent: 1 }) }))
    expect(labels(editor)).toEqual(["1.", "a)", "2.", "3."])
    editor.dispatch(editor.state.tr.delete(0, 5))
    expect(labels(editor)).toEqual(["1.", "2.", "3."])
  })

  it("stand before a paragraph that Enter has just made, whose id comes a step later", () => {
    const doc = schema.topNodeType.create(null, [makeBlock("operative", { id: "p1" }, [schema.text("one")]), makeBlock("operative", { id: "p2" }, [])])
    let ids = 0
    const plugins = [blockLabels("en"), paragraphIds(() => `new-${(ids += 1)}`)]
    const editor = (view = new EditorView(null, { state: EditorState.create({ doc, plugins }) }))
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 4)))
    enter(editor.state, editor.dispatch)
    editor.dispatch(editor.state.tr.insertText("two"))
    expect(labels(editor)).toEqual(["1", "2", "3"])
  })

  it("stay on an item that changes places with its like", () => {
    const editor = shown([item("one"), item("two")], "en")
    const first = editor.state.doc.child(0)
    editor.dispatch(editor.state.tr.delete(0, first.nodeSize).insert(editor.state.doc.child(1).nodeSize, first))
    expect(labels(editor)).toEqual(["1.", "2."])
  })

  it("of facts stand once before those that share one", () => {
    const fact = (label: string) => makeBlock("fact", { label }, [schema.text("words")])
    const { dom } = shown(["Rapporteurs", "Rapporteurs", "status"].map(fact), "en")
    expect([...dom.children].map((block) => block.classList.contains("fact--again"))).toEqual([false, true, false])
  })

  it("cost next to nothing for a letter in a text of 600 blocks", () => {
    const blocks = Array.from({ length: 600 }, (_, index) => (index % 3 === 0 ? makeBlock("operative", {}, []) : item("words")))
    let state = EditorState.create({ doc: schema.topNodeType.create(null, blocks), plugins: [blockLabels("en")] })
    const started = performance.now()
    for (let letter = 0; letter < 200; letter++) state = state.apply(state.tr.insertText("x", 3))
    // With room for a machine that is slow.
    expect((performance.now() - started) / 200).toBeLessThan(5)
  })
})
