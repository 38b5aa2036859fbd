/**
 * What was typed in the last moment, written at once. Storage of documents takes a while; a tab that is closed or reloaded
 * within that while would lose it. Each own change stands here until the device has the document.
 */
import * as A from "@automerge/automerge"
import type { DocHandle } from "@automerge/automerge-repo"
import type { JournalStorage } from "./journal-storage"

/** So long nothing is noted in another tab before this one looks into its notes, in milliseconds. */
const TAKEN_AFTER = 1000

/** A change, and where it stands. */
interface Entry {
  key: string
  change: A.Change
}

/** The changes of one person on this device that may not be in the document's storage yet. */
export class Journal {
  #count = 0
  /** The entries whose changes this tab has: its own, and those that it took over. Other tabs' are theirs to remove. */
  readonly #held = new Map<string, Set<string>>()

  constructor(
    private readonly person: string,
    /** Tells this tab from others that are open. */
    private readonly tab: string,
    private readonly storage: JournalStorage | null,
  ) {}

  /** Puts into the document what an earlier tab could not store. Call it before anybody types. */
  replay(handle: DocHandle<unknown>): void {
    const noted = this.#noted(handle.documentId)
    if (noted.length === 0 || apply(handle, noted.map(({ change }) => change))) this.#holdAll(handle, noted)
    // One that cannot be applied must keep back no other; it stays for whoever looks into it.
    else this.#holdAll(handle, noted.filter(({ change }) => apply(handle, [change])))
  }

  #holdAll(handle: DocHandle<unknown>, noted: readonly Entry[]): void {
    for (const { key, change } of noted) {
      // One that builds on what has not come yet only waits in the document, and would not be stored with it.
      if (A.hasHeads(handle.doc(), [A.decodeChange(change).hash])) this.#hold(handle.documentId, key)
    }
  }

  /**
   * Takes over what another open tab noted and told nobody: one that is closed in the middle of a word. Calls `onTaken`
   * when something came by that way. Returns what ends that.
   */
  watchOthers(handle: DocHandle<unknown>, onTaken: () => void): () => void {
    if (typeof window === "undefined") return () => undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const take = () => {
      const before = A.getHeads(handle.doc())
      this.replay(handle)
      if (String(A.getHeads(handle.doc())) !== String(before)) onTaken()
    }
    // Browsers tell of what other tabs write. Those that live hand it on themselves, and soon need no journal.
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (newValue === null || key?.startsWith(this.#prefix(handle.documentId)) !== true) return
      clearTimeout(timer)
      timer = setTimeout(take, TAKEN_AFTER)
    }
    window.addEventListener("storage", onStorage)
    return () => {
      clearTimeout(timer)
      window.removeEventListener("storage", onStorage)
    }
  }

  /** The changes that were noted of a document. */
  changes(documentId: string): A.Change[] {
    return this.#noted(documentId).map(({ change }) => change)
  }

  #noted(documentId: string): Entry[] {
    return this.#keys(documentId).flatMap((key) => {
      const change = decode(this.storage?.getItem(key) ?? "")
      return change === null ? [] : [{ key, change }]
    })
  }

  /** Notes each own change of the document, and tells of it. Returns what ends that. */
  watch(handle: DocHandle<unknown>, onOwnChange?: () => void): () => void {
    const last = () => {
      const change = A.getLastLocalChange(handle.doc())
      return change === undefined ? "" : encode(change)
    }
    // automerge-repo tells of changes from everywhere alike.
    let noted = last()
    const onChange = () => {
      const change = last()
      if (change === noted) return
      noted = change
      onOwnChange?.()
      const key = `${this.#prefix(handle.documentId)}${this.tab}:${String(this.#count++).padStart(9, "0")}`
      try {
        this.storage?.setItem(key, change)
        this.#hold(handle.documentId, key)
      } catch {
        // The storage is full: the document's own is all there is.
      }
    }
    // "change" is told only of what can be seen.
    handle.on("heads-changed", onChange)
    return () => handle.off("heads-changed", onChange)
  }

  /** Forgets what this tab noted about a document, since the device has all that is in it. */
  clear(documentId: string): void {
    for (const key of this.#held.get(documentId) ?? []) this.storage?.removeItem(key)
    this.#held.delete(documentId)
  }

  #hold(documentId: string, key: string): void {
    const held = this.#held.get(documentId) ?? new Set()
    this.#held.set(documentId, held.add(key))
  }

  #prefix(documentId: string): string {
    return `rapporteur-journal:${this.person}:${documentId}:`
  }

  #keys(documentId: string): string[] {
    const { storage } = this
    if (storage === null) return []
    const prefix = this.#prefix(documentId)
    const keys: string[] = []
    for (let index = 0; index < storage.length; index++) {
      const key = storage.key(index)
      if (key?.startsWith(prefix) === true) keys.push(key)
    }
    return keys.sort()
  }
}

/** Whether the changes could be applied. */
function apply(handle: DocHandle<unknown>, changes: A.Change[]): boolean {
  try {
    handle.update((doc) => A.applyChanges(doc, changes)[0])
    return true
  } catch {
    return false
  }
}

function encode(bytes: Uint8Array): string {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function decode(text: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    // Damaged ones cannot be decoded.
    A.decodeChange(bytes)
    return bytes
  } catch {
    return null
  }
}
