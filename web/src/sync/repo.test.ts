// @vitest-environment node
/** The documents of a person against a real server of automerge-repo over real sockets. */
import * as A from "@automerge/automerge"
import { Repo } from "@automerge/automerge-repo"
import { describe, expect, it, vi } from "vitest"
import type { RichTextDocument } from "../editor/document"
import { ownActor } from "./repo"
import { ServerConnection } from "./server-connection"
import { begun } from "./testing/begun"
import { journalOf, MemoryStorage, textOnServer, type } from "./testing/test-server"
import { Unsent } from "./unsent"
import { unsentTexts } from "./unsent-texts"

const { after, serverWithDocument, documentsOf } = begun()

it("keeps what is typed while the texts are being closed", async () => {
  const { server, url } = await serverWithDocument()
  const [storage, local] = [new MemoryStorage(), new Map<string, string>()]
  const documents = documentsOf(server, storage, local)
  const handle = await documents.open(url)
  await vi.waitFor(() => expect(documents.connection().connected).toBe(true))
  // A disk that takes its time, as one does that writes for certain.
  let written: () => void = () => undefined
  const disk = new Promise<void>((resolve) => { written = resolve })
  const save = storage.save.bind(storage)
  const begun = vi.fn()
  storage.save = async (...piece) => {
    begun()
    await disk
    return save(...piece)
  }
  type(handle, " one")
  const closing = documents.close()
  await vi.waitFor(() => expect(begun).toHaveBeenCalled())
  type(handle, " two")
  written()
  await closing
  const texts = await unsentTexts("anna", storage, journalOf(local))
  expect(texts[0]?.doc.text).toContain(" two")
})

it("writes under an actor that the server, which was told its secret, can tell for the tab's own", async () => {
  const { server, url } = await serverWithDocument()
  const handle = await documentsOf(server, new MemoryStorage()).open(url)
  type(handle, " one")
  await vi.waitFor(() => expect(textOnServer(server, url)).toContain(" one"))
  const [metadata] = Object.values(server.repo?.peerMetadataByPeerId ?? {})
  const secret: unknown = Reflect.get(metadata ?? {}, "secret")
  expect(secret).toHaveLength(32)
  const last = A.getLastLocalChange(handle.doc())
  const actor = last === undefined ? null : A.decodeChange(last).actor
  expect(actor).toBe(ownActor(secret as Uint8Array, handle.documentId))
  // The server computes the same from the same.
  expect(ownActor(new Uint8Array(32).fill(7), "6gMHXjsZ5cxdn4qSbgGYYY8CnKK")).toBe("f07247cbc9fcd7c44fbd9b7cc713cb4c")
})

it("does not call a text unsent for ever because a part of it is damaged on the device", async () => {
  const { server, url } = await serverWithDocument()
  const [storage, local] = [new MemoryStorage(), new Map<string, string>()]
  const snapshots = () => [...storage.kept.values()].filter(({ key }) => key[1] === "snapshot")
  const first = documentsOf(server, storage, local)
  await first.open(url)
  await vi.waitFor(() => expect(snapshots()).not.toEqual([]))
  await first.close()
  for (const part of snapshots()) part.data = part.data.slice(0, -20)
  const second = documentsOf(server, storage, local)
  type(await second.open(url), " one")
  expect(new Unsent("anna", journalOf(local)).all()).toHaveLength(1)
  await vi.waitFor(() => expect(textOnServer(server, url)).toContain(" one"))
  await vi.waitFor(() => expect(new Unsent("anna", journalOf(local)).all()).toEqual([]), { timeout: 5000 })
})

describe("a device that cannot store", () => {
  it("gets texts from the server where it is full on the first visit", async () => {
    const { server, url } = await serverWithDocument()
    const storage = new MemoryStorage()
    storage.full = true
    const handle = await documentsOf(server, storage).open(url, { signal: AbortSignal.timeout(8000) })
    expect(handle.doc().text).toContain("first")
    // So that it can be closed: a write in memory that fails is never done.
    storage.full = false
  })

  it("gets texts from the server where its storage cannot be read", async () => {
    const { server, url } = await serverWithDocument()
    const storage = new MemoryStorage()
    storage.load = () => Promise.reject(new Error("forbidden"))
    storage.loadRange = () => Promise.reject(new Error("forbidden"))
    const handle = await documentsOf(server, storage).open(url, { signal: AbortSignal.timeout(8000) })
    expect(handle.doc().text).toContain("first")
  })

  it("gets a text from the server of which a part is damaged, and keeps what is sound", async () => {
    const { server, url } = await serverWithDocument()
    const storage = new MemoryStorage()
    const local = new Map<string, string>()
    const first = documentsOf(server, storage, local)
    await first.open(url)
    await vi.waitFor(() => expect([...storage.kept.values()].some(({ key }) => key[1] === "sync-state")).toBe(true))
    await first.close()
    const part = [...storage.kept.values()].find(({ key }) => key[1] === "snapshot")
    if (part === undefined) throw new Error("not stored")
    storage.kept.set("sound", { key: [part.key[0] ?? "", "snapshot", "sound"], data: part.data })
    part.data = part.data.slice(0, part.data.length - 20)
    await server.stop()
    const offline = documentsOf(server, storage, local)
    const kept = await offline.open(url, { signal: AbortSignal.timeout(8000) })
    expect(kept.doc().text).toContain("first")
    await offline.close()

    storage.kept.delete("sound")
    await server.start()
    const handle = await documentsOf(server, storage, local).open(url, { signal: AbortSignal.timeout(8000) })
    expect(handle.doc().text).toContain("first")
  })

  it("loses no words that were stored after a part that is damaged", async () => {
    const { server, url } = await serverWithDocument()
    const storage = new MemoryStorage()
    const offline = documentsOf(server, storage)
    const handle = await offline.open(url)
    await server.stop()
    const id = handle.documentId
    await offline.close()
    let doc = handle.doc()
    for (const [index, words] of [" one", " two", " three"].entries()) {
      const heads = A.getHeads(doc)
      doc = A.change(A.clone(doc), (draft) => { A.splice(draft, ["text"], 0, 0, words) })
      const data = A.saveSince(doc, heads)
      if (index === 1) data[data.length - 3] = (data[data.length - 3] ?? 0) ^ 0xff
      const key = [id, "incremental", String(index)]
      storage.kept.set(key.join("/"), { key, data })
    }
    const again = documentsOf(server, storage)
    expect((await again.open(url)).doc().text).toContain(" one")
    await again.close()
    // What was stored after it builds on it; it waits on the device for the missing piece.
    const whole = A.load<RichTextDocument>(A.save(doc))
    await server.start()
    const there = await server.repo?.find<RichTextDocument>(url as never)
    there?.update((mine) => A.applyChanges(mine, A.getChanges(mine, whole).slice(0, 2))[0])
    const last = documentsOf(server, storage)
    const back = await last.open(url)
    await vi.waitFor(() => expect(back.doc().text).toContain(" three two one"), { timeout: 5000 })
    expect(storage.kept.has(`${id}/incremental/1`)).toBe(true)
  })
})

it("makes no connection when it is closed as soon as it was opened", async () => {
  const { server } = await serverWithDocument()
  await documentsOf(server).close()
  const other = documentsOf(server)
  await vi.waitFor(() => expect(other.connection().connected).toBe(true))
  expect(server.connections()).toBe(1)
})

/** Rapporteur's server tells a peer that is up to date nothing twice; automerge-repo's does. */
function tellOnce(): void {
  const emit = Reflect.get(ServerConnection.prototype, "emit") as (name: string, message: unknown) => boolean
  const last = new Map<string, string>()
  const spy = vi.spyOn(ServerConnection.prototype, "emit").mockImplementation(function (this: ServerConnection, name: string, ...[message]: unknown[]) {
    if (name === "message" && typeof message === "object" && message !== null && "type" in message && message.type === "sync") {
      const { documentId, data } = message as unknown as { documentId: string; data: Uint8Array }
      const { heads, changes } = A.decodeSyncMessage(data)
      if (changes.length === 0 && last.get(documentId) === String(heads)) return false
      last.set(documentId, String(heads))
    }
    return emit.call(this, name, message)
  } as never)
  after(() => spy.mockRestore())
}

describe("a text with words that were not sent", () => {
  it("is no longer called that once the server has them, also when that is learned with others' words", async () => {
    tellOnce()
    const { server, url } = await serverWithDocument()
    const local = new Map<string, string>()
    const unsent = () => new Unsent("anna", journalOf(local)).all()
    const documents = documentsOf(server, new MemoryStorage(), local)
    const handle = await documents.open(url)
    await vi.waitFor(() => expect(documents.connection().connected).toBe(true))
    await server.stop()
    type(handle, " mine")
    expect(unsent()).toHaveLength(1)
    // They reached the server, whose answer was lost; somebody else wrote on.
    const mine = A.save(handle.doc())
    await server.start()
    const there = await server.repo?.find<RichTextDocument>(url as never)
    there?.update((doc) => A.merge(doc, A.load(mine)))
    type(server.document(url), " theirs")
    documents.retryNow()
    await vi.waitFor(() => expect(handle.doc().text).toContain("theirs"), { timeout: 5000 })
    await vi.waitFor(() => expect(unsent()).toEqual([]))
  })

  it("is not forgotten by a tab that has not got another tab's last words yet", async () => {
    const { server, url } = await serverWithDocument()
    const local = new Map<string, string>()
    const one = documentsOf(server, new MemoryStorage(), local)
    const two = documentsOf(server, new MemoryStorage(), local)
    const here = await one.open(url)
    const there = await two.open(url)
    // The network goes at this moment: nothing more is sent, and what the server has comes all the same.
    const send = vi.spyOn(ServerConnection.prototype, "send").mockImplementation(() => undefined)
    after(() => send.mockRestore())
    type(here, " mine")
    type(server.document(url), " by somebody else")
    await vi.waitFor(() => expect(there.doc().text).toContain("somebody else"))
    expect(textOnServer(server, url)).not.toContain("mine")
    expect(new Unsent("anna", journalOf(local)).all()).toHaveLength(1)
  })
})

describe("a text that does not come", () => {
  it("is not called refused where the server is only slow", async () => {
    const { server, url } = await serverWithDocument()
    const documents = documentsOf(server)
    await vi.waitFor(() => expect(documents.connection().connected).toBe(true))
    server.deaf = true
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] })
    after(() => void vi.useRealTimers())
    const told: boolean[] = []
    const stop = new AbortController()
    const opening = documents.open(url, { signal: stop.signal, onUnavailable: (refused) => told.push(refused) }).catch(() => undefined)
    await vi.advanceTimersByTimeAsync(90_000)
    expect(told).toEqual([])
    stop.abort()
    await opening
  })

  it("is called refused as soon as the server refuses it, also after it could not be reached", async () => {
    const { server } = await serverWithDocument()
    const elsewhere = new Repo({ network: [] }).create({ text: "x" })
    await server.stop()
    const documents = documentsOf(server)
    const told: boolean[] = []
    const stop = new AbortController()
    const opening = documents.open(elsewhere.url, { signal: stop.signal, onUnavailable: (refused) => told.push(refused) }).catch(() => undefined)
    await vi.waitFor(() => expect(told).toEqual([false]), { timeout: 5000 })
    await server.start()
    documents.retryNow()
    await vi.waitFor(() => expect(told).toEqual([false, true]), { timeout: 5000 })
    stop.abort()
    await opening
  })
})
