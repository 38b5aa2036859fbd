// @vitest-environment jsdom
/** Typing beside many key points: their passages move with the text, and cursors are resolved only once it is quiet. */
import * as A from "@automerge/automerge"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import type { Editor } from "./editor-api"
import { addKeyPoint } from "./key-points"
import { openEditor } from "./open-editor"
import { makeDocument, MemoryHandle, sync } from "./testing/peer"

vi.mock("@automerge/automerge", async (original) => {
  const whole = await original<typeof A>()
  return { ...whole, getCursorPosition: vi.fn(whole.getCursorPosition) }
})

const words = { textLabel: "", leaving: "", placeholder: "", footnote: () => "", table: "" }
const paragraphs = Array.from({ length: 40 }, (_, index) => `The ${String(index)}th member said so.`)
let editor: Editor
let handle: MemoryHandle

beforeEach(() => {
  vi.useFakeTimers()
  handle = new MemoryHandle(makeDocument("notes", paragraphs, "aa"))
  handle.change((doc) => {
    paragraphs.forEach((text, index) => {
      const start = doc.text.indexOf(text) + 4
      addKeyPoint(doc, `k${String(index)}`, { range: { start, end: start + text.length - 5 }, quote: text.slice(4, -1) }, {})
    })
  })
  editor = openEditor(document.body, { handle, kind: "notes", editable: true, words })
  vi.advanceTimersByTime(1000)
})

afterEach(() => {
  editor.close()
  vi.useRealTimers()
})

const marked = () => [...editor.view.dom.querySelectorAll("mark")].map((mark) => mark.textContent)
const asMarked = paragraphs.map((text) => text.slice(4, -1))
const resolved = () => vi.mocked(A.getCursorPosition).mock.calls.length

it("resolves no cursor for a letter, one's own or somebody else's, and each of them once it is quiet", () => {
  expect(marked()).toEqual(asMarked)
  const other = new MemoryHandle(A.clone(handle.doc(), "bb"))
  vi.mocked(A.getCursorPosition).mockClear()
  for (let i = 0; i < 10; i++) {
    editor.view.dispatch(editor.view.state.tr.insertText("x", 1))
    vi.advanceTimersByTime(300)
    sync(handle, other)
    other.change((doc) => A.splice(doc, ["text"], 2, 0, "y"))
    sync(other, handle)
    vi.advanceTimersByTime(300)
  }
  expect(editor.view.state.doc.child(0).textContent).toHaveLength((paragraphs[0]?.length ?? 0) + 20)
  expect(resolved()).toBe(0)
  expect(marked()).toEqual(asMarked)
  vi.advanceTimersByTime(1000)
  expect(resolved()).toBe(2 * paragraphs.length)
})

it("resolves only the key point that is new or was anchored elsewhere", () => {
  vi.mocked(A.getCursorPosition).mockClear()
  const start = handle.doc().text.indexOf("The 5th")
  handle.change((doc) => addKeyPoint(doc, "new", { range: { start, end: start + 3 }, quote: "The" }, {}))
  vi.advanceTimersByTime(300)
  expect(marked()).toHaveLength(paragraphs.length + 1)
  expect(resolved()).toBe(2)
})
