/**
 * Which texts hold something typed on this device that the server has not confirmed. Kept over visits, and even where the
 * document can no longer be opened: its right may have ended meanwhile.
 */
import type { Contents } from "./contents"
import { type JournalStorage, journalStorage } from "./journal-storage"

/** The unconfirmed texts of one person on this device. */
export class Unsent {
  readonly #prefix: string
  /** What could not be noted, because the storage is full or not to be had. */
  readonly #here = new Map<string, string>()

  constructor(
    person: string,
    private readonly storage: JournalStorage | null = journalStorage(),
  ) {
    this.#prefix = `rapporteur-unsent:${person}:`
  }

  /** Something was typed: the mark names the document's newest changes, and those of other tabs that are not in it yet. */
  note(documentId: string, doc: Contents): void {
    const elsewhere = this.#marked(documentId).filter((hash) => !doc.has(hash))
    const mark = [...doc.heads, ...elsewhere].join(" ")
    try {
      this.storage?.setItem(this.#prefix + documentId, mark)
    } catch {
      // The storage is full; the page that has the text open says what is not confirmed all the same.
    }
    if (this.storage?.getItem(this.#prefix + documentId) === mark) this.#here.delete(documentId)
    else this.#here.set(documentId, mark)
  }

  /** Whether something of a document was typed and not confirmed. */
  isNoted(documentId: string): boolean {
    return this.#mark(documentId) !== null
  }

  /** Whether all that was typed is in the document. Another tab may hold words that have not come into this one yet. */
  isWithin(documentId: string, doc: Contents): boolean {
    return this.#marked(documentId).every((hash) => doc.has(hash))
  }

  /** Whether the mark names what was typed; those of older versions name nothing. */
  isNamed(documentId: string): boolean {
    return this.#marked(documentId).length > 0
  }

  #marked(documentId: string): string[] {
    return (this.#mark(documentId) ?? "").split(" ").filter((hash) => /^[0-9a-f]{64}$/.test(hash))
  }

  #mark(documentId: string): string | null {
    return this.#here.get(documentId) ?? this.storage?.getItem(this.#prefix + documentId) ?? null
  }

  /** The server has everything. */
  forget(documentId: string): void {
    this.#here.delete(documentId)
    this.storage?.removeItem(this.#prefix + documentId)
  }

  /** The documents. */
  all(): string[] {
    const { storage } = this
    if (storage === null) return []
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
    return keys.flatMap((key) => (key?.startsWith(this.#prefix) === true ? [key.slice(this.#prefix.length)] : [])).sort()
  }
}
