/** Key points hold on to their passage through edits, merges, cut and paste. */
import * as A from "@automerge/automerge"
import { undo } from "prosemirror-history"
import { TextSelection } from "prosemirror-state"
import { describe, expect, it } from "vitest"
import { backspace, enter } from "./commands"
import {
  addKeyPoint,
  passageOf,
  quoteBetween,
  readKeyPoints,
  setKeyPointFields,
  setStatement,
  textRange,
  trimmedRange,
} from "./key-points"
import { makeDocument, Peer, sync } from "./testing/peer"
import { Chance } from "./testing/random"

function peerWith(...paragraphs: string[]): Peer {
  return new Peer(makeDocument("notes", paragraphs, "aa"), "notes", new Chance(1).uuid)
}

function mark(peer: Peer, words: string, id = "k"): void {
  const at = peer.state.doc.textBetween(0, peer.state.doc.content.size, "\n").indexOf(words)
  const from = at + 1 + (peer.state.doc.textBetween(0, peer.state.doc.content.size, "\n").slice(0, at).split("\n").length - 1)
  const trimmed = trimmedRange(peer.state.doc, from, from + words.length)
  if (trimmed === null) throw new Error(words)
  const range = textRange(peer.state.doc, trimmed.from, trimmed.to, false)
  const quote = quoteBetween(peer.state.doc, trimmed.from, trimmed.to)
  peer.handle.change((doc) => addKeyPoint(doc, id, { range, quote }, {}))
}

/** The text that a key point stands on now; null when it is gone. */
function passage(peer: Peer, id = "k"): string | null {
  const doc = peer.handle.doc()
  const stored = doc.keyPoints?.[id]
  const range = stored === undefined ? null : passageOf(doc, stored)
  return range === null ? null : doc.text.slice(range.start, range.end).replaceAll("\uFFFC", "¶")
}

function caret(peer: Peer, position: number): void {
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, position)))
}

describe("a key point", () => {
  it("begins with its quote as statement, without white space around it", () => {
    const peer = peerWith("The internet is for everyone.")
    mark(peer, " internet ")
    expect(readKeyPoints(peer.handle.doc())).toMatchObject([{ id: "k", quote: "internet", statement: "internet", gone: false, at: 5 }])
  })

  it("does not swallow what is typed beside it, and takes in what is typed inside", () => {
    const peer = peerWith("one two three")
    mark(peer, "two")
    peer.dispatch(peer.state.tr.insertText("X", 5))
    peer.dispatch(peer.state.tr.insertText("Y", 9))
    expect(passage(peer)).toBe("two")
    peer.dispatch(peer.state.tr.insertText("-", 7))
    expect(passage(peer)).toBe("t-wo")
  })

  it("shrinks when its first or last letters go, also beside an emoji", () => {
    const peer = peerWith("one 😀two😀 three")
    mark(peer, "😀two😀")
    expect(passage(peer)).toBe("😀two😀")
    peer.dispatch(peer.state.tr.delete(5, 7))
    expect(passage(peer)).toBe("two😀")
    peer.dispatch(peer.state.tr.delete(8, 10))
    expect(passage(peer)).toBe("two")
  })

  it("survives a split and a join", () => {
    const peer = peerWith("one two three")
    mark(peer, "two three")
    caret(peer, 8)
    enter(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two¶ three")
    backspace(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two three")
  })

  it("is gone with its text, keeps its quote, and is back after undo", () => {
    const peer = peerWith("one two three")
    mark(peer, "two")
    peer.dispatch(peer.state.tr.delete(5, 8))
    expect(passage(peer)).toBeNull()
    expect(readKeyPoints(peer.handle.doc())).toMatchObject([{ gone: true, at: null, quote: "two" }])
    undo(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two")
  })

  it("is whole again when half of it was deleted and that is undone", () => {
    const peer = peerWith("one two three")
    mark(peer, "two three")
    peer.dispatch(peer.state.tr.delete(5, 9))
    expect(passage(peer)).toBe("three")
    undo(peer.state, peer.dispatch)
    expect(passage(peer)).toBe("two three")
  })

  it("follows its text through cut and paste, in the same change", () => {
    const peer = peerWith("one two three", "elsewhere")
    mark(peer, "two")
    const slice = peer.state.doc.slice(5, 8)
    peer.dispatch(peer.state.tr.delete(5, 8))
    caret(peer, 15)
    const before = A.getAllChanges(peer.handle.doc()).length
    peer.dispatch(peer.state.tr.replaceSelection(slice))
    expect(passage(peer)).toBe("two")
    expect(A.getAllChanges(peer.handle.doc()).length).toBe(before + 1)
  })

  it("does not guess between two places", () => {
    const peer = peerWith("one two three", "elsewhere")
    mark(peer, "two")
    const slice = peer.state.doc.slice(5, 8)
    peer.dispatch(peer.state.tr.delete(5, 8))
    peer.dispatch(peer.state.tr.insertText("two and two", 12))
    expect(passage(peer)).toBeNull()
    void slice
  })

  it("resolves alike for two writers who edit around and inside it", () => {
    const one = peerWith("one two three")
    mark(one, "two three")
    const other = new Peer(A.clone(one.handle.doc(), "bb"), "notes", new Chance(2).uuid)
    one.dispatch(one.state.tr.delete(5, 7))
    other.dispatch(other.state.tr.insertText("very ", 9))
    sync(one.memory, other.memory)
    expect(passage(one)).toBe("o very three")
    expect(passage(other)).toBe("o very three")
  })

  it("merges a statement letter by letter", () => {
    const one = peerWith("two")
    mark(one, "two")
    one.handle.change((doc) => setStatement(doc, "k", "Parliaments should act."))
    const other = new Peer(A.clone(one.handle.doc(), "bb"), "notes", new Chance(2).uuid)
    one.handle.change((doc) => setStatement(doc, "k", "All parliaments should act."))
    other.handle.change((doc) => setStatement(doc, "k", "Parliaments should act now."))
    sync(one.memory, other.memory)
    expect(readKeyPoints(one.handle.doc())[0]?.statement).toBe("All parliaments should act now.")
  })

  it("keeps its fields as scalars, and null takes one away", () => {
    const peer = peerWith("two")
    mark(peer, "two")
    const set = (fields: Parameters<typeof setKeyPointFields>[2]) =>
      peer.handle.change((doc) => setKeyPointFields(doc, "k", fields))
    set({ themes: ["access", "ai"], addressee: "parliaments", stance: "divergence", source: { recording: 1, at: "00:10:00" } })
    expect(readKeyPoints(peer.handle.doc())[0]).toMatchObject({
      themes: ["access", "ai"],
      addressee: "parliaments",
      stance: "divergence",
      source: { recording: 1, at: "00:10:00" },
    })
    expect(A.isImmutableString(peer.handle.doc().keyPoints?.k?.addressee)).toBe(true)
    set({ addressee: null, source: null })
    expect(readKeyPoints(peer.handle.doc())[0]).toMatchObject({ addressee: null, source: null })
  })

  it("with a hostile cursor is gone, and does no harm", () => {
    const peer = peerWith("two")
    mark(peer, "two")
    for (const cursor of ["", "x", "-", "99@00", "1@aa", "2@zz", "-1@aa"]) {
      peer.handle.change((doc) => {
        const stored = doc.keyPoints?.k
        if (stored !== undefined) stored.start = cursor
      })
      expect(() => readKeyPoints(peer.handle.doc())).not.toThrow()
    }
  })
})
