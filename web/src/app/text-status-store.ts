// What is where of a text: told with every letter, so it is kept beside the page's own state.
import type { DocumentStatus } from '../sync/connection-status'

export interface StatusStore {
  current(): DocumentStatus | null
  set(next: DocumentStatus | null): void
  subscribe(listener: () => void): () => void
}

/** How long the line may lag behind, in milliseconds: each letter is written and sent within this time, mostly. */
const LAG = 200

export function statusStore(): StatusStore {
  let latest: DocumentStatus | null = null
  let shown: DocumentStatus | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  const listeners = new Set<() => void>()
  const show = () => {
    timer = null
    if (JSON.stringify(latest) === JSON.stringify(shown)) return
    shown = latest
    for (const listener of listeners) listener()
  }
  return {
    current: () => shown,
    set(next) {
      latest = next
      if (shown === null || next === null) show()
      else timer ??= setTimeout(show, LAG)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
  }
}
