/** Duplicate paragraph ids settle here as on the server: both are held to the documents of `tests/cases/settled-ids.json`. */
import { readFileSync, writeFileSync } from "node:fs"
import * as A from "@automerge/automerge"
import { expect, it } from "vitest"
import { renderText } from "./blocks"
import { scalar, TEXT, type RichTextDocument } from "./document"

const FILE = new URL("../../../tests/cases/settled-ids.json", import.meta.url)

interface Case {
  name: string
  document: string
  ids: string[]
}

type Writer = (doc: RichTextDocument) => void

function block(index: number, id: string | null, text: string): Writer {
  return (doc) => {
    const value = id === null ? { type: scalar("paragraph"), parents: [], attrs: {} } : { type: scalar("paragraph"), parents: [], attrs: { id: scalar(id) } }
    A.splitBlock(doc, TEXT, index, { ...value, isEmbed: false })
    A.splice(doc, TEXT, index + 1, 0, text)
  }
}

/** A document that writers change at the same time, each on a copy with an actor of its own. */
function merged(start: readonly Writer[], ...others: [actor: string, writes: readonly Writer[]][]): A.Doc<RichTextDocument> {
  let doc = A.init<RichTextDocument>({ actor: "11".repeat(16) })
  doc = A.change(doc, { time: 0 }, (draft) => {
    draft.schema = 1
    draft.kind = scalar("output")
    draft.text = ""
  })
  for (const write of start) doc = A.change(doc, { time: 0 }, write)
  const copies = others.map(([actor, writes]) => {
    let copy = A.clone(doc, { actor: actor.repeat(16) })
    for (const write of writes) copy = A.change(copy, { time: 0 }, write)
    return copy
  })
  for (const copy of copies) doc = A.merge(doc, copy)
  return doc
}

const documents: [string, A.Doc<RichTextDocument>][] = [
  ["ids of their own stay", merged([block(0, "p1", "one"), block(4, "p2", "two")])],
  ["two writers give one id at the same time", merged([block(0, "p1", "one")], ["aa", [block(4, "p2", "two")]], ["bb", [block(4, "p2", "zwei")]])],
  ["three writers, the highest actor first in the text", merged([block(0, "p1", "one")], ["cc", [block(0, "p9", "c")]], ["bb", [block(4, "p9", "b")]], ["aa", [block(0, "x", "a"), block(2, "p9", "a2")]])],
  ["a copy that stands before its original", merged([block(0, "p1", "one")], ["aa", [block(0, "p1", "copy")]])],
  ["no id, an empty one, one that no file can bear", merged([block(0, null, "one"), block(4, "", "two"), block(8, "a b", "three"), block(14, "ü", "four")])],
  ["text before the first marker", merged([(doc) => A.splice(doc, TEXT, 0, 0, "loose"), block(5, "p1", "one")])],
]

function cases(): Case[] {
  return documents.map(([name, doc]) => {
    const ids: string[] = []
    renderText(doc).doc.forEach((child) => ids.push(String(child.attrs.id)))
    return { name, document: Buffer.from(A.save(doc)).toString("base64"), ids }
  })
}

it("gives each block an id of its own, the same as the server", () => {
  const now = cases()
  if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(FILE, `${JSON.stringify(now, null, 1)}\n`)
  for (const one of now) expect(new Set(one.ids).size, one.name).toBe(one.ids.length)
  expect(now).toEqual(JSON.parse(readFileSync(FILE, "utf8")))
})
