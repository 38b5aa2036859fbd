/** The part of `localStorage` that is used. Its writes are done when the call returns, which is what counts. */
export type JournalStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">

/** The browser's storage, or null where it is not to be had. */
export function journalStorage(): JournalStorage | null {
  try {
    return globalThis.localStorage
  } catch {
    return null
  }
}
