let asked = false

/** Asks the browser, once in a visit, not to throw away what is on this device when its disk runs full. */
export async function askToKeepStorage(): Promise<void> {
  // Without a secure address a browser has none of this.
  const storage: Partial<StorageManager> | undefined = navigator.storage
  if (asked || storage?.persist === undefined) return
  asked = true
  try {
    if (await storage.persisted?.() !== true) await storage.persist()
  } catch {
    // Then it decides by itself.
  }
}
