import * as A from "@automerge/automerge"
import { Repo, type StorageKey } from "@automerge/automerge-repo"
import { expect, test } from "vitest"
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

test("a text that the server has not confirmed is read from the device and the journal", async () => {
  const storage = local()
  const handle = new Repo({ network: [] }).create<{ text: string }>({ text: "from the server" })
  const id = handle.documentId
  const snapshot = A.save(handle.doc())
  const heads = A.getHeads(handle.doc())
  handle.change((doc) => { A.splice(doc, ["text"], doc.text.length, 0, ", typed") })
  const saved = A.saveSince(handle.doc(), heads)
  const unsent = new Unsent("anna", storage)
  const stop = new Journal("anna", "tab", storage).watch(handle, () => unsent.note(id))
  handle.change((doc) => { A.splice(doc, ["text"], doc.text.length, 0, ", and lost by the tab") })
  stop()

  // Storage hands the parts over in any order.
  const stored = device([{ key: [id, "incremental", "b"], data: saved }, { key: [id, "snapshot", "a"], data: snapshot }, { key: [id, "sync-state", "c"], data: new Uint8Array([1]) }])
  expect(await unsentTexts("anna", stored, storage)).toEqual([{ documentId: id, text: "from the server, typed, and lost by the tab" }])
  expect(await unsentTexts("ben", stored, storage)).toEqual([])
  unsent.forget(id)
  expect(await unsentTexts("anna", stored, storage)).toEqual([])
})

test("a text that cannot be read keeps no other from being offered", async () => {
  const storage = local()
  const unsent = new Unsent("anna", storage)
  const whole = A.from({ text: "whole" })
  unsent.note("broken")
  unsent.note("whole")
  unsent.note("whole")
  const stored = device([{ key: ["broken", "snapshot", "a"], data: new Uint8Array([1, 2, 3]) }, { key: ["whole", "snapshot", "a"], data: A.save(whole) }])
  expect(await unsentTexts("anna", stored, storage)).toEqual([{ documentId: "whole", text: "whole" }])
})
