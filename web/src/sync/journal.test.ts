import * as A from "@automerge/automerge"
import { Repo } from "@automerge/automerge-repo"
import { expect, test, vi } from "vitest"
import { Journal } from "./journal"
import type { JournalStorage } from "./journal-storage"

function memory(): JournalStorage & { map: Map<string, string> } {
  const map = new Map<string, string>()
  return {
    map,
    get length() { return map.size },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  }
}

/** A document that was stored, and then typed in without being stored. */
function typedAndLost(storage: JournalStorage) {
  const repo = new Repo({ network: [] })
  const handle = repo.create<{ text: string }>({ text: "stored" })
  const stored = A.save(handle.doc())
  const journal = new Journal("anna", "tab-1", storage)
  const stop = journal.watch(handle)
  for (const letter of " typed") handle.change((doc) => { A.splice(doc, ["text"], doc.text.length, 0, letter) })
  stop()
  return { handle, stored }
}

test("what was typed before the document was stored is there again", () => {
  const storage = memory()
  const { handle, stored } = typedAndLost(storage)
  const again = new Repo({ network: [] }).import<{ text: string }>(stored, { docId: handle.documentId })
  const journal = new Journal("anna", "tab-2", storage)
  journal.replay(again)
  expect(again.doc().text).toBe("stored typed")
  // Once more changes nothing.
  journal.replay(again)
  expect(again.doc().text).toBe("stored typed")
})

test.each(["damaged", "written twice by one actor"])("an entry that is %s keeps back no other", (fault) => {
  const storage = memory()
  const { handle, stored } = typedAndLost(storage)
  const last = [...storage.map.keys()].at(-1) ?? ""
  const twice = A.change(A.load<{ text: string }>(stored, { actor: A.getActorId(handle.doc()) }), (doc) => { A.splice(doc, ["text"], 0, 0, "?") })
  const spoilt = fault === "damaged" ? storage.map.get(last)?.slice(0, 40) : btoa(String.fromCharCode(...(A.getLastLocalChange(twice) ?? [])))
  storage.map.set(last, spoilt ?? "")
  const again = new Repo({ network: [] }).import<{ text: string }>(stored, { docId: handle.documentId })
  new Journal("anna", "tab-2", storage).replay(again)
  expect(again.doc().text).toBe("stored type")
})

test("another person on the same device gets nothing of it", () => {
  const storage = memory()
  const { handle, stored } = typedAndLost(storage)
  const again = new Repo({ network: [] }).import<{ text: string }>(stored, { docId: handle.documentId })
  new Journal("ben", "tab-2", storage).replay(again)
  expect(again.doc().text).toBe("stored")
})

test("what came from others is not noted, and what is stored is forgotten", () => {
  const storage = memory()
  const { handle } = typedAndLost(storage)
  const journal = new Journal("anna", "tab-1", storage)
  journal.replay(handle)
  journal.clear(handle.documentId)
  expect(storage.length).toBe(0)
  const stop = journal.watch(handle)
  const other = A.change(A.clone(handle.doc()), (doc) => { A.splice(doc, ["text"], 0, 0, "far ") })
  handle.update((doc) => A.merge(doc, other))
  expect(handle.doc().text).toBe("far stored typed")
  expect(storage.length).toBe(0)
  stop()
})

test("a change that nobody sees is noted as well", () => {
  const storage = memory()
  const handle = new Repo({ network: [] }).create<{ text: string }>({ text: "stored" })
  const stop = new Journal("anna", "tab-1", storage).watch(handle)
  handle.update((doc) => A.emptyChange(doc))
  expect(storage.length).toBe(1)
  stop()
})

test("what another tab noted is not forgotten before this one has it", () => {
  const storage = memory()
  const { handle, stored } = typedAndLost(storage)
  const here = new Repo({ network: [] }).import<{ text: string }>(stored, { docId: handle.documentId })
  const journal = new Journal("anna", "tab-2", storage)
  const stop = journal.watch(here)
  here.change((doc) => { A.splice(doc, ["text"], 0, 0, "here ") })
  expect(storage.length).toBe(7)
  journal.clear(handle.documentId)
  // The six letters of the other tab, and nothing of this one.
  expect([...storage.map.keys()].filter((key) => key.includes("tab-1"))).toHaveLength(storage.length)
  expect(storage.length).toBe(6)
  stop()
})

test("what builds on words that are not here yet waits in the journal until they are", () => {
  const storage = memory()
  const repo = new Repo({ network: [] })
  const handle = repo.create<{ text: string }>({ text: "base" })
  const stored = A.save(handle.doc())
  const other = A.change(A.clone(handle.doc()), (doc) => { A.splice(doc, ["text"], 0, 0, "far ") })
  handle.update((doc) => A.merge(doc, other))
  const writer = new Journal("anna", "tab-1", storage)
  const stop = writer.watch(handle)
  handle.change((doc) => { A.splice(doc, ["text"], doc.text.length, 0, " mine") })
  stop()

  // The tab died before the other's words were stored.
  const again = new Repo({ network: [] }).import<{ text: string }>(stored, { docId: handle.documentId })
  const journal = new Journal("anna", "tab-2", storage)
  journal.replay(again)
  journal.clear(handle.documentId)
  expect(storage.length).toBe(1)
  again.update((doc) => A.merge(doc, other))
  const whole = new Repo({ network: [] }).import<{ text: string }>(A.save(again.doc()), { docId: handle.documentId })
  const third = new Journal("anna", "tab-3", storage)
  third.replay(whole)
  expect(whole.doc().text).toBe("far base mine")
  third.clear(handle.documentId)
  expect(storage.length).toBe(0)
})

test("what a tab noted that was closed in the middle of a word comes into one that is open", async () => {
  const storage = memory()
  const { handle, stored } = typedAndLost(storage)
  const here = new Repo({ network: [] }).import<{ text: string }>(stored, { docId: handle.documentId })
  const other = new Repo({ network: [] }).import<{ text: string }>(stored)
  const tab = Object.assign(new EventTarget(), { setTimeout, clearTimeout })
  vi.stubGlobal("window", tab)
  vi.useFakeTimers()
  const journal = new Journal("anna", "tab-2", storage)
  const taken: string[] = []
  const stops = [here, other].map((each) => journal.watchOthers(each, () => taken.push(each.documentId)))
  const tell = (key: string | undefined) => tab.dispatchEvent(Object.assign(new Event("storage"), { key, newValue: "noted" }))
  for (const key of storage.map.keys()) tell(key)
  vi.runAllTimers()
  expect(here.doc().text).toBe("stored typed")
  expect(other.doc().text).toBe("stored")
  // Told again, it is nothing new.
  tell([...storage.map.keys()][0])
  vi.runAllTimers()
  expect(taken).toEqual([here.documentId])
  for (const stop of stops) stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
