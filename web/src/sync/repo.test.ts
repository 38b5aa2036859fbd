// @vitest-environment node
/** The documents of a person against a real server of automerge-repo over real sockets. */
import { afterEach, describe, expect, it, vi } from "vitest"
import { openDocuments } from "./repo"
import { journalOf, MemoryStorage, serverWithDocument as startServer, type TestServer } from "./testing/test-server"

const cleanups: (() => void | Promise<void>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function serverWithDocument() {
  const started = await startServer()
  cleanups.push(() => started.server.stop())
  return started
}

function documentsOf(server: TestServer, storage = new MemoryStorage(), local = new Map<string, string>()) {
  const documents = openDocuments({
    personId: "anna",
    syncUrl: `ws://127.0.0.1:${server.port}`,
    checkSignedIn: () => Promise.resolve(true),
    storage,
    otherTabs: false,
    journal: journalOf(local),
  })
  cleanups.push(() => documents.close())
  return documents
}

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
})

it("makes no connection when it is closed as soon as it was opened", async () => {
  const { server } = await serverWithDocument()
  await documentsOf(server).close()
  const other = documentsOf(server)
  await vi.waitFor(() => expect(other.connection().connected).toBe(true))
  expect(server.connections()).toBe(1)
})
