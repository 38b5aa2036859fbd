// @vitest-environment jsdom
/** The editor as pages open it, in a document of a browser: keys, compositions, drawing, others' carets. */
import * as A from "@automerge/automerge"
import { EditorView } from "prosemirror-view"
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import type { Editor, EditorOptions, EditorWords } from "./editor-api"
import { openEditor } from "./open-editor"
import { CURSOR_TIMES } from "./remote-cursors"
import { run } from "./testing/fuzz"
import { makeDocument, MemoryHandle, sync } from "./testing/peer"
import { Chance } from "./testing/random"

const words: EditorWords = {
  textLabel: "label",
  leaving: "how to leave",
  placeholder: "placeholder",
  footnote: (number) => `note ${number}`,
  table: "table",
}

const open: Editor[] = []

beforeAll(() => {
  // jsdom lays nothing out.
  const nowhere = () => new DOMRect(0, 0, 0, 0)
  Range.prototype.getBoundingClientRect = nowhere
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null })
  Element.prototype.getClientRects = () => Object.assign([], { item: () => null })
  Element.prototype.scrollIntoView = () => undefined
  document.elementFromPoint = () => null
})

afterEach(() => {
  for (const editor of open.splice(0)) editor.close()
  document.body.replaceChildren()
})

function editorOn(handle: MemoryHandle, options: Partial<EditorOptions> = {}): Editor {
  const place = document.body.appendChild(document.createElement("div"))
  const editor = openEditor(place, { handle, kind: "notes", editable: true, words, newId: new Chance(1).uuid, ...options })
  open.push(editor)
  return editor
}

function handleWith(...paragraphs: string[]): MemoryHandle {
  return new MemoryHandle(makeDocument("notes", paragraphs, "aa"))
}

/** Presses a key; says whether the browser may do with it what it does by itself. */
function press(editor: Editor, key: string, options: KeyboardEventInit = {}): boolean {
  const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key
  const event = new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true, ...options })
  return editor.view.dom.dispatchEvent(event)
}

function type(editor: Editor, text: string): void {
  for (const letter of text) {
    const { from, to } = editor.view.state.selection
    const insert = () => editor.view.state.tr.insertText(letter, from, to)
    const used = editor.view.someProp("handleTextInput", (handle) => handle(editor.view, from, to, letter, insert))
    if (used !== true) editor.view.dispatch(insert())
  }
}

function caret(editor: Editor, anchor: number, head = anchor): void {
  const { state } = editor.view
  editor.view.dispatch(state.tr.setSelection(selectionAt(editor, anchor, head)))
}

function selectionAt(editor: Editor, anchor: number, head: number) {
  const { state } = editor.view
  const selection = state.selection.constructor
  if (!("create" in selection) || typeof selection.create !== "function") throw new Error("no text selection")
  return selection.create(state.doc, anchor, head)
}

function blocks(editor: Editor): string[] {
  const lines: string[] = []
  editor.view.state.doc.forEach((block) =>
    lines.push(`${block.type.name}${block.attrs.indent ?? block.attrs.level ?? ""} ${block.textContent}`.trim()),
  )
  return lines
}

it("stays in the text when Tab is pressed, and shows how to leave where it does nothing", () => {
  const editor = editorOn(handleWith("one", "two"))
  const hint = () => document.querySelector<HTMLElement>(".leaving:not([hidden])")?.textContent
  caret(editor, 2)
  for (const shiftKey of [false, true]) {
    expect(press(editor, "Tab", { shiftKey })).toBe(false)
    expect(hint()).toBe("how to leave")
    press(editor, "ArrowLeft")
    expect(hint()).toBeUndefined()
  }
  expect(blocks(editor)).toEqual(["paragraph one", "paragraph two"])
  editor.commands.toggleList("unordered-list-item")
  expect(press(editor, "Tab", { shiftKey: true })).toBe(false)
  expect(hint()).toBe("how to leave")
  for (let level = 1; level <= 4; level++) {
    expect(press(editor, "Tab")).toBe(false)
    expect(editor.caret().block.indent).toBe(level)
    expect(hint()).toBeUndefined()
  }
  expect(press(editor, "Tab")).toBe(false)
  expect(editor.caret().block.indent).toBe(4)
  expect(hint()).toBe("how to leave")
  press(editor, "Escape")
  expect(press(editor, "Tab")).toBe(true)
  // Who only reads has nothing to type.
  editor.setEditable(false)
  expect(press(editor, "Tab")).toBe(true)
})

it("lets the keyboard out of a list after Escape, and says so", () => {
  const editor = editorOn(handleWith("one", "two"))
  caret(editor, 1)
  editor.commands.toggleList("unordered-list-item")
  press(editor, "Tab")
  expect(editor.caret().block.indent).toBe(1)
  press(editor, "Escape")
  expect(press(editor, "Tab")).toBe(true)
  press(editor, "Shift", { shiftKey: true })
  expect(press(editor, "Tab", { shiftKey: true })).toBe(true)
  expect(editor.caret().block.indent).toBe(1)
  // Any other key, and coming back, make it an indent again.
  press(editor, "ArrowLeft")
  expect(press(editor, "Tab")).toBe(false)
  expect(editor.caret().block.indent).toBe(2)
  press(editor, "Escape")
  editor.view.dom.dispatchEvent(new FocusEvent("blur"))
  expect(press(editor, "Tab", { shiftKey: true })).toBe(false)
  expect(editor.caret().block.indent).toBe(1)

  const described = () => document.getElementById(editor.view.dom.getAttribute("aria-describedby") ?? "")?.textContent
  expect(described()).toBe("how to leave")
  editor.setEditable(false)
  expect(editor.view.dom.hasAttribute("aria-describedby")).toBe(false)
})

it("takes Word's shortcuts", () => {
  const editor = editorOn(handleWith("one", "two"))
  caret(editor, 1, 4)
  press(editor, "b", { ctrlKey: true })
  press(editor, "i", { ctrlKey: true })
  expect(editor.caret()).toMatchObject({ strong: true, em: true, canUndo: true })
  press(editor, "1", { ctrlKey: true, altKey: true })
  expect(editor.caret().block).toMatchObject({ type: "heading", level: 1 })
  press(editor, "*", { ctrlKey: true, shiftKey: true, code: "Digit8" })
  expect(editor.caret().block).toMatchObject({ type: "unordered-list-item", indent: 0 })
  press(editor, "Tab")
  expect(editor.caret().block.indent).toBe(1)
  press(editor, "Tab", { shiftKey: true })
  expect(editor.caret().block.indent).toBe(0)
  press(editor, "z", { ctrlKey: true })
  expect(editor.caret().block.indent).toBe(1)
  press(editor, "y", { ctrlKey: true })
  expect(editor.caret().block.indent).toBe(0)
  press(editor, "ArrowRight", { altKey: true, shiftKey: true })
  expect(editor.caret().block.indent).toBe(1)
  press(editor, "M", { ctrlKey: true, shiftKey: true, keyCode: 77 })
  expect(editor.caret().block.indent).toBe(0)
  press(editor, "m", { ctrlKey: true })
  press(editor, "ArrowLeft", { altKey: true, shiftKey: true })
  expect(editor.caret().block.indent).toBe(0)
  press(editor, "L", { ctrlKey: true, shiftKey: true, keyCode: 76 })
  expect(editor.caret().block.type).toBe("paragraph")
})

it("moves paragraphs with Alt and the arrows, with new labels, and leaves Ctrl+K to the page", () => {
  const onEditLink = vi.fn()
  const editor = editorOn(new MemoryHandle(makeDocument("output", ["one", "two", "three"], "aa")), { kind: "output", onEditLink })
  caret(editor, 1, 15)
  editor.commands.setBlock("operative")
  caret(editor, 3)
  const labels = () => [...editor.view.dom.querySelectorAll(".operative")].map((each) => `${each.getAttribute("data-n") ?? ""} ${each.textContent ?? ""}`)
  expect(press(editor, "ArrowDown", { altKey: true })).toBe(false)
  type(editor, "X")
  expect(labels()).toEqual(["1 two", "2 onXe", "3 three"])
  editor.commands.move(-1)
  expect(labels()).toEqual(["1 onXe", "2 two", "3 three"])
  expect(press(editor, "k", { ctrlKey: true })).toBe(true)
  expect(onEditLink).not.toHaveBeenCalled()
  expect(press(editor, "K", { ctrlKey: true, shiftKey: true, keyCode: 75 })).toBe(false)
  expect(onEditLink).toHaveBeenCalledOnce()
})

it("leaves the paragraph alone in which somebody else's caret stands, when another is moved past it", () => {
  const handle = handleWith("one", "two")
  const listeners: ((message: unknown, senderId: string) => void)[] = []
  const presence = { broadcast: () => undefined, onMessage: (listener: (typeof listeners)[number]) => (listeners.push(listener), () => undefined) }
  const editor = editorOn(handle, { presence, writer: { personId: "a", name: "A", colour: "red" } })
  const cursor = A.getCursor(handle.doc(), ["text"], 6)
  const theirs = () => A.getCursorPosition(handle.doc(), ["text"], cursor)
  listeners[0]?.({ kind: "cursor", personId: "b", name: "B", colour: "blue", anchor: cursor, head: cursor }, "b")
  caret(editor, 2)
  editor.commands.move(1)
  expect([blocks(editor), handle.doc().text[theirs()]]).toEqual([["paragraph two", "paragraph one"], "w"])
  expect(editor.view.state.selection.head).toBe(7)
})

it("does not take what AltGr writes for a shortcut", () => {
  const editor = editorOn(handleWith("one"))
  caret(editor, 1, 4)
  press(editor, "1", { ctrlKey: true, altKey: true, modifierAltGraph: true })
  expect(editor.caret().block.type).toBe("paragraph")
})

it("turns signs at the beginning of a block into lists, headings and quotes", () => {
  const editor = editorOn(handleWith(""))
  type(editor, "- one")
  press(editor, "Enter")
  type(editor, "two")
  press(editor, "Enter")
  press(editor, "Enter")
  type(editor, "## three")
  press(editor, "Enter")
  type(editor, "1. four")
  press(editor, "Enter")
  press(editor, "Backspace")
  type(editor, "> five")
  expect(blocks(editor)).toEqual([
    "unordered_list_item0 one",
    "unordered_list_item0 two",
    "heading2 three",
    "ordered_list_item0 four",
    "blockquote five",
  ])
})

it("shows what others type, and writes nothing for a reader", async () => {
  const handle = handleWith("one")
  const editor = editorOn(handle, { editable: false })
  const heads = A.getHeads(handle.doc())
  type(editor, "x")
  expect(A.getHeads(handle.doc())).toEqual(heads)
  handle.change((doc) => A.splice(doc, ["text"], 4, 0, " two"))
  await vi.waitFor(() => expect(editor.view.dom.textContent).toBe("one two"))
})

it("keeps the caret where the screen shows it, when others write before the browser has told of it", async () => {
  const handle = handleWith("one", "two")
  const editor = editorOn(handle)
  editor.view.focus()
  caret(editor, 1)
  const place = (sought: string) => {
    const [line] = [...editor.view.dom.querySelectorAll("p")].filter((each) => each.textContent?.includes(sought))
    const walker = document.createTreeWalker(line ?? editor.view.dom, NodeFilter.SHOW_TEXT)
    return walker.nextNode()
  }
  // The listener of the browser's own event comes last, as on a laptop under load.
  const hold = (event: Event) => { if (event.isTrusted) event.stopImmediatePropagation() }
  document.addEventListener("selectionchange", hold, true)
  getSelection()?.collapse(place("two"), 3)
  handle.change((doc) => A.splice(doc, ["text"], 1, 0, ">"))
  await vi.waitFor(() => expect(editor.view.dom.textContent).toBe(">onetwo"))
  type(editor, "!")
  expect(blocks(editor)).toEqual(["paragraph >one", "paragraph two!"])

  // Also where the whole is drawn anew, and where a key brings the change into sight.
  getSelection()?.collapse(place("one"), 1)
  handle.change((doc) => {
    A.splitBlock(doc, ["text"], 5, { type: new A.ImmutableString("paragraph"), parents: [], attrs: {}, isEmbed: false })
    A.mark(doc, ["text"], { start: 6, end: 8, expand: "none" }, "strong", true)
  })
  press(editor, "x")
  type(editor, "x")
  expect(blocks(editor)[0]).toBe("paragraph >xone")
  document.removeEventListener("selectionchange", hold, true)
})

it("keeps what others type out of a composition, and shows it elsewhere", async () => {
  const handle = handleWith("one", "two")
  const editor = editorOn(handle)
  editor.view.focus()
  caret(editor, 4)
  editor.view.dom.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }))
  expect(editor.view.composing).toBe(true)
  handle.change((doc) => A.splice(doc, ["text"], 8, 0, "!"))
  await vi.waitFor(() => expect(editor.view.dom.textContent).toBe("onetwo!"))
  // A block that someone else makes elsewhere does not wait either.
  handle.change((doc) => {
    A.splitBlock(doc, ["text"], 9, { type: new A.ImmutableString("paragraph"), parents: [], attrs: {}, isEmbed: false })
  })
  await vi.waitFor(() => expect(blocks(editor)).toEqual(["paragraph one", "paragraph two!", "paragraph"]))
  handle.change((doc) => A.splice(doc, ["text"], 1, 0, ">"))
  await new Promise((resolve) => requestAnimationFrame(resolve))
  expect(editor.view.dom.textContent).toBe("onetwo!")
  // What is composed meanwhile lands where it was written.
  editor.view.dispatch(editor.view.state.tr.insertText("é", 4))
  editor.view.dom.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }))
  await vi.waitFor(() => expect(editor.view.dom.textContent).toBe(">oneétwo!"))
  expect(handle.doc().text).toBe("\uFFFC>oneé\uFFFCtwo!\uFFFC")
})

it("draws key points that overlap, and tells the page of them", async () => {
  const onKeyPoints = vi.fn()
  const handle = handleWith("one two three")
  const editor = editorOn(handle, { onKeyPoints })
  caret(editor, 1, 8)
  const first = editor.keyPoints.mark({ themes: ["access"] })
  caret(editor, 5, 14)
  const second = editor.keyPoints.mark()
  expect(first).not.toBeNull()
  expect(second).not.toBeNull()
  const marks = () => [...editor.view.dom.querySelectorAll("mark.key-point")].map((mark) => mark.textContent)
  expect(marks().join("").length).toBeGreaterThanOrEqual("one two three".length)
  expect(editor.keyPoints.list().map(({ quote }) => quote)).toEqual(["one two", "two three"])
  caret(editor, 6)
  expect(editor.caret().keyPoints.length).toBe(2)
  editor.keyPoints.setActive(second)
  expect(editor.view.dom.querySelectorAll("mark.key-point-active").length).toBeGreaterThan(0)
  editor.view.dispatch(editor.view.state.tr.delete(1, 8))
  await vi.waitFor(() => expect(onKeyPoints.mock.lastCall?.[0].filter((point: { gone: boolean }) => point.gone).length).toBe(1))
  expect(editor.keyPoints.show(first ?? "")).toBe(false)
  expect(editor.keyPoints.show(second ?? "")).toBe(true)
})

it("takes a corrected key point along when it is cut in one tab and pasted in another", async () => {
  const one = handleWith("one two three", "elsewhere")
  const first = editorOn(one)
  caret(first, 5, 14)
  const id = first.keyPoints.mark() ?? ""
  const other = new MemoryHandle(A.clone(one.doc(), "bb"))
  const onKeyPoints = vi.fn()
  const second = editorOn(other, { onKeyPoints, newId: new Chance(2).uuid })
  const soon = { timeout: 10_000 }
  const gone = () => onKeyPoints.mock.lastCall?.[0].map((point: { gone: boolean }) => point.gone)
  await vi.waitFor(() => expect(gone()).toEqual([false]), soon)
  caret(first, 8)
  type(first, " big")
  sync(one, other)
  await vi.waitFor(() => expect(second.view.dom.querySelector("mark")?.textContent).toBe("two big three"), soon)
  // The list may be a frame behind what is drawn.
  second.keyPoints.show(id)

  const slice = first.view.state.doc.slice(5, 18)
  first.view.dispatch(first.view.state.tr.delete(5, 18))
  sync(one, other)
  await vi.waitFor(() => expect(gone()).toEqual([true]), soon)
  caret(second, second.view.state.doc.content.size - 1)
  second.view.dispatch(second.view.state.tr.replaceSelection(slice))
  sync(one, other)
  for (const editor of [first, second]) {
    await vi.waitFor(() => expect(blocks(editor)).toEqual(["paragraph one", "paragraph elsewheretwo big three"]), soon)
    await vi.waitFor(() => expect(editor.view.dom.querySelector("mark")?.textContent).toBe("two big three"), soon)
    expect(editor.keyPoints.list()).toMatchObject([{ gone: false, quote: "two three" }])
  }
}, 40_000)

it("takes back a mark before the text that was typed, and puts it back after that", () => {
  const editor = editorOn(handleWith(""))
  type(editor, "one two")
  caret(editor, 1, 4)
  const id = editor.keyPoints.mark({ themes: ["access"], source: { recording: 1, at: "00:10" } })
  const [point] = editor.keyPoints.list()
  const has = () => [editor.view.state.doc.textContent, editor.keyPoints.list().length]
  press(editor, "z", { ctrlKey: true })
  expect(has()).toEqual(["one two", 0])
  expect(editor.caret()).toMatchObject({ canUndo: true, canRedo: true })
  press(editor, "z", { ctrlKey: true })
  expect(has()).toEqual(["", 0])
  editor.commands.redo()
  expect(has()).toEqual(["one two", 0])
  editor.commands.redo()
  expect(editor.keyPoints.list()).toEqual([point])
  expect(point?.id).toBe(id)
  expect(editor.caret()).toMatchObject({ canUndo: true, canRedo: false })
  editor.commands.undo()
  expect(has()).toEqual(["one two", 0])
})

it("puts the caret behind the words that were marked: what is typed next neither replaces them nor is a part of them", () => {
  const editor = editorOn(handleWith("", "two"))
  caret(editor, 1)
  type(editor, "one said it")
  caret(editor, 1, 10)
  press(editor, "k", { ctrlKey: true, altKey: true })
  const marked = () => [...editor.view.dom.querySelectorAll("mark")].map((mark) => mark.textContent).join("")
  const text = () => blocks(editor)[0]
  expect(editor.caret().selectionEmpty).toBe(true)
  type(editor, "?")
  press(editor, "Enter")
  expect(blocks(editor)).toEqual(["paragraph one said?", "paragraph  it", "paragraph two"])
  expect(marked()).toBe("one said")
  expect(editor.keyPoints.list()).toMatchObject([{ gone: false, quote: "one said" }])

  // What was typed since is taken back first, in strokes of its own; then the mark, and then what was typed before it.
  for (let presses = 0; presses < 5 && text() !== "paragraph one said it"; presses++) press(editor, "z", { ctrlKey: true })
  expect([text(), marked()]).toEqual(["paragraph one said it", "one said"])
  press(editor, "z", { ctrlKey: true })
  expect([text(), marked()]).toEqual(["paragraph one said it", ""])
  press(editor, "z", { ctrlKey: true })
  expect(text()).toBe("paragraph")
  for (let presses = 0; presses < 6; presses++) press(editor, "y", { ctrlKey: true })
  expect(blocks(editor)).toEqual(["paragraph one said?", "paragraph  it", "paragraph two"])
  expect(marked()).toBe("one said")
})

it("takes back a mark also after its words were replaced and came back", async () => {
  const editor = editorOn(handleWith("one two"))
  caret(editor, 1, 4)
  editor.keyPoints.mark()
  caret(editor, 1, 4)
  press(editor, "Enter")
  editor.commands.undo()
  await vi.waitFor(() => expect(editor.keyPoints.list()).toMatchObject([{ gone: false }]))
  expect(editor.view.state.doc.textContent).toBe("one two")
  expect(editor.caret().canUndo).toBe(true)
  editor.commands.undo()
  expect(editor.keyPoints.list()).toEqual([])
})

it("marks the same words once, and gives the key point that is there", () => {
  const editor = editorOn(handleWith("one two"))
  caret(editor, 1, 4)
  const id = editor.keyPoints.mark()
  expect(editor.keyPoints.mark()).toBeNull()
  caret(editor, 1, 5)
  expect(editor.keyPoints.mark()).toBe(id)
  expect(editor.caret().selectionEmpty).toBe(true)
  caret(editor, 1, 3)
  expect(editor.keyPoints.mark()).not.toBe(id)
  expect(editor.keyPoints.list().length).toBe(2)
})

it("leaves a mark that was changed, decided on, or written after", () => {
  const marked = () => {
    const editor = editorOn(handleWith("one two"))
    caret(editor, 1, 4)
    const id = editor.keyPoints.mark() ?? ""
    expect(editor.caret().canUndo).toBe(true)
    return { editor, id }
  }
  const left = (editor: Editor) => {
    editor.commands.undo()
    return editor.keyPoints.list().length
  }
  const changed = marked()
  changed.editor.keyPoints.setStatement(changed.id, "Said otherwise.")
  expect(left(changed.editor)).toBe(1)
  const decided = marked()
  decided.editor.keyPoints.setStates(new Map([[decided.id, "accepted"]]))
  expect(left(decided.editor)).toBe(1)
  const written = marked()
  caret(written.editor, 8)
  type(written.editor, "!")
  expect(left(written.editor)).toBe(1)
  expect(written.editor.view.state.doc.textContent).toBe("one two")
  const captured = marked()
  captured.editor.keyPoints.setStates(new Map([[captured.id, "captured"]]))
  expect(left(captured.editor)).toBe(0)
})

it("takes back a removal in its turn, with all that the key point said and its place, and removes it again", () => {
  const editor = editorOn(handleWith("one two three", "and two"))
  caret(editor, 5, 8)
  const id = editor.keyPoints.mark({ themes: ["access"], speaker: "p1", source: { recording: 1, at: "00:10" } }) ?? ""
  editor.keyPoints.setStatement(id, "Said otherwise.")
  const [point] = editor.keyPoints.list()
  const has = () => [editor.view.state.doc.textContent, editor.keyPoints.list().length, editor.caret().removed]
  type(editor, "!")
  editor.keyPoints.remove(id)
  expect(has()).toEqual(["one two! threeand two", 0, id])
  type(editor, "?")
  expect(has()).toEqual(["one two!? threeand two", 0, null])
  editor.commands.undo()
  expect(has()).toEqual(["one two! threeand two", 0, id])
  editor.commands.undo()
  expect(has()).toEqual(["one two! threeand two", 1, null])
  expect(editor.keyPoints.list()).toEqual([point])
  editor.commands.redo()
  expect(has()).toEqual(["one two! threeand two", 0, id])
  editor.commands.undo()
  editor.commands.undo()
  expect(has()).toEqual(["one two threeand two", 1, null])
})

it("does not remove again what was changed since it came back, and goes on with the text", () => {
  const editor = editorOn(handleWith("one two three"))
  caret(editor, 5, 8)
  const id = editor.keyPoints.mark() ?? ""
  editor.keyPoints.remove(id)
  editor.commands.undo()
  editor.keyPoints.setStatement(id, "Said otherwise.")
  expect(editor.commands.redo()).toBe(false)
  expect(editor.keyPoints.list()).toMatchObject([{ statement: "Said otherwise." }])
})

it.each([true, false])("scrolls to a passage or a block that is jumped to, and has the keyboard there, who writes or not (%s)", (editable) => {
  const handle = handleWith("one two three", "and two")
  const writer = editorOn(handle)
  caret(writer, 5, 8)
  const id = writer.keyPoints.mark() ?? ""
  const editor = editorOn(handle, { editable })
  const scrolled = vi.spyOn(Element.prototype, "scrollIntoView")
  expect(editor.keyPoints.show(id)).toBe(true)
  expect(scrolled.mock.contexts).toEqual([editor.view.dom.querySelector("mark")])
  expect(document.activeElement).toBe(editor.view.dom)
  expect(editor.showBlock(1)).toBe(true)
  expect(scrolled.mock.contexts.at(-1)).toBe(editor.view.dom.children[1])
  scrolled.mockRestore()
})

it("puts the caret behind the words that a key point was moved to", () => {
  const editor = editorOn(handleWith("one two three"))
  caret(editor, 1, 4)
  const id = editor.keyPoints.mark() ?? ""
  caret(editor, 5, 8)
  expect(editor.keyPoints.moveToSelection(id)).toBe(true)
  type(editor, "!")
  expect(blocks(editor)).toEqual(["paragraph one two! three"])
  expect(editor.keyPoints.list()).toMatchObject([{ quote: "two", gone: false }])
})

it("goes on for another page as it was left, and tells nothing in between", () => {
  const handle = handleWith("one two three")
  const sent: unknown[] = []
  const presence = { broadcast: (message: unknown) => void sent.push(message), onMessage: () => () => undefined }
  const before = vi.fn()
  const editor = editorOn(handle, { onCaret: before, presence, writer: { personId: "a", name: "A", colour: "red" } })
  caret(editor, 4)
  type(editor, "!")
  editor.rest()
  expect(sent.at(-1)).toMatchObject({ kind: "left" })
  before.mockClear()
  handle.change((doc) => A.splice(doc, ["text"], 1, 0, "By others: "))
  editor.keyPoints.show("none")
  expect(before).not.toHaveBeenCalled()
  const [onCaret, onKeyPoints] = [vi.fn(), vi.fn()]
  editor.wake({ onCaret, onKeyPoints })
  expect(onCaret).toHaveBeenCalledWith(expect.objectContaining({ canUndo: true }))
  expect(onKeyPoints).toHaveBeenCalledWith([])
  type(editor, "?")
  expect(blocks(editor)).toEqual(["paragraph By others: one!? two three"])
  editor.commands.undo()
  expect(blocks(editor)).toEqual(["paragraph By others: one two three"])
  expect(before).not.toHaveBeenCalled()
})

it("makes a footnote with its text", () => {
  const onFootnoteOpened = vi.fn()
  const editor = editorOn(handleWith("one"), { onFootnoteOpened })
  caret(editor, 4)
  press(editor, "f", { ctrlKey: true, altKey: true })
  const id: string = onFootnoteOpened.mock.lastCall?.[0].id
  editor.footnotes.setText(id, "a source")
  expect(editor.footnotes.text(id)).toBe("a source")
  expect(editor.view.dom.querySelector(".footnote")?.getAttribute("aria-label")).toBe("note 1")
})

it("keeps a footnote that was opened by a click, and types behind its number", () => {
  const onFootnoteOpened = vi.fn()
  const editor = editorOn(handleWith("one two"), { onFootnoteOpened })
  caret(editor, 4)
  editor.commands.insertFootnote()
  caret(editor, 1)
  const number = editor.view.dom.querySelector(".footnote")
  vi.spyOn(editor.view, "posAtCoords").mockReturnValue({ pos: 4, inside: 4 })
  for (const name of ["mousedown", "mouseup"]) number?.dispatchEvent(new MouseEvent(name, { bubbles: true, button: 0 }))
  expect(onFootnoteOpened).toHaveBeenCalledTimes(2)
  editor.focus()
  type(editor, "!")
  expect(editor.view.state.doc.firstChild?.toString()).toBe('paragraph("one", footnote, "! two")')
  // Arrow keys pass it by as well.
  caret(editor, 4)
  press(editor, "ArrowRight")
  expect(editor.view.state.selection.empty).toBe(true)
})

it("tells what follows a slash, and takes it away when a command is chosen", async () => {
  const onSlashMenu = vi.fn()
  const editor = editorOn(handleWith(""), { onSlashMenu })
  type(editor, "/")
  await vi.waitFor(() => expect(onSlashMenu.mock.lastCall?.[0]).toMatchObject({ query: "" }))
  type(editor, "hea")
  expect(onSlashMenu.mock.lastCall?.[0]).toMatchObject({ query: "hea" })
  editor.commands.fromSlashMenu((commands) => commands.setBlock("heading", { level: 2 }))
  expect(blocks(editor)).toEqual(["heading2"])
  expect(onSlashMenu.mock.lastCall?.[0]).toBeNull()
})

it("does not scroll by keys that were meant as words when the right to write ends, until the writer turns to reading", () => {
  const editor = editorOn(handleWith("One"))
  editor.focus()
  editor.setEditable(false)
  expect([press(editor, " "), press(editor, "a"), press(editor, "'")]).toEqual([false, false, false])
  expect([press(editor, "PageDown"), press(editor, "f", { ctrlKey: true })]).toEqual([true, true])
  editor.view.dom.dispatchEvent(new FocusEvent("blur"))
  expect(press(editor, " ")).toBe(true)

  // Who reads only scrolls by Space as ever.
  editor.setEditable(true)
  expect(press(editor, " ")).toBe(true)
  editor.view.dom.blur()
  editor.setEditable(false)
  expect(press(editor, " ")).toBe(true)
})

describe("the carets of others", () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** Ada and Ben on the same text, and whom she sees. */
  function two() {
    const listeners: ((message: unknown, senderId: string) => void)[] = []
    let cut = false
    const channel = (senderId: string) => ({
      broadcast: (message: unknown) => {
        if (!cut) for (const listen of listeners) listen(structuredClone(message), senderId)
      },
      onMessage: (listener: (message: unknown, from: string) => void) => {
        const others = (message: unknown, from: string) => (from === senderId ? undefined : listener(message, from))
        listeners.push(others)
        return () => void listeners.splice(listeners.indexOf(others), 1)
      },
    })
    const one = handleWith("one two")
    const other = new MemoryHandle(A.clone(one.doc(), "bb"))
    const onOthers = vi.fn()
    const writer = (name: string) => ({ personId: name, name, colour: "#123456" })
    const ada = editorOn(one, { presence: channel("a"), writer: writer("Ada"), onOthers })
    const ben = editorOn(other, { presence: channel("b"), writer: writer("Ben") })
    caret(ben, 4)
    vi.advanceTimersByTime(CURSOR_TIMES.throttle)
    sync(one, other)
    const seen = () => [...ada.view.dom.querySelectorAll(".remote-flag")].map((flag) => flag.textContent)
    const named = () => [...ada.view.dom.querySelectorAll(".remote-caret-named .remote-flag")].map((flag) => flag.textContent)
    const again = () => sync(one, other)
    const moves = () => [...ada.view.dom.querySelectorAll<HTMLElement>(".remote-flag")].map((flag) => flag.style.translate)
    return { ben, seen, named, moves, again, told: () => onOthers.mock.lastCall?.[0], cut: () => { cut = true } }
  }

  it("are shown until they close the text", () => {
    const { ben, seen, told } = two()
    expect(seen()).toEqual(["Ben"])
    expect(told()).toMatchObject([{ personId: "Ben", blockIndex: 0 }])
    ben.close()
    open.splice(open.indexOf(ben), 1)
    expect(seen()).toEqual([])
    expect(told()).toEqual([])
  })

  it("are named while they move, and a little longer", () => {
    const { ben, seen, named, again } = two()
    expect(named()).toEqual(["Ben"])
    vi.advanceTimersByTime(CURSOR_TIMES.named)
    expect([seen(), named()]).toEqual([["Ben"], []])
    // Being heard of again is not moving.
    vi.advanceTimersByTime(CURSOR_TIMES.repeat)
    expect([seen(), named()]).toEqual([["Ben"], []])
    caret(ben, 2)
    vi.advanceTimersByTime(CURSOR_TIMES.throttle)
    expect(named()).toEqual(["Ben"])
    vi.advanceTimersByTime(CURSOR_TIMES.named / 2)
    type(ben, "!")
    again()
    vi.advanceTimersByTime(CURSOR_TIMES.throttle)
    again()
    vi.advanceTimersByTime(CURSOR_TIMES.named / 2)
    expect(named()).toEqual(["Ben"])
    vi.advanceTimersByTime(CURSOR_TIMES.named)
    expect(named()).toEqual([])
  })

  it("have names that stay inside the text's width", () => {
    const room = new DOMRect(0, 0, 320, 100)
    let flag = new DOMRect(290, 0, 80, 20)
    const measured = vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
      return this.className === "remote-flag" ? flag : room
    })
    const { ben, moves } = two()
    expect(moves()).toEqual(["-50px"])
    flag = new DOMRect(-15, 0, 80, 20)
    caret(ben, 2)
    vi.advanceTimersByTime(CURSOR_TIMES.throttle)
    expect(moves()).toEqual(["15px"])
    flag = new DOMRect(20, 0, 80, 20)
    caret(ben, 3)
    vi.advanceTimersByTime(CURSOR_TIMES.throttle)
    expect(moves()).toEqual([""])
    measured.mockRestore()
  })

  it("go at once with their page, and come back with it", () => {
    const { ben, seen, told } = two()
    // A movement that was still to be told is told no more.
    caret(ben, 2)
    window.dispatchEvent(new Event("pagehide"))
    expect(seen()).toEqual([])
    expect(told()).toEqual([])
    vi.advanceTimersByTime(CURSOR_TIMES.repeat)
    expect(seen()).toEqual([])
    window.dispatchEvent(new Event("pageshow"))
    vi.advanceTimersByTime(CURSOR_TIMES.throttle)
    expect(seen()).toEqual(["Ben"])
  })

  it("go after a while when their connection is lost", () => {
    const { seen, told, cut } = two()
    cut()
    vi.advanceTimersByTime(CURSOR_TIMES.forget)
    expect(seen()).toEqual(["Ben"])
    vi.advanceTimersByTime(CURSOR_TIMES.repeat)
    expect(seen()).toEqual([])
    expect(told()).toEqual([])
  })
})

it("stands behind the words that were made a link, and types outside of it", () => {
  const editor = editorOn(handleWith("See dig.watch now"))
  caret(editor, 5, 14)
  editor.commands.setLink("https://dig.watch")
  expect(editor.view.state.selection.empty).toBe(true)
  type(editor, "!")
  const pieces: string[] = []
  editor.view.state.doc.firstChild?.forEach((piece) => pieces.push(`${piece.marks.length} ${piece.text ?? ""}`))
  expect(pieces).toEqual(["0 See ", "1 dig.watch", "0 ! now"])
  caret(editor, 7)
  editor.commands.setLink(null)
  expect(editor.view.state.selection.from).toBe(7)
})

it("agrees with a real view, seeds 501 to 512", () => {
  for (let seed = 501; seed <= 512; seed++) {
    const views: EditorView[] = []
    run(seed, seed % 2 === 0 ? "output" : "notes", 2, (state, dispatchTransaction) => {
      const view = new EditorView(null, { state, dispatchTransaction })
      views.push(view)
      return view
    })
    for (const view of views) {
      expect(view.dom.textContent).toBe(view.state.doc.textContent.replaceAll("\n", ""))
      view.destroy()
    }
  }
}, 300_000)

it("tells beside each paragraph on how many key points it rests, also after a split and a join", async () => {
  const handle = new MemoryHandle(makeDocument("output", ["onetwo", "three"], "aa"))
  const editor = editorOn(handle, { kind: "output" })
  const counts = () =>
    [...editor.view.dom.children].map((block) =>
      [block.textContent, block.getAttribute("data-sources"), block.classList.contains("current-paragraph")].join(" "),
    )
  editor.commands.setBlock("operative")
  caret(editor, 10)
  editor.commands.setBlock("operative")
  expect(counts()).toEqual(["onetwo 1 false", "three 1 true"])
  caret(editor, 4)
  press(editor, "Enter")
  await vi.waitFor(() => expect(counts()).toEqual(["one 1 false", "two 1 true", "three 1 false"]))
  caret(editor, 11)
  press(editor, "Backspace")
  await vi.waitFor(() => expect(counts()).toEqual(["one 1 false", "twothree 2 true"]))
})

it.each([
  ["from the end of the line", 17, -1],
  ["from its start", 1, 1],
])("finds a key point's words again by undo when they were deleted letter by letter %s", (_, from, direction) => {
  vi.useFakeTimers()
  const editor = editorOn(handleWith("alpha beta gamma"))
  const { view } = editor
  caret(editor, 7, 11)
  const id = editor.keyPoints.mark()
  const point = () => editor.keyPoints.list().find((each) => each.id === id)
  vi.advanceTimersByTime(600)
  caret(editor, from)
  for (let presses = 0; presses < 11; presses++) {
    const at = direction < 0 ? view.state.selection.head : 2
    view.dispatch(view.state.tr.delete(at - 1, at))
    vi.advanceTimersByTime(60)
  }
  vi.advanceTimersByTime(400)
  expect(point()).toMatchObject({ gone: true })
  for (let presses = 0; presses < 11 && blocks(editor)[0] !== "paragraph alpha beta gamma"; presses++) editor.commands.undo()
  vi.advanceTimersByTime(400)
  vi.useRealTimers()
  expect(blocks(editor)).toEqual(["paragraph alpha beta gamma"])
  expect(point()).toMatchObject({ gone: false, quote: "beta" })
})
