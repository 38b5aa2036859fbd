/** A server of automerge-repo over real sockets, and a device, for tests. The server can be stopped and started, refuse the handshake, and be deaf. */
import { createServer, type Server } from "node:http"
import * as A from "@automerge/automerge"
import { type DocHandle, Repo } from "@automerge/automerge-repo"
import { WebSocketServerAdapter } from "@automerge/automerge-repo-network-websocket"
import { type WebSocket, WebSocketServer } from "ws"
import type { RichTextDocument } from "../../editor/document"
import { makeDocument } from "../../editor/testing/peer"
import type { ToldStorage } from "../device-storage"
import type { JournalStorage } from "../journal-storage"

/** Storage in memory that tells of its writes, and can be full. */
export class MemoryStorage implements ToldStorage {
  onWrite: ToldStorage["onWrite"] = null
  readonly kept = new Map<string, { key: string[]; data: Uint8Array }>()
  full = false

  load(key: string[]) {
    return Promise.resolve(this.kept.get(key.join("/"))?.data)
  }

  save(key: string[], data: Uint8Array): Promise<void> {
    const writing = this.full ? Promise.reject(new Error("full")) : Promise.resolve()
    if (!this.full) this.kept.set(key.join("/"), { key, data })
    this.onWrite?.(
      key,
      writing.then(
        () => ({ key, error: null }),
        (error: unknown) => ({ key, error }),
      ),
    )
    // automerge-repo leaves the failure of most writes unhandled; here it is told by onWrite.
    return this.full && key[0] !== "storage-adapter-id" ? new Promise(() => undefined) : writing
  }

  remove(key: string[]) {
    this.kept.delete(key.join("/"))
    return Promise.resolve()
  }

  loadRange(prefix: string[]) {
    const path = prefix.join("/")
    return Promise.resolve([...this.kept.values()].filter(({ key }) => key.join("/").startsWith(`${path}/`)))
  }

  removeRange(prefix: string[]) {
    for (const key of this.kept.keys()) if (key.startsWith(`${prefix.join("/")}/`)) this.kept.delete(key)
    return Promise.resolve()
  }
}

/** A server that keeps its documents while it is down. */
export class TestServer {
  readonly storage = new MemoryStorage()
  refuses = false
  deaf = false
  crowded = false
  #http: Server | null = null
  #sockets: WebSocketServer | null = null
  repo: Repo | null = null
  port = 0

  async start(): Promise<void> {
    const http = createServer()
    const sockets = new WebSocketServer({ noServer: true })
    http.on("upgrade", (request, socket, head) => {
      if (this.refuses) {
        socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n")
        return
      }
      sockets.handleUpgrade(request, socket, head, (accepted: WebSocket) => {
        if (this.crowded) {
          accepted.close(4429, "too many")
          return
        }
        const heard = accepted.emit.bind(accepted)
        accepted.emit = (name: string, ...rest: unknown[]) => (this.deaf && name === "message" ? false : heard(name, ...rest))
        sockets.emit("connection", accepted, request)
      })
    })
    await new Promise<void>((resolve) => http.listen(this.port, "127.0.0.1", resolve))
    const address = http.address()
    if (address !== null && typeof address === "object") this.port = address.port
    this.#http = http
    this.#sockets = sockets
    this.repo = new Repo({
      storage: this.storage,
      // The published adapter is typed for another copy of ws.
      network: [new WebSocketServerAdapter(sockets as never)],
      sharePolicy: () => Promise.resolve(false),
      saveDebounceRate: 1,
    })
  }

  /** How many sockets are open. */
  connections(): number {
    return this.#sockets?.clients.size ?? 0
  }

  /** The document as the server holds it. */
  document(url: string): DocHandle<RichTextDocument> {
    const handle = Object.values(this.repo?.handles ?? {}).find((one) => one.url === url)
    if (handle === undefined) throw new Error("the server has no such document")
    return handle as DocHandle<RichTextDocument>
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets?.clients ?? []) socket.terminate()
    this.#sockets?.close()
    const ready = Object.values(this.repo?.handles ?? {}).filter((handle) => handle.isReady())
    await this.repo?.flush(ready.map((handle) => handle.documentId))
    await new Promise((resolve) => (this.#http === null ? resolve(null) : this.#http.close(resolve)))
    this.#http = null
    this.repo = null
  }
}

/** A server that has one document, and the document's address. */
export async function serverWithDocument(): Promise<{ server: TestServer; url: string }> {
  const server = new TestServer()
  await server.start()
  const handle = server.repo?.create<RichTextDocument>()
  handle?.update(() => makeDocument("notes", ["first"], "aa"))
  await server.repo?.flush()
  return { server, url: String(handle?.url) }
}

/** Writes at the end of a document. */
export function type(handle: DocHandle<RichTextDocument>, text: string): void {
  handle.change((doc) => A.splice(doc, ["text"], doc.text.length, 0, text))
}

/** The browser's `localStorage`, in memory. */
export function journalOf(map: Map<string, string>): JournalStorage {
  return {
    get length() { return map.size },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  }
}

/** The text that the server has; empty where it has none. */
export function textOnServer(server: TestServer, url: string): string {
  const id = url.replace("automerge:", "")
  const handle = Object.values(server.repo?.handles ?? {}).find((one) => one.documentId === id)
  const doc: unknown = handle?.isReady() === true ? handle.doc() : null
  return typeof doc === "object" && doc !== null && "text" in doc ? String(doc.text) : ""
}
