/** Paragraph ids and their sources through splits, joins, moves and copies, in the same change as the text. */
import * as A from "@automerge/automerge"
import { closeHistory, redo, undo } from "./history"
import { Fragment, Slice } from "prosemirror-model"
import { TextSelection } from "prosemirror-state"
import { describe, expect, it } from "vitest"
import { attrsOf, renderText } from "./blocks"
import { backspace, enter } from "./commands"
import { type RichTextDocument, scalar } from "./document"
import { actions, Letters } from "./testing/actions"
import { makeDocument, Peer, sync } from "./testing/peer"
import { Chance } from "./testing/random"
import { secondWriter, writerOf } from "./testing/writers"

function peerWith(...paragraphs: string[]): Peer {
  return writerOf("output", ...paragraphs)
}

function two(...paragraphs: string[]): [Peer, Peer] {
  const one = peerWith(...paragraphs)
  return [one, secondWriter(one)]
}

function meet(one: Peer, other: Peer): void {
  sync(one.memory, other.memory)
  one.bridge.settle()
  other.bridge.settle()
}

function caret(peer: Peer, block: number, offset: number): void {
  let position = 1
  for (let i = 0; i < block; i++) position += peer.state.doc.child(i).nodeSize
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, position + offset)))
}

function readBlocks(doc: A.Doc<RichTextDocument>) {
  return renderText(doc).doc.children.map((node) => ({ attrs: attrsOf(node), text: node.textContent }))
}

/** A line for each paragraph: its id (fresh ones as "new"), text and sources. */
function shown(peer: Peer): string[] {
  const doc = peer.handle.doc()
  return readBlocks(doc).map(({ attrs, text }) => {
    const sources = Object.keys(doc.sources?.[attrs.id ?? ""] ?? {}).sort()
    return `${/^p\d$/.test(attrs.id ?? "") ? attrs.id : "new"} "${text}" ${sources.join("+")}`.trim()
  })
}

describe("the sources of a paragraph", () => {
  it("go with both halves of a split", () => {
    const peer = peerWith("onetwo", "three")
    caret(peer, 0, 3)
    enter(peer.state, peer.dispatch)
    expect(shown(peer)).toEqual(['p0 "one" k0', 'new "two" k0', 'p1 "three" k1'])
    expect(A.getAllChanges(peer.handle.doc()).length).toBe(3)
  })

  it("stay with the text when Enter is pressed at its beginning or end", () => {
    const before = peerWith("one")
    caret(before, 0, 0)
    enter(before.state, before.dispatch)
    expect(shown(before)).toEqual(['new ""', 'p0 "one" k0'])
    const after = peerWith("one")
    caret(after, 0, 3)
    enter(after.state, after.dispatch)
    expect(shown(after)).toEqual(['p0 "one" k0', 'new ""'])
  })

  it("are united by a join, and found again when it is undone", () => {
    const peer = peerWith("one", "two")
    caret(peer, 1, 0)
    backspace(peer.state, peer.dispatch)
    expect(shown(peer)).toEqual(['p0 "onetwo" k0+k1'])
    undo(peer.state, peer.dispatch)
    expect(shown(peer)).toEqual(['p0 "one" k0', 'p1 "two" k1'])
  })

  it("are given by a join again when that is redone", () => {
    const peer = peerWith("one", "two", "three")
    caret(peer, 2, 0)
    backspace(peer.state, peer.dispatch)
    peer.dispatch(closeHistory(peer.state.tr))
    caret(peer, 1, 0)
    backspace(peer.state, peer.dispatch)
    const joined = ['p0 "onetwothree" k0+k1+k2']
    expect(shown(peer)).toEqual(joined)
    for (let turn = 0; turn < 2; turn++) {
      undo(peer.state, peer.dispatch)
      expect(shown(peer)).toEqual(['p0 "one" k0', 'p1 "twothree" k1+k2'])
      undo(peer.state, peer.dispatch)
      expect(shown(peer)).toEqual(['p0 "one" k0', 'p1 "two" k1', 'p2 "three" k2'])
      redo(peer.state, peer.dispatch)
      redo(peer.state, peer.dispatch)
      expect(shown(peer)).toEqual(joined)
    }
  })

  it("that a join did not bring stay when it is undone", () => {
    const peer = peerWith("one", "two")
    const give = (paragraph: string, keyPoint: string) =>
      peer.handle.change((doc) => {
        const held = doc.sources?.[paragraph]
        if (held !== undefined) held[keyPoint] = { quote: scalar("given"), statement: scalar("given") }
      })
    give("p0", "both")
    give("p1", "both")
    give("p1", "changed")
    caret(peer, 1, 0)
    backspace(peer.state, peer.dispatch)
    expect(shown(peer)).toEqual(['p0 "onetwo" both+changed+k0+k1'])
    give("p0", "changed")
    give("p0", "later")
    undo(peer.state, peer.dispatch)
    expect(shown(peer)).toEqual(['p0 "one" both+changed+k0+later', 'p1 "two" both+changed+k1'])
  })

  it("stay when another writer has joined the same paragraphs, or sees them joined and writes on", () => {
    const [one, other] = two("one", "two")
    caret(one, 1, 0)
    backspace(one.state, one.dispatch)
    meet(one, other)
    other.dispatch(other.state.tr.insertText("!", 7))
    meet(one, other)
    undo(one.state, one.dispatch)
    meet(one, other)
    for (const peer of [one, other]) expect(shown(peer)).toEqual(['p0 "one" k0', 'p1 "two!" k1'])
    for (const peer of [one, other]) {
      caret(peer, 1, 0)
      backspace(peer.state, peer.dispatch)
    }
    meet(one, other)
    undo(one.state, one.dispatch)
    meet(one, other)
    // The other one's join still says that the first stands on both.
    expect(shown(one)).toEqual(shown(other))
    expect(shown(one)[0]).toBe('p0 "one" k0+k1')
  })

  it("are not mixed by undoing a join together with the split that followed it", () => {
    const peer = peerWith("one", "two")
    peer.dispatch(peer.state.tr.join(5))
    peer.dispatch(peer.state.tr.split(4))
    expect(shown(peer)).toEqual(['p0 "one" k0+k1', 'new "two" k0+k1'])
    for (let turn = 0; turn < 2; turn++) {
      undo(peer.state, peer.dispatch)
      expect(shown(peer)).toEqual(['p0 "one" k0', 'p1 "two" k1'])
      redo(peer.state, peer.dispatch)
    }
  })

  it("stay with text that was joined while a copy of its paragraph comes and goes", () => {
    const peer = peerWith("one", "two")
    const copy = peer.state.doc.child(1)
    caret(peer, 1, 0)
    backspace(peer.state, peer.dispatch)
    peer.dispatch(closeHistory(peer.state.tr))
    const end = peer.state.doc.content.size
    peer.dispatch(peer.state.tr.insert(end, copy))
    const both = ['p0 "onetwo" k0+k1', 'p1 "two" k1']
    expect(shown(peer)).toEqual(both)
    undo(peer.state, peer.dispatch)
    redo(peer.state, peer.dispatch)
    expect(shown(peer)).toEqual(both)
  })

  it.each([101, 111, 121, 131])("are what they were once all is undone, whatever was done (ten turns from %i on)", (first) => {
    for (let seed = first; seed < first + 10; seed++) {
      const chance = new Chance(seed)
      const letters = new Letters()
      const peer = new Peer(makeDocument("output", [letters.take(9), letters.take(5), letters.take(12)], "aa"), "output", chance.uuid)
      const before = shown(peer)
      for (let step = 0; step < 40; step++) chance.weighted(actions)(peer, chance, letters)
      while (undo(peer.state, peer.dispatch)) continue
      expect({ seed, shown: shown(peer) }).toEqual({ seed, shown: before })
    }
  })

  it("are united when a deletion reaches from one paragraph into another", () => {
    const peer = peerWith("one", "two", "three")
    peer.dispatch(peer.state.tr.delete(3, 13))
    expect(shown(peer)).toEqual(['p0 "onree" k0+k2'])
  })

  it("go with a copy under a fresh id, and stay with a paragraph that is moved", () => {
    const peer = peerWith("one", "two")
    const first = peer.state.doc.child(0)
    peer.dispatch(peer.state.tr.insert(peer.state.doc.content.size, first))
    expect(shown(peer)).toEqual(['p0 "one" k0', 'p1 "two" k1', 'new "one" k0'])
    const moved = peerWith("one", "two")
    moved.dispatch(moved.state.tr.delete(0, first.nodeSize))
    const end = moved.state.doc.content.size
    moved.dispatch(moved.state.tr.replace(end, end, new Slice(Fragment.from(first), 0, 0)))
    expect(shown(moved)).toEqual(['p1 "two" k1', 'p0 "one" k0'])
  })
})

describe("two paragraphs with one id", () => {
  it("read alike on each replica, and are written down by the next edit", () => {
    const one = peerWith("one")
    const other = secondWriter(one)
    for (const peer of [one, other]) {
      peer.handle.change((doc) => {
        A.splitBlock(doc, ["text"], 4, {
          type: scalar("paragraph"),
          parents: [],
          attrs: { id: scalar("same") },
          isEmbed: false,
        })
      })
    }
    sync(one.memory, other.memory)
    one.bridge.flush()
    other.bridge.flush()
    const ids = (peer: Peer) => readBlocks(peer.handle.doc()).map(({ attrs }) => attrs.id)
    expect(ids(one)).toEqual(ids(other))
    expect(new Set(ids(one)).size).toBe(3)
    expect(ids(one).filter((id) => id === "same").length).toBe(1)
    const before = ids(one)
    caret(one, 0, 1)
    one.dispatch(one.state.tr.insertText("x"))
    expect(ids(one)).toEqual(before)
    const written = A.spans(one.handle.doc(), ["text"]).flatMap((span) =>
      span.type === "block" ? [JSON.stringify(span.value.attrs)] : [],
    )
    expect(written).toEqual(before.map((id) => JSON.stringify({ id })))
  })

  it("get the id that the server gives them", () => {
    const peer = peerWith("one")
    peer.handle.change((doc) => {
      A.splitBlock(doc, ["text"], 2, { type: scalar("paragraph"), parents: [], attrs: { id: scalar("p0") }, isEmbed: false })
    })
    // sha256 of the marker's object id, as crates/document settles it.
    const marker = String(A.getBackend(peer.handle.doc()).getWithType("/text", 2)?.[1])
    expect(marker).toMatch(/^\d+@[0-9a-f]+$/)
    const second = readBlocks(peer.handle.doc())[1]?.attrs.id
    expect(second).toMatch(/^b[0-9a-f]{16}$/)
  })
})
