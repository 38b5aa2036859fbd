// @vitest-environment node
/** The status against a real server of automerge-repo over real sockets: what it says must be so. */
import * as A from "@automerge/automerge"
import { type DocHandle, Repo } from "@automerge/automerge-repo"
import { describe, expect, it, vi } from "vitest"
import type { RichTextDocument } from "../editor/document"
import { CONFIRM_WITHIN, type DocumentStatus, openStatus } from "./connection-status"
import { DeviceWrites } from "./device-writes"
import { lastHeard } from "./last-heard"
import { FIRST_WITHIN, JOIN_WITHIN, ServerConnection, type ServerWord } from "./server-connection"
import { begun } from "./testing/begun"
import { journalOf, MemoryStorage, textOnServer, type TestServer, type } from "./testing/test-server"

interface Client {
  repo: Repo
  connection: ServerConnection
  storage: MemoryStorage
  handle: DocHandle<RichTextDocument>
  status(): DocumentStatus
  retries: (() => void)[]
  overdue: (() => void)[]
  /** After how long each of them was to run. */
  pauses: number[]
  clock: { now: number }
  close(): void
}

const { after, serverWithDocument, documentsOf } = begun()

async function client(
  server: TestServer,
  url: string,
  storage = new MemoryStorage(),
  signedIn: boolean | null = true,
  person: { mayWrite?: () => boolean; isTyped?: () => boolean } = {},
  kept = lastHeard("anna", null),
  heardElsewhere: ServerWord = () => () => undefined,
): Promise<Client> {
  const writes = new DeviceWrites(storage, () => () => undefined)
  const retries: (() => void)[] = []
  const overdue: (() => void)[] = []
  const pauses: number[] = []
  const clock = { now: 1_000_000 }
  const connection = new ServerConnection({
    url: `ws://127.0.0.1:${server.port}`,
    checkSignedIn: () => Promise.resolve(signedIn),
    lastHeard: kept,
    heardElsewhere,
    now: () => clock.now,
    chance: () => 0,
    after: (milliseconds, run) => {
      if (milliseconds !== FIRST_WITHIN && milliseconds !== JOIN_WITHIN) retries.push(run)
      return () => undefined
    },
  })
  const repo = new Repo({ storage, network: [connection], saveDebounceRate: 1 })
  writes.watch(repo)
  const handle = await repo.find<RichTextDocument>(url as never)
  const status = openStatus({
    repo,
    handle,
    connection,
    writes,
    ...person,
    onStatus: () => undefined,
    now: () => clock.now,
    after: (milliseconds, run) => {
      if (milliseconds < CONFIRM_WITHIN) setTimeout(run, 1)
      else {
        overdue.push(run)
        pauses.push(milliseconds)
      }
      return () => undefined
    },
  })
  const close = () => {
    status.close()
    connection.disconnect()
  }
  after(close)
  return { repo, connection, storage, handle, status: status.current, retries, overdue, pauses, clock, close }
}

describe("the status", () => {
  it("says that all is on the device and on the server", async () => {
    const { server, url } = await serverWithDocument()
    const { status, handle } = await client(server, url)
    await vi.waitFor(() => expect(status().server.state).toBe("up-to-date"))
    type(handle, " second")
    expect(status().server.waitingChanges).toBe(1)
    await vi.waitFor(() => {
      expect(status()).toMatchObject({
        device: { saved: true, failed: false },
        server: { state: "up-to-date", connected: true, waitingChanges: 0, offlineSince: null },
      })
      expect(textOnServer(server, url)).toContain("second")
    })
  })

  it("counts what waits while the server is away, and is right when it is back", async () => {
    const { server, url } = await serverWithDocument()
    const { status, handle, retries } = await client(server, url)
    await vi.waitFor(() => expect(status().server.state).toBe("up-to-date"))
    await server.stop()
    await vi.waitFor(() => expect(status().server.connected).toBe(false))
    type(handle, " one")
    type(handle, " two")
    await vi.waitFor(() => {
      expect(status().device.saved).toBe(true)
      expect(status().server).toMatchObject({ state: "waiting", waitingChanges: 2, offlineSince: 1_000_000 })
      expect(status().server.nextTryAt).not.toBeNull()
    })
    await server.start()
    retries.at(-1)?.()
    await vi.waitFor(() => {
      expect(status().server).toMatchObject({ state: "up-to-date", waitingChanges: 0 })
      expect(textOnServer(server, url)).toContain("one two")
    })
  })

  it("remembers over a restart without network what the server had", async () => {
    const { server, url } = await serverWithDocument()
    const first = await client(server, url)
    await vi.waitFor(() => expect(first.status().server.state).toBe("up-to-date"))
    await vi.waitFor(() => expect([...first.storage.kept.keys()].some((key) => key.startsWith("server-heads"))).toBe(true))
    await server.stop()
    await vi.waitFor(() => expect(first.status().server.connected).toBe(false))
    type(first.handle, " offline")
    await vi.waitFor(() => expect(first.status().device.saved).toBe(true))
    first.close()
    const second = await client(server, url, first.storage)
    expect(second.handle.doc().text).toContain("offline")
    await vi.waitFor(() => {
      expect(second.status().device.saved).toBe(true)
      expect(second.status().server).toMatchObject({ state: "waiting", waitingChanges: 1, upTo: 1_000_000 })
    })
  })

  it("says of a text that was fetched and never opened that nothing waits and nothing was refused", async () => {
    const { server, url } = await serverWithDocument()
    const storage = new MemoryStorage()
    const ahead = documentsOf(server, storage)
    await ahead.fetchAhead([url])
    const kept = () => [...storage.kept].find(([key]) => key.startsWith("server-heads"))?.[1].data
    await vi.waitFor(() => expect(kept()).toBeDefined())
    // Somebody else writes on while nobody here looks at it.
    const before = kept()
    type(server.document(url), " by somebody else")
    await vi.waitFor(() => expect(kept()).not.toEqual(before), { timeout: 3000 })
    await ahead.close()
    await server.stop()

    for (const mayWrite of [true, false]) {
      const { status, handle } = await client(server, url, storage, null, { mayWrite: () => mayWrite, isTyped: () => false })
      expect(handle.doc().text).toContain("by somebody else")
      expect(status().server).toMatchObject({ waitingChanges: 0 })
      expect(status().server.state).not.toBe("refused")
      await vi.waitFor(() => expect(status().server.upTo).not.toBeNull())
      expect(status().server).toMatchObject({ state: "up-to-date", waitingChanges: 0 })
    }
  })

  it("says of what others were typing when the lid was closed that nothing waits", async () => {
    const { server, url } = await serverWithDocument()
    const first = await client(server, url)
    const isKept = () => [...first.storage.kept.keys()].some((key) => key.startsWith("server-heads"))
    await vi.waitFor(() => expect(first.status().server.state).toBe("up-to-date"))
    await vi.waitFor(() => expect(isKept()).toBe(true))
    // The document is stored in time, the server's word of it is not.
    const save = first.storage.save.bind(first.storage)
    first.storage.save = (key, data) => (key[0] === "server-heads" ? Promise.resolve() : save(key, data))
    for (const word of [" by", " somebody", " else"]) type(server.document(url), word)
    await vi.waitFor(() => expect(first.handle.doc().text).toContain("else"))
    await vi.waitFor(() => expect(first.status().device.saved).toBe(true))
    first.close()
    await server.stop()
    const second = await client(server, url, first.storage, null, { mayWrite: () => true, isTyped: () => false })
    expect(second.handle.doc().text).toContain("else")
    await vi.waitFor(() => expect(second.status().server.upTo).not.toBeNull())
    expect(second.status().server.waitingChanges).toBe(0)
  })

  it("calls refused only what was typed here", async () => {
    const { server, url } = await serverWithDocument()
    const storage = new MemoryStorage()
    let [typed, mayWrite] = [false, true]
    const first = await client(server, url, storage, true, { mayWrite: () => mayWrite, isTyped: () => typed })
    await vi.waitFor(() => expect(first.status().server.state).toBe("up-to-date"))
    await server.stop()
    mayWrite = false
    // As from a tab that never heard the server.
    type(first.handle, " unheard")
    expect(first.status().server).toMatchObject({ state: "up-to-date", waitingChanges: 0 })
    typed = true
    expect(first.status().server).toMatchObject({ state: "refused", waitingChanges: 1 })
    mayWrite = true
    expect(first.status().server).toMatchObject({ state: "waiting", waitingChanges: 1 })
  })

  it("knows what the server had while its newest is still on the way", async () => {
    const { server, url } = await serverWithDocument()
    const { status, connection, handle } = await client(server, url)
    await vi.waitFor(() => expect(status().server.state).toBe("up-to-date"))
    const ahead = A.change(A.clone(handle.doc()), (doc) => { A.splice(doc, ["text"], 0, 0, "new ") })
    const [, message] = A.generateSyncMessage(ahead, A.initSyncState())
    connection.emit("message", { type: "sync", documentId: handle.documentId, senderId: "s", targetId: "c", data: message ?? undefined } as never)
    await vi.waitFor(() => expect(connection.serverHeads(handle.documentId)).toEqual(A.getHeads(ahead)))
    expect(status().server).toMatchObject({ state: "up-to-date", waitingChanges: 0 })
  })

  it("tells that the server had gone back to an older state, and when it has caught up", async () => {
    const { server, url } = await serverWithDocument()
    const { status, connection, handle } = await client(server, url)
    await vi.waitFor(() => expect(status().server.state).toBe("up-to-date"))
    const before = A.clone(handle.doc())
    type(handle, " second")
    await vi.waitFor(() => expect(status().server).toMatchObject({ state: "up-to-date", wentBack: null }))
    const [, message] = A.generateSyncMessage(before, A.initSyncState())
    connection.emit("message", { type: "sync", documentId: handle.documentId, senderId: "s", targetId: "c", data: message ?? undefined } as never)
    connection.serverHeads = () => A.getHeads(before)
    await vi.waitFor(() => expect(status().server).toMatchObject({ waitingChanges: 1, wentBack: "catching-up" }))
    Reflect.deleteProperty(connection, "serverHeads")
    type(handle, " third")
    await vi.waitFor(() => expect(status().server).toMatchObject({ waitingChanges: 0, wentBack: "caught-up" }))
  })

  it("does not call saved what the device could not write", async () => {
    const { server, url } = await serverWithDocument()
    const { status, handle, storage } = await client(server, url)
    await vi.waitFor(() => expect(status().device.saved).toBe(true))
    storage.full = true
    type(handle, " lost?")
    await vi.waitFor(() => expect(status().device).toMatchObject({ saved: false, failed: true }))
  })

  it("says that the server does not confirm, and tries a new connection", async () => {
    const { server, url } = await serverWithDocument()
    const { status, handle, overdue, clock, connection } = await client(server, url)
    await vi.waitFor(() => expect(status().server.state).toBe("up-to-date"))
    server.deaf = true
    type(handle, " hello?")
    await vi.waitFor(() => expect(status().server).toMatchObject({ state: "waiting", waitingChanges: 1 }))
    clock.now += 10_000
    const states: string[] = []
    connection.onState(() => states.push(status().server.state))
    overdue.at(-1)?.()
    await vi.waitFor(() => expect(connection.state().connected).toBe(false))
    expect(states.length).toBeGreaterThan(0)
    // It goes on saying so while the connection is made anew.
    expect(status().server).toMatchObject({ state: "not-saved", waitingChanges: 1 })
    // Where none is made, it is the network that is missing.
    clock.now += 10_000
    expect(status().server.state).toBe("waiting")
  })

  it("tries a new connection again and again while the server confirms nothing, after longer and longer pauses", async () => {
    const { server, url } = await serverWithDocument()
    const { status, handle, overdue, pauses, clock, connection } = await client(server, url)
    await vi.waitFor(() => expect(status().server.state).toBe("up-to-date"))
    const reconnect = vi.spyOn(connection, "reconnect").mockImplementation(() => undefined)
    server.deaf = true
    type(handle, " hello?")
    for (let i = 1; i <= 5; i++) {
      status()
      clock.now += 10_000
      overdue.at(-1)?.()
      expect(reconnect).toHaveBeenCalledTimes(i)
    }
    expect(pauses.slice(0, 5)).toEqual([8_000, 16_000, 32_000, 64_000, 64_000])
  })

  it("leaves a connection alone on which something still goes out, or the server speaks of other things", async () => {
    const { server, url } = await serverWithDocument()
    const { status, handle, overdue, clock, connection } = await client(server, url)
    await vi.waitFor(() => expect(status().server.state).toBe("up-to-date"))
    const reconnect = vi.spyOn(connection, "reconnect").mockImplementation(() => undefined)
    server.deaf = true
    type(handle, " hello?")
    const goesOn = (left: number) => {
      Object.defineProperty(connection.socket, "bufferedAmount", { value: left, configurable: true })
      status()
      clock.now += 70_000
      overdue.at(-1)?.()
      return reconnect.mock.calls.length
    }
    // Half of a long draft that was typed offline is on its way, over a slow network.
    expect([goesOn(2_000_000), goesOn(1_000_000)]).toEqual([0, 0])
    // It moves no further.
    expect(goesOn(1_000_000)).toBe(1)
    status()
    clock.now += 69_999
    connection.emit("message", { type: "remote-heads-changed", documentId: handle.documentId, senderId: "s", targetId: "c", newHeads: {} } as never)
    clock.now += 1
    overdue.at(-1)?.()
    expect(reconnect).toHaveBeenCalledTimes(1)
  })

  it("notices a lost sign-in and stops knocking", async () => {
    const { server, url } = await serverWithDocument()
    const storage = new MemoryStorage()
    const first = await client(server, url, storage)
    await vi.waitFor(() => expect(first.status().device.saved).toBe(true))
    first.close()
    server.refuses = true
    const { connection, status } = await client(server, url, storage, false)
    await vi.waitFor(() => expect(connection.state()).toMatchObject({ signedOut: true, nextTryAt: null }))
    expect(status().server.signedOut).toBe(true)
    server.refuses = false
    connection.retryNow()
    await vi.waitFor(() => expect(connection.state()).toMatchObject({ connected: true, signedOut: false }))
  })

  it("says that the server takes no more connections, and tries again", async () => {
    const { server, url } = await serverWithDocument()
    const storage = new MemoryStorage()
    const first = await client(server, url, storage)
    await vi.waitFor(() => expect(first.status().device.saved).toBe(true))
    first.close()
    server.crowded = true
    const { connection, status } = await client(server, url, storage, false)
    await vi.waitFor(() => expect(status().server).toMatchObject({ crowded: true, connected: false }))
    server.crowded = false
    connection.retryNow()
    await vi.waitFor(() => expect(connection.state()).toMatchObject({ connected: true, crowded: false }))
  })

  it("is offline when the first connection is not made in time, and not before", () => {
    const timers = new Map<number, () => void>()
    const connection = new ServerConnection({
      url: "ws://127.0.0.1:9",
      checkSignedIn: () => Promise.resolve(null),
      now: () => 1_000_000,
      after: (milliseconds, run) => {
        timers.set(milliseconds, run)
        return () => undefined
      },
    })
    expect(connection.state()).toMatchObject({ connected: false, offlineSince: null })
    timers.get(FIRST_WITHIN)?.()
    expect(connection.state()).toMatchObject({ connected: false, offlineSince: 1_000_000 })
  })

  it("gives up a connection on which the server says nothing", async () => {
    const { server, url } = await serverWithDocument()
    server.deaf = true
    const timers: { milliseconds: number; run: () => void; off: boolean }[] = []
    const connection = new ServerConnection({
      url: `ws://127.0.0.1:${server.port}`,
      checkSignedIn: () => Promise.resolve(true),
      after: (milliseconds, run) => {
        const timer = { milliseconds, run, off: false }
        timers.push(timer)
        return () => { timer.off = true }
      },
    })
    after(() => connection.disconnect())
    new Repo({ network: [connection] }).findWithProgress(url as never)
    const isWaiting = () => timers.some(({ milliseconds, off }) => milliseconds === JOIN_WITHIN && !off)
    await vi.waitFor(() => expect(server.connections()).toBe(1))
    expect(isWaiting()).toBe(true)
    server.deaf = false
    timers.find(({ milliseconds }) => milliseconds === JOIN_WITHIN)?.run()
    expect(connection.state().nextTryAt).not.toBeNull()
    timers.at(-1)?.run()
    await vi.waitFor(() => expect(connection.state().connected).toBe(true))
    expect(isWaiting()).toBe(false)
  })

  it("keeps one socket, however often a try is asked for", async () => {
    const { server, url } = await serverWithDocument()
    const { connection, status } = await client(server, url)
    await vi.waitFor(() => expect(status().server.state).toBe("up-to-date"))
    await server.stop()
    await vi.waitFor(() => expect(connection.state().connected).toBe(false))
    await server.start()
    for (let i = 0; i < 3; i++) connection.retryNow()
    await vi.waitFor(() => expect(connection.state().connected).toBe(true))
    await vi.waitFor(() => expect(server.connections()).toBe(1))
  })

  it("says since when nothing was heard, also when the loss is noticed late or the page was opened without a network", async () => {
    const { server, url } = await serverWithDocument()
    const kept = lastHeard("anna", journalOf(new Map()))
    const { connection, clock, status } = await client(server, url, new MemoryStorage(), true, {}, kept)
    await vi.waitFor(() => expect(status().server).toMatchObject({ state: "up-to-date", heard: true }))
    // The lid was closed for a night.
    const evening = clock.now
    clock.now += 36_000_000
    connection.reconnect()
    expect(status().server).toMatchObject({ connected: false, heard: false, offlineSince: evening })
    const again = new ServerConnection({
      url: "ws://127.0.0.1:9",
      checkSignedIn: () => Promise.resolve(null),
      lastHeard: kept,
      now: () => clock.now,
      after: (_, run) => {
        run()
        return () => undefined
      },
    })
    expect(again.state().offlineSince).toBe(evening)
  })

  it("counts as heard what the server says elsewhere while nobody types", async () => {
    const { server, url } = await serverWithDocument()
    const words: ((at: number) => void)[] = []
    const kept = lastHeard("anna", journalOf(new Map()))
    const { connection, clock, status } = await client(server, url, new MemoryStorage(), true, {}, kept, (hear) => {
      words.push(hear)
      return () => { words.length = 0 }
    })
    await vi.waitFor(() => expect(status().server.state).toBe("up-to-date"))
    const spoke = connection.spokeAt()
    clock.now += 1_680_000
    words[0]?.(clock.now)
    clock.now += 40_000
    connection.reconnect()
    expect(status().server).toMatchObject({ connected: false, offlineSince: clock.now - 40_000 })
    expect(kept.read()).toBe(clock.now - 40_000)
    // No socket can be made, but the server still answers.
    words[0]?.(clock.now)
    expect(status().server).toMatchObject({ connected: false, offlineSince: clock.now })
    // That other ways are open does not make a dead socket a living one.
    expect(connection.spokeAt()).toBe(spoke)
    connection.disconnect()
    expect(words).toEqual([])
  })

  it("waits longer from try to try", async () => {
    const { server, url } = await serverWithDocument()
    const { connection, retries, status } = await client(server, url)
    await vi.waitFor(() => expect(status().server.state).toBe("up-to-date"))
    await server.stop()
    const pauses: number[] = []
    for (let i = 1; i <= 6; i++) {
      await vi.waitFor(() => expect(retries.length).toBe(i))
      pauses.push((connection.state().nextTryAt ?? 0) - 1_000_000)
      retries.at(-1)?.()
    }
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 15000])
  })
})
