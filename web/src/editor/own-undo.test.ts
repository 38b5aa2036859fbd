/** Undo takes back one's own edits, whatever others did in between and inside them. */
import * as A from "@automerge/automerge"
import { redo, undo } from "prosemirror-history"
import { TextSelection } from "prosemirror-state"
import { expect, it } from "vitest"
import { makeDocument, Peer, sync } from "./testing/peer"
import { Chance } from "./testing/random"

function two(...paragraphs: string[]): [Peer, Peer] {
  const one = new Peer(makeDocument("notes", paragraphs, "aa"), "notes", new Chance(1).uuid)
  const other = new Peer(A.clone(one.handle.doc(), "bb"), "notes", new Chance(2).uuid)
  return [one, other]
}

function meet(one: Peer, other: Peer): void {
  sync(one.memory, other.memory)
  one.bridge.flush()
  other.bridge.flush()
}

function text(peer: Peer): string {
  const shown = peer.state.doc.textBetween(0, peer.state.doc.content.size, "¶")
  expect(peer.rendered().textBetween(0, peer.rendered().content.size, "¶")).toBe(shown)
  return shown
}

it("leaves what others typed elsewhere", () => {
  const [one, other] = two("one")
  one.dispatch(one.state.tr.insertText(" mine", 4))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("theirs ", 1))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(one)).toBe("theirs one")
  redo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("theirs one mine")
})

it("leaves what others typed inside what is undone", () => {
  const [one, other] = two("")
  one.dispatch(one.state.tr.insertText("abcd", 1))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("X", 3))
  meet(one, other)
  expect(text(one)).toBe("abXcd")
  undo(one.state, one.dispatch)
  meet(one, other)
  expect([text(one), text(other)]).toEqual(["X", "X"])
  redo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("abXcd")
})

it("does not undo what others did", () => {
  const [one, other] = two("one")
  other.dispatch(other.state.tr.insertText("theirs ", 1))
  meet(one, other)
  expect(undo(one.state, one.dispatch)).toBe(false)
  expect(text(one)).toBe("theirs one")
})

it("brings back what was deleted, between what others changed meanwhile", () => {
  const [one, other] = two("one two three")
  one.dispatch(one.state.tr.delete(5, 9))
  meet(one, other)
  other.dispatch(other.state.tr.insertText("!", 10))
  other.dispatch(other.state.tr.insertText("¿", 1))
  meet(one, other)
  undo(one.state, one.dispatch)
  meet(one, other)
  expect(text(other)).toBe("¿one two three!")
})

it("leaves the caret before what others type at it", () => {
  const [one, other] = two("one")
  one.dispatch(one.state.tr.setSelection(TextSelection.create(one.state.doc, 4)))
  one.dispatch(one.state.tr.insertText(" mine"))
  meet(one, other)
  other.dispatch(other.state.tr.insertText(" theirs", 9))
  meet(one, other)
  one.dispatch(one.state.tr.insertText("!"))
  meet(one, other)
  expect(text(other)).toBe("one mine! theirs")
})
