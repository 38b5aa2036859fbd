/** When the server was last heard of on this device, kept between two visits. */
import type { JournalStorage } from "./journal-storage"

export interface LastHeard {
  /** In ms since 1970; null where it never was. */
  read(): number | null
  write(at: number): void
}

/** That of one person, in the browser's storage. */
export function lastHeard(person: string, storage: JournalStorage | null): LastHeard {
  const key = `rapporteur-heard:${person}`
  return {
    read() {
      const at = Number(storage?.getItem(key) ?? NaN)
      return Number.isFinite(at) ? at : null
    },
    write(at) {
      try {
        storage?.setItem(key, String(at))
      } catch {
        // The storage is full: the next visit knows an earlier time.
      }
    },
  }
}
