/**
 * The connection to the server: automerge-repo's adapter with patience.
 *
 * It tries again after longer and longer pauses with some chance in them, so that a hall full of laptops does not
 * knock at the same moment; it notices when the sign-in was lost, and then stops knocking.
 */
import * as A from "@automerge/automerge"
import type { Message, PeerId, PeerMetadata } from "@automerge/automerge-repo"
import { WebSocketClientAdapter } from "@automerge/automerge-repo-network-websocket"
import type { LastHeard } from "./last-heard"

/** Whether the server is reached, and if not, since when and when it is tried again. */
export interface ConnectionState {
  connected: boolean
  /**
   * When the server was last heard of, on the socket or elsewhere, or first missed (ms since 1970): a loss may be noticed
   * long after it. Null while connected, and while a first connection is still being made.
   */
  offlineSince: number | null
  nextTryAt: number | null
  /** The server knows this person no longer; the page must offer to sign in. */
  signedOut: boolean
  /** The server takes no more connections: of this person, or of anybody. */
  crowded: boolean
}

/** Calls back with each moment (ms since 1970) at which the server was heard of. Returns what stops that. */
export type ServerWord = (listener: (at: number) => void) => () => void

/** What the connection is opened with. Time, chance and timers come in, so that tests need not wait. */
export interface ConnectionOptions {
  url: string
  /** True or false; null when the server could not be asked. */
  checkSignedIn(): Promise<boolean | null>
  /** What this tab makes its actors from: only the server is told. */
  secret?: Uint8Array
  /** Where the moment stands at which the server was last heard of. */
  lastHeard?: LastHeard
  /** The server's words that do not come by the socket, which is silent while nobody types. */
  heardElsewhere?: ServerWord
  now?: () => number
  chance?: () => number
  after?: (milliseconds: number, run: () => void) => () => void
}

/** The shortest and the longest pause between two tries. */
export const PAUSES = { first: 1_000, longest: 30_000 }

/** So long the first connection may take before the page counts as offline: a slow network is none that is missing. */
export const FIRST_WITHIN = 10_000

/** So long a connection may take from the first try to the server's word; then it counts as dead. */
export const JOIN_WITHIN = 20_000

/** The code with which the server closes a connection that is one too many. */
const TOO_MANY = 4429

/** How often it is noted that the server is heard of, in milliseconds. */
const NOTED_EVERY = 10_000

/** Longer than any page stays open: the base class's own tries are never to happen. */
const NEVER = 2_147_483_647

/** The adapter. */
export class ServerConnection extends WebSocketClientAdapter {
  #options: Required<ConnectionOptions>
  #listeners = new Set<() => void>()
  #messageListeners = new Set<(message: Message) => void>()
  #serverHeads = new Map<string, A.Heads>()
  #refused = new Set<string>()
  #spokenOf = new Set<string>()
  /** When it was last heard of at all, and when on this socket. */
  #heardAt: number | null
  #spokeAt: number | null = null
  #notedAt: number | null
  /** Bytes handed over to the socket, and how many of them had gone out when it was last asked. */
  #handedOver = 0
  #gone = -Infinity
  #tries = 0
  #callOff: (() => void) | null = null
  #callOffFirst: () => void
  #callOffJoin: (() => void) | null = null
  #stopHearing: () => void
  #closed = false
  #state: ConnectionState

  constructor(options: ConnectionOptions) {
    super(options.url, NEVER)
    this.#options = { ...DEFAULTS, ...options }
    this.#heardAt = this.#notedAt = this.#options.lastHeard.read()
    const began = this.#options.now()
    this.#state = { connected: false, offlineSince: null, nextTryAt: null, signedOut: false, crowded: false }
    this.#callOffFirst = this.#options.after(FIRST_WITHIN, () => {
      if (!this.#state.connected && this.#state.offlineSince === null) this.#set({ offlineSince: this.#heardAt ?? began })
    })
    this.onClose = (event?: { wasClean?: boolean; code?: number }) => {
      if (event?.code === TOO_MANY) this.#set({ crowded: true })
      // Only a server that is there says good-bye.
      if (event?.wasClean === true && this.#state.connected) this.#hearSocket()
      this.#lost()
    }
    // A failed connection closes as well; there is nothing to add.
    this.onError = () => undefined
    const received = this.onMessage
    this.onMessage = (event) => received(event)
    this.on("message", (message) => {
      this.#hearSocket()
      this.#note(message)
      for (const listener of this.#messageListeners) listener(message)
    })
    this.on("peer-candidate", () => this.#reached())
    this.#stopHearing = this.#options.heardElsewhere((at) => this.#hearElsewhere(at))
  }

  /** The state now. */
  state(): ConnectionState {
    return this.#state
  }

  /** Calls back whenever the state changes. */
  onState(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back for each message of the server. */
  onServerMessage(listener: (message: Message) => void): () => void {
    this.#messageListeners.add(listener)
    return () => this.#messageListeners.delete(listener)
  }

  /** The heads that the server last named for a document; null when it has not spoken of it. */
  serverHeads(documentId: string): A.Heads | null {
    return this.#serverHeads.get(documentId) ?? null
  }

  /** Whether the server says that there is no such document for this person. */
  isRefused(documentId: string): boolean {
    return this.#refused.has(documentId)
  }

  /** When the server last said anything on the socket (ms since 1970); null when it has not. */
  spokeAt(): number | null {
    return this.#spokeAt
  }

  /** Whether the server has spoken of a document since it was last reached. */
  hasSpokenOf(documentId: string): boolean {
    return this.#spokenOf.has(documentId)
  }

  #hearSocket(): void {
    this.#spokeAt = this.#options.now()
    this.#hear(this.#spokeAt)
  }

  #hearElsewhere(at: number): void {
    this.#hear(at)
    // A server that answers while no socket to it can be made is not one of which nothing is heard.
    if (this.#state.offlineSince !== null) this.#set({ offlineSince: at })
  }

  #hear(at: number): void {
    this.#heardAt = at
    if (this.#heardAt - (this.#notedAt ?? 0) >= NOTED_EVERY) this.#noteHeard()
  }

  #noteHeard(): void {
    if (this.#heardAt === null || this.#heardAt === this.#notedAt) return
    this.#notedAt = this.#heardAt
    this.#options.lastHeard.write(this.#heardAt)
  }

  /** Whether something has gone out since this was last asked, and more is left: a slow network is no dead one. */
  isSending(): boolean {
    const left = this.socket?.bufferedAmount ?? 0
    const gone = this.#handedOver - left
    const moves = left > 0 && gone > this.#gone
    this.#gone = gone
    return moves
  }

  #note(message: Message): void {
    const { type, documentId, data } = message
    if (documentId === undefined) return
    if (type === "doc-unavailable") this.#refused.add(documentId)
    if (type !== "sync" || data === undefined) return
    this.#refused.delete(documentId)
    this.#spokenOf.add(documentId)
    this.#serverHeads.set(documentId, A.decodeSyncMessage(data).heads)
  }

  /** Tries at once, also when the sign-in was lost before. */
  retryNow(): void {
    if (this.#closed || this.#state.connected || this.peerId === undefined) return
    this.#callOff?.()
    this.#callOff = null
    this.#set({ signedOut: false, nextTryAt: null })
    // One that is still being made would stay open beside the new one.
    this.#dropSocket()
    this.connect(this.peerId, this.peerMetadata)
  }

  /** Lets go of a connection that seems dead, and makes a new one. */
  reconnect(): void {
    if (this.#closed) return
    this.#dropSocket()
    this.#lost()
  }

  /** Makes a connection; none any more once this one was closed. */
  override connect(peerId: PeerId, peerMetadata?: PeerMetadata): void {
    if (this.#closed) return
    this.#callOffJoin?.()
    this.#handedOver = 0
    this.#gone = -Infinity
    this.#callOffJoin = this.#options.after(JOIN_WITHIN, () => this.reconnect())
    try {
      const { secret } = this.#options
      super.connect(peerId, { ...peerMetadata, ...(secret.length === 0 ? {} : { secret }) })
    } catch {
      this.#lost()
    }
  }

  override disconnect(): void {
    this.#closed = true
    this.#stopHearing()
    this.#noteHeard()
    this.#callOffFirst()
    this.#callOffJoin?.()
    this.#callOff?.()
    this.#callOff = null
    if (this.socket !== undefined) {
      // Closing a socket that is still being opened counts as an error in Node.
      this.socket.addEventListener("error", () => undefined)
      super.disconnect()
    }
    this.#set({ connected: false, offlineSince: this.#state.offlineSince ?? this.#options.now(), nextTryAt: null })
  }

  /** What is sent while the socket closes is not lost: the next connection syncs anew. */
  override send(message: Parameters<WebSocketClientAdapter["send"]>[0]): void {
    if (this.socket?.readyState !== OPEN) return
    const { socket } = this
    const before = socket.bufferedAmount
    super.send(message)
    this.#handedOver += socket.bufferedAmount - before
  }

  #reached(): void {
    this.#hearSocket()
    this.#tries = 0
    this.#callOffJoin?.()
    this.#callOff?.()
    this.#callOff = null
    this.#set({ connected: true, offlineSince: null, nextTryAt: null, signedOut: false, crowded: false })
  }

  #lost(): void {
    const wasConnected = this.#state.connected
    this.#callOffJoin?.()
    this.#spokenOf.clear()
    this.#noteHeard()
    if (this.remotePeerId !== undefined && wasConnected) {
      this.emit("peer-disconnected", { peerId: this.remotePeerId })
    }
    if (this.#closed) return
    this.#set({ connected: false, offlineSince: this.#state.offlineSince ?? this.#heardAt ?? this.#options.now() })
    this.#retryLater()
    // The browser does not tell why a handshake was refused; the server's own word is asked.
    if (!wasConnected) void this.#askWhetherSignedIn()
  }

  #retryLater(): void {
    if (this.#callOff !== null || this.#state.signedOut) return
    const longest = Math.min(PAUSES.longest, PAUSES.first * 2 ** this.#tries)
    this.#tries += 1
    const pause = longest * (0.5 + this.#options.chance() / 2)
    this.#set({ nextTryAt: this.#options.now() + pause })
    this.#callOff = this.#options.after(pause, () => {
      this.#callOff = null
      this.retryNow()
    })
  }

  async #askWhetherSignedIn(): Promise<void> {
    const signedIn = await this.#options.checkSignedIn().catch(() => null)
    if (signedIn === false && !this.#state.connected && !this.#closed) this.#stopForSignIn()
  }

  #stopForSignIn(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#set({ signedOut: true, nextTryAt: null })
  }

  #dropSocket(): void {
    const socket = this.socket
    if (socket === undefined) return
    socket.removeEventListener("open", this.onOpen)
    socket.removeEventListener("close", this.onClose)
    socket.removeEventListener("message", this.onMessage)
    // Closing a socket that is still being opened counts as an error in Node.
    socket.addEventListener("error", () => undefined)
    socket.close()
  }

  #set(change: Partial<ConnectionState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

const OPEN = 1

const DEFAULTS = {
  secret: new Uint8Array(),
  lastHeard: { read: () => null, write: () => undefined },
  heardElsewhere: () => () => undefined,
  now: Date.now,
  chance: Math.random,
  after: timeout,
}

/** Runs something later; gives what calls it off. */
export function timeout(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
