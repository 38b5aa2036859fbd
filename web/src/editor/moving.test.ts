/** Paragraphs and list items that are moved up and down: one step, in which nothing that holds on to them lets go. */
import * as A from "@automerge/automerge"
import { TextSelection } from "prosemirror-state"
import { describe, expect, it } from "vitest"
import { enter, setBlock } from "./commands"
import { redo, undo } from "./history"
import { addKeyPoint, passageOf } from "./key-points"
import { moveBlocks } from "./moving"
import type { BlockType } from "./schema"
import { type Peer, sync } from "./testing/peer"
import { secondWriter, writerOf } from "./testing/writers"

function words(peer: Peer): string[] {
  return peer.state.doc.children.map((block) => `${" ".repeat(2 * Number(block.attrs.indent ?? 0))}${block.textContent}`)
}

function select(peer: Peer, from: string, to = from): void {
  const at = (sought: string, after: boolean) => {
    let found = 0
    peer.state.doc.descendants((node, position) => {
      const index = node.text?.indexOf(sought) ?? -1
      if (index >= 0) found = position + index + (after ? sought.length : 0)
    })
    return found
  }
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, at(from, false), at(to, true))))
}

function selected(peer: Peer): string {
  return peer.state.doc.textBetween(peer.state.selection.from, peer.state.selection.to, "|")
}

function move(peer: Peer, by: 1 | -1): boolean {
  return moveBlocks(by)(peer.state, peer.dispatch)
}

/** Makes blocks of a kind of those that hold these words. */
function turn(peer: Peer, type: BlockType, ...lines: readonly (readonly [words: string, indent: number])[]): void {
  for (const [sought, indent] of lines) {
    select(peer, sought)
    setBlock(type, { indent })(peer.state, peer.dispatch)
  }
}

function mark(peer: Peer, id: string, sought: string, nth = 0): void {
  const { text } = peer.handle.doc()
  let start = -1
  for (let count = 0; count <= nth; count++) start = text.indexOf(sought, start + 1)
  peer.handle.change((doc) => addKeyPoint(doc, id, { range: { start, end: start + sought.length }, quote: sought }, {}))
}

function passages(peer: Peer): Record<string, string | null> {
  const doc = peer.handle.doc()
  return Object.fromEntries(Object.entries(doc.keyPoints ?? {}).map(([id, stored]) => {
    const range = passageOf(doc, stored)
    return [id, range === null ? null : `${doc.text.slice(range.start, range.end)} in ${doc.text.slice(0, range.start).split("\uFFFC").length - 2}`]
  }))
}

describe("what is moved", () => {
  it("goes past one paragraph at a time, with what is selected, and is back by one undo", () => {
    const peer = writerOf("notes", "one", "two", "three", "four")
    select(peer, "wo", "thr")
    expect(move(peer, 1)).toBe(true)
    expect([words(peer), selected(peer)]).toEqual([["one", "four", "two", "three"], "wo|thr"])
    expect(move(peer, 1)).toBe(false)
    peer.dispatch(peer.state.tr.insertText("on"))
    expect(words(peer)).toEqual(["one", "four", "tonee"])
    undo(peer.state, peer.dispatch)
    expect(words(peer)).toEqual(["one", "four", "two", "three"])
    undo(peer.state, peer.dispatch)
    expect([words(peer), selected(peer)]).toEqual([["one", "two", "three", "four"], "wo|thr"])
    redo(peer.state, peer.dispatch)
    expect(words(peer)).toEqual(["one", "four", "two", "three"])
    for (let times = 0; times < 2; times++) move(peer, -1)
    expect([words(peer), selected(peer), move(peer, -1)]).toEqual([["two", "three", "one", "four"], "wo|thr", false])
    expect(peer.rendered().eq(peer.state.doc)).toBe(true)
    undo(peer.state, peer.dispatch)
    expect(words(peer)).toEqual(["one", "two", "three", "four"])
  })

  it("takes the items below a list item along, and goes past those of the next", () => {
    const peer = writerOf("notes", "top", "mm", "m1", "nn", "n1", "end")
    turn(peer, "unordered-list-item", ["mm", 0], ["m1", 1], ["nn", 0], ["n1", 1])
    select(peer, "mm")
    move(peer, 1)
    expect(words(peer)).toEqual(["top", "nn", "  n1", "mm", "  m1", "end"])
    move(peer, 1)
    expect(words(peer)).toEqual(["top", "nn", "  n1", "end", "mm", "  m1"])
    for (let times = 0; times < 3; times++) move(peer, -1)
    expect(words(peer)).toEqual(["mm", "  m1", "top", "nn", "  n1", "end"])
    select(peer, "n1")
    move(peer, -1)
    expect(words(peer)).toEqual(["mm", "  m1", "top", "  n1", "nn", "end"])
  })

  it("stays between a document's title and its annexes, which have their own order", () => {
    const peer = writerOf("output", "name", "one", "two", "annex", "other")
    for (const [sought, type] of [["name", "title"], ["one", "operative"], ["two", "operative"], ["annex", "annex"], ["other", "annex"]] as const) {
      select(peer, sought)
      setBlock(type)(peer.state, peer.dispatch)
    }
    select(peer, "one")
    expect([move(peer, -1), move(peer, 1), move(peer, 1)]).toEqual([false, true, false])
    select(peer, "other")
    expect([move(peer, -1), move(peer, -1)]).toEqual([true, false])
    expect(words(peer)).toEqual(["name", "two", "one", "other", "annex"])
  })

  it("takes the list of a numbered paragraph along", () => {
    const peer = writerOf("output", "one", "two", "of two", "three")
    turn(peer, "operative", ["one", 0], ["three", 0])
    turn(peer, "unordered-list-item", ["of two", 0])
    peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, 6)))
    setBlock("operative")(peer.state, peer.dispatch)
    move(peer, 1)
    expect(words(peer)).toEqual(["one", "three", "two", "of two"])
    select(peer, "three")
    move(peer, 1)
    expect(words(peer)).toEqual(["one", "two", "of two", "three"])
    move(peer, -1)
    expect(words(peer)).toEqual(["one", "three", "two", "of two"])
  })

  it("leaves the number that a list begins with in its place", () => {
    const peer = writerOf("notes", "four", "five")
    turn(peer, "ordered-list-item", ["four", 0], ["five", 0])
    peer.dispatch(peer.state.tr.setNodeAttribute(0, "start", 4))
    select(peer, "five")
    const starts = () => peer.state.doc.children.map((block) => [block.textContent, block.attrs.start as unknown])
    move(peer, -1)
    expect(starts()).toEqual([["five", 4], ["four", null]])
    move(peer, 1)
    expect(starts()).toEqual([["four", 4], ["five", null]])
    undo(peer.state, peer.dispatch)
    expect(starts()).toEqual([["five", 4], ["four", null]])
  })
})

describe("what holds on to a paragraph", () => {
  it("are its key points and its sources, on both sides, also after undo and redo", () => {
    const peer = writerOf("output", "said and said", "said again", "said and said")
    mark(peer, "k1", "said")
    mark(peer, "k2", "said", 1)
    mark(peer, "k3", "said again")
    mark(peer, "k4", "said", 4)
    const [before, after] = [
      { k1: "said in 0", k2: "said in 0", k3: "said again in 1", k4: "said in 2" },
      { k1: "said in 1", k2: "said in 1", k3: "said again in 0", k4: "said in 2" },
    ]
    expect(passages(peer)).toEqual(before)
    const ids = () => peer.state.doc.children.map((block) => block.attrs.id as unknown)
    const sources = JSON.stringify(peer.handle.doc().sources)
    for (const by of [1, -1] as const) {
      select(peer, "again")
      move(peer, by > 0 ? -1 : 1)
      expect([passages(peer), ids()]).toEqual(by > 0 ? [after, ["p1", "p0", "p2"]] : [before, ["p0", "p1", "p2"]])
    }
    for (const state of [after, before]) {
      undo(peer.state, peer.dispatch)
      expect(passages(peer)).toEqual(state)
    }
    redo(peer.state, peer.dispatch)
    expect([passages(peer), JSON.stringify(peer.handle.doc().sources)]).toEqual([after, sources])
  })

  it("is what somebody else types there meanwhile, and their caret", () => {
    const one = writerOf("notes", "one", "two", "three")
    const other = secondWriter(one)
    select(one, "two")
    const before = A.getAllChanges(one.handle.doc()).length
    move(one, -1)
    expect(A.getAllChanges(one.handle.doc()).length).toBe(before + 1)
    select(other, "two")
    other.dispatch(other.state.tr.insertText(" more", other.state.selection.to))
    sync(one.memory, other.memory)
    for (const peer of [one, other]) peer.bridge.settle()
    for (const peer of [one, other]) expect(words(peer)).toEqual(["two more", "one", "three"])
    other.dispatch(other.state.tr.insertText("!", other.state.selection.to + 5))
    undo(one.state, one.dispatch)
    sync(one.memory, other.memory)
    for (const peer of [one, other]) peer.bridge.settle()
    for (const peer of [one, other]) expect(words(peer)).toEqual(["one", "two more!", "three"])
  })
})

describe("Enter behind a heading", () => {
  function after(heading: string, ...blocks: readonly (readonly [type: BlockType, words: string, level?: number])[]): string | undefined {
    const peer = writerOf("output", ...blocks.map(([, text]) => text))
    for (const [type, text, level] of blocks) {
      select(peer, text)
      setBlock(type, level === undefined ? {} : { level })(peer.state, peer.dispatch)
    }
    select(peer, heading)
    const { to } = peer.state.selection
    peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, to)))
    enter(peer.state, peer.dispatch)
    return peer.state.selection.$from.parent.type.name
  }

  it("begins a numbered paragraph where those of the group are numbered", () => {
    const group = [["heading", "Access", 1], ["voice", "They"], ["heading", "Rural", 2], ["operative", "ask"]] as const
    expect(after("Access", ...group)).toBe("operative")
    expect(after("Rural", ...group)).toBe("operative")
    expect(after("Skills", ...group, ["heading", "Skills", 1])).toBe("operative")
    expect(after("Annex", ...group, ["heading", "Annex", 1], ["paragraph", "listed"])).toBe("paragraph")
    expect(after("Inside", ["operative", "ask"], ["annex", "Annexed"], ["paragraph", "listed"], ["heading", "Inside", 1])).toBe("paragraph")
    expect(after("Access", ["heading", "Access", 1], ["paragraph", "said"], ["heading", "Other", 1], ["operative", "ask"])).toBe("paragraph")
  })
})
