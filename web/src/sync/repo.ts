/**
 * The documents of one person in this tab: on the device, shared with the person's other tabs, and on the server.
 */
import * as A from "@automerge/automerge"
import {
  type AutomergeUrl,
  decodeHeads,
  type DocHandle,
  type DocumentId,
  encodeHeads,
  isValidAutomergeUrl,
  Repo,
} from "@automerge/automerge-repo"
import { BroadcastChannelNetworkAdapter } from "@automerge/automerge-repo-network-broadcastchannel"
import sha256 from "fast-sha256"
import type { DocumentHandle, RichTextDocument } from "../editor/document"
import type { PresenceChannel } from "../editor/editor-api"
import { changesBeyond, type DocumentStatus, type OpenStatus, openStatus } from "./connection-status"
import { contentsOf } from "./contents"
import { openDeviceStorage, type ToldStorage } from "./device-storage"
import { DeviceWrites } from "./device-writes"
import { ForgivingStorage } from "./forgiving-storage"
import { Journal } from "./journal"
import { type JournalStorage, journalStorage } from "./journal-storage"
import { lastHeard } from "./last-heard"
import { type ConnectionState, ServerConnection, type ServerWord } from "./server-connection"
import { keepServerHeads } from "./server-heads"
import { Unsent } from "./unsent"

/** Everything about documents that a page needs. One for each person signed in. */
export interface Documents {
  /**
   * Opens a document, from the device if it is there, else from the server. Resolves as soon as it can be shown;
   * `onUnavailable` is called when it is neither here nor to be had now, because the server refuses it or cannot be reached,
   * and it goes on waiting.
   */
  open(url: string, options?: { signal?: AbortSignal; onUnavailable?(refused: boolean): void }): Promise<DocHandle<RichTextDocument>>
  /** Fetches documents onto the device, so that they can be opened without a network. */
  fetchAhead(urls: readonly string[]): Promise<void>
  /** Watches a document. `mayWrite` tells whether this person's right to write it still holds. */
  status(
    handle: DocHandle<RichTextDocument>,
    onStatus: (status: DocumentStatus) => void,
    mayWrite?: () => boolean,
  ): OpenStatus
  connection(): ConnectionState
  onConnection(listener: () => void): () => void
  retryNow(): void
  /** Writes what waits to be written, and lets go. */
  close(): Promise<void>
}

/** What documents are opened with. */
export interface DocumentsOptions {
  personId: string
  /** The address of the server's `/sync`. */
  syncUrl: string
  /** Asks the server whether this person is signed in; null when it could not be asked. */
  checkSignedIn(): Promise<boolean | null>
  /** Calls back each time the page hears of the server by other ways than the socket, and returns what stops that. */
  heardElsewhere?: ServerWord
  /** For tests: other storage than IndexedDB, and no other tabs. */
  storage?: ToldStorage
  otherTabs?: boolean
  /** For tests: another place for what was typed in the last moment. */
  journal?: JournalStorage
}

/** How often the device's storage gets what was typed, in milliseconds. */
const SAVE_EVERY = 400

/** Opens the documents of a person. */
export function openDocuments(options: DocumentsOptions): Documents {
  const storage = options.storage ?? openDeviceStorage(options.personId)
  const writes = new DeviceWrites(storage)
  const local = options.journal ?? journalStorage()
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const connection = new ServerConnection({
    url: options.syncUrl,
    secret,
    checkSignedIn: options.checkSignedIn,
    ...(options.heardElsewhere === undefined ? {} : { heardElsewhere: options.heardElsewhere }),
    lastHeard: lastHeard(options.personId, local),
  })
  const tabs =
    options.otherTabs === false
      ? []
      : [new BroadcastChannelNetworkAdapter({ channelName: `rapporteur-${options.personId}`, peerWaitMs: 100 })]
  // What is not written yet stands in the journal; a write for each letter would cost more than the letter.
  const forgiving = new ForgivingStorage(storage)
  const repo = new Repo({ storage: forgiving, network: [connection, ...tabs], saveDebounceRate: SAVE_EVERY })
  writes.watch(repo)
  const journal = new Journal(options.personId, crypto.randomUUID(), local)
  const unsent = new Unsent(options.personId, local)
  const watched = new Map<DocumentId, () => void>()

  /** From the moment a document can be typed in, each change is on the device at once. */
  function keepJournal(handle: DocHandle<RichTextDocument>): void {
    if (watched.has(handle.documentId)) return
    handle.update((doc) => A.clone(doc, ownActor(secret, handle.documentId)))
    journal.replay(handle)
    const note = () => unsent.note(handle.documentId, contentsOf(handle.doc()))
    const stop = journal.watch(handle, note)
    const stopTaking = journal.watchOthers(handle, note)
    const stopClearing = writes.onChange(handle.documentId, () => {
      if (writes.isSaved(handle.documentId, A.getHeads(handle.doc()))) journal.clear(handle.documentId)
    })
    const heads = keepHeads(repo, connection, handle)
    const stopListening = onServerWord(connection, handle, () => {
      if (unsent.isNoted(handle.documentId)) forgetConfirmed(handle)
      heads.keep()
    })
    watched.set(handle.documentId, () => {
      stop()
      stopTaking()
      stopClearing()
      stopListening()
      heads.stop()
    })
  }
  function forgetConfirmed(handle: DocHandle<RichTextDocument>): void {
    // What the mark names is here or it is not; only one that names nothing leaves it open what an unread part held.
    if (forgiving.isUnread(handle.documentId) && !unsent.isNamed(handle.documentId)) return
    if (!unsent.isWithin(handle.documentId, contentsOf(handle.doc()))) return
    const confirmed = connection.serverHeads(handle.documentId) ?? []
    if (confirmed.length > 0 && changesBeyond(handle.doc(), confirmed).length === 0) unsent.forget(handle.documentId)
  }
  const stopWatching = watchNetwork(connection)

  async function open(
    url: string,
    { signal, onUnavailable }: { signal?: AbortSignal; onUnavailable?(refused: boolean): void } = {},
  ): Promise<DocHandle<RichTextDocument>> {
    const { handle } = repo.findWithProgress<RichTextDocument>(automergeUrl(url))
    await whenReady(handle, connection, signal, onUnavailable)
    keepJournal(handle)
    return handle
  }

  return {
    open,
    async fetchAhead(urls) {
      // A few at a time: the document that someone looks at must not wait for all others.
      const rest = [...urls]
      const one = async () => {
        for (let url = rest.shift(); url !== undefined; url = rest.shift()) {
          const signal = AbortSignal.timeout(30_000)
          await open(url, { signal }).catch(() => undefined)
        }
      }
      await Promise.all([one(), one(), one()])
    },
    status: (handle, onStatus, mayWrite = () => true) =>
      openStatus({ repo, handle, connection, writes, onStatus, mayWrite, isTyped: () => unsent.isNoted(handle.documentId) }),
    connection: () => connection.state(),
    onConnection: (listener) => connection.onState(listener),
    retryNow: () => connection.retryNow(),
    async close() {
      stopWatching()
      await flushReady(repo)
      // Until nothing waits any more, what is typed goes into the journal.
      for (const stop of watched.values()) stop()
      connection.disconnect()
      for (const adapter of tabs) adapter.disconnect()
    },
  }
}

/**
 * The actor under which a tab writes a document. The server, which was told the secret, sees by it whose the tab's
 * changes are, also when it has forgotten them because a backup was put back.
 */
export function ownActor(secret: Uint8Array, documentId: string): string {
  const hash = sha256(new Uint8Array([...secret, ...new TextEncoder().encode(documentId)]))
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** Calls back when the server has named heads of a document and all of them are here: what it sends with them is taken in later. */
function onServerWord(connection: ServerConnection, handle: DocHandle<RichTextDocument>, run: () => void): () => void {
  let owed = true
  const look = () => {
    if (!owed || !(connection.serverHeads(handle.documentId) ?? []).every((head) => A.hasHeads(handle.doc(), [head]))) return
    owed = false
    run()
  }
  const stop = connection.onServerMessage(({ documentId }) => {
    if (documentId !== handle.documentId) return
    owed = true
    queueMicrotask(look)
  })
  handle.on("heads-changed", look)
  look()
  return () => {
    stop()
    handle.off("heads-changed", look)
  }
}

/**
 * Keeps the server's word about a document also while nobody looks at it, so that a later visit without a network knows
 * that it was all there; at once the first time, then at most once a second.
 */
function keepHeads(
  repo: Repo,
  connection: ServerConnection,
  handle: DocHandle<RichTextDocument>,
): { keep(): void; stop(): void } {
  let kept = ""
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const heads = connection.serverHeads(handle.documentId) ?? []
    if (heads.length === 0 || String(heads) === kept || changesBeyond(handle.doc(), heads).length > 0) return
    kept = String(heads)
    keepServerHeads(repo, handle.documentId, { heads, upTo: Date.now() })
  }
  return {
    keep() {
      if (kept === "") write()
      else timer ??= setTimeout(write, 1000)
    },
    stop: write,
  }
}

async function flushReady(repo: Repo): Promise<void> {
  const ready = Object.values(repo.handles).filter((handle) => handle.isReady())
  await repo.flush(ready.map((handle) => handle.documentId)).catch(() => undefined)
}

function automergeUrl(url: string): AutomergeUrl {
  if (!isValidAutomergeUrl(url)) throw new RangeError(`not the address of a document: ${url}`)
  return url
}

/** Whether the document can be typed in: automerge-repo may call one ready of which only the first part has come. */
function isWhole(handle: DocHandle<RichTextDocument>): boolean {
  if (!handle.isReady()) return false
  const text: unknown = Reflect.get(handle.doc(), "text")
  return typeof text === "string" && text !== ""
}

/** automerge-repo gives up on a document after a while; it may still come when the server is reached. */
function whenReady(
  handle: DocHandle<RichTextDocument>,
  connection: ServerConnection,
  signal: AbortSignal | undefined,
  onUnavailable: ((refused: boolean) => void) | undefined,
): Promise<void> {
  if (isWhole(handle)) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const timer = setInterval(look, 50)
    let told: boolean | null = null
    const stop = () => {
      clearInterval(timer)
      signal?.removeEventListener("abort", aborted)
    }
    const aborted = () => {
      stop()
      reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted"))
    }
    function look() {
      if (isWhole(handle)) {
        stop()
        resolve()
      } else if (handle.isUnavailable()) {
        const refused = connection.isRefused(handle.documentId)
        // A server that is only slow neither refuses nor is away.
        if (told === refused || (!refused && connection.state().connected)) return
        told = refused
        onUnavailable?.(refused)
      }
    }
    if (signal?.aborted === true) aborted()
    else signal?.addEventListener("abort", aborted)
  })
}

/** The browser's own word about the network brings a try forward; it is never taken as proof of a connection. */
function watchNetwork(connection: ServerConnection): () => void {
  if (typeof window === "undefined") return () => undefined
  const online = () => connection.retryNow()
  const offline = () => connection.reconnect()
  const visible = () => {
    if (document.visibilityState === "visible") connection.retryNow()
  }
  window.addEventListener("online", online)
  window.addEventListener("offline", offline)
  document.addEventListener("visibilitychange", visible)
  return () => {
    window.removeEventListener("online", online)
    window.removeEventListener("offline", offline)
    document.removeEventListener("visibilitychange", visible)
  }
}

/** A repo's handle as the editor needs it. */
export function editorHandle(handle: DocHandle<RichTextDocument>): DocumentHandle {
  return {
    doc: () => handle.doc(),
    change: (callback) => handle.change(callback),
    changeAt(heads, callback) {
      const made = handle.changeAt(encodeHeads(heads), callback)
      return made === undefined ? undefined : decodeHeads(made)
    },
    onChange(listener) {
      const changed = ({ doc, patches }: { doc: A.Doc<RichTextDocument>; patches: A.Patch[] }) =>
        listener({ patches, heads: A.getHeads(doc) })
      handle.on("change", changed)
      return () => handle.off("change", changed)
    },
  }
}

/** The ephemeral messages of a document, as the editor needs them. */
export function presenceChannel(handle: DocHandle<RichTextDocument>): PresenceChannel {
  return {
    broadcast: (message) => handle.broadcast(message),
    onMessage(listener) {
      const received = ({ message, senderId }: { message: unknown; senderId: string }) => listener(message, senderId)
      handle.on("ephemeral-message", received)
      return () => handle.off("ephemeral-message", received)
    },
  }
}
