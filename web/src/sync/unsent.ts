/**
 * Which texts hold something typed on this device that the server has not confirmed. Kept over visits, and even where the
 * document can no longer be opened: its right may have ended meanwhile.
 */
import { type JournalStorage, journalStorage } from "./journal-storage"

/** The unconfirmed texts of one person on this device. */
export class Unsent {
  readonly #prefix: string
  /** What could not be noted, because the storage is full or not to be had. */
  readonly #here = new Set<string>()

  constructor(
    person: string,
    private readonly storage: JournalStorage | null = journalStorage(),
  ) {
    this.#prefix = `rapporteur-unsent:${person}:`
  }

  /** Something was typed. */
  note(documentId: string): void {
    if (this.isNoted(documentId)) return
    try {
      this.storage?.setItem(this.#prefix + documentId, "")
    } catch {
      // The storage is full; the page that has the text open says what is not confirmed all the same.
    }
    if (!this.isNoted(documentId)) this.#here.add(documentId)
  }

  /** Whether something of a document was typed and not confirmed. */
  isNoted(documentId: string): boolean {
    return this.#here.has(documentId) || typeof this.storage?.getItem(this.#prefix + documentId) === "string"
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
