import * as A from "@automerge/automerge"
import { Repo, type StorageKey } from "@automerge/automerge-repo"
import { expect, test } from "vitest"
import type { RichTextDocument } from "../editor/document"
import { addKeyPoint, setStatement } from "../editor/key-points"
import { contentsOf } from "./contents"
import type { ToldStorage } from "./device-storage"
import { Journal } from "./journal"
import type { JournalStorage } from "./journal-storage"
import { Unsent } from "./unsent"
import { unsentTexts } from "./unsent-texts"

function local(): JournalStorage {
  const map = new Map<string, string>()
  return {
    get length() { return map.size },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  }
}

function device(parts: { key: StorageKey; data: Uint8Array }[]): ToldStorage {
  return {
    onWrite: null,
    load: () => Promise.resolve(undefined),
    save: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    removeRange: () => Promise.resolve(),
    loadRange: ([id]) => Promise.resolve(parts.filter(({ key }) => key[0] === id)),
  }
}

async function readTexts(person: string, stored: ToldStorage, storage: JournalStorage) {
  return (await unsentTexts(person, stored, storage)).map(({ documentId, doc, loose }) => ({ documentId, doc: A.toJS(doc), loose }))
}

test("a text that the server has not confirmed is read from the device and the journal", async () => {
  const storage = local()
  const handle = new Repo({ network: [] }).create<{ text: string }>({ text: "from the server" })
  const id = handle.documentId
  const snapshot = A.save(handle.doc())
  const heads = A.getHeads(handle.doc())
  handle.change((doc) => { A.splice(doc, ["text"], doc.text.length, 0, ", typed") })
  const saved = A.saveSince(handle.doc(), heads)
  const unsent = new Unsent("anna", storage)
  const stop = new Journal("anna", "tab", storage).watch(handle, () => unsent.note(id, contentsOf(handle.doc())))
  handle.change((doc) => { A.splice(doc, ["text"], doc.text.length, 0, ", and lost by the tab") })
  stop()

  // Storage hands the parts over in any order.
  const stored = device([{ key: [id, "incremental", "b"], data: saved }, { key: [id, "snapshot", "a"], data: snapshot }, { key: [id, "sync-state", "c"], data: new Uint8Array([1]) }])
  expect(await readTexts("anna", stored, storage)).toEqual([{ documentId: id, doc: { text: "from the server, typed, and lost by the tab" }, loose: [] }])
  expect(await readTexts("ben", stored, storage)).toEqual([])
  unsent.forget(id)
  expect(await readTexts("anna", stored, storage)).toEqual([])
})

test("a text that cannot be read keeps no other from being offered, and is named", async () => {
  const storage = local()
  const unsent = new Unsent("anna", storage)
  const whole = A.from({ text: "whole" })
  for (const id of ["broken", "empty", "whole", "whole"]) unsent.note(id, contentsOf(whole))
  const stored = device([{ key: ["broken", "snapshot", "a"], data: new Uint8Array([1, 2, 3]) }, { key: ["whole", "snapshot", "a"], data: A.save(whole) }])
  expect(await readTexts("anna", stored, storage)).toEqual([{ documentId: "broken", doc: {}, loose: [] }, { documentId: "whole", doc: { text: "whole" }, loose: [] }])
  expect((await unsentTexts("anna", stored, storage)).map(({ isWhole }) => isWhole)).toEqual([false, true])
  const shut: ToldStorage = { ...stored, loadRange: () => Promise.reject(new Error("forbidden")) }
  expect((await unsentTexts("anna", shut, storage)).map(({ isWhole }) => isWhole)).toEqual([false, false, false])
})

test("a part that is damaged takes no other with it", async () => {
  const storage = local()
  const whole = A.from({ text: "stored" })
  new Unsent("anna", storage).note("one", contentsOf(whole))
  const stored = device([{ key: ["one", "snapshot", "a"], data: A.save(whole) }, { key: ["one", "incremental", "b"], data: new Uint8Array([1, 2, 3]) }])
  const [text] = await unsentTexts("anna", stored, storage)
  expect(text?.doc.text).toBe("stored")
  expect(text?.isWhole).toBe(false)
})

test("what was typed into footnotes and key points comes with the text", async () => {
  const storage = local()
  const handle = new Repo({ network: [] }).create<RichTextDocument>({ text: "from the server", footnotes: {}, keyPoints: {} })
  const id = handle.documentId
  const snapshot = A.save(handle.doc())
  const stop = new Journal("anna", "tab", storage).watch(handle, () => new Unsent("anna", storage).note(id, contentsOf(handle.doc())))
  handle.change((doc) => { doc.footnotes = { ...doc.footnotes, f: { text: "a note" } } })
  handle.change((doc) => { addKeyPoint(doc, "k", { range: { start: 0, end: 4 }, quote: "from" }, { addressee: "all" }) })
  handle.change((doc) => { setStatement(doc, "k", "A statement.") })
  stop()
  const [text] = await unsentTexts("anna", device([{ key: [id, "snapshot", "a"], data: snapshot }]), storage)
  expect(text?.doc.footnotes).toEqual({ f: { text: "a note" } })
  expect(text?.doc.keyPoints?.k?.statement).toBe("A statement.")
  expect(text?.loose).toEqual([])
})

test.each([["is missing", []], ["cannot be read", [new Uint8Array([1, 2, 3])]]])("what was typed into a document that %s on the device is offered without it", async (_, parts) => {
  const storage = local()
  const handle = new Repo({ network: [] }).create<RichTextDocument>({ text: "from the server", footnotes: { f: { text: "a note" } } })
  const id = handle.documentId
  const stop = new Journal("anna", "tab", storage).watch(handle, () => new Unsent("anna", storage).note(id, contentsOf(handle.doc())))
  handle.change((doc) => { A.splice(doc, ["text"], 4, 0, " all ov") })
  handle.change((doc) => { A.splice(doc, ["text"], 11, 0, "erx") })
  handle.change((doc) => { A.splice(doc, ["text"], 13, 1, "") })
  handle.change((doc) => { A.splice(doc, ["footnotes", "f", "text"], 6, 0, " about 😀") })
  stop()
  const stored = device(parts.map((data) => ({ key: [id, "snapshot", "a"], data })))
  expect(await readTexts("anna", stored, storage)).toEqual([{ documentId: id, doc: {}, loose: ["all over", "about 😀"] }])
})

test("the mark stays until all that any tab typed is in the document", () => {
  const storage = local()
  const [one, two] = [new Unsent("anna", storage), new Unsent("anna", storage)]
  const base = A.from({ text: "" })
  const type = (doc: typeof base, words: string) => A.change(doc, (draft) => { A.splice(draft, ["text"], draft.text.length, 0, words) })
  const here = type(A.clone(base), "here")
  const there = type(A.clone(base), "there")
  one.note("doc", contentsOf(here))
  two.note("doc", contentsOf(there))
  expect(one.isWithin("doc", contentsOf(here))).toBe(false)
  expect(two.isWithin("doc", contentsOf(there))).toBe(false)
  const both = A.merge(A.clone(here), there)
  expect(one.isWithin("doc", contentsOf(both))).toBe(true)
  // What is typed next builds on all of it.
  const next = type(both, "!")
  one.note("doc", contentsOf(next))
  expect(storage.getItem("rapporteur-unsent:anna:doc")).toBe(A.getHeads(next).join(" "))
  one.forget("doc")
  expect(two.isNoted("doc")).toBe(false)
})
