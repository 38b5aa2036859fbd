/**
 * What a key costs in a document of 77,000 characters, with no, few and many key points, without drawing: the editor's state, the bridge, Automerge
 * and automerge-repo's handle. Run by `npx vitest bench src/editor`.
 */
import * as A from "@automerge/automerge"
import { Repo } from "@automerge/automerge-repo"
import { TextSelection } from "prosemirror-state"
import { bench, describe } from "vitest"
import { editorHandle } from "../sync/repo"
import { enter } from "./commands"
import type { RichTextDocument } from "./document"
import { addKeyPoint } from "./key-points"
import { makeDocument, Peer } from "./testing/peer"
import { Chance } from "./testing/random"

const paragraph = "Parliaments should take part in the governance of the internet. ".repeat(4).slice(0, 219)

function longDocument(keyPoints: number): Peer {
  const repo = new Repo({})
  const docHandle = repo.create<RichTextDocument>()
  docHandle.update(() => makeDocument("output", Array.from({ length: 350 }, () => paragraph), "aa"))
  docHandle.change((doc) => {
    for (let i = 0; i < keyPoints; i++) {
      const start = 500 + Math.floor((i * 36_000) / keyPoints)
      const range = { start, end: start + 60 }
      addKeyPoint(doc, `k${i}`, { range, quote: "quote" }, { themes: ["access"] })
    }
  })
  const peer = new Peer(docHandle.doc(), "output", new Chance(1).uuid, undefined, editorHandle(docHandle))
  peer.dispatch(peer.state.tr.setSelection(TextSelection.near(peer.state.doc.resolve(40_000))))
  return peer
}

describe.each([0, 40, 400])("a document of 77,000 characters with %i key points", (keyPoints) => {
  const peer = longDocument(keyPoints)

  bench("a letter", () => {
    peer.dispatch(peer.state.tr.insertText("x"))
    peer.bridge.flush()
  })

  bench("Enter and joining again", () => {
    enter(peer.state, peer.dispatch)
    peer.dispatch(peer.state.tr.join(peer.state.selection.$head.before()))
    peer.bridge.flush()
  })

  bench("a letter of someone else, shown", () => {
    peer.handle.change((doc) => A.splice(doc, ["text"], 60_000, 0, "y"))
    peer.bridge.flush()
  })

  bench("a new block of someone else, shown", () => {
    peer.handle.change((doc) => {
      A.splitBlock(doc, ["text"], 60_000, { type: new A.ImmutableString("paragraph"), parents: [], attrs: {}, isEmbed: false })
    })
    peer.bridge.flush()
  })
})
