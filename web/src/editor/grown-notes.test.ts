/** Notes that have been written, marked and corrected for a long time: all of it taken out and brought back. */
import * as A from "@automerge/automerge"
import { readFileSync } from "node:fs"
import { AllSelection } from "prosemirror-state"
import { expect, it } from "vitest"
import type { RichTextDocument } from "./document"
import { redo, undo } from "./history"
import { passageOf } from "./key-points"
import { Peer } from "./testing/peer"
import { Chance } from "./testing/random"

/** Of an invented session. More than half of its key points hold on to a letter that was deleted long ago. */
const grown = readFileSync(new URL("testing/grown-notes.automerge", import.meta.url))

function passages(peer: Peer) {
  const doc = peer.handle.doc()
  return Object.entries(doc.keyPoints ?? {}).map(([id, stored]) => {
    const range = passageOf(doc, stored)
    return { id, range, says: range === null ? null : doc.text.slice(range.start, range.end) }
  })
}

it("has each key point where it stood when all was deleted and that is undone, as often as that is done", () => {
  const peer = new Peer(A.load<RichTextDocument>(grown, "ee"), "notes", new Chance(1).uuid)
  const [text, before] = [peer.handle.doc().text, passages(peer)]
  peer.dispatch(peer.state.tr.setSelection(new AllSelection(peer.state.doc)))
  peer.dispatch(peer.state.tr.deleteSelection())
  for (const isLast of [false, true]) {
    expect(peer.state.doc.textContent).toBe("")
    undo(peer.state, peer.dispatch)
    expect(peer.handle.doc().text).toBe(text)
    expect(passages(peer)).toEqual(before)
    if (!isLast) redo(peer.state, peer.dispatch)
  }
})
