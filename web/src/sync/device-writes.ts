/** Knows which state of each document is written on this device. */
import * as A from "@automerge/automerge"
import type { DocHandle, DocumentId, Repo, StorageKey } from "@automerge/automerge-repo"
import type { ToldStorage, WriteResult } from "./device-storage"
import { timeout } from "./server-connection"

/** How soon a write that failed is tried again. */
export const TRY_AGAIN_AFTER = 5_000

/** Follows a repo's writes. */
export class DeviceWrites {
  /** The heads that the next write of a document will hold. automerge-repo tells them just before it writes. */
  #writing = new Map<string, A.Heads>()
  #saved = new Map<string, A.Heads>()
  #failed = new Set<string>()
  #listeners = new Map<string, Set<() => void>>()
  #triesAgain = false

  constructor(
    storage: ToldStorage,
    private readonly after: (milliseconds: number, run: () => void) => void = timeout,
  ) {
    storage.onWrite = (key, done) => void this.#follow(key, done)
  }

  /** Begins to follow; call it once, right after the repo was made. */
  watch(repo: Repo): void {
    repo.on("doc-metrics", (event) => {
      if (event.type !== "doc-saved" && event.type !== "doc-compacted") return
      // The published types leave this field out.
      const heads: unknown = Reflect.get(event, "savedHeads")
      if (isHeads(heads)) this.#writing.set(event.documentId, heads)
    })
    this.#repo = repo
  }

  #repo: Repo | null = null

  /** Whether these heads are written. */
  isSaved(documentId: DocumentId, heads: A.Heads): boolean {
    const saved = this.#saved.get(documentId)
    return saved !== undefined && saved.length === heads.length && heads.every((head) => saved.includes(head))
  }

  /** Whether the last write failed. */
  hasFailed(documentId: DocumentId): boolean {
    return this.#failed.has(documentId)
  }

  /** Calls back when a write of the document is done or has failed. */
  onChange(documentId: DocumentId, listener: () => void): () => void {
    const listeners = this.#listeners.get(documentId) ?? new Set()
    listeners.add(listener)
    this.#listeners.set(documentId, listeners)
    return () => listeners.delete(listener)
  }

  /** Makes sure that what is here now is written, and notes it: a document just read from the device is. */
  async settle(repo: Repo, handle: DocHandle<unknown>): Promise<void> {
    if (!handle.isReady()) return
    const heads = A.getHeads(handle.doc())
    const before = this.#saved.get(handle.documentId)
    try {
      await repo.flush([handle.documentId])
      // A later write may have been done meanwhile.
      if (this.#saved.get(handle.documentId) === before) this.#saved.set(handle.documentId, heads)
      this.#failed.delete(handle.documentId)
    } catch {
      this.#failed.add(handle.documentId)
      this.#tryAgain()
    }
    this.#tell(handle.documentId)
  }

  async #follow(key: StorageKey, done: Promise<WriteResult>): Promise<void> {
    const [documentId, part] = key
    if (documentId === undefined || (part !== "incremental" && part !== "snapshot")) return
    const heads = this.#writing.get(documentId)
    const { error } = await done
    if (error !== null) {
      this.#failed.add(documentId)
      this.#tryAgain()
    } else if (heads !== undefined) {
      this.#saved.set(documentId, heads)
      this.#failed.delete(documentId)
    }
    this.#tell(documentId)
  }

  #tryAgain(): void {
    if (this.#triesAgain) return
    this.#triesAgain = true
    this.after(TRY_AGAIN_AFTER, () => {
      this.#triesAgain = false
      const repo = this.#repo
      if (repo === null) return
      for (const handle of Object.values(repo.handles)) {
        if (this.#failed.has(handle.documentId)) void this.settle(repo, handle)
      }
    })
  }

  #tell(documentId: string): void {
    for (const listener of this.#listeners.get(documentId) ?? []) listener()
  }
}

function isHeads(value: unknown): value is A.Heads {
  return Array.isArray(value) && value.every((head) => typeof head === "string")
}
