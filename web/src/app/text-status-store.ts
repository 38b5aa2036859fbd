// What is where of a text: told with every letter, so it is kept beside the page's own state.
import type { DocumentStatus } from '../sync/connection-status'

export interface StatusStore {
  current(): DocumentStatus | null
  /** Whether the server has everything, by what is shown. */
  isSent(): boolean
  set(next: DocumentStatus | null): void
  subscribe(listener: () => void): () => void
  /** Resolves as soon as the server has everything, by the newest word and not by the one that is shown. */
  sent(signal: AbortSignal): Promise<void>
}

/** How long the line may lag behind, in milliseconds: each letter is written and sent within this time, mostly. */
const LAG = 200
/** All is well again only when it has stayed so for a while: between two letters the line would change to and fro. */
const CALM = 600

export function statusStore(): StatusStore {
  let latest: DocumentStatus | null = null
  let shown: DocumentStatus | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What the timer was set for. */
  let waiting: 'nothing' | 'news' | 'safety' | 'counts' = 'nothing'
  const listeners = new Set<() => void>()
  const waitingForSent = new Set<() => void>()
  const show = () => {
    clearTimeout(timer)
    waiting = 'nothing'
    if (JSON.stringify(latest) === JSON.stringify(shown)) return
    shown = latest
    for (const listener of listeners) listener()
  }
  const showFor = (reason: typeof waiting) => {
    if (waiting === reason) return
    clearTimeout(timer)
    waiting = reason
    timer = setTimeout(show, reason === 'news' ? LAG : CALM)
  }
  return {
    current: () => shown,
    isSent: () => shown !== null && isSent(shown),
    set(next) {
      latest = next
      if (next !== null && isSent(next)) for (const resolve of waitingForSent) resolve()
      if (shown === null || next === null) show()
      else if (isSafe(next)) showFor('safety')
      else if (isSafe(shown) || outlook(next) !== outlook(shown)) showFor('news')
      // A letter more that waits among others is no news.
      else if (waiting !== 'news') showFor('counts')
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    sent: (signal) => new Promise((resolve, reject) => {
      const stop = () => { waitingForSent.delete(done) }
      const done = () => {
        stop()
        resolve()
      }
      signal.addEventListener('abort', () => {
        stop()
        reject(signal.reason as Error)
      }, { once: true })
      if (latest !== null && isSent(latest)) resolve()
      else waitingForSent.add(done)
    }),
  }
}

/** The server has everything. */
export const isSent = ({ server }: DocumentStatus) => server.connected && server.state === 'up-to-date'

/** Everything is here and there. */
const isSafe = ({ device, server }: DocumentStatus) => device.saved && !device.failed && isSent({ device, server })

/** What a person must know at once when it changes. */
const outlook = ({ device, server }: DocumentStatus) => [device.failed, server.state, server.connected, server.signedOut, server.crowded, server.nextTryAt].join()
