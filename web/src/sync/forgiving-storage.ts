/**
 * Storage that keeps nobody from the server: what cannot be read of it counts as not there.
 *
 * automerge-repo would neither connect nor ask for a document while its storage fails. What cannot be written still fails: the
 * page says so.
 */
import * as A from "@automerge/automerge"
import type { StorageAdapterInterface, StorageKey } from "@automerge/automerge-repo"

/** Stands between automerge-repo and the device's storage. */
export class ForgivingStorage implements StorageAdapterInterface {
  readonly #unread = new Set<string>()
  readonly #damaged = new Set<string>()

  constructor(private readonly storage: StorageAdapterInterface) {}

  /** Whether the device may hold more of a document than could be read. */
  isUnread(documentId: string): boolean {
    return this.#unread.has(documentId)
  }

  /** Notes that the document could not be made of its parts. Only those that are sound are read from now on. */
  distrust(documentId: string): void {
    this.#unread.add(documentId)
    this.#damaged.add(documentId)
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
      return this.#damaged.has(documentId) ? parts.filter(({ data }) => data !== undefined && isSound(data)) : parts
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

  remove(key: StorageKey): Promise<void> {
    return this.storage.remove(key)
  }

  removeRange(prefix: StorageKey): Promise<void> {
    return this.storage.removeRange(prefix)
  }
}

/** Whether a part of a stored document can be read. Automerge says so only where it begins with that part. */
export function isSound(part: Uint8Array): boolean {
  try {
    A.loadIncremental(A.init(), part)
    return true
  } catch {
    return false
  }
}
