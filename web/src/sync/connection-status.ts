/**
 * What is on this device and what is on the server, truly.
 *
 * "On the device": the write of the document's present state has completed. "On the server": the server has named
 * heads that contain everything there is here. The server answers only when it has stored, so its heads are proof.
 */
import * as A from "@automerge/automerge"
import type { DocHandle, Message, Repo } from "@automerge/automerge-repo"
import { timeout, type ConnectionState, type ServerConnection } from "./server-connection"
import type { DeviceWrites } from "./device-writes"
import { keepServerHeads, keptServerHeads } from "./server-heads"

/** The state of one document here and there. */
export interface DocumentStatus {
  device: {
    /** Everything is written on this device. */
    saved: boolean
    /** The last write failed: the device may be full. */
    failed: boolean
  }
  server: {
    /**
     * `up-to-date`: the server has everything. `waiting`: it will get what is missing. `refused`: it does not take
     * changes of this document from this person. `not-saved`: it was reached but does not confirm.
     */
    state: "up-to-date" | "waiting" | "refused" | "not-saved"
    connected: boolean
    /** The server has spoken of the document since it was reached: what it had meanwhile is here. */
    heard: boolean
    signedOut: boolean
    /** The server takes no more connections, of this person or of anybody. */
    crowded: boolean
    /** When the server last had everything that was here (ms since 1970); null: never known. */
    upTo: number | null
    /** How many changes made or held here the server has not confirmed; 0 where none was typed here and it has not spoken yet. */
    waitingChanges: number
    /** In this visit the server lacked what it had confirmed before, as after a backup was put back; whether it still does. */
    wentBack: "catching-up" | "caught-up" | null
    offlineSince: number | null
    nextTryAt: number | null
  }
}

/** An open status line. */
export interface OpenStatus {
  current(): DocumentStatus
  close(): void
}

/** What a status is opened with. */
export interface StatusOptions {
  repo: Repo
  handle: DocHandle<unknown>
  connection: ServerConnection
  writes: DeviceWrites
  onStatus(status: DocumentStatus): void
  /** Whether this person may write the document, as the server's pages say. */
  mayWrite?: () => boolean
  /** Whether something was typed on this device that the server has not confirmed. */
  isTyped?: () => boolean
  now?: () => number
  after?: (milliseconds: number, run: () => void) => () => void
}

/** How long the server may take to confirm before the page says that it has not. */
export const CONFIRM_WITHIN = 8_000

/** So many times at most that is doubled, from one new connection to the next, while a change stays unconfirmed. */
const DOUBLED = 3

/** A connection that was lost no longer ago than this may just be made anew: what the server owes, it still owes. */
export const BRIEFLY = 5_000

/** Each letter brings a new word of the server; between two visits the last one counts. */
const REMEMBER_AFTER = 1_000

/** Watches one document. */
export function openStatus(options: StatusOptions): OpenStatus {
  const { repo, handle, connection, writes, mayWrite = () => true, isTyped = () => true, now = Date.now, after = timeout } = options
  /** What the server named last, the last of it that was all here, and what of both counts. */
  let named = connection.serverHeads(handle.documentId) ?? []
  let reached: A.Heads = []
  let serverHeads = named
  let upTo: number | null = null
  let wentBack: DocumentStatus["server"]["wentBack"] = null
  let refused = connection.isRefused(handle.documentId)
  let waitingFor: string | null = null
  let waitingSince: number | null = null
  let reachedAt: number | null = null
  let overdue: (() => void) | null = null
  /** How often a new connection was tried for the same change. */
  let reminders = 0
  let device = { saved: false, failed: false }
  let told = ""
  let remembered = ""
  let remembering: (() => void) | null = null
  let closed = false
  let timer: ReturnType<typeof setTimeout> | null = null
  let current = look()

  function look(): DocumentStatus {
    const doc = handle.doc()
    const link = connection.state()
    const waitingChanges = mayWait() ? changesBeyond(doc, serverHeads).length : 0
    return {
      device,
      server: {
        state: stateOf(link, waitingChanges),
        connected: link.connected,
        heard: connection.hasSpokenOf(handle.documentId),
        signedOut: link.signedOut,
        crowded: link.crowded,
        upTo,
        waitingChanges,
        wentBack,
        offlineSince: link.offlineSince,
        nextTryAt: link.nextTryAt,
      },
    }
  }

  /** Whether what the server has not named is to be told: before it has spoken in this visit, only what was typed here can be missing there. */
  function mayWait(): boolean {
    return isTyped() || (mayWrite() && connection.serverHeads(handle.documentId) !== null)
  }

  function stateOf(link: ConnectionState, waitingChanges: number): DocumentStatus["server"]["state"] {
    if ((refused || !mayWrite()) && waitingChanges > 0 && isTyped()) return "refused"
    if (waitingChanges === 0 && serverHeads.length > 0) return "up-to-date"
    const late = waitingSince !== null && now() - waitingSince >= CONFIRM_WITHIN
    return isReached(link) && late && waitingChanges > 0 ? "not-saved" : "waiting"
  }

  function isReached(link: ConnectionState): boolean {
    if (link.connected) reachedAt = now()
    return reachedAt !== null && now() - reachedAt < BRIEFLY
  }

  /** While the server's newest is still on its way here, what it had before is what is known of it. */
  function weigh(): void {
    if (reached !== named && named.every((head) => A.hasHeads(handle.doc(), [head]))) {
      const lacking = new Set(changesBeyond(handle.doc(), named))
      if (named.length > 0 && reached.some((head) => lacking.has(head))) wentBack = "catching-up"
      reached = named
    }
    serverHeads = reached === named ? named : [...named, ...reached]
  }

  function update(): void {
    if (closed || !handle.isReady()) return
    weigh()
    device = { saved: writes.isSaved(handle.documentId, A.getHeads(handle.doc())), failed: writes.hasFailed(handle.documentId) }
    const oldest = changesBeyond(handle.doc(), serverHeads)[0]
    const missing = oldest !== undefined
    watchForConfirmation(oldest ?? null)
    if (!missing && serverHeads.length > 0 && connection.hasSpokenOf(handle.documentId)) {
      upTo = now()
      if (wentBack !== null) wentBack = "caught-up"
    }
    remember()
    current = look()
    const { upTo: _upTo, ...server } = current.server
    const text = JSON.stringify([current.device, server, upTo === null ? null : Math.floor(upTo / 1000)])
    if (text === told) return
    told = text
    options.onStatus(current)
  }

  /** While someone types, the line is not drawn for each letter. */
  function updateSoon(): void {
    timer ??= setTimeout(() => {
      timer = null
      update()
    }, 150)
  }

  /**
   * While the server owes an answer for a change, a clock runs; when it has run out, a new connection is tried. While
   * someone types on a slow network something is always on its way: only the oldest change counts.
   */
  function watchForConfirmation(oldest: string | null): void {
    if (oldest !== waitingFor || oldest === null || !isReached(connection.state())) {
      waitingFor = oldest
      waitingSince = null
      reminders = 0
      overdue?.()
      overdue = null
    }
    if (oldest === null || !isReached(connection.state())) return
    waitingSince ??= now()
    if (overdue !== null) return
    const began = now()
    overdue = after(CONFIRM_WITHIN * 2 ** Math.min(reminders, DOUBLED), () => {
      overdue = null
      // One that lives and still does not confirm will not do so for a second new connection.
      const lives = connection.isSending() || (reminders > 0 && (connection.spokeAt() ?? 0) > began)
      if (!lives) reminders += 1
      update()
      if (!lives && !refused) connection.reconnect()
    })
  }

  function heard(message: Message): void {
    if (message.documentId !== handle.documentId) return
    refused = connection.isRefused(handle.documentId)
    named = connection.serverHeads(handle.documentId) ?? named
    // The message itself is taken in only after this; its changes belong to what is here.
    queueMicrotask(update)
  }

  /** Keeps the server's word for a visit without network; only once a minute where nothing but the time changed. */
  function remember(): void {
    if (serverHeads.length === 0 || memory() === remembered || remembering !== null) return
    remembering = after(REMEMBER_AFTER, write)
  }

  const memory = () => `${serverHeads.join()} ${upTo === null ? "" : Math.floor(upTo / 60_000)}`

  function write(): void {
    remembering?.()
    remembering = null
    remembered = memory()
    keepServerHeads(repo, handle.documentId, { heads: serverHeads, upTo })
  }

  async function recall(): Promise<void> {
    const kept = await keptServerHeads(repo, handle.documentId)
    if (kept === null) return
    if (named.length === 0) named = kept.heads
    // Of what it names now nothing may be here yet.
    else if (reached.length === 0) reached = kept.heads
    upTo ??= kept.upTo
    update()
  }

  const stops = [
    connection.onServerMessage(heard),
    connection.onState(update),
    writes.onChange(handle.documentId, update),
    listen(handle, updateSoon),
  ]
  void recall()
  void writes.settle(repo, handle).then(update)
  update()

  return {
    current() {
      update()
      return current
    },
    close() {
      closed = true
      if (remembering !== null) write()
      overdue?.()
      if (timer !== null) clearTimeout(timer)
      for (const stop of stops) stop()
    },
  }
}

/** The changes here that those heads do not contain, by their hashes; each after those that it builds on. */
export function changesBeyond(doc: A.Doc<unknown>, heads: A.Heads): string[] {
  // Heads that are not here yet contain more than is here; those that are here tell what is certain.
  const known = heads.filter((head) => A.hasHeads(doc, [head]))
  return A.getChangesMetaSince(doc, known).map(({ hash }) => hash)
}

function listen(handle: DocHandle<unknown>, run: () => void): () => void {
  handle.on("heads-changed", run)
  return () => handle.off("heads-changed", run)
}
