/**
 * Storage that keeps nobody from the server: what cannot be read of it counts as not there.
 *
 * automerge-repo would neither connect nor ask for a document while its storage fails. What cannot be written still fails: the
 * page says so.
 */
import type { StorageAdapterInterface, StorageKey } from "@automerge/automerge-repo"
import { soundPart } from "./sound-part"

/** The kinds of parts of which a document is made. */
const DOCUMENT = ["snapshot", "incremental"]

/** Stands between automerge-repo and the device's storage. */
export class ForgivingStorage implements StorageAdapterInterface {
  readonly #unread = new Set<string>()
  /** The parts of which something cannot be read. */
  readonly #damaged = new Set<string>()

  constructor(private readonly storage: StorageAdapterInterface) {}

  /** Whether the device may hold more of a document than could be read. */
  isUnread(documentId: string): boolean {
    return this.#unread.has(documentId)
  }

  async load(key: StorageKey): Promise<Uint8Array | undefined> {
    const [documentId = "", part] = key
    // What was agreed with the server may be in the parts that are not read.
    if (part === "sync-state" && this.#unread.has(documentId)) return undefined
    return await this.storage.load(key).catch(() => undefined)
  }

  async loadRange(prefix: StorageKey): Promise<{ key: StorageKey; data: Uint8Array | undefined }[]> {
    const [documentId = ""] = prefix
    try {
      const parts = await this.storage.loadRange(prefix)
      return parts.flatMap((part) => {
        if (part.data === undefined || !DOCUMENT.includes(part.key[1] ?? "")) return [part]
        const { data, isWhole } = soundPart(part.data)
        if (isWhole) return [part]
        this.#unread.add(documentId)
        this.#damaged.add(String(part.key))
        return data.length === 0 ? [] : [{ key: part.key, data }]
      })
    } catch {
      this.#unread.add(documentId)
      return []
    }
  }

  async save(key: StorageKey, data: Uint8Array): Promise<void> {
    const writing = this.storage.save(key, data)
    // The name of this storage is told to the server before anything else; a new one at the next visit does no harm.
    await (key[0] === "storage-adapter-id" ? writing.catch(() => undefined) : writing)
  }

  async remove(key: StorageKey): Promise<void> {
    // Somebody may yet read more of it.
    if (!this.#damaged.has(String(key))) await this.storage.remove(key)
  }

  removeRange(prefix: StorageKey): Promise<void> {
    return this.storage.removeRange(prefix)
  }
}
